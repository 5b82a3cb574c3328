//! What keyword tables are made of.

use serde::Serialize;

use crate::document::Origin;
use crate::terms::{Form, TermRow};
use crate::text::LanguageSource;

/// Where a keyword first stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, serde::Deserialize)]
pub struct Place {
    /// The document's name, in the table of all documents.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// Offset of its first byte.
    pub start: usize,
    /// Offset behind its last byte.
    pub end: usize,
    /// What the offsets are into.
    pub of: Origin,
    /// The line, from 1.
    pub line: usize,
}

/// A row of a keyword table.
#[derive(Clone, Debug, PartialEq, Serialize, serde::Deserialize)]
#[non_exhaustive]
pub struct Keyword {
    /// 1 for the best.
    pub rank: usize,
    /// Its commonest form.
    pub term: String,
    /// Its score; larger is better.
    pub score: f64,
    /// Its occurrences.
    pub count: u64,
    /// Its occurrences in a million tokens.
    pub per_million: f64,
    /// The documents of the run that have it.
    pub documents: u64,
    /// Where it first stands.
    pub first: Place,
    /// All its forms, in the order of first appearance.
    pub forms: Vec<Form>,
}

impl Keyword {
    /// A row: its counts are those of its forms, the rate is that among `tokens`.
    pub(super) fn new(
        rank: usize,
        score: f64,
        forms: Vec<Form>,
        documents: u64,
        tokens: u64,
        first: Place,
    ) -> Self {
        let row = TermRow {
            count: forms.iter().map(|form| form.count).sum(),
            documents,
            forms,
        };
        Self {
            rank,
            term: row.shown().to_owned(),
            score,
            count: row.count,
            per_million: row.count as f64 / tokens.max(1) as f64 * 1e6,
            documents,
            first,
            forms: row.forms,
        }
    }
}

/// The keywords of one document.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct DocumentKeywords {
    /// The document's name.
    pub path: String,
    /// Its title.
    pub title: Option<String>,
    /// ISO 639-1 code of its language.
    pub language: &'static str,
    /// Where the language is from, if the caller tells.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language_from: Option<LanguageSource>,
    /// Its tokens: words, with hyphenated ones as one.
    pub words_total: u64,
    /// The keywords, best first.
    pub keywords: Vec<Keyword>,
}

/// The keywords of all documents together.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct AllKeywords {
    /// Documents in all.
    pub documents_total: u64,
    /// Tokens in all.
    pub words_total: u64,
    /// The keywords, best first.
    pub keywords: Vec<Keyword>,
}
