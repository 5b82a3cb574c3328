//! Evaluations: a row a measure and system.

use askama::Template;

use super::table::{Cell, Column, Table};
use crate::evaluate::{Difference, Evaluation};
use crate::report::numbers::{grouped, p_value};
use crate::report::scores::{self, bounds, signed_bounds};

/// An evaluation.
#[derive(Template)]
#[template(path = "evaluation.html")]
pub(super) struct Page {
    details: String,
    table: Table,
}

pub(super) fn title(evaluation: &Evaluation) -> String {
    format!("Evaluation of {}", evaluation.settings.task)
}

pub(super) fn page(evaluation: &Evaluation) -> Page {
    let has_several = evaluation.systems.len() > 1;
    let settings = &evaluation.settings;
    let stems = if settings.stemmed {
        "stems"
    } else {
        "no stems"
    };
    let documents = grouped(evaluation.documents_total as u64);
    let rows = scores::rows(evaluation);
    Page {
        details: format!("{} · {documents} documents · {stems}", settings.language),
        table: Table {
            caption: caption(evaluation, has_several),
            columns: columns(has_several),
            rows: rows.iter().map(|row| cells(row, has_several)).collect(),
        },
    }
}

fn caption(evaluation: &Evaluation, has_several: bool) -> String {
    let differences = match evaluation.systems.first() {
        Some(first) if has_several => format!("; differences are from {}", first.name),
        _ => String::new(),
    };
    let Evaluation {
        samples,
        confidence,
        ..
    } = evaluation;
    format!(
        "Means over documents, with {:.0}% intervals from {} resamplings{differences}",
        confidence * 100.0,
        grouped(*samples as u64)
    )
}

/// Systems and their differences have columns only where there are several.
fn columns(has_several: bool) -> Vec<Column> {
    let mut columns = vec![Column::name("measure")];
    if has_several {
        columns.push(Column::text("system"));
    }
    columns.extend([Column::number("score"), Column::text("interval")]);
    if has_several {
        columns.extend([
            Column::number("difference"),
            Column::text("interval"),
            Column::number("p"),
        ]);
    }
    columns.extend([Column::number("precision"), Column::number("recall")]);
    columns
}

fn cells(row: &scores::Row, has_several: bool) -> Vec<Cell> {
    let share =
        |share: Option<f64>| Cell::number(share.unwrap_or(f64::NAN), |share| format!("{share:.4}"));
    let mut cells = vec![Cell::text(row.label)];
    if has_several {
        cells.push(Cell::text(row.system));
    }
    cells.push(share(Some(row.score.mean)).with_bar(row.score.mean));
    cells.push(Cell::text(bounds(&row.score)));
    match &row.difference {
        Some(Difference { estimate, p }) => cells.extend([
            Cell::number(estimate.mean, |mean| format!("{mean:+.4}")),
            Cell::text(signed_bounds(estimate).replace('-', "−")),
            Cell::number(*p, p_value),
        ]),
        None if has_several => cells.extend(["–"; 3].map(Cell::text)),
        None => {}
    }
    cells.extend([share(row.precision), share(row.recall)]);
    cells
}
