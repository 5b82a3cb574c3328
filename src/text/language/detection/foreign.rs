//! Blocks that are in another language than their document: an abstract, a quotation.

use rayon::prelude::*;

use super::super::super::normal::folded;
use super::super::{LANGUAGES, Language};
use super::{Detector, Poll, is_near, voters_of};
use crate::chars::is_unspaced;
use crate::document::{Block, Document};
use crate::map::Set;

/// A block of fewer bytes is in the language of its document.
const SHORTEST: usize = 160;
/// So much of a block is looked at, in bytes.
const SAMPLE: usize = 1_024;
/// So many of its first words are looked at for function words of the document's language.
const GLANCE: usize = 32;
/// Blocks are looked at in parts of so many on each thread.
const PART: usize = 256;
/// So many of them show that the block is in it. English has some words of German too.
const AT_HOME: usize = 6;
/// A language with so many times the function words of another one leaves no doubt between them.
const CLEARLY: usize = 3;

impl Detector {
    /// The blocks of a document in this language that are surely in another one, with its code.
    ///
    /// Sure is, of prose of some length, what trigrams tell and function words, of which it has twice as many as
    /// of the document's language, or another script; languages that are easily confused with the document's are
    /// not.
    pub fn other_languages(
        &self,
        document: &Document,
        language: &'static Language,
    ) -> Vec<(usize, &'static str)> {
        let blocks = document.blocks();
        let mut counted = blocks.iter().filter(|block| block.kind.is_counted());
        if counted.nth(1).is_none() {
            return Vec::new();
        }
        let own = self.own_words(language);
        let other = |(index, block): (usize, &Block)| {
            let text = block.span.of(document.text());
            if !block.kind.is_counted() || text.len() < SHORTEST || is_at_home(text, language, own)
            {
                return None;
            }
            let sample = &text[..text.floor_char_boundary(SAMPLE)];
            let other = self.other_language(sample, language)?;
            Some((index, other.code))
        };
        let blocks = blocks.par_iter().enumerate().with_min_len(PART);
        blocks.filter_map(other).collect()
    }

    fn other_language(
        &self,
        sample: &str,
        language: &'static Language,
    ) -> Option<&'static Language> {
        let found = match self.poll(sample) {
            Some(poll) => match Doubt::of(&poll, language) {
                Doubt::Large => return None,
                Doubt::None => poll.first,
                Doubt::Some if self.is_rather_than_any(&poll) => poll.first,
                // Trigrams take ten times as long as the poll.
                Doubt::Some => {
                    let told = told_by_trigrams(sample)?.language;
                    let agrees = told == poll.first || is_near(told, poll.first);
                    agrees.then_some(poll.first)?
                }
            },
            None if has_latin_script(sample) => return None,
            None => {
                told_by_trigrams(sample)
                    .filter(|told| told.is_reliable)?
                    .language
            }
        };
        (found != language && !is_near(found, language)).then_some(found)
    }

    /// Whether the first language of a poll has enough function words of the block that its rivals lack.
    fn is_rather_than_any(&self, poll: &Poll) -> bool {
        let most = poll.votes.iter().copied().max().unwrap_or(0);
        let languages = poll.votes.iter().zip(LANGUAGES.iter().copied());
        languages
            .filter(|&(&votes, language)| CLEARLY * votes > most && language != poll.first)
            .all(|(_, rival)| self.is_rather(poll.first, rival, &poll.words))
    }
}

/// Whether the first language of a poll is that of the block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Doubt {
    /// It has [`CLEARLY`] more votes than any other.
    None,
    /// It has twice those of the document's language, and no other has nearly as many.
    Some,
    Large,
}

impl Doubt {
    fn of(poll: &Poll, language: &Language) -> Self {
        let votes_of = |language: &Language| {
            let place = LANGUAGES.iter().position(|listed| *listed == language);
            place.map_or(0, |place| poll.votes[place])
        };
        let (most, at_home) = (votes_of(poll.first), votes_of(language));
        // Some words of any language are function words of others, and near ones have most in common.
        let others = poll.votes.iter().copied().filter(|&votes| votes != most);
        let fewer = others.max().unwrap_or(0);
        match () {
            () if most >= CLEARLY * votes_of(poll.second).max(at_home) => Self::None,
            () if most >= 2 * at_home && 2 * most >= 3 * fewer => Self::Some,
            () => Self::Large,
        }
    }
}

/// Whether the first words of a block show that it is in the language of its document.
fn is_at_home(text: &str, language: &Language, own: &Set<&'static str>) -> bool {
    let mut words = voters_of(text).take(GLANCE).peekable();
    let is_unspaced_too = |word: &&str| word.starts_with(is_unspaced);
    if language.is_unspaced() && words.peek().is_some_and(is_unspaced_too) {
        return true;
    }
    words
        .filter(|word| own.contains(&*folded(word)))
        .nth(AT_HOME - 1)
        .is_some()
}

/// What trigrams tell.
struct Told {
    language: &'static Language,
    is_reliable: bool,
}

fn told_by_trigrams(sample: &str) -> Option<Told> {
    let info = whatlang::detect(sample)?;
    let code = info.lang().code();
    let mut listed = LANGUAGES.iter().copied();
    Some(Told {
        language: listed.find(|listed| listed.iso639_3 == code)?,
        is_reliable: info.is_reliable(),
    })
}

fn has_latin_script(sample: &str) -> bool {
    whatlang::detect_script(sample).is_none_or(|script| script == whatlang::Script::Latin)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::format::plain;

    const GERMAN: &str = "Die Genossenschaft hat im vergangenen Jahr mehr Strom erzeugt, als die Leute in der Stadt \
        verbrauchen. Das Wasser stand in der Nacht so hoch wie nie, und niemand wusste, ob der Damm es halten \
        würde, aber er hielt.";
    const ENGLISH: &str = "The town has made more power in the past year than its people use. The water was higher \
        in the night than it had ever been, and nobody knew whether the dam would hold it, but it did.";
    const RUSSIAN: &str = "Город закрыл плотину в понедельник, потому что за ночь вода сильно поднялась и никто не \
        знал, что будет. Люди стояли на набережной и смотрели на лодки, которые возвращались с моря.";

    fn found(text: &str, code: &str) -> Vec<(usize, &'static str)> {
        let language = Language::by_code(code).unwrap();
        Detector::default().other_languages(&plain("d", text), language)
    }

    #[test]
    fn blocks_of_another_language_are_found() {
        let text =
            format!("{ENGLISH}\n\n{GERMAN}\n\n{GERMAN}\n\n{RUSSIAN}\n\nA short English line.");
        assert_eq!(found(&text, "de"), [(0, "en"), (3, "ru")]);
        assert_eq!(found(&text, "en"), [(1, "de"), (2, "de"), (3, "ru")]);
    }

    #[test]
    fn a_document_in_one_language_has_none() {
        for (text, code) in [(GERMAN, "de"), (ENGLISH, "en"), (RUSSIAN, "ru")] {
            assert_eq!(found(&format!("{text}\n\n{text}"), code), []);
            assert_eq!(found(text, if code == "en" { "de" } else { "en" }), []);
        }
        let maori = "Ko te wai te ora o nga mea katoa, a ko te whenua te waiu o te tangata; he kupu tawhito tenei na nga \
            tupuna, e mohiotia ana e nga tamariki o te kainga i roto i nga tau katoa, ki te po, ki te ao.";
        assert_eq!(found(&format!("{ENGLISH}\n\n{maori}"), "en"), []);
        let names = "Ann Lee, Bob Miller, Hans Weber, Karl Braun and Ines Vogel ".repeat(4);
        assert_eq!(found(&format!("{GERMAN}\n\n{names}"), "de"), []);
    }
}
