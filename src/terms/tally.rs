//! How often each distinct word occurs, as written.

use std::ops::Range;

use rayon::prelude::*;

use super::{TermEntry, TermId, Vocabulary};
use crate::document::{Block, Document};
use crate::text::{LanguageKit, WordForms, WordSpan, tokens};

/// The distinct tokens of a text, as written, with their counts and first places.
///
/// Nothing is folded or stemmed while counting: that is done once a distinct word, behind.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// Tokens in all.
    pub tokens: u64,
    words: Vocabulary,
    rows: Vec<TallyRow>,
    /// The words in the order of first appearance.
    order: Vec<TermId>,
}

/// What is counted of a distinct word.
#[derive(Clone, Copy, Debug)]
pub struct TallyRow {
    /// Its occurrences.
    pub count: u32,
    /// Where it first stands: the offset of its first byte.
    pub first: u32,
}

/// A tally that is being made.
#[derive(Default)]
pub(super) struct Counter {
    tokens: u64,
    words: Vocabulary,
    /// Where each word first stands.
    firsts: Vec<u32>,
    spans: Vec<WordSpan>,
}

/// So many tokens are found before they are looked up.
const SPANS: usize = 256;

/// In a text of a page a new word comes with so many bytes.
const BYTES_A_WORD: usize = 16;
/// The most words that room is made for before they come.
const ROOM: usize = 1 << 12;

/// Of more distinct words, the terms are found on several threads.
const MANY: usize = 4_096;

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
            let mut counter = Counter::with_room(text.len() / BYTES_A_WORD);
            counter.count_document(document, 0);
            return counter.finish();
        }
        let count = |part: Vec<Range<usize>>| {
            let mut counter = Counter::default();
            part.into_iter()
                .for_each(|range| counter.count(text, range, 0));
            counter
        };
        let parts = parts(document, text.len() / (2 * threads));
        Self::merged(parts.into_par_iter().map(count).collect())
    }

    /// Counts the tokens of the counted blocks in one language of a document that has several.
    pub fn of_language(document: &Document, kit: &LanguageKit) -> Self {
        let code = kit.language.code;
        let has_guest = document
            .other_languages()
            .iter()
            .any(|&(_, other)| other == code);
        let wanted = has_guest.then_some(code);
        let mut counter = Counter::default();
        for (index, block) in document.blocks().iter().enumerate() {
            if block.kind.is_counted() && document.language_of(index) == wanted {
                counter.count(document.text(), block.span.start..block.span.end, 0);
            }
        }
        counter.finish()
    }

    /// Puts together what several counters have counted of one text, in the order of the text.
    pub(super) fn merged(counters: Vec<Counter>) -> Self {
        let mut tallies: Vec<Self> = counters.into_iter().map(Counter::finish).collect();
        // Most is saved by adding to the one with the most words.
        let largest = (0..tallies.len()).max_by_key(|&place| tallies[place].rows.len());
        let Some(mut whole) = largest.map(|place| tallies.swap_remove(place)) else {
            return Self::default();
        };
        for tally in &tallies {
            whole.add(tally);
        }
        if !tallies.is_empty() {
            whole
                .order
                .sort_unstable_by_key(|&id| whole.rows[id as usize].first);
        }
        whole
    }

    /// Adds the counts of another part of the text; the order of the words is lost.
    fn add(&mut self, other: &Self) {
        self.tokens += other.tokens;
        for (word, row) in other.iter() {
            let id = self.words.intern(word);
            match self.rows.get_mut(id as usize) {
                Some(known) => {
                    known.count += row.count;
                    known.first = known.first.min(row.first);
                }
                None => {
                    self.rows.push(row);
                    self.order.push(id);
                }
            }
        }
    }

    /// The distinct words, each with its row, in the order of first appearance.
    pub fn iter(&self) -> impl Iterator<Item = (&str, TallyRow)> {
        let word = |&id: &TermId| (self.words.get(id), self.rows[id as usize]);
        self.order.iter().map(word)
    }

    /// The term of each distinct word that can be a keyword, and the vocabulary of these terms.
    ///
    /// Those of many words are found on the threads of the current `rayon` pool; they are numbered as they
    /// first appear all the same.
    pub fn keyword_terms(&self, kit: &LanguageKit) -> (Vec<Option<TermId>>, Vocabulary) {
        let all = self.rows.len();
        let size = match all {
            ..MANY => all,
            _ => all.div_ceil(rayon::current_num_threads()),
        };
        let part = |first: usize| {
            let mut terms = Vocabulary::with_room((size / 2).min(ROOM));
            let mut forms = match all {
                ..MANY => WordForms::new(kit),
                _ => WordForms::of_large(kit),
            };
            let term = |&id: &TermId| {
                let form = forms.get(self.words.get(id));
                TermEntry::of(form, &mut terms).keyword_term()
            };
            let ids = &self.order[first..all.min(first + size)];
            let of_words: Vec<Option<TermId>> = ids.iter().map(term).collect();
            (of_words, terms)
        };
        if size == all {
            return part(0);
        }
        let firsts: Vec<usize> = (0..all).step_by(size).collect();
        let parts: Vec<_> = firsts.into_par_iter().map(part).collect();
        let (mut of_all, mut terms) = (Vec::with_capacity(all), Vocabulary::default());
        for (of_words, own) in parts {
            let numbers = terms.intern_all(&own);
            of_all.extend(
                of_words
                    .into_iter()
                    .map(|term| Some(numbers[term? as usize])),
            );
        }
        (of_all, terms)
    }
}

impl Counter {
    /// A counter with room for so many distinct words, but for no more than [`ROOM`].
    fn with_room(words: usize) -> Self {
        Self {
            words: Vocabulary::with_room(words.min(ROOM)),
            ..Self::default()
        }
    }

    /// Counts the tokens of all counted blocks of a document, which starts at `offset` in its file.
    pub(super) fn count_document(&mut self, document: &Document, offset: usize) {
        for range in ranges(document) {
            self.count(document.text(), range, offset);
        }
    }

    /// Where each distinct word first stands, in the order in which they were met.
    pub(super) fn firsts(&self) -> &[u32] {
        &self.firsts
    }

    fn count(&mut self, text: &str, range: Range<usize>, offset: usize) {
        let Self {
            words,
            firsts,
            spans,
            ..
        } = self;
        let part = &text[range.clone()];
        let mut tokens = tokens(part);
        let mut is_more = true;
        while is_more {
            spans.clear();
            is_more = tokens.fill(spans, SPANS);
            for &(start, end) in &*spans {
                if words.count_part(part, start, end) {
                    firsts.push((offset + range.start + start) as u32);
                }
            }
            self.tokens += spans.len() as u64;
        }
    }

    fn finish(self) -> Tally {
        let row = |(count, first)| TallyRow { count, first };
        let uses = self.words.uses().into_iter();
        Tally {
            tokens: self.tokens,
            rows: uses.zip(self.firsts).map(row).collect(),
            order: (0..self.words.len() as TermId).collect(),
            words: self.words,
        }
    }
}

/// The counted text in ranges as long as they may be: blocks that only white space parts are counted
/// as one.
pub(crate) fn ranges(document: &Document) -> Vec<Range<usize>> {
    let bytes = document.text().as_bytes();
    let mut ranges: Vec<Range<usize>> = Vec::new();
    let blocks = document.blocks().iter();
    for Block { span, .. } in blocks.filter(|block| block.kind.is_counted()) {
        let is_near = |last: &&mut Range<usize>| {
            bytes[last.end..span.start]
                .iter()
                .all(u8::is_ascii_whitespace)
        };
        match ranges.last_mut().filter(is_near) {
            Some(last) => last.end = span.end,
            None => ranges.push(span.start..span.end),
        }
    }
    ranges
}

/// The counted text in parts of about `size` bytes; longer ranges are cut at blanks.
fn parts(document: &Document, size: usize) -> Vec<Vec<Range<usize>>> {
    let bytes = document.text().as_bytes();
    let mut parts = Vec::new();
    let mut part = Vec::new();
    let mut filled = 0;
    for mut range in ranges(document) {
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
                super::ranges(&document)
                    .iter()
                    .map(Range::len)
                    .sum::<usize>()
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
