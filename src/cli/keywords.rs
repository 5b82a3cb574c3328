//! `epitome keywords`

use std::io;

use epitome::document::Document;
use epitome::keywords::{AllKeywords, Collection, DocumentKeywords, Extracted, Extractor};
use epitome::report::Kind;
use epitome::report::matrix::{self, Matrix, Values};
use epitome::source::pieces::{Piece, Pieces};
use epitome::source::{Failure, Input, may_hold_several};
use epitome::terms::{Corpus, Tally, TermCounts, Units};
use epitome::text::{Language, LanguageKits, LanguageSource};

use super::args::{KeywordsArgs, MatrixValuesArg, TablesArg};
use super::counts;
use super::exit::Status;
use super::inputs::{self, Inputs};
use super::pipeline::{Pipeline, Work};
use super::report::Report;
use super::{Outcome, Stop};

pub(super) fn run(args: &KeywordsArgs) -> Outcome {
    let Some(Inputs { inputs, failures }) = inputs::gather(&args.common)? else {
        return inputs::help("keywords");
    };
    if args.common.list_files {
        return inputs::list(&Inputs { inputs, failures });
    }
    let mut report = Report::on_documents(&args.common, Kind::Keywords, inputs.len() > 1)?;
    report.fail_all(failures)?;
    let (documents, all, corpus) = tables(args, &inputs, &mut report)?;
    if args.tables != TablesArg::All || all.is_none() {
        for table in &documents {
            report.write(|printer, out| printer.keywords(table, out))?;
            if table.keywords.is_empty() && documents.len() == 1 {
                report.note(&format!("{}: no keywords in it", table.path));
            }
        }
    }
    if let Some(all) = all.filter(|_| args.tables != TablesArg::Each) {
        report.write(|printer, out| printer.all_keywords(&all, out))?;
    }
    let status = report.finish()?;
    if status != Status::Nothing {
        save(args, &corpus)?;
    }
    Ok(status)
}

/// Writes the files with counts that were asked for.
fn save(args: &KeywordsArgs, corpus: &Corpus) -> Result<(), Stop> {
    if let Some(path) = &args.save_counts {
        counts::save(path, corpus, &args.common.counted(&args.units()))?;
    }
    if let Some(path) = &args.matrix
        && let Some(format) = matrix::by_path(path)
    {
        let values = match args.matrix_values {
            MatrixValuesArg::Counts => Values::Counts,
            MatrixValuesArg::PerMillion => Values::PerMillion,
            MatrixValuesArg::TfIdf => Values::TfIdf,
        };
        let table = Matrix::new(corpus, values, args.min_count);
        counts::write(Some(path), |out| (format.write)(&table, out))?;
    }
    Ok(())
}

/// The keywords of each document, on their way into tables.
struct Extraction<'k> {
    kits: &'k LanguageKits,
    extractor: &'k Extractor,
    has_several: bool,
    /// Whether all words are to be counted, too.
    counts_all: bool,
    /// What is counted then.
    units: &'k Units,
}

/// What became of a document.
struct Read {
    extracted: Extracted,
    /// The counts of all words under the name of the document.
    counts: Option<(String, TermCounts)>,
}

impl Work<Read> for Extraction<'_> {
    fn whole(&self, document: Document, language: &'static Language, from: LanguageSource) -> Read {
        let kit = self.kits.get(language);
        let extracted = self.extractor.read(&document, kit, self.has_several);
        Read {
            extracted: extracted.in_language_from(from),
            counts: (self.counts_all).then(|| {
                (
                    document.path.clone(),
                    TermCounts::counted(&document, kit, self.units),
                )
            }),
        }
    }

    fn takes_pieces(&self) -> bool {
        self.extractor.counts_words() && !self.counts_all
    }

    fn pieces(
        &self,
        first: Piece,
        pieces: Pieces,
        language: &'static Language,
        from: LanguageSource,
    ) -> io::Result<Read> {
        let (tally, document) = Tally::of_pieces(first, pieces)?;
        let kit = self.kits.get(language);
        let extracted = self
            .extractor
            .read_tally(tally, &document, kit, self.has_several);
        Ok(Read {
            extracted: extracted.in_language_from(from),
            counts: None,
        })
    }
}

/// The tables of the documents, in the order of the inputs, and of all of them where there are several; and
/// the counts of all words, if they are asked for.
///
/// The inputs are read in the order of their names, so that the table of all documents does not depend
/// on the order in which they were named.
fn tables(
    args: &KeywordsArgs,
    inputs: &[Input],
    report: &mut Report,
) -> Result<(Vec<DocumentKeywords>, Option<AllKeywords>, Corpus), Stop> {
    let kits = args.common.kits()?;
    let options = args.options()?;
    let extractor = Extractor::new(options.clone());
    let read = args.common.read_options();
    let has_several = match inputs {
        [one] => may_hold_several(one, &read),
        _ => true,
    };
    let mut order: Vec<usize> = (0..inputs.len()).collect();
    order.sort_by_key(|&i| inputs[i].name());
    let sorted: Vec<Input> = order.iter().map(|&i| inputs[i].clone()).collect();

    let mut collection = match has_several {
        true => Collection::new(options, read.limits.documents.saturating_mul(inputs.len())),
        false => Collection::of_one(options),
    };
    let units = args.units();
    let work = Extraction {
        kits: &kits,
        extractor: &extractor,
        has_several,
        units: &units,
        counts_all: args.save_counts.is_some() || args.matrix.is_some(),
    };
    let mut corpus = Corpus::default();
    let mut failures: Vec<(usize, Failure)> = Vec::new();
    let mut places: Vec<usize> = Vec::new();
    let read = Pipeline::new(&args.common).each(&sorted, work, |place, outcome| {
        let place = order[place.input];
        match outcome {
            Ok(Read { extracted, counts }) => {
                if let Some((name, counts)) = counts {
                    corpus.add(name, counts);
                }
                collection.add(extracted);
                places.push(place);
            }
            Err(failure) => failures.push((place, failure)),
        }
        Ok(())
    })?;
    report.add_read(read);
    failures.sort_by_key(|(place, _)| *place);
    report.fail_all(failures.into_iter().map(|(_, failure)| failure).collect())?;
    let (documents, all) = collection.finish();
    let mut documents: Vec<_> = places.into_iter().zip(documents).collect();
    documents.sort_by_key(|(place, _)| *place);
    let documents: Vec<DocumentKeywords> = documents
        .into_iter()
        .map(|(_, document)| document)
        .collect();
    report.add_words(documents.iter().map(|document| document.words_total).sum());
    if documents.len() > 1 {
        report.expect_several();
    }
    Ok((documents, all.filter(|all| all.documents_total > 1), corpus))
}
