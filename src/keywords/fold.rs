//! Overlapping phrases.

use std::cmp::Ordering;

use super::KeywordOptions;

/// A longer phrase that occurs less often than this is no unit, and its parts are not left out.
const UNIT: u64 = 2;

/// Goes through keywords, best first, and keeps those that say something of their own: one that
/// stands inside a better, longer one and never outside of it is left out. Stops at `limit`.
///
/// `keywords` are the words and occurrences of each; the indices of the kept ones are handed out.
pub(super) fn fold<T: PartialEq, W: AsRef<[T]>>(
    keywords: impl Iterator<Item = (W, u64)>,
    limit: usize,
) -> Vec<usize> {
    let mut kept: Vec<(usize, W, u64)> = Vec::new();
    for (index, (words, count)) in keywords.enumerate() {
        if kept.len() == limit {
            break;
        }
        let is_part = kept.iter().any(|(_, longer, of_longer)| {
            *of_longer >= count.max(UNIT) && contains(longer.as_ref(), words.as_ref())
        });
        if !is_part {
            kept.push((index, words, count));
        }
    }
    kept.into_iter().map(|(index, _, _)| index).collect()
}

/// Of candidates in any order those that a table will have, best first: at most as many as the options
/// ask for, folded unless they say otherwise. `words` tells the words and occurrences of one.
pub(super) fn leading<T: PartialEq, W: AsRef<[T]>>(
    mut order: Vec<usize>,
    by_score: impl Fn(&usize, &usize) -> Ordering,
    words: impl Fn(usize) -> (W, u64),
    options: &KeywordOptions,
) -> Vec<usize> {
    let KeywordOptions {
        top, keep_nested, ..
    } = *options;
    // Few of many are wanted: only so many are sorted, and more if too many are folded.
    let with_folded = top.saturating_mul(8).saturating_add(100);
    let mut enough = if keep_nested { top } else { with_folded };
    loop {
        let is_all = enough >= order.len();
        let sorted = if is_all {
            &mut order[..]
        } else {
            order.select_nth_unstable_by(enough, &by_score).0
        };
        sorted.sort_unstable_by(&by_score);
        let best: Vec<usize> = if keep_nested {
            sorted.iter().copied().take(top).collect()
        } else {
            let places = fold(sorted.iter().map(|&i| words(i)), top);
            places.into_iter().map(|place| sorted[place]).collect()
        };
        if is_all || best.len() == top {
            return best;
        }
        enough = enough.saturating_mul(8);
    }
}

fn contains<T: PartialEq>(longer: &[T], shorter: &[T]) -> bool {
    shorter.len() < longer.len()
        && longer
            .windows(shorter.len())
            .any(|window| window == shorter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_that_never_stand_alone_are_left_out() {
        let keywords = [
            (vec!["xi", "jinping"], 5),
            (vec!["xi"], 5),
            (vec!["jinping"], 6),
            (vec!["wuhan"], 5),
            (vec!["once", "seen"], 1),
            (vec!["seen"], 1),
        ];
        let kept = |limit| {
            fold(
                keywords
                    .iter()
                    .map(|(words, count)| (words.clone(), *count)),
                limit,
            )
        };
        assert_eq!(kept(10), [0, 2, 3, 4, 5]);
        assert_eq!(kept(2), [0, 2]);
        assert_eq!(kept(0), [0; 0]);
    }

    #[test]
    fn all_may_be_asked_for() {
        let options = KeywordOptions {
            top: usize::MAX,
            ..KeywordOptions::default()
        };
        let words = |i: usize| (vec![i], 1);
        assert_eq!(
            leading(vec![2, 0, 1], usize::cmp, words, &options),
            [0, 1, 2]
        );
    }
}
