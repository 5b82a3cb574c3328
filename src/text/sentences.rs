//! Sentence boundaries inside one block of text.
//!
//! The candidates are the boundaries of UAX #29, found in linear time. Rules then take back those that
//! an abbreviation, an initial, an ordinal or a bracket makes, and add those that Unicode leaves out.

mod abbreviations;
mod missing;
mod phrases;
mod style;

use std::borrow::Cow;
use std::ops::Range;

use abbreviations::{is_abbreviated, last_word, names_company};
use missing::{
    RAISED_DIGITS, is_one_word, lacks_blank, leading_notes, missing_boundaries, note_length,
    number_of_note,
};
use style::Style;

use super::LanguageKit;
use super::breaks::boundaries;
use crate::chars::{CLOSERS, is_ideographic, is_southeast_asian, is_unspaced};
use crate::document::Span;

/// Characters that may stand before the first word of a sentence.
const OPENERS: &[char] = &[
    '"', '\'', '“', '‘', '«', '»', '„', '(', '[', '{', '「', '『', '（', '‹', '¿', '¡', '–', '—',
    '-',
];
/// So far back, and ahead, a bracket is looked for that would keep a sentence together.
const BRACKET_REACH: usize = 300;
/// A remark in brackets behind a sentence has so many bytes.
const SHORTEST_REMARK: usize = 6;
const LONGEST_REMARK: usize = 60;
/// Words that end sentences are no longer than this, in bytes.
const LONGEST_WORD: usize = 80;
/// A sentence of more bytes than this is none: it is cut into pieces.
const LONGEST: usize = 2_000;
/// The length of these pieces, in bytes.
const PIECE: Range<usize> = 150..400;
/// Speech that was written down by a machine has no marks at all: of so many bytes it is cut sooner, and
/// into smaller pieces.
const LONGEST_BARE: usize = 600;
const BARE_PIECE: Range<usize> = 80..200;

/// The sentences of a block, as spans into it, without blanks at their ends.
///
/// A hard line break counts as a space. Text without any stop for 2,000 bytes is cut at line breaks,
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
    let style = Style::of(&unwrapped, kit);
    let mut marks = Marks::of(&unwrapped);
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut segment_start = 0;
    let mut has_word = false;
    let mut ends = Vec::new();
    boundaries(&unwrapped, &mut ends);
    for end in ends {
        let segment = &unwrapped[segment_start..end];
        // Without a blank between, Unicode leaves an opening mark with the sentence before it.
        let tail = if end < text.len() {
            opening_tail(segment, || marks.double.is_open_at(segment_start))
        } else {
            0
        };
        for cut in missing_boundaries(&unwrapped, segment_start..end, start, &style) {
            let cut = cut + marks.closing_length(&unwrapped, cut);
            if cut > start {
                push(text, start, cut, kit, &mut sentences);
                (start, has_word) = (cut, false);
            }
        }
        let end = end - tail;
        let new = segment_start.max(start)..end.max(start);
        has_word |= unwrapped[new].contains(char::is_alphanumeric);
        segment_start = end;
        let end = end + marks.closing_length(&unwrapped, end) + notes_length(text, end, kit);
        let is_end = || {
            let (before, after) = (&unwrapped[start..end], &unwrapped[end..]);
            end == text.len() || (has_word && is_boundary(before, after, &style))
        };
        if end > start && is_end() {
            push(text, start, end, kit, &mut sentences);
            (start, has_word) = (end, false);
        }
    }
    sentences
}

/// The straight quotation marks of a text, which do not show whether they open or close.
struct Marks<'t> {
    double: Counter<'t>,
    /// Only those with blanks around: others may be apostrophes.
    single: Counter<'t>,
}

/// What straight marks of one kind have done as far as the text has been read.
struct Counter<'t> {
    text: &'t [u8],
    mark: u8,
    counted: usize,
    is_open: bool,
}

impl Counter<'_> {
    /// Whether a quotation is open at this place, which is never before the last one asked for. Marks
    /// open and close by turns, but behind a colon they open.
    fn is_open_at(&mut self, at: usize) -> bool {
        let (text, from) = (self.text, self.counted);
        for place in memchr::memchr_iter(self.mark, text.get(from..at).unwrap_or(&[])) {
            let place = from + place;
            let is_set_off =
                text[..place].last() == Some(&b' ') && text.get(place + 1) == Some(&b' ');
            if self.mark == b'"' || is_set_off {
                self.is_open = !self.is_open || text[..place].ends_with(b": ");
            }
        }
        self.counted = from.max(at);
        self.is_open
    }
}

impl<'t> Marks<'t> {
    fn of(text: &'t str) -> Self {
        let counter = |mark| Counter {
            text: text.as_bytes(),
            mark,
            counted: 0,
            is_open: false,
        };
        Self {
            double: counter(b'"'),
            single: counter(b'\''),
        }
    }

    /// The length of a closing mark, set off by blanks, that stands at this place behind a stop, with
    /// the blanks behind it.
    fn closing_length(&mut self, text: &str, at: usize) -> usize {
        let after = &text[at..];
        let mark = match after.as_bytes() {
            [b'"', b' ', ..] | [b'"'] if self.double.is_open_at(at) => 1,
            [b'\'', b' ', ..] | [b'\''] if self.single.is_open_at(at) => 1,
            [b'\'', b'\'', b' ', ..] | [b'\'', b'\''] => 2,
            // ” and ’
            [0xe2, 0x80, 0x9d | 0x99, b' ', ..] => 3,
            _ => return 0,
        };
        after.len() - after[mark..].trim_start().len()
    }
}

/// The length of the marks of notes that stand behind a stop on the same line: "known. [12] Others",
/// "known.¹² Others", "known.\\1 Others"; and of remarks in brackets: "known. (Laughter) Others".
fn notes_length(text: &str, end: usize, kit: &LanguageKit) -> usize {
    let (before, after) = text.split_at(end);
    if after.starts_with(|c: char| c.is_ascii_digit()) {
        let word = before.trim_end_matches(' ').strip_suffix('.');
        return word.map_or(0, |word| number_of_note(word, after, kit));
    }
    match after.as_bytes().first() {
        Some(b'[' | 0xc2..) => {}
        Some(b'(') => return remark_length(before, after),
        Some(b'\\') => return marked_number_length(after),
        _ => return 0,
    }
    if after.starts_with(RAISED_DIGITS) {
        let word = before.strip_suffix(['.', '!', '?']);
        return word.and_then(|word| note_length(word, after)).unwrap_or(0);
    }
    let blanks = || &before[before.trim_end().len()..];
    if !after.starts_with('[') || blanks().contains(['\n', '\r']) {
        return 0;
    }
    leading_notes(after)
}

/// The length of a remark in brackets, which are no sentence of their own, before another sentence:
/// "(Emphasis added) Others". "(1)" and "(see the map)" begin sentences.
fn remark_length(before: &str, after: &str) -> usize {
    let head = &after[..after.floor_char_boundary(LONGEST_REMARK)];
    let Some((remark, behind)) = head[1..].split_once(") ") else {
        return 0;
    };
    let is_remark = before.ends_with(' ')
        && remark.len() >= SHORTEST_REMARK
        && remark.starts_with(char::is_uppercase)
        && behind.starts_with(char::is_uppercase)
        && !remark.contains(['.', '!', '?', '(']);
    if is_remark { remark.len() + 3 } else { 0 }
}

/// "\\1 Others", "\\12\\ Others": how notes are marked where small raised numbers can't be.
fn marked_number_length(after: &str) -> usize {
    let bare = after[1..].trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = after.len() - 1 - bare.len();
    let next = bare.strip_prefix('\\').unwrap_or(bare);
    if (1..=3).contains(&digits) && next.starts_with(' ') {
        after.len() - next.len() + 1
    } else {
        0
    }
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
fn opening_tail(segment: &str, is_open_before: impl FnOnce() -> bool) -> usize {
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
    let is_opening = || {
        let marks = memchr::memchr_iter(b'"', segment.as_bytes()).count() - 1;
        (marks % 2 == 1) == is_open_before()
    };
    usize::from(is_straight && is_opening())
}

/// Appends the sentence `start..end`; one without any letter or digit belongs to the one before.
fn push(text: &str, start: usize, end: usize, kit: &LanguageKit, sentences: &mut Vec<Span>) {
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
        _ if phrases::is_mostly_thai(trimmed) => {
            for part in phrases::parts(trimmed) {
                push_whole(text, part.shifted(span.start), kit, sentences);
            }
        }
        _ => push_whole(text, span, kit, sentences),
    }
}

fn push_whole(text: &str, sentence: Span, kit: &LanguageKit, sentences: &mut Vec<Span>) {
    match sentence.end - sentence.start {
        LONGEST_BARE.. if is_bare(sentence.of(text)) => {
            cut(text, sentence, BARE_PIECE, kit, sentences);
        }
        length if length > LONGEST => cut(text, sentence, PIECE, kit, sentences),
        _ => sentences.push(sentence),
    }
}

/// Whether a text has no marks.
fn is_bare(text: &str) -> bool {
    let is_mark =
        |c: char| !c.is_alphanumeric() && !c.is_whitespace() && !matches!(c, '\'' | '’' | '-');
    !text.contains(is_mark)
}

/// Cuts an endless sentence into pieces at the best place that each has.
fn cut(text: &str, span: Span, piece: Range<usize>, kit: &LanguageKit, sentences: &mut Vec<Span>) {
    let mut start = span.start;
    while span.end - start > piece.end {
        let window_start = text.ceil_char_boundary(start + piece.start);
        let window_end = text.floor_char_boundary(start + piece.end);
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
            .or_else(|| joint(window, kit))
            .or_else(|| window.rfind(char::is_whitespace))
            .unwrap_or(window.len());
        let end = window_start + place;
        let cut = text[start..end].trim_end();
        sentences.push(Span {
            start,
            end: start + cut.len(),
        });
        start = end + (text[end..].len() - text[end..].trim_start().len());
    }
    sentences.push(Span {
        start,
        end: span.end,
    });
}

/// Where the last word stands that joins clauses: "… the water rose |so we closed …".
fn joint(window: &str, kit: &LanguageKit) -> Option<usize> {
    let blanks = memchr::memrchr_iter(b' ', window.as_bytes());
    let mut end = window.len();
    for blank in blanks {
        // The first word of the window and its last may be halves.
        if end < window.len() && kit.signs().joins(&window[blank + 1..end]) {
            return Some(blank);
        }
        end = blank;
    }
    None
}

fn is_fullwidth_mark(c: char) -> bool {
    matches!(c, '；' | '：' | '，' | '、')
}

/// Whether a sentence ends between `before`, which begins with it, and `after`.
fn is_boundary(before: &str, after: &str, style: &Style) -> bool {
    let sentence = before.trim_end();
    let closing = style.closing;
    if closing.is_some_and(|mark| after.trim_start().starts_with(mark)) || sentence.ends_with('[') {
        return false;
    }
    let next = after.trim_start_matches(is_opener_or_blank);
    let bare = sentence.trim_end_matches(CLOSERS).trim_end();
    if in_bracket(sentence, after) || closes_inside(sentence) {
        return false;
    }
    let is_quoted = bare.len() < sentence.len();
    if is_quoted && goes_on_with_speech(after) {
        return false;
    }
    // What goes on with a small letter goes on: "Why?" he asked. Yahoo! is.
    if next.starts_with(char::is_lowercase) && (is_quoted || !style.can_begin(next)) {
        return false;
    }
    // Inside a token, as in an address, nothing ends.
    let is_inside = bare.ends_with(['.', '!', '?']) && sentence.len() == before.len();
    let is_address = || last_word(bare, char::is_whitespace).contains("://");
    if is_inside
        && (bare.ends_with('.') || after.starts_with(|c: char| c.is_ascii_digit()) || is_address())
    {
        let lacks_blank = |body| lacks_blank(body, after, style.kit);
        let is_abbreviated = bare.trim_end_matches('.').ends_with(is_southeast_asian);
        return after.starts_with(is_unspaced) && !is_abbreviated
            || after.starts_with(OPENERS)
            || bare.strip_suffix('.').is_some_and(lacks_blank);
    }
    if after.starts_with(['/', '=', '&']) || bare.ends_with("...") && is_one_word(bare) {
        return false;
    }
    match bare.strip_suffix('.') {
        Some(body) if !body.ends_with('.') => !is_abbreviated(body, next, style),
        _ => !(bare.ends_with(['!', '?']) && names_company(next)),
    }
}

fn is_opener_or_blank(c: char) -> bool {
    c.is_whitespace() || OPENERS.contains(&c)
}

/// Whether somebody is said to have said what was quoted, in a script without blanks: 「はい。」と,
/// “好。”他说。
fn goes_on_with_speech(after: &str) -> bool {
    const SAYING: &[char] = &[
        '说', '說', '道', '问', '問', '喊', '叫', '答', '称', '稱', '示', '叹', '嘆', '笑',
    ];
    const NOT: &[char] = &['没', '沒', '不', '未'];
    /// "工程师微笑着对他说" is long enough.
    const LONGEST_SPEAKER: usize = 12;
    if after.starts_with(is_hiragana) {
        return true;
    }
    if !after.starts_with(is_ideographic) {
        return false;
    }
    let mut chars = after.char_indices().take(LONGEST_SPEAKER);
    let end = chars.find(|(_, c)| !is_ideographic(*c));
    end.is_some_and(|(end, c)| {
        let clause = &after[..end];
        matches!(c, '。' | '，') && clause.ends_with(SAYING) && !clause.contains(NOT)
    })
}

fn is_hiragana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{309f}')
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
            "It was closed. 1| The gate held.| 12 men came.| 3 of them left.",
            "See Pub. L. No. 115-91.| Not now.",
            "It was closed.\\1 |The gate held.\\12\\ |It was new.",
            "It was closed. (Emphasis added) |The gate held. |(2) It was new. |(It held.) |It rained.",
            "It was closed.[1]\u{200b}[2]\u{200b} |The gate held.",
            "See Lee v. Berg Co. [1987] A.C. 241, and reg. 12.| He left. |(1) It rained.",
            "It was good.The food came late."
                .replace(".T", ".|T")
                .as_str(),
            "very accurate .| but slow .| I like it .",
            "I agree with my hon. Friend.| He sat down.",
            "Mr. and Mrs. Smith live at 12 Oak St. in Boston.| They moved at 5 p.m. on Friday.",
            "They met then-U.S. Rep. Joe Lee and ex-Sen. Anna Berg.",
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
        check(
            "ru",
            "Барьер стоил 38 млн руб.| Порт закрыли в 3 ч. 40 мин. ночи.",
        );
        check("es", "Es obra de la ing. Ana Lee.| Costó mucho.");
        check("pt", "O Sr. Silva chegou às 10 h.| A Dra. Ana não veio.");
        check(
            "zh",
            "他（真的吗？是的。）走了。|今天天气很好。|我们去公园！|“你来吗？”他问。",
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
    fn speech_without_marks_is_cut_before_joints() {
        let text = "today we look at the gate of the new harbour and it is shut if water comes "
            .repeat(12);
        let spans = split_sentences(text.trim(), &kit("en"));
        assert!(spans.len() > 2, "{spans:?}");
        let begins_clause = |span: &Span| span.of(&text).starts_with(['a', 'i']);
        assert!(spans[1..].iter().all(begins_clause));
        let marked = text.replace("comes", "comes,");
        assert_eq!(split_sentences(marked.trim(), &kit("en")).len(), 1);
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
            "… ",
            "… A",
            "a . \" b ",
            ". ' a ",
            "a. 1 ",
            "a.1 A",
            ". [1]",
            "a.- ",
            "1. ",
            "' ",
        ] {
            for before in ["a（", "a", &"(".repeat(50_000), &"x".repeat(50_000)] {
                let text = format!("{before}{}b", unit.repeat(100_000 / unit.len()));
                split_sentences(&text, &kit("en"));
            }
        }
        let years = "5 г. А ".repeat(20_000);
        split_sentences(&format!("{}{years}", "x".repeat(50_000)), &kit("ru"));
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
