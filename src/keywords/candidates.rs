//! Candidates for keywords, and what is counted of them.

use rayon::prelude::*;

use super::reading::{Reading, Word};
use crate::document::{Document, Span, one_line};
use crate::map::Map;
use crate::terms::{TermId, TermRow};
use crate::text::LanguageKit;

/// The longest candidate, in words: a name of capitalized words ("General Secretary Ana Ruiz").
const LONGEST: usize = 4;

/// The longest candidate that is no name, in words.
pub const LONGEST_PHRASE: usize = 3;

/// Fills up the keys of shorter candidates.
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
    /// Place of its first occurrence among the content words.
    place: u32,
}

impl Candidate {
    /// The terms it is made of.
    pub fn terms(&self) -> &[TermId] {
        &self.key[..self.words]
    }

    /// What orders candidates as they first appear, those that begin together by their length.
    pub fn appearance(&self) -> (u32, usize) {
        (self.first, self.words)
    }
}

/// The words of one document and its candidates.
#[derive(Debug)]
pub struct Analysis<'d> {
    document: &'d Document,
    reading: Reading,
    candidates: Vec<Candidate>,
    /// The longest candidates, in words.
    longest: usize,
}

impl<'d> Analysis<'d> {
    /// Finds the candidates of up to `max_words` words (at most [`LONGEST_PHRASE`]) in a document, and
    /// where phrases may have that many, names of a word more.
    pub fn new(document: &'d Document, kit: &LanguageKit, max_words: usize) -> Self {
        let mut analysis = Self {
            document,
            reading: Reading::of(document, kit),
            candidates: Vec::new(),
            longest: match max_words.clamp(1, LONGEST_PHRASE) {
                LONGEST_PHRASE => LONGEST,
                words => words,
            },
        };
        analysis.candidates = analysis.counted();
        analysis
    }

    /// The candidates. Each thread counts those that begin with some of the terms.
    fn counted(&self) -> Vec<Candidate> {
        let shares = match self.reading.words.len() {
            ..LARGE => 1,
            _ => rayon::current_num_threads().min(MOST_SHARES),
        };
        let share = |share: usize| Counting::of(self, share as TermId, shares as TermId);
        (0..shares)
            .into_par_iter()
            .map(share)
            .collect::<Vec<_>>()
            .concat()
    }

    /// Whether a candidate stands at this place among the content words.
    fn is_occurrence(&self, start: usize, words: usize) -> bool {
        let occurrence = self.reading.words.get(start..start + words);
        occurrence.is_some_and(|occurrence| {
            occurrence[1..].iter().all(|word| !word.starts_run) && is_candidate(occurrence)
        })
    }

    /// The candidates, in an order that means nothing: see [`Candidate::appearance`].
    pub fn candidates(&self) -> &[Candidate] {
        &self.candidates
    }

    /// The document.
    pub fn document(&self) -> &Document {
        self.document
    }

    /// Tokens of the text in all.
    pub fn tokens(&self) -> usize {
        self.reading.tokens as usize
    }

    /// Distinct terms.
    pub fn distinct_terms(&self) -> usize {
        self.reading.terms.len()
    }

    /// How often a term occurs.
    pub fn term_count(&self, term: TermId) -> u32 {
        self.reading.term_counts[term as usize]
    }

    /// The terms of the content words, in the order of the text.
    pub fn content_terms(&self) -> impl Iterator<Item = TermId> + '_ {
        self.reading.words.iter().map(|word| word.term)
    }

    /// The stem that a term is.
    pub fn term(&self, term: TermId) -> &str {
        self.reading.terms.get(term)
    }

    /// The content words, in the order of the text.
    pub(super) fn words(&self) -> &[Word] {
        &self.reading.words
    }

    /// The content words in runs between stopwords, numbers, punctuation and the ends of chunks.
    pub(super) fn runs(&self) -> impl Iterator<Item = &[Word]> {
        self.reading.words.chunk_by(|_, word| !word.starts_run)
    }

    /// The stems of a candidate, parted by blanks: its name across documents.
    pub fn name(&self, candidate: &Candidate) -> String {
        let mut name = String::new();
        for &term in candidate.terms() {
            if !name.is_empty() {
                name.push(' ');
            }
            name.push_str(self.reading.terms.get(term));
        }
        name
    }

    /// Where the first occurrence of a candidate stands in the text.
    pub fn first_span(&self, candidate: &Candidate) -> Span {
        self.span(candidate.place as usize, candidate.words)
    }

    fn span(&self, start: usize, words: usize) -> Span {
        Span {
            start: self.reading.words[start].span().start,
            end: self.reading.words[start + words - 1].span().end,
        }
    }

    /// The counts and surface forms of some candidates, each for one document.
    pub fn rows(&self, wanted: &[usize]) -> Vec<TermRow> {
        let mut places: Map<&[TermId], usize> = Map::default();
        // Most words begin no wanted candidate, and need no look-up.
        let mut longest_wanted = vec![0; self.reading.terms.len()];
        for (place, &candidate) in wanted.iter().enumerate() {
            let terms = self.candidates[candidate].terms();
            places.insert(terms, place);
            let longest = &mut longest_wanted[terms[0] as usize];
            *longest = terms.len().max(*longest);
        }
        let mut rows = vec![
            TermRow {
                documents: 1,
                ..TermRow::default()
            };
            wanted.len()
        ];
        for (start, word) in self.reading.words.iter().enumerate() {
            for words in 1..=longest_wanted[word.term as usize] {
                if self.is_occurrence(start, words)
                    && let Some(&place) = places.get(&self.key(start, words)[..words])
                {
                    rows[place].add(&self.form(start, words), 1);
                }
            }
        }
        rows
    }

    fn key(&self, start: usize, words: usize) -> [TermId; LONGEST] {
        let mut key = [NONE; LONGEST];
        for (slot, word) in key
            .iter_mut()
            .zip(&self.reading.words[start..start + words])
        {
            *slot = word.term;
        }
        key
    }

    /// An occurrence as it is shown: as it is written, on one line.
    fn form(&self, start: usize, words: usize) -> String {
        one_line(self.span(start, words).of(self.document.text()))
    }
}

/// Documents of fewer content words are counted on one thread.
const LARGE: usize = 1 << 14;
/// More threads than this would spend their time reading.
const MOST_SHARES: usize = 8;

/// The counting of the candidates that begin with some of the terms.
///
/// The places of each term are listed, and each list is parted by the term that comes next, and again: a
/// list has the occurrences of one candidate, and no table of candidates is needed.
struct Counting<'a> {
    analysis: &'a Analysis<'a>,
    candidates: Vec<Candidate>,
}

impl<'a> Counting<'a> {
    /// The candidates whose first term leaves the rest `share` when divided by `shares`.
    fn of(analysis: &'a Analysis<'a>, share: TermId, shares: TermId) -> Vec<Candidate> {
        let words = &analysis.reading.words;
        let own = || {
            let places = (0_u32..).zip(words);
            places.filter(|(_, word)| word.term % shares == share)
        };
        let mut ends = vec![0; analysis.distinct_terms() / shares as usize + 1];
        for (_, word) in own() {
            ends[(word.term / shares) as usize] += 1;
        }
        let mut total = 0;
        for end in &mut ends {
            total += std::mem::replace(end, total);
        }
        let mut places = vec![0; total];
        for (place, word) in own() {
            // The start of each list moves on, until it is the end.
            let end = &mut ends[(word.term / shares) as usize];
            places[*end] = place;
            *end += 1;
        }
        let mut counting = Self {
            analysis,
            candidates: Vec::new(),
        };
        let mut start = 0;
        for end in ends {
            counting.count(&places[start..end], 1, &mut Vec::new());
            start = end;
        }
        counting.candidates
    }

    /// Counts the candidate of `words` words that stands at these places (rising), and all longer ones
    /// that begin with it. `next` is room to work in.
    fn count(&mut self, places: &[u32], words: usize, next: &mut Vec<u64>) {
        let from = next.len();
        self.add(places, words, next);
        next[from..].sort_unstable();
        let mut start = from;
        let until = next.len();
        let mut group: Vec<u32> = Vec::new();
        while start < until {
            let term = next[start] >> 32;
            let rest = next[start..until].iter();
            let of_term = rest.take_while(|&&pair| pair >> 32 == term);
            group.clear();
            group.extend(of_term.map(|&pair| pair as u32));
            start += group.len();
            self.count(&group, words + 1, next);
        }
        next.truncate(from);
    }

    /// Adds the candidate that stands at these places, and appends the term behind each place, where
    /// there is one in the same run, to `next`, with the place below it.
    fn add(&mut self, places: &[u32], words: usize, next: &mut Vec<u64>) {
        let analysis = self.analysis;
        let sequence = &analysis.reading.words;
        let mut candidate: Option<Candidate> = None;
        let mut last_sentence = None;
        for &at in places {
            let place = at as usize;
            let behind = sequence.get(place + words).filter(|word| !word.starts_run);
            if let Some(word) = behind.filter(|_| words < analysis.longest) {
                next.push((u64::from(word.term) << 32) | u64::from(at));
            }
            let occurrence = &sequence[place..place + words];
            if !is_candidate(occurrence) {
                continue;
            }
            let first = occurrence[0];
            let candidate = candidate.get_or_insert_with(|| new_candidate(analysis, place, words));
            candidate.count += 1;
            candidate.full += u32::from(first.starts_run && behind.is_none());
            candidate.named += u32::from(!first.starts_sentence && is_name(occurrence));
            candidate.counted += u32::from(first.is_counted);
            candidate.in_headings += u32::from(first.is_heading);
            candidate.sentences += u32::from(last_sentence != Some(first.sentence));
            last_sentence = Some(first.sentence);
        }
        self.candidates.extend(candidate);
    }
}

fn new_candidate(analysis: &Analysis, place: usize, words: usize) -> Candidate {
    let occurrence = &analysis.reading.words[place..place + words];
    let chars = |word: &Word| word.span().of(analysis.document.text()).chars().count();
    Candidate {
        key: analysis.key(place, words),
        words,
        count: 0,
        full: 0,
        named: 0,
        counted: 0,
        in_headings: 0,
        sentences: 0,
        first: occurrence[0].token,
        chars: occurrence.iter().map(chars).sum::<usize>() as u32,
        place: place as u32,
    }
}

/// Whether words of one run are a candidate: a single one only if it can be a keyword by itself, the
/// longest only if they are a name.
pub(super) fn is_candidate(words: &[Word]) -> bool {
    match words {
        [word] => word.face.stands_alone,
        [_, .., _] if words.len() == LONGEST => is_name(words),
        _ => true,
    }
}

/// Whether all words have a capital, outside of headings, where they often do.
fn is_name(words: &[Word]) -> bool {
    words
        .iter()
        .all(|word| !word.is_heading && word.face.is_capitalized)
}

/// Whether a word can be a keyword by itself: one of two letters only with a capital (EU, 5G); in scripts
/// without blanks, any.
pub(super) fn can_stand_alone(surface: &str) -> bool {
    let is_exempt = |c: char| c.is_uppercase() || crate::chars::is_unspaced(c);
    surface.len() > 8 || surface.chars().nth(2).is_some() || surface.contains(is_exempt)
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
        let candidates = analysis.candidates();
        let mut wanted: Vec<usize> = (0..candidates.len()).collect();
        wanted.sort_by_key(|&i| candidates[i].appearance());
        let rows = analysis.rows(&wanted);
        wanted
            .iter()
            .map(|&i| &candidates[i])
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
    fn abbreviations_before_names_and_numbers_end_a_run() {
        assert_eq!(
            listed("engineer Dr. Berg drew Fig. 3"),
            ["engineer 1/1", "Berg 1/0", "Berg drew 1/1", "drew 1/0"]
        );
        assert!(listed("the Dr of it").contains(&"Dr 1/1".to_owned()));
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
