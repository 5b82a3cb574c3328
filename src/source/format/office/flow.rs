//! Paragraphs that may stand inside each other, and notes, put together as blocks.

use super::super::extract::Extract;
use crate::document::{BlockKind, Document};

/// A document under way.
#[derive(Debug, Default)]
pub(super) struct Flow {
    extract: Extract,
    /// The paragraphs that are open: a text box can stand in one.
    open: Vec<String>,
    /// The paragraphs of notes: they follow the text.
    notes: Vec<String>,
}

impl Flow {
    /// A paragraph begins.
    pub fn open(&mut self) {
        self.open.push(String::new());
    }

    /// Adds to the paragraph that began last. Text outside of paragraphs is none.
    pub fn push(&mut self, text: &str) {
        if let Some(last) = self.open.last_mut() {
            last.push_str(text);
        }
    }

    /// The paragraph that began last ends.
    pub fn close(&mut self, kind: BlockKind) {
        if let Some(text) = self.open.pop() {
            self.extract.push(&text);
            self.extract.close(kind);
        }
    }

    /// The paragraph that began last ends, and is part of a note.
    pub fn close_note(&mut self) {
        self.notes.extend(self.open.pop());
    }

    pub fn into_document(mut self, name: &str, title: Option<String>) -> Document {
        while !self.open.is_empty() {
            self.close(BlockKind::Paragraph);
        }
        for note in self.notes {
            self.extract.push(&note);
            self.extract.close(BlockKind::ListItem);
        }
        self.extract.into_document(name, title)
    }
}
