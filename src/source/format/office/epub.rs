//! EPUB: the chapters of a book in their order (EPUB 3.3, W3C 2023).

use super::super::extract::Extract;
use super::super::{Format, Read};
use super::package::{folder, joined, unescaped};
use super::xml::{Attributes, First, Visitor, walk_member};
use crate::document::{BlockKind, Document};
use crate::map::{Map, Set};
use crate::source::archive::zip::Zip;
use crate::source::raw::Raw;
use crate::source::{FailureKind, Fault};

pub(in super::super) const FORMAT: Format = Format {
    name: "epub",
    about: "EPUB: the chapters of a book, without its tables of contents",
    extensions: &["epub"],
    recognizes: |look| look.media_type() == Some("application/epub+zip"),
    read: Read::Bytes(read),
};

fn read(raw: Raw) -> Result<Document, Fault> {
    let mut zip = Zip::open(&raw.bytes, raw.allowance)?;
    let mut container = Container::default();
    walk_member(&mut zip, "META-INF/container.xml", "EPUB", &mut container)?;
    let opf = container
        .path
        .ok_or_else(|| Fault::damaged("EPUB", "no list of its parts"))?;
    let mut package = Package::default();
    if !walk_member(&mut zip, &opf, "EPUB", &mut package)? {
        return Err(Fault::damaged("EPUB", format!("{opf} is missing")));
    }
    let mut locked = Locked::default();
    walk_member(&mut zip, "META-INF/encryption.xml", "EPUB", &mut locked)?;
    let mut text = Text::default();
    for chapter in package.chapters(&opf) {
        if locked.paths.contains(&chapter) {
            return Err(Fault::new(
                FailureKind::Protected,
                "protected against copying (DRM)",
            ));
        }
        walk_member(&mut zip, &chapter, "EPUB", &mut text)?;
        text.end_of_chapter();
    }
    let title = First::of(&mut zip, &opf, "EPUB", "title")?;
    Ok(text.extract.into_document(raw.name, title))
}

/// Where the list of parts is.
#[derive(Default)]
struct Container {
    path: Option<String>,
}

impl Visitor for Container {
    fn start(&mut self, name: &str, attributes: &Attributes) {
        if name == "rootfile" && self.path.is_none() {
            self.path = attributes.get("full-path");
        }
    }

    fn end(&mut self, _: &str) {}

    fn text(&mut self, _: &str) {}
}

/// Which parts are encrypted: fonts, mostly.
#[derive(Default)]
struct Locked {
    paths: Set<String>,
}

impl Visitor for Locked {
    fn start(&mut self, name: &str, attributes: &Attributes) {
        if name == "CipherReference" {
            self.paths
                .extend(attributes.get("URI").map(|path| unescaped(&path)));
        }
    }

    fn end(&mut self, _: &str) {}

    fn text(&mut self, _: &str) {}
}

/// The parts of a book.
#[derive(Default)]
struct Package {
    /// The places of texts by their ids.
    texts: Map<String, String>,
    /// The ids of the parts that are read, in order.
    spine: Vec<String>,
}

impl Package {
    /// The members with chapters: places are told from where the list is.
    fn chapters(&self, opf: &str) -> Vec<String> {
        let folder = folder(opf);
        let places = self.spine.iter().filter_map(|id| self.texts.get(id));
        places.map(|place| joined(folder, place)).collect()
    }
}

impl Visitor for Package {
    fn start(&mut self, name: &str, attributes: &Attributes) {
        let get = |name| attributes.get(name).unwrap_or_default();
        match name {
            "item" => {
                let is_text = matches!(
                    get("media-type").as_str(),
                    "application/xhtml+xml" | "text/html"
                );
                let is_contents = get("properties")
                    .split(' ')
                    .any(|property| property == "nav");
                if is_text && !is_contents {
                    self.texts.insert(get("id"), get("href"));
                }
            }
            "itemref" if get("linear") != "no" => self.spine.push(get("idref")),
            _ => {}
        }
    }

    fn end(&mut self, _: &str) {}

    fn text(&mut self, _: &str) {}
}

/// What is passed over with all that is in it.
const SKIPPED: [&str; 7] = ["head", "nav", "script", "style", "svg", "math", "rt"];

/// The text of chapters.
#[derive(Default)]
struct Text {
    extract: Extract,
    /// The kinds of text that the open elements make.
    kinds: Vec<BlockKind>,
}

impl Text {
    fn close(&mut self) {
        self.extract
            .close(self.kinds.last().copied().unwrap_or(BlockKind::Paragraph));
    }

    fn end_of_chapter(&mut self) {
        self.close();
        self.kinds.clear();
    }
}

/// What a block of this name is, and whether there are such blocks; a paragraph in a quotation is a quotation.
fn block(name: &str, around: Option<BlockKind>) -> Option<BlockKind> {
    let level = name
        .strip_prefix('h')
        .and_then(|level| level.parse::<u8>().ok());
    match name {
        "p" | "div" | "section" | "article" | "body" | "ul" | "ol" | "dl" | "figure" | "aside"
        | "header" | "footer" => Some(around.unwrap_or(BlockKind::Paragraph)),
        "li" | "dt" | "dd" => Some(BlockKind::ListItem),
        "blockquote" => Some(BlockKind::Quote),
        "pre" => Some(BlockKind::Code),
        "table" | "td" | "th" | "tr" | "caption" | "figcaption" => Some(BlockKind::Table),
        _ => level
            .filter(|level| (1..=6).contains(level))
            .map(BlockKind::Heading),
    }
}

impl Visitor for Text {
    fn skips(&self, name: &str) -> bool {
        SKIPPED.contains(&name)
    }

    fn start(&mut self, name: &str, _: &Attributes) {
        if name == "br" {
            self.extract.push(" ");
        } else if let Some(kind) = block(name, self.kinds.last().copied()) {
            self.close();
            self.kinds.push(kind);
        }
    }

    fn end(&mut self, name: &str) {
        if block(name, None).is_some() {
            self.close();
            self.kinds.pop();
        }
    }

    fn text(&mut self, text: &str) {
        self.extract.push(text);
    }
}
