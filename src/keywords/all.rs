//! The candidates of all documents of a run, small enough for millions.

use super::Extracted;
use super::KeywordOptions;
use super::fold::leading;
use super::tables::{AllKeywords, Keyword, Place};
use crate::document::Origin;
use crate::terms::{Form, Vocabulary};

/// The candidates of all documents, numbered by their names.
#[derive(Debug, Default)]
pub(super) struct All {
    tokens: u64,
    /// The name of each document, and what offsets into its text mean.
    documents: Vec<(String, Origin)>,
    names: Vocabulary,
    entries: Vec<Entry>,
    /// All surface forms one after another, and what is known of each.
    form_text: String,
    forms: Vec<FormEntry>,
}

/// What is counted of a candidate.
#[derive(Clone, Copy, Debug)]
struct Entry {
    score: f64,
    count: u64,
    documents: u32,
    /// The document where it first stands, and its place there.
    first_document: u32,
    start: u32,
    end: u32,
    line: u32,
    /// The first of its forms.
    form: u32,
}

#[derive(Clone, Copy, Debug)]
struct FormEntry {
    start: usize,
    count: u64,
    length: u32,
    /// The candidate's next form; [`NONE`]: there is none.
    next: u32,
}

const NONE: u32 = u32::MAX;

impl All {
    /// Adds the candidates of a document.
    pub fn add(&mut self, document: &Extracted) {
        let number = self.documents.len() as u32;
        self.documents
            .push((document.path.clone(), document.origin));
        self.tokens += document.tokens;
        let rows = &document.rows;
        for i in 0..rows.len() {
            let row = rows.get(i);
            let id = self.names.intern(rows.name(i)) as usize;
            if id == self.entries.len() {
                self.entries.push(Entry {
                    score: 0.0,
                    count: 0,
                    documents: 0,
                    first_document: number,
                    start: row.first.start as u32,
                    end: row.first.end as u32,
                    line: row.line as u32,
                    form: NONE,
                });
            }
            for (form, count) in rows.forms(i) {
                self.add_form(id, form, count);
            }
            let entry = &mut self.entries[id];
            entry.score += row.score;
            entry.count += row.count;
            entry.documents += 1;
        }
    }

    fn add_form(&mut self, id: usize, text: &str, count: u64) {
        let (mut last, mut next) = (NONE, self.entries[id].form);
        while let Some(form) = self.forms.get_mut(next as usize) {
            if &self.form_text[form.start..form.start + form.length as usize] == text {
                form.count += count;
                return;
            }
            (last, next) = (next, form.next);
        }
        let new = self.forms.len() as u32;
        match self.forms.get_mut(last as usize) {
            Some(last) => last.next = new,
            None => self.entries[id].form = new,
        }
        self.forms.push(FormEntry {
            start: self.form_text.len(),
            count,
            length: text.len() as u32,
            next: NONE,
        });
        self.form_text.push_str(text);
    }

    /// How many documents there are.
    pub fn size(&self) -> u64 {
        self.documents.len() as u64
    }

    /// How many documents have the candidate with this name.
    pub fn documents(&self, name: &str) -> u64 {
        let id = self.names.find(name);
        id.map_or(0, |id| u64::from(self.entries[id as usize].documents))
    }

    /// The table. Scores are added up over the documents (Fox & Shaw 1994, CombSUM), and weighed by the
    /// set where the method does so.
    pub fn table(&self, options: &KeywordOptions) -> AllKeywords {
        let score = |entry: &Entry| match options.method.in_set {
            Some(weigh) => weigh(entry.score, u64::from(entry.documents), self.size()),
            None => entry.score,
        };
        let scores: Vec<f64> = self.entries.iter().map(score).collect();
        let is_enough = |&i: &usize| self.entries[i].count >= options.min_count;
        let name = |i: usize| self.names.get(i as u32);
        let by_score = |&a: &usize, &b: &usize| {
            scores[b]
                .total_cmp(&scores[a])
                .then_with(|| name(a).cmp(name(b)))
        };
        let words = |i: usize| {
            (
                name(i).split(' ').collect::<Vec<_>>(),
                self.entries[i].count,
            )
        };
        let order: Vec<usize> = (0..self.entries.len()).filter(is_enough).collect();
        let best = leading(order, by_score, words, options);
        let largest = match best.first() {
            Some(&first) if options.method.is_relative => scores[first],
            _ => 1.0,
        };
        let keyword =
            |(place, &i): (usize, &usize)| self.keyword(place + 1, i, scores[i] / largest);
        AllKeywords {
            documents_total: self.size(),
            words_total: self.tokens,
            keywords: best.iter().enumerate().map(keyword).collect(),
        }
    }

    fn keyword(&self, rank: usize, id: usize, score: f64) -> Keyword {
        let entry = self.entries[id];
        let (path, of) = &self.documents[entry.first_document as usize];
        let first = Place {
            path: Some(path.clone()),
            start: entry.start as usize,
            end: entry.end as usize,
            of: *of,
            line: entry.line as usize,
        };
        let documents = u64::from(entry.documents);
        Keyword::new(
            rank,
            score,
            self.form_list(id),
            documents,
            self.tokens,
            first,
        )
    }

    /// The forms of a candidate, in the order of first appearance.
    fn form_list(&self, id: usize) -> Vec<Form> {
        let mut list = Vec::new();
        let mut next = self.entries[id].form;
        while let Some(form) = self.forms.get(next as usize) {
            list.push(Form {
                form: self.form_text[form.start..form.start + form.length as usize].to_owned(),
                count: form.count,
            });
            next = form.next;
        }
        list
    }
}
