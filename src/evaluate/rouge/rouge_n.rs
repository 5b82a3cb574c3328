//! ROUGE-N: runs of N tokens.

use super::{Measure, Text, TokenId};
use crate::evaluate::Score;

pub(super) const ROUGE_1: Measure = Measure {
    name: "rouge1",
    label: "ROUGE-1",
    about: "tokens in common, each as often as both have it",
    source: "Lin 2004, section 2",
    score: score::<1>,
};

pub(super) const ROUGE_2: Measure = Measure {
    name: "rouge2",
    label: "ROUGE-2",
    about: "pairs of adjacent tokens in common",
    source: "Lin 2004, section 2",
    score: score::<2>,
};

/// Runs in common, over the runs of the summary (precision) and of the reference (recall). A run that
/// stands several times is in common as often as in the text that has it less often.
fn score<const N: usize>(summary: &Text, reference: &Text) -> Score {
    let (given, wanted) = (runs::<N>(summary), runs::<N>(reference));
    Score::of(in_common(&given, &wanted), given.len(), wanted.len())
}

/// The runs of a text, sorted.
fn runs<const N: usize>(text: &Text) -> Vec<[TokenId; N]> {
    let windows = text.tokens().windows(N);
    let mut runs: Vec<[TokenId; N]> = windows
        .map(|run| std::array::from_fn(|place| run[place]))
        .collect();
    runs.sort_unstable();
    runs
}

/// How many items two sorted lists have in common.
fn in_common<T: Ord>(a: &[T], b: &[T]) -> usize {
    let (mut i, mut j, mut hits) = (0, 0, 0);
    while i < a.len() && j < b.len() {
        match a[i].cmp(&b[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                hits += 1;
                i += 1;
                j += 1;
            }
        }
    }
    hits
}

#[cfg(test)]
mod tests {
    use super::super::tests::texts;
    use super::*;

    /// Lin's example of section 3: both summaries have three words, but only one pair of the reference.
    #[test]
    fn the_papers_example() {
        let texts = texts(&[
            "police killed the gunman",
            "police kill the gunman",
            "the gunman kill police",
        ]);
        for summary in &texts[1..] {
            assert_eq!(score::<1>(summary, &texts[0]), Score::of(3, 4, 4));
            assert_eq!(score::<2>(summary, &texts[0]), Score::of(1, 3, 3));
        }
    }

    #[test]
    fn repeats_count_as_often_as_both_have_them() {
        let texts = texts(&["the the the cat", "the cat the", "a"]);
        assert_eq!(score::<1>(&texts[0], &texts[1]), Score::of(3, 4, 3));
        assert_eq!(score::<2>(&texts[0], &texts[1]), Score::of(1, 3, 2));
        // A text of one token has no pair.
        assert_eq!(score::<2>(&texts[2], &texts[2]), Score::default());
    }
}
