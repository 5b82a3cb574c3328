//! Tables: columns of text and numbers, and what they are sorted by.

use std::borrow::Cow;

use askama::Template;

use super::heat;
use super::strip::Strip;
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
    pub title: Cow<'static, str>,
    /// Numbers stand at the right, and are sorted by size.
    pub is_number: bool,
    /// The column that names its row.
    pub is_name: bool,
    /// Whether its lines may be wrapped.
    pub is_wrapped: bool,
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
    /// How dark it is.
    pub heat: Option<u8>,
    /// Where in a text a term stands.
    pub strip: Option<Strip>,
}

impl Column {
    /// The column that names its row.
    pub(super) fn name(title: impl Into<Cow<'static, str>>) -> Self {
        Self {
            title: title.into(),
            is_number: false,
            is_name: true,
            is_wrapped: false,
        }
    }

    pub(super) fn text(title: impl Into<Cow<'static, str>>) -> Self {
        Self {
            title: title.into(),
            is_number: false,
            is_name: false,
            is_wrapped: false,
        }
    }

    /// A column of several words.
    pub(super) fn words(title: impl Into<Cow<'static, str>>) -> Self {
        Self {
            is_wrapped: true,
            ..Self::text(title)
        }
    }

    pub(super) fn number(title: impl Into<Cow<'static, str>>) -> Self {
        Self {
            title: title.into(),
            is_number: true,
            is_name: false,
            is_wrapped: false,
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

    /// A count, or nothing where there is none.
    pub(super) fn some(count: u64) -> Self {
        let written = |_| {
            if count > 0 {
                grouped(count)
            } else {
                String::new()
            }
        };
        Self::number(count as f64, written)
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

    /// The same, the darker the larger its share of the most there is.
    pub(super) fn with_heat(self, share: f64) -> Self {
        Self {
            heat: Some(heat::level(share)),
            ..self
        }
    }

    /// A strip of the counts of a term in the parts of a text.
    pub(super) fn strip(parts: &[u64]) -> Self {
        Self {
            strip: Strip::of(parts),
            ..Self::default()
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
