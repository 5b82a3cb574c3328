//! What a document is: its text, and the blocks that text is made of.

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

/// A half-open range of byte offsets, `start..end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Span {
    /// Offset of the first byte.
    pub start: usize,
    /// Offset behind the last byte.
    pub end: usize,
}

impl Span {
    /// The part of `text` that the span covers.
    ///
    /// # Panics
    /// When the span does not lie on character boundaries of `text`.
    pub fn of(self, text: &str) -> &str {
        &text[self.start..self.end]
    }

    /// The same span, counted from `offset` bytes earlier.
    pub(crate) fn shifted(self, offset: usize) -> Self {
        Self {
            start: self.start + offset,
            end: self.end + offset,
        }
    }
}

/// What a block is to a reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub enum BlockKind {
    /// A heading; level 1 is the highest.
    Heading(u8),
    /// Running text.
    Paragraph,
    /// An item of a list.
    ListItem,
    /// Quoted text.
    Quote,
    /// Program code or other verbatim text.
    Code,
    /// A table.
    Table,
}

impl BlockKind {
    /// Whether the block holds sentences that a summary may take.
    pub fn is_prose(self) -> bool {
        matches!(self, Self::Paragraph | Self::ListItem | Self::Quote)
    }

    /// Whether the words of the block are counted: prose and headings are, code and tables are not.
    pub fn is_counted(self) -> bool {
        self.is_prose() || matches!(self, Self::Heading(_))
    }
}

/// A piece of the text that ends its last sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it stands in [`Document::text`].
    pub span: Span,
}

/// What spans into [`Document::text`] are offsets into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Origin {
    /// The bytes of the file itself: its text is its bytes.
    Source,
    /// The text that was extracted from the file by a decoder or a format.
    Extracted,
}

/// How offsets into the text map to lines of the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Lines {
    /// The text has the line breaks of the file.
    OfText,
    /// The text was extracted; each mark names the file's line (from 1) at an offset of the text.
    /// Offsets rise.
    Marks(Vec<(usize, usize)>),
    /// The file has pages in place of lines; each mark names the page (from 1) at an offset of the text.
    /// Offsets rise.
    Pages(Vec<(usize, usize)>),
}

/// The number of the last mark at or before an offset.
fn marked(marks: &[(usize, usize)], offset: usize) -> usize {
    match marks.partition_point(|&(start, _)| start <= offset) {
        0 => 1,
        i => marks[i - 1].1,
    }
}

/// A document: one text with its blocks, and where they came from.
///
/// The text never changes; everything that is found in it is a span.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Document {
    /// Where it came from, as it was named: a path, or `-` for standard input.
    pub path: String,
    /// Its title, where the format has one or a first heading stands before all other text.
    pub title: Option<String>,
    /// The name of a group that it says it belongs to.
    pub group: Option<String>,
    /// Whether it is the text of something spoken, as its format tells.
    pub is_spoken: bool,
    text: String,
    blocks: Vec<Block>,
    origin: Origin,
    lines: Lines,
    /// Indices of the heading blocks that begin a section.
    headings: Vec<usize>,
    /// Blocks in another language than the document's, with its code, in their order.
    #[serde(skip)]
    languages: Vec<(usize, &'static str)>,
    /// Line breaks before every [`STRIDE`]th byte, counted when a line is first asked for.
    #[serde(skip)]
    line_breaks: OnceLock<Vec<usize>>,
}

/// So many bytes are looked through for line breaks at the most to tell a line.
const STRIDE: usize = 4_096;

impl Document {
    /// A document of `text` with `blocks` in the order of the text.
    pub fn new(
        path: impl Into<String>,
        title: Option<String>,
        text: String,
        blocks: Vec<Block>,
        origin: Origin,
        lines: Lines,
    ) -> Self {
        let is_heading = |block: &Block| matches!(block.kind, BlockKind::Heading(_));
        // Below a heading of its own level, without anything between, stands a subtitle or a byline.
        let is_subtitle = |i: usize| i > 0 && blocks[i - 1].kind == blocks[i].kind;
        let headings: Vec<usize> = (0..blocks.len())
            .filter(|&i| is_heading(&blocks[i]) && !is_subtitle(i))
            .collect();
        let first_heading = blocks
            .first()
            .filter(|block| is_heading(block))
            .map(|block| one_line(block.span.of(&text)))
            // The number of a page or chapter is no title.
            .filter(|heading| heading.contains(char::is_alphabetic));
        Self {
            path: path.into(),
            title: title.or(first_heading),
            group: None,
            is_spoken: false,
            text,
            blocks,
            origin,
            lines,
            headings,
            languages: Vec::new(),
            line_breaks: OnceLock::new(),
        }
    }

    /// Whether all blocks lie in the text, one behind the other: so for every document that was made by
    /// [`Document::new`] of such blocks, and to be asked of one that came from elsewhere.
    pub fn is_sound(&self) -> bool {
        let mut end = 0;
        self.blocks.iter().all(|block| {
            let Span { start, end: behind } = block.span;
            let follows = start >= std::mem::replace(&mut end, behind);
            follows && self.text.get(start..behind).is_some()
        }) && self
            .headings
            .iter()
            .all(|&heading| heading < self.blocks.len())
    }

    /// The text that all spans point into.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text itself.
    pub fn into_text(self) -> String {
        self.text
    }

    /// The blocks, in the order of the text.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// Tells blocks (by their indices, rising) that are in another language than the document: its code.
    pub fn set_other_languages(&mut self, languages: Vec<(usize, &'static str)>) {
        self.languages = languages;
    }

    /// The blocks in another language than the document's, with its code, in their order.
    pub fn other_languages(&self) -> &[(usize, &'static str)] {
        &self.languages
    }

    /// The code of a block's language, if it is another than the document's.
    pub fn language_of(&self, block: usize) -> Option<&'static str> {
        let place = self.languages.binary_search_by_key(&block, |&(at, _)| at);
        place.ok().map(|place| self.languages[place].1)
    }

    /// What spans are offsets into.
    pub fn origin(&self) -> Origin {
        self.origin
    }

    /// The line (from 1) of the file that holds the byte at `offset` of the text.
    pub fn line(&self, offset: usize) -> usize {
        match &self.lines {
            Lines::OfText => 1 + self.breaks_before(offset),
            Lines::Marks(marks) => marked(marks, offset),
            Lines::Pages(_) => 1,
        }
    }

    /// The page (from 1) of the file that holds the byte at `offset` of the text, if the file has pages.
    pub fn page(&self, offset: usize) -> Option<usize> {
        match &self.lines {
            Lines::Pages(marks) => Some(marked(marks, offset)),
            Lines::OfText | Lines::Marks(_) => None,
        }
    }

    fn breaks_before(&self, offset: usize) -> usize {
        let bytes = self.text.as_bytes();
        let count = |bytes: &[u8]| memchr::memchr_iter(b'\n', bytes).count();
        let before = self.line_breaks.get_or_init(|| {
            let mut total = 0;
            let add = |chunk: &[u8]| {
                total += count(chunk);
                total
            };
            [0].into_iter()
                .chain(bytes.chunks(STRIDE).map(add))
                .collect()
        });
        let stride = offset / STRIDE;
        before[stride] + count(&bytes[stride * STRIDE..offset])
    }

    /// The nearest heading above the block with this index.
    pub fn section(&self, block: usize) -> Option<String> {
        let heading = self.heading_above(block)?;
        Some(one_line(self.blocks[heading].span.of(&self.text)))
    }

    /// The index of the nearest heading above the block with this index.
    pub fn heading_above(&self, block: usize) -> Option<usize> {
        let above = self.headings.partition_point(|&heading| heading < block);
        self.headings.get(above.checked_sub(1)?).copied()
    }
}

/// The text with every run of white space as one space, and none at the ends.
pub fn one_line(text: &str) -> String {
    if is_one_line(text) {
        return text.to_owned();
    }
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// Whether a text is surely such a line: it has no white space but single spaces between other characters, nor one of
/// the bytes that other white space begins with.
fn is_one_line(text: &str) -> bool {
    let mut before = b' ';
    for &byte in text.as_bytes() {
        let is_double = byte == b' ' && before == b' ';
        if is_double || matches!(byte, b'\t'..=b'\r' | 0xc2 | 0xe1..=0xe3) {
            return false;
        }
        before = byte;
    }
    before != b' '
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document() -> Document {
        let text = "Title\n\nFirst.\n\nPart\n\nSecond.".to_owned();
        let block = |kind, start, end| Block {
            kind,
            span: Span { start, end },
        };
        let blocks = vec![
            block(BlockKind::Heading(1), 0, 5),
            block(BlockKind::Paragraph, 7, 13),
            block(BlockKind::Heading(2), 15, 19),
            block(BlockKind::Paragraph, 21, 28),
        ];
        Document::new("d", None, text, blocks, Origin::Source, Lines::OfText)
    }

    #[test]
    fn a_first_heading_is_the_title() {
        assert_eq!(document().title.as_deref(), Some("Title"));
        let number = vec![Block {
            kind: BlockKind::Heading(1),
            span: Span { start: 0, end: 2 },
        }];
        let text = "8.\n\nText.".to_owned();
        let document = Document::new("d", None, text, number, Origin::Source, Lines::OfText);
        assert_eq!(document.title, None);
    }

    #[test]
    fn sections_are_the_nearest_heading_above() {
        let document = document();
        assert_eq!(document.section(0), None);
        assert_eq!(document.section(1).as_deref(), Some("Title"));
        assert_eq!(document.section(3).as_deref(), Some("Part"));
    }

    #[test]
    fn lines_count_from_one_in_text_and_marks() {
        let mut document = document();
        assert_eq!(document.line(0), 1);
        assert_eq!(document.line(21), 7);
        document.lines = Lines::Marks(vec![(0, 4), (7, 9)]);
        assert_eq!(
            (document.line(0), document.line(6), document.line(7)),
            (4, 4, 9)
        );
    }

    #[test]
    fn one_line_folds_white_space() {
        assert_eq!(one_line("  a\n b\t\tc "), "a b c");
        let blanks = (0..=0x3000_u32)
            .filter_map(char::from_u32)
            .filter(|c| c.is_whitespace());
        for blank in blanks {
            let line = one_line(&format!("a{blank}b"));
            assert_eq!(line, "a b", "{:x}", u32::from(blank));
        }
        assert_eq!(
            (one_line(""), one_line(" "), one_line("a ")),
            (String::new(), String::new(), "a".to_owned())
        );
    }
}
