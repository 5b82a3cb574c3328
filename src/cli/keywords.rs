//! `epitome keywords`

use epitome::document::Document;
use epitome::keywords::{AllKeywords, Collection, DocumentKeywords, Extracted, Extractor};
use epitome::report::Kind;
use epitome::source::{Failure, Input};
use epitome::text::Language;

use super::Outcome;
use super::args::{KeywordsArgs, TablesArg};
use super::inputs::{self, Inputs};
use super::pipeline::Pipeline;
use super::report::Report;

pub(super) fn run(args: &KeywordsArgs) -> Outcome {
    let Some(Inputs { inputs, failures }) = inputs::gather(&args.common)? else {
        return inputs::help("keywords");
    };
    if args.common.list_files {
        return inputs::list(&Inputs { inputs, failures });
    }
    let mut report = Report::open(&args.common, Kind::Keywords, inputs.len() > 1)?;
    report.fail_all(failures)?;
    let (documents, all) = tables(args, &inputs, &mut report)?;
    if args.tables != TablesArg::All || all.is_none() {
        for table in &documents {
            report.write(|printer, out| printer.keywords(table, out))?;
        }
    }
    if let Some(all) = all.filter(|_| args.tables != TablesArg::Each) {
        report.write(|printer, out| printer.all_keywords(&all, out))?;
    }
    report.finish()
}

/// The tables of the documents, in the order of the inputs, and of all of them where there are several.
///
/// The inputs are read in the order of their names, so that the table of all documents does not depend
/// on the order in which they were named.
fn tables(
    args: &KeywordsArgs,
    inputs: &[Input],
    report: &mut Report,
) -> Result<(Vec<DocumentKeywords>, Option<AllKeywords>), super::Stop> {
    let kits = args.common.kits()?;
    let extractor = Extractor::new(args.options());
    let has_several = inputs.len() > 1;
    let mut order: Vec<usize> = (0..inputs.len()).collect();
    order.sort_by_key(|&i| inputs[i].name());
    let sorted: Vec<Input> = order.iter().map(|&i| inputs[i].clone()).collect();

    let mut collection = Collection::new(args.options(), has_several);
    let work = |document: Document, language: &'static Language| {
        extractor.read(&document, kits.get(language), has_several)
    };
    let mut failures: Vec<Failure> = Vec::new();
    Pipeline::new(&args.common).each(&sorted, work, |outcome: Result<Extracted, Failure>| {
        match outcome {
            Ok(extracted) => collection.add(extracted),
            Err(failure) => failures.push(failure),
        }
        Ok(())
    })?;
    let place = |name: &str| order.iter().copied().find(|&i| inputs[i].name() == name);
    failures.sort_by_key(|failure| place(&failure.path));
    report.fail_all(failures)?;
    let (mut documents, all) = collection.finish();
    let mut places: Vec<Option<usize>> = vec![None; documents.len()];
    if has_several {
        let names: epitome::map::Map<String, usize> =
            order.iter().rev().map(|&i| (inputs[i].name(), i)).collect();
        for (place, document) in places.iter_mut().zip(&documents) {
            *place = names.get(&document.path).copied();
        }
        let mut keyed: Vec<(Option<usize>, DocumentKeywords)> =
            places.into_iter().zip(documents).collect();
        keyed.sort_by_key(|(place, _)| *place);
        documents = keyed.into_iter().map(|(_, document)| document).collect();
    }
    Ok((documents, all.filter(|all| all.documents_total > 1)))
}
