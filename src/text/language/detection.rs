//! Which language a document is in.

mod foreign;

use std::borrow::Cow;
use std::cmp::Reverse;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::super::normal::folded;
use super::{LANGUAGES, Language, PerLanguage, UNLISTED};
use crate::document::Document;
use crate::map::{Map, Set, set};

/// So many bytes of prose are enough to tell its language.
const SAMPLE: usize = 4_096;
/// They are found among the blocks that start before this place: a large text need not be in memory as
/// a whole.
const BEGINNING: usize = 1 << 18;
/// From this length on, the detector's likeliest language is taken even when it is not certain.
const LONG_ENOUGH: usize = 120;

/// So many words are looked at to tell a language by its function words.
const VOTERS: usize = 100;
/// Fewer words than this tell nothing.
const FEWEST_VOTERS: usize = 12;
/// So many words tell something also where few of them are function words.
const MANY_VOTERS: usize = 50;
/// Languages that trigrams confuse, and function words that only one of the two has tell apart.
const NEAR: &[[&str; 2]] = &[
    ["ar", "fa"],
    ["bg", "ru"],
    ["bg", "sr"],
    ["cs", "sk"],
    ["da", "no"],
    ["et", "fi"],
    ["fa", "ur"],
    ["hr", "sl"],
    ["hr", "sr"],
    ["ru", "uk"],
];
/// A map of all function words takes as long to make as so many samples take to be looked for in the lists.
const WITHOUT_MAP: usize = 6;
/// So many words that only one of two languages has tell something.
const FEWEST_OWN: usize = 3;

/// Tells languages.
#[derive(Debug, Default)]
pub struct Detector {
    /// The languages in Latin letters that have each function word, as bits by their place in
    /// [`LANGUAGES`]. Made when there are samples enough.
    function_words: OnceLock<Map<&'static str, u64>>,
    /// The function words of each language, to tell what is in it.
    own_words: PerLanguage<Set<&'static str>>,
    polls: AtomicUsize,
}

/// Of the words of a sample, those that each of [`LANGUAGES`] has as function words.
type Votes = [usize; LANGUAGES.len()];

/// The two languages in Latin letters that have most of a sample's words as function words.
struct Poll<'s> {
    /// The words that were asked, folded.
    words: Vec<Cow<'s, str>>,
    first: &'static Language,
    second: &'static Language,
    is_clear: bool,
    /// Those of each of [`LANGUAGES`].
    votes: Votes,
}

impl Detector {
    /// The language of a document, or `None` when its text is too short to tell.
    ///
    /// Where a third of the words are function words of one language, and of no other nearly as many, or
    /// a fifth of 50 or more, and of no other half as many, it is that one. Between two that have nearly as many it
    /// is the one of which the text has words that the other lacks, and elsewhere what `whatlang` makes of scripts
    /// and trigrams, unless it is one of two languages that are easily confused and the words that only one of them
    /// has say otherwise. A sure language without lists of its own is [`UNLISTED`].
    pub fn detect(&self, document: &Document) -> Option<&'static Language> {
        self.detect_in(&sample(document))
    }

    /// The language of a text, or `None` when it is too short to tell.
    pub fn detect_in(&self, sample: &str) -> Option<&'static Language> {
        match self.poll(sample) {
            Some(poll) if poll.is_clear => Some(poll.first),
            Some(poll) => self.likelier(&poll, sample),
            None => by_trigrams(sample).map(|language| self.nearest(language, sample)),
        }
    }

    /// The one of the two languages of a poll that the sample is in.
    fn likelier(&self, poll: &Poll, sample: &str) -> Option<&'static Language> {
        let &Poll { first, second, .. } = poll;
        if self.is_rather(second, first, &poll.words) {
            return Some(second);
        }
        if is_near(first, second) || self.is_rather(first, second, &poll.words) {
            return Some(first);
        }
        let told = whatlang::detect(sample)?.lang().code();
        Some(match told == second.iso639_3 {
            true => second,
            false => first,
        })
    }

    /// Whether words show that they are of this language and not of the other: those that only one of the two has as
    /// function words.
    fn is_rather(&self, language: &Language, other: &Language, words: &[Cow<str>]) -> bool {
        let (own, others) = (self.own_words(language), self.own_words(other));
        let (mut of_own, mut of_others) = (0, 0);
        for word in words {
            match [own.contains(&**word), others.contains(&**word)] {
                [true, false] => of_own += 1,
                [false, true] => of_others += 1,
                _ => {}
            }
        }
        of_own >= FEWEST_OWN && of_own >= 2 * of_others
    }

    fn own_words(&self, language: &Language) -> &Set<&'static str> {
        let words = || set(language.stopwords.split_ascii_whitespace());
        self.own_words.get_or_init(language, words)
    }

    /// A language that trigrams told, or one that is near to it and fits better.
    fn nearest(&self, language: &'static Language, sample: &str) -> &'static Language {
        let near: Vec<&Language> = (NEAR.iter())
            .filter_map(|[first, second]| match language.code {
                code if code == *first => Language::by_code(second),
                code if code == *second => Language::by_code(first),
                _ => None,
            })
            .collect();
        if near.is_empty() {
            return language;
        }
        let words: Vec<Cow<str>> = voters_of(sample).map(folded).collect();
        let better = |near: &&&'static Language| self.is_rather(near, language, &words);
        near.iter().find(better).copied().unwrap_or(language)
    }

    /// The languages whose function words the sample is full of.
    fn poll<'s>(&self, sample: &'s str) -> Option<Poll<'s>> {
        let mut words: Vec<Cow<str>> = Vec::with_capacity(VOTERS);
        words.extend(voters_of(sample).map(folded));
        let voters = words.len();
        let latin = words.iter().filter(|word| word.starts_with(is_latin));
        if 2 * latin.count() < voters {
            return None;
        }
        let votes = match self.polls.fetch_add(1, Ordering::Relaxed) {
            ..WITHOUT_MAP => votes_by_lists(&words),
            _ => votes_by_map(&words, self.function_words.get_or_init(function_words)),
        };
        let [(most, first), (fewer, second)] = most_and_next(&votes);
        let is_full = 3 * most >= voters;
        let is_alone = voters >= MANY_VOTERS && 5 * most >= voters && most >= 2 * fewer;
        (voters >= FEWEST_VOTERS && (is_full || is_alone)).then_some(Poll {
            words,
            first,
            second,
            is_clear: 3 * most >= 4 * fewer,
            votes,
        })
    }
}

/// The languages with the most and the next most votes; of equal ones the first in [`LANGUAGES`].
fn most_and_next(votes: &Votes) -> [(usize, &'static Language); 2] {
    let rank = |&place: &usize| (votes[place], Reverse(place));
    let places = 0..LANGUAGES.len();
    let first = places.clone().max_by_key(rank).unwrap_or_default();
    let others = places.filter(|&place| place != first);
    let second = others.max_by_key(rank).unwrap_or_default();
    [first, second].map(|place| (votes[place], LANGUAGES[place]))
}

/// The function words of two letters or more of a language, if they are in Latin letters. Where the first of a
/// list is not, none is.
fn listed(language: &'static Language) -> impl Iterator<Item = &'static str> {
    let list = match language.stopwords.starts_with(is_latin) {
        true => language.stopwords,
        false => "",
    };
    words_of(list).filter(|word| word.len() > 1 && word.starts_with(is_latin))
}

/// The words of a list, which single spaces part: faster than for any white space.
fn words_of(list: &'static str) -> impl Iterator<Item = &'static str> {
    let mut rest = Some(list);
    std::iter::from_fn(move || {
        let list = rest?;
        let end = list.bytes().position(|byte| byte == b' ');
        let (word, behind) = list.split_at(end.unwrap_or(list.len()));
        rest = end.map(|_| &behind[1..]);
        Some(word)
    })
}

/// The languages that have each function word, as bits by their place.
fn function_words() -> Map<&'static str, u64> {
    let mut languages_of: Map<&'static str, u64> = Map::default();
    languages_of.reserve(1 << 13);
    for (place, language) in LANGUAGES.iter().enumerate() {
        for word in listed(language) {
            *languages_of.entry(word).or_default() |= 1 << place;
        }
    }
    languages_of
}

fn votes_by_map(words: &[Cow<str>], languages_of: &Map<&'static str, u64>) -> Votes {
    let mut votes = [0; LANGUAGES.len()];
    for word in words {
        let mut languages = languages_of.get(&**word).copied().unwrap_or(0);
        while languages != 0 {
            votes[languages.trailing_zeros() as usize] += 1;
            languages &= languages - 1;
        }
    }
    votes
}

/// The same: each list is gone through, for the words of one sample.
fn votes_by_lists(words: &[Cow<str>]) -> Votes {
    let mut counts: Map<&str, usize> = Map::default();
    for word in words {
        *counts.entry(word).or_default() += 1;
    }
    let shapes = Shapes::of(words.iter().map(|word| &**word));
    let mut votes = [0; LANGUAGES.len()];
    for (votes, language) in votes.iter_mut().zip(LANGUAGES) {
        let words = listed(language).filter(|word| shapes.may_hold(word));
        *votes = words.filter_map(|word| counts.get(word)).sum();
    }
    votes
}

/// The first bytes of some words, each with the lengths of those that begin with it, as bits: tells most other words
/// to be none of them sooner than a map.
struct Shapes([u32; 256]);

impl Shapes {
    fn of<'w>(words: impl Iterator<Item = &'w str>) -> Self {
        let mut shapes = Self([0; 256]);
        for word in words {
            let (first, length) = shape(word);
            shapes.0[first] |= length;
        }
        shapes
    }

    fn may_hold(&self, word: &str) -> bool {
        let (first, length) = shape(word);
        self.0[first] & length != 0
    }
}

/// The first byte of a word, and its length as a bit.
fn shape(word: &str) -> (usize, u32) {
    let first = word.as_bytes().first().copied().unwrap_or_default();
    (usize::from(first), 1 << word.len().min(31))
}

fn is_latin(c: char) -> bool {
    c < '\u{250}'
}

/// The first words of a sample that have letters.
fn voters_of(sample: &str) -> impl Iterator<Item = &str> {
    super::super::words(sample)
        .map(|(_, word)| word)
        .filter(|word| word.contains(char::is_alphabetic))
        .take(VOTERS)
}

fn is_near(first: &Language, second: &Language) -> bool {
    let pair = [first.code, second.code];
    NEAR.contains(&pair) || NEAR.contains(&[second.code, first.code])
}

/// What the trigrams of a sample tell.
fn by_trigrams(sample: &str) -> Option<&'static Language> {
    let info = whatlang::detect(sample)?;
    // A script of its own tells more than the length of the text.
    let is_shared_script = matches!(
        info.script(),
        whatlang::Script::Latin | whatlang::Script::Cyrillic
    );
    if is_shared_script && !info.is_reliable() && sample.len() < LONG_ENOUGH {
        return None;
    }
    let code = info.lang().code();
    let listed = LANGUAGES
        .iter()
        .copied()
        .find(|language| language.iso639_3 == code);
    Some(listed.unwrap_or(&UNLISTED))
}

/// The first prose of a document, from its beginning and from the middle of its first blocks.
fn sample(document: &Document) -> String {
    let mut sample = String::new();
    let blocks = document.blocks();
    let blocks = &blocks[..blocks.partition_point(|block| block.span.start < BEGINNING)];
    for start in [0, blocks.len() / 2] {
        let enough = sample.len() + SAMPLE / 2;
        for block in blocks[start..]
            .iter()
            .filter(|block| block.kind.is_counted())
        {
            let text = block.span.of(document.text());
            let end = text.floor_char_boundary(enough - sample.len().min(enough));
            sample.push_str(&text[..end]);
            sample.push('\n');
            if sample.len() >= enough {
                break;
            }
        }
        if blocks.len() < 4 {
            break;
        }
    }
    sample
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_told_by_function_words_or_by_trigrams() {
        let detector = Detector::default();
        for (code, text) in [
            (
                "en",
                "The barrier was closed on Monday, and nobody in the town was surprised that it held.",
            ),
            (
                "de",
                "Die Genossenschaft hat im Jahr mehr Strom erzeugt, als sie in der Stadt verbrauchen.",
            ),
            (
                "no",
                "Det vet ingen, men det er ikke mange som har sett det i byen siden i fjor vinter.",
            ),
            (
                "vi",
                "Hôm qua nước dâng cao nhưng cửa cống vẫn đóng, và không ai trong thị trấn bị thương vì lũ.",
            ),
            ("zh", "今天天气很好，我们去公园散步。"),
            ("ja", "吾輩は猫である。名前はまだ無い。"),
            (
                "ru",
                "Сегодня хорошая погода, и мы пошли гулять в парк у реки, где никого не было.",
            ),
            (
                "und",
                "Mae'r gaeaf wedi dod yn gynnar eleni, a dywedodd yr hen bysgotwr wrth ei wyres fod y llyn eisoes wedi rhewi yn y nos.",
            ),
        ] {
            let document = crate::source::format::plain("d", text);
            assert_eq!(
                detector.detect(&document).map(|language| language.code),
                Some(code),
                "{text}"
            );
        }
    }

    #[test]
    fn no_list_has_a_word_twice() {
        for language in LANGUAGES {
            let words: Vec<&str> = listed(language).collect();
            let distinct: Set<&str> = set(words.iter().copied());
            assert_eq!(words.len(), distinct.len(), "{}", language.name);
        }
    }

    #[test]
    fn single_spaces_part_the_words_of_lists() {
        for language in LANGUAGES {
            let words = language.stopwords.split_ascii_whitespace();
            assert!(words.eq(words_of(language.stopwords)), "{}", language.name);
        }
    }

    #[test]
    fn a_list_with_words_in_latin_letters_begins_with_one() {
        for language in LANGUAGES {
            let mut words = language.stopwords.split_ascii_whitespace();
            let has_latin = words.any(|word| word.len() > 1 && word.starts_with(is_latin));
            assert_eq!(
                language.stopwords.starts_with(is_latin),
                has_latin,
                "{}",
                language.name
            );
        }
    }

    #[test]
    fn lists_and_the_map_of_them_give_the_same_votes() {
        let map = function_words();
        let all: Vec<&str> = LANGUAGES
            .iter()
            .flat_map(|language| listed(language))
            .collect();
        for start in (0..all.len()).step_by(37) {
            let some = all[start..].iter().step_by(11).take(VOTERS);
            let mut words: Vec<Cow<str>> = some.map(|word| Cow::Borrowed(*word)).collect();
            words.extend(["barrier", "the", "the", "", "水"].map(Cow::Borrowed));
            assert_eq!(votes_by_lists(&words), votes_by_map(&words, &map));
        }
    }
}
