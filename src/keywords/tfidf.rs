//! Term frequency times inverse document frequency over the given files.

use super::{Method, Scoring};

pub(super) const METHOD: Method = Method {
    name: "tfidf",
    about: "single words by frequency, times their rarity among the given files",
    source: "Spärck Jones 1972",
    max_words: 1,
    scoring: Scoring::Count,
    in_set: Some(weigh),
    is_relative: false,
};

/// tf · (ln((1 + N) / (1 + df)) + 1): never zero, so that one file alone is ranked by frequency.
fn weigh(count: f64, with_term: u64, documents: u64) -> f64 {
    count * (((1 + documents) as f64 / (1 + with_term) as f64).ln() + 1.0)
}

#[cfg(test)]
mod tests {
    #[test]
    fn rare_terms_weigh_more() {
        assert_eq!(super::weigh(3.0, 1, 1), 3.0);
        assert!((super::weigh(2.0, 1, 3) - 2.0 * (2.0_f64.ln() + 1.0)).abs() < 1e-12);
    }
}
