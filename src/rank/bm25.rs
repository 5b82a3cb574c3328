//! BM25 as a similarity of sentences, in one factor.

use super::SimilarityGraph;
use crate::terms::TermMatrix;

/// The graph with edges w(j, i) = Σ_t tf(t, j) · BM25(t, i): sentence j as a query, sentence i as the document
/// it finds (Barrios et al. 2016, with their floor for frequent terms). Not symmetric, but still a
/// product of two sparse matrices.
#[derive(Debug)]
pub struct Bm25Graph<'m> {
    matrix: &'m TermMatrix,
    /// The weight of each term: its rarity, floored; 0 where it makes no edge.
    rarity: Vec<f64>,
    /// k1 · (1 − b + b · length / mean length) of each sentence.
    saturation: Vec<f64>,
}

/// How soon repetition stops to count.
const K1: f64 = 1.2;
/// How much length counts.
const B: f64 = 0.75;
/// Terms in more than half of the sentences weigh this share of the mean rarity.
const FLOOR: f64 = 0.25;

impl<'m> Bm25Graph<'m> {
    /// The graph of the sentences of a matrix of counts.
    pub fn new(matrix: &'m TermMatrix) -> Self {
        let sentences = matrix.rows() as f64;
        let frequencies = matrix.document_frequencies();
        let idf = |&df: &u32| (sentences - f64::from(df) + 0.5).ln() - (f64::from(df) + 0.5).ln();
        let in_use = frequencies.iter().filter(|&&df| df > 0);
        let mean = in_use.clone().map(idf).sum::<f64>() / in_use.count().max(1) as f64;
        let floor = (FLOOR * mean).max(0.0);
        let rarity = |df: &u32| match df {
            0 | 1 => 0.0,
            _ if idf(df) > 0.0 => idf(df),
            _ => floor,
        };
        let lengths: Vec<f64> = (0..matrix.rows())
            .map(|i| matrix.row(i).1.iter().map(|&tf| f64::from(tf)).sum())
            .collect();
        let mean_length = (lengths.iter().sum::<f64>() / sentences.max(1.0)).max(1.0);
        Self {
            matrix,
            rarity: frequencies.iter().map(rarity).collect(),
            saturation: lengths
                .iter()
                .map(|length| K1 * (1.0 - B + B * length / mean_length))
                .collect(),
        }
    }

    /// The terms of a sentence that make edges: term, occurrences, weight as part of a document.
    fn entries(&self, i: usize) -> impl Iterator<Item = (usize, f64, f64)> + '_ {
        let (terms, frequencies) = self.matrix.row(i);
        terms
            .iter()
            .zip(frequencies)
            .map(move |(&term, &tf)| {
                let (term, tf) = (term as usize, f64::from(tf));
                (
                    term,
                    tf,
                    self.rarity[term] * tf * (K1 + 1.0) / (tf + self.saturation[i]),
                )
            })
            .filter(|&(term, _, _)| self.rarity[term] > 0.0)
    }
}

impl SimilarityGraph for Bm25Graph<'_> {
    fn len(&self) -> usize {
        self.matrix.rows()
    }

    fn is_symmetric(&self) -> bool {
        false
    }

    fn gather(&self, x: &[f64], out: &mut [f64]) {
        let mut columns = vec![0.0; self.matrix.columns()];
        for (j, &x) in x.iter().enumerate().filter(|&(_, &x)| x != 0.0) {
            for (term, as_query, _) in self.entries(j) {
                columns[term] += as_query * x;
            }
        }
        for (i, out) in out.iter_mut().enumerate() {
            let sum: f64 = self
                .entries(i)
                .map(|(term, as_query, as_document)| {
                    as_document * (columns[term] - as_query * x[i])
                })
                .sum();
            *out = sum.max(0.0);
        }
    }

    fn out_weights(&self) -> Vec<f64> {
        let mut columns = vec![0.0; self.matrix.columns()];
        for i in 0..self.len() {
            for (term, _, as_document) in self.entries(i) {
                columns[term] += as_document;
            }
        }
        (0..self.len())
            .map(|j| {
                self.entries(j)
                    .map(|(term, as_query, as_document)| as_query * (columns[term] - as_document))
                    .sum::<f64>()
                    .max(0.0)
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::rank::walk::tests::{DenseGraph, agree, sentences};
    use crate::terms::tests::counts as matrix;

    proptest! {
        #[test]
        fn equals_the_dense_graph(rows in sentences()) {
            let matrix = matrix(&rows);
            let graph = Bm25Graph::new(&matrix);
            let dense = DenseGraph::new(rows.len(), |j, i| {
                let queries: Vec<(usize, f64, f64)> = graph.entries(j).collect();
                graph
                    .entries(i)
                    .map(|(term, _, as_document)| {
                        let query = queries.iter().find(|query| query.0 == term);
                        query.map_or(0.0, |query| query.1 * as_document)
                    })
                    .sum()
            });
            agree(&graph, &dense)?;
        }
    }

    #[test]
    fn weights_are_those_of_the_formula() {
        let matrix = matrix(&[vec![0, 1], vec![0, 2], vec![3], vec![4], vec![5]]);
        let graph = Bm25Graph::new(&matrix);
        let idf = (3.5_f64 / 2.5).ln();
        let mean_length = 7.0 / 5.0;
        let expected = idf * 2.2 / (1.0 + 1.2 * (0.25 + 0.75 * 2.0 / mean_length));
        let mut out = [0.0; 5];
        graph.gather(&[1.0, 0.0, 0.0, 0.0, 0.0], &mut out);
        assert!((out[1] - expected).abs() < 1e-12);
        assert_eq!(out[2], 0.0);
    }
}
