//! HTML: one page a report, with all that it needs in it.
//!
//! A page loads nothing and needs no script; a few lines of script sort its tables. All kinds share the head,
//! the foot, the style sheet and the tables; each has a template of its own. Text is escaped by the templates.

mod comparison;
mod context;
mod evaluation;
mod heat;
mod keywords;
mod link;
mod overview;
mod strip;
mod summary;
mod table;
mod text;

use std::io::{self, Write};

use askama::Template;

use super::plot::STYLE as PLOT_STYLE;
use super::{Format, Kind, Printer, Style};
use crate::compare::Comparison;
use crate::context::{AllConcordances, Concordance};
use crate::evaluate::Evaluation;
use crate::keywords::{AllKeywords, DocumentKeywords};
use crate::overview::Overview;
use crate::select::{DocumentSummary, JointSummary};
use crate::source::Failure;

pub(super) const FORMAT: Format = Format {
    name: "html",
    about: "a web page in one file, with plots of comparisons",
    kinds: &[
        Kind::Summary,
        Kind::Keywords,
        Kind::Comparison,
        Kind::Evaluation,
        Kind::Context,
        Kind::ContextCounts,
        Kind::Overview,
    ],
    printer: |kind: Kind, style: Style| {
        Box::new(Html {
            kind,
            style,
            has_plots: kind == Kind::Comparison,
            documents: 0,
            is_open: false,
        })
    },
};

const STYLE: &str = include_str!("style.css");
const SORT: &str = include_str!("sort.js");
const FILTER: &str = include_str!("filter.js");

struct Html {
    kind: Kind,
    style: Style,
    has_plots: bool,
    /// How many documents there have been.
    documents: usize,
    /// Whether the head is written.
    is_open: bool,
}

#[derive(Template)]
#[template(path = "head.html")]
struct Head<'p> {
    title: &'p str,
    has_plots: bool,
}

#[derive(Template)]
#[template(path = "foot.html")]
struct Foot<'p> {
    failures: &'p [Failure],
    has_tables: bool,
}

impl Html {
    /// Writes the head, if that is not done yet.
    ///
    /// A page about one document has its name as title. Where there are several, the page is named after
    /// its kind, and each document needs a heading: its name is handed back.
    fn open<'n>(&mut self, name: &'n str, out: &mut dyn Write) -> io::Result<Option<&'n str>> {
        let has_headings = self.style.has_headers;
        let general = match self.kind {
            Kind::Summary => "Summaries",
            Kind::Keywords => "Keywords",
            Kind::Comparison => "Comparison",
            Kind::Evaluation => "Evaluation",
            Kind::Context | Kind::ContextCounts => "Terms in context",
            Kind::Overview => "Report",
        };
        if !std::mem::replace(&mut self.is_open, true) {
            let head = Head {
                title: if has_headings { general } else { name },
                has_plots: self.has_plots,
            };
            head.write_into(out)?;
        }
        Ok(has_headings.then_some(name))
    }

    /// Writes the head of a page that is about one result.
    fn open_whole(&mut self, title: &str, out: &mut dyn Write) -> io::Result<()> {
        self.style.has_headers = false;
        self.open(title, out).map(|_| ())
    }
}

/// A document's title, or its name, and the name once more if it has both.
fn named(title: Option<&str>, path: &str) -> String {
    let path = if path == "-" { "standard input" } else { path };
    match title {
        Some(title) => format!("{title} ({path})"),
        None => path.to_owned(),
    }
}

impl Printer for Html {
    fn summary(&mut self, summary: &DocumentSummary, out: &mut dyn Write) -> io::Result<()> {
        let name = named(summary.title.as_deref(), &summary.path);
        let heading = self.open(&name, out)?;
        self.documents += 1;
        summary::of_document(summary, heading, self.style.depth, self.documents).write_into(out)
    }

    fn joint_summary(&mut self, summary: &JointSummary, out: &mut dyn Write) -> io::Result<()> {
        self.open_whole(&summary::joint_title(summary), out)?;
        summary::of_all(summary, self.style.depth).write_into(out)
    }

    fn keywords(&mut self, table: &DocumentKeywords, out: &mut dyn Write) -> io::Result<()> {
        let name = named(table.title.as_deref(), &table.path);
        let heading = self.open(&name, out)?;
        keywords::of_document(table, heading, &self.style).write_into(out)
    }

    fn all_keywords(&mut self, table: &AllKeywords, out: &mut dyn Write) -> io::Result<()> {
        let name = keywords::all_title(table);
        let heading = self.open(&name, out)?;
        keywords::of_all(table, heading, &self.style).write_into(out)
    }

    fn comparison(&mut self, comparison: &Comparison, out: &mut dyn Write) -> io::Result<()> {
        self.open_whole(&comparison::title(comparison), out)?;
        comparison::opening(comparison).write_into(out)?;
        for part in comparison::parts(comparison) {
            part.write_into(out)?;
        }
        comparison::meanings(comparison).write_into(out)
    }

    fn evaluation(&mut self, evaluation: &Evaluation, out: &mut dyn Write) -> io::Result<()> {
        let title = evaluation::title(evaluation);
        self.open_whole(&title, out)?;
        evaluation::page(evaluation).write_into(out)
    }

    /// A document without a match is only told where counts are.
    fn concordance(&mut self, concordance: &Concordance, out: &mut dyn Write) -> io::Result<()> {
        if concordance.lines.is_some() && concordance.count == 0 {
            return Ok(());
        }
        let name = named(concordance.title.as_deref(), &concordance.path);
        let heading = self.open(&name, out)?;
        context::of_document(concordance, heading, self.style.depth).write_into(out)
    }

    fn all_concordances(&mut self, all: &AllConcordances, out: &mut dyn Write) -> io::Result<()> {
        let name = context::all_title(all);
        let heading = self.open(&name, out)?;
        context::of_all(all, heading).write_into(out)
    }

    fn overview(&mut self, overview: &Overview, out: &mut dyn Write) -> io::Result<()> {
        self.has_plots = overview::has_plots(overview);
        self.open_whole(&overview::title(overview), out)?;
        if let Some(set) = &overview.set {
            overview::of_set(overview, set).write_into(out)?;
        }
        overview::portraits(overview, self.style.depth)
            .try_for_each(|portrait| portrait.write_into(out))
    }

    fn finish(&mut self, failures: &[Failure], out: &mut dyn Write) -> io::Result<()> {
        self.open("Nothing to report", out)?;
        let foot = Foot {
            failures,
            has_tables: self.kind != Kind::Summary,
        };
        foot.write_into(out)
    }
}
