//! RAKE: words that stand in long runs, and the runs of such words.

use super::recurring::sums;
use super::{Analysis, Method, Scoring};

pub(super) const METHOD: Method = Method {
    name: "rake",
    about: "whole runs of words that stand in long runs; in long texts only those that recur",
    source: "Rose et al. 2010",
    max_words: 3,
    scoring: Scoring::Candidates(score),
    in_set: None,
    is_relative: true,
};

/// A run between stopwords, numbers and punctuation scores Σ deg(w) / freq(w) over its words: the degree
/// of a word is the length of all runs that it is in, added up, its frequency their number, so that each
/// word counts the mean length of its runs.
///
/// The paper takes runs of any length and of one occurrence, so that the longest runs of a text are its
/// keywords. Here they have a largest length, and in long texts a least number of occurrences
/// ([`sums`]); keywords with stopwords inside, which the paper finds where two runs are parted by the
/// same stopwords twice, are not looked for.
fn score(analysis: &Analysis) -> Vec<f64> {
    let mut frequencies = vec![0_u64; analysis.distinct_terms()];
    let mut degrees = frequencies.clone();
    for run in analysis.runs() {
        for word in run {
            frequencies[word.term as usize] += 1;
            degrees[word.term as usize] += run.len() as u64;
        }
    }
    sums(analysis, |term| {
        degrees[term as usize] as f64 / frequencies[term as usize] as f64
    })
}

#[cfg(test)]
mod tests {
    use crate::keywords::laws::scores;

    #[test]
    fn a_worked_example() {
        // flood: (2 + 2) / 2, barrier: 2 / 1, steel: 1 / 1, wall: 2 / 1.
        assert_eq!(
            scores("rake", "The flood barrier of steel, and a flood wall."),
            [("flood barrier", 4.0), ("flood wall", 4.0), ("steel", 1.0)]
                .map(|(term, score)| (term.to_owned(), score))
        );
    }

    #[test]
    fn in_a_long_text_runs_recur() {
        let text = format!(
            "{} Cold spring mornings.",
            "The barrier of steel. ".repeat(200)
        );
        let terms: Vec<String> = scores("rake", &text).into_iter().map(|row| row.0).collect();
        assert_eq!(terms, ["barrier", "steel"]);
    }
}
