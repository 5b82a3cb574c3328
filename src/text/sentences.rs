//! Sentence boundaries inside one block of text.
//!
//! The candidates are the boundaries of UAX #29, found in linear time. Rules then
//! take back those that an abbreviation, an initial, an ordinal or a bracket makes, and add those that
//! Unicode leaves out: behind "…", at a stop that is set off by blanks, and where the blank behind a
//! stop was forgotten.

use std::borrow::Cow;
use std::ops::Range;

use super::LanguageKit;
use super::breaks::boundaries;
use crate::chars::{CLOSERS, is_unspaced};
use crate::document::Span;

/// Characters that may stand before the first word of a sentence.
const OPENERS: &[char] = &[
    '"', '\'', '“', '‘', '«', '»', '„', '(', '[', '{', '「', '『', '（', '‹', '¿', '¡', '–', '—',
    '-',
];
/// So far back, and ahead, a bracket is looked for that would keep a sentence together.
const BRACKET_REACH: usize = 300;
/// Words that end sentences are no longer than this, in bytes.
const LONGEST_WORD: usize = 80;
/// A sentence of more bytes than this is none: it is cut into pieces.
const LONGEST: usize = 3_000;
/// The length of these pieces, in bytes.
const PIECE: Range<usize> = 300..1_000;

/// The sentences of a block, as spans into it, without blanks at their ends.
///
/// A hard line break counts as a space. Text without any stop for 3,000 bytes is cut at line breaks,
/// clause marks or blanks. Every character that is not blank lies in exactly one sentence.
///
/// ```
/// use epitome::text::{Language, LanguageKit, TextOptions, split_sentences};
/// let kit = LanguageKit::new(Language::english(), &TextOptions::default());
/// let text = "The meeting lasted approx. 2.5 hours. Prof. Lee left\nat 5 p.m. It rained.";
/// let sentences: Vec<_> = split_sentences(text, &kit).iter().map(|s| s.of(text)).collect();
/// assert_eq!(sentences, [
///     "The meeting lasted approx. 2.5 hours.",
///     "Prof. Lee left\nat 5 p.m.",
///     "It rained.",
/// ]);
/// ```
pub fn split_sentences(text: &str, kit: &LanguageKit) -> Vec<Span> {
    let unwrapped = unwrapped(text);
    let closing = closing_mark(text);
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut segment_start = 0;
    // Straight quotation marks before the segment: an even number, and the next one opens.
    let mut marks = 0;
    let mut has_word = false;
    let mut ends = Vec::new();
    boundaries(&unwrapped, &mut ends);
    for end in ends {
        for cut in missing_boundaries(&unwrapped, segment_start..end, closing, kit) {
            push(text, start, cut, &mut sentences);
            (start, has_word) = (cut, false);
        }
        let segment = &unwrapped[segment_start..end];
        // Without a blank between, Unicode leaves an opening mark with the sentence before it.
        let tail = if end < text.len() {
            opening_tail(segment, marks)
        } else {
            0
        };
        marks += memchr::memchr_iter(b'"', &segment.as_bytes()[..segment.len() - tail]).count();
        let end = end - tail;
        let new = segment_start.max(start)..end.max(start);
        has_word |= unwrapped[new].contains(char::is_alphanumeric);
        segment_start = end;
        let is_end = || {
            let (before, after) = (&unwrapped[start..end], &unwrapped[end..]);
            end == text.len() || (has_word && is_boundary(before, after, closing, kit))
        };
        if end > start && is_end() {
            push(text, start, end, &mut sentences);
            (start, has_word) = (end, false);
        }
    }
    sentences
}

/// The text with line breaks as spaces, byte for byte in the same places.
fn unwrapped(text: &str) -> Cow<'_, str> {
    // Next line, line separator, paragraph separator.
    const RARE: [&str; 3] = ["\u{85}", "\u{2028}", "\u{2029}"];
    let bytes = text.as_bytes();
    let has_rare = !text.is_ascii()
        && RARE
            .iter()
            .any(|mark| memchr::memmem::find(bytes, mark.as_bytes()).is_some());
    if !has_rare && memchr::memchr2(b'\n', b'\r', bytes).is_none() {
        return Cow::Borrowed(text);
    }
    let blank = |&byte: &u8| {
        if matches!(byte, b'\n' | b'\r') {
            b' '
        } else {
            byte
        }
    };
    let mut flat = String::from_utf8(bytes.iter().map(blank).collect())
        .expect("one ASCII character in place of another");
    if has_rare {
        for mark in RARE {
            flat = flat.replace(mark, &" ".repeat(mark.len()));
        }
    }
    Cow::Owned(flat)
}

/// The length of the opening marks that a segment ends with, right behind a stop: `！“`. Whether a
/// straight mark opens shows in how many stand before the segment.
fn opening_tail(segment: &str, marks_before: usize) -> usize {
    const OPENING: &[char] = &['“', '‘', '「', '『', '（', '(', '《', '【'];
    const STOPS: &[char] = &['。', '！', '？', '.', '!', '?', '…', '”', '」', '』'];
    if matches!(segment.as_bytes(), [.., b'\t'..=b'~'] if !segment.ends_with(['(', '"'])) {
        return 0;
    }
    let body = segment.trim_end_matches(OPENING);
    if body.len() < segment.len() {
        return if body.ends_with(STOPS) {
            segment.len() - body.len()
        } else {
            0
        };
    }
    let is_straight = segment
        .strip_suffix('"')
        .is_some_and(|body| body.ends_with(STOPS));
    let marks = || marks_before + memchr::memchr_iter(b'"', segment.as_bytes()).count() - 1;
    usize::from(is_straight && marks().is_multiple_of(2))
}

/// Appends the sentence `start..end`; one without any letter or digit belongs to the one before.
fn push(text: &str, start: usize, end: usize, sentences: &mut Vec<Span>) {
    let raw = &text[start..end];
    let trimmed = raw.trim();
    if trimmed.is_empty() {
        return;
    }
    let start = start + (raw.len() - raw.trim_start().len());
    let span = Span {
        start,
        end: start + trimmed.len(),
    };
    match sentences.last_mut() {
        Some(last) if !trimmed.contains(char::is_alphanumeric) => last.end = span.end,
        _ if span.end - span.start > LONGEST => cut(text, span, sentences),
        _ => sentences.push(span),
    }
}

/// Cuts an endless sentence into pieces at the best place that each has.
fn cut(text: &str, span: Span, sentences: &mut Vec<Span>) {
    let mut start = span.start;
    while span.end - start > PIECE.end {
        let window_start = text.ceil_char_boundary(start + PIECE.start);
        let window_end = text.floor_char_boundary(start + PIECE.end);
        let window = &text[window_start..window_end];
        let clause = |marks: &[char]| {
            window.char_indices().rev().find_map(|(i, c)| {
                let behind = i + c.len_utf8();
                let is_end =
                    is_fullwidth_mark(c) || window[behind..].starts_with(char::is_whitespace);
                (marks.contains(&c) && is_end).then_some(behind)
            })
        };
        let place = window
            .rfind('\n')
            .or_else(|| clause(&[';', ':', '；', '：']))
            .or_else(|| clause(&[',', '，', '、']))
            .or_else(|| window.rfind(char::is_whitespace))
            .unwrap_or(window.len());
        let end = window_start + place;
        let piece = text[start..end].trim_end();
        sentences.push(Span {
            start,
            end: start + piece.len(),
        });
        start = end + (text[end..].len() - text[end..].trim_start().len());
    }
    sentences.push(Span {
        start,
        end: span.end,
    });
}

fn is_fullwidth_mark(c: char) -> bool {
    matches!(c, '；' | '：' | '，' | '、')
}

/// Boundaries inside a segment of UAX #29, as offsets into the text, that readers see and Unicode does
/// not.
fn missing_boundaries(
    text: &str,
    range: Range<usize>,
    closing: Option<char>,
    kit: &LanguageKit,
) -> Vec<usize> {
    let segment = &text[range.clone()];
    let bytes = segment.as_bytes();
    let mut cuts = Vec::from_iter(quotation_end(segment, closing));
    for stop in memchr::memchr_iter(b'.', bytes) {
        let behind = &segment[stop + 1..];
        let set_off = stop > 0 && bytes[stop - 1] == b' ' && behind.starts_with(' ');
        let after_blanks = behind.trim_start();
        if set_off
            && after_blanks.starts_with(char::is_alphanumeric)
            && segment[..stop].contains(char::is_alphanumeric)
        {
            cuts.push(segment.len() - after_blanks.len());
        } else if lacks_blank(&segment[..stop], behind, kit) {
            cuts.push(stop + 1);
        }
    }
    let mut find = |mark: &str, is_end: fn(&str) -> bool, trimmed: &[char]| {
        for at in memchr::memmem::find_iter(bytes, mark) {
            let after = segment[at..].trim_start_matches(trimmed);
            let next = after.trim_start_matches(OPENERS).trim_start();
            if next.starts_with(char::is_uppercase) && is_end(&text[..range.start + at]) {
                cuts.push(segment.len() - after.len());
            }
        }
    };
    if memchr::memchr(b']', bytes).is_some() {
        find("] ", is_note_mark, &[']', ' ']);
    }
    // The first byte of "…", "—" and "–".
    if memchr::memchr(0xe2, bytes).is_some() {
        find("… ", |_| true, &['…', ' ']);
        // A dash that begins the words of another speaker.
        for dash in [" — ", " – "] {
            find(dash, crate::chars::ends_sentence, &[' ']);
        }
    }
    cuts.sort_unstable();
    cuts.retain(|&cut| 0 < cut && cut < segment.len());
    cuts.into_iter().map(|cut| range.start + cut).collect()
}

/// Whether a text, up to a closing bracket, ends with the mark of a note behind a stop: "left.[12".
fn is_note_mark(before: &str) -> bool {
    let number = before.trim_end_matches(|c: char| c.is_ascii_digit());
    let stop = number
        .strip_suffix('[')
        .filter(|_| number.len() < before.len());
    stop.is_some_and(|stop| stop.ends_with(['.', '!', '?']) || stop.ends_with(']'))
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

/// Where a sentence begins behind a closing quotation mark that the segment starts with:
/// "« Bonjour ! » Elle part."
fn quotation_end(segment: &str, closing: Option<char>) -> Option<usize> {
    let behind = segment.strip_prefix(closing?)?;
    let next = behind.trim_start();
    let is_start = next.len() < behind.len()
        && next
            .trim_start_matches(OPENERS)
            .starts_with(char::is_uppercase);
    is_start.then(|| segment.len() - next.len())
}

/// "It was good.The food came late", "dit l'AFP.Le Premier": a capital right behind a stop begins a
/// sentence where a word in small letters stands before it or a function word behind it, and nothing
/// looks like an address or a title.
fn lacks_blank(before: &str, behind: &str, kit: &LanguageKit) -> bool {
    let next = first_word(behind);
    let mut chars = next.chars();
    let is_capitalized = chars.next().is_some_and(char::is_uppercase)
        && chars.next().is_some_and(char::is_lowercase);
    if !is_capitalized || !behind[next.len()..].starts_with([' ', ',']) {
        return false;
    }
    let token = last_word(before, char::is_whitespace);
    let is_edge = |c| matches!(c, '\'' | '\u{2019}') || OPENERS.contains(&c) && c != '-';
    let word = last_word(token, is_edge);
    if token.contains(['.', '/', '@', '_', ':']) || word.chars().count() < 3 {
        return false;
    }
    let is_lowercase = word.chars().all(char::is_lowercase);
    let is_abbreviation = kit.is_title(word) || kit.is_numbered(word) || kit.is_abbreviation(word);
    !is_abbreviation && (is_lowercase || opens_sentence(next, kit))
}

/// Whether a sentence ends between `before`, which begins with it, and `after`.
fn is_boundary(before: &str, after: &str, closing: Option<char>, kit: &LanguageKit) -> bool {
    let sentence = before.trim_end();
    if closing.is_some_and(|mark| after.trim_start().starts_with(mark)) || sentence.ends_with('[') {
        return false;
    }
    let next = after.trim_start_matches(|c: char| c.is_whitespace() || OPENERS.contains(&c));
    let bare = sentence.trim_end_matches(CLOSERS);
    if in_bracket(sentence, after) || closes_inside(sentence) {
        return false;
    }
    // What goes on with a small letter goes on: "Why?" he asked. Yahoo! is. 「はい。」と
    let is_quoted_speech = bare.len() < sentence.len() && next.starts_with(is_hiragana);
    if next.starts_with(char::is_lowercase) || is_quoted_speech {
        return false;
    }
    // Inside a token, as in an address, nothing ends.
    let is_inside = bare.ends_with(['.', '!', '?']) && sentence.len() == before.len();
    let is_address = || last_word(bare, char::is_whitespace).contains("://");
    if is_inside
        && (bare.ends_with('.') || after.starts_with(|c: char| c.is_ascii_digit()) || is_address())
    {
        return after.starts_with(is_unspaced) || after.starts_with(OPENERS);
    }
    if after.starts_with(['/', '=', '&']) {
        return false;
    }
    match bare.strip_suffix('.') {
        Some(body) if !body.ends_with('.') => !is_abbreviated(body, next, kit),
        _ => true,
    }
}

/// Whether the period behind `body` marks an abbreviation, an initial or a number, and the sentence
/// goes on with `next`.
fn is_abbreviated(body: &str, next: &str, kit: &LanguageKit) -> bool {
    let is_edge = |c: char| c.is_whitespace() || OPENERS.contains(&c) && c != '-' || c == '/';
    let word = last_word(body, is_edge);
    if word.is_empty() {
        return false;
    }
    let is_enumerator = body.trim_start().len() == word.len() && is_enumerator(word);
    // "z. B." is one abbreviation.
    let two_words = || {
        let head = body[..body.len() - word.len()].trim_end();
        let is_pair = word.len() <= 4 && head.ends_with('.');
        is_pair && kit.is_title(&format!("{}{word}", last_word(head, is_edge)))
    };
    if is_enumerator || is_title(word, kit) || two_words() {
        return true;
    }
    if is_unit(word, body) {
        return starts_with_number(next);
    }
    if kit.is_numbered(word) && starts_with_number(next) {
        return true;
    }
    if word.bytes().all(|b| b.is_ascii_digit()) {
        return kit.language.ordinal_period
            && word.len() <= 3
            && next.starts_with(char::is_alphabetic)
            && !opens_sentence(first_word(next), kit);
    }
    let is_regnal = kit.language.ordinal_period && word.len() > 1 && is_roman(word);
    let can_go_on = kit.is_abbreviation(word) || is_initials(word) || is_regnal;
    can_go_on && !opens_sentence(first_word(next), kit)
}

/// "1", "2.3", "iv", "B" as the whole of a would-be sentence.
fn is_enumerator(word: &str) -> bool {
    let is_number = word.len() <= 6 && word.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    let is_roman = word.len() <= 5 && word.bytes().all(|b| b"ivxIVX".contains(&b));
    is_number || is_roman || (word.chars().count() == 1 && word.starts_with(char::is_alphabetic))
}

/// What stands behind the last edge of a text, as far back as words reach.
fn last_word(text: &str, is_edge: impl Fn(char) -> bool) -> &str {
    let tail = &text[text.ceil_char_boundary(text.len().saturating_sub(LONGEST_WORD))..];
    // Most words stand behind a space, which is found sooner than other edges.
    let tail = memchr::memrchr(b' ', tail.as_bytes()).map_or(tail, |space| &tail[space + 1..]);
    tail.rsplit(is_edge).next().unwrap_or("")
}

/// Titles that stand before names in texts of any language, whatever the case.
fn is_title(word: &str, kit: &LanguageKit) -> bool {
    const EVERYWHERE: [&str; 7] = ["mr", "mrs", "ms", "dr", "prof", "mme", "mlle"];
    kit.is_title(word)
        || EVERYWHERE
            .iter()
            .any(|title| word.eq_ignore_ascii_case(title))
}

/// "24 h", "20 min": a unit behind a number, which ends a sentence as other words do.
fn is_unit(word: &str, body: &str) -> bool {
    const UNITS: [&str; 16] = [
        "h", "hr", "hrs", "min", "sec", "s", "m", "cm", "mm", "km", "g", "kg", "mg", "l", "ml",
        "hl",
    ];
    let before = body[..body.len() - word.len()].trim_end();
    UNITS.contains(&word) && before.ends_with(|c: char| c.is_ascii_digit() || c == '#')
}

fn starts_with_number(next: &str) -> bool {
    let word = first_word(next);
    word.contains(|c: char| c.is_ascii_digit()) || next.starts_with('#') || is_roman(word)
}

fn is_roman(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|b| b"IVXLC".contains(&b))
}

/// "J", "J.R.R", "U.S", "J.-P": single letters, parted by periods.
fn is_initials(word: &str) -> bool {
    word.split(['.', '-'])
        .filter(|part| !part.is_empty())
        .all(|part| part.chars().count() == 1 && part.starts_with(char::is_alphabetic))
        && (word.contains('.') || word.starts_with(char::is_uppercase) || word.chars().count() == 1)
}

/// Whether the word reads as the first one of a sentence: a function word with a capital.
fn opens_sentence(word: &str, kit: &LanguageKit) -> bool {
    let mut chars = word.chars();
    let capital = chars.next().is_some_and(char::is_uppercase);
    let is_word = chars.clone().next().is_some_and(char::is_lowercase)
        || (chars.as_str().is_empty() && matches!(word, "I" | "A" | "O"));
    // "B." behind "z." is an abbreviation's second half, "Vol." one of its own.
    capital && is_word && kit.is_function_word(&word.to_lowercase().replace('\u{2019}', "'"))
}

fn is_hiragana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{309f}')
}

fn first_word(text: &str) -> &str {
    let end = text
        .find(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '\u{2019}'))
        .unwrap_or(text.len());
    &text[..end]
}

/// The end of a sentence, as far back as brackets are looked for.
fn bracket_tail(sentence: &str) -> &str {
    &sentence[sentence.ceil_char_boundary(sentence.len().saturating_sub(BRACKET_REACH))..]
}

/// 他（真的？）走了: whether the sentence ends with a full-width bracket that it opened in its middle.
fn closes_inside(sentence: &str) -> bool {
    let tail = bracket_tail(sentence);
    let open = tail.rfind('（').filter(|_| tail.ends_with('）'));
    open.is_some_and(|open| {
        !tail[..open].trim().is_empty() && !crate::chars::ends_sentence(&tail[..open])
    })
}

/// Whether a round bracket that the sentence opened is closed soon behind the boundary.
fn in_bracket(sentence: &str, after: &str) -> bool {
    let tail = bracket_tail(sentence);
    // The first byte of a full-width bracket is 0xEF.
    if memchr::memrchr2(b'(', 0xef, tail.as_bytes()).is_none() {
        return false;
    }
    let is_open = tail
        .rfind(['(', '（'])
        .is_some_and(|open| !tail[open..].contains([')', '）']));
    let head = &after[..after.floor_char_boundary(BRACKET_REACH)];
    is_open
        && head
            .find([')', '）'])
            .is_some_and(|close| !head[..close].contains(['(', '（']))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::{Language, TextOptions};

    fn kit(code: &str) -> LanguageKit {
        LanguageKit::new(Language::by_code(code).unwrap(), &TextOptions::default())
    }

    /// Checks that a text, with `|` where sentences are to end, is split there.
    fn check(code: &str, marked: &str) {
        let text = marked.replace('|', "");
        let expected: Vec<&str> = marked.split('|').map(str::trim).collect();
        let spans = split_sentences(&text, &kit(code));
        let found: Vec<&str> = spans.iter().map(|span| span.of(&text)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn english() {
        for marked in [
            "The meeting lasted approx. 2.5 hours.| Prof. Lee spoke first.",
            "The U.S. economy grew.| It grew in the U.S. The rest of the world did not."
                .replace("S. The", "S.| The")
                .as_str(),
            "See p. 12 and Fig. 3.| On Jan. 5 it rained.| Vol. IV is lost.",
            "J. R. R. Tolkien wrote it.| So did George W. Bush.",
            "He said: \"Stop!\" and she stopped.| \"Why?\" he asked.| \"Because.\"| She left.",
            "It rained… Then it snowed.".replace("… ", "…| ").as_str(),
            "It works (see above. It really does.) in most cases.| Not in all.",
            "Okafor et al. (2021) found it.| Others, e.g. Smith, did not.",
            "Is it? \"No. Not yet,\" she said in 24 h. Values rose."
                .replace("? ", "?| ")
                .replace("\"No. ", "\"No.| ")
                .replace("h. V", "h.| V")
                .as_str(),
            "He died in 2019.\"The mission is over,\" said dr. Ames."
                .replace(".\"T", ".|\"T")
                .as_str(),
            "1. Open the box.| 2. Take it out.",
            "It was good.The food came late."
                .replace(".T", ".|T")
                .as_str(),
            "very accurate .| but slow .| I like it .",
            "Mr. and Mrs. Smith live at 12 Oak St. in Boston.| They moved at 5 p.m. on Friday.",
            "He works for Apple Inc. He likes it."
                .replace("c. He", "c.| He")
                .as_str(),
            "Is it 3.5 or 4?| Version 2.0.1 is out!| Yes.",
            "\"We won,\" he said. (They had not.) Then he left."
                .replace(". (", ".| (")
                .replace(") T", ")| T")
                .as_str(),
            "Read http://www.example.com/a.b?c=d first.| We use .NET and Node.js.",
            "She left.[1] He stayed.[2][3] They went."
                .replace("] H", "]| H")
                .replace("] T", "]| T")
                .as_str(),
            "Yahoo! is a company.| Is it?| Yes!",
            "Visit example.com. It is free."
                .replace("m. I", "m.| I")
                .as_str(),
        ] {
            check("en", marked);
        }
    }

    #[test]
    fn other_languages() {
        check(
            "de",
            "Am 3. Oktober kamen ca. 400 Leute, z. B. Dr. Anna Weiß.| Das war gut.",
        );
        check(
            "de",
            "Die Anlage kostete 1,4 Mio. Euro.| Im Jahr 1990.| Die Genossen zahlten.",
        );
        check(
            "fr",
            "M. Dupont est venu.| Il a vu Mme. Martin à 8 h.| « Bonjour ! » dit-il.| « Non ! »| Elle part.",
        );
        check(
            "de",
            "Er sagte: »Das ist gut.«| Dann ging er. »Warum?«, fragte sie."
                .replace(". »", ".| »")
                .as_str(),
        );
        check("pt", "O Sr. Silva chegou às 10 h.| A Dra. Ana não veio.");
        check(
            "zh",
            "他（真的吗？是的。）走了。|今天天气很好。|我们去公园！|“你来吗？”|他问。",
        );
        check(
            "ja",
            "吾輩は猫である。|名前はまだ無い。|彼は「そうだ。」と言った。",
        );
        check("es", "¿Es verdad? preguntó el hombre.| Sí.");
        check("fr", "— Est-ce vrai ? demanda-t-il.| — Non ! cria-t-elle.");
    }

    #[test]
    fn a_hard_line_break_is_a_space() {
        check(
            "en",
            "This is what Dr.\nSmith said on Jan.\n5 in Rome.| Nobody\nheard it.",
        );
    }

    #[test]
    fn endless_text_is_cut_at_lines_clauses_or_blanks() {
        for unit in ["word ", "one, two three ", "line\n", "漢字", "x"] {
            let text = unit.repeat(20_000 / unit.len());
            let spans = split_sentences(text.trim(), &kit("en"));
            assert!(spans.len() > 10, "{unit:?}");
            assert!(spans.iter().all(|span| span.end - span.start <= PIECE.end));
            if unit.contains(' ') {
                assert!(spans.iter().all(|span| !span.of(&text).ends_with("wor")));
            }
        }
    }

    #[test]
    fn a_long_gap_takes_linear_time() {
        let text = format!("One.{}Two.", " ".repeat(2_000_000));
        assert_eq!(split_sentences(&text, &kit("en")).len(), 2);
        for unit in [
            "(a. ",
            "a.b.c.",
            "end.Start.",
            "a.b,1.5:",
            "[1] ",
            ". ",
            "! ",
            "。）",
            "? \" ",
            " — ",
            "\"! ",
        ] {
            let text = format!("a（{}b", unit.repeat(400_000 / unit.len()));
            split_sentences(&text, &kit("en"));
        }
    }

    proptest! {
        #[test]
        fn sentences_cover_every_character_once(text in "(\\PC|[ \n.!?(){}\"”…]|Dr\\.|e\\.g\\. |A|b|3){0,120}") {
            let spans = split_sentences(&text, &kit("en"));
            let mut covered = 0;
            for span in &spans {
                prop_assert!(text[covered..span.start].trim().is_empty());
                prop_assert!(span.start < span.end);
                prop_assert_eq!(span.of(&text).trim(), span.of(&text));
                covered = span.end;
            }
            prop_assert!(text[covered..].trim().is_empty());
        }

        #[test]
        fn wrapping_changes_no_sentence(words in prop::collection::vec("[A-Za-z]{1,8}[.!?,]?", 1..60), width in 20_usize..80) {
            let flat = words.join(" ");
            let mut wrapped = String::new();
            let mut column = 0;
            for word in &words {
                if column > 0 {
                    let fits = column + 1 + word.len() <= width;
                    wrapped.push(if fits { ' ' } else { '\n' });
                    column = if fits { column + 1 } else { 0 };
                }
                wrapped.push_str(word);
                column += word.len();
            }
            prop_assert_eq!(split_sentences(&flat, &kit("en")), split_sentences(&wrapped, &kit("en")));
        }
    }
}
