//! What stands before and behind a place in a text.

use unicode_segmentation::UnicodeSegmentation;

use crate::document::Span;
use crate::text::{folded, tokens};

/// So many words before or behind a match decide its place in a sorted list.
const WORDS: usize = 3;
/// These words are looked for in so many bytes.
const REACH: usize = 240;
/// Characters are made of no more bytes than this, where they are counted.
const LONGEST_CHARACTER: usize = 32;

/// The text with every run of white space as one space, also at the ends.
pub(super) fn spaced(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len());
    let mut is_blank = false;
    for c in text.chars() {
        if !c.is_whitespace() {
            spaced.push(c);
        } else if !is_blank {
            spaced.push(' ');
        }
        is_blank = c.is_whitespace();
    }
    spaced
}

/// Where the last `width` characters of `text[..end]` begin that stand behind `start`. A run of white space is
/// one character.
pub(super) fn start_of_left(text: &str, start: usize, end: usize, width: usize) -> usize {
    let start = text.ceil_char_boundary(start.max(end.saturating_sub(reach(width))));
    let characters = text[start..end].grapheme_indices(true).rev();
    let mut first = end;
    for (place, character) in limited(characters, width) {
        first = first
            .min(start + place)
            .min(start + place + character.len());
    }
    first
}

/// Where the first `width` characters of `text[start..]` end that stand before `end`.
pub(super) fn end_of_right(text: &str, start: usize, end: usize, width: usize) -> usize {
    let end = text.floor_char_boundary(end.min(start.saturating_add(reach(width))));
    let characters = text[start..end].grapheme_indices(true);
    let last = limited(characters, width).last();
    last.map_or(start, |(place, character)| start + place + character.len())
}

fn reach(width: usize) -> usize {
    width.saturating_mul(LONGEST_CHARACTER)
}

/// The first `width` of some characters, with white space that follows white space for nothing.
fn limited<'t>(
    characters: impl Iterator<Item = (usize, &'t str)>,
    width: usize,
) -> impl Iterator<Item = (usize, &'t str)> {
    let (mut left, mut is_blank) = (width, false);
    characters.take_while(move |(_, character)| {
        let is_next_blank = character.chars().all(char::is_whitespace);
        let is_free = is_blank && is_next_blank;
        is_blank = is_next_blank;
        if !is_free && left == 0 {
            return false;
        }
        left -= usize::from(!is_free);
        true
    })
}

/// The words before a match, the nearest first, as they are compared in a sorted list.
pub(super) fn words_before(text: &str, bounds: Span, end: usize) -> String {
    let near = text.ceil_char_boundary(bounds.start.max(end.saturating_sub(REACH)));
    let words: Vec<&str> = tokens(&text[near..end])
        .map(|token| token.surface)
        .collect();
    // The first one may be the rest of a word that is cut.
    let is_cut = near > bounds.start;
    let words = words.get(usize::from(is_cut)..).unwrap_or_default();
    key(words.iter().rev().copied())
}

/// The words behind a match, the nearest first, as they are compared in a sorted list.
pub(super) fn words_behind(text: &str, bounds: Span, start: usize) -> String {
    let near = text.floor_char_boundary(bounds.end.min(start + REACH));
    key(tokens(&text[start..near.max(start)]).map(|token| token.surface))
}

/// Words in small letters; a shorter list goes before longer ones that begin with it.
fn key<'t>(words: impl Iterator<Item = &'t str>) -> String {
    let words: Vec<_> = words.take(WORDS).map(folded).collect();
    words.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn width_counts_characters_and_runs_of_blanks_as_one() {
        let text = "one  two\n\tthree (gate) shut  at e\u{301}ight";
        let at = text.find("gate").unwrap();
        let left = |width| spaced(&text[start_of_left(text, 0, at, width)..at]);
        let right = |width| spaced(&text[at + 4..end_of_right(text, at + 4, text.len(), width)]);
        assert_eq!(
            [0, 1, 2, 7, 8, 12].map(left),
            ["", "(", " (", "three (", " three (", " two three ("]
        );
        assert_eq!(right(0), "");
        assert_eq!(right(7), ") shut ");
        assert_eq!(right(11), ") shut at e\u{301}");
        assert_eq!(left(usize::MAX), "one two three (");
        assert_eq!(right(99), ") shut at e\u{301}ight");
    }

    #[test]
    fn neighbours_are_listed_from_the_match_outward() {
        let text = "Now the Old, red gate shut at noon today.";
        let bounds = Span {
            start: 0,
            end: text.len(),
        };
        let at = text.find("gate").unwrap();
        assert_eq!(words_before(text, bounds, at), "red\nold\nthe");
        assert_eq!(words_behind(text, bounds, at + 4), "shut\nat\nnoon");
        assert_eq!(
            words_before(
                text,
                Span {
                    start: at,
                    ..bounds
                },
                at
            ),
            ""
        );
        let long = format!("{} gate", "x".repeat(400));
        let end = long.len() - 4;
        assert_eq!(words_before(&long, Span { start: 0, end }, end), "");
    }
}
