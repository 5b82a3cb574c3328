//! What words become, remembered: normal forms and stems cost more than looking them up.

use std::sync::PoisonError;

use super::LanguageKit;
use super::normal::{is_number, normalize};
use crate::vocabulary::Vocabulary;

/// What a word as written becomes in a language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WordForm {
    /// The stem of its normal form; `None`: no term is left of it, as of a lone `s`.
    pub stem: Option<Box<str>>,
    /// Whether it is a stopword.
    pub is_stopword: bool,
    /// Whether it is a bare number.
    pub is_number: bool,
    /// Whether its normal form is a single character.
    pub is_single: bool,
    /// Whether it is a first or second person form.
    pub is_personal: bool,
}

/// So many words of a language are remembered for each thread that reads it.
const MOST: usize = 1 << 16;

/// The word forms of one language. What is learned is handed back to the kit in the end, and serves the
/// next document.
#[derive(Debug)]
pub struct WordForms<'k> {
    kit: &'k LanguageKit,
    /// Whether words are remembered.
    remembers: bool,
    memory: Memory,
    last: WordForm,
}

/// Words that are remembered, and the form of each.
#[derive(Debug, Default)]
pub(super) struct Memory {
    words: Vocabulary,
    forms: Vec<WordForm>,
}

impl WordForm {
    /// What a word becomes.
    pub fn of(word: &str, kit: &LanguageKit) -> Self {
        let form = normalize(word, kit);
        // Elisions and possessives are taken off the normal form: "j'ai", "I'm".
        let is_personal = kit.is_personal(&form)
            || !word.eq_ignore_ascii_case(&form)
                && kit.is_personal(&word.to_lowercase().replace('\u{2019}', "'"));
        Self {
            stem: (!form.is_empty()).then(|| kit.stem(&form).into()),
            is_stopword: kit.is_stopword(&form),
            is_number: is_number(&form),
            is_single: form.chars().nth(1).is_none(),
            is_personal,
        }
    }
}

impl<'k> WordForms<'k> {
    /// The word forms of a language, with what documents before have taught.
    pub fn new(kit: &'k LanguageKit) -> Self {
        let mut memories = kit.memories.lock().unwrap_or_else(PoisonError::into_inner);
        Self {
            kit,
            memory: memories.pop().unwrap_or_default(),
            remembers: true,
            last: WordForm::default(),
        }
    }

    /// The word forms for a large document, of which each distinct word is asked for once: nothing is
    /// remembered.
    pub fn of_large(kit: &'k LanguageKit) -> Self {
        Self {
            kit,
            memory: Memory::default(),
            remembers: false,
            last: WordForm::default(),
        }
    }

    /// The language.
    pub fn kit(&self) -> &'k LanguageKit {
        self.kit
    }

    /// What a word becomes.
    pub fn get(&mut self, word: &str) -> &WordForm {
        let Memory { words, forms } = &mut self.memory;
        let id = match self.remembers && forms.len() < MOST {
            true => Some(words.intern(word)),
            false => words.find(word),
        };
        match id.map(|id| id as usize) {
            Some(id) if id < forms.len() => &forms[id],
            Some(id) => {
                forms.push(WordForm::of(word, self.kit));
                &forms[id]
            }
            None => {
                self.last = WordForm::of(word, self.kit);
                &self.last
            }
        }
    }
}

impl Drop for WordForms<'_> {
    fn drop(&mut self) {
        // What a panic has left half done is forgotten.
        if !self.remembers || std::thread::panicking() {
            return;
        }
        let memory = std::mem::take(&mut self.memory);
        let memories = self.kit.memories.lock();
        memories
            .unwrap_or_else(PoisonError::into_inner)
            .push(memory);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Language, TextOptions};

    #[test]
    fn what_is_remembered_is_what_would_be_found() {
        let kit = LanguageKit::new(Language::english(), &TextOptions::default());
        for _ in 0..3 {
            let mut forms = WordForms::new(&kit);
            for word in ["Barriers", "barriers", "I", "s", "3.5", "the", "Barriers"] {
                assert_eq!(*forms.get(word), WordForm::of(word, &kit));
            }
            for i in 0..2 * MOST {
                let word = format!("Words{i}s");
                let stem = forms.get(&word).stem.clone();
                assert_eq!(stem, WordForm::of(&word, &kit).stem);
            }
            assert_eq!(forms.memory.forms.len(), MOST);
        }
        assert_eq!(kit.memories.lock().unwrap().len(), 1);
    }
}
