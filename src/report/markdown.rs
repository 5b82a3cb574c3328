//! Markdown, made to be pasted.

use std::io::{self, Write};

use super::kwic::{STRIP, strip};
use super::safe::is_obeyed;
use super::scores::{self, bounds, share, signed_bounds};
use super::{Format, Kind, Printer, Style};
use crate::compare::Comparison;
use crate::context::{AllConcordances, Concordance, Line, Lines, TermSpread};
use crate::evaluate::{Difference, Evaluation};
use crate::keywords::{AllKeywords, DocumentKeywords, Keyword};
use crate::select::{DocumentSummary, JointSummary, SummarySentence};

pub(super) const FORMAT: Format = Format {
    name: "markdown",
    about: "Markdown: headings, lists and tables, to be pasted",
    kinds: Kind::ALL,
    printer: |_: Kind, _: Style| Box::new(Markdown { is_first: true }),
};

struct Markdown {
    is_first: bool,
}

/// A text that begins a line: what would begin a list is escaped too.
fn line_start(text: &str) -> String {
    let escaped = escaped(text);
    let digits = escaped.find(|c: char| !c.is_ascii_digit()).unwrap_or(0);
    match escaped[digits..].chars().next() {
        Some('-' | '+') if digits == 0 => format!("\\{escaped}"),
        Some('.' | ')') if digits > 0 => format!("{}\\{}", &escaped[..digits], &escaped[digits..]),
        _ => escaped,
    }
}

/// Text with the characters that Markdown would take for markup escaped.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for (start, c) in text.char_indices() {
        match c {
            '&' if is_entity(&text[start..]) => escaped.push_str("\\&"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~' => {
                escaped.extend(['\\', c])
            }
            _ if is_obeyed(c) => escaped.push('\u{fffd}'),
            _ => escaped.push(c),
        }
    }
    escaped
}

/// Whether a text begins like `&lt;`, which would be taken for what it stands for.
fn is_entity(text: &str) -> bool {
    /// No name of a character is longer.
    const LONGEST: usize = 32;
    let mut bytes = text.bytes().skip(1).take(LONGEST + 1);
    bytes.find(|byte| !byte.is_ascii_alphanumeric()) == Some(b';')
}

impl Markdown {
    fn heading(&mut self, heading: &str, out: &mut dyn Write) -> io::Result<()> {
        if !std::mem::take(&mut self.is_first) {
            writeln!(out)?;
        }
        writeln!(out, "## {heading}\n")
    }
}

fn named(title: Option<&str>, path: &str) -> String {
    match title {
        Some(title) => format!("{} ({})", escaped(title), escaped(path)),
        None => escaped(path),
    }
}

fn sentences(sentences: &[SummarySentence], out: &mut dyn Write) -> io::Result<()> {
    for sentence in sentences {
        match &sentence.path {
            Some(path) => writeln!(
                out,
                "- {} ({}:{})",
                line_start(&sentence.text),
                escaped(path),
                sentence.page.unwrap_or(sentence.line)
            )?,
            None => writeln!(out, "- {}", line_start(&sentence.text))?,
        }
    }
    Ok(())
}

fn keyword_table(keywords: &[Keyword], out: &mut dyn Write) -> io::Result<()> {
    writeln!(
        out,
        "| # | term | count | per million | documents | score |\n|---:|:---|---:|---:|---:|---:|"
    )?;
    for keyword in keywords {
        let Keyword {
            rank,
            count,
            per_million,
            documents,
            score,
            ..
        } = keyword;
        let term = escaped(&keyword.term);
        writeln!(
            out,
            "| {rank} | {term} | {count} | {per_million:.0} | {documents} | {score:.3} |"
        )?;
    }
    Ok(())
}

fn concordance_lines(lines: &Lines, out: &mut dyn Write) -> io::Result<()> {
    writeln!(
        out,
        "\n| line | before | match | behind |\n|---:|---:|:---:|:---|"
    )?;
    lines.iter().try_for_each(|line: Line| {
        let [left, right] = [&line.left, &line.right].map(|side| escaped(side.trim()));
        let matched = escaped(&line.matched);
        let place = line.number();
        writeln!(out, "| {place} | {left} | **{matched}** | {right} |")
    })
}

fn spread_head(out: &mut dyn Write) -> io::Result<()> {
    writeln!(
        out,
        "| term | count | per million | range | DP | where |\n|:---|---:|---:|---:|---:|:---|"
    )
}

fn spread_row(term: &TermSpread, parts: usize, out: &mut dyn Write) -> io::Result<()> {
    writeln!(
        out,
        "| {} | {} | {:.0} | {}/{parts} | {} | {} |",
        escaped(&term.term),
        term.count,
        term.per_million,
        term.range,
        term.dp
            .map_or_else(|| "–".to_owned(), |dp| format!("{dp:.2}")),
        strip(&term.parts, STRIP)
    )
}

impl Printer for Markdown {
    fn summary(&mut self, summary: &DocumentSummary, out: &mut dyn Write) -> io::Result<()> {
        self.heading(&named(summary.title.as_deref(), &summary.path), out)?;
        sentences(&summary.summary, out)?;
        let keywords = summary.keywords.as_deref().unwrap_or_default();
        if keywords.is_empty() {
            return Ok(());
        }
        let terms: Vec<String> = keywords
            .iter()
            .map(|keyword| escaped(&keyword.term))
            .collect();
        writeln!(out, "\n**Keywords:** {}", terms.join(", "))
    }

    fn joint_summary(&mut self, summary: &JointSummary, out: &mut dyn Write) -> io::Result<()> {
        self.heading(&format!("{} documents", summary.paths.len()), out)?;
        sentences(&summary.summary, out)
    }

    fn keywords(&mut self, table: &DocumentKeywords, out: &mut dyn Write) -> io::Result<()> {
        self.heading(&named(table.title.as_deref(), &table.path), out)?;
        keyword_table(&table.keywords, out)
    }

    fn all_keywords(&mut self, table: &AllKeywords, out: &mut dyn Write) -> io::Result<()> {
        self.heading(&format!("All {} documents", table.documents_total), out)?;
        keyword_table(&table.keywords, out)
    }

    fn comparison(&mut self, comparison: &Comparison, out: &mut dyn Write) -> io::Result<()> {
        let needs_column = scores::needs_column(comparison.measure);
        let (title, rule) = match needs_column {
            true => (format!(" {} |", comparison.measure), "---:|"),
            false => (String::new(), ""),
        };
        for pair in &comparison.pairs {
            let (group, reference) = (escaped(&pair.group), escaped(&pair.reference));
            self.heading(&format!("{group} against {reference}"), out)?;
            writeln!(
                out,
                "| term | count | reference | per million | reference | log ratio | LRC | G² | p adjusted | documents |{title}\n\
                 |:---|---:|---:|---:|---:|---:|---:|---:|---:|---:|{rule}"
            )?;
            for row in comparison.rows(pair) {
                let score = match needs_column {
                    true => format!(" {} |", scores::of_measure(row.score)),
                    false => String::new(),
                };
                writeln!(
                    out,
                    "| {} | {} | {} | {:.0} | {:.0} | {:+.2} | {:+.2} | {:+.1} | {:.2e} | {}/{} |{score}",
                    escaped(&row.term),
                    row.count,
                    row.reference_count,
                    row.per_million,
                    row.reference_per_million,
                    row.log_ratio,
                    row.lrc,
                    row.g2,
                    row.p_adjusted,
                    row.range,
                    row.reference_range
                )?;
            }
        }
        Ok(())
    }

    fn concordance(&mut self, concordance: &Concordance, out: &mut dyn Write) -> io::Result<()> {
        if concordance.lines.is_some() && concordance.count == 0 {
            return Ok(());
        }
        self.heading(&named(concordance.title.as_deref(), &concordance.path), out)?;
        spread_head(out)?;
        for term in &concordance.terms {
            spread_row(term, concordance.parts_total, out)?;
        }
        let lines = concordance.lines.as_ref();
        lines.map_or(Ok(()), |lines| concordance_lines(lines, out))
    }

    fn all_concordances(&mut self, all: &AllConcordances, out: &mut dyn Write) -> io::Result<()> {
        self.heading(&format!("All {} documents", all.documents_total), out)?;
        spread_head(out)?;
        let parts = all.documents_total as usize;
        let mut rows = all.terms.iter();
        rows.try_for_each(|term| spread_row(term, parts, out))
    }

    fn evaluation(&mut self, evaluation: &Evaluation, out: &mut dyn Write) -> io::Result<()> {
        if evaluation.systems.is_empty() {
            return Ok(());
        }
        let documents = evaluation.documents_total;
        self.heading(
            &format!("{}, {documents} documents", evaluation.settings.task),
            out,
        )?;
        writeln!(
            out,
            "| measure | system | score | 95% interval | difference | 95% interval | p | precision | recall |\n\
             |:---|:---|---:|---:|---:|---:|---:|---:|---:|"
        )?;
        for row in scores::rows(evaluation) {
            let difference = row.difference.map_or_else(
                || "– | – | –".to_owned(),
                |Difference { estimate, p }| {
                    let bounds = signed_bounds(&estimate);
                    format!("{:+.4} | {bounds} | {p:.4}", estimate.mean)
                },
            );
            writeln!(
                out,
                "| {} | {} | {:.4} | {} | {difference} | {} | {} |",
                row.label,
                escaped(row.system),
                row.score.mean,
                bounds(&row.score),
                share(row.precision),
                share(row.recall)
            )?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn markup_is_escaped() {
        assert_eq!(super::line_start("1986. A year"), "1986\\. A year");
        assert_eq!(super::line_start("- dash"), "\\- dash");
        assert_eq!(super::line_start("12 men"), "12 men");
        assert_eq!(super::escaped("a_b*c|d <e>"), "a\\_b\\*c\\|d \\<e\\>");
        assert_eq!(
            super::escaped("R&D &lt; &#60; & ;"),
            "R&D \\&lt; &\\#60; & ;"
        );
        assert_eq!(super::escaped("a\u{202e}b\u{1b}"), "a\u{fffd}b\u{fffd}");
    }
}
