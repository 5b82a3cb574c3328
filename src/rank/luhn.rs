//! Luhn's method: sentences where frequent words stand close together.

use super::{Method, RankInput, RankOptions, Scores};
use crate::terms::TermId;

pub(super) const METHOD: Method = Method {
    name: "luhn",
    about: "sentences with the densest cluster of frequent words",
    source: "Luhn 1958",
    trade_off: 1.0,
    rank,
};

/// Two significant words belong to one cluster when at most so many others stand between them.
const GAP: usize = 4;
/// This share of the distinct words, the most frequent ones, is significant: Luhn leaves the cut-off open.
const SIGNIFICANT: f64 = 0.1;
/// A word that occurs less often is never significant.
const FEWEST: u32 = 2;

/// score = (significant words of a cluster)² / (words from its first to its last one), of the sentence's
/// best cluster. Stopwords are not significant.
fn rank(input: &RankInput, _: &RankOptions) -> Scores {
    let is_significant = significant(input);
    let score = |i: usize| {
        let words: Vec<bool> = input
            .terms
            .terms(i)
            .map(|(term, is_stopword)| !is_stopword && is_significant[term as usize])
            .collect();
        best_cluster(&words)
    };
    // Where no word is significant, all sentences are alike.
    let scores = (0..input.terms.len()).map(|i| score(i).max(1e-9)).collect();
    Scores::product(input.terms.len(), vec![("cluster", scores)], None)
}

/// Which terms are significant.
fn significant(input: &RankInput) -> Vec<bool> {
    let mut counts = vec![0_u32; input.content.columns()];
    for i in 0..input.terms.len() {
        for (term, _) in input.terms.terms(i).filter(|(_, is_stopword)| !is_stopword) {
            counts[term as usize] += 1;
        }
    }
    let mut order: Vec<TermId> = (0..counts.len() as TermId)
        .filter(|&term| counts[term as usize] > 0)
        .collect();
    // Of equally frequent terms the one that comes first.
    order.sort_by_key(|&term| std::cmp::Reverse(counts[term as usize]));
    let most = (order.len() as f64 * SIGNIFICANT).ceil() as usize;
    let mut is_significant = vec![false; counts.len()];
    for &term in order[..most]
        .iter()
        .filter(|&&term| counts[term as usize] >= FEWEST)
    {
        is_significant[term as usize] = true;
    }
    is_significant
}

/// The score of the best cluster of a sentence, given which of its words are significant.
fn best_cluster(words: &[bool]) -> f64 {
    let places: Vec<usize> = (0..words.len()).filter(|&place| words[place]).collect();
    let clusters = places.chunk_by(|a, b| b - a <= GAP + 1);
    let score = |cluster: &[usize]| {
        let span = cluster[cluster.len() - 1] - cluster[0] + 1;
        (cluster.len() * cluster.len()) as f64 / span as f64
    };
    clusters.map(score).fold(0.0, f64::max)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rank::laws::scores;

    #[test]
    fn clusters_end_at_five_other_words() {
        // Luhn's own figure: four significant words in a cluster of seven.
        let figure = [0, 0, 1, 0, 1, 1, 0, 0, 1, 0, 0].map(|word| word == 1);
        assert!((best_cluster(&figure) - 16.0 / 7.0).abs() < 1e-12);
        let apart = [1, 0, 0, 0, 0, 0, 1, 1].map(|word| word == 1);
        assert_eq!(best_cluster(&apart), 2.0);
        assert_eq!(best_cluster(&[false, false]), 0.0);
    }

    #[test]
    fn frequent_words_make_the_score() {
        // Ten content words: only the commonest, "stone", is significant.
        let text =
            "Stone meets stone. Stone walls fall down quickly. Green hills, blue river, old oak.";
        let rounded: Vec<f64> = scores("luhn", text)
            .iter()
            .map(|score| (score * 1e6).round() / 1e6)
            .collect();
        assert_eq!(rounded, [1.0, 0.75, 0.0]);
    }
}
