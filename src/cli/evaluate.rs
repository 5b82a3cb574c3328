//! `epitome evaluate`

use epitome::evaluate::records::{KEYWORDS, REFERENCES, SUMMARIES};
use epitome::evaluate::rouge::{self, Rouge};
use epitome::evaluate::{
    Evaluation, Figure, KeywordScorer, Missing, Part, Porter, Settings, SystemScores, tokenizer_of,
};
use epitome::report::Kind;
use epitome::text::LanguageKits;

use super::args::{
    EvaluateArgs, EvaluateKeywordsArgs, EvaluateSummariesArgs, EvaluateTask, ScoringArgs,
};
use super::material::Material;
use super::report::Report;
use super::{Outcome, Stop, inputs};

pub(super) fn run(args: &EvaluateArgs) -> Outcome {
    match &args.task {
        EvaluateTask::Summaries(args) => summaries(args),
        EvaluateTask::Keywords(args) => keywords(args),
    }
}

fn summaries(args: &EvaluateSummariesArgs) -> Outcome {
    let scoring = &args.scoring;
    let Some(material) = Material::read(scoring, &SUMMARIES, &REFERENCES)? else {
        return inputs::help("evaluate summaries");
    };
    let (language, language_detected) = material.language(scoring);
    let kits = LanguageKits::default();
    let rouge = Rouge {
        tokenizer: args.tokens.unwrap_or(tokenizer_of(language.code)),
        stems: scoring.stems(kits.get(language), Porter::Nltk),
        several: args.several(),
    };
    let settings = Settings {
        task: "summaries",
        language: language.code,
        language_detected,
        stemmed: !scoring.no_stem,
        tokens: Some(rouge.tokenizer.name),
        combine: Some(rouge.several.name()),
    };
    let score = |summary: &String, references: &Vec<String>| {
        let scores = rouge.score(summary, references);
        scores.into_iter().flat_map(Part::of).collect()
    };
    evaluate(scoring, material, settings, rouge::figures(), score)
}

fn keywords(args: &EvaluateKeywordsArgs) -> Outcome {
    let scoring = &args.scoring;
    let Some(material) = Material::read(scoring, &KEYWORDS, &KEYWORDS)? else {
        return inputs::help("evaluate keywords");
    };
    let (language, language_detected) = material.language(scoring);
    let kits = LanguageKits::default();
    let scorer = KeywordScorer {
        stems: scoring.stems(kits.get(language), Porter::Snowball),
        lengths: args.lengths(),
    };
    let settings = Settings {
        task: "keywords",
        language: language.code,
        language_detected,
        stemmed: !scoring.no_stem,
        tokens: None,
        combine: None,
    };
    let score = |ranked: &Vec<String>, wanted: &Vec<String>| scorer.score(ranked, wanted);
    evaluate(scoring, material, settings, scorer.figures(), score)
}

/// Scores what was read, and reports.
fn evaluate<G: Sync>(
    args: &ScoringArgs,
    material: Material<G>,
    settings: Settings,
    figures: Vec<Figure>,
    score: impl Fn(&G, &Vec<String>) -> Vec<f64> + Send + Sync,
) -> Outcome {
    let Material {
        references,
        systems,
        failures,
    } = material;
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(args.threads)
        .build()
        .map_err(|error| Stop::Message(format!("can't start threads: {error}")))?;
    let evaluation = pool.install(|| {
        let options = args.options();
        Evaluation::new(settings, figures, &references, &systems, score, &options)
    });
    let mut report = Report::open(&args.output, Kind::Evaluation, false)?;
    report.fail_all(failures)?;
    for system in &evaluation.systems {
        tell_gaps(&report, system, &evaluation);
    }
    if evaluation.systems.is_empty() {
        report.write_empty("nothing to score", |printer, out| {
            printer.evaluation(&evaluation, out)
        })?;
    } else {
        report.write(|printer, out| printer.evaluation(&evaluation, out))?;
    }
    report.finish()
}

/// Tells which documents a system and the references do not have in common.
fn tell_gaps(report: &Report, system: &SystemScores, evaluation: &Evaluation) {
    let name = &system.name;
    if !system.missing.is_empty() {
        let meaning = match evaluation.missing {
            Missing::Zero => "counts as 0 (--missing skip: is left out)",
            Missing::Skip => "is left out",
        };
        let (gaps, all) = (system.missing.len(), evaluation.documents_total);
        let some = some(&system.missing);
        report.note(&format!(
            "{name}: nothing for {gaps} of {all} documents, which {meaning}: {some}"
        ));
    }
    if !system.extra.is_empty() {
        let (more, some) = (system.extra.len(), some(&system.extra));
        let all = evaluation.documents_total - system.missing.len() + more;
        report.note(&format!(
            "{name}: no reference for {more} of its {all} documents: {some}"
        ));
    }
}

/// The first few of some names.
fn some(names: &[String]) -> String {
    const FEW: usize = 3;
    let few = names[..names.len().min(FEW)].join(", ");
    match names.len().saturating_sub(FEW) {
        0 => few,
        more => format!("{few} and {more} more"),
    }
}
