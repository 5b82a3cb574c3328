//! Cosine similarity, in one factor.

use std::borrow::Borrow;

use rayon::prelude::*;

use super::{SimilarityGraph, Turn, WalkPart};
use crate::terms::{PART, Part, TermId, TermMatrix};

/// The graph whose edges are the cosines of all pairs of rows of a matrix (continuous LexRank, Erkan &
/// Radev 2004): W = X·Xᵀ − diag. A product costs two passes over the entries of X and is exact.
///
/// Terms that only one row has make no edge: what they add is 0 to the last bit, and they are left out.
#[derive(Debug)]
pub struct CosineGraph {
    parts: Vec<Rows>,
    sentences: usize,
    terms: usize,
}

/// The rows of a part of the matrix.
#[derive(Debug)]
struct Rows {
    /// Where each row ends in `entries`.
    ends: Vec<u32>,
    /// Each term with its weight: they are read together.
    entries: Vec<(TermId, f32)>,
    /// The product of each row with itself.
    squares: Vec<f64>,
}

/// The first pass adds up columns in so many groups of parts, whatever the number of threads, so that
/// sums are always made in the same order.
pub(super) const GROUPS: usize = 8;

/// How many of so many parts make a group.
pub(super) fn group_size(parts: usize) -> usize {
    parts.div_ceil(GROUPS).max(1)
}

impl CosineGraph {
    /// The graph of a matrix with rows of unit length.
    pub fn new(matrix: &TermMatrix) -> Self {
        let frequencies = matrix.document_frequencies();
        Self::of(frequencies, matrix.rows(), matrix.parts().par_iter())
    }

    fn of(
        frequencies: &[u32],
        sentences: usize,
        parts: impl IndexedParallelIterator<Item: Borrow<Part>>,
    ) -> Self {
        let mut terms = 0;
        let number = |&df: &u32| {
            let is_shared = df > 1;
            terms += TermId::from(is_shared);
            is_shared.then(|| terms - 1)
        };
        let numbers: Vec<Option<TermId>> = frequencies.iter().map(number).collect();
        let rows = parts.map(|part| Rows::of(part.borrow(), &numbers));
        Self {
            parts: rows.collect(),
            sentences,
            terms: terms as usize,
        }
    }

    /// Xᵀ·x: for every term, the weights of its sentences times their x.
    fn columns(&self, x: &[f64]) -> Vec<f64> {
        let size = group_size(self.parts.len());
        let sum = |(parts, x): (&[Rows], &[f64])| {
            let mut columns = vec![0.0; self.terms];
            for (rows, x) in parts.iter().zip(x.chunks(PART)) {
                rows.scatter(x, &mut columns);
            }
            columns
        };
        let groups = self.parts.par_chunks(size);
        total(groups.zip(x.par_chunks(size * PART)).map(sum).collect())
    }
}

/// The graph of a matrix that is needed for nothing else: each part of it is given up for that of the graph.
impl From<TermMatrix> for CosineGraph {
    fn from(matrix: TermMatrix) -> Self {
        let sentences = matrix.rows();
        let (parts, frequencies) = matrix.into_parts();
        Self::of(&frequencies, sentences, parts.into_par_iter())
    }
}

impl Rows {
    /// The rows of a part, their terms by other numbers, without those that have none.
    fn of(part: &Part, numbers: &[Option<TermId>]) -> Self {
        let mut ends = Vec::with_capacity(part.rows());
        let mut entries = Vec::with_capacity(USUAL * part.rows());
        let mut squares = Vec::with_capacity(part.rows());
        for row in 0..part.rows() {
            let start = entries.len();
            let (terms, weights) = part.row(row);
            let entry = |(&term, &weight)| Some((numbers[term as usize]?, weight));
            entries.extend(terms.iter().zip(weights).filter_map(entry));
            let square = |&(_, weight): &(TermId, f32)| f64::from(weight).powi(2);
            squares.push(entries[start..].iter().map(square).sum());
            ends.push(entries.len() as u32);
        }
        entries.shrink_to_fit();
        Self {
            ends,
            entries,
            squares,
        }
    }

    fn iter(&self) -> impl Iterator<Item = &[(TermId, f32)]> {
        let mut start = 0;
        self.ends.iter().map(move |&end| {
            let row = start..end as usize;
            start = row.end;
            &self.entries[row]
        })
    }

    /// Adds to each column the weights of the sentences times their x.
    fn scatter(&self, x: &[f64], columns: &mut [f64]) {
        for (row, &x) in self.iter().zip(x) {
            for &(term, weight) in row {
                columns[term as usize] += f64::from(weight) * x;
            }
        }
    }

    /// Multiplies the rows with the columns. What the sentence itself, with its x, put into a column is taken
    /// out again.
    fn gather(&self, columns: &[f64], x: &[f64], out: &mut [f64]) {
        let own = self.squares.iter().zip(x);
        for ((row, (square, x)), out) in self.iter().zip(own).zip(out) {
            let entry =
                |&(term, weight): &(TermId, f32)| f64::from(weight) * columns[term as usize];
            *out = row.iter().map(entry).sum::<f64>() - square * x;
        }
    }

    /// The turn of a walk in one part.
    fn turn(
        &self,
        part: &mut WalkPart,
        turn: Turn,
        directions: &[f64],
        images: &mut [f64],
        room: &mut Room,
    ) -> f64 {
        part.turn(turn);
        room.shares.clear();
        room.shares.extend(part.shares());
        room.gathered.resize(room.shares.len(), 0.0);
        self.gather(directions, &room.shares, &mut room.gathered);
        let product = part.image(&mut room.gathered, turn);
        self.scatter(&room.gathered, images);
        product
    }
}

/// Room for the sentences of a part.
#[derive(Default)]
struct Room {
    shares: Vec<f64>,
    gathered: Vec<f64>,
}

/// Sentences usually share no more terms with others.
const USUAL: usize = 16;

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

impl SimilarityGraph for CosineGraph {
    fn len(&self) -> usize {
        self.sentences
    }

    fn gather(&self, x: &[f64], out: &mut [f64]) {
        let columns = self.columns(x);
        let parts = self.parts.par_iter();
        let chunks = parts.zip(x.par_chunks(PART)).zip(out.par_chunks_mut(PART));
        chunks.for_each(|((rows, x), out)| rows.gather(&columns, x, out));
    }

    /// The same in one pass over the matrix instead of two: as soon as the rows of a part have gathered, their images
    /// are scattered. What a direction scatters follows from what residuals and images do, as the direction does from
    /// these. The memory is these three.
    fn turn(&self, parts: &mut [WalkPart], turn: Turn, memory: &mut Vec<f64>) -> f64 {
        if memory.is_empty() {
            let shares: Vec<f64> = parts.iter().flat_map(WalkPart::residual_shares).collect();
            *memory = self.columns(&shares);
            memory.resize(3 * self.terms, 0.0);
        }
        let (residuals, way) = memory.split_at_mut(self.terms);
        let (directions, images) = way.split_at_mut(self.terms);
        let columns = residuals.iter_mut().zip(directions.iter_mut());
        for ((residual, direction), image) in columns.zip(&*images) {
            *residual -= turn.length * image;
            *direction = *residual + turn.keep * *direction;
        }
        // A text of one part needs no threads.
        if let ([rows], [part]) = (&self.parts[..], &mut *parts) {
            images.fill(0.0);
            return rows.turn(part, turn, directions, images, &mut Room::default());
        }
        let size = group_size(self.parts.len());
        let walk = |(group, parts): (&[Rows], &mut [WalkPart])| {
            let mut images = vec![0.0; self.terms];
            let mut room = Room::default();
            let product = |(rows, part): (&Rows, &mut WalkPart)| {
                rows.turn(part, turn, directions, &mut images, &mut room)
            };
            let products: Vec<f64> = group.iter().zip(parts).map(product).collect();
            (images, products)
        };
        let groups = self.parts.par_chunks(size).zip(parts.par_chunks_mut(size));
        let (sums, products): (Vec<Vec<f64>>, Vec<Vec<f64>>) = groups.map(walk).unzip();
        images.copy_from_slice(&total(sums));
        products.iter().flatten().sum()
    }

    fn out_weights(&self) -> Vec<f64> {
        let mut weights = vec![0.0; self.len()];
        self.gather(&vec![1.0; self.len()], &mut weights);
        // What is taken out again may leave a rest.
        weights
            .iter_mut()
            .for_each(|weight| *weight = weight.max(0.0));
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
