//! One JSON object for the whole report.

use std::io::{self, Write};

use serde::Serialize;

use super::safe::write_json;
use super::{Format, Kind, Printer, Style};
use crate::compare::Comparison;
use crate::context::{AllConcordances, Concordance};
use crate::evaluate::Evaluation;
use crate::keywords::{AllKeywords, DocumentKeywords};
use crate::select::{DocumentSummary, JointSummary};
use crate::source::Failure;

pub(super) const FORMAT: Format = Format {
    name: "json",
    about: "one JSON object with everything (see `epitome schema`)",
    kinds: Kind::ALL,
    printer,
};

fn printer(kind: Kind, _: Style) -> Box<dyn Printer> {
    Box::new(Json {
        kind,
        documents: 0,
        tail: Vec::new(),
    })
}

/// Writes the documents as they come, a line each, and what belongs behind them at the end.
struct Json {
    kind: Kind,
    documents: usize,
    /// The other fields, written.
    tail: Vec<u8>,
}

impl Json {
    fn document(&mut self, document: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
        if self.documents == 0 {
            self.open(out)?;
        } else {
            out.write_all(b",\n")?;
        }
        self.documents += 1;
        write_json(out, document)
    }

    fn open(&self, out: &mut dyn Write) -> io::Result<()> {
        writeln!(
            out,
            "{{\"schema\":\"{}\",\"documents\":[",
            self.kind.schema()
        )
    }

    /// Keeps a result that is the whole report. The errors are known at the end only.
    fn whole(&mut self, result: &impl Serialize) -> io::Result<()> {
        let whole = Whole {
            schema: self.kind.schema(),
            result,
            errors: &[],
        };
        write_json(&mut self.tail, &whole)?;
        self.tail.truncate(self.tail.len() - "[]}".len());
        Ok(())
    }

    fn field(&mut self, name: &str, value: &impl Serialize) -> io::Result<()> {
        write!(self.tail, ",\n\"{name}\":")?;
        write_json(&mut self.tail, value)
    }
}

/// What is one result has no documents of its own.
#[derive(Serialize)]
struct Whole<'r, T> {
    schema: &'static str,
    #[serde(flatten)]
    result: &'r T,
    errors: &'r [Failure],
}

impl Printer for Json {
    fn summary(&mut self, summary: &DocumentSummary, out: &mut dyn Write) -> io::Result<()> {
        self.document(summary, out)
    }

    fn joint_summary(&mut self, summary: &JointSummary, _: &mut dyn Write) -> io::Result<()> {
        self.field("joint", summary)
    }

    fn keywords(&mut self, table: &DocumentKeywords, out: &mut dyn Write) -> io::Result<()> {
        self.document(table, out)
    }

    fn all_keywords(&mut self, table: &AllKeywords, _: &mut dyn Write) -> io::Result<()> {
        self.field("all", table)
    }

    fn comparison(&mut self, comparison: &Comparison, _: &mut dyn Write) -> io::Result<()> {
        self.whole(comparison)
    }

    fn evaluation(&mut self, evaluation: &Evaluation, _: &mut dyn Write) -> io::Result<()> {
        self.whole(evaluation)
    }

    fn concordance(&mut self, concordance: &Concordance, out: &mut dyn Write) -> io::Result<()> {
        self.document(concordance, out)
    }

    fn all_concordances(&mut self, all: &AllConcordances, _: &mut dyn Write) -> io::Result<()> {
        self.field("all", all)
    }

    fn finish(&mut self, failures: &[Failure], out: &mut dyn Write) -> io::Result<()> {
        if matches!(self.kind, Kind::Comparison | Kind::Evaluation) {
            out.write_all(&self.tail)?;
            write_json(&mut *out, failures)?;
            return out.write_all(b"}\n");
        }
        if self.documents == 0 {
            self.open(out)?;
        }
        out.write_all(b"]")?;
        self.field("errors", &failures)?;
        out.write_all(&self.tail)?;
        out.write_all(b"}\n")
    }
}
