//! HTML: the main content of a page, in blocks.

mod content;
mod names;
mod walk;

use super::extract::Extract;
use super::{Format, Read};
use crate::document::{BlockKind, Document};
use crate::source::Fault;
use crate::source::decode::{Encoding, decode, encoding_by_label};
use crate::source::look::Look;
use crate::source::raw::Raw;
use walk::{Page, Part};

pub(super) const FORMAT: Format = Format {
    name: "html",
    about: "HTML: the main content of a page; menus, footers, scripts and hidden text are left out",
    extensions: &["html", "htm", "xhtml", "xht"],
    recognizes,
    read: Read::Bytes(read),
};

/// A page begins with its document type or its root element, behind comments and an XML declaration.
fn recognizes(look: &Look) -> bool {
    let mut start = look.start();
    while let Some(end) = match start {
        _ if start.starts_with("<!--") => start.find("-->").map(|end| end + 3),
        _ if start.starts_with("<?xml") => start.find("?>").map(|end| end + 2),
        _ => None,
    } {
        start = start[end..].trim_start();
    }
    let has_root = ["<html", "<head", "<body"].iter().any(|tag| {
        let behind = start.strip_prefix(tag);
        behind.is_some_and(|rest| rest.starts_with(|c: char| c == '>' || c.is_whitespace()))
    });
    has_root || start.starts_with("<!doctype html")
}

fn read(raw: Raw) -> Result<Document, Fault> {
    let name = raw.name;
    let encoding = raw.options.encoding.or_else(|| declared(&raw.bytes));
    let decoded = decode(raw.bytes, encoding).ok_or_else(Fault::binary)?;
    Ok(document(name, &decoded.text))
}

/// So many bytes of a page are looked through for its encoding, as browsers do.
const PRESCAN: usize = 1024;

/// The encoding that a page declares, where no byte order mark tells it and the bytes are not UTF-8 anyway.
fn declared(bytes: &[u8]) -> Option<Encoding> {
    if encoding_rs::Encoding::for_bom(bytes).is_some() || str::from_utf8(bytes).is_ok() {
        return None;
    }
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(PRESCAN)]).to_ascii_lowercase();
    let behind = |key: &str| {
        head.find(key)
            .map(|place| head[place + key.len()..].trim_start())
    };
    let value = behind("charset=").or_else(|| behind("encoding="))?;
    let value = value.trim_start_matches(['"', '\'']);
    let end = value.find(['"', '\'', ' ', '>', '/', ';', '?'])?;
    let encoding = encoding_by_label(&value[..end])?;
    // What could be read as ASCII up to here is not UTF-16, whatever it says.
    let is_ascii_like = encoding.output_encoding() == encoding && encoding.is_ascii_compatible();
    is_ascii_like.then_some(encoding)
}

/// The document of a page.
pub(super) fn document(name: &str, source: &str) -> Document {
    let page = Page::of(source);
    let chosen = content::main_content(&page);
    let mut extract = Extract::with_capacity(source.len() / 4);
    let title = title(&page, &chosen);
    write(&chosen, &mut extract);
    extract.into_document(name, title)
}

/// The parts as blocks. Cells of a table of data are one block, rows by line.
fn write(parts: &[&Part], extract: &mut Extract) {
    for (i, part) in parts.iter().enumerate() {
        for (place, &(offset, line)) in part.marks.iter().enumerate() {
            let end = part
                .marks
                .get(place + 1)
                .map_or(part.text.len(), |mark| mark.0);
            extract.at_line(line);
            extract.push(&part.text[offset..end]);
        }
        let next = parts.get(i + 1).filter(|next| {
            part.kind == BlockKind::Table
                && next.kind == BlockKind::Table
                && next.table == part.table
        });
        match next {
            Some(next) if next.row == part.row => extract.push("\t"),
            Some(_) => extract.push("\n"),
            None => extract.close(part.kind),
        }
    }
}

/// The title: what the page says, without the name of the site where a heading tells it from that.
fn title(page: &Page, chosen: &[&Part]) -> Option<String> {
    let said = page.title.as_deref().unwrap_or("");
    let headings = chosen.iter().copied().chain(&page.parts);
    let heading = headings
        .filter(|part| part.kind == BlockKind::Heading(1))
        .map(|part| crate::document::one_line(&part.text))
        .find(|heading| said.is_empty() || said.contains(heading.as_str()));
    heading
        .or_else(|| page.shared_title.clone())
        .or_else(|| page.title.clone())
        .filter(|title| !title.is_empty())
}
