//! What systems and people wrote, as files have it, and which of it is about the same document.

use serde_json::Value;

use super::Entry;
use crate::map::Set;

/// What is read: summaries, references, or keywords.
#[derive(Debug)]
pub struct Shape<T> {
    /// What an object in JSON has for its document.
    pub of_json: fn(&Value) -> Option<T>,
    /// What a text has.
    pub of_text: fn(&str) -> T,
    /// The fields that `of_json` looks for, for messages.
    pub fields: &'static str,
}

/// Summaries: a text, or the sentences of one in a list, as `epitome summarize` writes them.
pub static SUMMARIES: Shape<String> = Shape {
    of_json: summary,
    of_text: str::to_owned,
    fields: "'summary' or 'text'",
};

/// References of a document: the texts in `references`, else one text as in [`SUMMARIES`].
pub static REFERENCES: Shape<Vec<String>> = Shape {
    of_json: references,
    of_text: |text| vec![text.to_owned()],
    fields: "'references', 'summary' or 'text'",
};

/// Keywords, the best first: one a line, or in a list, as `epitome keywords` writes them.
pub static KEYWORDS: Shape<Vec<String>> = Shape {
    of_json: keywords,
    of_text: lines,
    fields: "'keywords' or 'keys'",
};

fn summary(object: &Value) -> Option<String> {
    let field = ["summary", "text"]
        .iter()
        .find_map(|name| object.get(name))?;
    match field {
        Value::Array(_) => Some(texts(field, "text")?.join("\n")),
        field => field.as_str().map(str::to_owned),
    }
}

fn references(object: &Value) -> Option<Vec<String>> {
    match object.get("references") {
        Some(list) => texts(list, "text"),
        None => Some(vec![summary(object)?]),
    }
}

fn keywords(object: &Value) -> Option<Vec<String>> {
    let list = ["keywords", "keys"]
        .iter()
        .find_map(|name| object.get(name))?;
    texts(list, "term")
}

/// The texts in a list, each by itself or as a field of an object.
fn texts(list: &Value, field: &str) -> Option<Vec<String>> {
    let text = |item: &Value| item.get(field).unwrap_or(item).as_str().map(str::to_owned);
    list.as_array()?.iter().map(text).collect()
}

fn lines(text: &str) -> Vec<String> {
    text.trim_start_matches('\u{feff}')
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The document of a file: its name without folders and the last extension.
///
/// ```
/// use epitome::evaluate::records::stem;
/// assert_eq!(stem("out/doc1.txt"), "doc1");
/// assert_eq!(stem("refs/doc1.2.txt"), "doc1.2");
/// assert_eq!(stem("-"), "-");
/// ```
pub fn stem(path: &str) -> &str {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    match name.rsplit_once('.') {
        Some((stem, _)) if !stem.is_empty() => stem,
        _ => name,
    }
}

/// Whether a text is JSON or JSON Lines of objects.
pub fn is_json(text: &str) -> bool {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let inner = text.strip_prefix('[').unwrap_or(text).trim_start();
    inner.strip_prefix('{').is_some_and(|rest| {
        let rest = rest.trim_start();
        rest.starts_with(['"', '}'])
    })
}

/// What the objects of a JSON text have for their documents, and what is wrong with the others.
///
/// Objects stand on a line each (JSON Lines), in a list, or in the field `documents` of a whole, as
/// `epitome … -f json` writes it. The document is their `id`, else the name of the file in `path`.
pub fn of_json<T>(text: &str, shape: &Shape<T>) -> (Vec<Entry<T>>, Vec<String>) {
    let text = text.trim_start_matches('\u{feff}');
    let mut entries = Vec::new();
    let mut errors = Vec::new();
    let lines = || text.lines().filter(|line| !line.trim().is_empty());
    // A first line that is a value by itself tells JSON Lines from a whole over several lines.
    let is_lines = lines()
        .next()
        .is_some_and(|line| serde_json::from_str::<Value>(line).is_ok());
    if is_lines {
        for (number, line) in (1..).zip(text.lines()) {
            if !line.trim().is_empty() {
                let (found, wrong) = of_value(serde_json::from_str(line), shape);
                entries.extend(found);
                errors.extend(
                    wrong
                        .into_iter()
                        .map(|wrong| format!("line {number}: {wrong}")),
                );
            }
        }
    } else {
        (entries, errors) = of_value(serde_json::from_str(text), shape);
    }
    (entries, errors)
}

fn of_value<T>(value: serde_json::Result<Value>, shape: &Shape<T>) -> (Vec<Entry<T>>, Vec<String>) {
    let value = match value {
        // The totals of a run, which are no document.
        Ok(value) if value.get("type").is_some_and(|kind| kind == "end") => {
            return Default::default();
        }
        Ok(value) => value,
        Err(error) => return (Vec::new(), vec![format!("not JSON: {error}")]),
    };
    let objects = match value.get("documents").unwrap_or(&value) {
        Value::Array(objects) => objects,
        object => std::slice::from_ref(object),
    };
    let mut entries = Vec::new();
    let mut errors = Vec::new();
    for object in objects {
        match of_object(object, shape) {
            Ok(entry) => entries.push(entry),
            Err(error) => errors.push(error),
        }
    }
    (entries, errors)
}

fn of_object<T>(object: &Value, shape: &Shape<T>) -> Result<Entry<T>, String> {
    let id = match (object.get("id"), object.get("path")) {
        (Some(Value::String(id)), _) => id.clone(),
        (Some(Value::Number(id)), _) => id.to_string(),
        (_, Some(Value::String(path))) => stem(path).to_owned(),
        _ => return Err("an object without 'id' or 'path'".to_owned()),
    };
    match (shape.of_json)(object) {
        Some(value) => Ok(Entry { id, value }),
        None => Err(format!("{id}: no {} in it", shape.fields)),
    }
}

/// Puts together what is wanted of the same document.
///
/// A document may have several references, in files that are named alike in different folders, or that
/// have a label of their own before the extension: `doc1.1.txt`, `doc1.A.txt`. Where `known` (the
/// documents of the systems) has the name as it is, or without the last label, that is it; else a label
/// is a number or one letter.
pub fn grouped(wanted: Vec<Entry<Vec<String>>>, known: &Set<String>) -> Vec<Entry<Vec<String>>> {
    let mut places = crate::map::Map::<String, usize>::default();
    let mut documents: Vec<Entry<Vec<String>>> = Vec::new();
    for Entry { id, value } in wanted {
        let id = document(&id, known).to_owned();
        let place = *places.entry(id).or_insert_with_key(|id| {
            documents.push(Entry {
                id: id.clone(),
                value: Vec::new(),
            });
            documents.len() - 1
        });
        documents[place].value.extend(value);
    }
    documents
}

/// The document that the name of a reference is about.
fn document<'i>(id: &'i str, known: &Set<String>) -> &'i str {
    let Some((without, label)) = id.rsplit_once('.').filter(|_| !known.contains(id)) else {
        return id;
    };
    let is_number = label.len() <= 3 && label.bytes().all(|byte| byte.is_ascii_digit());
    let is_letter = label.len() == 1 && label.bytes().all(|byte| byte.is_ascii_alphabetic());
    if known.contains(without) || (!label.is_empty() && (is_number || is_letter)) {
        without
    } else {
        id
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::set;

    fn entry<T>(id: &str, value: T) -> Entry<T> {
        Entry {
            id: id.to_owned(),
            value,
        }
    }

    #[test]
    fn json_lines_have_an_object_a_line_and_errors_name_the_line() {
        let text = "{\"id\": \"a\", \"text\": \"One.\"}\n\n{\"path\": \"x/b.txt\", \"summary\": [{\"text\": \"Two.\"}, \"Three.\"]}\n{\n{\"id\": 7, \"text\": 1}\n{\"text\": \"\"}\n";
        let (entries, errors) = of_json(text, &SUMMARIES);
        assert_eq!(
            entries,
            [
                entry("a", "One.".to_owned()),
                entry("b", "Two.\nThree.".to_owned())
            ]
        );
        assert_eq!(errors.len(), 3);
        assert!(errors[0].starts_with("line 4: not JSON: "), "{errors:?}");
        assert_eq!(errors[1], "line 5: 7: no 'summary' or 'text' in it");
        assert_eq!(errors[2], "line 6: an object without 'id' or 'path'");
    }

    #[test]
    fn json_is_a_list_or_has_documents() {
        let whole = "{\"schema\":\"x\",\"documents\":[\n{\"path\":\"a.txt\",\"keywords\":[{\"term\":\"x\"},{\"term\":\"y\"}]}],\n\"errors\":[]}";
        let keywords = vec!["x".to_owned(), "y".to_owned()];
        assert_eq!(of_json(whole, &KEYWORDS).0, [entry("a", keywords.clone())]);
        let list = "[{\"id\": \"a\",\n\"keys\": [\"x\", \"y\"]}]";
        assert_eq!(of_json(list, &KEYWORDS).0, [entry("a", keywords)]);
        let (none, errors) = of_json("{\n", &KEYWORDS);
        assert!(none.is_empty() && errors.len() == 1);
    }

    #[test]
    fn references_may_be_several() {
        let text = "{\"id\": \"a\", \"references\": [\"One.\", \"Two.\"]}\n{\"id\": \"b\", \"text\": \"Three.\"}";
        let (entries, _) = of_json(text, &REFERENCES);
        assert_eq!(entries[0].value, ["One.", "Two."]);
        assert_eq!(entries[1].value, ["Three."]);
    }

    #[test]
    fn json_is_told_from_text() {
        for text in ["{\"id\": 1}", " [ {\"a\": 1}]", "{ \"a\"", "{}"] {
            assert!(is_json(text), "{text}");
        }
        for text in ["[1] A note.", "{curly} text", "Text.", ""] {
            assert!(!is_json(text), "{text}");
        }
    }

    #[test]
    fn lists_have_a_keyword_a_line() {
        assert_eq!(
            lines("\u{feff}one two\r\n\n  three \n"),
            ["one two", "three"]
        );
    }

    #[test]
    fn references_of_a_document_come_together() {
        let known = set(["v1.2", "doc", "long"].map(str::to_owned));
        let text = |id: &str| entry(id, vec![id.to_owned()]);
        let wanted = [
            "v1.2",
            "doc.1",
            "doc.A",
            "doc",
            "long.second",
            "new.3",
            "new.second",
        ];
        let documents = grouped(wanted.map(text).to_vec(), &known);
        let ids: Vec<(&str, usize)> = documents
            .iter()
            .map(|entry| (&*entry.id, entry.value.len()))
            .collect();
        assert_eq!(
            ids,
            [
                ("v1.2", 1),
                ("doc", 3),
                ("long", 1),
                ("new", 1),
                ("new.second", 1)
            ]
        );
    }
}
