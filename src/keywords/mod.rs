//! Keywords: candidates, rankings, and the folding of overlapping phrases.

mod all;
mod background;
mod candidates;
mod collection;
mod cooccurrence;
mod counted;
mod extractor;
mod fold;
mod frequency;
mod multipartite;
mod occurrences;
mod phrase;
mod positionrank;
mod proximity;
mod rake;
mod reading;
mod recurring;
mod rows;
mod tables;
mod textrank;
mod tfidf;
mod topics;
mod yake;

use std::fmt;

pub use background::{Background, BackgroundError};
pub use candidates::{Analysis, Candidate, LONGEST_PHRASE};
pub use collection::Collection;
pub use extractor::{Extracted, Extractor, KeywordOptions};
pub use tables::{AllKeywords, DocumentKeywords, Keyword, Place};

/// A way to rank candidates.
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

/// By its name alone: where its functions are is no matter.
impl fmt::Debug for Method {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
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
    positionrank::METHOD,
    multipartite::METHOD,
    yake::METHOD,
    rake::METHOD,
    frequency::METHOD,
];

/// The method with this name.
pub fn by_name(name: &str) -> Option<&'static Method> {
    METHODS.iter().find(|method| method.name == name)
}

#[cfg(test)]
mod laws {
    //! What holds for every method.

    use super::*;
    use crate::text::{Language, LanguageKit, TextOptions};

    /// What is found of the analysis of an English text.
    pub(super) fn analysed<T>(text: &str, find: impl FnOnce(&Analysis) -> T) -> T {
        let kit = LanguageKit::new(Language::english(), &TextOptions::default());
        let document = crate::source::format::plain("d", text);
        find(&Analysis::new(&document, &kit, LONGEST_PHRASE))
    }

    /// The candidates that a method ranks, as they are first written, with their scores, best first; of
    /// equals the one that comes first.
    pub(super) fn scores(method: &str, text: &str) -> Vec<(String, f64)> {
        let method = by_name(method).expect("a method");
        let Scoring::Candidates(score) = method.scoring else {
            return Vec::new();
        };
        analysed(text, |analysis| {
            let candidates = analysis.candidates().iter();
            let mut rows: Vec<_> = candidates.zip(score(analysis)).collect();
            rows.retain(|row| row.1 > 0.0);
            rows.sort_by(|a, b| {
                let in_order = || a.0.appearance().cmp(&b.0.appearance());
                b.1.total_cmp(&a.1).then_with(in_order)
            });
            let text = analysis.document().text();
            let row =
                |(candidate, score)| (analysis.first_span(candidate).of(text).to_owned(), score);
            rows.into_iter().map(row).collect()
        })
    }

    #[test]
    fn scores_are_finite_one_a_candidate_and_some_are_positive() {
        for text in [
            "The barrier rose. The barrier fell. The town paid for the barrier and the town was glad.",
            "Alpha beta gamma. Delta epsilon zeta. Eta theta iota.",
            "Word. Word. Word. Word.",
            "Single.",
            "The the the. Of of of.",
            "??? ... !!! 3.5 1990",
            "",
        ] {
            for method in METHODS {
                let Scoring::Candidates(score) = method.scoring else {
                    continue;
                };
                analysed(text, |analysis| {
                    let scores = score(analysis);
                    let name = method.name;
                    assert_eq!(scores.len(), analysis.candidates().len(), "{name}");
                    assert!(
                        scores
                            .iter()
                            .all(|score| score.is_finite() && *score >= 0.0),
                        "{name}: {text}"
                    );
                    assert_eq!(
                        scores.iter().any(|&score| score > 0.0),
                        !scores.is_empty(),
                        "{name}: {text}"
                    );
                });
            }
        }
    }

    #[test]
    fn scores_are_the_same_on_every_run_and_on_all_threads() {
        let sentence = |i: u64| {
            format!(
                "Old word{} of Name{} has last{}.",
                i * i % 71,
                i % 13,
                i * i % 97
            )
        };
        let text: Vec<String> = (0..3_000).map(sentence).collect();
        let text = text.join(" ");
        for method in METHODS {
            let scored = |threads| {
                let pool = rayon::ThreadPoolBuilder::new()
                    .num_threads(threads)
                    .build()
                    .unwrap();
                pool.install(|| scores(method.name, &text))
            };
            assert!(scored(1) == scored(3), "{}", method.name);
        }
    }

    #[test]
    fn names_are_unique() {
        let mut names: Vec<&str> = METHODS.iter().map(|method| method.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), METHODS.len());
    }
}
