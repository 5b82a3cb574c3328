//! CSV and TSV: a table with a document a row.

use ::csv::{Position, Reader, ReaderBuilder, StringRecord};

use super::records::{Record, TEXT_FIELDS, is_text_field, listed};
use super::{Format, Read, never};
use crate::source::raw::{Documents, Raw};
use crate::source::{Failure, FailureKind, Fault, RecordFields};

pub(super) const FORMAT: Format = Format {
    name: "csv",
    about: "CSV and TSV: a row a document, with the text in one column",
    extensions: &["csv", "tsv", "tab"],
    recognizes: never,
    read: Read::Several(read),
};

/// So many bytes are looked at to tell whether a file is a table, and so many rows below its header.
const HEAD: usize = 64 << 10;
const ROWS: usize = 10;
/// As many rows at the least make a table.
const FEWEST_ROWS: usize = 2;
/// The name of a column has no more words.
const NAME_WORDS: usize = 3;

/// Whether bytes whose name tells nothing are surely a table of documents: names of columns, one of which holds a text,
/// above rows that have as many values each. Lines of prose with commas are none.
pub(super) fn begins(bytes: &[u8], fields: &RecordFields) -> bool {
    let head = &bytes[..bytes.len().min(HEAD)];
    let is_text =
        |name: &str| is_text_field(&name.to_lowercase(), fields) || is_text_field(name, fields);
    // To look for the name of a text takes a hundredth of what it takes to make a reader of tables.
    let first = head.split(|byte| matches!(byte, b'\n' | b'\r')).next();
    let mut names = (first.unwrap_or_default()).split(|byte| DELIMITERS.contains(byte));
    let may_be_text = |name: &[u8]| {
        let name = String::from_utf8_lossy(name);
        is_text(name.trim_matches(['\u{feff}', '"', ' ']))
    };
    if !names.any(may_be_text) {
        return false;
    }
    let head = String::from_utf8_lossy(head);
    let text = head.strip_prefix('\u{feff}').unwrap_or(&head);
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter("", text))
        .flexible(true)
        .from_reader(text.as_bytes());
    let Ok(header) = reader.headers().cloned() else {
        return false;
    };
    if header.len() < 2 || !header.iter().all(is_name) || !header.iter().any(is_text) {
        return false;
    }
    // A table that is cut off ends in the middle of a row.
    let rows: Vec<usize> = reader
        .records()
        .map_while(Result::ok)
        .map(|row| row.len())
        .take(ROWS)
        .collect();
    let whole = match rows.len() < ROWS && bytes.len() > HEAD {
        true => &rows[..rows.len().saturating_sub(1)],
        false => &rows[..],
    };
    whole.len() >= FEWEST_ROWS && whole.iter().all(|&values| values == header.len())
}

/// Whether a value may be the name of a column: no part of a sentence.
fn is_name(value: &str) -> bool {
    !value.is_empty()
        && value.trim() == value
        && value.split_whitespace().count() <= NAME_WORDS
        && !value.contains(['\n', '.', '!', '?', ':', '<', '{'])
}

/// What may part columns, the most usual first.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// A document is called after the file and its id, else its line. What is wrong with a row is told, and the
/// others are still read.
fn read(raw: Raw, documents: &mut Documents) -> Result<(), Fault> {
    let (name, fields) = (raw.name, &raw.options.fields);
    let decoded = raw.into_text()?;
    let text = decoded
        .text
        .strip_prefix('\u{feff}')
        .unwrap_or(&decoded.text);
    if text.trim().is_empty() {
        return Err(Fault::no_text());
    }
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter(name, text))
        .flexible(true)
        .from_reader(text.as_bytes());
    let columns = Columns::of(&mut reader, fields)?;
    let mut row = StringRecord::new();
    // What comes out of text is text: there is nothing else that can fail.
    while reader.read_record(&mut row).unwrap_or(false) {
        let position = row.position().cloned().unwrap_or_else(Position::new);
        let line = line_of(text, &position);
        let is_last = reader.position().byte() as usize >= text.len();
        let outcome = match is_last && is_open(&text[position.byte() as usize..]) {
            true => Err("a quotation mark in it is not closed".to_owned()),
            false => columns.record(name, line, &row),
        };
        match outcome {
            Ok(record) => documents.push(record.into_document())?,
            Err(reason) => {
                let name = format!("{name}#{line}");
                documents.fail(Failure::new(name, FailureKind::Damaged, reason))?;
            }
        }
    }
    Ok(())
}

/// The line that a row begins on: blank lines before it belong to none.
fn line_of(text: &str, position: &Position) -> usize {
    let rest = &text.as_bytes()[position.byte() as usize..];
    let blank = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n'));
    position.line() as usize + blank.filter(|&&byte| byte == b'\n').count()
}

/// Whether quoted text goes on to the end of the file.
fn is_open(row: &str) -> bool {
    memchr::memchr_iter(b'"', row.as_bytes()).count() % 2 == 1
}

/// What parts the columns: a tab where the file says so by its name, else what is most often in the header.
fn delimiter(name: &str, text: &str) -> u8 {
    let name = name.rsplit('/').next().unwrap_or_default().to_lowercase();
    if name.contains(".tsv") || name.contains(".tab") {
        return b'\t';
    }
    let mut counts = [0_usize; DELIMITERS.len()];
    let mut is_quoted = false;
    for byte in text.bytes() {
        match byte {
            b'"' => is_quoted = !is_quoted,
            b'\n' if !is_quoted => break,
            _ if is_quoted => {}
            _ => {
                let place = DELIMITERS.iter().position(|&delimiter| delimiter == byte);
                counts[place.unwrap_or_default()] += usize::from(place.is_some());
            }
        }
    }
    let most = counts.iter().max().copied().unwrap_or_default();
    let place = counts.iter().position(|&count| count == most);
    DELIMITERS[place.unwrap_or_default()]
}

/// Which column is what.
#[derive(Debug)]
struct Columns {
    count: usize,
    text: usize,
    text_name: String,
    id: Option<usize>,
    title: Option<usize>,
    group: Option<usize>,
}

impl Columns {
    fn of(reader: &mut Reader<&[u8]>, fields: &RecordFields) -> Result<Self, Fault> {
        let header = match reader.headers() {
            Ok(header) => header.clone(),
            Err(error) => return Err(Fault::damaged("CSV", error)),
        };
        let place = |name: &str| {
            let exact = header.iter().position(|column| column.trim() == name);
            exact.or_else(|| {
                let mut columns = header.iter();
                columns.position(|column| column.trim().eq_ignore_ascii_case(name))
            })
        };
        let text = match &fields.text {
            Some(field) => place(field).ok_or_else(|| {
                let reason = format!(
                    "no column '{field}': it has {}",
                    listed(header.iter().map(str::trim))
                );
                Fault::new(FailureKind::Damaged, reason)
            })?,
            None => TEXT_FIELDS
                .iter()
                .find_map(|field| place(field))
                .or((header.len() == 1).then_some(0))
                .ok_or_else(|| {
                    let reason = format!(
                        "none of the columns {}: name one by --text-field; it has {}",
                        TEXT_FIELDS.join(", "),
                        listed(header.iter().map(str::trim))
                    );
                    Fault::new(FailureKind::NoText, reason)
                })?,
        };
        Ok(Self {
            count: header.len(),
            text,
            text_name: header.get(text).unwrap_or_default().trim().to_owned(),
            id: place(fields.id.as_deref().unwrap_or("id")),
            title: place("title"),
            group: fields.group.as_deref().and_then(place),
        })
    }

    fn record<'r>(
        &self,
        file: &'r str,
        line: usize,
        row: &'r StringRecord,
    ) -> Result<Record<'r>, String> {
        let Some(text) = row.get(self.text) else {
            return Err(format!("no text in its column '{}'", self.text_name));
        };
        if row
            .iter()
            .skip(self.count)
            .any(|value| !value.trim().is_empty())
        {
            return Err(format!("{} values for {} columns", row.len(), self.count));
        }
        let label = |column: Option<usize>| {
            let value = row.get(column?)?.trim();
            (!value.is_empty()).then(|| value.to_owned())
        };
        // Line breaks in the columns before it.
        let before = row
            .iter()
            .take(self.text)
            .map(|value| value.matches('\n').count());
        Ok(Record {
            file,
            line: line + before.sum::<usize>(),
            has_lines: true,
            text,
            id: label(self.id).or_else(|| Some(line.to_string())),
            title: label(self.title),
            group: label(self.group),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::hostile::reads_repeated;
    use super::*;
    use crate::document::Document;
    use crate::source::{ReadOptions, read_bytes};

    fn read(name: &str, text: &str, fields: RecordFields) -> Vec<Result<Document, Failure>> {
        let options = ReadOptions {
            fields,
            ..ReadOptions::default()
        };
        read_bytes(name, text.as_bytes().to_vec(), &options)
    }

    fn shape(outcomes: &[Result<Document, Failure>]) -> Vec<Result<(&str, &str, usize), String>> {
        outcomes
            .iter()
            .map(|outcome| match outcome {
                Ok(document) => Ok((document.path.as_str(), document.text(), document.line(0))),
                Err(failure) => Err(failure.to_string()),
            })
            .collect()
    }

    #[test]
    fn rows_are_documents_and_bad_ones_are_told() {
        let text = "\u{feff}id,note,Text,title\n7,\"a\nb\",\"The barrier rose.\n\nIt held, \"\"again\"\".\",Tide\n\n8,x\n,y,Herons.,,\n9,y,One, two.,\n10,\"y";
        let found = read("d.csv", text, RecordFields::default());
        let expected = [
            Ok(("d.csv#7", "The barrier rose.\n\nIt held, \"again\".", 3)),
            Err("d.csv#7: no text in its column 'Text'".to_owned()),
            Ok(("d.csv#8", "Herons.", 8)),
            Ok(("d.csv#9", "One", 9)),
            Err("d.csv#10: a quotation mark in it is not closed".to_owned()),
        ];
        assert_eq!(shape(&found), expected);
        let first = found[0].as_ref().unwrap();
        assert_eq!((first.title.as_deref(), first.line(20)), (Some("Tide"), 5));
    }

    #[test]
    fn columns_are_named_and_parted_by_any_sign() {
        let fields = || RecordFields {
            text: Some("say".to_owned()),
            id: Some("key".to_owned()),
            group: Some("year".to_owned()),
        };
        for (name, delimiter) in [
            ("a.csv", ";"),
            ("a.csv", "\t"),
            ("a.csv", "|"),
            ("a.tsv", "\t"),
        ] {
            let text = ["key,year,say", "k,2020,Reeds."]
                .join("\n")
                .replace(',', delimiter);
            let text = text.replace("Reeds.", "Reeds, one, two, three.");
            let found = read(name, &text, fields());
            let document = found[0].as_ref().unwrap();
            assert_eq!(
                (document.text(), document.group.as_deref()),
                ("Reeds, one, two, three.", Some("2020"))
            );
            assert!(document.path.ends_with("#k"));
        }
        let found = read("a.csv", "one column\nSome text.\n", RecordFields::default());
        assert_eq!(shape(&found), [Ok(("a.csv#2", "Some text.", 2))]);
    }

    #[test]
    fn a_table_without_text_names_its_columns() {
        let of = |fields| {
            read("a.csv", "name,year\nAnna,2020\n", fields)
                .remove(0)
                .unwrap_err()
        };
        let failure = of(RecordFields::default());
        assert_eq!(failure.kind, FailureKind::NoText);
        assert_eq!(
            failure.reason,
            "none of the columns text, body, content, article, abstract: name one by --text-field; it has name, year"
        );
        let fields = RecordFields {
            text: Some("say".to_owned()),
            ..RecordFields::default()
        };
        assert_eq!(of(fields).reason, "no column 'say': it has name, year");
    }

    #[test]
    fn tables_are_told_from_prose_by_their_columns() {
        let is_table = |text: &str| begins(text.as_bytes(), &RecordFields::default());
        let table = "id,text\n1,\"The gate held, said Anna Lee.\"\n2,It rose.\n";
        assert!(is_table(table));
        assert!(is_table(&table.replace("id,text", "Id,Text")));
        assert!(is_table(
            &table
                .replace("id,text", "\u{feff}id,text")
                .replace('\n', "\r\n")
        ));
        assert!(is_table("id\ttext\n1\tThe gate.\n2\tIt rose."));
        for prose in [
            "",
            "id,text\n1,The gate held.\n",
            "id,name\n1,Anna\n2,Ben\n",
            "id,text\n1,The gate held, it is said.\n2,It rose.\n",
            "Body, mind\nGates, tides\nAnna, Ben\n",
            "Anna,\nthe text,\nand the gate,\n",
            "Dear Anna,text\nyou,gates\nus,tides.\n".trim_start_matches("Dear "),
            "text\nThe gate held.\nIt rose.\n",
        ] {
            assert_eq!(is_table(prose), prose.starts_with("Anna,text"), "{prose}");
        }
        let named = |column: &str| RecordFields {
            text: Some(column.to_owned()),
            ..RecordFields::default()
        };
        assert!(begins(b"id,say\n1,Gates.\n2,Tides.\n", &named("say")));
        assert!(!begins(table.as_bytes(), &named("say")));
        let long = format!(
            "id,text\n{}",
            "1,The gate held for a long time\n".repeat(3_000)
        );
        assert!(is_table(&long));
        let cut = format!("id,text\n1,One.\n2,Two.\n3,\"{}", "a,b ".repeat(30_000));
        assert!(is_table(&cut));
        let found = read("-", table, RecordFields::default());
        assert_eq!(shape(&found)[1], Ok(("-#2", "It rose.", 3)));
    }

    #[test]
    fn hostile_tables_end_soon() {
        let units = ["\"", ",", "\n", "\"\n", "a,\"", ";|\t,"];
        reads_repeated("a.csv", "text,id\n", &units);
    }
}
