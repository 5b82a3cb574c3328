//! Plain counts.

use super::{Analysis, Method};

pub(super) const METHOD: Method = Method {
    name: "frequency",
    about: "single words by how often they occur",
    source: "Luhn 1958",
    max_words: 1,
    score,
    in_set: None,
    is_relative: false,
};

fn score(analysis: &Analysis) -> Vec<f64> {
    analysis
        .candidates()
        .iter()
        .map(|candidate| f64::from(candidate.count))
        .collect()
}
