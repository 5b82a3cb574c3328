//! The terms of each sentence, in order.

use rayon::prelude::*;

use super::{Lexicon, TermId, TermMatrix, Vocabulary};
use crate::chars::{ends_sentence, is_ideographic};
use crate::document::Document;
use crate::map::Map;
use crate::text::{
    LanguageKit, Sentence, WordForms, WordSpan, behind_speaker, drop_tags, is_torn, join_letters,
    runs, words,
};

/// What a ranking needs to know of a sentence beside its terms.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// How many words it has (UAX #29), the name of a speaker aside.
    pub words: u32,
    /// Its number among the sentences of its document, from 0.
    pub number: u32,
    /// How far it is from where its document says what matters, from 0: see [`Sentence::place`].
    pub place: u32,
    /// Whether it has a first or second person form.
    pub is_personal: bool,
    /// Whether its document is a record of speech: see [`Sentence::is_spoken`].
    pub is_spoken: bool,
    /// Whether it holds a question mark.
    pub is_question: bool,
    /// Whether it ends as sentences do, with a stop; what is said needs none.
    pub is_complete: bool,
    /// Whether it is no sentence that says something by itself: see [`Sentence::is_fragment`].
    pub is_fragment: bool,
    /// Whether it begins with a word that points back to the sentence before.
    pub points_back: bool,
    /// Whether it has half a quotation or half of a pair of brackets.
    pub is_torn: bool,
}

/// The sentences of one or more documents as sequences of terms.
///
/// Words are grouped by stem. Of scripts that are written without blanks, the terms are overlapping
/// pairs of characters.
#[derive(Debug, Default)]
pub struct SentenceTerms {
    vocabulary: Vocabulary,
    /// One lexicon a language, by its code.
    lexicons: Map<&'static str, Lexicon>,
    /// All occurrences, sentence after sentence: the term, with [`STOP`] set for a stopword.
    occurrences: Vec<u32>,
    /// Where each sentence ends in `occurrences`.
    ends: Vec<usize>,
    marks: Vec<Marks>,
    /// Room for the words of a sentence.
    spans: Vec<WordSpan>,
}

/// Documents of more sentences are read on several threads.
const LARGE: usize = 512;
/// Documents of more sentences are read in several parts a thread.
const MANY: usize = 1 << 15;

/// In a text of a page a new word comes with so many bytes.
const BYTES_A_WORD: usize = 8;
/// The most words that room is made for before they come.
const ROOM: usize = 1 << 12;

/// Marks an occurrence of a stopword.
const STOP: u32 = 1 << 31;

fn holds_question_mark(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr::memchr(b'?', bytes).is_some()
        || (!text.is_ascii() && text.contains(['？', '؟', '\u{37e}', '՞']))
}

/// A character of a script without blanks that waits for its neighbour.
struct Half {
    start: usize,
    end: usize,
    is_paired: bool,
}

/// About as many distinct words as some sentences have, but no more than [`ROOM`].
fn distinct_words(sentences: &[Sentence]) -> usize {
    let bytes = |sentence: &Sentence| sentence.span.end - sentence.span.start;
    (sentences.iter().map(bytes).sum::<usize>() / BYTES_A_WORD).min(ROOM)
}

impl SentenceTerms {
    /// Adds the sentences of a document.
    ///
    /// The sentences of a large document are read on the threads of the current `rayon` pool. Terms are
    /// numbered as they first appear all the same.
    pub fn add(&mut self, document: &Document, sentences: &[Sentence], kit: &LanguageKit) {
        let threads = rayon::current_num_threads();
        let first = self.len();
        if threads == 1 || sentences.len() < LARGE {
            self.add_all(document, sentences, kit);
        } else {
            // Several parts a thread even out; each costs a lexicon of its own.
            let parts_a_thread = if sentences.len() < MANY { 1 } else { 4 };
            let parts: Vec<Self> = sentences
                .par_chunks(sentences.len().div_ceil(parts_a_thread * threads))
                .map(|sentences| {
                    let mut part = Self::default();
                    part.add_all(document, sentences, kit);
                    // Where every word is another, its lexicon is larger than the text.
                    part.lexicons = Map::default();
                    part
                })
                .collect();
            self.append(parts);
        }
        for (number, marks) in self.marks[first..].iter_mut().enumerate() {
            marks.number = number as u32;
        }
    }

    /// Adds the sentences of several documents, one document behind the other. Many documents are read on the
    /// threads of the current `rayon` pool.
    pub fn add_each<T: Sync>(
        &mut self,
        documents: &[T],
        parts: impl Fn(&T) -> (&Document, &[Sentence], &LanguageKit) + Sync,
    ) {
        let add = |terms: &mut Self, documents: &[T]| {
            for document in documents {
                let (document, sentences, kit) = parts(document);
                terms.add(document, sentences, kit);
            }
        };
        let threads = rayon::current_num_threads();
        if threads == 1 || documents.len() < LARGE {
            return add(self, documents);
        }
        let parts: Vec<Self> = documents
            .par_chunks(documents.len().div_ceil(4 * threads))
            .map(|documents| {
                let mut part = Self::default();
                add(&mut part, documents);
                part.lexicons = Map::default();
                part
            })
            .collect();
        self.append(parts);
    }

    fn add_all(&mut self, document: &Document, sentences: &[Sentence], kit: &LanguageKit) {
        if self.is_empty() {
            self.vocabulary = Vocabulary::with_room(distinct_words(sentences));
        }
        for (run, kit) in runs(document, sentences, kit) {
            self.add_run(document, run, &mut WordForms::new(kit));
        }
    }

    /// Adds sentences of one language.
    fn add_run(&mut self, document: &Document, sentences: &[Sentence], forms: &mut WordForms) {
        let code = forms.kit().language.code;
        let known = self.lexicons.remove(code);
        let mut lexicon = known.unwrap_or_else(|| Lexicon::with_room(distinct_words(sentences)));
        self.ends.reserve(sentences.len());
        self.marks.reserve(sentences.len());
        for sentence in sentences {
            let text = sentence.span.of(document.text());
            // Who speaks is no part of what is said.
            let said = if sentence.is_spoken {
                behind_speaker(text)
            } else {
                text
            };
            let marks = self.add_sentence(said, sentence.is_spoken, forms, &mut lexicon);
            self.ends.push(self.occurrences.len());
            self.marks.push(Marks {
                place: sentence.place,
                is_spoken: sentence.is_spoken,
                is_complete: marks.is_complete || sentence.is_spoken,
                is_fragment: sentence.is_fragment,
                ..marks
            });
        }
        self.lexicons.insert(code, lexicon);
    }

    /// Adds the sentences of several parts, in their order, behind those that are there.
    fn append(&mut self, mut parts: Vec<Self>) {
        let mut numbers: Vec<Vec<TermId>> = Vec::new();
        for part in &mut parts {
            let vocabulary = std::mem::take(&mut part.vocabulary);
            numbers.push(self.vocabulary.intern_all(&vocabulary));
        }
        let mut offset = self.occurrences.len();
        let all: usize = parts.iter().map(|part| part.occurrences.len()).sum();
        match offset {
            // Fresh memory is zero already, and is first touched by the threads that fill it.
            0 => self.occurrences = vec![0; all],
            _ => self.occurrences.resize(offset + all, 0),
        }
        let mut rest = &mut self.occurrences[offset..];
        let mut places = Vec::new();
        for part in &parts {
            let (place, behind) = rest.split_at_mut(part.occurrences.len());
            places.push(place);
            rest = behind;
            self.ends.extend(part.ends.iter().map(|end| offset + end));
            self.marks.extend(&part.marks);
            offset += part.occurrences.len();
        }
        let filled = parts.into_par_iter().zip(places).zip(numbers);
        filled.for_each(|((part, place), numbers)| {
            for (new, occurrence) in place.iter_mut().zip(part.occurrences) {
                *new = numbers[(occurrence & !STOP) as usize] | (occurrence & STOP);
            }
        });
    }

    fn add_sentence(
        &mut self,
        text: &str,
        is_spoken: bool,
        forms: &mut WordForms,
        lexicon: &mut Lexicon,
    ) -> Marks {
        let kit = forms.kit();
        let mut marks = Marks {
            is_question: holds_question_mark(text) || kit.asks(text),
            is_complete: ends_sentence(text) || kit.asks(text),
            is_torn: is_torn(text),
            ..Marks::default()
        };
        let mut half: Option<Half> = None;
        let mut spans = std::mem::take(&mut self.spans);
        spans.clear();
        words(text).fill(&mut spans);
        join_letters(text, &mut spans);
        drop_tags(text, is_spoken, &mut spans);
        marks.words = spans.len() as u32;
        if let Some(&(start, end)) = spans.first() {
            marks.points_back = kit.points_back(&text[start..end], &text[start..]);
        }
        for &(start, end) in &spans {
            let word = &text[start..end];
            if !word.starts_with(is_ideographic) {
                if half.is_some() {
                    self.add_lone(half.take(), text, forms, lexicon);
                }
                let entry = lexicon.look_up_part(text, start, end, forms, &mut self.vocabulary);
                marks.is_personal |= entry.is_personal;
                if let Some(term) = entry.term {
                    self.occurrences
                        .push(term | if entry.is_stopword { STOP } else { 0 });
                }
                continue;
            }
            marks.is_personal |= kit.is_personal(word);
            let is_paired = match half {
                Some(Half {
                    start: before,
                    end: touching,
                    ..
                }) if touching == start => {
                    self.add_pair(&text[before..end], forms, lexicon);
                    true
                }
                _ => {
                    self.add_lone(half.take(), text, forms, lexicon);
                    false
                }
            };
            half = Some(Half {
                start,
                end,
                is_paired,
            });
        }
        self.add_lone(half, text, forms, lexicon);
        self.spans = spans;
        marks
    }

    /// A pair of characters: a stopword if it is listed, or if both its characters are.
    fn add_pair(&mut self, pair: &str, forms: &mut WordForms, lexicon: &mut Lexicon) {
        let kit = forms.kit();
        let entry = lexicon.look_up(pair, forms, &mut self.vocabulary);
        let each_is_stopword = || {
            pair.char_indices()
                .all(|(i, c)| kit.is_stopword(&pair[i..i + c.len_utf8()]))
        };
        if let Some(term) = entry.term {
            let is_stopword = entry.is_stopword || each_is_stopword();
            self.occurrences
                .push(term | if is_stopword { STOP } else { 0 });
        }
    }

    /// A character without a neighbour is a term by itself.
    fn add_lone(
        &mut self,
        half: Option<Half>,
        text: &str,
        forms: &mut WordForms,
        lexicon: &mut Lexicon,
    ) {
        if let Some(half) = half.filter(|half| !half.is_paired) {
            let word = &text[half.start..half.end];
            let entry = lexicon.look_up(word, forms, &mut self.vocabulary);
            if let Some(term) = entry.term {
                self.occurrences
                    .push(term | if entry.is_stopword { STOP } else { 0 });
            }
        }
    }

    /// How many sentences there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is no sentence.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The terms.
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// What is known of each sentence beside its terms.
    pub fn marks(&self) -> &[Marks] {
        &self.marks
    }

    /// The terms of a sentence in their order, each with whether it is a stopword there.
    pub fn terms(&self, sentence: usize) -> impl Iterator<Item = (TermId, bool)> + '_ {
        let start = sentence
            .checked_sub(1)
            .map_or(0, |before| self.ends[before]);
        self.occurrences[start..self.ends[sentence]]
            .iter()
            .map(|&occurrence| (occurrence & !STOP, occurrence & STOP != 0))
    }

    /// The matrix of weights of all terms, or of all but stopwords: rows of unit length.
    pub fn matrix(&self, with_stopwords: bool) -> TermMatrix {
        TermMatrix::weights(self.len(), self.vocabulary.len(), |i, row| {
            self.fill(i, with_stopwords, row)
        })
    }

    /// The matrix of counts of all terms but stopwords.
    pub fn counts(&self) -> TermMatrix {
        TermMatrix::counts(self.len(), self.vocabulary.len(), |i, row| {
            self.fill(i, false, row)
        })
    }

    fn fill(&self, sentence: usize, with_stopwords: bool, row: &mut Vec<TermId>) {
        for (term, is_stopword) in self.terms(sentence) {
            if with_stopwords || !is_stopword {
                row.push(term);
            }
        }
    }

    /// The terms (stopwords aside) of a text in one of the languages that were added.
    ///
    /// Words that no sentence has are no terms here.
    pub fn terms_of(&self, text: &str, kit: &LanguageKit) -> Vec<TermId> {
        let mut query = Self {
            vocabulary: self.vocabulary.clone(),
            ..Self::default()
        };
        query.add_sentence(
            text,
            false,
            &mut WordForms::new(kit),
            &mut Lexicon::default(),
        );
        query.ends.push(query.occurrences.len());
        let known = self.vocabulary.len() as TermId;
        let mut terms: Vec<TermId> = query
            .terms(0)
            .filter(|&(term, is_stopword)| term < known && !is_stopword)
            .map(|(term, _)| term)
            .collect();
        terms.sort_unstable();
        terms.dedup();
        terms
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Language, TextOptions, segment};

    fn terms_of(code: &str, text: &str) -> (Vec<Vec<String>>, Vec<Marks>) {
        let kit = LanguageKit::new(Language::by_code(code).unwrap(), &TextOptions::default());
        let document = crate::source::format::plain("d", text);
        let mut terms = SentenceTerms::default();
        terms.add(&document, &segment(&document, &kit), &kit);
        let listed = (0..terms.len())
            .map(|i| {
                let show = |(term, stop): (TermId, bool)| {
                    format!(
                        "{}{}",
                        terms.vocabulary().get(term),
                        if stop { "*" } else { "" }
                    )
                };
                terms.terms(i).map(show).collect()
            })
            .collect();
        (listed, terms.marks().to_vec())
    }

    #[test]
    fn words_become_stems_and_stopwords_are_marked() {
        let (terms, marks) = terms_of("en", "The party ’s links linked parties. Do I care?");
        assert_eq!(terms[0], ["the*", "parti", "link", "link", "parti"]);
        assert_eq!(marks[0].words, 6);
        assert!(!marks[0].is_personal && !marks[0].is_question);
        assert!(marks[1].is_personal && marks[1].is_question);
        assert_eq!((marks[0].place, marks[1].place), (0, 1));
    }

    #[test]
    fn chinese_gives_pairs_of_characters() {
        let (terms, marks) = terms_of("zh", "茶市很老，A市。我");
        assert_eq!(
            terms[0],
            ["茶市", "市很", "很老", "a*", "市"].map(|t| if t == "a*" {
                "a".to_owned()
            } else {
                t.to_owned()
            })
        );
        assert_eq!(marks[0].words, 6);
        assert!(marks[1].is_personal);
    }

    #[test]
    fn threads_make_no_difference() {
        let sentence = |i: u64| {
            format!(
                "Word{} is no word{} of the {}.",
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
            pool.install(|| {
                let mut terms = SentenceTerms::default();
                terms.add(&document, &segment(&document, &kit), &kit);
                let names = (0..terms.vocabulary.len() as TermId)
                    .map(|id| terms.vocabulary.get(id).to_owned());
                (
                    names.collect::<Vec<_>>(),
                    terms.occurrences,
                    terms.ends,
                    terms.marks,
                )
            })
        };
        assert!(read(1) == read(3));
    }
}
