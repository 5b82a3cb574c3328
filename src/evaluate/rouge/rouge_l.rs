//! ROUGE-L: the longest common subsequence.

use super::{Measure, Text, lcs};
use crate::evaluate::Score;

pub(super) const MEASURE: Measure = Measure {
    name: "rougeL",
    label: "ROUGE-L",
    about: "the longest sequence of tokens that both have in the same order, gaps or not",
    source: "Lin 2004, section 3.1",
    score,
};

/// The length of the longest common subsequence of the whole texts, over the tokens of each.
fn score(summary: &Text, reference: &Text) -> Score {
    let (given, wanted) = (summary.tokens(), reference.tokens());
    Score::of(lcs::length(given, wanted), given.len(), wanted.len())
}

#[cfg(test)]
mod tests {
    use super::super::tests::texts;
    use super::*;

    /// Lin's example of section 3.1: order tells the summaries apart, 3/4 against 1/2.
    #[test]
    fn the_papers_example() {
        let texts = texts(&[
            "police killed the gunman",
            "police kill the gunman",
            "the gunman kill police",
        ]);
        assert_eq!(score(&texts[1], &texts[0]).f1, 0.75);
        assert_eq!(score(&texts[2], &texts[0]).f1, 0.5);
    }
}
