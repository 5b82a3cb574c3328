//! `--cache`: the same results as without, whatever the store is like.

mod common;

#[path = "common/office.rs"]
#[expect(dead_code, reason = "other tests want more of it")]
mod office;

#[path = "common/packed.rs"]
#[expect(dead_code, reason = "other tests want more of it")]
mod packed;

#[path = "common/pdf.rs"]
#[expect(dead_code, reason = "other tests want more of it")]
mod pdf;

#[path = "common/pdf_file.rs"]
#[expect(dead_code, reason = "other tests want more of it")]
mod pdf_file;

use std::fs;
use std::process::Stdio;

use common::{Scratch, code, epitome, sample_files, stderr, stdout};

const STORE: &str = "cache/epitome-1.redb";

/// A folder `texts` of our samples.
fn scratch() -> Scratch {
    let scratch = Scratch::new();
    for path in sample_files() {
        let name = path.file_name().expect("a name");
        let name = name.to_str().expect("UTF-8");
        scratch.file(&format!("texts/{name}"), fs::read(&path).expect("readable"));
    }
    scratch.file("texts/a.pdf", pdf::two_columns());
    scratch.file("texts/a.docx", office::docx());
    scratch.file("texts/a.html", office::html());
    scratch.file("texts/a.eml", office::mail());
    scratch
}

/// What a run gives, and what it says.
fn run(scratch: &Scratch, args: &[&str]) -> (String, String) {
    let output = epitome()
        .args(args)
        .current_dir(scratch.path())
        .env_remove("RUST_BACKTRACE")
        .output()
        .expect("the binary runs");
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    (stdout(&output), stderr(&output))
}

/// The same with a store, and how it differs from a run without.
fn cached(scratch: &Scratch, args: &[&str]) -> String {
    let (plain, _) = run(scratch, args);
    let (cached, notes) = run(scratch, &[args, &["--cache", "cache"]].concat());
    assert!(cached == plain, "{args:?}: {cached}");
    notes
}

#[test]
fn results_are_the_same_at_first_and_later() {
    let scratch = scratch();
    for args in [
        &["summarize", "-f", "json", "texts"][..],
        &["summarize", "-f", "json", "--explain", "--heat", "texts"],
        &["summarize", "-n", "2", "-k", "3", "texts"],
        &["summarize", "--lang", "de", "-f", "csv", "texts"],
        &[
            "summarize",
            "--no-stem",
            "-f",
            "jsonl",
            "texts/harbour-report.txt",
        ],
        &["summarize", "--joint", "-f", "json", "texts"],
        &["keywords", "-f", "json", "texts"],
        &["keywords", "-f", "json", "--top", "3", "texts"],
        &["keywords", "-f", "csv", "--method", "tfidf", "texts"],
        &["keywords", "-f", "csv", "--method", "frequency", "texts"],
        &["keywords", "-f", "json", "texts/harbour-report.txt"],
        &["compare", "-f", "csv", "texts"],
        &["compare", "-f", "json", "--ngrams", "2", "texts"],
        &["compare", "texts/a.pdf", "--against", "texts"],
        &["context", "the", "-n", "3", "texts"],
        &["report", "texts"],
    ] {
        let (plain, said) = run(&scratch, args);
        for threads in [&[][..], &[], &["-j", "1"], &["-j", "4"]] {
            let (found, notes) = run(&scratch, &[args, threads, &["--cache", "cache"]].concat());
            assert!(found == plain, "{args:?} {threads:?}: {found}");
            assert_eq!(notes, said);
        }
    }
    assert!(scratch.path().join(STORE).exists());
}

#[test]
fn what_changes_is_made_anew() {
    let scratch = scratch();
    let all_commands = || {
        for command in ["summarize", "keywords", "compare"] {
            cached(&scratch, &[command, "-f", "json", "texts"]);
        }
    };
    all_commands();
    let text = "The heron fished at the weir. It was the first heron of the year.";
    scratch.file("texts/harbour-report.txt", text);
    all_commands();
    fs::rename(
        scratch.path().join("texts/harbour-report.txt"),
        scratch.path().join("texts/a.txt"),
    )
    .unwrap();
    all_commands();
    fs::remove_file(scratch.path().join("texts/a.txt")).unwrap();
    all_commands();
    // Stopwords of a file are what is in it.
    let args = [
        "summarize",
        "-f",
        "json",
        "-k",
        "5",
        "--stopwords",
        "stop.txt",
        "texts",
    ];
    for words in ["the of and", "the of and year street"] {
        scratch.file("stop.txt", words);
        cached(&scratch, &args);
    }
}

/// As long as before, and within the grain of the clock.
#[test]
fn quick_changes_are_seen() {
    let scratch = Scratch::new();
    for round in 0..40 {
        let text =
            format!("The barrier number {round:02} held. It was the test of barrier {round:02}.");
        scratch.file("a.txt", text);
        let (found, _) = run(
            &scratch,
            &["summarize", "-n", "1", "--cache", "cache", "a.txt"],
        );
        assert!(found.contains(&format!("{round:02}")), "{round}: {found}");
    }
}

#[test]
fn short_texts_wait_for_the_language_of_the_others() {
    let scratch = Scratch::new();
    scratch.file("a.txt", "Die Schleuse. Der Deich.");
    let args = ["summarize", "-f", "json", "."];
    cached(&scratch, &args);
    let german = fs::read(common::samples().join("bericht-de.txt")).unwrap();
    scratch.file("b.txt", &german);
    for _ in 0..2 {
        let (found, _) = run(
            &scratch,
            &[&args[..], &["--cache", "../cache-of-others"]].concat(),
        );
        assert_eq!(found.matches("\"language\":\"de\"").count(), 2, "{found}");
    }
    let folder = scratch.path().parent().unwrap().join("cache-of-others");
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn failures_are_told_each_time_and_the_others_are_kept() {
    let scratch = scratch();
    scratch.file("texts/broken.docx", "PK\u{3}\u{4} and no more");
    let args = ["summarize", "-f", "json", "texts", "nowhere.txt"];
    let plain = scratch.run(&args);
    assert_eq!(code(&plain), 2);
    for _ in 0..3 {
        let cached = scratch.run(&[&args[..], &["--cache", "cache"]].concat());
        assert_eq!(code(&cached), 2);
        assert_eq!(
            (stdout(&cached), stderr(&cached)),
            (stdout(&plain), stderr(&plain))
        );
    }
}

#[test]
fn a_damaged_store_gives_the_right_answer_and_a_word() {
    let scratch = scratch();
    let args = ["summarize", "-f", "json", "texts"];
    cached(&scratch, &args);
    let store = scratch.path().join(STORE);
    let good = fs::read(&store).unwrap();
    let mut words = 0;
    let mut damaged = |bytes: Vec<u8>, what: &str| {
        fs::write(&store, bytes).unwrap();
        let notes = cached(&scratch, &args);
        assert!(!notes.contains("panicked"), "{what}: {notes}");
        words += usize::from(notes.contains("damaged"));
        // After that, it is as good as new.
        fs::write(&store, &good).unwrap();
    };
    damaged(Vec::new(), "empty");
    damaged(b"no store at all".to_vec(), "text");
    damaged(good[..good.len() / 2].to_vec(), "half");
    damaged(good[..5_000].to_vec(), "a little");
    // Whole pages, and single bits in all of the store.
    for part in 0..24 {
        let mut bytes = good.clone();
        let place = part * good.len() / 24;
        bytes[place..(place + 512).min(good.len())].fill(0xa5);
        damaged(bytes, &format!("page at {place}"));
    }
    for place in (0..good.len()).step_by(good.len() / 40) {
        let mut bytes = good.clone();
        bytes[place] ^= 1 << (place % 8);
        damaged(bytes, &format!("bit at {place}"));
    }
    assert!(words >= 3, "{words}");
}

#[test]
fn a_store_that_can_not_be_had_is_told() {
    let scratch = scratch();
    let args = ["summarize", "-f", "json", "texts"];
    scratch.file("cache", "a file where a folder should be");
    let notes = cached(&scratch, &args);
    assert!(notes.contains("going on without it"), "{notes}");
    fs::remove_file(scratch.path().join("cache")).unwrap();
    fs::create_dir_all(scratch.path().join(STORE)).unwrap();
    let notes = cached(&scratch, &args);
    assert!(notes.contains("going on without it"), "{notes}");
    let (_, notes) = run(&scratch, &[&args[..], &["--cache", "cache", "-q"]].concat());
    assert_eq!(notes, "");
}

#[test]
#[cfg(unix)]
fn a_full_disk_is_told() {
    let scratch = scratch();
    let args = ["summarize", "-f", "json", "texts"];
    let (plain, _) = run(&scratch, &args);
    let binary = epitome().get_program().to_owned();
    for blocks in [0, 1, 100, 1_100] {
        let output = std::process::Command::new("sh")
            .args(["-c", &format!("ulimit -f {blocks}; exec \"$0\" \"$@\"")])
            .arg(&binary)
            .args(args)
            .args(["--cache", "cache"])
            .current_dir(scratch.path())
            .stderr(Stdio::piped())
            .output()
            .unwrap();
        assert_eq!(code(&output), 0, "{blocks}: {}", stderr(&output));
        assert!(stdout(&output) == plain, "{blocks}");
        if blocks < 1_100 {
            assert!(
                stderr(&output).contains(STORE),
                "{blocks}: {}",
                stderr(&output)
            );
        }
    }
    cached(&scratch, &args);
}

#[test]
fn a_store_in_use_is_told_and_runs_at_once_agree() {
    let scratch = scratch();
    let args = ["summarize", "-f", "json", "texts"];
    let (plain, _) = run(&scratch, &args);
    fs::create_dir_all(scratch.path().join("cache")).unwrap();
    let held = redb::Database::create(scratch.path().join(STORE)).unwrap();
    let notes = cached(&scratch, &args);
    assert!(notes.contains("in use by another run"), "{notes}");
    drop(held);
    let start = || {
        epitome()
            .args(args)
            .args(["--cache", "cache"])
            .current_dir(scratch.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap()
    };
    let runs: Vec<_> = (0..6).map(|_| start()).collect();
    for child in runs {
        let output = child.wait_with_output().unwrap();
        assert_eq!(code(&output), 0, "{}", stderr(&output));
        assert!(stdout(&output) == plain, "{}", stderr(&output));
    }
    assert_eq!(cached(&scratch, &args), "");
}
