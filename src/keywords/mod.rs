//! Keywords: candidates, rankings, and the folding of overlapping phrases.

mod all;
mod candidates;
mod collection;
mod cooccurrence;
mod counted;
mod extractor;
mod fold;
mod frequency;
mod occurrences;
mod phrase;
mod reading;
mod rows;
mod tables;
mod textrank;
mod tfidf;

pub use candidates::{Analysis, Candidate, LONGEST_PHRASE};
pub use collection::Collection;
pub use extractor::{Extracted, Extractor, KeywordOptions};
pub use tables::{AllKeywords, DocumentKeywords, Keyword, Place};

/// A way to rank candidates.
#[derive(Debug)]
pub struct Method {
    /// Its name on the command line.
    pub name: &'static str,
    /// What it does, in a few words.
    pub about: &'static str,
    /// Who described it.
    pub source: &'static str,
    /// The longest candidates, in words, unless asked for otherwise.
    pub max_words: usize,
    /// How candidates are scored.
    pub scoring: Scoring,
    /// What a document's score becomes once the set is known, of the score, the documents that have
    /// the term, and all documents; `None`: nothing else.
    pub in_set: Option<fn(f64, u64, u64) -> f64>,
    /// Whether scores are on a scale of their own in each document: they are then divided by the
    /// document's largest.
    pub is_relative: bool,
}

/// How a method scores.
#[derive(Clone, Copy, Debug)]
pub enum Scoring {
    /// By occurrences alone: single words need no more than to be counted.
    Count,
    /// By what is known of all candidates of a document: larger is better, 0 is none.
    Candidates(fn(&Analysis) -> Vec<f64>),
}

/// All methods, the default first.
pub static METHODS: &[Method] = &[
    phrase::METHOD,
    tfidf::METHOD,
    textrank::METHOD,
    frequency::METHOD,
];

/// The method with this name.
pub fn by_name(name: &str) -> Option<&'static Method> {
    METHODS.iter().find(|method| method.name == name)
}
