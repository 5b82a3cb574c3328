//! Records as a stream: a line in, a line out.

mod common;

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, Command, Output, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use common::{HARBOUR, Scratch, code, epitome, run, stderr, stdout};
use serde_json::{Value, json};

const STREAM: [&str; 5] = ["summarize", "--input-format", "jsonl", "-f", "jsonl"];
const KEYWORDS: [&str; 5] = ["keywords", "--input-format", "jsonl", "-f", "jsonl"];
/// What takes longer than this hangs.
const DEADLINE: Duration = Duration::from_secs(120);

fn streaming(args: &[&str]) -> Command {
    let mut command = epitome();
    command.args(args).stdin(Stdio::piped());
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Runs the binary on an input.
fn answer(args: &[&str], input: impl Into<Vec<u8>>) -> Output {
    let mut child = streaming(args).spawn().expect("the binary runs");
    let mut stdin = child.stdin.take().expect("a pipe");
    let input = input.into();
    let writer = thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().expect("the binary ends");
    // Who stops reading early is found out by what it says.
    let _ = writer.join().expect("the writer ends");
    output
}

fn objects(output: &Output) -> Vec<Value> {
    let lines = stdout(output);
    let lines = lines.lines();
    lines
        .map(|line| serde_json::from_str(line).expect(line))
        .collect()
}

/// A text of its own for each number, in one of two languages.
fn text(i: usize) -> String {
    let english = [
        "The harbour barrier was closed on the evening of day",
        "People on the quay watched the rising water in silence on day",
        "Nobody in the town knew who had opened the flood gate on day",
        "The board will meet again to decide about the barrier after day",
    ];
    let german = [
        "Das Sperrwerk im Hafen wurde am Abend geschlossen, und zwar an Tag",
        "Die Leute auf dem Kai sahen dem steigenden Wasser still zu an Tag",
        "Niemand in der Stadt wusste, wer das Tor geöffnet hatte, an Tag",
        "Der Rat wird noch einmal über das Sperrwerk beraten nach Tag",
    ];
    let sentences = if i.is_multiple_of(3) { german } else { english };
    let sentence = |j: usize| format!("{} {}. ", sentences[(i + j) % 4], (i * 7 + j * j) % 90);
    let paragraph = |k: usize| (0..3).map(|j| sentence(k * 3 + j)).collect::<String>();
    (0..2 + i % 4)
        .map(paragraph)
        .collect::<Vec<_>>()
        .join("\n\n")
}

/// So many records, with other fields in different orders.
fn records(count: usize) -> String {
    let record = |i: usize| {
        let text = json!(text(i));
        match i.is_multiple_of(2) {
            true => format!("{{\"id\":{i},\"text\":{text},\"score\":{i}.50}}\n"),
            false => format!(
                "{{\"url\":\"http://x/{i}?a=\\u0026\", \"id\":\"d{i}\" ,\"text\":{text}}}\n"
            ),
        }
    };
    (0..count).map(record).collect()
}

#[test]
fn answers_come_in_order_with_the_other_fields_whatever_the_threads() {
    let count = 700;
    let output = answer(&STREAM, records(count));
    assert_eq!((code(&output), stderr(&output).as_str()), (0, ""));
    let text = stdout(&output);
    assert_eq!(text.lines().count(), count);
    for (i, line) in text.lines().enumerate() {
        let record = match i.is_multiple_of(2) {
            true => format!(
                ",\"line\":{},\"record\":{{\"id\":{i},\"score\":{i}.50}}}}",
                i + 1
            ),
            false => format!(
                ",\"line\":{},\"record\":{{\"url\":\"http://x/{i}?a=\\u0026\",\"id\":\"d{i}\"}}}}",
                i + 1
            ),
        };
        assert!(line.ends_with(&record), "{line}");
        let path = if i.is_multiple_of(2) {
            format!("-#{i}")
        } else {
            format!("-#d{i}")
        };
        assert!(
            line.starts_with(&format!("{{\"path\":\"{path}\"")),
            "{line}"
        );
    }
    for threads in ["1", "4"] {
        let same = answer(
            &[&STREAM[..], &["-j", threads, "-"]].concat(),
            records(count),
        );
        assert!(same.stdout == output.stdout, "with {threads} threads");
    }
}

#[test]
fn a_record_gives_what_its_text_gives_as_a_file_and_among_others() {
    let scratch = Scratch::new();
    let count = 40;
    for i in 0..count {
        scratch.file(&format!("texts/{i:02}.txt"), text(i));
    }
    let file = scratch.file("all.jsonl", records(count));
    for (command, field) in [(STREAM, "summary"), (KEYWORDS, "keywords")] {
        let streamed = objects(&scratch.run(&[&command[..], &[&file]].concat()));
        assert_eq!(streamed.len(), count);
        for (i, streamed) in streamed.iter().enumerate() {
            let path = format!("texts/{i:02}.txt");
            let alone = objects(&scratch.run(&[command[0], "-f", "jsonl", &path]));
            let key = |object: &Value| {
                let row = |row: &Value| {
                    (
                        row["rank"].clone(),
                        row["text"].clone(),
                        row["term"].clone(),
                        row["score"].clone(),
                    )
                };
                let rows: Vec<_> = object[field]
                    .as_array()
                    .expect("rows")
                    .iter()
                    .map(row)
                    .collect();
                assert!(!rows.is_empty());
                (
                    object["language"].clone(),
                    object["words_total"].clone(),
                    rows,
                )
            };
            assert_eq!(key(streamed), key(&alone[0]), "{path}");
        }
        // Where all languages can be told, the whole file gives the same summaries.
        if field == "summary" {
            let mut whole = objects(&scratch.run(&[command[0], "-f", "jsonl", &file]));
            for (whole, streamed) in whole.iter_mut().zip(&streamed) {
                whole["line"] = streamed["line"].clone();
                whole["record"] = streamed["record"].clone();
            }
            assert_eq!(whole, streamed);
        }
    }
}

#[test]
fn a_bad_line_is_answered_by_an_error_and_ends_nothing() {
    let mut input = format!("{{\"id\":1,\"text\":{}}}\n", json!(HARBOUR)).into_bytes();
    input.extend(
        b"not json\n{\"id\":3,\"note\":[1.0]}\n\n{\"text\":\"\xff\"}\n{\"id\":6,\"text\":\"  \"}\n",
    );
    input.extend(format!("{{\"text\":{}}}\n{{\"text\":\"cut", json!(HARBOUR)).bytes());
    let output = answer(&STREAM, input.clone());
    let found = objects(&output);
    let brief = |object: &Value| {
        let words = object["words_total"].as_u64();
        (
            object["line"].as_u64().expect("a line"),
            object["error"].as_str().map(str::to_owned),
            words,
        )
    };
    let error = |line, error: &str| (line, Some(error.to_owned()), None);
    let none =
        "none of the fields text, body, content, article, abstract: name one by --text-field";
    assert_eq!(
        found.iter().map(brief).collect::<Vec<_>>(),
        [
            (1, None, Some(44)),
            error(2, "not a JSON object"),
            error(3, none),
            error(5, "not valid UTF-8"),
            error(6, "no text in it"),
            (7, None, Some(44)),
            error(8, "not a JSON object"),
        ]
    );
    assert_eq!(
        stdout(&output).lines().nth(2),
        Some(&*format!(
            "{{\"path\":\"-#3\",\"line\":3,\"kind\":\"damaged\",\"error\":\"{none}\",\"record\":{{\"id\":3,\"note\":[1.0]}}}}"
        ))
    );
    assert_eq!(found[4]["record"], json!({"id": 6}));
    assert_eq!(
        (code(&output), stderr(&output).as_str()),
        (
            2,
            "epitome: -#2: not a JSON object\nepitome: 3 more lines with an error, told in the output\n"
        )
    );
    // A text that is none is told, and is no error.
    let output = answer(&STREAM, "{\"text\":\"\"}\n");
    assert_eq!((code(&output), stderr(&output).as_str()), (1, ""));
    assert_eq!(objects(&output)[0]["kind"], "no_text");
}

#[test]
fn lines_are_what_the_schemas_say() {
    let input = records(5) + "[]\n{\"text\":\"\"}\n";
    for (command, schema) in [(STREAM, "summary"), (KEYWORDS, "keywords")] {
        let mut schema: Value =
            serde_json::from_str(&stdout(&run(&["schema", schema]))).expect("a schema");
        schema["oneOf"] = json!([{"$ref": "#/$defs/document"}, {"$ref": "#/$defs/streamError"}]);
        for key in ["type", "properties", "required"] {
            schema.as_object_mut().expect("an object").remove(key);
        }
        let validator = jsonschema::validator_for(&schema).expect("a valid schema");
        let found = objects(&answer(&command, input.clone()));
        assert_eq!(found.len(), 7);
        for object in found {
            let errors: Vec<String> = validator
                .iter_errors(&object)
                .map(|error| error.to_string())
                .collect();
            assert!(errors.is_empty(), "{errors:?}");
        }
    }
}

/// A run that is written to and read from line by line.
struct Partner {
    child: Child,
    lines: mpsc::Receiver<String>,
}

impl Partner {
    fn new(args: &[&str]) -> Self {
        let mut child = streaming(args).spawn().expect("the binary runs");
        let out = BufReader::new(child.stdout.take().expect("a pipe"));
        let (sender, lines) = mpsc::channel();
        thread::spawn(move || {
            out.lines()
                .map_while(Result::ok)
                .all(|line| sender.send(line).is_ok())
        });
        Self { child, lines }
    }

    fn tell(&mut self, line: &str) {
        let stdin = self.child.stdin.as_mut().expect("a pipe");
        stdin.write_all(line.as_bytes()).expect("somebody reads");
        stdin.flush().expect("somebody reads");
    }

    fn hear(&self) -> Value {
        let line = self.lines.recv_timeout(DEADLINE).expect("an answer");
        serde_json::from_str(&line).expect("JSON")
    }
}

#[test]
fn a_partner_gets_its_answer_before_it_says_more() {
    for threads in ["1", "2", "4"] {
        let mut partner = Partner::new(&[&STREAM[..], &["-j", threads, "-n", "1"]].concat());
        for line in records(20).lines() {
            // The beginning of the next line changes nothing.
            partner.tell(&format!("{line}\n"));
            assert_eq!(
                partner.hear()["summary"]
                    .as_array()
                    .expect("sentences")
                    .len(),
                1
            );
        }
        for bad in ["B\n", "(\n", "\n\n[\n", "{\"text\":\"a\"} x\r\n"] {
            partner.tell(bad);
            assert_eq!(partner.hear()["error"], "not a JSON object");
        }
        // Several at once, and a part of another.
        let lines = records(12);
        let (whole, part) = lines.split_at(lines.len() - 9);
        partner.tell(whole);
        for _ in 0..11 {
            assert!(partner.hear()["record"].is_object());
        }
        partner.tell(part);
        assert!(partner.hear()["record"].is_object());
        drop(partner.child.stdin.take());
        assert!(
            partner.lines.recv_timeout(DEADLINE).is_err(),
            "nothing more"
        );
        assert_eq!(partner.child.wait().expect("it ends").code(), Some(2));
    }
}

#[test]
fn whoever_stops_reading_ends_it_quietly() {
    let mut child = streaming(&STREAM).spawn().expect("the binary runs");
    let mut stdin = child.stdin.take().expect("a pipe");
    let lines = records(50);
    let writer = thread::spawn(move || while stdin.write_all(lines.as_bytes()).is_ok() {});
    let mut out = BufReader::new(child.stdout.take().expect("a pipe"));
    let mut line = String::new();
    out.read_line(&mut line).expect("a line");
    assert!(line.starts_with("{\"path\":\"-#0\""));
    drop(out);
    let (sender, ended) = mpsc::channel();
    thread::spawn(move || sender.send((child.wait(), child.stderr.take())));
    let (status, stderr) = ended.recv_timeout(DEADLINE).expect("it ends");
    assert_eq!(status.expect("it ends").code(), Some(0));
    let mut message = String::new();
    stderr
        .expect("a pipe")
        .read_to_string(&mut message)
        .expect("readable");
    assert_eq!(message, "");
    writer.join().expect("the writer has nobody to write to");
}

#[test]
fn nothing_is_no_result() {
    for input in ["", "\n", " \r\n\n\t\n"] {
        for command in [STREAM, KEYWORDS] {
            let output = answer(&command, input);
            assert_eq!(
                (
                    code(&output),
                    stdout(&output).as_str(),
                    stderr(&output).as_str()
                ),
                (1, "", "epitome: -: no text in it\n")
            );
        }
    }
}

#[test]
fn line_ends_blank_lines_and_the_last_line_make_no_difference() {
    let lines = records(4);
    let expected = answer(&STREAM, lines.clone()).stdout;
    assert!(answer(&STREAM, lines.replace('\n', "\r\n")).stdout == expected);
    assert!(answer(&STREAM, lines.trim_end()).stdout == expected);
    assert!(answer(&STREAM, format!("\u{feff}{lines}")).stdout == expected);
    let spaced = objects(&answer(&STREAM, lines.replace('\n', "\n\n \n")));
    let places: Vec<_> = spaced
        .iter()
        .map(|object| object["line"].as_u64())
        .collect();
    assert_eq!(places, [Some(1), Some(4), Some(7), Some(10)]);
}

#[test]
fn of_fields_with_one_name_the_last_counts() {
    let line = format!(
        "{{\"text\":\"no\",\"id\":1,\"a\":1,\"id\":\"x\",\"a\":2,\"text\":{}}}\n",
        json!(HARBOUR)
    );
    let output = answer(&STREAM, line);
    let text = stdout(&output);
    assert!(text.starts_with("{\"path\":\"-#x\""), "{text}");
    assert!(
        text.ends_with(",\"record\":{\"id\":1,\"a\":1,\"id\":\"x\",\"a\":2}}\n"),
        "{text}"
    );
}

#[test]
fn a_record_may_be_long_and_what_is_too_long_is_passed_over() {
    let filler = "x".repeat(10 << 20);
    let long = format!("{{\"text\":{},\"page\":\"{filler}\"}}\n", json!(HARBOUR));
    let input = records(2) + &long + &records(1);
    let output = answer(&STREAM, input.clone());
    assert_eq!((code(&output), stderr(&output).as_str()), (0, ""));
    let found = objects(&output);
    assert_eq!(found.len(), 4);
    assert_eq!(found[2]["record"], json!({"page": filler}));
    assert_eq!(found[3]["line"], 4);
    let output = answer(&[&STREAM[..], &["--max-size", "1M"]].concat(), input);
    assert_eq!(code(&output), 2);
    let found = objects(&output);
    assert_eq!(found.len(), 4);
    assert_eq!(
        found[2],
        json!({"path": "-#3", "line": 3, "kind": "too_large", "error": "longer than 1 MiB"})
    );
    assert_eq!(found[3]["record"], json!({"id": 0, "score": 0.5}));
}

#[test]
fn a_language_that_the_text_does_not_tell_is_what_the_record_says() {
    let input = "{\"text\":\"Das Tor.\",\"language\":\"de-AT\"}\n{\"text\":\"Het.\",\"lang\":\"Dutch\"}\n{\"text\":\"Tor.\"}\n{\"text\":\"Tor.\",\"lang\":7}\n";
    let from = |args: &[&str]| {
        let found = objects(&answer(&[&STREAM[..], args].concat(), input));
        let brief = |object: &Value| {
            format!("{} {}", object["language"], object["language_from"]).replace('"', "")
        };
        found.iter().map(brief).collect::<Vec<_>>()
    };
    assert_eq!(
        from(&[]),
        ["de record", "nl record", "en default", "en default"]
    );
    assert_eq!(from(&["--lang", "fr"]), ["fr set"; 4]);
    let long = format!("{{\"text\":{},\"language\":\"de\"}}\n", json!(HARBOUR));
    let found = objects(&answer(&STREAM, long));
    assert_eq!(
        (&found[0]["language"], &found[0]["language_from"]),
        (&json!("en"), &json!("detected"))
    );
}

#[test]
fn nothing_of_a_record_is_obeyed_by_a_terminal() {
    let line = format!(
        "{{\"text\":{},\r\"a\u{9b}b\":\"\u{9b}2J\u{202e}\", \"c\":\t[\r1.0]}}\n",
        json!(HARBOUR)
    );
    let output = stdout(&answer(&STREAM, line));
    assert!(
        output.ends_with("\"record\":{\"a\\u009bb\":\"\\u009b2J\\u202e\",\"c\":[ 1.0]}}\n"),
        "{output}"
    );
}

#[test]
fn files_are_read_one_after_the_other_also_when_one_is_missing() {
    let scratch = Scratch::new();
    scratch.file("a.jsonl", records(2));
    scratch.file("dir/c.jsonl", records(1));
    let output = scratch.run(
        &[
            &STREAM[..],
            &["a.jsonl", "missing.jsonl", "dir", "-o", "out"],
        ]
        .concat(),
    );
    assert_eq!(
        (
            code(&output),
            stdout(&output).as_str(),
            stderr(&output).as_str()
        ),
        (2, "", "epitome: missing.jsonl: no such file or directory\n")
    );
    let written = std::fs::read_to_string(scratch.join("out")).expect("the output");
    let paths: Vec<String> = written
        .lines()
        .map(|line| {
            serde_json::from_str::<Value>(line).expect("JSON")["path"]
                .as_str()
                .expect("a path")
                .to_owned()
        })
        .collect();
    assert_eq!(paths, ["a.jsonl#0", "a.jsonl#d1", "dir/c.jsonl#0"]);
}

#[test]
fn what_takes_all_documents_is_done_on_all() {
    let scratch = Scratch::new();
    let file = scratch.file("a.jsonl", records(5));
    let joint = objects(&scratch.run(&[&STREAM[..], &["--joint", &file]].concat()));
    assert_eq!(joint.len(), 1);
    assert_eq!(joint[0]["paths"].as_array().expect("paths").len(), 5);
    let output = scratch.run(&[&KEYWORDS[..], &["--save-counts", "counts.tsv", &file]].concat());
    assert_eq!((code(&output), objects(&output).len()), (0, 5));
    assert!(
        std::fs::read_to_string(scratch.join("counts.tsv"))
            .expect("counts")
            .contains("a.jsonl#d3")
    );
}
