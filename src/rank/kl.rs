//! KLSum: a summary whose words are distributed as those of the text.

use std::cmp::{Ordering, Reverse};
use std::collections::{BTreeMap, BinaryHeap};

use rayon::prelude::*;

use super::{Method, RankInput, RankOptions, Scores};
use crate::terms::TermMatrix;

pub(super) const METHOD: Method = Method {
    name: "kl",
    about: "sentences that bring the distribution of words nearest to that of the text",
    source: "Haghighi & Vanderwende 2009",
    trade_off: 1.0,
    rank,
};

/// So often each word of the text occurs in the summary beside where it does, so that none is impossible.
const SMOOTHING: f64 = 0.1;
/// How many sentences are put in order by the method; the others follow by how good they were as the first.
const LIMITS: Limits = Limits {
    sentences: 1_000,
    looks: 1 << 26,
};

/// Again and again the sentence that makes KL(P ‖ Q) = Σ_w P(w) · ln(P(w) / Q(w)) smallest, with the
/// distribution P of words in the text and Q in the summary so far and that sentence:
///
/// Q(w) = (c(w) + δ) / (L + δ · V)
///
/// with c(w) occurrences of w among L words and a vocabulary of V. The paper gives unsaid words a little
/// without saying how; here δ = 0.1. Stopwords do not count. The score is 1 for the first that is taken, and
/// falls evenly with the order.
///
/// A thousand sentences are put in order, or fewer, where that would take more than 2²⁶ looks at a word,
/// as in a text that says the same again and again.
fn rank(input: &RankInput, _: &RankOptions) -> Scores {
    let order = order(&Text::new(&input.terms.counts()), LIMITS);
    let mut scores = vec![0.0; order.len()];
    for (place, &sentence) in order.iter().enumerate() {
        scores[sentence] = 1.0 - place as f64 / order.len() as f64;
    }
    Scores::product(order.len(), vec![("order", scores)], None)
}

/// How far the order goes.
#[derive(Clone, Copy)]
struct Limits {
    /// Sentences.
    sentences: usize,
    /// Words of sentences looked at.
    looks: usize,
}

/// The words of a text.
struct Text<'m> {
    counts: &'m TermMatrix,
    /// The words of each sentence.
    lengths: Vec<u32>,
    /// P: the share of each term in all words.
    shares: Vec<f64>,
}

impl<'m> Text<'m> {
    fn new(counts: &'m TermMatrix) -> Self {
        let mut lengths = vec![0; counts.rows()];
        let mut shares = vec![0.0; counts.columns()];
        for (i, length) in lengths.iter_mut().enumerate() {
            let (terms, counts) = counts.row(i);
            for (&term, &count) in terms.iter().zip(counts) {
                *length += count as u32;
                shares[term as usize] += f64::from(count);
            }
        }
        let total = shares.iter().sum::<f64>().max(1.0);
        shares.iter_mut().for_each(|share| *share /= total);
        Self {
            counts,
            lengths,
            shares,
        }
    }
}

/// The sentences that were taken.
struct Summary<'t> {
    text: &'t Text<'t>,
    /// c + δ of each term.
    counts: Vec<f64>,
    /// L + δ · V.
    length: f64,
}

impl<'t> Summary<'t> {
    fn new(text: &'t Text) -> Self {
        let vocabulary = text.shares.iter().filter(|&&share| share > 0.0).count();
        Self {
            text,
            counts: vec![SMOOTHING; text.shares.len()],
            length: SMOOTHING * vocabulary as f64,
        }
    }

    /// By how much the words of a sentence bring the divergence down, but for what its length costs:
    /// Σ_w P(w) · ln((c(w) + its w + δ) / (c(w) + δ)). It falls as the counts grow.
    fn gain(&self, sentence: usize) -> f64 {
        let (terms, counts) = self.text.counts.row(sentence);
        let of_term = |(&term, &count): (&u32, &f32)| {
            let known = self.counts[term as usize];
            self.text.shares[term as usize] * (1.0 + f64::from(count) / known).ln()
        };
        terms.iter().zip(counts).map(of_term).sum()
    }

    /// By how much so many more words bring it up: all others are less likely then.
    fn cost(&self, length: u32) -> f64 {
        (1.0 + f64::from(length) / self.length).ln()
    }

    fn take(&mut self, sentence: usize) {
        let (terms, counts) = self.text.counts.row(sentence);
        for (&term, &count) in terms.iter().zip(counts) {
            self.counts[term as usize] += f64::from(count);
        }
        self.length += f64::from(self.text.lengths[sentence]);
    }
}

/// A sentence in the queue, with its gain when it was put there.
struct Candidate {
    gain: f64,
    sentence: usize,
    /// How many sentences the summary had then.
    taken: usize,
}

impl Ord for Candidate {
    /// By gain; of equals, the earlier sentence is the greater.
    fn cmp(&self, other: &Self) -> Ordering {
        let by_gain = self.gain.total_cmp(&other.gain);
        by_gain.then(other.sentence.cmp(&self.sentence))
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

/// The sentences by length. Those of one length cost the same, and their gains only fall as sentences are
/// taken, so among them an old gain is an upper bound: the first whose gain is still what it was is the
/// best.
struct Queues {
    by_length: BTreeMap<u32, BinaryHeap<Candidate>>,
    /// Words looked at.
    looks: usize,
}

impl Queues {
    /// All sentences that have words, with their first gains.
    fn new(text: &Text, gains: &[f64]) -> Self {
        let mut by_length: BTreeMap<u32, BinaryHeap<Candidate>> = BTreeMap::new();
        for (sentence, (&length, &gain)) in text.lengths.iter().zip(gains).enumerate() {
            if length > 0 {
                by_length.entry(length).or_default().push(Candidate {
                    gain,
                    sentence,
                    taken: 0,
                });
            }
        }
        Self {
            by_length,
            looks: 0,
        }
    }

    /// Takes out the sentence that brings the divergence down most; of equals the earlier.
    fn next(&mut self, summary: &Summary, taken: usize) -> Option<usize> {
        let mut best: Option<(f64, Reverse<usize>)> = None;
        for (&length, queue) in &mut self.by_length {
            let cost = summary.cost(length);
            while let Some(first) = queue.peek()
                && best.is_none_or(|best| first.gain - cost >= best.0)
            {
                if first.taken == taken {
                    let this = (first.gain - cost, Reverse(first.sentence));
                    best = best.filter(|&best| best > this).or(Some(this));
                    break;
                }
                let sentence = first.sentence;
                queue.pop();
                self.looks += summary.text.counts.row(sentence).0.len();
                queue.push(Candidate {
                    gain: summary.gain(sentence),
                    sentence,
                    taken,
                });
            }
        }
        let Reverse(sentence) = best?.1;
        self.by_length
            .get_mut(&summary.text.lengths[sentence])?
            .pop()
            .map(|first| first.sentence)
    }
}

/// All sentences, the first taken first.
fn order(text: &Text, limits: Limits) -> Vec<usize> {
    let mut summary = Summary::new(text);
    let sentences = text.lengths.len();
    let gains: Vec<f64> = (0..sentences)
        .into_par_iter()
        .map(|i| summary.gain(i))
        .collect();
    // What says nothing comes last.
    let value = |(&gain, &length): (&f64, &u32)| match length {
        0 => f64::NEG_INFINITY,
        _ => gain - summary.cost(length),
    };
    let first_values: Vec<f64> = gains.iter().zip(&text.lengths).map(value).collect();
    let mut queues = Queues::new(text, &gains);
    let mut is_taken = vec![false; sentences];
    let mut order = Vec::new();
    while order.len() < limits.sentences
        && queues.looks < limits.looks
        && let Some(best) = queues.next(&summary, order.len())
    {
        summary.take(best);
        is_taken[best] = true;
        order.push(best);
    }
    let mut rest: Vec<usize> = (0..sentences).filter(|&i| !is_taken[i]).collect();
    rest.sort_by(|&a, &b| first_values[b].total_cmp(&first_values[a]).then(a.cmp(&b)));
    order.extend(rest);
    order
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::map::Set;
    use crate::rank::laws::scores;
    use crate::rank::walk::tests::sentences;
    use crate::terms::TermId;
    use crate::terms::tests::counts;

    /// KL(P ‖ Q) as it is written down.
    fn divergence(rows: &[Vec<TermId>], summary: &[usize]) -> f64 {
        let words = rows.concat();
        let said: Vec<TermId> = summary.iter().flat_map(|&i| rows[i].clone()).collect();
        let count =
            |words: &[TermId], term| words.iter().filter(|&&word| word == term).count() as f64;
        let vocabulary: Set<TermId> = crate::map::set(words.iter().copied());
        let mut vocabulary: Vec<TermId> = vocabulary.into_iter().collect();
        vocabulary.sort_unstable();
        let of_term = |&term: &TermId| {
            let p = count(&words, term) / words.len() as f64;
            let smoothed = said.len() as f64 + SMOOTHING * vocabulary.len() as f64;
            p * (p * smoothed / (count(&said, term) + SMOOTHING)).ln()
        };
        vocabulary.iter().map(of_term).sum()
    }

    proptest! {
        #[test]
        fn each_sentence_brings_the_divergence_down_most(rows in sentences()) {
            let order = order(&Text::new(&counts(&rows)), LIMITS);
            for taken in 0..order.len() {
                let with = |i: usize| {
                    let mut summary = order[..taken].to_vec();
                    summary.push(i);
                    divergence(&rows, &summary)
                };
                let next = order[taken];
                let others = order[taken..].iter().filter(|&&i| !rows[i].is_empty());
                let least = others.map(|&i| with(i)).fold(f64::INFINITY, f64::min);
                prop_assert!(rows[next].is_empty() || with(next) < least + 1e-9);
                prop_assert!(!rows[next].is_empty() || least == f64::INFINITY);
            }
        }

        #[test]
        fn the_limit_cuts_the_order(rows in sentences(), most in 0_usize..5) {
            let counts = counts(&rows);
            let text = Text::new(&counts);
            let cut = order(&text, Limits { sentences: most, ..LIMITS });
            let common = most.min(rows.len());
            prop_assert_eq!(&cut[..common], &order(&text, LIMITS)[..common]);
            let mut sorted = cut.clone();
            sorted.sort_unstable();
            prop_assert!(sorted.into_iter().eq(0..rows.len()));
        }
    }

    #[test]
    fn what_was_said_brings_less() {
        // Of six words stone is 1/3, the others 1/6; all sentences are of one length. The first gains
        // (1/3 + 1/6) · ln 11, as the second, which comes later. Then stone has been said: the second
        // gains 1/3 · ln(2.1/1.1) + 1/6 · ln 11 = 0.62, the third 1/3 · ln 11 = 0.80.
        let expected = [1.0, 1.0 / 3.0, 2.0 / 3.0];
        let scores = scores("kl", "Stone wall. Stone hill. Oak leaf.");
        assert!(
            scores
                .iter()
                .zip(expected)
                .all(|(a, b)| (a - b).abs() < 1e-12),
            "{scores:?}"
        );
    }

    #[test]
    fn words_that_say_little_cost_more_than_they_bring() {
        // Of 13 words stone and wall are 4/13 each, the five others 1/13. The first sentence gains ln 11 and
        // costs ln(1 + 7/0.7), the same; the others gain 8/13 · ln 11 = 1.48 and cost ln(1 + 2/0.7) = 1.35.
        let text = "Stone wall oak leaf gate hill river. Stone wall. Stone wall. Stone wall.";
        let scores = scores("kl", text);
        assert_eq!(scores[1], 1.0, "{scores:?}");
    }
}
