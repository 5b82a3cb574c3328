//! `epitome context`: a term in its sentences, and how it is spread over each text.

mod common;

use std::io::{BufRead, BufReader};
use std::process::Stdio;

use common::{HARBOUR, Scratch, code, epitome, run, samples, stderr, stdout};
use serde_json::Value;

fn json(scratch: &Scratch, args: &[&str]) -> Value {
    let output = scratch.run(&[&["context", "-f", "json"], args].concat());
    assert_eq!(code(&output), 0, "{args:?}: {}", stderr(&output));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

fn lines(scratch: &Scratch, args: &[&str]) -> Vec<String> {
    let output = scratch.run(&[&["context"], args].concat());
    assert_eq!(code(&output), 0, "{args:?}: {}", stderr(&output));
    stdout(&output).lines().map(str::to_owned).collect()
}

fn validate(instance: &Value) {
    let schema: Value =
        serde_json::from_str(&stdout(&run(&["schema", "context"]))).expect("a schema");
    let validator = jsonschema::validator_for(&schema).expect("a valid schema");
    let errors: Vec<String> = validator
        .iter_errors(instance)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

/// Two texts: in the second, lines break inside a phrase, and a phrase breaks at the end of a sentence.
fn two_texts() -> Scratch {
    let scratch = Scratch::new();
    scratch.file("a.txt", HARBOUR);
    scratch.file(
        "b.md",
        "# Gates\n\nThe flood\nbarriers are old. A flood. Barrier gates are\nnew, and no Barrier is late.\n",
    );
    scratch
}

#[test]
fn what_stands_in_tables_is_found_and_not_counted_as_text() {
    let scratch = Scratch::new();
    let text = "The storm gate of Moorton was closed at noon.";
    scratch.file(
        "a.md",
        format!("{text}\n\n| Gate | Height |\n|---|---|\n| Spillway gate | 4.3 m |\n"),
    );
    scratch.file(
        "b.html",
        format!("<p>{text}</p><table><tr><td>Spillway gate</td><td>4.3 m</td></tr><tr><td>North</td><td>5 m</td></tr></table>"),
    );
    assert_eq!(
        lines(&scratch, &["Spillway gate", "a.md", "b.html"]),
        [
            "a.md:5: [Spillway gate] 4.3 m",
            "b.html:1: [Spillway gate] 4.3 m"
        ]
    );
    let found = json(&scratch, &["gate", "a.md"]);
    let document = &found["documents"][0];
    assert_eq!(
        (&document["count"], &document["words_total"]),
        (&3.into(), &9.into())
    );
    validate(&found);
}

#[test]
fn lines_are_those_of_grep_with_the_match_in_brackets() {
    let scratch = two_texts();
    assert_eq!(
        lines(&scratch, &["barrier", "b.md", "a.txt"]),
        [
            "b.md:4: The flood [barriers] are old.",
            "b.md:4: [Barrier] gates are new, and no Barrier is late.",
            "b.md:5: Barrier gates are new, and no [Barrier] is late.",
            "a.txt:1: The harbour [barrier] was closed on Monday.",
            "a.txt:1: The [barrier] held back the water of the harbour.",
            "a.txt:1: People on the quay watched the [barrier] in silence.",
        ]
    );
    assert_eq!(
        lines(&scratch, &["flood barrier", "a.txt", "b.md"]),
        ["b.md:3: The [flood barriers] are old."]
    );
    assert_eq!(
        lines(&scratch, &["-w", "12", "barrier", "b.md"]),
        [
            "b.md:4:   The flood [barriers] are old. A",
            "b.md:4: d. A flood. [Barrier] gates are n",
            "b.md:5: new, and no [Barrier] is late.",
        ]
    );
}

#[test]
fn words_match_by_stem_form_case_and_beginning() {
    let scratch = two_texts();
    let count = |args: &[&str]| {
        let output =
            scratch.run(&[&["context", "-f", "json", "--count"], args, &["b.md"]].concat());
        let whole: Value = serde_json::from_slice(&output.stdout).expect("JSON");
        let count = whole["documents"][0]["count"].as_u64().unwrap();
        assert_eq!(code(&output), i32::from(count == 0), "{args:?}");
        count
    };
    assert_eq!(count(&["BARRIER"]), 3);
    assert_eq!(count(&["barrier", "--no-stem"]), 2);
    assert_eq!(count(&["barrier", "--exact"]), 2);
    assert_eq!(count(&["Barrier", "-s"]), 2);
    assert_eq!(count(&["barrier", "-s"]), 1);
    assert_eq!(count(&["barriers", "--exact", "-s"]), 1);
    assert_eq!(count(&["barri*", "--exact"]), 3);
    assert_eq!(count(&["* barrier gate*"]), 0, "not across sentences");
    assert_eq!(count(&["a flood. Barrier"]), 0, "not across sentences");
    assert_eq!(count(&["no * is"]), 1);
    assert_eq!(count(&["-e", "gate", "-e", "barrier gates"]), 3);
}

#[test]
fn chinese_is_matched_by_word_and_exactly_by_character() {
    let scratch = Scratch::new();
    scratch.file("zh.txt", "茶叶市场很老。市场里的茶叶很香，茶叶\n市场热闹。");
    assert_eq!(
        lines(&scratch, &["茶叶市场", "zh.txt"]),
        [
            "zh.txt:1: [茶叶市场]很老。",
            "zh.txt:1: 市场里的茶叶很香，[茶叶 市场]热闹。"
        ]
    );
    let output = scratch.run(&["context", "叶市", "zh.txt"]);
    assert_eq!(code(&output), 1);
    assert_eq!(lines(&scratch, &["--exact", "叶市", "zh.txt"]).len(), 2);
}

#[test]
fn json_has_whole_sentences_their_places_and_the_spread() {
    let scratch = two_texts();
    let whole = json(&scratch, &["-e", "barrier", "-e", "gate", "a.txt", "b.md"]);
    validate(&whole);
    for document in whole["documents"].as_array().unwrap() {
        let path = document["path"].as_str().unwrap();
        let text = std::fs::read_to_string(scratch.join(path)).unwrap();
        let matches = document["matches"].as_array().unwrap();
        assert_eq!(document["count"], matches.len());
        let terms = document["terms"].as_array().unwrap();
        for term in terms {
            let parts = term["parts"].as_array().unwrap();
            assert_eq!(
                parts.len() as u64,
                document["parts_total"].as_u64().unwrap()
            );
            let sum: u64 = parts.iter().map(|part| part.as_u64().unwrap()).sum();
            assert_eq!(term["count"], sum);
            let range = parts.iter().filter(|part| **part != 0).count();
            assert_eq!(term["range"], range);
        }
        for found in matches {
            let field = |name: &str| found[name].as_str().unwrap();
            let part = |span: &str| {
                let at = |end: &str| found[span][end].as_u64().unwrap() as usize;
                text[at("start")..at("end")].to_owned()
            };
            if found["of"] == "extracted" {
                continue;
            }
            assert_eq!(part("span"), field("match"));
            assert_eq!(
                epitome::document::one_line(&part("sentence")),
                [field("left"), field("match"), field("right")].concat()
            );
        }
    }
    assert_eq!(whole["documents"][1]["matches"][1]["section"], "Gates");
    let all = &whole["all"];
    assert_eq!(
        (
            all["documents_total"].as_u64(),
            all["terms"][0]["range"].as_u64()
        ),
        (Some(2), Some(2))
    );
    assert_eq!(all["terms"][0]["count"], 6);
    let counted = json(&scratch, &["--count", "barrier", "a.txt", "b.md"]);
    validate(&counted);
    assert!(counted["documents"][0].get("matches").is_none());
    let output = scratch.run(&["context", "-f", "json", "volcano", "a.txt"]);
    assert_eq!(code(&output), 1);
    validate(&serde_json::from_slice(&output.stdout).unwrap());
    let output = scratch.run(&["context", "-f", "json", "barrier", "nowhere"]);
    assert_eq!(code(&output), 2);
    validate(&serde_json::from_slice(&output.stdout).unwrap());
}

/// What the keyword table counts, the concordance shows. (It shows forms that are stopwords too: "look".)
#[test]
fn keywords_are_found_where_they_are_counted() {
    let samples = samples();
    let samples = samples.to_str().unwrap();
    let output = run(&[
        "keywords", "-f", "json", "-n", "20", "--tables", "each", samples,
    ]);
    let keywords: Value = serde_json::from_slice(&output.stdout).unwrap();
    for document in keywords["documents"].as_array().unwrap() {
        let path = document["path"].as_str().unwrap();
        let language = document["language"].as_str().unwrap();
        for row in document["keywords"].as_array().unwrap() {
            let term = row["term"].as_str().unwrap();
            let output = run(&["context", "-f", "json", "-l", language, "-e", term, path]);
            let found: Value = serde_json::from_slice(&output.stdout).unwrap();
            let forms = row["forms"].as_array().unwrap();
            let is_form = |found: &&Value| forms.iter().any(|form| form["form"] == found["match"]);
            let matches = found["documents"][0]["matches"].as_array().unwrap();
            let count = matches.iter().filter(is_form).count();
            assert_eq!(row["count"], count, "{path}: {term}");
        }
    }
}

#[test]
fn lines_are_sorted_limited_and_drawn() {
    let scratch = two_texts();
    let sorted = |order: &str| lines(&scratch, &["barrier", "--sort", order, "a.txt"]);
    assert!(sorted("left")[0].contains("The harbour [barrier]"));
    assert!(sorted("left")[1].contains(": The [barrier]"));
    let right: Vec<String> = sorted("right");
    let behind = |line: &String| line.split("] ").nth(1).unwrap()[..2].to_owned();
    assert_eq!(
        right.iter().map(behind).collect::<Vec<_>>(),
        ["he", "in", "wa"]
    );
    assert!(
        lines(&scratch, &["barrier", "--sort", "path", "b.md", "a.txt"])[0].starts_with("a.txt")
    );
    assert_eq!(
        lines(&scratch, &["barrier", "-n", "1", "a.txt", "b.md"]).len(),
        2
    );
    scratch.file("many.txt", "The gate is shut now. ".repeat(300));
    let sample = lines(&scratch, &["gate", "--random", "9", "many.txt"]);
    assert_eq!(sample.len(), 9);
    assert_eq!(
        lines(
            &scratch,
            &["gate", "--random", "9", "-j1", "many.txt", "a.txt"]
        ),
        sample
    );
    let whole = json(&scratch, &["gate", "--random", "9", "many.txt"]);
    assert_eq!(whole["documents"][0]["count"], 300);
}

#[test]
fn counts_are_a_table_with_strips() {
    let scratch = two_texts();
    let table = lines(
        &scratch,
        &["--count", "barrier", "a.txt", "b.md", "--parts", "8"],
    );
    assert_eq!(table.len(), 4);
    assert!(table[0].starts_with("document"));
    assert!(table[2].contains('█') && table[2].contains("/8"));
    assert!(
        table[3].starts_with("all 2 documents      6"),
        "{}",
        table[3]
    );
    for (format, delimiter) in [("csv", b','), ("tsv", b'\t')] {
        for (option, columns, rows) in [("--count", 10, 3), ("-w8", 14, 6)] {
            let output =
                scratch.run(&["context", "barrier", "a.txt", "b.md", "-f", format, option]);
            let mut reader = csv::ReaderBuilder::new()
                .delimiter(delimiter)
                .from_reader(&output.stdout[..]);
            assert_eq!(reader.headers().unwrap().len(), columns);
            assert_eq!(reader.records().filter(Result::is_ok).count(), rows);
        }
    }
    let markdown = lines(&scratch, &["barrier", "a.txt", "-f", "markdown"]);
    assert!(
        markdown.contains(&"| 1 | The harbour | **barrier** | was closed on Monday. |".to_owned())
    );
}

#[test]
fn nothing_found_and_wrong_terms_are_told() {
    let scratch = two_texts();
    let told = |args: &[&str]| {
        let output = scratch.run(&[&["context"], args].concat());
        assert_eq!(stdout(&output), "", "{args:?}");
        (code(&output), stderr(&output))
    };
    let line = |text: &str| format!("epitome: {text}\n");
    assert_eq!(
        told(&["volcano", "a.txt"]),
        (1, line("nothing found: 'volcano' is not in the document"))
    );
    assert_eq!(
        told(&["-e", "volcano", "-e", "lava", "a.txt", "b.md"]),
        (
            1,
            line("nothing found: 'volcano', 'lava' are in none of 2 documents")
        )
    );
    assert_eq!(
        told(&["*", "a.txt"]),
        (2, line("'*': there is no word in it"))
    );
    assert_eq!(told(&["bar*er", "a.txt"]).0, 2);
    for args in [
        &["-e"][..],
        &["x", "-n", "0"],
        &["x", "-n", "1", "--random", "2"],
        &["x", "--parts", "1001"],
        &[],
    ] {
        assert_eq!(told(args).0, 2, "{args:?}");
    }
    scratch.file("empty.txt", "");
    assert_eq!(
        told(&["x", "empty.txt"]),
        (1, line("empty.txt: no text in it"))
    );
    // One file without the term is no matter.
    scratch.file("other.txt", "People were glad of the bridge.");
    let output = scratch.run(&["context", "barrier", "other.txt", "a.txt"]);
    assert_eq!((code(&output), stderr(&output).as_str()), (0, ""));
}

#[test]
fn text_is_read_from_a_pipe_and_control_characters_are_defused() {
    let scratch = Scratch::new();
    let input = scratch.file("in.txt", "The gate\u{1b}[2J of \u{202e}town.\n");
    let file = std::fs::File::open(&input).unwrap();
    let output = epitome()
        .args(["context", "gate"])
        .stdin(file)
        .output()
        .unwrap();
    assert_eq!(
        stdout(&output),
        "-:1: The [gate]\u{fffd}[2J of \u{fffd}town.\n"
    );
    let output = scratch.run(&["context", "gate", "--color", "always", "in.txt"]);
    assert!(stdout(&output).contains("[\u{1b}"));
}

#[test]
fn help_has_examples_and_a_first_path_may_follow_options() {
    let output = run(&["context", "--help"]);
    assert_eq!((code(&output), stderr(&output).as_str()), (0, ""));
    assert!(stdout(&output).contains("Examples:\n  epitome context "));
    let scratch = two_texts();
    let named = lines(&scratch, &["a.txt", "-e", "barrier"]);
    assert_eq!(named, lines(&scratch, &["barrier", "a.txt"]));
    let listed = lines(&scratch, &["--list-files", "barrier", "."]);
    assert_eq!(listed.len(), 2);
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let scratch = Scratch::new();
    let file = scratch.file("many.txt", "The gate is shut. ".repeat(20_000));
    for format in ["text", "json", "csv", "markdown"] {
        let mut child = epitome()
            .args(["context", "gate", "-f", format, &file])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap())
            .read_line(&mut line)
            .unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!(
            (code(&output), stderr(&output).as_str()),
            (0, ""),
            "{format}"
        );
    }
}

#[test]
fn results_do_not_depend_on_threads() {
    let samples = samples();
    let samples = samples.to_str().unwrap();
    for args in [
        &["the", "-f", "json"][..],
        &["water*", "--count"],
        &["year", "--sort", "left"],
    ] {
        let with = |threads: &str| {
            stdout(&run(
                &[&["context"], args, &["-j", threads, samples]].concat()
            ))
        };
        assert!(!with("1").is_empty());
        assert_eq!(with("1"), with("4"), "{args:?}");
    }
}
