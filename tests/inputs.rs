//! What is read: paths, folders, lists, standard input, encodings; and what bad inputs do.

mod common;

use std::io::Write;
use std::process::Stdio;

use common::{HARBOUR, Scratch, code, epitome, stderr, stdout};

#[test]
fn one_sentence_comes_back_whole() {
    let scratch = Scratch::new();
    let file = scratch.file("one.txt", "Just one sentence about the harbour.");
    let output = scratch.run(&["summarize", &file]);
    assert_eq!(
        (code(&output), stdout(&output).as_str()),
        (0, "Just one sentence about the harbour.\n")
    );
    let output = scratch.run(&["summarize", "-f", "json", &file]);
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(json["documents"][0]["whole"], true);
}

#[test]
fn folders_are_walked_in_order_and_obey_ignore_files() {
    let scratch = Scratch::new();
    for name in [
        "docs/b.txt",
        "docs/a.md",
        "docs/sub/c.txt",
        "docs/skip.log",
        "docs/.hidden.txt",
        "docs/deep/no.txt",
    ] {
        scratch.file(name, HARBOUR);
    }
    scratch.file("docs/.ignore", "*.log\ndeep/\n");
    scratch.file("docs/picture.png", [0x89, b'P', b'N', b'G', 0, 0, 1]);
    let listed = |args: &[&str]| {
        let output = scratch.run(&[&["summarize", "--list-files"], args].concat());
        assert_eq!(stderr(&output), "");
        stdout(&output)
            .lines()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        listed(&["docs"]),
        [
            "docs/a.md",
            "docs/b.txt",
            "docs/picture.png",
            "docs/sub/c.txt"
        ]
    );
    assert_eq!(
        listed(&["docs", "-g", "*.txt"]),
        ["docs/b.txt", "docs/sub/c.txt"]
    );
    assert_eq!(
        listed(&["docs", "-g", "!*.txt", "-g", "!*.png"]),
        ["docs/a.md"]
    );
    assert!(listed(&["docs", "--hidden"]).contains(&"docs/.hidden.txt".to_owned()));
    assert!(listed(&["docs", "--no-ignore"]).contains(&"docs/skip.log".to_owned()));
    // Named outright, a file is read whatever it is.
    assert_eq!(
        listed(&["docs/skip.log", "docs/.hidden.txt"]),
        ["docs/skip.log", "docs/.hidden.txt"]
    );
    // A binary file in a folder is passed over in silence.
    let output = scratch.run(&["summarize", "docs"]);
    assert_eq!((code(&output), stderr(&output).as_str()), (0, ""));
    assert_eq!(stdout(&output).matches("==> ").count(), 3);
    assert_eq!(code(&scratch.run(&["summarize", "docs", "-g", "a{b"])), 2);
}

#[test]
fn lists_of_files_may_be_files_or_standard_input() {
    let scratch = Scratch::new();
    let (a, b) = (
        scratch.file("a file.txt", HARBOUR),
        scratch.file("b.txt", HARBOUR),
    );
    let lines = scratch.file("list", format!("{a}\r\n\n{b}\n"));
    let nuls = scratch.file("list0", format!("{b}\0{a}\0"));
    let list =
        |args: &[&str]| stdout(&scratch.run(&[&["keywords", "--list-files"], args].concat()));
    assert_eq!(list(&["--files-from", &lines]), format!("{a}\n{b}\n"));
    assert_eq!(list(&["--files0-from", &nuls]), format!("{b}\n{a}\n"));
    let mut child = epitome()
        .args(["keywords", "--list-files", "--files-from", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(b.as_bytes()).unwrap();
    assert_eq!(stdout(&child.wait_with_output().unwrap()), format!("{b}\n"));
    let output = scratch.run(&["summarize", "--files-from", "nowhere"]);
    assert_eq!(code(&output), 2);
    assert!(stderr(&output).starts_with("epitome: nowhere: "));
}

#[test]
fn standard_input_is_read_when_nothing_is_named_or_for_a_dash() {
    for args in [&["summarize"][..], &["summarize", "-"]] {
        let mut child = epitome()
            .args(args)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child
            .stdin
            .take()
            .unwrap()
            .write_all(b"One sentence came by pipe.")
            .unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!(stdout(&output), "One sentence came by pipe.\n");
    }
    let output = epitome().arg("summarize").output().unwrap();
    assert_eq!(
        (code(&output), stderr(&output).as_str()),
        (1, "epitome: -: no text in it\n")
    );
}

#[test]
fn markdown_is_known_by_extension_or_by_word() {
    let scratch = Scratch::new();
    let source =
        "# Harbour\n\nThe **barrier** held the [water](http://x.y).\n\n```\ncode here.\n```\n";
    let (markdown, plain) = (scratch.file("a.md", source), scratch.file("a.txt", source));
    let text = "The barrier held the water.\n";
    assert_eq!(stdout(&scratch.run(&["summarize", &markdown])), text);
    assert_eq!(
        stdout(&scratch.run(&["summarize", "--input-format", "markdown", &plain])),
        text
    );
    assert_ne!(stdout(&scratch.run(&["summarize", &plain])), text);
}

/// A large plain text is counted piece by piece from a file, and read whole from a pipe: the answer is the
/// same, also where the pieces turn out not to do.
#[test]
fn large_files_are_counted_as_if_they_were_read_whole() {
    let scratch = Scratch::new();
    let paragraphs = |count: usize| -> String {
        let paragraph = |i: usize| format!("{i}. {HARBOUR}\nNumber {i} of the notes.\n\n");
        (0..count).map(paragraph).collect()
    };
    let text = paragraphs(16_000);
    assert!(text.len() > 4 << 20);
    let late = |bytes: &[u8]| [text.as_bytes(), bytes, b"\n\nThe end of the barrier.\n"].concat();
    let args = [
        "keywords",
        "--method",
        "frequency",
        "-n",
        "20",
        "-f",
        "json",
    ];
    for (name, content) in [
        ("plain.txt", text.clone().into_bytes()),
        ("latin1.txt", late(b"Caf\xe9 am Hafen\n")),
        ("one-paragraph.txt", text.replace("\n\n", "\n").into_bytes()),
    ] {
        let path = scratch.file(name, &content);
        let from_file = scratch.run(&[&args[..], &[&path]].concat());
        let mut piped = epitome();
        let input = std::fs::File::open(&path).unwrap();
        let from_pipe = piped.args(args).stdin(input).output().unwrap();
        let places = stdout(&from_file).replace(&path, "-");
        assert_eq!(places, stdout(&from_pipe), "{name}");
        assert!(places.contains("\"term\":\"barrier\""), "{name}");
    }
    let nothing = scratch.file("nothing.txt", "--- ---\n\n".repeat(600_000));
    let output = scratch.run(&[
        "keywords",
        "--method",
        "frequency",
        "--lang",
        "en",
        &nothing,
    ]);
    assert_eq!(code(&output), 1);
    assert!(stderr(&output).contains("nothing.txt: no text in it"));
}

#[cfg(unix)]
#[test]
fn a_program_makes_text_of_what_no_format_reads() {
    use std::os::unix::fs::PermissionsExt;
    let scratch = Scratch::new();
    let program = |name: &str, script: &str| {
        let path = scratch.file(name, format!("#!/bin/sh\n{script}\n"));
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
        path
    };
    let sentence = "The gate of the lock held in the night.\n";
    scratch.file("a.odd", sentence);
    scratch.file("b.txt", sentence);
    let run = |program: &str| {
        let options = ["summarize", "--pre", program, "--pre-glob", "*.odd"];
        scratch.run(&[&options[..], &["a.odd", "b.txt"]].concat())
    };
    // It has the file on standard input, and its path.
    let upper = program("upper", "test -e \"$1\" && tr a-z A-Z");
    let output = stdout(&run(&upper));
    assert!(output.contains("THE GATE OF THE LOCK"), "{output}");
    assert!(output.contains("The gate of the lock"), "{output}");
    let failing = program(
        "failing",
        "echo first >&2; echo no such chapter >&2; exit 3",
    );
    let output = run(&failing);
    assert_eq!(
        stderr(&output),
        format!("epitome: a.odd: {failing}: no such chapter\n")
    );
    assert_eq!(code(&output), 2);
    assert!(stdout(&output).contains("The gate of the lock"));
    let output = run("/no/such/program");
    let message = "epitome: a.odd: /no/such/program: no such file or directory\n";
    assert_eq!(stderr(&output), message);
}
