//! Candidates for keywords, and what is counted of them.

use std::ops::Range;

use crate::document::{Document, Span, one_line};
use crate::map::Map;
use crate::terms::{Lexicon, TermId, TermRow, Vocabulary};
use crate::text::{LanguageKit, segment, shown, tokens};

/// The longest candidate, in words: a name of capitalized words ("General Secretary Ana Ruiz").
const LONGEST: usize = 4;

/// The longest candidate that is no name, in words.
pub const LONGEST_PHRASE: usize = 3;

/// Stands for no term, and fills up the keys of shorter candidates.
const NONE: TermId = TermId::MAX;

/// A run of words inside a chunk, without a stopword or bare number, grouped by stems.
#[derive(Clone, Debug)]
pub struct Candidate {
    key: [TermId; LONGEST],
    /// Its words.
    pub words: usize,
    /// Occurrences.
    pub count: u32,
    /// Occurrences as a whole run between stopwords, numbers, punctuation and the ends of chunks.
    pub full: u32,
    /// Occurrences as a name: with capitals, neither in a heading nor at the start of a sentence.
    pub named: u32,
    /// Occurrences right behind a number: "62 million".
    pub counted: u32,
    /// Occurrences in headings.
    pub in_headings: u32,
    /// Sentences it occurs in.
    pub sentences: u32,
    /// Place of its first occurrence among the tokens of the text, from 0.
    pub first: u32,
    /// Characters of its first occurrence, blanks aside.
    pub chars: u32,
    last_sentence: u32,
}

impl Candidate {
    /// The terms it is made of.
    pub fn terms(&self) -> &[TermId] {
        &self.key[..self.words]
    }
}

/// A token with what the rankings need of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    /// The word as written: its place in the text, without possessive and elision.
    start: u32,
    length: u32,
    /// The term, whether or not it can be part of a keyword; [`NONE`] for none.
    term: TermId,
    /// Whether it can be part of a keyword.
    pub is_content: bool,
    is_number: bool,
    is_chunk_start: bool,
    is_heading: bool,
    sentence: u32,
}

/// The tokens of one document and its candidates.
#[derive(Debug)]
pub struct Analysis<'d> {
    document: &'d Document,
    terms: Vocabulary,
    words: Vec<Word>,
    /// The ranges of content words that neither stopwords, numbers nor punctuation part.
    runs: Vec<Range<usize>>,
    candidates: Vec<Candidate>,
    by_key: Map<[TermId; LONGEST], u32>,
    term_counts: Vec<u32>,
    max_words: usize,
}

impl<'d> Analysis<'d> {
    /// Finds the candidates of up to `max_words` words (at most [`LONGEST_PHRASE`]) in a document, and
    /// where phrases may have that many, names of a word more.
    pub fn new(document: &'d Document, kit: &LanguageKit, max_words: usize) -> Self {
        let mut analysis = Self {
            document,
            terms: Vocabulary::default(),
            words: Vec::new(),
            runs: Vec::new(),
            candidates: Vec::new(),
            by_key: Map::default(),
            term_counts: Vec::new(),
            max_words: max_words.clamp(1, LONGEST_PHRASE),
        };
        analysis.read(kit);
        analysis.count_terms();
        analysis.runs = runs(&analysis.words);
        for run in analysis.runs.clone() {
            for (start, words) in analysis.occurrences(&run).collect::<Vec<_>>() {
                analysis.count_candidate(
                    start,
                    words,
                    start == run.start && start + words == run.end,
                );
            }
        }
        analysis
    }

    fn read(&mut self, kit: &LanguageKit) {
        let mut lexicon = Lexicon::default();
        for (number, sentence) in segment(self.document, kit).iter().enumerate() {
            let text = sentence.span.of(self.document.text());
            let mut is_chunk_start = true;
            for token in tokens(text) {
                let end = token.start + token.surface.len();
                let (_, entry) = lexicon.look_up_part(text, token.start, end, kit, &mut self.terms);
                let shown = shown(token.surface, kit);
                let offset = shown.as_ptr() as usize - text.as_ptr() as usize;
                // An elided word is a stopword of its own: "police d'Atlanta".
                let has_elision = offset > token.start;
                is_chunk_start |= token.is_chunk_start || has_elision;
                self.words.push(Word {
                    start: (sentence.span.start + offset) as u32,
                    length: shown.len() as u32,
                    term: entry.term.unwrap_or(NONE),
                    is_content: entry.keyword_term().is_some(),
                    is_number: entry.is_number,
                    is_chunk_start,
                    is_heading: sentence.is_heading,
                    sentence: number as u32,
                });
                is_chunk_start = false;
            }
        }
    }

    fn count_terms(&mut self) {
        self.term_counts = vec![0; self.terms.len()];
        for word in self
            .words
            .iter()
            .filter(|word| word.term != NONE && !word.is_number)
        {
            self.term_counts[word.term as usize] += 1;
        }
    }

    /// The occurrences of candidates in a run: the first word of each, and how many it has.
    fn occurrences<'r>(
        &'r self,
        run: &'r Range<usize>,
    ) -> impl Iterator<Item = (usize, usize)> + 'r {
        let longest = if self.max_words == LONGEST_PHRASE {
            LONGEST
        } else {
            self.max_words
        };
        run.clone().flat_map(move |start| {
            let all = 1..=longest.min(run.end - start);
            all.map(move |words| (start, words))
                .filter(|&(start, words)| match words {
                    1 => can_stand_alone(self.surface(start)),
                    LONGEST => self.is_name(start, words),
                    _ => true,
                })
        })
    }

    /// Whether all words have a capital, outside of headings, where they often do.
    fn is_name(&self, start: usize, words: usize) -> bool {
        (start..start + words).all(|word| {
            !self.words[word].is_heading && self.surface(word).starts_with(char::is_uppercase)
        })
    }

    fn count_candidate(&mut self, start: usize, words: usize, is_full: bool) {
        let key = self.key(start, words);
        let sentence = self.words[start].sentence;
        let next = self.candidates.len() as u32;
        let id = *self.by_key.entry(key).or_insert(next);
        if id == next {
            let chars = (start..start + words)
                .map(|i| self.surface(i).chars().count())
                .sum::<usize>();
            self.candidates.push(Candidate {
                key,
                words,
                count: 0,
                full: 0,
                named: 0,
                counted: 0,
                in_headings: 0,
                sentences: 0,
                first: start as u32,
                chars: chars as u32,
                last_sentence: NONE,
            });
        }
        let is_sentence_start = start == 0 || self.words[start - 1].sentence != sentence;
        let is_named = !is_sentence_start && self.is_name(start, words);
        let is_counted = !is_sentence_start
            && self.words[start - 1].is_number
            && !self.words[start].is_chunk_start;
        let is_heading = self.words[start].is_heading;
        let candidate = &mut self.candidates[id as usize];
        candidate.named += u32::from(is_named);
        candidate.counted += u32::from(is_counted);
        candidate.in_headings += u32::from(is_heading);
        candidate.count += 1;
        candidate.full += u32::from(is_full);
        candidate.sentences += u32::from(candidate.last_sentence != sentence);
        candidate.last_sentence = sentence;
    }

    fn key(&self, start: usize, words: usize) -> [TermId; LONGEST] {
        let mut key = [NONE; LONGEST];
        for (slot, word) in key.iter_mut().zip(&self.words[start..start + words]) {
            *slot = word.term;
        }
        key
    }

    fn surface(&self, word: usize) -> &str {
        let Word { start, length, .. } = self.words[word];
        &self.document.text()[start as usize..(start + length) as usize]
    }

    /// The candidates, in the order of first appearance.
    pub fn candidates(&self) -> &[Candidate] {
        &self.candidates
    }

    /// The document.
    pub fn document(&self) -> &Document {
        self.document
    }

    /// Tokens of the text in all.
    pub fn tokens(&self) -> usize {
        self.words.len()
    }

    /// Distinct terms.
    pub fn distinct_terms(&self) -> usize {
        self.terms.len()
    }

    /// How often a term occurs.
    pub fn term_count(&self, term: TermId) -> u32 {
        self.term_counts[term as usize]
    }

    /// The terms of the content words, in the order of the text.
    pub fn content_terms(&self) -> impl Iterator<Item = TermId> + '_ {
        self.words
            .iter()
            .filter(|word| word.is_content)
            .map(|word| word.term)
    }

    /// The stems of a candidate, parted by blanks: its name across documents.
    pub fn name(&self, candidate: &Candidate) -> String {
        let stems: Vec<&str> = candidate
            .terms()
            .iter()
            .map(|&term| self.terms.get(term))
            .collect();
        stems.join(" ")
    }

    /// Where the first occurrence of a candidate stands in the text.
    pub fn first_span(&self, candidate: &Candidate) -> Span {
        self.span(candidate.first as usize, candidate.words)
    }

    fn span(&self, start: usize, words: usize) -> Span {
        let last = self.words[start + words - 1];
        Span {
            start: self.words[start].start as usize,
            end: (last.start + last.length) as usize,
        }
    }

    /// The counts and surface forms of some candidates, each for one document.
    pub fn rows(&self, wanted: &[usize]) -> Vec<TermRow> {
        let mut places: Map<u32, usize> = Map::default();
        // Most words begin no wanted candidate, and need no look-up.
        let mut begins_wanted = vec![false; self.terms.len()];
        for (place, &candidate) in wanted.iter().enumerate() {
            places.insert(candidate as u32, place);
            begins_wanted[self.candidates[candidate].key[0] as usize] = true;
        }
        let mut rows = vec![
            TermRow {
                documents: 1,
                ..TermRow::default()
            };
            wanted.len()
        ];
        for run in &self.runs {
            let begins =
                |&(start, _): &(usize, usize)| begins_wanted[self.words[start].term as usize];
            for (start, words) in self.occurrences(run).filter(begins) {
                let id = self.by_key.get(&self.key(start, words));
                if let Some(&place) = id.and_then(|id| places.get(id)) {
                    rows[place].add(&self.form(start, words), 1);
                }
            }
        }
        rows
    }

    /// An occurrence as it is shown: as it is written, on one line.
    fn form(&self, start: usize, words: usize) -> String {
        one_line(self.span(start, words).of(self.document.text()))
    }
}

/// Whether a word can be a keyword by itself: one of two letters only with a capital (EU, 5G); in scripts
/// without blanks, any.
pub(super) fn can_stand_alone(surface: &str) -> bool {
    let is_exempt = |c: char| c.is_uppercase() || crate::chars::is_unspaced(c);
    surface.len() > 8 || surface.chars().nth(2).is_some() || surface.contains(is_exempt)
}

/// The ranges of content words that nothing parts.
fn runs(words: &[Word]) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (i, word) in words.iter().enumerate().filter(|(_, word)| word.is_content) {
        match runs.last_mut() {
            Some(run) if run.end == i && !word.is_chunk_start => run.end = i + 1,
            _ => runs.push(i..i + 1),
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::format::plain;
    use crate::text::{Language, TextOptions};

    fn listed(text: &str) -> Vec<String> {
        let kit = LanguageKit::new(Language::english(), &TextOptions::default());
        let document = plain("d", text);
        let analysis = Analysis::new(&document, &kit, 3);
        let wanted: Vec<usize> = (0..analysis.candidates().len()).collect();
        let rows = analysis.rows(&wanted);
        analysis
            .candidates()
            .iter()
            .zip(&rows)
            .map(|(candidate, row)| {
                assert_eq!(u64::from(candidate.count), row.count);
                format!("{} {}/{}", row.shown(), candidate.count, candidate.full)
            })
            .collect()
    }

    #[test]
    fn candidates_are_runs_without_stopwords_inside_a_chunk() {
        assert_eq!(
            listed("The flood barrier, barriers of steel."),
            ["flood 1/0", "flood barrier 1/1", "barrier 2/1", "steel 1/1"]
        );
    }

    #[test]
    fn line_breaks_do_not_end_a_run_and_numbers_do() {
        assert_eq!(
            listed("steel\nbarrier 1990 cost"),
            ["steel 1/0", "steel barrier 1/1", "barrier 1/0", "cost 1/1"]
        );
    }

    #[test]
    fn phrases_are_shown_as_they_are_written() {
        assert!(
            listed("They have Wuhan’s epidemic control.")
                .contains(&"Wuhan’s epidemic control 1/1".to_owned())
        );
    }
}
