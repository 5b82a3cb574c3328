//! The candidates of a document on their way into tables, all their strings in one buffer.

use std::borrow::Cow;

use serde::{Deserialize, Serialize, Serializer};

use crate::document::Span;
use crate::terms::{Form, TermRow};

/// Candidates of one document, best first.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(try_from = "Packed")]
pub(super) struct Rows {
    text: String,
    rows: Vec<Row>,
    forms: Vec<RowForm>,
}

/// A candidate.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    /// Where its stems, parted by blanks, stand in the text; its forms are behind them.
    name_start: usize,
    name_end: usize,
    /// Where its forms end in the list of all.
    forms_end: usize,
    pub score: f64,
    /// Its occurrences.
    pub count: u64,
    /// Its first occurrence, and the line of it.
    pub first: Span,
    pub line: usize,
}

#[derive(Clone, Copy, Debug)]
struct RowForm {
    /// Where it ends in the text; it begins where what is before it ends.
    end: usize,
    count: u64,
}

impl Rows {
    /// Appends a candidate.
    pub fn push(&mut self, name: &str, score: f64, counts: &TermRow, first: Span, line: usize) {
        let forms = counts.forms.iter().map(|form| (&*form.form, form.count));
        self.push_row(name, forms, score, first, line);
    }

    fn push_row<'f>(
        &mut self,
        name: &str,
        forms: impl Iterator<Item = (&'f str, u64)>,
        score: f64,
        first: Span,
        line: usize,
    ) {
        let name_start = self.text.len();
        self.text.push_str(name);
        let name_end = self.text.len();
        let mut total = 0;
        for (form, count) in forms {
            self.text.push_str(form);
            let end = self.text.len();
            self.forms.push(RowForm { end, count });
            total += count;
        }
        self.rows.push(Row {
            name_start,
            name_end,
            forms_end: self.forms.len(),
            score,
            count: total,
            first,
            line,
        });
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// One of them.
    pub fn get(&self, index: usize) -> &Row {
        &self.rows[index]
    }

    /// Its stems, parted by blanks: its name across documents.
    pub fn name(&self, index: usize) -> &str {
        let row = &self.rows[index];
        &self.text[row.name_start..row.name_end]
    }

    /// The ways it is written, in the order of first appearance, and how often each is.
    pub fn forms(&self, index: usize) -> impl Iterator<Item = (&str, u64)> {
        let row = self.rows[index];
        let mut start = row.name_end;
        self.forms[self.forms_before(index)..row.forms_end]
            .iter()
            .map(move |form| {
                let text = &self.text[start..form.end];
                start = form.end;
                (text, form.count)
            })
    }

    /// The same as a list.
    pub fn form_list(&self, index: usize) -> Vec<Form> {
        let form = |(form, count): (&str, u64)| Form {
            form: form.to_owned(),
            count,
        };
        self.forms(index).map(form).collect()
    }

    fn forms_before(&self, index: usize) -> usize {
        let before = index.checked_sub(1);
        before.map_or(0, |before| self.rows[before].forms_end)
    }

    /// Where a string that begins there and is so long ends, if the text has it.
    fn end_of(&self, start: usize, length: usize) -> Option<usize> {
        let end = start.checked_add(length)?;
        self.text.is_char_boundary(end).then_some(end)
    }

    /// Some of the candidates, in this order, each with a new score.
    pub fn selected(&self, indices: &[usize], score: impl Fn(usize) -> f64) -> Self {
        let mut selected = Self::default();
        for &i in indices {
            let Row { first, line, .. } = self.rows[i];
            selected.push_row(self.name(i), self.forms(i), score(i), first, line);
        }
        selected
    }
}

/// Candidates as they are serialized: lengths instead of ends.
#[derive(Serialize, Deserialize)]
struct Packed<'r> {
    #[serde(borrow)]
    text: Cow<'r, str>,
    rows: Vec<PackedRow>,
    forms: Vec<PackedForm>,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
struct PackedRow {
    name_length: usize,
    forms: usize,
    score: f64,
    start: usize,
    length: usize,
    line: usize,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
struct PackedForm {
    length: usize,
    count: u64,
}

impl Serialize for Rows {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let row = |index: usize| {
            let row = self.rows[index];
            PackedRow {
                name_length: row.name_end - row.name_start,
                forms: row.forms_end - self.forms_before(index),
                score: row.score,
                start: row.first.start,
                length: row.first.end - row.first.start,
                line: row.line,
            }
        };
        let forms = (0..self.len()).flat_map(|index| self.forms(index));
        let form = |(form, count): (&str, u64)| PackedForm {
            length: form.len(),
            count,
        };
        let packed = Packed {
            text: Cow::Borrowed(&self.text),
            rows: (0..self.len()).map(row).collect(),
            forms: forms.map(form).collect(),
        };
        packed.serialize(serializer)
    }
}

impl TryFrom<Packed<'_>> for Rows {
    type Error = &'static str;

    fn try_from(packed: Packed) -> Result<Self, Self::Error> {
        const WRONG: &str = "lengths that do not add up";
        let mut rows = Self {
            text: packed.text.into_owned(),
            ..Self::default()
        };
        let mut end = 0_usize;
        let mut forms = packed.forms.into_iter();
        for row in packed.rows {
            let name_start = end;
            let name_end = rows.end_of(name_start, row.name_length).ok_or(WRONG)?;
            end = name_end;
            let mut count = 0_u64;
            for _ in 0..row.forms {
                let form = forms.next().ok_or(WRONG)?;
                end = rows.end_of(end, form.length).ok_or(WRONG)?;
                count = count.checked_add(form.count).ok_or(WRONG)?;
                rows.forms.push(RowForm {
                    end,
                    count: form.count,
                });
            }
            rows.rows.push(Row {
                name_start,
                name_end,
                forms_end: rows.forms.len(),
                score: row.score,
                count,
                first: Span {
                    start: row.start,
                    end: row.start.checked_add(row.length).ok_or(WRONG)?,
                },
                line: row.line,
            });
        }
        let is_all = end == rows.text.len() && forms.len() == 0;
        is_all.then_some(rows).ok_or(WRONG)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_keep_what_is_put_in() {
        let mut rows = Rows::default();
        let mut counts = TermRow::default();
        counts.add("Barrier", 2);
        counts.add("barriers", 1);
        let span = |start, end| Span { start, end };
        rows.push("barrier", 0.5, &counts, span(3, 9), 1);
        rows.push("nothing", 0.2, &TermRow::default(), span(0, 1), 1);
        rows.push("wall", 0.1, &counts, span(12, 16), 2);
        let selected = rows.selected(&[2, 0], |i| i as f64);
        assert_eq!(selected.name(0), "wall");
        assert_eq!(selected.name(1), "barrier");
        assert_eq!(selected.form_list(1), counts.forms);
        assert_eq!(rows.forms(1).count(), 0);
        let row = selected.get(0);
        assert_eq!(
            (row.score, row.count, row.first, row.line),
            (2.0, 3, span(12, 16), 2)
        );
    }

    #[test]
    fn rows_come_back_as_they_were_or_not_at_all() {
        let mut rows = Rows::default();
        let mut counts = TermRow::default();
        counts.add("Dämme", 2);
        counts.add("dämme", 1);
        let span = Span { start: 3, end: 9 };
        rows.push("damm", 0.5, &counts, span, 1);
        rows.push("nothing", 0.25, &TermRow::default(), span, 2);
        let written = serde_json::to_string(&rows).unwrap();
        let back: Rows = serde_json::from_str(&written).unwrap();
        assert_eq!(format!("{back:?}"), format!("{rows:?}"));
        for (right, wrong) in [
            ("\"name_length\":4", "\"name_length\":6"),
            ("\"name_length\":7", "\"name_length\":6"),
            ("\"forms\":2", "\"forms\":1"),
            ("\"forms\":2", "\"forms\":3"),
            ("\"length\":6,\"count\":2", "\"length\":9999,\"count\":2"),
            ("\"count\":1", "\"count\":18446744073709551615"),
        ] {
            let broken = written.replacen(right, wrong, 1);
            assert_ne!(broken, written, "{right}");
            let error = serde_json::from_str::<Rows>(&broken).unwrap_err();
            assert!(error.to_string().contains("do not add up"), "{error}");
        }
    }
}
