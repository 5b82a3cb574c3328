//! Candidates that share words, grouped into topics.

use crate::map::Map;
use crate::terms::TermId;

/// Topics less similar than this are not joined: a distance of 0.74, as in the implementation of Boudin
/// (2018).
const LEAST: f64 = 0.26;

/// The topic of each candidate, numbered as they first appear. A candidate is given by its distinct
/// terms.
///
/// Agglomerative clustering by average linkage (Bougouin et al. 2013): the similarity of two candidates
/// is the Jaccard index of their terms, that of two topics the mean over all pairs of their candidates.
/// A chain of nearest neighbours is followed until two are nearest to each other, and these are joined,
/// which leads to what joining the two nearest of all leads to (Murtagh 1983) without looking for them.
pub(super) fn topics<T: AsRef<[TermId]>>(candidates: &[T]) -> Vec<usize> {
    let mut topics = Topics::new(candidates);
    for start in 0..candidates.len() {
        let mut chain = Vec::new();
        while topics.is_open[start] {
            if chain.is_empty() {
                chain.push(start);
            }
            topics.follow(&mut chain);
        }
    }
    topics.numbered()
}

/// Topics on their way, each by the number of its first candidate.
struct Topics {
    /// The topics similar to each: the similarities of their candidates, added up. All others share no
    /// term.
    similar: Vec<Map<usize, f64>>,
    /// The candidates in each.
    sizes: Vec<f64>,
    /// Whether a topic may still be joined.
    is_open: Vec<bool>,
    /// The earlier topic that each was joined to, or itself.
    joined_to: Vec<usize>,
}

impl Topics {
    /// Each candidate a topic.
    fn new<T: AsRef<[TermId]>>(candidates: &[T]) -> Self {
        let mut with_term: Map<TermId, Vec<usize>> = Map::default();
        let mut similar: Vec<Map<usize, f64>> = vec![Map::default(); candidates.len()];
        for (candidate, terms) in candidates.iter().enumerate() {
            for &term in terms.as_ref() {
                let others = with_term.entry(term).or_default();
                for &other in &*others {
                    let both = jaccard(terms.as_ref(), candidates[other].as_ref());
                    similar[candidate].insert(other, both);
                    similar[other].insert(candidate, both);
                }
                others.push(candidate);
            }
        }
        Self {
            similar,
            sizes: vec![1.0; candidates.len()],
            is_open: vec![true; candidates.len()],
            joined_to: (0..candidates.len()).collect(),
        }
    }

    /// Goes on from the end of a chain of topics, each the nearest to the one before it.
    fn follow(&mut self, chain: &mut Vec<usize>) {
        let (before, tip) = match chain[..] {
            [.., before, tip] => (Some(before), tip),
            [tip] => (None, tip),
            [] => return,
        };
        match self.nearest(tip, before) {
            None => {
                self.is_open[tip] = false;
                chain.pop();
            }
            Some(nearest) if Some(nearest) == before => {
                self.join(tip.min(nearest), tip.max(nearest));
                chain.truncate(chain.len() - 2);
            }
            Some(nearest) => chain.push(nearest),
        }
    }

    /// The topic most similar to one, if any is similar enough; of equals `preferred`, then the first.
    fn nearest(&self, topic: usize, preferred: Option<usize>) -> Option<usize> {
        let similarity = |(&other, sum): (&usize, &f64)| {
            let mean = sum / (self.sizes[topic] * self.sizes[other]);
            (mean, Some(other) == preferred, other)
        };
        let others = self.similar[topic].iter().map(similarity);
        let nearest = others
            .filter(|&(mean, _, other)| mean >= LEAST && self.is_open[other])
            .max_by(|a, b| {
                let of_equals = || a.1.cmp(&b.1).then(b.2.cmp(&a.2));
                a.0.total_cmp(&b.0).then_with(of_equals)
            });
        nearest.map(|(_, _, other)| other)
    }

    /// Joins a topic to an earlier one.
    fn join(&mut self, first: usize, second: usize) {
        for (other, sum) in std::mem::take(&mut self.similar[second]) {
            self.similar[other].remove(&second);
            if other != first {
                *self.similar[other].entry(first).or_default() += sum;
                *self.similar[first].entry(other).or_default() += sum;
            }
        }
        self.sizes[first] += self.sizes[second];
        self.is_open[second] = false;
        self.joined_to[second] = first;
    }

    fn numbered(&self) -> Vec<usize> {
        let mut numbers: Vec<usize> = Vec::new();
        let mut next = 0..;
        for (topic, &joined_to) in self.joined_to.iter().enumerate() {
            let number = match joined_to == topic {
                true => next.next(),
                false => Some(numbers[joined_to]),
            };
            numbers.extend(number);
        }
        numbers
    }
}

/// The share of terms that both of two lists have.
fn jaccard(a: &[TermId], b: &[TermId]) -> f64 {
    let both = a.iter().filter(|term| b.contains(term)).count();
    both as f64 / (a.len() + b.len() - both).max(1) as f64
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_worked_example() {
        let candidates: [&[TermId]; 7] = [
            &[0, 1],
            &[5, 6],
            &[0, 2],
            // A quarter of the terms in common with either is too little.
            &[0, 3, 4],
            // 2/3 to the second: joined. The last is 2/3 from one of them and 1/3 from the other, 1/2.
            &[5, 6, 7],
            &[8],
            &[6, 7],
        ];
        assert_eq!(topics(&candidates), [0, 1, 0, 2, 1, 3, 1]);
    }

    proptest! {
        /// Topics are as large as they may be: the mean similarity between any two is too small.
        #[test]
        fn no_two_topics_could_be_joined(
            candidates in proptest::collection::vec(proptest::collection::btree_set(0_u32..9, 1..4), 0..30),
        ) {
            let candidates: Vec<Vec<TermId>> =
                candidates.into_iter().map(|terms| terms.into_iter().collect()).collect();
            let topics = topics(&candidates);
            let number = topics.iter().map(|topic| topic + 1).max().unwrap_or(0);
            let mut members: Vec<Vec<usize>> = vec![Vec::new(); number];
            for (candidate, &topic) in topics.iter().enumerate() {
                members[topic].push(candidate);
            }
            prop_assert!(members.iter().map(|own| own[0]).is_sorted());
            for (place, one) in members.iter().enumerate() {
                for other in &members[..place] {
                    let similarity = |&a: &usize| -> f64 {
                        other.iter().map(|&b| jaccard(&candidates[a], &candidates[b])).sum()
                    };
                    let mean = one.iter().map(similarity).sum::<f64>() / (one.len() * other.len()) as f64;
                    prop_assert!(mean < LEAST + 1e-9, "{one:?} {other:?} {mean}");
                }
            }
        }
    }
}
