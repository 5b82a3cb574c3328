//! Terms × documents: how often each term stands in each document.

use super::{Form, TermCounts, TermId, Vocabulary};
use crate::map::Map;
use crate::text::{LanguageKit, WordForm, tokens};

/// The counts of a set of documents, document by document: a sparse matrix, 12 bytes for each term of a
/// document.
///
/// ```
/// use epitome::terms::{Corpus, TermCounts};
/// use epitome::text::{Language, LanguageKit, TextOptions};
///
/// let kit = LanguageKit::new(Language::english(), &TextOptions::default());
/// let mut corpus = Corpus::default();
/// for (name, text) in [("a", "The barrier rose."), ("b", "Barriers! All barriers fell.")] {
///     let document = epitome::source::format::plain(name, text);
///     corpus.add(name, TermCounts::of(&document, &kit));
/// }
/// let barrier = corpus.find("barrier").unwrap();
/// assert_eq!(corpus.shown(barrier), "barrier");
/// assert!(corpus.cells(1).any(|(term, count)| term == barrier && count == 2));
/// ```
#[derive(Clone, Debug, Default)]
pub struct Corpus {
    terms: Vocabulary,
    /// The surface forms of each term.
    forms: Vec<Vec<Form>>,
    documents: Vec<CorpusDocument>,
    cell_terms: Vec<TermId>,
    cell_counts: Vec<u64>,
}

/// A document of a [`Corpus`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CorpusDocument {
    /// Its name.
    pub name: String,
    /// Its tokens, with those that are no terms.
    pub tokens: u64,
    /// Where its cells end; they begin where those of the document before end.
    end: usize,
}

impl Corpus {
    /// Adds a document, and hands out its number: dense, from 0.
    pub fn add(&mut self, name: impl Into<String>, counts: TermCounts) -> usize {
        let tokens = counts.tokens;
        let (terms, rows) = counts.into_rows();
        let ids = self.terms.intern_all(&terms);
        self.forms.resize_with(self.terms.len(), Vec::new);
        let mut cells = Vec::with_capacity(rows.len());
        for (&id, row) in ids.iter().zip(rows) {
            cells.push((id, row.count));
            if self.forms[id as usize].is_empty() {
                self.forms[id as usize] = row.forms;
            } else {
                self.add_forms(id, row.forms);
            }
        }
        self.add_cells(name.into(), tokens, cells)
    }

    fn add_forms(&mut self, id: TermId, forms: impl IntoIterator<Item = Form>) {
        forms
            .into_iter()
            .for_each(|form| self.add_form(id, &form.form, form.count));
    }

    /// Adds a document of terms that are known already.
    pub(super) fn add_cells(
        &mut self,
        name: String,
        tokens: u64,
        cells: impl IntoIterator<Item = (TermId, u64)>,
    ) -> usize {
        for (term, count) in cells {
            self.cell_terms.push(term);
            self.cell_counts.push(count);
        }
        let end = self.cell_terms.len();
        self.documents.push(CorpusDocument { name, tokens, end });
        self.documents.len() - 1
    }

    /// Adds occurrences of forms of a term, outside of any document.
    pub(super) fn add_term(&mut self, term: &str, forms: impl IntoIterator<Item = Form>) -> TermId {
        let id = self.intern(term);
        self.add_forms(id, forms);
        id
    }

    fn intern(&mut self, term: &str) -> TermId {
        let id = self.terms.intern(term);
        if id as usize == self.forms.len() {
            self.forms.push(Vec::new());
        }
        id
    }

    fn add_form(&mut self, id: TermId, form: &str, count: u64) {
        let forms = &mut self.forms[id as usize];
        match forms.iter_mut().find(|known| known.form == form) {
            Some(known) => known.count += count,
            None => forms.push(Form {
                form: form.to_owned(),
                count,
            }),
        }
    }

    /// The documents, in the order in which they were added.
    pub fn documents(&self) -> &[CorpusDocument] {
        &self.documents
    }

    /// The terms of a document and their counts.
    pub fn cells(&self, document: usize) -> impl Iterator<Item = (TermId, u64)> {
        let start = match document {
            0 => 0,
            _ => self.documents[document - 1].end,
        };
        let range = start..self.documents[document].end;
        let counts = self.cell_counts[range.clone()].iter();
        self.cell_terms[range].iter().copied().zip(counts.copied())
    }

    /// How many distinct terms there are.
    pub fn len(&self) -> usize {
        self.forms.len()
    }

    /// Whether there is no term.
    pub fn is_empty(&self) -> bool {
        self.forms.is_empty()
    }

    /// The number of a term.
    pub fn find(&self, term: &str) -> Option<TermId> {
        self.terms.find(term)
    }

    /// The term with this number.
    pub fn term(&self, term: TermId) -> &str {
        self.terms.get(term)
    }

    /// The surface forms of a term.
    pub fn forms(&self, term: TermId) -> &[Form] {
        &self.forms[term as usize]
    }

    /// The commonest form of a term; of equals the shortest, then one in small letters.
    ///
    /// No matter in which order the documents were added.
    pub fn shown(&self, term: TermId) -> &str {
        let forms = self.forms(term).iter();
        let best = forms.max_by(|a, b| {
            let by_count = a.count.cmp(&b.count);
            let by_length = b.form.len().cmp(&a.form.len());
            by_count.then(by_length).then_with(|| a.form.cmp(&b.form))
        });
        best.map_or("", |form| form.form.as_str())
    }

    /// The terms that are written like one of `words`, capitals aside, or else have its stem in one of these
    /// languages; a word or phrase that no document has becomes a term without occurrences.
    pub fn named(&mut self, words: &[String], kits: &[&LanguageKit]) -> Vec<TermId> {
        let mut wanted: Map<String, Vec<TermId>> = Map::default();
        for word in words {
            wanted.insert(word.to_lowercase(), Vec::new());
        }
        for (id, forms) in self.forms.iter().enumerate() {
            for form in forms {
                if let Some(ids) = wanted.get_mut(&form.form.to_lowercase()) {
                    ids.push(id as TermId);
                }
            }
        }
        let mut found = Vec::new();
        for word in words {
            match wanted.get(&word.to_lowercase()) {
                Some(ids) if !ids.is_empty() => found.extend(ids),
                _ => found.extend(self.stemmed(word, kits)),
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The terms with the stems of a word or a phrase; if there is none, a new one.
    fn stemmed(&mut self, word: &str, kits: &[&LanguageKit]) -> Vec<TermId> {
        let stem = |kit| {
            let stems = tokens(word).map(|token| WordForm::of(token.surface, kit).stem);
            let stems: Vec<Box<str>> = stems.collect::<Option<_>>()?;
            self.find(&stems.join(" "))
        };
        let found: Vec<TermId> = kits.iter().filter_map(|kit| stem(kit)).collect();
        if !found.is_empty() {
            return found;
        }
        let id = self.intern(word);
        self.add_form(id, word, 0);
        vec![id]
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::source::format::plain;
    use crate::text::{Language, LanguageKit, TextOptions};

    fn corpus(texts: &[&str]) -> Corpus {
        let kit = LanguageKit::new(Language::english(), &TextOptions::default());
        let mut corpus = Corpus::default();
        for text in texts {
            corpus.add("d", TermCounts::of(&plain("d", *text), &kit));
        }
        corpus
    }

    #[test]
    fn of_equally_common_forms_the_shortest_in_small_letters_is_shown() {
        for texts in [["Links link", "Link links"], ["Link links", "Links link"]] {
            let corpus = corpus(&texts);
            assert_eq!(corpus.shown(corpus.find("link").unwrap()), "link");
        }
    }

    #[test]
    fn terms_are_named_by_their_forms() {
        let mut corpus = corpus(&["Barriers rose.", "The barrier fell."]);
        let words = [
            "BARRIERS".to_owned(),
            "heron".to_owned(),
            "barrier".to_owned(),
        ];
        let found = corpus.named(&words, &[]);
        let shown: Vec<&str> = found.iter().map(|&term| corpus.shown(term)).collect();
        assert_eq!(shown, ["barrier", "heron"]);
    }

    proptest! {
        #[test]
        fn cells_are_the_counts_of_each_document(texts in prop::collection::vec("[a-e ]{0,30}", 1..8)) {
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            let corpus = corpus(&texts);
            let kit = LanguageKit::new(Language::english(), &TextOptions::default());
            for (document, text) in texts.iter().enumerate() {
                let counts = TermCounts::of(&plain("d", *text), &kit);
                prop_assert_eq!(corpus.documents()[document].tokens, counts.tokens);
                let cells: Vec<(String, u64)> = corpus
                    .cells(document)
                    .map(|(term, count)| (corpus.term(term).to_owned(), count))
                    .collect();
                let rows: Vec<(String, u64)> =
                    counts.iter().map(|(term, row)| (term.to_owned(), row.count)).collect();
                prop_assert_eq!(cells, rows);
            }
        }
    }
}
