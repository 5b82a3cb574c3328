//! `epitome summarize`

use epitome::document::Document;
use epitome::keywords::{Extractor, KeywordOptions};
use epitome::report::Kind;
use epitome::select::{DocumentSummary, Summarizer};
use epitome::source::{Failure, Input};
use epitome::text::{Language, LanguageKits, LanguageSource};

use super::args::SummarizeArgs;
use super::inputs::{self, Inputs};
use super::pipeline::{Pipeline, Work};
use super::report::Report;
use super::{Outcome, Stop, stream};

/// The formats that can tell a whole text with its scores, and where these come from.
const SHADES: [&str; 4] = ["text", "json", "jsonl", "html"];
/// The formats that have place for keywords.
const WITH_KEYWORDS: [&str; 5] = ["text", "json", "jsonl", "markdown", "html"];

pub(super) fn run(args: &SummarizeArgs) -> Outcome {
    let Some(inputs) = inputs::gather(&args.common)? else {
        return inputs::help("summarize");
    };
    if args.common.list_files {
        return inputs::list(&inputs);
    }
    if args.heat && !SHADES.contains(&args.common.output.format.name) {
        let name = args.common.output.format.name;
        let shades = SHADES.join(", ");
        return Err(Stop::Message(format!(
            "--heat is not for {name}, but for {shades}"
        )));
    }
    let kits = args.common.kits()?;
    let summarizer = Summarizer::new(args.options());
    if args.joint {
        return jointly(args, inputs, &kits, &summarizer);
    }
    let keywords = KeywordOptions {
        top: args.keyword_count(),
        ..KeywordOptions::default()
    };
    let work = Summarizing {
        kits: &kits,
        summarizer: &summarizer,
        keywords,
    };
    if stream::is_wanted(&args.common) {
        let answer = |document: Document, language, from| work.whole(document, language, from);
        return stream::run(&args.common, inputs, answer);
    }
    let settings = format!("summary {:?} {:?}", args.options(), work.keywords);
    let mut report = Report::on_documents(&args.common, Kind::Summary, inputs.inputs.len() > 1)?;
    report.note_all(left_out(args));
    report.fail_all(inputs.failures)?;
    let pipeline = Pipeline::new(&args.common).keeping(&args.common, Some(&settings));
    let read = pipeline.each(&inputs.inputs, work, |place, outcome| {
        if place.is_one_of_several {
            report.expect_several();
        }
        match outcome {
            Ok(summary) => write(&mut report, &summary),
            Err(failure) => report.fail(failure),
        }
    })?;
    report.note_all(pipeline.close());
    report.add_read(read);
    report.finish()
}

/// What is asked for and the format has no place for.
fn left_out(args: &SummarizeArgs) -> Vec<String> {
    let name = args.common.output.format.name;
    let is_asked = [
        ("--explain", args.explain, &SHADES[..]),
        (
            "--keywords",
            args.keywords.is_some_and(|count| count > 0),
            &WITH_KEYWORDS,
        ),
    ];
    let is_left_out =
        |(_, is_asked, formats): &(&str, bool, &[&str])| *is_asked && !formats.contains(&name);
    let told = |(option, _, formats): (&str, bool, &[&str])| {
        format!("{option} is not for {name}, but for {}", formats.join(", "))
    };
    is_asked.into_iter().filter(is_left_out).map(told).collect()
}

/// Summaries of documents, one by one.
struct Summarizing<'k> {
    kits: &'k LanguageKits,
    summarizer: &'k Summarizer,
    keywords: KeywordOptions,
}

impl Work<DocumentSummary> for Summarizing<'_> {
    fn whole(
        &self,
        document: Document,
        language: &'static Language,
        from: LanguageSource,
    ) -> DocumentSummary {
        let kit = self.kits.get(language);
        let mut summary = self.summarizer.summarize(&document, kit);
        summary.language_from = Some(from);
        summary.keywords = (self.keywords.top > 0).then(|| {
            Extractor::new(self.keywords.clone())
                .extract(&document, kit)
                .keywords
        });
        summary
    }

    fn keep(&self, summary: &DocumentSummary) -> Option<Vec<u8>> {
        serde_json::to_vec(summary).ok()
    }

    fn recall(&self, bytes: &[u8]) -> Option<(DocumentSummary, &'static Language)> {
        let summary: DocumentSummary = serde_json::from_slice(bytes).ok()?;
        let language = Language::by_code(summary.language)?;
        Some((summary, language))
    }
}

fn write(report: &mut Report, summary: &DocumentSummary) -> Result<(), Stop> {
    report.add_words(summary.words_total as u64);
    if summary.sentences_total == 0 {
        return report.fail(Failure::no_text(&summary.path));
    }
    if summary.summary.is_empty() {
        let why = format!("{}: no sentence fits the limits", summary.path);
        return report.write_empty(&why, |printer, out| printer.summary(summary, out));
    }
    if summary.focus_found == Some(false) {
        report.note(&format!("{}: nothing of the focus in it", summary.path));
    }
    report.write(|printer, out| printer.summary(summary, out))
}

/// One summary of all documents.
fn jointly(
    args: &SummarizeArgs,
    inputs: Inputs,
    kits: &LanguageKits,
    summarizer: &Summarizer,
) -> Outcome {
    let mut report = Report::on_documents(&args.common, Kind::Summary, true)?;
    report.fail_all(inputs.failures)?;
    let mut inputs = inputs.inputs;
    // Shards are made in the order in which documents come.
    inputs.sort_by_cached_key(Input::name);
    let work = |document: Document, language: &'static Language, _: LanguageSource| {
        summarizer.prepare(document, kits.get(language))
    };
    let pipeline = Pipeline::new(&args.common).keeping(&args.common, None);
    // Who reads waits for who ranks, so they have no threads in common.
    let pool = pipeline.pool()?;
    let mut joint = summarizer.jointly(args.shard_size);
    let read = pipeline.each(&inputs, work, |_, outcome| {
        match outcome {
            Ok(document) => pool.install(|| joint.add(document)),
            Err(failure) => report.fail(failure)?,
        }
        Ok(())
    })?;
    report.note_all(pipeline.close());
    let summary = pool.install(|| joint.finish());
    report.add_read(read);
    report.add_words(summary.words_total as u64);
    if let Some(shards) = summary.shards {
        report.note(&format!(
            "ranked in {shards} shards, and then the best of each"
        ));
    }
    if summary.sentences_total > 0 && summary.summary.is_empty() {
        report.write_empty("no sentence fits the limits", |printer, out| {
            printer.joint_summary(&summary, out)
        })?;
    } else if summary.sentences_total > 0 {
        if summary.focus_found == Some(false) {
            report.note("nothing of the focus in any document");
        }
        report.write(|printer, out| printer.joint_summary(&summary, out))?;
    }
    report.finish()
}
