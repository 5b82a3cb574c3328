//! The random walk over a graph of sentences (PageRank on weights), without the graph.

use super::conjugate::{Turn, WalkPart, conjugate};

/// A graph of n sentences whose edge weights are never formed: only its products with vectors are.
///
/// w(j, i) is the weight of the edge from sentence j to sentence i; there is none from a sentence to
/// itself, unless a graph says so.
pub trait SimilarityGraph: Sync {
    /// How many sentences there are.
    fn len(&self) -> usize;

    /// Whether there is none.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether w(j, i) = w(i, j).
    fn is_symmetric(&self) -> bool {
        true
    }

    /// Writes Σ_j w(j, i) · x(j) to `out(i)`, for every sentence i. Of a symmetric graph x may be negative.
    fn gather(&self, x: &[f64], out: &mut [f64]);

    /// Makes the turn of a walk in all parts of a symmetric graph, and finds the images of the new directions; tells
    /// the product of both, summed up part by part, so that it does not depend on the
    /// threads. `memory` is for what the graph wants to keep from turn to turn, and empty at first.
    fn turn(&self, parts: &mut [WalkPart], turn: Turn, _memory: &mut Vec<f64>) -> f64 {
        let mut shares = Vec::with_capacity(self.len());
        for part in parts.iter_mut() {
            part.turn(turn);
            shares.extend(part.shares());
        }
        let mut gathered = vec![0.0; shares.len()];
        self.gather(&shares, &mut gathered);
        let mut rest = &mut gathered[..];
        let image = |part: &mut WalkPart| {
            let (gathered, behind) = std::mem::take(&mut rest).split_at_mut(part.len());
            rest = behind;
            part.image(gathered, turn)
        };
        parts.iter_mut().map(image).sum()
    }

    /// Σ_i w(j, i) for every sentence j: exactly 0 for a sentence without an edge.
    fn out_weights(&self) -> Vec<f64>;
}

/// How the random walk goes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WalkOptions {
    /// The share of steps along an edge; the others jump anywhere (Brin & Page 1998).
    pub damping: f64,
    /// The walk has converged when the scores (which sum up to 1) would change by less than this in a
    /// step of the random walk, all changes added up.
    pub tolerance: f64,
    /// The most steps that are taken.
    pub max_steps: usize,
}

impl Default for WalkOptions {
    fn default() -> Self {
        Self {
            damping: 0.85,
            tolerance: 1e-6,
            max_steps: 200,
        }
    }
}

/// How a walk ended.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[non_exhaustive]
pub struct Convergence {
    /// Steps taken.
    pub steps: usize,
    /// By how much one more step of the random walk would change the scores, all changes added up.
    pub change: f64,
    /// Whether the change came below the tolerance.
    pub converged: bool,
}

impl Convergence {
    /// Before the first step.
    pub(super) fn new(change: f64, options: WalkOptions) -> Self {
        Self {
            steps: 0,
            change,
            converged: change < options.tolerance,
        }
    }

    /// One step further.
    pub(super) fn after(self, change: f64, options: WalkOptions) -> Self {
        Self {
            steps: self.steps + 1,
            ..Self::new(change, options)
        }
    }

    /// The later end of two walks.
    pub(super) fn and(self, other: Self) -> Self {
        Self {
            steps: self.steps.max(other.steps),
            change: self.change.max(other.change),
            converged: self.converged && other.converged,
        }
    }
}

/// The stationary distribution S of the walk:
///
/// S(i) = (1 − d) · t(i) + d · Σ_j w(j, i) / Σ_k w(j, k) · S(j)
///
/// with damping d and the teleport distribution t (Mihalcea & Tarau 2004; Brin & Page 1998). Sentences
/// without an edge hand on all they have by t.
///
/// Since the equation is linear, what such sentences hand on only scales the solution: it is solved
/// without, and scaled to the sum 1 at the end. On a symmetric graph it is solved by conjugate gradients, which
/// need a fifth of the steps.
pub fn walk(
    graph: &dyn SimilarityGraph,
    teleport: &[f64],
    options: WalkOptions,
) -> (Vec<f64>, Convergence) {
    let (mut scores, end) = match graph.is_symmetric() {
        true => conjugate(graph, teleport, options),
        false => step_by_step(graph, teleport, options),
    };
    let total: f64 = scores.iter().sum();
    if total > 0.0 {
        scores.iter_mut().for_each(|score| *score /= total);
    }
    (scores, end)
}

/// What is left of the scores when what is handed on is divided by this weight.
pub(super) fn inverse(weight: f64) -> f64 {
    if weight > 0.0 { weight.recip() } else { 0.0 }
}

/// The walk as it is written down.
fn step_by_step(
    graph: &dyn SimilarityGraph,
    teleport: &[f64],
    options: WalkOptions,
) -> (Vec<f64>, Convergence) {
    let inverses: Vec<f64> = graph.out_weights().into_iter().map(inverse).collect();
    let mut scores = teleport.to_vec();
    let mut gathered = vec![0.0; scores.len()];
    let mut end = Convergence::new(f64::INFINITY, options);
    while !end.converged && end.steps < options.max_steps {
        let shares = scores
            .iter()
            .zip(&inverses)
            .map(|(score, inverse)| score * inverse);
        graph.gather(&shares.collect::<Vec<f64>>(), &mut gathered);
        let mut change = 0.0;
        for ((score, gathered), teleport) in scores.iter_mut().zip(&gathered).zip(teleport) {
            let new = options.damping * gathered + (1.0 - options.damping) * teleport;
            change += (new - *score).abs();
            *score = new;
        }
        end = end.after(change, options);
    }
    (scores, end)
}

#[cfg(test)]
pub(super) mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::terms::TermId;

    /// The slow and obvious version: the n × n graph in full.
    pub(crate) struct DenseGraph(pub Vec<Vec<f64>>);

    impl SimilarityGraph for DenseGraph {
        fn len(&self) -> usize {
            self.0.len()
        }

        fn is_symmetric(&self) -> bool {
            let close = |(i, j): (usize, usize)| (self.0[i][j] - self.0[j][i]).abs() < 1e-12;
            (0..self.len()).all(|i| (0..i).all(|j| close((i, j))))
        }

        fn gather(&self, x: &[f64], out: &mut [f64]) {
            for (i, out) in out.iter_mut().enumerate() {
                *out = (0..self.len()).map(|j| self.0[j][i] * x[j]).sum();
            }
        }

        fn out_weights(&self) -> Vec<f64> {
            self.0.iter().map(|row| row.iter().sum()).collect()
        }
    }

    impl DenseGraph {
        pub(crate) fn new(sentences: usize, weight: impl Fn(usize, usize) -> f64) -> Self {
            let row = |j: usize| {
                (0..sentences)
                    .map(|i| if i == j { 0.0 } else { weight(j, i) })
                    .collect()
            };
            Self((0..sentences).map(row).collect())
        }
    }

    /// Random sentences: up to 40 of up to 30 terms, some empty, some of one term.
    pub(crate) fn sentences() -> impl Strategy<Value = Vec<Vec<TermId>>> {
        prop::collection::vec(
            prop_oneof![
                4 => prop::collection::vec(0_u32..25, 0..30),
                1 => prop::collection::vec(0_u32..6, 0..2),
                1 => prop::collection::vec(100_u32..400, 1..6),
            ],
            1..40,
        )
    }

    /// Checks that a factored graph and a dense one agree: in every product, in which sentences are
    /// isolated, and in the scores.
    pub(crate) fn agree(
        graph: &dyn SimilarityGraph,
        dense: &DenseGraph,
    ) -> Result<(), TestCaseError> {
        let sentences = dense.len();
        let (weights, expected) = (graph.out_weights(), dense.out_weights());
        for (weight, expected) in weights.iter().zip(&expected) {
            prop_assert!(
                (weight - expected).abs() <= 1e-6 * expected.max(1.0),
                "{weight} {expected}"
            );
            prop_assert_eq!(*weight == 0.0, *expected == 0.0);
        }
        let teleports = [
            vec![1.0 / sentences as f64; sentences],
            (0..sentences)
                .map(|i| if i == 0 { 1.0 } else { 0.0 })
                .collect(),
        ];
        // The two may take different ways to the end, which has to be reached then.
        let exact = WalkOptions {
            tolerance: 1e-12,
            max_steps: 1_000,
            ..WalkOptions::default()
        };
        for teleport in teleports {
            let (scores, _) = walk(graph, &teleport, exact);
            let (expected, _) = walk(dense, &teleport, exact);
            prop_assert!((scores.iter().sum::<f64>() - 1.0).abs() < 1e-6);
            for (score, expected) in scores.iter().zip(&expected) {
                prop_assert!((score - expected).abs() < 1e-6, "{score} {expected}");
            }
        }
        Ok(())
    }

    /// PageRank as it is written down: step by step, with what is stranded handed on.
    fn plain_walk(graph: &DenseGraph, teleport: &[f64], damping: f64) -> Vec<f64> {
        let out = graph.out_weights();
        let mut scores = teleport.to_vec();
        for _ in 0..300 {
            let stranded: f64 = (0..scores.len())
                .filter(|&i| out[i] == 0.0)
                .map(|i| scores[i])
                .sum();
            let gathered = |i: usize| -> f64 {
                let shares = (0..scores.len()).filter(|&j| out[j] > 0.0);
                shares.map(|j| graph.0[j][i] / out[j] * scores[j]).sum()
            };
            scores = (0..scores.len())
                .map(|i| (1.0 - damping + damping * stranded) * teleport[i] + damping * gathered(i))
                .collect();
        }
        scores
    }

    proptest! {
        #[test]
        fn ends_where_plain_steps_end(
            weights in prop::collection::vec(prop::collection::vec(0_u8..4, 12), 12),
            sentences in 1_usize..12,
            is_symmetric: bool,
            damping in 0.0..0.95,
        ) {
            let weight = |j: usize, i: usize| f64::from(weights[j][i].saturating_sub(1));
            let graph = DenseGraph::new(sentences, |j, i| match is_symmetric {
                true => weight(j.min(i), j.max(i)),
                false => weight(j, i),
            });
            let start: Vec<f64> = (1..=sentences).map(|i| 2.0 * i as f64 / (sentences * (sentences + 1)) as f64).collect();
            let exact = WalkOptions { damping, tolerance: 1e-10, max_steps: 1_000 };
            let (scores, end) = walk(&graph, &start, exact);
            prop_assert!(end.converged);
            for (score, expected) in scores.iter().zip(plain_walk(&graph, &start, damping)) {
                prop_assert!((score - expected).abs() < 1e-6, "{score} {expected}");
            }
        }
    }

    #[test]
    fn a_walk_by_hand() {
        // 0 — 1 — 2: the middle is visited most, the ends alike.
        let graph = DenseGraph::new(3, |j, i| if j.abs_diff(i) == 1 { 1.0 } else { 0.0 });
        let exact = WalkOptions {
            tolerance: 1e-9,
            ..WalkOptions::default()
        };
        let (scores, end) = walk(&graph, &[1.0 / 3.0; 3], exact);
        assert!(end.converged);
        // S0 = 0.05 + 0.85 · S1 / 2, S1 = 0.05 + 0.85 · 2 · S0
        let middle = (0.05 + 1.7 * 0.05) / (1.0 - 1.7 * 0.425);
        assert!((scores[1] - middle).abs() < 1e-7 && (scores[0] - scores[2]).abs() < 1e-12);
    }
}
