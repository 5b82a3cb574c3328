//! For people: on a terminal with colours and bars, elsewhere plain lines.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style as Ansi};
use unicode_width::UnicodeWidthStr;

use super::kwic::{Columns, STRIP, place, strip};
use super::numbers::{grouped, p_value, significant};
use super::safe::{isolated, safe};
use super::scores::{self, bounds, share, signed_bounds};
use super::table::{Align, Column, bar, diverging, lines, shortened, wrapped};
use super::{Format, Kind, Printer, Style, shaded};
use crate::compare::{Comparison, ComparisonRow};
use crate::context::{AllConcordances, Concordance, Line, Lines, TermSpread};
use crate::evaluate::Evaluation;
use crate::keywords::{AllKeywords, DocumentKeywords, Keyword};
use crate::select::{DocumentSummary, JointSummary, Passage, SummarySentence};
use crate::source::Failure;

pub(super) const FORMAT: Format = Format {
    name: "text",
    about: "for people: sentences and tables, with colours and bars on a terminal",
    kinds: Kind::ALL,
    printer: |_: Kind, style: Style| Box::new(Text::new(style)),
};

struct Text {
    style: Style,
    is_first: bool,
    /// The rows of a table of counts, which is written at the end.
    counts: Vec<Vec<String>>,
    /// Whether these are of several terms.
    has_terms: bool,
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
        let has_color = style.color;
        let ansi = |ansi: Ansi| if has_color { ansi } else { Ansi::new() };
        Self {
            style,
            is_first: true,
            counts: Vec::new(),
            has_terms: false,
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
        let (path, name) = (name, safe(name));
        let Self { strong, faint, .. } = &*self;
        if let Some(width) = self.style.width {
            let name = shortened(&name, width);
            let details = safe(details);
            let details = shortened(&details, width.saturating_sub(name.width() + 2));
            let [name, details] = [&name, &details].map(|text| isolated(text));
            let name = self.linked(&name, path, 1);
            writeln!(out, "{strong}{name}{strong:#}  {faint}{details}{faint:#}")?;
        } else if self.style.has_headers {
            writeln!(out, "==> {name} <==")?;
        }
        Ok(())
    }

    /// Safe text, as a link to a line of a document where the terminal takes links.
    fn linked(&self, text: &str, path: &str, line: usize) -> String {
        match &self.style.links {
            Some(links) => links.linked(text, path, line),
            None => text.to_owned(),
        }
    }

    fn sentences(
        &self,
        sentences: &[SummarySentence],
        path: &str,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        for sentence in sentences {
            match self.style.width {
                Some(width) => self.terminal_sentence(sentence, path, width, out)?,
                None => self.plain_sentence(sentence, out)?,
            }
        }
        Ok(())
    }

    /// The whole text: with colours shaded, else with scores.
    fn whole_text(&self, passages: &[Passage], out: &mut dyn Write) -> io::Result<()> {
        let width = self.style.width.map(|width| width.min(COMFORTABLE));
        match self.style.color {
            true => shaded::in_colour(passages, width.unwrap_or(COMFORTABLE), out),
            false => shaded::plain(passages, width, out),
        }
    }

    fn plain_sentence(&self, sentence: &SummarySentence, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "{}", safe(&sentence.text))?;
        self.explanation(sentence, "  ", out)
    }

    /// A sentence with its line in the margin.
    fn terminal_sentence(
        &self,
        sentence: &SummarySentence,
        path: &str,
        width: usize,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let Self { accent, faint, .. } = self;
        if let Some(path) = &sentence.path {
            let name = self.linked(&safe(path), path, 1);
            writeln!(out, "       {accent}{name}{accent:#}")?;
        }
        let path = sentence.path.as_deref().unwrap_or(path);
        let text = safe(&sentence.text);
        for (i, line) in wrapped(&text, width.min(COMFORTABLE).saturating_sub(8).max(20))
            .iter()
            .enumerate()
        {
            let margin = match sentence.page {
                _ if i > 0 => String::new(),
                Some(page) => format!("p. {page}"),
                None => sentence.line.to_string(),
            };
            let margin = match i {
                0 => self.linked(&format!("{margin:>5}"), path, sentence.line),
                _ => format!("{margin:>5}"),
            };
            writeln!(out, "{faint}{margin} │{faint:#} {}", isolated(line))?;
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
                    writeln!(out, "{accent}{margin:>5} │ {}{accent:#}", isolated(line))?;
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

    /// A measure that has no column of its own gets one; on a terminal, a bar to the left or the right tells
    /// the log ratio at a glance.
    fn comparison_table(
        &self,
        measure: &'static str,
        rows: &[ComparisonRow],
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
        // A group of one document has no spread.
        let has_spread = rows.iter().any(|row| row.dp.is_some());
        if has_spread {
            columns.push(number("DP", true));
        }
        let needs_column = scores::needs_column(measure);
        if needs_column {
            columns.insert(1, number(measure, false));
        }
        // Where both ways are asked for, words tell them apart.
        let has_changes = rows.iter().any(|row| row.g2 < 0.0);
        if has_changes {
            columns.insert(1, column("change", Align::Left, Ansi::new(), false));
        }
        let bars = self.style.width.map(|width| ratio_bars(rows, width));
        if bars.is_some() {
            columns.insert(1, column("less │ more", Align::Left, self.accent, false));
        }
        let row = |(place, row): (usize, &ComparisonRow)| {
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
                row.dp
                    .map_or_else(|| "–".to_owned(), |dp| format!("{dp:.2}")),
            ];
            if needs_column {
                cells.insert(1, scores::of_measure(row.score));
            }
            if has_changes {
                cells.insert(1, row.change.name().to_owned());
            }
            if let Some(bars) = &bars {
                cells.insert(1, bars[place].clone());
            }
            cells
        };
        let rows: Vec<Vec<String>> = rows.iter().enumerate().map(row).collect();
        self.table(&columns, &rows, out)
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

    /// A strip for each term: how often it occurs in each part of the text.
    fn strips(
        &self,
        concordance: &Concordance,
        width: usize,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let Self { accent, faint, .. } = self;
        for term in &concordance.terms {
            let name = match concordance.terms.len() {
                1 => String::new(),
                _ => format!("{}: ", safe(&term.term)),
            };
            let (count, rate) = (
                grouped(term.count),
                grouped(term.per_million.round() as u64),
            );
            let (range, parts) = (term.range, concordance.parts_total);
            let dp = dispersion(term.dp);
            let details = format!(
                "{name}{count} × in {range} of {parts} parts · {rate} per million · DP {dp}"
            );
            let strip = strip(&term.parts, STRIP.min(width));
            let room = width.saturating_sub(strip.width() + 2);
            let (gap, room) = match room < details.width() && room < STRIP {
                true => ("\n", width),
                false => ("  ", room),
            };
            let details = shortened(&details, room);
            writeln!(
                out,
                "{accent}{strip}{accent:#}{gap}{faint}{details}{faint:#}"
            )?;
        }
        Ok(())
    }

    /// Lines with all matches in one column, each with its number in the margin.
    fn aligned_lines(
        &self,
        lines: &Lines,
        path: &str,
        width: usize,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let Self { faint, .. } = self;
        let columns = Columns::of(lines, width);
        let margin = columns.margin;
        lines.iter().try_for_each(|line| {
            let number = format!("{:>margin$}", line.number());
            let number = self.linked(&number, path, line.line);
            let line = columns.line(&line, self.found());
            writeln!(out, "{faint}{number} │{faint:#} {line}")
        })
    }

    /// Lines for programs: `PATH:LINE: left[match]right`. Where the width is set, blanks behind the number
    /// bring the matches into one column.
    fn plain_lines(&self, path: &str, lines: &Lines, out: &mut dyn Write) -> io::Result<()> {
        let found = self.found();
        let start = |line: &Line| place(path, line).width() + safe(&line.left).width();
        let column = match lines.width() {
            None => 0,
            Some(_) => lines.iter().map(|line| start(&line)).max().unwrap_or(0),
        };
        lines.iter().try_for_each(|line| {
            let blanks = " ".repeat(column.saturating_sub(start(&line)));
            let [left, matched, right] =
                [&line.left, &line.matched, &line.right].map(|part| safe(part));
            let (place, right) = (place(path, &line), right.trim_end());
            writeln!(
                out,
                "{place}{blanks}{left}[{found}{matched}{found:#}]{right}"
            )
        })
    }

    /// How a match looks.
    fn found(&self) -> Ansi {
        match self.style.color {
            true => self.accent.bold(),
            false => self.accent,
        }
    }

    /// Keeps the row of a term for the table of counts.
    fn add_count(&mut self, name: &str, term: &TermSpread, parts: usize) {
        let strip_width = self
            .style
            .width
            .map_or(STRIP, |width| (width / 4).min(STRIP));
        self.counts.push(vec![
            safe(name),
            safe(&term.term),
            grouped(term.count),
            match term.count {
                0 => String::new(),
                _ => strip(&term.parts, strip_width),
            },
            grouped(term.per_million.round() as u64),
            format!("{}/{parts}", term.range),
            dispersion(term.dp),
        ]);
    }

    fn count_table(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let column = |title, align, style, is_optional| Column {
            title,
            align,
            style,
            is_optional,
        };
        let mut columns = vec![
            column("document", Align::Left, self.strong, false),
            column("term", Align::Left, Ansi::new(), false),
            column("count", Align::Right, Ansi::new(), false),
            column("where", Align::Left, self.accent, true),
            column("per million", Align::Right, Ansi::new(), true),
            column("range", Align::Right, Ansi::new(), true),
            column("DP", Align::Right, Ansi::new(), true),
        ];
        let mut rows = std::mem::take(&mut self.counts);
        if !self.has_terms {
            columns.remove(1);
            rows.iter_mut().for_each(|row| drop(row.remove(1)));
        }
        self.table(&columns, &rows, out)
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
        match &summary.passages {
            Some(passages) => self.whole_text(passages, out)?,
            None => self.sentences(&summary.summary, &summary.path, out)?,
        }
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
        self.sentences(&summary.summary, "-", out)
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
        for pair in &comparison.pairs {
            let rows = comparison.rows(pair);
            let mut about = format!("against {} · by {}", pair.reference, comparison.measure);
            if pair.significant > rows.len() {
                let all = grouped(pair.significant as u64);
                about.push_str(&format!(" · {} of {all} terms", rows.len()));
            }
            self.header(&pair.group, &about, out)?;
            if rows.is_empty() {
                writeln!(out, "no term differs significantly")?;
            } else {
                self.comparison_table(comparison.measure, rows, out)?;
            }
        }
        Ok(())
    }

    /// On a terminal with a header and strips; elsewhere the lines alone, each with its path.
    fn concordance(&mut self, concordance: &Concordance, out: &mut dyn Write) -> io::Result<()> {
        let path = &concordance.path;
        self.has_terms = concordance.terms.len() > 1;
        let Some(lines) = &concordance.lines else {
            for term in &concordance.terms {
                self.add_count(path, term, concordance.parts_total);
            }
            return Ok(());
        };
        let Some(width) = self.style.width else {
            return self.plain_lines(path, lines, out);
        };
        if concordance.count == 0 {
            return Ok(());
        }
        let title = concordance
            .title
            .as_deref()
            .map(|title| format!("{title} · "))
            .unwrap_or_default();
        let (language, words) = (concordance.language, grouped(concordance.words_total));
        let shown = match (lines.len() as u64, concordance.count) {
            (shown, count) if shown < count => {
                format!("{} of {} shown · ", grouped(shown), grouped(count))
            }
            _ => String::new(),
        };
        self.header(
            path,
            &format!("{shown}{title}{language} · {words} words"),
            out,
        )?;
        self.strips(concordance, width, out)?;
        self.aligned_lines(lines, &concordance.path, width, out)
    }

    /// A row of the table of counts, or on a terminal a line behind the documents.
    fn all_concordances(&mut self, all: &AllConcordances, out: &mut dyn Write) -> io::Result<()> {
        let documents = grouped(all.documents_total);
        let name = format!("all {documents} documents");
        if !self.counts.is_empty() {
            for term in &all.terms {
                self.add_count(&name, term, all.documents_total as usize);
            }
            return Ok(());
        }
        if self.style.width.is_none() {
            return Ok(());
        }
        let spread = |term: &TermSpread| {
            let (count, rate) = (
                grouped(term.count),
                grouped(term.per_million.round() as u64),
            );
            let (term, range) = (&term.term, grouped(term.range as u64));
            format!("{term}: {count} × in {range} of {documents} documents, {rate} per million")
        };
        let details: Vec<String> = all.terms.iter().map(spread).collect();
        self.header(&name, &details.join(" · "), out)
    }

    /// The table of counts is written when all rows are known.
    fn finish(&mut self, _: &[Failure], out: &mut dyn Write) -> io::Result<()> {
        match self.counts.is_empty() {
            true => Ok(()),
            false => self.count_table(out),
        }
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

/// A measure of dispersion, which there may not be.
fn dispersion(value: Option<f64>) -> String {
    value.map_or_else(|| "–".to_owned(), |value| format!("{value:.2}"))
}

/// A diverging bar for each log ratio, the largest as long as there is room for.
fn ratio_bars(rows: &[ComparisonRow], width: usize) -> Vec<String> {
    let half = (width / 14).clamp(5, BAR / 2);
    let ratios = || rows.iter().map(|row| row.log_ratio);
    let largest = ratios().fold(0.0, |largest: f64, ratio| largest.max(ratio.abs()));
    ratios()
        .map(|ratio| diverging(ratio / largest.max(f64::MIN_POSITIVE), half))
        .collect()
}
