//! The content words of a document, in the order of the text.

use rayon::prelude::*;

use super::candidates::can_stand_alone;
use crate::document::{Document, Span};
use crate::map::Map;
use crate::terms::{TermEntry, TermId, Vocabulary};
use crate::text::{
    LanguageKit, Sentence, WordForms, WordSpan, behind_speaker, drop_tags, ends_chunk, mark_speech,
    runs, segment, shown, tokens,
};

/// A word that can be part of a keyword: no stopword, bare number or single letter.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    /// The word as written: its place in the text, without possessive and elision.
    start: u32,
    length: u32,
    /// Its term: words with one stem share one.
    pub term: TermId,
    /// Its place among all tokens of the text.
    pub token: u32,
    /// The sentence that it is in.
    pub sentence: u32,
    /// Whether a stopword, number, punctuation or the end of a chunk stands before it.
    pub starts_run: bool,
    /// Whether it is the first word of its sentence.
    pub starts_sentence: bool,
    /// Whether a number stands right before it: "62 million".
    pub is_counted: bool,
    pub is_heading: bool,
    pub face: Face,
}

/// How a word looks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Face {
    /// Whether it begins with a capital.
    pub is_capitalized: bool,
    /// Whether it can be a keyword by itself.
    pub stands_alone: bool,
}

impl Word {
    /// Where it stands in the text.
    pub fn span(&self) -> Span {
        Span {
            start: self.start as usize,
            end: (self.start + self.length) as usize,
        }
    }
}

/// The content words of a document, and its vocabulary.
#[derive(Debug, Default)]
pub(super) struct Reading {
    pub words: Vec<Word>,
    /// All terms, also those of stopwords.
    pub terms: Vocabulary,
    /// How often each term occurs; numbers are not counted.
    pub term_counts: Vec<u32>,
    /// Tokens in all.
    pub tokens: u32,
}

/// Documents of more sentences are read on several threads.
const LARGE: usize = 512;
/// Documents of more sentences are read in several parts a thread.
const MANY: usize = 1 << 15;

impl Reading {
    /// Reads a document, a large one on the threads of the current `rayon` pool. Terms are numbered as
    /// they first appear all the same.
    pub fn of(document: &Document, kit: &LanguageKit) -> Self {
        let mut sentences = segment(document, kit);
        mark_speech(document, &mut sentences);
        let threads = rayon::current_num_threads();
        if threads == 1 || sentences.len() < LARGE {
            return Reader::read(document, &sentences, 0, kit);
        }
        // Several parts a thread even out; each costs a vocabulary of its own.
        let parts_a_thread = if sentences.len() < MANY { 1 } else { 4 };
        let size = sentences.len().div_ceil(parts_a_thread * threads);
        let parts: Vec<Self> = sentences
            .par_chunks(size)
            .enumerate()
            .map(|(part, sentences)| Reader::read(document, sentences, part * size, kit))
            .collect();
        Self::joined(parts)
    }

    /// One reading of several parts, in their order.
    fn joined(mut parts: Vec<Self>) -> Self {
        let mut whole = Self::default();
        let mut shifts = Vec::new();
        for part in &parts {
            let numbers = whole.terms.intern_all(&part.terms);
            whole.term_counts.resize(whole.terms.len(), 0);
            for (&number, count) in numbers.iter().zip(&part.term_counts) {
                whole.term_counts[number as usize] += count;
            }
            shifts.push((numbers, whole.tokens));
            whole.tokens += part.tokens;
        }
        parts
            .par_iter_mut()
            .zip(shifts)
            .for_each(|(part, (numbers, tokens))| {
                for word in &mut part.words {
                    word.term = numbers[word.term as usize];
                    word.token += tokens;
                }
            });
        let words = parts.iter().map(|part| part.words.len()).sum();
        whole.words.reserve_exact(words);
        for part in parts {
            whole.words.extend_from_slice(&part.words);
        }
        whole
    }
}

/// A reading that is being made.
#[derive(Default)]
struct Reader {
    reading: Reading,
    /// The distinct words as written, and what is known of each.
    surfaces: Vocabulary,
    known: Vec<Known>,
    /// The code of the language that they are in, and the same of other languages.
    language: &'static str,
    others: Map<&'static str, (Vocabulary, Vec<Known>)>,
    spans: Vec<WordSpan>,
}

/// What is known of a distinct word as written.
#[derive(Clone, Copy)]
struct Known {
    term: Option<TermId>,
    /// Where its core starts in it, behind an elision, and how long that is.
    offset: u32,
    length: u32,
    is_content: bool,
    is_number: bool,
    /// Whether it is an abbreviation before a name or a number, if a period follows: "Dr", "Fig".
    leads: bool,
    face: Face,
}

impl Reader {
    /// Reads sentences, the first of which has the number `first`.
    fn read(
        document: &Document,
        sentences: &[Sentence],
        first: usize,
        kit: &LanguageKit,
    ) -> Reading {
        let mut reader = Self::default();
        let mut numbers = first as u32..;
        for (run, kit) in runs(document, sentences, kit) {
            let mut forms = WordForms::new(kit);
            reader.turn_to(kit.language.code);
            for (sentence, number) in run.iter().zip(&mut numbers) {
                reader.add(document.text(), sentence, number, &mut forms);
            }
        }
        reader.reading
    }

    /// Goes on in a language: what words are differs from one to the other.
    fn turn_to(&mut self, language: &'static str) {
        let next = self.others.remove(language).unwrap_or_default();
        let last = (
            std::mem::replace(&mut self.surfaces, next.0),
            std::mem::replace(&mut self.known, next.1),
        );
        let of_last = std::mem::replace(&mut self.language, language);
        self.others.insert(of_last, last);
    }

    fn add(&mut self, text: &str, sentence: &Sentence, number: u32, forms: &mut WordForms) {
        // Who speaks is no part of what is said.
        let text = match sentence.is_spoken {
            true => behind_speaker(sentence.span.of(text)),
            false => sentence.span.of(text),
        };
        let offset = sentence.span.end - text.len();
        let mut spans = std::mem::take(&mut self.spans);
        spans.clear();
        tokens(text).fill(&mut spans, usize::MAX);
        drop_tags(text, sentence.is_spoken, &mut spans);
        let (mut is_open, mut is_after_number, mut before) = (false, false, None);
        // An address ends here.
        let mut address = 0;
        for &(start, end) in &spans {
            let mut known = self.look_up(text, start, end, forms);
            known.is_content &= !known.leads || !text[end..].starts_with('.');
            if begins_address(&text[start..]) {
                address = end_of_word(text, start);
            }
            known.is_content &= start >= address;
            known.is_content &= !is_half(text, start, end);
            let reading = &mut self.reading;
            if let Some(term) = known.term.filter(|_| !known.is_number) {
                reading.term_counts[term as usize] += 1;
            }
            if let Some(term) = known.term.filter(|_| known.is_content) {
                // An elided word is a stopword of its own: "police d'Atlanta".
                let is_chunk_start =
                    known.offset > 0 || before.is_none_or(|before| parts(text, before, start));
                reading.words.push(Word {
                    start: (offset + start) as u32 + known.offset,
                    length: known.length,
                    term,
                    token: reading.tokens,
                    sentence: number,
                    starts_run: !is_open || is_chunk_start,
                    starts_sentence: before.is_none(),
                    is_counted: is_after_number && !is_chunk_start,
                    is_heading: sentence.is_heading,
                    face: known.face,
                });
            }
            reading.tokens += 1;
            (is_open, is_after_number) = (known.is_content, known.is_number);
            before = Some(end);
        }
        self.spans = spans;
    }

    /// What is known of the token `start..end` of a text.
    #[inline]
    fn look_up(&mut self, text: &str, start: usize, end: usize, forms: &mut WordForms) -> Known {
        let id = self.surfaces.intern_part(text, start, end) as usize;
        if id == self.known.len() {
            let reading = &mut self.reading;
            self.known
                .push(known(&text[start..end], forms, &mut reading.terms));
            reading.term_counts.resize(reading.terms.len(), 0);
        }
        self.known[id]
    }
}

/// Whether what stands between two words, the first of which ends at a place, parts them: not what is between
/// the parts of a name, as in "Dun & Lee" and "カール・ベルク".
#[inline]
fn parts(text: &str, before: usize, start: usize) -> bool {
    let gap = &text[before..start];
    if !ends_chunk(gap) {
        return false;
    }
    let (first, second) = (&text[..before], &text[start..]);
    let is_katakana = |c: char| matches!(c, '\u{30a0}'..='\u{30ff}');
    let are_parts = match gap {
        " & " => {
            let mut words = first.rsplit([' ', '\n', '(', '"']);
            let is_name = |word: &str| word.starts_with(char::is_uppercase);
            words.next().is_some_and(is_name) && is_name(second)
        }
        "・" => first.ends_with(is_katakana) && second.starts_with(is_katakana),
        _ => false,
    };
    !are_parts
}

/// "http://moorton.example/gate", "www.moorton.example".
fn begins_address(text: &str) -> bool {
    let begins = |name: &[u8]| {
        let head = text.as_bytes().get(..name.len());
        head.is_some_and(|head| head.eq_ignore_ascii_case(name))
    };
    // Most words begin with other letters.
    matches!(text.as_bytes().first(), Some(b'h' | b'H' | b'w' | b'W'))
        && (begins(b"http://") || begins(b"https://") || begins(b"www."))
}

/// Where the word that starts at a place is followed by a blank.
fn end_of_word(text: &str, start: usize) -> usize {
    let length = text[start..].find(char::is_whitespace);
    length.map_or(text.len(), |length| start + length)
}

/// Whether a word is one half of what was parted at the end of a line: "har- bour", "har-\nbour".
fn is_half(text: &str, start: usize, end: usize) -> bool {
    let bytes = text.as_bytes();
    let is_small = |place: usize| {
        let next = text[place..].chars().next();
        next.is_some_and(char::is_lowercase)
    };
    let is_blank = |byte: Option<&u8>| matches!(byte, Some(b' ' | b'\n'));
    let is_first =
        || bytes.get(end) == Some(&b'-') && is_blank(bytes.get(end + 1)) && is_small(end + 2);
    let is_second = || {
        start >= 3
            && is_blank(bytes.get(start - 1))
            && bytes[start - 2] == b'-'
            && bytes[start - 3].is_ascii_alphabetic() | !bytes[start - 3].is_ascii()
            && is_small(start)
    };
    // "1284'te": an ending is written apart from a number.
    let is_ending = || {
        let before = &text[..start];
        let body = before.strip_suffix(['\'', '’']);
        body.is_some_and(|body| body.ends_with(|c: char| c.is_numeric()))
    };
    is_first() || is_second() || is_ending()
}

fn known(surface: &str, forms: &mut WordForms, terms: &mut Vocabulary) -> Known {
    let entry = TermEntry::of(forms.get(surface), terms);
    let shown = shown(surface, forms.kit());
    Known {
        term: entry.term,
        offset: (shown.as_ptr() as usize - surface.as_ptr() as usize) as u32,
        length: shown.len() as u32,
        is_content: entry.keyword_term().is_some(),
        is_number: entry.is_number,
        leads: forms.kit().is_leading_abbreviation(shown),
        face: Face {
            is_capitalized: shown.starts_with(char::is_uppercase),
            stands_alone: can_stand_alone(shown),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn content(text: &str) -> Vec<String> {
        let document = crate::source::format::plain("d", text);
        let kit = LanguageKit::new(Language::english(), &TextOptions::default());
        let reading = Reading::of(&document, &kit);
        let shown = |word: &Word| word.span().of(document.text()).to_owned();
        reading.words.iter().map(shown).collect()
    }

    #[test]
    fn addresses_and_halves_are_no_words() {
        let text = "Gates: see https://moorton.example/tide/gate?x=storm or www.moorton.example. \
            They shut the har- bour gate in well-kept harbours - mostly.";
        let words = ["Gates", "shut", "gate", "well-kept", "harbours"];
        assert_eq!(content(text), words);
    }

    #[test]
    fn names_of_several_parts_are_not_parted() {
        let parted = |text: &str| -> Vec<bool> {
            let document = crate::source::format::plain("d", text);
            let kit = LanguageKit::new(Language::english(), &TextOptions::default());
            let words = Reading::of(&document, &kit).words;
            words.iter().map(|word| word.starts_run).collect()
        };
        assert_eq!(parted("Berg & Webb sailed."), [true, false, false]);
        assert_eq!(parted("boats & gates; Webb, Berg"), [true; 4]);
    }

    #[test]
    fn speakers_are_no_part_of_what_is_said() {
        let text = "Anna Lee: The gate {pause} is late.\nBerg: Lee knows it.\n".repeat(3);
        let words = content(&text);
        assert_eq!(words[..4], ["gate", "late", "Lee", "gate"]);
    }
    use crate::text::{Language, TextOptions};

    #[test]
    fn threads_make_no_difference() {
        let sentence = |i: u64| {
            format!(
                "Word{} has 3 old word{} at EU's last{}.",
                i * i % 701,
                i % 13,
                i % 977
            )
        };
        let text: Vec<String> = (0..9_000).map(sentence).collect();
        let document = crate::source::format::plain("d", text.join(" "));
        let kit = LanguageKit::new(Language::english(), &TextOptions::default());
        let read = |threads| {
            let pool = rayon::ThreadPoolBuilder::new()
                .num_threads(threads)
                .build()
                .unwrap();
            let reading = pool.install(|| Reading::of(&document, &kit));
            let names =
                (0..reading.terms.len() as TermId).map(|id| reading.terms.get(id).to_owned());
            (
                names.collect::<Vec<_>>(),
                format!("{:?}", reading.words),
                reading.term_counts,
                reading.tokens,
            )
        };
        assert!(read(1) == read(3));
    }
}
