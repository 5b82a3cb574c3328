//! A summary under a budget: which sentences, in what order.

mod budget;
mod candidates;
mod joint;
mod mmr;
mod passages;
mod selection;
mod summarizer;

pub use budget::{Budget, Cost};
pub use joint::{JointSummarizer, JointSummary};
pub use mmr::{Choice, select};
pub use passages::{Passage, PassageKind, PassagePart};
pub use selection::Prepared;
pub use summarizer::{DocumentSummary, Order, SummarizeOptions, Summarizer, SummarySentence};
