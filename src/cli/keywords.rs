//! `epitome keywords`

use std::collections::BTreeMap;
use std::io;

use epitome::document::Document;
use epitome::keywords::{
    AllKeywords, Collection, DocumentKeywords, Extracted, Extractor, KeywordOptions,
};
use epitome::report::Kind;
use epitome::report::matrix::{self, Matrix, Values};
use epitome::source::pieces::{Piece, Pieces};
use epitome::source::{Failure, Input, may_hold_several};
use epitome::terms::{Corpus, Tally, TermCounts, Units};
use epitome::text::{Language, LanguageKits, LanguageSource};

use super::args::{GroupByArg, KeywordsArgs, MatrixValuesArg, TablesArg};
use super::counts;
use super::exit::Status;
use super::groups::group_of;
use super::inputs::{self, Inputs};
use super::pipeline::{Pipeline, Work};
use super::report::Report;
use super::{Outcome, Stop, stream};

pub(super) fn run(args: &KeywordsArgs) -> Outcome {
    let Some(Inputs { inputs, failures }) = inputs::gather(&args.common)? else {
        return inputs::help("keywords");
    };
    if args.common.list_files {
        return inputs::list(&Inputs { inputs, failures });
    }
    check(args)?;
    if stream::is_wanted(&args.common) && !args.wants_all() {
        return stream(args, Inputs { inputs, failures });
    }
    let mut report = Report::on_documents(&args.common, Kind::Keywords, inputs.len() > 1)?;
    report.fail_all(failures)?;
    let (documents, all, corpora) = tables(args, &inputs, &mut report)?;
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
        save(args, corpora)?;
    }
    Ok(status)
}

/// What goes together only with saved counts, only in Parquet, or not there.
fn check(args: &KeywordsArgs) -> Result<(), Stop> {
    let counts_all = args.save_counts.is_some() || args.matrix.is_some();
    if args.units() != Units::Words && !counts_all {
        return Err(Stop::Message(
            "--ngrams and --phrases are for --save-counts and --matrix; what a table of keywords lists tells --method"
                .to_owned(),
        ));
    }
    let is_parquet = args.save_counts.as_deref().is_some_and(counts::is_parquet);
    let wrong = match (is_parquet, &args.counts_by, &args.matrix) {
        (false, Some(_), _) => "--counts-by is for counts saved as .parquet",
        (true, Some(_), Some(_)) => {
            "--matrix has no groups: --counts-by is for counts saved as .parquet"
        }
        (true, _, _) if !cfg!(feature = "parquet") => "built without Parquet",
        _ => return Ok(()),
    };
    Err(Stop::Message(wrong.to_owned()))
}

/// Tells the keywords of each record by itself.
fn stream(args: &KeywordsArgs, inputs: Inputs) -> Outcome {
    let (kits, extractor) = (args.common.kits()?, Extractor::new(args.options()?));
    let work = |document: Document, language: &'static Language, from: LanguageSource| {
        let mut table = extractor.extract(&document, kits.get(language));
        table.language_from = Some(from);
        table
    };
    stream::run(&args.common, inputs, work)
}

/// Writes the files with counts that were asked for.
fn save(args: &KeywordsArgs, corpora: Corpora) -> Result<(), Stop> {
    let settings = args.common.counted(&args.units());
    let corpora: Vec<(Option<String>, Corpus)> = corpora.into_iter().collect();
    // Without groups, one corpus is all.
    let none = Corpus::default();
    let corpus = corpora.first().map_or(&none, |(_, corpus)| corpus);
    match &args.save_counts {
        Some(path) if counts::is_parquet(path) => counts::save_sums(path, &corpora, &settings)?,
        Some(path) => counts::save(path, corpus, &settings)?,
        None => {}
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
    /// What is counted apart.
    group: &'k (dyn Fn(&str, Option<String>) -> Option<String> + Sync),
}

/// What became of a document.
struct Read {
    extracted: Extracted,
    /// The counts of all words.
    counts: Option<Counted>,
}

/// The counts of a document.
struct Counted {
    name: String,
    group: Option<String>,
    counts: TermCounts,
}

/// The counts of groups of documents; all in one without a name, unless groups are asked for.
type Corpora = BTreeMap<Option<String>, Corpus>;

impl Work<Read> for Extraction<'_> {
    fn whole(&self, document: Document, language: &'static Language, from: LanguageSource) -> Read {
        let kit = self.kits.get(language);
        let extracted = self.extractor.read(&document, kit, self.has_several);
        Read {
            extracted: extracted.in_language_from(from),
            counts: (self.counts_all).then(|| Counted {
                group: (self.group)(&document.path, document.group.clone()),
                counts: TermCounts::counted(&document, kit, self.units),
                name: document.path,
            }),
        }
    }

    fn keep(&self, read: &Read) -> Option<Vec<u8>> {
        match read.counts {
            Some(_) => None,
            None => postcard::to_stdvec(&read.extracted).ok(),
        }
    }

    fn recall(&self, bytes: &[u8]) -> Option<(Read, &'static Language)> {
        let extracted: Extracted = postcard::from_bytes(bytes).ok()?;
        let language = Language::by_code(extracted.language())?;
        let counts = None;
        Some((Read { extracted, counts }, language))
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

/// The options on which depends what is read of a document: all, or, where all of its candidates are wanted, those
/// by which they are scored.
fn asked(options: &KeywordOptions, has_several: bool) -> KeywordOptions {
    let options = options.clone();
    match has_several {
        false => options,
        true => KeywordOptions {
            top: 0,
            keep_nested: false,
            min_count: 0,
            ..options
        },
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
) -> Result<(Vec<DocumentKeywords>, Option<AllKeywords>, Corpora), Stop> {
    let kits = args.common.kits()?;
    let options = args.options()?;
    let extractor = Extractor::new(options.clone());
    let mut read = args.common.read_options();
    if let Some(GroupByArg::Field(field)) = &args.counts_by {
        read.fields.group = Some(field.clone());
    }
    let has_several = match inputs {
        [one] => may_hold_several(one, &read),
        _ => true,
    };
    let mut order: Vec<usize> = (0..inputs.len()).collect();
    order.sort_by_key(|&i| inputs[i].name());
    let sorted: Vec<Input> = order.iter().map(|&i| inputs[i].clone()).collect();

    let settings = format!("keywords {has_several} {:?}", asked(&options, has_several));
    let mut collection = match has_several {
        true => Collection::new(options, read.limits.documents.saturating_mul(inputs.len())),
        false => Collection::of_one(options),
    };
    let units = args.units();
    let group = |path: &str, said: Option<String>| {
        let by = args.counts_by.as_ref()?;
        group_of(by, &args.common.paths, path, said)
    };
    let work = Extraction {
        kits: &kits,
        extractor: &extractor,
        has_several,
        units: &units,
        group: &group,
        counts_all: args.save_counts.is_some() || args.matrix.is_some(),
    };
    let mut corpora = Corpora::new();
    let mut failures: Vec<(usize, Failure)> = Vec::new();
    let mut places: Vec<usize> = Vec::new();
    // The counts of all words are not kept.
    let settings = (!work.counts_all).then_some(&*settings);
    let pipeline = Pipeline::reading(&args.common, read).keeping(&args.common, settings);
    let done = pipeline.each(&sorted, work, |place, outcome| {
        let place = order[place.input];
        match outcome {
            Ok(Read { extracted, counts }) => {
                if let Some(Counted {
                    name,
                    group,
                    counts,
                }) = counts
                {
                    corpora.entry(group).or_default().add(name, counts);
                }
                collection.add(extracted);
                places.push(place);
            }
            Err(failure) => failures.push((place, failure)),
        }
        Ok(())
    })?;
    report.note_all(pipeline.close());
    report.add_read(done);
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
    Ok((
        documents,
        all.filter(|all| all.documents_total > 1),
        corpora,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_what_was_read() {
        let (kits, extractor) = (LanguageKits::default(), Extractor::default());
        let work = |counts_all| Extraction {
            kits: &kits,
            extractor: &extractor,
            has_several: true,
            counts_all,
            units: &Units::Words,
            group: &|_, _| None,
        };
        let text = "The flood barrier held. Flood barriers are new, and the town likes them.";
        let read = |work: &Extraction| {
            let document = epitome::source::format::plain("notes", text);
            work.whole(document, Language::english(), LanguageSource::Detected)
        };
        let plain = work(false);
        let bytes = plain.keep(&read(&plain)).unwrap();
        let (back, language) = plain.recall(&bytes).unwrap();
        assert_eq!(language, Language::english());
        let listed = |read: Read| format!("{:?}", read.extracted);
        assert_eq!(listed(back), listed(read(&plain)));
        assert!(plain.recall(&bytes[..bytes.len() - 1]).is_none());
        // Counts of all words are more than what is kept.
        let counting = work(true);
        assert!(counting.keep(&read(&counting)).is_none());
    }
}
