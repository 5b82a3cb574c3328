//! Paragraphs that may stand inside each other, tables and notes, put together as blocks.

use super::super::extract::Extract;
use super::super::tables::{CellId, TableId, Tables};
use crate::document::{BlockKind, Document};

/// A document under way.
#[derive(Debug, Default)]
pub(super) struct Flow {
    extract: Extract,
    /// The paragraphs that are open: a text box can stand in one.
    open: Vec<String>,
    /// The paragraphs of notes: they follow the text.
    notes: Vec<String>,
    tables: Tables,
    /// The table and the cell that text stands in.
    place: (TableId, CellId),
    /// The same of the tables around it.
    around: Vec<(TableId, CellId)>,
    /// The cell of each block.
    cells: Vec<CellId>,
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
            let cell = self.place.1;
            self.tables.read(cell, kind, &text);
            self.extract.push(&text);
            self.extract.close(kind);
            self.cells.resize(self.extract.count(), cell);
        }
    }

    /// The paragraph that began last ends, and is no part of the text.
    pub fn drop(&mut self) {
        self.open.pop();
    }

    /// What follows stands on this page.
    pub fn at_page(&mut self, page: usize) {
        self.extract.at_page(page);
    }

    /// The paragraph that began last ends, and is part of a note.
    pub fn close_note(&mut self) {
        self.notes.extend(self.open.pop());
    }

    /// A table begins.
    pub fn begin_table(&mut self) {
        let (_, cell) = self.place;
        self.around.push(self.place);
        self.place = (self.tables.begin_table(cell, false), cell);
    }

    /// A cell of the table that began last begins.
    pub fn begin_cell(&mut self) {
        self.place.1 = self.tables.begin_cell(self.place.0);
    }

    /// The table that began last ends.
    pub fn end_table(&mut self) {
        self.place = self.around.pop().unwrap_or_default();
    }

    pub fn into_document(mut self, name: &str, title: Option<String>) -> Document {
        while !self.open.is_empty() {
            self.close(BlockKind::Paragraph);
        }
        let (verdict, cells) = (self.tables.verdict(), self.cells);
        self.extract
            .set_kinds(|place, kind| verdict.kind(cells[place], kind));
        for note in self.notes {
            self.extract.push(&note);
            self.extract.close(BlockKind::ListItem);
        }
        self.extract.into_document(name, title)
    }
}
