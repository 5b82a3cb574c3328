//! Words by which a language shows what is no sentence of a text, or leans on the one before.

use std::borrow::Cow;
use std::cmp::Reverse;

use crate::chars::is_unspaced;
use crate::map::{Map, Set, set};

/// What tells furniture from text in a language: lists of words and phrases in small letters, phrases
/// parted by `|`.
#[derive(Debug)]
pub struct Signs {
    /// First words that point back to the sentence before: pronouns, "but" (words, parted by blanks).
    pub openings: &'static str,
    /// Words that join clauses, before which speech without marks is cut (parted by blanks).
    pub joints: &'static str,
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
    /// Headings of acknowledgements and the like, for readers of papers and not of this one. "about *" is the
    /// heading of what a sender says of itself at the end of what it sends: "About Moorton Harbour".
    pub acknowledgements: &'static str,
}

/// No signs.
pub(super) const NONE: Signs = Signs {
    openings: "",
    joints: "",
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
    joints: Set<&'static str>,
    headings: Map<&'static str, Matter>,
    captions: Set<&'static str>,
    pictures: Set<&'static str>,
    reporters: Set<&'static str>,
    keywords: Vec<&'static str>,
    /// What the headings begin with behind which a sender is named.
    abouts: Vec<&'static str>,
    /// Courtesies and notices.
    phrases: Phrases,
}

/// Phrases to be found in texts, in letters of either case if these are ASCII.
#[derive(Debug)]
struct Phrases {
    /// By their first bytes; of those that begin alike the longer stand first.
    sorted: Vec<Cow<'static, str>>,
    /// Whether any is of a script without blanks.
    has_unspaced: bool,
}

fn phrases(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.split('|').filter(|phrase| !phrase.is_empty())
}

/// The phrase as it begins a sentence, if that is not the same but for the case of ASCII.
fn capitalized(phrase: &str) -> Option<String> {
    let mut rest = phrase.chars();
    let first = rest.next().filter(|first| !first.is_ascii())?;
    Some(first.to_uppercase().chain(rest).collect())
}

impl Phrases {
    fn new(phrases: impl Iterator<Item = &'static str>) -> Self {
        let both = |phrase| {
            [
                Some(Cow::Borrowed(phrase)),
                capitalized(phrase).map(Cow::Owned),
            ]
        };
        let mut sorted: Vec<Cow<str>> = phrases.flat_map(both).flatten().collect();
        sorted.sort_by_key(|phrase| (first_byte(phrase), Reverse(phrase.len())));
        Self {
            has_unspaced: sorted.iter().any(|phrase| phrase.starts_with(is_unspaced)),
            sorted,
        }
    }

    /// The length of the longest phrase that a text begins with.
    fn longest_at_start(&self, text: &str) -> Option<usize> {
        let first = first_byte(text);
        let start = self
            .sorted
            .partition_point(|phrase| first_byte(phrase) < first);
        let alike = self.sorted[start..]
            .iter()
            .take_while(|phrase| first_byte(phrase) == first);
        let is_there = |phrase: &&Cow<str>| {
            let head = text.as_bytes().get(..phrase.len());
            head.is_some_and(|head| head.eq_ignore_ascii_case(phrase.as_bytes()))
        };
        alike.into_iter().find(is_there).map(|phrase| phrase.len())
    }
}

/// The first byte of a text, in small letters.
fn first_byte(text: &str) -> Option<u8> {
    text.as_bytes().first().map(u8::to_ascii_lowercase)
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
        Self {
            openings: set(signs.openings.split_ascii_whitespace()),
            joints: set(signs.joints.split_ascii_whitespace()),
            headings,
            captions: set(phrases(signs.captions)),
            pictures: set(phrases(signs.pictures)),
            reporters: set(phrases(signs.reporters)),
            keywords: phrases(signs.keywords).collect(),
            abouts: phrases(signs.acknowledgements)
                .filter_map(|phrase| phrase.strip_suffix('*'))
                .collect(),
            phrases: Phrases::new(phrases(signs.courtesies).chain(phrases(signs.notices))),
        }
    }

    /// What the section below this heading is, in small letters; `None`: nothing that is known.
    pub(in crate::text) fn matter(&self, heading: &str) -> Option<Matter> {
        self.headings.get(heading).copied()
    }

    /// Who tells of itself below this heading, in small letters: "about moorton harbour".
    pub(in crate::text) fn sender<'h>(&self, heading: &'h str) -> Option<&'h str> {
        let mut named = self.abouts.iter();
        named.find_map(|about| heading.strip_prefix(about))
    }

    /// Whether a sentence that begins with `word` (in small letters) points back.
    pub(in crate::text) fn opens_back(&self, word: &str) -> bool {
        self.openings.contains(word)
    }

    /// Whether this is a courtesy or notice and nothing else.
    pub(in crate::text) fn is_notice(&self, text: &str) -> bool {
        self.phrases.longest_at_start(text) == Some(text.len())
    }

    /// Whether this word, as it stands in the middle of a text, joins clauses.
    pub(in crate::text) fn joins(&self, word: &str) -> bool {
        self.joints.contains(word)
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
        let (mut start, mut before, mut is_behind_word) = (0, None, false);
        while let Some(c) = text[start..].chars().next() {
            if is_behind_word && !self.phrases.has_unspaced {
                return None;
            }
            let phrase = self.phrases.longest_at_start(&text[start..]);
            let is_kept_off = match before {
                Some(before) if is_unspaced(c) => char::is_alphanumeric(before),
                _ => is_behind_word,
            };
            let end = start + phrase.unwrap_or(c.len_utf8());
            if phrase.is_some() && !is_kept_off {
                return Some(end);
            }
            // What stands inside a phrase begins none.
            let passed = &text[start..end];
            is_behind_word |= passed.contains(char::is_alphanumeric);
            (start, before) = (end, passed.chars().next_back());
        }
        None
    }
}
