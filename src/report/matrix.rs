//! Tables of all documents and terms, for other programs: one format a file name extension.

use std::io::{self, Write};
use std::path::Path;

use serde_json::{Map, Value, json};

use crate::map::Set;
use crate::terms::{Corpus, TermId};

/// What stands in the cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Values {
    /// Occurrences.
    Counts,
    /// Occurrences in a million tokens of the document.
    PerMillion,
    /// Occurrences times ln(N/n), for n of N documents with the term (Spärck Jones 1972).
    TfIdf,
}

/// A corpus as a table: a row a document, a column a term, the most frequent first.
#[derive(Debug)]
pub struct Matrix<'c> {
    corpus: &'c Corpus,
    values: Values,
    /// The terms of the columns.
    terms: Vec<TermId>,
    /// Their names: no two are alike.
    names: Vec<String>,
    /// The column of each term, if it has one.
    columns: Vec<Option<usize>>,
    /// How many documents have each term.
    documents: Vec<u64>,
}

impl<'c> Matrix<'c> {
    /// The table of the terms that occur `min_count` times or more.
    pub fn new(corpus: &'c Corpus, values: Values, min_count: u64) -> Self {
        let (mut counts, mut documents) = (vec![0_u64; corpus.len()], vec![0_u64; corpus.len()]);
        for document in 0..corpus.documents().len() {
            for (term, count) in corpus.cells(document) {
                counts[term as usize] += count;
                documents[term as usize] += 1;
            }
        }
        let count = |term: TermId| counts[term as usize];
        let mut terms: Vec<TermId> = (0..corpus.len() as TermId).collect();
        terms.retain(|&term| count(term) >= min_count.max(1));
        let name = |term: TermId| (corpus.shown(term), corpus.term(term));
        terms.sort_by(|&a, &b| count(b).cmp(&count(a)).then_with(|| name(a).cmp(&name(b))));
        let names = names(corpus, &terms);
        let mut columns = vec![None; corpus.len()];
        for (column, &term) in terms.iter().enumerate() {
            columns[term as usize] = Some(column);
        }
        Self {
            corpus,
            values,
            terms,
            names,
            columns,
            documents,
        }
    }

    /// The cells of a document that are not empty: column and value, by column.
    fn cells(&self, document: usize) -> Vec<(usize, Value)> {
        let cell = |(term, count): (TermId, u64)| {
            Some((
                self.columns[term as usize]?,
                self.value(document, term, count),
            ))
        };
        let mut cells: Vec<(usize, Value)> = self.corpus.cells(document).filter_map(cell).collect();
        cells.sort_unstable_by_key(|&(column, _)| column);
        cells
    }

    fn value(&self, document: usize, term: TermId, count: u64) -> Value {
        let documents = self.corpus.documents();
        match self.values {
            Values::Counts => json!(count),
            Values::PerMillion => {
                json!(count as f64 / documents[document].tokens.max(1) as f64 * 1e6)
            }
            Values::TfIdf => {
                let share = documents.len() as f64 / self.documents[term as usize] as f64;
                json!(count as f64 * share.ln())
            }
        }
    }
}

/// The commonest form of each term, with the term itself where two share a form, as they may in a set of several
/// languages.
fn names(corpus: &Corpus, terms: &[TermId]) -> Vec<String> {
    let mut known: Set<&str> = Set::default();
    let name = |&term: &TermId| match known.insert(corpus.shown(term)) {
        true => corpus.shown(term).to_owned(),
        false => format!("{} ({})", corpus.shown(term), corpus.term(term)),
    };
    terms.iter().map(name).collect()
}

/// A format of such tables.
#[derive(Debug)]
pub struct Format {
    /// The extension of its files.
    pub extension: &'static str,
    /// Writes a table.
    pub write: fn(&Matrix, &mut dyn Write) -> io::Result<()>,
}

/// All formats.
pub static FORMATS: &[Format] = &[
    Format {
        extension: "csv",
        write: |matrix, out| separated(matrix, b',', out),
    },
    Format {
        extension: "tsv",
        write: |matrix, out| separated(matrix, b'\t', out),
    },
    Format {
        extension: "jsonl",
        write: json_lines,
    },
    Format {
        extension: "mtx",
        write: matrix_market,
    },
];

/// The format of a file with this name, which may end in `.gz`.
pub fn by_path(path: &Path) -> Option<&'static Format> {
    let name = path.file_name()?.to_str()?;
    let extension = Path::new(name.strip_suffix(".gz").unwrap_or(name)).extension()?;
    FORMATS.iter().find(|format| extension == format.extension)
}

/// A line a document, with its name and tokens before the terms.
fn separated(matrix: &Matrix, delimiter: u8, out: &mut dyn Write) -> io::Result<()> {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(delimiter)
        .from_writer(out);
    writer.write_record(
        ["path", "words_total"]
            .into_iter()
            .chain(matrix.names.iter().map(String::as_str)),
    )?;
    for (document, known) in matrix.corpus.documents().iter().enumerate() {
        let mut row = vec!["0".to_owned(); matrix.terms.len()];
        for (column, value) in matrix.cells(document) {
            row[column] = value.to_string();
        }
        row.splice(0..0, [known.name.clone(), known.tokens.to_string()]);
        writer.write_record(row)?;
    }
    writer.flush()
}

/// An object a document, with the terms that it has.
fn json_lines(matrix: &Matrix, out: &mut dyn Write) -> io::Result<()> {
    for (document, known) in matrix.corpus.documents().iter().enumerate() {
        let cells = matrix.cells(document).into_iter();
        let name = |column: usize| matrix.names[column].clone();
        let terms: Map<String, Value> =
            cells.map(|(column, value)| (name(column), value)).collect();
        let row = json!({"path": known.name, "words_total": known.tokens, "terms": terms});
        writeln!(out, "{row}")?;
    }
    Ok(())
}

/// Matrix Market's coordinate format (Boisvert, Pozo & Remington 1996), with the names of rows and columns in
/// comments.
fn matrix_market(matrix: &Matrix, out: &mut dyn Write) -> io::Result<()> {
    let field = match matrix.values {
        Values::Counts => "integer",
        Values::PerMillion | Values::TfIdf => "real",
    };
    writeln!(out, "%%MatrixMarket matrix coordinate {field} general")?;
    let documents = matrix.corpus.documents();
    for (row, document) in documents.iter().enumerate() {
        writeln!(out, "% row {} {}", row + 1, json!(document.name))?;
    }
    for (column, name) in matrix.names.iter().enumerate() {
        writeln!(out, "% column {} {}", column + 1, json!(name))?;
    }
    let all: usize = (0..documents.len())
        .map(|document| matrix.cells(document).len())
        .sum();
    writeln!(out, "{} {} {all}", documents.len(), matrix.terms.len())?;
    for document in 0..documents.len() {
        for (column, value) in matrix.cells(document) {
            writeln!(out, "{} {} {value}", document + 1, column + 1)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::format::plain;
    use crate::terms::TermCounts;
    use crate::text::{Language, LanguageKit, TextOptions};

    fn written(name: &str, values: Values, min_count: u64) -> String {
        let kit = LanguageKit::new(Language::english(), &TextOptions::default());
        let mut corpus = Corpus::default();
        for (name, text) in [
            ("a", "Herons and a heron, reeds."),
            ("b,c", "The heron and a stone"),
        ] {
            corpus.add(name, TermCounts::of(&plain(name, text), &kit));
        }
        let mut out = Vec::new();
        let format = by_path(Path::new(name)).unwrap();
        (format.write)(&Matrix::new(&corpus, values, min_count), &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn one_table_in_each_format() {
        assert_eq!(
            written("x.csv", Values::Counts, 1),
            "path,words_total,heron,reeds,stone\na,5,2,1,0\n\"b,c\",5,1,0,1\n"
        );
        assert_eq!(
            written("x.jsonl.gz", Values::PerMillion, 2),
            "{\"path\":\"a\",\"terms\":{\"heron\":400000.0},\"words_total\":5}\n\
             {\"path\":\"b,c\",\"terms\":{\"heron\":200000.0},\"words_total\":5}\n"
        );
        assert_eq!(
            written("x.mtx", Values::TfIdf, 1),
            "%%MatrixMarket matrix coordinate real general\n% row 1 \"a\"\n% row 2 \"b,c\"\n\
             % column 1 \"heron\"\n% column 2 \"reeds\"\n% column 3 \"stone\"\n2 3 4\n\
             1 1 0.0\n1 2 0.6931471805599453\n2 1 0.0\n2 3 0.6931471805599453\n"
        );
        assert!(by_path(Path::new("x.parquet")).is_none());
    }
}
