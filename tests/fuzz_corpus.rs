//! What fuzzing found worth keeping is tried again: see `tests/fuzz`.

#[path = "fuzz/src/lib.rs"]
mod fuzz;
#[allow(dead_code, reason = "makers are shared")]
#[path = "common/office.rs"]
mod office;
#[allow(dead_code, reason = "makers are shared")]
#[path = "common/pdf.rs"]
mod pdf;
#[path = "fuzz/seeds.rs"]
mod seeds;

use fuzz::{makers as packed, pdf_file};
use std::fs;
use std::panic::catch_unwind;
use std::path::Path;

/// `SEEDS=FOLDER cargo test --test fuzz_corpus -- --ignored` writes what the fuzzer begins with.
#[test]
#[ignore = "writes files"]
fn seeds_are_written() {
    let folder = std::env::var_os("SEEDS").expect("a folder in SEEDS");
    seeds::write(folder.into());
}

#[test]
fn what_was_found_does_no_harm() {
    let mut failed = Vec::new();
    for (name, target) in fuzz::TARGETS {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests/fuzz/corpus")
            .join(name);
        let entries = fs::read_dir(&folder).expect("a corpus");
        let mut files: Vec<_> = entries.map(|entry| entry.expect("a file").path()).collect();
        files.sort();
        assert!(files.len() > 10, "{name}: {}", files.len());
        for path in files {
            let bytes = fs::read(&path).expect("readable");
            if catch_unwind(|| target(&bytes)).is_err() {
                failed.push(path);
            }
        }
    }
    assert!(failed.is_empty(), "{failed:#?}");
}
