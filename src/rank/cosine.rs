//! Cosine similarity, in one factor.

use rayon::prelude::*;

use super::SimilarityGraph;
use super::{Step, WalkPart};
use crate::terms::{PART, Part, TermId, TermMatrix};

/// The graph whose edges are the cosines of all pairs of rows of a matrix (continuous LexRank, Erkan &
/// Radev 2004): W = X·Xᵀ − diag. A product costs two passes over the entries of X and is exact.
#[derive(Debug)]
pub struct CosineGraph<'m> {
    matrix: &'m TermMatrix,
}

/// The first pass adds up columns in so many groups of parts, whatever the number of threads, so that
/// sums are always made in the same order.
pub(super) const GROUPS: usize = 8;

impl<'m> CosineGraph<'m> {
    /// The graph of a matrix with rows of unit length.
    pub fn new(matrix: &'m TermMatrix) -> Self {
        Self { matrix }
    }

    /// How many parts of the matrix make a group.
    fn group_size(&self) -> usize {
        self.matrix.parts().len().div_ceil(GROUPS).max(1)
    }

    /// Xᵀ·x: for every term, the weights of its sentences times their x.
    pub(super) fn columns(&self, x: &[f64]) -> Vec<f64> {
        let size = self.group_size();
        let sum = |(parts, x): (&[Part], &[f64])| {
            let mut columns = vec![0.0; self.matrix.columns()];
            for (part, x) in parts.iter().zip(x.chunks(PART)) {
                scatter(part, x, &mut columns);
            }
            columns
        };
        let groups = self.matrix.parts().par_chunks(size);
        total(groups.zip(x.par_chunks(size * PART)).map(sum).collect())
    }
}

/// Adds to each column the weights of the sentences of a part times their x.
fn scatter(part: &Part, x: &[f64], columns: &mut [f64]) {
    for (i, &x) in x.iter().enumerate() {
        let (terms, weights) = part.row(i);
        for (&term, &weight) in terms.iter().zip(weights) {
            columns[term as usize] += f64::from(weight) * x;
        }
    }
}

/// Multiplies the rows of a part with the columns. What the sentence itself, with its x, put into a
/// column is taken out again.
fn gather_rows(part: &Part, columns: &[f64], x: &[f64], out: &mut [f64]) {
    for (i, (out, &x)) in out.iter_mut().zip(x).enumerate() {
        let (terms, weights) = part.row(i);
        let entry = |(&term, &weight): (&TermId, &f32)| {
            let weight = f64::from(weight);
            weight * (columns[term as usize] - weight * x)
        };
        *out = terms.iter().zip(weights).map(entry).sum::<f64>().max(0.0);
    }
}

/// The sums of the groups, added up in their order.
pub(super) fn total(sums: Vec<Vec<f64>>) -> Vec<f64> {
    let mut sums = sums.into_iter();
    let mut columns = sums.next().unwrap_or_default();
    for other in sums {
        for (column, other) in columns.iter_mut().zip(other) {
            *column += other;
        }
    }
    columns
}

impl SimilarityGraph for CosineGraph<'_> {
    fn len(&self) -> usize {
        self.matrix.rows()
    }

    fn gather(&self, x: &[f64], out: &mut [f64]) {
        let columns = self.columns(x);
        let parts = self.matrix.parts().par_iter();
        let chunks = parts.zip(x.par_chunks(PART)).zip(out.par_chunks_mut(PART));
        chunks.for_each(|((part, x), out)| gather_rows(part, &columns, x, out));
    }

    /// The same in one pass over the matrix instead of two: as soon as the rows of a part have gathered,
    /// and the walk has taken its step there, they scatter for the next step. The memory is the columns.
    fn step(&self, parts: &mut [WalkPart], step: Step, memory: &mut Vec<f64>) -> Vec<f64> {
        if memory.is_empty() {
            let shares: Vec<f64> = parts.iter().flat_map(WalkPart::shares).copied().collect();
            *memory = self.columns(&shares);
        }
        // A text of one part needs no threads, and the columns of the step before are no more needed.
        if let ([rows], [part]) = (self.matrix.parts(), &mut *parts) {
            let mut gathered = vec![0.0; rows.rows()];
            gather_rows(rows, memory, part.shares(), &mut gathered);
            let change = part.step(&gathered, step);
            memory.fill(0.0);
            scatter(rows, part.shares(), memory);
            return vec![change];
        }
        let size = self.group_size();
        let walk = |(matrix, parts): (&[Part], &mut [WalkPart])| {
            let mut columns = vec![0.0; self.matrix.columns()];
            let mut gathered = vec![0.0; matrix[0].rows()];
            let take = |(rows, part): (&Part, &mut WalkPart)| {
                let gathered = &mut gathered[..rows.rows()];
                gather_rows(rows, memory, part.shares(), gathered);
                let change = part.step(gathered, step);
                scatter(rows, part.shares(), &mut columns);
                change
            };
            let changes: Vec<f64> = matrix.iter().zip(parts).map(take).collect();
            (columns, changes)
        };
        let groups = self
            .matrix
            .parts()
            .par_chunks(size)
            .zip(parts.par_chunks_mut(size));
        let (sums, changes): (Vec<Vec<f64>>, Vec<Vec<f64>>) = groups.map(walk).unzip();
        *memory = total(sums);
        changes.concat()
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
