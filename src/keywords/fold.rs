//! Overlapping phrases.

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
}
