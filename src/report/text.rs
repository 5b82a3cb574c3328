//! For people: on a terminal with colours and bars, elsewhere plain lines.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style as Ansi};
use unicode_width::UnicodeWidthStr;

use super::numbers::{grouped, p_value, significant};
use super::scores::{self, bounds, share, signed_bounds};
use super::table::{Align, Column, bar, lines, shortened, wrapped};
use super::{Format, Kind, Printer, Style};
use crate::compare::{Comparison, ComparisonRow};
use crate::evaluate::Evaluation;
use crate::keywords::{AllKeywords, DocumentKeywords, Keyword};
use crate::select::{DocumentSummary, JointSummary, SummarySentence};

pub(super) const FORMAT: Format = Format {
    name: "text",
    about: "for people: sentences and tables, with colours and bars on a terminal",
    kinds: Kind::ALL,
    printer: |_: Kind, style: Style| Box::new(Text::new(style)),
};

struct Text {
    style: Style,
    is_first: bool,
    strong: Ansi,
    accent: Ansi,
    faint: Ansi,
}

/// Lines of running text are no longer than this, however wide the terminal is.
const COMFORTABLE: usize = 96;
/// The longest bar, in columns.
const BAR: usize = 20;

impl Text {
    fn new(style: Style) -> Self {
        let ansi = |ansi: Ansi| if style.color { ansi } else { Ansi::new() };
        Self {
            style,
            is_first: true,
            strong: ansi(Ansi::new().bold()),
            accent: ansi(AnsiColor::Cyan.on_default()),
            faint: ansi(Ansi::new().dimmed()),
        }
    }

    /// A header, set off from what is above it: on a terminal always, elsewhere where there are
    /// several documents.
    fn header(&mut self, name: &str, details: &str, out: &mut dyn Write) -> io::Result<()> {
        let is_terminal = self.style.width.is_some();
        if !std::mem::take(&mut self.is_first) && (is_terminal || self.style.has_headers) {
            writeln!(out)?;
        }
        let name = safe(name);
        let Self { strong, faint, .. } = self;
        if let Some(width) = self.style.width {
            let name = shortened(&name, width);
            let details = shortened(&safe(details), width.saturating_sub(name.width() + 2));
            writeln!(out, "{strong}{name}{strong:#}  {faint}{details}{faint:#}")?;
        } else if self.style.has_headers {
            writeln!(out, "==> {name} <==")?;
        }
        Ok(())
    }

    fn sentences(&self, sentences: &[SummarySentence], out: &mut dyn Write) -> io::Result<()> {
        for sentence in sentences {
            match self.style.width {
                Some(width) => self.terminal_sentence(sentence, width, out)?,
                None => self.plain_sentence(sentence, out)?,
            }
        }
        Ok(())
    }

    fn plain_sentence(&self, sentence: &SummarySentence, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "{}", safe(&sentence.text))?;
        self.explanation(sentence, "  ", out)
    }

    /// A sentence with its line in the margin.
    fn terminal_sentence(
        &self,
        sentence: &SummarySentence,
        width: usize,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let Self { accent, faint, .. } = self;
        if let Some(path) = &sentence.path {
            writeln!(out, "       {accent}{}{accent:#}", safe(path))?;
        }
        let text = safe(&sentence.text);
        for (i, line) in wrapped(&text, width.min(COMFORTABLE).saturating_sub(8).max(20))
            .iter()
            .enumerate()
        {
            let margin = if i == 0 {
                sentence.line.to_string()
            } else {
                String::new()
            };
            writeln!(out, "{faint}{margin:>5} │{faint:#} {line}")?;
        }
        self.explanation(sentence, "        ", out)
    }

    fn explanation(
        &self,
        sentence: &SummarySentence,
        indent: &str,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let Some(explanation) = &sentence.explanation else {
            return Ok(());
        };
        let factor = |(name, value): (&String, &serde_json::Value)| {
            format!("{name} {}", significant(value.as_f64().unwrap_or(0.0)))
        };
        let factors: Vec<String> = explanation.iter().map(factor).collect();
        let Self { faint, .. } = self;
        let (rank, score) = (sentence.rank, significant(sentence.score));
        writeln!(
            out,
            "{indent}{faint}rank {rank}, score {score}: {}{faint:#}",
            factors.join(", ")
        )
    }

    fn keyword_line(&self, keywords: &[Keyword], out: &mut dyn Write) -> io::Result<()> {
        if keywords.is_empty() {
            return Ok(());
        }
        let terms: Vec<String> = keywords.iter().map(|keyword| safe(&keyword.term)).collect();
        let line = terms.join(", ");
        let Self { accent, .. } = self;
        match self.style.width {
            None => writeln!(out, "Keywords: {line}"),
            Some(width) => {
                for (i, line) in wrapped(&line, width.min(COMFORTABLE).saturating_sub(8).max(20))
                    .iter()
                    .enumerate()
                {
                    let margin = if i == 0 { "words" } else { "" };
                    writeln!(out, "{accent}{margin:>5} │ {line}{accent:#}")?;
                }
                Ok(())
            }
        }
    }

    fn keyword_table(
        &self,
        keywords: &[Keyword],
        with_documents: bool,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let best = keywords.first().map_or(1.0, |keyword| keyword.score);
        // On a narrow terminal the bar leaves room for the term.
        let bar_width = self.style.width.map_or(0, |width| (width / 4).min(BAR));
        let column = |title, align, style, is_optional| Column {
            title,
            align,
            style,
            is_optional,
        };
        let mut columns = vec![
            column("#", Align::Right, self.faint, false),
            column("term", Align::Left, self.strong, false),
            column("count", Align::Right, Ansi::new(), false),
            column("per million", Align::Right, Ansi::new(), true),
        ];
        if with_documents {
            columns.push(column("documents", Align::Right, Ansi::new(), true));
        }
        columns.push(column("score", Align::Left, self.accent, false));
        let row = |keyword: &Keyword| {
            let mut row = vec![
                keyword.rank.to_string(),
                safe(&keyword.term),
                grouped(keyword.count),
                grouped(keyword.per_million.round() as u64),
            ];
            if with_documents {
                row.push(grouped(keyword.documents));
            }
            row.push(match self.style.width {
                Some(_) => bar(keyword.score / best, bar_width),
                None => significant(keyword.score),
            });
            row
        };
        self.table(&columns, &keywords.iter().map(row).collect::<Vec<_>>(), out)
    }

    /// A measure that has no column of its own gets one.
    fn comparison_table(
        &self,
        measure: &'static str,
        rows: &[&ComparisonRow],
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let column = |title, align, style, is_optional| Column {
            title,
            align,
            style,
            is_optional,
        };
        let number = |title, is_optional| column(title, Align::Right, Ansi::new(), is_optional);
        let mut columns = vec![
            column("term", Align::Left, self.strong, false),
            number("count", false),
            number("ref.", false),
            number("per million", true),
            number("ref.", true),
            column("log ratio", Align::Right, self.accent, false),
            number("LRC", false),
            number("G²", false),
            number("p adjusted", true),
            number("documents", true),
        ];
        let needs_column = scores::needs_column(measure);
        if needs_column {
            columns.insert(1, number(measure, false));
        }
        let row = |row: &&ComparisonRow| {
            let mut cells = vec![
                safe(&row.term),
                grouped(row.count),
                grouped(row.reference_count),
                grouped(row.per_million.round() as u64),
                grouped(row.reference_per_million.round() as u64),
                format!("{:+.2}", row.log_ratio),
                format!("{:+.2}", row.lrc),
                format!("{:+.1}", row.g2),
                p_value(row.p_adjusted),
                format!("{}/{}", row.range, row.reference_range),
            ];
            if needs_column {
                cells.insert(1, scores::of_measure(row.score));
            }
            cells
        };
        self.table(&columns, &rows.iter().map(row).collect::<Vec<_>>(), out)
    }

    /// The columns of an evaluation: systems and their differences only where there are several.
    fn score_columns(&self, has_several: bool) -> Vec<Column> {
        let column = |title, align, style, is_optional| Column {
            title,
            align,
            style,
            is_optional,
        };
        let number = |title, is_optional| column(title, Align::Right, Ansi::new(), is_optional);
        let mut columns = Vec::new();
        if has_several {
            columns.push(column("system", Align::Left, Ansi::new(), false));
        }
        columns.push(column("measure", Align::Left, self.strong, false));
        columns.push(column("score", Align::Right, self.accent, false));
        columns.push(number("95% interval", true));
        if has_several {
            columns.push(number("difference", false));
            columns.push(number("95% interval", true));
            columns.push(number("p", false));
        }
        columns.push(number("precision", true));
        columns.push(number("recall", true));
        columns
    }

    fn table(
        &self,
        columns: &[Column],
        rows: &[Vec<String>],
        out: &mut dyn Write,
    ) -> io::Result<()> {
        lines(columns, rows, self.faint, self.style.width)
            .iter()
            .try_for_each(|line| writeln!(out, "{line}"))
    }
}

impl Printer for Text {
    fn summary(&mut self, summary: &DocumentSummary, out: &mut dyn Write) -> io::Result<()> {
        let title = summary
            .title
            .as_deref()
            .map(|title| format!("{title} · "))
            .unwrap_or_default();
        let whole = if summary.whole {
            " · the whole text"
        } else {
            ""
        };
        let (sentences, words) = (
            grouped(summary.sentences_total as u64),
            grouped(summary.words_total as u64),
        );
        let language = summary.language;
        let details = format!("{title}{language} · {sentences} sentences · {words} words{whole}");
        self.header(&summary.path, &details, out)?;
        self.sentences(&summary.summary, out)?;
        self.keyword_line(summary.keywords.as_deref().unwrap_or_default(), out)
    }

    fn joint_summary(&mut self, summary: &JointSummary, out: &mut dyn Write) -> io::Result<()> {
        let (sentences, words) = (
            grouped(summary.sentences_total as u64),
            grouped(summary.words_total as u64),
        );
        let details = format!("{sentences} sentences · {words} words");
        let name = format!("{} documents", grouped(summary.paths.len() as u64));
        self.style.has_headers = false;
        self.header(&name, &details, out)?;
        self.sentences(&summary.summary, out)
    }

    fn keywords(&mut self, table: &DocumentKeywords, out: &mut dyn Write) -> io::Result<()> {
        let title = table
            .title
            .as_deref()
            .map(|title| format!("{title} · "))
            .unwrap_or_default();
        let details = format!(
            "{title}{} · {} words",
            table.language,
            grouped(table.words_total)
        );
        self.header(&table.path, &details, out)?;
        self.keyword_table(&table.keywords, self.style.has_headers, out)
    }

    fn all_keywords(&mut self, table: &AllKeywords, out: &mut dyn Write) -> io::Result<()> {
        let name = format!("all {} documents", grouped(table.documents_total));
        self.header(&name, &format!("{} words", grouped(table.words_total)), out)?;
        self.keyword_table(&table.keywords, true, out)
    }

    fn comparison(&mut self, comparison: &Comparison, out: &mut dyn Write) -> io::Result<()> {
        self.style.has_headers = true;
        let reference = comparison.groups.iter().find(|group| group.is_reference);
        let against = reference.map_or_else(|| "the rest".to_owned(), |group| group.name.clone());
        for group in comparison.groups.iter().filter(|group| !group.is_reference) {
            let rows: Vec<&ComparisonRow> = comparison
                .terms
                .iter()
                .filter(|row| row.group == group.name)
                .collect();
            let words = grouped(group.words_total);
            self.header(
                &group.name,
                &format!(
                    "against {against} · {words} words · by {}",
                    comparison.measure
                ),
                out,
            )?;
            if rows.is_empty() {
                writeln!(out, "no term differs significantly")?;
            } else {
                self.comparison_table(comparison.measure, &rows, out)?;
            }
        }
        Ok(())
    }

    fn evaluation(&mut self, evaluation: &Evaluation, out: &mut dyn Write) -> io::Result<()> {
        if evaluation.systems.is_empty() {
            return Ok(());
        }
        let has_several = evaluation.systems.len() > 1;
        let settings = &evaluation.settings;
        let stems = if settings.stemmed {
            "stems"
        } else {
            "no stems"
        };
        let documents = grouped(evaluation.documents_total as u64);
        let details = format!("{} · {documents} documents · {stems}", settings.language);
        self.header(settings.task, &details, out)?;
        let rows: Vec<Vec<String>> = scores::rows(evaluation)
            .iter()
            .map(|row| score_cells(row, has_several))
            .collect();
        self.table(&self.score_columns(has_several), &rows, out)
    }
}

/// The cells of [`Text::score_columns`].
fn score_cells(row: &scores::Row, has_several: bool) -> Vec<String> {
    let mut cells = Vec::new();
    if has_several {
        cells.push(safe(row.system));
    }
    cells.push(row.label.to_owned());
    cells.push(format!("{:.4}", row.score.mean));
    cells.push(bounds(&row.score));
    match &row.difference {
        Some(difference) => {
            cells.push(format!("{:+.4}", difference.estimate.mean));
            cells.push(signed_bounds(&difference.estimate));
            cells.push(p_value(difference.p));
        }
        None if has_several => cells.extend([const { String::new() }; 3]),
        None => {}
    }
    cells.push(share(row.precision));
    cells.push(share(row.recall));
    cells
}

/// Text from a document without control characters, which a terminal would obey.
fn safe(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() { '\u{fffd}' } else { c })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escape_sequences_are_defused() {
        assert_eq!(safe("a\u{1b}[31mb\u{9b}"), "a\u{fffd}[31mb\u{fffd}");
    }
}
