//! The lines of a concordance: which, in what order, with what around them.

use serde::ser::{Serialize, Serializer};

use super::query::Query;
use super::scan::{Hit, scan, scan_tables};
use super::sentences::{Placed, Sentences};
use super::spread::{Cut, TermSpread, spreads};
use super::surroundings::{end_of_right, spaced, start_of_left, words_before, words_behind};
use crate::document::{Document, Origin, Span, one_line};
use crate::rank::lot;
use crate::text::{LanguageKit, LanguageSource};

/// The order of the lines of a document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// As they stand in the text.
    #[default]
    Position,
    /// By the words before, the nearest first.
    Left,
    /// By the words behind, the nearest first.
    Right,
}

/// Which lines of a document are kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Selection {
    /// All.
    #[default]
    All,
    /// So many, the first in their order.
    First(usize),
    /// So many, drawn by lot: the same on every run over the same text.
    Random(usize),
}

/// Headings of more bytes are cut where they are told.
const LONGEST_SECTION: usize = 1_000;

/// How a concordance is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ContextOptions {
    /// Characters before and behind a match, within its paragraph; `None`: its sentence.
    pub width: Option<usize>,
    /// The order of the lines.
    pub sort: Sort,
    /// Which lines are kept; what is counted are all.
    pub selection: Selection,
    /// The parts that a text is cut into, to tell how a term is spread over it.
    pub parts: usize,
    /// Whether there are lines at all, or counts only.
    pub lines: bool,
}

impl Default for ContextOptions {
    fn default() -> Self {
        Self {
            width: None,
            sort: Sort::Position,
            selection: Selection::All,
            parts: 40,
            lines: true,
        }
    }
}

/// Where the terms of a query stand in a document.
#[derive(Clone, Debug, serde::Serialize)]
#[non_exhaustive]
pub struct Concordance {
    /// The document's name.
    pub path: String,
    /// Its title.
    pub title: Option<String>,
    /// ISO 639-1 code of its language.
    pub language: &'static str,
    /// Where the language is from, if the caller tells.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language_from: Option<LanguageSource>,
    /// Its tokens: words, with hyphenated ones as one.
    pub words_total: u64,
    /// Places where any term stands.
    pub count: u64,
    /// The parts that the text is cut into: as many tokens each, but for one.
    pub parts_total: usize,
    /// The terms, in the order in which they were given, and how each is spread over the parts.
    pub terms: Vec<TermSpread>,
    /// The lines, unless only counts are wanted.
    #[serde(rename = "matches", skip_serializing_if = "Option::is_none")]
    pub lines: Option<Lines>,
}

/// The lines of a concordance. They are made from the document when they are asked for: where each word is a
/// match, they are larger than the text by far.
#[derive(Clone, Debug)]
pub struct Lines {
    document: Document,
    terms: Vec<String>,
    places: Vec<Placed>,
    width: Option<usize>,
    cut: Cut,
}

/// A match and what is around it: `left`, `matched` and `right` are the sentence, on one line.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Line<'c> {
    /// The term that is found, as it was given.
    pub term: &'c str,
    /// What stands before the match.
    pub left: String,
    /// The match, as it is written.
    #[serde(rename = "match")]
    pub matched: String,
    /// What stands behind the match.
    pub right: String,
    /// Where the match stands, in bytes.
    pub span: Span,
    /// Where its sentence stands.
    pub sentence: Span,
    /// What the spans are offsets into.
    pub of: Origin,
    /// The line (from 1) the match begins on.
    pub line: usize,
    /// The page (from 1) it begins on, if the file has pages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<usize>,
    /// The nearest heading above it; one of more than 1,000 bytes is cut, with an ellipsis.
    pub section: Option<String>,
    /// The part of the text, from 0.
    pub part: usize,
}

impl Line<'_> {
    /// What tells a reader where it is: the page, or the line.
    pub fn number(&self) -> usize {
        self.page.unwrap_or(self.line)
    }
}

/// Finds the terms of a query in a document in the language of `kit`, and in its tables too, whose words are not among
/// those that are counted.
///
/// ```
/// use epitome::context::{ContextOptions, Matching, Query, concordance};
/// use epitome::text::{Language, LanguageKits};
///
/// let text = "The barrier held. People were glad of the\nbarriers.";
/// let document = epitome::source::format::plain("notes", text);
/// let kits = LanguageKits::default();
/// let query = Query::new(["barrier"], Matching::default()).unwrap();
/// let kit = kits.get(Language::english());
/// let found = concordance(document, kit, &query, &ContextOptions::default());
/// assert_eq!((found.count, found.words_total), (2, 9));
/// let lines: Vec<_> = found.lines.iter().flat_map(|lines| lines.iter()).collect();
/// assert_eq!(lines[1].left, "People were glad of the ");
/// assert_eq!((&*lines[1].matched, &*lines[1].right, lines[1].line), ("barriers", ".", 2));
/// ```
pub fn concordance(
    document: Document,
    kit: &LanguageKit,
    query: &Query,
    options: &ContextOptions,
) -> Concordance {
    let (mut hits, tokens) = hits(&document, kit, query, Scope::TextAndTables);
    let cut = Cut::new(tokens, options.parts);
    let terms = spreads(query.terms(), &hits, cut);
    // What several terms match is one place, which is told with the first of them.
    hits.dedup_by_key(|hit| hit.span());
    let count = hits.len() as u64;
    let places = options.lines.then(|| places(&document, kit, hits, options));
    Concordance {
        path: document.path.clone(),
        title: document.title.clone(),
        language: kit.language.code,
        language_from: None,
        words_total: u64::from(tokens),
        count,
        parts_total: cut.parts(),
        terms,
        lines: places.map(|places| Lines {
            document,
            terms: query.terms().map(str::to_owned).collect(),
            places,
            width: options.width,
            cut,
        }),
    }
}

/// How the terms of a query are spread over a document that is cut into parts: what [`concordance`] counts.
pub fn spread(
    document: &Document,
    kit: &LanguageKit,
    query: &Query,
    parts: usize,
) -> Vec<TermSpread> {
    let (hits, tokens) = hits(document, kit, query, Scope::Text);
    spreads(query.terms(), &hits, Cut::new(tokens, parts))
}

/// Where terms are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Scope {
    /// In all that is counted.
    Text,
    /// In tables as well.
    TextAndTables,
}

/// The places where terms stand within sentences, and the tokens of a document: those that are counted.
fn hits(document: &Document, kit: &LanguageKit, query: &Query, scope: Scope) -> (Vec<Hit>, u32) {
    let (mut hits, tokens) = scan(document, kit, query);
    if scope == Scope::TextAndTables {
        hits.extend(scan_tables(document, kit, query, tokens));
        hits.sort_unstable();
    }
    if query.needs_sentences() {
        let mut sentences = Sentences::new(document, kit);
        hits.retain(|&hit| sentences.hold(hit));
    }
    (hits, tokens)
}

/// The places of the lines, in their order.
fn places(
    document: &Document,
    kit: &LanguageKit,
    mut hits: Vec<Hit>,
    options: &ContextOptions,
) -> Vec<Placed> {
    let most = match options.selection {
        Selection::First(most) => most,
        _ => usize::MAX,
    };
    if let Selection::Random(most) = options.selection {
        draw(&mut hits, most);
    }
    if options.sort == Sort::Position {
        hits.truncate(most);
    }
    let mut sentences = Sentences::new(document, kit);
    let mut places: Vec<Placed> = hits
        .into_iter()
        .filter_map(|hit| sentences.place(hit))
        .collect();
    let text = document.text();
    let bounds = |placed: &Placed| bounds(document, placed, options.width);
    match options.sort {
        Sort::Position => {}
        Sort::Left => places.sort_by_cached_key(|placed| {
            words_before(text, bounds(placed), placed.hit.span().start)
        }),
        Sort::Right => places
            .sort_by_cached_key(|placed| words_behind(text, bounds(placed), placed.hit.span().end)),
    }
    places.truncate(most);
    places
}

/// Keeps some hits, drawn by lot, in their order.
fn draw(hits: &mut Vec<Hit>, most: usize) {
    if hits.len() <= most {
        return;
    }
    // Each text has a lottery of its own.
    let add = |seed: u64, token: u32| (seed ^ u64::from(token)).wrapping_mul(0x0000_0100_0000_01b3);
    let seed = hits
        .iter()
        .map(|hit| hit.token)
        .fold(0xcbf2_9ce4_8422_2325, add);
    let mut lots: Vec<(f64, usize)> = (0..hits.len())
        .map(|place| (lot(seed, place as u64), place))
        .collect();
    lots.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    let mut drawn: Vec<Hit> = lots[..most].iter().map(|&(_, place)| hits[place]).collect();
    drawn.sort_unstable();
    *hits = drawn;
}

/// Where what is around a match may stand: in its sentence, or in its paragraph where a width is given.
fn bounds(document: &Document, placed: &Placed, width: Option<usize>) -> Span {
    match width {
        None => placed.sentence(),
        Some(_) => document.blocks()[placed.block as usize].span,
    }
}

/// The nearest heading above a block. Every line repeats it, so one that is longer than a page is cut.
fn section(document: &Document, block: usize) -> Option<String> {
    let (heading, text) = (document.heading_above(block)?, document.text());
    let Span { start, end } = document.blocks()[heading].span;
    let cut = text.floor_char_boundary(end.min(start + LONGEST_SECTION));
    let ellipsis = if cut < end { "…" } else { "" };
    Some(one_line(&text[start..cut]) + ellipsis)
}

impl Lines {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// The characters on each side that were asked for; `None`: lines are sentences.
    pub fn width(&self) -> Option<usize> {
        self.width
    }

    /// The lines, in their order.
    pub fn iter(&self) -> impl Iterator<Item = Line<'_>> {
        self.places.iter().map(|placed| self.line(placed))
    }

    fn line(&self, placed: &Placed) -> Line<'_> {
        let Self {
            document, width, ..
        } = self;
        let (text, span) = (document.text(), placed.hit.span());
        let Span { start, end } = bounds(document, placed, *width);
        let (start, end) = match *width {
            None => (start, end),
            Some(width) => (
                start_of_left(text, start, span.start, width),
                end_of_right(text, span.end, end, width),
            ),
        };
        Line {
            term: &self.terms[placed.hit.term as usize],
            left: spaced(&text[start..span.start]),
            matched: one_line(span.of(text)),
            right: spaced(&text[span.end..end]),
            span,
            sentence: placed.sentence(),
            of: document.origin(),
            line: document.line(span.start),
            page: document.page(span.start),
            section: section(document, placed.block as usize),
            part: self.cut.part(placed.hit.token),
        }
    }
}

impl Serialize for Lines {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::context::Matching;
    use crate::source::format::plain;
    use crate::text::{Language, TextOptions};

    fn found(term: &str, text: &str, options: &ContextOptions) -> Concordance {
        let kit = LanguageKit::new(Language::english(), &TextOptions::default());
        let query = Query::new([term], Matching::default()).unwrap();
        concordance(plain("d", text), &kit, &query, options)
    }

    fn listed(term: &str, text: &str, options: ContextOptions) -> Vec<String> {
        let concordance = found(term, text, &options);
        let line = |line: Line| format!("{}[{}]{}", line.left, line.matched, line.right);
        concordance
            .lines
            .iter()
            .flat_map(Lines::iter)
            .map(line)
            .collect()
    }

    const TEXT: &str = "Gates\n\nThe old gate is shut. A new gate,\nthey say, opens. Gates of iron! An old gate \
        held.\n\nFlood. Gate three is late.\n";

    #[test]
    fn lines_are_sentences() {
        let usual = ContextOptions::default();
        assert_eq!(
            listed("gate", TEXT, usual),
            [
                "[Gates]",
                "The old [gate] is shut.",
                "A new [gate], they say, opens.",
                "[Gates] of iron!",
                "An old [gate] held.",
                "[Gate] three is late."
            ]
        );
        assert_eq!(listed("flood gate", TEXT, usual), [""; 0]);
        assert_eq!(listed("flood. gate", TEXT, usual), [""; 0]);
        assert_eq!(listed("gate, they", TEXT, usual).len(), 1);
    }

    #[test]
    fn each_term_is_counted_and_no_place_is_listed_twice() {
        let kit = LanguageKit::new(Language::english(), &TextOptions::default());
        let query = Query::new(["gates", "old gat*", "gate"], Matching::default()).unwrap();
        let found = concordance(plain("d", TEXT), &kit, &query, &ContextOptions::default());
        let counts: Vec<u64> = found.terms.iter().map(|term| term.count).collect();
        assert_eq!(counts, [6, 2, 6]);
        assert_eq!(found.count, 8);
        assert_eq!(found.lines.map(|lines| lines.len()), Some(8));
    }

    #[test]
    fn width_reaches_beyond_the_sentence_and_not_beyond_the_paragraph() {
        let width = |width| ContextOptions {
            width: Some(width),
            ..ContextOptions::default()
        };
        let lines = listed("gate", TEXT, width(12));
        assert_eq!(lines[0], "[Gates]");
        assert_eq!(lines[3], "say, opens. [Gates] of iron! An");
        assert_eq!(listed("gate", TEXT, width(0))[3], "[Gates]");
    }

    #[test]
    fn lines_are_sorted_by_their_neighbours() {
        let sort = |sort| ContextOptions {
            sort,
            ..ContextOptions::default()
        };
        let left = listed("gate", TEXT, sort(Sort::Left));
        // Without a word before: as in the text. Then "new", and "old" behind "an" and "the".
        assert_eq!(left[0], "[Gates]");
        assert_eq!(
            left[3..],
            [
                "A new [gate], they say, opens.",
                "An old [gate] held.",
                "The old [gate] is shut."
            ]
        );
        let right = listed("gate", TEXT, sort(Sort::Right));
        let first = |line: &String| line.split(']').nth(1).unwrap().to_owned();
        let behind: Vec<String> = right.iter().map(first).collect();
        assert_eq!(
            behind,
            [
                "",
                " held.",
                " is shut.",
                " of iron!",
                ", they say, opens.",
                " three is late."
            ]
        );
        let first = ContextOptions {
            selection: Selection::First(2),
            ..sort(Sort::Right)
        };
        assert_eq!(listed("gate", TEXT, first), right[..2]);
    }

    #[test]
    fn a_sample_is_the_same_on_every_run_and_counts_are_of_all() {
        let text = "The gate is shut. ".repeat(400);
        let options = ContextOptions {
            selection: Selection::Random(7),
            ..ContextOptions::default()
        };
        let starts = || -> (u64, Vec<usize>) {
            let found = found("gate", &text, &options);
            let lines = found.lines.iter().flat_map(Lines::iter);
            (found.count, lines.map(|line| line.span.start).collect())
        };
        let (count, sample) = starts();
        assert_eq!((count, sample.len()), (400, 7));
        assert!(sample.is_sorted() && sample[6] > 2_000);
        assert_eq!(starts().1, sample);
    }

    /// 24 words in 8 parts of three: the term is the first word of all but the last two.
    #[test]
    fn the_spread_is_told_by_parts() {
        let text = format!(
            "{}{}",
            "gate one two. ".repeat(6),
            "three four five. ".repeat(2)
        );
        let options = ContextOptions {
            parts: 8,
            lines: false,
            ..ContextOptions::default()
        };
        let found = found("gate", &text, &options);
        assert!(found.lines.is_none());
        let term = &found.terms[0];
        assert_eq!(term.parts, [1, 1, 1, 1, 1, 1, 0, 0]);
        assert_eq!((term.range, term.per_million), (6, 250_000.0));
        // v is ⅙ in six parts and 0 in two, s is ⅛: DP = ½ (6 · (⅙ − ⅛) + 2 · ⅛) = ¼.
        assert!((term.dp.unwrap() - 0.25).abs() < 1e-12);
    }

    proptest! {
        #[test]
        fn a_line_is_its_sentence(text in "([a-c .,\n]|gate|Gates ){0,80}", width in prop::option::of(0_usize..20)) {
            let options = ContextOptions { width, ..ContextOptions::default() };
            let found = found("gate", &text, &options);
            for line in found.lines.iter().flat_map(Lines::iter) {
                prop_assert!(line.sentence.start <= line.span.start && line.span.end <= line.sentence.end);
                prop_assert!(line.span.of(&text).to_lowercase().starts_with("gate"));
                let whole = format!("{}{}{}", line.left, line.matched, line.right);
                match width {
                    None => prop_assert_eq!(whole, one_line(line.sentence.of(&text))),
                    Some(width) => prop_assert!(line.left.len().max(line.right.len()) <= width),
                }
            }
        }
    }
}
