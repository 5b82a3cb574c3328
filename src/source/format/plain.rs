//! Plain text: paragraphs, headings and lists by their layout alone.
//!
//! A hard line break inside a paragraph is only a space, so lines are joined to paragraphs first.
//! Whether a break was made by a margin or on purpose shows in its place: a margin breaks a line
//! only when the next word no longer fits.

use std::ops::Range;

use rayon::prelude::*;

use super::extract::Extract;
use super::{Format, Read, never};
use crate::chars::{ends_sentence, is_unspaced};
use crate::document::{Block, BlockKind, Document, Lines, Origin, Span};
use crate::map::Map;
use crate::source::decode::Decoded;

pub(in crate::source) const FORMAT: Format = Format {
    name: "plain",
    about: "plain text: paragraphs by blank lines, hard-wrapped or not",
    extensions: &["txt", "text"],
    recognizes: never,
    read: Read::Text(parse),
};

/// Lines up to this long may have been broken by a margin with a ragged edge.
const WIDEST_MARGIN: usize = 120;
/// What a margin is taken to be where lines are few and short.
const USUAL_MARGIN: usize = 80;
/// Texts of more bytes are laid out on several threads.
const LARGE: usize = 1 << 17;
/// So many lines without a blank one between them are a text, and some may be wider than the margin.
const MANY_LINES: usize = 50;
/// So many blocks are worth a thread of their own.
const MANY: usize = 4_096;
/// So many bytes tell how wide the lines of a text are.
const SAMPLE: usize = 1 << 18;
/// A heading is no longer than this, in words and in characters.
const HEADING_WORDS: usize = 20;
const HEADING_CHARS: usize = 140;
/// "(123)" is the longest list marker, in bytes.
const LONGEST_MARKER: usize = 5;
/// A form feed: a page ends.
const PAGE_END: u8 = 0x0c;
/// A line that stands on so many pages is a running head.
const FEWEST_PAGES: usize = 3;
/// It has no more bytes.
const LONGEST_RUNNING_HEAD: usize = 200;
/// Bars part texts that were put on one line.
const BARS: &str = "|||||";
/// The name of who speaks stands in so many bytes at the beginning of a line, with the time.
const LONGEST_SPEAKER: usize = 80;
/// It has no more words.
const SPEAKER_WORDS: usize = 8;
/// So many lines begin with names that come back, and one of so many, where a text is a conversation.
const FEWEST_TURNS: usize = 4;
const LINES_OF_TURN: usize = 20;

pub(in crate::source) fn parse(path: &str, decoded: Decoded) -> Document {
    let layout = Layout::of(&decoded.text);
    let blocks = blocks(&decoded.text, layout);
    let mut document = document(path, decoded, blocks);
    document.is_spoken = layout.turns == Turns::Most;
    document
}

/// Writes text whose lines stand on these lines of the file, in blocks by its layout.
pub(super) fn write(text: String, lines: &[usize], extract: &mut Extract) {
    let decoded = Decoded {
        text,
        origin: Origin::Extracted,
    };
    let document = parse("", decoded);
    for block in document.blocks() {
        let first = document.line(block.span.start) - 1;
        let text = block.span.of(document.text());
        for (place, line) in text.split_inclusive('\n').enumerate() {
            extract.at_line(lines.get(first + place).copied().unwrap_or(1));
            extract.push(line);
        }
        extract.close(block.kind);
    }
}

fn document(path: &str, decoded: Decoded, blocks: Vec<Block>) -> Document {
    Document::new(
        path,
        None,
        decoded.text,
        blocks,
        decoded.origin,
        Lines::OfText,
    )
}

/// What the beginning of a text tells of the layout of all of it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Layout {
    /// The width that nine of ten lines keep to, but no more than [`USUAL_MARGIN`].
    margin: usize,
    /// How many lines begin with the names of those who speak: each of them begins a paragraph.
    turns: Turns,
}

/// How many lines of a text begin with the name of who speaks, where names come back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Turns {
    /// Few or none.
    #[default]
    None,
    /// So many that it is a conversation.
    Some,
    /// Half of the lines or more: it is nothing else.
    Most,
}

impl Layout {
    /// The layout of a text, or of one that begins with this.
    pub(in crate::source) fn of(text: &str) -> Self {
        let sample = &text[..text.floor_char_boundary(SAMPLE)];
        Self {
            margin: usual_width(sample),
            turns: turns(sample),
        }
    }

    /// A part of the text between blank lines, in blocks, none of which is told to be a heading.
    pub(in crate::source) fn part(self, decoded: Decoded) -> Document {
        let blocks = self.blocks_of_part(&decoded.text);
        document("", decoded, blocks)
    }

    /// The blocks of a text. A large one is cut at blank lines and laid out on the threads of the current
    /// `rayon` pool.
    fn blocks(self, text: &str) -> Vec<Block> {
        let threads = rayon::current_num_threads();
        if threads == 1 || text.len() < LARGE {
            return self.blocks_of_part(text);
        }
        let starts = part_starts(text, text.len() / (4 * threads));
        let ends = starts[1..].iter().copied().chain([text.len()]);
        let parts: Vec<(usize, usize)> = starts.iter().copied().zip(ends).collect();
        let blocks = |(start, end): (usize, usize)| -> Vec<Block> {
            let blocks = self.blocks_of_part(&text[start..end]).into_iter();
            let shifted = |block: Block| Block {
                span: block.span.shifted(start),
                ..block
            };
            blocks.map(shifted).collect()
        };
        parts
            .into_par_iter()
            .map(blocks)
            .collect::<Vec<_>>()
            .concat()
    }

    /// The blocks of a text, or of a part of one that blank lines set off.
    fn blocks_of_part(self, text: &str) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut stanza: Vec<Line> = Vec::new();
        let has_bars = memchr::memmem::find(text.as_bytes(), BARS.as_bytes()).is_some();
        let parts = lines(text).flat_map(|line| parts_of_line(line, has_bars));
        for line in parts {
            if line.text.is_empty() || (is_rule(line.text) && stanza.len() != 1) {
                self.split_stanza(&stanza, &mut blocks);
                stanza.clear();
            } else {
                stanza.push(line);
            }
        }
        self.split_stanza(&stanza, &mut blocks);
        blocks
    }

    /// Cuts lines that no blank line parts into blocks.
    fn split_stanza(self, stanza: &[Line], blocks: &mut Vec<Block>) {
        if let [title, rule] = stanza
            && is_rule(rule.text)
        {
            let level = if rule.text.starts_with('=') { 1 } else { 2 };
            blocks.push(block(BlockKind::Heading(level), title, title, 0));
            return;
        }
        let margin = match stanza {
            [] | [_] => self.margin,
            lines if lines.len() >= MANY_LINES => widest_but_few(lines).max(self.margin),
            lines => lines.iter().fold(self.margin, |widest, line| {
                line.width_or(widest).max(widest)
            }),
        };
        let begins_turn = |line: &Line| self.turns != Turns::None && speaker(line.text).is_some();
        let mut first = 0;
        for i in 0..stanza.len() {
            let goes_on = |next: &Line| {
                !begins_turn(next) && continues(&stanza[first], &stanza[i], next, margin)
            };
            if !stanza.get(i + 1).is_some_and(goes_on) {
                let marker = marker_length(stanza[first].text);
                let kind = match marker {
                    0 => BlockKind::Paragraph,
                    _ => BlockKind::ListItem,
                };
                blocks.push(block(kind, &stanza[first], &stanza[i], marker));
                first = i + 1;
            }
        }
    }
}

/// One line without its break, and what its layout says.
#[derive(Clone, Copy, Debug)]
struct Line<'t> {
    /// Offset of the first character that is not blank.
    start: usize,
    /// The line without blanks at its ends; empty for a blank line.
    text: &'t str,
    /// Blanks before the text.
    indent: usize,
}

impl Line<'_> {
    /// Characters from the margin to the end of the text.
    fn width(&self) -> usize {
        self.indent + self.text.chars().count()
    }

    /// The width, or `limit` where it is surely no more: bytes are told sooner than characters.
    fn width_or(&self, limit: usize) -> usize {
        let is_narrow = self.indent + self.text.len() <= limit;
        if is_narrow { limit } else { self.width() }
    }

    /// The width, but no more than `limit`; long lines need not be counted to their end.
    fn width_up_to(&self, limit: usize) -> usize {
        let is_longer = self.text.len() >= 4 * limit;
        if is_longer {
            limit
        } else {
            self.width().min(limit)
        }
    }
}

fn lines(text: &str) -> impl Iterator<Item = Line<'_>> {
    let ends = memchr::memchr_iter(b'\n', text.as_bytes()).map(|place| place + 1);
    let mut start = 0;
    ends.chain([text.len()]).filter_map(move |end| {
        let raw = &text[start..end];
        let line = (!raw.is_empty()).then(|| line(raw, start));
        start = end;
        line
    })
}

/// The line `raw` that starts at `start`.
fn line(raw: &str, start: usize) -> Line<'_> {
    let is_edge = |c: char| c.is_whitespace() || c == '\u{feff}';
    let body = match raw.as_bytes()[0] {
        b'!'..=b'~' => raw,
        _ => raw.trim_start_matches(is_edge),
    };
    let indent = raw.len() - body.len();
    let open = body.strip_suffix('\n').unwrap_or(body);
    let text = match open.as_bytes().last() {
        Some(b'!'..=b'~') => open,
        _ => open.trim_end(),
    };
    Line {
        start: start + indent,
        text,
        indent,
    }
}

/// The blocks of a plain text.
fn blocks(text: &str, layout: Layout) -> Vec<Block> {
    let mut blocks = layout.blocks(text);
    drop_running_heads(text, &mut blocks);
    find_headings(text, layout, &mut blocks);
    blocks
}

/// Leaves out the lines that stand on one page after the other next to where it ends, numbers aside.
fn drop_running_heads(text: &str, blocks: &mut Vec<Block>) {
    let bytes = text.as_bytes();
    if memchr::memchr(PAGE_END, bytes).is_none() {
        return;
    }
    let start = |i: usize| blocks.get(i).map_or(text.len(), |block| block.span.start);
    let mut before = 0;
    let mut edges: Vec<Option<String>> = Vec::with_capacity(blocks.len());
    let mut counts: Map<String, usize> = Map::default();
    for (i, block) in blocks.iter().enumerate() {
        let gaps = [
            before..block.span.start,
            block.span.end..start(i + 1).max(block.span.end),
        ];
        before = block.span.end;
        let line = block.span.of(text);
        let ends_page = |gap: Range<usize>| memchr::memchr(PAGE_END, &bytes[gap]).is_some();
        let is_outermost = i == 0 || i + 1 == blocks.len();
        let is_edge = line.len() <= LONGEST_RUNNING_HEAD
            && memchr::memchr(b'\n', line.as_bytes()).is_none()
            && (is_outermost || gaps.into_iter().any(ends_page));
        let pattern = is_edge.then(|| line.replace(|c: char| c.is_ascii_digit(), ""));
        if let Some(pattern) = &pattern {
            *counts.entry(pattern.clone()).or_default() += 1;
        }
        edges.push(pattern);
    }
    let recurs = |pattern: String| {
        counts
            .get(&pattern)
            .is_some_and(|&pages| pages >= FEWEST_PAGES)
    };
    let mut edges = edges.into_iter();
    blocks.retain(|_| !edges.next().flatten().is_some_and(recurs));
}

/// Where parts of about `size` bytes start, the first at 0 and all others behind blank lines.
fn part_starts(text: &str, size: usize) -> Vec<usize> {
    let bytes = text.as_bytes();
    let mut starts = vec![0];
    while let Some(from) = starts
        .last()
        .map(|start| start + size)
        .filter(|&from| from < bytes.len())
        && let Some(place) = memchr::memmem::find(&bytes[from..], b"\n\n")
        && from + place + 2 < bytes.len()
    {
        starts.push(from + place + 2);
    }
    starts
}

fn turns(text: &str) -> Turns {
    let mut all = 0;
    let filled = lines(text).filter(|line| !line.text.is_empty());
    let named = filled.inspect(|_| all += 1);
    let mut speakers: Vec<&str> = named.filter_map(|line| speaker(line.text)).collect();
    let turns = speakers.len();
    speakers.sort_unstable();
    speakers.dedup();
    let come_back = turns >= FEWEST_TURNS && speakers.len() * 2 <= turns;
    match turns {
        _ if !come_back || turns * LINES_OF_TURN < all => Turns::None,
        _ if turns * 2 < all => Turns::Some,
        _ => Turns::Most,
    }
}

/// The name of who speaks at the beginning of a line, behind the time: "Anna: …", "[14:05] <anna> …".
fn speaker(line: &str) -> Option<&str> {
    // Records of courts, and captions, which tell no names.
    let marks = ["Q. ", "A. ", ">> "];
    if let Some(mark) = marks.iter().find(|mark| line.starts_with(**mark)) {
        return Some(&line[..mark.len() - 1]);
    }
    let head = &line[..line.floor_char_boundary(LONGEST_SPEAKER)];
    memchr::memchr3(b':', b'>', 0xef, head.as_bytes())?;
    let is_time = |c: char| c.is_ascii_digit() || " [](),.:/-APM".contains(c);
    let bare = match head.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '[' | '(')) {
        true => {
            let bare = head.trim_start_matches(is_time);
            // The name may begin with letters that a time ends with.
            let time = head.len() - bare.len();
            &head[head[..time].rfind([' ', ']']).map_or(time, |end| end + 1)..]
        }
        false => head,
    };
    let (name, said) = match bare.strip_prefix('<') {
        Some(name) => name.split_once('>')?,
        None => bare.split_once([':', '：'])?,
    };
    let is_parted = bare.contains('：') || said.is_empty() || said.starts_with(char::is_whitespace);
    let is_name = name.split_whitespace().nth(SPEAKER_WORDS).is_none()
        && !name.contains(['"', '“', '!', '?', ';', '='])
        && name.contains(char::is_alphabetic);
    (is_parted && is_name).then_some(name)
}

/// The width that nine of ten lines of a text keep to, but no more than [`USUAL_MARGIN`].
fn usual_width(text: &str) -> usize {
    let mut histogram = [0_usize; USUAL_MARGIN + 1];
    for line in lines(text).filter(|line| !line.text.is_empty()) {
        histogram[line.width_up_to(USUAL_MARGIN)] += 1;
    }
    let lines: usize = histogram.iter().sum();
    let mut below = 0;
    histogram
        .iter()
        .position(|&count| {
            below += count;
            below * 10 >= lines * 9
        })
        .unwrap_or(USUAL_MARGIN)
}

/// The parts of a line between bars, with an empty one at each of these.
fn parts_of_line(line: Line<'_>, has_bars: bool) -> impl Iterator<Item = Line<'_>> {
    let mut rest = Some(line);
    let mut behind = None;
    std::iter::from_fn(move || {
        if let Some(bars) = behind.take() {
            return Some(bars);
        }
        let line = rest.take()?;
        let place = if has_bars { line.text.find(BARS) } else { None };
        let Some(place) = place else {
            return Some(line);
        };
        let after = line.text[place..].trim_start_matches(['|', ' ']);
        let part = |start: usize, text| Line {
            start: line.start + start,
            text,
            indent: 0,
        };
        behind = Some(part(place, ""));
        rest = Some(part(line.text.len() - after.len(), after));
        Some(part(0, line.text[..place].trim_end()))
    })
}

/// A line of nothing but rules: `-----`, `=====`, `* * *`.
fn is_rule(line: &str) -> bool {
    line.len() >= 3
        && line
            .chars()
            .all(|c| matches!(c, '-' | '=' | '*' | '_' | '~' | '#' | ' '))
}

/// The width that all lines but one of fifty keep to: a formula or a table may be wider than the margin.
fn widest_but_few(lines: &[Line]) -> usize {
    let mut widths: Vec<usize> = lines.iter().map(Line::width).collect();
    let place = (widths.len() - 1) * 49 / 50;
    *widths.select_nth_unstable(place).1
}

fn block(kind: BlockKind, first: &Line, last: &Line, marker: usize) -> Block {
    Block {
        kind,
        span: Span {
            start: first.start + marker,
            end: last.start + last.text.len(),
        },
    }
}

/// Whether `next` goes on with the paragraph that `first` began and `line` is in.
fn continues(first: &Line, line: &Line, next: &Line, margin: usize) -> bool {
    let was_full = is_full(line, next, margin);
    if marker_length(next.text) > 0 || next.text.starts_with(['–', '—']) {
        let in_list = marker_length(first.text) > 0;
        return was_full && !in_list && !ends_sentence(line.text) && !line.text.ends_with(':');
    }
    let indented = next.indent >= line.indent + 2 && marker_length(first.text) == 0;
    if indented {
        return false;
    }
    was_full || (next.text.starts_with(char::is_lowercase) && !ends_sentence(line.text))
}

/// Whether the first word of `next` would not have fitted on `line`.
fn is_full(line: &Line, next: &Line, margin: usize) -> bool {
    let word = match next.text.chars().next() {
        Some(c) if c.is_alphabetic() && is_unspaced(c) => 1,
        _ => first_word_width(next.text),
    };
    // A paragraph a line, most likely, where lines are long. Two of one length are still two.
    let is_long = margin > WIDEST_MARGIN;
    let ragged = if is_long { 0 } else { margin / 6 };
    let needed = margin.saturating_sub(1 + word + ragged);
    line.width_or(needed) > needed && !(is_long && ends_sentence(line.text))
}

/// The characters of a line before its first white space.
fn first_word_width(line: &str) -> usize {
    let bytes = line.as_bytes();
    match bytes.iter().position(|&byte| !matches!(byte, b'!'..=b'~')) {
        None => bytes.len(),
        Some(end) if matches!(bytes[end], b' ' | b'\t') => end,
        Some(_) => line.chars().take_while(|c| !c.is_whitespace()).count(),
    }
}

/// The length of a list marker at the start of a line, with the blank behind it; 0 if there is none.
fn marker_length(line: &str) -> usize {
    let bytes = line.as_bytes();
    let marker = match bytes.first() {
        None | Some(b'a'..=b'z' | b'A'..=b'Z') => None,
        _ => bytes
            .iter()
            .take(LONGEST_MARKER + 1)
            .position(|byte| matches!(byte, b' ' | b'\t'))
            .map(|end| &line[..end]),
    };
    let Some(marker) = marker else {
        return 0;
    };
    let bullet = matches!(
        marker,
        "-" | "*" | "+" | "•" | "–" | "—" | "·" | "‣" | "◦" | "▪"
    );
    let number = marker.strip_suffix(['.', ')']).unwrap_or("");
    let number = number.strip_prefix('(').unwrap_or(number);
    let numbered =
        !number.is_empty() && number.len() <= 3 && number.bytes().all(|b| b.is_ascii_digit());
    if bullet || numbered {
        marker.len() + 1
    } else {
        0
    }
}

/// Makes headings of the lone lines that look like one and that no small letter follows, unless that would
/// be more than half of the text: then it is a text of lone lines.
fn find_headings(text: &str, layout: Layout, blocks: &mut [Block]) {
    let last = blocks.len().saturating_sub(1);
    let candidates: Vec<usize> = (0..last)
        .into_par_iter()
        .with_min_len(MANY)
        .filter(|&i| {
            let may_be = match blocks[i].kind {
                BlockKind::Paragraph => true,
                BlockKind::ListItem => is_alone(text, blocks, i),
                _ => false,
            };
            let next = blocks[i + 1].span.of(text);
            let block = blocks[i].span.of(text);
            may_be
                && looks_like_heading(block)
                && !(layout.turns != Turns::None && speaker(block).is_some())
                && !next.starts_with(char::is_lowercase)
        })
        .collect();
    let length = |i: &usize| blocks[*i].span.of(text).len();
    let in_headings: usize = candidates.iter().map(length).sum();
    let in_all: usize = (0..blocks.len()).map(|i| length(&i)).sum();
    if in_headings * 2 <= in_all {
        // Lines below the title, such as a byline, are no sections.
        let is_title = |place: usize| candidates[place] == place;
        for (place, &i) in candidates.iter().enumerate() {
            blocks[i].kind = BlockKind::Heading(if is_title(place) { 1 } else { 2 });
        }
    }
}

/// Whether a numbered line has no other of its kind beside it: "1. Introduction" above a paragraph.
fn is_alone(text: &str, blocks: &[Block], index: usize) -> bool {
    let is_item = |i: usize| blocks.get(i).is_some_and(|b| b.kind == BlockKind::ListItem);
    let marker = text[..blocks[index].span.start]
        .trim_end()
        .chars()
        .next_back();
    let is_number = marker.is_some_and(|c| matches!(c, '.' | ')'));
    is_number && !is_item(index + 1) && !index.checked_sub(1).is_some_and(is_item)
}

/// A short single line that is no sentence.
fn looks_like_heading(block: &str) -> bool {
    let ends_open = || block.ends_with([',', ';', ':', '，', '；', '：', '、']);
    let has_heading_start =
        |c: char| c.is_alphanumeric() && !c.is_lowercase() || "\"“«„'‘(¿¡".contains(c);
    block.len() <= 4 * HEADING_CHARS
        && block.starts_with(has_heading_start)
        && memchr::memchr(b'\n', block.as_bytes()).is_none()
        && !ends_sentence(block)
        && !ends_open()
        && block.contains(char::is_alphanumeric)
        && (block.len() <= HEADING_CHARS || block.chars().count() <= HEADING_CHARS)
        && has_few_words(block)
        && !holds_sentence_end(block)
}

fn has_few_words(line: &str) -> bool {
    // Between two words stands a byte of white space at least, or a character that is not ASCII.
    let may_part = |byte: &u8| !matches!(byte, b'!'..=b'~');
    let parts = line.bytes().filter(|byte| may_part(byte)).count();
    parts < HEADING_WORDS || line.split_whitespace().count() <= HEADING_WORDS
}

/// Whether a sentence ends inside the line: a stop behind a word of four letters or more.
fn holds_sentence_end(line: &str) -> bool {
    let is_plain = line.is_ascii();
    if is_plain && memchr::memchr3(b'.', b'!', b'?', line.as_bytes()).is_none() {
        return false;
    }
    line.contains(['。', '！', '？'])
        || line.split_whitespace().any(|word| {
            ends_sentence(word) && word.chars().filter(|c| c.is_alphabetic()).count() >= 4
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The blocks of a text, each as its kind's letter and its text.
    fn shape(text: &str) -> Vec<String> {
        blocks(text, Layout::of(text))
            .iter()
            .map(|block| {
                let letter = match block.kind {
                    BlockKind::Heading(level) => format!("h{level}"),
                    BlockKind::ListItem => "li".to_owned(),
                    _ => "p".to_owned(),
                };
                format!(
                    "{letter} {}",
                    crate::document::one_line(block.span.of(text))
                )
            })
            .collect()
    }

    #[test]
    fn wrapped_lines_are_one_paragraph() {
        let text = "The barrier will be closed for the winter while the council looks for\n\
                    Prof. Lee and the money that went missing in the spring of last year.\n";
        assert_eq!(shape(text).len(), 1);
    }

    #[test]
    fn a_paragraph_a_line_needs_no_blank_lines() {
        let text = format!(
            "A Short Title\n{}.\n{}.\n",
            "Word ".repeat(60).trim(),
            "Other ".repeat(50).trim()
        );
        let shape = shape(&text);
        assert_eq!(shape.len(), 3, "{shape:?}");
        assert_eq!(shape[0], "h1 A Short Title");
    }

    #[test]
    fn headings_stand_alone_and_are_no_sentence() {
        let text = "Committee Meeting Held\n\nLearn the important spirit\n\nOn April 11, a meeting was held. It was long, and it went on until late in the evening.\n";
        assert_eq!(
            shape(text)[..2],
            [
                "h1 Committee Meeting Held".to_owned(),
                "h1 Learn the important spirit".to_owned()
            ]
        );
    }

    #[test]
    fn underlined_headings_lose_their_rule() {
        assert_eq!(
            shape("Swifts\n======\n\nThey fly.\n\nNests\n-----\n\nIn walls.\n"),
            ["h1 Swifts", "p They fly.", "h2 Nests", "p In walls."]
        );
    }

    #[test]
    fn lists_are_cut_at_their_markers_and_keep_their_hanging_lines() {
        let text = "We need:\n- milk from the farm\n  behind the church\n- eggs\n1. One thing.\n2. Another thing.\n";
        assert_eq!(
            shape(text),
            [
                "p We need:",
                "li milk from the farm behind the church",
                "li eggs",
                "li One thing.",
                "li Another thing."
            ]
        );
    }

    #[test]
    fn a_number_at_the_start_of_a_wrapped_line_is_no_marker() {
        let text = "Die Genossenschaft wurde nach einer langen Versammlung im Rathaus am\n\
                    3. Oktober gegründet und zählt heute mehr als vierhundert Mitglieder.\n";
        assert_eq!(shape(text).len(), 1);
    }

    #[test]
    fn a_numbered_line_above_a_paragraph_is_a_heading() {
        let text = "1. Introduction\n\nThe gate held. It was new, and it was paid for by the town.\n\n1. Milk\n2. Eggs\n\nThey like it.\n";
        let shape = shape(text);
        assert_eq!(shape[0], "h1 Introduction");
        assert_eq!(shape[2..], ["li Milk", "li Eggs", "p They like it."]);
    }

    #[test]
    fn running_heads_are_left_out() {
        let page = |number: usize, text: &str| {
            format!("\u{c}Harbour Letters 9      {number}\n\n{text}\n\nLee [Page {number}]\n")
        };
        let text: String = [
            "The gate held.",
            "It was new.",
            "It was late.",
            "It rained.",
        ]
        .iter()
        .enumerate()
        .map(|(number, text)| page(number + 1, text))
        .collect();
        let expected = [
            "p The gate held.",
            "p It was new.",
            "p It was late.",
            "p It rained.",
        ];
        assert_eq!(shape(&text), expected);
        assert_eq!(shape(&page(1, "It rained.")).len(), 3);
    }

    #[test]
    fn a_text_of_lone_lines_has_no_headings() {
        let text = "milk\n\neggs\n\nbread and butter\n\nsalt\n";
        assert!(
            shape(text).iter().all(|block| block.starts_with("p ")),
            "{:?}",
            shape(text)
        );
    }

    #[test]
    fn threads_make_no_difference() {
        let lines = |i: usize| match i % 7 {
            0 => format!("Heading {i}\n\n"),
            1 => format!("- item {i}\n- another of {i}\n\n\n"),
            _ => format!("{}\nends here.\n\n", "a word ".repeat(i % 30)),
        };
        let text: String = (0..30_000).map(lines).collect();
        assert!(text.len() > LARGE);
        let laid_out = |threads| {
            let pool = rayon::ThreadPoolBuilder::new()
                .num_threads(threads)
                .build()
                .unwrap();
            pool.install(|| blocks(&text, Layout::of(&text)))
        };
        assert!(laid_out(1) == laid_out(3));
    }

    #[test]
    fn bars_part_texts_on_one_line() {
        let text = "The gate held. It is new ||||| It held.\n||||| The harbour is safe.\n";
        let parts = [
            "p The gate held. It is new",
            "p It held.",
            "p The harbour is safe.",
        ];
        assert_eq!(shape(text), parts);
    }

    #[test]
    fn turns_of_a_conversation_are_paragraphs() {
        let text = "Anna: I have the key\nMr Berg: and where is it\nAnna: on the table of the\nharbour master, I think\n\n\
            Mr Berg: Good\nAnna: Is the gate open now?\n";
        let turns = [
            "p Anna: I have the key",
            "p Mr Berg: and where is it",
            "p Anna: on the table of the harbour master, I think",
            "p Mr Berg: Good",
            "p Anna: Is the gate open now?",
        ];
        assert_eq!(shape(text), turns);
        let is_spoken = |text: &str| {
            let text = text.to_owned();
            let origin = Origin::Extracted;
            parse("", Decoded { text, origin }).is_spoken
        };
        assert!(is_spoken(text));
        assert!(!is_spoken(&format!(
            "{text}{}",
            "\n\nThe gate held.".repeat(9)
        )));
        for (line, name) in [
            ("12/03/2019, 14:05 - Anna: hi", Some("Anna")),
            ("[10:32 PM] anna lee: hi", Some("anna lee")),
            ("<anna> hi", Some("anna")),
            ("主持人：谢谢", Some("主持人")),
            ("Q. Were you there?", Some("Q.")),
            ("at 10:32", None),
            (
                "ANNA LEE, HARBOUR NEWS CHIEF CORRESPONDENT (on camera): Yes",
                Some("ANNA LEE, HARBOUR NEWS CHIEF CORRESPONDENT (on camera)"),
            ),
            ("see http://example.com", None),
        ] {
            assert_eq!(speaker(line), name, "{line}");
        }
    }

    #[test]
    fn blocks_of_nothing() {
        assert!(shape("").is_empty());
        assert!(shape(" \n\t\n\u{feff}\n").is_empty());
    }
}
