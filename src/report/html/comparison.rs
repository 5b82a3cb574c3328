//! Comparisons: what was compared and how, a plot and a table of each group, and what the columns mean.

use askama::Template;

use super::table::{Cell, Column, Table};
use crate::compare::{self, Comparison, ComparisonRow, GroupSize};
use crate::map::Map;
use crate::report::numbers::{grouped, p_value};
use crate::report::plot::{Inline, Sheet};
use crate::report::scores;

/// A comparison.
#[derive(Template)]
#[template(path = "comparison.html")]
pub(super) struct Page {
    lead: Vec<String>,
    sizes: Table,
    parts: Vec<Part>,
    meanings: Vec<(&'static str, String)>,
}

/// A group's terms.
struct Part {
    name: String,
    details: String,
    /// Nothing if no term differs.
    plot: Option<Inline>,
    table: Table,
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

pub(super) fn page(comparison: &Comparison) -> Page {
    let mut rows: Map<&str, Vec<&ComparisonRow>> = Map::default();
    for row in &comparison.terms {
        rows.entry(&row.group).or_default().push(row);
    }
    let against = reference(comparison).unwrap_or("all the others together");
    let sheets = Sheet::of_each(comparison).into_iter();
    let part = |(place, (group, sheet)): (usize, (&'_ GroupSize, Sheet))| {
        let rows = rows.get(&*group.name).map_or(&[][..], Vec::as_slice);
        let id = format!("plot-{}", place + 1);
        Part {
            name: group.name.clone(),
            details: details(group, rows.len(), against),
            plot: (!rows.is_empty()).then_some(Inline { sheet, id }),
            table: table(comparison.measure, rows),
        }
    };
    let parts = compared(comparison).zip(sheets).enumerate().map(part);
    Page {
        lead: lead(comparison, against),
        parts: parts.collect(),
        sizes: sizes(comparison),
        meanings: meanings(comparison.measure),
    }
}

fn details(group: &GroupSize, terms: usize, against: &str) -> String {
    let terms = match terms {
        0 => "no term differs significantly".to_owned(),
        1 => "1 term".to_owned(),
        terms => format!("{} terms", grouped(terms as u64)),
    };
    let words = grouped(group.words_total);
    format!("against {against} · {words} words · {terms}")
}

/// What was compared with what, and by which formula.
fn lead(comparison: &Comparison, against: &str) -> Vec<String> {
    let count = compared(comparison).count();
    if count == 0 {
        return Vec::new();
    }
    let groups = match count {
        1 => "The group is".to_owned(),
        _ => format!("Each of {} groups is", grouped(count as u64)),
    };
    let measure = match compare::by_name(comparison.measure) {
        Some(measure) => format!("{} ({}; {})", measure.name, measure.about, measure.source),
        None => comparison.measure.to_owned(),
    };
    let correction = match comparison.correction {
        "bh" => "p-values are corrected for many tests by Benjamini and Hochberg's procedure",
        "bonferroni" => "p-values are corrected for many tests by Bonferroni's",
        _ => "p-values are not corrected for many tests",
    };
    let tested = grouped(comparison.tested as u64);
    vec![
        format!("{groups} compared with {against}, term by term. Terms are ordered by {measure}."),
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

/// A measure that has no column of its own gets one.
fn table(measure: &'static str, rows: &[&ComparisonRow]) -> Table {
    let mut columns = vec![Column::name("term")];
    let needs_column = scores::needs_column(measure);
    if needs_column {
        columns.push(Column::number(measure));
    }
    let numbers = [
        "log ratio",
        "LRC",
        "G²",
        "p adjusted",
        "count",
        "ref.",
        "per million",
        "ref.",
        "documents",
        "ref.",
    ];
    columns.extend(numbers.map(Column::number));
    let row = |row: &&ComparisonRow| {
        let mut cells = vec![Cell::text(&row.term)];
        if needs_column {
            let score = row.score.unwrap_or(f64::NAN);
            cells.push(Cell::number(score, |score| scores::of_measure(Some(score))));
        }
        let rate = |rate: f64| Cell::number(rate, |rate| grouped(rate.round() as u64));
        let signed = |value: f64| Cell::number(value, |value| format!("{value:+.2}"));
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
        ]);
        cells
    };
    Table {
        caption: "Terms, the most telling first (ref.: the side compared with)".to_owned(),
        columns,
        rows: rows.iter().map(row).collect(),
    }
}

/// What the columns mean, in the words of the measures themselves.
fn meanings(measure: &str) -> Vec<(&'static str, String)> {
    let mut meanings = Vec::new();
    let columns = [("log ratio", "log_ratio"), ("LRC", "lrc"), ("G²", "g2")];
    let own = compare::by_name(measure).filter(|measure| scores::needs_column(measure.name));
    let own = own.map(|measure| (measure.name, measure.name));
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
    meanings
}
