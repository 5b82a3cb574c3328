//! How common words are elsewhere: a table of counts from other texts, against which keywords are weighed.

use super::{Analysis, Candidate};
use crate::map::Map;
use crate::text::language::PerLanguage;
use crate::text::{LanguageKit, normalize};

/// The exponent of rarity: what was measured best with counts of words from the web.
const RARITY: f64 = 1.2;

/// How often words occur elsewhere, or in how many documents.
#[derive(Debug, Default)]
pub struct Background {
    counts: Vec<(String, f64)>,
    /// All counts together.
    total: f64,
    /// The counts by stem, for each language.
    stems: PerLanguage<Map<String, f64>>,
}

/// A line of a table that is no word and its count.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: not a word, a tab and a count")]
#[non_exhaustive]
pub struct BackgroundError {
    /// The line, from 1.
    pub line: usize,
}

impl Background {
    /// Reads a table of `word<TAB>count` lines. Lines that begin with `#` and a first line of names are
    /// passed over, and so are phrases: they are weighed by their words.
    ///
    /// # Errors
    /// When another line is no word with a count.
    ///
    /// ```
    /// use epitome::keywords::Background;
    ///
    /// assert!(Background::parse("term\tcount\nbarrier\t3\nthe\t4000\n").is_ok());
    /// assert_eq!(Background::parse("# words\nbarrier: 3\n").unwrap_err().line, 2);
    /// ```
    pub fn parse(table: &str) -> Result<Self, BackgroundError> {
        let mut counts = Vec::new();
        for (i, line) in table.lines().enumerate() {
            let line = line.trim_end_matches('\r');
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let mut fields = line.split('\t');
            let word = fields.next().unwrap_or_default().trim();
            let count: Option<f64> = fields.next().and_then(|count| count.trim().parse().ok());
            match count.filter(|count| count.is_finite() && *count >= 0.0) {
                Some(_) if word.contains(' ') => {}
                Some(count) => counts.push((word.to_owned(), count)),
                None if i == 0 && line.contains('\t') => {}
                None => return Err(BackgroundError { line: i + 1 }),
            }
        }
        Ok(Self {
            total: counts.iter().map(|(_, count)| count).sum(),
            counts,
            stems: PerLanguage::default(),
        })
    }

    /// What the scores of candidates are multiplied by: (mean over its words of ln(N / (n + ½)))^1.2, where n
    /// is the count of a word's stem and N that of all words. Sparck Jones (1972) weighs words so.
    pub(super) fn weigh(&self, analysis: &Analysis, kit: &LanguageKit, scores: &mut [f64]) {
        let stems = self.stems(kit);
        let rarity = |term: &str| {
            let count = stems.get(term).copied().unwrap_or(0.0);
            ((self.total + 1.0) / (count + 0.5)).ln().max(0.0)
        };
        let mean = |candidate: &Candidate| {
            let terms = candidate.terms().iter();
            let sum: f64 = terms.map(|&term| rarity(analysis.term(term))).sum();
            sum / candidate.words as f64
        };
        for (score, candidate) in scores.iter_mut().zip(analysis.candidates()) {
            *score *= mean(candidate).powf(RARITY);
        }
    }

    fn stems(&self, kit: &LanguageKit) -> &Map<String, f64> {
        self.stems.get_or_init(kit.language, || {
            let mut stems: Map<String, f64> = Map::default();
            for (word, count) in &self.counts {
                let form = normalize(word, kit);
                *stems.entry(kit.stem(&form).into_owned()).or_default() += count;
            }
            stems
        })
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::keywords::{Extractor, KeywordOptions};
    use crate::text::{Language, LanguageKits};

    #[test]
    fn what_is_common_elsewhere_counts_less() {
        let text = "Water and tides. Water and tides. Gates hold water, and tides rise.";
        let document = crate::source::format::plain("d", text);
        let kits = LanguageKits::default();
        let first = |background: Option<&str>| {
            let background = background.map(|table| Arc::new(Background::parse(table).unwrap()));
            let options = KeywordOptions {
                background,
                ..KeywordOptions::default()
            };
            let kit = kits.get(Language::english());
            let table = Extractor::new(options).extract(&document, kit);
            table.keywords[0].term.clone()
        };
        assert_eq!(first(None), "Water");
        assert_eq!(first(Some("water\t900\ntide\t1\nthe\t2000\n")), "tides");
        // An empty table tells nothing.
        assert_eq!(first(Some("")), "Water");
    }

    #[test]
    fn rarity_is_the_mean_of_a_phrases_words() {
        let document = crate::source::format::plain("d", "Flood gates.");
        let kits = LanguageKits::default();
        let kit = kits.get(Language::english());
        let analysis = Analysis::new(&document, kit, 2);
        let background = Background::parse("flood\t3.5\ngate\t0.5\nother\t95\n").unwrap();
        let mut scores = vec![1.0; analysis.candidates().len()];
        background.weigh(&analysis, kit, &mut scores);
        let phrase = analysis
            .candidates()
            .iter()
            .position(|c| c.words == 2)
            .unwrap();
        let expected = ((100.0_f64 / 4.0).ln() + 100.0_f64.ln()) / 2.0;
        assert!((scores[phrase] - expected.powf(1.2)).abs() < 1e-12);
    }
}
