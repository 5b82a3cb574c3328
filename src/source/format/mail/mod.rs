//! E-mail: what somebody wrote, without headers, quotations, signatures and attachments.
//!
//! The parts of a message are found in one pass with a stack of boundaries, so that depth costs nothing.

mod headers;
mod letter;
mod manners;
pub(super) mod mbox;
mod parts;
mod transfer;

#[cfg(feature = "html")]
use std::ops::Range;

use super::extract::Extract;
use super::{Format, Read, plain};
#[cfg(feature = "html")]
use crate::document::{Block, Span};
use crate::document::{BlockKind, Document};
use crate::source::decode::Encoding;
use crate::source::look::Look;
use crate::source::raw::Raw;
use crate::source::{FailureKind, Fault};
use letter::Letter;
use parts::Part;

pub(super) const FORMAT: Format = Format {
    name: "mail",
    about: "e-mail: the text of a message, without quotations, greetings, signatures and attachments",
    extensions: &["eml", "mht", "mhtml"],
    recognizes,
    read: Read::Bytes(|raw: Raw| document(raw.name, &raw.bytes, 1, raw.options.encoding)),
};

/// Fields that people write at the beginning of a text too.
const USUAL: [&str; 5] = ["from", "to", "date", "sent", "subject"];
/// Of these a message has so many that was saved with what its reader saw.
const ALL_SEEN: usize = 4;
/// Fields that only programs write.
const TECHNICAL: [&str; 15] = [
    "received",
    "return-path",
    "delivered-to",
    "message-id",
    "mime-version",
    "content-type",
    "content-transfer-encoding",
    "dkim-signature",
    "arc-seal",
    "x-received",
    "authentication-results",
    "x-original-to",
    "x-mozilla-status",
    "x-mailer",
    "user-agent",
];

/// A message begins with several fields, one of which only a program writes, or with all that a reader sees
/// and the address of who wrote it.
fn recognizes(look: &Look) -> bool {
    let (mut usual, mut technical, mut has_address) = (0, 0, false);
    for line in look.start().lines() {
        if line.starts_with([' ', '\t']) {
            continue;
        }
        let Some((name, value)) = line.split_once(':') else {
            break;
        };
        has_address |= name == "from" && value.contains('@');
        usual += usize::from(USUAL.contains(&name));
        technical += usize::from(TECHNICAL.contains(&name));
    }
    let is_sent = technical >= 1 && usual + technical >= 3;
    is_sent || has_address && usual >= ALL_SEEN
}

/// The document of a message; `first` is the line of the file that its bytes begin with.
fn document(
    name: &str,
    bytes: &[u8],
    first: usize,
    encoding: Option<Encoding>,
) -> Result<Document, Fault> {
    let (subject, parts) = parts::parts(bytes, first, encoding);
    let mut extract = Extract::default();
    let mut is_unread = false;
    for part in &parts {
        if let Some(subject) = &part.subject {
            extract.at_line(part.line(0));
            extract.push(subject);
            extract.close(BlockKind::Heading(2));
        }
        match part.is_html {
            true => is_unread |= !write_page(part, &mut extract),
            false => write_text(part, &mut extract),
        }
    }
    if is_unread && extract.blocks().next().is_none() {
        let reason = "only HTML in it, which is not part of this build";
        return Err(Fault::new(FailureKind::Unsupported, reason));
    }
    Ok(extract.into_document(name, subject))
}

impl Part {
    /// The line of the file of a line (from 0) of the text.
    fn line(&self, place: usize) -> usize {
        let place = place.min(self.lines.len().saturating_sub(1));
        self.lines.get(place).copied().unwrap_or(1)
    }
}

/// Writes a plain text: its paragraphs by their layout.
fn write_text(part: &Part, extract: &mut Extract) {
    let lines: Vec<(&str, usize)> = part
        .text
        .lines()
        .enumerate()
        .map(|(place, line)| (line, part.line(place)))
        .collect();
    let mut letter = Letter::of(&lines);
    if part.is_flowed {
        letter = flowed(letter, part.drops_blank);
    }
    plain::write(letter.text, &letter.lines, extract);
}

/// The lines of a text of which those that end with a blank go on, and all others are paragraphs. Where none
/// ends so, it was wrapped like any other.
fn flowed(letter: Letter, drops_blank: bool) -> Letter {
    if !letter.text.contains(" \n") {
        return letter;
    }
    let mut joined = Letter {
        text: String::with_capacity(letter.text.len()),
        lines: Vec::new(),
    };
    let mut goes_on = false;
    for (line, &number) in letter.text.lines().zip(&letter.lines) {
        if !goes_on {
            joined.lines.push(number);
        }
        let line = line.strip_prefix(' ').unwrap_or(line);
        goes_on = line.ends_with(' ');
        let kept = line.strip_suffix(' ').filter(|_| goes_on && drops_blank);
        joined.text.push_str(kept.unwrap_or(line));
        if !goes_on {
            joined.text.push_str("\n\n");
            joined.lines.push(number);
        }
    }
    joined
}

/// Writes a page, without what is answered in it. Whether that could be done.
#[cfg(feature = "html")]
fn write_page(part: &Part, extract: &mut Extract) -> bool {
    let page = super::html::document("", &part.text);
    for block in said(&page, answers(&page)) {
        let mut offset = block.span.start;
        for line in block.span.of(page.text()).split_inclusive('\n') {
            extract.at_line(part.line(page.line(offset) - 1));
            extract.push(line);
            offset += line.len();
        }
        extract.close(block.kind);
    }
    true
}

/// The blocks of a page that are not what it answers to.
#[cfg(feature = "html")]
fn answers(page: &Document) -> Vec<Block> {
    let (mut written, mut is_answered) = (Vec::new(), false);
    for (place, block) in page.blocks().iter().enumerate() {
        let text = block.span.of(page.text());
        let next = page.blocks().get(place + 1);
        let is_quoted_below = next.is_some_and(|next| next.kind == BlockKind::Quote);
        let is_introduction = letter::is_introduction(text);
        let headers = text.lines().filter(|line| letter::is_header_line(line));
        let begins_answered = letter::is_marker(text)
            || headers.count() >= 3
            || (is_introduction && !is_quoted_below && letter::is_dated(text));
        is_answered |= is_introduction;
        if text.lines().next().is_some_and(|line| line.trim() == "--") {
            break;
        }
        if begins_answered {
            // Nothing was written above it: it is passed on, not answered.
            if !written.is_empty() {
                break;
            }
        } else if !(is_introduction && is_quoted_below
            || is_answered && block.kind == BlockKind::Quote)
        {
            written.push(*block);
        }
    }
    written
}

/// The blocks without a salutation, and without what stands below the text: parts of them are left out too.
#[cfg(feature = "html")]
fn said(page: &Document, blocks: Vec<Block>) -> Vec<Block> {
    let mut lines: Vec<&str> = Vec::new();
    // The lines of each block, and a blank one behind them.
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for block in &blocks {
        let first = lines.len();
        lines.extend(block.span.of(page.text()).split_inclusive('\n'));
        ranges.push(first..lines.len());
        lines.push("");
    }
    let matter = manners::matter(&lines);
    let length = |lines: &[&str]| lines.iter().map(|line| line.len()).sum::<usize>();
    let cut = |(block, range): (Block, Range<usize>)| {
        let start = matter.start.clamp(range.start, range.end);
        let end = matter.end.clamp(start, range.end);
        let Span { start: offset, .. } = block.span;
        let span = Span {
            start: offset + length(&lines[range.start..start]),
            end: offset + length(&lines[range.start..end]),
        };
        (start < end).then_some(Block { span, ..block })
    };
    blocks.into_iter().zip(ranges).filter_map(cut).collect()
}

/// Without a reader of pages there is no text in them.
#[cfg(not(feature = "html"))]
fn write_page(_: &Part, _: &mut Extract) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::super::hostile::reads_repeated;
    use crate::document::{BlockKind, Document};
    use crate::source::{ReadOptions, read_bytes};

    fn read(text: &str) -> Document {
        let documents = read_bytes("a.eml", text.as_bytes().to_vec(), &ReadOptions::default());
        documents.into_iter().next().unwrap().unwrap()
    }

    fn texts(document: &Document) -> Vec<&str> {
        let blocks = document.blocks().iter();
        blocks.map(|block| block.span.of(document.text())).collect()
    }

    #[test]
    fn one_of_alternatives_is_read_and_no_attachment() {
        let message = "From: A\nSubject: =?utf-8?Q?Caf=C3=A9?=\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"x\"\n\nPreamble.\n\
            --x\nContent-Type: multipart/alternative; boundary=y\n\n--y\nContent-Type: text/plain; charset=iso-8859-1\n\
            Content-Transfer-Encoding: quoted-printable\n\nThe caf=E9 was =\nclosed.\n\nIt is open.\n--y\nContent-Type: text/html\n\n<p>Page.</p>\n--y--\n\
            --x\nContent-Type: text/plain\nContent-Disposition: attachment; filename=a.txt\n\nNot read.\n\
            --x\nContent-Type: message/rfc822\n\nSubject: Inner\n\nAttached, but read.\n--x--\nEpilogue.\n";
        let document = read(message);
        assert_eq!(document.title.as_deref(), Some("Café"));
        assert_eq!(
            texts(&document),
            [
                "The café was closed.",
                "It is open.",
                "Inner",
                "Attached, but read."
            ]
        );
        let line = |needle: &str| document.line(document.text().find(needle).unwrap());
        assert_eq!((line("The"), line("It is"), line("Attached")), (14, 17, 33));
    }

    #[test]
    fn messages_of_a_digest_are_read() {
        let message = "From: A\nSubject: All\nMIME-Version: 1.0\nContent-Type: multipart/digest; boundary=1\n\n\
            --1\n\nFrom: B\nSubject: One\n\nFirst text, it was.\n--1\n\nFrom: C\n\nSecond text, it is.\n--1--\n";
        let document = read(message);
        let expected = ["One", "First text, it was.", "Second text, it is."];
        assert_eq!(texts(&document), expected);
    }

    #[test]
    fn files_written_as_letters_are_no_text() {
        let message = "From: A\nContent-Type: text/plain\n\nThis is it.\n\nbegin 644 a.bin\nM9F]O\n`\nend\n\nbegin 5 it is not.\n";
        assert_eq!(texts(&read(message)), ["This is it.", "begin 5 it is not."]);
    }

    #[cfg(feature = "html")]
    #[test]
    fn a_page_is_read_where_there_is_no_text() {
        let page = "<html><body><p>Yes, we do.</p><p>Truly so.</p><div>On 4 May 2020 at 10:00, Anna wrote:</div><blockquote><p>Do we?</p></blockquote></body></html>";
        let message = format!(
            "Subject: S\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n{}\n",
            base64(page.as_bytes())
        );
        let document = read(&message);
        assert_eq!(texts(&document), ["Yes, we do.", "Truly so."]);
        assert_eq!(document.line(document.text().find("Truly").unwrap()), 5);
    }

    #[cfg(feature = "html")]
    #[test]
    fn manners_are_no_matter() {
        let text = "The storm gate of Moorton will be shut.";
        let plain = format!(
            "Hi Bob,\n\n{text}\n\nKind regards,\nAnna\n\nThis is for the intended recipient.\n"
        );
        let page = format!(
            "<p>Hi Bob,</p><div>{text}<br>Kind regards,<br>Anna</div><p>This is for the intended recipient.</p>"
        );
        for (kind, body) in [("plain", plain), ("html", page)] {
            let message = format!(
                "From: A\nSubject: S\nMIME-Version: 1.0\nContent-Type: text/{kind}; charset=utf-8\n\n{body}\n"
            );
            assert_eq!(texts(&read(&message)), [text]);
        }
    }

    #[cfg(feature = "html")]
    fn base64(bytes: &[u8]) -> String {
        let letter = |value: u32| {
            b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
                [(value & 63) as usize] as char
        };
        let three = |chunk: &[u8]| {
            let bits = chunk
                .iter()
                .fold(0_u32, |bits, &byte| bits << 8 | u32::from(byte))
                << (8 * (3 - chunk.len()));
            (0..4)
                .map(move |i| letter(bits >> (18 - 6 * i)))
                .collect::<String>()
        };
        bytes.chunks(3).map(three).collect()
    }

    #[test]
    fn flowed_and_wrapped_lines_are_paragraphs() {
        let message = "From: A\nContent-Type: text/plain; format=flowed\n\nThe gate \nheld. \nIt did.\nShort.\n-- \nA\n";
        let document = read(message);
        assert_eq!(texts(&document), ["The gate held. It did.", "Short."]);
        assert!(
            document
                .blocks()
                .iter()
                .all(|block| block.kind == BlockKind::Paragraph)
        );
    }

    #[test]
    fn messages_are_told_by_fields_of_programs() {
        let name = |text: &str| {
            let look = crate::source::look::Look::new(text.as_bytes());
            super::super::choose(&look, None, &crate::source::RecordFields::default()).name
        };
        assert_eq!(
            name("Return-Path: <a@b>\nReceived: from x\n\tby y\nDate: Mon\n\nText"),
            "mail"
        );
        assert_eq!(
            name("From: A\nTo: B\nSubject: C\nDate: Mon\n\nText"),
            "plain"
        );
        assert_eq!(
            name("From: A <a@b.c>\nSent: Mon\nTo: B\nSubject: C\n\nText"),
            "mail"
        );
        assert_eq!(
            name("From a@b.c Mon May  4 10:00:00 2020\nSubject: C"),
            "mbox"
        );
        assert_eq!(name("From here on, all is well.\nSubject: C"), "plain");
    }

    #[test]
    fn hostile_messages_end_soon() {
        let parts = "--B\nContent-Type: multipart/mixed; boundary=x\n\n";
        let units = [
            "\n",
            "> a\n\n",
            "a wrote:\n",
            "=?u?Q?=?=",
            "--\n",
            parts,
            "Content-Type: message/rfc822\n\n",
            "Content-Type: multipart/digest; boundary=B\n\n--B\n\n",
            "From: \n",
            " x\n",
            "-----A-----\n",
        ];
        for head in [
            "Subject: ",
            "Content-Type: multipart/mixed; boundary=B\n\n",
            "Subject: a\n\n",
        ] {
            reads_repeated("a.eml", &format!("From: a\n{head}"), &units);
        }
    }
}
