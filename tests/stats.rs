//! `--stats`: what was read and how long it took, on standard error alone.

mod common;

use common::{HARBOUR, Scratch, code, run, samples, stderr, stdout};

const COMMANDS: [&[&str]; 5] = [
    &["summarize"],
    &["summarize", "--joint"],
    &["keywords"],
    &["compare"],
    &["context", "-e", "water"],
];

/// The numbers of the line on standard error, without the time and the rate.
fn told(errors: &str) -> &str {
    let line = errors.lines().last().expect("a line");
    let line = line.strip_prefix("epitome: ").expect("our line");
    let end = line.rfind("; ").expect("the time stands last");
    &line[..end]
}

#[test]
fn totals_stand_on_standard_error_also_with_quiet() {
    let samples = samples();
    let samples = samples.to_str().unwrap();
    for command in COMMANDS {
        let plain = run(&[command, &[samples]].concat());
        let output = run(&[command, &["--stats", "-q", samples]].concat());
        assert_eq!(code(&output), 0, "{command:?}");
        assert_eq!(stdout(&output), stdout(&plain), "{command:?}");
        assert_eq!(stderr(&output).lines().count(), 1, "{command:?}");
        assert!(
            told(&stderr(&output)).starts_with("10 documents in 10 files, "),
            "{command:?}"
        );
    }
}

#[test]
fn totals_are_those_of_the_files() {
    let scratch = Scratch::new();
    scratch.file("a.txt", "One two three. Four five.");
    scratch.file(
        "b.jsonl",
        "{\"text\": \"Six seven.\"}\n{\"text\": \"Eight nine ten.\"}\n",
    );
    scratch.file("empty.txt", "");
    let texts = "One two three. Four five.".len() + "Six seven.".len() + "Eight nine ten.".len();
    for (command, failures) in [("summarize", 2), ("keywords", 2), ("compare", 2)] {
        let output = scratch.run(&[
            command,
            "--stats",
            "a.txt",
            "b.jsonl",
            "empty.txt",
            "nowhere",
        ]);
        let errors = stderr(&output);
        let expected =
            format!("3 documents in 4 files, {texts} B of text, 10 words; {failures} failures");
        assert_eq!(told(&errors), expected, "{command}");
        assert_eq!(code(&output), 2);
    }
}

#[test]
fn counts_of_words_do_not_depend_on_what_is_counted() {
    let scratch = Scratch::new();
    let input = scratch.file("in.txt", HARBOUR);
    let words = |args: &[&str]| {
        let output = scratch.run(&[args, &["--stats", &input]].concat());
        told(&stderr(&output)).to_owned()
    };
    let usual = words(&["keywords"]);
    assert!(
        usual.starts_with("1 document in 1 file, ") && usual.contains(" 44 words; "),
        "{usual}"
    );
    scratch.file("other.txt", HARBOUR);
    assert_eq!(
        words(&["compare", "--ngrams", "2", "other.txt"]),
        words(&["compare", "other.txt"])
    );
}

#[test]
fn json_lines_end_with_the_totals_and_no_time() {
    let samples = samples();
    let samples = samples.to_str().unwrap();
    for command in COMMANDS {
        let plain = run(&[command, &["-f", "jsonl", samples]].concat());
        let args = [command, &["-f", "jsonl", "--stats", samples]].concat();
        let output = run(&args);
        let (lines, end) = (stdout(&output), stdout(&plain));
        let end = lines.strip_prefix(&*end).expect("a line more");
        let end: serde_json::Value = serde_json::from_str(end).expect("JSON");
        assert_eq!(end["type"], "end", "{command:?}");
        assert_eq!(end["documents_total"], 10, "{command:?}");
        assert_eq!(end["failures_total"], 0, "{command:?}");
        assert!(end["words_total"].as_u64() > Some(5_000), "{command:?}");
        assert_eq!(
            stdout(&run(&args)),
            lines,
            "{command:?}: the same bytes on every run"
        );
    }
}

#[test]
fn streams_have_totals_too() {
    let scratch = Scratch::new();
    let records = "{\"text\": \"Six seven.\"}\nno record\n{\"text\": \"Eight nine ten.\"}\n";
    scratch.file("b.jsonl", records);
    for command in ["summarize", "keywords"] {
        let args = [
            command,
            "--input-format",
            "jsonl",
            "-f",
            "jsonl",
            "--stats",
            "b.jsonl",
        ];
        let output = scratch.run(&args);
        let expected = "2 documents in 1 file, 25 B of text, 5 words; 1 failure";
        assert_eq!(told(&stderr(&output)), expected, "{command}");
        let lines = stdout(&output);
        let end: serde_json::Value =
            serde_json::from_str(lines.lines().last().expect("a line")).expect("JSON");
        assert_eq!(
            (&end["type"], lines.lines().count()),
            (&"end".into(), 4),
            "{command}"
        );
        assert_eq!(
            (&end["documents_total"], &end["failures_total"]),
            (&2.into(), &1.into())
        );
    }
}

#[test]
fn the_last_line_is_no_document_for_evaluate() {
    let scratch = Scratch::new();
    let input = scratch.file("in.txt", HARBOUR);
    let references = scratch.file(
        "references/in.txt",
        "The harbour barrier was closed on Monday.",
    );
    scratch.run(&[
        "summarize",
        "-f",
        "jsonl",
        "--stats",
        "-o",
        "out.jsonl",
        &input,
    ]);
    let written = std::fs::read_to_string(scratch.join("out.jsonl")).unwrap();
    assert_eq!(written.lines().count(), 2);
    let output = scratch.run(&["evaluate", "summaries", "-r", &references, "out.jsonl"]);
    assert_eq!((code(&output), stderr(&output).as_str()), (0, ""));
}
