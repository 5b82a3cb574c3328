//! MultipartiteRank: phrases near phrases of other topics, and each topic's first phrase.

use std::cmp::Reverse;

use super::candidates::is_candidate;
use super::proximity::{Proximity, Stretch};
use super::topics::topics;
use super::{Analysis, Candidate, Method, Scoring};
use crate::map::Map;
use crate::rank::{SimilarityGraph, WalkOptions, walk};
use crate::terms::TermId;

pub(super) const METHOD: Method = Method {
    name: "multipartite",
    about: "a random walk over near phrases of different topics, the first of each topic preferred",
    source: "Boudin 2018",
    max_words: 3,
    scoring: Scoring::Candidates(score),
    in_set: None,
    is_relative: true,
};

/// Only so many candidates are ranked, those that most often stand as a whole run, of equals the first:
/// all of most papers, and in a book those that can be keywords.
const MOST: usize = 1_000;

/// How much the first candidate of a topic gains (α).
const PREFERENCE: f64 = 1.1;

/// A random walk over candidates that stand as a whole run, each with edges to all those of other topics
/// (see [`topics`]), of the weight
///
/// w(i, j) = Σ 1 / |p − q| over the places p of i and q of j
///
/// where those that adjoin are 1 apart. Edges to the first candidate f of a topic T, at the token p from 1,
/// also gain what leads to the others of the topic: w(i, f) + 1.1 · e^(1/p) · Σ w(i, k) over k in T, k ≠ f.
///
/// In the paper candidates are adjectives and nouns side by side. No tagger tells here what a noun is, and
/// the runs between stopwords, numbers and punctuation stand in for them.
fn score(analysis: &Analysis) -> Vec<f64> {
    let (leading, stretches) = whole_runs(analysis);
    let distinct_terms = |&candidate: &usize| {
        let mut terms = analysis.candidates()[candidate].terms().to_vec();
        terms.sort_unstable();
        terms.dedup();
        terms
    };
    let terms: Vec<Vec<TermId>> = leading.iter().map(distinct_terms).collect();
    let graph = Multipartite::new(stretches, &topics(&terms), analysis.tokens() as u32);
    let teleport = vec![1.0 / leading.len().max(1) as f64; leading.len()];
    let (values, _) = walk(&graph, &teleport, WalkOptions::default());
    let mut scores = vec![0.0; analysis.candidates().len()];
    for (candidate, value) in leading.into_iter().zip(values) {
        scores[candidate] = value;
    }
    scores
}

/// The candidates that are ranked, as they first appear as a whole run, and all their whole runs, each owned
/// by the place of its candidate among them.
fn whole_runs(analysis: &Analysis) -> (Vec<usize>, Vec<Stretch>) {
    let candidates = analysis.candidates();
    let places: Map<&[TermId], usize> = most_frequent(candidates)
        .into_iter()
        .map(|candidate| (candidates[candidate].terms(), candidate))
        .collect();
    let mut owners: Map<usize, usize> = Map::default();
    let (mut leading, mut stretches, mut terms) = (Vec::new(), Vec::new(), Vec::new());
    for run in analysis.runs() {
        terms.clear();
        terms.extend(run.iter().map(|word| word.term));
        let candidate = places.get(&terms[..]).filter(|_| is_candidate(run));
        if let (Some(&candidate), [first, ..], [.., last]) = (candidate, run, run) {
            let owner = *owners.entry(candidate).or_insert(leading.len());
            if owner == leading.len() {
                leading.push(candidate);
            }
            stretches.push(Stretch {
                first: first.token,
                last: last.token,
                owner,
            });
        }
    }
    (leading, stretches)
}

/// The candidates that most often stand as a whole run.
fn most_frequent(candidates: &[Candidate]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..candidates.len())
        .filter(|&i| candidates[i].full > 0)
        .collect();
    let key = |&i: &usize| (Reverse(candidates[i].full), candidates[i].appearance());
    if order.len() > MOST {
        order.select_nth_unstable_by_key(MOST, key);
        order.truncate(MOST);
    }
    order
}

/// The graph of candidates. No edge is formed: what candidates are near to is summed up over all
/// stretches of the text, less what is of their own topic.
struct Multipartite {
    proximity: Proximity,
    /// All in the order of the text, as a single list.
    stretches: Vec<Vec<Stretch>>,
    /// The same, a list a topic.
    by_topic: Vec<Vec<Stretch>>,
    /// The first candidate of the topic of each.
    firsts: Vec<usize>,
    /// How much of what leads to each leads to the first of its topic too: 0 for the first itself.
    gains: Vec<f64>,
}

impl Multipartite {
    /// The graph of candidates by their stretches and topics, both numbered as they first appear, in a
    /// text of so many tokens.
    fn new(stretches: Vec<Stretch>, topics: &[usize], tokens: u32) -> Self {
        let mut by_topic: Vec<Vec<Stretch>> = Vec::new();
        for &stretch in &stretches {
            let topic = topics[stretch.owner];
            if topic == by_topic.len() {
                by_topic.push(Vec::new());
            }
            by_topic[topic].push(stretch);
        }
        let first = |topic: usize| by_topic[topic][0];
        let gain = |(candidate, &topic): (usize, &usize)| {
            let Stretch { first, owner, .. } = first(topic);
            let is_first = candidate == owner;
            let gain = PREFERENCE * (1.0 / (1.0 + f64::from(first))).exp();
            if is_first { 0.0 } else { gain }
        };
        Self {
            proximity: Proximity::new(tokens),
            firsts: topics.iter().map(|&topic| first(topic).owner).collect(),
            gains: topics.iter().enumerate().map(gain).collect(),
            stretches: vec![stretches],
            by_topic,
        }
    }

    /// Σ w(i, j) · x(j) over the candidates j of other topics, for every candidate i, gains aside.
    fn near(&self, x: &[f64]) -> Vec<f64> {
        let (all, own) = rayon::join(
            || self.proximity.sums(&self.stretches, x),
            || self.proximity.sums(&self.by_topic, x),
        );
        let other = |(all, own): (f64, f64)| (all - own).max(0.0);
        all.into_iter().zip(own).map(other).collect()
    }
}

impl SimilarityGraph for Multipartite {
    fn len(&self) -> usize {
        self.firsts.len()
    }

    fn is_symmetric(&self) -> bool {
        false
    }

    fn gather(&self, x: &[f64], out: &mut [f64]) {
        let near = self.near(x);
        out.copy_from_slice(&near);
        for ((near, &first), gain) in near.iter().zip(&self.firsts).zip(&self.gains) {
            out[first] += gain * near;
        }
    }

    fn out_weights(&self) -> Vec<f64> {
        // Gains aside w is symmetric, so that what leads away is gathered as well.
        let weights: Vec<f64> = self.gains.iter().map(|gain| 1.0 + gain).collect();
        self.near(&weights)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keywords::laws::{analysed, scores};

    #[test]
    fn a_worked_example() {
        // Steel is 1 from "flood barrier" and 3 from "flood wall", which are one topic that begins at the
        // second token: 1 + 1.1 · e^(1/2) · 1/3 leads from steel to the barrier, 1/3 to the wall.
        let found = scores("multipartite", "Steel, flood barrier, flood wall.");
        let barrier = 1.0 + 1.1 * 0.5_f64.exp() / 3.0;
        let share = |weight: f64| weight / (barrier + 1.0 / 3.0);
        // All of the topic leads back to steel: s = 0.15/3 + 0.85 · (1 − s).
        let steel = 0.9 / 1.85;
        let expected = [
            ("Steel", steel),
            ("flood barrier", 0.05 + 0.85 * steel * share(barrier)),
            ("flood wall", 0.05 + 0.85 * steel * share(1.0 / 3.0)),
        ];
        assert_eq!(found.len(), 3);
        for ((term, score), (expected_term, expected)) in found.iter().zip(expected) {
            assert_eq!(term, expected_term);
            assert!((score - expected).abs() < 1e-4, "{term} {score} {expected}");
        }
    }

    #[test]
    fn a_topic_alone_has_no_edges() {
        let found = scores("multipartite", "Flood barrier, flood wall, flood.");
        assert!(found.iter().all(|row| (row.1 - 1.0 / 3.0).abs() < 1e-9));
    }

    #[test]
    fn a_long_text_has_its_leading_candidates() {
        let rare: Vec<String> = (0..3_000)
            .map(|i| format!("rare{i}, steel gate,"))
            .collect();
        let found = scores("multipartite", &rare.join(" "));
        assert_eq!(found.len(), MOST);
        assert_eq!(found[0].0, "steel gate");
        analysed(&rare.join(" "), |analysis| {
            let (leading, stretches) = whole_runs(analysis);
            let first = |owner| stretches.iter().position(|stretch| stretch.owner == owner);
            let firsts: Vec<_> = (0..leading.len()).map(first).collect();
            assert!(firsts.is_sorted() && firsts.iter().all(Option::is_some));
        });
    }
}
