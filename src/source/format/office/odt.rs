//! ODT: the text of an OpenDocument file (ISO/IEC 26300).

use super::super::{Format, Read};
use super::flow::Flow;
use super::xml::{Attributes, First, Visitor, walk, walk_member};
use crate::document::{BlockKind, Document};
use crate::source::Fault;
use crate::source::archive::zip::{Zip, is_zip};
use crate::source::raw::Raw;

pub(in super::super) const FORMAT: Format = Format {
    name: "odt",
    about: "ODT: text, headings, lists and notes; no deleted text and no comments",
    extensions: &["odt", "ott", "fodt"],
    recognizes: |look| {
        look.media_type()
            .is_some_and(|kind| kind.starts_with("application/vnd.oasis.opendocument.text"))
    },
    read: Read::Bytes(read),
};

const MAIN: &str = "content.xml";

fn read(raw: Raw) -> Result<Document, Fault> {
    if !is_zip(&raw.bytes) {
        return read_flat(raw);
    }
    let mut zip = Zip::open(&raw.bytes, raw.allowance)?;
    let mut text = Text::default();
    if !walk_member(&mut zip, MAIN, "ODT", &mut text)? {
        return Err(Fault::damaged("ODT", format!("{MAIN} is missing")));
    }
    let title = First::of(&mut zip, "meta.xml", "ODT", "title")?;
    Ok(text.flow.into_document(raw.name, title))
}

/// A document without a package: all that is in its members in one file.
fn read_flat(raw: Raw) -> Result<Document, Fault> {
    let (mut text, mut title) = (Text::default(), First::new("title"));
    walk(raw.bytes.clone(), "ODT", raw.allowance, &mut title)?;
    walk(raw.bytes, "ODT", raw.allowance, &mut text)?;
    if !text.is_document {
        return Err(Fault::damaged("ODT", "no document in it"));
    }
    Ok(text.flow.into_document(raw.name, title.found()))
}

/// What is passed over with all that is in it.
const SKIPPED: [&str; 7] = [
    "meta",
    "master-styles",
    "tracked-changes",
    "annotation",
    "note-citation",
    "table-of-content",
    "sequence-decls",
];

#[derive(Default)]
struct Text {
    flow: Flow,
    is_document: bool,
    /// The kinds of the paragraphs that are open.
    open: Vec<BlockKind>,
    lists: usize,
    notes: usize,
}

impl Text {
    fn open(&mut self, kind: BlockKind) {
        self.open.push(kind);
        self.flow.open();
    }

    fn close(&mut self) {
        let kind = self.open.pop().unwrap_or(BlockKind::Paragraph);
        match self.notes {
            0 => self.flow.close(kind),
            1.. => self.flow.close_note(),
        }
    }
}

impl Visitor for Text {
    fn skips(&self, name: &str) -> bool {
        SKIPPED.contains(&name)
    }

    fn start(&mut self, name: &str, attributes: &Attributes) {
        match name {
            "h" => {
                let level = attributes
                    .get("outline-level")
                    .and_then(|level| level.parse::<u8>().ok());
                self.open(BlockKind::Heading(level.unwrap_or(1).clamp(1, 6)));
            }
            "p" if self.lists > 0 => self.open(BlockKind::ListItem),
            "p" => self.open(BlockKind::Paragraph),
            "document" => self.is_document = true,
            "list" => self.lists += 1,
            "table" => self.flow.begin_table(),
            "table-cell" | "covered-table-cell" => self.flow.begin_cell(),
            "note-body" => self.notes += 1,
            "s" | "tab" | "line-break" => self.flow.push(" "),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "h" | "p" => self.close(),
            "list" => self.lists = self.lists.saturating_sub(1),
            "table" => self.flow.end_table(),
            "note-body" => self.notes = self.notes.saturating_sub(1),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        self.flow.push(text);
    }
}
