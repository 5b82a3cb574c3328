//! The graph of terms that stand near each other.

use rayon::prelude::*;

use super::occurrences::Occurrences;
use crate::rank::SimilarityGraph;
use crate::terms::TermId;

/// The terms of a sequence, an edge between two counting how often they stand within a window of each
/// other: symmetric.
#[derive(Debug)]
pub(super) struct Cooccurrence {
    /// Where each term's edges end.
    ends: Vec<usize>,
    edges: Vec<(TermId, u32)>,
}

impl Cooccurrence {
    /// The graph of a sequence of terms, which are numbered below `terms`. `position` tells where in the
    /// text each place of the sequence is, rising; a window has `window` positions.
    ///
    /// The neighbours of each term are counted at its places, so that no table of pairs is needed.
    pub fn new(
        sequence: &[TermId],
        terms: usize,
        window: usize,
        position: impl Fn(usize) -> usize,
    ) -> Self {
        let occurrences = Occurrences::of(sequence, terms);
        let mut graph = Self {
            ends: Vec::with_capacity(terms),
            edges: Vec::new(),
        };
        let mut counts = vec![0_u32; terms];
        let mut neighbours: Vec<TermId> = Vec::new();
        for term in 0..terms {
            for &place in occurrences.places(term) {
                let place = place as usize;
                let is_near = |&other: &usize| position(other).abs_diff(position(place)) < window;
                let before = (0..place).rev().take_while(is_near);
                let behind = (place + 1..sequence.len()).take_while(is_near);
                let others = before.chain(behind).map(|other| sequence[other]);
                for other in others.filter(|&other| other as usize != term) {
                    let count = &mut counts[other as usize];
                    if *count == 0 {
                        neighbours.push(other);
                    }
                    *count = count.saturating_add(1);
                }
            }
            neighbours.sort_unstable();
            let edge = |other: TermId| (other, std::mem::take(&mut counts[other as usize]));
            graph.edges.extend(neighbours.drain(..).map(edge));
            graph.ends.push(graph.edges.len());
        }
        graph
    }

    fn edges(&self, term: usize) -> &[(TermId, u32)] {
        let start = term.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.edges[start..self.ends[term]]
    }
}

impl SimilarityGraph for Cooccurrence {
    fn len(&self) -> usize {
        self.ends.len()
    }

    fn gather(&self, x: &[f64], out: &mut [f64]) {
        out.par_iter_mut().enumerate().for_each(|(term, out)| {
            let edges = self.edges(term).iter();
            *out = edges
                .map(|&(from, count)| f64::from(count) * x[from as usize])
                .sum();
        });
    }

    fn out_weights(&self) -> Vec<f64> {
        let weight = |term| {
            self.edges(term)
                .iter()
                .map(|edge| f64::from(edge.1))
                .sum::<f64>()
        };
        (0..self.len()).map(weight).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_are_counted_both_ways() {
        let graph = Cooccurrence::new(&[0, 1, 0, 2, 2], 3, 2, |place| place);
        assert_eq!(graph.edges(0), [(1, 2), (2, 1)]);
        assert_eq!(graph.edges(1), [(0, 2)]);
        assert_eq!(graph.edges(2), [(0, 1)]);
        assert_eq!(graph.out_weights(), [3.0, 2.0, 1.0]);
    }

    #[test]
    fn windows_are_measured_in_positions() {
        let positions = [0, 1, 5, 7];
        let graph = Cooccurrence::new(&[0, 1, 2, 0], 3, 5, |place| positions[place]);
        assert_eq!(graph.edges(0), [(1, 1), (2, 1)]);
        assert_eq!(graph.edges(1), [(0, 1), (2, 1)]);
        assert_eq!(graph.edges(2), [(0, 1), (1, 1)]);
    }
}
