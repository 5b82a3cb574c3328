//! How many of the keywords that people gave a ranked list has, and how early.
//!
//! A keyword counts where it is equal to a wanted one as a whole, after lower case and stems, as is usual
//! since S. N. Kim, O. Medelyan, M.-Y. Kan & T. Baldwin (2010), "SemEval-2010 Task 5: Automatic Keyphrase
//! Extraction from Scientific Articles", 21–26.
//!
//! One measure a file, one line each in [`MEASURES`].

mod at_k;
mod average_precision;

use super::Stems;
use super::evaluation::Figure;
use super::tokens::{APOSTROPHES, runs};
use crate::map::{Set, set};

/// A measure of ranked lists.
#[derive(Debug)]
pub struct Measure {
    /// Its name.
    pub name: &'static str,
    /// What it is, in a few words.
    pub about: &'static str,
    /// Who described it.
    pub source: &'static str,
    /// The figures that it gives, for these lengths of lists.
    pub figures: fn(lengths: &[usize]) -> Vec<Figure>,
    /// Their values for a list.
    pub values: fn(judged: &Judged, lengths: &[usize]) -> Vec<f64>,
}

/// All measures.
pub static MEASURES: &[Measure] = &[at_k::MEASURE, average_precision::MEASURE];

/// A ranked list, each of its keywords judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// Whether each is wanted, the first first.
    pub hits: Vec<bool>,
    /// How many keywords are wanted.
    pub wanted: usize,
}

impl Judged {
    /// The wanted ones among the first so many.
    fn hits_in(&self, length: usize) -> usize {
        self.hits.iter().take(length).filter(|hit| **hit).count()
    }
}

/// Judges ranked lists of keywords.
#[derive(Clone, Debug)]
pub struct KeywordScorer<'k> {
    /// How the words of keywords are stemmed.
    pub stems: Stems<'k>,
    /// The lengths of list at which precision, recall and F1 are told; the longest is the depth of MAP.
    pub lengths: Vec<usize>,
}

/// The lengths that most papers report.
pub const LENGTHS: [usize; 3] = [5, 10, 15];

impl KeywordScorer<'_> {
    /// The figures that each list gets.
    pub fn figures(&self) -> Vec<Figure> {
        MEASURES
            .iter()
            .flat_map(|measure| (measure.figures)(&self.lengths))
            .collect()
    }

    /// The values of the [figures](Self::figures) for a ranked list.
    pub fn score(&self, ranked: &[String], wanted: &[String]) -> Vec<f64> {
        let judged = self.judge(ranked, wanted);
        MEASURES
            .iter()
            .flat_map(|measure| (measure.values)(&judged, &self.lengths))
            .collect()
    }

    /// Tells which keywords of a list are wanted. Of keywords that are equal after stemming the first
    /// stands for all, in the list and among the wanted.
    pub fn judge(&self, ranked: &[String], wanted: &[String]) -> Judged {
        let is_any = |form: &String| !form.is_empty();
        let wanted = set(wanted
            .iter()
            .map(|keyword| self.normal(keyword))
            .filter(is_any));
        let mut seen: Set<String> = Set::default();
        let hits = ranked
            .iter()
            .map(|keyword| self.normal(keyword))
            .filter(is_any)
            .filter(|form| seen.insert(form.clone()))
            .map(|form| wanted.contains(&form))
            .collect();
        Judged {
            hits,
            wanted: wanted.len(),
        }
    }

    /// A keyword as it is compared: the stems of its runs of letters and digits, without a last `'s`, parted
    /// by blanks.
    ///
    /// ```
    /// use epitome::evaluate::{KeywordScorer, Porter, Stems};
    ///
    /// let scorer = KeywordScorer { stems: Stems::Porter(Porter::Snowball), lengths: vec![10] };
    /// assert_eq!(scorer.normal("Nash's state-of-the-art Games"), "nash state of the art game");
    /// ```
    pub fn normal(&self, keyword: &str) -> String {
        let mut stems = Vec::new();
        runs(&keyword.to_lowercase(), |word| {
            let word = APOSTROPHES
                .iter()
                .find_map(|&apostrophe| word.strip_suffix('s')?.strip_suffix(apostrophe))
                .unwrap_or(word);
            let parts = word.split(APOSTROPHES).filter(|part| !part.is_empty());
            stems.extend(parts.map(|part| self.stems.of(part).into_owned()));
        });
        stems.join(" ")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::evaluate::Porter;

    fn scorer() -> KeywordScorer<'static> {
        KeywordScorer {
            stems: Stems::Porter(Porter::Snowball),
            lengths: LENGTHS.to_vec(),
        }
    }

    fn list(keywords: &[&str]) -> Vec<String> {
        keywords.iter().map(|&keyword| keyword.to_owned()).collect()
    }

    #[test]
    fn keywords_are_equal_as_a_whole_after_stemming() {
        let judged = scorer().judge(
            &list(&["Neural networks", "network", "NEURAL-network", "–", "games"]),
            &list(&["neural network", "game", "Game", "theory"]),
        );
        assert_eq!(judged.hits, [true, false, true]);
        assert_eq!(judged.wanted, 3);
    }

    #[test]
    fn words_are_parted_at_apostrophes_and_underscores() {
        for (keyword, normal) in [
            ("L’Oréal's sales", "l oréal sale"),
            ("snake_case", "snake case"),
            ("量子コンピュータ", "量子コンピュータ"),
            ("C++ / 3.5", "c 3 5"),
        ] {
            assert_eq!(scorer().normal(keyword), normal);
        }
    }

    proptest! {
        #[test]
        fn values_are_shares_and_more_hits_never_hurt(hits in prop::collection::vec(any::<bool>(), 0..20), more in 1_usize..9) {
            let scorer = scorer();
            let wanted = hits.iter().filter(|hit| **hit).count() + more;
            let mut better = hits.clone();
            if let Some(miss) = better.iter().position(|hit| !hit) {
                better[miss] = true;
            }
            for measure in MEASURES {
                let names = (measure.figures)(&scorer.lengths);
                let values = |hits: &[bool]| (measure.values)(&Judged { hits: hits.to_vec(), wanted }, &scorer.lengths);
                prop_assert_eq!(names.len(), values(&hits).len());
                for (value, better) in values(&hits).iter().zip(values(&better)) {
                    prop_assert!((0.0..=1.0).contains(value) && better >= *value - 1e-15);
                }
            }
        }
    }
}
