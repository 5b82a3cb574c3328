//! DOCX: the text of a word processor's document (ECMA-376, WordprocessingML).

use super::super::{Format, Read, styles};
use super::flow::Flow;
use super::xml::{Attributes, First, Visitor, walk_member};
use crate::document::{BlockKind, Document};
use crate::map::Map;
use crate::source::Fault;
use crate::source::archive::zip::Zip;
use crate::source::raw::Raw;

pub(in super::super) const FORMAT: Format = Format {
    name: "docx",
    about: "DOCX: text, headings, lists and notes; no deleted and no hidden text",
    extensions: &["docx", "docm", "dotx"],
    recognizes: |look| look.holds(MAIN),
    read: Read::Bytes(read),
};

const MAIN: &str = "word/document.xml";

fn read(raw: Raw) -> Result<Document, Fault> {
    let mut zip = Zip::open(&raw.bytes, raw.allowance)?;
    let mut styles = Styles::default();
    walk_member(&mut zip, "word/styles.xml", "DOCX", &mut styles)?;
    let mut text = Text {
        kinds: styles.kinds,
        ..Text::default()
    };
    if !walk_member(&mut zip, MAIN, "DOCX", &mut text)? {
        return Err(Fault::damaged("DOCX", format!("{MAIN} is missing")));
    }
    text.is_note = true;
    for notes in ["word/footnotes.xml", "word/endnotes.xml"] {
        walk_member(&mut zip, notes, "DOCX", &mut text)?;
    }
    let title = First::of(&mut zip, "docProps/core.xml", "DOCX", "title")?;
    Ok(text.flow.into_document(raw.name, title))
}

/// What the styles of paragraphs mean.
#[derive(Default)]
struct Styles {
    kinds: Map<String, BlockKind>,
    /// The style under way.
    id: String,
}

impl Visitor for Styles {
    fn start(&mut self, name: &str, attributes: &Attributes) {
        match name {
            "style" => self.id = attributes.get("styleId").unwrap_or_default(),
            "name" => {
                let kind = attributes.get("val").and_then(|name| styles::named(&name));
                self.kinds.extend(kind.map(|kind| (self.id.clone(), kind)));
            }
            "outlineLvl" => {
                let kind = outline(attributes);
                self.kinds.extend(kind.map(|kind| (self.id.clone(), kind)));
            }
            _ => {}
        }
    }

    fn end(&mut self, _: &str) {}

    fn text(&mut self, _: &str) {}
}

/// The heading of an outline level.
fn outline(attributes: &Attributes) -> Option<BlockKind> {
    styles::outline(attributes.get("val")?.parse().ok()?)
}

/// What is passed over with all that is in it: deleted and moved text, and a second version of a text box.
const SKIPPED: [&str; 4] = ["del", "moveFrom", "Fallback", "instrText"];

#[derive(Default)]
struct Text {
    kinds: Map<String, BlockKind>,
    flow: Flow,
    /// The kinds of the paragraphs that are open.
    open: Vec<BlockKind>,
    is_in_run: bool,
    is_hidden: bool,
    is_in_text: bool,
    is_note: bool,
}

impl Text {
    fn set_kind(&mut self, kind: Option<BlockKind>) {
        if let (Some(open), Some(kind)) = (self.open.last_mut(), kind) {
            *open = kind;
        }
    }

    fn close(&mut self) {
        let kind = self.open.pop().unwrap_or(BlockKind::Paragraph);
        match self.is_note {
            true => self.flow.close_note(),
            false => self.flow.close(kind),
        }
    }
}

impl Visitor for Text {
    fn skips(&self, name: &str) -> bool {
        SKIPPED.contains(&name)
    }

    fn start(&mut self, name: &str, attributes: &Attributes) {
        match name {
            "p" => {
                self.open.push(BlockKind::Paragraph);
                self.flow.open();
            }
            "pStyle" => {
                let kind = attributes
                    .get("val")
                    .and_then(|id| self.kinds.get(&id).copied());
                self.set_kind(kind);
            }
            "outlineLvl" => self.set_kind(outline(attributes)),
            "numPr" if self.open.last() == Some(&BlockKind::Paragraph) => {
                self.set_kind(Some(BlockKind::ListItem));
            }
            "tbl" => self.flow.begin_table(),
            "tc" => self.flow.begin_cell(),
            "r" => (self.is_in_run, self.is_hidden) = (true, false),
            "vanish" if self.is_in_run => {
                self.is_hidden = !matches!(attributes.get("val").as_deref(), Some("0" | "false"));
            }
            "t" => self.is_in_text = true,
            "tab" | "br" | "cr" if self.is_in_run => self.flow.push(" "),
            "noBreakHyphen" => self.flow.push("-"),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "p" => self.close(),
            "tbl" => self.flow.end_table(),
            "r" => self.is_in_run = false,
            "t" => self.is_in_text = false,
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.is_in_text && !self.is_hidden {
            self.flow.push(text);
        }
    }
}
