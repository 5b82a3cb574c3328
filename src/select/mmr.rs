//! Maximal marginal relevance: good sentences that do not say the same.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use super::Cost;
use super::budget::Budget;
use crate::terms::TermMatrix;

/// Sentences with this cosine or a larger one say the same.
const SAME: f64 = 0.5;

/// A sentence that was chosen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Choice {
    /// Its index.
    pub sentence: usize,
    /// Its largest cosine with a sentence chosen before it.
    pub redundancy: f64,
}

/// A sentence in the queue, with its value as far as it is known.
struct Candidate {
    sentence: usize,
    value: f64,
    redundancy: f64,
    /// So many of the choices it has been compared with.
    compared: usize,
}

impl Ord for Candidate {
    /// By value; of equals, the earlier sentence is the greater.
    fn cmp(&self, other: &Self) -> Ordering {
        self.value
            .total_cmp(&other.value)
            .then(other.sentence.cmp(&self.sentence))
    }
}

impl PartialOrd for Candidate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Candidate {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Candidate {}

/// Chooses sentences under a budget, best first (Carbonell & Goldstein 1998): next is always the one
/// with the largest
///
/// λ · score − (1 − λ) · (largest cosine with a chosen one),
///
/// of equals the earlier, that still fits; what says the same as a chosen one (a cosine of one half) comes
/// behind all others. λ is `trade_off`. Sentences that `is_candidate` denies are
/// never chosen. `cost` is asked only where the budget limits words or characters.
///
/// The second term only grows as sentences are chosen, so a value computed earlier is an upper bound: a
/// queue by old values, looked at again only when they come first, makes the same choices as a
/// comparison of all with all.
pub fn select(
    scores: &[f64],
    matrix: &TermMatrix,
    cost: impl Fn(usize) -> Cost,
    is_candidate: &[bool],
    budget: &Budget,
    trade_off: f64,
) -> Vec<Choice> {
    let candidate = |sentence: usize| Candidate {
        sentence,
        value: trade_off * scores[sentence],
        redundancy: 0.0,
        compared: 0,
    };
    let mut queue: BinaryHeap<Candidate> = (0..scores.len())
        .filter(|&i| is_candidate[i])
        .map(candidate)
        .collect();
    let mut purse = budget.purse(scores.len(), &cost);
    let mut choices: Vec<Choice> = Vec::new();
    while let Some(mut first) = queue.pop() {
        if purse.is_spent() {
            break;
        }
        // What does not fit now never will: the budget only shrinks.
        if !purse.affords(|| cost(first.sentence)) {
            continue;
        }
        if trade_off < 1.0 && first.compared < choices.len() {
            for choice in &choices[first.compared..] {
                first.redundancy = matrix
                    .cosine(first.sentence, choice.sentence)
                    .max(first.redundancy);
            }
            first.compared = choices.len();
            first.value = value(scores[first.sentence], first.redundancy, trade_off);
            queue.push(first);
            continue;
        }
        purse.pay(|| cost(first.sentence));
        choices.push(Choice {
            sentence: first.sentence,
            redundancy: first.redundancy,
        });
    }
    choices
}

/// What a sentence of this score and this redundancy is worth.
fn value(score: f64, redundancy: f64, trade_off: f64) -> f64 {
    let same = if redundancy >= SAME { 1.0 } else { 0.0 };
    trade_off * score - (1.0 - trade_off) * redundancy - same
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::rank::random_sentences as sentences;
    use crate::terms::tests::matrix;
    use crate::text::WordCount;

    fn cost(words: usize) -> Cost {
        Cost {
            words: WordCount {
                least: words,
                most: words,
            },
            chars: words * 6,
        }
    }

    /// The slow and obvious version.
    fn naive(
        scores: &[f64],
        matrix: &TermMatrix,
        costs: &[Cost],
        budget: &Budget,
        trade_off: f64,
    ) -> Vec<usize> {
        let mut purse = budget.purse(costs.len(), &|i| costs[i]);
        let mut chosen: Vec<usize> = Vec::new();
        loop {
            let value = |i: usize| {
                let near = chosen
                    .iter()
                    .map(|&j| matrix.cosine(i, j))
                    .fold(0.0, f64::max);
                let same = if near >= 0.5 && trade_off < 1.0 {
                    1.0
                } else {
                    0.0
                };
                trade_off * scores[i] - (1.0 - trade_off) * near - same
            };
            let mut best: Option<(f64, usize)> = None;
            for i in (0..scores.len()).filter(|i| !chosen.contains(i)) {
                if purse.affords(|| costs[i]) && best.is_none_or(|(v, _)| value(i) > v) {
                    best = Some((value(i), i));
                }
            }
            let Some((_, i)) = best else { return chosen };
            purse.pay(|| costs[i]);
            chosen.push(i);
        }
    }

    proptest! {
        #[test]
        fn chooses_what_comparing_all_with_all_chooses(
            rows in sentences(),
            levels in prop::collection::vec(0_u8..5, 40),
            words in 0_usize..60,
            overshoot: bool,
            trade_off in prop::sample::select(vec![0.3, 0.5, 1.0]),
        ) {
            let matrix = matrix(&rows);
            let scores: Vec<f64> = levels[..rows.len()].iter().map(|&level| f64::from(level) / 4.0).collect();
            let costs: Vec<Cost> = rows.iter().map(|row| cost(row.len())).collect();
            let budget = Budget { words: Some(words), overshoot, ..Budget::default() };
            let all = vec![true; rows.len()];
            let chosen: Vec<usize> = select(&scores, &matrix, |i| costs[i], &all, &budget, trade_off)
                .iter()
                .map(|choice| choice.sentence)
                .collect();
            prop_assert_eq!(&chosen, &naive(&scores, &matrix, &costs, &budget, trade_off));
            let spent: usize = chosen.iter().map(|&i| costs[i].words.most).sum();
            prop_assert!(overshoot || spent <= words);
        }
    }

    #[test]
    fn equal_scores_come_in_reading_order() {
        let matrix = matrix(&[vec![0], vec![1], vec![2], vec![3]]);
        let budget = Budget {
            sentences: Some(4),
            ..Budget::default()
        };
        let choices = select(&[0.5; 4], &matrix, |_| cost(1), &[true; 4], &budget, 0.5);
        assert_eq!(
            choices
                .iter()
                .map(|choice| choice.sentence)
                .collect::<Vec<_>>(),
            [0, 1, 2, 3]
        );
    }
}
