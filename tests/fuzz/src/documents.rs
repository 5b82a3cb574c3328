//! Bytes as documents: formats, and what they are packed in.

use epitome::document::Document;
use epitome::source::format::{FORMATS, Format, Read};
use epitome::source::limits::Limits;
use epitome::source::{Failure, ReadOptions, read_bytes};
use epitome::text::{Language, LanguageKits, segment};

use super::choice;
use super::makers;
use super::pdf_file;
use super::sound::assert_sound;

/// Little: to look for faults takes many tries.
fn limits() -> Limits {
    Limits {
        bytes: 1 << 20,
        expanded: 4 << 20,
        documents: 200,
        depth: 3,
        ..Limits::default()
    }
}

/// Formats that are zip packages: [`office`] makes the packages itself.
const PACKAGES: [&str; 3] = ["docx", "epub", "odt"];
/// Formats that have a target of their own.
const OWN_TARGET: [&str; 4] = ["docx", "epub", "odt", "pdf"];

type Outcomes = Vec<Result<Document, Failure>>;

fn read(name: &str, bytes: &[u8], format: Option<&'static Format>) -> Outcomes {
    let options = ReadOptions {
        limits: limits(),
        format,
        ..ReadOptions::default()
    };
    let outcomes = read_bytes(name, bytes.to_vec(), &options);
    assert_sound(name, &outcomes);
    outcomes
}

/// The number of a format, made of its name, so that it stays what it is when formats are added.
pub fn number(format: &Format) -> u8 {
    let bytes = format.name.bytes();
    bytes.fold(0, |sum: u8, byte| sum.wrapping_mul(31).wrapping_add(byte))
}

/// The format whose number is the next to a byte, among those of a kind.
fn chosen(byte: u8, is_of_kind: fn(&Format) -> bool) -> &'static Format {
    let formats = FORMATS.iter().filter(|format| is_of_kind(format));
    formats
        .min_by_key(|format| number(format).wrapping_sub(byte))
        .expect("there are formats")
}

/// Reads bytes in a format; there is no more text in them than a few times as much as there are bytes, and its
/// sentences are in order.
fn read_as(format: &'static Format, bytes: &[u8]) {
    let outcomes = read("fuzz", bytes, Some(format));
    let texts = outcomes
        .iter()
        .flatten()
        .map(|document| document.text().len());
    let most = 8 * bytes.len() + 4_096;
    assert!(texts.sum::<usize>() <= most, "{} grows", format.name);
    for document in outcomes.iter().flatten() {
        assert_sentences(document);
    }
}

fn assert_sentences(document: &Document) {
    thread_local! {
        static KITS: LanguageKits = LanguageKits::default();
    }
    KITS.with(|kits| {
        let mut behind = 0;
        for sentence in segment(document, kits.get(Language::english())) {
            let (start, end) = (sentence.span.start, sentence.span.end);
            assert!(behind <= start && start < end, "{:?}", sentence.span);
            assert!(!sentence.span.of(document.text()).is_empty());
            behind = end;
        }
    });
}

/// One text in a format of text or bytes.
pub fn markup(bytes: &[u8]) {
    let (byte, text) = choice(bytes);
    let is_of_kind = |format: &Format| {
        !matches!(format.read, Read::Several(_)) && !OWN_TARGET.contains(&format.name)
    };
    read_as(chosen(byte, is_of_kind), text);
}

/// Records in a format of several documents, or subtitles.
pub fn records(bytes: &[u8]) {
    let (byte, text) = choice(bytes);
    let is_of_kind =
        |format: &Format| matches!(format.read, Read::Several(_)) || format.name == "subtitles";
    read_as(chosen(byte, is_of_kind), text);
}

/// A package of an office document or a book, whole or put together of XML that zero bytes part.
pub fn office(bytes: &[u8]) {
    let (byte, rest) = choice(bytes);
    let [docx, epub, odt] = PACKAGES.map(epitome::source::format::by_name);
    if byte & 0x40 != 0 {
        let format = [docx, epub, odt, None][usize::from(byte & 3)];
        read("fuzz", rest, format);
        return;
    }
    let mut parts = rest.split(|&byte| byte == 0);
    let mut part = || parts.next().unwrap_or_default();
    let (format, members): (_, Vec<(&str, &[u8])>) = match byte & 3 {
        0 | 3 => (
            docx,
            vec![
                ("[Content_Types].xml", b"<Types/>"),
                ("word/document.xml", part()),
                ("word/styles.xml", part()),
                ("word/footnotes.xml", part()),
                ("docProps/core.xml", part()),
            ],
        ),
        1 => (
            epub,
            vec![
                ("mimetype", b"application/epub+zip"),
                (
                    "META-INF/container.xml",
                    b"<rootfile full-path=\"a/b.opf\"/>",
                ),
                ("a/b.opf", part()),
                ("a/1.xhtml", part()),
                ("a/2.xhtml", part()),
                ("META-INF/encryption.xml", part()),
            ],
        ),
        _ => (
            odt,
            vec![
                ("mimetype", b"application/vnd.oasis.opendocument.text"),
                ("content.xml", part()),
                ("styles.xml", part()),
                ("meta.xml", part()),
            ],
        ),
    };
    let package = makers::stored(&members);
    // A package tells what it is, if it is not damaged.
    let outcomes = read("fuzz", &package, None);
    if let Some(format) = format {
        assert_eq!(outcomes.len(), 1, "{}", format.name);
    }
}

/// PDF, whole or put together of the contents of two pages, a font and its characters, that zero bytes part.
pub fn pdf(bytes: &[u8]) {
    let format = epitome::source::format::by_name("pdf");
    let (byte, rest) = choice(bytes);
    if byte & 0x40 != 0 {
        read("fuzz", rest, format);
        return;
    }
    let mut parts = rest.split(|&byte| byte == 0);
    let mut part = || parts.next().unwrap_or_default();
    let (pages, font, characters) = ([part(), part()], part(), part());
    let outcomes = read(
        "fuzz",
        &pdf_file::of_contents(&pages, font, characters),
        format,
    );
    for document in outcomes.iter().flatten() {
        assert_sentences(document);
    }
}

/// Compressed files and archives, as they are or made of the bytes. What is packed is what it was.
pub fn packed(bytes: &[u8]) {
    let (byte, rest) = choice(bytes);
    if byte & 0x0f < 8 {
        read("fuzz.txt", rest, None);
        return;
    }
    let texts = |outcomes: &Outcomes| -> Vec<Result<String, Failure>> {
        let text = |outcome: &Result<Document, Failure>| match outcome {
            Ok(document) => Ok(document.text().to_owned()),
            Err(failure) => Err(failure.clone()),
        };
        outcomes.iter().map(text).collect()
    };
    let is_archive = byte & 7 > 3;
    let file = match byte & 7 {
        0 => makers::gzip(rest),
        1 => makers::bzip2(rest),
        2 => makers::xz(rest),
        3 => makers::zstd(rest),
        4 | 5 => makers::tar(&[("fuzz.txt", rest)]),
        _ => makers::stored(&[("fuzz.txt", rest)]),
    };
    let inside = read("fuzz.txt", &file, None);
    let plain = read("fuzz.txt", rest, epitome::source::format::by_name("plain"));
    let is_plain = |outcomes: &Outcomes| matches!(&outcomes[..], [Ok(_)]);
    // What is no plain text may be more than one document, or in an archive one that is passed over.
    if is_plain(&inside) && is_plain(&plain) && !is_archive {
        let direct = read("fuzz.txt", rest, None);
        assert_eq!(texts(&inside), texts(&direct), "{byte:#x}");
    }
}
