//! Scores as people read them: those of an evaluation, a row a measure and system, and those of a comparison.

use crate::evaluate::{Difference, Estimate, Evaluation, Part};

/// A measure of a system.
pub(super) struct Row<'e> {
    pub system: &'e str,
    /// The measure's name for people.
    pub label: &'e str,
    /// What it says as a whole.
    pub score: Estimate,
    /// What sets it apart from the first system.
    pub difference: Option<Difference>,
    /// What it is made of, where it is.
    pub precision: Option<f64>,
    pub recall: Option<f64>,
}

/// The rows, measure by measure, so that systems stand next to each other.
pub(super) fn rows(evaluation: &Evaluation) -> Vec<Row<'_>> {
    let mut rows = Vec::new();
    for (place, system) in evaluation.systems.iter().enumerate() {
        let whole = system
            .scores
            .iter()
            .filter(|(figure, _)| figure.part.is_whole());
        for (order, (figure, score)) in whole.enumerate() {
            let part = |part| Some(system.scores.get(&figure.measure, part)?.mean);
            let differences = system.differences.as_ref();
            let row = Row {
                system: &system.name,
                label: &figure.label,
                score: *score,
                difference: differences
                    .and_then(|values| values.get(&figure.measure, figure.part))
                    .copied(),
                precision: part(Part::Precision),
                recall: part(Part::Recall),
            };
            rows.push((order, place, row));
        }
    }
    rows.sort_by_key(|(order, place, _)| (*order, *place));
    rows.into_iter().map(|(_, _, row)| row).collect()
}

/// The bounds of an estimate.
pub(super) fn bounds(estimate: &Estimate) -> String {
    format!("[{:.4}, {:.4}]", estimate.low, estimate.high)
}

/// The bounds of a difference, with signs.
pub(super) fn signed_bounds(estimate: &Estimate) -> String {
    format!("[{:+.4}, {:+.4}]", estimate.low, estimate.high)
}

/// The measures that have columns of their own in a table of comparison.
const WITH_COLUMNS: [&str; 3] = ["lrc", "log_ratio", "g2"];

/// Whether the measure that orders a comparison needs one more column to be seen.
pub(super) fn needs_column(measure: &str) -> bool {
    !WITH_COLUMNS.contains(&measure)
}

/// A value of the measure that orders a comparison, which there may not be.
pub(super) fn of_measure(score: Option<f64>) -> String {
    match score {
        None => "–".to_owned(),
        Some(score) if score == 0.0 || score.abs() >= 0.01 => format!("{score:.2}"),
        Some(score) => format!("{score:.2e}"),
    }
}

/// A share that there may not be.
pub(super) fn share(share: Option<f64>) -> String {
    share.map_or_else(|| "–".to_owned(), |share| format!("{share:.4}"))
}
