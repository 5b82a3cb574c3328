//! What is read: paths, folders, lists, standard input, encodings; and what bad inputs do.

mod common;

use std::io::Write;
use std::process::{Command, Stdio};

use common::{HARBOUR, Scratch, code, epitome, stderr, stdout};

/// Each bad input beside a good one: the good one is done, the bad one is told, the exit code tells.
#[test]
fn bad_inputs_do_not_stop_the_good_ones() {
    let scratch = Scratch::new();
    let good = scratch.file("good.txt", HARBOUR);
    let noise: Vec<u8> = (1..=4_000_u32)
        .map(|i| (i.wrapping_mul(2_654_435_761) >> 24) as u8)
        .collect();
    let cases = [
        // name, content, message, exit code beside a good file, exit code alone
        ("missing.txt", None, "no such file or directory", 2, 2),
        ("empty.txt", Some(Vec::new()), "no text in it", 0, 1),
        (
            "blank.txt",
            Some(b" \n\t\n  \n".to_vec()),
            "no text in it",
            0,
            1,
        ),
        (
            "marks.txt",
            Some(b"... --- ???\n\n***\n".to_vec()),
            "no text in it",
            0,
            1,
        ),
        ("noise.bin", Some(noise), "binary, not text", 2, 2),
        ("zeros.txt", Some(vec![0; 100]), "binary, not text", 2, 2),
    ];
    for (name, content, message, beside, alone) in cases {
        let bad = match content {
            Some(content) => scratch.file(name, content),
            None => scratch.join(name),
        };
        for command in ["summarize", "keywords"] {
            let output = scratch.run(&[command, &bad, &good]);
            assert_eq!(code(&output), beside, "{command} {name} beside a good file");
            assert!(stdout(&output).contains("barrier"), "{command} {name}");
            assert_eq!(
                stderr(&output),
                format!("epitome: {bad}: {message}\n"),
                "{command} {name}"
            );
            let output = scratch.run(&[command, &bad]);
            assert_eq!(code(&output), alone, "{command} {name} alone");
        }
    }
}

#[test]
fn failures_are_in_the_json_too() {
    let scratch = Scratch::new();
    let good = scratch.file("good.txt", HARBOUR);
    let output = scratch.run(&["summarize", "-f", "json", "no.txt", &good]);
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(json["documents"].as_array().unwrap().len(), 1);
    assert_eq!(json["errors"][0]["path"], "no.txt");
    assert_eq!(json["errors"][0]["kind"], "unreadable");
    assert_eq!(json["errors"][0]["reason"], "no such file or directory");
}

/// A folder that may not be read, as a user who is not root.
#[cfg(unix)]
#[test]
fn a_folder_without_permission_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let scratch = Scratch::new();
    let mode = |path: &str, mode| {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap()
    };
    let good = scratch.file("open/good.txt", HARBOUR);
    let secret = scratch.file("open/closed/secret.txt", HARBOUR);
    let closed = scratch.join("open/closed");
    mode(scratch.path().to_str().unwrap(), 0o755);
    mode(&closed, 0o000);
    let binary = scratch.join("epitome");
    std::fs::copy(env!("CARGO_BIN_EXE_epitome"), &binary).unwrap();
    mode(&binary, 0o755);
    // Root may read everything: the run must be somebody else's.
    let is_root = std::fs::read_dir(&closed).is_ok();
    let mut command = if is_root {
        Command::new("setpriv")
    } else {
        Command::new(&binary)
    };
    if is_root {
        command.args(["--reuid=65534", "--regid=65534", "--clear-groups", &binary]);
    }
    let output = command
        .args(["summarize", &scratch.join("open"), &closed])
        .current_dir("/")
        .output()
        .unwrap();
    mode(&closed, 0o755);
    assert_eq!(code(&output), 2, "{}", stderr(&output));
    assert!(stdout(&output).contains(&good) || stdout(&output).contains("barrier"));
    assert!(!stdout(&output).contains(&secret));
    assert!(
        stderr(&output).contains(&format!("epitome: {closed}: permission denied")),
        "{}",
        stderr(&output)
    );
}

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
fn a_line_of_five_megabytes() {
    let scratch = Scratch::new();
    let sentences: Vec<String> = (0..100_000)
        .map(|i| format!("Barrier number {i} held the water of the harbour."))
        .collect();
    let file = scratch.file("long.txt", sentences.join(" "));
    let output = scratch.run(&["summarize", "-n", "3", &file]);
    assert_eq!(code(&output), 0);
    assert_eq!(stdout(&output).lines().count(), 3);
    let file = scratch.file("endless.txt", "harbour ".repeat(700_000));
    let output = scratch.run(&["summarize", "-n", "1", &file]);
    assert_eq!(code(&output), 0);
    assert!(stdout(&output).len() < 3_000);
}

#[test]
fn encodings_are_known_by_mark_guessed_or_given() {
    let scratch = Scratch::new();
    let french = "Le café de la gare est fermé. Les élèves l’ont regretté tout l’été.";
    let utf16: Vec<u8> = [0xff, 0xfe]
        .into_iter()
        .chain(french.encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    let latin1: Vec<u8> = french.replace('’', "'").chars().map(|c| c as u8).collect();
    let marked = [&b"\xef\xbb\xbf"[..], french.as_bytes()].concat();
    for (name, content) in [
        ("utf16.txt", utf16),
        ("latin1.txt", latin1.clone()),
        ("marked.txt", marked),
    ] {
        let file = scratch.file(name, content);
        let output = scratch.run(&["summarize", "-n", "1", &file]);
        assert_eq!(stdout(&output), "Le café de la gare est fermé.\n", "{name}");
    }
    let file = scratch.file("given.txt", latin1);
    let output = scratch.run(&["summarize", "-E", "latin1", "-n", "1", &file]);
    assert_eq!(stdout(&output), "Le café de la gare est fermé.\n");
    assert_eq!(
        code(&scratch.run(&["summarize", "-E", "klingon", &file])),
        2
    );
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
