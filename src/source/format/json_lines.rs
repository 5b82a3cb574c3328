//! JSON Lines: an object a line, each with the text of a document.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::Value;
use serde_json::value::RawValue;

use super::records::{Record, TEXT_FIELDS, is_text_field};
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

/// So many bytes, and so many lines of them, are looked at to tell whether a file is a list of records.
const HEAD: usize = 1 << 20;
const LINES: usize = 5;

/// Whether bytes whose name tells nothing are a list of records: the first lines are objects, one of which has a text.
/// The last line of the bytes may be cut off.
pub(super) fn begins(bytes: &[u8], fields: &RecordFields) -> bool {
    let head = &bytes[..bytes.len().min(HEAD)];
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
    let lines = head.split_inclusive(|&byte| byte == b'\n');
    let lines = lines.filter(|line| !line.trim_ascii().is_empty());
    let mut has_text = false;
    for line in lines.take(LINES) {
        if !line.trim_ascii_start().starts_with(b"{") {
            return false;
        }
        let text = String::from_utf8_lossy(line);
        match Object::parse(&text) {
            Ok(object) => has_text |= object.has_text(fields),
            Err(_) if line.ends_with(b"\n") => return false,
            Err(_) => return has_text || begins_with_text(&text, fields),
        }
    }
    has_text
}

/// Whether a part of an object, from its beginning on, has a member that may be the text.
fn begins_with_text(object: &str, fields: &RecordFields) -> bool {
    let is_member = |name: &str| {
        let key = format!("\"{name}\"");
        let behind = object
            .split_once(&key)
            .map(|(_, behind)| behind.trim_start());
        behind.is_some_and(|behind| behind.starts_with(':'))
    };
    match &fields.text {
        Some(field) => is_member(field),
        None => TEXT_FIELDS.iter().any(|field| is_member(field)),
    }
}

/// A document is called after the file and its id, else its line. What is wrong with a line is told, and the
/// others are still read.
pub(super) fn read(raw: Raw, documents: &mut Documents) -> Result<(), Fault> {
    let (name, fields) = (raw.name, &raw.options.fields);
    let decoded = raw.into_text()?;
    let text = decoded
        .text
        .strip_prefix('\u{feff}')
        .unwrap_or(&decoded.text);
    for (place, line) in text.lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let document = Object::parse(line)
            .and_then(|object| Ok(object.document(name, place + 1, object.text(fields)?, fields)));
        match document {
            Ok(document) => documents.push(document)?,
            Err(reason) => {
                let name = format!("{name}#{}", place + 1);
                documents.fail(Failure::new(name, FailureKind::Damaged, reason))?;
            }
        }
    }
    Ok(())
}

/// An object of JSON: its members in their order, as they are written.
pub(in crate::source) struct Object<'j>(Vec<[&'j RawValue; 2]>);

/// The text of an object, and its place among the members.
pub(in crate::source) struct Text<'j> {
    text: Cow<'j, str>,
    place: usize,
}

impl<'j> Object<'j> {
    pub(in crate::source) fn parse(json: &'j str) -> Result<Self, String> {
        serde_json::from_str(json).map_err(|_| "not a JSON object".to_owned())
    }

    /// The place of a member. Of several with one name, the last counts.
    fn place(&self, name: &str) -> Option<usize> {
        let is_it = |key: &RawValue| string(key).is_some_and(|key| key == name);
        self.0.iter().rposition(|[key, _]| is_it(key))
    }

    fn value(&self, name: &str) -> Option<&'j RawValue> {
        self.place(name).map(|place| self.0[place][1])
    }

    pub(in crate::source) fn text(&self, fields: &RecordFields) -> Result<Text<'j>, String> {
        let text = |name: &str| {
            let place = self.place(name)?;
            let text = string(self.0[place][1])?;
            Some(Text { text, place })
        };
        let is_wrong = |name: &str| Some(wrong(name, self.value(name)?));
        if let Some(field) = &fields.text {
            let missing = || format!("no text in its field '{field}'");
            return text(field).ok_or_else(|| is_wrong(field).unwrap_or_else(missing));
        }
        let missing = || {
            let fields = TEXT_FIELDS.join(", ");
            format!("none of the fields {fields}: name one by --text-field")
        };
        let mut names = TEXT_FIELDS.iter();
        let found = names.clone().find_map(|field| text(field));
        found.ok_or_else(|| {
            names
                .find_map(|field| is_wrong(field))
                .unwrap_or_else(missing)
        })
    }

    /// Whether it has a field that is to hold the text, whatever is in it.
    pub(super) fn has_text(&self, fields: &RecordFields) -> bool {
        self.names().any(|name| is_text_field(&name, fields))
    }

    /// The names of its members.
    pub(super) fn names(&self) -> impl Iterator<Item = Cow<'j, str>> {
        self.0.iter().filter_map(|[key, _]| string(key))
    }

    /// The document that it is, on this line of a file.
    pub(in crate::source) fn document(
        &self,
        file: &str,
        line: usize,
        text: Text,
        fields: &RecordFields,
    ) -> Document {
        self.record(file, line, &text, fields).into_document()
    }

    /// The record that it is, on this line of a file.
    pub(super) fn record<'r>(
        &self,
        file: &'r str,
        line: usize,
        text: &'r Text,
        fields: &RecordFields,
    ) -> Record<'r> {
        let get = |field: &str| label(self.value(field)?);
        Record {
            file,
            line,
            // All of the text stands on one line of the file.
            has_lines: false,
            text: &text.text,
            id: get(fields.id.as_deref().unwrap_or("id")),
            title: self.string("title").map(Cow::into_owned),
            group: fields.group.as_deref().and_then(get),
        }
    }

    /// The string that a member is.
    pub(in crate::source) fn string(&self, name: &str) -> Option<Cow<'j, str>> {
        string(self.value(name)?)
    }

    /// The object with all members but the text, names and values as they are written. Where the text stands several
    /// times, all of them are left out.
    pub(in crate::source) fn without(&self, text: Option<&Text>) -> String {
        let name = text.and_then(|text| string(self.0[text.place][0]));
        let is_other = |key: &RawValue| name.is_none() || string(key) != name;
        let mut object = String::from("{");
        for [key, value] in self.0.iter().filter(|[key, _]| is_other(key)) {
            if object.len() > 1 {
                object.push(',');
            }
            object.push_str(key.get());
            object.push(':');
            object.push_str(value.get());
        }
        object.push('}');
        object
    }
}

impl<'de> Deserialize<'de> for Object<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Members;
        impl<'de> Visitor<'de> for Members {
            type Value = Object<'de>;

            fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
                formatter.write_str("an object")
            }

            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Object<'de>, M::Error> {
                let mut members = Vec::new();
                while let Some((key, value)) = map.next_entry()? {
                    members.push([key, value]);
                }
                Ok(Object(members))
            }
        }
        deserializer.deserialize_map(Members)
    }
}

/// The string that a value is; nothing where it is none, or has half a character in it.
fn string(value: &RawValue) -> Option<Cow<'_, str>> {
    let written = value.get().strip_prefix('"')?.strip_suffix('"')?;
    match memchr::memchr(b'\\', written.as_bytes()) {
        None => Some(Cow::Borrowed(written)),
        Some(_) => serde_json::from_str(value.get()).ok().map(Cow::Owned),
    }
}

/// What is wrong with the text of a record, which is there.
fn wrong(name: &str, value: &RawValue) -> String {
    let kind = match value.get().as_bytes().first() {
        Some(b'"') => return format!("'{name}' has half a character in it"),
        Some(b'[') => "a list",
        Some(b'{') => "an object",
        Some(b'n') => "null",
        Some(b't' | b'f') => "true or false",
        _ => "a number",
    };
    format!("'{name}' is {kind}, not a string")
}

/// What names a document or a group: a string, a number, true or false.
fn label(value: &RawValue) -> Option<String> {
    if let Some(text) = string(value) {
        return Some(text.into_owned());
    }
    // Lists and objects may be long, and name nothing.
    if value.get().starts_with(['[', '{']) {
        return None;
    }
    match serde_json::from_str(value.get()).ok()? {
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(flag) => Some(flag.to_string()),
        _ => None,
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
    fn a_text_that_is_no_string_is_told() {
        let reason = |text: &str, field: Option<&str>| {
            let fields = RecordFields {
                text: field.map(str::to_owned),
                ..RecordFields::default()
            };
            documents(text, fields).remove(0).unwrap_err().reason
        };
        assert_eq!(
            reason("{\"text\":[\"a\"]}", None),
            "'text' is a list, not a string"
        );
        assert_eq!(
            reason("{\"body\":42}", None),
            "'body' is a number, not a string"
        );
        assert_eq!(
            reason("{\"say\":null}", Some("say")),
            "'say' is null, not a string"
        );
        assert_eq!(
            reason("{\"text\":\"\\ud800\"}", None),
            "'text' has half a character in it"
        );
        let other = documents("{\"text\":1,\"body\":\"Gates.\"}", RecordFields::default());
        assert_eq!(other[0].as_ref().unwrap().text(), "Gates.");
    }

    #[test]
    fn lists_are_told_by_their_first_lines() {
        let is_list = |text: &str| begins(text.as_bytes(), &RecordFields::default());
        let record = "{\"id\": 1, \"text\": \"The gate held.\"}";
        for list in [
            record.to_owned(),
            format!("\u{feff}\n{record}\n{{\"id\": 2}}\n"),
            format!("{record}\n{{\"id\": 2, \"te"),
            record[..30].to_owned(),
            format!("{{\"id\": 2}}\n{record}\nno record\n").replace("no record\n", ""),
            format!("{{\"text\":\"{}", "gates ".repeat(300_000)),
        ] {
            assert!(is_list(&list), "{}", &list[..list.len().min(99)]);
        }
        for other in [
            "",
            "{",
            "The text.\n",
            "{\n \"text\": \"a\"\n}\n",
            "{\"id\": 1}\n",
            "[{\"text\": 1}]\n",
            "{\"id",
        ] {
            assert!(!is_list(other), "{other}");
        }
        assert!(!is_list(&format!("{record}\nThe end.\n")));
        for name in ["-", "d.txt", "d.log", "d"] {
            let lines = format!("{record}\n{record}\n").into_bytes();
            assert_eq!(
                read_bytes(name, lines, &ReadOptions::default()).len(),
                2,
                "{name}"
            );
        }
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
