//! Keyword tables of documents and of all of them together.

use std::cmp::Ordering;

use serde::Serialize;

use super::counted::Counted;
use super::fold::fold;
use super::{Analysis, METHODS, Method, Scoring};
use crate::document::{Document, Origin, Span};
use crate::terms::{Form, Tally, TermCounts, TermId, TermRow};
use crate::text::{LanguageKit, LanguageSource};

/// How keywords are extracted.
#[derive(Clone, Debug)]
pub struct KeywordOptions {
    /// How candidates are ranked.
    pub method: &'static Method,
    /// At most this many keywords a table.
    pub top: usize,
    /// The longest candidates, in words; `None`: the method's own.
    pub max_words: Option<usize>,
    /// Keep phrases that stand inside better, longer ones and never outside of them.
    pub keep_nested: bool,
    /// The fewest occurrences, in the table's documents.
    pub min_count: u64,
}

impl Default for KeywordOptions {
    fn default() -> Self {
        Self {
            method: &METHODS[0],
            top: 10,
            max_words: None,
            keep_nested: false,
            min_count: 1,
        }
    }
}

/// Where a keyword first stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Place {
    /// The document's name, in the table of all documents.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// Offset of its first byte.
    pub start: usize,
    /// Offset behind its last byte.
    pub end: usize,
    /// What the offsets are into.
    pub of: Origin,
    /// The line, from 1.
    pub line: usize,
}

impl Place {
    /// The place of a span in a document.
    fn of(span: Span, document: &Document) -> Self {
        Self {
            path: None,
            start: span.start,
            end: span.end,
            of: document.origin(),
            line: document.line(span.start),
        }
    }
}

/// A row of a keyword table.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Keyword {
    /// 1 for the best.
    pub rank: usize,
    /// Its commonest form.
    pub term: String,
    /// Its score; larger is better.
    pub score: f64,
    /// Its occurrences.
    pub count: u64,
    /// Its occurrences in a million tokens.
    pub per_million: f64,
    /// The documents of the run that have it.
    pub documents: u64,
    /// Where it first stands.
    pub first: Place,
    /// All its forms, in the order of first appearance.
    pub forms: Vec<Form>,
}

/// The keywords of one document.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DocumentKeywords {
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
    /// The keywords, best first.
    pub keywords: Vec<Keyword>,
}

/// The keywords of all documents together.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AllKeywords {
    /// Documents in all.
    pub documents_total: u64,
    /// Tokens in all.
    pub words_total: u64,
    /// The keywords, best first.
    pub keywords: Vec<Keyword>,
}

/// Ranks the candidates of single documents.
#[derive(Clone, Debug, Default)]
pub struct Extractor {
    options: KeywordOptions,
}

/// A candidate of a document, on its way into tables.
#[derive(Clone, Debug)]
struct Row {
    /// Its stems, parted by blanks.
    name: String,
    score: f64,
    counts: TermRow,
    first: Place,
}

/// What one document gives to a [`Collection`].
#[derive(Clone, Debug)]
pub struct Extracted {
    path: String,
    title: Option<String>,
    language: &'static str,
    language_from: Option<LanguageSource>,
    tokens: u64,
    /// Best first.
    rows: Vec<Row>,
}

impl Extractor {
    /// An extractor with these options.
    pub fn new(options: KeywordOptions) -> Self {
        Self { options }
    }

    /// The keywords of one document by itself.
    ///
    /// ```
    /// use epitome::keywords::{Extractor, KeywordOptions};
    /// use epitome::text::{Language, LanguageKits};
    ///
    /// let text = "The flood barrier held. The flood barrier is new, and the town likes it.";
    /// let document = epitome::source::format::plain("notes", text);
    /// let kits = LanguageKits::default();
    /// let table = Extractor::default().extract(&document, kits.get(Language::english()));
    /// assert_eq!(table.keywords[0].term, "flood barrier");
    /// ```
    pub fn extract(&self, document: &Document, kit: &LanguageKit) -> DocumentKeywords {
        let mut collection = Collection::new(self.options.clone(), false);
        collection.add(self.read(document, kit, false));
        let (mut documents, _) = collection.finish();
        documents.remove(0)
    }

    /// What a document gives to a collection; `for_all`: every candidate, for the table of all
    /// documents, and not only the best.
    pub fn read(&self, document: &Document, kit: &LanguageKit, for_all: bool) -> Extracted {
        let method = self.options.method;
        let (tokens, rows) = match method.scoring {
            Scoring::Count if self.counts_words() => {
                return self.read_tally(Tally::of(document), document, kit, for_all);
            }
            Scoring::Count => {
                let max_words = self.max_words();
                let count = |analysis: &Analysis| {
                    let candidates = analysis.candidates().iter();
                    candidates
                        .map(|candidate| f64::from(candidate.count))
                        .collect()
                };
                self.read_candidates(&Analysis::new(document, kit, max_words), count, for_all)
            }
            Scoring::Candidates(score) => {
                let analysis = Analysis::new(document, kit, self.max_words());
                self.read_candidates(&analysis, score, for_all)
            }
        };
        Extracted::new(document, kit, tokens, rows)
    }

    fn max_words(&self) -> usize {
        self.options
            .max_words
            .unwrap_or(self.options.method.max_words)
    }

    /// Whether single words are counted and no more: then a [`Tally`] is all that is needed.
    pub fn counts_words(&self) -> bool {
        matches!(self.options.method.scoring, Scoring::Count) && self.max_words() == 1
    }

    /// What a document gives whose words have been counted: see [`Extractor::counts_words`]. Of the
    /// document only the name, the title and the lines are asked for.
    pub fn read_tally(
        &self,
        tally: Tally,
        document: &Document,
        kit: &LanguageKit,
        for_all: bool,
    ) -> Extracted {
        let counted = Counted::new(tally, kit);
        let order = match for_all {
            true => counted.ranked(1, usize::MAX),
            false => counted.ranked(self.options.min_count, self.options.top),
        };
        let row = |(&term, counts): (&TermId, TermRow)| Row {
            name: counted.name(term).to_owned(),
            score: counted.count(term) as f64,
            counts,
            first: Place::of(counted.first(term), document),
        };
        let rows = order
            .iter()
            .zip(counted.rows(&order, kit))
            .map(row)
            .collect();
        Extracted::new(document, kit, counted.tokens(), rows)
    }

    /// The tokens of a document and its rows, by scores of its candidates.
    fn read_candidates(
        &self,
        analysis: &Analysis,
        score: impl Fn(&Analysis) -> Vec<f64>,
        for_all: bool,
    ) -> (u64, Vec<Row>) {
        let mut scores = score(analysis);
        let largest = scores.iter().copied().fold(0.0, f64::max);
        if self.options.method.is_relative && largest > 0.0 {
            scores.iter_mut().for_each(|score| *score /= largest);
        }
        let candidates = analysis.candidates();
        let mut order: Vec<usize> = (0..candidates.len()).filter(|&i| scores[i] > 0.0).collect();
        let by_score = |&a: &usize, &b: &usize| {
            let appearance = |i: usize| candidates[i].appearance();
            let descending = scores[b].total_cmp(&scores[a]);
            descending.then_with(|| appearance(a).cmp(&appearance(b)))
        };
        if for_all {
            order.sort_unstable_by(by_score);
        } else {
            order.retain(|&i| u64::from(candidates[i].count) >= self.options.min_count);
            order = self.best(analysis, order, by_score);
        }
        let row = |(&candidate, counts): (&usize, TermRow)| Row {
            name: analysis.name(&candidates[candidate]),
            score: scores[candidate],
            counts,
            first: Place::of(
                analysis.first_span(&candidates[candidate]),
                analysis.document(),
            ),
        };
        let rows = order.iter().zip(analysis.rows(&order)).map(row).collect();
        (analysis.tokens() as u64, rows)
    }

    /// The candidates that the document's table will have, of those in `order`, best first.
    fn best(
        &self,
        analysis: &Analysis,
        mut order: Vec<usize>,
        by_score: impl Fn(&usize, &usize) -> Ordering,
    ) -> Vec<usize> {
        let KeywordOptions {
            top, keep_nested, ..
        } = self.options;
        let candidates = analysis.candidates();
        // Few of many are wanted: only so many are sorted, and more if too many are folded.
        let mut enough = if keep_nested { top } else { 8 * top + 100 };
        loop {
            let sorted = if enough < order.len() {
                order.select_nth_unstable_by(enough, &by_score).0
            } else {
                &mut order[..]
            };
            sorted.sort_unstable_by(&by_score);
            let is_all = sorted.len() < enough;
            let keywords = sorted
                .iter()
                .map(|&i| (candidates[i].terms(), u64::from(candidates[i].count)));
            let best: Vec<usize> = if keep_nested {
                sorted[..top.min(sorted.len())].to_vec()
            } else {
                fold(keywords, top)
                    .into_iter()
                    .map(|place| sorted[place])
                    .collect()
            };
            if is_all || best.len() == top {
                return best;
            }
            enough *= 8;
        }
    }
}

/// The keyword tables of several documents, and of all of them.
///
/// Documents are added in the order of their names: of forms that are equally common, the first seen
/// is shown.
#[derive(Debug)]
pub struct Collection {
    options: KeywordOptions,
    documents: Vec<Extracted>,
    all: Option<All>,
}

/// The candidates of all documents.
#[derive(Debug, Default)]
struct All {
    counts: TermCounts,
    scores: Vec<f64>,
    firsts: Vec<Place>,
}

impl Collection {
    /// An empty collection; `with_all`: it will have a table of all documents.
    pub fn new(options: KeywordOptions, with_all: bool) -> Self {
        Self {
            options,
            documents: Vec::new(),
            all: with_all.then(All::default),
        }
    }

    /// Adds what one document gave.
    pub fn add(&mut self, mut document: Extracted) {
        if let Some(all) = &mut self.all {
            all.add(&document);
            if self.options.method.in_set.is_none() {
                self.shorten(&mut document);
            }
        }
        self.documents.push(document);
    }

    /// Leaves only the rows that the document's table will have.
    fn shorten(&self, document: &mut Extracted) {
        let mut rows = std::mem::take(&mut document.rows);
        rows.retain(|row| row.counts.count >= self.options.min_count);
        document.rows = shortened(rows, &self.options);
    }

    /// The tables: one a document, in the order they were added, and one of all.
    pub fn finish(mut self) -> (Vec<DocumentKeywords>, Option<AllKeywords>) {
        let all = self.all.take();
        if let (Some(weigh), Some(all)) = (self.options.method.in_set, &all) {
            let total = all.counts.documents;
            let mut documents = std::mem::take(&mut self.documents);
            for document in &mut documents {
                for row in &mut document.rows {
                    row.score = weigh(row.score, all.documents(&row.name), total);
                }
                document.rows.sort_by(|a, b| b.score.total_cmp(&a.score));
                self.shorten(document);
            }
            self.documents = documents;
        }
        let documents = self
            .documents
            .into_iter()
            .map(|document| document.table(all.as_ref()))
            .collect();
        (documents, all.map(|all| all.table(&self.options)))
    }
}

/// The best rows, without those that the options leave out; they come best first.
fn shortened(rows: Vec<Row>, options: &KeywordOptions) -> Vec<Row> {
    let mut rows = rows;
    if options.keep_nested {
        rows.truncate(options.top);
        return rows;
    }
    let words = |row: &Row| -> Vec<String> { row.name.split(' ').map(str::to_owned).collect() };
    let mut kept = fold(
        rows.iter().map(|row| (words(row), row.counts.count)),
        options.top,
    )
    .into_iter()
    .peekable();
    let mut index = 0;
    rows.retain(|_| {
        let is_kept = kept.next_if_eq(&index).is_some();
        index += 1;
        is_kept
    });
    rows
}

impl Extracted {
    fn new(document: &Document, kit: &LanguageKit, tokens: u64, rows: Vec<Row>) -> Self {
        Self {
            path: document.path.clone(),
            title: document.title.clone(),
            language: kit.language.code,
            language_from: None,
            tokens,
            rows,
        }
    }

    /// The same, with where its language is from.
    pub fn in_language_from(self, from: LanguageSource) -> Self {
        Self {
            language_from: Some(from),
            ..self
        }
    }

    fn table(self, all: Option<&All>) -> DocumentKeywords {
        let tokens = self.tokens;
        let keyword = |(place, row): (usize, Row)| {
            let documents = all.map_or(1, |all| all.documents(&row.name));
            row.keyword(place + 1, tokens, documents)
        };
        DocumentKeywords {
            path: self.path,
            title: self.title,
            language: self.language,
            language_from: self.language_from,
            words_total: tokens,
            keywords: self.rows.into_iter().enumerate().map(keyword).collect(),
        }
    }
}

impl Row {
    fn keyword(self, rank: usize, tokens: u64, documents: u64) -> Keyword {
        Keyword {
            rank,
            term: self.counts.shown().to_owned(),
            score: self.score,
            count: self.counts.count,
            per_million: self.counts.count as f64 / tokens.max(1) as f64 * 1e6,
            documents,
            first: self.first,
            forms: self.counts.forms,
        }
    }
}

impl All {
    fn add(&mut self, document: &Extracted) {
        self.counts.documents += 1;
        self.counts.tokens += document.tokens;
        for row in &document.rows {
            let id = self.counts.add(&row.name, &row.counts) as usize;
            if id == self.scores.len() {
                self.scores.push(0.0);
                self.firsts.push(Place {
                    path: Some(document.path.clone()),
                    ..row.first.clone()
                });
            }
            self.scores[id] += row.score;
        }
    }

    /// How many documents have the candidate with this name.
    fn documents(&self, name: &str) -> u64 {
        self.counts
            .find(name)
            .map_or(0, |id| self.counts.row(id).documents)
    }

    /// Scores are added up over the documents (Fox & Shaw 1994, CombSUM), and weighed by the set
    /// where the method does so.
    fn table(self, options: &KeywordOptions) -> AllKeywords {
        let Self {
            counts,
            scores,
            firsts,
        } = self;
        let total = counts.documents;
        let row = |((name, counts), (score, first)): ((&str, &TermRow), (f64, Place))| Row {
            name: name.to_owned(),
            score: match options.method.in_set {
                Some(weigh) => weigh(score, counts.documents, total),
                None => score,
            },
            counts: counts.clone(),
            first,
        };
        let mut rows: Vec<Row> = counts
            .iter()
            .zip(scores.into_iter().zip(firsts))
            .map(row)
            .filter(|row| row.counts.count >= options.min_count)
            .collect();
        rows.sort_by(|a, b| {
            b.score
                .total_cmp(&a.score)
                .then_with(|| a.name.cmp(&b.name))
        });
        let mut rows = shortened(rows, options);
        let largest = rows.first().map_or(1.0, |row| row.score);
        if options.method.is_relative {
            rows.iter_mut().for_each(|row| row.score /= largest);
        }
        let keyword = |(place, row): (usize, Row)| {
            let documents = row.counts.documents;
            row.keyword(place + 1, counts.tokens, documents)
        };
        AllKeywords {
            documents_total: total,
            words_total: counts.tokens,
            keywords: rows.into_iter().enumerate().map(keyword).collect(),
        }
    }
}
