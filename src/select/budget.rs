//! How long a summary may be.

use crate::text::WordCount;

/// What is chosen from again is so many times what may be chosen in the end.
const WIDER: usize = 8;
/// It is never less than so many sentences (of 20 words, of 120 characters).
const SHORTLIST: usize = 1_000;

/// Limits on a summary; all that are set hold together. Without any, the length grows slowly with
/// the text.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Budget {
    /// At most this many sentences.
    pub sentences: Option<usize>,
    /// At most this many words, however they are counted (see [`WordCount`]).
    pub words: Option<usize>,
    /// At most this many characters (Unicode scalar values), the line break behind each sentence
    /// included.
    pub chars: Option<usize>,
    /// At most this share of the text's words, from 0 to 1.
    pub ratio: Option<f64>,
    /// Take the sentence that crosses the limit of words or characters too: the summary then
    /// reaches it, instead of staying below.
    pub overshoot: bool,
}

/// What a sentence takes of a budget.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cost {
    /// Its words, as the ways to count see them.
    pub words: WordCount,
    /// Its characters, as printed, and one for a line break.
    pub chars: usize,
}

impl Cost {
    /// The cost of a sentence as printed.
    pub fn of(sentence: &str) -> Self {
        Self {
            words: WordCount::of(sentence),
            chars: sentence.chars().count() + 1,
        }
    }
}

/// What is left of a budget.
#[derive(Clone, Copy, Debug)]
pub(super) struct Purse {
    sentences: usize,
    words: usize,
    chars: usize,
    overshoot: bool,
}

impl Budget {
    /// The budget for a text of so many sentences, with these costs.
    pub(super) fn purse(&self, of_text: usize, cost: &impl Fn(usize) -> Cost) -> Purse {
        let of_ratio = self.ratio.map(|ratio| {
            // All is all, however words are counted.
            if ratio >= 1.0 {
                return usize::MAX;
            }
            let words: usize = (0..of_text).map(|i| cost(i).words.least).sum();
            (words as f64 * ratio.max(0.0)).floor() as usize
        });
        let words = [self.words, of_ratio].into_iter().flatten().min();
        let is_open = self.sentences.is_none() && words.is_none() && self.chars.is_none();
        let sentences = if is_open {
            Some(usual_length(of_text))
        } else {
            self.sentences
        };
        Purse {
            sentences: sentences.unwrap_or(usize::MAX),
            words: words.unwrap_or(usize::MAX),
            chars: self.chars.unwrap_or(usize::MAX),
            overshoot: self.overshoot,
        }
    }
}

impl Budget {
    /// Whether a text of so many sentences, with these costs, fits as a whole.
    pub(super) fn holds_all(&self, of_text: usize, cost: &impl Fn(usize) -> Cost) -> bool {
        let mut purse = self.purse(of_text, cost);
        (0..of_text).all(|i| {
            let affords = purse.affords(|| cost(i));
            if affords {
                purse.pay(|| cost(i));
            }
            affords
        })
    }
}

impl Budget {
    /// The budget of a choice that is chosen from again: eight times as large, and never small.
    pub(super) fn of_shortlist(&self) -> Self {
        let widen = |limit: usize, least: usize| limit.saturating_mul(WIDER).max(least);
        let is_open = *self == self.open();
        Self {
            sentences: match self.sentences {
                None if is_open => Some(SHORTLIST),
                sentences => sentences.map(|sentences| widen(sentences, SHORTLIST)),
            },
            words: self.words.map(|words| widen(words, SHORTLIST * 20)),
            chars: self.chars.map(|chars| widen(chars, SHORTLIST * 120)),
            ratio: self.ratio.map(|ratio| (ratio * WIDER as f64).min(1.0)),
            overshoot: self.overshoot,
        }
    }

    /// The budget without its limits.
    fn open(&self) -> Self {
        Self {
            overshoot: self.overshoot,
            ..Self::default()
        }
    }

    /// The same budget where not all of the text is there to tell it by: so many sentences, and so many words
    /// by the way to count that finds fewest.
    pub(super) fn of_whole(&self, sentences: usize, least_words: usize) -> Self {
        let Some(ratio) = self.ratio.filter(|&ratio| ratio < 1.0) else {
            let usual = (*self == self.open()).then(|| usual_length(sentences));
            return Self {
                sentences: usual.or(self.sentences),
                ..*self
            };
        };
        let words = (least_words as f64 * ratio.max(0.0)).floor() as usize;
        Self {
            words: Some(self.words.map_or(words, |limit| limit.min(words))),
            ratio: None,
            ..*self
        }
    }
}

impl Purse {
    /// Whether nothing more can be bought.
    pub fn is_spent(&self) -> bool {
        self.sentences == 0 || self.words == 0 || self.chars == 0
    }

    /// Whether a sentence of this cost can be taken.
    pub fn affords(&self, cost: impl Fn() -> Cost) -> bool {
        let fits = || {
            let cost = cost();
            cost.words.most <= self.words && cost.chars <= self.chars
        };
        !self.is_spent() && (self.overshoot || !self.limits_length() || fits())
    }

    /// Takes a sentence of this cost.
    pub fn pay(&mut self, cost: impl Fn() -> Cost) {
        self.sentences -= 1;
        if self.limits_length() {
            let Cost { words, chars } = cost();
            self.words = self.words.saturating_sub(paid(words, self.overshoot));
            self.chars = self.chars.saturating_sub(chars);
        }
    }

    /// Whether words or characters are limited at all: no text has `usize::MAX` of them.
    fn limits_length(&self) -> bool {
        self.words < usize::MAX || self.chars < usize::MAX
    }
}

/// To reach a limit however words are counted, the smallest count is paid; to stay below it, the largest.
fn paid(words: WordCount, overshoot: bool) -> usize {
    if overshoot { words.least } else { words.most }
}

/// How many sentences sum up a text of `sentences`: 3 of 8, 5 of 20, 7 of 100, 9 of 1,000, and never
/// more than half.
pub(super) fn usual_length(sentences: usize) -> usize {
    let grown = (1.0 + 1.2 * (sentences.max(1) as f64).ln()).round() as usize;
    grown.min(sentences.div_ceil(2)).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_length_grows_slowly() {
        let lengths = [1, 2, 4, 8, 20, 100, 1_000, 1_000_000].map(usual_length);
        assert_eq!(lengths, [1, 1, 2, 3, 5, 7, 9, 18]);
    }

    #[test]
    fn all_limits_hold_together() {
        let cost = Cost::of("One two three.");
        let budget = Budget {
            words: Some(6),
            chars: Some(20),
            ..Budget::default()
        };
        let mut purse = budget.purse(4, &|_| cost);
        assert!(purse.affords(|| cost));
        purse.pay(|| cost);
        assert!(!purse.affords(|| cost), "15 of 20 characters are spent");
        let mut purse = Budget {
            overshoot: true,
            ..budget
        }
        .purse(4, &|_| cost);
        purse.pay(|| cost);
        assert!(purse.affords(|| cost));
        purse.pay(|| cost);
        assert!(purse.is_spent());
    }

    #[test]
    fn a_ratio_is_a_share_of_the_words() {
        let cost = Cost::of("One two three four five.");
        let purse = Budget {
            ratio: Some(0.5),
            ..Budget::default()
        }
        .purse(4, &|_| cost);
        assert_eq!(purse.words, 10);
    }
}
