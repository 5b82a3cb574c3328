//! How good summaries and keywords are: scores against what people wrote.

pub mod bootstrap;
mod evaluation;
mod porter;
mod score;

pub use evaluation::{
    Difference, DocumentScores, Entry, Estimate, EvaluateOptions, Evaluation, Figure, Missing,
    Part, Settings, System, SystemScores, Values,
};
pub use porter::Porter;
pub use score::Score;
