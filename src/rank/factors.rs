//! What is multiplied into a centrality: repetition, place, length, manner of speaking.

use std::sync::atomic::{AtomicU64, Ordering};

use rayon::prelude::*;

use super::FEW;
use crate::terms::{Marks, SentenceTerms, TermId};

/// Whether an early place in the document counts for a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Position {
    /// In writing yes, in long speech and reviews, where it means nothing, no: see [`Style`].
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
/// What a sentence is worth that begins with "but" or "she".
const POINTING_BACK: f64 = 0.9;
/// What a sentence is worth that has half a quotation.
const TORN: f64 = 0.8;

/// How much of a text is somebody speaking to somebody.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Style {
    /// Sentences with a first or second person form over all sentences + 10; all sentences of records of
    /// speech count as such.
    pub personal_share: f64,
    /// How much of a short talk this is, from 0 to 1: a conversation names its matter when it begins, a
    /// meeting of hours comes to it sooner or later, and to others.
    pub short_talk: f64,
}

/// Records of speech of up to so many sentences are short, of [`LONG_TALK`] long. Between them they are
/// in between.
const SHORT_TALK: usize = 60;
const LONG_TALK: usize = 120;

impl Style {
    /// The style of a text.
    pub fn of(marks: &[Marks]) -> Self {
        let speaks = |marks: &&Marks| marks.is_personal || marks.is_spoken;
        let personal = marks.iter().filter(speaks).count();
        let excess = marks.len().saturating_sub(SHORT_TALK) as f64;
        let is_talk = !marks.is_empty() && marks.iter().all(|marks| marks.is_spoken);
        let short_talk = 1.0 - excess / (LONG_TALK - SHORT_TALK) as f64;
        Self {
            personal_share: personal as f64 / (marks.len() as f64 + 10.0),
            short_talk: if is_talk { short_talk.max(0.0) } else { 0.0 },
        }
    }

    /// How much place counts, from 0 (three of ten sentences are personal) to 1 (one or fewer, or a short
    /// talk).
    pub fn weight_of_place(self) -> f64 {
        let in_writing = ((0.3 - self.personal_share) / 0.2).clamp(0.0, 1.0);
        in_writing.max(self.short_talk)
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
    marks.par_iter().with_min_len(FEW).map(factor).collect()
}

/// The length factor words^(−0.25).
pub(super) fn length(marks: &[Marks]) -> Vec<f64> {
    let factor = |marks: &Marks| f64::from(marks.words.max(1)).powf(-LENGTH);
    marks.par_iter().with_min_len(FEW).map(factor).collect()
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

/// Less than 1 for a sentence that says only half by itself: 0.9 if it points back, 0.8 if it is torn.
pub(super) fn wholeness(marks: &[Marks]) -> Vec<f64> {
    let factor = |marks: &Marks| {
        let pointing = if marks.points_back {
            POINTING_BACK
        } else {
            1.0
        };
        let torn = if marks.is_torn { TORN } else { 1.0 };
        pointing * torn
    };
    marks.iter().map(factor).collect()
}

/// The repetition factor (1 + rep)^0.1: rep sums, over the distinct pairs of neighbouring terms of a
/// sentence that occur in two sentences or more, the sentences they occur in.
///
/// Pairs are sorted into lists by their first term, and each list by the second: so the sentences of a
/// pair stand together, and no table of pairs is needed.
pub(super) fn repetition(terms: &SentenceTerms) -> Vec<f64> {
    let repeated: Vec<AtomicU64> = (0..terms.len()).map(|_| AtomicU64::new(0)).collect();
    let most_shares = terms.len().div_ceil(FEW).min(MOST_SHARES);
    let shares = rayon::current_num_threads().min(most_shares).max(1) as TermId;
    let mut lists: Vec<Lists> = (0..shares)
        .into_par_iter()
        .map(|number| Lists::new(terms, Share { number, shares }))
        .collect();
    let lists: Vec<&mut [Follower]> = lists.iter_mut().flat_map(Lists::all).collect();
    lists
        .into_par_iter()
        .with_min_len(FEW)
        .for_each(|followers| {
            followers.sort_unstable();
            for pair in followers.chunk_by(|a, b| a.term() == b.term()) {
                let distinct = || pair.chunk_by(|a, b| a == b).map(|run| run[0].sentence());
                let sentences = distinct().count() as u64;
                // Whole numbers add up to the same in any order.
                if sentences > 1 {
                    distinct().for_each(|i| {
                        repeated[i as usize].fetch_add(sentences, Ordering::Relaxed);
                    });
                }
            }
        });
    let factor = |repeated: AtomicU64| (1.0 + repeated.into_inner() as f64).powf(REPETITION);
    let all = repeated.into_par_iter().with_min_len(FEW);
    all.map(factor).collect()
}

/// More threads than this would spend their time reading.
const MOST_SHARES: usize = 8;

/// The terms that leave a number when divided by the number of shares.
#[derive(Clone, Copy)]
struct Share {
    number: TermId,
    shares: TermId,
}

impl Share {
    /// The place of a term in its share, if it is this one.
    fn place(self, term: TermId) -> Option<usize> {
        match self.shares {
            // To divide takes long.
            1 => Some(term as usize),
            shares => (term % shares == self.number).then_some((term / shares) as usize),
        }
    }
}

/// A term that follows another, and in which sentence: in one number, which is compared at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Follower(u64);

impl Follower {
    fn new(term: TermId, sentence: u32) -> Self {
        Self(u64::from(term) << 32 | u64::from(sentence))
    }

    fn term(self) -> TermId {
        (self.0 >> 32) as TermId
    }

    fn sentence(self) -> u32 {
        self.0 as u32
    }
}

/// For every term of one share of them, what follows it.
struct Lists {
    /// Where each list ends.
    ends: Vec<usize>,
    followers: Vec<Follower>,
}

impl Lists {
    /// The lists of the terms of a share.
    fn new(terms: &SentenceTerms, share: Share) -> Self {
        let mut ends = vec![0; terms.vocabulary().len() / share.shares as usize + 1];
        each_pair(terms, |first, _, _| {
            if let Some(place) = share.place(first) {
                ends[place] += 1;
            }
        });
        let mut total = 0;
        for end in &mut ends {
            total += std::mem::replace(end, total);
        }
        let mut followers = vec![Follower::default(); total];
        each_pair(terms, |first, second, i| {
            if let Some(place) = share.place(first) {
                // The start of each list moves on, until it is the end.
                let place = &mut ends[place];
                followers[*place] = Follower::new(second, i);
                *place += 1;
            }
        });
        Self { ends, followers }
    }

    /// The lists of two followers or more: others repeat nothing.
    fn all(&mut self) -> impl Iterator<Item = &mut [Follower]> {
        let Self { ends, followers } = self;
        let mut rest = &mut followers[..];
        let mut start = 0;
        let lists = ends.iter().map(move |&end| {
            let (list, behind) = std::mem::take(&mut rest).split_at_mut(end - start);
            (rest, start) = (behind, end);
            list
        });
        lists.filter(|list| list.len() > 1)
    }
}

/// The pairs of neighbouring terms of all sentences, each with its sentence.
fn each_pair(terms: &SentenceTerms, mut take: impl FnMut(TermId, TermId, u32)) {
    for i in 0..terms.len() {
        let mut before = None;
        for (term, _) in terms.terms(i) {
            if let Some(before) = before.replace(term) {
                take(before, term, i as u32);
            }
        }
    }
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
                    is_complete: true,
                    ..Marks::default()
                })
                .collect()
        };
        assert_eq!(Style::of(&marks(0, 30)).weight_of_place(), 1.0);
        assert_eq!(Style::of(&marks(30, 30)).weight_of_place(), 0.0);
        assert!((Style::of(&marks(8, 30)).weight_of_place() - 0.5).abs() < 1e-12);
        assert_eq!(place(&marks(30, 30), Position::Auto)[29], 1.0);
        assert!((place(&marks(0, 32), Position::Auto)[31] - 0.5).abs() < 1e-12);
        assert_eq!(length(&marks(0, 1)), [0.5]);
    }

    #[test]
    fn place_counts_in_short_talks() {
        let weight = |sentences: usize| {
            let said = Marks {
                is_spoken: true,
                ..Marks::default()
            };
            Style::of(&vec![said; sentences]).weight_of_place()
        };
        assert_eq!(
            [20, 60, 90, 120, 900].map(weight),
            [1.0, 1.0, 0.5, 0.0, 0.0]
        );
        assert_eq!(Style::of(&[]).short_talk, 0.0);
    }

    #[test]
    fn repetition_counts_the_sentences_of_shared_pairs() {
        use crate::text::{Language, LanguageKit, TextOptions, segment};
        let text = "Red stone wall. A red stone. Red stone red stone wall! Blue wall.";
        let document = crate::source::format::plain("d", text);
        let kit = LanguageKit::new(Language::english(), &TextOptions::default());
        let mut terms = SentenceTerms::default();
        terms.add(&document, &segment(&document, &kit), &kit);
        // "red stone" is in three sentences, "stone wall" in two.
        let expected = [5.0_f64, 3.0, 5.0, 0.0].map(|repeated| (1.0 + repeated).powf(0.1));
        for threads in [1, 2, 5] {
            let pool = rayon::ThreadPoolBuilder::new()
                .num_threads(threads)
                .build()
                .unwrap();
            assert_eq!(pool.install(|| repetition(&terms)), expected);
        }
    }
}
