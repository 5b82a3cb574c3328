//! The default ranking: phrases by how often, how whole, how early and how long.

use super::{Analysis, Candidate, Method, Scoring};

pub(super) const METHOD: Method = Method {
    name: "phrase",
    about: "phrases of up to 3 words, and names of 4, by frequency, wholeness and place (the default)",
    source: "measured for epitome on sets of human keywords",
    max_words: 3,
    scoring: Scoring::Candidates(score),
    in_set: None,
    is_relative: true,
};

/// score = tf^0.3 · (full + 0.2)^(1.1 − 0.1·ln(N/100)) · (mean tf of its words)^0.4 · chars^0.1
///         · sentences^0.1 / ln(3 + first)^1.3 · e^1.1 for phrases · manner
///
/// tf: occurrences; full: occurrences as a whole run between stopwords or punctuation, which does the
/// work of a tagger; N: tokens of the text; first: tokens before the first occurrence.
fn score(analysis: &Analysis) -> Vec<f64> {
    let wholeness = 1.1 - 0.1 * (analysis.tokens() as f64 / 100.0).ln();
    let score = |candidate: &Candidate| {
        let words = candidate.words as f64;
        let of_words: f64 = candidate
            .terms()
            .iter()
            .map(|&term| f64::from(analysis.term_count(term)))
            .sum();
        let phrase = if candidate.words > 1 {
            1.1_f64.exp()
        } else {
            1.0
        };
        f64::from(candidate.count).powf(0.3)
            * (f64::from(candidate.full) + 0.2).powf(wholeness)
            * (of_words / words).powf(0.4)
            * f64::from(candidate.chars).powf(0.1)
            * f64::from(candidate.sentences).powf(0.1)
            / (3.0 + f64::from(candidate.first)).ln().powf(1.3)
            * phrase
            * manner(candidate)
    };
    analysis.candidates().iter().map(score).collect()
}

/// What an occurrence looks like: names are keywords twice as often as their other features tell,
/// units of measure and words that only headline writers join are not.
fn manner(candidate: &Candidate) -> f64 {
    let name = if 2 * candidate.named > candidate.count {
        2.0
    } else {
        1.0
    };
    let unit = if 2 * candidate.counted > candidate.count {
        0.3
    } else {
        1.0
    };
    let is_headline = candidate.words > 1 && candidate.in_headings == candidate.count;
    let headline = if is_headline { 0.5 } else { 1.0 };
    name * unit * headline
}
