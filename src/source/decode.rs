//! From bytes to text: byte order marks, encodings, and what is no text at all.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE};

use crate::chars::count_bytes;
use crate::document::Origin;

/// A character encoding.
pub type Encoding = &'static encoding_rs::Encoding;

/// A text, and whether its bytes are the input's own.
#[derive(Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text. A UTF-8 byte order mark stays at its start, so that offsets are the file's.
    pub text: String,
    /// [`Origin::Source`] where the text is the input, byte for byte.
    pub origin: Origin,
}

/// So many bytes are looked at to tell text from binary and to guess an encoding.
pub(super) const PROBE: usize = 1 << 20;

/// The encoding with this label (`latin1`, `windows-1252`, `shift_jis`, …), as browsers know them.
pub fn encoding_by_label(label: &str) -> Option<Encoding> {
    encoding_rs::Encoding::for_label(label.trim().as_bytes())
}

/// The text of `bytes`, or `None` when they are not text.
///
/// In order: the encoding given, a byte order mark, UTF-16 of mostly Latin letters, UTF-8 (also with a few broken
/// characters, which become U+FFFD), and what `chardetng` makes of it.
pub fn decode(bytes: Vec<u8>, encoding: Option<Encoding>) -> Option<Decoded> {
    if let Some(encoding) = encoding.filter(|&encoding| encoding != UTF_8) {
        return Some(converted(&bytes, encoding));
    }
    if encoding.is_none()
        && let Some(text) = utf32(&bytes)
    {
        return Some(Decoded {
            text,
            origin: Origin::Extracted,
        });
    }
    if let Some((marked, _)) = encoding_rs::Encoding::for_bom(&bytes)
        && marked != UTF_8
    {
        return Some(converted(&bytes, marked));
    }
    if encoding.is_none() && is_binary(&bytes) {
        return unmarked_utf16(&bytes).map(|encoding| converted(&bytes, encoding));
    }
    match String::from_utf8(bytes) {
        Ok(text) => Some(Decoded {
            text: with_line_feeds(text),
            origin: Origin::Source,
        }),
        Err(error) => {
            let bytes = error.into_bytes();
            let encoding = encoding.unwrap_or_else(|| guess(&bytes));
            Some(converted(&bytes, encoding))
        }
    }
}

/// The text of bytes that begin with the byte order mark of UTF-32, which web encodings lack.
fn utf32(bytes: &[u8]) -> Option<String> {
    let number: fn([u8; 4]) -> u32 = match bytes {
        [0xff, 0xfe, 0, 0, ..] => u32::from_le_bytes,
        [0, 0, 0xfe, 0xff, ..] => u32::from_be_bytes,
        _ => return None,
    };
    let chars = bytes[4..].as_chunks::<4>().0.iter();
    Some(
        chars
            .map(|&four| char::from_u32(number(four)).unwrap_or(char::REPLACEMENT_CHARACTER))
            .collect(),
    )
}

/// UTF-16 that no mark begins, of text that is mostly in Latin letters: every other byte of those is zero, and
/// of those between none. Numbers in a binary file may be small too, but some of them are no characters of text.
fn unmarked_utf16(bytes: &[u8]) -> Option<Encoding> {
    let probe = &bytes[..bytes.len().min(PROBE) & !1];
    let pairs = probe.as_chunks::<2>().0;
    let zeros = |place: usize| pairs.iter().filter(|pair| pair[place] == 0).count();
    let (encoding, zeros) = match (zeros(0), zeros(1)) {
        (0, zeros) => (UTF_16LE, zeros),
        (zeros, 0) => (UTF_16BE, zeros),
        _ => return None,
    };
    let (text, has_errors) = encoding.decode_without_bom_handling(probe);
    let is_strange = |c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{c}');
    (2 * zeros > pairs.len() && !has_errors && !text.contains(is_strange)).then_some(encoding)
}

/// Lines that end with a carriage return alone end with a line feed instead, in the same places.
fn with_line_feeds(text: String) -> String {
    let bytes = text.as_bytes();
    if memchr::memchr(b'\n', bytes).is_some() || memchr::memchr(b'\r', bytes).is_none() {
        return text;
    }
    text.replace('\r', "\n")
}

fn converted(bytes: &[u8], encoding: Encoding) -> Decoded {
    let (text, _, _) = encoding.decode(bytes);
    Decoded {
        text: with_line_feeds(text.into_owned()),
        origin: Origin::Extracted,
    }
}

/// A zero byte, or more control characters than any text has.
fn is_binary(bytes: &[u8]) -> bool {
    let probe = &bytes[..bytes.len().min(PROBE)];
    let is_control = |byte| matches!(byte, 0..=8 | 14..=26 | 28..=31 | 127);
    memchr::memchr(0, probe).is_some() || count_bytes(probe, is_control) * 50 > probe.len()
}

/// The likeliest encoding of bytes that are not valid UTF-8.
fn guess(bytes: &[u8]) -> Encoding {
    let probe = &bytes[..bytes.len().min(PROBE)];
    if is_damaged_utf8(probe) {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(probe, true);
    detector.guess(None, Utf8Detection::Deny)
}

/// Whether multi-byte characters of UTF-8 outnumber the broken ones ten to one: the chance that
/// another encoding makes so many valid ones is nil.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut valid, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        valid += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    valid >= 10 * broken
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> Option<String> {
        decode(bytes.to_vec(), None).map(|decoded| decoded.text)
    }

    #[test]
    fn utf8_is_the_source_itself_with_and_without_a_mark() {
        let decoded = decode("caf\u{e9}".as_bytes().to_vec(), None).unwrap();
        assert_eq!(
            (decoded.text.as_str(), decoded.origin),
            ("café", Origin::Source)
        );
        assert_eq!(text("\u{feff}a".as_bytes()).as_deref(), Some("\u{feff}a"));
    }

    #[test]
    fn utf16_is_known_by_its_mark() {
        let little: Vec<u8> = [0xff, 0xfe]
            .into_iter()
            .chain("né".encode_utf16().flat_map(u16::to_le_bytes))
            .collect();
        let big: Vec<u8> = [0xfe, 0xff]
            .into_iter()
            .chain("né".encode_utf16().flat_map(u16::to_be_bytes))
            .collect();
        assert_eq!(text(&little).as_deref(), Some("né"));
        assert_eq!(text(&big).as_deref(), Some("né"));
        let wide = |order: fn(u32) -> [u8; 4]| -> Vec<u8> {
            "\u{feff}né"
                .chars()
                .flat_map(|c| order(u32::from(c)))
                .collect()
        };
        assert_eq!(text(&wide(u32::to_le_bytes)).as_deref(), Some("né"));
        assert_eq!(text(&wide(u32::to_be_bytes)).as_deref(), Some("né"));
    }

    #[test]
    fn utf16_without_a_mark_is_known_by_its_zeros() {
        let french = "Le café de la gare est fermé.\n";
        let little: Vec<u8> = french.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = french.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(text(&little).as_deref(), Some(french));
        assert_eq!(text(&big).as_deref(), Some(french));
        let numbers: Vec<u8> = (1..200_u16).flat_map(u16::to_le_bytes).collect();
        assert_eq!(text(&numbers), None);
        assert_eq!(text(b"a\0b\0\0c"), None);
        assert_eq!(text(&[0]), None);
    }

    #[test]
    fn carriage_returns_alone_end_lines() {
        assert_eq!(text(b"a\rb\r").as_deref(), Some("a\nb\n"));
        assert_eq!(text(b"a\r\nb\rc").as_deref(), Some("a\r\nb\rc"));
    }

    #[test]
    fn other_encodings_are_guessed_or_given() {
        let french = "Le café de la gare est fermé cet été, et les élèves le regrettent déjà.";
        let (latin1, _, _) = encoding_rs::WINDOWS_1252.encode(french);
        assert_eq!(text(&latin1).as_deref(), Some(french));
        for (label, sample) in [
            (
                "shift_jis",
                "吾輩は猫である。名前はまだ無い。どこで生れたか見当がつかぬ。",
            ),
            ("gb18030", "今天天气很好，我们去公园散步，晚上再回家吃饭。"),
            (
                "windows-1251",
                "Сегодня хорошая погода, и мы пошли гулять в парк у реки.",
            ),
        ] {
            let encoding = encoding_by_label(label).unwrap();
            let (bytes, _, _) = encoding.encode(sample);
            assert_eq!(text(&bytes).as_deref(), Some(sample), "{label} detected");
            let given = decode(bytes.into_owned(), Some(encoding)).unwrap();
            assert_eq!(
                (given.text.as_str(), given.origin),
                (sample, Origin::Extracted),
                "{label} given"
            );
        }
    }

    #[test]
    fn one_broken_character_does_not_make_utf8_something_else() {
        let mut bytes = "Größe über Maßen: Äpfel, Öl, Übung, süß, weiß, heiß"
            .as_bytes()
            .to_vec();
        bytes.push(0xe4);
        assert_eq!(text(&bytes).unwrap().chars().last(), Some('\u{fffd}'));
    }

    #[test]
    fn binary_is_no_text() {
        assert_eq!(text(b"\x7fELF\x02\x01\x01\x00\x00\x00"), None);
        let noise: Vec<u8> = (1..=2_000_u32)
            .map(|i| (i.wrapping_mul(2_654_435_761) >> 24) as u8)
            .collect();
        assert_eq!(text(&noise), None);
    }
}
