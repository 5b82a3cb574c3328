//! Comparisons: what was compared and how, a plot and a table of each group, and what the columns mean.

use askama::Template;

use super::table::{Cell, Column, Table};
use crate::compare::{self, Comparison, ComparisonRow, GroupSize, Pair};
use crate::report::numbers::{grouped, p_value};
use crate::report::plot::{Inline, Sheet};
use crate::report::scores;

/// What was compared and how.
#[derive(Template)]
#[template(path = "comparison.html")]
pub(super) struct Opening {
    lead: Vec<String>,
    sizes: Table,
}

/// The terms of a group against its reference.
#[derive(Template)]
#[template(path = "pair.html")]
pub(super) struct Part {
    heading: String,
    pub figures: Figures,
}

/// A plot of terms and their figures.
#[derive(Template)]
#[template(path = "figures.html")]
pub(super) struct Figures {
    details: String,
    /// Nothing if no term differs.
    plot: Option<Inline>,
    table: Table,
}

/// What the columns mean.
#[derive(Template)]
#[template(path = "meanings.html")]
pub(super) struct Meanings {
    meanings: Vec<(&'static str, String)>,
}

/// No more groups than this are named in the title.
const MOST_NAMED: usize = 2;

fn compared(comparison: &Comparison) -> impl Iterator<Item = &GroupSize> {
    comparison.groups.iter().filter(|group| !group.is_reference)
}

fn reference(comparison: &Comparison) -> Option<&str> {
    let reference = comparison.groups.iter().find(|group| group.is_reference);
    reference.map(|group| &*group.name)
}

pub(super) fn title(comparison: &Comparison) -> String {
    let names: Vec<&str> = compared(comparison).map(|group| &*group.name).collect();
    let groups = match names.len() {
        0 => return "Nothing to compare".to_owned(),
        1..=MOST_NAMED => names.join(" and "),
        count => format!("{} groups", grouped(count as u64)),
    };
    match reference(comparison) {
        Some(reference) => format!("{groups} against {reference}"),
        None => format!("What sets {groups} apart"),
    }
}

pub(super) fn opening(comparison: &Comparison) -> Opening {
    Opening {
        lead: lead(comparison),
        sizes: sizes(comparison),
    }
}

/// The parts, one by one: there may be as many as groups times groups.
pub(super) fn parts(comparison: &Comparison) -> impl Iterator<Item = Part> {
    let part = |(place, (pair, sheet)): (usize, (&'_ Pair, Sheet))| {
        let rows = comparison.rows(pair);
        let id = format!("plot-{}", place + 1);
        Part {
            heading: format!("{} against {}", pair.group, pair.reference),
            figures: Figures {
                details: details(pair, rows.len()),
                plot: (!rows.is_empty()).then_some(Inline { sheet, id }),
                table: table(comparison, rows),
            },
        }
    };
    let sheets = Sheet::of_each(comparison);
    comparison.pairs.iter().zip(sheets).enumerate().map(part)
}

fn details(pair: &Pair, shown: usize) -> String {
    let tested = grouped(pair.tested as u64);
    match (pair.significant, shown) {
        (_, 0) => format!("{tested} terms tested · no term differs significantly"),
        (all, shown) if all > shown => {
            let all = grouped(all as u64);
            format!(
                "{tested} terms tested · {} of {all} that differ significantly",
                grouped(shown as u64)
            )
        }
        (_, shown) => format!("{tested} terms tested · {} listed", grouped(shown as u64)),
    }
}

/// What was compared with what, and by which formula.
fn lead(comparison: &Comparison) -> Vec<String> {
    let count = compared(comparison).count();
    if count == 0 {
        return Vec::new();
    }
    let groups = match count {
        1 => "The group is".to_owned(),
        _ => format!("Each of {} groups is", grouped(count as u64)),
    };
    let against = match (reference(comparison), comparison.pairs.len() > count) {
        (Some(reference), _) => reference,
        (None, true) => "each of the others",
        (None, false) => "all the others together",
    };
    let measure = match compare::by_name(comparison.measure) {
        Some(measure) => format!("{} ({}; {})", measure.name, measure.about, measure.source),
        None => comparison.measure.to_owned(),
    };
    let correction = match comparison.correction {
        "bh" => "p-values are corrected for many tests by Benjamini and Hochberg's procedure",
        "bonferroni" => "p-values are corrected for many tests by Bonferroni's procedure",
        _ => "p-values are not corrected for many tests",
    };
    let tested = grouped(comparison.tested as u64);
    vec![
        format!("{groups} compared with {against}, term by term. Terms are chosen by {measure}."),
        format!("{tested} terms were tested; {correction}."),
    ]
}

fn sizes(comparison: &Comparison) -> Table {
    let row = |group: &GroupSize| {
        let role = if group.is_reference {
            "reference"
        } else {
            "compared"
        };
        vec![
            Cell::text(&group.name),
            Cell::count(group.documents),
            Cell::count(group.words_total),
            Cell::text(role),
        ]
    };
    Table {
        caption: "The groups".to_owned(),
        columns: vec![
            Column::name("group"),
            Column::number("documents"),
            Column::number("words"),
            Column::text("role"),
        ],
        rows: comparison.groups.iter().map(row).collect(),
    }
}

/// The columns of the terms. A measure that has no column of its own gets one.
fn columns(comparison: &Comparison) -> Vec<Column> {
    let mut columns = vec![Column::name("term")];
    if scores::needs_column(comparison.measure) {
        columns.push(Column::number(comparison.measure));
    }
    for title in ["log ratio", "LRC", "G²", "p adjusted"] {
        columns.push(Column::number(title));
    }
    for title in ["count", "per million", "documents"] {
        columns.extend([Column::number(title), Column::number("ref.")]);
    }
    columns.push(Column::number("DP"));
    if comparison.dispersion != "dp" {
        columns.push(Column::number(comparison.dispersion));
    }
    columns.push(Column::text("change"));
    columns
}

fn table(comparison: &Comparison, rows: &[ComparisonRow]) -> Table {
    Table {
        caption: "Terms (ref.: the side compared with)".to_owned(),
        columns: columns(comparison),
        rows: rows.iter().map(|row| cells(row, comparison)).collect(),
    }
}

/// The cells of [`columns`].
fn cells(row: &ComparisonRow, comparison: &Comparison) -> Vec<Cell> {
    let rate = |rate: f64| Cell::number(rate, |rate| grouped(rate.round() as u64));
    let signed = |value: f64| Cell::number(value, |value| format!("{value:+.2}"));
    let spread =
        |value: Option<f64>| Cell::number(value.unwrap_or(f64::NAN), |value| format!("{value:.2}"));
    let mut cells = vec![Cell::text(&row.term)];
    if scores::needs_column(comparison.measure) {
        let score = row.score.unwrap_or(f64::NAN);
        cells.push(Cell::number(score, |score| scores::of_measure(Some(score))));
    }
    cells.extend([
        signed(row.log_ratio),
        signed(row.lrc),
        Cell::number(row.g2, |g2| format!("{g2:+.1}")),
        Cell::number(row.p_adjusted, p_value),
        Cell::count(row.count),
        Cell::count(row.reference_count),
        rate(row.per_million),
        rate(row.reference_per_million),
        Cell::count(row.range),
        Cell::count(row.reference_range),
        spread(row.dp),
    ]);
    if comparison.dispersion != "dp" {
        cells.push(spread(row.dispersion));
    }
    cells.push(Cell::text(row.change.name()));
    cells
}

/// What the columns mean, in the words of the measures themselves.
pub(super) fn meanings(comparison: &Comparison) -> Meanings {
    let mut meanings = Vec::new();
    let columns = [("log ratio", "log_ratio"), ("LRC", "lrc"), ("G²", "g2")];
    let own = scores::needs_column(comparison.measure)
        .then_some((comparison.measure, comparison.measure));
    for (title, name) in columns.into_iter().chain(own) {
        if let Some(measure) = compare::by_name(name) {
            meanings.push((title, format!("{} ({}).", measure.about, measure.source)));
        }
    }
    let plain = |title: &'static str, meaning: &str| (title, meaning.to_owned());
    meanings.extend([
        plain(
            "p adjusted",
            "the p-value of G² (χ² with one degree of freedom), corrected for many tests.",
        ),
        plain(
            "per million",
            "occurrences in a million words of that side.",
        ),
        plain("documents", "documents of that side that have the term."),
    ]);
    let own =
        (comparison.dispersion != "dp").then_some((comparison.dispersion, comparison.dispersion));
    for (title, name) in [("DP", "dp")].into_iter().chain(own) {
        if let Some(measure) = compare::dispersion_by_name(name) {
            let meaning = format!(
                "{} ({}), over the documents of the group.",
                measure.about, measure.source
            );
            meanings.push((title, meaning));
        }
    }
    Meanings { meanings }
}
