//! `epitome evaluate`: what it reads, what it writes, and that the figures are right.

mod common;

use common::{Scratch, code, run, samples, stderr, stdout};
use serde_json::Value;

/// Two documents, the first with two references, and two systems.
fn summaries() -> Scratch {
    let scratch = Scratch::new();
    scratch.file("refs/d1.1.txt", "The gates of the harbour were closed.\n");
    scratch.file("refs/d1.2.txt", "A storm came to the town.\n");
    scratch.file("refs/d2.txt", "The council voted for a barrier.\n");
    scratch.file("good/d1.txt", "The harbour gates were closed.\n");
    scratch.file("good/d2.txt", "The council voted for a barrier.\n");
    scratch.file("poor/d1.txt", "Fish were cheap.\n");
    scratch.file("poor/d2.txt", "The council met.\n");
    scratch
}

fn json(scratch: &Scratch, args: &[&str]) -> Value {
    let output = scratch.run(&[&["evaluate"], args, &["-f", "json"]].concat());
    let evaluation = serde_json::from_str(&stdout(&output)).expect("JSON");
    validate(&evaluation);
    evaluation
}

fn validate(evaluation: &Value) {
    let schema = stdout(&run(&["schema", "evaluation"]));
    let schema: Value = serde_json::from_str(&schema).expect("a schema");
    let validator = jsonschema::validator_for(&schema).expect("a valid schema");
    let errors: Vec<String> = validator
        .iter_errors(evaluation)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

fn f1(evaluation: &Value, system: usize, measure: &str) -> f64 {
    let scores = &evaluation["systems"][system]["scores"];
    scores[measure]["f1"]["mean"].as_f64().expect("a mean")
}

#[test]
fn summaries_are_scored_against_the_best_of_their_references() {
    let scratch = summaries();
    let output = scratch.run(&["evaluate", "summaries", "-r", "refs", "good"]);
    assert_eq!((code(&output), stderr(&output).as_str()), (0, ""));
    let table = stdout(&output);
    let lines: Vec<&str> = table.lines().collect();
    assert!(lines[0].starts_with("measure "), "{table}");
    assert_eq!(lines.len(), 5);
    // d1: 5 of 5 tokens and 5 of 7, 2 of 4 pairs and 2 of 6; d2 is the reference.
    let evaluation = json(&scratch, &["summaries", "-r", "refs", "good"]);
    let rouge_1 = (2.0 * 5.0 / 12.0 + 1.0) / 2.0;
    assert!((f1(&evaluation, 0, "rouge1") - rouge_1).abs() < 1e-12);
    assert!((f1(&evaluation, 0, "rouge2") - (2.0 * 2.0 / 10.0 + 1.0) / 2.0).abs() < 1e-12);
    assert!(lines[1].contains(&format!("{rouge_1:.4}")), "{table}");
    assert_eq!(evaluation["task"], "summaries");
    assert_eq!(evaluation["tokens"], "ascii");
    assert_eq!(evaluation["documents_total"], 2);
    let mean = json(
        &scratch,
        &["summaries", "-r", "refs", "good", "--combine", "mean"],
    );
    assert!(f1(&mean, 0, "rouge1") < rouge_1);
}

#[test]
fn systems_are_compared_with_the_first() {
    let scratch = summaries();
    let args = ["summaries", "-r", "refs", "good", "poor", "good"];
    let evaluation = json(&scratch, &args);
    let systems = evaluation["systems"].as_array().unwrap();
    assert_eq!(systems.len(), 3);
    assert_eq!(systems[0]["differences"], Value::Null);
    let difference = &systems[1]["differences"]["rouge1"]["f1"];
    let expected = f1(&evaluation, 1, "rouge1") - f1(&evaluation, 0, "rouge1");
    assert!((difference["mean"].as_f64().unwrap() - expected).abs() < 1e-12);
    assert!(difference["high"].as_f64().unwrap() < 0.0);
    // Of two documents two of four tosses are as far from 0.
    assert!((difference["p"].as_f64().unwrap() - 0.5).abs() < 0.05);
    assert_eq!(systems[2]["differences"]["rouge1"]["f1"]["p"], 1.0);

    let table = stdout(&scratch.run(&[&["evaluate"], &args[..]].concat()));
    assert!(table.starts_with("system  measure "), "{table}");
    assert_eq!(table.lines().count(), 1 + 3 * 4);
    let csv = stdout(&scratch.run(&[&["evaluate"], &args[..], &["-f", "csv"]].concat()));
    let rows: Vec<Vec<&str>> = csv.lines().map(|line| line.split(',').collect()).collect();
    assert_eq!(
        rows[0].join(","),
        "system,measure,part,documents,mean,low,high,difference,difference_low,difference_high,p"
    );
    assert_eq!(rows.len(), 1 + 3 * 12);
    assert!(rows.iter().all(|row| row.len() == 11));
    assert_eq!(rows[1][..4], ["good", "rouge1", "precision", "2"]);
    assert_eq!(rows[1][7..], [""; 4]);
    assert_eq!(rows[13][0], "poor");
    assert!(rows[13][10].parse::<f64>().is_ok());
    let lines = stdout(&scratch.run(&[&["evaluate"], &args[..], &["-f", "jsonl"]].concat()));
    assert_eq!(lines.lines().count(), 3 * 2);
    let markdown = stdout(&scratch.run(&[&["evaluate"], &args[..], &["-f", "markdown"]].concat()));
    assert!(markdown.contains("| ROUGE-L F1 | poor |"), "{markdown}");
}

#[test]
fn gaps_are_told_and_counted() {
    let scratch = summaries();
    std::fs::remove_file(scratch.join("good/d1.txt")).unwrap();
    scratch.file("good/d7.txt", "Something else.");
    let output = scratch.run(&["evaluate", "summaries", "-r", "refs", "good"]);
    assert_eq!(code(&output), 0);
    let errors = stderr(&output);
    assert!(
        errors.contains("epitome: good: nothing for 1 of 2 documents, which counts as 0"),
        "{errors}"
    );
    assert!(
        errors.contains("epitome: good: no reference for 1 of its 2 documents: d7"),
        "{errors}"
    );
    let zero = json(&scratch, &["summaries", "-r", "refs", "good", "-q"]);
    assert_eq!(zero["systems"][0]["missing"], serde_json::json!(["d1"]));
    assert_eq!(zero["systems"][0]["extra"], serde_json::json!(["d7"]));
    assert_eq!(f1(&zero, 0, "rouge1"), 0.5);
    let skip = json(
        &scratch,
        &["summaries", "-r", "refs", "good", "--missing", "skip"],
    );
    assert_eq!(f1(&skip, 0, "rouge1"), 1.0);
    assert_eq!(
        stderr(&scratch.run(&["evaluate", "summaries", "-q", "-r", "refs", "good"])),
        ""
    );
}

#[test]
fn bad_input_is_told_and_the_rest_is_scored() {
    let scratch = summaries();
    scratch.file(
        "out.jsonl",
        "{\"id\": \"d1\", \"text\": \"The gates were closed.\"}\nnot json\n{\"id\": \"d2\"}\n",
    );
    scratch.file("refs/d3.txt", " \n");
    let output = scratch.run(&[
        "evaluate",
        "summaries",
        "-r",
        "refs",
        "out.jsonl",
        "nowhere",
    ]);
    assert_eq!(code(&output), 2);
    let errors = stderr(&output);
    for error in [
        "epitome: out.jsonl: line 2: not JSON: ",
        "epitome: out.jsonl: line 3: d2: no 'summary' or 'text' in it",
        "epitome: nowhere: no such file or directory",
        "epitome: d3: there is no text in its reference",
    ] {
        assert!(errors.contains(error), "{error} in {errors}");
    }
    assert!(stdout(&output).contains("ROUGE-1"));
    let evaluation = json(&scratch, &["summaries", "-r", "refs", "out.jsonl"]);
    assert_eq!(evaluation["errors"].as_array().unwrap().len(), 3);
    assert_eq!(evaluation["documents_total"], 2);
}

#[test]
fn nothing_to_score_is_told() {
    let scratch = summaries();
    scratch.file("other/x.txt", "Some text.");
    let evaluation = json(&scratch, &["summaries", "-r", "refs", "other"]);
    assert!(evaluation["systems"].as_array().unwrap().is_empty());
    let output = scratch.run(&["evaluate", "summaries", "-r", "refs", "other"]);
    assert_eq!((code(&output), stdout(&output).as_str()), (2, ""));
    let expected = "epitome: other: none of its documents has a reference\n\
                    epitome: nothing to score\n";
    assert_eq!(stderr(&output), expected);
    std::fs::create_dir(scratch.join("empty")).unwrap();
    let output = scratch.run(&["evaluate", "summaries", "-r", "refs", "empty"]);
    assert_eq!(code(&output), 1);
    assert!(stderr(&output).contains("epitome: empty: no text in it"));
    for args in [
        &["evaluate"][..],
        &["evaluate", "summaries", "good"],
        &["evaluate", "summaries", "-r", "-", "-"],
        &["evaluate", "keywords", "-r", "refs", "--at", "0", "good"],
    ] {
        assert_eq!(code(&scratch.run(args)), 2, "{args:?}");
    }
}

#[test]
fn references_may_stand_in_folders_in_lists_or_alone() {
    let scratch = summaries();
    scratch.file("sets/a/d1.txt", "The gates of the harbour were closed.");
    scratch.file("sets/b/d1.txt", "A storm came to the town.");
    scratch.file("sets/a/d2.txt", "The council voted for a barrier.");
    scratch.file(
        "refs.jsonl",
        "{\"id\": \"d1\", \"references\": [\"The gates of the harbour were closed.\", \"A storm came to the town.\"]}\n\
         {\"id\": \"d2\", \"text\": \"The council voted for a barrier.\"}\n",
    );
    let expected = json(&scratch, &["summaries", "-r", "refs", "good"])["systems"].clone();
    for references in ["sets", "refs.jsonl"] {
        let evaluation = json(&scratch, &["summaries", "-r", references, "good"]);
        assert_eq!(evaluation["systems"], expected, "{references}");
    }
    // Two files belong together, whatever they are called.
    let first = json(
        &scratch,
        &[
            "summaries",
            "-r",
            "refs/d1.1.txt",
            "-r",
            "refs/d1.2.txt",
            "good/d1.txt",
        ],
    );
    let documents = &expected[0]["documents"];
    assert_eq!(
        first["systems"][0]["documents"][0]["scores"],
        documents[0]["scores"]
    );
    assert_eq!(first["documents_total"], 1);
}

#[test]
fn outputs_of_this_program_are_read_as_they_are() {
    let scratch = Scratch::new();
    let report = samples().join("harbour-report.txt");
    let report = report.to_str().unwrap();
    scratch.file(
        "refs/harbour-report.txt",
        "The council voted for a barrier.",
    );
    scratch.file("keys/harbour-report.key", "flood barrier\ncouncil\n");
    for (task, references, command) in [
        ("summaries", "refs", "summarize"),
        ("keywords", "keys", "keywords"),
    ] {
        let mut evaluations = Vec::new();
        for format in ["json", "jsonl"] {
            let file = format!("out.{format}");
            let output = scratch.run(&[command, report, "-f", format, "-o", &file]);
            assert_eq!(code(&output), 0);
            let mut evaluation = json(&scratch, &[task, "-r", references, &file]);
            assert_eq!(evaluation["documents_total"], 1);
            evaluation["systems"][0]["name"] = Value::Null;
            evaluations.push(evaluation);
        }
        assert_eq!(evaluations[0], evaluations[1]);
    }
}

#[test]
fn a_system_may_come_by_standard_input() {
    use std::io::Write;
    use std::process::Stdio;
    let scratch = summaries();
    let mut child = common::epitome()
        .args(["evaluate", "summaries", "-r", "refs", "-f", "json"])
        .current_dir(scratch.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = "{\"id\": \"d1\", \"text\": \"The harbour gates were closed.\"}\n{\"id\": \"d2\", \"text\": \"The council voted for a barrier.\"}\n";
    child
        .stdin
        .take()
        .unwrap()
        .write_all(lines.as_bytes())
        .unwrap();
    let output = child.wait_with_output().unwrap();
    let mut piped: Value = serde_json::from_slice(&output.stdout).unwrap();
    piped["systems"][0]["name"] = "good".into();
    assert_eq!(piped, json(&scratch, &["summaries", "-r", "refs", "good"]));
}

#[test]
fn keywords_are_scored_as_ranked_lists() {
    let scratch = Scratch::new();
    scratch.file("gold/d1.key", "neural networks\nlearning rate\n");
    scratch.file("gold/d2.key", "tidal barrier\n");
    scratch.file("out/d1.txt", "Neural network\nweights\nlearning rates\n");
    scratch.file("out/d2.txt", "harbour\n");
    let args = ["keywords", "-r", "gold", "out", "--at", "2,3"];
    let evaluation = json(&scratch, &args);
    assert_eq!(evaluation["task"], "keywords");
    let scores = &evaluation["systems"][0]["documents"][0]["scores"];
    assert_eq!(scores["at2"]["precision"], 0.5);
    assert_eq!(scores["at2"]["recall"], 0.5);
    assert_eq!(scores["at3"]["recall"], 1.0);
    let average = scores["map"]["average_precision"].as_f64().unwrap();
    assert!((average - (1.0 + 2.0 / 3.0) / 2.0).abs() < 1e-12);
    let map = &evaluation["systems"][0]["scores"]["map"]["average_precision"];
    assert!((map["mean"].as_f64().unwrap() - average / 2.0).abs() < 1e-12);
    let table = stdout(&scratch.run(&[&["evaluate"], &args[..]].concat()));
    let names: Vec<&str> = table
        .lines()
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    assert_eq!(names, ["measure", "F1@2", "F1@3", "MAP"]);
    let plain = json(&scratch, &[&args[..], &["--no-stem"]].concat());
    assert_eq!(f1(&plain, 0, "at3"), 0.0);
}

#[test]
fn chinese_is_scored_by_characters() {
    let scratch = Scratch::new();
    scratch.file("refs/a.txt", "公链技术是数字新基建中的新技术基础设施。");
    scratch.file("out/a.txt", "公链技术是基础设施。");
    let evaluation = json(&scratch, &["summaries", "-r", "refs", "out"]);
    assert_eq!(
        (&evaluation["language"], &evaluation["tokens"]),
        (&"zh".into(), &"unicode".into())
    );
    let precision = &evaluation["systems"][0]["scores"]["rouge1"]["precision"]["mean"];
    assert_eq!(precision, 1.0);
    let ascii = json(
        &scratch,
        &["summaries", "-r", "refs", "out", "--tokens", "ascii"],
    );
    assert_eq!(f1(&ascii, 0, "rouge1"), 0.0);
}

#[test]
fn results_do_not_depend_on_threads() {
    let scratch = Scratch::new();
    for i in 0..40 {
        let word = |k: usize| format!("w{}", (i * i + k * 7) % 23);
        let text = |from: usize| (from..from + 12).map(word).collect::<Vec<_>>().join(" ");
        scratch.file(&format!("refs/d{i}.txt"), text(0));
        scratch.file(&format!("a/d{i}.txt"), text(i % 5));
        scratch.file(&format!("b/d{i}.txt"), text(i % 3 + 2));
    }
    let on = |threads: &str| {
        stdout(&scratch.run(&[
            "evaluate",
            "summaries",
            "-l",
            "en",
            "-r",
            "refs",
            "a",
            "b",
            "-f",
            "json",
            "-j",
            threads,
        ]))
    };
    let one = on("1");
    assert!(one.contains("\"p\":"));
    assert_eq!(one, on("2"));
    assert_eq!(one, on("7"));
}

#[test]
fn defaults_may_stand_in_a_table_of_the_command_or_the_task() {
    let scratch = summaries();
    scratch.file("gold/d1.key", "harbour\n");
    scratch.file("keys/d1.txt", "harbour\n");
    let config = "samples = 7\n[evaluate]\nreferences = [\"refs\"]\n[evaluate.keywords]\nat = [3]\nreferences = [\"gold\"]\n";
    scratch.file("epitome.toml", config);
    let evaluation = json(&scratch, &["summaries", "good", "--config", "epitome.toml"]);
    assert_eq!(evaluation["samples"], 7);
    assert_eq!(evaluation["documents_total"], 2);
    let evaluation = json(&scratch, &["keywords", "keys", "--config", "epitome.toml"]);
    let scores = evaluation["systems"][0]["scores"].as_object().unwrap();
    assert_eq!(scores.keys().collect::<Vec<_>>(), ["at3", "map"]);
    scratch.file("wrong.toml", "[evaluate.summaries]\nat = [3]\n");
    let output = scratch.run(&["evaluate", "summaries", "good", "--config", "wrong.toml"]);
    assert_eq!(code(&output), 2);
    assert!(stderr(&output).contains("there is no option 'at'"));
}
