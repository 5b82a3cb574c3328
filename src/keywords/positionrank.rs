//! PositionRank: words near early words that matter.

use super::cooccurrence::Cooccurrence;
use super::recurring::sums;
use super::{Analysis, Method, Scoring};
use crate::rank::{WalkOptions, walk};
use crate::terms::TermId;

pub(super) const METHOD: Method = Method {
    name: "positionrank",
    about: "a random walk over near words that starts anew at early ones, summed up over whole runs",
    source: "Florescu & Caragea 2017",
    max_words: 3,
    scoring: Scoring::Candidates(score),
    in_set: None,
    is_relative: true,
};

/// Words are near when they stand in a window of so many tokens.
const WINDOW: usize = 10;

/// A phrase that stands as a whole run counts the sum of what its words get by a random walk over words,
/// in which w(j, i) is how often two of them stand within 10 tokens, and which starts anew at a word in
/// proportion to Σ 1 / p over its places p among the tokens, from 1.
///
/// In the paper phrases are adjectives before nouns. No tagger tells here what a noun is, and the runs
/// between stopwords, numbers and punctuation stand in for them; in long texts those that recur
/// ([`sums`]), since sums favour long phrases.
fn score(analysis: &Analysis) -> Vec<f64> {
    let words = analysis.words();
    let sequence: Vec<TermId> = analysis.content_terms().collect();
    let mut teleport = vec![0.0; analysis.distinct_terms()];
    for word in words {
        teleport[word.term as usize] += 1.0 / (1.0 + f64::from(word.token));
    }
    // A text may be stopwords alone.
    let total = teleport.iter().sum::<f64>().max(f64::MIN_POSITIVE);
    teleport.iter_mut().for_each(|share| *share /= total);
    let position = |place: usize| words[place].token as usize;
    let graph = Cooccurrence::new(&sequence, teleport.len(), WINDOW, position);
    let (scores, _) = walk(&graph, &teleport, WalkOptions::default());
    sums(analysis, |term| scores[term as usize])
}

#[cfg(test)]
mod tests {
    use crate::keywords::laws::scores;

    #[test]
    fn a_worked_example() {
        // The walk starts anew at "barrier" with 1 / (1 + 1/2) = 2/3, and at "steel" with 1/3:
        // b = 0.15 · 2/3 + 0.85 · s, s = 0.15 · 1/3 + 0.85 · b, hence b = 0.1425 / 0.2775.
        let found = scores("positionrank", "Barrier, steel.");
        assert_eq!(
            (found[0].0.as_str(), found[1].0.as_str()),
            ("Barrier", "steel")
        );
        assert!((found[0].1 - 0.1425 / 0.2775).abs() < 1e-5, "{found:?}");
        assert!((found[1].1 - 0.135 / 0.2775).abs() < 1e-5, "{found:?}");
        let run = scores("positionrank", "Barrier steel.");
        assert_eq!(run.len(), 1);
        assert!((run[0].1 - 1.0).abs() < 1e-9);
    }
}
