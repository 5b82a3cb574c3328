//! What is multiplied into a centrality: repetition, place, length, manner of speaking.

use crate::map::Map;
use crate::terms::{Marks, SentenceTerms, TermId};

/// Whether an early place in the document counts for a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Position {
    /// In writing yes, in speech and reviews, where it means nothing, no: see [`Style`].
    Auto,
    /// Yes.
    On,
    /// No.
    Off,
}

/// The exponent of place.
const PLACE: f64 = 0.2;
/// The exponent of repeated pairs of terms.
const REPETITION: f64 = 0.1;
/// The exponent of length.
const LENGTH: f64 = 0.25;
/// What a sentence that says "I" or "you", or asks, is worth of another.
const PERSONAL: f64 = 0.75;
const QUESTION: f64 = 0.75;

/// How much of a text is somebody speaking to somebody.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Style {
    /// Sentences with a first or second person form over all sentences + 10.
    pub personal_share: f64,
}

impl Style {
    /// The style of a text.
    pub fn of(marks: &[Marks]) -> Self {
        let personal = marks.iter().filter(|marks| marks.is_personal).count();
        Self {
            personal_share: personal as f64 / (marks.len() as f64 + 10.0),
        }
    }

    /// How much place counts, from 0 (half of the sentences are personal) to 1 (a fifth or fewer).
    pub fn weight_of_place(self) -> f64 {
        ((0.5 - self.personal_share) / 0.3).clamp(0.0, 1.0)
    }
}

/// The place factor (i + 1)^(−0.2·t), t by `position`.
pub(super) fn place(marks: &[Marks], position: Position) -> Vec<f64> {
    let weight = match position {
        Position::Auto => Style::of(marks).weight_of_place(),
        Position::On => 1.0,
        Position::Off => 0.0,
    };
    let factor = |marks: &Marks| (f64::from(marks.place) + 1.0).powf(-PLACE * weight);
    marks.iter().map(factor).collect()
}

/// The length factor words^(−0.25).
pub(super) fn length(marks: &[Marks]) -> Vec<f64> {
    marks
        .iter()
        .map(|marks| f64::from(marks.words.max(1)).powf(-LENGTH))
        .collect()
}

/// 0.75 for a sentence with a first or second person form, else 1.
pub(super) fn personal(marks: &[Marks]) -> Vec<f64> {
    marks
        .iter()
        .map(|marks| if marks.is_personal { PERSONAL } else { 1.0 })
        .collect()
}

/// 0.75 for a sentence with a question mark, else 1.
pub(super) fn question(marks: &[Marks]) -> Vec<f64> {
    marks
        .iter()
        .map(|marks| if marks.is_question { QUESTION } else { 1.0 })
        .collect()
}

/// The repetition factor (1 + rep)^0.1: rep sums, over the distinct pairs of neighbouring terms of a
/// sentence that occur in two sentences or more, the sentences they occur in.
pub(super) fn repetition(terms: &SentenceTerms) -> Vec<f64> {
    let pairs = |i: usize| -> Vec<(TermId, TermId)> {
        let sequence: Vec<TermId> = terms.terms(i).map(|(term, _)| term).collect();
        let mut pairs: Vec<_> = sequence.windows(2).map(|pair| (pair[0], pair[1])).collect();
        pairs.sort_unstable();
        pairs.dedup();
        pairs
    };
    let mut sentences: Map<(TermId, TermId), u32> = Map::default();
    for i in 0..terms.len() {
        for pair in pairs(i) {
            *sentences.entry(pair).or_default() += 1;
        }
    }
    (0..terms.len())
        .map(|i| {
            let shared = pairs(i)
                .into_iter()
                .map(|pair| sentences[&pair])
                .filter(|&n| n > 1);
            (1.0 + shared.map(f64::from).sum::<f64>()).powf(REPETITION)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn place_counts_in_writing_and_not_in_speech() {
        let marks = |personal: usize, all: usize| -> Vec<Marks> {
            (0..all)
                .map(|i| Marks {
                    is_personal: i < personal,
                    place: i as u32,
                    words: 16,
                    is_question: false,
                    is_complete: true,
                })
                .collect()
        };
        assert_eq!(Style::of(&marks(0, 30)).weight_of_place(), 1.0);
        assert_eq!(Style::of(&marks(30, 30)).weight_of_place(), 0.0);
        assert!((Style::of(&marks(14, 30)).weight_of_place() - 0.5).abs() < 1e-12);
        assert_eq!(place(&marks(30, 30), Position::Auto)[29], 1.0);
        assert!((place(&marks(0, 32), Position::Auto)[31] - 0.5).abs() < 1e-12);
        assert_eq!(length(&marks(0, 1)), [0.5]);
    }
}
