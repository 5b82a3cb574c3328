//! Keyword tables of documents and of all of them together.

use super::all::All;
use super::fold::fold;
use super::rows::Rows;
use super::tables::{AllKeywords, DocumentKeywords, Keyword, Place};
use super::{Extracted, KeywordOptions};

/// The keyword tables of several documents, and of all of them.
///
/// Documents are added in the order of their names: of forms that are equally common, the first seen
/// is shown.
#[derive(Debug)]
pub struct Collection {
    options: KeywordOptions,
    /// The most documents that there will be.
    size: usize,
    documents: Vec<Extracted>,
    all: Option<All>,
}

impl Collection {
    /// An empty collection for one document.
    pub fn of_one(options: KeywordOptions) -> Self {
        Self {
            options,
            size: 1,
            documents: Vec::new(),
            all: None,
        }
    }

    /// An empty collection for up to `size` documents, with a table of all of them.
    pub fn new(options: KeywordOptions, size: usize) -> Self {
        Self {
            size,
            all: Some(All::default()),
            ..Self::of_one(options)
        }
    }

    /// Adds what one document gave.
    pub fn add(&mut self, mut document: Extracted) {
        if let Some(all) = &mut self.all {
            all.add(&document);
            document.rows = match self.options.method.in_set {
                None => self.shortened(&document.rows),
                Some(weigh) => self.hopeful(&document.rows, weigh),
            };
        }
        self.documents.push(document);
    }

    /// The rows that the document's table will have.
    fn shortened(&self, rows: &Rows) -> Rows {
        let KeywordOptions {
            top,
            keep_nested,
            min_count,
            ..
        } = self.options;
        let is_enough = |&i: &usize| rows.get(i).count >= min_count;
        let frequent: Vec<usize> = (0..rows.len()).filter(is_enough).collect();
        let kept: Vec<usize> = if keep_nested {
            frequent.into_iter().take(top).collect()
        } else {
            let words = |&i: &usize| {
                (
                    rows.name(i).split(' ').collect::<Vec<_>>(),
                    rows.get(i).count,
                )
            };
            let places = fold(frequent.iter().map(words), top);
            places.into_iter().map(|place| frequent[place]).collect()
        };
        rows.selected(&kept, |i| rows.get(i).score)
    }

    /// The rows that may come into the document's table once the set is known: those that would be as
    /// good as the last of the table now, if no other document had them, and all the others all of its.
    fn hopeful(&self, rows: &Rows, weigh: fn(f64, u64, u64) -> f64) -> Rows {
        let size = self.size as u64;
        let is_single = (0..rows.len()).all(|i| !rows.name(i).contains(' '));
        let frequent = |&i: &usize| rows.get(i).count >= self.options.min_count;
        let last = (0..rows.len())
            .filter(frequent)
            .nth(self.options.top.saturating_sub(1))
            .filter(|_| is_single)
            .map_or(0.0, |i| weigh(rows.get(i).score, size, size));
        let kept: Vec<usize> = (0..rows.len())
            .filter(frequent)
            .filter(|&i| weigh(rows.get(i).score, 1, size) >= last)
            .collect();
        rows.selected(&kept, |i| rows.get(i).score)
    }

    /// The tables: one a document, in the order they were added, and one of all.
    pub fn finish(mut self) -> (Vec<DocumentKeywords>, Option<AllKeywords>) {
        let all = self.all.take();
        let mut documents = std::mem::take(&mut self.documents);
        if let (Some(weigh), Some(all)) = (self.options.method.in_set, &all) {
            for document in &mut documents {
                let rows = &document.rows;
                let score =
                    |i: usize| weigh(rows.get(i).score, all.documents(rows.name(i)), all.size());
                let scores: Vec<f64> = (0..rows.len()).map(score).collect();
                let mut order: Vec<usize> = (0..rows.len()).collect();
                order.sort_by(|&a, &b| scores[b].total_cmp(&scores[a]));
                document.rows = self.shortened(&rows.selected(&order, |i| scores[i]));
            }
        }
        let documents = documents
            .into_iter()
            .map(|document| document.table(all.as_ref()))
            .collect();
        (documents, all.map(|all| all.table(&self.options)))
    }
}

impl Extracted {
    fn table(self, all: Option<&All>) -> DocumentKeywords {
        let Self { rows, tokens, .. } = &self;
        let keyword = |i: usize| {
            let row = rows.get(i);
            let first = Place {
                path: None,
                start: row.first.start,
                end: row.first.end,
                of: self.origin,
                line: row.line,
            };
            let documents = all.map_or(1, |all| all.documents(rows.name(i)));
            Keyword::new(
                i + 1,
                row.score,
                rows.form_list(i),
                documents,
                *tokens,
                first,
            )
        };
        DocumentKeywords {
            keywords: (0..rows.len()).map(keyword).collect(),
            path: self.path,
            title: self.title,
            language: self.language,
            language_from: self.language_from,
            words_total: self.tokens,
        }
    }
}
