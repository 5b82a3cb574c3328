//! From documents to summaries.

use std::borrow::Cow;

use serde::Serialize;

use super::Budget;
use super::joint::{JointSummarizer, JointSummary};
use super::passages::{Passage, passages};
use super::selection::{Prepared, Selection};
use crate::document::{Document, Origin, Span};
use crate::rank::{Convergence, METHODS, Method, RankOptions};
use crate::text::language::{LanguageCode, known_code};
use crate::text::{LanguageKit, LanguageSource};

/// The order in which the sentences of a summary are handed out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// As they stand in the text.
    Reading,
    /// The best first.
    Score,
}

/// How documents are summarized.
#[derive(Clone, Debug)]
pub struct SummarizeOptions {
    /// How sentences are scored.
    pub method: &'static Method,
    /// Settings of the scores. Their focus is set from [`SummarizeOptions::focus`].
    pub rank: RankOptions,
    /// What the summary is to be about: words or a sentence.
    pub focus: Option<String>,
    /// How long the summary may be.
    pub budget: Budget,
    /// The weight of the score against redundancy, from 0 to 1; `None`: the method's own.
    pub trade_off: Option<f64>,
    /// The order of the sentences.
    pub order: Order,
    /// Whether headings may be taken.
    pub headings: bool,
    /// Whether each sentence tells how its score came about.
    pub explain: bool,
    /// Whether the whole text is told too, with the score of each sentence.
    pub passages: bool,
}

impl Default for SummarizeOptions {
    fn default() -> Self {
        Self {
            method: &METHODS[0],
            rank: RankOptions::default(),
            focus: None,
            budget: Budget::default(),
            trade_off: None,
            order: Order::Reading,
            headings: false,
            explain: false,
            passages: false,
        }
    }
}

/// A sentence of a summary.
#[derive(Clone, Debug, PartialEq, Serialize, serde::Deserialize)]
#[non_exhaustive]
pub struct SummarySentence {
    /// The document's name, in a summary of several documents.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// 1 for the sentence that was chosen first.
    pub rank: usize,
    /// Its score, from 0 to 1 (the best sentence of the text).
    pub score: f64,
    /// The sentence, on one line.
    pub text: String,
    /// Where it stands, in bytes.
    pub span: Span,
    /// What the span is an offset into.
    pub of: Origin,
    /// The line (from 1) it begins on.
    pub line: usize,
    /// The page (from 1) it begins on, if the file has pages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<usize>,
    /// Its place among the document's sentences, from 0.
    pub place: usize,
    /// The nearest heading above it.
    pub section: Option<String>,
    /// What its score was multiplied from, and its redundancy; only when asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub explanation: Option<serde_json::Map<String, serde_json::Value>>,
}

/// The summary of one document.
#[derive(Clone, Debug, PartialEq, Serialize, serde::Deserialize)]
#[non_exhaustive]
pub struct DocumentSummary {
    /// The document's name.
    pub path: String,
    /// Its title.
    pub title: Option<String>,
    /// ISO 639-1 code of its language.
    #[serde(deserialize_with = "known_code")]
    pub language: LanguageCode,
    /// Where the language is from, if the caller tells.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language_from: Option<LanguageSource>,
    /// Sentences in all, headings aside.
    pub sentences_total: usize,
    /// Words in all (UAX #29), headings aside.
    pub words_total: usize,
    /// Whether the summary is the whole text.
    pub whole: bool,
    /// Whether any sentence has a term of the focus, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub focus_found: Option<bool>,
    /// The sentences.
    pub summary: Vec<SummarySentence>,
    /// The whole text with the score of each sentence, when asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub passages: Option<Vec<Passage>>,
    /// Keywords, when asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub keywords: Option<Vec<crate::keywords::Keyword>>,
    /// How the random walk ended, for methods that take one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub convergence: Option<Convergence>,
}

/// Makes summaries.
///
/// ```
/// use epitome::select::{Budget, SummarizeOptions, Summarizer};
/// use epitome::text::{Language, LanguageKits};
///
/// let text = "The barrier held. It was the first winter test of the new barrier. People were glad.";
/// let document = epitome::source::format::plain("notes", text);
/// let options = SummarizeOptions {
///     budget: Budget { sentences: Some(1), ..Budget::default() },
///     ..SummarizeOptions::default()
/// };
/// let kits = LanguageKits::default();
/// let summary = Summarizer::new(options).summarize(&document, kits.get(Language::english()));
/// assert_eq!(summary.summary[0].text, "It was the first winter test of the new barrier.");
/// ```
#[derive(Clone, Debug, Default)]
pub struct Summarizer {
    options: SummarizeOptions,
}

impl Summarizer {
    /// A summarizer with these options.
    pub fn new(options: SummarizeOptions) -> Self {
        Self { options }
    }

    /// The summary of a document in the language of `kit`.
    ///
    /// A document without a sentence gets an empty summary.
    pub fn summarize(&self, document: &Document, kit: &LanguageKit) -> DocumentSummary {
        let prepared = [Prepared::new(
            Cow::Borrowed(document),
            kit,
            self.options.headings,
        )];
        let selection = Selection::new(&prepared, &self.options);
        DocumentSummary {
            path: document.path.clone(),
            title: document.title.clone(),
            language: kit.language.code,
            language_from: None,
            sentences_total: selection.len(),
            words_total: selection.words_total,
            whole: selection.len() > 0 && selection.choices.len() == selection.len(),
            focus_found: selection.focus_found,
            summary: selection.sentences(&self.options, false),
            passages: self
                .options
                .passages
                .then(|| passages(document, &selection.ranked(0))),
            keywords: None,
            convergence: selection.scores.convergence,
        }
    }

    /// One summary of several documents, each with the kit of its language. A sentence that an
    /// earlier document (by name) has too counts once.
    pub fn summarize_jointly(&self, documents: &[(&Document, &LanguageKit)]) -> JointSummary {
        let mut joint = self.jointly(usize::MAX);
        for &(document, kit) in documents {
            joint.add(Prepared::new(
                Cow::Borrowed(document),
                kit,
                self.options.headings,
            ));
        }
        joint.finish()
    }

    /// A document that is made ready for [`JointSummarizer::add`]: most of the work on it that needs no other.
    pub fn prepare<'k>(&self, document: Document, kit: &'k LanguageKit) -> Prepared<'k> {
        Prepared::new(Cow::Owned(document), kit, self.options.headings)
    }

    /// Makes one summary of documents that come one after the other, of which no more than about
    /// `shard_size` sentences are in memory at a time: see [`JointSummarizer`].
    pub fn jointly(&self, shard_size: usize) -> JointSummarizer<'_> {
        JointSummarizer::new(&self.options, shard_size)
    }
}
