//! Counts in files: tab-separated values that other programs read too, and that can be added up.
//!
//! Two comment lines tell the version and how was counted, one for each document its tokens and its name; then
//! comes a table with a line a term: its count, its documents, its surface forms and its counts in each document,
//! the last two as JSON. Documents and terms are in a fixed order, so that the same counts are the same bytes.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::io::{self, BufRead, Write};

use super::{Corpus, Form, TermId};

/// How files with counts begin.
const HEAD: &str = "# epitome.counts/1";
const SETTINGS: &str = "# counted\t";
const DOCUMENT: &str = "# document\t";
const COLUMNS: &str = "term\tcount\tdocuments\tforms\tby_document";

/// Why a file with counts can't be read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SavedError {
    /// The bytes can't be had.
    #[error("{}", crate::source::reason(.0))]
    Io(#[from] io::Error),
    /// It was counted in another way.
    #[error("counted otherwise: {found}, not {expected}")]
    Settings {
        /// How it was counted.
        found: String,
        /// How all others are.
        expected: String,
    },
    /// A line is not what it should be.
    #[error("line {line}: {what}")]
    Line {
        /// The line, from 1.
        line: usize,
        /// What is wrong with it.
        what: &'static str,
    },
}

/// Whether a text with these first bytes holds counts.
pub fn is_saved(start: &[u8]) -> bool {
    start.starts_with(HEAD.as_bytes())
}

/// Writes counts. `settings` says how they were counted: only counts of the same settings can be added up.
///
/// # Errors
/// When the output can't be written.
pub fn write(corpus: &Corpus, settings: &str, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{HEAD}\n{SETTINGS}{settings}")?;
    let documents = in_order(corpus);
    for &document in &documents {
        let known = &corpus.documents()[document];
        writeln!(
            out,
            "{DOCUMENT}{}\t{}",
            known.tokens,
            serde_json::to_string(&known.name)?
        )?;
    }
    writeln!(out, "{COLUMNS}")?;
    let mut places: Vec<Vec<(usize, u64)>> = vec![Vec::new(); corpus.len()];
    for (place, &document) in documents.iter().enumerate() {
        for (term, count) in corpus.cells(document) {
            places[term as usize].push((place, count));
        }
    }
    let mut terms: Vec<TermId> = (0..corpus.len() as TermId).collect();
    terms.sort_unstable_by_key(|&term| corpus.term(term));
    for term in terms {
        let places = &places[term as usize];
        let count: u64 = places.iter().map(|(_, count)| count).sum();
        if places.is_empty() {
            continue;
        }
        let forms: BTreeMap<&str, u64> = corpus
            .forms(term)
            .iter()
            .map(|form| (form.form.as_str(), form.count))
            .collect();
        writeln!(
            out,
            "{}\t{count}\t{}\t{}\t{}",
            corpus.term(term),
            places.len(),
            serde_json::to_string(&forms)?,
            serde_json::to_string(places)?
        )?;
    }
    Ok(())
}

/// The documents by name; those of one name by their size, then by their terms.
fn in_order(corpus: &Corpus) -> Vec<usize> {
    let mut documents: Vec<usize> = (0..corpus.documents().len()).collect();
    documents.sort_by(|&a, &b| {
        let known = |document: usize| {
            let known = &corpus.documents()[document];
            (known.name.as_str(), known.tokens)
        };
        known(a).cmp(&known(b)).then_with(|| by_terms(corpus, a, b))
    });
    documents
}

fn by_terms(corpus: &Corpus, a: usize, b: usize) -> Ordering {
    let [a, b] = [a, b].map(|document| {
        let cells = corpus
            .cells(document)
            .map(|(term, count)| (corpus.term(term), count));
        let mut cells: Vec<(&str, u64)> = cells.collect();
        cells.sort_unstable();
        cells
    });
    a.cmp(&b)
}

/// Adds the counts of a file to a corpus, and hands out the numbers of its documents there.
///
/// # Errors
/// When the file can't be read, is damaged, or was counted with other settings than these; where there are none
/// yet, they become its own. The corpus is then as it was.
pub fn read(
    input: &mut dyn BufRead,
    settings: &mut Option<String>,
    corpus: &mut Corpus,
) -> Result<Vec<usize>, SavedError> {
    let mut reader = Reader::default();
    let mut line = String::new();
    while input.read_line(&mut line)? > 0 {
        reader.line += 1;
        reader.take(line.trim_end_matches(['\n', '\r']), settings)?;
        line.clear();
    }
    if !reader.has_columns {
        return reader.wrong("it ends before the table");
    }
    Ok(reader.add_to(corpus))
}

/// What has been read of a file.
#[derive(Default)]
struct Reader {
    line: usize,
    has_settings: bool,
    has_columns: bool,
    /// Name and tokens of each document.
    documents: Vec<(String, u64)>,
    terms: Vec<(String, BTreeMap<String, u64>)>,
    /// The places of terms and their counts, document by document.
    cells: Vec<Vec<(usize, u64)>>,
}

impl Reader {
    fn wrong<T>(&self, what: &'static str) -> Result<T, SavedError> {
        Err(SavedError::Line {
            line: self.line,
            what,
        })
    }

    fn take(&mut self, line: &str, settings: &mut Option<String>) -> Result<(), SavedError> {
        if self.has_columns {
            return match self.term(line) {
                Some(()) => Ok(()),
                None => self.wrong("not a term and its counts"),
            };
        }
        if let Some(found) = line.strip_prefix(SETTINGS) {
            self.has_settings = true;
            let expected = settings.get_or_insert_with(|| found.to_owned());
            if found != expected {
                let (found, expected) = (found.to_owned(), expected.clone());
                return Err(SavedError::Settings { found, expected });
            }
        } else if let Some(document) = line.strip_prefix(DOCUMENT) {
            match document_of(document) {
                Some(document) => self.documents.push(document),
                None => return self.wrong("not the tokens and the name of a document"),
            }
        } else if line == COLUMNS && self.has_settings {
            self.has_columns = true;
            self.cells = vec![Vec::new(); self.documents.len()];
        } else if line != HEAD || self.line != 1 {
            return self.wrong("not a line of saved counts");
        }
        Ok(())
    }

    fn term(&mut self, line: &str) -> Option<()> {
        let mut fields = line.split('\t');
        let (term, count, documents) = (fields.next()?, fields.next()?, fields.next()?);
        let forms: BTreeMap<String, u64> = serde_json::from_str(fields.next()?).ok()?;
        let places: Vec<(usize, u64)> = serde_json::from_str(fields.next()?).ok()?;
        let sum = |mut counts: Box<dyn Iterator<Item = &u64> + '_>| {
            counts.try_fold(0_u64, |sum, &count| sum.checked_add(count))
        };
        let is_ascending = places.windows(2).all(|pair| pair[0].0 < pair[1].0);
        let is_right = is_ascending
            && count.parse().ok() == sum(Box::new(places.iter().map(|(_, count)| count)))
            && count.parse().ok() == sum(Box::new(forms.values()))
            && documents.parse() == Ok(places.len())
            && fields.next().is_none();
        if !is_right {
            return None;
        }
        for (document, count) in places {
            self.cells
                .get_mut(document)?
                .push((self.terms.len(), count));
        }
        self.terms.push((term.to_owned(), forms));
        Some(())
    }

    fn add_to(self, corpus: &mut Corpus) -> Vec<usize> {
        let intern = |(term, forms): (String, BTreeMap<String, u64>)| {
            let forms = forms.into_iter().map(|(form, count)| Form { form, count });
            corpus.add_term(&term, forms)
        };
        let ids: Vec<TermId> = self.terms.into_iter().map(intern).collect();
        let documents = self.documents.into_iter().zip(self.cells);
        documents
            .map(|((name, tokens), cells)| {
                corpus.add_cells(
                    name,
                    tokens,
                    cells.into_iter().map(|(term, count)| (ids[term], count)),
                )
            })
            .collect()
    }
}

fn document_of(line: &str) -> Option<(String, u64)> {
    let (tokens, name) = line.split_once('\t')?;
    Some((serde_json::from_str(name).ok()?, tokens.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::source::format::plain;
    use crate::terms::TermCounts;
    use crate::text::{Language, LanguageKit, TextOptions};

    fn corpus(texts: &[(String, String)]) -> Corpus {
        let kit = LanguageKit::new(Language::english(), &TextOptions::default());
        let mut corpus = Corpus::default();
        for (name, text) in texts {
            corpus.add(
                name.clone(),
                TermCounts::of(&plain(name, text.as_str()), &kit),
            );
        }
        corpus
    }

    fn written(corpus: &Corpus) -> String {
        let mut bytes = Vec::new();
        write(corpus, "words", &mut bytes).unwrap();
        String::from_utf8(bytes).unwrap()
    }

    fn merged(files: &[&str]) -> String {
        let mut corpus = Corpus::default();
        for file in files {
            read(&mut file.as_bytes(), &mut None, &mut corpus).unwrap();
        }
        written(&corpus)
    }

    #[test]
    fn a_file_by_hand() {
        let texts = [
            ("b", "Barriers rose; the barrier fell."),
            ("a\n", "Barrier"),
        ];
        let texts = texts.map(|(name, text)| (name.to_owned(), text.to_owned()));
        let expected = "# epitome.counts/1\n# counted\twords\n# document\t1\t\"a\\n\"\n# document\t5\t\"b\"\n\
            term\tcount\tdocuments\tforms\tby_document\n\
            barrier\t3\t2\t{\"Barrier\":1,\"Barriers\":1,\"barrier\":1}\t[[0,1],[1,2]]\n\
            fell\t1\t1\t{\"fell\":1}\t[[1,1]]\n\
            rose\t1\t1\t{\"rose\":1}\t[[1,1]]\n";
        assert_eq!(written(&corpus(&texts)), expected);
    }

    #[test]
    fn what_is_damaged_or_counted_otherwise_is_told() {
        let whole = written(&corpus(&[("a".to_owned(), "The barrier rose.".to_owned())]));
        let error = |text: &str, settings: &str| {
            let mut corpus = Corpus::default();
            let error = read(
                &mut text.as_bytes(),
                &mut Some(settings.to_owned()),
                &mut corpus,
            )
            .unwrap_err();
            assert!(corpus.documents().is_empty() && corpus.is_empty());
            error.to_string()
        };
        assert_eq!(
            error(&whole, "stems"),
            "counted otherwise: words, not stems"
        );
        assert_eq!(
            error(&whole[..25], "words"),
            "line 2: not a line of saved counts"
        );
        assert_eq!(
            error(&whole[..40], "words"),
            "line 3: not a line of saved counts"
        );
        let bad_count = whole.replace("barrier\t1", "barrier\t2");
        assert_eq!(
            error(&bad_count, "words"),
            "line 5: not a term and its counts"
        );
        let bad_place = whole.replace("[[0,1]]", "[[9,1]]");
        assert_eq!(
            error(&bad_place, "words"),
            "line 5: not a term and its counts"
        );
    }

    proptest! {
        #[test]
        fn adding_up_is_exact_in_any_order_and_grouping(texts in prop::collection::vec(("[ab]", "[a-dA-D ]{0,20}"), 0..7), cuts in (0_usize..7, 0_usize..7)) {
            let whole = written(&corpus(&texts));
            let (first, second) = (cuts.0.min(cuts.1).min(texts.len()), cuts.0.max(cuts.1).min(texts.len()));
            let parts = [&texts[..first], &texts[first..second], &texts[second..]];
            let [a, b, c] = parts.map(|part| written(&corpus(part)));
            prop_assert_eq!(&merged(&[&a, &b, &c]), &whole);
            prop_assert_eq!(&merged(&[&c, &a, &b]), &whole);
            prop_assert_eq!(&merged(&[&a, &merged(&[&b, &c])]), &whole);
            prop_assert_eq!(&merged(&[&merged(&[&a, &b]), &c]), &whole);
        }
    }
}
