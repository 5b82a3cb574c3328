//! A summary under a budget: which sentences, in what order.

mod budget;
mod candidates;
mod mmr;
mod passages;
mod summarizer;

pub use budget::{Budget, Cost};
pub use mmr::{Choice, select};
pub use passages::{Passage, PassageKind, PassagePart};
pub use summarizer::{
    DocumentSummary, JointSummary, Order, SummarizeOptions, Summarizer, SummarySentence,
};
