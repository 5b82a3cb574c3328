//! What recurs in a text.

use super::{Analysis, Candidate};
use crate::terms::TermId;

/// A text of so many tokens may be the first in which a whole run has to come twice.
const SHORT: f64 = 250.0;

/// How often a phrase has to stand as a whole run: √(tokens / 250), rounded up, or as often as the most
/// frequent one does.
///
/// For methods that add up the scores of words: to them, three rare words that stand side by side once
/// are the best phrase there is, and a long text has many of those. KP-Miner (El-Beltagy & Rafea 2009)
/// asks for a fixed number of occurrences. The root and its constant were chosen on sets of human keywords:
/// with them papers, theses and news gain much, and abstracts neither gain nor lose much.
pub(super) fn least_full(analysis: &Analysis) -> u32 {
    let least = (analysis.tokens() as f64 / SHORT).sqrt().ceil() as u32;
    let full = analysis.candidates().iter().map(|candidate| candidate.full);
    least.min(full.max().unwrap_or(0)).max(1)
}

/// The scores of candidates that recur ([`least_full`]): the sums of those of their words.
pub(super) fn sums(analysis: &Analysis, of_word: impl Fn(TermId) -> f64) -> Vec<f64> {
    let least = least_full(analysis);
    let score = |candidate: &Candidate| {
        let words = candidate.terms().iter().map(|&term| of_word(term));
        let is_run = candidate.full >= least;
        if is_run { words.sum() } else { 0.0 }
    };
    analysis.candidates().iter().map(score).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keywords::laws::analysed;

    #[test]
    fn long_texts_ask_for_more() {
        let least = |text: &str| analysed(text, least_full);
        let alternating = "steel barrier, iron gate, ".repeat(60);
        assert_eq!(least(&alternating), 1);
        assert_eq!(least(&alternating.repeat(10)), 4);
        let different: Vec<String> = (0..2_000).map(|i| format!("word{i},")).collect();
        assert_eq!(least(&different.join(" ")), 1);
        assert_eq!(least(""), 1);
    }
}
