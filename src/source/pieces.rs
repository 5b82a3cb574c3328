//! Large plain texts, piece by piece: who only counts does not need a text in memory as a whole.

use std::fs::File;
use std::io::{self, Read};

use encoding_rs::UTF_8;

use super::archive::Archive;
use super::decode::{Decoded, PROBE, decode};
use super::expand::Compression;
use super::format::plain::Layout;
use super::format::{self, Format, plain};
use super::look::Look;
use super::{Input, LARGEST_INPUT, ReadOptions};
use crate::document::{Document, Origin};

/// Smaller files are not worth the trouble, in bytes.
const SMALLEST: u64 = 4 << 20;
/// Pieces are at least this long, in bytes: short enough to stay in a processor's cache while they are
/// decoded, laid out and counted.
const SIZE: usize = 256 << 10;

/// A large file of plain UTF-8 text that is read in pieces. Each ends with a blank line, so that no
/// paragraph is cut, and the pieces have the blocks that the whole text has, headings aside.
#[derive(Debug)]
pub struct Pieces {
    file: File,
    size: u64,
    layout: Layout,
    /// Where the next piece starts in the file.
    offset: usize,
    /// What has been read of it.
    ahead: Vec<u8>,
}

/// A piece that has been read.
#[derive(Debug)]
pub struct Piece {
    /// Where it starts in the file.
    pub offset: usize,
    /// Its text and blocks.
    pub document: Document,
}

/// The bytes of a piece.
#[derive(Debug, Default)]
pub struct RawPiece {
    offset: usize,
    bytes: Vec<u8>,
}

impl Pieces {
    /// Opens an input, and reads its first piece, which is large enough to tell encoding and language.
    ///
    /// `None`: it is no large file of plain UTF-8 text, or can't be read: then it has to be read whole,
    /// which will tell what is wrong.
    pub fn open(input: &Input, options: &ReadOptions) -> Option<(Piece, Self)> {
        if options.filter_of(input).is_some() {
            return None;
        }
        let path = input.path()?;
        let is_plain = |format: &Format| format.name == plain::FORMAT.name;
        let by_path = options
            .format
            .unwrap_or_else(|| format::by_path(Some(path)));
        if !is_plain(by_path) || options.encoding.is_some_and(|encoding| encoding != UTF_8) {
            return None;
        }
        let file = File::open(path).ok()?;
        let size = file
            .metadata()
            .ok()
            .filter(std::fs::Metadata::is_file)?
            .len();
        let largest = options.limits.bytes.min(LARGEST_INPUT);
        if !(SMALLEST..=largest).contains(&size) {
            return None;
        }
        let mut pieces = Self {
            file,
            size,
            layout: Layout::default(),
            offset: 0,
            ahead: Vec::new(),
        };
        let mut first = RawPiece::default();
        pieces.take(&mut first, PROBE).ok()?;
        let look = Look::new(&first.bytes);
        let is_packed = Compression::of(&first.bytes).is_some() || Archive::of(&look).is_some();
        let chosen = || format::choose(&look, Some(path), &options.fields);
        if is_packed || !is_plain(options.format.unwrap_or_else(chosen)) {
            return None;
        }
        let decoded = decode(first.bytes, options.encoding)?;
        let is_cut = decoded.text.len() as u64 != size;
        if decoded.origin != Origin::Source || !is_cut {
            return None;
        }
        pieces.layout = Layout::of(&decoded.text);
        let document = plain::parse(&input.name(), decoded);
        let offset = 0;
        Some((Piece { offset, document }, pieces))
    }

    /// The size of the file when it was opened, in bytes.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// How the text is laid out.
    pub fn layout(&self) -> Layout {
        self.layout
    }

    /// Reads the next piece, in place of the one that `piece` holds; `false`: there is none.
    ///
    /// # Errors
    /// When the file can't be read, or has grown too large.
    pub fn next(&mut self, piece: &mut RawPiece) -> io::Result<bool> {
        self.take(piece, SIZE)?;
        Ok(!piece.bytes.is_empty())
    }

    /// Reads a piece of at least `size` bytes, up to a blank line or the end of the file.
    fn take(&mut self, piece: &mut RawPiece, size: usize) -> io::Result<()> {
        let bytes = &mut piece.bytes;
        bytes.clear();
        bytes.append(&mut self.ahead);
        let mut seen = size;
        let end = loop {
            let wanted = (bytes.len().max(size) + SIZE / 16 - bytes.len()) as u64;
            let is_at_end = (&mut self.file).take(wanted).read_to_end(bytes)? == 0;
            if self.offset + bytes.len() > LARGEST_INPUT as usize {
                return Err(io::ErrorKind::FileTooLarge.into());
            }
            if is_at_end {
                break bytes.len();
            }
            if let Some(place) = blank_line(bytes, seen) {
                break place;
            }
            seen = bytes.len();
        };
        self.ahead.extend_from_slice(&bytes[end..]);
        bytes.truncate(end);
        piece.offset = self.offset;
        self.offset += end;
        Ok(())
    }
}

impl RawPiece {
    /// The piece as text in blocks; `None`: it is not valid UTF-8.
    pub fn parse(&mut self, layout: Layout) -> Option<Piece> {
        let text = String::from_utf8(std::mem::take(&mut self.bytes)).ok()?;
        let decoded = Decoded {
            text,
            origin: Origin::Source,
        };
        Some(Piece {
            offset: self.offset,
            document: layout.part(decoded),
        })
    }

    /// Takes the memory of a piece back, for the next one.
    pub fn reuse(&mut self, piece: Piece) {
        self.bytes = piece.document.into_text().into_bytes();
    }
}

/// The first place from `from` on that stands behind a blank line.
fn blank_line(bytes: &[u8], from: usize) -> Option<usize> {
    let start = from.min(bytes.len()).saturating_sub(1);
    let place = memchr::memmem::find(&bytes[start..], b"\n\n")?;
    Some(start + place + 2)
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn paragraphs(count: usize) -> String {
        let paragraph = |i: usize| format!("Line {i} of it\n{}\n", "and more ".repeat(i % 19));
        (0..count).map(paragraph).collect::<Vec<_>>().join("\n")
    }

    fn open(text: &[u8]) -> Option<(Piece, Pieces)> {
        let mut file = tempfile::NamedTempFile::new().expect("a file");
        file.write_all(text).expect("written");
        Pieces::open(&Input::Named(file.path().into()), &ReadOptions::default())
    }

    #[test]
    fn pieces_are_the_text_and_have_its_blocks() {
        let text = paragraphs(60_000);
        let (first, mut pieces) = open(text.as_bytes()).expect("large plain text");
        let mut parts = vec![first];
        let mut raw = RawPiece::default();
        while pieces.next(&mut raw).expect("readable") {
            parts.push(raw.parse(pieces.layout()).expect("UTF-8"));
        }
        assert!(parts.len() > 10);
        let joined: String = parts.iter().map(|piece| piece.document.text()).collect();
        assert!(joined == text);
        let spans = |piece: &Piece| -> Vec<_> {
            let blocks = piece.document.blocks().iter();
            blocks
                .map(|block| block.span.shifted(piece.offset))
                .collect()
        };
        let whole = crate::source::format::plain("d", text);
        let expected: Vec<_> = whole.blocks().iter().map(|block| block.span).collect();
        assert!(parts.iter().flat_map(spans).collect::<Vec<_>>() == expected);
    }

    #[test]
    fn what_is_small_or_not_plain_utf8_is_read_whole() {
        assert!(open(paragraphs(100).as_bytes()).is_none());
        let large = paragraphs(60_000);
        assert!(open(&[large.as_bytes(), &[0xe4, b'\n']].concat()).is_some());
        assert!(open(&[&[0xe4], large.as_bytes()].concat()).is_none());
        assert!(open(&[&[0], large.as_bytes()].concat()).is_none());
        assert!(open("no blank line\n".repeat(400_000).as_bytes()).is_none());
    }
}
