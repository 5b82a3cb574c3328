//! What a block of text tells of how its sentences begin and end.

use super::missing::lacks_blank;
use super::{OPENERS, is_opener_or_blank};
use crate::text::LanguageKit;

/// How sentences begin and end in one block of text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Style<'k> {
    /// Its language.
    pub(super) kit: &'k LanguageKit,
    /// The angle quotation mark that ends quotations.
    pub(super) closing: Option<char>,
    /// Whether sentences begin with small letters.
    pub(super) is_lowercase: bool,
    /// Whether breaks were lost, so that sentences touch.
    pub(super) lacks_breaks: bool,
}

impl<'k> Style<'k> {
    /// The style of a block.
    pub(super) fn of(text: &str, kit: &'k LanguageKit) -> Self {
        Self {
            kit,
            closing: closing_mark(text),
            is_lowercase: is_lowercase(text),
            lacks_breaks: lacks_breaks(text, kit),
        }
    }

    /// Whether a sentence can begin with this: a capital, a digit, "iPhone", "b) Repairs", or any letter
    /// where all are small.
    pub(super) fn can_begin(&self, next: &str) -> bool {
        if let [b'a'..=b'z', b')', b' ', b'A'..=b'Z', ..] = next.as_bytes() {
            return true;
        }
        let mut chars = next.chars();
        match chars.next() {
            Some(c) if c.is_lowercase() => {
                self.is_lowercase || chars.next().is_some_and(char::is_uppercase)
            }
            Some(c) => c.is_alphanumeric(),
            None => false,
        }
    }
}

/// The angle quotation mark that ends quotations in a text: which of the two begins them depends on
/// the country, and shows in which comes first.
fn closing_mark(text: &str) -> Option<char> {
    // Both marks are two bytes, and few other characters begin with the first.
    let bytes = text.as_bytes();
    memchr::memchr_iter(0xc2, bytes).find_map(|first| match bytes.get(first + 1) {
        Some(0xab) => Some('»'),
        Some(0xbb) => Some('«'),
        _ => None,
    })
}

/// Whether a text begins with a small letter and has no capital behind a stop and a blank.
fn is_lowercase(text: &str) -> bool {
    let first = text.chars().find(|c| c.is_alphabetic());
    first.is_some_and(char::is_lowercase) && !has_capital_start(text)
}

/// Whether sentences touch, twice at least: one may be an error of writing.
fn lacks_breaks(text: &str, kit: &LanguageKit) -> bool {
    let touches = |&stop: &usize| {
        let (before, behind) = (&text[..stop], &text[stop + 1..]);
        behind.starts_with(char::is_uppercase) && lacks_blank(before, behind, kit)
    };
    let mut stops = memchr::memchr_iter(b'.', text.as_bytes()).filter(touches);
    stops.nth(1).is_some()
}

fn has_capital_start(text: &str) -> bool {
    memchr::memchr3_iter(b'.', b'!', b'?', text.as_bytes()).any(|stop| {
        let behind = text[stop + 1..].trim_start_matches(OPENERS);
        behind.starts_with(char::is_whitespace)
            && behind
                .trim_start_matches(is_opener_or_blank)
                .starts_with(char::is_uppercase)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_letters_are_a_style_where_no_sentence_begins_otherwise() {
        assert!(is_lowercase("he left . \" we saw NASA , \" she said ."));
        assert!(is_lowercase("- it was ok. would go again"));
        assert!(!is_lowercase("it was ok. \"The food was bad.\""));
        assert!(!is_lowercase("It was ok. the food was bad."));
        assert!(!is_lowercase("很好。"));
    }

    #[test]
    fn the_first_angle_mark_opens() {
        assert_eq!(closing_mark("« Oui », »"), Some('»'));
        assert_eq!(closing_mark("»Ja«, sagte «"), Some('«'));
        assert_eq!(closing_mark("“Yes”"), None);
    }
}
