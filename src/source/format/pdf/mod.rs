//! PDF (ISO 32000-2, 2020): what the pages show, in the order in which it is read.
//!
//! A page tells which characters stand where, and nothing of words, lines and paragraphs. These are found by
//! their places: characters make pieces of lines ([`lines`]), pieces make columns ([`columns`]), what stands at the
//! edge of every page is left out ([`furniture`]), and lines make paragraphs ([`paragraphs`]).

mod columns;
mod fonts;
mod furniture;
mod glyphs;
mod hyphens;
mod lines;
mod paragraphs;

use hayro_interpret::InterpreterCache;
use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use self::columns::Column;
use self::fonts::Fonts;
use self::hyphens::Compounds;
use self::lines::Piece;
use self::paragraphs::{Body, Paragraph, ends_sentence, is_same_size};
use super::extract::Extract;
use super::{Format, Read};
use crate::document::{BlockKind, Document, one_line};
use crate::source::limits::Allowance;
use crate::source::raw::Raw;
use crate::source::{FailureKind, Fault};

pub(super) const FORMAT: Format = Format {
    name: "pdf",
    about: "PDF: words in reading order, without running heads and page numbers",
    extensions: &["pdf"],
    recognizes: |look| look.bytes.trim_ascii_start().starts_with(b"%PDF-"),
    read: Read::Isolated(read),
};

fn read(raw: Raw) -> Result<Document, Fault> {
    let most = raw.options.limits.pages;
    let is_whole = is_whole(&raw.bytes);
    let pdf = Pdf::new(raw.bytes).map_err(fault)?;
    if pdf.pages().len() > most {
        let reason = format!("more than {most} pages");
        return Err(Fault::new(FailureKind::TooLarge, reason));
    }
    let mut pages = pieces(&pdf, raw.allowance).map_err(|fault| match fault.kind {
        FailureKind::NoText if !is_whole => Fault::damaged("PDF", "its end is missing"),
        _ => fault,
    })?;
    furniture::remove(&mut pages);
    let columns: Vec<Vec<Column>> = pages.into_iter().map(columns::columns).collect();
    let paragraphs = joined(all_paragraphs(columns));
    let title = title(&paragraphs, named(&pdf));
    Ok(text(paragraphs).into_document(raw.name, title))
}

fn fault(error: LoadPdfError) -> Fault {
    match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => {
            Fault::new(FailureKind::Protected, "protected by a password")
        }
        LoadPdfError::Decryption(_) => {
            Fault::new(FailureKind::Protected, "encrypted in an unknown way")
        }
        LoadPdfError::Invalid => Fault::damaged("PDF", "no pages can be found in it"),
    }
}

/// So many bytes hold the mark at the end of a file, and what its beginning says of its length.
const EDGE: usize = 1 << 10;

/// Whether a file has an end, and the length that it says it has (ISO 32000-2, 7.5.5 and annex F).
fn is_whole(bytes: &[u8]) -> bool {
    let (head, tail) = (
        &bytes[..bytes.len().min(EDGE)],
        &bytes[bytes.len().saturating_sub(EDGE)..],
    );
    let has_end = memchr::memmem::find(tail, b"%%EOF").is_some();
    has_end && said_length(head).is_none_or(|length| length <= bytes.len())
}

/// The length of a file that is made to be shown before all of it is there.
fn said_length(head: &[u8]) -> Option<usize> {
    let place = memchr::memmem::find(head, b"/Linearized")?;
    let place = place + memchr::memmem::find(&head[place..], b"/L ")?;
    let number = head[place + 3..].trim_ascii_start();
    let digits = number
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    str::from_utf8(&number[..digits]).ok()?.parse().ok()
}

/// The pieces of lines of all pages.
///
/// # Errors
/// When a page holds too much, and when it can't be told which characters most of the pages show.
fn pieces(pdf: &Pdf, allowance: &Allowance) -> Result<Vec<Vec<Piece>>, Fault> {
    let cache = InterpreterCache::new();
    let (mut known, mut unknown) = (0, 0);
    let mut fonts = Fonts::default();
    let mut pages: Vec<Vec<Piece>> = Vec::new();
    for page in pdf.pages().iter() {
        allowance.check_time()?;
        let sheet = glyphs::of_page(page, &cache, &mut fonts)?;
        known += sheet.glyphs.iter().filter(|glyph| glyph.c != ' ').count();
        unknown += sheet.unknown;
        pages.push(lines::pieces(&sheet.glyphs));
    }
    if known == 0 && unknown == 0 && !pages.is_empty() {
        let reason = "no text in it, only pictures: scanned pages need text recognition first";
        return Err(Fault::new(FailureKind::NoText, reason));
    }
    if unknown > known {
        let reason = "its fonts do not tell which characters it shows";
        return Err(Fault::new(FailureKind::Unsupported, reason));
    }
    for piece in pages.iter_mut().flatten() {
        piece.font = fonts.resolved(piece.font);
    }
    Ok(pages)
}

/// The title that the document names, if it is one.
fn named(pdf: &Pdf) -> Option<String> {
    let bytes = pdf.metadata().title.as_deref()?;
    let text = match bytes {
        [0xfe, 0xff, rest @ ..] => encoding_rs::UTF_16BE.decode(rest).0,
        [0xef, 0xbb, 0xbf, rest @ ..] => encoding_rs::UTF_8.decode(rest).0,
        bytes => encoding_rs::WINDOWS_1252.decode(bytes).0,
    };
    let title = one_line(&text);
    let is_file = title.rsplit_once('.').is_some_and(|(_, end)| {
        (1..=5).contains(&end.len()) && end.bytes().all(|b| b.is_ascii_alphanumeric())
    });
    let is_title =
        title.contains(' ') && !is_file && !title.to_lowercase().starts_with("microsoft word");
    Some(title).filter(|_| is_title)
}

/// The title: the largest heading of the first page, or the one that the document names.
fn title(paragraphs: &[Paragraph], named: Option<String>) -> Option<String> {
    let is_first = |paragraph: &&Paragraph| paragraph.lines[0].0 == 1;
    let headings = paragraphs
        .iter()
        .take_while(is_first)
        .filter(|paragraph| matches!(paragraph.kind, BlockKind::Heading(_)));
    let largest = headings.fold(None, |largest: Option<&Paragraph>, heading| match largest {
        Some(largest) if largest.size >= heading.size => Some(largest),
        _ => Some(heading),
    });
    named.or_else(|| {
        let lines: Vec<&str> = largest?.lines.iter().map(|line| line.1.as_str()).collect();
        Some(one_line(&lines.join(" ")))
    })
}

fn all_paragraphs(pages: Vec<Vec<Column>>) -> Vec<Paragraph> {
    let body = Body::of(pages.iter().flatten().flat_map(|column| &column.lines));
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    for (page, columns) in pages.into_iter().enumerate() {
        for column in columns {
            paragraphs.extend(paragraphs::paragraphs(column, page + 1, body));
        }
    }
    set_levels(&mut paragraphs);
    paragraphs
}

/// Headings of the largest size are of the first level, and so on.
fn set_levels(paragraphs: &mut [Paragraph]) {
    let is_heading = |paragraph: &&Paragraph| matches!(paragraph.kind, BlockKind::Heading(_));
    let headings = paragraphs.iter().filter(is_heading);
    let mut sizes: Vec<f32> = headings.map(|paragraph| paragraph.size).collect();
    sizes.sort_unstable_by(|a, b| b.total_cmp(a));
    sizes.dedup_by(|next, before| is_same_size(*next, *before));
    for paragraph in paragraphs {
        if let BlockKind::Heading(level) = &mut paragraph.kind {
            let larger = sizes.iter().filter(|size| **size > paragraph.size);
            let larger = larger.filter(|size| !is_same_size(**size, paragraph.size));
            *level = (larger.count() + 1).min(6) as u8;
        }
    }
}

/// A paragraph that goes on in the next column stands so few paragraphs before it: between them are notes at the foot
/// of the page, and pictures.
const FARTHEST: usize = 6;

/// Paragraphs that a column, a page or a formula cuts in two, as one.
fn joined(paragraphs: Vec<Paragraph>) -> Vec<Paragraph> {
    let mut joined: Vec<Paragraph> = Vec::with_capacity(paragraphs.len());
    for paragraph in paragraphs {
        match unfinished(&mut joined, &paragraph) {
            Some(before) => before.lines.extend(paragraph.lines),
            None => joined.push(paragraph),
        }
    }
    joined
}

/// The paragraph that this one goes on with.
fn unfinished<'p>(before: &'p mut [Paragraph], paragraph: &Paragraph) -> Option<&'p mut Paragraph> {
    let (page, first) = paragraph.lines.first()?;
    let goes_on = paragraph.kind == BlockKind::Paragraph && first.starts_with(char::is_lowercase);
    if !goes_on {
        return None;
    }
    let near = before.iter_mut().rev().take(FARTHEST);
    let mut text = near
        .take_while(|before| !matches!(before.kind, BlockKind::Heading(_)))
        .filter(|before| before.kind != BlockKind::Table)
        .filter(|before| is_same_size(before.size, paragraph.size));
    let last = text.next()?;
    let (last_page, last_line) = last.lines.last()?;
    (!ends_sentence(last_line) && last_page + 1 >= *page).then_some(last)
}

fn text(paragraphs: Vec<Paragraph>) -> Extract {
    let lines = || paragraphs.iter().flat_map(|paragraph| &paragraph.lines);
    let compounds = Compounds::of(lines().map(|line| line.1.as_str()));
    let mut extract = Extract::default();
    for paragraph in &paragraphs {
        let is_table = paragraph.kind == BlockKind::Table;
        for (place, (page, line)) in paragraph.lines.iter().enumerate() {
            let before = paragraph.lines[..place].last().map(|line| line.1.as_str());
            match before {
                None => {}
                Some(_) if is_table => extract.push("\n"),
                Some(before) => match compounds.join(before, line) {
                    hyphens::Join::Blank => extract.push(" "),
                    hyphens::Join::Nothing => {}
                    hyphens::Join::Unhyphenated => extract.unpush(),
                },
            }
            extract.at_page(*page);
            extract.push(line);
        }
        extract.close(paragraph.kind);
    }
    extract
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_and_the_length_of_a_file_are_looked_at() {
        assert!(is_whole(b"%PDF-1.7 ... startxref 9 %%EOF\n"));
        assert!(!is_whole(b"%PDF-1.7 ..."));
        let linear = |length: usize| {
            format!("%PDF-1.7 1 0 obj << /Linearized 1 /H [1 2] /L {length} >> endobj %%EOF")
        };
        assert!(is_whole(linear(50).as_bytes()));
        assert!(!is_whole(linear(5_000).as_bytes()));
    }
}
