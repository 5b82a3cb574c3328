//! YAKE: phrases of words by how they are used in the text.

use rayon::prelude::*;

use super::occurrences::Occurrences;
use super::reading::Word;
use super::{Analysis, Candidate, Method, Scoring};
use crate::terms::TermId;

pub(super) const METHOD: Method = Method {
    name: "yake",
    about: "words by capitals, place, frequency, neighbours and spread, multiplied for phrases",
    source: "Campos et al. 2020",
    max_words: 3,
    scoring: Scoring::Candidates(score),
    in_set: None,
    is_relative: true,
};

/// In the paper a smaller score is better: S(phrase) = Π S(word) / (tf(phrase) · (1 + Σ S(word))). Here it
/// is 1 / S(phrase), which S(word) > 0 allows.
///
/// The paper counts words as written but for a plural s, here words of one stem are one; and its phrases
/// may have stopwords inside.
fn score(analysis: &Analysis) -> Vec<f64> {
    let of_word = word_scores(analysis);
    let score = |candidate: &Candidate| {
        let words = candidate.terms().iter().map(|&term| of_word[term as usize]);
        let (sum, product) = (words.clone().sum::<f64>(), words.product::<f64>());
        f64::from(candidate.count) * (1.0 + sum) / product
    };
    analysis.candidates().iter().map(score).collect()
}

/// S of each term, of which smaller is better; of those that are no content words, 1.
fn word_scores(analysis: &Analysis) -> Vec<f64> {
    let sequence: Vec<TermId> = analysis.content_terms().collect();
    let occurrences = Occurrences::of(&sequence, analysis.distinct_terms());
    let usage = Usage::of(analysis, &occurrences);
    let score = |term| match occurrences.places(term) {
        [] => 1.0,
        places => usage.features(places).score(),
    };
    let terms = (0..occurrences.terms()).into_par_iter();
    terms.map(score).collect()
}

/// What tells a word that is a keyword.
#[derive(Debug, PartialEq)]
struct Features {
    /// max(tf with a capital inside of a sentence, tf as an acronym) / (1 + ln tf).
    casing: f64,
    /// ln(ln(3 + median of the numbers of its sentences)).
    position: f64,
    /// tf / (mean + standard deviation of the tf of all content words).
    frequency: f64,
    /// 1 + (distinct words before it / tf + distinct words behind it / tf) · tf / largest tf.
    relatedness: f64,
    /// The share of sentences that it is in.
    spread: f64,
}

impl Features {
    fn score(&self) -> f64 {
        let weight = self.casing + (self.frequency + self.spread) / self.relatedness;
        self.relatedness * self.position / weight
    }
}

/// What the use of a word is measured by.
struct Usage<'a> {
    analysis: &'a Analysis<'a>,
    /// Mean and standard deviation of the occurrences of content words, added up.
    usual_count: f64,
    /// Occurrences of the most frequent word, also of stopwords.
    largest_count: f64,
    /// Sentences, up to the last that has a content word.
    sentences: f64,
}

impl<'a> Usage<'a> {
    fn of(analysis: &'a Analysis<'a>, occurrences: &Occurrences) -> Self {
        let counts = (0..occurrences.terms()).map(|term| occurrences.places(term).len() as f64);
        let counts = counts.filter(|&count| count > 0.0);
        let distinct = counts.clone().count().max(1) as f64;
        let mean = counts.clone().sum::<f64>() / distinct;
        let squares: f64 = counts.map(|count| (count - mean).powi(2)).sum();
        let terms = 0..analysis.distinct_terms() as TermId;
        let largest = terms.map(|term| analysis.term_count(term)).max();
        let last = analysis.words().last();
        Self {
            analysis,
            usual_count: mean + (squares / distinct).sqrt(),
            largest_count: f64::from(largest.unwrap_or(1)),
            sentences: last.map_or(1.0, |word| 1.0 + f64::from(word.sentence)),
        }
    }

    /// The features of the word that stands at these places.
    fn features(&self, places: &[u32]) -> Features {
        let words = self.analysis.words();
        let own = || places.iter().map(|&place| &words[place as usize]);
        let count = places.len() as f64;
        let mut sentences: Vec<u32> = own().map(|word| word.sentence).collect();
        sentences.dedup();
        let names = own().filter(|word| word.face.is_capitalized && !word.starts_sentence);
        let acronyms = own().filter(|word| self.is_acronym(word));
        let before = distinct(places.iter().map(|&place| self.before(place as usize)));
        let behind = distinct(places.iter().map(|&place| self.behind(place as usize)));
        Features {
            casing: names.count().max(acronyms.count()) as f64 / (1.0 + count.ln()),
            position: (3.0 + median(&sentences)).ln().ln(),
            frequency: count / self.usual_count,
            // The tf cancel out.
            relatedness: 1.0 + (before + behind) as f64 / self.largest_count,
            spread: sentences.len() as f64 / self.sentences,
        }
    }

    /// The word before a place, if it is in the same run. All else that may stand there, stopwords,
    /// numbers and punctuation, is one and the same neighbour: `None`.
    fn before(&self, place: usize) -> Option<TermId> {
        let words = self.analysis.words();
        let before = place.checked_sub(1).filter(|_| !words[place].starts_run);
        before.map(|before| words[before].term)
    }

    /// The word behind a place likewise.
    fn behind(&self, place: usize) -> Option<TermId> {
        let behind = self.analysis.words().get(place + 1);
        behind.filter(|word| !word.starts_run).map(|word| word.term)
    }

    /// Whether a word is written in capitals, and has two letters or more.
    fn is_acronym(&self, word: &Word) -> bool {
        let surface = word.span().of(self.analysis.document().text());
        let mut letters = surface.chars().filter(|c| c.is_alphabetic());
        word.face.is_capitalized
            && letters.clone().nth(1).is_some()
            && letters.all(char::is_uppercase)
    }
}

/// How many neighbours are distinct.
fn distinct(neighbours: impl Iterator<Item = Option<TermId>>) -> usize {
    let mut neighbours: Vec<Option<TermId>> = neighbours.collect();
    neighbours.sort_unstable();
    neighbours.dedup();
    neighbours.len()
}

/// The median of rising numbers.
fn median(rising: &[u32]) -> f64 {
    let middle = &rising[(rising.len() - 1) / 2..=rising.len() / 2];
    middle.iter().copied().map(f64::from).sum::<f64>() / middle.len() as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keywords::laws::{analysed, scores};

    #[test]
    fn a_worked_example() {
        let found = scores("yake", "The flood barrier leaks. A Barrier costs.");
        // tf: flood 1, barrier 2, leak 1, cost 1: mean 5/4, standard deviation √(3/16).
        let usual = 1.25 + 0.1875_f64.sqrt();
        // Before barrier stand flood and a stopword, behind it leak and cost; 1 + (2 + 2) / 2 = 3.
        let casing = 1.0 / (1.0 + 2.0_f64.ln());
        let barrier = 3.0 * 3.5_f64.ln().ln() / (casing + (2.0 / usual + 1.0) / 3.0);
        let flood = 2.0 * 3.0_f64.ln().ln() / ((1.0 / usual + 0.5) / 2.0);
        assert!((barrier - 0.5121).abs() < 1e-4 && (flood - 0.3438).abs() < 1e-4);
        let score = |term: &str| {
            let row = found.iter().find(|row| row.0 == term);
            row.unwrap().1
        };
        let close = |a: f64, b: f64| (a / b - 1.0).abs() < 1e-9;
        assert!(close(score("flood"), (1.0 + flood) / flood));
        assert!(close(score("barrier"), 2.0 * (1.0 + barrier) / barrier));
        let phrase = (1.0 + flood + barrier) / (flood * barrier);
        assert!(close(score("flood barrier"), phrase));
    }

    #[test]
    fn acronyms_count_as_names_do_also_where_a_sentence_starts() {
        let casing = |text: &str| {
            analysed(text, |analysis| {
                let sequence: Vec<TermId> = analysis.content_terms().collect();
                let occurrences = Occurrences::of(&sequence, analysis.distinct_terms());
                let places = occurrences.places(sequence[0] as usize);
                Usage::of(analysis, &occurrences).features(places).casing
            })
        };
        assert_eq!(casing("Barriers rust."), 0.0);
        assert_eq!(casing("OECD rust."), 1.0);
        assert_eq!(casing("OECD rust. The OECD."), 2.0 / (1.0 + 2.0_f64.ln()));
        assert_eq!(casing("X5 rust."), 0.0);
    }

    #[test]
    fn medians_are_between_two() {
        assert_eq!(median(&[4]), 4.0);
        assert_eq!(median(&[1, 4]), 2.5);
        assert_eq!(median(&[1, 4, 9]), 4.0);
    }
}
