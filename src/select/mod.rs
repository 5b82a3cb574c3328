//! A summary under a budget: which sentences, in what order.

mod budget;
mod candidates;
mod mmr;
mod summarizer;

pub use budget::{Budget, Cost};
pub use mmr::{Choice, select};
pub use summarizer::{
    DocumentSummary, JointSummary, Order, SummarizeOptions, Summarizer, SummarySentence,
};
