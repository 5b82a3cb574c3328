//! Scores of sentences: one method a file, one line each in [`METHODS`].

mod bm25;
mod conjugate;
mod cosine;
mod degree;
mod factors;
mod kl;
mod lead;
mod lexrank;
mod lsa;
mod luhn;
mod overlap;
mod random;
mod sumbasic;
mod textrank;
mod textrank2004;
mod textrank_bm25;
mod walk;

use std::fmt;

pub use bm25::Bm25Graph;
pub use conjugate::{Turn, WalkPart};
pub use cosine::CosineGraph;
pub use factors::{Position, Style};
pub use overlap::OverlapGraph;
pub(crate) use random::lot;
pub use walk::{Convergence, SimilarityGraph, WalkOptions, walk};

#[cfg(test)]
pub(crate) use walk::tests::sentences as random_sentences;

use rayon::prelude::*;

use crate::terms::{SentenceTerms, TermId, TermMatrix};

/// A way to score the sentences of a text.
pub struct Method {
    /// Its name on the command line.
    pub name: &'static str,
    /// What it does, in a few words.
    pub about: &'static str,
    /// Who described it.
    pub source: &'static str,
    /// The weight of the score against redundancy when sentences are chosen; 1: redundancy is
    /// no matter (see [`crate::select`]).
    pub trade_off: f64,
    /// Scores the sentences.
    pub rank: fn(&RankInput, &RankOptions) -> Scores,
}

/// By its name alone: where its functions are is no matter.
impl fmt::Debug for Method {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

/// All methods, the default first.
pub static METHODS: &[Method] = &[
    textrank::METHOD,
    degree::METHOD,
    textrank2004::METHOD,
    textrank_bm25::METHOD,
    lexrank::METHOD,
    lsa::METHOD,
    luhn::METHOD,
    sumbasic::METHOD,
    kl::METHOD,
    lead::METHOD,
    random::METHOD,
];

/// The method with this name.
pub fn by_name(name: &str) -> Option<&'static Method> {
    METHODS.iter().find(|method| method.name == name)
}

/// So few sentences are not worth a second thread, where each takes little time.
const FEW: usize = 1_024;

/// What a method ranks.
#[derive(Debug)]
pub struct RankInput<'t> {
    /// The sentences as sequences of terms.
    pub terms: &'t SentenceTerms,
    /// Their matrix without stopwords.
    pub content: &'t TermMatrix,
}

/// How sentences are ranked.
#[derive(Clone, Debug)]
pub struct RankOptions {
    /// The random walk of the methods that take one.
    pub walk: WalkOptions,
    /// Its damping where there is a focus: the more steps start anew, the more the focus counts
    /// (Otterbacher et al. 2005 find 0.05 to 0.3 best).
    pub focus_damping: f64,
    /// Whether an early place in the document counts.
    pub position: Position,
    /// Terms that the summary is to be about; sentences that hold them are where the random walk
    /// starts anew. Empty: anywhere.
    pub focus: Vec<TermId>,
}

impl Default for RankOptions {
    fn default() -> Self {
        Self {
            walk: WalkOptions::default(),
            focus_damping: 0.3,
            position: Position::Auto,
            focus: Vec::new(),
        }
    }
}

impl RankOptions {
    /// The random walk that fits the focus.
    fn walk(&self) -> WalkOptions {
        let damping = if self.focus.is_empty() {
            self.walk.damping
        } else {
            self.focus_damping
        };
        WalkOptions {
            damping,
            ..self.walk
        }
    }
}

/// The scores of all sentences, and how they came about.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Scores {
    /// One score a sentence, from 0 to 1: divided by the largest.
    pub values: Vec<f64>,
    /// What was multiplied, each with a value a sentence, in the order of the formula.
    pub factors: Vec<(&'static str, Vec<f64>)>,
    /// How the random walks ended, for methods that take one.
    pub convergence: Option<Convergence>,
}

impl Scores {
    /// The product of the factors, divided by the largest.
    fn product(
        sentences: usize,
        factors: Vec<(&'static str, Vec<f64>)>,
        convergence: Option<Convergence>,
    ) -> Self {
        let value = |i: usize| factors.iter().map(|(_, factor)| factor[i]).product();
        let all = (0..sentences).into_par_iter().with_min_len(FEW);
        let mut values: Vec<f64> = all.map(value).collect();
        let largest = values.iter().copied().fold(0.0, f64::max);
        if largest > 0.0 {
            values.iter_mut().for_each(|value| *value /= largest);
        }
        Self {
            values,
            factors,
            convergence,
        }
    }
}

/// Where the random walk starts anew: anywhere alike, or in proportion to how much of the focus a
/// sentence has (the cosine with the focus, but for a constant). It sums up to 1.
///
/// Personalized PageRank, as in Haveliwala (2002) and, for sentences, Otterbacher et al. (2005).
fn teleport(input: &RankInput, focus: &[TermId]) -> Vec<f64> {
    let sentences = input.content.rows();
    let anywhere = || vec![1.0 / sentences.max(1) as f64; sentences];
    if focus.is_empty() {
        return anywhere();
    }
    let frequencies = input.content.document_frequencies();
    let rarity =
        |term: TermId| (1.0 + sentences as f64 / f64::from(frequencies[term as usize].max(1))).ln();
    let relevance = |i: usize| -> f64 {
        let (terms, weights) = input.content.row(i);
        terms
            .iter()
            .zip(weights)
            .filter(|(term, _)| focus.binary_search(term).is_ok())
            .map(|(&term, &weight)| rarity(term) * f64::from(weight))
            .sum()
    };
    let start: Vec<f64> = (0..sentences).map(relevance).collect();
    let total: f64 = start.iter().sum();
    if total > 0.0 {
        start.iter().map(|share| share / total).collect()
    } else {
        anywhere()
    }
}

#[cfg(test)]
mod laws {
    //! What holds for every method.

    use super::*;
    use crate::text::{Language, LanguageKit, TextOptions, segment};

    fn ranked(text: &str, method: &Method) -> Scores {
        let kit = LanguageKit::new(Language::english(), &TextOptions::default());
        let document = crate::source::format::plain("d", text);
        let mut terms = SentenceTerms::default();
        terms.add(&document, &segment(&document, &kit), &kit);
        let content = terms.matrix(false);
        (method.rank)(
            &RankInput {
                terms: &terms,
                content: &content,
            },
            &RankOptions::default(),
        )
    }

    /// The scores that a method gives the sentences of an English text.
    pub(super) fn scores(method: &str, text: &str) -> Vec<f64> {
        ranked(text, by_name(method).expect("a method")).values
    }

    #[test]
    fn scores_are_finite_and_the_best_is_one() {
        for text in [
            "The barrier rose. The barrier fell. The town paid for the barrier and the town was glad.",
            "Alpha beta gamma. Delta epsilon zeta. Eta theta iota.",
            "One.",
            "The the the. Of of of.",
            "Word. Word. Word. Word.",
            "??? ... !!!",
        ] {
            for method in METHODS {
                let scores = ranked(text, method);
                assert!(
                    scores
                        .values
                        .iter()
                        .all(|s| s.is_finite() && (0.0..=1.0).contains(s)),
                    "{} {text}",
                    method.name
                );
                let best = scores.values.iter().copied().fold(0.0, f64::max);
                assert!(
                    scores.values.is_empty() || best == 1.0,
                    "{} {text}: {:?}",
                    method.name,
                    scores.values
                );
                assert!(
                    scores
                        .factors
                        .iter()
                        .all(|(_, factor)| factor.len() == scores.values.len())
                );
            }
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
