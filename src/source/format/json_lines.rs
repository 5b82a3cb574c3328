//! JSON Lines: an object a line, each with the text of a document.

use serde_json::{Map, Value};

use super::records::{Record, TEXT_FIELDS};
use super::{Format, Read, never};
use crate::document::Document;
use crate::source::raw::{Documents, Raw};
use crate::source::{Failure, FailureKind, Fault, RecordFields};

pub(super) const FORMAT: Format = Format {
    name: "jsonl",
    about: "JSON Lines: an object a line, each with the text of a document",
    extensions: &["jsonl", "ndjson"],
    recognizes: never,
    read: Read::Several(read),
};

/// A document is called after the file and its id, else its line. What is wrong with a line is told, and the
/// others are still read.
fn read(raw: Raw, documents: &mut Documents) -> Result<(), Fault> {
    let (name, fields) = (raw.name, &raw.options.fields);
    let decoded = raw.into_text()?;
    for (place, line) in decoded.text.lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        match document(name, place + 1, line, fields) {
            Ok(document) => documents.push(document)?,
            Err(reason) => {
                let name = format!("{name}#{}", place + 1);
                documents.fail(Failure::new(name, FailureKind::Damaged, reason))?;
            }
        }
    }
    Ok(())
}

fn document(
    name: &str,
    line: usize,
    json: &str,
    fields: &RecordFields,
) -> Result<Document, String> {
    let object: Map<String, Value> =
        serde_json::from_str(json).map_err(|_| "not a JSON object".to_owned())?;
    let get = |field: &str| label(object.get(field));
    let record = Record {
        file: name,
        line,
        // All of the text stands on one line of the file.
        has_lines: false,
        text: text(&object, fields)?,
        id: get(fields.id.as_deref().unwrap_or("id")),
        title: object
            .get("title")
            .and_then(Value::as_str)
            .map(str::to_owned),
        group: fields.group.as_deref().and_then(get),
    };
    Ok(record.into_document())
}

fn text<'o>(object: &'o Map<String, Value>, fields: &RecordFields) -> Result<&'o str, String> {
    if let Some(field) = &fields.text {
        let value = object.get(field).and_then(Value::as_str);
        return value.ok_or_else(|| format!("no text in its field '{field}'"));
    }
    let mut values = TEXT_FIELDS
        .iter()
        .filter_map(|field| object.get(*field)?.as_str());
    values.next().ok_or_else(|| {
        format!(
            "none of the fields {}: name one by --text-field",
            TEXT_FIELDS.join(", ")
        )
    })
}

/// What names a document or a group: a string, a number, true or false.
fn label(value: Option<&Value>) -> Option<String> {
    match value? {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(flag) => Some(flag.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{ReadOptions, read_bytes};

    fn documents(text: &str, fields: RecordFields) -> Vec<Result<Document, Failure>> {
        let options = ReadOptions {
            fields,
            ..ReadOptions::default()
        };
        read_bytes("d.jsonl", text.as_bytes().to_vec(), &options)
    }

    #[test]
    fn lines_are_documents_and_bad_ones_are_told() {
        let text = "{\"id\":7,\"text\":\"The barrier rose.\\n\\nIt held.\",\"title\":\"Tide\"}\n\n[1]\n{\"body\":\"Herons.\"}\n{\"note\":1}\n{\"text\":";
        let found = documents(text, RecordFields::default());
        let shape: Vec<Result<(&str, &str), String>> = found
            .iter()
            .map(|outcome| match outcome {
                Ok(document) => Ok((document.path.as_str(), document.text())),
                Err(failure) => Err(failure.to_string()),
            })
            .collect();
        let expected = [
            Ok(("d.jsonl#7", "The barrier rose.\n\nIt held.")),
            Err("d.jsonl#3: not a JSON object".to_owned()),
            Ok(("d.jsonl#4", "Herons.")),
            Err("d.jsonl#5: none of the fields text, body, content, article, abstract: name one by --text-field".to_owned()),
            Err("d.jsonl#6: not a JSON object".to_owned()),
        ];
        assert_eq!(shape, expected);
        let first = found[0].as_ref().unwrap();
        assert_eq!(
            (first.title.as_deref(), first.blocks().len(), first.line(20)),
            (Some("Tide"), 2, 1)
        );
        assert_eq!(found[2].as_ref().unwrap().line(0), 4);
    }

    #[test]
    fn fields_are_named() {
        let fields = RecordFields {
            text: Some("say".to_owned()),
            id: Some("key".to_owned()),
            group: Some("year".to_owned()),
        };
        let found = documents(
            "{\"say\":\"Reeds.\",\"text\":\"no\",\"key\":\"k\",\"year\":2020}\n{\"text\":\"no\"}",
            fields,
        );
        let first = found[0].as_ref().unwrap();
        assert_eq!(
            (first.path.as_str(), first.text(), first.group.as_deref()),
            ("d.jsonl#k", "Reeds.", Some("2020"))
        );
        let second = found[1].as_ref().unwrap_err().to_string();
        assert_eq!(second, "d.jsonl#2: no text in its field 'say'");
    }
}
