//! One summary of many documents, in shards if they are more than memory holds.

use std::borrow::Cow;

use serde::Serialize;

use super::selection::{Prepared, Selection};
use super::{Cost, SummarizeOptions, SummarySentence};
use crate::document::{Block, BlockKind, Document, Lines, Span};
use crate::rank::Convergence;
use crate::text::Sentence;

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
    /// In how many shards sentences were ranked before the best of all were, where it was not all at once.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shards: Option<usize>,
    /// Whether any sentence has a term of the focus, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub focus_found: Option<bool>,
    /// The sentences, each with its path.
    pub summary: Vec<SummarySentence>,
    /// How the random walk ended, for methods that take one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub convergence: Option<Convergence>,
}

/// Makes one summary of documents that come one after the other.
///
/// As long as they have no more sentences together than a shard may, all are ranked at once. Else documents
/// make shards in the order in which they come: as soon as a shard has enough sentences, those are ranked
/// among themselves, and the best of them, eight times what the summary may hold and no fewer than a thousand, stay in
/// memory, with where they were found. At the end those of all shards are ranked, and chosen from, in the same way.
#[derive(Debug)]
pub struct JointSummarizer<'d> {
    options: &'d SummarizeOptions,
    shard_size: usize,
    /// The documents of the shard that is being filled, and how many sentences they have.
    open: Vec<Prepared<'d>>,
    open_sentences: usize,
    /// The best sentences of the shards that are done, by document.
    winners: Vec<Prepared<'d>>,
    paths: Vec<String>,
    shards: usize,
    sentences_total: usize,
    words_total: usize,
    least_words: usize,
    focus_found: bool,
}

impl<'d> JointSummarizer<'d> {
    pub(super) fn new(options: &'d SummarizeOptions, shard_size: usize) -> Self {
        Self {
            options,
            shard_size,
            open: Vec::new(),
            open_sentences: 0,
            winners: Vec::new(),
            paths: Vec::new(),
            shards: 0,
            sentences_total: 0,
            words_total: 0,
            least_words: 0,
            focus_found: false,
        }
    }

    /// Adds a document. If it fills a shard, that is ranked now.
    pub fn add(&mut self, document: Prepared<'d>) {
        if !self.open.is_empty() && self.open_sentences + document.len() > self.shard_size {
            self.close_shard();
        }
        self.open_sentences += document.len();
        self.paths.push(document.document.path.clone());
        self.open.push(document);
    }

    /// The summary.
    pub fn finish(mut self) -> JointSummary {
        if self.shards > 0 {
            self.close_shard();
        }
        self.paths.sort_unstable();
        let is_one = self.shards == 0;
        let options = SummarizeOptions {
            budget: match is_one {
                true => self.options.budget,
                false => (self.options.budget).of_whole(self.sentences_total, self.least_words),
            },
            ..self.options.clone()
        };
        let mut documents = if is_one { self.open } else { self.winners };
        documents.sort_by(|a, b| a.document.path.cmp(&b.document.path));
        let selection = Selection::new(&documents, &options);
        let (sentences_total, words_total) = match is_one {
            true => (selection.len(), selection.words_total),
            false => (self.sentences_total, self.words_total),
        };
        JointSummary {
            paths: self.paths,
            sentences_total,
            words_total,
            whole: sentences_total > 0 && selection.choices.len() == sentences_total,
            shards: (!is_one).then_some(self.shards),
            focus_found: selection.focus_found.map(|found| found || self.focus_found),
            summary: selection.sentences(&options, true),
            convergence: selection.scores.convergence,
        }
    }

    /// Ranks the documents of the shard, and keeps the best of their sentences.
    fn close_shard(&mut self) {
        let documents = std::mem::take(&mut self.open);
        let options = SummarizeOptions {
            budget: self.options.budget.of_shortlist(),
            ..self.options.clone()
        };
        let selection = Selection::new(&documents, &options);
        self.shards += 1;
        self.sentences_total += std::mem::take(&mut self.open_sentences);
        self.words_total += selection.words_total;
        self.focus_found |= selection.focus_found == Some(true);
        if options.budget.ratio.is_some() {
            let words = |prepared: &Prepared| -> usize {
                let cost = |place| Cost::of(&prepared.text(place)).words.least;
                (0..prepared.len()).map(cost).sum()
            };
            self.least_words += documents.iter().map(words).sum::<usize>();
        }
        let mut chosen: Vec<(usize, usize)> = selection.chosen().collect();
        chosen.sort_unstable();
        let excerpts = chosen.chunk_by(|a, b| a.0 == b.0);
        let excerpts = excerpts.map(|chosen| excerpt(&documents[chosen[0].0], chosen));
        self.winners.extend(excerpts);
    }
}

/// A document of some sentences of another: each is a block of its own, and knows where it was found.
fn excerpt<'d>(prepared: &Prepared<'d>, chosen: &[(usize, usize)]) -> Prepared<'d> {
    let document = &prepared.document;
    let (mut text, mut blocks, mut languages) = (String::new(), Vec::new(), Vec::new());
    let (mut sentences, mut found) = (Vec::new(), Vec::new());
    for (block, &(_, place)) in chosen.iter().enumerate() {
        let sentence = prepared.found(place);
        let start = text.len();
        text.push_str(&sentence.text);
        let span = Span {
            start,
            end: text.len(),
        };
        text.push('\n');
        let kind = BlockKind::Paragraph;
        blocks.push(Block { kind, span });
        let source = prepared.sentences[place];
        languages.extend(document.language_of(source.block).map(|code| (block, code)));
        sentences.push(Sentence {
            span,
            block,
            ..source
        });
        found.push(sentence);
    }
    let path = &*document.path;
    let mut excerpt = Document::new(path, None, text, blocks, document.origin(), Lines::OfText);
    excerpt.set_other_languages(languages);
    Prepared {
        document: Cow::Owned(excerpt),
        kit: prepared.kit,
        sentences,
        found: Some(found),
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::*;
    use crate::select::{Budget, Summarizer};
    use crate::source::format;
    use crate::text::{Language, LanguageKits};

    /// Documents of a heading and some sentences on a subject each, two of which all have.
    fn documents() -> Vec<Document> {
        let subjects = ["walls", "roofs", "doors", "bridges", "towers"];
        let document = |(number, subject): (usize, &&str)| {
            let mut text =
                format!("On {subject}\n\nEverybody had waited for the storm since noon.");
            for floor in 0..12 {
                let _ = write!(
                    text,
                    " The {subject} of house {floor} stood the storm in year {}.",
                    floor * number
                );
            }
            text.push_str("\n\nThe council paid for the damage of the storm.");
            format::plain(&format!("{number}.txt"), text)
        };
        subjects.iter().enumerate().map(document).collect()
    }

    fn summary(shard_size: usize, budget: Budget) -> JointSummary {
        let kits = LanguageKits::default();
        let kit = kits.get(Language::english());
        let summarizer = Summarizer::new(SummarizeOptions {
            budget,
            ..SummarizeOptions::default()
        });
        let mut joint = summarizer.jointly(shard_size);
        for document in documents() {
            joint.add(summarizer.prepare(document, kit));
        }
        joint.finish()
    }

    fn sentences(limit: usize) -> Budget {
        Budget {
            sentences: Some(limit),
            ..Budget::default()
        }
    }

    #[test]
    fn sentences_are_told_where_they_stand_in_their_documents() {
        for (shard_size, shards) in [(1, 5), (20, 5), (40, 3)] {
            let joint = summary(shard_size, sentences(8));
            assert_eq!((joint.sentences_total, joint.summary.len()), (70, 8));
            assert_eq!(joint.shards, Some(shards));
            assert_eq!(joint.paths, ["0.txt", "1.txt", "2.txt", "3.txt", "4.txt"]);
            for sentence in &joint.summary {
                let documents = documents();
                let path = sentence.path.as_deref().expect("a path");
                let document = documents
                    .iter()
                    .find(|document| document.path == path)
                    .expect("it is there");
                assert_eq!(sentence.span.of(document.text()), sentence.text);
                assert_eq!(document.line(sentence.span.start), sentence.line);
                assert!(
                    sentence
                        .section
                        .as_deref()
                        .expect("a heading")
                        .starts_with("On ")
                );
            }
        }
    }

    #[test]
    fn totals_and_budgets_are_those_of_all() {
        let all = summary(usize::MAX, sentences(5));
        let ratio = Budget {
            ratio: Some(0.1),
            ..Budget::default()
        };
        let usual = summary(usize::MAX, Budget::default()).summary.len();
        for shard_size in [1, 14, 30] {
            let joint = summary(shard_size, sentences(5));
            assert_eq!(
                (joint.sentences_total, joint.words_total),
                (all.sentences_total, all.words_total)
            );
            assert_eq!(summary(shard_size, Budget::default()).summary.len(), usual);
            let words = |joint: JointSummary| -> usize {
                joint
                    .summary
                    .iter()
                    .map(|sentence| sentence.text.split(' ').count())
                    .sum()
            };
            let part = words(summary(shard_size, ratio));
            assert!(
                part <= all.words_total / 10 && part + 12 > all.words_total / 10,
                "{part}"
            );
        }
    }

    #[test]
    fn what_all_shards_have_is_told_once() {
        let all = Budget {
            ratio: Some(1.0),
            ..Budget::default()
        };
        for shard_size in [1, 30, usize::MAX] {
            let joint = summary(shard_size, all);
            assert_eq!(joint.summary.len(), 70 - 2 * 4);
            assert!(!joint.whole);
            let paid = joint
                .summary
                .iter()
                .filter(|sentence| sentence.text.starts_with("The council"));
            assert_eq!(paid.count(), 1);
        }
    }
}
