//! TextRank for keywords: words that stand near words that matter.

use super::{Analysis, Candidate, Method, Scoring};
use crate::map::Map;
use crate::rank::{SimilarityGraph, WalkOptions, walk};
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

/// The graph of terms that occur within a window, an edge counting how often: symmetric.
struct Cooccurrence {
    /// Where each term's edges end.
    ends: Vec<usize>,
    edges: Vec<(TermId, f64)>,
}

impl Cooccurrence {
    fn new(sequence: &[TermId], terms: usize) -> Self {
        let mut counts: Map<(TermId, TermId), u32> = Map::default();
        for (i, &a) in sequence.iter().enumerate() {
            for &b in sequence[i + 1..]
                .iter()
                .take(WINDOW - 1)
                .filter(|&&b| b != a)
            {
                *counts.entry((a, b)).or_default() += 1;
                *counts.entry((b, a)).or_default() += 1;
            }
        }
        let mut sorted: Vec<((TermId, TermId), u32)> = counts.into_iter().collect();
        sorted.sort_unstable();
        let mut ends = vec![0; terms];
        for ((from, _), _) in &sorted {
            ends[*from as usize] += 1;
        }
        let mut total = 0;
        for end in &mut ends {
            total += *end;
            *end = total;
        }
        let edges = sorted
            .into_iter()
            .map(|((_, to), count)| (to, f64::from(count)))
            .collect();
        Self { ends, edges }
    }

    fn edges(&self, term: usize) -> &[(TermId, f64)] {
        &self.edges[term.checked_sub(1).map_or(0, |before| self.ends[before])..self.ends[term]]
    }
}

impl SimilarityGraph for Cooccurrence {
    fn len(&self) -> usize {
        self.ends.len()
    }

    fn gather(&self, x: &[f64], out: &mut [f64]) {
        for (term, out) in out.iter_mut().enumerate() {
            *out = self
                .edges(term)
                .iter()
                .map(|&(from, weight)| weight * x[from as usize])
                .sum();
        }
    }

    fn out_weights(&self) -> Vec<f64> {
        (0..self.len())
            .map(|term| self.edges(term).iter().map(|edge| edge.1).sum())
            .collect()
    }
}

/// A word counts what the walk gives it; a phrase, where all its words are among the best third and
/// it stands as a whole run somewhere, their sum. Long texts favour phrases by this sum, as in the
/// paper.
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
        &Cooccurrence::new(&sequence, terms),
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
    let score = |candidate: &Candidate| {
        let words = candidate.terms().iter().map(|&term| scores[term as usize]);
        let is_keyword = candidate.full > 0 && words.clone().all(|score| score >= threshold);
        if candidate.words == 1 || is_keyword {
            words.sum()
        } else {
            0.0
        }
    };
    analysis.candidates().iter().map(score).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_are_counted_both_ways() {
        let graph = Cooccurrence::new(&[0, 1, 0, 2, 2], 3);
        assert_eq!(graph.edges(0), [(1, 2.0), (2, 1.0)]);
        assert_eq!(graph.edges(1), [(0, 2.0)]);
        assert_eq!(graph.edges(2), [(0, 1.0)]);
        assert_eq!(graph.out_weights(), [3.0, 2.0, 1.0]);
    }
}
