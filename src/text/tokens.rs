//! Tokens: the words of keyword and frequency tables.
//!
//! A token is one or more UAX #29 words: parts that a hyphen joins ("COVID-19", "well-known") are one
//! token, as are "C++", "C#" and "AT&T". Scripts that are written without blanks (Chinese, Japanese,
//! Thai, …) are cut into words by the dictionaries of `icu_segmenter`.

use icu_segmenter::options::WordBreakInvariantOptions;
use icu_segmenter::{WordSegmenter, WordSegmenterBorrowed};

use super::normal::core_range;
use super::scan::WordSpan;
use super::{LanguageKit, Words, words};
use crate::chars::{is_southeast_asian, is_unspaced, may_be_southeast_asian};

/// One token of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token<'t> {
    /// Byte offset into the text.
    pub start: usize,
    /// The token as written.
    pub surface: &'t str,
    /// Whether anything but blanks stands between it and the token before.
    pub is_chunk_start: bool,
}

/// A token as written without possessive and elision: what is shown of it.
pub fn shown<'t>(surface: &'t str, kit: &LanguageKit) -> &'t str {
    let (start, end) = core_range(surface, kit);
    &surface[start..end]
}

/// So many blanks in a line part columns.
const COLUMN_GAP: usize = 4;

/// Whether what stands between two tokens parts them: anything but blanks, and the blanks between columns.
#[inline]
pub(crate) fn ends_chunk(gap: &str) -> bool {
    gap != " " && (!gap.chars().all(char::is_whitespace) || parts_columns(gap))
}

fn parts_columns(blanks: &str) -> bool {
    blanks.len() >= COLUMN_GAP && memchr::memchr2(b'\n', b'\r', blanks.as_bytes()).is_none()
}

/// The tokens of a text, in order: see [`tokens`].
#[derive(Debug)]
pub struct Tokens<'t> {
    text: &'t str,
    words: Words<'t>,
    /// A word that was looked at and is not part of the token before it.
    ahead: Option<WordSpan>,
    /// The words of a run in a script without blanks that are still to come, the next one last.
    unspaced: Vec<WordSpan>,
    segmenter: Option<WordSegmenterBorrowed<'static>>,
    /// Where the token before ends.
    end: Option<usize>,
}

/// The tokens of a text.
///
/// ```
/// let text = "COVID-19 in the U.S., C++ and 茶叶市场";
/// let tokens: Vec<_> = epitome::text::tokens(text).map(|token| token.surface).collect();
/// assert_eq!(tokens, ["COVID-19", "in", "the", "U.S.", "C++", "and", "茶叶", "市场"]);
/// ```
pub fn tokens(text: &str) -> Tokens<'_> {
    Tokens {
        text,
        words: words(text),
        ahead: None,
        unspaced: Vec::new(),
        segmenter: None,
        end: None,
    }
}

impl<'t> Iterator for Tokens<'t> {
    type Item = Token<'t>;

    #[inline]
    fn next(&mut self) -> Option<Token<'t>> {
        let before = self.end;
        let (start, end) = self.next_span()?;
        let is_chunk_start = before.is_none_or(|before| ends_chunk(&self.text[before..start]));
        self.end = Some(end);
        Some(Token {
            start,
            surface: &self.text[start..end],
            is_chunk_start,
        })
    }
}

impl<'t> Tokens<'t> {
    /// Appends the starts and ends of the tokens that come next, until `spans` holds `enough` (and a few
    /// more) or there are none. Tells whether there may be more.
    pub(crate) fn fill(&mut self, spans: &mut Vec<WordSpan>, enough: usize) -> bool {
        while spans.len() < enough {
            if self.ahead.is_none() && self.unspaced.is_empty() {
                self.words.take_plain::<true>(spans, enough);
            }
            match self.next_span() {
                Some(span) => spans.push(span),
                None => return false,
            }
        }
        true
    }

    /// The start and end of the next token.
    #[inline]
    fn next_span(&mut self) -> Option<WordSpan> {
        if let Some(span) = self.unspaced.pop() {
            return Some(span);
        }
        let (start, end) = self.next_word()?;
        let bytes = self.text.as_bytes();
        if !bytes[start].is_ascii() && self.is_unspaced_at(start) {
            return self.next_unspaced(start, end);
        }
        Some(match bytes.get(end) {
            // A hyphen, one of General Punctuation, or what only makes part of some tokens.
            Some(b'-' | 0xe2 | b'&' | b'+' | b'#' | b'.') => {
                let end = self.joined_end(start, end);
                (start, self.tail_end(start, end))
            }
            _ => (start, end),
        })
    }

    #[inline]
    fn next_word(&mut self) -> Option<WordSpan> {
        self.ahead.take().or_else(|| self.words.next_span())
    }

    /// The end of the token `start..end` with its tail, unless that belongs to the next word: a mark
    /// without a letter of its own stands on it.
    fn tail_end(&mut self, start: usize, end: usize) -> usize {
        let with_tail = end + tail_length(&self.text[start..end], &self.text[end..]);
        let may_carry_mark = !self.text[with_tail..].starts_with(|c: char| c.is_ascii());
        if with_tail == end || !may_carry_mark {
            return with_tail;
        }
        self.ahead = self.next_word();
        match self.ahead {
            Some((next, _)) if next < with_tail => end,
            _ => with_tail,
        }
    }

    fn is_unspaced_at(&self, start: usize) -> bool {
        self.text[start..].starts_with(is_unspaced)
    }

    /// The end of the word `start..end` with those that are joined to it.
    fn joined_end(&mut self, start: usize, mut end: usize) -> usize {
        while may_join(&self.text.as_bytes()[end..])
            && let Some((next, next_end)) = self.next_word()
        {
            if !joins(self.text, start, end, next) {
                self.ahead = Some((next, next_end));
                break;
            }
            end = next_end;
        }
        end
    }

    /// The first word of a run in a script without blanks; the others wait.
    fn next_unspaced(&mut self, start: usize, mut end: usize) -> Option<WordSpan> {
        while let Some((next, next_end)) = self.next_word() {
            if next != end || !self.is_unspaced_at(next) {
                self.ahead = Some((next, next_end));
                break;
            }
            end = next_end;
        }
        let segmenter = self.segmenter.get_or_insert_with(|| {
            WordSegmenter::new_dictionary(WordBreakInvariantOptions::default())
        });
        self.unspaced = segmented(self.text, start, end, segmenter);
        self.unspaced.reverse();
        self.unspaced.pop()
    }
}

/// Takes out the words that stand alone in braces or angle brackets: tags, and what a record of speech notes
/// of how something was said, there in square brackets too: "</s>", "{pause}", "[laughter]". So are names
/// behind an at sign: those of accounts, and of what was cut out of a text ("@cite").
pub(crate) fn drop_tags(text: &str, is_spoken: bool, spans: &mut Vec<WordSpan>) {
    let bytes = text.as_bytes();
    let has_note = || is_spoken && memchr::memchr(b'[', bytes).is_some();
    if memchr::memchr3(b'{', b'<', b'@', bytes).is_none() && !has_note() {
        return;
    }
    spans.retain(|&(start, end)| {
        let start = start - usize::from(bytes[..start].ends_with(b"</"));
        match (bytes[..start].last(), bytes.get(end)) {
            (Some(b'{'), Some(b'}')) | (Some(b'<'), Some(b'>')) => false,
            (Some(b'['), Some(b']')) => !is_spoken,
            // Behind a letter it is an address.
            (Some(b'@'), _) => start > 1 && bytes[start - 2].is_ascii_alphanumeric(),
            _ => true,
        }
    });
}

/// Puts the words that a dictionary tells in place of the letters that UAX #29 sees in Thai, Lao, Khmer
/// and Burmese.
pub(crate) fn join_letters(text: &str, spans: &mut Vec<WordSpan>) {
    if !may_be_southeast_asian(text) {
        return;
    }
    let segmenter = WordSegmenter::new_dictionary(WordBreakInvariantOptions::default());
    let is_letter = |&(start, _): &WordSpan| text[start..].starts_with(is_southeast_asian);
    let letters = std::mem::take(spans);
    let touches = |a: &WordSpan, b: &WordSpan| a.1 == b.0 && is_letter(a) == is_letter(b);
    for run in letters.chunk_by(touches) {
        match run {
            [(start, _), ..] if is_letter(&run[0]) => {
                let end = run[run.len() - 1].1;
                spans.extend(segmented(text, *start, end, &segmenter));
            }
            _ => spans.extend(run),
        }
    }
}

/// Whether what stands behind a word may join it to the next one.
fn may_join(behind: &[u8]) -> bool {
    match behind {
        [b'-' | b'&', next, ..] => {
            next.is_ascii_alphanumeric() || *next == b'_' || !next.is_ascii()
        }
        [first, ..] => *first == 0xe2,
        [] => false,
    }
}

/// Whether the word at `next` belongs to the token `start..end`.
fn joins(text: &str, start: usize, end: usize, next: usize) -> bool {
    let gap = &text[end..next];
    let upper = |part: &str| part.chars().all(|c| c.is_uppercase() || c.is_numeric());
    match gap {
        "-" | "\u{2010}" | "\u{2011}" => !text[next..].starts_with(is_unspaced),
        "&" => upper(&text[start..end]) && text[next..].starts_with(char::is_uppercase),
        _ => false,
    }
}

/// How much of what stands behind a token belongs to it: "++" and "#" behind a letter, the last
/// period of "U.S.".
fn tail_length(token: &str, behind: &str) -> usize {
    let is_letter = token.len() == 1 && token.starts_with(|c: char| c.is_ascii_alphabetic());
    let is_initials = token.len() >= 3
        && token.bytes().enumerate().all(|(i, b)| {
            if i % 2 == 0 {
                b.is_ascii_uppercase()
            } else {
                b == b'.'
            }
        });
    if is_letter && behind.starts_with("++") {
        2
    } else if (is_letter && behind.starts_with('#')) || (is_initials && behind.starts_with('.')) {
        1
    } else {
        0
    }
}

/// The words of a run of text in scripts without blanks.
fn segmented(
    text: &str,
    start: usize,
    end: usize,
    segmenter: &WordSegmenterBorrowed,
) -> Vec<WordSpan> {
    let mut last = 0;
    segmenter
        .segment_str(&text[start..end])
        .filter(|&boundary| boundary > 0)
        .map(|boundary| {
            let span = (start + last, start + boundary);
            last = boundary;
            span
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn surfaces(text: &str) -> Vec<&str> {
        tokens(text).map(|token| token.surface).collect()
    }

    #[test]
    fn compounds_and_names_stay_whole() {
        assert_eq!(
            surfaces("state-of-the-art B2B, 5G and EU."),
            ["state-of-the-art", "B2B", "5G", "and", "EU"]
        );
        assert_eq!(
            surfaces("AT&T's C# (not R&D) this&that"),
            ["AT&T's", "C#", "not", "R&D", "this", "that"]
        );
        assert_eq!(
            surfaces("the D.C. area - a dash"),
            ["the", "D.C.", "area", "a", "dash"]
        );
        assert_eq!(surfaces("“C++” a#\u{9d7}"), ["C++", "a", "#\u{9d7}"]);
    }

    #[test]
    fn unspaced_scripts_are_cut_by_dictionary() {
        assert_eq!(
            surfaces("茶叶市场的修复工程"),
            ["茶叶", "市场", "的", "修复", "工程"]
        );
        assert!(surfaces("ภาษาไทยสวยงาม").len() > 1);
    }

    #[test]
    fn letters_become_the_words_of_the_dictionary() {
        for text in [
            "ภาษาไทยสวยงาม และ 3 words",
            "ພາສາລາວ",
            "ភាសាខ្មែរ",
            "မြန်မာဘာသာ",
            "今天 hier",
        ] {
            let mut spans = Vec::new();
            words(text).fill(&mut spans);
            join_letters(text, &mut spans);
            let found: Vec<&str> = spans
                .iter()
                .map(|&(start, end)| &text[start..end])
                .collect();
            let expected = match text.starts_with('今') {
                true => words(text).map(|(_, word)| word).collect(),
                false => surfaces(text),
            };
            assert_eq!(found, expected);
        }
    }

    #[test]
    fn chunks_end_at_punctuation_and_not_at_line_breaks() {
        let starts: Vec<bool> = tokens("one two\nthree, four (five)")
            .map(|token| token.is_chunk_start)
            .collect();
        assert_eq!(starts, [true, false, false, true, true]);
    }

    proptest! {
        #[test]
        fn tokens_hold_every_word_once(text in "\\PC{0,60}|[a-zA-Z0-9&+#. 一二三日本ไทย-]{0,60}|([a-z]{1,9}-){0,40}|([a-c]{0,12}[ -.+#'_é]{0,2}){0,60}") {
            let tokens: Vec<(usize, usize)> =
                tokens(&text).map(|token| (token.start, token.start + token.surface.len())).collect();
            for pair in tokens.windows(2) {
                prop_assert!(pair[0].1 <= pair[1].0);
            }
            let (mut spans, mut filled) = (Vec::new(), super::tokens(&text));
            for enough in (3..).step_by(3) {
                if !filled.fill(&mut spans, enough) {
                    break;
                }
            }
            prop_assert_eq!(&spans, &tokens);
            for (start, word) in words(&text) {
                let holds = tokens.iter().filter(|&&(s, e)| s < start + word.len() && start < e).count();
                prop_assert!(holds >= 1, "{word:?} is in no token");
            }
        }
    }
}
