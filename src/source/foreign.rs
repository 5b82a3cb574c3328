//! Documents of other programs that are not read: they are known by their content, so that they can be named.

use memchr::memmem;

use super::look::Look;
use super::{FailureKind, Fault};

/// How a compound file begins (MS-CFB): office documents up to 2003, and protected ones of today.
const COMPOUND: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/// The length of an entry of its directory, which begins with the name of a stream.
const ENTRY: usize = 128;
/// So many entries of it are looked at.
const ENTRIES: usize = 512;

/// Streams that tell what a compound file is.
const STREAMS: [(&str, Foreign); 6] = [
    ("EncryptedPackage", Foreign::Protected),
    ("WordDocument", Foreign::Document("an old Word document")),
    (
        "PowerPoint Document",
        Foreign::Document("an old PowerPoint presentation"),
    ),
    ("Workbook", Foreign::Document("an old Excel workbook")),
    ("Book", Foreign::Document("an old Excel workbook")),
    (
        "__properties_version1.0",
        Foreign::Document("an Outlook message"),
    ),
];

/// Members that tell what a package is.
const MEMBERS: [(&str, Foreign); 2] = [
    ("xl/workbook.xml", Foreign::Document("an Excel workbook")),
    ("xl/workbook.bin", Foreign::Document("an Excel workbook")),
];

/// How the media types of packages begin, and what they are.
const MEDIA_TYPES: [(&str, Foreign); 3] = [
    (
        "application/vnd.oasis.opendocument.spreadsheet",
        Foreign::Document("an OpenDocument spreadsheet"),
    ),
    (
        "application/vnd.oasis.opendocument.presentation",
        Foreign::Document("an OpenDocument presentation"),
    ),
    (
        "application/vnd.oasis.opendocument.graphics",
        Foreign::Document("an OpenDocument drawing"),
    ),
];

/// A document that is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Foreign {
    /// What it is, in words for people.
    Document(&'static str),
    /// A password protects it.
    Protected,
}

impl Foreign {
    /// What the bytes are, if they are such a document.
    pub(super) fn of(look: &Look) -> Option<Self> {
        if look.bytes.starts_with(COMPOUND) {
            return compound(look.bytes);
        }
        let media_type = || look.media_type();
        let known =
            |(start, foreign): &(&str, Self)| media_type()?.starts_with(start).then_some(*foreign);
        let by_member = |(member, foreign): &(&str, Self)| look.holds(member).then_some(*foreign);
        let by_media_type = MEDIA_TYPES.iter().find_map(known);
        by_media_type.or_else(|| MEMBERS.iter().find_map(by_member))
    }

    /// Why it gives no document; one that was met in a folder is passed over.
    pub(super) fn fault(self, is_found: bool) -> Fault {
        match self {
            Self::Protected => Fault::new(FailureKind::Protected, "protected by a password"),
            Self::Document(name) => {
                let kind = match is_found {
                    true => FailureKind::PassedOver,
                    false => FailureKind::Unsupported,
                };
                Fault::new(kind, format!("{name}: not read; see --pre"))
            }
        }
    }
}

/// What a compound file is, by the first stream of its directory that tells.
fn compound(bytes: &[u8]) -> Option<Foreign> {
    let root = utf16("Root Entry");
    let directory = memmem::find_iter(bytes, &root).find(|place| place.is_multiple_of(ENTRY))?;
    let entries = bytes[directory..].chunks(ENTRY).take(ENTRIES);
    let names: Vec<(Vec<u8>, Foreign)> = STREAMS
        .iter()
        .map(|&(name, foreign)| (utf16(name), foreign))
        .collect();
    let told = |entry: &[u8]| {
        let is_name = |name: &[u8]| {
            entry
                .strip_prefix(name)
                .is_some_and(|rest| rest.starts_with(&[0, 0]))
        };
        names
            .iter()
            .find_map(|(name, foreign)| is_name(name).then_some(*foreign))
    };
    entries.into_iter().find_map(told)
}

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A compound file with these streams.
    pub(in crate::source) fn compound_of(streams: &[&str]) -> Vec<u8> {
        let mut bytes = COMPOUND.to_vec();
        bytes.resize(512, 0xff);
        for name in [&["Root Entry"], streams].concat() {
            let mut entry = utf16(name);
            entry.resize(ENTRY, 0);
            bytes.extend(entry);
        }
        bytes
    }

    #[test]
    fn compound_files_are_what_their_first_stream_says() {
        let name = |streams: &[&str]| Foreign::of(&Look::new(&compound_of(streams)));
        let document = |name| Some(Foreign::Document(name));
        assert_eq!(
            name(&["1Table", "WordDocument", "Workbook"]),
            document("an old Word document")
        );
        assert_eq!(
            name(&["Current User", "PowerPoint Document"]),
            document("an old PowerPoint presentation")
        );
        assert_eq!(name(&["Book"]), document("an old Excel workbook"));
        assert_eq!(
            name(&["EncryptionInfo", "EncryptedPackage"]),
            Some(Foreign::Protected)
        );
        assert_eq!(name(&["256_something", "Catalog"]), None);
        assert_eq!(Foreign::of(&Look::new(COMPOUND)), None);
        assert_eq!(Foreign::of(&Look::new(b"Root Entry")), None);
    }
}
