//! Mailboxes: messages one after the other, each behind a line that begins with `From ` (RFC 4155).

use super::super::{Format, Read};
use crate::source::Fault;
use crate::source::raw::{Documents, Raw};

pub(in super::super) const FORMAT: Format = Format {
    name: "mbox",
    about: "a mailbox: a message a document, as mail",
    extensions: &["mbox", "mbx"],
    recognizes: |look| {
        look.start()
            .lines()
            .next()
            .is_some_and(|line| is_separator(line.as_bytes()))
    },
    read: Read::Several(read),
};

/// Messages are called after the file and their numbers.
fn read(raw: Raw, documents: &mut Documents) -> Result<(), Fault> {
    let mut message = Vec::new();
    let (mut number, mut first, mut was_blank) = (0, 1, true);
    let lines = raw.bytes.split_inclusive(|&byte| byte == b'\n');
    for (place, line) in lines.enumerate() {
        if was_blank && is_separator(line) {
            push(&raw, &message, number, first, documents)?;
            message.clear();
            (number, first) = (number + 1, place + 2);
        } else if is_escaped(line) {
            message.extend_from_slice(&line[1..]);
        } else {
            message.extend_from_slice(line);
        }
        was_blank = line.trim_ascii().is_empty();
    }
    if number == 0 && !message.trim_ascii().is_empty() {
        return Err(Fault::damaged(
            "mbox",
            "it does not begin with a line 'From '",
        ));
    }
    push(&raw, &message, number, first, documents)
}

/// The message before the first separator is none.
fn push(
    raw: &Raw,
    message: &[u8],
    number: usize,
    first: usize,
    documents: &mut Documents,
) -> Result<(), Fault> {
    if number == 0 {
        return Ok(());
    }
    let name = format!("{}#{number}", raw.name);
    match super::document(&name, message, first, raw.options.encoding) {
        Ok(document) => documents.push(document),
        Err(fault) => documents.fail(fault.of(name)),
    }
}

/// `From anna@example.org Mon May  4 10:00:00 2020`
fn is_separator(line: &[u8]) -> bool {
    let is_from = |start: &[u8]| start.eq_ignore_ascii_case(b"from ");
    if !line.get(..5).is_some_and(is_from) {
        return false;
    }
    let text = String::from_utf8_lossy(&line[..line.len().min(200)]);
    let is_time = |word: &str| word.len() >= 5 && word.split(':').count() >= 2;
    let is_year = |word: &str| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    text.split_whitespace().any(is_time) && text.split_whitespace().any(is_year)
}

/// `>From here`: a line of the message that looked like the beginning of one.
fn is_escaped(line: &[u8]) -> bool {
    line.starts_with(b">")
        && line
            .trim_ascii_start()
            .strip_prefix(b">")
            .is_some_and(|rest| {
                let marks = rest.iter().take_while(|&&byte| byte == b'>').count();
                rest[marks..].starts_with(b"From ")
            })
}

#[cfg(test)]
mod tests {
    use crate::source::{ReadOptions, read_bytes};

    #[test]
    fn messages_are_documents_with_numbers() {
        let text = "From a@b Mon May  4 10:00:00 2020\nFrom: A\nSubject: One\n\nThe gate held.\n>From here on, all is well.\n\n\
            From c@d Mon May  4 11:00:00 2020\nSubject: Two\n\nHerons.\nFrom my own eyes.\n";
        let documents = read_bytes("x", text.as_bytes().to_vec(), &ReadOptions::default());
        let shape: Vec<_> = documents
            .iter()
            .map(|document| {
                let document = document.as_ref().unwrap();
                let line = document.line(document.blocks()[0].span.start);
                (
                    document.path.as_str(),
                    document.title.as_deref(),
                    document.text().trim().to_owned(),
                    line,
                )
            })
            .collect();
        let expected = [
            (
                "x#1",
                Some("One"),
                "The gate held.\n\nFrom here on, all is well.".to_owned(),
                5,
            ),
            (
                "x#2",
                Some("Two"),
                "Herons.\n\nFrom my own eyes.".to_owned(),
                11,
            ),
        ];
        assert_eq!(shape, expected);
    }
}
