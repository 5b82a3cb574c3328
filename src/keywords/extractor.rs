//! The keywords of single documents.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::counted::Counted;
use super::fold::leading;
use super::rows::Rows;
use super::{Analysis, Background, Collection, DocumentKeywords, METHODS, Method, Scoring};
use crate::document::{Document, Origin};
use crate::terms::Tally;
use crate::text::language::{LanguageCode, known_code};
use crate::text::{LanguageKit, LanguageSource};

/// How keywords are extracted.
#[derive(Clone, Debug)]
pub struct KeywordOptions {
    /// How candidates are ranked.
    pub method: &'static Method,
    /// At most this many keywords a table.
    pub top: usize,
    /// The longest candidates, in words; `None`: the method's own.
    pub max_words: Option<usize>,
    /// Keep phrases that stand inside better, longer ones and never outside of them.
    pub keep_nested: bool,
    /// The fewest occurrences, in the table's documents.
    pub min_count: u64,
    /// How common words are elsewhere, for methods that score phrases: the commoner, the less they count.
    pub background: Option<Arc<Background>>,
}

impl Default for KeywordOptions {
    fn default() -> Self {
        Self {
            method: &METHODS[0],
            top: 10,
            max_words: None,
            keep_nested: false,
            min_count: 1,
            background: None,
        }
    }
}

/// Ranks the candidates of single documents.
#[derive(Clone, Debug, Default)]
pub struct Extractor {
    options: KeywordOptions,
}

/// What one document gives to a [`Collection`](super::Collection).
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Extracted {
    pub(super) path: String,
    pub(super) title: Option<String>,
    #[serde(deserialize_with = "known_code")]
    pub(super) language: LanguageCode,
    pub(super) language_from: Option<LanguageSource>,
    pub(super) origin: Origin,
    pub(super) tokens: u64,
    /// Best first.
    pub(super) rows: Rows,
}

impl Extractor {
    /// An extractor with these options.
    pub fn new(options: KeywordOptions) -> Self {
        Self { options }
    }

    /// The keywords of one document by itself.
    ///
    /// ```
    /// use epitome::keywords::{Extractor, KeywordOptions};
    /// use epitome::text::{Language, LanguageKits};
    ///
    /// let text = "The flood barrier held. The flood barrier is new, and the town likes it.";
    /// let document = epitome::source::format::plain("notes", text);
    /// let kits = LanguageKits::default();
    /// let table = Extractor::default().extract(&document, kits.get(Language::english()));
    /// assert_eq!(table.keywords[0].term, "flood barrier");
    /// ```
    pub fn extract(&self, document: &Document, kit: &LanguageKit) -> DocumentKeywords {
        let mut collection = Collection::of_one(self.options.clone());
        collection.add(self.read(document, kit, false));
        let (mut documents, _) = collection.finish();
        documents.remove(0)
    }

    /// What a document gives to a collection; `for_all`: every candidate, for the table of all
    /// documents, and not only the best.
    pub fn read(&self, document: &Document, kit: &LanguageKit, for_all: bool) -> Extracted {
        let method = self.options.method;
        let (tokens, rows) = match method.scoring {
            // Counts stay counts, whatever is common elsewhere.
            Scoring::Count if self.counts_words() && document.other_languages().is_empty() => {
                return self.read_tally(Tally::of(document), document, kit, for_all);
            }
            Scoring::Count => {
                let max_words = self.max_words();
                let count = |analysis: &Analysis| {
                    let candidates = analysis.candidates().iter();
                    candidates
                        .map(|candidate| f64::from(candidate.count))
                        .collect()
                };
                self.read_candidates(&Analysis::new(document, kit, max_words), count, for_all)
            }
            Scoring::Candidates(score) => {
                let analysis = Analysis::new(document, kit, self.max_words());
                let weighed = |analysis: &Analysis| {
                    let mut scores = score(analysis);
                    if let Some(background) = &self.options.background {
                        background.weigh(analysis, kit, &mut scores);
                    }
                    scores
                };
                self.read_candidates(&analysis, weighed, for_all)
            }
        };
        Extracted::new(document, kit, tokens, rows)
    }

    fn max_words(&self) -> usize {
        self.options
            .max_words
            .unwrap_or(self.options.method.max_words)
    }

    /// Whether single words are counted and no more: then a [`Tally`] is all that is needed.
    pub fn counts_words(&self) -> bool {
        matches!(self.options.method.scoring, Scoring::Count) && self.max_words() == 1
    }

    /// What a document gives whose words have been counted: see [`Extractor::counts_words`]. Of the
    /// document only the name, the title and the lines are asked for.
    pub fn read_tally(
        &self,
        tally: Tally,
        document: &Document,
        kit: &LanguageKit,
        for_all: bool,
    ) -> Extracted {
        let counted = Counted::new(tally, kit);
        let order = match for_all {
            true => counted.ranked(1, usize::MAX),
            false => counted.ranked(self.options.min_count, self.options.top),
        };
        let mut rows = Rows::default();
        for (&term, counts) in order.iter().zip(counted.rows(&order, kit)) {
            let (first, score) = (counted.first(term), counted.count(term) as f64);
            let line = document.line(first.start);
            rows.push(counted.name(term), score, &counts, first, line);
        }
        Extracted::new(document, kit, counted.tokens(), rows)
    }

    /// The tokens of a document and its rows, by scores of its candidates.
    fn read_candidates(
        &self,
        analysis: &Analysis,
        score: impl Fn(&Analysis) -> Vec<f64>,
        for_all: bool,
    ) -> (u64, Rows) {
        let mut scores = score(analysis);
        let largest = scores.iter().copied().fold(0.0, f64::max);
        if self.options.method.is_relative && largest > 0.0 {
            scores.iter_mut().for_each(|score| *score /= largest);
        }
        let candidates = analysis.candidates();
        let mut order: Vec<usize> = (0..candidates.len()).filter(|&i| scores[i] > 0.0).collect();
        let by_score = |&a: &usize, &b: &usize| {
            let appearance = |i: usize| candidates[i].appearance();
            let descending = scores[b].total_cmp(&scores[a]);
            descending.then_with(|| appearance(a).cmp(&appearance(b)))
        };
        if for_all {
            order.sort_unstable_by(by_score);
        } else {
            order.retain(|&i| u64::from(candidates[i].count) >= self.options.min_count);
            let words = |i: usize| (candidates[i].terms(), u64::from(candidates[i].count));
            order = leading(order, by_score, words, &self.options);
        }
        let document = analysis.document();
        let mut rows = Rows::default();
        for (&i, counts) in order.iter().zip(analysis.rows(&order)) {
            let first = analysis.first_span(&candidates[i]);
            let line = document.line(first.start);
            rows.push(
                &analysis.name(&candidates[i]),
                scores[i],
                &counts,
                first,
                line,
            );
        }
        (analysis.tokens() as u64, rows)
    }
}

impl Extracted {
    fn new(document: &Document, kit: &LanguageKit, tokens: u64, rows: Rows) -> Self {
        Self {
            path: document.path.clone(),
            title: document.title.clone(),
            language: kit.language.code,
            language_from: None,
            origin: document.origin(),
            tokens,
            rows,
        }
    }

    /// The code of its language.
    pub fn language(&self) -> LanguageCode {
        self.language
    }

    /// The same, with where its language is from.
    pub fn in_language_from(self, from: LanguageSource) -> Self {
        Self {
            language_from: Some(from),
            ..self
        }
    }
}
