//! How good summaries and keywords are: scores against what people wrote.
//!
//! [`rouge`] compares texts, [`keywords`] ranked lists; [`Evaluation`] does so for many documents and
//! several systems, with intervals and tests by resampling ([`bootstrap`]). [`records`] reads what systems
//! and people wrote. Figures are those of the tools that papers use, to the last digits.

pub mod bootstrap;
mod evaluation;
pub mod keywords;
mod porter;
pub mod records;
pub mod rouge;
mod score;
mod stems;
mod tokens;

pub use evaluation::{
    Difference, DocumentScores, Entry, Estimate, EvaluateOptions, Evaluation, Figure, Missing,
    Part, Settings, System, SystemScores, Values,
};
pub use keywords::KeywordScorer;
pub use porter::Porter;
pub use score::Score;
pub use stems::Stems;
pub use tokens::{
    TOKENIZERS, Tokenizer, by_name as tokenizer_by_name, of_language as tokenizer_of,
};
