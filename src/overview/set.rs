//! Several documents: what they have in common, and what sets them apart.

use rayon::prelude::*;

use super::portrait::{kit_of, occurrences};
use super::similarity::Similarity;
use super::sketch::Sketch;
use crate::compare::{CompareOptions, Comparison, Group, Reference, compare};
use crate::keywords::AllKeywords;
use crate::terms::Corpus;
use crate::text::LanguageKits;

/// The terms that set a document apart, at the most.
const APART: usize = 40;

/// What is told of several documents.
#[derive(Clone, Debug)]
pub struct Set {
    /// The keywords of all documents together.
    pub keywords: AllKeywords,
    /// How often each document has them, keyword by keyword.
    pub rates: Vec<TermRates>,
    /// How alike the documents are, unless they are too many.
    pub similarity: Option<Similarity>,
    /// Each document against all others.
    pub comparison: Comparison,
}

/// How often each document has a term.
#[derive(Clone, Debug, PartialEq)]
pub struct TermRates {
    /// The term.
    pub term: String,
    /// Its occurrences in each document.
    pub counts: Vec<u64>,
    /// The same in a million tokens of the document.
    pub per_million: Vec<f64>,
}

impl Set {
    pub(super) fn new(sketches: &mut [Sketch], keywords: AllKeywords, kits: &LanguageKits) -> Self {
        let mut corpus = Corpus::default();
        let mut group = |sketch: &mut Sketch| {
            let name = sketch.summary.path.clone();
            Group {
                documents: vec![corpus.add(&name, sketch.counts.take().unwrap_or_default())],
                name,
            }
        };
        let groups: Vec<Group> = sketches.iter_mut().map(&mut group).collect();
        let options = CompareOptions {
            top: APART,
            ..CompareOptions::default()
        };
        Self {
            rates: rates(sketches, &corpus, &keywords, kits),
            similarity: Similarity::of(&corpus),
            comparison: compare(&corpus, &groups, &Reference::Rest, &options),
            keywords,
        }
    }
}

fn rates(
    sketches: &[Sketch],
    corpus: &Corpus,
    keywords: &AllKeywords,
    kits: &LanguageKits,
) -> Vec<TermRates> {
    let rows = keywords.keywords.iter();
    let terms: Vec<&str> = rows.map(|keyword| &*keyword.term).collect();
    let count = |sketch: &Sketch| -> Vec<u64> {
        let kit = kit_of(&sketch.summary, kits);
        let parts = occurrences(&sketch.document, kit, &terms);
        parts.iter().map(|parts| parts.iter().sum()).collect()
    };
    let counts: Vec<Vec<u64>> = sketches.par_iter().map(count).collect();
    let row = |(place, term): (usize, &&str)| {
        let own = counts.iter().map(|counts| counts[place]);
        let rate = |(count, document): (&Vec<u64>, &crate::terms::CorpusDocument)| {
            count[place] as f64 / document.tokens.max(1) as f64 * 1e6
        };
        TermRates {
            term: (*term).to_owned(),
            counts: own.collect(),
            per_million: counts.iter().zip(corpus.documents()).map(rate).collect(),
        }
    };
    terms.iter().enumerate().map(row).collect()
}
