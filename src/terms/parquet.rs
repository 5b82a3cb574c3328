//! Partial counts as Parquet, for engines that add them up.

use std::io::{self, Write};
use std::sync::Arc;

use parquet::basic::Compression;
use parquet::data_type::{ByteArray, ByteArrayType, DataType, DoubleType, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedFileWriter, SerializedRowGroupWriter};
use parquet::schema::parser::parse_message_type;

use super::{Corpus, Partial, Sums};

/// How counts are told in the metadata of a file: what they are, and how was counted.
pub const VERSION: [&str; 2] = ["epitome.counts", "1"];
/// The key of how was counted: only counts that agree in it can be added up.
pub const COUNTED: &str = "epitome.counted";

/// Without a term, a row is of all tokens of a group; without a group, of documents that are in none.
const SCHEMA: &str = "message counts {
    optional binary group (STRING);
    optional binary term (STRING);
    required int64 documents;
    required int64 count;
    required int64 count_squares;
    required double rates;
    required double rate_squares;
    required double roots;
    required double logs;
    required group forms (MAP) {
        repeated group key_value {
            required binary key (STRING);
            required int64 value;
        }
    }
}";

/// So many rows are a row group.
const ROWS: usize = 1 << 18;

/// A row of the table.
struct Row<'c> {
    group: Option<&'c str>,
    term: Option<&'c str>,
    sums: Sums,
    forms: Vec<(&'c str, u64)>,
}

/// Writes the sums of groups of documents, in the order of the groups: for each a row without a term, then one for
/// each of its terms. `settings` says how they were counted.
///
/// # Errors
/// When the output can't be written.
pub fn write(
    groups: &[(Option<String>, Corpus)],
    settings: &str,
    out: &mut dyn Write,
) -> io::Result<()> {
    let bytes = bytes(groups, settings).map_err(io::Error::other)?;
    out.write_all(&bytes)
}

fn bytes(groups: &[(Option<String>, Corpus)], settings: &str) -> Result<Vec<u8>, ParquetError> {
    let metadata = [VERSION, [COUNTED, settings]]
        .map(|[key, value]| KeyValue::new(key.to_owned(), value.to_owned()));
    let properties = WriterProperties::builder()
        .set_compression(Compression::SNAPPY)
        .set_key_value_metadata(Some(metadata.to_vec()))
        .build();
    let schema = Arc::new(parse_message_type(SCHEMA)?);
    let mut writer = SerializedFileWriter::new(Vec::new(), schema, Arc::new(properties))?;
    let mut rows: Vec<Row> = Vec::new();
    for (group, corpus) in groups {
        let partial = Partial::of(corpus);
        let group = group.as_deref();
        rows.push(Row {
            group,
            term: None,
            sums: partial.all,
            forms: Vec::new(),
        });
        for row in partial.terms {
            rows.push(Row {
                group,
                term: Some(row.term),
                sums: row.sums,
                forms: row.forms.into_iter().collect(),
            });
        }
    }
    for rows in rows.chunks(ROWS) {
        let mut columns = Columns(writer.next_row_group()?);
        columns.write(rows)?;
        columns.0.close()?;
    }
    writer.into_inner()
}

/// Writes the columns of some rows, in the order of the schema.
struct Columns<'w>(SerializedRowGroupWriter<'w, Vec<u8>>);

impl Columns<'_> {
    fn write(&mut self, rows: &[Row]) -> Result<(), ParquetError> {
        self.optional(rows, |row| row.group)?;
        self.optional(rows, |row| row.term)?;
        self.numbers(rows, |sums| sums.documents)?;
        self.numbers(rows, |sums| sums.count)?;
        self.numbers(rows, |sums| sums.count_squares)?;
        self.fractions(rows, |sums| sums.rates)?;
        self.fractions(rows, |sums| sums.rate_squares)?;
        self.fractions(rows, |sums| sums.roots)?;
        self.fractions(rows, |sums| sums.logs)?;
        // A map is told by levels: a row without a form has one entry that is not defined, and all forms of a row
        // but the first repeat.
        let (mut defined, mut repeated) = (Vec::new(), Vec::new());
        for row in rows {
            let entries = row.forms.len().max(1);
            defined.extend((0..entries).map(|_| i16::from(!row.forms.is_empty())));
            repeated.extend((0..entries).map(|place| i16::from(place > 0)));
        }
        let levels = (Some(&defined[..]), Some(&repeated[..]));
        let forms = || rows.iter().flat_map(|row| &row.forms);
        let keys: Vec<ByteArray> = forms().map(|&(form, _)| form.into()).collect();
        self.column::<ByteArrayType>(&keys, levels)?;
        let counts: Vec<i64> = forms().map(|&(_, count)| whole(count)).collect();
        self.column::<Int64Type>(&counts, levels)
    }

    fn optional<'r>(
        &mut self,
        rows: &'r [Row],
        get: impl Fn(&'r Row) -> Option<&'r str>,
    ) -> Result<(), ParquetError> {
        let values: Vec<ByteArray> = rows.iter().filter_map(&get).map(ByteArray::from).collect();
        let levels: Vec<i16> = rows
            .iter()
            .map(|row| i16::from(get(row).is_some()))
            .collect();
        self.column::<ByteArrayType>(&values, (Some(&levels), None))
    }

    fn numbers(&mut self, rows: &[Row], get: fn(&Sums) -> u64) -> Result<(), ParquetError> {
        let values: Vec<i64> = rows.iter().map(|row| whole(get(&row.sums))).collect();
        self.column::<Int64Type>(&values, (None, None))
    }

    fn fractions(&mut self, rows: &[Row], get: fn(&Sums) -> f64) -> Result<(), ParquetError> {
        let values: Vec<f64> = rows.iter().map(|row| get(&row.sums)).collect();
        self.column::<DoubleType>(&values, (None, None))
    }

    fn column<T: DataType>(
        &mut self,
        values: &[T::T],
        (defined, repeated): (Option<&[i16]>, Option<&[i16]>),
    ) -> Result<(), ParquetError> {
        let missing = || ParquetError::General("more columns than the schema has".to_owned());
        let mut column = self.0.next_column()?.ok_or_else(missing)?;
        column.typed::<T>().write_batch(values, defined, repeated)?;
        column.close()
    }
}

/// Parquet has no larger whole numbers that every engine adds up.
fn whole(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::fs::File;

    use parquet::file::reader::{FileReader, SerializedFileReader};
    use parquet::record::{Field, RowAccessor};

    use super::*;
    use crate::source::format::plain;
    use crate::terms::TermCounts;
    use crate::text::{Language, LanguageKit, TextOptions};

    fn corpus(texts: &[&str]) -> Corpus {
        let kit = LanguageKit::new(Language::english(), &TextOptions::default());
        let mut corpus = Corpus::default();
        for text in texts {
            corpus.add("d", TermCounts::of(&plain("d", *text), &kit));
        }
        corpus
    }

    fn reader(bytes: &[u8]) -> SerializedFileReader<File> {
        let mut file = tempfile::tempfile().unwrap();
        file.write_all(bytes).unwrap();
        SerializedFileReader::new(file).unwrap()
    }

    #[test]
    fn what_is_written_is_read_back() {
        let groups = [
            (
                None,
                corpus(&["The barrier rose.", "Barriers! All barriers fell."]),
            ),
            (Some("öst".to_owned()), corpus(&["The tide rose."])),
            (Some("void".to_owned()), corpus(&[""])),
        ];
        let file = bytes(&groups, "words by stem").unwrap();
        assert_eq!(file, bytes(&groups, "words by stem").unwrap());
        let reader = reader(&file);
        let metadata = reader
            .metadata()
            .file_metadata()
            .key_value_metadata()
            .unwrap();
        let metadata: Vec<(&str, Option<&str>)> = metadata
            .iter()
            .map(|entry| (entry.key.as_str(), entry.value.as_deref()))
            .collect();
        assert_eq!(
            metadata,
            [
                ("epitome.counts", Some("1")),
                ("epitome.counted", Some("words by stem"))
            ]
        );
        let mut found = Vec::new();
        for row in reader.get_row_iter(None).unwrap() {
            let row = row.unwrap();
            let text = |place: usize| {
                row.get_string(place)
                    .ok()
                    .map(|text| text.as_str().to_owned())
            };
            let numbers: Vec<i64> = (2..5).map(|place| row.get_long(place).unwrap()).collect();
            let forms = row.get_map(9).unwrap().entries().iter();
            let form = |entry: &(Field, Field)| match entry {
                (Field::Str(form), Field::Long(count)) => (form.clone(), *count),
                other => panic!("{other:?}"),
            };
            let fractions: Vec<f64> = (5..9).map(|place| row.get_double(place).unwrap()).collect();
            let forms: BTreeMap<String, i64> = forms.map(form).collect();
            found.push((text(0), text(1), numbers, fractions, forms));
        }
        let mut expected = Vec::new();
        for (group, corpus) in &groups {
            let partial = Partial::of(corpus);
            let mut add = |term: Option<&str>, sums: Sums, forms: BTreeMap<&str, u64>| {
                let forms = forms
                    .into_iter()
                    .map(|(form, count)| (form.to_owned(), count as i64));
                expected.push((
                    group.clone(),
                    term.map(str::to_owned),
                    [sums.documents, sums.count, sums.count_squares]
                        .map(|n| n as i64)
                        .to_vec(),
                    vec![sums.rates, sums.rate_squares, sums.roots, sums.logs],
                    forms.collect(),
                ));
            };
            add(None, partial.all, BTreeMap::new());
            partial
                .terms
                .into_iter()
                .for_each(|row| add(Some(row.term), row.sums, row.forms));
        }
        assert_eq!(found.len(), 3 + 3 + 2);
        assert_eq!(found, expected);
    }

    #[test]
    fn no_group_is_a_table_without_rows() {
        let reader = reader(&bytes(&[], "").unwrap());
        assert_eq!(reader.metadata().file_metadata().num_rows(), 0);
    }
}
