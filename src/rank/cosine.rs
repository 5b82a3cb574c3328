//! Cosine similarity, in one factor.

use super::SimilarityGraph;
use crate::terms::TermMatrix;

/// The graph whose edges are the cosines of all pairs of rows of a matrix (continuous LexRank, Erkan &
/// Radev 2004): W = X·Xᵀ − diag. A product costs two passes over the entries of X and is exact.
#[derive(Debug)]
pub struct CosineGraph<'m> {
    matrix: &'m TermMatrix,
}

impl<'m> CosineGraph<'m> {
    /// The graph of a matrix with rows of unit length.
    pub fn new(matrix: &'m TermMatrix) -> Self {
        Self { matrix }
    }

    /// The entries of a row in columns that another row shares.
    fn shared(&self, row: usize) -> impl Iterator<Item = (usize, f64)> + '_ {
        let frequencies = self.matrix.document_frequencies();
        let (terms, weights) = self.matrix.row(row);
        terms
            .iter()
            .zip(weights)
            .map(|(&term, &weight)| (term as usize, f64::from(weight)))
            .filter(move |&(term, _)| frequencies[term] > 1)
    }
}

impl SimilarityGraph for CosineGraph<'_> {
    fn len(&self) -> usize {
        self.matrix.rows()
    }

    fn gather(&self, x: &[f64], out: &mut [f64]) {
        let mut columns = vec![0.0; self.matrix.columns()];
        for (i, &x) in x.iter().enumerate().filter(|&(_, &x)| x != 0.0) {
            for (term, weight) in self.shared(i) {
                columns[term] += weight * x;
            }
        }
        for (i, out) in out.iter_mut().enumerate() {
            let sum: f64 = self
                .shared(i)
                .map(|(term, weight)| weight * (columns[term] - weight * x[i]))
                .sum();
            *out = sum.max(0.0);
        }
    }

    fn out_weights(&self) -> Vec<f64> {
        let mut weights = vec![0.0; self.len()];
        self.gather(&vec![1.0; self.len()], &mut weights);
        for (i, weight) in weights.iter_mut().enumerate() {
            // Rounding leaves next to nothing where there is nothing: an edge shows in the terms.
            if self.shared(i).next().is_none() {
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
