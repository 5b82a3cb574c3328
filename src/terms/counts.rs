//! Counts of terms over documents, mergeable.

use std::borrow::Cow;

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Tally, TermId, Vocabulary};
use crate::document::Document;
use crate::text::{LanguageKit, shown};

/// A way a term is written, and how often.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Form {
    /// The surface form.
    pub form: String,
    /// Its occurrences.
    pub count: u64,
}

/// The counts of one term.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TermRow {
    /// Occurrences.
    pub count: u64,
    /// Documents that have it.
    pub documents: u64,
    /// Its surface forms, in the order of first appearance.
    pub forms: Vec<Form>,
}

impl TermRow {
    /// The commonest form; of equals the first seen.
    pub fn shown(&self) -> &str {
        let mut best: Option<&Form> = None;
        for form in &self.forms {
            if best.is_none_or(|best| form.count > best.count) {
                best = Some(form);
            }
        }
        best.map_or("", |form| form.form.as_str())
    }

    /// Adds occurrences of a form, without counting a document.
    pub fn add(&mut self, form: &str, count: u64) {
        self.count += count;
        match self.forms.iter_mut().find(|known| known.form == form) {
            Some(known) => known.count += count,
            None => self.forms.push(Form {
                form: form.to_owned(),
                count,
            }),
        }
    }

    fn merge(&mut self, other: &Self) {
        for form in &other.forms {
            self.add(&form.form, form.count);
        }
        self.documents += other.documents;
    }
}

/// Counts of the terms of one document or of many. Merging is associative, and commutative but for
/// which of equally common forms is shown.
///
/// ```
/// use epitome::terms::TermCounts;
/// use epitome::text::{Language, LanguageKit, TextOptions};
///
/// let kit = LanguageKit::new(Language::english(), &TextOptions::default());
/// let mut counts = TermCounts::default();
/// for text in ["The barrier rose.", "Barriers! All barriers fell."] {
///     let document = epitome::source::format::plain("notes", text);
///     counts.merge(&TermCounts::of(&document, &kit));
/// }
/// let barrier = counts.row(counts.find("barrier").unwrap());
/// assert_eq!((barrier.count, barrier.documents, barrier.shown()), (3, 2, "barrier"));
/// assert_eq!(counts.tokens, 7);
/// ```
#[derive(Clone, Debug, Default)]
pub struct TermCounts {
    /// Tokens in all, with those that are no terms.
    pub tokens: u64,
    /// Documents in all.
    pub documents: u64,
    terms: Vocabulary,
    rows: Vec<TermRow>,
}

impl TermCounts {
    /// The counts of a document: single words that can be keywords (no stopwords, bare numbers or
    /// single letters), grouped by stem.
    pub fn of(document: &Document, kit: &LanguageKit) -> Self {
        if document.other_languages().is_empty() {
            return Self::of_tally(&Tally::of(document), kit);
        }
        let mut counts = Self::of_one(0);
        for kit in kit.of_blocks(document) {
            counts.add_tally(&Tally::of_language(document, kit), kit);
        }
        counts
    }

    /// The counts of a document whose tokens are counted.
    pub fn of_tally(tally: &Tally, kit: &LanguageKit) -> Self {
        let mut counts = Self::of_one(0);
        counts.add_tally(tally, kit);
        counts
    }

    /// Adds tokens of the one document that is counted.
    fn add_tally(&mut self, tally: &Tally, kit: &LanguageKit) {
        self.tokens += tally.tokens;
        let (terms, stems) = tally.keyword_terms(kit);
        for ((word, row), term) in tally.iter().zip(terms) {
            if let Some(term) = term {
                self.add_form(stems.get(term), shown(word, kit), u64::from(row.count));
            }
        }
    }

    /// No terms yet, of one document with so many tokens.
    pub(super) fn of_one(tokens: u64) -> Self {
        Self {
            tokens,
            documents: 1,
            ..Self::default()
        }
    }

    fn row_of(&mut self, term: &str) -> TermId {
        let id = self.terms.intern(term);
        if id as usize == self.rows.len() {
            self.rows.push(TermRow::default());
        }
        id
    }

    /// Adds occurrences of a term in the one document that is counted.
    pub(super) fn add_form(&mut self, term: &str, form: &str, count: u64) {
        let id = self.row_of(term) as usize;
        self.rows[id].add(form, count);
        self.rows[id].documents = 1;
    }

    /// Adds a term of one more document, and hands out its number.
    pub fn add(&mut self, term: &str, row: &TermRow) -> TermId {
        let id = self.row_of(term);
        self.rows[id as usize].merge(row);
        id
    }

    /// Adds all counts of `other`.
    pub fn merge(&mut self, other: &Self) {
        self.tokens += other.tokens;
        self.documents += other.documents;
        for (term, row) in other.iter() {
            self.add(term, row);
        }
    }

    /// The number of a term.
    pub fn find(&self, term: &str) -> Option<TermId> {
        self.terms.find(term)
    }

    /// The counts of the term with this number.
    pub fn row(&self, term: TermId) -> &TermRow {
        &self.rows[term as usize]
    }

    /// The term with this number.
    pub fn term(&self, term: TermId) -> &str {
        self.terms.get(term)
    }

    /// All terms and their counts, in the order of first appearance.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &TermRow)> {
        self.rows
            .iter()
            .enumerate()
            .map(|(id, row)| (self.terms.get(id as TermId), row))
    }

    /// All terms and their counts, in the order of first appearance.
    pub(super) fn into_rows(self) -> (Vocabulary, Vec<TermRow>) {
        (self.terms, self.rows)
    }

    /// How many distinct terms there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is no term.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

/// Counts as they are serialized.
#[derive(Serialize, Deserialize)]
#[serde(rename = "TermCounts")]
struct Listed<'c> {
    tokens: u64,
    documents: u64,
    /// In the order of first appearance.
    #[serde(borrow)]
    terms: Vec<ListedTerm<'c>>,
}

#[derive(Serialize, Deserialize)]
struct ListedTerm<'c> {
    #[serde(borrow)]
    term: Cow<'c, str>,
    row: Cow<'c, TermRow>,
}

impl Serialize for TermCounts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let listed = |(term, row)| ListedTerm {
            term: Cow::Borrowed(term),
            row: Cow::Borrowed(row),
        };
        let listed = Listed {
            tokens: self.tokens,
            documents: self.documents,
            terms: self.iter().map(listed).collect(),
        };
        listed.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for TermCounts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let listed = Listed::deserialize(deserializer)?;
        let mut counts = Self {
            tokens: listed.tokens,
            documents: listed.documents,
            terms: Vocabulary::with_room(listed.terms.len()),
            rows: Vec::with_capacity(listed.terms.len()),
        };
        for (place, ListedTerm { term, row }) in listed.terms.into_iter().enumerate() {
            if counts.terms.intern(&term) as usize != place {
                return Err(D::Error::custom(format_args!("the term {term} twice")));
            }
            counts.rows.push(row.into_owned());
        }
        Ok(counts)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::source::format::plain;
    use crate::text::{Language, TextOptions};

    fn counts(text: &str) -> TermCounts {
        let kit = LanguageKit::new(Language::english(), &TextOptions::default());
        TermCounts::of(&plain("d", text), &kit)
    }

    fn listed(counts: &TermCounts) -> Vec<(String, u64, u64)> {
        let mut rows: Vec<_> = counts
            .iter()
            .map(|(term, row)| (term.to_owned(), row.count, row.documents))
            .collect();
        rows.sort_unstable();
        rows
    }

    #[test]
    fn the_commonest_form_is_shown_and_of_equals_the_first() {
        let counts =
            counts("Links link linked. Linked links. The EU’s 5G, C++ and the party ’s 12 links.");
        let row = |term: &str| counts.row(counts.find(term).unwrap());
        assert_eq!((row("link").count, row("link").shown()), (6, "links"));
        assert_eq!((row("eu").count, row("eu").shown()), (1, "EU"));
        assert_eq!(row("5g").shown(), "5G");
        assert_eq!(row("c++").shown(), "C++");
        assert_eq!(counts.find("12"), None);
        assert_eq!(counts.find("s"), None);
        assert_eq!(counts.find("the"), None);
    }

    #[test]
    fn no_term_is_taken_twice() {
        let one = r#"{"term":"a","row":{"count":1,"documents":1,"forms":[]}}"#;
        let counts = format!(r#"{{"tokens":2,"documents":1,"terms":[{one},{one}]}}"#);
        let error = serde_json::from_str::<TermCounts>(&counts).unwrap_err();
        assert!(error.to_string().contains("the term a twice"), "{error}");
    }

    proptest! {
        #[test]
        fn counts_come_back_as_they_were(text in "([a-zé]{1,9}[ .\n])*") {
            let counts = counts(&text);
            let bytes = serde_json::to_vec(&counts).unwrap();
            let back: TermCounts = serde_json::from_slice(&bytes).unwrap();
            prop_assert_eq!(back.tokens, counts.tokens);
            prop_assert_eq!(back.documents, counts.documents);
            let rows: Vec<_> = counts.iter().collect();
            prop_assert_eq!(back.iter().collect::<Vec<_>>(), rows);
        }

        #[test]
        fn merging_equals_counting_in_one_go(texts in prop::collection::vec("[a-e ]{1,30}", 1..8)) {
            let mut merged = TermCounts::default();
            for text in &texts {
                merged.merge(&counts(text));
            }
            let mut right = TermCounts::default();
            for text in texts.iter().rev() {
                right.merge(&counts(text));
            }
            prop_assert_eq!(listed(&merged), listed(&right));
            let whole = counts(&texts.join("\n\n"));
            prop_assert_eq!(merged.tokens, whole.tokens);
            for (term, row) in merged.iter() {
                prop_assert_eq!(row.count, whole.row(whole.find(term).unwrap()).count);
                let with = texts.iter().filter(|text| counts(text).find(term).is_some()).count();
                prop_assert_eq!(row.documents, with as u64);
            }
        }
    }
}
