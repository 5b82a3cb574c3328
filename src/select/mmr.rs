//! Maximal marginal relevance: good sentences that do not say the same.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use super::Cost;
use super::budget::Budget;
use crate::map::Map;
use crate::terms::{TermId, TermMatrix};

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
    let mut chosen = Chosen::new(matrix);
    while let Some(mut first) = queue.pop() {
        if purse.is_spent() {
            break;
        }
        // What does not fit now never will: the budget only shrinks.
        if !purse.affords(|| cost(first.sentence)) {
            continue;
        }
        if trade_off < 1.0 && first.compared < chosen.choices.len() {
            let nearest = chosen.nearest(first.sentence, first.compared);
            first.redundancy = nearest.max(first.redundancy);
            first.compared = chosen.choices.len();
            first.value = value(scores[first.sentence], first.redundancy, trade_off);
            queue.push(first);
            continue;
        }
        purse.pay(|| cost(first.sentence));
        chosen.choices.push(Choice {
            sentence: first.sentence,
            redundancy: first.redundancy,
        });
    }
    chosen.choices
}

/// The sentences that were chosen, which are also found by their terms.
struct Chosen<'m> {
    matrix: &'m TermMatrix,
    choices: Vec<Choice>,
    /// The choices that have a term, in their order, and its weight there.
    postings: Map<TermId, Vec<(usize, f32)>>,
    /// So many choices are in the postings.
    posted: usize,
    /// Room for a cosine with each choice.
    cosines: Vec<f64>,
}

/// With so few choices a sentence is compared one by one.
const FEW: usize = 8;

impl<'m> Chosen<'m> {
    fn new(matrix: &'m TermMatrix) -> Self {
        Self {
            matrix,
            choices: Vec::new(),
            postings: Map::default(),
            posted: 0,
            cosines: Vec::new(),
        }
    }

    /// The largest cosine of a sentence with a choice, those before `since` aside.
    fn nearest(&mut self, sentence: usize, since: usize) -> f64 {
        if self.choices.len() - since <= FEW {
            let cosine = |choice: &Choice| self.matrix.cosine(sentence, choice.sentence);
            return self.choices[since..].iter().map(cosine).fold(0.0, f64::max);
        }
        self.post();
        self.cosines.clear();
        self.cosines.resize(self.choices.len() - since, 0.0);
        let (terms, weights) = self.matrix.row(sentence);
        // Term by term, as the cosine of two sentences is added up.
        for (term, &weight) in terms.iter().zip(weights) {
            let posted = self.postings.get(term).map_or(&[][..], Vec::as_slice);
            let first = posted.partition_point(|&(choice, _)| choice < since);
            for &(choice, other) in &posted[first..] {
                self.cosines[choice - since] += f64::from(weight) * f64::from(other);
            }
        }
        self.cosines.iter().copied().fold(0.0, f64::max)
    }

    fn post(&mut self) {
        for (number, choice) in self.choices.iter().enumerate().skip(self.posted) {
            let (terms, weights) = self.matrix.row(choice.sentence);
            for (&term, &weight) in terms.iter().zip(weights) {
                self.postings
                    .entry(term)
                    .or_default()
                    .push((number, weight));
            }
        }
        self.posted = self.choices.len();
    }
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

    proptest! {
        #[test]
        fn postings_give_the_same_bits_as_one_by_one(rows in sentences(), since in 0_usize..12) {
            let matrix = matrix(&rows);
            let mut chosen = Chosen::new(&matrix);
            chosen.choices = (0..rows.len()).rev().map(|sentence| Choice { sentence, redundancy: 0.0 }).collect();
            let since = since.min(rows.len() - 1);
            for sentence in 0..rows.len() {
                let cosines = (0..rows.len() - since).map(|choice| matrix.cosine(sentence, choice));
                let expected = cosines.fold(0.0, f64::max);
                prop_assert_eq!(chosen.nearest(sentence, since).to_bits(), expected.to_bits());
            }
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
