//! TextRank for keywords: words that stand near words that matter.

use super::cooccurrence::Cooccurrence;
use super::recurring::least_full;
use super::{Analysis, Candidate, Method, Scoring};
use crate::rank::{WalkOptions, walk};
use crate::terms::TermId;

pub(super) const METHOD: Method = Method {
    name: "textrank",
    about: "a random walk over neighbouring words; the best third is joined to phrases",
    source: "Mihalcea & Tarau 2004",
    max_words: 3,
    scoring: Scoring::Candidates(score),
    in_set: None,
    is_relative: true,
};

/// Words are neighbours when they stand in a window of so many content words.
const WINDOW: usize = 2;

/// A word counts what the walk gives it; a phrase, where all its words are among the best third and it
/// stands as a whole run, their sum. Sums favour phrases, of which a long text has many: there such runs
/// have to recur ([`least_full`]), which the paper, on abstracts, had no need to ask for.
fn score(analysis: &Analysis) -> Vec<f64> {
    let sequence: Vec<TermId> = analysis.content_terms().collect();
    let terms = analysis.distinct_terms();
    let mut is_content = vec![false; terms];
    sequence
        .iter()
        .for_each(|&term| is_content[term as usize] = true);
    let content = is_content.iter().filter(|&&is| is).count();
    // Stopwords have no edges, and get nothing by teleport either.
    let share = 1.0 / content.max(1) as f64;
    let teleport: Vec<f64> = is_content
        .iter()
        .map(|&is| if is { share } else { 0.0 })
        .collect();
    let (scores, _) = walk(
        &Cooccurrence::new(&sequence, terms, WINDOW, |place| place),
        &teleport,
        WalkOptions::default(),
    );
    let mut order: Vec<f64> = scores
        .iter()
        .copied()
        .filter(|&score| score > 0.0)
        .collect();
    order.sort_unstable_by(|a, b| b.total_cmp(a));
    let threshold = order
        .get(content.div_ceil(3).saturating_sub(1))
        .copied()
        .unwrap_or(0.0);
    let least = least_full(analysis);
    let score = |candidate: &Candidate| {
        let words = candidate.terms().iter().map(|&term| scores[term as usize]);
        let is_keyword = candidate.full >= least && words.clone().all(|score| score >= threshold);
        if candidate.words == 1 || is_keyword {
            words.sum()
        } else {
            0.0
        }
    };
    analysis.candidates().iter().map(score).collect()
}
