//! The words of a text, fast.
//!
//! The boundaries are those of UAX #29, to the byte: `unicode-segmentation` is the reference, and tests
//! compare the two. Most text is ASCII letters parted by blanks, where a boundary shows in single
//! bytes: they are looked at 64 at a time, as bits of masks. Where a run of letters touches something
//! that may join it to the next, the stretch up to the next blank is looked at by itself, since no
//! rule reaches across a blank: character by character as long as all characters are common ones,
//! and else by the reference.

mod masks;
mod stretch;

use unicode_segmentation::{UnicodeSegmentation, UnicodeWordIndices};

use masks::{BLOCK, Masks, is_run_byte};
use stretch::{CommonWords, stretch_end};

/// The most words that a block can hold or end.
#[cfg(test)]
const MOST_IN_BLOCK: usize = BLOCK / 2 + 1;

/// The start and the end of a word or token, as byte offsets.
pub(crate) type WordSpan = (usize, usize);

/// The words of a text, each with its byte offset: see [`words`].
#[derive(Debug)]
pub struct Words<'t> {
    text: &'t str,
    /// A certain boundary: all words before it have been handed out.
    position: usize,
    block: Block,
    /// The stretch that is looked at by itself, if one is under way.
    stretch: Option<Stretch<'t>>,
}

/// What is still to come of the block under way.
#[derive(Clone, Copy, Debug)]
struct Block {
    start: usize,
    /// Bytes that are part of words, or not ASCII.
    runs: u64,
    /// Hyphens between two bytes of runs.
    hyphens: u64,
    /// Bytes that may join what stands before them to what is behind, and bytes that are not ASCII: a run
    /// that reaches none of them is a word.
    doubts: u64,
    /// The same for runs that hyphens join: one that reaches none of them is a token.
    token_doubts: u64,
}

#[derive(Debug)]
enum Stretch<'t> {
    Common(CommonWords<'t>),
    Any(usize, UnicodeWordIndices<'t>),
}

/// The words of a text (UAX #29), each with its byte offset: what stands between the word boundaries
/// of Unicode and holds a letter or digit.
///
/// ```
/// let words: Vec<_> = epitome::text::words("It's 3.5 °C.").collect();
/// assert_eq!(words, [(0, "It's"), (5, "3.5"), (11, "C")]);
/// ```
pub fn words(text: &str) -> Words<'_> {
    Words {
        text,
        position: 0,
        block: Block::at(text.as_bytes(), 0),
        stretch: None,
    }
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
    pub(super) fn next_span(&mut self) -> Option<WordSpan> {
        if self.stretch.is_some()
            && let Some(word) = self.next_in_stretch()
        {
            return Some(word);
        }
        let bytes = self.text.as_bytes();
        loop {
            while self.block.runs == 0 {
                let next = self.block.start + BLOCK;
                if next >= bytes.len() {
                    return None;
                }
                self.block = Block::at(bytes, next);
            }
            let (start, end) = self.take_run();
            if !is_word(&bytes[start..end]) || joins_next(bytes, end) {
                if let Some(word) = self.begin_stretch(start) {
                    return Some(word);
                }
                continue;
            }
            self.position = end;
            return Some((start, end));
        }
    }

    /// Appends all words that are still to come.
    pub(crate) fn fill(mut self, spans: &mut Vec<WordSpan>) {
        loop {
            self.take_plain::<false>(spans, usize::MAX);
            match self.next_span() {
                Some(span) => spans.push(span),
                None => return,
            }
        }
    }

    /// Appends the words that come next as long as they show in the masks alone, and `spans` does not
    /// hold `enough`. With `TOKENS`, words that hyphens join are one, and what may be part of another
    /// longer token is left.
    #[inline]
    pub(super) fn take_plain<const TOKENS: bool>(
        &mut self,
        spans: &mut Vec<WordSpan>,
        enough: usize,
    ) {
        let bytes = self.text.as_bytes();
        if self.stretch.is_some() {
            return;
        }
        while spans.len() < enough {
            self.block.take_plain::<TOKENS>(spans);
            if self.block.runs == 0 {
                let next = self.block.start + BLOCK;
                if next >= bytes.len() {
                    break;
                }
                self.block = Block::at(bytes, next);
            } else if !self.take_crossing::<TOKENS>(spans) {
                break;
            }
        }
        if let Some(&(_, end)) = spans.last() {
            self.position = self.position.max(end);
        }
    }

    /// Takes a word or token that crosses the end of the block, if it is the next one and shows in the
    /// masks.
    #[inline(always)]
    fn take_crossing<const TOKENS: bool>(&mut self, spans: &mut Vec<WordSpan>) -> bool {
        let start = self.block.start;
        let (runs, doubts) = self.block.view::<TOKENS>();
        let first = runs.trailing_zeros();
        let reaches_end = (runs >> first).trailing_ones() + first == 64;
        if !reaches_end || doubts >> first != 0 {
            return false;
        }
        let mut next = Block::at(self.text.as_bytes(), start + BLOCK);
        let (runs, doubts) = next.view::<TOKENS>();
        let length = runs.trailing_ones();
        if length == 64 || doubts & (u64::MAX >> (63 - length)) != 0 {
            return false;
        }
        next.runs &= u64::MAX << length;
        spans.push((start + first as usize, next.start + length as usize));
        self.block = next;
        true
    }

    /// Takes the next run of word and non-ASCII bytes: its start and end. There must be one in the block.
    #[inline]
    fn take_run(&mut self) -> WordSpan {
        let first = self.block.runs.trailing_zeros();
        let start = self.block.start + first as usize;
        let length = (self.block.runs >> first).trailing_ones();
        if first + length < 64 {
            self.block.runs &= u64::MAX << (first + length);
            return (start, start + length as usize);
        }
        // A run that reaches the end of its block goes on in the next, or ends there.
        loop {
            let next = self.block.start + BLOCK;
            self.block = Block::at(self.text.as_bytes(), next);
            let length = self.block.runs.trailing_ones();
            if length < 64 {
                self.block.runs &= u64::MAX << length;
                return (start, (next + length as usize).min(self.text.len()));
            }
        }
    }

    /// Begins to look by itself at the stretch that begins at `from` and ends at the next blank.
    fn begin_stretch(&mut self, from: usize) -> Option<WordSpan> {
        let bytes = self.text.as_bytes();
        let (end, is_common) = stretch_end(bytes, from);
        // Between a wide space and the blank behind it there is no boundary: a mark may join them.
        let text = self.text[from..end].trim_end_matches(is_wide_space);
        // Wide spaces alone hold no word; to look at all again that stand before them would take long.
        if !text.is_empty() {
            self.stretch = Some(if is_common {
                Stretch::Common(CommonWords::new(self.text, from, end))
            } else {
                // What is not common may belong to what stands before it.
                let start = self.position;
                Stretch::Any(start, self.text[start..end].unicode_word_indices())
            });
            self.position = from + text.len();
        }
        if end - self.block.start >= BLOCK {
            self.block = Block::at(bytes, end - end % BLOCK);
        }
        self.block.runs &= u64::MAX << (end % BLOCK);
        self.next_in_stretch()
    }

    fn next_in_stretch(&mut self) -> Option<WordSpan> {
        let word = match self.stretch.as_mut()? {
            Stretch::Common(words) => words.next(),
            Stretch::Any(offset, words) => words
                .next()
                .map(|(start, word)| (*offset + start, *offset + start + word.len())),
        };
        if word.is_none() {
            self.stretch = None;
        }
        word
    }
}

impl Block {
    /// The block of a text that starts at `start`, a multiple of [`BLOCK`].
    #[inline(always)]
    fn at(text: &[u8], start: usize) -> Self {
        let bytes = &text[start.min(text.len())..];
        match bytes.split_first_chunk::<BLOCK>() {
            Some((block, behind)) => {
                let is_joined = behind.first().is_some_and(|&byte| is_run_byte(byte));
                Self::new(start, block, is_joined)
            }
            None => {
                let mut block = [b' '; BLOCK];
                block[..bytes.len()].copy_from_slice(bytes);
                Self::new(start, &block, false)
            }
        }
    }

    #[inline(always)]
    fn new(start: usize, bytes: &[u8; BLOCK], is_joined_to_next: bool) -> Self {
        let masks = Masks::of(bytes);
        let runs = masks.runs;
        // What stands before the block is not known.
        let before = (runs << 1) | 1;
        let behind = (runs >> 1) | (u64::from(is_joined_to_next) << 63);
        let hyphens = masks.hyphens & (before & !1) & (runs >> 1);
        let doubts = (masks.joints & behind) | masks.odd;
        let edges = masks.hyphens & !hyphens & behind;
        Self {
            start,
            runs,
            hyphens,
            doubts,
            token_doubts: doubts | edges | (masks.signs & before),
        }
    }

    /// The runs that are still to come, joined by hyphens if they are to be `TOKENS`, and the doubts.
    #[inline(always)]
    fn view<const TOKENS: bool>(&self) -> (u64, u64) {
        if TOKENS {
            // A hyphen stays only if the run before it does.
            let hyphens = self.hyphens & (self.runs << 1);
            (self.runs | hyphens, self.token_doubts)
        } else {
            (self.runs, self.doubts)
        }
    }

    /// Takes the words or tokens that end inside the block before the first doubt.
    #[inline(always)]
    fn take_plain<const TOKENS: bool>(&mut self, spans: &mut Vec<WordSpan>) {
        let (runs, doubts) = self.view::<TOKENS>();
        let doubts = doubts & (u64::MAX << (runs.trailing_zeros() & 63));
        let certain = doubts.wrapping_sub(1) & !doubts;
        let mut starts = runs & !(runs << 1);
        let mut ends = !runs & (runs << 1) & certain;
        let mut behind = 0;
        for _ in 0..ends.count_ones() {
            behind = ends.trailing_zeros();
            let start = self.start + starts.trailing_zeros() as usize;
            spans.push((start, self.start + behind as usize));
            starts &= starts - 1;
            ends &= ends - 1;
        }
        self.runs &= u64::MAX << behind;
    }
}

/// Whether a character is a space of several that Unicode lets no word boundary stand between, and not ASCII.
fn is_wide_space(c: char) -> bool {
    matches!(c, '\u{1680}' | '\u{2000}'..='\u{2006}' | '\u{2008}'..='\u{200a}' | '\u{205f}' | '\u{3000}')
}

/// Whether a run is a word if nothing joins it to what follows: ASCII letters and digits, and letters of
/// Latin and Cyrillic. An underscore joins words, and is none.
#[inline]
fn is_word(run: &[u8]) -> bool {
    run.iter().all(u8::is_ascii_alphanumeric) || stretch::is_letters(run)
}

/// Whether what stands at `end`, behind a run, may join it to what follows.
#[inline]
fn joins_next(bytes: &[u8], end: usize) -> bool {
    match bytes.get(end) {
        Some(b'\'' | b'.' | b':' | b',' | b';') => {
            bytes.get(end + 1).is_some_and(|&byte| is_run_byte(byte))
        }
        _ => false,
    }
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
            "\u{2000} \u{11d8a}",
            "  \u{11d8a} a \u{11d8a}",
            " \u{2000}\u{11d8a} \u{3000} \u{903}\u{2003}\u{2003}\u{93e}",
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

    #[test]
    fn wide_spaces_take_linear_time() {
        let blanks = "\u{3000} ".repeat(100_000);
        assert_eq!(words(&blanks).count(), 0);
        let text = format!("a{blanks}\u{11d8a}");
        let found: Vec<_> = words(&text).map(|(start, _)| start).collect();
        assert_eq!(found, [0, 1]);
    }

    /// Every character that is taken for a common one, in all places where a rule could show.
    #[test]
    fn common_characters_are_what_the_rules_say() {
        let mut common = 0;
        for c in (0..0x20000).filter_map(char::from_u32) {
            let mut bytes = [0; 4];
            if stretch_end(c.encode_utf8(&mut bytes).as_bytes(), 0).1 {
                common += 1;
                for (a, b) in [
                    ("a", "a"),
                    ("1", "1"),
                    ("a", "1"),
                    ("_", "a"),
                    ("é", "一"),
                    ("", ""),
                ] {
                    check(&format!("{a}{c}{b} {a}{c}{c}{b}{c}"));
                }
            }
        }
        assert!(common > 20_000);
    }

    /// Words of real texts: `EPITOME_CORPUS=folder cargo test --release -- --ignored corpus`.
    #[test]
    #[ignore = "reads all files below the folder that EPITOME_CORPUS names"]
    fn words_of_a_corpus_are_those_of_the_reference() {
        let folder = std::env::var_os("EPITOME_CORPUS").expect("EPITOME_CORPUS names a folder");
        let mut checked = 0;
        for entry in ignore::Walk::new(folder).flatten() {
            let Ok(text) = std::fs::read_to_string(entry.path()) else {
                continue;
            };
            check(&text);
            let mut spans = Vec::new();
            words(&text).fill(&mut spans);
            assert!(
                text.unicode_word_indices()
                    .eq(spans.iter().map(|&(s, e)| (s, &text[s..e])))
            );
            checked += 1;
        }
        assert!(checked > 0, "no text there");
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
        fn equals_the_reference_around_blanks(text in "[ \u{2000}\u{2007}\u{3000}\u{a0}\u{11d8a}\u{301}\u{903}\u{200d}a.\n]{0,12}") {
            check(&text);
        }

        #[test]
        fn equals_the_reference_on_arbitrary_characters(text: String) {
            check(&text);
        }

        #[test]
        fn equals_the_reference_on_common_characters(
            text in "([a-z0-9]{0,3}|[_'.:,;é×÷ÿ\u{100}ſ«»·§\u{a0}‘’“”–—…‐‹†‰АяѿЁ]|[一龥谷、。」のんゖ！：，；？（]|[\u{2000}\u{200a}\u{200b}\u{200f}←⇿↔Αϵ϶ωΣϏ\u{3a2}·∀⋿−⌀ﬀﬆ\u{fb07}]|[㐀ー゛ア\u{3099}²ª\u{ad}\u{180}҂\u{200b}\u{9fff}\u{a000}]){0,30}"
        ) {
            check(&text);
        }

        #[test]
        fn plain_words_and_others_are_all_words(
            text in "([a-zA-Z]{1,9}[ ,.]{1,2}|[a-z]{1,4}[-'+_.é][a-z]{0,5} |x{60,70} ){0,60}",
            enough in 1_usize..80,
        ) {
            let (mut found, mut spans) = (Vec::new(), Vec::new());
            let mut words = words(&text);
            loop {
                spans.clear();
                words.take_plain::<false>(&mut spans, enough);
                prop_assert!(spans.len() < enough + MOST_IN_BLOCK);
                found.extend(spans.iter().map(|&(start, end)| (start, &text[start..end])));
                match words.next() {
                    Some(word) => found.push(word),
                    None => break,
                }
            }
            let expected: Vec<_> = text.unicode_word_indices().collect();
            prop_assert_eq!(&found, &expected);
            spans.clear();
            super::words(&text).fill(&mut spans);
            prop_assert!(spans.iter().map(|&(start, end)| (start, &text[start..end])).eq(expected));
        }
    }
}
