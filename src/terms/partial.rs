//! Counts of a part of a corpus that are added up with those of others.
//!
//! [`saved`](super::saved) counts keep every document apart. These are sums over documents, a row a term, which an
//! engine adds up with those of other parts in any order: every field of [`Sums`] is itself a sum.

use std::collections::BTreeMap;
use std::ops::{Add, AddAssign};

use super::{Corpus, TermId};

/// What is known of a term in some documents: sums over them, of its count c in each and of that one's tokens n.
///
/// With the sums T of all tokens, in which each document counts its n tokens, so that T.count is their number and
/// T.documents that of all documents, they make these measures of dispersion:
///
/// - Juilland's D = 1 − √(rate_squares·T.documents / rates² − 1) / √(T.documents − 1)
/// - Rosengren's S = roots² / (count · T.count)
/// - the Kullback–Leibler divergence = logs / count + log₂(T.count / count)
///
/// Gries' DP is no sum of what single documents tell: it takes all counts of a term and the total.
///
/// ```
/// use epitome::terms::Sums;
///
/// // A term stands twice in a document of 10 tokens, once in one of 5, and in a third not at all.
/// let term = Sums::of(2, 10) + Sums::of(1, 5);
/// let all = Sums::of(10, 10) + Sums::of(5, 5) + Sums::of(15, 15);
/// assert_eq!((term.documents, term.count, term.count_squares), (2, 3, 5));
/// let d = 1.0 - (term.rate_squares * all.documents as f64 / term.rates.powi(2) - 1.0).sqrt()
///     / (all.documents as f64 - 1.0).sqrt();
/// assert!((d - 0.5).abs() < 1e-12);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Sums {
    /// Documents that have it.
    pub documents: u64,
    /// Σ c: its occurrences.
    pub count: u64,
    /// Σ c².
    pub count_squares: u64,
    /// Σ c/n.
    pub rates: f64,
    /// Σ (c/n)².
    pub rate_squares: f64,
    /// Σ √(c·n).
    pub roots: f64,
    /// Σ c·log₂(c/n).
    pub logs: f64,
}

impl Sums {
    /// Those of a single document: the term's count in it, and its tokens.
    pub fn of(count: u64, tokens: u64) -> Self {
        let (c, n) = (count as f64, tokens as f64);
        let rate = if tokens > 0 { c / n } else { 0.0 };
        Self {
            documents: 1,
            count,
            count_squares: count.saturating_mul(count),
            rates: rate,
            rate_squares: rate * rate,
            roots: (c * n).sqrt(),
            logs: if rate > 0.0 { c * rate.log2() } else { 0.0 },
        }
    }
}

impl Add for Sums {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            documents: self.documents + other.documents,
            count: self.count + other.count,
            count_squares: self.count_squares.saturating_add(other.count_squares),
            rates: self.rates + other.rates,
            rate_squares: self.rate_squares + other.rate_squares,
            roots: self.roots + other.roots,
            logs: self.logs + other.logs,
        }
    }
}

impl AddAssign for Sums {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

/// The sums of all terms of a corpus.
#[derive(Clone, Debug, Default)]
pub struct Partial<'c> {
    /// Those of all tokens: each document counts all of its own.
    pub all: Sums,
    /// Those of each term, by the alphabet.
    pub terms: Vec<PartialRow<'c>>,
}

/// A term and its sums.
#[derive(Clone, Debug, PartialEq)]
pub struct PartialRow<'c> {
    /// The term: what its forms have in common.
    pub term: &'c str,
    /// Its sums.
    pub sums: Sums,
    /// The forms it is written in, by the alphabet, and how often.
    pub forms: BTreeMap<&'c str, u64>,
}

impl<'c> Partial<'c> {
    /// The sums over all documents of a corpus.
    pub fn of(corpus: &'c Corpus) -> Self {
        let mut all = Sums::default();
        let mut sums = vec![Sums::default(); corpus.len()];
        for (document, known) in corpus.documents().iter().enumerate() {
            all += Sums::of(known.tokens, known.tokens);
            for (term, count) in corpus.cells(document) {
                sums[term as usize] += Sums::of(count, known.tokens);
            }
        }
        let row = |(id, sums): (usize, Sums)| {
            let forms = corpus.forms(id as TermId).iter();
            PartialRow {
                term: corpus.term(id as TermId),
                sums,
                forms: forms.map(|form| (form.form.as_str(), form.count)).collect(),
            }
        };
        let sums = sums.into_iter().enumerate();
        let found = sums.filter(|(_, sums)| sums.documents > 0);
        let mut terms: Vec<PartialRow> = found.map(row).collect();
        terms.sort_unstable_by_key(|row| row.term);
        Self { all, terms }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::source::format::plain;
    use crate::terms::TermCounts;
    use crate::text::{Language, LanguageKit, TextOptions};

    fn corpus(texts: &[String]) -> Corpus {
        let kit = LanguageKit::new(Language::english(), &TextOptions::default());
        let mut corpus = Corpus::default();
        for text in texts {
            corpus.add("d", TermCounts::of(&plain("d", text.as_str()), &kit));
        }
        corpus
    }

    type Table = BTreeMap<Option<String>, (Sums, BTreeMap<String, u64>)>;

    fn table(texts: &[String]) -> Table {
        let corpus = corpus(texts);
        let partial = Partial::of(&corpus);
        let row = |row: PartialRow| {
            let forms = row.forms.into_iter();
            let forms = forms.map(|(form, count)| (form.to_owned(), count));
            (Some(row.term.to_owned()), (row.sums, forms.collect()))
        };
        let all = (None, (partial.all, BTreeMap::new()));
        partial.terms.into_iter().map(row).chain([all]).collect()
    }

    /// What an engine does with tables.
    fn added(tables: &[&Table]) -> Table {
        let mut sum = Table::new();
        for (term, (sums, forms)) in tables.iter().flat_map(|table| table.iter()) {
            let (known, known_forms) = sum.entry(term.clone()).or_default();
            *known += *sums;
            for (form, count) in forms {
                *known_forms.entry(form.clone()).or_default() += count;
            }
        }
        sum
    }

    /// What adds up exactly: the name, the whole numbers and the forms of a row.
    type Whole<'t> = (&'t Option<String>, [u64; 3], &'t BTreeMap<String, u64>);

    fn whole_numbers(table: &Table) -> Vec<Whole<'_>> {
        let numbers = |sums: &Sums| [sums.documents, sums.count, sums.count_squares];
        let rows = table.iter();
        rows.map(|(term, (sums, forms))| (term, numbers(sums), forms))
            .collect()
    }

    fn are_close(left: &Table, right: &Table) -> bool {
        let numbers = |sums: &Sums| [sums.rates, sums.rate_squares, sums.roots, sums.logs];
        left.values()
            .zip(right.values())
            .all(|((left, _), (right, _))| {
                let pairs = numbers(left).into_iter().zip(numbers(right));
                pairs
                    .into_iter()
                    .all(|(a, b)| (a - b).abs() <= 1e-12 * a.abs().max(1.0))
            })
    }

    #[test]
    fn rows_by_hand() {
        let texts = ["Barriers rose; the barrier fell.", "Barrier", "The"];
        let corpus = corpus(&texts.map(str::to_owned));
        let partial = Partial::of(&corpus);
        let terms: Vec<&str> = partial.terms.iter().map(|row| row.term).collect();
        assert_eq!(terms, ["barrier", "fell", "rose"]);
        let row = &partial.terms[0];
        let forms = [("Barrier", 1), ("Barriers", 1), ("barrier", 1)];
        assert_eq!(row.forms, BTreeMap::from(forms));
        let Sums {
            documents,
            count,
            count_squares,
            rates,
            rate_squares,
            roots,
            logs,
        } = row.sums;
        assert_eq!((documents, count, count_squares), (2, 3, 5));
        assert_eq!((rates, rate_squares), (0.4 + 1.0, 0.4 * 0.4 + 1.0));
        assert!((roots - (10_f64.sqrt() + 1.0)).abs() < 1e-12);
        assert!((logs - 2.0 * 0.4_f64.log2()).abs() < 1e-12);
        let all = partial.all;
        assert_eq!((all.documents, all.count, all.count_squares), (3, 7, 27));
        assert_eq!((all.rates, all.roots, all.logs), (3.0, 7.0, 0.0));
        assert_eq!(Partial::of(&Corpus::default()).all, Sums::default());
    }

    proptest! {
        #[test]
        fn parts_add_up_to_the_whole_in_any_order_and_grouping(texts in prop::collection::vec("[a-dA-D ]{0,20}", 0..7), cuts in (0_usize..7, 0_usize..7)) {
            let whole = table(&texts);
            let (first, second) = (cuts.0.min(cuts.1).min(texts.len()), cuts.0.max(cuts.1).min(texts.len()));
            let parts = [&texts[..first], &texts[first..second], &texts[second..]];
            let [a, b, c] = parts.map(table);
            for sum in [
                added(&[&a, &b, &c]),
                added(&[&c, &a, &b]),
                added(&[&a, &added(&[&b, &c])]),
                added(&[&added(&[&a, &b]), &c]),
            ] {
                prop_assert_eq!(whole_numbers(&sum), whole_numbers(&whole));
                prop_assert!(are_close(&sum, &whole));
            }
        }
    }
}
