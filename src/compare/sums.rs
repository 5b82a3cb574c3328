//! The counts of groups of documents.

use std::cmp::Ordering;

use crate::terms::{Corpus, TermId};

/// What is counted of a term in a group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Sum {
    /// Occurrences.
    pub count: u64,
    /// Documents that have it.
    pub documents: u64,
}

/// The sums of all terms that a group has, by the numbers of the terms.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Sums {
    pub tokens: u64,
    rows: Vec<(TermId, Sum)>,
}

impl Sums {
    /// The sums of some documents of a corpus.
    pub fn of(corpus: &Corpus, documents: &[usize]) -> Self {
        let size = |&document: &usize| corpus.documents()[document].tokens;
        let cells = documents
            .iter()
            .flat_map(|&document| corpus.cells(document));
        let mut cells: Vec<(TermId, u64)> = cells.collect();
        cells.sort_unstable_by_key(|&(term, _)| term);
        let mut rows: Vec<(TermId, Sum)> = Vec::new();
        for (term, count) in cells {
            if rows.last().is_none_or(|&(last, _)| last != term) {
                rows.push((term, Sum::default()));
            }
            if let Some((_, sum)) = rows.last_mut() {
                sum.count += count;
                sum.documents += 1;
            }
        }
        Self {
            tokens: documents.iter().map(size).sum(),
            rows,
        }
    }

    /// These sums less those of some of their documents.
    pub fn without(&self, part: &Self) -> Self {
        let rest = |(term, all, part): (TermId, Sum, Sum)| {
            let sum = Sum {
                count: all.count - part.count,
                documents: all.documents - part.documents,
            };
            (sum.documents > 0).then_some((term, sum))
        };
        Self {
            tokens: self.tokens - part.tokens,
            rows: self.beside(part).filter_map(rest).collect(),
        }
    }

    /// All terms of this group and another, each with its sums in both.
    pub fn beside(&self, other: &Self) -> impl Iterator<Item = (TermId, Sum, Sum)> {
        let (mut left, mut right) = (self.rows.iter().peekable(), other.rows.iter().peekable());
        std::iter::from_fn(move || {
            let order = match (left.peek(), right.peek()) {
                (None, None) => return None,
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (Some((a, _)), Some((b, _))) => a.cmp(b),
            };
            let own = if order.is_le() { left.next() } else { None };
            let others = if order.is_ge() { right.next() } else { None };
            let &(term, _) = own.or(others)?;
            let sum = |row: Option<&(TermId, Sum)>| row.map_or(Sum::default(), |&(_, sum)| sum);
            Some((term, sum(own), sum(others)))
        })
    }

    /// The sums of one term.
    pub fn get(&self, term: TermId) -> Sum {
        let found = self.rows.binary_search_by_key(&term, |&(term, _)| term);
        found.map_or(Sum::default(), |place| self.rows[place].1)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::source::format::plain;
    use crate::terms::TermCounts;
    use crate::text::{Language, LanguageKit, TextOptions};

    proptest! {
        #[test]
        fn sums_are_those_of_counting_term_by_term(texts in prop::collection::vec("[a-e ]{0,20}", 1..7), cut in 0_usize..7) {
            let kit = LanguageKit::new(Language::english(), &TextOptions::default());
            let mut corpus = Corpus::default();
            for text in &texts {
                corpus.add("d", TermCounts::of(&plain("d", text.as_str()), &kit));
            }
            let documents: Vec<usize> = (0..texts.len()).collect();
            let (part, rest) = documents.split_at(cut.min(texts.len()));
            let slow = |documents: &[usize], term: TermId| {
                let mut sum = Sum::default();
                for &document in documents {
                    for (_, count) in corpus.cells(document).filter(|&(found, _)| found == term) {
                        sum.count += count;
                        sum.documents += 1;
                    }
                }
                sum
            };
            let [all, own, others] = [&documents[..], part, rest].map(|set| Sums::of(&corpus, set));
            prop_assert_eq!(&all.without(&own), &others);
            let beside: Vec<_> = own.beside(&others).collect();
            prop_assert_eq!(beside.len(), corpus.len());
            for (term, left, right) in beside {
                prop_assert_eq!((left, right), (slow(part, term), slow(rest, term)));
                prop_assert_eq!(own.get(term), left);
            }
        }
    }
}
