//! Words by which a language shows what is no sentence of a text, or leans on the one before.

use aho_corasick::{AhoCorasick, MatchKind};

use crate::chars::is_unspaced;
use crate::map::{Map, Set, set};

/// What tells furniture from text in a language: lists of words and phrases in small letters, phrases
/// parted by `|`.
#[derive(Debug)]
pub struct Signs {
    /// First words that point back to the sentence before: pronouns, "but" (words, parted by blanks).
    pub openings: &'static str,
    /// Greetings and thanks.
    pub courtesies: &'static str,
    /// What pages say about themselves, at the beginning of a line: "click here", "all rights reserved".
    pub notices: &'static str,
    /// Labels of captions: "Figure 3:", "Photo:".
    pub captions: &'static str,
    /// Words in brackets that point at a picture: "(left)"; with their commas, words between commas that do;
    /// notices of pictures that stand below.
    pub pictures: &'static str,
    /// Who is named in brackets behind the name of a paper: "(Reporter …)".
    pub reporters: &'static str,
    /// Headings of contents and lists of figures.
    pub contents: &'static str,
    /// Headings of abstracts.
    pub abstracts: &'static str,
    /// Labels of lists of keywords.
    pub keywords: &'static str,
    /// Headings of lists of references.
    pub references: &'static str,
    /// Headings of acknowledgements and the like, for readers of papers and not of this one.
    pub acknowledgements: &'static str,
}

/// No signs.
pub(super) const NONE: Signs = Signs {
    openings: "",
    courtesies: "",
    notices: "",
    captions: "",
    pictures: "",
    reporters: "",
    contents: "",
    abstracts: "",
    keywords: "",
    references: "",
    acknowledgements: "",
};

/// What a section of a document is to a reader who wants to know what the document says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Matter {
    /// The text itself.
    Body,
    /// The author's own summary.
    Abstract,
    /// A table of contents.
    Contents,
    /// A list of what else to read.
    References,
    /// Thanks, funding, interests.
    Acknowledgements,
}

/// The signs of a language, ready for use.
#[derive(Debug)]
pub(in crate::text) struct SignTables {
    openings: Set<&'static str>,
    headings: Map<&'static str, Matter>,
    captions: Set<&'static str>,
    pictures: Set<&'static str>,
    reporters: Set<&'static str>,
    keywords: Vec<&'static str>,
    /// Courtesies and notices, each also with a capital.
    phrases: Option<AhoCorasick>,
}

fn phrases(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.split('|').filter(|phrase| !phrase.is_empty())
}

/// The phrase as it begins a sentence.
fn capitalized(phrase: &str) -> String {
    let mut rest = phrase.chars();
    let first = rest.next().into_iter().flat_map(char::to_uppercase);
    first.chain(rest).collect()
}

impl SignTables {
    pub(in crate::text) fn new(signs: &Signs) -> Self {
        let mut headings = Map::default();
        for (list, matter) in [
            (signs.contents, Matter::Contents),
            (signs.abstracts, Matter::Abstract),
            (signs.references, Matter::References),
            (signs.acknowledgements, Matter::Acknowledgements),
        ] {
            headings.extend(phrases(list).map(|phrase| (phrase, matter)));
        }
        let both_ways = |list| phrases(list).flat_map(|p| [p.to_owned(), capitalized(p)]);
        let patterns = both_ways(signs.courtesies).chain(both_ways(signs.notices));
        Self {
            openings: set(signs.openings.split_ascii_whitespace()),
            headings,
            captions: set(phrases(signs.captions)),
            pictures: set(phrases(signs.pictures)),
            reporters: set(phrases(signs.reporters)),
            keywords: phrases(signs.keywords).collect(),
            phrases: AhoCorasick::builder()
                .ascii_case_insensitive(true)
                .match_kind(MatchKind::LeftmostLongest)
                .build(patterns)
                // A hundred short phrases are far from every limit of the crate.
                .ok(),
        }
    }

    /// What the section below this heading is, in small letters; `None`: nothing that is known.
    pub(in crate::text) fn matter(&self, heading: &str) -> Option<Matter> {
        self.headings.get(heading).copied()
    }

    /// Whether a sentence that begins with `word` (in small letters) points back.
    pub(in crate::text) fn opens_back(&self, word: &str) -> bool {
        self.openings.contains(word)
    }

    /// Whether a caption may begin with this label, in small letters.
    pub(in crate::text) fn is_caption(&self, label: &str) -> bool {
        self.captions.contains(label)
    }

    /// Whether this in brackets points at a picture, in small letters.
    pub(in crate::text) fn is_picture(&self, place: &str) -> bool {
        self.pictures.contains(place)
    }

    /// Whether this is a name of the trade of reporters, in small letters.
    pub(in crate::text) fn is_reporter(&self, word: &str) -> bool {
        self.reporters.contains(word)
    }

    /// Whether a text in small letters is a list of keywords with its label.
    pub(in crate::text) fn lists_keywords(&self, text: &str) -> bool {
        let behind = |label| text.strip_prefix(label).map(str::trim_start);
        let mut labelled = self.keywords.iter().filter_map(behind);
        labelled.any(|rest| rest.starts_with([':', '：', '–', '—']))
    }

    /// How long the courtesy or notice is that a short text begins with, in bytes.
    ///
    /// Where no blanks part words it may stand behind a mark of punctuation too.
    pub(in crate::text) fn courtesy_or_notice(&self, text: &str) -> Option<usize> {
        let begins = |start: usize| {
            let before = text[..start].chars().next_back();
            let is_unspaced = text[start..].starts_with(is_unspaced);
            match before {
                None => true,
                Some(c) if is_unspaced => !c.is_alphanumeric(),
                Some(_) => !text[..start].contains(char::is_alphanumeric),
            }
        };
        let mut found = self
            .phrases
            .iter()
            .flat_map(|phrases| phrases.find_iter(text));
        let phrase = found.find(|found| begins(found.start()))?;
        Some(phrase.end())
    }
}
