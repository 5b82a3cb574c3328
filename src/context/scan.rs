//! Where a query's terms stand in a document: one pass over its tokens.

use std::ops::Range;

use super::matcher::{Face, Matcher, Role};
use super::query::{Extent, Query, QueryWord, Shape};
use crate::document::{BlockKind, Document, Span};
use crate::terms::counted_ranges;
use crate::text::{LanguageKit, WordSpan, ends_chunk, tokens};

/// So many tokens are found before they are looked up.
const SPANS: usize = 256;

/// A place where a term stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Hit {
    start: u32,
    end: u32,
    /// The number of the term in the query.
    pub term: u32,
    /// The place of its first word among the tokens of the document.
    pub token: u32,
}

impl Hit {
    fn new(span: Range<usize>, term: usize, token: u32) -> Self {
        Self {
            start: span.start as u32,
            end: span.end as u32,
            term: term as u32,
            token,
        }
    }

    pub fn span(&self) -> Span {
        Span {
            start: self.start as usize,
            end: self.end as usize,
        }
    }
}

/// The hits of a document in the order of its text, and how many tokens it has.
///
/// A place that several terms match is a hit of each, in the order of the query. Phrases may reach from one
/// sentence into the next.
pub(super) fn scan(document: &Document, kit: &LanguageKit, query: &Query) -> (Vec<Hit>, u32) {
    let mut scanner = Scanner::new(document.text(), query, kit);
    for range in counted_ranges(document) {
        scanner.scan(range);
    }
    let (mut hits, tokens) = (scanner.hits, scanner.tokens);
    hits.sort_unstable();
    (hits, tokens)
}

/// The hits in the tables of a document that has so many tokens. The words of tables are not among these: the place of a
/// hit is that of the table in the text.
pub(super) fn scan_tables(
    document: &Document,
    kit: &LanguageKit,
    query: &Query,
    tokens: u32,
) -> Vec<Hit> {
    let text = document.text();
    let mut scanner = Scanner::new(text, query, kit);
    let is_table = |kind: BlockKind| kind == BlockKind::Table && tokens > 0;
    let tables = document
        .blocks()
        .iter()
        .filter(|block| is_table(block.kind));
    for Span { start, end } in tables.map(|block| block.span) {
        scanner.scan(start..end);
    }
    let place = |start: u32| u64::from(tokens) * u64::from(start) / text.len() as u64;
    for hit in &mut scanner.hits {
        hit.token = place(hit.start) as u32;
    }
    scanner.hits
}

/// A token that has been looked at.
#[derive(Clone, Copy)]
struct Seen {
    start: usize,
    end: usize,
    face: Face,
}

impl Seen {
    /// The token without elision.
    fn core_start(&self) -> usize {
        self.start + self.face.offset as usize
    }

    /// The token without possessive. Of a token that takes no role, nothing is known.
    fn core_end(&self) -> usize {
        match self.face.class {
            0 => self.end,
            _ => self.core_start() + self.face.length as usize,
        }
    }
}

struct Scanner<'q, 'k> {
    text: &'q str,
    query: &'q Query,
    /// The first word of each term that is not just any: where its words are looked for.
    anchors: Vec<usize>,
    /// The words of the longest term.
    longest: usize,
    matcher: Matcher<'k>,
    hits: Vec<Hit>,
    /// Tokens that were found so far.
    tokens: u32,
}

impl<'q, 'k> Scanner<'q, 'k> {
    fn new(text: &'q str, query: &'q Query, kit: &'k LanguageKit) -> Self {
        let words = |term: &'q super::query::Term| match &term.shape {
            Shape::Words(words) => &words[..],
            Shape::Characters(_) => &[],
        };
        let anchor = |words: &[QueryWord]| {
            let is_given = |word: &QueryWord| word.extent != Extent::Nothing;
            words.iter().position(is_given).unwrap_or(0)
        };
        let all = || query.terms.iter().map(words);
        Self {
            text,
            query,
            anchors: all().map(anchor).collect(),
            longest: all().map(<[QueryWord]>::len).max().unwrap_or(0).max(1),
            matcher: Matcher::new(query, kit),
            hits: Vec::new(),
            tokens: 0,
        }
    }

    /// Finds the hits in a part of the text.
    fn scan(&mut self, range: Range<usize>) {
        let part = &self.text[range.clone()];
        let by_characters = self.hits_by_characters(range.clone());
        let mut waiting = by_characters.into_iter().peekable();
        let (mut window, mut spans) = (Vec::new(), Vec::new());
        // The tokens of the window up to here have been tried.
        let mut tried = 0;
        let mut tokens = tokens(part);
        let mut is_more = true;
        while is_more {
            spans.clear();
            is_more = tokens.fill(&mut spans, SPANS);
            for &span in &spans {
                let seen = self.seen(part, span, range.start);
                while let Some(hit) = waiting.next_if(|hit| (hit.start as usize) < seen.end) {
                    let token = self.tokens;
                    self.hits.push(Hit { token, ..hit });
                }
                self.tokens += 1;
                window.push(seen);
            }
            let reach = if is_more { self.longest - 1 } else { 0 };
            let until = window.len().saturating_sub(reach).max(tried);
            for at in tried..until {
                if window[at].face.class > 0 {
                    self.try_at(&window, at);
                }
            }
            let done = until.saturating_sub(self.longest - 1);
            window.drain(..done);
            tried = until - done;
        }
        let last = self.tokens.saturating_sub(1);
        self.hits
            .extend(waiting.map(|hit| Hit { token: last, ..hit }));
    }

    fn seen(&mut self, part: &str, (start, end): WordSpan, offset: usize) -> Seen {
        Seen {
            start: offset + start,
            end: offset + end,
            face: self.matcher.look_up(part, (start, end)),
        }
    }

    /// Adds the hits of the terms whose anchor the token at this place of the window can be.
    fn try_at(&mut self, window: &[Seen], at: usize) {
        let terms = &self.query.terms;
        for &Role { term, position } in self.matcher.roles(window[at].face.class) {
            let (term, position) = (term as usize, position as usize);
            let Shape::Words(words) = &terms[term].shape else {
                continue;
            };
            let Some(first) = at.checked_sub(position) else {
                continue;
            };
            let Some(run) = window.get(first..first + words.len()) else {
                continue;
            };
            if self.anchors[term] == position && self.is_run(run, term, words) {
                let span = run[0].core_start()..run[run.len() - 1].core_end();
                let token = self.tokens - (window.len() - first) as u32;
                self.hits.push(Hit::new(span, term, token));
            }
        }
    }

    /// Whether tokens are the words of a term, with nothing between them that must not be there.
    fn is_run(&self, run: &[Seen], term: usize, words: &[QueryWord]) -> bool {
        (0..words.len()).all(|place| {
            let (word, seen) = (&words[place], &run[place]);
            let role = Role {
                term: term as u32,
                position: place as u32,
            };
            let is_wanted = word.extent == Extent::Nothing
                || self.matcher.roles(seen.face.class).contains(&role);
            // An elided word is a word of its own: "police d'Atlanta".
            let is_near = || {
                place == 0
                    || word.is_set_off
                    || ((seen.face.offset == 0 || word.text.contains(['\'', '\u{2019}']))
                        && !ends_chunk(&self.text[run[place - 1].end..seen.start]))
            };
            is_wanted && is_near()
        })
    }

    /// The hits of the terms that are looked for character by character, in the order of the text.
    fn hits_by_characters(&self, range: Range<usize>) -> Vec<Hit> {
        let mut hits = Vec::new();
        let is_case_sensitive = self.query.matching.case_sensitive;
        for (number, term) in self.query.terms.iter().enumerate() {
            let Shape::Characters(wanted) = &term.shape else {
                continue;
            };
            let mut behind = range.start;
            for (start, _) in self.text[range.clone()].char_indices() {
                let start = range.start + start;
                let rest = &self.text[start..range.end];
                if start >= behind
                    && let Some(length) = length_of(wanted, rest, is_case_sensitive)
                {
                    behind = start + length;
                    hits.push(Hit::new(start..behind, number, 0));
                }
            }
        }
        hits.sort_unstable();
        hits
    }
}

/// How much of a text the characters take that it begins with; blanks may stand between them.
fn length_of(wanted: &[char], text: &str, is_case_sensitive: bool) -> Option<usize> {
    let mut chars = text.char_indices();
    let mut end = 0;
    for (place, &wanted) in wanted.iter().enumerate() {
        let mut next = chars.next()?;
        while place > 0 && next.1.is_whitespace() {
            next = chars.next()?;
        }
        let (start, c) = next;
        let is_same =
            c == wanted || (!is_case_sensitive && c.to_lowercase().eq(wanted.to_lowercase()));
        if !is_same {
            return None;
        }
        end = start + c.len_utf8();
    }
    Some(end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::context::Matching;
    use crate::source::format::plain;
    use crate::text::{Language, TextOptions};

    fn found(terms: &[&str], exact: bool, text: &str) -> Vec<(String, u32)> {
        let kit = LanguageKit::new(Language::english(), &TextOptions::default());
        let matching = Matching {
            exact,
            ..Matching::default()
        };
        let query = Query::new(terms, matching).unwrap();
        let document = plain("d", text);
        let (hits, tokens) = scan(&document, &kit, &query);
        assert_eq!(u64::from(tokens), crate::terms::Tally::of(&document).tokens);
        hits.iter()
            .map(|hit| (hit.span().of(text).to_owned(), hit.token))
            .collect()
    }

    fn texts(terms: &[&str], text: &str) -> Vec<String> {
        found(terms, false, text)
            .into_iter()
            .map(|hit| hit.0)
            .collect()
    }

    #[test]
    fn phrases_cross_line_breaks_and_no_punctuation() {
        let text = "The flood barrier, a flood, barrier and flood\nbarriers. Dr. Ames, Dr Ames.";
        assert_eq!(
            texts(&["flood barrier"], text),
            ["flood barrier", "flood\nbarriers"]
        );
        assert_eq!(texts(&["flood, barrier"], text).len(), 3);
        assert_eq!(texts(&["Dr. Ames"], text), ["Dr. Ames", "Dr Ames"]);
        assert_eq!(texts(&["flood * flood"], text).len(), 0);
        assert_eq!(
            texts(&["* flood barrier"], text),
            ["The flood barrier", "and flood\nbarriers"]
        );
        assert_eq!(texts(&["barrier *"], text), ["barrier and"]);
    }

    #[test]
    fn every_term_has_its_places() {
        let text = "One barrier, two barriers, a barrier gate.";
        let places = [("barrier", 1), ("barriers", 3), ("barrier", 5)];
        let places = places.map(|(term, token)| (term.to_owned(), token));
        let gate = ("barrier gate".to_owned(), 5);
        let twice: Vec<_> = places.iter().flat_map(|place| [place, place]).collect();
        assert_eq!(
            found(&["barrier*", "barrier", "barrier gate"], false, text),
            twice
                .into_iter()
                .chain([&gate])
                .cloned()
                .collect::<Vec<_>>()
        );
    }

    #[test]
    fn windows_hide_nothing() {
        let text = "high tide gate ".repeat(700);
        assert_eq!(found(&["tide gate high"], false, &text).len(), 699);
        let places: Vec<u32> = found(&["gate * tide"], false, &text)
            .iter()
            .map(|hit| hit.1)
            .collect();
        assert_eq!(places, (0..699).map(|i| 3 * i + 2).collect::<Vec<u32>>());
    }

    #[test]
    fn scripts_without_blanks_are_matched_by_word_or_by_character() {
        let text = "茶叶市场的修复工程。旧茶叶\n市场AI技术。";
        assert_eq!(texts(&["茶叶市场"], text).len(), 2);
        assert_eq!(texts(&["叶市"], text), Vec::<String>::new());
        assert_eq!(
            found(&["叶市"], true, text),
            [("叶市".to_owned(), 0), ("叶\n市".to_owned(), 6)]
        );
        assert_eq!(found(&["ai技"], true, text).len(), 1);
    }

    #[test]
    fn code_is_not_looked_at() {
        let kit = LanguageKit::new(Language::english(), &TextOptions::default());
        let query = Query::new(["gate shut"], Matching::default()).unwrap();
        let text = "A gate\n\n```\nshut gate shut\n```\n\nshut gate\n\nshut.\n";
        let options = crate::source::ReadOptions::default();
        let documents = crate::source::read_bytes("d.md", text.as_bytes().to_vec(), &options);
        let document = documents.into_iter().next().unwrap().unwrap();
        // The last one is parted by a blank line: sentences will tell.
        assert_eq!(scan(&document, &kit, &query).0.len(), 1);
    }
}
