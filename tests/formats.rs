//! The formats that documents come in: each gives what the plain file gives, and no damage does harm.

mod common;
#[path = "common/damage.rs"]
mod damage;
#[allow(dead_code, reason = "makers are shared")]
#[path = "common/office.rs"]
mod office;
#[path = "common/packed.rs"]
mod packed;
#[allow(dead_code, reason = "makers are shared")]
#[path = "common/pdf.rs"]
mod pdf;

use std::process::Stdio;
use std::time::{Duration, Instant};

use common::{HARBOUR, Scratch, code, epitome, samples, stderr, stdout};
use damage::survives_damage;
use epitome::source::limits::Limits;
use epitome::source::{Failure, FailureKind, ReadOptions, read_bytes};

fn abstract_md() -> Vec<u8> {
    std::fs::read(samples().join("abstract.md")).expect("the sample")
}

fn failures(name: &str, bytes: Vec<u8>, options: &ReadOptions) -> Vec<Failure> {
    let outcomes = read_bytes(name, bytes, options).into_iter();
    outcomes.filter_map(Result::err).collect()
}

/// A way of packing a file: the name that it gives, and its bytes.
type Packing = (&'static str, fn(&[u8]) -> Vec<u8>);

const PACKINGS: [Packing; 6] = [
    ("a.md.gz", packed::gzip),
    ("a.md.zst", packed::zstd),
    ("a.md.xz", packed::xz),
    ("a.md.bz2", packed::bzip2),
    ("a.zip", |bytes| packed::zip(&[("inner/a.md", bytes)])),
    ("a.tar.gz", |bytes| {
        packed::gzip(&packed::tar(&[("inner/a.md", bytes)]))
    }),
];

#[test]
fn a_packed_article_has_the_summary_of_the_article() {
    let scratch = Scratch::new();
    let plain = scratch.file("a.md", abstract_md());
    let wanted = stdout(&scratch.run(&["summarize", "-n", "4", &plain]));
    assert_eq!(wanted.lines().count(), 4);
    for (name, pack) in PACKINGS {
        let file = scratch.file(name, pack(&abstract_md()));
        let output = scratch.run(&["summarize", "-n", "4", &file]);
        assert_eq!(stdout(&output), wanted, "{name}");
        // What it is shows in its bytes, not in its name.
        let file = scratch.file("nameless", pack(&abstract_md()));
        let output = scratch.run(&["summarize", "-n", "4", "--input-format", "markdown", &file]);
        assert_eq!(stdout(&output), wanted, "{name} without a name");
    }
}

#[test]
fn members_are_documents_with_names_of_their_own() {
    let scratch = Scratch::new();
    let inner = packed::zip(&[("deep.txt", HARBOUR.as_bytes())]);
    let zip = packed::zip(&[
        ("z.txt", HARBOUR.as_bytes()),
        (
            "sub/b.md.gz",
            &packed::gzip(b"# Head\n\nThe gate of the lock stood open."),
        ),
        ("sub/a.txt", b"The water was high."),
        ("picture.png", &[0x89, b'P', b'N', b'G', 0, 0, 1]),
        (".hidden/c.txt", b"Hidden."),
        ("__MACOSX/z.txt", b"Hidden."),
        ("empty.txt", b""),
        ("folded.zip", &inner),
    ]);
    let file = scratch.file("all.zip", zip);
    let output = scratch.run(&["summarize", "-n", "1", "all.zip"]);
    let headers: Vec<String> = stdout(&output)
        .lines()
        .filter(|line| line.starts_with("==> "))
        .map(str::to_owned)
        .collect();
    assert_eq!(
        headers,
        [
            "==> all.zip/folded.zip/deep.txt <==",
            "==> all.zip/sub/a.txt <==",
            "==> all.zip/sub/b.md.gz <==",
            "==> all.zip/z.txt <==",
        ]
    );
    assert_eq!(
        stderr(&output),
        "epitome: all.zip/empty.txt: no text in it\n"
    );
    assert_eq!(code(&output), 0);
    // Named by one path or read from a pipe, an archive is several documents.
    let output = scratch.run(&["keywords", "-f", "json", "all.zip"]);
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(json["documents"].as_array().unwrap().len(), 4);
    assert_eq!(json["documents"][3]["path"], "all.zip/z.txt");
    assert!(json["all"].is_object());
    let piped = epitome()
        .args(["keywords", "-f", "json"])
        .stdin(Stdio::from(std::fs::File::open(&file).unwrap()))
        .output()
        .unwrap();
    let json: serde_json::Value = serde_json::from_slice(&piped.stdout).unwrap();
    assert_eq!(json["documents"][3]["path"], "-/z.txt");
    assert!(json["all"].is_object());
    assert_eq!(code(&scratch.run(&["compare", "all.zip"])), 0);
    assert_eq!(code(&scratch.run(&["compare", "all.zip/z.txt"])), 2);
}

/// Many members come in parts, and yet in order, whichever is done first.
#[test]
fn many_members_keep_their_order() {
    let scratch = Scratch::new();
    let names: Vec<String> = (0..500).map(|i| format!("{i:03}.txt")).collect();
    let texts: Vec<String> = (0..500)
        .map(|i| match i % 50 {
            // Too short to tell a language: it waits for the others.
            7 => "Gate.".to_owned(),
            _ => format!("The gate {i} of the harbour was closed by the people of the town."),
        })
        .collect();
    let members: Vec<(&str, &[u8])> = names
        .iter()
        .zip(&texts)
        .map(|(name, text)| (name.as_str(), text.as_bytes()))
        .collect();
    let file = scratch.file("many.tar", packed::tar(&members));
    for threads in ["1", "3"] {
        let output = scratch.run(&["summarize", "-j", threads, "-f", "jsonl", "-n", "1", &file]);
        let output = stdout(&output);
        let paths = output.lines().map(|line| {
            let json: serde_json::Value = serde_json::from_str(line).unwrap();
            json["path"].as_str().unwrap().to_owned()
        });
        let wanted = names.iter().map(|name| format!("{file}/{name}"));
        assert!(paths.eq(wanted), "{output}");
    }
}

#[test]
fn an_archive_without_text_says_so_and_a_package_is_none() {
    let kinds = |name: &str, bytes: Vec<u8>| -> Vec<FailureKind> {
        let failures = failures(name, bytes, &ReadOptions::default());
        failures.into_iter().map(|failure| failure.kind).collect()
    };
    let picture: &[u8] = &[0x89, b'P', b'N', b'G', 0, 0, 1];
    assert_eq!(kinds("a.zip", packed::zip(&[])), [FailureKind::NoText]);
    assert_eq!(
        kinds("a.zip", packed::zip(&[("a.png", picture)])),
        [FailureKind::NoText]
    );
    let sheet: [(&str, &[u8]); 2] = [
        ("[Content_Types].xml", b"<a/>"),
        ("xl/a.xml", b"<a>Text.</a>"),
    ];
    assert_eq!(kinds("a.xlsx", packed::zip(&sheet)), [FailureKind::Binary]);
}

/// Ten gigabytes out of ten megabytes, in every packing that can do that.
#[test]
fn bombs_end_soon() {
    let zeros = vec![b' '; 100 << 20];
    for (name, pack) in PACKINGS {
        // The ratio of xz and bzip2 would need no ten megabytes.
        let bomb = pack(&zeros);
        assert!(bomb.len() < 1 << 20, "{name}: {}", bomb.len());
        let started = Instant::now();
        let failures = failures(name, bomb, &ReadOptions::default());
        assert_eq!(
            failures[0].kind,
            FailureKind::TooLarge,
            "{name}: {failures:?}"
        );
        assert!(started.elapsed() < Duration::from_secs(20), "{name}");
    }
}

#[test]
fn limits_hold_and_are_named() {
    let scratch = Scratch::new();
    let text = HARBOUR.repeat(100);
    let gz = scratch.file("a.txt.gz", packed::gzip(text.as_bytes()));
    let large = scratch.file("b.txt", &text);
    let zip = scratch.file(
        "c.zip",
        packed::zip(&[
            ("1.txt", text.as_bytes()),
            ("2.txt", text.as_bytes()),
            ("3.txt", b"x"),
        ]),
    );
    let message = |args: &[&str]| stderr(&scratch.run(&[&["summarize", "-n", "1"], args].concat()));
    assert_eq!(
        message(&["--max-unpacked", "10K", &gz]),
        format!("epitome: {gz}: unpacks to more than 10 KiB\n")
    );
    assert_eq!(
        message(&["--max-size", "10K", &large]),
        format!("epitome: {large}: larger than 10 KiB\n")
    );
    // Too much of an archive ends it; a member that is too large is left out.
    assert_eq!(
        message(&["--max-unpacked", "40K", &zip]),
        format!("epitome: {zip}: unpacks to more than 40 KiB\n")
    );
    assert_eq!(
        message(&["--max-documents", "2", &zip]),
        format!("epitome: {zip}: more than 2 documents in it\n")
    );
    let nested =
        |depth: usize| (0..depth).fold(text.clone().into_bytes(), |bytes, _| packed::gzip(&bytes));
    let depth = Limits::default().depth;
    let kinds = |bytes| failures("a", bytes, &ReadOptions::default());
    assert_eq!(kinds(nested(depth)), []);
    assert_eq!(kinds(nested(depth + 1))[0].kind, FailureKind::TooLarge);
}

/// A file in each format: a name, and what makes it of an article in Markdown.
const FILES: &[Packing] = &[
    ("a.docx", |_| office::docx()),
    ("a.epub", |_| office::epub()),
    ("a.html", |_| office::html()),
    ("a.jsonl", json_lines),
    ("a.odt", |_| office::odt()),
    ("a.pdf", |_| pdf::one_column()),
    ("a.md", <[u8]>::to_vec),
    ("a.csv", csv),
    ("a.eml", |_| office::mail()),
    ("a.mbox", |_| [office::mbox(), office::mbox()].concat()),
    ("a.rst", |_| office::rst()),
    ("a.rtf", |_| office::rtf()),
    ("a.srt", subtitles),
    ("a.tex", |_| office::latex()),
    ("a.txt", <[u8]>::to_vec),
];

fn subtitles(text: &[u8]) -> Vec<u8> {
    let cue = |(place, words): (usize, &[u8])| {
        let text = String::from_utf8_lossy(words).replace('\n', " ");
        format!(
            "{place}\n00:{:02}:00,000 --> 00:{:02}:59,000\n{text}\n\n",
            place % 60,
            place % 60
        )
    };
    text.chunks(60)
        .enumerate()
        .map(cue)
        .collect::<String>()
        .into_bytes()
}

fn csv(text: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(text).replace('"', "\"\"");
    format!("id,text\n1,\"{text}\"\n2,Short.\n").into_bytes()
}

fn json_lines(text: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(text);
    format!("{}\n", serde_json::json!({ "text": text })).into_bytes()
}

#[test]
fn damage_does_no_harm() {
    for (name, make) in FILES.iter().chain(&PACKINGS) {
        survives_damage(name, &make(&abstract_md()));
    }
}
