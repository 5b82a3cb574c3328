//! What is counted as a term.

use clap::Args;
use epitome::terms::{LONGEST, NGrams, Units};
use epitome::text::tokens;

use super::args::KeywordsArgs;

#[derive(Clone, Debug, Args)]
pub(super) struct UnitsArgs {
    /// Count runs of N to M words that begin and end with no stopword (with --no-stopwords: all)
    #[arg(long, value_name = "N..M", help_heading = "Terms")]
    pub ngrams: Option<NGrams>,
    /// Count words, and phrases of up to four words without stopwords
    #[arg(long, help_heading = "Terms", conflicts_with = "ngrams")]
    pub phrases: bool,
}

/// The longest phrases, in words: as long as those of `epitome keywords`.
const LONGEST_PHRASE: usize = 4;

impl UnitsArgs {
    pub(super) fn units(&self) -> Units {
        units(self.ngrams.as_ref(), self.phrases)
    }
}

/// What has to be counted to find listed terms: words, or runs of as many of them as the longest term has.
pub(super) fn units_of(terms: &[String]) -> Units {
    let length = |term: &String| tokens(term).take(LONGEST).count();
    match terms.iter().map(length).max() {
        Some(longest @ 2..) => Units::NGrams(NGrams::up_to(longest)),
        _ => Units::Words,
    }
}

impl KeywordsArgs {
    pub(super) fn units(&self) -> Units {
        units(self.ngrams.as_ref(), self.phrases)
    }
}

fn units(ngrams: Option<&NGrams>, phrases: bool) -> Units {
    match ngrams {
        Some(lengths) => Units::NGrams(lengths.clone()),
        None if phrases => Units::Phrases(LONGEST_PHRASE),
        None => Units::Words,
    }
}
