//! `epitome report`

use std::io::{self, IsTerminal};

use epitome::document::Document;
use epitome::overview::{Observer, Overview, Sketch};
use epitome::report::Kind;
use epitome::source::{Failure, may_hold_several};
use epitome::text::{Language, LanguageSource};

use super::args::ReportArgs;
use super::inputs;
use super::pipeline::Pipeline;
use super::report::Report;
use super::{Outcome, Stop};

/// Pages of more documents are a burden for a browser.
const MANY: usize = 1_000;

pub(super) fn run(args: &ReportArgs) -> Outcome {
    let Some(inputs) = inputs::gather(&args.common)? else {
        return inputs::help("report");
    };
    if args.common.list_files {
        return inputs::list(&inputs);
    }
    if args.common.output.file.is_none() && io::stdout().is_terminal() {
        let message = "a page is not for the terminal: name a file, as in -o report.html";
        return Err(Stop::Message(message.to_owned()));
    }
    let (kits, options) = (args.common.kits()?, args.options());
    let observer = Observer::new(options.clone());
    let read = args.common.read_options();
    let is_several = match &inputs.inputs[..] {
        [one] => may_hold_several(one, &read),
        _ => true,
    };
    let see = |document: Document, language: &'static Language, from: LanguageSource| {
        observer.see(document, kits.get(language), from, is_several)
    };
    let mut report = Report::on_documents(&args.common, Kind::Overview, true)?;
    report.fail_all(inputs.failures)?;
    let mut sketches: Vec<Sketch> = Vec::new();
    let pipeline = Pipeline::new(&args.common).keeping(&args.common, None);
    let read = pipeline.each(&inputs.inputs, see, |_, outcome| match outcome {
        Ok(sketch) if sketch.summary.sentences_total == 0 => {
            report.fail(Failure::no_text(&sketch.summary.path))
        }
        Ok(sketch) => {
            report.add_words(sketch.summary.words_total as u64);
            sketches.push(sketch);
            Ok(())
        }
        Err(failure) => report.fail(failure),
    })?;
    report.note_all(pipeline.close());
    report.add_read(read);
    if !sketches.is_empty() {
        let threads = Pipeline::new(&args.common);
        let documents = sketches.len();
        if documents > MANY {
            report.note(&format!(
                "a page of {documents} documents is large, and slow to show"
            ));
        }
        let overview = threads.shared(documents, || Overview::new(sketches, &options, &kits))?;
        report.write(|printer, out| printer.overview(&overview, out))?;
    }
    report.finish()
}
