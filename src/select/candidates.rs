//! Which sentences may be chosen at all.

use std::hash::BuildHasher;

use super::{Budget, Cost};
use crate::map::Map;
use crate::terms::{Marks, SentenceTerms, TermMatrix};

/// A text is taken to be written in full sentences when at least this share of them is complete.
const FULL_SENTENCES: f64 = 0.5;
/// Shorter sentences say nothing by themselves, in words.
const SHORTEST: u32 = 4;
/// What is said is shorter.
const SHORTEST_SAID: u32 = 3;

/// Sentences with fewer distinct terms, stopwords aside, lean on what stands around them: "Q: What
/// stopped that?"
const FEWEST_TERMS: usize = 3;
const FEWEST_TERMS_SAID: usize = 2;

/// Which sentences may be chosen: all, where the text fits the budget whole; else those that don't
/// repeat one before them, are no fragments and say enough; if there are none, all again.
///
/// In a joint summary a sentence that several documents have counts once even where all fits.
pub(super) fn candidates(
    terms: &SentenceTerms,
    content: &TermMatrix,
    is_joint: bool,
    budget: &Budget,
    cost: impl Fn(usize) -> Cost,
) -> Vec<bool> {
    let fits_whole = budget.holds_all(terms.len(), &cost);
    if fits_whole && !is_joint {
        return vec![true; terms.len()];
    }
    let is_fragment = fragments(terms.marks());
    let says_enough = |i: usize| {
        let fewest = match terms.marks()[i].is_spoken {
            true => FEWEST_TERMS_SAID,
            false => FEWEST_TERMS,
        };
        content.row(i).0.len() >= fewest
    };
    let is_candidate: Vec<bool> = repeats(content)
        .into_iter()
        .zip(is_fragment)
        .enumerate()
        .map(|(i, (is_repeat, is_fragment))| {
            !is_repeat && (fits_whole || !is_fragment && says_enough(i))
        })
        .collect();
    if is_candidate.contains(&true) {
        is_candidate
    } else {
        vec![true; terms.len()]
    }
}

/// The sentences that say what one before them says: the distinct terms are the same, stopwords aside.
/// Boilerplate is such.
fn repeats(content: &TermMatrix) -> Vec<bool> {
    let hasher = foldhash::fast::RandomState::default();
    let mut first: Map<u64, usize> = Map::default();
    let is_repeat = |i: usize| {
        let terms = content.row(i).0;
        if terms.is_empty() {
            return false;
        }
        let earlier = *first.entry(hasher.hash_one(terms)).or_insert(i);
        earlier != i && content.row(earlier).0 == terms
    };
    (0..content.rows()).map(is_repeat).collect()
}

/// What is known to be no sentence; very short ones; and salutations, bylines, labels: sentences without a
/// stop, in a text whose sentences have one.
fn fragments(marks: &[Marks]) -> Vec<bool> {
    let whole = || marks.iter().filter(|marks| !marks.is_fragment);
    let complete = whole().filter(|marks| marks.is_complete).count();
    let in_full_sentences = complete as f64 >= FULL_SENTENCES * whole().count() as f64;
    let is_fragment = |marks: &Marks| {
        let shortest = if marks.is_spoken {
            SHORTEST_SAID
        } else {
            SHORTEST
        };
        marks.words < shortest || marks.is_fragment || in_full_sentences && !marks.is_complete
    };
    marks.iter().map(is_fragment).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks(words: u32, is_complete: bool) -> Marks {
        Marks {
            words,
            is_complete,
            ..Marks::default()
        }
    }

    #[test]
    fn repeats_have_the_same_terms() {
        let rows = [
            vec![1, 2],
            vec![3],
            vec![2, 1, 1],
            vec![],
            vec![],
            vec![1],
            vec![3],
        ];
        let repeats = repeats(&crate::terms::tests::matrix(&rows));
        assert_eq!(repeats, [false, false, true, false, false, false, true]);
    }

    #[test]
    fn fragments_are_short_or_lack_a_stop_where_others_have_one() {
        let text = [
            marks(9, true),
            marks(9, true),
            marks(9, false),
            marks(2, true),
        ];
        assert_eq!(fragments(&text), [false, false, true, true]);
        let list = [marks(9, false), marks(9, false), marks(9, true)];
        assert_eq!(fragments(&list), [false, false, false]);
        let said = [3, 2].map(|words| Marks {
            is_spoken: true,
            ..marks(words, true)
        });
        assert_eq!(fragments(&said), [false, true]);
        let known = Marks {
            is_fragment: true,
            ..marks(9, true)
        };
        let list = [known, known, marks(9, false), marks(9, true)];
        assert_eq!(fragments(&list), [true, true, true, false]);
        let list = [known, marks(9, false), marks(9, false), marks(9, true)];
        assert_eq!(fragments(&list), [true, false, false, false]);
    }
}
