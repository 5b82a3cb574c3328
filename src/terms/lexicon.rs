//! From words as written to terms, each distinct word once.

use super::{TermId, Vocabulary};
use crate::text::{WordForm, WordForms};

/// What is known of a distinct word as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TermEntry {
    /// Its term: words with one stem share one. `None`: no term, as a lone `s`.
    pub term: Option<TermId>,
    /// Whether it is a stopword.
    pub is_stopword: bool,
    /// Whether it is a bare number.
    pub is_number: bool,
    /// Whether its normal form is a single character.
    pub is_single: bool,
    /// Whether it is a first or second person form.
    pub is_personal: bool,
}

/// The distinct words of a text in one language, and their terms in a vocabulary that several
/// lexicons may share. Folding, stemming and look-ups in lists happen once a distinct word.
#[derive(Debug, Default)]
pub struct Lexicon {
    words: Vocabulary,
    entries: Vec<TermEntry>,
}

impl Lexicon {
    /// A lexicon with room for so many words.
    pub fn with_room(words: usize) -> Self {
        Self {
            words: Vocabulary::with_room(words),
            entries: Vec::with_capacity(words),
        }
    }

    /// What is known of a word as written; its term is interned in `terms`.
    pub fn look_up(
        &mut self,
        word: &str,
        forms: &mut WordForms,
        terms: &mut Vocabulary,
    ) -> TermEntry {
        self.look_up_part(word, 0, word.len(), forms, terms)
    }

    /// The same for the part `start..end` of a text.
    #[inline]
    pub fn look_up_part(
        &mut self,
        text: &str,
        start: usize,
        end: usize,
        forms: &mut WordForms,
        terms: &mut Vocabulary,
    ) -> TermEntry {
        let id = self.words.intern_part(text, start, end);
        if id as usize == self.entries.len() {
            let form = forms.get(&text[start..end]);
            self.entries.push(TermEntry::of(form, terms));
        }
        self.entries[id as usize]
    }
}

impl TermEntry {
    /// What is known of a word of this form; its term is interned in `terms`.
    pub fn of(form: &WordForm, terms: &mut Vocabulary) -> Self {
        Self {
            term: form.stem.as_deref().map(|stem| terms.intern(stem)),
            is_stopword: form.is_stopword,
            is_number: form.is_number,
            is_single: form.is_single,
            is_personal: form.is_personal,
        }
    }

    /// The term, if it can be (part of) a keyword: no stopword, bare number or single letter.
    pub fn keyword_term(&self) -> Option<TermId> {
        self.term
            .filter(|_| !self.is_stopword && !self.is_number && !self.is_single)
    }
}
