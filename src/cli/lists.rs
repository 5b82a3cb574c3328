//! What the program knows, and what it says of itself.

use std::io::{self, Write};

use epitome::text::language::LANGUAGES;
use epitome::{compare, evaluate, keywords, rank, report};

use super::Outcome;
use super::exit::Status;

/// `epitome languages`
pub(super) fn languages() -> Outcome {
    let mut out = io::stdout().lock();
    writeln!(
        out,
        "code  name        stopwords  stemmer  words       abbreviations"
    )?;
    for language in LANGUAGES {
        let count = |list: &str| list.split_ascii_whitespace().count();
        let abbreviations =
            count(language.titles) + count(language.numbered) + count(language.abbreviations);
        let stemmer = if language.stemmer.is_some() {
            "yes"
        } else {
            "–"
        };
        let words = if language.is_unspaced() {
            "dictionary"
        } else {
            "blanks"
        };
        let (code, name, stopwords) = (language.code, language.name, count(language.stopwords));
        writeln!(
            out,
            "{code:<6}{name:<12}{stopwords:>9}  {stemmer:<7}  {words:<10}  {abbreviations:>13}"
        )?;
    }
    Ok(Status::Done)
}

/// `epitome methods`
pub(super) fn methods() -> Outcome {
    let mut out = io::stdout().lock();
    writeln!(out, "summarize --method")?;
    for method in rank::METHODS {
        entry(&mut out, method.name, method.about, method.source)?;
    }
    writeln!(out, "\nkeywords --method")?;
    for method in keywords::METHODS {
        entry(&mut out, method.name, method.about, method.source)?;
    }
    writeln!(out, "\ncompare --measure")?;
    for measure in compare::MEASURES {
        entry(&mut out, measure.name, measure.about, measure.source)?;
    }
    writeln!(out, "\ncompare --dispersion")?;
    for measure in compare::DISPERSIONS {
        entry(&mut out, measure.name, measure.about, measure.source)?;
    }
    writeln!(out, "\nevaluate summaries")?;
    for measure in evaluate::rouge::MEASURES {
        entry(&mut out, measure.name, measure.about, measure.source)?;
    }
    writeln!(out, "\nevaluate keywords")?;
    for measure in evaluate::keywords::MEASURES {
        entry(&mut out, measure.name, measure.about, measure.source)?;
    }
    Ok(Status::Done)
}

fn entry(out: &mut impl Write, name: &str, about: &str, source: &str) -> io::Result<()> {
    writeln!(out, "  {name:<19} {about}\n  {:<19} {source}", "")
}

/// `epitome schema NAME`
pub(super) fn schema(name: &str) -> Outcome {
    let schema = report::schema::by_name(name).unwrap_or_default();
    io::stdout().lock().write_all(schema.as_bytes())?;
    Ok(Status::Done)
}

/// `epitome completions SHELL`
pub(super) fn completions(shell: clap_complete::Shell) -> Outcome {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut super::args::command(), "epitome", &mut script);
    io::stdout().lock().write_all(&script)?;
    Ok(Status::Done)
}
