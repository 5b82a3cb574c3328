//! From text to words and sentences: segmentation, languages, normal forms.

mod body;
mod breaks;
mod forms;
mod fragments;
pub mod language;
mod matter;
mod normal;
mod scan;
mod segment;
mod sentences;
mod tokens;

pub use body::body;
pub(crate) use body::mark_speech;
pub use forms::{WordForm, WordForms};
pub(crate) use fragments::{behind_speaker, is_torn};
pub use language::{Language, LanguageKit, LanguageKits, LanguageSource, TextOptions};
pub(crate) use normal::folded;
pub use normal::{is_number, normalize};
pub(crate) use scan::WordSpan;
pub use scan::{Words, words};
pub use segment::{Sentence, runs, segment};
pub use sentences::split_sentences;
pub use tokens::{Token, Tokens, shown, tokens};
pub(crate) use tokens::{drop_tags, ends_chunk, join_letters};

use crate::chars::{is_ideographic, is_southeast_asian, is_unspaced, may_be_southeast_asian};

/// How many words a text has, as the three usual ways of counting see it.
///
/// Tools disagree: `wc -w` counts what blanks part, others count runs of letters and digits ("3.5" is
/// two), Unicode counts words ("well-known" is two). A limit that is to hold needs the largest
/// count, a length that is to be reached the smallest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WordCount {
    /// The smallest of the three counts.
    pub least: usize,
    /// The largest of the three counts.
    pub most: usize,
}

impl WordCount {
    /// Counts the words of `text`.
    pub fn of(text: &str) -> Self {
        let unicode = counted(text);
        let (mut blank, mut runs) = (0, 0);
        let (mut in_blank_word, mut in_run) = (false, false);
        for c in text.chars() {
            let is_blank = c.is_whitespace();
            blank += usize::from(!is_blank && !in_blank_word);
            in_blank_word = !is_blank;
            let is_word = c.is_alphanumeric();
            let is_single = is_ideographic(c);
            runs += usize::from(is_word && (is_single || !in_run));
            in_run = is_word && !is_single;
        }
        if may_be_southeast_asian(text) && text.contains(is_southeast_asian) {
            // Blanks part phrases.
            (blank, runs) = (unicode, unicode);
        }
        if runs > blank && text.chars().any(is_unspaced) {
            blank = runs;
        }
        Self {
            least: unicode.min(blank).min(runs),
            most: unicode.max(blank).max(runs),
        }
    }
}

/// How many words Unicode and, where it sees but letters, a dictionary tell.
fn counted(text: &str) -> usize {
    if !may_be_southeast_asian(text) {
        return words(text).count();
    }
    let mut spans = Vec::new();
    words(text).fill(&mut spans);
    join_letters(text, &mut spans);
    spans.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn word_counts_differ_by_who_counts() {
        assert_eq!(
            WordCount::of("a well-known – fact"),
            WordCount { least: 4, most: 4 }
        );
        assert_eq!(
            WordCount::of("3.5 per cent"),
            WordCount { least: 3, most: 4 }
        );
        assert_eq!(WordCount::of("今天很好。"), WordCount { least: 4, most: 4 });
        assert_eq!(
            WordCount::of("ภาษาไทยสวยงาม"),
            WordCount { least: 3, most: 3 }
        );
        assert_eq!(WordCount::of(""), WordCount { least: 0, most: 0 });
    }
}
