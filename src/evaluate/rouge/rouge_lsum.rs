//! ROUGE-Lsum: the union of longest common subsequences, line by line.

use super::lcs::Lines;
use super::{Measure, Text};
use crate::evaluate::Score;

pub(super) const MEASURE: Measure = Measure {
    name: "rougeLsum",
    label: "ROUGE-Lsum",
    about: "such sequences of each line of the reference with all lines of the summary, united",
    source: "Lin 2004, section 3.2, counted as in ROUGE-1.5.5",
    score,
};

/// Each line of the reference is matched with each of the summary. The tokens of it that are in any of
/// the longest common subsequences are hits, but a token is no more often a hit than the summary has it.
fn score(summary: &Text, reference: &Text) -> Score {
    let mut left = counts(summary);
    let lines = Lines::new(summary);
    let mut hits = 0;
    for line in reference.lines() {
        for (&token, is_common) in line.iter().zip(lines.union_with(line)) {
            let left = left.get_mut(token as usize).filter(|left| **left > 0);
            if let (Some(left), true) = (left, is_common) {
                *left -= 1;
                hits += 1;
            }
        }
    }
    Score::of(hits, summary.tokens().len(), reference.tokens().len())
}

/// How often the text has each token, by number.
fn counts(text: &Text) -> Vec<usize> {
    let kinds = text.tokens().iter().max().map_or(0, |&most| most + 1);
    let mut counts = vec![0; kinds as usize];
    for &token in text.tokens() {
        counts[token as usize] += 1;
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::super::tests::texts;
    use super::*;

    /// Lin's example of section 3.2: of a reference line w1 … w5, one line of the summary has "w1 w2",
    /// the other "w1 w3 w5": their union is 4 of 5.
    #[test]
    fn the_papers_example() {
        let texts = texts(&["w1 w2 w3 w4 w5", "w1 w2 w6 w7 w8\nw1 w3 w8 w9 w5"]);
        assert_eq!(score(&texts[1], &texts[0]), Score::of(4, 10, 5));
    }

    #[test]
    fn a_token_is_no_more_often_a_hit_than_the_summary_has_it() {
        let texts = texts(&["the cat\nthe dog\nthe end", "the cat"]);
        assert_eq!(score(&texts[1], &texts[0]), Score::of(2, 2, 6));
    }

    #[test]
    fn lines_are_no_matter_where_both_have_one() {
        let texts = texts(&["a b c d e", "a c x b e"]);
        let whole = super::super::rouge_l::MEASURE.score;
        assert_eq!(score(&texts[1], &texts[0]), whole(&texts[1], &texts[0]));
    }
}
