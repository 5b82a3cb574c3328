//! A document with its summary, its text and its keywords.

use super::sketch::Sketch;
use crate::context::{Matching, Query, spread};
use crate::document::Document;
use crate::keywords::{DocumentKeywords, Keyword};
use crate::select::DocumentSummary;
use crate::text::{Language, LanguageKit, LanguageKits};

/// So many parts tell where in a text a keyword stands.
const PARTS: usize = 40;

/// A document.
#[derive(Clone, Debug)]
pub struct Portrait {
    /// Its summary, with its passages.
    pub summary: DocumentSummary,
    /// Its keywords, best first.
    pub keywords: Vec<SpreadKeyword>,
}

/// A keyword, and where in the text it stands.
#[derive(Clone, Debug)]
pub struct SpreadKeyword {
    /// The keyword.
    pub keyword: Keyword,
    /// Its occurrences in each part of the text, of equal length; empty if it is not found again.
    pub parts: Vec<u64>,
}

impl Portrait {
    pub(super) fn new(sketch: Sketch, table: DocumentKeywords, kits: &LanguageKits) -> Self {
        let kit = kit_of(&sketch.summary, kits);
        let terms = table.keywords.iter().map(|keyword| &*keyword.term);
        let parts = occurrences(&sketch.document, kit, &terms.collect::<Vec<_>>());
        let keywords = table.keywords.into_iter().zip(parts);
        Self {
            summary: sketch.summary,
            keywords: keywords
                .map(|(keyword, parts)| SpreadKeyword { keyword, parts })
                .collect(),
        }
    }
}

/// The kit of a document that was summarized.
pub(super) fn kit_of<'k>(summary: &DocumentSummary, kits: &'k LanguageKits) -> &'k LanguageKit {
    kits.get(Language::by_code(summary.language).unwrap_or(Language::english()))
}

/// The occurrences of each term in each part of a document.
pub(super) fn occurrences(document: &Document, kit: &LanguageKit, terms: &[&str]) -> Vec<Vec<u64>> {
    let is_one = |term: &&str| Query::new([*term], Matching::default()).is_ok();
    let known: Vec<bool> = terms.iter().map(is_one).collect();
    let words = terms.iter().zip(&known).filter(|(_, known)| **known);
    let Ok(query) = Query::new(words.map(|(term, _)| *term), Matching::default()) else {
        return vec![Vec::new(); terms.len()];
    };
    let mut found = spread(document, kit, &query, PARTS).into_iter();
    let parts = known.into_iter().map(|known| match known {
        true => found.next().map_or_else(Vec::new, |spread| spread.parts),
        false => Vec::new(),
    });
    parts.collect()
}
