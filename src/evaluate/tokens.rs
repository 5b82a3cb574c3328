//! The tokens that overlaps are counted in.
//!
//! Scores are compared with other people's, so these are the tokens of the tools that others use, and
//! not the words that the program itself finds.

use crate::chars::{is_ideographic, is_unspaced};

use super::Stems;

/// Where tokens go, one by one.
type Take<'t> = &'t mut dyn FnMut(&str);

/// A way to cut a text into tokens.
#[derive(Debug)]
pub struct Tokenizer {
    /// Its name on the command line, and in results.
    pub name: &'static str,
    /// What it is, in a few words.
    pub about: &'static str,
    /// Where it is from.
    pub source: &'static str,
    /// Hands over the tokens of a line one by one, in lower case.
    pub each: fn(line: &str, take: Take),
}

/// Straight and curly.
pub(super) const APOSTROPHES: [char; 2] = ['\'', '\u{2019}'];

/// All tokenizers, that of English first.
pub static TOKENIZERS: &[Tokenizer] = &[
    Tokenizer {
        name: "ascii",
        about: "runs of the letters a to z and digits; all else parts them",
        source: "rouge-score 0.1.2, as ROUGE-1.5.5",
        each: ascii,
    },
    Tokenizer {
        name: "unicode",
        about: "runs of letters and digits, apostrophes inside; single characters where words have no blanks",
        source: "usual for languages other than English",
        each: unicode,
    },
];

/// The tokenizer with this name.
pub fn by_name(name: &str) -> Option<&'static Tokenizer> {
    TOKENIZERS.iter().find(|tokenizer| tokenizer.name == name)
}

/// The usual tokenizer of a language.
pub fn of_language(code: &str) -> &'static Tokenizer {
    &TOKENIZERS[usize::from(code != "en")]
}

/// Letters are made lower case first: the sign of the kelvin is a k then, and İ an i with a dot.
fn ascii(line: &str, take: Take) {
    let mut token = String::new();
    for c in line.chars().flat_map(char::to_lowercase).chain(['\n']) {
        if c.is_ascii_alphanumeric() {
            token.push(c);
        } else if !token.is_empty() {
            take(&token);
            token.clear();
        }
    }
}

fn unicode(line: &str, take: Take) {
    let kind = |c: char| {
        if is_ideographic(c) || (is_unspaced(c) && c.is_alphanumeric()) {
            Kind::Single
        } else {
            Kind::in_runs(c)
        }
    };
    scan(line, kind, |token| take(&token.to_lowercase()));
}

/// The runs of letters and digits of a line as written, in any script; apostrophes inside belong to them.
pub(super) fn runs(line: &str, take: impl FnMut(&str)) {
    scan(line, Kind::in_runs, take);
}

/// What a character is to the tokens.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A part of a run.
    Part,
    /// A token by itself.
    Single,
    /// Part of none, but for an apostrophe between parts.
    Gap,
}

impl Kind {
    fn in_runs(c: char) -> Self {
        if c.is_alphanumeric() {
            Self::Part
        } else {
            Self::Gap
        }
    }
}

/// Hands over the tokens of a line, given what each character is.
fn scan(line: &str, kind: impl Fn(char) -> Kind, mut take: impl FnMut(&str)) {
    // Where the run that is being read begins.
    let mut start = None;
    let mut chars = line.char_indices().peekable();
    while let Some((place, c)) = chars.next() {
        let kind_here = kind(c);
        let is_inside = start.is_some()
            && APOSTROPHES.contains(&c)
            && chars
                .peek()
                .is_some_and(|&(_, next)| kind(next) == Kind::Part);
        if kind_here == Kind::Part || is_inside {
            start.get_or_insert(place);
            continue;
        }
        if let Some(start) = start.take() {
            take(&line[start..place]);
        }
        if kind_here == Kind::Single {
            take(&line[place..place + c.len_utf8()]);
        }
    }
    if let Some(start) = start {
        take(&line[start..]);
    }
}

/// Hands over the tokens of a line, stemmed where they are longer than three characters.
pub(super) fn stemmed(
    line: &str,
    tokenizer: &Tokenizer,
    stems: &Stems,
    mut take: impl FnMut(&str),
) {
    (tokenizer.each)(line, &mut |token| {
        if token.chars().nth(3).is_some() {
            take(&stems.of(token));
        } else {
            take(token);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(name: &str, line: &str) -> Vec<String> {
        let mut tokens = Vec::new();
        let tokenizer = by_name(name).expect("a tokenizer");
        (tokenizer.each)(line, &mut |token| tokens.push(token.to_owned()));
        tokens
    }

    #[test]
    fn ascii_knows_no_other_letters() {
        assert_eq!(
            tokens("ascii", "The café's U.S. 3.5-fold İ"),
            ["the", "caf", "s", "u", "s", "3", "5", "fold", "i"]
        );
        assert_eq!(tokens("ascii", "今天 –"), [""; 0]);
        assert_eq!(tokens("ascii", "20 \u{212a}"), ["20", "k"]);
    }

    #[test]
    fn unicode_keeps_apostrophes_inside_words() {
        assert_eq!(
            tokens("unicode", "L’eau d'ici, 'tis l' Été_3.5"),
            ["l’eau", "d'ici", "tis", "l", "été", "3", "5"]
        );
    }

    #[test]
    fn characters_are_tokens_where_words_have_no_blanks() {
        assert_eq!(
            tokens("unicode", "用AI的3个テスト。"),
            ["用", "ai", "的", "3", "个", "テ", "ス", "ト"]
        );
        assert_eq!(tokens("unicode", "ดี"), ["ด", "ี"]);
        assert_eq!(tokens("unicode", "한국어 말"), ["한국어", "말"]);
    }
}
