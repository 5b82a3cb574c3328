//! Tables: columns of text and numbers, and what they are sorted by.

use askama::Template;

use crate::report::numbers::grouped;

/// A table with a caption.
#[derive(Template)]
#[template(path = "table.html")]
pub(super) struct Table {
    pub caption: String,
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<Cell>>,
}

/// A column.
pub(super) struct Column {
    pub title: &'static str,
    /// Numbers stand at the right, and are sorted by size.
    pub is_number: bool,
    /// The column that names its row.
    pub is_name: bool,
}

/// A cell.
#[derive(Default)]
pub(super) struct Cell {
    pub text: String,
    /// The number that it is sorted by.
    pub value: Option<f64>,
    /// The length of its bar, in percent of the longest.
    pub bar: Option<String>,
    pub link: Option<String>,
}

impl Column {
    /// The column that names its row.
    pub(super) fn name(title: &'static str) -> Self {
        Self {
            title,
            is_number: false,
            is_name: true,
        }
    }

    pub(super) fn text(title: &'static str) -> Self {
        Self {
            title,
            is_number: false,
            is_name: false,
        }
    }

    pub(super) fn number(title: &'static str) -> Self {
        Self {
            title,
            is_number: true,
            is_name: false,
        }
    }
}

impl Cell {
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }

    /// A number, written, with a minus for a hyphen; what is none has a dash.
    pub(super) fn number(value: f64, written: impl FnOnce(f64) -> String) -> Self {
        if !value.is_finite() {
            return Self::text("–");
        }
        Self {
            text: written(value).replace('-', "−"),
            value: Some(value),
            ..Self::default()
        }
    }

    pub(super) fn count(count: u64) -> Self {
        Self::number(count as f64, |_| grouped(count))
    }

    /// The same with a bar of a share of the longest.
    pub(super) fn with_bar(self, share: f64) -> Self {
        let share = if share.is_finite() {
            share.clamp(0.0, 1.0)
        } else {
            0.0
        };
        Self {
            bar: Some(format!("{:.1}", share * 100.0)),
            ..self
        }
    }

    pub(super) fn with_link(self, link: Option<String>) -> Self {
        Self { link, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_number_is_a_dash() {
        for value in [f64::NAN, f64::INFINITY] {
            let cell = Cell::number(value, |value| value.to_string());
            assert_eq!((&*cell.text, cell.value), ("–", None));
            assert_eq!(cell.with_bar(value).bar.as_deref(), Some("0.0"));
        }
        assert_eq!(Cell::count(1_234).text, "1,234");
        assert_eq!(Cell::count(1).with_bar(0.5).bar.as_deref(), Some("50.0"));
    }
}
