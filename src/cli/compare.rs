//! `epitome compare`

use epitome::compare::{Comparison, GroupCounts, Reference, compare};
use epitome::document::Document;
use epitome::report::Kind;
use epitome::source::{Input, may_hold_several};
use epitome::terms::TermCounts;
use epitome::text::{Language, LanguageSource};

use super::args::CompareArgs;
use super::inputs::{self, Inputs};
use super::pipeline::Pipeline;
use super::report::Report;
use super::{Outcome, Stop};

pub(super) fn run(args: &CompareArgs) -> Outcome {
    let Some(Inputs {
        mut inputs,
        failures,
    }) = inputs::gather(&args.common)?
    else {
        return inputs::help("compare");
    };
    let against = inputs::walk(&args.against, &args.common)?;
    if args.common.list_files {
        inputs.extend(against.inputs);
        return inputs::list(&Inputs { inputs, failures });
    }
    let read = args.common.read_options();
    let is_one = matches!(&inputs[..], [one] if !may_hold_several(one, &read));
    if against.inputs.is_empty() && (inputs.is_empty() || is_one) {
        return Err(Stop::Message(
            "compare needs two files or more, or --against".to_owned(),
        ));
    }
    let mut report = Report::open(&args.common.output, Kind::Comparison, true)?;
    report.fail_all(failures)?;
    report.fail_all(against.failures)?;
    let groups = counted(args, inputs, &mut report)?;
    let comparison = if against.inputs.is_empty() {
        compare(&groups, Reference::Rest, &args.options())
    } else {
        let counted = counted(args, against.inputs, &mut report)?;
        let mut counts = TermCounts::default();
        counted.iter().for_each(|group| counts.merge(&group.counts));
        let names: Vec<String> = args
            .against
            .iter()
            .map(|path| path.to_string_lossy().into_owned())
            .collect();
        let reference = GroupCounts {
            name: names.join(", "),
            counts,
        };
        compare(&groups, Reference::Group(&reference), &args.options())
    };
    write(report, &comparison)
}

/// The groups of the inputs, one a document, in the order of their names.
fn counted(
    args: &CompareArgs,
    mut inputs: Vec<Input>,
    report: &mut Report,
) -> Result<Vec<GroupCounts>, Stop> {
    inputs.sort_by_key(Input::name);
    let kits = args.common.kits()?;
    let work = |document: Document, language: &'static Language, _: LanguageSource| GroupCounts {
        counts: TermCounts::of(&document, kits.get(language)),
        name: document.path,
    };
    let mut groups = Vec::new();
    Pipeline::new(&args.common).each(&inputs, work, |_, outcome| match outcome {
        Ok(group) => {
            groups.push(group);
            Ok(())
        }
        Err(failure) => report.fail(failure),
    })?;
    Ok(groups)
}

fn write(mut report: Report, comparison: &Comparison) -> Outcome {
    let is_reference_empty = comparison
        .groups
        .iter()
        .any(|group| group.is_reference && group.words_total == 0);
    let with_text = comparison
        .groups
        .iter()
        .filter(|group| group.words_total > 0)
        .count();
    if is_reference_empty || with_text < 2 {
        let why = match is_reference_empty {
            true => "nothing to compare with: the reference has no text",
            false => "nothing to compare: fewer than two documents have text",
        };
        let nothing = Comparison {
            groups: Vec::new(),
            terms: Vec::new(),
            tested: 0,
            ..comparison.clone()
        };
        report.write_empty(why, |printer, out| printer.comparison(&nothing, out))?;
        return report.finish();
    }
    report.write(|printer, out| printer.comparison(comparison, out))?;
    report.finish()
}
