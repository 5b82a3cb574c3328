//! The random walk over a graph of sentences (PageRank on weights), without the graph.

/// A graph of n sentences whose edge weights are never formed: only its products with vectors are.
///
/// w(j, i) is the weight of the edge from sentence j to sentence i; there is none from a sentence to
/// itself.
pub trait SimilarityGraph {
    /// How many sentences there are.
    fn len(&self) -> usize;

    /// Whether there is none.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Writes Σ_j w(j, i) · x(j) to `out(i)`, for every sentence i.
    fn gather(&self, x: &[f64], out: &mut [f64]);

    /// Σ_i w(j, i) for every sentence j: exactly 0 for a sentence without an edge.
    fn out_weights(&self) -> Vec<f64>;
}

/// How the random walk goes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WalkOptions {
    /// The share of steps along an edge; the others jump anywhere (Brin & Page 1998).
    pub damping: f64,
    /// The walk has converged when the scores (which sum up to 1) change by less than this in a
    /// step, all changes added up.
    pub tolerance: f64,
    /// The most steps that are taken.
    pub max_steps: usize,
}

impl Default for WalkOptions {
    fn default() -> Self {
        Self {
            damping: 0.85,
            tolerance: 1e-8,
            max_steps: 200,
        }
    }
}

/// How a walk ended.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
pub struct Convergence {
    /// Steps taken.
    pub steps: usize,
    /// The change in the last step.
    pub change: f64,
    /// Whether the change came below the tolerance.
    pub converged: bool,
}

impl Convergence {
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
pub fn walk(
    graph: &dyn SimilarityGraph,
    teleport: &[f64],
    options: WalkOptions,
) -> (Vec<f64>, Convergence) {
    let sentences = graph.len();
    let out_weights = graph.out_weights();
    let mut scores = teleport.to_vec();
    let mut shares = vec![0.0; sentences];
    let mut gathered = vec![0.0; sentences];
    let mut end = Convergence {
        steps: 0,
        change: 0.0,
        converged: sentences == 0,
    };
    while !end.converged && end.steps < options.max_steps {
        let mut stranded = 0.0;
        for i in 0..sentences {
            shares[i] = if out_weights[i] > 0.0 {
                scores[i] / out_weights[i]
            } else {
                0.0
            };
            stranded += if out_weights[i] > 0.0 { 0.0 } else { scores[i] };
        }
        graph.gather(&shares, &mut gathered);
        end.change = 0.0;
        for i in 0..sentences {
            let jump = (1.0 - options.damping + options.damping * stranded) * teleport[i];
            let score = jump + options.damping * gathered[i];
            end.change += (score - scores[i]).abs();
            scores[i] = score;
        }
        end.steps += 1;
        end.converged = end.change < options.tolerance;
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
        for teleport in teleports {
            let (scores, _) = walk(graph, &teleport, WalkOptions::default());
            let (expected, _) = walk(dense, &teleport, WalkOptions::default());
            prop_assert!((scores.iter().sum::<f64>() - 1.0).abs() < 1e-6);
            for (score, expected) in scores.iter().zip(&expected) {
                prop_assert!((score - expected).abs() < 1e-6, "{score} {expected}");
            }
        }
        Ok(())
    }

    #[test]
    fn a_walk_by_hand() {
        // 0 — 1 — 2: the middle is visited most, the ends alike.
        let graph = DenseGraph::new(3, |j, i| if j.abs_diff(i) == 1 { 1.0 } else { 0.0 });
        let (scores, end) = walk(&graph, &[1.0 / 3.0; 3], WalkOptions::default());
        assert!(end.converged);
        // S0 = 0.05 + 0.85 · S1 / 2, S1 = 0.05 + 0.85 · 2 · S0
        let middle = (0.05 + 1.7 * 0.05) / (1.0 - 1.7 * 0.425);
        assert!((scores[1] - middle).abs() < 1e-7 && (scores[0] - scores[2]).abs() < 1e-12);
    }
}
