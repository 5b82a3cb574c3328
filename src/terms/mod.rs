//! From words to terms: vocabularies, the sentence × term matrix, mergeable counts.

mod counts;
mod lexicon;
mod matrix;
mod sentence_terms;
mod stream;
mod tally;
mod vocabulary;

pub use counts::{Form, TermCounts, TermRow};
pub use lexicon::{Lexicon, TermEntry};
pub use matrix::{PART, Part, TermMatrix, dot};
pub use sentence_terms::{Marks, SentenceTerms};
pub use tally::{Tally, TallyRow};
pub use vocabulary::{TermId, Vocabulary};

#[cfg(test)]
pub(crate) use matrix::tests;
