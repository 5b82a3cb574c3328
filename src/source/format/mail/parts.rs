//! The parts of a message (RFC 2046): one pass over its lines, with the boundaries that are open.

use super::headers::{Headers, Transfer, text_of};
use super::transfer::{base64, quoted_printable};
use crate::document::one_line;
use crate::source::decode::{Encoding, decode, encoding_by_label};

/// Parts inside one another are followed to this depth.
const DEEPEST: usize = 32;

/// A text of a message.
#[derive(Debug)]
pub(super) struct Part {
    pub text: String,
    /// The line of the file of each line of the text; where there are fewer, the last holds for the rest.
    pub lines: Vec<usize>,
    pub is_html: bool,
    /// Whether a line that ends with a blank goes on in the next (RFC 3676), and whether that blank is none.
    pub is_flowed: bool,
    pub drops_blank: bool,
    /// The subject of the attached message that begins with it.
    pub subject: Option<String>,
    /// Parts with the same number say the same in different ways.
    alternative: Option<usize>,
}

/// Something that holds parts.
struct Multipart {
    boundary: Vec<u8>,
    alternative: Option<usize>,
    is_digest: bool,
}

/// What a line is of.
enum Place {
    Headers(Headers),
    /// Text that is collected, and its headers.
    Text(Headers, Body),
    /// Nothing that is read.
    Between,
}

/// Bytes of text, and the line of the file of each line of them.
#[derive(Default)]
struct Body {
    bytes: Vec<u8>,
    lines: Vec<usize>,
}

impl Body {
    fn push(&mut self, bytes: &[u8], number: usize) {
        for line in bytes.split_inclusive(|&byte| byte == b'\n') {
            if self.bytes.last().is_none_or(|&last| last == b'\n') {
                self.lines.push(number);
            }
            self.bytes.extend_from_slice(line);
        }
    }
}

struct Walk {
    encoding: Option<Encoding>,
    open: Vec<Multipart>,
    place: Place,
    parts: Vec<Part>,
    subject: Option<String>,
    /// The subject of an attached message whose text has not begun.
    inner_subject: Option<String>,
    messages: usize,
    alternatives: usize,
    is_message: bool,
}

/// The subject of a message and its texts; `first` is the line of the file that its bytes begin with.
pub(super) fn parts(
    bytes: &[u8],
    first: usize,
    encoding: Option<Encoding>,
) -> (Option<String>, Vec<Part>) {
    let mut walk = Walk {
        encoding,
        open: Vec::new(),
        place: Place::Headers(Headers::default()),
        parts: Vec::new(),
        subject: None,
        inner_subject: None,
        messages: 0,
        alternatives: 0,
        is_message: true,
    };
    let lines = bytes.split_inclusive(|&byte| byte == b'\n');
    for (number, line) in lines.enumerate() {
        walk.take(line, first + number);
    }
    walk.end();
    let parts = chosen(walk.parts);
    (walk.subject, parts)
}

impl Walk {
    fn take(&mut self, line: &[u8], number: usize) {
        let bare = line.trim_ascii_end();
        if let Some((place, is_last)) = self.boundary(bare) {
            self.end();
            self.open.truncate(if is_last { place } else { place + 1 });
            self.place = match is_last {
                true => Place::Between,
                false => Place::Headers(Headers::default()),
            };
            self.is_message = false;
            return;
        }
        match &mut self.place {
            Place::Headers(headers) => {
                if bare.is_empty() {
                    self.begin_body();
                } else if !headers.take(bare) {
                    // A body without the blank line before it.
                    self.begin_body();
                    self.take(line, number);
                }
            }
            Place::Text(headers, body) => match headers.transfer() {
                Transfer::QuotedPrintable => {
                    // Blanks at the end of a line were not written by its author.
                    let broken = bare.strip_suffix(b"=");
                    body.push(&quoted_printable(broken.unwrap_or(bare)), number);
                    if broken.is_none() {
                        body.push(b"\n", number);
                    }
                }
                Transfer::Plain | Transfer::Base64 => body.push(line, number),
            },
            Place::Between => {}
        }
    }

    /// Which of the open boundaries a line is, the innermost first, and whether it is the last of them.
    fn boundary(&self, line: &[u8]) -> Option<(usize, bool)> {
        let line = line.strip_prefix(b"--")?;
        let is = |multipart: &Multipart| match line.strip_prefix(&multipart.boundary[..]) {
            Some(b"") => Some(false),
            Some(b"--") => Some(true),
            _ => None,
        };
        let mut places = self.open.iter().enumerate().rev();
        places.find_map(|(place, multipart)| Some((place, is(multipart)?)))
    }

    /// The headers of a part are told: what comes behind them?
    fn begin_body(&mut self) {
        let place = std::mem::replace(&mut self.place, Place::Between);
        let Place::Headers(headers) = place else {
            return;
        };
        let is_of_message = std::mem::take(&mut self.is_message);
        if is_of_message {
            let subject =
                Some(one_line(&text_of(&headers.subject))).filter(|text| !text.is_empty());
            match self.messages {
                0 => self.subject = subject,
                _ => self.inner_subject = subject,
            }
            self.messages += 1;
        }
        let around = self.open.last();
        let mut media_type = headers.media_type();
        if media_type.is_empty() {
            let is_digest = !is_of_message && around.is_some_and(|around| around.is_digest);
            media_type = if is_digest {
                "message/rfc822"
            } else {
                "text/plain"
            }
            .to_owned();
        }
        let is_too_deep = self.open.len() >= DEEPEST || self.messages > MOST_MESSAGES;
        match media_type.as_str() {
            "message/rfc822" | "message/global" if !is_too_deep => {
                self.is_message = headers.transfer() == Transfer::Plain;
                if self.is_message {
                    self.place = Place::Headers(Headers::default());
                }
            }
            "text" | "text/plain" | "text/html" if !headers.is_attachment() => {
                self.place = Place::Text(headers, Body::default());
            }
            _ if media_type.starts_with("multipart/") && !is_too_deep => {
                let alternative = around.and_then(|around| around.alternative).or_else(|| {
                    (media_type == "multipart/alternative").then(|| {
                        self.alternatives += 1;
                        self.alternatives
                    })
                });
                let boundary = headers
                    .parameter("boundary")
                    .filter(|boundary| !boundary.is_empty());
                self.open.extend(boundary.map(|boundary| Multipart {
                    boundary,
                    alternative,
                    is_digest: media_type == "multipart/digest",
                }));
            }
            _ => {}
        }
    }

    /// The part under way ends.
    fn end(&mut self) {
        if let Place::Headers(_) = self.place {
            self.begin_body();
        }
        let place = std::mem::replace(&mut self.place, Place::Between);
        let Place::Text(
            headers,
            Body {
                mut bytes,
                mut lines,
            },
        ) = place
        else {
            return;
        };
        if headers.transfer() == Transfer::Base64 {
            bytes = base64(&bytes);
            lines.truncate(1);
        }
        let charset = headers.parameter("charset").unwrap_or_default();
        let charset = String::from_utf8_lossy(&charset).to_ascii_lowercase();
        // What says that it is ASCII or UTF-8 and is not may be anything.
        let is_told = |encoding: &Encoding| {
            !charset.ends_with("ascii")
                && (*encoding != encoding_rs::UTF_8 || str::from_utf8(&bytes).is_ok())
        };
        let encoding = encoding_by_label(&charset).filter(is_told);
        let Some(decoded) = decode(bytes, encoding.or(self.encoding)) else {
            return;
        };
        let is = |name, value: &[u8]| {
            headers
                .parameter(name)
                .is_some_and(|found| found.eq_ignore_ascii_case(value))
        };
        self.parts.push(Part {
            text: decoded.text,
            lines,
            is_html: headers.media_type() == "text/html",
            is_flowed: is("format", b"flowed"),
            drops_blank: is("delsp", b"yes"),
            subject: self.inner_subject.take(),
            alternative: self.open.last().and_then(|around| around.alternative),
        });
    }
}

/// So many messages are read that are attached to one.
const MOST_MESSAGES: usize = 1_000;

/// The parts without those that say in HTML what others say in plain text.
fn chosen(parts: Vec<Part>) -> Vec<Part> {
    let is_text = |part: &&Part| !part.is_html && !part.text.trim().is_empty();
    let mut said: Vec<usize> = parts
        .iter()
        .filter(is_text)
        .filter_map(|part| part.alternative)
        .collect();
    said.dedup();
    let is_said = |alternative: Option<usize>| {
        alternative.is_some_and(|one| said.binary_search(&one).is_ok())
    };
    let mut parts = parts;
    parts.retain(|part| !(part.is_html && is_said(part.alternative)));
    parts
}
