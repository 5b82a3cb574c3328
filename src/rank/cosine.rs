//! Cosine similarity, in one factor.

use rayon::prelude::*;

use super::SimilarityGraph;
use crate::terms::{PART, Part, TermId, TermMatrix};

/// The graph whose edges are the cosines of all pairs of rows of a matrix (continuous LexRank, Erkan &
/// Radev 2004): W = X·Xᵀ − diag. A product costs two passes over the entries of X and is exact.
#[derive(Debug)]
pub struct CosineGraph<'m> {
    matrix: &'m TermMatrix,
}

/// The first pass adds up columns in so many groups of parts, whatever the number of threads, so that
/// sums are always made in the same order.
const GROUPS: usize = 8;

impl<'m> CosineGraph<'m> {
    /// The graph of a matrix with rows of unit length.
    pub fn new(matrix: &'m TermMatrix) -> Self {
        Self { matrix }
    }

    /// Xᵀ·x: for every term, the weights of its sentences times their x.
    fn columns(&self, x: &[f64]) -> Vec<f64> {
        let parts = self.matrix.parts();
        let size = parts.len().div_ceil(GROUPS).max(1);
        let sum = |(parts, x): (&[Part], &[f64])| {
            let mut columns = vec![0.0; self.matrix.columns()];
            for (part, x) in parts.iter().zip(x.chunks(PART)) {
                for (i, &x) in x.iter().enumerate() {
                    let (terms, weights) = part.row(i);
                    for (&term, &weight) in terms.iter().zip(weights) {
                        columns[term as usize] += f64::from(weight) * x;
                    }
                }
            }
            columns
        };
        let groups = parts.par_chunks(size).zip(x.par_chunks(size * PART));
        let sums: Vec<Vec<f64>> = groups.map(sum).collect();
        let mut sums = sums.into_iter();
        let mut columns = sums.next().unwrap_or_default();
        for other in sums {
            for (column, other) in columns.iter_mut().zip(other) {
                *column += other;
            }
        }
        columns
    }
}

impl SimilarityGraph for CosineGraph<'_> {
    fn len(&self) -> usize {
        self.matrix.rows()
    }

    fn gather(&self, x: &[f64], out: &mut [f64]) {
        let columns = self.columns(x);
        let parts = self.matrix.parts().par_iter();
        let chunks = parts.zip(x.par_chunks(PART)).zip(out.par_chunks_mut(PART));
        chunks.for_each(|((part, x), out)| {
            for (i, (out, &x)) in out.iter_mut().zip(x).enumerate() {
                let (terms, weights) = part.row(i);
                // What the sentence itself put into a column is taken out again.
                let entry = |(&term, &weight): (&TermId, &f32)| {
                    let weight = f64::from(weight);
                    weight * (columns[term as usize] - weight * x)
                };
                *out = terms.iter().zip(weights).map(entry).sum::<f64>().max(0.0);
            }
        });
    }

    fn out_weights(&self) -> Vec<f64> {
        let mut weights = vec![0.0; self.len()];
        self.gather(&vec![1.0; self.len()], &mut weights);
        let frequencies = self.matrix.document_frequencies();
        for (i, weight) in weights.iter_mut().enumerate() {
            // Rounding leaves next to nothing where there is nothing: an edge shows in the terms.
            if self
                .matrix
                .row(i)
                .0
                .iter()
                .all(|&term| frequencies[term as usize] < 2)
            {
                *weight = 0.0;
            }
        }
        weights
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::rank::walk::tests::{DenseGraph, agree, sentences};
    use crate::terms::tests::matrix;

    proptest! {
        #[test]
        fn equals_the_dense_graph(rows in sentences()) {
            let matrix = matrix(&rows);
            let dense = DenseGraph::new(rows.len(), |j, i| matrix.cosine(j, i));
            agree(&CosineGraph::new(&matrix), &dense)?;
        }
    }
}
