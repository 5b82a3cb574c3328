//! JSON: a record, or a list of them, each with the text of a document.
//!
//! Other JSON is settings or values: what is a text in it, nobody but its owner knows, and to count names of fields
//! as words helps nobody. It is told.

use std::fmt;
use std::ops::ControlFlow;

use serde::de::{Deserializer, Error as _, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::json_lines::{self, Object};
use super::records::{Record, TEXT_FIELDS, listed};
use super::{Format, Read, never};
use crate::document::Document;
use crate::source::look::Look;
use crate::source::raw::{Documents, Raw};
use crate::source::{Failure, FailureKind, Fault, RecordFields};

pub(super) const FORMAT: Format = Format {
    name: "json",
    about: "JSON: an object with a text, or a list of them",
    extensions: &["json"],
    recognizes: never,
    read: Read::Several(read),
};

/// Whether bytes whose name tells nothing begin as an object with a member does, or a list of such.
pub(super) fn begins(look: &Look) -> bool {
    let start = look.start();
    let start = start.strip_prefix('[').unwrap_or(start).trim_start();
    let key = || {
        let object = start.strip_prefix('{')?.trim_start();
        let (_, behind) = object.strip_prefix('"')?.split_once('"')?;
        Some(behind.trim_start().starts_with(':'))
    };
    key().unwrap_or(false)
}

/// The documents of a list are called after the file and their id, else their place in the list, from 1.
fn read(raw: Raw, documents: &mut Documents) -> Result<(), Fault> {
    let (name, options) = (raw.name, raw.options);
    if json_lines::begins(&raw.bytes, &options.fields) {
        return json_lines::read(raw, documents);
    }
    let decoded = raw.into_text()?;
    let text = decoded.text.trim_start_matches('\u{feff}').trim();
    match text.as_bytes().first() {
        None => Err(Fault::no_text()),
        Some(b'[') => read_list(name, text, &options.fields, documents),
        Some(_) => documents.push(single(name, text, &options.fields)?),
    }
}

/// The document of a file that is one object.
fn single(name: &str, text: &str, fields: &RecordFields) -> Result<Document, Fault> {
    let no_text = |reason: String| Fault::new(FailureKind::NoText, reason);
    if let Err(error) = serde_json::from_str::<&RawValue>(text) {
        return Err(Fault::damaged("JSON", error));
    }
    let object = Object::parse(text).map_err(|_| no_records())?;
    let record = match object.text(fields) {
        Ok(record) => record,
        Err(reason) if object.has_text(fields) => return Err(no_text(reason)),
        Err(reason) => {
            let names = listed(object.names());
            return Err(no_text(format!("{reason}; it has {names}")));
        }
    };
    let mut document = object.record(name, 1, &record, fields).into_document();
    document.path = name.to_owned();
    Ok(document)
}

fn no_records() -> Fault {
    let fields = TEXT_FIELDS.join(", ");
    let reason = format!(
        "JSON, but no record and no list of records: a record has one of the fields {fields}, or --text-field"
    );
    Fault::new(FailureKind::NoText, reason)
}

/// Reads a list whose elements are handed on one by one. What is wrong with one of them is told, unless it is the same
/// with all.
fn read_list(
    name: &str,
    text: &str,
    fields: &RecordFields,
    documents: &mut Documents,
) -> Result<(), Fault> {
    let (mut has_records, mut first) = (false, None);
    let looked = each(text, &mut |element| {
        let object = Object::parse(element).ok();
        has_records = object
            .as_ref()
            .is_some_and(|object| object.has_text(fields));
        first = first.take().or(object);
        if has_records {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    });
    if !has_records {
        looked.map_err(|error| Fault::damaged("JSON", error))?;
        let Some(object) = first else {
            return Err(no_records());
        };
        let reason = object.text(fields).err().unwrap_or_default();
        let reason = format!("{reason}; it has {}", listed(object.names()));
        return Err(Fault::new(FailureKind::NoText, reason));
    }
    let mut place = Place::default();
    let mut stopped = Ok(());
    let read = each(text, &mut |element| {
        place.move_to(text, element);
        let outcome = Object::parse(element).and_then(|object| {
            let said = object.text(fields)?;
            let record = object.record(name, place.line, &said, fields);
            let id = record.id.clone().or_else(|| Some(place.number.to_string()));
            Ok(Record { id, ..record }.into_document())
        });
        stopped = match outcome {
            Ok(document) => documents.push(document),
            Err(reason) => {
                let name = format!("{name}#{}", place.number);
                documents.fail(Failure::new(name, FailureKind::Damaged, reason))
            }
        };
        if stopped.is_err() {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    });
    stopped?;
    read.map_err(|error| Fault::damaged("JSON", error))
}

/// Where an element of a list stands.
#[derive(Debug)]
struct Place {
    /// Its number in the list, from 1.
    number: usize,
    /// The line that it begins on, from 1, and its offset.
    line: usize,
    offset: usize,
}

impl Default for Place {
    fn default() -> Self {
        Self {
            number: 0,
            line: 1,
            offset: 0,
        }
    }
}

impl Place {
    /// Goes on to the next element, which is a part of the text.
    fn move_to(&mut self, text: &str, element: &str) {
        let offset = (element.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
        let between = text.as_bytes().get(self.offset..offset).unwrap_or_default();
        self.line += memchr::memchr_iter(b'\n', between).count();
        self.offset = offset.max(self.offset);
        self.number += 1;
    }
}

/// Hands out the elements of a list as they are written, as long as they are wanted. No list of them is made.
fn each<'j>(
    text: &'j str,
    take: &mut dyn FnMut(&'j str) -> ControlFlow<()>,
) -> Result<(), serde_json::Error> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let mut is_stopped = false;
    let elements = Elements {
        take,
        is_stopped: &mut is_stopped,
    };
    match deserializer.deserialize_seq(elements) {
        Err(_) if is_stopped => Ok(()),
        outcome => outcome.and_then(|()| deserializer.end()),
    }
}

struct Elements<'t, 'j> {
    take: &'t mut dyn FnMut(&'j str) -> ControlFlow<()>,
    is_stopped: &'t mut bool,
}

impl<'j> Visitor<'j> for Elements<'_, 'j> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("a list")
    }

    fn visit_seq<S: SeqAccess<'j>>(self, mut list: S) -> Result<(), S::Error> {
        while let Some(element) = list.next_element::<&'j RawValue>()? {
            if (self.take)(element.get()).is_break() {
                *self.is_stopped = true;
                return Err(S::Error::custom("enough"));
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::hostile::reads_repeated;
    use super::*;
    use crate::source::{ReadOptions, read_bytes};

    fn read(name: &str, text: &str) -> Vec<Result<Document, Failure>> {
        read_bytes(name, text.as_bytes().to_vec(), &ReadOptions::default())
    }

    fn shape(outcomes: &[Result<Document, Failure>]) -> Vec<Result<(&str, &str, usize), String>> {
        let outcomes = outcomes.iter();
        outcomes
            .map(|outcome| match outcome {
                Ok(document) => Ok((document.path.as_str(), document.text(), document.line(0))),
                Err(failure) => Err(failure.to_string()),
            })
            .collect()
    }

    #[test]
    fn lists_of_records_are_documents_by_any_name() {
        let list = "[\n {\"text\": \"The gate held.\", \"id\": \"north\"},\n 7, {\"text\": [1]},\n {\"body\": \"It \\u00e9tait.\"}\n]\n";
        for name in ["d.json", "d.txt", "d"] {
            let found = read(name, list);
            let expected = [
                Ok((format!("{name}#north"), "The gate held.", 2)),
                Err(format!("{name}#2: not a JSON object")),
                Err(format!("{name}#3: 'text' is a list, not a string")),
                Ok((format!("{name}#4"), "It était.", 4)),
            ];
            let expected: Vec<_> = expected
                .iter()
                .map(|outcome| match outcome {
                    Ok((path, text, line)) => Ok((path.as_str(), *text, *line)),
                    Err(reason) => Err(reason.clone()),
                })
                .collect();
            assert_eq!(shape(&found), expected);
        }
    }

    #[test]
    fn an_object_with_a_text_is_a_document() {
        let found = read(
            "d.json",
            "{\n \"title\": \"Gates\",\n \"text\": \"They held.\"\n}\n",
        );
        assert_eq!(shape(&found), [Ok(("d.json", "They held.", 1))]);
        assert_eq!(found[0].as_ref().unwrap().title.as_deref(), Some("Gates"));
        let lines = "{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n";
        let expected = [Ok(("d.json#1", "One.", 1)), Ok(("d.json#2", "Two.", 2))];
        assert_eq!(shape(&read("d.json", lines)), expected);
    }

    #[test]
    fn other_json_is_told() {
        let fields =
            "none of the fields text, body, content, article, abstract: name one by --text-field";
        for (text, kind, reason) in [
            (
                "{\"name\": \"gate\", \"height\": 4}",
                FailureKind::NoText,
                format!("{fields}; it has name, height"),
            ),
            (
                "[{\"name\": 1}, {\"height\": 4}]",
                FailureKind::NoText,
                format!("{fields}; it has name"),
            ),
            (
                "{\n\"text\": 4\n}",
                FailureKind::NoText,
                "'text' is a number, not a string".to_owned(),
            ),
            ("[1, \"text\"]", FailureKind::NoText, no_records().reason),
            ("4", FailureKind::NoText, no_records().reason),
            ("[]", FailureKind::NoText, no_records().reason),
            (" \n", FailureKind::NoText, "no text in it".to_owned()),
            (
                "[{\"name\": 1}",
                FailureKind::Damaged,
                "not a valid JSON file: EOF while parsing a list at line 1 column 12".to_owned(),
            ),
            (
                "The gate.",
                FailureKind::Damaged,
                "not a valid JSON file: expected value at line 1 column 1".to_owned(),
            ),
        ] {
            let failure = read("d.json", text).remove(0).unwrap_err();
            assert_eq!((failure.kind, failure.reason), (kind, reason), "{text}");
        }
        // What could be read before the damage is.
        let found = read("d.json", "[{\"text\": \"One.\"}, {\"te");
        assert_eq!(shape(&found)[0], Ok(("d.json#1", "One.", 1)));
        assert_eq!(found[1].as_ref().unwrap_err().kind, FailureKind::Damaged);
    }

    #[test]
    fn prose_in_brackets_is_prose() {
        for text in [
            "{\"The gate held,\" said Anna Lee.}",
            "[The gate held.]",
            "[\"One\", \"Two\"]",
            "{{gate}}",
        ] {
            assert!(!begins(&Look::new(text.as_bytes())), "{text}");
            assert_eq!(read("d.txt", text)[0].as_ref().unwrap().text(), text);
        }
    }

    #[test]
    fn hostile_lists_end_soon() {
        let units = [
            "[",
            "{\"a\":",
            "1,",
            "{\"text\":\"a\"},\n",
            "{},",
            "\"",
            "\\",
            "\n",
        ];
        for head in ["[", "{\"text\":", "[{\"text\":\"a\"},"] {
            reads_repeated("a.json", head, &units);
        }
    }
}
