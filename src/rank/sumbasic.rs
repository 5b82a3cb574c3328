//! SumBasic: frequent words, each less wanted once it has been said.

use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;

use super::{Method, RankInput, RankOptions, Scores};
use crate::terms::TermId;

pub(super) const METHOD: Method = Method {
    name: "sumbasic",
    about: "sentences of probable words, whose probability is squared once they are said",
    source: "Nenkova & Vanderwende 2005",
    trade_off: 1.0,
    rank,
};

/// So many sentences are put in order by the method; the others follow by their first scores.
const ORDERED: usize = 1_000;

/// Again and again the sentence with the largest mean probability of its words, of those that hold the
/// likeliest word; the probabilities of its words are squared then. The score is 1 for the first that is
/// taken, and falls evenly with the order. Stopwords do not count.
fn rank(input: &RankInput, _: &RankOptions) -> Scores {
    let order = order(&Words::of(input));
    let mut scores = vec![0.0; order.len()];
    for (place, &sentence) in order.iter().enumerate() {
        scores[sentence] = 1.0 - place as f64 / order.len() as f64;
    }
    Scores::product(order.len(), vec![("order", scores)], None)
}

/// The words of all sentences.
struct Words {
    sentences: Vec<Vec<TermId>>,
    /// The sentences that have each term.
    places: Vec<Vec<usize>>,
    /// The share of each term in all words.
    probabilities: Vec<f64>,
}

impl Words {
    fn of(input: &RankInput) -> Self {
        let content = |i: usize| -> Vec<TermId> {
            let terms = input.terms.terms(i).filter(|(_, is_stopword)| !is_stopword);
            terms.map(|(term, _)| term).collect()
        };
        let sentences: Vec<Vec<TermId>> = (0..input.terms.len()).map(content).collect();
        let total = sentences.iter().map(Vec::len).sum::<usize>().max(1);
        let mut places: Vec<Vec<usize>> = vec![Vec::new(); input.content.columns()];
        let mut probabilities = vec![0.0; places.len()];
        for (i, sentence) in sentences.iter().enumerate() {
            for &term in sentence {
                probabilities[term as usize] += 1.0 / total as f64;
                if places[term as usize].last() != Some(&i) {
                    places[term as usize].push(i);
                }
            }
        }
        Self {
            sentences,
            places,
            probabilities,
        }
    }

    /// The mean probability of the words of a sentence.
    fn score(&self, sentence: usize, probabilities: &[f64]) -> f64 {
        let words = &self.sentences[sentence];
        let sum: f64 = words.iter().map(|&term| probabilities[term as usize]).sum();
        sum / words.len().max(1) as f64
    }
}

/// A term in the queue, with its probability when it was put there.
#[derive(PartialEq)]
struct Likely(f64, Reverse<TermId>);

impl Eq for Likely {}

impl Ord for Likely {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.total_cmp(&other.0).then(self.1.cmp(&other.1))
    }
}

impl PartialOrd for Likely {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// All sentences, the first taken first.
fn order(words: &Words) -> Vec<usize> {
    let mut probabilities = words.probabilities.clone();
    let likely = |(term, &probability): (usize, &f64)| Likely(probability, Reverse(term as TermId));
    let mut queue: BinaryHeap<Likely> = probabilities.iter().enumerate().map(likely).collect();
    let mut is_taken = vec![false; words.sentences.len()];
    let mut order = Vec::new();
    while order.len() < ORDERED
        && let Some(Likely(probability, Reverse(term))) = queue.pop()
    {
        let now = probabilities[term as usize];
        if now < probability {
            queue.push(Likely(now, Reverse(term)));
            continue;
        }
        let free = words.places[term as usize]
            .iter()
            .copied()
            .filter(|&i| !is_taken[i]);
        let scored = free.map(|i| (words.score(i, &probabilities), Reverse(i)));
        // A term whose sentences are all taken is done with.
        let Some((_, Reverse(best))) =
            scored.max_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)))
        else {
            continue;
        };
        is_taken[best] = true;
        order.push(best);
        let mut said = words.sentences[best].clone();
        said.sort_unstable();
        said.dedup();
        said.iter()
            .for_each(|&term| probabilities[term as usize] *= probabilities[term as usize]);
        queue.push(Likely(probabilities[term as usize], Reverse(term)));
    }
    let mut rest: Vec<usize> = (0..is_taken.len()).filter(|&i| !is_taken[i]).collect();
    rest.sort_by(|&a, &b| {
        let score = |i: usize| words.score(i, &words.probabilities);
        score(b).total_cmp(&score(a)).then(a.cmp(&b))
    });
    order.extend(rest);
    order
}

#[cfg(test)]
mod tests {
    use crate::rank::laws::scores;

    #[test]
    fn what_is_said_is_wanted_less() {
        // Of eight words: stone 4/8, wall 1/8, hill 2/8, green 1/8. Of the sentences with stone the third has
        // the largest mean. Stone is 1/4 then, as likely as hill, and came first: of its sentences the
        // second has (1/4 + 1/4) / 2, the first (1/4 + 1/8) / 2. Then stone and hill are 1/16, wall and
        // green 1/8, of which wall came first.
        let text = "Stone wall. Stone hill. Stone stone. Green hill.";
        assert_eq!(scores("sumbasic", text), [0.5, 0.75, 1.0, 0.25]);
    }
}
