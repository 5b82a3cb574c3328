//! JSON Lines: one object a document, on a line of its own.

use std::io::{self, Write};

use serde::Serialize;

use super::safe::write_json;
use super::{Format, Kind, Printer, Style};
use crate::compare::Comparison;
use crate::context::{AllConcordances, Concordance};
use crate::evaluate::{DocumentScores, Evaluation};
use crate::keywords::{AllKeywords, DocumentKeywords};
use crate::select::{DocumentSummary, JointSummary};

pub(super) const FORMAT: Format = Format {
    name: "jsonl",
    about: "JSON Lines: one document a line (of a comparison: one term a line)",
    kinds: Kind::ALL,
    printer: |_: Kind, _: Style| Box::new(JsonLines),
};

struct JsonLines;

/// The scores of a document, with the system that they are of.
#[derive(Serialize)]
struct Scored<'e> {
    system: &'e str,
    #[serde(flatten)]
    document: &'e DocumentScores,
}

fn line(value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    write_json(&mut *out, value)?;
    out.write_all(b"\n")
}

impl Printer for JsonLines {
    fn summary(&mut self, summary: &DocumentSummary, out: &mut dyn Write) -> io::Result<()> {
        line(summary, out)
    }

    fn joint_summary(&mut self, summary: &JointSummary, out: &mut dyn Write) -> io::Result<()> {
        line(summary, out)
    }

    fn keywords(&mut self, table: &DocumentKeywords, out: &mut dyn Write) -> io::Result<()> {
        line(table, out)
    }

    /// Lines are documents: the table of all of them is none.
    fn all_keywords(&mut self, _: &AllKeywords, _: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    fn concordance(&mut self, concordance: &Concordance, out: &mut dyn Write) -> io::Result<()> {
        line(concordance, out)
    }

    /// Lines are documents: what is of all of them is none.
    fn all_concordances(&mut self, _: &AllConcordances, _: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    /// A line a system and document.
    fn evaluation(&mut self, evaluation: &Evaluation, out: &mut dyn Write) -> io::Result<()> {
        evaluation.systems.iter().try_for_each(|system| {
            let name = &*system.name;
            system.documents.iter().try_for_each(|document| {
                let scored = Scored {
                    system: name,
                    document,
                };
                line(&scored, out)
            })
        })
    }

    fn comparison(&mut self, comparison: &Comparison, out: &mut dyn Write) -> io::Result<()> {
        comparison.terms.iter().try_for_each(|term| line(term, out))
    }
}
