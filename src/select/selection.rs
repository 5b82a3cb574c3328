//! The choice of sentences from one or more documents.

use std::borrow::Cow;

use super::candidates::candidates;
use super::passages::Ranked;
use super::{Choice, Cost, Order, SummarizeOptions, SummarySentence, select};
use crate::document::{Document, one_line};
use crate::rank::{RankInput, Scores};
use crate::terms::SentenceTerms;
use crate::text::{LanguageKit, Sentence, body};

/// A document with its sentences.
#[derive(Debug)]
pub struct Prepared<'d> {
    pub(super) document: Cow<'d, Document>,
    pub(super) kit: &'d LanguageKit,
    pub(super) sentences: Vec<Sentence>,
    /// Of an excerpt: the sentences as they were found in the document it is from.
    pub(super) found: Option<Vec<SummarySentence>>,
}

impl<'d> Prepared<'d> {
    pub(super) fn new(
        document: Cow<'d, Document>,
        kit: &'d LanguageKit,
        with_headings: bool,
    ) -> Self {
        Self {
            sentences: body(&document, kit, with_headings),
            document,
            kit,
            found: None,
        }
    }

    /// How many sentences may be taken from it.
    pub fn len(&self) -> usize {
        self.sentences.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.sentences.is_empty()
    }

    /// A sentence as printed.
    pub(super) fn text(&self, sentence: usize) -> String {
        one_line(self.sentences[sentence].span.of(self.document.text()))
    }

    /// A sentence, not ranked yet.
    pub(super) fn found(&self, place: usize) -> SummarySentence {
        if let Some(found) = &self.found {
            return found[place].clone();
        }
        let Sentence { span, block, .. } = self.sentences[place];
        SummarySentence {
            path: None,
            rank: 0,
            score: 0.0,
            text: self.text(place),
            span,
            of: self.document.origin(),
            line: self.document.line(span.start),
            page: self.document.page(span.start),
            place,
            section: self.document.section(block),
            explanation: None,
        }
    }
}

/// Where the sentences of each document end among those of all.
#[derive(Debug)]
struct Places(Vec<usize>);

impl Places {
    fn of(documents: &[Prepared]) -> Self {
        let mut end = 0;
        let ends = documents.iter().map(|prepared| {
            end += prepared.len();
            end
        });
        Self(ends.collect())
    }

    /// How many sentences there are.
    fn len(&self) -> usize {
        self.0.last().copied().unwrap_or(0)
    }

    /// Where those of a document start.
    fn start(&self, document: usize) -> usize {
        document.checked_sub(1).map_or(0, |before| self.0[before])
    }

    /// The document of a sentence, and its place there.
    fn of_sentence(&self, sentence: usize) -> (usize, usize) {
        let document = self.0.partition_point(|&end| end <= sentence);
        (document, sentence - self.start(document))
    }
}

/// The choice of sentences, over all documents.
#[derive(Debug)]
pub(super) struct Selection<'d> {
    documents: &'d [Prepared<'d>],
    places: Places,
    pub scores: Scores,
    pub choices: Vec<Choice>,
    pub words_total: usize,
    /// Whether any sentence has a term of the focus, where there is one.
    pub focus_found: Option<bool>,
}

impl<'d> Selection<'d> {
    /// Ranks all sentences, and chooses from them.
    pub fn new(documents: &'d [Prepared<'d>], options: &SummarizeOptions) -> Self {
        let mut terms = SentenceTerms::default();
        terms.add_each(documents, |prepared| {
            (&*prepared.document, &*prepared.sentences, prepared.kit)
        });
        let places = Places::of(documents);
        let content = terms.matrix(false);
        let mut rank = options.rank.clone();
        rank.focus = focus(&terms, documents, options);
        let input = RankInput {
            terms: &terms,
            content: &content,
        };
        let scores = (options.method.rank)(&input, &rank);
        let cost = |sentence: usize| {
            let (document, place) = places.of_sentence(sentence);
            Cost::of(&documents[document].text(place))
        };
        let is_joint = documents.len() > 1;
        let is_candidate = candidates(&terms, &content, is_joint, &options.budget, cost);
        let trade_off = options.trade_off.unwrap_or(options.method.trade_off);
        let choices = select(
            &scores.values,
            &content,
            cost,
            &is_candidate,
            &options.budget,
            trade_off,
        );
        let words_total = terms.marks().iter().map(|marks| marks.words as usize).sum();
        Self {
            documents,
            places,
            scores,
            choices,
            words_total,
            focus_found: options.focus.as_ref().map(|_| !rank.focus.is_empty()),
        }
    }

    /// How many sentences there were to choose from.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// The documents of the choices, by their numbers, and their places there, best first.
    pub fn chosen(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        self.choices
            .iter()
            .map(|choice| self.places.of_sentence(choice.sentence))
    }

    /// The sentences of a document, in the order of the text.
    pub fn ranked(&self, document: usize) -> Vec<Ranked> {
        let mut ranks = vec![None; self.len()];
        for (rank, choice) in self.choices.iter().enumerate() {
            ranks[choice.sentence] = Some(rank + 1);
        }
        let own = self.documents[document].sentences.iter();
        (own.zip(self.places.start(document)..))
            .map(|(sentence, i)| Ranked {
                span: sentence.span,
                score: self.scores.values[i],
                rank: ranks[i],
            })
            .collect()
    }

    /// The sentences that were chosen, in the order that is asked for; with the paths of their documents, if
    /// they are of a joint summary.
    pub fn sentences(&self, options: &SummarizeOptions, is_joint: bool) -> Vec<SummarySentence> {
        let mut order: Vec<usize> = (0..self.choices.len()).collect();
        if options.order == Order::Reading {
            order.sort_by_key(|&rank| self.choices[rank].sentence);
        }
        let sentence = |rank| SummarySentence {
            explanation: options.explain.then(|| self.explain(rank)),
            ..self.sentence(rank, is_joint)
        };
        order.into_iter().map(sentence).collect()
    }

    fn sentence(&self, rank: usize, is_joint: bool) -> SummarySentence {
        let chosen = self.choices[rank].sentence;
        let (number, place) = self.places.of_sentence(chosen);
        let prepared = &self.documents[number];
        SummarySentence {
            path: is_joint.then(|| prepared.document.path.clone()),
            rank: rank + 1,
            score: self.scores.values[chosen],
            ..prepared.found(place)
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

/// The terms of the focus, in every language of the documents.
fn focus(terms: &SentenceTerms, documents: &[Prepared], options: &SummarizeOptions) -> Vec<u32> {
    let Some(focus) = &options.focus else {
        return Vec::new();
    };
    let mut languages: Vec<&str> = Vec::new();
    let mut found = Vec::new();
    for prepared in documents {
        for kit in prepared.kit.of_blocks(&prepared.document) {
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
