//! What comes out: budgets, order, the same bytes on every run, JSON by its schema.

mod common;

use std::collections::BTreeMap;

use common::{HARBOUR, Scratch, code, run, sample_files, samples, stderr, stdout};
use epitome::text::WordCount;
use serde_json::Value;

fn json(args: &[&str]) -> Value {
    let output = run(args);
    assert_eq!(code(&output), 0, "{args:?}: {}", stderr(&output));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

fn validate(schema: &str, instance: &Value) {
    let text = stdout(&run(&["schema", schema]));
    let schema: Value = serde_json::from_str(&text).expect("a schema");
    let validator = jsonschema::validator_for(&schema).expect("a valid schema");
    let errors: Vec<String> = validator
        .iter_errors(instance)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

#[test]
fn json_is_what_the_schema_says() {
    let samples = samples();
    let samples = samples.to_str().unwrap();
    validate("summary", &json(&["summarize", "-f", "json", samples]));
    validate(
        "summary",
        &json(&[
            "summarize",
            "-f",
            "json",
            "--explain",
            "--heat",
            "--keywords",
            "5",
            "--focus",
            "water",
            samples,
        ]),
    );
    validate(
        "summary",
        &json(&["summarize", "-f", "json", "--joint", samples]),
    );
    for method in epitome::keywords::METHODS {
        validate(
            "keywords",
            &json(&["keywords", "-f", "json", "-m", method.name, samples]),
        );
    }
    for measure in epitome::compare::MEASURES {
        validate(
            "comparison",
            &json(&["compare", "-f", "json", "-m", measure.name, samples]),
        );
    }
    let output = run(&["summarize", "-f", "json", "nowhere", "-q"]);
    validate("summary", &serde_json::from_slice(&output.stdout).unwrap());
    let output = run(&["keywords", "-f", "json", "nowhere", "-q"]);
    validate("keywords", &serde_json::from_slice(&output.stdout).unwrap());
}

#[test]
fn json_lines_are_the_documents_of_json() {
    let samples = samples();
    let samples = samples.to_str().unwrap();
    for command in ["summarize", "keywords"] {
        let whole = json(&[command, "-f", "json", samples]);
        let lines: Vec<Value> = stdout(&run(&[command, "-f", "jsonl", samples]))
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect();
        assert_eq!(&lines, whole["documents"].as_array().unwrap());
        assert_eq!(lines.len(), sample_files().len());
    }
}

#[test]
fn spans_are_where_the_text_stands() {
    for file in sample_files() {
        let file = file.to_str().unwrap();
        let bytes = std::fs::read(file).unwrap();
        let whole = json(&["summarize", "-f", "json", "-k", "10", file]);
        let document = &whole["documents"][0];
        for sentence in document["summary"].as_array().unwrap() {
            if sentence["of"] == "source" {
                let part = |name: &str| sentence["span"][name].as_u64().unwrap() as usize;
                let source = std::str::from_utf8(&bytes[part("start")..part("end")]).unwrap();
                assert_eq!(
                    epitome::document::one_line(source),
                    sentence["text"].as_str().unwrap()
                );
                let line = 1 + bytes[..part("start")]
                    .iter()
                    .filter(|&&byte| byte == b'\n')
                    .count();
                assert_eq!(sentence["line"], line);
            }
        }
        for keyword in document["keywords"].as_array().unwrap() {
            let first = &keyword["first"];
            if first["of"] == "source" {
                let part = |name: &str| first[name].as_u64().unwrap() as usize;
                let source = std::str::from_utf8(&bytes[part("start")..part("end")]).unwrap();
                let words = |text: &str| text.split_whitespace().count();
                assert_eq!(
                    words(source),
                    words(keyword["term"].as_str().unwrap()),
                    "{source}"
                );
            }
        }
    }
}

/// The same bytes for every number of threads and every order of the files, file by file.
#[test]
fn results_do_not_depend_on_threads_or_order() {
    let scratch = Scratch::new();
    let mut files: Vec<String> = sample_files()
        .iter()
        .map(|path| path.to_str().unwrap().to_owned())
        .collect();
    // Too short to tell their language: they take that of the others.
    files.push(scratch.file("short.txt", "Wasser. Land. Meer."));
    files.push(scratch.file("brief.txt", "Ok."));
    let sorted_lines = |args: &[&str]| {
        let output = run(args);
        assert_eq!(code(&output), 0);
        let mut lines: Vec<String> = stdout(&output).lines().map(str::to_owned).collect();
        lines.sort();
        lines
    };
    for command in [
        &["summarize", "-f", "jsonl", "-k", "5"][..],
        &["keywords", "-f", "jsonl", "--top", "30"],
    ] {
        let mut expected: Option<Vec<String>> = None;
        for (threads, shift) in [("1", 0), ("2", 3), ("8", 7), ("0", 0), ("3", 5)] {
            files.rotate_left(shift);
            let list = scratch.file("list", files.join("\n"));
            let lines = sorted_lines(&[command, &["-j", threads, "--files-from", &list]].concat());
            assert_eq!(lines.len(), files.len());
            assert_eq!(
                expected.get_or_insert_with(|| lines.clone()),
                &lines,
                "{command:?} -j{threads}"
            );
        }
    }
    for command in [
        &["summarize", "--joint"][..],
        &["keywords", "--tables", "all"],
        &["compare", "-f", "json"],
    ] {
        let mut expected: Option<String> = None;
        for (threads, shift) in [("1", 0), ("2", 3), ("8", 7)] {
            files.rotate_left(shift);
            let list = scratch.file("list", files.join("\n"));
            let output = stdout(&run(
                &[command, &["-j", threads, "--files-from", &list]].concat()
            ));
            assert!(!output.is_empty());
            assert_eq!(
                expected.get_or_insert_with(|| output.clone()),
                &output,
                "{command:?} -j{threads}"
            );
        }
    }
}

#[test]
fn budgets_are_hard_and_sentences_are_never_cut() {
    for file in sample_files() {
        let file = file.to_str().unwrap();
        let whole = json(&[
            "summarize",
            "-f",
            "json",
            "--ratio",
            "1",
            "--overshoot",
            file,
        ]);
        let rows = whole["documents"][0]["summary"].as_array().unwrap();
        let all: Vec<&str> = rows
            .iter()
            .map(|row| row["text"].as_str().unwrap())
            .collect();
        assert!(all.len() > 10, "{file}");
        for limit in [1, 7, 20, 50, 100, 333] {
            let text = limit.to_string();
            let summary = |option: &str| {
                let output = run(&["summarize", option, &text, file]);
                let summary = stdout(&output);
                // Nothing fits a very small budget: that is told.
                assert_eq!(code(&output), i32::from(summary.trim().is_empty()));
                assert_eq!(
                    summary.trim().is_empty(),
                    stderr(&output).contains("no sentence fits")
                );
                assert!(
                    summary.lines().all(|line| all.contains(&line)),
                    "{file}: {summary}"
                );
                summary
            };
            assert!(summary("--sentences").lines().count() <= limit);
            let words = summary("--words");
            assert!(
                WordCount::of(&words).most <= limit,
                "{file} --words {limit}: {words}"
            );
            assert!(words.split_whitespace().count() <= limit);
            assert!(summary("--chars").chars().count() <= limit);
        }
        let total: usize = all
            .iter()
            .map(|sentence| WordCount::of(sentence).least)
            .sum();
        for ratio in [0.05, 0.3, 0.8] {
            let summary = stdout(&run(&["summarize", "--ratio", &ratio.to_string(), file]));
            assert!(
                WordCount::of(&summary).most as f64 <= ratio * total as f64,
                "{file} --ratio {ratio}"
            );
        }
        let reached = stdout(&run(&["summarize", "--words", "60", "--overshoot", file]));
        assert!(WordCount::of(&reached).least >= 60, "{file}");
    }
}

#[test]
fn sentences_come_in_reading_order_or_best_first() {
    let file = samples().join("on-maintenance.txt");
    let file = file.to_str().unwrap();
    let rows = |order: &str| {
        json(&["summarize", "-f", "json", "-n", "6", "--order", order, file])["documents"][0]["summary"].clone()
    };
    let numbers = |rows: &Value, field: &str| -> Vec<u64> {
        rows.as_array()
            .unwrap()
            .iter()
            .map(|row| row[field].as_u64().unwrap())
            .collect()
    };
    assert!(numbers(&rows("reading"), "place").is_sorted());
    assert_eq!(numbers(&rows("score"), "rank"), [1, 2, 3, 4, 5, 6]);
}

#[test]
fn a_joint_summary_names_files_and_says_nothing_twice() {
    let scratch = Scratch::new();
    let footer = "Printed on old paper by the Harbour Gazette, Quay Street.";
    let other = "Swifts nested in the old mill again. The swifts of the mill raised nine young. A pair of swifts was ringed.";
    scratch.file("a.txt", format!("{HARBOUR}\n\n{footer}"));
    scratch.file("b.txt", format!("{other}\n\n{footer}"));
    let output = scratch.run(&[
        "summarize",
        "--joint",
        "--ratio",
        "1",
        "--overshoot",
        "-f",
        "json",
        "b.txt",
        "a.txt",
    ]);
    let whole: Value = serde_json::from_slice(&output.stdout).unwrap();
    let rows = whole["joint"]["summary"].as_array().unwrap();
    let mut by_file: BTreeMap<&str, usize> = BTreeMap::new();
    for row in rows {
        *by_file.entry(row["path"].as_str().unwrap()).or_default() += 1;
    }
    assert_eq!(by_file, BTreeMap::from([("a.txt", 6), ("b.txt", 3)]));
    assert_eq!(rows.iter().filter(|row| row["text"] == footer).count(), 1);
    assert_eq!(whole["documents"].as_array().unwrap().len(), 0);
}

/// What a joint summary says, and what it tells on stderr.
fn joint(arguments: &[&str]) -> (Value, String) {
    let output = run(&[&["summarize", "--joint", "-f", "json"], arguments].concat());
    assert_eq!(code(&output), 0);
    let found: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    (found["joint"].clone(), stderr(&output))
}

#[test]
fn shards_change_no_totals_and_threads_change_nothing() {
    let samples = samples();
    let samples = samples.to_str().unwrap();
    let (whole, note) = joint(&["-n", "6", samples]);
    assert!(whole.get("shards").is_none() && note.is_empty());
    let (sharded, note) = joint(&["-n", "6", "--shard-size", "60", samples]);
    assert!(sharded["shards"].as_u64().unwrap() > 2);
    assert!(note.contains("ranked in"), "{note}");
    for field in ["paths", "sentences_total", "words_total", "whole"] {
        assert_eq!(sharded[field], whole[field], "{field}");
    }
    let rows = sharded["summary"].as_array().unwrap();
    assert_eq!(rows.len(), 6);
    for row in rows.iter().filter(|row| row["of"] == "source") {
        let text = std::fs::read_to_string(row["path"].as_str().unwrap()).unwrap();
        let at = |end: &str| usize::try_from(row["span"][end].as_u64().unwrap()).unwrap();
        let found: Vec<&str> = text[at("start")..at("end")].split_whitespace().collect();
        assert_eq!(found.join(" "), row["text"].as_str().unwrap());
    }
    for threads in ["1", "3"] {
        let arguments = ["-n", "6", "--shard-size", "60", "-j", threads, samples];
        assert_eq!(joint(&arguments).0, sharded);
    }
}

#[test]
fn headings_are_no_sentences_unless_asked_for() {
    let scratch = Scratch::new();
    let input = scratch.file("in.txt", format!("Harbour Barrier Closed\n\n{HARBOUR}\n"));
    let summary = |args: &[&str]| {
        stdout(
            &scratch.run(&[&["summarize", "--ratio", "1", "--overshoot", &input], args].concat()),
        )
    };
    assert!(summary(&[]).starts_with("The harbour barrier was closed on Monday.\n"));
    assert!(summary(&["--headings"]).starts_with("Harbour Barrier Closed\n"));
}

#[test]
fn keyword_rows_carry_counts_documents_and_forms() {
    let scratch = Scratch::new();
    scratch.file(
        "a.txt",
        "Barriers rose. The barrier fell. A barrier is a barrier.",
    );
    scratch.file("b.txt", "The barrier of the mill. The mill stands.");
    let whole = |method: &str| {
        let output = scratch.run(&["keywords", "-m", method, "-f", "json", "a.txt", "b.txt"]);
        serde_json::from_slice::<Value>(&output.stdout).unwrap()
    };
    let frequency = whole("frequency");
    let barrier = &frequency["documents"][0]["keywords"][0];
    assert_eq!(
        (
            barrier["term"].as_str(),
            barrier["count"].as_u64(),
            barrier["documents"].as_u64()
        ),
        (Some("barrier"), Some(4), Some(2))
    );
    assert_eq!(barrier["per_million"], 4.0 / 10.0 * 1e6);
    assert_eq!(barrier["forms"][0]["form"], "Barriers");
    assert_eq!(barrier["first"]["line"], 1);
    let all = &frequency["all"]["keywords"][0];
    assert_eq!(
        (
            all["term"].as_str(),
            all["count"].as_u64(),
            all["documents"].as_u64()
        ),
        (Some("barrier"), Some(5), Some(2))
    );
    assert_eq!(all["first"]["path"], "a.txt");
    // The mill is in one file only, and so outweighs the barrier there.
    assert_eq!(
        whole("tfidf")["documents"][1]["keywords"][0]["term"],
        "mill"
    );
}

#[test]
fn tables_have_a_header_and_a_row_each() {
    let samples = samples();
    let samples = samples.to_str().unwrap();
    for (command, columns) in [("summarize", 11), ("keywords", 12), ("compare", 18)] {
        for (format, delimiter) in [("csv", b','), ("tsv", b'\t')] {
            let output = run(&[command, "-f", format, samples]);
            let mut reader = csv::ReaderBuilder::new()
                .delimiter(delimiter)
                .from_reader(&output.stdout[..]);
            assert_eq!(reader.headers().unwrap().len(), columns);
            assert!(
                reader.records().filter(|record| record.is_ok()).count() > 5,
                "{command} {format}"
            );
        }
    }
}

#[test]
fn comparisons_tell_each_file_from_the_rest_or_from_a_reference() {
    let scratch = Scratch::new();
    scratch.file("a.txt", "The barrier holds the water. ".repeat(20));
    scratch.file("b.txt", "The swift holds the water. ".repeat(20));
    scratch.file("c.txt", "The water is cold. ".repeat(20));
    let compared = |args: &[&str]| {
        let output = scratch.run(&[&["compare", "-f", "json"], args].concat());
        assert_eq!(code(&output), 0, "{}", stderr(&output));
        serde_json::from_slice::<Value>(&output.stdout).unwrap()
    };
    let rest = compared(&["b.txt", "a.txt"]);
    assert_eq!(rest["groups"][0]["name"], "a.txt");
    assert_eq!(rest["terms"][0]["term"], "barrier");
    assert_eq!(
        (
            rest["terms"][0]["count"].as_u64(),
            rest["terms"][0]["reference_count"].as_u64()
        ),
        (Some(20), Some(0))
    );
    let against = compared(&["a.txt", "--against", "b.txt", "c.txt"]);
    assert_eq!(against["groups"][1]["name"], "b.txt, c.txt");
    assert_eq!(against["groups"][1]["documents"], 2);
    assert_eq!(against["terms"][0]["term"], "barrier");
    let output = scratch.run(&["compare", "a.txt"]);
    assert_eq!(code(&output), 2);
    scratch.file("empty.txt", "");
    let output = scratch.run(&["compare", "a.txt", "empty.txt"]);
    assert_eq!(code(&output), 1);
    let output = scratch.run(&["compare", "a.txt", "b.txt", "--against", "empty.txt"]);
    assert_eq!((code(&output), stdout(&output).as_str()), (1, ""));
    let output = scratch.run(&["compare", "a.txt", "empty.txt", "-f", "json"]);
    let empty: Value = serde_json::from_slice(&output.stdout).expect("valid JSON");
    validate("comparison", &empty);
    assert_eq!((code(&output), empty["tested"].as_u64()), (1, Some(0)));
}
