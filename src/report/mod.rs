//! Results as bytes: one format a file, one line each in [`FORMATS`].
//!
//! A printer gets results and a writer, and knows nothing else.

mod csv;
mod html;
mod hyperlinks;
mod json;
mod jsonl;
mod kwic;
mod markdown;
mod markup;
pub mod matrix;
mod numbers;
mod percent;
mod plot;
mod safe;
pub mod schema;
mod scores;
mod shaded;
pub mod stream;
mod table;
mod text;

pub use hyperlinks::Hyperlinks;
pub use safe::safe;

use std::io::{self, Write};

use crate::compare::Comparison;
use crate::context::{AllConcordances, Concordance};
use crate::evaluate::Evaluation;
use crate::keywords::{AllKeywords, DocumentKeywords};
use crate::overview::Overview;
use crate::select::{DocumentSummary, JointSummary};
use crate::source::Failure;

/// What a report is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Summaries.
    Summary,
    /// Keyword tables.
    Keywords,
    /// Comparisons.
    Comparison,
    /// Evaluations.
    Evaluation,
    /// Concordances.
    Context,
    /// Concordances without their lines.
    ContextCounts,
    /// All of a document or a set.
    Overview,
}

impl Kind {
    /// All kinds but overviews: what most formats print.
    pub const ALL: &'static [Self] = &[
        Self::Summary,
        Self::Keywords,
        Self::Comparison,
        Self::Evaluation,
        Self::Context,
        Self::ContextCounts,
    ];

    /// What several reports of this kind are called.
    pub fn plural(self) -> &'static str {
        match self {
            Self::Summary => "summaries",
            Self::Keywords => "keywords",
            Self::Comparison => "comparisons",
            Self::Evaluation => "evaluations",
            Self::Context => "concordances",
            Self::ContextCounts => "counts",
            Self::Overview => "reports",
        }
    }

    /// The name and version of its JSON schema.
    pub fn schema(self) -> &'static str {
        match self {
            Self::Summary => "epitome.summary/1",
            Self::Keywords => "epitome.keywords/1",
            Self::Comparison => "epitome.comparison/1",
            Self::Evaluation => "epitome.evaluation/1",
            Self::Context | Self::ContextCounts => "epitome.context/1",
            Self::Overview => "epitome.overview/1",
        }
    }
}

/// How a report for people looks.
#[derive(Clone, Debug, Default)]
pub struct Style {
    /// Use colours.
    pub color: bool,
    /// The width of the terminal, in columns; `None`: no terminal, so lines are not wrapped, and
    /// nothing is drawn.
    pub width: Option<usize>,
    /// Whether there are several documents: each then gets a header.
    pub has_headers: bool,
    /// How many folders the report is below the one that paths of documents start from, so that it can
    /// link to them; `None`: nobody knows.
    pub depth: Option<usize>,
    /// How a terminal is told where a document is, if it takes links.
    pub links: Option<Hyperlinks>,
}

/// Writes results in one format, as they come.
pub trait Printer {
    /// The summary of a document.
    fn summary(&mut self, summary: &DocumentSummary, out: &mut dyn Write) -> io::Result<()>;

    /// The summary of all documents.
    fn joint_summary(&mut self, summary: &JointSummary, out: &mut dyn Write) -> io::Result<()>;

    /// The keywords of a document.
    fn keywords(&mut self, table: &DocumentKeywords, out: &mut dyn Write) -> io::Result<()>;

    /// The keywords of all documents.
    fn all_keywords(&mut self, table: &AllKeywords, out: &mut dyn Write) -> io::Result<()>;

    /// A comparison.
    fn comparison(&mut self, comparison: &Comparison, out: &mut dyn Write) -> io::Result<()>;

    /// An evaluation.
    fn evaluation(&mut self, evaluation: &Evaluation, out: &mut dyn Write) -> io::Result<()>;

    /// Where terms stand in a document.
    fn concordance(&mut self, concordance: &Concordance, out: &mut dyn Write) -> io::Result<()>;

    /// How terms are spread over all documents.
    fn all_concordances(&mut self, all: &AllConcordances, out: &mut dyn Write) -> io::Result<()>;

    /// All of a document or a set.
    fn overview(&mut self, overview: &Overview, out: &mut dyn Write) -> io::Result<()> {
        let _ = (overview, out);
        let why = "only a page can hold all of it";
        Err(io::Error::new(io::ErrorKind::Unsupported, why))
    }

    /// The end of the report, with what could not be done.
    fn finish(&mut self, failures: &[Failure], out: &mut dyn Write) -> io::Result<()> {
        let _ = (failures, out);
        Ok(())
    }
}

/// A format of reports.
#[derive(Debug)]
pub struct Format {
    /// Its name on the command line.
    pub name: &'static str,
    /// What it is, in a few words.
    pub about: &'static str,
    /// The kinds of reports that it can print.
    pub kinds: &'static [Kind],
    /// Makes a printer for a report of this kind.
    pub printer: fn(Kind, Style) -> Box<dyn Printer>,
}

impl Format {
    /// Whether it can print reports of this kind.
    pub fn prints(&self, kind: Kind) -> bool {
        self.kinds.contains(&kind)
    }
}

/// All formats, the default first.
pub static FORMATS: &[Format] = &[
    text::FORMAT,
    json::FORMAT,
    jsonl::FORMAT,
    csv::CSV,
    csv::TSV,
    markdown::FORMAT,
    html::FORMAT,
    plot::FORMAT,
];

/// The format with this name.
pub fn by_name(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.name == name)
}
