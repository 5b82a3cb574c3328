//! PPTX: the slides of a presentation in their order (ECMA-376, PresentationML).

use super::super::{Format, Read};
use super::flow::Flow;
use super::package::Relations;
use super::xml::{Attributes, First, Visitor, walk_member};
use crate::document::{BlockKind, Document};
use crate::source::Fault;
use crate::source::archive::zip::Zip;
use crate::source::raw::Raw;

pub(in super::super) const FORMAT: Format = Format {
    name: "pptx",
    about: "PPTX: titles, text, tables and notes of the slides that are shown, in their order",
    extensions: &["pptx", "pptm", "ppsx", "ppsm", "potx"],
    recognizes: |look| look.holds(MAIN),
    read: Read::Bytes(read),
};

const MAIN: &str = "ppt/presentation.xml";

fn read(raw: Raw) -> Result<Document, Fault> {
    let mut zip = Zip::open(&raw.bytes, raw.allowance)?;
    let mut slides = Slides::default();
    if !walk_member(&mut zip, MAIN, "PPTX", &mut slides)? {
        return Err(Fault::damaged("PPTX", format!("{MAIN} is missing")));
    }
    let relations = Relations::of(&mut zip, MAIN, "PPTX")?;
    let mut text = Text::default();
    for (number, id) in (1..).zip(&slides.ids) {
        let Some(slide) = relations.by_id(id) else {
            continue;
        };
        text.begin(number, Part::Slide);
        walk_member(&mut zip, slide, "PPTX", &mut text)?;
        if !text.is_hidden {
            text.begin(number, Part::Notes);
            let relations = Relations::of(&mut zip, slide, "PPTX")?;
            if let Some(notes) = relations.of_type("notesSlide") {
                walk_member(&mut zip, notes, "PPTX", &mut text)?;
            }
        }
    }
    let title = First::of(&mut zip, "docProps/core.xml", "PPTX", "title")?;
    // So a presentation is called that nobody gave a name.
    let title = title.filter(|title| title != "PowerPoint Presentation");
    Ok(text.flow.into_document(raw.name, title))
}

/// The ids of the slides, in their order.
#[derive(Default)]
struct Slides {
    ids: Vec<String>,
}

impl Visitor for Slides {
    fn start(&mut self, name: &str, attributes: &Attributes) {
        if name == "sldId" {
            // Beside it stands one without a prefix, which means nothing here.
            self.ids.extend(attributes.get_prefixed("id"));
        }
    }

    fn end(&mut self, _: &str) {}

    fn text(&mut self, _: &str) {}
}

/// What is passed over with all that is in it: numbers and dates, and a second version of a shape.
const SKIPPED: [&str; 3] = ["fld", "Fallback", "extLst"];

/// What is read of a slide.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Part {
    #[default]
    Slide,
    /// What the speaker is to say.
    Notes,
}

/// What the paragraphs of a shape are; `None`: no part of the text.
type Shape = Option<BlockKind>;

struct Text {
    flow: Flow,
    part: Part,
    shape: Shape,
    /// The kinds of the paragraphs that are open.
    open: Vec<Shape>,
    is_in_text: bool,
    /// Whether the slide is not shown.
    is_hidden: bool,
}

impl Default for Text {
    fn default() -> Self {
        Self {
            flow: Flow::default(),
            part: Part::Slide,
            shape: Some(BlockKind::Paragraph),
            open: Vec::new(),
            is_in_text: false,
            is_hidden: false,
        }
    }
}

impl Text {
    /// A part of the slide with this number begins.
    fn begin(&mut self, number: usize, part: Part) {
        self.flow.at_page(number);
        self.part = part;
        self.is_hidden = false;
    }

    /// What a shape is that takes the place of this type in a layout; without a type it is that of the main text.
    fn placed(&self, kind: Option<&str>) -> Shape {
        match (self.part, kind) {
            (Part::Notes, Some("body")) => Some(BlockKind::Paragraph),
            (Part::Notes, _) | (_, Some("sldNum" | "dt" | "ftr" | "hdr")) => None,
            (_, Some("ctrTitle")) => Some(BlockKind::Heading(1)),
            (_, Some("title")) => Some(BlockKind::Heading(2)),
            (_, Some("body" | "obj") | None) => Some(BlockKind::ListItem),
            (_, Some(_)) => Some(BlockKind::Paragraph),
        }
    }

    /// A shape without a place in the layout begins.
    fn begin_shape(&mut self) {
        self.shape = match self.part {
            Part::Slide => Some(BlockKind::Paragraph),
            Part::Notes => None,
        };
    }

    /// Whether the paragraph that is open is an item of a list.
    fn set_item(&mut self, is_item: bool) {
        let is_text = |kind: &&mut BlockKind| kind.is_prose();
        if let Some(kind) = self
            .open
            .last_mut()
            .and_then(Option::as_mut)
            .filter(is_text)
        {
            *kind = match is_item {
                true => BlockKind::ListItem,
                false => BlockKind::Paragraph,
            };
        }
    }

    fn close(&mut self) {
        match self.open.pop().flatten() {
            Some(kind) if !self.is_hidden => self.flow.close(kind),
            _ => self.flow.drop(),
        }
    }
}

impl Visitor for Text {
    fn skips(&self, name: &str) -> bool {
        SKIPPED.contains(&name)
    }

    fn start(&mut self, name: &str, attributes: &Attributes) {
        let is_off = |name| matches!(attributes.get(name).as_deref(), Some("0" | "false"));
        match name {
            "sld" => self.is_hidden = is_off("show"),
            "sp" | "graphicFrame" => self.begin_shape(),
            "ph" => self.shape = self.placed(attributes.get("type").as_deref()),
            "p" => {
                self.open.push(self.shape);
                self.flow.open();
            }
            "buNone" => self.set_item(false),
            "buChar" | "buAutoNum" | "buBlip" => self.set_item(true),
            "tbl" => self.flow.begin_table(),
            "tc" => self.flow.begin_cell(),
            "t" => self.is_in_text = true,
            "br" => self.flow.push(" "),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "p" => self.close(),
            "tbl" => self.flow.end_table(),
            "t" => self.is_in_text = false,
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.is_in_text {
            self.flow.push(text);
        }
    }
}
