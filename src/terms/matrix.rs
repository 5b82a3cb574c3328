//! The sentence × term matrix in compressed rows (CSR).

use rayon::prelude::*;

use super::TermId;

/// A sparse matrix of sentences (rows) and terms (columns).
///
/// Rows are kept in parts of [`PART`] rows, which are made, and may be worked on, in parallel.
#[derive(Clone, Debug, Default)]
pub struct TermMatrix {
    parts: Vec<Part>,
    rows: usize,
    /// In how many rows each column has an entry.
    document_frequencies: Vec<u32>,
}

/// So many rows make a part.
pub const PART: usize = 4_096;

/// Rows usually have no more entries.
const USUAL: usize = 16;

/// Terms of fewer rows have their rarity from a table.
const RARE: u32 = 16;

/// Some rows in a row.
#[derive(Clone, Debug, Default)]
pub struct Part {
    /// Where each row ends in `terms` and `values`.
    ends: Vec<u32>,
    /// Columns of the entries, rising in each row.
    terms: Vec<TermId>,
    values: Vec<f32>,
}

impl Part {
    /// How many rows it has.
    pub fn rows(&self) -> usize {
        self.ends.len()
    }

    /// The terms of one of its rows, rising, and their values.
    #[inline]
    pub fn row(&self, row: usize) -> (&[TermId], &[f32]) {
        let range = self.range(row);
        (&self.terms[range.clone()], &self.values[range])
    }

    #[inline]
    fn range(&self, row: usize) -> std::ops::Range<usize> {
        let start = row
            .checked_sub(1)
            .map_or(0, |before| self.ends[before] as usize);
        start..self.ends[row] as usize
    }

    /// No row, and room for so many of usual length.
    fn with_room(rows: usize) -> Self {
        Self {
            ends: Vec::with_capacity(rows),
            terms: Vec::with_capacity(USUAL * rows),
            values: Vec::with_capacity(USUAL * rows),
        }
    }

    /// Counts the terms of the rows `first..`, each of which `fill` writes.
    fn counted(first: usize, rows: usize, fill: &impl Fn(usize, &mut Vec<TermId>)) -> Self {
        let rows = first..rows.min(first + PART);
        let mut part = Self::with_room(rows.len());
        let mut row = Vec::new();
        for i in rows {
            row.clear();
            fill(i, &mut row);
            row.sort_unstable();
            for run in row.chunk_by(|a, b| a == b) {
                part.terms.push(run[0]);
                part.values.push(run.len() as f32);
            }
            part.ends.push(part.terms.len() as u32);
        }
        part.terms.shrink_to_fit();
        part.values.shrink_to_fit();
        part
    }

    /// Turns counts into weights, and scales rows to unit length; a row of zeros stays one.
    fn weigh(&mut self, frequency: &impl Fn(f64) -> f64, rarity: &[f64]) {
        for i in 0..self.ends.len() {
            let range = self.range(i);
            let (terms, values) = (&self.terms[range.clone()], &mut self.values[range]);
            let weight =
                |term: TermId, count: f32| frequency(f64::from(count)) * rarity[term as usize];
            let squares = terms
                .iter()
                .zip(&*values)
                .map(|(&term, &count)| weight(term, count).powi(2));
            let length = squares.sum::<f64>().sqrt().max(f64::MIN_POSITIVE);
            for (&term, value) in terms.iter().zip(values) {
                *value = (weight(term, *value) / length) as f32;
            }
        }
    }
}

impl TermMatrix {
    /// The matrix of counts: how often each of `columns` terms occurs in each of `rows` sentences, the
    /// terms of which `fill` writes in any order.
    pub fn counts(
        rows: usize,
        columns: usize,
        fill: impl Fn(usize, &mut Vec<TermId>) + Sync,
    ) -> Self {
        let parts: Vec<Part> = (0..rows)
            .step_by(PART)
            .collect::<Vec<_>>()
            .into_par_iter()
            .map(|first| Part::counted(first, rows, &fill))
            .collect();
        Self {
            document_frequencies: document_frequencies(&parts, columns),
            parts,
            rows,
        }
    }

    /// The matrix of weights, its rows of unit length: the entry of a term in a sentence is
    /// (1 + ln tf) · ln(1 + n/df) before the row is scaled, with tf its occurrences in the sentence, df
    /// the sentences that have it, n the number of sentences.
    pub fn weights(
        rows: usize,
        columns: usize,
        fill: impl Fn(usize, &mut Vec<TermId>) + Sync,
    ) -> Self {
        let frequency = |tf: f64| if tf > 1.0 { 1.0 + tf.ln() } else { 1.0 };
        Self::counts(rows, columns, fill).weighted(frequency, |share| (1.0 + share).ln())
    }

    /// Makes a matrix of counts one of other weights, its rows of unit length as well: the entry is
    /// frequency(tf) · rarity(n/df) before the row is scaled.
    pub fn weighted(
        mut self,
        frequency: impl Fn(f64) -> f64 + Sync,
        rarity: impl Fn(f64) -> f64,
    ) -> Self {
        let rarity = |df: u32| rarity(self.rows as f64 / f64::from(df.max(1)));
        // Most terms are in a few rows.
        let of_rare: Vec<f64> = (0..RARE).map(rarity).collect();
        let known = |&df: &u32| {
            of_rare
                .get(df as usize)
                .copied()
                .unwrap_or_else(|| rarity(df))
        };
        let rarity: Vec<f64> = self.document_frequencies.iter().map(known).collect();
        let parts = self.parts.par_iter_mut();
        parts.for_each(|part| part.weigh(&frequency, &rarity));
        self
    }

    /// The rows in parts, and in how many rows each column has an entry.
    pub fn into_parts(self) -> (Vec<Part>, Vec<u32>) {
        (self.parts, self.document_frequencies)
    }

    /// The rows in parts: all but the last of [`PART`] rows.
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// The number of rows: sentences.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// The number of columns: terms.
    pub fn columns(&self) -> usize {
        self.document_frequencies.len()
    }

    /// The terms of a row, rising, and their values.
    #[inline]
    pub fn row(&self, row: usize) -> (&[TermId], &[f32]) {
        self.parts[row / PART].row(row % PART)
    }

    /// In how many rows each column has an entry.
    pub fn document_frequencies(&self) -> &[u32] {
        &self.document_frequencies
    }

    /// The cosine of two rows of a matrix of weights.
    pub fn cosine(&self, a: usize, b: usize) -> f64 {
        dot(self.row(a), self.row(b))
    }
}

/// In how many rows each of the columns has an entry.
fn document_frequencies(parts: &[Part], columns: usize) -> Vec<u32> {
    let count = |parts: &[Part]| {
        let mut frequencies = vec![0_u32; columns];
        for &term in parts.iter().flat_map(|part| &part.terms) {
            frequencies[term as usize] += 1;
        }
        frequencies
    };
    let size = parts.len().div_ceil(rayon::current_num_threads()).max(1);
    let add = |mut sums: Vec<u32>, other: Vec<u32>| {
        for (sum, other) in sums.iter_mut().zip(other) {
            *sum += other;
        }
        sums
    };
    let counts = parts.par_chunks(size).map(count);
    counts.reduce_with(add).unwrap_or_else(|| vec![0; columns])
}

/// The inner product of two sparse rows with rising columns.
pub fn dot((a, x): (&[TermId], &[f32]), (b, y): (&[TermId], &[f32])) -> f64 {
    let (mut i, mut j, mut sum) = (0, 0, 0.0);
    while i < a.len() && j < b.len() {
        match a[i].cmp(&b[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                sum += f64::from(x[i]) * f64::from(y[j]);
                i += 1;
                j += 1;
            }
        }
    }
    sum
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// A matrix of rows given as lists of terms.
    pub(crate) fn matrix(rows: &[Vec<TermId>]) -> TermMatrix {
        let columns = rows
            .iter()
            .flatten()
            .max()
            .map_or(0, |&term| term as usize + 1);
        TermMatrix::weights(rows.len(), columns, |i, row| row.extend(&rows[i]))
    }

    /// The same, of counts.
    pub(crate) fn counts(rows: &[Vec<TermId>]) -> TermMatrix {
        let columns = rows
            .iter()
            .flatten()
            .max()
            .map_or(0, |&term| term as usize + 1);
        TermMatrix::counts(rows.len(), columns, |i, row| row.extend(&rows[i]))
    }

    #[test]
    fn weights_are_those_of_the_formula_and_rows_have_unit_length() {
        let matrix = matrix(&[vec![1, 0, 1], vec![1], vec![]]);
        let (terms, weights) = matrix.row(0);
        assert_eq!(terms, [0, 1]);
        let (rare, common) = (4.0_f64.ln(), (1.0 + 2.0_f64.ln()) * 2.5_f64.ln());
        let length = rare.hypot(common);
        assert!((f64::from(weights[0]) - rare / length).abs() < 1e-7);
        assert!((f64::from(weights[1]) - common / length).abs() < 1e-7);
        assert_eq!(matrix.row(1), (&[1][..], &[1.0][..]));
        assert_eq!(matrix.row(2).0.len(), 0);
        assert_eq!(matrix.document_frequencies(), [1, 2]);
        assert!((matrix.cosine(0, 0) - 1.0).abs() < 1e-6);
        assert_eq!(matrix.cosine(0, 2), 0.0);
    }
}
