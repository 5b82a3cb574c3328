//! Data flows one way: a room uses only what stands before it.

use std::fs;
use std::path::{Path, PathBuf};

/// The rooms of the library, in the order in which they may use each other.
const ROOMS: [&str; 15] = [
    "chars",
    "map",
    "vocabulary",
    "document",
    "source",
    "text",
    "terms",
    "rank",
    "keywords",
    "compare",
    "context",
    "select",
    "evaluate",
    "overview",
    "report",
];

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// The code of a file, without its unit tests and comments.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).expect("a source file");
    let end = text
        .find("#[cfg(test)]\nmod ")
        .or_else(|| text.find("#[cfg(test)]\npub"))
        .unwrap_or(text.len());
    let is_code = |line: &&str| !line.trim_start().starts_with("//");
    text[..end]
        .lines()
        .filter(is_code)
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn rooms_use_only_what_stands_before_them() {
    let mut wrong = Vec::new();
    let mut seen = 0;
    for path in files(&source()) {
        let relative = path.strip_prefix(source()).expect("below src");
        let room = relative
            .components()
            .next()
            .expect("a room")
            .as_os_str()
            .to_string_lossy()
            .replace(".rs", "");
        let Some(own) = ROOMS.iter().position(|name| *name == room) else {
            continue;
        };
        seen += 1;
        for used in code(&path).split("crate::").skip(1) {
            let name: String = used
                .chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_')
                .collect();
            match ROOMS.iter().position(|room| *room == name) {
                Some(place) if place <= own => {}
                _ => wrong.push(format!("{} uses {name}", relative.display())),
            }
        }
    }
    assert!(seen > 30, "the rooms are there");
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn only_the_command_line_knows_the_terminal() {
    for path in files(&source()) {
        let relative = path.strip_prefix(source()).expect("below src");
        let is_no_library = ["cli", "main.rs", "build.rs"];
        if is_no_library.iter().any(|name| relative.starts_with(name)) {
            continue;
        }
        let code = code(&path);
        for word in [
            "println",
            "eprint",
            "process::exit",
            "clap",
            "indicatif",
            "std::env",
            "stdout()",
            "stderr()",
        ] {
            assert!(!code.contains(word), "{} has {word}", relative.display());
        }
    }
}

#[test]
fn every_room_is_in_the_order() {
    let library = fs::read_to_string(source().join("lib.rs")).expect("lib.rs");
    for line in library
        .lines()
        .filter_map(|line| line.strip_prefix("pub mod "))
    {
        let name = line.trim_end_matches(';');
        assert!(ROOMS.contains(&name), "{name} has no place in the order");
    }
}
