//! Boundaries that readers see and Unicode does not: before a digit or a small letter that begins a
//! sentence, behind "…" and the marks of notes, where a stop is set off by blanks, and where the blank
//! behind a stop was forgotten.

use std::ops::Range;

use super::abbreviations::{
    first_word, is_abbreviated, is_abbreviated_apart, is_abbreviated_in_small, is_listed,
    last_word, opens_sentence,
};
use super::style::Style;
use super::{LONGEST_WORD, OPENERS, is_opener_or_blank};
use crate::chars::{CLOSERS, ends_sentence};
use crate::text::LanguageKit;
use crate::text::fragments::{begins_as_caption, is_year};

/// The digits of notes.
pub(super) const RAISED_DIGITS: [char; 10] = ['¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹', '⁰'];
/// The numbers of notes behind a stop are no longer than this, in bytes: "12,13–15".
const LONGEST_NOTE: usize = 12;
/// What may stand before the number of a note, and in the place of a note.
const NOTES: [&str; 3] = ["Footnote ", "Note ", "note "];
const CITATION_NEEDED: &str = "citation needed";
/// "(iii)" is the longest letter of a part, without its brackets, and asides of transcripts are no longer.
const LONGEST_PART: usize = 4;
const LONGEST_ASIDE: usize = 30;
/// A sentence that touches a caption has so many words at least: "data.table 1.2" is a name.
const FEWEST_WORDS: usize = 5;

/// Boundaries inside the segment `range` of UAX #29, as offsets into the text; the sentence that is
/// going on began at `start`.
pub(super) fn missing_boundaries(
    text: &str,
    range: Range<usize>,
    start: usize,
    style: &Style,
) -> Vec<usize> {
    let segment = &text[range.clone()];
    let bytes = segment.as_bytes();
    let mut cuts = Vec::from_iter(quotation_end(segment, style.closing));
    let sentence_start = start;
    let mut start = start;
    for stop in memchr::memchr_iter(b'.', bytes) {
        let at = range.start + stop;
        let cut = period_end(
            &text[start.max(range.start)..at],
            &text[start..at],
            &segment[stop + 1..],
            style,
        );
        // The number of the caption may stand behind the segment.
        let touches = || touches_caption(&text[start..at], &text[at + 1..], style.kit);
        if let Some(length) = cut.or_else(|| touches().then_some(0)) {
            cuts.push(stop + 1 + length);
            start = at + 1 + length;
        }
    }
    if style.lacks_breaks {
        cuts.extend(headings_ends(segment, style.kit));
    }
    let mut find = |mark: &str, is_end: &dyn Fn(&str) -> bool, trimmed: &[char]| {
        let mut seen = 0;
        for at in memchr::memmem::find_iter(bytes, mark) {
            // In a run of marks, the first one has told it.
            if at < seen {
                continue;
            }
            let after = segment[at..].trim_start_matches(trimmed);
            seen = segment.len() - after.len();
            let next = after.trim_start_matches(OPENERS).trim_start();
            if next.starts_with(char::is_uppercase) && is_end(&text[..range.start + at]) {
                cuts.push(segment.len() - after.len());
            }
        }
    };
    if memchr::memchr(b']', bytes).is_some() {
        find("] ", &ends_with_note, &[']', ' ']);
        if memchr::memchr(0xe2, bytes).is_some() {
            find("]\u{200b} ", &ends_with_note, &[']', ' ', INVISIBLE]);
        }
    }
    // The first byte of "…", "—" and "–".
    if memchr::memchr(0xe2, bytes).is_some() {
        find(
            "… ",
            &|before| !is_one_word(&before[sentence_start..]),
            &['…', ' '],
        );
        // A dash that begins the words of another speaker.
        for dash in [" — ", " – "] {
            find(dash, &ends_sentence, &[' ']);
        }
    }
    for stop in own_stops(style.kit) {
        let behind = |at: usize| stop_end(segment, at + stop.len());
        cuts.extend(memchr::memmem::find_iter(bytes, stop).filter_map(behind));
    }
    cuts.sort_unstable();
    cuts.retain(|&cut| 0 < cut && cut < segment.len());
    cuts.into_iter().map(|cut| range.start + cut).collect()
}

/// Marks that end sentences in this language alone, before a blank and a capital: the question mark of
/// Greek, which looks like a semicolon, and a colon in place of the stop of Armenian.
fn own_stops(kit: &LanguageKit) -> &'static [&'static str] {
    match kit.language.code {
        "el" => &[";", "\u{37e}"],
        "hy" => &[":"],
        _ => &[],
    }
}

/// Where a sentence begins behind a stop that ends at `at`, and closing marks and blanks.
fn stop_end(segment: &str, at: usize) -> Option<usize> {
    let rest = segment[at..].trim_start_matches(CLOSERS);
    let next = rest.trim_start();
    let begins = next.trim_start_matches(is_opener_or_blank);
    (next.len() < rest.len() && begins.starts_with(char::is_uppercase))
        .then(|| segment.len() - next.len())
}

/// How far behind a period the next sentence begins, where Unicode sees no boundary. `before` is the
/// text up to the period from the beginning of the segment, `sentence` from that of the sentence.
fn period_end(before: &str, sentence: &str, behind: &str, style: &Style) -> Option<usize> {
    match *behind.as_bytes().first()? {
        b' ' => {
            let next = behind.trim_start();
            let is_end = if before.ends_with(' ') && next.starts_with(char::is_alphanumeric) {
                before.contains(char::is_alphanumeric)
                    && !is_abbreviated_apart(before, next, style.kit)
            } else {
                begins_unseen(sentence, next, style)
            };
            is_end.then(|| behind.len() - next.len())
        }
        b'0'..=b'9' => note_length(before, behind),
        b'"' | b'\'' | b')' | b']' | 0xc2 | 0xe2 => {
            let rest = behind.trim_start_matches(CLOSERS);
            let next = rest.trim_start();
            if next.len() < rest.len() {
                let is_end = begins_unseen(sentence, next, style);
                is_end.then(|| behind.len() - next.len())
            } else {
                let length = note_length(before, rest)?;
                Some(behind.len() - rest.len() + length)
            }
        }
        _ => lacks_blank(before, behind, style.kit).then_some(0),
    }
}

/// Where headings end that touch what stands below them: "A new gateIn the spring it was built."
fn headings_ends<'t>(segment: &'t str, kit: &'t LanguageKit) -> impl Iterator<Item = usize> + 't {
    let is_end = move |&at: &usize| {
        let (before, behind) = segment.split_at(at);
        let is_edge = |c: char| c.is_whitespace() || matches!(c, '\'' | '\u{2019}');
        let word = last_word(before.trim_end_matches(CLOSERS), is_edge);
        let is_word = || word.chars().nth(2).is_some() && word.chars().all(char::is_lowercase);
        // "- A new gate -In the spring"
        (before.ends_with(" -") || is_word())
            && behind[first_word(behind).len()..].starts_with(' ')
            && opens_sentence(behind, kit)
    };
    let capitals = segment.char_indices().filter(|(_, c)| c.is_uppercase());
    capitals.map(|(at, _)| at).filter(is_end)
}

/// "It was closed.Fig. 3 The gate": files of papers have figures in the middle of the text.
fn touches_caption(sentence: &str, behind: &str, kit: &LanguageKit) -> bool {
    behind.starts_with(char::is_alphabetic)
        && begins_as_caption(behind, kit)
        && sentence.split_whitespace().nth(FEWEST_WORDS - 1).is_some()
}

/// Whether `next`, behind a period and a blank, begins a sentence though it does so without a capital.
fn begins_unseen(sentence: &str, next: &str, style: &Style) -> bool {
    match *next.as_bytes() {
        // "12 men came.", "iPhones sell."
        [b'0'..=b'9', ..] if style.is_lowercase => !is_abbreviated_in_small(sentence, next, style),
        [b'0'..=b'9', ..] | [b'a'..=b'z', b'A'..=b'Z', ..] => {
            !is_abbreviated(sentence, next, style)
        }
        // "b) Repairs", "'s Avonds"
        [b'a'..=b'z', b')', b' ', b'A'..=b'Z', ..]
        | [b'\'', b'a'..=b'z', b' ', b'A'..=b'Z', ..] => true,
        [0xe2, 0x80, 0x99, b'a'..=b'z', b' ', b'A'..=b'Z', ..] => true,
        [b'(' | b'[' | b'{', ..] if begins_with_aside(next) => {
            !is_abbreviated(sentence, next, style)
        }
        // "2012. - The season"
        [b'-', b' ', ..] if style.can_begin(next.trim_start_matches(is_opener_or_blank)) => {
            !is_abbreviated(sentence, next, style)
        }
        _ => {
            (style.is_lowercase || begins_with_lone_mark(next)) && {
                let word = next.trim_start_matches(|c| {
                    c == '`' || is_opener_or_blank(c) || CLOSERS.contains(&c)
                });
                word.starts_with(char::is_alphanumeric)
                    && !is_abbreviated_in_small(sentence, word, style)
                    && !is_abbreviated_apart(sentence, next, style.kit)
            }
        }
    }
}

/// Small letters in brackets before a capital: "(b) Repairs", "[laughs] So", "{gap} We". In round brackets
/// only the letters that count parts.
fn begins_with_aside(next: &str) -> bool {
    let most = if next.starts_with('(') {
        LONGEST_PART
    } else {
        LONGEST_ASIDE
    };
    let head = &next[1..next.floor_char_boundary(most + 2)];
    let Some((inside, behind)) = head.split_once([')', ']', '}']) else {
        return false;
    };
    let is_inside = |c: char| c.is_lowercase() || c == ' ';
    let begins = next[1 + inside.len() + 1..].strip_prefix(' ');
    !behind.starts_with(char::is_alphanumeric)
        && !inside.is_empty()
        && inside.chars().all(is_inside)
        && begins.is_some_and(|begins| begins.starts_with(char::is_uppercase))
}

/// A quotation mark with blanks around: in such texts quotations begin with small letters.
fn begins_with_lone_mark(next: &str) -> bool {
    let behind = next.trim_start_matches(['"', '\'', '‘', '’', '“', '”', '`']);
    behind.len() < next.len() && behind.starts_with(' ')
}

/// The length of the number of a note, with the blank behind it, that was raised and is not: "implemented. 1 This
/// report". What stands behind it begins a sentence without doubt.
pub(super) fn number_of_note(before: &str, next: &str, kit: &LanguageKit) -> usize {
    let digits = next.bytes().take_while(u8::is_ascii_digit).count();
    let follows_word = || {
        let letters = before
            .chars()
            .rev()
            .take_while(|c| c.is_lowercase())
            .count();
        letters >= 3
    };
    let begins = |behind: &str| opens_sentence(behind, kit);
    match next
        .get(digits..)
        .and_then(|behind| behind.strip_prefix(' '))
    {
        Some(behind) if (1..=3).contains(&digits) && follows_word() && begins(behind) => digits + 1,
        _ => 0,
    }
}

/// The length of the number of a note behind a stop and of the blanks behind it: "Prague.3 A second",
/// "mice.¹² They".
pub(super) fn note_length(before: &str, behind: &str) -> Option<usize> {
    let is_digit = |c: char| c.is_ascii_digit() || RAISED_DIGITS.contains(&c);
    let rest = behind.trim_start_matches(|c| is_digit(c) || matches!(c, ',' | '-' | '–'));
    let next = rest.trim_start();
    let length = behind.len() - rest.len();
    let is_note = behind.starts_with(is_digit)
        && (1..=LONGEST_NOTE).contains(&length)
        && next.len() < rest.len()
        && next
            .trim_start_matches(OPENERS)
            .starts_with(char::is_uppercase);
    let follows_word = || {
        let word = last_word(before.trim_end_matches(CLOSERS), char::is_whitespace);
        word.chars().rev().take_while(|c| c.is_lowercase()).count() >= 3
            && !word.contains(['.', '/', '@', '_', ':'])
    };
    (is_note && follows_word()).then(|| behind.len() - next.len())
}

/// Whether a text, up to a closing bracket, ends with the mark of a note behind a stop: "left.[12".
fn ends_with_note(before: &str) -> bool {
    let number = before.trim_end_matches(|c: char| c.is_ascii_digit());
    let name = NOTES.iter().find_map(|name| number.strip_suffix(name));
    let has_text = number.len() < before.len();
    let note = match name {
        Some(name) if has_text => Some(name),
        _ if has_text => Some(number),
        _ => before.strip_suffix(CITATION_NEEDED),
    };
    let stop = note.and_then(|note| note.strip_suffix('['));
    stop.is_some_and(|stop| {
        let stop = stop.strip_suffix(INVISIBLE).unwrap_or(stop);
        stop.ends_with(['.', '!', '?', ']'])
    })
}

/// Some pages put it behind each mark of a note.
const INVISIBLE: char = '\u{200b}';

/// The length of the marks of notes that a text begins with, if another sentence begins behind them, or
/// nothing: "[12] Others".
pub(super) fn leading_notes(after: &str) -> usize {
    let mut rest = after;
    while let Some(inner) = rest.strip_prefix('[') {
        let number = NOTES.iter().find_map(|name| inner.strip_prefix(name));
        let behind = number
            .unwrap_or(inner)
            .trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ',' | '-' | '–'));
        let behind = inner.strip_prefix(CITATION_NEEDED).unwrap_or(behind);
        // "Lee v. Berg Co. [1987] A.C. 241" names a year.
        if is_year(&inner[..inner.len() - behind.len()]) {
            return 0;
        }
        match behind.strip_prefix(']') {
            // Some put an invisible blank behind each.
            Some(next) if behind.len() < inner.len() => rest = next.trim_start_matches(INVISIBLE),
            _ => return 0,
        }
    }
    let next = rest.trim_start();
    let begins = next.is_empty() || next.len() < rest.len() && next.starts_with(char::is_uppercase);
    if begins { after.len() - next.len() } else { 0 }
}

/// "Well… I don't know": a word alone is a hesitation.
pub(super) fn is_one_word(sentence: &str) -> bool {
    sentence.len() <= LONGEST_WORD && sentence.split_whitespace().nth(1).is_none()
}

/// Where a sentence begins behind a closing quotation mark that the segment starts with:
/// "« Bonjour ! » Elle part."
fn quotation_end(segment: &str, closing: Option<char>) -> Option<usize> {
    let behind = segment.strip_prefix(closing?)?;
    let next = behind.trim_start();
    let is_start = next.len() < behind.len()
        && next
            .trim_start_matches(is_opener_or_blank)
            .starts_with(char::is_uppercase);
    is_start.then(|| segment.len() - next.len())
}

/// "It was good.The food came late", "dit l'AFP.Le Premier": a capital right behind a stop begins a
/// sentence, if nothing looks like an address, a name or a title.
pub(super) fn lacks_blank(before: &str, behind: &str, kit: &LanguageKit) -> bool {
    // "in Rome.- Later": what comes behind the dash begins without doubt.
    let behind = behind
        .strip_prefix("- ")
        .map_or(behind, |behind| behind.trim_start_matches(OPENERS));
    let next = first_word(behind);
    let mut chars = next.chars();
    if !chars.next().is_some_and(char::is_uppercase) {
        return false;
    }
    let second = chars.next();
    let is_capitalized = second.is_none_or(|c| c.is_lowercase() || matches!(c, '\'' | '\u{2019}'));
    if !is_capitalized || !behind[next.len()..].starts_with([' ', ',']) {
        return false;
    }
    let bare = before.trim_end_matches(CLOSERS);
    let token = last_word(bare, char::is_whitespace);
    let is_edge = |c| matches!(c, '\'' | '\u{2019}') || OPENERS.contains(&c) && c != '-';
    let word = last_word(token, is_edge);
    let letters = word.chars().count();
    if token.contains(['.', '/', '@', '_', ':']) || is_listed(word, kit) {
        return false;
    }
    let is_small = || letters >= 3 && word.chars().all(char::is_lowercase);
    // "Obama.Mardi" is no address: their parts are shorter.
    let is_long = || {
        letters >= 4 && next.chars().count() >= 4 && word.chars().skip(1).all(char::is_lowercase)
    };
    let opens = || {
        let is_number = letters > 0 && word.bytes().all(|b| b.is_ascii_digit());
        (letters >= 2 || is_number) && opens_sentence(behind, kit)
    };
    let is_closed = bare.len() < before.len() && letters > 0;
    second.is_some() && (is_closed || is_small() || is_long()) || opens()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Language, TextOptions};

    /// Checks that boundaries are missing where `|` stands.
    fn check(marked: &str) {
        let kit = LanguageKit::new(Language::english(), &TextOptions::default());
        let text = marked.replace('|', "");
        let found = missing_boundaries(&text, 0..text.len(), 0, &Style::of(&text, &kit));
        let mut shown = text.clone();
        for cut in found.into_iter().rev() {
            shown.insert(cut, '|');
        }
        assert_eq!(shown, marked);
    }

    #[test]
    fn sentences_begin_without_a_capital() {
        check("It is late. |12 men wait.");
        check("See No. 12 of it.");
        check("He waits. |iPhones ring.");
        check("The room is small. |b) Repairs are slow.");
        check("we left. |it was ok. |see mr. smith.");
        check("He said. |' it is. |' and left.");
        check("it wasn't. |it was the other gate.");
        check("They shall report. |(b) Contents are listed.");
        check("It is late. |[laughs] So we left. |{gap} Now.");
        check("It is late (a) and dear. See p. (b) Repairs.");
    }

    #[test]
    fn sentences_begin_behind_notes_and_without_a_blank() {
        check("It is in Prague.3 |A second copy is not.");
        check("It is 3.3 A strong.");
        check("He left.[2] |She stayed.");
        check("He left.[Footnote 2] |She stayed.[citation needed] |It rained.");
        check("it is in fig . [ gate ] . |he left .");
        check(
            "see fig . 2 of lee et al . 2012 . |dr . lee and mr . berg saw no one . |5 men left .",
        );
        check("It was good.|The food came late.");
        check("See Example.Com now.");
        check("We saw Obama.|Later he left.");
        check("The gate was closed again.|Fig. 3 Gate at noon");
        check("We use data.table 1.2 now.");
        check("It held.|They came.|A new gate|In the spring it was built.");
        check("It held.|They came.|Call getGate in it.");
        check("It held.|They came. Anna LinkedIn the gate.");
        check("It held.|They came.|It has \"a new gate\"|In the spring it was built.");
        check("It held.|They came.|They left.|- A new gate -|In the spring it was built.");
        check("It held.|They came.|He said \"In the spring\" to all.");
        check("A new gateIn the spring it was built.");
    }

    #[test]
    fn marks_of_notes_belong_to_the_sentence_before_them() {
        assert_eq!(leading_notes("[12] Others"), 5);
        assert_eq!(leading_notes("[1][2-4] Others"), 9);
        assert_eq!(leading_notes("[Footnote 3] See"), 13);
        assert_eq!(leading_notes("[citation needed] Others"), 18);
        assert_eq!(leading_notes("[12] has it"), 0);
        assert_eq!(leading_notes("[see map] Others"), 0);
    }
}
