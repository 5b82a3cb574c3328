//! Markdown (CommonMark, with tables, task lists, footnotes and front matter).

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use super::extract::Extract;
use super::{Format, Read, never};
use crate::document::{BlockKind, Document, one_line};
use crate::source::decode::Decoded;

pub(super) const FORMAT: Format = Format {
    name: "markdown",
    about: "Markdown: headings give sections; front matter, code and tables are no prose",
    extensions: &["md", "markdown", "mdown", "mkd", "mdx"],
    recognizes: never,
    read: Read::Text(parse),
};

fn parse(path: &str, decoded: Decoded) -> Document {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS;
    let source = decoded
        .text
        .strip_prefix('\u{feff}')
        .unwrap_or(&decoded.text);
    let body = front_matter_length(source);
    let mut reading = Reading::new(source);
    for (event, range) in Parser::new_ext(&source[body..], options).into_offset_iter() {
        reading.take(event, body + range.start);
    }
    reading.close();
    let heading = reading
        .extract
        .blocks()
        .find(|(kind, _)| *kind == BlockKind::Heading(1));
    let title = front_matter_title(&source[..body]).or(heading.map(|(_, text)| one_line(text)));
    reading.extract.into_document(path, title)
}

/// A text under way, without its markup.
struct Reading<'s> {
    source: &'s str,
    extract: Extract,
    /// Offset in the source up to which lines have been counted, and the line there.
    counted: (usize, usize),
    /// What a run of text belongs to: the innermost open block.
    open: Vec<BlockKind>,
    /// How many of them are quotations.
    quotes: usize,
}

impl<'s> Reading<'s> {
    fn new(source: &'s str) -> Self {
        Self {
            source,
            extract: Extract::with_capacity(source.len()),
            counted: (0, 1),
            open: Vec::new(),
            quotes: 0,
        }
    }

    fn take(&mut self, event: Event, offset: usize) {
        match event {
            Event::Start(tag) => self.enter(&tag),
            Event::End(tag) => self.leave(tag),
            Event::Text(text) => self.push(&text, offset),
            Event::Code(text) => self.push(&text, offset),
            Event::SoftBreak | Event::HardBreak => self.push("\n", offset),
            Event::InlineHtml(tag) if tag.starts_with("<br") => self.push("\n", offset),
            Event::Html(_) | Event::InlineHtml(_) | Event::FootnoteReference(_) => {}
            Event::Rule => self.close(),
            Event::TaskListMarker(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    fn enter(&mut self, tag: &Tag) {
        let inside_quote = self.quotes > 0;
        let kind = match tag {
            Tag::Heading { level, .. } => BlockKind::Heading(*level as u8),
            Tag::BlockQuote(_) => BlockKind::Quote,
            Tag::CodeBlock(CodeBlockKind::Fenced(_) | CodeBlockKind::Indented) | Tag::HtmlBlock => {
                BlockKind::Code
            }
            Tag::Item | Tag::DefinitionListDefinition => BlockKind::ListItem,
            Tag::Table(_) => BlockKind::Table,
            Tag::Paragraph if inside_quote => BlockKind::Quote,
            Tag::Paragraph => match self.open.last() {
                Some(BlockKind::ListItem) => BlockKind::ListItem,
                _ => BlockKind::Paragraph,
            },
            _ => return,
        };
        self.close();
        self.open.push(kind);
        self.quotes += usize::from(kind == BlockKind::Quote);
    }

    fn leave(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_)
            | TagEnd::BlockQuote(_)
            | TagEnd::CodeBlock
            | TagEnd::HtmlBlock
            | TagEnd::Item
            | TagEnd::DefinitionListDefinition
            | TagEnd::Table
            | TagEnd::Paragraph => {
                self.close();
                let left = self.open.pop();
                self.quotes -= usize::from(left == Some(BlockKind::Quote));
            }
            TagEnd::TableCell => self.extract.push("\t"),
            TagEnd::TableRow | TagEnd::TableHead => self.extract.push("\n"),
            _ => {}
        }
    }

    fn push(&mut self, text: &str, offset: usize) {
        let (from, line) = self.counted;
        if offset > from {
            let breaks = memchr::memchr_iter(b'\n', &self.source.as_bytes()[from..offset]).count();
            self.counted = (offset, line + breaks);
        }
        self.extract.at_line(self.counted.1);
        self.extract.push(text);
    }

    fn close(&mut self) {
        let kind = self.open.last().copied();
        self.extract.close(kind.unwrap_or(BlockKind::Paragraph));
    }
}

/// The length of front matter: lines between `---` (YAML) or `+++` (TOML) at the very start of a text;
/// 0 where there is none, or it has no end.
fn front_matter_length(source: &str) -> usize {
    let mut lines = source.split_inclusive('\n');
    let fence = lines.next().unwrap_or("");
    if !matches!(fence.trim_end(), "---" | "+++") {
        return 0;
    }
    let mut length = fence.len();
    for line in lines {
        length += line.len();
        if line.trim_end() == fence.trim_end()
            || (fence.starts_with('-') && line.trim_end() == "...")
        {
            return length;
        }
    }
    0
}

/// The value of `title:` (YAML) or `title =` (TOML) in front matter.
fn front_matter_title(front_matter: &str) -> Option<String> {
    front_matter.lines().find_map(|line| {
        let value = line.strip_prefix("title")?.trim_start();
        let value = value.strip_prefix([':', '='])?.trim();
        let value = value.trim_matches(['"', '\'']);
        (!value.is_empty()).then(|| value.to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Origin;

    fn document(source: &str) -> Document {
        parse(
            "d.md",
            Decoded {
                text: source.to_owned(),
                origin: Origin::Source,
            },
        )
    }

    const SAMPLE: &str = "---\ntitle: \"The Notes\"\n---\n\n# Head *ing*\n\nSome **bold** text with a [link](http://a.b)\nover two lines.\n\n- [ ] do `this`\n- that\n\n> quoted\n\n```rust\nfn x() {}\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n";

    #[test]
    fn blocks_and_their_text() {
        let document = document(SAMPLE);
        let shape: Vec<(BlockKind, String)> = document
            .blocks()
            .iter()
            .map(|block| (block.kind, one_line(block.span.of(document.text()))))
            .collect();
        let expected = [
            (BlockKind::Heading(1), "Head ing"),
            (
                BlockKind::Paragraph,
                "Some bold text with a link over two lines.",
            ),
            (BlockKind::ListItem, "do this"),
            (BlockKind::ListItem, "that"),
            (BlockKind::Quote, "quoted"),
            (BlockKind::Code, "fn x() {}"),
            (BlockKind::Table, "a b 1 2"),
        ];
        assert_eq!(shape, expected.map(|(kind, text)| (kind, text.to_owned())));
        assert_eq!(document.title.as_deref(), Some("The Notes"));
    }

    #[test]
    fn lines_are_those_of_the_file() {
        let document = document(SAMPLE);
        let line_of = |needle: &str| document.line(document.text().find(needle).unwrap());
        assert_eq!(line_of("Head"), 5);
        assert_eq!(line_of("over two"), 8);
        assert_eq!(line_of("that"), 11);
        assert_eq!(line_of("fn x"), 16);
    }

    #[test]
    fn only_the_start_of_a_text_is_front_matter() {
        let prose = |source: &str| -> Vec<String> {
            let document = document(source);
            document
                .blocks()
                .iter()
                .map(|block| one_line(block.span.of(document.text())))
                .collect()
        };
        assert_eq!(
            prose("One.\n\n---\nTwo.\n\n---\n\nThree.\n"),
            ["One.", "Two.", "Three."]
        );
        assert_eq!(prose("---\n\nNo end.\n"), ["No end."]);
        assert_eq!(
            prose("+++\ntitle = 'x'\n+++\nText<br>here.\n"),
            ["Text here."]
        );
    }

    #[test]
    fn a_nested_list_and_html_do_not_glue_blocks() {
        let document = document("- one\n  - two\n- three\n\n<div>\nraw\n</div>\n\nEnd.\n");
        let prose: Vec<&str> = document
            .blocks()
            .iter()
            .filter(|block| block.kind.is_prose())
            .map(|block| block.span.of(document.text()))
            .collect();
        assert_eq!(prose, ["one", "two", "three", "End."]);
    }
}
