//! Tables that hold data, and tables that only put a text in its place.
//!
//! Newsletters, HTML mail and forms of word processors stand in tables. What is in such a table is read like any
//! other text; the cells of a table of data are kept, and are neither summarized nor counted.

use crate::chars::{ends_sentence, is_unspaced};
use crate::document::BlockKind;

/// So many words that end like a sentence are prose.
const SENTENCE: usize = 8;
/// So many words are prose, however they end.
const PROSE: usize = 25;
/// A character of a script without blanks is so much of a word.
const UNSPACED: f64 = 0.5;
/// Paragraphs and items of a cell that have so many words together are no value of a table.
const SEVERAL: usize = 8;

/// A table: its number from 1 on in the order in which tables begin.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct TableId(usize);

/// A cell: its number from 1 on in the order in which cells begin; the default is outside of all tables.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct CellId(usize);

/// All tables of a document, and what is in their cells.
#[derive(Debug)]
pub(super) struct Tables {
    /// The first stands for the document around all tables.
    tables: Vec<Table>,
    /// The first stands for all that is in no cell.
    cells: Vec<Cell>,
}

#[derive(Clone, Debug, Default)]
struct Table {
    /// The cell that it stands in.
    around: CellId,
    /// Whether the document says that it holds no data.
    is_presentation: bool,
}

#[derive(Clone, Debug, Default)]
struct Cell {
    table: TableId,
    /// Characters of its text and of the tables in it.
    length: usize,
    words: f64,
    paragraphs: usize,
    has_heading: bool,
    has_item: bool,
    has_prose: bool,
    has_table: bool,
}

/// What a table is by what is in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Use {
    /// Most of it is text.
    Text,
    /// It says nothing by itself: one cell, or a table that says it is none.
    Frame,
    Data,
}

/// Which tables hold data.
#[derive(Debug)]
pub(super) struct Verdict {
    /// Of each cell.
    is_data: Vec<bool>,
}

impl Default for Tables {
    fn default() -> Self {
        Self {
            tables: vec![Table::default()],
            cells: vec![Cell::default()],
        }
    }
}

impl Tables {
    /// A table begins in this cell.
    pub(super) fn begin_table(&mut self, around: CellId, is_presentation: bool) -> TableId {
        self.tables.push(Table {
            around,
            is_presentation,
        });
        TableId(self.tables.len() - 1)
    }

    /// A cell of a table begins. Outside of tables there is none.
    pub(super) fn begin_cell(&mut self, table: TableId) -> CellId {
        if table == TableId::default() {
            return CellId::default();
        }
        self.cells.push(Cell {
            table,
            ..Cell::default()
        });
        CellId(self.cells.len() - 1)
    }

    /// A block stands in this cell.
    pub(super) fn read(&mut self, cell: CellId, kind: BlockKind, text: &str) {
        let Some(cell) = self.cells.get_mut(cell.0).filter(|_| cell.0 > 0) else {
            return;
        };
        let text = text.trim();
        if text.is_empty() {
            return;
        }
        let words = words(text);
        cell.length += text.chars().count();
        cell.words += words;
        cell.paragraphs += 1;
        cell.has_heading |= matches!(kind, BlockKind::Heading(_));
        cell.has_item |= kind == BlockKind::ListItem;
        cell.has_prose |= kind.is_prose()
            && (words >= PROSE as f64 || words >= SENTENCE as f64 && has_sentence(text));
    }

    /// What has been read of all tables tells which of them hold data.
    pub(super) fn verdict(mut self) -> Verdict {
        let uses = self.uses();
        let mut is_data = vec![false; uses.len()];
        for (i, is_it) in uses.iter().enumerate().skip(1) {
            let around = self.cells[self.tables[i].around.0].table.0;
            // The table around it began before it.
            is_data[i] = match is_it {
                Use::Data => true,
                Use::Text => false,
                Use::Frame => is_data[around],
            };
        }
        Verdict {
            is_data: self
                .cells
                .iter()
                .map(|cell| is_data[cell.table.0])
                .collect(),
        }
    }

    fn uses(&mut self) -> Vec<Use> {
        let mut all = vec![(0_usize, 0_usize, 0_usize); self.tables.len()];
        // All that is in a cell begins after it.
        for i in (1..self.cells.len()).rev() {
            let cell = &self.cells[i];
            let (length, table) = (cell.length, cell.table.0);
            if length == 0 {
                continue;
            }
            let (filled, text, whole) = &mut all[table];
            *filled += 1;
            *text += if cell.is_text() { length } else { 0 };
            *whole += length;
            let around = self.tables[table].around.0;
            if around > 0 {
                self.cells[around].length += length;
                self.cells[around].has_table = true;
            }
        }
        let of = |(&(filled, text, whole), table): (&(usize, usize, usize), &Table)| match () {
            () if text * 2 > whole => Use::Text,
            () if filled <= 1 || table.is_presentation => Use::Frame,
            () => Use::Data,
        };
        all.iter().zip(&self.tables).map(of).collect()
    }
}

impl Cell {
    /// Whether it holds text, and no value of a table.
    fn is_text(&self) -> bool {
        let has_several = self.paragraphs > 1 || self.has_item;
        self.has_prose
            || self.has_heading
            || self.has_table
            || has_several && self.words >= SEVERAL as f64
    }
}

impl Verdict {
    /// What a block in this cell is.
    pub(super) fn kind(&self, cell: CellId, kind: BlockKind) -> BlockKind {
        let is_data = self.is_data.get(cell.0).is_some_and(|&is_data| is_data);
        match kind {
            BlockKind::Code => kind,
            _ if is_data => BlockKind::Table,
            _ => kind,
        }
    }
}

/// The number of words, in scripts without blanks by their characters.
fn words(text: &str) -> f64 {
    let unspaced = text.chars().filter(|&c| is_unspaced(c)).count();
    let is_word = |word: &&str| word.contains(char::is_alphabetic) && !word.contains(is_unspaced);
    text.split_whitespace().filter(is_word).count() as f64 + UNSPACED * unspaced as f64
}

/// Whether a sentence ends in the text or with it.
fn has_sentence(text: &str) -> bool {
    ends_sentence(text)
        || text.contains(['。', '！', '？', '।'])
        || [". ", "! ", "? "].iter().any(|stop| text.contains(stop))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SENTENCES: &str = "The storm gate of Moorton was closed at noon, said Anna Lee.";

    /// Reads a table of rows of cells, each of one paragraph.
    fn table(tables: &mut Tables, around: CellId, rows: &[&[&str]]) -> Vec<CellId> {
        let table = tables.begin_table(around, false);
        let mut cells = Vec::new();
        for text in rows.iter().copied().flatten() {
            let cell = tables.begin_cell(table);
            tables.read(cell, BlockKind::Paragraph, text);
            cells.push(cell);
        }
        cells
    }

    fn is_data(tables: Tables, cell: CellId) -> bool {
        tables.verdict().kind(cell, BlockKind::Paragraph) == BlockKind::Table
    }

    #[test]
    fn values_are_data_and_sentences_are_text() {
        for (rows, expected) in [
            (&[&["Gate", "Height"][..], &["North", "4.3 m"]][..], true),
            (&[&["Chair", SENTENCES], &["Place", "Town hall"]], false),
            (&[&["潮位很高", "四米"], &["北门", "三米"]], true),
            (
                &[&["水闸在中午关闭了，港口因此没有被淹没。", "四米"]],
                false,
            ),
            (&[&["One cell"]], false),
            (&[&["One", ""], &["", " "]], false),
            // One remark does not make a text of a large table.
            (
                &[&["1,234,567 of the households"; 6], &[SENTENCES; 1]],
                true,
            ),
        ] {
            let mut tables = Tables::default();
            let cells = table(&mut tables, CellId::default(), rows);
            assert_eq!(is_data(tables, cells[0]), expected, "{rows:?}");
        }
    }

    #[test]
    fn headings_lists_and_several_paragraphs_are_text() {
        let of = |blocks: &[(BlockKind, &str)]| {
            let mut tables = Tables::default();
            let table = tables.begin_table(CellId::default(), false);
            let (first, second) = (tables.begin_cell(table), tables.begin_cell(table));
            tables.read(first, BlockKind::Paragraph, "7");
            for &(kind, text) in blocks {
                tables.read(second, kind, text);
            }
            is_data(tables, first)
        };
        let item = (BlockKind::ListItem, "the key of the northern gate");
        assert!(of(&[(BlockKind::Paragraph, "the key")]));
        assert!(of(&[(BlockKind::ListItem, "the key")]));
        assert!(!of(&[item, item]));
        assert!(!of(&[(BlockKind::Heading(2), "News of Moorton")]));
        assert!(of(&[
            (BlockKind::Paragraph, "Anna"),
            (BlockKind::Paragraph, "Lee")
        ]));
    }

    #[test]
    fn tables_in_tables_are_told_apart() {
        let mut tables = Tables::default();
        let outer = tables.begin_table(CellId::default(), false);
        let cell = tables.begin_cell(outer);
        let other = tables.begin_cell(outer);
        tables.read(other, BlockKind::Paragraph, "Menu");
        let values = table(
            &mut tables,
            cell,
            &[&["Gate", "Height"], &["North", "4.3 m"]],
        );
        let verdict = tables.verdict();
        let kinds = [other, values[0]].map(|cell| verdict.kind(cell, BlockKind::Paragraph));
        assert_eq!(kinds, [BlockKind::Paragraph, BlockKind::Table]);
        // A frame in a table of data is part of it.
        let mut tables = Tables::default();
        let rows: &[&[&str]] = &[&["1,234,567 of the households"; 6]];
        let outer = table(&mut tables, CellId::default(), rows);
        let framed = table(&mut tables, outer[0], &[&["4.3 m"]]);
        assert!(is_data(tables, framed[0]));
    }

    #[test]
    fn outside_of_tables_nothing_changes() {
        let mut tables = Tables::default();
        assert_eq!(tables.begin_cell(TableId::default()), CellId::default());
        tables.read(CellId::default(), BlockKind::Paragraph, "Text");
        let verdict = tables.verdict();
        assert_eq!(
            verdict.kind(CellId::default(), BlockKind::Quote),
            BlockKind::Quote
        );
    }
}
