//! Which words of a language a query wants.

use super::query::{Extent, Query, QueryWord, Shape};
use crate::map::Map;
use crate::text::{LanguageKit, WordForm, WordForms, WordSpan, folded, shown};
use crate::vocabulary::Vocabulary;

/// So many distinct words of a text are remembered.
const MOST: usize = 1 << 16;

/// The place of a word in a query.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Role {
    pub term: u32,
    pub position: u32,
}

/// What is known of a word as written.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Face {
    /// The number of the roles that it can take; 0: none.
    pub class: u32,
    /// Where it begins behind an elision.
    pub offset: u32,
    /// How long it is without elision and possessive.
    pub length: u32,
}

/// Tells words that are wanted from others.
pub(super) struct Matcher<'k> {
    case_sensitive: bool,
    wanted: Vec<(Role, Wanted)>,
    forms: WordForms<'k>,
    words: Vocabulary,
    faces: Vec<Face>,
    /// The roles of each class, rising; the first has none.
    classes: Vec<Vec<Role>>,
    numbers: Map<Vec<Role>, u32>,
}

/// What a word has to have to be wanted.
enum Wanted {
    /// This stem, and letters in the case of this word where that matters.
    Stem(Box<str>, String),
    /// This form.
    Form(String),
    /// This beginning.
    Beginning(String),
}

impl<'k> Matcher<'k> {
    pub fn new(query: &Query, kit: &'k LanguageKit) -> Self {
        let case_sensitive = query.matching.case_sensitive;
        let mut wanted = Vec::new();
        for (term, entry) in (0..).zip(&query.terms) {
            let Shape::Words(words) = &entry.shape else {
                continue;
            };
            let words = (0..).zip(words);
            for (position, word) in words.filter(|(_, word)| word.extent != Extent::Nothing) {
                let form = want(word, query.matching.exact, case_sensitive, kit);
                wanted.push((Role { term, position }, form));
            }
        }
        Self {
            case_sensitive,
            wanted,
            forms: WordForms::new(kit),
            words: Vocabulary::default(),
            faces: Vec::new(),
            classes: vec![Vec::new()],
            numbers: Map::default(),
        }
    }

    /// What is known of the token `start..end` of a text.
    #[inline]
    pub fn look_up(&mut self, text: &str, (start, end): WordSpan) -> Face {
        let id = match self.faces.len() < MOST {
            true => Some(self.words.intern_part(text, start, end)),
            false => self.words.find(&text[start..end]),
        };
        match id.map(|id| id as usize) {
            Some(id) if id < self.faces.len() => self.faces[id],
            Some(_) => {
                let face = self.face(&text[start..end]);
                self.faces.push(face);
                face
            }
            None => self.face(&text[start..end]),
        }
    }

    /// The roles of a class.
    pub fn roles(&self, class: u32) -> &[Role] {
        &self.classes[class as usize]
    }

    fn face(&mut self, surface: &str) -> Face {
        let shown = shown(surface, self.forms.kit());
        let word = Word {
            shown,
            stem: self.forms.get(surface).stem.as_deref(),
            forms: [surface, shown].map(|form| comparable(form, self.case_sensitive)),
        };
        let case_sensitive = self.case_sensitive;
        let is_wanted = |(_, wanted): &&(Role, Wanted)| wanted.is(&word, case_sensitive);
        let roles: Vec<Role> = self
            .wanted
            .iter()
            .filter(is_wanted)
            .map(|(role, _)| *role)
            .collect();
        if roles.is_empty() {
            return Face::default();
        }
        let next = self.classes.len() as u32;
        let class = *self.numbers.entry(roles.clone()).or_insert(next);
        if class == next {
            self.classes.push(roles);
        }
        Face {
            class,
            offset: (shown.as_ptr() as usize - surface.as_ptr() as usize) as u32,
            length: shown.len() as u32,
        }
    }
}

fn want(word: &QueryWord, exact: bool, case_sensitive: bool, kit: &LanguageKit) -> Wanted {
    let form = comparable(&word.text, case_sensitive);
    match (word.extent, WordForm::of(&word.text, kit).stem) {
        (Extent::Beginning, _) => Wanted::Beginning(form),
        (_, Some(stem)) if !exact => Wanted::Stem(stem, shown(&word.text, kit).to_owned()),
        _ => Wanted::Form(form),
    }
}

/// A word as it is compared: in small letters where case does not matter, with straight apostrophes.
fn comparable(word: &str, case_sensitive: bool) -> String {
    match case_sensitive {
        true => word.replace(['\u{2019}', '\u{2018}', '\u{02bc}', '\u{ff07}'], "'"),
        false => folded(word).into_owned(),
    }
}

/// A word of the text.
struct Word<'w> {
    shown: &'w str,
    stem: Option<&'w str>,
    /// As written and as shown, as forms are compared.
    forms: [String; 2],
}

impl Wanted {
    fn is(&self, word: &Word, case_sensitive: bool) -> bool {
        match self {
            Self::Stem(stem, like) => {
                word.stem == Some(stem) && (!case_sensitive || is_cased_like(word.shown, like))
            }
            Self::Form(form) => word.forms.contains(form),
            Self::Beginning(form) => word.forms.iter().any(|own| own.starts_with(&**form)),
        }
    }
}

/// Whether letters of two words that are the same have the same case, as far as both words go.
fn is_cased_like(a: &str, b: &str) -> bool {
    let pairs = a.chars().zip(b.chars());
    pairs
        .into_iter()
        .all(|(a, b)| a == b || !a.to_lowercase().eq(b.to_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::context::Matching;
    use crate::text::{Language, TextOptions};

    fn found(term: &str, matching: Matching, code: &str, words: &str) -> Vec<String> {
        let kit = LanguageKit::new(Language::by_code(code).unwrap(), &TextOptions::default());
        let query = Query::new([term], matching).unwrap();
        let mut matcher = Matcher::new(&query, &kit);
        let mut found = Vec::new();
        for word in words.split(' ') {
            let face = matcher.look_up(word, (0, word.len()));
            if face.class > 0 {
                let start = face.offset as usize;
                found.push(word[start..start + face.length as usize].to_owned());
            }
        }
        found
    }

    const FORMS: &str = "barrier Barrier barriers BARRIER barrier’s barred barricade";

    #[test]
    fn words_are_found_by_stem_form_and_beginning() {
        let any = Matching::default();
        let exact = Matching { exact: true, ..any };
        assert_eq!(
            found("Barriers", any, "en", FORMS),
            ["barrier", "Barrier", "barriers", "BARRIER", "barrier"]
        );
        assert_eq!(
            found("barrier", exact, "en", FORMS),
            ["barrier", "Barrier", "BARRIER", "barrier"]
        );
        assert_eq!(found("barrier's", exact, "en", FORMS), ["barrier"]);
        assert_eq!(found("barri*", exact, "en", FORMS).len(), 6);
        assert_eq!(
            found("eau", exact, "fr", "l’eau L'Eau beau"),
            ["eau", "Eau"]
        );
        assert_eq!(found("s", any, "en", "s S so"), ["s", "S"]);
    }

    #[test]
    fn case_matters_as_far_as_both_words_go() {
        let cased = |exact| Matching {
            exact,
            case_sensitive: true,
        };
        assert_eq!(
            found("barrier", cased(false), "en", FORMS),
            ["barrier", "barriers", "barrier"]
        );
        assert_eq!(found("Barriers", cased(false), "en", FORMS), ["Barrier"]);
        assert_eq!(found("US", cased(false), "en", "us US"), ["US"]);
        assert_eq!(found("Barrier", cased(true), "en", FORMS), ["Barrier"]);
        assert_eq!(found("Barri*", cased(true), "en", FORMS), ["Barrier"]);
    }

    #[test]
    fn words_beyond_those_remembered_are_found_too() {
        let kit = LanguageKit::new(Language::english(), &TextOptions::default());
        let query = Query::new(["late*"], Matching::default()).unwrap();
        let mut matcher = Matcher::new(&query, &kit);
        for i in 0..MOST + 9 {
            let word = format!("w{i}");
            assert_eq!(matcher.look_up(&word, (0, word.len())).class, 0);
        }
        for _ in 0..2 {
            assert_eq!(matcher.look_up("latest", (0, 6)).class, 1);
        }
        assert_eq!(matcher.faces.len(), MOST);
    }
}
