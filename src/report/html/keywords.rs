//! Keyword tables, with bars.

use askama::Template;

use super::link;
use super::table::{Cell, Column, Table};
use crate::keywords::{AllKeywords, DocumentKeywords, Keyword};
use crate::report::Style;
use crate::report::numbers::{grouped, significant};

/// A keyword table.
#[derive(Template)]
#[template(path = "keywords.html")]
pub(super) struct Keywords<'k> {
    heading: Option<&'k str>,
    details: String,
    table: Table,
}

pub(super) fn of_document<'k>(
    table: &DocumentKeywords,
    heading: Option<&'k str>,
    style: &Style,
) -> Keywords<'k> {
    let words = grouped(table.words_total);
    Keywords {
        heading,
        details: format!("{} · {words} words", table.language),
        table: rows(&table.keywords, &table.path, style),
    }
}

pub(super) fn all_title(table: &AllKeywords) -> String {
    format!("All {} documents", grouped(table.documents_total))
}

pub(super) fn of_all<'k>(
    table: &AllKeywords,
    heading: Option<&'k str>,
    style: &Style,
) -> Keywords<'k> {
    Keywords {
        heading,
        details: format!("{} words", grouped(table.words_total)),
        table: rows(&table.keywords, "-", style),
    }
}

/// The table; how many documents have a keyword is told where there are several.
fn rows(keywords: &[Keyword], path: &str, style: &Style) -> Table {
    let mut columns = vec![
        Column::number("#"),
        Column::name("term"),
        Column::number("score"),
        Column::number("count"),
        Column::number("per million"),
        Column::text("first"),
    ];
    if style.has_headers {
        columns.insert(5, Column::number("documents"));
    }
    let best = keywords.first().map_or(1.0, |keyword| keyword.score);
    let row = |keyword: &Keyword| {
        let mut row = vec![
            Cell::count(keyword.rank as u64),
            Cell::text(&keyword.term),
            Cell::number(keyword.score, significant).with_bar(keyword.score / best),
            Cell::count(keyword.count),
            Cell::number(keyword.per_million, |rate| grouped(rate.round() as u64)),
            first(keyword, path, style.depth),
        ];
        if style.has_headers {
            row.insert(5, Cell::count(keyword.documents));
        }
        row
    };
    Table {
        caption: "Keywords, the best first".to_owned(),
        columns,
        rows: keywords.iter().map(row).collect(),
    }
}

/// Where a keyword first stands.
fn first(keyword: &Keyword, path: &str, depth: Option<usize>) -> Cell {
    let line = format!("line {}", grouped(keyword.first.line as u64));
    let (text, path) = match keyword.first.path.as_deref() {
        Some(path) => (format!("{path}, {line}"), path),
        None => (line, path),
    };
    Cell::text(text).with_link(link::to_document(path, depth))
}
