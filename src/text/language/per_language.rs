//! One value for each language.

use std::sync::OnceLock;

use super::{LANGUAGES, Language};

/// A value for each of [`LANGUAGES`], and one for all others; each is made when it is first asked for.
#[derive(Debug)]
pub(crate) struct PerLanguage<T>([OnceLock<T>; LANGUAGES.len() + 1]);

impl<T> Default for PerLanguage<T> {
    fn default() -> Self {
        Self([const { OnceLock::new() }; LANGUAGES.len() + 1])
    }
}

impl<T> PerLanguage<T> {
    /// The value of a language, made if there is none yet.
    pub(crate) fn get_or_init(&self, language: &Language, make: impl FnOnce() -> T) -> &T {
        let place = LANGUAGES
            .iter()
            .position(|listed| *listed == language)
            .unwrap_or(LANGUAGES.len());
        self.0[place].get_or_init(make)
    }
}
