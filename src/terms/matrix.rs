//! The sentence × term matrix in compressed rows (CSR).

use super::TermId;

/// A sparse matrix of sentences (rows) and terms (columns), its rows of unit length.
///
/// The entry of a term in a sentence is (1 + ln tf) · ln(1 + n/df) before the row is scaled, with tf its
/// occurrences in the sentence, df the sentences that have it, n the number of sentences.
#[derive(Clone, Debug, Default)]
pub struct TermMatrix {
    /// Where each row ends in `terms` and `weights`.
    ends: Vec<usize>,
    /// Columns of the entries, rising in each row.
    terms: Vec<TermId>,
    weights: Vec<f32>,
    /// Occurrences of each entry's term in its sentence.
    frequencies: Vec<u32>,
    /// In how many rows each column has an entry.
    document_frequencies: Vec<u32>,
}

impl TermMatrix {
    /// Builds the matrix of sentences given as sequences of terms below `columns`.
    pub fn new<R: Iterator<Item = TermId>>(rows: impl Iterator<Item = R>, columns: usize) -> Self {
        let mut matrix = Self {
            document_frequencies: vec![0; columns],
            ..Self::default()
        };
        let mut row: Vec<TermId> = Vec::new();
        for terms in rows {
            row.clear();
            row.extend(terms);
            row.sort_unstable();
            for run in row.chunk_by(|a, b| a == b) {
                matrix.terms.push(run[0]);
                matrix.frequencies.push(run.len() as u32);
                matrix.document_frequencies[run[0] as usize] += 1;
            }
            matrix.ends.push(matrix.terms.len());
        }
        matrix.weigh();
        matrix
    }

    fn weigh(&mut self) {
        let sentences = self.ends.len() as f64;
        let rarity: Vec<f64> = self
            .document_frequencies
            .iter()
            .map(|&df| (1.0 + sentences / f64::from(df.max(1))).ln())
            .collect();
        self.weights.reserve_exact(self.terms.len());
        for i in 0..self.ends.len() {
            let range = self.range(i);
            let weight = |entry: usize| {
                (1.0 + f64::from(self.frequencies[entry]).ln()) * rarity[self.terms[entry] as usize]
            };
            let length = range
                .clone()
                .map(|entry| weight(entry).powi(2))
                .sum::<f64>()
                .sqrt();
            let scaled: Vec<f32> = range.map(|entry| (weight(entry) / length) as f32).collect();
            self.weights.extend(scaled);
        }
    }

    fn range(&self, row: usize) -> std::ops::Range<usize> {
        row.checked_sub(1).map_or(0, |before| self.ends[before])..self.ends[row]
    }

    /// The number of rows: sentences.
    pub fn rows(&self) -> usize {
        self.ends.len()
    }

    /// The number of columns: terms.
    pub fn columns(&self) -> usize {
        self.document_frequencies.len()
    }

    /// The terms of a row, rising, and their weights.
    pub fn row(&self, row: usize) -> (&[TermId], &[f32]) {
        let range = self.range(row);
        (&self.terms[range.clone()], &self.weights[range])
    }

    /// The terms of a row, rising, and how often each occurs.
    pub fn frequencies(&self, row: usize) -> (&[TermId], &[u32]) {
        let range = self.range(row);
        (&self.terms[range.clone()], &self.frequencies[range])
    }

    /// In how many rows each column has an entry.
    pub fn document_frequencies(&self) -> &[u32] {
        &self.document_frequencies
    }

    /// The cosine of two rows.
    pub fn cosine(&self, a: usize, b: usize) -> f64 {
        dot(self.row(a), self.row(b))
    }
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
        TermMatrix::new(rows.iter().map(|row| row.iter().copied()), columns)
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
