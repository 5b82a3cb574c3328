//! What is looked for: words, phrases, beginnings of words.

use thiserror::Error;

use crate::chars::is_unspaced;
use crate::text::tokens;

/// How the words of a query are matched.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Matching {
    /// As they are written, and not by stem.
    pub exact: bool,
    /// Letters in the same case only.
    pub case_sensitive: bool,
}

/// Terms that are looked for together.
///
/// A term is a word or a phrase. A phrase is found where its words follow each other in a sentence with
/// nothing but blanks between them; where the query has punctuation between two words, anything or nothing may
/// stand there. `barrier*` is any word that begins so, and a lone `*` inside a phrase is any word.
///
/// Chinese, Japanese and Thai are matched by the words of the dictionary, and with [`Matching::exact`]
/// character by character.
///
/// ```
/// use epitome::context::{Matching, Query};
/// assert!(Query::new(["flood barrier", "gate*"], Matching::default()).is_ok());
/// let error = Query::new(["bar*er"], Matching::default()).unwrap_err();
/// assert_eq!(error.to_string(), "'bar*er': a * stands behind the beginning of a word, or for a word");
/// ```
#[derive(Clone, Debug)]
pub struct Query {
    pub(super) terms: Vec<Term>,
    pub(super) matching: Matching,
}

/// What is looked for as one.
#[derive(Clone, Debug)]
pub(super) struct Term {
    /// As it was given.
    pub text: String,
    pub shape: Shape,
}

#[derive(Clone, Debug)]
pub(super) enum Shape {
    /// Words that follow each other.
    Words(Vec<QueryWord>),
    /// Characters of scripts without blanks, whatever the words are; line breaks may part them.
    Characters(Vec<char>),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct QueryWord {
    pub text: String,
    pub extent: Extent,
    /// Whether anything may stand between it and the word before it.
    pub is_set_off: bool,
}

/// How much of a word a query gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Extent {
    Whole,
    Beginning,
    /// Nothing: any word will do.
    Nothing,
}

/// Why a term can't be looked for.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum QueryError {
    /// There is no letter or digit in it.
    #[error("'{0}': there is no word in it")]
    NoWord(String),
    /// A wildcard stands where none can.
    #[error("'{0}': a * stands behind the beginning of a word, or for a word")]
    Wildcard(String),
}

impl Query {
    /// A query for each of these terms.
    ///
    /// # Errors
    /// A term without a word, or with a `*` before or inside a word.
    pub fn new<T: AsRef<str>>(
        terms: impl IntoIterator<Item = T>,
        matching: Matching,
    ) -> Result<Self, QueryError> {
        let mut known: Vec<Term> = Vec::new();
        for text in terms {
            let text = text.as_ref().trim();
            let words = words(text)?;
            if known.iter().all(|term| term.text != text) {
                known.push(Term {
                    text: text.to_owned(),
                    shape: shape(text, words, matching),
                });
            }
        }
        Ok(Self {
            terms: known,
            matching,
        })
    }

    /// The terms, each once, in the order in which they were given.
    pub fn terms(&self) -> impl Iterator<Item = &str> {
        self.terms.iter().map(|term| &*term.text)
    }

    /// Whether only sentences tell where some terms stand: those that are more than a word.
    pub(super) fn needs_sentences(&self) -> bool {
        let is_long = |term: &Term| !matches!(&term.shape, Shape::Words(words) if words.len() == 1);
        self.terms.iter().any(is_long)
    }
}

fn shape(text: &str, words: Vec<QueryWord>, matching: Matching) -> Shape {
    let is_whole = |word: &QueryWord| word.extent == Extent::Whole;
    if matching.exact && text.contains(is_unspaced) && words.iter().all(is_whole) {
        return Shape::Characters(text.chars().filter(|c| !c.is_whitespace()).collect());
    }
    Shape::Words(words)
}

/// The words of a term.
fn words(term: &str) -> Result<Vec<QueryWord>, QueryError> {
    let wrong = || QueryError::Wildcard(term.to_owned());
    let (mut words, mut end) = (Vec::new(), 0);
    for token in tokens(term) {
        let gap = &term[end..token.start];
        let is_set_off = read_gap(gap, &mut words).ok_or_else(wrong)?;
        if gap.ends_with('*') {
            return Err(wrong());
        }
        words.push(QueryWord {
            text: token.surface.to_owned(),
            extent: Extent::Whole,
            is_set_off,
        });
        end = token.start + token.surface.len();
    }
    if words.iter().all(|word| word.extent == Extent::Nothing) {
        return Err(QueryError::NoWord(term.to_owned()));
    }
    read_gap(&term[end..], &mut words).ok_or_else(wrong)?;
    Ok(words)
}

/// Reads what stands between two words: a `*` that belongs to the word before it, and those that stand for
/// words. Tells whether the next word is set off by punctuation; `None`: a `*` is out of place.
fn read_gap(gap: &str, words: &mut Vec<QueryWord>) -> Option<bool> {
    let mut rest = gap;
    if let Some(last) = words.last_mut()
        && let Some(behind) = gap.strip_prefix('*')
    {
        last.extent = Extent::Beginning;
        rest = behind;
        if rest.starts_with('*') {
            return None;
        }
    }
    let mut is_set_off = false;
    for piece in rest.split_whitespace() {
        if piece == "*" {
            words.push(QueryWord {
                text: String::new(),
                extent: Extent::Nothing,
                is_set_off: std::mem::take(&mut is_set_off),
            });
        } else if piece.contains('*') {
            return None;
        } else {
            is_set_off = true;
        }
    }
    Some(is_set_off)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(term: &str) -> Vec<(String, Extent, bool)> {
        let row = |word: QueryWord| (word.text, word.extent, word.is_set_off);
        words(term).unwrap().into_iter().map(row).collect()
    }

    #[test]
    fn terms_are_words_beginnings_and_gaps() {
        use Extent::{Beginning, Nothing, Whole};
        let row = |text: &str, extent, is_set_off| (text.to_owned(), extent, is_set_off);
        assert_eq!(read("C++*"), [row("C++", Beginning, false)]);
        assert_eq!(
            read("flood * barrier*"),
            [
                row("flood", Whole, false),
                row("", Nothing, false),
                row("barrier", Beginning, false)
            ]
        );
        assert_eq!(
            read("Dr. Ames and/or *"),
            [
                row("Dr", Whole, false),
                row("Ames", Whole, true),
                row("and", Whole, false),
                row("or", Whole, true),
                row("", Nothing, false)
            ]
        );
    }

    #[test]
    fn what_has_no_word_or_a_star_out_of_place_is_refused() {
        let error = |term: &str| Query::new([term], Matching::default()).unwrap_err();
        for term in ["", "  ", "?!", "*", "* *"] {
            assert_eq!(error(term), QueryError::NoWord(term.trim().to_owned()));
        }
        for term in ["bar*er", "*er", "bar**", "*barrier*", "a b*-c*d", "a (*) b"] {
            assert_eq!(error(term), QueryError::Wildcard(term.to_owned()), "{term}");
        }
    }

    #[test]
    fn terms_are_kept_once() {
        let query = Query::new(["gate", " gate", "tide"], Matching::default()).unwrap();
        assert_eq!(query.terms().collect::<Vec<_>>(), ["gate", "tide"]);
        assert!(!query.needs_sentences());
    }
}
