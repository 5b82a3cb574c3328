//! What the values of options may be.

use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::ValueEnum;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use epitome::text::language::LANGUAGES;
use epitome::{evaluate, keywords, rank, report, source};

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum WhenArg {
    Auto,
    Always,
    Never,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum OrderArg {
    /// As in the text
    Reading,
    /// The best first
    Score,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum SortArg {
    /// As in the text
    Position,
    /// By the words before the match, the nearest first
    Left,
    /// By the words behind the match, the nearest first
    Right,
    /// As in the text, and documents by their paths
    Path,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum PositionArg {
    Auto,
    On,
    Off,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum TablesArg {
    Each,
    All,
    Both,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum CorrectionArg {
    /// Benjamini–Hochberg: the false discovery rate
    Bh,
    /// Bonferroni: the chance of any false discovery
    Bonferroni,
    None,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum DirectionArg {
    Over,
    Under,
    Both,
}

/// A pattern of paths and the name of their group.
#[derive(Clone, Debug)]
pub(in crate::cli) struct NamedGlob {
    pub(in crate::cli) name: String,
    pub(in crate::cli) glob: globset::GlobSet,
}

pub(super) fn named_glob(text: &str) -> Result<NamedGlob, String> {
    let (name, pattern) = text
        .split_once('=')
        .filter(|(name, pattern)| !name.is_empty() && !pattern.is_empty())
        .ok_or("must be NAME=GLOB")?;
    let glob = |pattern: &str| {
        let built = globset::GlobBuilder::new(pattern)
            .literal_separator(true)
            .build();
        built.map_err(|error| error.kind().to_string())
    };
    let mut globs = globset::GlobSetBuilder::new();
    // A pattern need not begin where the path does.
    globs
        .add(glob(pattern)?)
        .add(glob(&format!("**/{pattern}"))?);
    Ok(NamedGlob {
        name: name.to_owned(),
        glob: globs.build().map_err(|error| error.to_string())?,
    })
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum MatrixValuesArg {
    /// Occurrences
    Counts,
    /// Occurrences in a million words of the document
    PerMillion,
    /// Occurrences times ln(documents / documents that have the term)
    TfIdf,
}

/// What makes documents a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::cli) enum GroupByArg {
    /// The directory that they are in.
    Directory,
    /// The value of a field.
    Field(String),
}

pub(super) fn group_by(text: &str) -> Result<GroupByArg, String> {
    match text.split_once(':') {
        None if text == "dir" => Ok(GroupByArg::Directory),
        Some(("field", name)) if !name.is_empty() => Ok(GroupByArg::Field(name.to_owned())),
        _ => Err("must be dir or field:NAME".to_owned()),
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum TermOrderArg {
    /// The most telling first
    Score,
    /// By the alphabet
    Term,
    /// The most frequent first
    Count,
    /// From the most overused to the most underused
    LogRatio,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum CombineArg {
    /// The reference with the best F1, for each measure
    Best,
    /// The mean over all references
    Mean,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum MissingArg {
    /// It counts 0
    Zero,
    /// It is left out
    Skip,
}

pub(super) fn at_least_one(text: &str) -> Result<usize, String> {
    match text.parse::<usize>() {
        Ok(0) => Err("must be 1 or more".to_owned()),
        Ok(number) => Ok(number),
        Err(_) => Err("must be a whole number".to_owned()),
    }
}

/// A time in seconds; 0 is all the time there is.
pub(super) fn seconds(text: &str) -> Result<Duration, String> {
    let time = text.parse().ok().map(Duration::try_from_secs_f64);
    match time {
        Some(Ok(Duration::ZERO)) => Ok(Duration::MAX),
        Some(Ok(time)) => Ok(time),
        _ => Err("must be a number of seconds, like 30 or 0.5".to_owned()),
    }
}

/// A number of bytes: `1048576`, `1024K`, `1M`.
pub(super) fn size(text: &str) -> Result<u64, String> {
    let unit = |letter: char| match letter.to_ascii_uppercase() {
        'K' => Some(1 << 10),
        'M' => Some(1 << 20),
        'G' => Some(1 << 30),
        _ => None,
    };
    let (digits, unit) = match text.chars().next_back().and_then(unit) {
        Some(unit) => (&text[..text.len() - 1], unit),
        None => (text, 1),
    };
    let number: Option<u64> = digits.parse().ok();
    number
        .and_then(|number| number.checked_mul(unit))
        .ok_or_else(|| "must be a number of bytes, like 500M or 2G".to_owned())
}

pub(super) fn phrase_length(text: &str) -> Result<usize, String> {
    let longest = keywords::LONGEST_PHRASE;
    at_least_one(text).and_then(|n| {
        if n <= longest {
            Ok(n)
        } else {
            Err(format!("must be {longest} or less"))
        }
    })
}

pub(super) fn parts(text: &str) -> Result<usize, String> {
    match at_least_one(text)? {
        number @ ..=1_000 => Ok(number),
        _ => Err("must be 1000 or less".to_owned()),
    }
}

pub(super) fn width(text: &str) -> Result<usize, String> {
    match text.parse::<usize>() {
        Ok(number @ ..=10_000) => Ok(number),
        _ => Err("must be a whole number up to 10000".to_owned()),
    }
}

pub(super) fn share(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(number) if (0.0..=1.0).contains(&number) => Ok(number),
        _ => Err("must be a number from 0 to 1".to_owned()),
    }
}

pub(super) fn matrix_path(text: &str) -> Result<PathBuf, String> {
    let path = PathBuf::from(text);
    match epitome::report::matrix::by_path(&path) {
        Some(_) => Ok(path),
        None => Err("must end in .csv, .tsv, .jsonl or .mtx".to_owned()),
    }
}

pub(super) fn positive_share(text: &str) -> Result<f64, String> {
    match share(text) {
        Ok(number) if number > 0.0 => Ok(number),
        _ => Err("must be a number above 0 and up to 1".to_owned()),
    }
}

pub(super) fn hyperlinks(text: &str) -> Result<String, String> {
    let is_known = matches!(text, "auto" | "never")
        || report::Hyperlinks::new(text, PathBuf::new(), Path::is_file).is_some();
    match is_known {
        true => Ok(text.to_owned()),
        false => {
            Err("must be auto, never, file, kitty, vscode or an address with {path}".to_owned())
        }
    }
}

pub(super) fn encoding(label: &str) -> Result<source::decode::Encoding, String> {
    source::decode::encoding_by_label(label).ok_or_else(|| {
        "not an encoding (try utf-8, latin1, windows-1252, shift_jis, gb18030, …)".to_owned()
    })
}

/// The format with this name; [`with_formats`] lists those of a command.
pub(super) fn output_format(name: &str) -> Result<&'static report::Format, &'static str> {
    report::by_name(name).ok_or("no such name")
}

/// A parser that looks a name up in a table, and so knows all names there are.
macro_rules! table_parser {
    ($name:ident, $table:expr, $entry:ty, $by_name:path) => {
        pub(super) fn $name() -> impl TypedValueParser<Value = &'static $entry> {
            let values = $table
                .iter()
                .map(|entry| PossibleValue::new(entry.name).help(entry.about));
            PossibleValuesParser::new(values).try_map(|name| $by_name(&name).ok_or("no such name"))
        }
    };
}

table_parser!(
    dispersion,
    epitome::compare::DISPERSIONS,
    epitome::compare::Dispersion,
    epitome::compare::dispersion_by_name
);
table_parser!(ranking, rank::METHODS, rank::Method, rank::by_name);
table_parser!(
    keyword_ranking,
    keywords::METHODS,
    keywords::Method,
    keywords::by_name
);
table_parser!(
    measure,
    epitome::compare::MEASURES,
    epitome::compare::Measure,
    epitome::compare::by_name
);
table_parser!(
    input_format,
    source::format::FORMATS,
    source::format::Format,
    source::format::by_name
);

table_parser!(
    tokenizer,
    evaluate::TOKENIZERS,
    evaluate::Tokenizer,
    evaluate::tokenizer_by_name
);

pub(super) fn language() -> PossibleValuesParser {
    let value = |language: &&epitome::text::Language| {
        let names = [language.name.to_lowercase(), language.iso639_3.into()];
        PossibleValue::new(language.code).aliases(names)
    };
    PossibleValuesParser::new(
        LANGUAGES
            .iter()
            .map(value)
            .chain([PossibleValue::new("auto")]),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_have_units() {
        assert_eq!(size("20"), Ok(20));
        assert_eq!(size("3k"), Ok(3 << 10));
        assert_eq!(size("2G"), Ok(2 << 30));
        assert!(size("G").is_err() && size("1.5M").is_err());
        assert!(size("99999999999999G").is_err() && size("é").is_err());
    }

    #[test]
    fn times_are_seconds_and_zero_is_no_limit() {
        assert_eq!(seconds("30"), Ok(Duration::from_secs(30)));
        assert_eq!(seconds("0.5"), Ok(Duration::from_millis(500)));
        assert_eq!(seconds("0"), Ok(Duration::MAX));
        for wrong in ["", "-1", "nan", "inf", "1e99", "5s"] {
            assert!(seconds(wrong).is_err(), "{wrong}");
        }
    }
}
