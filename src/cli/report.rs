//! A report under way: its printer, where it goes, and what went wrong.

use std::io::{self, Write};

use epitome::report::{FORMATS, Format, Kind, Printer, Style};
use epitome::source::Failure;

use super::args::{CommonArgs, OutputArgs};
use super::exit::Status;
use super::output::Output;
use super::stats::{self, Totals};
use super::{Outcome, Stop, complain, pager};

pub(super) struct Report {
    /// What makes the printer, which is made when the first result is there.
    make: Box<dyn Fn(bool) -> Box<dyn Printer>>,
    printer: Option<Box<dyn Printer>>,
    /// Whether there are several documents: each then gets a header.
    has_headers: bool,
    output: Output,
    failures: Vec<Failure>,
    results: usize,
    /// Whether there is anything in the output at all, if only an empty result.
    has_written: bool,
    is_quiet: bool,
    /// What was read, where it is to be told.
    totals: Option<Totals>,
    /// Whether there is a line for the totals in the output.
    has_end: bool,
}

impl Report {
    /// A report on documents, of which the totals may be told.
    pub(super) fn on_documents(
        args: &CommonArgs,
        kind: Kind,
        has_headers: bool,
    ) -> Result<Self, Stop> {
        Ok(Self {
            totals: args.stats.then(Totals::default),
            ..Self::open(&args.output, kind, has_headers)?
        })
    }

    /// A report of this kind, as the arguments want it.
    pub(super) fn open(args: &OutputArgs, kind: Kind, has_headers: bool) -> Result<Self, Stop> {
        if !args.format.prints(kind) {
            return Err(Stop::Message(unsuitable(args.format, kind)));
        }
        let (format, style) = (args.format, args.style(has_headers));
        let make = move |has_headers| {
            (format.printer)(
                kind,
                Style {
                    has_headers,
                    ..style.clone()
                },
            )
        };
        Ok(Self {
            make: Box::new(make),
            printer: None,
            has_headers,
            output: Output::open(args.file.as_deref())?
                .paged(|| pager::wanted(args.pager.as_deref())),
            failures: Vec::new(),
            results: 0,
            has_written: false,
            is_quiet: args.quiet,
            totals: None,
            has_end: format.name == "jsonl",
        })
    }

    /// So much was read.
    pub(super) fn add_read(&mut self, read: Totals) {
        if let Some(totals) = &mut self.totals {
            totals.add(read);
        }
    }

    /// So many words were in what was read.
    pub(super) fn add_words(&mut self, words: u64) {
        self.add_read(Totals {
            words,
            ..Totals::default()
        });
    }

    /// Says, before the first result, that there are several documents after all.
    pub(super) fn expect_several(&mut self) {
        self.has_headers = true;
    }

    /// Writes a result.
    pub(super) fn write(
        &mut self,
        print: impl FnOnce(&mut dyn Printer, &mut dyn Write) -> io::Result<()>,
    ) -> Result<(), Stop> {
        self.results += 1;
        let Self {
            make,
            printer,
            has_headers,
            ..
        } = self;
        let printer = printer.get_or_insert_with(|| make(*has_headers));
        print(&mut **printer, &mut self.output)?;
        Ok(self.output.show()?)
    }

    /// Writes what belongs to the report and is no result by itself.
    pub(super) fn write_aside(
        &mut self,
        print: impl FnOnce(&mut dyn Printer, &mut dyn Write) -> io::Result<()>,
    ) -> Result<(), Stop> {
        self.write(print)?;
        self.has_written = true;
        self.results -= 1;
        Ok(())
    }

    /// Writes a result that has nothing in it, and says why.
    pub(super) fn write_empty(
        &mut self,
        why: &str,
        print: impl FnOnce(&mut dyn Printer, &mut dyn Write) -> io::Result<()>,
    ) -> Result<(), Stop> {
        complain(why);
        self.write_aside(print)
    }

    /// Tells of an input that gave no result.
    pub(super) fn fail(&mut self, failure: Failure) -> Result<(), Stop> {
        complain(&failure.to_string());
        self.failures.push(failure);
        Ok(())
    }

    /// Tells of several.
    pub(super) fn fail_all(&mut self, failures: Vec<Failure>) -> Result<(), Stop> {
        failures
            .into_iter()
            .try_for_each(|failure| self.fail(failure))
    }

    /// Tells of something that is no failure.
    pub(super) fn note(&self, note: &str) {
        if !self.is_quiet {
            complain(note);
        }
    }

    /// The same of several.
    pub(super) fn note_all(&self, notes: Vec<String>) {
        notes.iter().for_each(|note| self.note(note));
    }

    /// Ends the report.
    pub(super) fn finish(mut self) -> Outcome {
        let printer = self
            .printer
            .get_or_insert_with(|| (self.make)(self.has_headers));
        printer.finish(&self.failures, &mut self.output)?;
        self.add_read(Totals {
            failures: self.failures.len() as u64,
            ..Totals::default()
        });
        if let Some(totals) = self.totals.filter(|_| self.has_end) {
            totals.write_end(&mut self.output)?;
        }
        if self.has_written || self.results > 0 {
            self.output.finish()?;
        } else {
            self.output.abandon()?;
        }
        if self.results == 0 && self.failures.is_empty() && !self.has_written {
            complain("nothing to report: there are no files to read");
        }
        if let Some(totals) = self.totals {
            complain(&totals.told(stats::start().elapsed()));
        }
        Ok(Status::of(
            self.results,
            self.failures.iter().any(Failure::is_error),
        ))
    }
}

/// Why a format can't be had for a kind of report, and which can: the nearest to it in the list.
fn unsuitable(format: &Format, kind: Kind) -> String {
    let kinds: Vec<&str> = format.kinds.iter().map(|kind| kind.plural()).collect();
    let other = FORMATS.iter().rfind(|format| format.prints(kind));
    format!(
        "{} draws {}; for {} use {}",
        format.name,
        kinds.join(" and "),
        kind.plural(),
        other.map_or("another format", |format| format.name)
    )
}
