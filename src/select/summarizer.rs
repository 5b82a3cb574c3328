//! From documents to summaries.

use serde::Serialize;

use super::candidates::candidates;
use super::passages::{Passage, Ranked, passages};
use super::{Budget, Choice, Cost, select};
use crate::document::{Document, Origin, Span, one_line};
use crate::rank::{Convergence, METHODS, Method, RankInput, RankOptions, Scores};
use crate::terms::SentenceTerms;
use crate::text::language::{LanguageCode, known_code};
use crate::text::{LanguageKit, LanguageSource, Sentence, body};

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

/// One summary of several documents.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct JointSummary {
    /// The documents' names, sorted.
    pub paths: Vec<String>,
    /// Sentences in all, headings aside.
    pub sentences_total: usize,
    /// Words in all (UAX #29), headings aside.
    pub words_total: usize,
    /// Whether the summary is the whole text.
    pub whole: bool,
    /// Whether any sentence has a term of the focus, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub focus_found: Option<bool>,
    /// The sentences, each with its path.
    pub summary: Vec<SummarySentence>,
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

/// A document with what was found in it.
struct Prepared<'d> {
    document: &'d Document,
    kit: &'d LanguageKit,
    sentences: Vec<Sentence>,
}

/// The choice of sentences, over all documents.
struct Selection<'d> {
    documents: &'d [Prepared<'d>],
    /// The document of each sentence, and its index there.
    places: Vec<(usize, usize)>,
    scores: Scores,
    choices: Vec<Choice>,
    words_total: usize,
    focus_found: Option<bool>,
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
        let prepared = [self.prepare(document, kit)];
        let selection = self.choose(&prepared);
        DocumentSummary {
            path: document.path.clone(),
            title: document.title.clone(),
            language: kit.language.code,
            language_from: None,
            sentences_total: selection.places.len(),
            words_total: selection.words_total,
            whole: selection.is_whole(),
            focus_found: selection.focus_found,
            summary: self.report(&selection, false),
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
        let mut prepared: Vec<Prepared> = documents
            .iter()
            .map(|(document, kit)| self.prepare(document, kit))
            .collect();
        prepared.sort_by(|a, b| a.document.path.cmp(&b.document.path));
        let selection = self.choose(&prepared);
        JointSummary {
            paths: prepared
                .iter()
                .map(|prepared| prepared.document.path.clone())
                .collect(),
            sentences_total: selection.places.len(),
            words_total: selection.words_total,
            whole: selection.is_whole(),
            focus_found: selection.focus_found,
            summary: self.report(&selection, true),
            convergence: selection.scores.convergence,
        }
    }

    fn prepare<'d>(&self, document: &'d Document, kit: &'d LanguageKit) -> Prepared<'d> {
        Prepared {
            document,
            kit,
            sentences: body(document, kit, self.options.headings),
        }
    }

    fn choose<'d>(&self, documents: &'d [Prepared<'d>]) -> Selection<'d> {
        let mut terms = SentenceTerms::default();
        let mut places = Vec::new();
        for (number, prepared) in documents.iter().enumerate() {
            terms.add(prepared.document, &prepared.sentences, prepared.kit);
            places.extend((0..prepared.sentences.len()).map(|i| (number, i)));
        }
        let content = terms.matrix(false);
        let mut rank = self.options.rank.clone();
        rank.focus = self.focus(&terms, documents);
        let scores = (self.options.method.rank)(
            &RankInput {
                terms: &terms,
                content: &content,
            },
            &rank,
        );
        let cost = |sentence: usize| {
            let (document, place) = places[sentence];
            Cost::of(&documents[document].text(place))
        };
        let is_candidate = candidates(
            &terms,
            &content,
            documents.len() > 1,
            &self.options.budget,
            cost,
        );
        let trade_off = self
            .options
            .trade_off
            .unwrap_or(self.options.method.trade_off);
        let choices = select(
            &scores.values,
            &content,
            cost,
            &is_candidate,
            &self.options.budget,
            trade_off,
        );
        let focus_found = self.options.focus.as_ref().map(|_| !rank.focus.is_empty());
        let words_total = terms.marks().iter().map(|marks| marks.words as usize).sum();
        Selection {
            documents,
            places,
            scores,
            choices,
            words_total,
            focus_found,
        }
    }

    /// The terms of the focus, in every language of the documents.
    fn focus(&self, terms: &SentenceTerms, documents: &[Prepared]) -> Vec<u32> {
        let Some(focus) = &self.options.focus else {
            return Vec::new();
        };
        let mut languages: Vec<&str> = Vec::new();
        let mut found = Vec::new();
        for prepared in documents {
            for kit in prepared.kit.of_blocks(prepared.document) {
                if !languages.contains(&kit.language.code) {
                    languages.push(kit.language.code);
                    found.extend(terms.terms_of(focus, kit));
                }
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    fn report(&self, selection: &Selection, is_joint: bool) -> Vec<SummarySentence> {
        let mut order: Vec<usize> = (0..selection.choices.len()).collect();
        if self.options.order == Order::Reading {
            order.sort_by_key(|&rank| selection.choices[rank].sentence);
        }
        order
            .into_iter()
            .map(|rank| {
                let mut sentence = selection.sentence(rank, is_joint);
                if self.options.explain {
                    sentence.explanation = Some(selection.explain(rank));
                }
                sentence
            })
            .collect()
    }
}

impl Prepared<'_> {
    /// A sentence as printed.
    fn text(&self, sentence: usize) -> String {
        one_line(self.sentences[sentence].span.of(self.document.text()))
    }
}

impl Selection<'_> {
    fn is_whole(&self) -> bool {
        !self.places.is_empty() && self.choices.len() == self.places.len()
    }

    /// The sentences of a document, in the order of the text.
    fn ranked(&self, document: usize) -> Vec<Ranked> {
        let mut ranks = vec![None; self.places.len()];
        for (rank, choice) in self.choices.iter().enumerate() {
            ranks[choice.sentence] = Some(rank + 1);
        }
        let own = self.places.iter().enumerate();
        own.filter(|(_, (number, _))| *number == document)
            .map(|(i, &(_, place))| Ranked {
                span: self.documents[document].sentences[place].span,
                score: self.scores.values[i],
                rank: ranks[i],
            })
            .collect()
    }

    fn sentence(&self, rank: usize, is_joint: bool) -> SummarySentence {
        let chosen = self.choices[rank].sentence;
        let (number, place) = self.places[chosen];
        let prepared = &self.documents[number];
        let sentence = &prepared.sentences[place];
        SummarySentence {
            path: is_joint.then(|| prepared.document.path.clone()),
            rank: rank + 1,
            score: self.scores.values[chosen],
            text: prepared.text(place),
            span: sentence.span,
            of: prepared.document.origin(),
            line: prepared.document.line(sentence.span.start),
            page: prepared.document.page(sentence.span.start),
            place,
            section: prepared.document.section(sentence.block),
            explanation: None,
        }
    }

    fn explain(&self, rank: usize) -> serde_json::Map<String, serde_json::Value> {
        let choice = self.choices[rank];
        let factors = self
            .scores
            .factors
            .iter()
            .map(|(name, values)| (*name, values[choice.sentence]));
        factors
            .chain([("redundancy", choice.redundancy)])
            .map(|(name, value)| (name.to_owned(), value.into()))
            .collect()
    }
}
