//! Records of a file, each of which is a document: what JSON Lines and tables have in common.

use super::plain;
use crate::document::{Document, Lines, Origin};
use crate::source::RecordFields;
use crate::source::decode::Decoded;

/// Fields that hold the text where none is named, in this order.
pub(super) const TEXT_FIELDS: [&str; 5] = ["text", "body", "content", "article", "abstract"];

/// So many names of fields or columns are told.
const MOST_NAMES: usize = 20;

/// The first names of fields or columns, for people.
pub(super) fn listed<S: AsRef<str>>(names: impl IntoIterator<Item = S>) -> String {
    let mut names = names.into_iter();
    let first: Vec<S> = names.by_ref().take(MOST_NAMES).collect();
    let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
    let more = if names.next().is_some() { ", …" } else { "" };
    first.join(", ") + more
}

/// Whether a field may hold the text: it is the one that is named, or one that is usually called so.
pub(super) fn is_text_field(name: &str, fields: &RecordFields) -> bool {
    match &fields.text {
        Some(field) => field == name,
        None => TEXT_FIELDS.contains(&name),
    }
}

/// What a record says.
#[derive(Debug)]
pub(super) struct Record<'r> {
    /// The name of the file.
    pub file: &'r str,
    /// The line of the file that its text begins on.
    pub line: usize,
    /// Whether the text has the line breaks of the file.
    pub has_lines: bool,
    pub text: &'r str,
    /// What it is called after the file, where it says so.
    pub id: Option<String>,
    pub title: Option<String>,
    pub group: Option<String>,
}

impl Record<'_> {
    /// The document, called after the file and its id, else its line.
    pub fn into_document(self) -> Document {
        let decoded = Decoded {
            text: self.text.to_owned(),
            origin: Origin::Extracted,
        };
        let plain = plain::parse("", decoded);
        let blocks = plain.blocks().to_vec();
        let mut marks = vec![(0, self.line)];
        if self.has_lines {
            let breaks = memchr::memchr_iter(b'\n', self.text.as_bytes());
            marks.extend(
                breaks
                    .zip(self.line + 1..)
                    .map(|(place, line)| (place + 1, line)),
            );
        }
        let id = self.id.unwrap_or_else(|| self.line.to_string());
        let mut document = Document::new(
            format!("{}#{id}", self.file),
            self.title.or_else(|| plain.title.clone()),
            plain.into_text(),
            blocks,
            Origin::Extracted,
            Lines::Marks(marks),
        );
        document.group = self.group;
        document
    }
}
