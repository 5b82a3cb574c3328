//! A plot as SVG: a file of its own, or a part of an HTML page.

use std::io::{self, Write};

use askama::Template;

use super::super::{Format, Kind, Printer, Style};
use super::sheet::Sheet;
use crate::compare::Comparison;
use crate::context::{AllConcordances, Concordance};
use crate::evaluate::Evaluation;
use crate::keywords::{AllKeywords, DocumentKeywords};
use crate::select::{DocumentSummary, JointSummary};

pub(crate) const FORMAT: Format = Format {
    name: "svg",
    about: "a plot of a comparison: log ratio by frequency, with labels",
    kinds: &[Kind::Comparison],
    printer: |_: Kind, _: Style| Box::new(Svg),
};

/// How plots look. A page with plots has it in its head.
pub(crate) const STYLE: &str = include_str!("plot.css");

/// A plot in a file of its own.
#[derive(Template)]
#[template(path = "file.svg")]
struct File {
    sheet: Sheet,
    id: &'static str,
}

/// A plot in a page, where its `id` tells it from others.
#[derive(Template)]
#[template(path = "inline.svg")]
pub(crate) struct Inline {
    pub sheet: Sheet,
    pub id: String,
}

struct Svg;

/// There is nothing to draw of anything but a comparison.
fn nothing_to_draw() -> io::Result<()> {
    let why = "svg draws comparisons only";
    Err(io::Error::new(io::ErrorKind::Unsupported, why))
}

impl Printer for Svg {
    fn summary(&mut self, _: &DocumentSummary, _: &mut dyn Write) -> io::Result<()> {
        nothing_to_draw()
    }

    fn joint_summary(&mut self, _: &JointSummary, _: &mut dyn Write) -> io::Result<()> {
        nothing_to_draw()
    }

    fn keywords(&mut self, _: &DocumentKeywords, _: &mut dyn Write) -> io::Result<()> {
        nothing_to_draw()
    }

    fn all_keywords(&mut self, _: &AllKeywords, _: &mut dyn Write) -> io::Result<()> {
        nothing_to_draw()
    }

    fn comparison(&mut self, comparison: &Comparison, out: &mut dyn Write) -> io::Result<()> {
        let sheet = Sheet::of_all(comparison);
        File { sheet, id: "plot" }.write_into(out)
    }

    fn evaluation(&mut self, _: &Evaluation, _: &mut dyn Write) -> io::Result<()> {
        nothing_to_draw()
    }

    fn concordance(&mut self, _: &Concordance, _: &mut dyn Write) -> io::Result<()> {
        nothing_to_draw()
    }

    fn all_concordances(&mut self, _: &AllConcordances, _: &mut dyn Write) -> io::Result<()> {
        nothing_to_draw()
    }
}
