//! The words of a text, fast.
//!
//! The boundaries are those of UAX #29, to the byte: `unicode-segmentation` is the reference, and tests
//! compare the two. Most text is ASCII letters parted by blanks, where a boundary shows in single
//! bytes: they are looked at 64 at a time, as bits of a mask. A run of other bytes, or one that an
//! apostrophe or a point may join to the next, is handed to the reference, up to the next blank: no
//! rule reaches across a blank.

use unicode_segmentation::{UnicodeSegmentation, UnicodeWordIndices};

/// So many bytes are looked at together.
const BLOCK: usize = 64;

/// The words of a text, each with its byte offset: see [`words`].
#[derive(Debug)]
pub struct Words<'t> {
    text: &'t str,
    /// A certain boundary: all words before it have been handed out.
    position: usize,
    /// Where the block under way starts.
    block: usize,
    /// Bytes of the block that are part of words or not ASCII, and are still to come.
    runs: u64,
    /// Bytes of the block that are not ASCII.
    high: u64,
    /// The words of a stretch that the reference looks at, and where it starts.
    careful: Option<(usize, UnicodeWordIndices<'t>)>,
}

/// The words of a text (UAX #29), each with its byte offset: what stands between the word boundaries
/// of Unicode and holds a letter or digit.
///
/// ```
/// let words: Vec<_> = epitome::text::words("It's 3.5 °C.").collect();
/// assert_eq!(words, [(0, "It's"), (5, "3.5"), (11, "C")]);
/// ```
pub fn words(text: &str) -> Words<'_> {
    let mut words = Words {
        text,
        position: 0,
        block: 0,
        runs: 0,
        high: 0,
        careful: None,
    };
    words.load(0);
    words
}

impl<'t> Iterator for Words<'t> {
    type Item = (usize, &'t str);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let (start, end) = self.next_span()?;
        Some((start, &self.text[start..end]))
    }
}

impl<'t> Words<'t> {
    /// The start and end of the next word.
    #[inline]
    pub(super) fn next_span(&mut self) -> Option<(usize, usize)> {
        if self.careful.is_some()
            && let Some(word) = self.next_careful()
        {
            return Some(word);
        }
        loop {
            while self.runs == 0 {
                let next = self.block + BLOCK;
                if next >= self.text.len() {
                    return None;
                }
                self.load(next);
            }
            let (start, end, is_plain) = self.take_run();
            if !is_plain || joins_next(self.text.as_bytes(), end) {
                if let Some(word) = self.begin_careful(end) {
                    return Some(word);
                }
                continue;
            }
            self.position = end;
            // An underscore joins words, and is none.
            let run = &self.text.as_bytes()[start..end];
            if run[0] != b'_' || run.iter().any(u8::is_ascii_alphanumeric) {
                return Some((start, end));
            }
        }
    }

    /// Makes the block that starts at `start` the one under way.
    #[inline]
    fn load(&mut self, start: usize) {
        let bytes = &self.text.as_bytes()[start.min(self.text.len())..];
        let (runs, high) = match bytes.first_chunk::<BLOCK>() {
            Some(block) => masks(block),
            None => {
                let mut block = [b' '; BLOCK];
                block[..bytes.len()].copy_from_slice(bytes);
                masks(&block)
            }
        };
        (self.block, self.runs, self.high) = (start, runs, high);
    }

    /// Takes the next run of word and non-ASCII bytes: its start and end, and whether it is all
    /// ASCII. There must be one in the block.
    #[inline]
    fn take_run(&mut self) -> (usize, usize, bool) {
        let first = self.runs.trailing_zeros();
        let start = self.block + first as usize;
        let length = (!(self.runs >> first)).trailing_zeros();
        if first + length < 64 {
            let run = ((1 << length) - 1) << first;
            self.runs &= !run;
            return (start, start + length as usize, self.high & run == 0);
        }
        self.take_long_run(start, first)
    }

    /// A run that reaches the end of its block goes on in the next, or ends there.
    fn take_long_run(&mut self, start: usize, first: u32) -> (usize, usize, bool) {
        let mut is_plain = self.high >> first == 0;
        loop {
            let next = self.block + BLOCK;
            self.load(next);
            let length = (!self.runs).trailing_zeros();
            if length < 64 {
                let run = (1 << length) - 1;
                self.runs &= !run;
                is_plain &= self.high & run == 0;
                let end = (next + length as usize).min(self.text.len());
                return (start, end, is_plain);
            }
            is_plain &= self.high == 0;
        }
    }

    /// Hands the stretch from the last certain boundary to the blank behind `end` to the reference.
    #[cold]
    fn begin_careful(&mut self, end: usize) -> Option<(usize, usize)> {
        let bytes = self.text.as_bytes();
        let behind = bytes[end..]
            .iter()
            .position(|&byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r'));
        let end = behind.map_or(bytes.len(), |length| end + length);
        let stretch = &self.text[self.position..end];
        self.careful = Some((self.position, stretch.unicode_word_indices()));
        self.position = end;
        self.load(end - end % BLOCK);
        self.runs &= u64::MAX << (end % BLOCK);
        self.next_careful()
    }

    fn next_careful(&mut self) -> Option<(usize, usize)> {
        let (offset, words) = self.careful.as_mut()?;
        match words.next() {
            Some((start, word)) => Some((*offset + start, *offset + start + word.len())),
            None => {
                self.careful = None;
                None
            }
        }
    }
}

/// Whether what stands at `end`, behind a run, may join it to what follows.
#[inline]
fn joins_next(bytes: &[u8], end: usize) -> bool {
    match bytes.get(end) {
        Some(b'\'' | b'.' | b':' | b',' | b';') => bytes
            .get(end + 1)
            .is_some_and(|&byte| is_word_byte(byte) || byte >= 0x80),
        _ => false,
    }
}

/// ASCII letters, digits and the underscore.
#[inline]
fn is_word_byte(byte: u8) -> bool {
    ((byte | 0x20).wrapping_sub(b'a') < 26) | (byte.wrapping_sub(b'0') < 10) | (byte == b'_')
}

/// A mask of the bytes that are part of words or not ASCII, and one of the latter alone.
#[inline]
fn masks(block: &[u8; BLOCK]) -> (u64, u64) {
    let mut flags = [0_u8; BLOCK];
    for (flag, &byte) in flags.iter_mut().zip(block) {
        *flag = u8::from(is_word_byte(byte) | (byte >= 0x80));
    }
    let runs = packed(&flags);
    if block.is_ascii() {
        return (runs, 0);
    }
    for (flag, &byte) in flags.iter_mut().zip(block) {
        *flag = byte >> 7;
    }
    (runs, packed(&flags))
}

/// The flags, each 0 or 1, as bits.
#[inline]
fn packed(flags: &[u8; BLOCK]) -> u64 {
    // The product moves the lowest bit of byte i to bit 56 + i.
    const GATHER: u64 = 0x0102_0408_1020_4080;
    let mut mask = 0;
    for (i, eight) in flags.as_chunks::<8>().0.iter().enumerate() {
        mask |= (u64::from_le_bytes(*eight).wrapping_mul(GATHER) >> 56) << (8 * i);
    }
    mask
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(text: &str) {
        let found: Vec<_> = words(text).collect();
        let expected: Vec<_> = text.unicode_word_indices().collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn joints_and_edges() {
        for text in [
            "",
            " ",
            "a",
            "can't won't 3.5 1,000 a:b a;b 1;2 x.y.z e.g. U.S. .5 5. 'tis rock'n'roll",
            "__ _a a_b __init__ ___ _1",
            "caf\u{e9} na\u{ef}ve it\u{2019}s \u{201c}quoted\u{201d} em\u{2014}dash",
            "  \u{200d}\u{24c2} (\u{200d}\u{24c2} \u{301}a (\u{301}a a\u{301}b",
            "日本語テキスト and ไทย 🇫🇷🇩🇪a👨\u{200d}👩",
            "a\r\nb\u{85}c\u{2028}d\0e",
            "a.\u{e9} \u{e9}.a 1.\u{661} a'\u{5d0}",
        ] {
            check(text);
        }
        for length in 55..75 {
            check(&"x".repeat(length));
            check(&format!("{} {}", "x".repeat(length), "y'z"));
            check(&format!("{}'s {}", "x".repeat(length), "é".repeat(length)));
            check(&format!("{}é", " ".repeat(length)));
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn equals_the_reference_on_any_text(text in "\\PC{0,200}") {
            check(&text);
        }

        #[test]
        fn equals_the_reference_on_likely_text(
            text in "([a-zA-Z0-9_]{0,12}[ '.:,;\n\"()é’–-]{0,2}|\u{200d}|\u{301}|\u{24c2}|日|א|\"){0,60}"
        ) {
            check(&text);
        }

        #[test]
        fn equals_the_reference_on_arbitrary_characters(text: String) {
            check(&text);
        }
    }
}
