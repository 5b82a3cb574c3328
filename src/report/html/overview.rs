//! All of it: what several documents have in common and what sets them apart, then document by document.

use askama::Template;

use super::comparison::{self, Figures};
use super::table::{Cell, Column, Table};
use super::text::{self, Targets, Text};
use super::{link, named, summary};
use crate::overview::{Overview, Portrait, Set, Similarity, SpreadKeyword, TermRates};
use crate::report::numbers::{grouped, significant};

/// Up to so many documents have plots: they are as large as everything else together.
const WITH_PLOTS: usize = 6;
/// Texts of more documents are folded.
const UNFOLDED: usize = 3;
/// The similarity of more documents is told as a list of pairs.
const WITH_MATRIX: usize = 40;
/// So many pairs are told then.
const PAIRS: usize = 20;
/// So many terms that set a document apart are told in one line.
const TERMS: usize = 8;
/// So many keywords tell what a document is about, in a line.
const FEW: usize = 3;

/// What is told of the set.
#[derive(Template)]
#[template(path = "set.html")]
pub(super) struct SetView<'o> {
    lead: String,
    documents: Table,
    keywords: Table,
    rates: Table,
    similarity: Option<Table>,
    apart: Table,
    /// The documents by number, for the table of contents.
    names: Vec<&'o str>,
    has_plots: bool,
}

/// What is told of a document.
#[derive(Template)]
#[template(path = "portrait.html")]
pub(super) struct PortraitView<'o> {
    number: usize,
    heading: Option<String>,
    details: String,
    link: Option<String>,
    language: &'static str,
    sentences: Vec<summary::Sentence<'o>>,
    keywords: Table,
    apart: Option<Figures>,
    text: Text<'o>,
}

pub(super) fn title(overview: &Overview) -> String {
    match &overview.documents[..] {
        [one] => title_of(one).to_owned(),
        several => format!("{} documents", grouped(several.len() as u64)),
    }
}

fn title_of(portrait: &Portrait) -> &str {
    let summary = &portrait.summary;
    summary.title.as_deref().unwrap_or(match &*summary.path {
        "-" => "standard input",
        path => path,
    })
}

/// What tells documents apart where there is little room: their paths, without the folders that they share.
fn names(overview: &Overview) -> Vec<&str> {
    let paths = overview
        .documents
        .iter()
        .map(|document| &*document.summary.path);
    let folder = |path: &str| path.rfind('/').map_or(0, |slash| slash + 1);
    let mut shared: Option<&str> = None;
    for path in paths.clone() {
        let own = &path[..folder(path)];
        let known = shared.unwrap_or(own);
        let same = known
            .bytes()
            .zip(own.bytes())
            .take_while(|(a, b)| a == b)
            .count();
        shared = Some(&known[..folder(&known[..known.floor_char_boundary(same)])]);
    }
    let length = shared.map_or(0, str::len);
    paths.map(|path| &path[length..]).collect()
}

/// Whether there are plots of what sets each document apart.
pub(super) fn has_plots(overview: &Overview) -> bool {
    overview.set.is_some() && overview.documents.len() <= WITH_PLOTS
}

pub(super) fn of_set<'o>(overview: &'o Overview, set: &'o Set) -> SetView<'o> {
    let names = names(overview);
    let words = set.keywords.words_total;
    let sentences = overview
        .documents
        .iter()
        .map(|document| document.summary.sentences_total);
    SetView {
        lead: format!(
            "{} documents · {} sentences · {} words",
            grouped(overview.documents.len() as u64),
            grouped(sentences.sum::<usize>() as u64),
            grouped(words)
        ),
        documents: documents(overview, &names),
        keywords: set_keywords(set),
        rates: rates(&names, &set.rates),
        similarity: set
            .similarity
            .as_ref()
            .map(|found| similarity(&names, found)),
        apart: apart(&names, set),
        names,
        has_plots: has_plots(overview),
    }
}

/// A cell that leads to a document of the page.
fn to_document(names: &[&str], place: usize) -> Cell {
    Cell::text(names[place]).with_link(Some(format!("#d{}", place + 1)))
}

fn documents(overview: &Overview, names: &[&str]) -> Table {
    let row = |(place, portrait): (usize, &Portrait)| {
        let summary = &portrait.summary;
        let terms = portrait.keywords.iter().take(FEW);
        let terms: Vec<&str> = terms.map(|spread| &*spread.keyword.term).collect();
        vec![
            to_document(names, place),
            Cell::text(summary.title.as_deref().unwrap_or_default()),
            Cell::text(summary.language),
            Cell::count(summary.sentences_total as u64),
            Cell::count(summary.words_total as u64),
            Cell::text(terms.join(", ")),
        ]
    };
    Table {
        caption: "The documents".to_owned(),
        columns: vec![
            Column::name("document"),
            Column::words("title"),
            Column::text("language"),
            Column::number("sentences"),
            Column::number("words"),
            Column::words("keywords"),
        ],
        rows: overview.documents.iter().enumerate().map(row).collect(),
    }
}

fn set_keywords(set: &Set) -> Table {
    let best = set
        .keywords
        .keywords
        .first()
        .map_or(1.0, |keyword| keyword.score);
    let row = |keyword: &crate::keywords::Keyword| {
        vec![
            Cell::count(keyword.rank as u64),
            Cell::text(&keyword.term),
            Cell::number(keyword.score, significant).with_bar(keyword.score / best),
            Cell::count(keyword.count),
            Cell::count(keyword.documents),
        ]
    };
    Table {
        caption: "Keywords of all documents together, the best first".to_owned(),
        columns: vec![
            Column::number("#"),
            Column::name("term"),
            Column::number("score"),
            Column::number("count"),
            Column::number("documents"),
        ],
        rows: set.keywords.keywords.iter().map(row).collect(),
    }
}

/// Documents × keywords.
fn rates(names: &[&str], rates: &[TermRates]) -> Table {
    let mut columns = vec![Column::name("document")];
    columns.extend(rates.iter().map(|row| Column::number(row.term.clone())));
    let most = |row: &TermRates| row.per_million.iter().copied().fold(0.0, f64::max);
    let most: Vec<f64> = rates.iter().map(most).collect();
    let row = |place: usize| {
        let cell = |(row, most): (&TermRates, &f64)| {
            let share = if *most > 0.0 {
                row.per_million[place] / most
            } else {
                0.0
            };
            Cell::some(row.counts[place]).with_heat(share)
        };
        let cells = rates.iter().zip(&most).map(cell);
        std::iter::once(to_document(names, place))
            .chain(cells)
            .collect()
    };
    Table {
        caption: "Occurrences; the darker, the larger their share of the document's words"
            .to_owned(),
        columns,
        rows: (0..names.len()).map(row).collect(),
    }
}

/// Documents × documents, or the pairs that are most alike.
fn similarity(names: &[&str], similarity: &Similarity) -> Table {
    let count = similarity.documents();
    let written = |cosine: f64| format!("{cosine:.2}");
    if count > WITH_MATRIX {
        let pairs = similarity.pairs().into_iter().take(PAIRS);
        let row = |pair: crate::overview::Likeness| {
            vec![
                to_document(names, pair.a),
                to_document(names, pair.b),
                Cell::number(pair.cosine, written).with_bar(pair.cosine),
            ]
        };
        return Table {
            caption: "The documents that are most alike, by the cosine of their words".to_owned(),
            columns: vec![
                Column::name("document"),
                Column::text("other document"),
                Column::number("cosine"),
            ],
            rows: pairs.map(row).collect(),
        };
    }
    let mut columns = vec![Column::number("#"), Column::name("document")];
    columns.extend((1..=count).map(|number| Column::number(number.to_string())));
    // Shades tell apart what is there: of pairs, the most alike is the darkest.
    let most = similarity.pairs().first().map_or(1.0, |pair| pair.cosine);
    let row = |a: usize| {
        let cell = |b: usize| match a == b {
            true => Cell::text("·"),
            false => {
                let cosine = similarity.cosine(a, b);
                Cell::number(cosine, written).with_heat(cosine / most)
            }
        };
        let head = [Cell::count(a as u64 + 1), to_document(names, a)];
        head.into_iter().chain((0..count).map(cell)).collect()
    };
    Table {
        caption: "Cosines of the documents' words: 0 nothing in common, 1 the same".to_owned(),
        columns,
        rows: (0..count).map(row).collect(),
    }
}

/// What sets each document apart, in a line.
fn apart(names: &[&str], set: &Set) -> Table {
    let row = |(place, pair): (usize, &crate::compare::Pair)| {
        let rows = set.comparison.rows(pair).iter().take(TERMS);
        let terms: Vec<&str> = rows.map(|row| &*row.term).collect();
        let terms = match terms.is_empty() {
            true => "–".to_owned(),
            false => terms.join(", "),
        };
        vec![to_document(names, place), Cell::text(terms)]
    };
    Table {
        caption: "Terms that a document has significantly more of than all others together"
            .to_owned(),
        columns: vec![Column::name("document"), Column::words("terms")],
        rows: set.comparison.pairs.iter().enumerate().map(row).collect(),
    }
}

/// The documents, one by one.
pub(super) fn portraits<'o>(
    overview: &'o Overview,
    depth: Option<usize>,
) -> impl Iterator<Item = PortraitView<'o>> {
    let count = overview.documents.len();
    let mut parts = match (&overview.set, has_plots(overview)) {
        (Some(set), true) => comparison::parts(&set.comparison)
            .map(|part| Some(part.figures))
            .collect(),
        _ => Vec::new(),
    };
    parts.resize_with(count, || None);
    let documents = overview.documents.iter().zip(parts).enumerate();
    documents.map(move |(place, (portrait, apart))| view(place + 1, portrait, apart, count, depth))
}

fn view<'o>(
    number: usize,
    portrait: &'o Portrait,
    apart: Option<Figures>,
    count: usize,
    depth: Option<usize>,
) -> PortraitView<'o> {
    let found = &portrait.summary;
    let passages = found.passages.as_deref().unwrap_or_default();
    let mut targets = Targets::new(number, passages);
    let mut sentences =
        summary::sentences(&found.summary, &found.path, found.title.as_deref(), None);
    for (sentence, row) in sentences.iter_mut().zip(&found.summary) {
        sentence.link = targets.link(row.span.start);
    }
    let keywords = keywords(&portrait.keywords, &mut targets);
    PortraitView {
        number,
        heading: (count > 1).then(|| named(found.title.as_deref(), &found.path)),
        details: summary::details(found),
        link: link::to_document(&found.path, depth),
        language: found.language,
        sentences,
        keywords,
        apart,
        text: text::of(passages, found.language, targets, count <= UNFOLDED),
    }
}

fn keywords(rows: &[SpreadKeyword], targets: &mut Targets) -> Table {
    let best = rows.first().map_or(1.0, |row| row.keyword.score);
    let row = |SpreadKeyword { keyword, parts }: &SpreadKeyword| {
        let first = format!("line {}", grouped(keyword.first.line as u64));
        vec![
            Cell::count(keyword.rank as u64),
            Cell::text(&keyword.term),
            Cell::number(keyword.score, significant).with_bar(keyword.score / best),
            Cell::count(keyword.count),
            Cell::strip(parts),
            Cell::text(first).with_link(targets.link(keyword.first.start)),
        ]
    };
    Table {
        caption: "Keywords, and where in the text they stand".to_owned(),
        columns: vec![
            Column::number("#"),
            Column::name("term"),
            Column::number("score"),
            Column::number("count"),
            Column::text("where"),
            Column::text("first"),
        ],
        rows: rows.iter().map(row).collect(),
    }
}
