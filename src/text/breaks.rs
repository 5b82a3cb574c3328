//! The sentence boundaries of UAX #29, fast.
//!
//! The reference is `icu_segmenter`, which looks at every character. In text of common characters alone a
//! sentence can end only behind one of a few stops, and those are found by bytes.

use icu_segmenter::SentenceSegmenter;
use icu_segmenter::options::SentenceBreakInvariantOptions;

/// What a common character is to the rules of UAX #29 for sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    Upper,
    Lower,
    /// A letter without case: OLetter.
    Letter,
    Digit,
    Space,
    Close,
    /// A stop that may also mark an abbreviation: ATerm.
    Period,
    /// A stop that is nothing else: STerm.
    Stop,
    /// What goes on with a sentence: SContinue.
    Continue,
    Other,
}

/// Appends the boundaries of sentences in a text without line breaks, its end the last of them.
pub(super) fn boundaries(text: &str, found: &mut Vec<usize>) {
    if is_common(text.as_bytes()) {
        common_boundaries(text, found);
    } else {
        let segmenter = SentenceSegmenter::new(SentenceBreakInvariantOptions::default());
        found.extend(segmenter.segment_str(text).filter(|&boundary| boundary > 0));
    }
}

/// The class of the character at `at` and its length in bytes; `None` for one that is not common, or
/// the end.
#[inline]
fn class(bytes: &[u8], at: usize) -> Option<(Class, usize)> {
    let byte = |place: usize| bytes.get(at + place).copied().unwrap_or(0);
    match *bytes.get(at)? {
        b'a'..=b'z' => Some((Class::Lower, 1)),
        b'A'..=b'Z' => Some((Class::Upper, 1)),
        b'0'..=b'9' => Some((Class::Digit, 1)),
        b' ' | b'\t' | 0x0b | 0x0c => Some((Class::Space, 1)),
        b'"' | b'\'' | b'(' | b')' | b'[' | b']' | b'{' | b'}' => Some((Class::Close, 1)),
        b'.' => Some((Class::Period, 1)),
        b'!' | b'?' => Some((Class::Stop, 1)),
        b',' | b'-' | b':' | b';' => Some((Class::Continue, 1)),
        b'\n' | b'\r' => None,
        0..=0x7f => Some((Class::Other, 1)),
        0xc2 => latin_sign(byte(1)).map(|class| (class, 2)),
        0xc3 if matches!(byte(1), 0x97 | 0xb7) => Some((Class::Other, 2)),
        first @ (0xc3..=0xc5 | 0xd0 | 0xd1) => Some((cased(first, byte(1)), 2)),
        0xe2 if byte(1) == 0x80 => punctuation(byte(2)).map(|class| (class, 3)),
        0xe3 => kana_or_sign(byte(1), byte(2)).map(|class| (class, 3)),
        0xe4 if byte(1) >= 0xb8 => Some((Class::Letter, 3)),
        0xe5..=0xe9 => Some((Class::Letter, 3)),
        0xef if byte(1) == 0xbc => fullwidth_sign(byte(2)).map(|class| (class, 3)),
        _ => None,
    }
}

/// A letter of two bytes, by its case.
fn cased(first: u8, second: u8) -> Class {
    let number = (u32::from(first & 0x1f) << 6) | u32::from(second & 0x3f);
    match char::from_u32(number) {
        Some(c) if c.is_lowercase() => Class::Lower,
        _ => Class::Upper,
    }
}

/// U+00A0 to U+00BF by their second byte: no-break space, signs, angle quotation marks.
fn latin_sign(second: u8) -> Option<Class> {
    match second {
        0xa0 => Some(Class::Space),
        0xa1..=0xa8 | 0xac | 0xb0 | 0xb1 | 0xb4 | 0xb6 | 0xb7 | 0xbf => Some(Class::Other),
        0xab | 0xbb => Some(Class::Close),
        _ => None,
    }
}

/// U+2010 to U+203A by their third byte: hyphens, dashes, quotation marks, bullets, dots.
fn punctuation(third: u8) -> Option<Class> {
    match third {
        0x93 | 0x94 => Some(Class::Continue),
        0x98..=0x9f | 0xb9 | 0xba => Some(Class::Close),
        0x90..=0x92 | 0x95 | 0xa0..=0xa3 | 0xa6 | 0xb0 => Some(Class::Other),
        _ => None,
    }
}

/// Hiragana, and the stops and brackets of Chinese and Japanese, by their second and third byte.
fn kana_or_sign(second: u8, third: u8) -> Option<Class> {
    match (second, third) {
        (0x80, 0x81) => Some(Class::Continue),
        (0x80, 0x82) => Some(Class::Stop),
        (0x80, 0x88..=0x91) => Some(Class::Close),
        (0x81, 0x81..=0xbf) | (0x82, 0x80..=0x96) => Some(Class::Letter),
        _ => None,
    }
}

/// ！（），：；？ by their third byte.
fn fullwidth_sign(third: u8) -> Option<Class> {
    match third {
        0x81 | 0x9f => Some(Class::Stop),
        0x88 | 0x89 => Some(Class::Close),
        0x8c | 0x9a | 0x9b => Some(Class::Continue),
        _ => None,
    }
}

/// Whether all characters of a text are common ones.
fn is_common(bytes: &[u8]) -> bool {
    let mut at = 0;
    while at < bytes.len() {
        // Most text is ASCII: what is not is looked at one by one.
        if let Some(block) = bytes[at..].first_chunk::<32>()
            && block.is_ascii()
            && memchr::memchr2(b'\n', b'\r', block).is_none()
        {
            at += block.len();
            continue;
        }
        let until = (at + 32).min(bytes.len());
        while at < until {
            match class(bytes, at) {
                Some((_, length)) => at += length,
                None => return false,
            }
        }
    }
    true
}

fn common_boundaries(text: &str, found: &mut Vec<usize>) {
    let bytes = text.as_bytes();
    let mut stops = Stops::new(bytes);
    let mut at = 0;
    while let Some((stop, behind)) = stops.next(at) {
        let end = skip(bytes, skip(bytes, behind, Class::Close), Class::Space);
        if end >= bytes.len() {
            break;
        }
        at = behind;
        let is_inside =
            bytes[stop] == b'.' && (is_inside(bytes, stop, behind) || goes_on_small(bytes, end));
        let next = class(bytes, end).map_or(Class::Other, |(class, _)| class);
        let goes_on = matches!(next, Class::Continue | Class::Period | Class::Stop);
        if !is_inside && !goes_on {
            found.push(end);
            at = end;
        }
    }
    if !bytes.is_empty() {
        found.push(bytes.len());
    }
}

/// The stops of a text.
struct Stops<'t> {
    bytes: &'t [u8],
    /// The next stop in ASCII, kept as long as others come before it.
    ascii: usize,
}

impl<'t> Stops<'t> {
    fn new(bytes: &'t [u8]) -> Self {
        let mut stops = Self { bytes, ascii: 0 };
        stops.find_ascii(0);
        stops
    }

    fn find_ascii(&mut self, from: usize) {
        let place = memchr::memchr3(b'.', b'!', b'?', &self.bytes[from..]);
        self.ascii = place.map_or(self.bytes.len(), |place| from + place);
    }

    /// The next stop from `from` on, and the place behind it.
    fn next(&mut self, from: usize) -> Option<(usize, usize)> {
        if self.ascii < from {
            self.find_ascii(from);
        }
        // 。！？ begin with two bytes that little else does in text of few such characters.
        for place in memchr::memchr2_iter(0xe3, 0xef, &self.bytes[from..self.ascii]) {
            if let Some((Class::Stop, length)) = class(self.bytes, from + place) {
                return Some((from + place, from + place + length));
            }
        }
        (self.ascii < self.bytes.len()).then_some((self.ascii, self.ascii + 1))
    }
}

/// The place behind all characters of a class that stand at `at`.
fn skip(bytes: &[u8], mut at: usize, wanted: Class) -> usize {
    while let Some((class, length)) = class(bytes, at)
        && class == wanted
    {
        at += length;
    }
    at
}

/// Whether a period stands before a digit (SB6), or between a letter and a capital (SB7).
fn is_inside(bytes: &[u8], stop: usize, behind: usize) -> bool {
    match class(bytes, behind) {
        Some((Class::Digit, _)) => true,
        Some((Class::Upper, _)) => is_cased_before(bytes, stop),
        _ => false,
    }
}

/// Whether a letter with case stands right before `end`.
fn is_cased_before(bytes: &[u8], end: usize) -> bool {
    let start = (0..end).rev().find(|&place| bytes[place] & 0xc0 != 0x80);
    let class = start.and_then(|start| class(bytes, start));
    matches!(class, Some((Class::Upper | Class::Lower, _)))
}

/// Whether, letters aside, a small letter is what comes next (SB8).
fn goes_on_small(bytes: &[u8], mut at: usize) -> bool {
    while let Some((class, length)) = class(bytes, at) {
        match class {
            Class::Lower => return true,
            Class::Upper | Class::Letter | Class::Period | Class::Stop => return false,
            _ => at += length,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(text: &str) {
        let mut found = Vec::new();
        boundaries(text, &mut found);
        let segmenter = SentenceSegmenter::new(SentenceBreakInvariantOptions::default());
        let expected: Vec<usize> = segmenter.segment_str(text).filter(|&end| end > 0).collect();
        assert_eq!(found, expected, "{text:?}");
    }

    /// Every character that is taken for a common one, in all places where a rule could show.
    #[test]
    fn common_characters_are_what_the_rules_say() {
        let mut common = 0;
        for c in (0..0x20000).filter_map(char::from_u32) {
            if is_common(c.encode_utf8(&mut [0; 4]).as_bytes()) {
                common += 1;
                for text in [
                    format!("a.{c}b. {c}B.{c} b!{c} b.{c}{c}B"),
                    format!("{c}.A {c}. A {c}? {c}a. {c}A. {c} a"),
                ] {
                    check(&text);
                }
            }
        }
        assert!(common > 20_000);
    }

    /// Boundaries in real texts: `EPITOME_CORPUS=folder cargo test --release -- --ignored corpus`.
    #[test]
    #[ignore = "reads all files below the folder that EPITOME_CORPUS names"]
    fn boundaries_in_a_corpus_are_those_of_the_reference() {
        let folder = std::env::var_os("EPITOME_CORPUS").expect("EPITOME_CORPUS names a folder");
        let mut checked = 0;
        for entry in ignore::Walk::new(folder).flatten() {
            let Ok(text) = std::fs::read_to_string(entry.path()) else {
                continue;
            };
            check(&text.replace(['\n', '\r'], " "));
            text.split('\n').for_each(check);
            checked += 1;
        }
        assert!(checked > 0, "no text there");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn equals_the_reference_on_likely_text(
            text in "([A-Za-z]{0,4}[.!?]{0,3}[\"')\\]”»’」）]{0,2} {0,2}|[0-9,:;“(«é—É…。！？、，一ぁ-]|\u{ad}|\u{301}){0,30}"
        ) {
            check(&text);
        }

        #[test]
        fn equals_the_reference_on_any_text(text in "\\PC{0,100}") {
            check(&text);
        }
    }
}
