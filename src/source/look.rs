//! A first look at bytes, to tell what they are.

use std::cell::OnceCell;

use super::archive::zip;

/// So many bytes show how a text begins.
const HEAD: usize = 1 << 10;

/// Bytes that are looked at by all formats, one after the other; what is dear is found out once.
#[derive(Debug)]
pub struct Look<'b> {
    /// All bytes, or the first of them.
    pub bytes: &'b [u8],
    start: OnceCell<String>,
    members: OnceCell<Option<Vec<String>>>,
}

impl<'b> Look<'b> {
    /// A look at these bytes.
    pub fn new(bytes: &'b [u8]) -> Self {
        Self {
            bytes,
            start: OnceCell::new(),
            members: OnceCell::new(),
        }
    }

    /// The first characters, in small letters, without white space and a byte order mark before them.
    pub fn start(&self) -> &str {
        self.start.get_or_init(|| {
            let head = &self.bytes[..self.bytes.len().min(HEAD)];
            let (encoding, _) =
                encoding_rs::Encoding::for_bom(head).unwrap_or((encoding_rs::UTF_8, 0));
            let (text, _) = encoding.decode_with_bom_removal(head);
            text.trim_start().to_ascii_lowercase()
        })
    }

    /// The names of the members, if it is a zip archive.
    pub fn members(&self) -> Option<&[String]> {
        self.members
            .get_or_init(|| zip::names(self.bytes))
            .as_deref()
    }

    /// Whether it is a zip archive with this member.
    pub fn holds(&self, member: &str) -> bool {
        self.members()
            .is_some_and(|members| members.iter().any(|name| name == member))
    }

    /// The media type that a zip package of ODF or EPUB begins with.
    pub fn media_type(&self) -> Option<&str> {
        let length = |at: usize| -> Option<usize> {
            let bytes = self.bytes.get(at..at + 4)?;
            Some(u32::from_le_bytes(bytes.try_into().ok()?) as usize)
        };
        let is_first = self.bytes.starts_with(zip::MAGIC)
            && self
                .bytes
                .get(30..38)
                .is_some_and(|name| name == b"mimetype");
        let start = 38 + usize::from(self.bytes.get(28).copied()?);
        let end = start + length(18).filter(|_| is_first)?.min(HEAD);
        str::from_utf8(self.bytes.get(start..end)?)
            .ok()
            .map(str::trim)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_start_is_without_marks_blanks_and_capitals() {
        assert_eq!(
            Look::new(b"\xef\xbb\xbf \n <!DOCTYPE Html>").start(),
            "<!doctype html>"
        );
        let wide: Vec<u8> = [0xff, 0xfe]
            .into_iter()
            .chain("\n<HTML>".encode_utf16().flat_map(u16::to_le_bytes))
            .collect();
        assert_eq!(Look::new(&wide).start(), "<html>");
        assert_eq!(Look::new(b"").start(), "");
    }

    #[test]
    fn a_package_tells_its_media_type() {
        let mut bytes = b"PK\x03\x04".to_vec();
        bytes.resize(30, 0);
        bytes[18] = 20;
        bytes.extend_from_slice(b"mimetypeapplication/epub+zipPK");
        assert_eq!(Look::new(&bytes).media_type(), Some("application/epub+zip"));
        assert_eq!(Look::new(&bytes[..40]).media_type(), None);
        assert_eq!(Look::new(b"PK\x03\x04").media_type(), None);
    }
}
