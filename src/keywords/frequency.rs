//! Plain counts.

use super::{Method, Scoring};

pub(super) const METHOD: Method = Method {
    name: "frequency",
    about: "single words by how often they occur",
    source: "Luhn 1958",
    max_words: 1,
    scoring: Scoring::Count,
    in_set: None,
    is_relative: false,
};
