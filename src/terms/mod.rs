//! From words to terms: vocabularies, the sentence × term matrix, mergeable counts.

mod corpus;
mod counts;
mod frequency_list;
mod lexicon;
mod matrix;
mod ngrams;
#[cfg(feature = "parquet")]
pub mod parquet;
mod partial;
pub mod saved;
mod sentence_terms;
mod stream;
mod tally;

pub use crate::vocabulary::{TermId, Vocabulary};
pub use corpus::{Corpus, CorpusDocument};
pub use counts::{Form, TermCounts, TermRow};
pub use frequency_list::{FrequencyList, FrequencyListError};
pub use lexicon::{Lexicon, TermEntry};
pub use matrix::{PART, Part, TermMatrix, dot};
pub use ngrams::{LONGEST, NGrams, Units};
pub use partial::{Partial, PartialRow, Sums};
pub use sentence_terms::{Marks, SentenceTerms};
pub(crate) use tally::ranges as counted_ranges;
pub use tally::{Tally, TallyRow};

#[cfg(test)]
pub(crate) use matrix::tests;
