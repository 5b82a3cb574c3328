//! `epitome compare`

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use epitome::compare::{CompareOptions, Comparison, Group, Reference, compare};
use epitome::document::Document;
use epitome::report::Kind;
use epitome::source::pieces::{Piece, Pieces};
use epitome::source::{Input, may_hold_several};
use epitome::terms::{Corpus, FrequencyList, Tally, TermCounts, TermId, Units};
use epitome::text::language::{LanguageCode, known_code};
use epitome::text::{Language, LanguageKit, LanguageKits, LanguageSource};
use serde::{Deserialize, Serialize};

use super::args::{CompareArgs, GroupByArg};
use super::counts;
use super::exit::Status;
use super::groups::grouped;
use super::inputs::{self, Inputs};
use super::pipeline::{Pipeline, Work};
use super::report::Report;
use super::settings::word_lines;
use super::stats::Totals;
use super::units::units_of;
use super::{Outcome, Stop};

/// So many listed terms that are nowhere are named.
const FEW: usize = 5;

pub(super) fn run(args: &CompareArgs) -> Outcome {
    let Some(Sides { targets, reference }) = Sides::of(args)? else {
        return inputs::help("compare");
    };
    if args.common.list_files {
        let inputs = [targets.inputs, reference.inputs].concat();
        let failures = [targets.failures, reference.failures].concat();
        return inputs::list(&Inputs { inputs, failures });
    }
    let has_reference =
        !args.against.is_empty() || !args.before.is_empty() || args.reference_counts.is_some();
    let is_found = targets.failures.is_empty();
    if is_found && !has_reference && has_one_at_most(args, &targets.inputs) {
        return Err(Stop::Message(
            "compare needs two files or more, --against or --reference-counts".to_owned(),
        ));
    }
    let mut report = Report::on_documents(&args.common, Kind::Comparison, true)?;
    report.fail_all(targets.failures)?;
    report.fail_all(reference.failures)?;
    let listed = args.terms.as_deref().map(word_lines).transpose()?;
    let has_saved = [&targets.inputs, &reference.inputs]
        .into_iter()
        .flatten()
        .any(counts::is_saved);
    let units = match &listed {
        Some(terms) if !has_saved && args.units.units() == Units::Words => units_of(terms),
        _ => args.units.units(),
    };
    let mut counting = Counting::new(args, units);
    let documents = counting.count(targets.inputs, &mut report)?;
    notes(args, &counting, &report);
    let groups = match args.after.is_empty() {
        true => grouped(args, &counting.corpus, &counting.groups, documents),
        false => vec![named(&args.after, documents)],
    };
    let reference = if let Some(path) = &args.reference_counts {
        let documents = counting.list(path)?;
        Reference::Group(named(std::slice::from_ref(path), documents))
    } else if has_reference {
        let documents = counting.count(reference.inputs, &mut report)?;
        let paths = match args.before.is_empty() {
            true => &args.against,
            false => &args.before,
        };
        Reference::Group(named(paths, documents))
    } else if args.pairwise {
        Reference::Each
    } else {
        Reference::Rest
    };
    let terms = listed
        .map(|terms| counting.named(&terms, &report))
        .transpose()?;
    let corpus = counting.corpus;
    let options = CompareOptions {
        terms,
        ..args.options()
    };
    let compare = || compare(&corpus, &groups, &reference, &options);
    let comparison = Pipeline::new(&args.common).shared(groups.len(), compare)?;
    write(args, report, &comparison)
}

/// What may be other than was meant.
fn notes(args: &CompareArgs, counting: &Counting, report: &Report) {
    let folders = args.common.paths.iter().filter(|path| path.is_dir());
    let is_grouped = args.group_by.is_some() || !args.group.is_empty() || !args.after.is_empty();
    if folders.count() > 1 && !is_grouped && args.against.is_empty() {
        report.note("each file is a group by itself; --group-by dir makes one of each folder");
    }
    if let Some(GroupByArg::Field(field)) = &args.group_by
        && counting.groups.iter().all(Option::is_none)
    {
        report.note(&format!("no document has a field '{field}'"));
    }
    if counting.languages.len() > 1 {
        let languages = counting.languages.iter();
        let each: Vec<String> = languages
            .map(|(code, count)| format!("{code} {count}"))
            .collect();
        let each = each.join(", ");
        report.note(&format!(
            "documents in several languages ({each}): words are grouped by the rules of each; --lang sets one"
        ));
    }
}

/// Whether no more than one document can come of the inputs.
fn has_one_at_most(args: &CompareArgs, inputs: &[Input]) -> bool {
    match inputs {
        [] => true,
        // That it is not there is told by who reads it.
        [one] if one.path().is_some_and(|path| !path.exists()) => false,
        [one] => !counts::is_saved(one) && !may_hold_several(one, &args.common.read_options()),
        _ => false,
    }
}

/// What is read.
struct Sides {
    targets: Inputs,
    reference: Inputs,
}

impl Sides {
    /// `None`: nothing is named and standard input is a terminal.
    fn of(args: &CompareArgs) -> Result<Option<Self>, Stop> {
        if !args.after.is_empty() {
            return Ok(Some(Self {
                targets: inputs::walk(&args.after, &args.common)?,
                reference: inputs::walk(&args.before, &args.common)?,
            }));
        }
        let reference = inputs::walk(&args.against, &args.common)?;
        let targets = inputs::gather(&args.common)?;
        Ok(targets.map(|targets| Self { targets, reference }))
    }
}

/// A group with the name of what was named on the command line.
fn named(paths: &[PathBuf], documents: Vec<usize>) -> Group {
    let names: Vec<String> = paths
        .iter()
        .map(|path| path.to_string_lossy().into_owned())
        .collect();
    Group {
        name: names.join(", "),
        documents,
    }
}

/// The counts of a document.
#[derive(Serialize, Deserialize)]
struct Counted {
    name: String,
    group: Option<String>,
    #[serde(deserialize_with = "known_code")]
    language: LanguageCode,
    counts: TermCounts,
}

/// The work on each document.
struct CountingTerms<'k> {
    kits: &'k LanguageKits,
    units: &'k Units,
}

impl Work<Counted> for CountingTerms<'_> {
    fn whole(&self, document: Document, language: &'static Language, _: LanguageSource) -> Counted {
        Counted {
            counts: TermCounts::counted(&document, self.kits.get(language), self.units),
            name: document.path,
            group: document.group,
            language: language.code,
        }
    }

    fn keep(&self, counted: &Counted) -> Option<Vec<u8>> {
        postcard::to_stdvec(counted).ok()
    }

    fn recall(&self, bytes: &[u8]) -> Option<(Counted, &'static Language)> {
        let counted: Counted = postcard::from_bytes(bytes).ok()?;
        let language = Language::by_code(counted.language)?;
        Some((counted, language))
    }

    fn takes_pieces(&self) -> bool {
        *self.units == Units::Words
    }

    fn pieces(
        &self,
        first: Piece,
        pieces: Pieces,
        language: &'static Language,
        _: LanguageSource,
    ) -> io::Result<Counted> {
        let (tally, document) = Tally::of_pieces(first, pieces)?;
        Ok(Counted {
            counts: TermCounts::of_tally(&tally, self.kits.get(language)),
            name: document.path,
            group: document.group,
            language: language.code,
        })
    }
}

/// Counts what is compared.
struct Counting<'a> {
    args: &'a CompareArgs,
    units: Units,
    corpus: Corpus,
    /// The group that each document says it belongs to.
    groups: Vec<Option<String>>,
    /// How many documents are in each language.
    languages: BTreeMap<&'static str, usize>,
}

impl<'a> Counting<'a> {
    fn new(args: &'a CompareArgs, units: Units) -> Self {
        Self {
            args,
            units,
            corpus: Corpus::default(),
            groups: Vec::new(),
            languages: BTreeMap::new(),
        }
    }

    fn pipeline(&self) -> Pipeline {
        let mut read = self.args.common.read_options();
        if let Some(GroupByArg::Field(field)) = &self.args.group_by {
            read.fields.group = Some(field.clone());
        }
        let settings = format!("counts {:?}", self.units);
        Pipeline::reading(&self.args.common, read).keeping(&self.args.common, Some(&settings))
    }

    /// Counts the inputs, and hands out the numbers of their documents in the order of their names.
    fn count(&mut self, mut inputs: Vec<Input>, report: &mut Report) -> Result<Vec<usize>, Stop> {
        inputs.sort_by_key(Input::name);
        let (saved, inputs): (Vec<Input>, Vec<Input>) =
            inputs.into_iter().partition(counts::is_saved);
        let common = &self.args.common;
        let kits = common.kits()?;
        let work = CountingTerms {
            kits: &kits,
            units: &self.units,
        };
        let mut documents = Vec::new();
        let pipeline = self.pipeline();
        let read = pipeline.each(&inputs, work, |_, outcome| match outcome {
            Ok(counted) => {
                *self.languages.entry(counted.language).or_default() += 1;
                self.groups.push(counted.group);
                documents.push(self.corpus.add(counted.name, counted.counts));
                Ok(())
            }
            Err(failure) => report.fail(failure),
        })?;
        report.note_all(pipeline.close());
        report.add_read(read);
        for input in saved {
            match counts::load(
                &input.name(),
                &mut Some(common.counted(&self.units)),
                &mut self.corpus,
            ) {
                Ok(more) => {
                    report.add_read(Totals {
                        files: 1,
                        documents: more.len() as u64,
                        ..Totals::default()
                    });
                    self.groups.resize(self.corpus.documents().len(), None);
                    documents.extend(more);
                }
                Err(failure) => report.fail(failure)?,
            }
        }
        let counted = documents
            .iter()
            .map(|&document| &self.corpus.documents()[document]);
        report.add_words(counted.map(|document| document.tokens).sum());
        let name = |document: usize| &self.corpus.documents()[document].name;
        documents.sort_by(|&a, &b| name(a).cmp(name(b)));
        Ok(documents)
    }

    /// The listed terms; a note tells those that no document has.
    fn named(&mut self, terms: &[String], report: &Report) -> Result<Vec<TermId>, Stop> {
        let kits = self.args.common.kits()?;
        let languages = self
            .languages
            .keys()
            .filter_map(|code| Language::by_code(code));
        let kits: Vec<&LanguageKit> = languages.map(|language| kits.get(language)).collect();
        let found = self.corpus.named(terms, &kits);
        let is_absent =
            |term: &&TermId| self.corpus.forms(**term).iter().all(|form| form.count == 0);
        let absent: Vec<&str> = found
            .iter()
            .filter(is_absent)
            .map(|&term| self.corpus.shown(term))
            .collect();
        match absent.len() {
            0 => {}
            1..=FEW => report.note(&format!("in no document: {}", absent.join(", "))),
            many => {
                let (some, rest) = (absent[..FEW].join(", "), many - FEW);
                report.note(&format!(
                    "in no document: {some} and {rest} more of the listed terms"
                ));
            }
        }
        Ok(found)
    }

    /// The documents of a file with counts, or one for a list of words, which are taken to be in the language
    /// of most documents.
    fn list(&mut self, path: &Path) -> Result<Vec<usize>, Stop> {
        let name = path.to_string_lossy().into_owned();
        let stop = |reason: String| Stop::Message(format!("{name}: {reason}"));
        let common = &self.args.common;
        if counts::is_saved(&Input::Named(path.to_owned())) {
            return counts::load(
                &name,
                &mut Some(common.counted(&self.units)),
                &mut self.corpus,
            )
            .map_err(|failure| stop(failure.reason));
        }
        let list = FrequencyList::parse(&counts::text(path).map_err(&stop)?)
            .map_err(|error| stop(error.to_string()))?;
        let most = self
            .languages
            .iter()
            .rev()
            .max_by_key(|(_, documents)| **documents);
        let language = (common.language())
            .or_else(|| Language::by_code(most?.0))
            .unwrap_or(Language::english());
        let kits = common.kits()?;
        Ok(vec![self.corpus.add(name, list.counts(kits.get(language)))])
    }
}

/// Why there is nothing to compare, if there is nothing.
fn nothing(comparison: &Comparison) -> Option<&'static str> {
    let sizes = || comparison.groups.iter();
    if sizes().any(|group| group.is_reference && group.words_total == 0) {
        return Some("nothing to compare with: the reference has no text");
    }
    (sizes().filter(|group| group.words_total > 0).count() < 2)
        .then_some("nothing to compare: fewer than two groups have text")
}

fn write(args: &CompareArgs, mut report: Report, comparison: &Comparison) -> Outcome {
    if let Some(why) = nothing(comparison) {
        let mut empty = comparison.clone();
        empty.groups.clear();
        empty.pairs.clear();
        empty.terms.clear();
        empty.tested = 0;
        report.write_empty(why, |printer, out| printer.comparison(&empty, out))?;
        return report.finish();
    }
    report.write(|printer, out| printer.comparison(comparison, out))?;
    let differs = comparison.pairs.iter().any(|pair| pair.significant > 0);
    match report.finish()? {
        Status::Done if args.exit_code && differs => Ok(Status::Different),
        status => Ok(status),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_what_was_counted() {
        let kits = LanguageKits::default();
        let work = CountingTerms {
            kits: &kits,
            units: &Units::Phrases(2),
        };
        let text = "The flood barrier held. Flood barriers are new, and the town likes them.";
        let document = epitome::source::format::plain("notes", text);
        let counted = work.whole(document, Language::english(), LanguageSource::Set);
        let bytes = work.keep(&counted).unwrap();
        let (back, language) = work.recall(&bytes).unwrap();
        assert_eq!(language, Language::english());
        assert_eq!((&back.name, &back.group), (&counted.name, &counted.group));
        let rows: Vec<_> = counted.counts.iter().collect();
        assert_eq!(back.counts.iter().collect::<Vec<_>>(), rows);
        assert!(rows.len() > 5);
        assert!(work.recall(&bytes[..bytes.len() - 1]).is_none());
    }
}
