//! Comma- and tab-separated values: a header, then a row a sentence, keyword, term and group, system and
//! figure, or match.

use std::io::{self, Write};

use super::safe::safe;
use super::{Format, Kind, Printer, Style};
use crate::compare::Comparison;
use crate::context::{AllConcordances, Concordance, Line, Lines, TermSpread};
use crate::evaluate::{Estimate, Evaluation, SystemScores};
use crate::keywords::{AllKeywords, DocumentKeywords, Keyword};
use crate::select::{DocumentSummary, JointSummary, SummarySentence};
use crate::source::Failure;

pub(super) const CSV: Format = Format {
    name: "csv",
    about: "comma-separated values with a header line; an apostrophe before text like a formula",
    kinds: Kind::ALL,
    printer: |kind: Kind, _: Style| {
        Box::new(Separated {
            kind,
            delimiter: b',',
            has_header: false,
        })
    },
};

pub(super) const TSV: Format = Format {
    name: "tsv",
    about: "tab-separated values with a header line",
    kinds: Kind::ALL,
    printer: |kind: Kind, _: Style| {
        Box::new(Separated {
            kind,
            delimiter: b'\t',
            has_header: false,
        })
    },
};

struct Separated {
    kind: Kind,
    delimiter: u8,
    has_header: bool,
}

const SUMMARY: &[&str] = &[
    "path", "rank", "score", "text", "start", "end", "of", "line", "place", "section", "page",
];
const KEYWORDS: &[&str] = &[
    "path",
    "rank",
    "term",
    "score",
    "count",
    "per_million",
    "documents",
    "first_path",
    "start",
    "end",
    "of",
    "line",
];
const COMPARISON: &[&str] = &[
    "group",
    "term",
    "count",
    "reference_count",
    "per_million",
    "reference_per_million",
    "g2",
    "p",
    "p_adjusted",
    "log_ratio",
    "range",
    "reference_range",
    "lrc",
    "score",
    "reference",
    "dp",
    "dispersion",
    "change",
];

const EVALUATION: &[&str] = &[
    "system",
    "measure",
    "part",
    "documents",
    "mean",
    "low",
    "high",
    "difference",
    "difference_low",
    "difference_high",
    "p",
];

const CONTEXT: &[&str] = &[
    "path",
    "term",
    "left",
    "match",
    "right",
    "start",
    "end",
    "sentence_start",
    "sentence_end",
    "of",
    "line",
    "section",
    "part",
    "page",
];
const CONTEXT_COUNTS: &[&str] = &[
    "path",
    "term",
    "count",
    "per_million",
    "words_total",
    "range",
    "parts",
    "dp",
    "dp_norm",
    "juilland_d",
];

/// A cell that neither a terminal nor a spreadsheet obeys: what a spreadsheet would take for a formula begins with
/// an apostrophe, as it does where people type it in there. Numbers are what they are.
fn harmless(cell: &str) -> String {
    let cell = safe(&cell.replace(['\t', '\n', '\r'], " "));
    let is_formula = cell.starts_with(['=', '+', '-', '@']) && cell.len() > 1;
    match is_formula && cell.parse::<f64>().is_err() {
        true => format!("'{cell}"),
        false => cell,
    }
}

/// A value as JSON writes it, without quotes: floats as short as they can be read back.
fn plain(value: impl serde::Serialize) -> String {
    let written = serde_json::to_string(&value).unwrap_or_default();
    written.trim_matches('"').to_owned()
}

/// The input or output error inside an error of the `csv` crate, so that a closed pipe shows as one.
fn unwrapped(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

impl Separated {
    fn write(&mut self, rows: Vec<Vec<String>>, out: &mut dyn Write) -> io::Result<()> {
        self.write_each(rows, out)
    }

    /// Writes rows as they are made.
    fn write_each(
        &mut self,
        rows: impl IntoIterator<Item = Vec<String>>,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        // No cell has tabs and line breaks, so that tab-separated values need no quotes.
        let quoting = match self.delimiter {
            b'\t' => csv::QuoteStyle::Never,
            _ => csv::QuoteStyle::Necessary,
        };
        let mut writer = csv::WriterBuilder::new()
            .delimiter(self.delimiter)
            .quote_style(quoting)
            .from_writer(out);
        if !self.has_header {
            self.has_header = true;
            writer
                .write_record(match self.kind {
                    Kind::Summary => SUMMARY,
                    Kind::Keywords => KEYWORDS,
                    Kind::Comparison => COMPARISON,
                    Kind::Evaluation => EVALUATION,
                    Kind::Context => CONTEXT,
                    Kind::ContextCounts => CONTEXT_COUNTS,
                    Kind::Overview => &[],
                })
                .map_err(unwrapped)?;
        }
        for row in rows {
            let cells = row.iter().map(|cell| harmless(cell));
            writer.write_record(cells).map_err(unwrapped)?;
        }
        writer.flush()
    }
}

fn sentence(path: &str, sentence: &SummarySentence) -> Vec<String> {
    vec![
        sentence.path.as_deref().unwrap_or(path).to_owned(),
        sentence.rank.to_string(),
        plain(sentence.score),
        sentence.text.clone(),
        sentence.span.start.to_string(),
        sentence.span.end.to_string(),
        plain(sentence.of),
        sentence.line.to_string(),
        sentence.place.to_string(),
        sentence.section.clone().unwrap_or_default(),
        page(sentence.page),
    ]
}

fn keyword(path: &str, keyword: &Keyword) -> Vec<String> {
    vec![
        path.to_owned(),
        keyword.rank.to_string(),
        keyword.term.clone(),
        plain(keyword.score),
        keyword.count.to_string(),
        plain(keyword.per_million),
        keyword.documents.to_string(),
        keyword.first.path.as_deref().unwrap_or(path).to_owned(),
        keyword.first.start.to_string(),
        keyword.first.end.to_string(),
        plain(keyword.first.of),
        keyword.first.line.to_string(),
    ]
}

fn matched(path: &str, line: Line) -> Vec<String> {
    vec![
        path.to_owned(),
        line.term.to_owned(),
        line.left,
        line.matched,
        line.right,
        line.span.start.to_string(),
        line.span.end.to_string(),
        line.sentence.start.to_string(),
        line.sentence.end.to_string(),
        plain(line.of),
        line.line.to_string(),
        line.section.unwrap_or_default(),
        line.part.to_string(),
        page(line.page),
    ]
}

fn page(page: Option<usize>) -> String {
    page.map_or_else(String::new, |page| page.to_string())
}

/// The row of a term; what there is no value of is empty.
fn spread(path: &str, term: &TermSpread, words_total: u64, parts: usize) -> Vec<String> {
    let measure = |value: Option<f64>| value.map_or_else(String::new, plain);
    vec![
        path.to_owned(),
        term.term.clone(),
        term.count.to_string(),
        plain(term.per_million),
        words_total.to_string(),
        term.range.to_string(),
        parts.to_string(),
        measure(term.dp),
        measure(term.dp_norm),
        measure(term.juilland_d),
    ]
}

/// The rows of a system: the first has no differences.
fn scores(system: &SystemScores) -> Vec<Vec<String>> {
    let bounds = |Estimate { mean, low, high }: Estimate| [mean, low, high].map(plain);
    let mut rows: Vec<Vec<String>> = Vec::new();
    for (figure, &score) in system.scores.iter() {
        let mut row = vec![
            system.name.clone(),
            figure.measure.clone(),
            figure.part.name().to_owned(),
            system.documents.len().to_string(),
        ];
        row.extend(bounds(score));
        let differences = system.differences.as_ref();
        match differences.and_then(|values| values.get(&figure.measure, figure.part)) {
            Some(difference) => {
                row.extend(bounds(difference.estimate));
                row.push(plain(difference.p));
            }
            None => row.resize(EVALUATION.len(), String::new()),
        }
        rows.push(row);
    }
    rows
}

impl Printer for Separated {
    fn summary(&mut self, summary: &DocumentSummary, out: &mut dyn Write) -> io::Result<()> {
        self.write(
            summary
                .summary
                .iter()
                .map(|row| sentence(&summary.path, row))
                .collect(),
            out,
        )
    }

    fn joint_summary(&mut self, summary: &JointSummary, out: &mut dyn Write) -> io::Result<()> {
        self.write(
            summary
                .summary
                .iter()
                .map(|row| sentence("", row))
                .collect(),
            out,
        )
    }

    fn keywords(&mut self, table: &DocumentKeywords, out: &mut dyn Write) -> io::Result<()> {
        self.write(
            table
                .keywords
                .iter()
                .map(|row| keyword(&table.path, row))
                .collect(),
            out,
        )
    }

    /// The rows of all documents together have no path.
    fn all_keywords(&mut self, table: &AllKeywords, out: &mut dyn Write) -> io::Result<()> {
        self.write(
            table.keywords.iter().map(|row| keyword("", row)).collect(),
            out,
        )
    }

    fn comparison(&mut self, comparison: &Comparison, out: &mut dyn Write) -> io::Result<()> {
        let row = |row: &crate::compare::ComparisonRow| {
            vec![
                row.group.clone(),
                row.term.clone(),
                row.count.to_string(),
                row.reference_count.to_string(),
                plain(row.per_million),
                plain(row.reference_per_million),
                plain(row.g2),
                plain(row.p),
                plain(row.p_adjusted),
                plain(row.log_ratio),
                row.range.to_string(),
                row.reference_range.to_string(),
                plain(row.lrc),
                row.score.map_or_else(String::new, plain),
                row.reference.clone(),
                row.dp.map_or_else(String::new, plain),
                row.dispersion.map_or_else(String::new, plain),
                row.change.name().to_owned(),
            ]
        };
        self.write(comparison.terms.iter().map(row).collect(), out)
    }

    fn evaluation(&mut self, evaluation: &Evaluation, out: &mut dyn Write) -> io::Result<()> {
        self.write(evaluation.systems.iter().flat_map(scores).collect(), out)
    }

    fn concordance(&mut self, concordance: &Concordance, out: &mut dyn Write) -> io::Result<()> {
        let path = &*concordance.path;
        if self.kind == Kind::Context {
            let lines = concordance.lines.iter().flat_map(Lines::iter);
            return self.write_each(lines.map(|line| matched(path, line)), out);
        }
        let (words, parts) = (concordance.words_total, concordance.parts_total);
        let row = |term| spread(path, term, words, parts);
        self.write_each(concordance.terms.iter().map(row), out)
    }

    /// The rows of all documents together have no path; their parts are the documents.
    fn all_concordances(&mut self, all: &AllConcordances, out: &mut dyn Write) -> io::Result<()> {
        if self.kind == Kind::Context {
            return Ok(());
        }
        let row = |term| spread("", term, all.words_total, all.documents_total as usize);
        self.write_each(all.terms.iter().map(row), out)
    }

    fn finish(&mut self, _: &[Failure], out: &mut dyn Write) -> io::Result<()> {
        if self.has_header {
            Ok(())
        } else {
            self.write(Vec::new(), out)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_no_formulas_and_no_commands() {
        for (cell, expected) in [
            ("=1+1", "'=1+1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("- so it goes", "'- so it goes"),
            ("+x|'calc'!A0", "'+x|'calc'!A0"),
            ("-0.5", "-0.5"),
            ("-1e-9", "-1e-9"),
            ("-", "-"),
            ("a=b", "a=b"),
            ("\u{1b}[2J\ta\nb", "\u{fffd}[2J a b"),
        ] {
            assert_eq!(harmless(cell), expected);
        }
    }
}
