//! The header fields of a message (RFC 5322), and words and parameters in them (RFC 2045, RFC 2047).

use super::transfer::{base64, quoted_printable};
use crate::source::decode::{decode, encoding_by_label};

/// The fields that tell how to read a message.
#[derive(Debug, Default)]
pub(super) struct Headers {
    pub subject: Vec<u8>,
    content_type: Vec<u8>,
    encoding: Vec<u8>,
    disposition: Vec<u8>,
    /// The field that the last line was of.
    last: Option<Field>,
}

#[derive(Clone, Copy, Debug)]
enum Field {
    Subject,
    ContentType,
    Encoding,
    Disposition,
    Other,
}

/// A field of more bytes is not looked at to its end.
const LONGEST_FIELD: usize = 10_000;

/// How the bytes of a body are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Transfer {
    Plain,
    QuotedPrintable,
    Base64,
}

impl Headers {
    /// Takes a line of the header; a line that begins with a blank goes on with the field before. Whether it
    /// is one: else the body begins with it.
    pub fn take(&mut self, line: &[u8]) -> bool {
        let is_more = line.starts_with(b" ") || line.starts_with(b"\t");
        let value = if is_more {
            line
        } else {
            let Some(colon) = memchr::memchr(b':', line) else {
                return false;
            };
            let name = line[..colon].trim_ascii_end();
            if name.is_empty() || !name.iter().all(u8::is_ascii_graphic) {
                return false;
            }
            self.last = Some(field(name));
            &line[colon + 1..]
        };
        let Some(last) = self.last else {
            return false;
        };
        if let Some(known) = self.field(last)
            && known.len() + value.len() <= LONGEST_FIELD
        {
            known.push(b' ');
            known.extend_from_slice(value.trim_ascii());
        }
        true
    }

    fn field(&mut self, field: Field) -> Option<&mut Vec<u8>> {
        match field {
            Field::Subject => Some(&mut self.subject),
            Field::ContentType => Some(&mut self.content_type),
            Field::Encoding => Some(&mut self.encoding),
            Field::Disposition => Some(&mut self.disposition),
            Field::Other => None,
        }
    }

    /// The media type in small letters; empty where none is told.
    pub fn media_type(&self) -> String {
        let end = memchr::memchr(b';', &self.content_type).unwrap_or(self.content_type.len());
        let name = String::from_utf8_lossy(&self.content_type[..end]);
        name.trim().to_ascii_lowercase()
    }

    /// A parameter of the media type, by its name in small letters.
    pub fn parameter(&self, name: &str) -> Option<Vec<u8>> {
        let start = memchr::memchr(b';', &self.content_type)? + 1;
        let mut rest = &self.content_type[start..];
        while let Some(equals) = memchr::memchr(b'=', rest) {
            let key = rest[..equals].trim_ascii();
            let (value, behind) = parameter_value(rest[equals + 1..].trim_ascii_start());
            if key.eq_ignore_ascii_case(name.as_bytes()) {
                return Some(value.to_vec());
            }
            let next = memchr::memchr(b';', behind).map_or(behind.len(), |place| place + 1);
            rest = &behind[next..];
        }
        None
    }

    pub fn transfer(&self) -> Transfer {
        let name = self.encoding.trim_ascii();
        match name {
            _ if name.eq_ignore_ascii_case(b"base64") => Transfer::Base64,
            _ if name.eq_ignore_ascii_case(b"quoted-printable") => Transfer::QuotedPrintable,
            _ => Transfer::Plain,
        }
    }

    pub fn is_attachment(&self) -> bool {
        let disposition = self.disposition.trim_ascii_start().to_ascii_lowercase();
        disposition.starts_with(b"attachment")
    }
}

fn field(name: &[u8]) -> Field {
    match name.to_ascii_lowercase().as_slice() {
        b"subject" => Field::Subject,
        b"content-type" => Field::ContentType,
        b"content-transfer-encoding" => Field::Encoding,
        b"content-disposition" => Field::Disposition,
        _ => Field::Other,
    }
}

/// A value, in quotation marks or not, and what stands behind it.
fn parameter_value(text: &[u8]) -> (&[u8], &[u8]) {
    if let Some(quoted) = text.strip_prefix(b"\"") {
        let end = memchr::memchr(b'"', quoted).unwrap_or(quoted.len());
        return (&quoted[..end], &quoted[(end + 1).min(quoted.len())..]);
    }
    let ends = |byte: &u8| byte.is_ascii_whitespace() || *byte == b';';
    text.split_at(text.iter().position(ends).unwrap_or(text.len()))
}

/// The text of a field, with its encoded words (`=?utf-8?Q?caf=C3=A9?=`) decoded.
pub(super) fn text_of(field: &[u8]) -> String {
    let Some(field) = decode(field.to_vec(), None).map(|decoded| decoded.text) else {
        return String::new();
    };
    let (mut text, mut rest) = (String::new(), field.as_str());
    // Bytes of words one behind the other: a character may be cut between two of them.
    let mut open: Option<(String, Vec<u8>)> = None;
    while let Some((start, word)) = next_word(rest) {
        let between = &rest[..start];
        if open.as_ref().is_some_and(|(label, _)| *label != word.label)
            || !between.trim().is_empty()
        {
            flush(&mut open, &mut text);
        }
        if open.is_none() && (!between.trim().is_empty() || text.is_empty()) {
            text.push_str(between);
        }
        let (_, bytes) = open.get_or_insert_with(|| (word.label.clone(), Vec::new()));
        bytes.extend_from_slice(&word.bytes);
        rest = &rest[start + word.length..];
    }
    flush(&mut open, &mut text);
    text + rest
}

fn flush(open: &mut Option<(String, Vec<u8>)>, text: &mut String) {
    if let Some((label, bytes)) = open.take() {
        let decoded = decode(bytes, encoding_by_label(&label));
        text.push_str(&decoded.map(|decoded| decoded.text).unwrap_or_default());
    }
}

/// An encoded word.
struct Word {
    label: String,
    bytes: Vec<u8>,
    length: usize,
}

/// The first encoded word, and where it starts.
fn next_word(text: &str) -> Option<(usize, Word)> {
    let mut from = 0;
    while let Some(place) = text[from..].find("=?") {
        let start = from + place;
        if let Some(word) = word(&text[start..]) {
            return Some((start, word));
        }
        from = start + 2;
    }
    None
}

/// An encoded word is no longer than this (RFC 2047 says 75).
const LONGEST_WORD: usize = 1_000;

fn word(text: &str) -> Option<Word> {
    let text = &text[..text.floor_char_boundary(LONGEST_WORD)];
    let (label, rest) = text[2..].split_once('?')?;
    let (kind, rest) = rest.split_once('?')?;
    let (written, _) = rest.split_once("?=")?;
    let bytes = match kind {
        "b" | "B" => base64(written.as_bytes()),
        "q" | "Q" => quoted_printable(written.replace('_', " ").as_bytes()),
        _ => return None,
    };
    Some(Word {
        // A language may stand behind it (RFC 2231).
        label: label.split('*').next().unwrap_or_default().to_owned(),
        bytes,
        length: 2 + label.len() + 1 + kind.len() + 1 + written.len() + 2,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_decoded_and_joined() {
        let cases = [
            ("Plain =?x y", "Plain =?x y"),
            (
                "=?utf-8?Q?caf=C3=A9_noir?= and =?iso-8859-1?B?5PY=?= end",
                "café noir and äö end",
            ),
            (
                "=?UTF-8?B?w6Q=?= =?UTF-8?Q?_b=C3?=\n =?UTF-8?Q?=A9?=",
                "ä bé",
            ),
            ("=?UTF-8?X?a?=", "=?UTF-8?X?a?="),
        ];
        for (field, text) in cases {
            assert_eq!(text_of(field.as_bytes()), text);
        }
    }

    #[test]
    fn parameters_may_be_quoted_and_lines_go_on() {
        let mut headers = Headers::default();
        for line in [
            "Content-Type: Multipart/Mixed; format=flowed;",
            "\tboundary=\"a;b=c\" ; charset=utf-8",
            "content-TRANSFER-encoding: Base64",
        ] {
            assert!(headers.take(line.as_bytes()));
        }
        assert!(!headers.take(b"no field"));
        assert_eq!(headers.media_type(), "multipart/mixed");
        assert_eq!(
            headers.parameter("boundary").as_deref(),
            Some(&b"a;b=c"[..])
        );
        assert_eq!(headers.parameter("charset").as_deref(), Some(&b"utf-8"[..]));
        assert_eq!(headers.parameter("format").as_deref(), Some(&b"flowed"[..]));
        assert_eq!(
            (headers.parameter("x"), headers.transfer()),
            (None, Transfer::Base64)
        );
    }
}
