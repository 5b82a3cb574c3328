//! How often each distinct word occurs, as written.

use std::ops::Range;

use rayon::prelude::*;

use super::{Lexicon, TermId, Vocabulary};
use crate::document::{Document, Span};
use crate::text::{LanguageKit, tokens};

/// The distinct tokens of a text, as written, with their counts and first places.
///
/// Nothing is folded or stemmed while counting: that is done once a distinct word, behind.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// Tokens in all.
    pub tokens: u64,
    words: Vocabulary,
    rows: Vec<TallyRow>,
}

/// What is counted of a distinct word.
#[derive(Clone, Copy, Debug)]
pub struct TallyRow {
    /// Its occurrences.
    pub count: u32,
    /// Where it first stands: the offset of its first byte.
    pub first: u32,
}

/// So many tokens are found before they are looked up.
const SPANS: usize = 256;

/// Texts of more bytes are counted on several threads.
const LARGE: usize = 1 << 20;

impl Tally {
    /// Counts the tokens of all counted blocks of a document.
    ///
    /// A large document is cut, at the ends of blocks or at blanks inside large ones, and counted on
    /// the threads of the current `rayon` pool; the parts are put together in the order of the text,
    /// so the result is that of one thread.
    pub fn of(document: &Document) -> Self {
        let text = document.text();
        let threads = rayon::current_num_threads();
        if threads == 1 || text.len() < LARGE {
            let mut tally = Self::default();
            blocks(document).for_each(|range| tally.count(text, range));
            return tally;
        }
        let parts = parts(document, text.len() / (2 * threads));
        let tallies: Vec<Self> = parts
            .into_par_iter()
            .map(|part| {
                let mut tally = Self::default();
                part.into_iter().for_each(|range| tally.count(text, range));
                tally
            })
            .collect();
        let mut tallies = tallies.into_iter();
        let mut whole = tallies.next().unwrap_or_default();
        tallies.for_each(|tally| whole.append(&tally));
        whole
    }

    fn count(&mut self, text: &str, range: Range<usize>) {
        let part = &text[range.clone()];
        let mut tokens = tokens(part);
        let mut spans = Vec::with_capacity(SPANS);
        loop {
            spans.clear();
            spans.extend(std::iter::from_fn(|| tokens.next_span()).take(SPANS));
            let mut starts = spans.iter().map(|&(start, _)| start);
            let Self { words, rows, .. } = self;
            words.intern_parts(part, &spans, |word| {
                let start = starts.next().unwrap_or_default();
                match rows.get_mut(word as usize) {
                    Some(row) => row.count += 1,
                    None => rows.push(TallyRow {
                        count: 1,
                        first: (range.start + start) as u32,
                    }),
                }
            });
            self.tokens += spans.len() as u64;
            if spans.len() < SPANS {
                break;
            }
        }
    }

    /// Adds the counts of a text that stands behind this one.
    fn append(&mut self, other: &Self) {
        self.tokens += other.tokens;
        for (id, row) in other.rows.iter().enumerate() {
            let word = self.words.intern(other.words.get(id as TermId)) as usize;
            match self.rows.get_mut(word) {
                Some(known) => known.count += row.count,
                None => self.rows.push(*row),
            }
        }
    }

    /// The distinct words, each with its row, in the order of first appearance.
    pub fn iter(&self) -> impl Iterator<Item = (&str, TallyRow)> {
        let word = |(id, row): (usize, &TallyRow)| (self.words.get(id as TermId), *row);
        self.rows.iter().enumerate().map(word)
    }

    /// The term of each distinct word that can be a keyword, and the vocabulary of these terms.
    pub fn keyword_terms(&self, kit: &LanguageKit) -> (Vec<Option<TermId>>, Vocabulary) {
        let mut lexicon = Lexicon::default();
        let mut terms = Vocabulary::default();
        let term =
            |(word, _): (&str, TallyRow)| lexicon.look_up(word, kit, &mut terms).1.keyword_term();
        let of_words = self.iter().map(term).collect();
        (of_words, terms)
    }
}

/// The ranges of the counted blocks.
fn blocks(document: &Document) -> impl Iterator<Item = Range<usize>> {
    let counted = document
        .blocks()
        .iter()
        .filter(|block| block.kind.is_counted());
    counted.map(|block| {
        let Span { start, end } = block.span;
        start..end
    })
}

/// The counted blocks in parts of about `size` bytes; larger blocks are cut at blanks.
fn parts(document: &Document, size: usize) -> Vec<Vec<Range<usize>>> {
    let bytes = document.text().as_bytes();
    let mut parts = Vec::new();
    let mut part = Vec::new();
    let mut filled = 0;
    for mut range in blocks(document) {
        while filled + range.len() > size {
            let wanted = range.start + size.saturating_sub(filled);
            let blank = bytes[wanted..range.end]
                .iter()
                .position(u8::is_ascii_whitespace);
            let cut = blank.map_or(range.end, |length| wanted + length);
            part.push(range.start..cut);
            parts.push(std::mem::take(&mut part));
            filled = 0;
            range.start = cut;
        }
        filled += range.len();
        part.push(range);
    }
    parts.push(part);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::format::plain;

    fn listed(tally: &Tally) -> Vec<(String, u32, u32)> {
        tally
            .iter()
            .map(|(word, row)| (word.to_owned(), row.count, row.first))
            .collect()
    }

    #[test]
    fn parts_hold_every_block_once_and_are_cut_at_blanks() {
        let text = format!(
            "{}\n\n{}\n\nEnd of it.",
            "one two ".repeat(50),
            "x".repeat(300)
        );
        let document = plain("d", text);
        for size in [1, 7, 100, 10_000] {
            let ranges: Vec<Range<usize>> = parts(&document, size).into_iter().flatten().collect();
            let cut: usize = ranges.iter().map(Range::len).sum();
            assert_eq!(
                cut,
                blocks(&document).map(|block| block.len()).sum::<usize>()
            );
            for range in &ranges {
                let behind = document.text().as_bytes().get(range.end);
                assert!(behind.is_none_or(u8::is_ascii_whitespace));
            }
        }
    }

    #[test]
    fn threads_make_no_difference() {
        let words: Vec<String> = (0..300_000_u64)
            .map(|i| format!("w{}", i * i * 7919 % 5_003))
            .collect();
        for joiner in [" ", ".\n\n"] {
            let document = plain("d", words.join(joiner));
            let counted = |threads| {
                let pool = rayon::ThreadPoolBuilder::new()
                    .num_threads(threads)
                    .build()
                    .unwrap();
                listed(&pool.install(|| Tally::of(&document)))
            };
            assert_eq!(counted(1), counted(3));
            assert_eq!(counted(1).len(), counted(2).len());
        }
    }

    #[test]
    fn words_are_counted_as_written() {
        let tally = Tally::of(&plain(
            "d",
            "The barrier, the barriers. The well-known C++.",
        ));
        assert_eq!(tally.tokens, 7);
        assert_eq!(listed(&tally)[0], ("The".to_owned(), 2, 0));
        assert_eq!(listed(&tally)[2], ("the".to_owned(), 1, 13));
    }
}
