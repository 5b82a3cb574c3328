//! Where each term stands.

use crate::terms::TermId;

/// The places of each term in a sequence, rising.
#[derive(Debug)]
pub(super) struct Occurrences {
    /// Where the places of each term end.
    ends: Vec<usize>,
    places: Vec<u32>,
}

impl Occurrences {
    /// The places in a sequence of terms, which are numbered below `terms`.
    pub fn of(sequence: &[TermId], terms: usize) -> Self {
        let mut ends = vec![0; terms];
        for &term in sequence {
            ends[term as usize] += 1;
        }
        let mut total = 0;
        for end in &mut ends {
            total += std::mem::replace(end, total);
        }
        let mut places = vec![0; total];
        for (place, &term) in (0..).zip(sequence) {
            // The start of each list moves on, until it is the end.
            let end = &mut ends[term as usize];
            places[*end] = place;
            *end += 1;
        }
        Self { ends, places }
    }

    /// How many terms there are, with those that stand nowhere.
    pub fn terms(&self) -> usize {
        self.ends.len()
    }

    /// The places of a term.
    pub fn places(&self, term: usize) -> &[u32] {
        let start = term.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.places[start..self.ends[term]]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_listed_by_term() {
        let occurrences = Occurrences::of(&[2, 0, 2, 2, 0], 4);
        let listed: Vec<&[u32]> = (0..4).map(|term| occurrences.places(term)).collect();
        assert_eq!(listed, [&[1, 4][..], &[], &[0, 2, 3], &[]]);
    }
}
