//! `epitome context`

use epitome::context::{Query, Totals, concordance};
use epitome::document::Document;
use epitome::report::Kind;
use epitome::source::Input;
use epitome::text::{Language, LanguageSource};

use super::args::{ContextArgs, SortArg};
use super::inputs::{self, Inputs};
use super::pipeline::Pipeline;
use super::report::Report;
use super::{Outcome, Stop, complain};

/// So many terms are named where none of them is found.
const FEW: usize = 5;

pub(super) fn run(mut args: ContextArgs) -> Outcome {
    let query = args.query()?;
    let Some(mut inputs) = inputs::gather(&args.common)? else {
        return inputs::help("context");
    };
    if args.sort == SortArg::Path {
        inputs.inputs.sort_by_key(Input::name);
    }
    if args.common.list_files {
        return inputs::list(&inputs);
    }
    let Inputs { inputs, failures } = inputs;
    let kind = match args.count {
        true => Kind::ContextCounts,
        false => Kind::Context,
    };
    let mut report = Report::on_documents(&args.common, kind, inputs.len() > 1)?;
    report.fail_all(failures)?;
    let totals = search(&args, &query, &inputs, &mut report)?;
    let documents = totals.documents();
    let all = totals.finish(query.terms());
    if documents > 1 {
        report.write_aside(|printer, out| printer.all_concordances(&all, out))?;
    }
    if documents > 0 && all.terms.iter().all(|term| term.count == 0) {
        complain(&nothing_found(&query, documents));
    }
    report.finish()
}

/// Writes the concordance of each document.
fn search(
    args: &ContextArgs,
    query: &Query,
    inputs: &[Input],
    report: &mut Report,
) -> Result<Totals, Stop> {
    let kits = args.common.kits()?;
    let options = args.options();
    let work = |document: Document, language: &'static Language, from: LanguageSource| {
        let kit = kits.get(language);
        let mut found = concordance(document, kit, query, &options);
        found.language_from = Some(from);
        found
    };
    let mut totals = Totals::default();
    let pipeline = Pipeline::new(&args.common).keeping(&args.common, None);
    let read = pipeline.each(inputs, work, |_, outcome| match outcome {
        Ok(found) => {
            report.add_words(found.words_total);
            totals.add(&found.path, found.words_total, &found.terms);
            match found.count {
                0 => report.write_aside(|printer, out| printer.concordance(&found, out)),
                _ => report.write(|printer, out| printer.concordance(&found, out)),
            }
        }
        Err(failure) => report.fail(failure),
    })?;
    report.note_all(pipeline.close());
    report.add_read(read);
    Ok(totals)
}

fn nothing_found(query: &Query, documents: usize) -> String {
    let terms: Vec<String> = query.terms().map(|term| format!("'{term}'")).collect();
    let of_terms = match &terms[..] {
        [term] => format!("{term} is"),
        some if some.len() <= FEW => format!("{} are", some.join(", ")),
        many => format!("{} terms are", many.len()),
    };
    match documents {
        1 => format!("nothing found: {of_terms} not in the document"),
        _ => format!("nothing found: {of_terms} in none of {documents} documents"),
    }
}
