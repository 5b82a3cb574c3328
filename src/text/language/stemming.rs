//! How words become stems.

use std::borrow::Cow;

use snowstem::Algorithm;

use super::korean;

/// What stems the words of a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stemming {
    /// An algorithm of Snowball.
    Snowball(Algorithm),
    /// What takes the particles off Korean words.
    Korean,
}

/// A stemmer ready for use.
pub(super) enum Stemmer {
    Snowball(snowstem::Stemmer),
    Korean,
}

impl Stemmer {
    pub(super) fn new(stemming: Stemming) -> Self {
        match stemming {
            Stemming::Snowball(algorithm) => Self::Snowball(snowstem::Stemmer::create(algorithm)),
            Stemming::Korean => Self::Korean,
        }
    }

    /// The stem of a normal form, which is never empty.
    pub(super) fn stem<'w>(&self, form: &'w str) -> Cow<'w, str> {
        let stem = match self {
            Self::Snowball(stemmer) => stemmer.stem(form),
            Self::Korean => Cow::Borrowed(korean::stem(form)),
        };
        // Arabic is written with what looks like an article alone.
        match stem.is_empty() {
            true => Cow::Borrowed(form),
            false => stem,
        }
    }
}
