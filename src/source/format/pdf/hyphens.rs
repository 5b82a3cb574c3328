//! Words that are cut at the end of a line.

use crate::chars::is_unspaced;
use crate::map::Set;

/// How two lines of a paragraph are put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Join {
    Blank,
    Nothing,
    /// Without the hyphen at the end of the first.
    Unhyphenated,
}

const HYPHENS: [char; 3] = ['-', '\u{2010}', '\u{ad}'];

/// Words behind a hyphen that belongs to a word left out: "Haupt- und Nebenfach".
const CONJUNCTIONS: &[&str] = &[
    "and", "or", "und", "oder", "bzw", "en", "of", "och", "og", "eller", "et", "ou", "y", "o", "e",
];

/// The words of a document that are written with a hyphen, and those that are written without.
#[derive(Debug, Default)]
pub(super) struct Compounds {
    hyphenated: Set<String>,
    whole: Set<String>,
}

impl Compounds {
    /// Those within the lines; at their ends nobody knows.
    pub(super) fn of<'l>(lines: impl Iterator<Item = &'l str>) -> Self {
        let mut compounds = Self::default();
        for line in lines {
            for word in line.split(' ') {
                let word = bare(word).to_lowercase().replace('\u{2010}', "-");
                if word.contains('-') {
                    compounds.hyphenated.insert(word);
                } else if word.len() > 3 {
                    compounds.whole.insert(word);
                }
            }
        }
        compounds
    }

    /// How a line goes on with the next.
    pub(super) fn join(&self, line: &str, next: &str) -> Join {
        let (Some(last), Some(first)) = (line.chars().next_back(), next.chars().next()) else {
            return Join::Blank;
        };
        if is_unspaced(last) && is_unspaced(first) {
            return Join::Nothing;
        }
        let is_range = matches!(last, '–' | '—' | '/')
            && line
                .chars()
                .rev()
                .nth(1)
                .is_some_and(|c| !c.is_whitespace());
        if is_range {
            return Join::Nothing;
        }
        let Some(stem) = line
            .strip_suffix(HYPHENS)
            .filter(|stem| stem.ends_with(char::is_alphanumeric))
        else {
            return Join::Blank;
        };
        let end = bare(next.split(' ').next().unwrap_or_default());
        if CONJUNCTIONS.contains(&end.to_lowercase().as_str()) {
            return Join::Blank;
        }
        if last == '\u{ad}' {
            return Join::Unhyphenated;
        }
        if !first.is_lowercase() || !stem.ends_with(char::is_alphabetic) {
            return Join::Nothing;
        }
        let start = bare(stem.rsplit(' ').next().unwrap_or_default()).to_lowercase();
        let end = end.to_lowercase();
        let is_written =
            |set: &Set<String>, hyphen: &str| set.contains(&format!("{start}{hyphen}{end}"));
        if is_written(&self.hyphenated, "-") && !is_written(&self.whole, "") {
            Join::Nothing
        } else {
            Join::Unhyphenated
        }
    }
}

/// A word without the marks around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hyphens_go_and_compounds_stay() {
        let compounds =
            Compounds::of(["a well-known barrier", "the co-operation", "cooperation"].into_iter());
        let join = |line, next| compounds.join(line, next);
        assert_eq!(join("the bar-", "rier held"), Join::Unhyphenated);
        assert_eq!(join("a well-", "known gate"), Join::Nothing);
        assert_eq!(join("their co-", "operation"), Join::Unhyphenated);
        assert_eq!(join("north of the Franco-", "German border"), Join::Nothing);
        assert_eq!(join("Haupt-", "und Nebenfach"), Join::Blank);
        assert_eq!(join("2001–", "2003"), Join::Nothing);
        assert_eq!(join("a dash –", "and more"), Join::Blank);
        assert_eq!(join("水位上", "升"), Join::Nothing);
        assert_eq!(join("the end", "of it"), Join::Blank);
    }
}
