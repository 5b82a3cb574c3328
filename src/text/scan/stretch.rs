//! Words of text without blanks whose characters are all common ones.

use super::WordSpan;

/// What a common character is to the rules of UAX #29.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    Letter,
    Digit,
    /// The underscore: ExtendNumLet.
    Joiner,
    /// What joins letters: MidLetter.
    MidLetter,
    /// What joins digits: MidNum.
    MidNumber,
    /// What joins either: MidNumLet and Single_Quote.
    Mid,
    /// An ideograph or hiragana: a word by itself.
    Single,
    Other,
}

impl Class {
    fn is_in_words(self) -> bool {
        matches!(self, Self::Letter | Self::Digit | Self::Joiner)
    }

    /// Whether `a`, `self`, `b` stand in one word (rules WB6, WB7, WB11 and WB12).
    fn joins(self, a: Self, b: Self) -> bool {
        match self {
            Self::MidLetter => a == Self::Letter && b == Self::Letter,
            Self::MidNumber => a == Self::Digit && b == Self::Digit,
            Self::Mid => a == b && matches!(a, Self::Letter | Self::Digit),
            _ => false,
        }
    }
}

/// The class of the character at `at` and its length in bytes; `None` for one that is not common.
#[inline(always)]
fn class(bytes: &[u8], at: usize) -> Option<(Class, usize)> {
    let first = bytes[at];
    let byte = |place: usize| bytes.get(at + place).copied().unwrap_or(0);
    match first {
        b'a'..=b'z' | b'A'..=b'Z' => Some((Class::Letter, 1)),
        b'0'..=b'9' => Some((Class::Digit, 1)),
        b'_' => Some((Class::Joiner, 1)),
        b'.' | b'\'' => Some((Class::Mid, 1)),
        b':' => Some((Class::MidLetter, 1)),
        b',' | b';' => Some((Class::MidNumber, 1)),
        0..=0x7f => Some((Class::Other, 1)),
        0xc2 => latin_sign(byte(1)).map(|class| (class, 2)),
        // All of Latin-1 but × and ÷, and of Latin Extended-A, are letters; so is U+0400 to U+047F.
        0xc3 if matches!(byte(1), 0x97 | 0xb7) => Some((Class::Other, 2)),
        0xc3..=0xc5 | 0xd0 | 0xd1 => Some((Class::Letter, 2)),
        0xce | 0xcf => is_greek(first, byte(1)).then_some((Class::Letter, 2)),
        0xe2 if byte(1) == 0x80 => punctuation(byte(2)).map(|class| (class, 3)),
        // Arrows and mathematical operators.
        0xe2 if byte(1) == 0x86 && byte(2) >= 0x90 => Some((Class::Other, 3)),
        0xe2 if matches!(byte(1), 0x87..=0x8b) => Some((Class::Other, 3)),
        0xe3 => kana_or_sign(byte(1), byte(2)).map(|class| (class, 3)),
        0xe4 if byte(1) >= 0xb8 => Some((Class::Single, 3)),
        0xe5..=0xe9 => Some((Class::Single, 3)),
        0xef if byte(1) == 0xbc => fullwidth_sign(byte(2)).map(|class| (class, 3)),
        // Latin ligatures: ﬁ, ﬂ.
        0xef if byte(1) == 0xac && byte(2) <= 0x86 => Some((Class::Letter, 3)),
        _ => None,
    }
}

/// Whether two bytes are a Greek letter: U+0391 to U+03F5.
fn is_greek(first: u8, second: u8) -> bool {
    match first {
        0xce => matches!(second, 0x91..=0xa1 | 0xa3..=0xbf),
        _ => second <= 0xb5,
    }
}

/// U+00A0 to U+00BF by their second byte: no-break space, signs, angle quotation marks.
fn latin_sign(second: u8) -> Option<Class> {
    match second {
        0xa0..=0xa8 | 0xab | 0xac | 0xb0 | 0xb1 | 0xb4 | 0xb6 | 0xbb | 0xbf => Some(Class::Other),
        0xb7 => Some(Class::MidLetter),
        _ => None,
    }
}

/// U+2000 to U+203A by their third byte: spaces, hyphens, dashes, quotation marks, bullets, dots.
fn punctuation(third: u8) -> Option<Class> {
    match third {
        0x98 | 0x99 => Some(Class::Mid),
        0x80..=0x8a | 0x90..=0x97 | 0x9a..=0xa3 | 0xa5 | 0xa6 | 0xb0 | 0xb9 | 0xba => {
            Some(Class::Other)
        }
        _ => None,
    }
}

/// Hiragana, and the stops and brackets of Chinese and Japanese, by their second and third byte.
fn kana_or_sign(second: u8, third: u8) -> Option<Class> {
    match (second, third) {
        (0x80, 0x81 | 0x82 | 0x88..=0x91) => Some(Class::Other),
        (0x81, 0x81..=0xbf) | (0x82, 0x80..=0x96) => Some(Class::Single),
        _ => None,
    }
}

/// ！（），：；？ by their third byte.
fn fullwidth_sign(third: u8) -> Option<Class> {
    match third {
        0x81 | 0x88 | 0x89 | 0x9f => Some(Class::Other),
        0x8c | 0x9b => Some(Class::MidNumber),
        0x9a => Some(Class::MidLetter),
        _ => None,
    }
}

/// Where the stretch that starts at `at` ends, at a blank or the end of the text, and whether all its
/// characters are common.
pub(super) fn stretch_end(bytes: &[u8], mut at: usize) -> (usize, bool) {
    while at < bytes.len() && !is_blank(bytes[at]) {
        match class(bytes, at) {
            Some((_, length)) => at += length,
            None => {
                let behind = bytes[at..].iter().position(|&byte| is_blank(byte));
                return (behind.map_or(bytes.len(), |length| at + length), false);
            }
        }
    }
    (at, true)
}

fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}

/// Whether a run is made of common letters and digits alone.
pub(super) fn is_letters(run: &[u8]) -> bool {
    let mut at = 0;
    while at < run.len() {
        match class(run, at) {
            Some((Class::Letter | Class::Digit, length)) => at += length,
            _ => return false,
        }
    }
    true
}

/// The words of a stretch of common characters, as offsets into its text.
#[derive(Debug)]
pub(super) struct CommonWords<'t> {
    bytes: &'t [u8],
    at: usize,
    end: usize,
}

impl<'t> CommonWords<'t> {
    /// The words of the part `at..end` of a text.
    pub fn new(text: &'t str, at: usize, end: usize) -> Self {
        let bytes = text.as_bytes();
        Self { bytes, at, end }
    }

    /// The class of the character at `at` and where the next one starts.
    fn class(&self, at: usize) -> Option<(Class, usize)> {
        if at >= self.end {
            return None;
        }
        let (class, length) = class(self.bytes, at)?;
        Some((class, at + length))
    }

    /// The end of the segment that begins with a character in words, which ends at `end`; and whether
    /// there is a letter or digit in it.
    fn segment(&self, mut last: Class, mut end: usize) -> (usize, bool) {
        let mut has_letter = last != Class::Joiner;
        while let Some((class, next)) = self.class(end) {
            if class.is_in_words() {
                (last, end) = (class, next);
            } else {
                match self.class(next) {
                    Some((behind, next)) if class.joins(last, behind) => {
                        (last, end) = (behind, next);
                    }
                    _ => break,
                }
            }
            has_letter |= last != Class::Joiner;
        }
        (end, has_letter)
    }
}

impl Iterator for CommonWords<'_> {
    type Item = WordSpan;

    fn next(&mut self) -> Option<WordSpan> {
        while let Some((class, next)) = self.class(self.at) {
            let start = std::mem::replace(&mut self.at, next);
            if class == Class::Single {
                return Some((start, next));
            }
            if class.is_in_words() {
                let (end, has_letter) = self.segment(class, next);
                self.at = end;
                if has_letter {
                    return Some((start, end));
                }
            }
        }
        None
    }
}
