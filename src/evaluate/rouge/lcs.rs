//! Longest common subsequences, 64 cells of the usual table at a time.
//!
//! A row of the table only grows from left to right, by 0 or 1 a column, so a bit a column tells it all: 0
//! where it grows. The next row is an addition: M. Crochemore, C. S. Iliopoulos, Y. J. Pinzon & J. F. Reid
//! (2001), "A fast and practical bit-vector algorithm for the longest common subsequence problem",
//! Information Processing Letters 80 (6), 279–285.

use super::{Text, TokenId};

/// The length of the longest common subsequence.
pub(super) fn length(a: &[TokenId], b: &[TokenId]) -> usize {
    let (rows, columns) = if a.len() < b.len() { (a, b) } else { (b, a) };
    let columns = Columns::new(columns);
    let mut row = columns.first_row();
    let mut mask = vec![0; row.len()];
    for &token in rows {
        columns.advance(&mut row, &mut mask, token);
    }
    grown(&row, columns.tokens.len())
}

/// The lines of a text, made ready to be matched with those of another.
pub(super) struct Lines<'t>(Vec<Columns<'t>>);

impl<'t> Lines<'t> {
    pub(super) fn new(text: &'t Text) -> Self {
        let lines = text.lines().filter(|line| !line.is_empty());
        Self(lines.map(Columns::new).collect())
    }

    /// For each token of a line whether it is in the longest common subsequence with any of these. Of
    /// several longest ones it is that which `rouge-score` takes.
    pub(super) fn union_with(&self, line: &[TokenId]) -> Vec<bool> {
        let mut union = vec![false; line.len()];
        for columns in &self.0 {
            columns.mark(line, &mut union);
        }
        union
    }
}

/// A sequence along the columns of the table.
struct Columns<'t> {
    tokens: &'t [TokenId],
    /// The columns of each token: sorted by token.
    places: Vec<(TokenId, u32)>,
}

impl<'t> Columns<'t> {
    fn new(tokens: &'t [TokenId]) -> Self {
        let mut places: Vec<(TokenId, u32)> = tokens.iter().copied().zip(0..).collect();
        places.sort_unstable();
        Self { tokens, places }
    }

    /// The row above all others: it grows nowhere.
    fn first_row(&self) -> Vec<u64> {
        vec![u64::MAX; self.tokens.len().div_ceil(64)]
    }

    /// Turns a row into the next, which is that of `token`. The mask is all 0, and left so.
    fn advance(&self, row: &mut [u64], mask: &mut [u64], token: TokenId) {
        let start = self.places.partition_point(|&(known, _)| known < token);
        let places = self.places[start..]
            .iter()
            .take_while(|&&(known, _)| known == token);
        let mut is_there = false;
        for &(_, column) in places {
            mask[column as usize / 64] |= 1 << (column % 64);
            is_there = true;
        }
        if !is_there {
            return;
        }
        let mut carry = false;
        for (word, mask) in row.iter_mut().zip(mask) {
            let (sum, is_over) = word.overflowing_add(*word & *mask);
            let (sum, is_over_by_one) = sum.overflowing_add(u64::from(carry));
            carry = is_over || is_over_by_one;
            *word = sum | (*word & !*mask);
            *mask = 0;
        }
    }

    /// Marks the tokens of `line` that are in the longest common subsequence.
    ///
    /// The way back through the table needs all its rows. One in `step` of them is kept, and those between
    /// are made again when the way comes there, so that long texts need little memory.
    fn mark(&self, line: &[TokenId], marks: &mut [bool]) {
        let step = line.len().isqrt().max(1);
        let mut row = self.first_row();
        let mut mask = vec![0; row.len()];
        let mut kept = Vec::new();
        for (place, &token) in line.iter().enumerate() {
            if place % step == 0 {
                kept.push(row.clone());
            }
            self.advance(&mut row, &mut mask, token);
        }
        let (mut i, mut j) = (line.len(), self.tokens.len());
        if grown(&row, j) == 0 {
            return;
        }
        while let Some(start) = kept.pop().filter(|_| j > 0) {
            let first = kept.len() * step;
            let mut rows = vec![start];
            for &token in &line[first..i] {
                let mut next = rows[rows.len() - 1].clone();
                self.advance(&mut next, &mut mask, token);
                rows.push(next);
            }
            while i > first && j > 0 {
                let (above, here) = (&rows[i - 1 - first], &rows[i - first]);
                if line[i - 1] == self.tokens[j - 1] {
                    marks[i - 1] = true;
                    i -= 1;
                    j -= 1;
                } else if grown(here, j - 1) > grown(above, j) {
                    j -= 1;
                } else {
                    i -= 1;
                }
            }
        }
    }
}

/// How much a row has grown within its first columns: the length of the subsequence so far.
fn grown(row: &[u64], columns: usize) -> usize {
    let (whole, rest) = (columns / 64, columns % 64);
    let mut grown: u32 = row[..whole].iter().map(|word| word.count_zeros()).sum();
    if rest > 0 {
        grown += (!row[whole] & ((1 << rest) - 1)).count_ones();
    }
    grown as usize
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The table of the textbooks.
    fn table(a: &[TokenId], b: &[TokenId]) -> Vec<Vec<usize>> {
        let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
        for i in 1..=a.len() {
            for j in 1..=b.len() {
                table[i][j] = if a[i - 1] == b[j - 1] {
                    table[i - 1][j - 1] + 1
                } else {
                    table[i - 1][j].max(table[i][j - 1])
                };
            }
        }
        table
    }

    /// The way back that rouge-score takes, on the whole table.
    fn marked(a: &[TokenId], b: &[TokenId]) -> Vec<bool> {
        let table = table(a, b);
        let mut marks = vec![false; a.len()];
        let (mut i, mut j) = (a.len(), b.len());
        while i > 0 && j > 0 {
            if a[i - 1] == b[j - 1] {
                marks[i - 1] = true;
                i -= 1;
                j -= 1;
            } else if table[i][j - 1] > table[i - 1][j] {
                j -= 1;
            } else {
                i -= 1;
            }
        }
        marks
    }

    #[test]
    fn a_worked_example() {
        let word = |word: &str| word.bytes().map(TokenId::from).collect::<Vec<_>>();
        assert_eq!(length(&word("ABCBDAB"), &word("BDCABA")), 4);
        assert_eq!(length(&word("ABC"), &word("")), 0);
        assert_eq!(
            length(&word(&"AB".repeat(100)), &word(&"BA".repeat(100))),
            199
        );
    }

    proptest! {
        #[test]
        fn bits_tell_the_same_as_the_table(
            a in prop::collection::vec(0_u32..9, 0..200),
            b in prop::collection::vec(0_u32..9, 0..200),
        ) {
            prop_assert_eq!(length(&a, &b), table(&a, &b)[a.len()][b.len()]);
            let mut marks = vec![false; a.len()];
            Columns::new(&b).mark(&a, &mut marks);
            prop_assert_eq!(marks, marked(&a, &b));
        }

        #[test]
        fn rows_grow_by_the_length_of_what_is_left_out(a in prop::collection::vec(0_u32..50, 0..300)) {
            prop_assert_eq!(length(&a, &a), a.len());
            let odd: Vec<TokenId> = a.iter().copied().skip(1).step_by(2).collect();
            prop_assert_eq!(length(&a, &odd), odd.len());
        }
    }
}
