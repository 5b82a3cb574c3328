//! Concordances: how terms are spread over a text, and the matches in their sentences.

use askama::Template;

use super::link;
use super::table::{Cell, Column, Table};
use crate::context::{AllConcordances, Concordance, Lines, TermSpread};
use crate::report::kwic::{STRIP, is_right_to_left, strip};
use crate::report::numbers::grouped;

/// A concordance. Its lines are made as they are written.
#[derive(Template)]
#[template(path = "context.html")]
pub(super) struct Context<'c> {
    heading: Option<&'c str>,
    details: String,
    spread: Table,
    lines: Option<&'c Lines>,
    /// Whether the matches are, and what is before them stands on their right.
    is_right_to_left: bool,
    link: Option<String>,
}

pub(super) fn of_document<'c>(
    concordance: &'c Concordance,
    heading: Option<&'c str>,
    depth: Option<usize>,
) -> Context<'c> {
    let words = grouped(concordance.words_total);
    let lines = concordance.lines.as_ref().filter(|lines| !lines.is_empty());
    Context {
        heading,
        details: format!("{} · {words} words", concordance.language),
        spread: spread(&concordance.terms, concordance.parts_total as u64, "parts"),
        lines,
        is_right_to_left: lines
            .and_then(|lines| lines.iter().next())
            .is_some_and(|line| is_right_to_left(&line.matched)),
        link: link::to_document(&concordance.path, depth),
    }
}

pub(super) fn all_title(all: &AllConcordances) -> String {
    format!("All {} documents", grouped(all.documents_total))
}

pub(super) fn of_all<'c>(all: &AllConcordances, heading: Option<&'c str>) -> Context<'c> {
    Context {
        heading,
        details: format!("{} words", grouped(all.words_total)),
        spread: spread(&all.terms, all.documents_total, "documents"),
        lines: None,
        is_right_to_left: false,
        link: None,
    }
}

/// A row a term; only texts have a strip that shows where.
fn spread(terms: &[TermSpread], parts: u64, name: &'static str) -> Table {
    let has_strips = terms.iter().any(|term| !term.parts.is_empty());
    let mut columns = vec![
        Column::name("term"),
        Column::number("count"),
        Column::number("per million"),
        Column::number(name),
        Column::number("DP"),
    ];
    if has_strips {
        columns.push(Column::text("where"));
    }
    let row = |term: &TermSpread| {
        let mut row = vec![
            Cell::text(&term.term),
            Cell::count(term.count),
            Cell::number(term.per_million, |rate| grouped(rate.round() as u64)),
            Cell::number(term.range as f64, |_| {
                format!("{}/{}", term.range, grouped(parts))
            }),
            Cell::number(term.dp.unwrap_or(f64::NAN), |dp| format!("{dp:.2}")),
        ];
        if has_strips {
            row.push(Cell::text(strip(&term.parts, STRIP)));
        }
        row
    };
    Table {
        caption: "Terms, and how they are spread (DP: 0 for a term spread evenly)".to_owned(),
        columns,
        rows: terms.iter().map(row).collect(),
    }
}
