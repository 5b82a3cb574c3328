//! How terms are spread over the parts of a text, and over documents.

use serde::Serialize;

use super::scan::Hit;
use crate::compare::{DISPERSIONS, Parts};

/// How often a term occurs, and how it is spread over the parts of a text or over documents.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct TermSpread {
    /// The term, as it was given.
    pub term: String,
    /// Its occurrences.
    pub count: u64,
    /// Its occurrences in a million tokens.
    pub per_million: f64,
    /// The parts that have it.
    pub range: usize,
    /// Gries' deviation of proportions: 0 for a term spread evenly; `None`: it does not occur.
    pub dp: Option<f64>,
    /// The same as a share of the largest there can be (Lijffijt & Gries 2012); `None` also where there is
    /// one part only.
    pub dp_norm: Option<f64>,
    /// Juilland's D, of rates: 1 for a term spread evenly.
    pub juilland_d: Option<f64>,
    /// Its occurrences in each part of a text, in the order of the text; of documents: empty.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<u64>,
}

impl TermSpread {
    /// From the counts and the tokens of the parts.
    fn new(term: &str, counts: &[u64], sizes: &[u64]) -> Self {
        let parts = Parts::new(counts.iter().copied().zip(sizes.iter().copied()));
        let value = |name: &str| {
            let measure = DISPERSIONS.iter().find(|measure| measure.name == name)?;
            (measure.value)(&parts)
        };
        let (count, tokens): (u64, u64) = (counts.iter().sum(), sizes.iter().sum());
        Self {
            term: term.to_owned(),
            count,
            per_million: count as f64 / tokens.max(1) as f64 * 1e6,
            range: parts.range(),
            dp: value("dp"),
            dp_norm: value("dp_norm"),
            juilland_d: value("juilland_d"),
            parts: Vec::new(),
        }
    }
}

/// A text cut into parts of as many tokens each, but for one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cut {
    tokens: u64,
    parts: u64,
}

impl Cut {
    /// A text of so many tokens in so many parts, but no more than it has tokens.
    pub fn new(tokens: u32, parts: usize) -> Self {
        let tokens = u64::from(tokens);
        Self {
            tokens,
            parts: (parts as u64).min(tokens),
        }
    }

    /// How many parts there are.
    pub fn parts(self) -> usize {
        self.parts as usize
    }

    /// The part of a token, from 0: ⌊token · parts / tokens⌋.
    pub fn part(self, token: u32) -> usize {
        (u64::from(token) * self.parts / self.tokens.max(1)) as usize
    }

    fn sizes(self) -> Vec<u64> {
        let start = |part: u64| (part * self.tokens).div_ceil(self.parts);
        let size = |part| start(part + 1) - start(part);
        (0..self.parts).map(size).collect()
    }
}

/// How each term is spread over the parts of a text.
pub(super) fn spreads<'q>(
    terms: impl Iterator<Item = &'q str>,
    hits: &[Hit],
    cut: Cut,
) -> Vec<TermSpread> {
    let terms: Vec<&str> = terms.collect();
    let mut counts = vec![vec![0; cut.parts()]; terms.len()];
    for hit in hits {
        counts[hit.term as usize][cut.part(hit.token)] += 1;
    }
    let sizes = cut.sizes();
    let spread = |(term, counts): (&str, Vec<u64>)| TermSpread {
        parts: counts.clone(),
        ..TermSpread::new(term, &counts, &sizes)
    };
    terms.into_iter().zip(counts).map(spread).collect()
}

/// How each term is spread over documents.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct AllConcordances {
    /// Documents in all.
    pub documents_total: u64,
    /// Tokens in all.
    pub words_total: u64,
    /// The terms, in the order in which they were given; their parts are the documents.
    pub terms: Vec<TermSpread>,
}

/// What is needed of each document to tell how terms are spread over all of them.
#[derive(Clone, Debug, Default)]
pub struct Totals {
    /// The name, the tokens, and the count of each term.
    documents: Vec<(String, u64, Vec<u64>)>,
}

impl Totals {
    /// Adds a document.
    pub fn add(&mut self, path: &str, tokens: u64, terms: &[TermSpread]) {
        let counts = terms.iter().map(|term| term.count).collect();
        self.documents.push((path.to_owned(), tokens, counts));
    }

    /// How many documents there are.
    pub fn documents(&self) -> usize {
        self.documents.len()
    }

    /// The spread over all documents, whatever the order in which they came.
    pub fn finish<'q>(mut self, terms: impl Iterator<Item = &'q str>) -> AllConcordances {
        self.documents.sort();
        let sizes: Vec<u64> = self.documents.iter().map(|document| document.1).collect();
        let spread = |(number, term): (usize, &str)| {
            let count = |document: &(String, u64, Vec<u64>)| document.2[number];
            let counts: Vec<u64> = self.documents.iter().map(count).collect();
            TermSpread::new(term, &counts, &sizes)
        };
        AllConcordances {
            documents_total: self.documents.len() as u64,
            words_total: sizes.iter().sum(),
            terms: terms.enumerate().map(spread).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Ten tokens in four parts: 0 1 2 | 3 4 | 5 6 7 | 8 9.
    #[test]
    fn parts_have_as_many_tokens_as_can_be() {
        let cut = Cut::new(10, 4);
        let parts: Vec<usize> = (0..10).map(|token| cut.part(token)).collect();
        assert_eq!(parts, [0, 0, 0, 1, 1, 2, 2, 2, 3, 3]);
        assert_eq!(cut.sizes(), [3, 2, 3, 2]);
        assert_eq!(Cut::new(3, 40).sizes(), [1, 1, 1]);
        assert_eq!(Cut::new(0, 40).sizes(), [0_u64; 0]);
    }

    /// Two of four occurrences in a document of 10 tokens, two in one of 30: v = (½, ½), s = (¼, ¾), so
    /// DP = ½ (¼ + ¼) = ¼ and DPnorm = ¼ / (1 − ¼) = ⅓. The rates are 1/5 and 1/15: mean 2/15, deviation
    /// 1/15, so D = 1 − (½)/√1 = ½.
    #[test]
    fn documents_are_parts_in_any_order() {
        let spread = |count| [TermSpread::new("t", &[count], &[count])];
        let all = |order: [(&str, u64); 2]| {
            let mut totals = Totals::default();
            for (path, tokens) in order {
                totals.add(path, tokens, &spread(2));
            }
            totals.finish(["t"].into_iter())
        };
        let found = all([("a", 10), ("b", 30)]);
        assert_eq!(found, all([("b", 30), ("a", 10)]));
        let term = &found.terms[0];
        assert_eq!((term.count, term.range, term.per_million), (4, 2, 1e5));
        let close = |found: Option<f64>, expected: f64| {
            assert!((found.unwrap() - expected).abs() < 1e-12, "{found:?}");
        };
        close(term.dp, 0.25);
        close(term.dp_norm, 1.0 / 3.0);
        close(term.juilland_d, 0.5);
    }

    proptest! {
        #[test]
        fn sizes_are_those_of_the_parts_of_tokens(tokens in 0_u32..500, parts in 1_usize..60) {
            let cut = Cut::new(tokens, parts);
            let mut sizes = vec![0; cut.parts()];
            (0..tokens).for_each(|token| sizes[cut.part(token)] += 1);
            prop_assert_eq!(sizes, cut.sizes());
        }
    }
}
