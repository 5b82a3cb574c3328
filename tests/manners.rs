//! Shell manners: exit codes, closed pipes, signals, output files, configuration.

mod common;

use std::io::Read;
use std::process::Stdio;
use std::time::{Duration, Instant};

use common::{HARBOUR, Scratch, code, epitome, run, samples, stderr, stdout};

#[test]
fn usage_errors_exit_with_two_and_suggest_the_nearest_name() {
    for (args, suggestion) in [
        (&["compl"][..], "completions"),
        (&["summarize", "--method", "texrank", "x"], "textrank"),
        (&["summarize", "--lang", "englsh", "x"], "en"),
        (&["summarize", "--wrods", "5", "x"], "--words"),
        (&["keywords", "--format", "jsn", "x"], "json"),
    ] {
        let output = run(args);
        assert_eq!(code(&output), 2, "{args:?}");
        assert!(
            stderr(&output).contains(suggestion),
            "{args:?}: {}",
            stderr(&output)
        );
        assert_eq!(stdout(&output), "");
    }
    for args in [
        &["summarize", "--words", "0", "x"][..],
        &["summarize", "--words", "-3", "x"],
        &["summarize", "--ratio", "1.5", "x"],
        &["summarize", "--ratio", "nan", "x"],
        &["keywords", "--max-words", "4", "x"],
    ] {
        assert_eq!(code(&run(args)), 2, "{args:?}");
    }
}

#[test]
fn help_and_lists_go_to_standard_output() {
    for args in [
        &["--help"][..],
        &["--version"],
        &["summarize", "--help"],
        &["languages"],
        &["methods"],
        &["schema", "summary"],
        &["completions", "bash"],
        &["man"],
    ] {
        let output = run(args);
        assert_eq!(
            (code(&output), stderr(&output).as_str()),
            (0, ""),
            "{args:?}"
        );
        assert!(!stdout(&output).is_empty(), "{args:?}");
    }
}

#[test]
fn an_output_file_is_replaced_when_all_is_done() {
    let scratch = Scratch::new();
    let input = scratch.file("in.txt", HARBOUR);
    let target = scratch.file("out.json", "old");
    let output = scratch.run(&["summarize", "-f", "json", "-o", &target, &input]);
    assert_eq!((code(&output), stdout(&output).as_str()), (0, ""));
    let written = std::fs::read_to_string(&target).unwrap();
    assert!(written.starts_with("{\"schema\":\"epitome.summary/1\""));
    let names: Vec<_> = std::fs::read_dir(scratch.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(names.len(), 2, "no temporary file is left: {names:?}");
    // Without a result, the file stays as it is.
    let output = scratch.run(&["summarize", "-o", &target, "nowhere"]);
    assert_eq!(code(&output), 2);
    assert_eq!(std::fs::read_to_string(&target).unwrap(), written);
    assert!(!stdout(&scratch.run(&["summarize", "-o", "-", &input])).is_empty());
    let output = scratch.run(&["summarize", "-o", "no/such/folder/x", &input]);
    assert_eq!(code(&output), 2);
    assert!(stderr(&output).starts_with("epitome: no/such/folder/x: "));
}

#[cfg(unix)]
#[test]
fn a_new_output_file_has_the_permissions_of_any_new_file() {
    use std::os::unix::fs::PermissionsExt;
    let scratch = Scratch::new();
    let input = scratch.file("in.txt", HARBOUR);
    scratch.run(&["summarize", "-o", "out.txt", &input]);
    let mode = |name: &str| {
        std::fs::metadata(scratch.join(name))
            .unwrap()
            .permissions()
            .mode()
    };
    assert_eq!(mode("out.txt"), mode("in.txt"));
}

#[cfg(unix)]
#[test]
fn an_interrupt_ends_at_once_and_leaves_no_half_file() {
    let scratch = Scratch::new();
    let mut child = epitome()
        .args(["summarize", "-", "-o", "out.txt"])
        .current_dir(scratch.path())
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // Standard input stays open till the end, so the run waits for it.
    let stdin = child.stdin.take();
    let deadline = Instant::now() + Duration::from_secs(20);
    while std::fs::read_dir(scratch.path()).unwrap().count() == 0 && Instant::now() < deadline {
        std::thread::sleep(Duration::from_millis(5));
    }
    let sent = std::process::Command::new("kill")
        .args(["-INT", &child.id().to_string()])
        .status()
        .unwrap();
    assert!(sent.success());
    let status = child.wait().unwrap();
    drop(stdin);
    assert_eq!(status.code(), Some(130));
    let mut errors = String::new();
    child
        .stderr
        .take()
        .unwrap()
        .read_to_string(&mut errors)
        .unwrap();
    assert_eq!(errors, "");
    assert_eq!(std::fs::read_dir(scratch.path()).unwrap().count(), 0);
}

#[test]
fn flags_stand_over_the_environment_and_that_over_a_file() {
    let scratch = Scratch::new();
    let input = scratch.file("in.txt", HARBOUR);
    let config = scratch.file("epitome.toml", "sentences = 3\n[keywords]\ntop = 1\n");
    let lines = |args: &[&str], variable: Option<&str>| {
        let mut command = epitome();
        if let Some(value) = variable {
            command.env("EPITOME_SENTENCES", value);
        }
        let output = command
            .args(args)
            .args(["--config", &config, &input])
            .output()
            .unwrap();
        assert_eq!(code(&output), 0, "{}", stderr(&output));
        stdout(&output).lines().count()
    };
    assert_eq!(lines(&["summarize"], None), 3);
    assert_eq!(lines(&["summarize"], Some("2")), 2);
    assert_eq!(lines(&["summarize", "-n", "1"], Some("2")), 1);
    assert_eq!(lines(&["keywords"], None), 2, "a header and a row");
    let alias = scratch.file("alias.toml", "[summarise]\nsentences = 1\nexplain = true\n");
    let output = run(&["summarise", "--config", &alias, &input]);
    assert_eq!(
        stdout(&output).lines().count(),
        2,
        "a sentence and its explanation"
    );
    for (content, message) in [
        ("sentence = 3\n", "there is no option 'sentence'"),
        ("words = [1, 2]\n", "'words' takes one value, not a list"),
        ("[keywords]\nwords = 1\n", "there is no option 'words'"),
        ("words = \n", "epitome: "),
    ] {
        let wrong = scratch.file("wrong.toml", content);
        let output = run(&["summarize", "--config", &wrong, &input]);
        assert_eq!(code(&output), 2);
        assert!(stderr(&output).contains(message), "{}", stderr(&output));
    }
}

#[test]
fn colour_is_never_in_a_pipe_unless_asked_for() {
    let samples = samples();
    let samples = samples.to_str().unwrap();
    assert!(!stdout(&run(&["keywords", samples])).contains('\u{1b}'));
    assert!(stdout(&run(&["keywords", "--color", "always", samples])).contains('\u{1b}'));
    let output = epitome()
        .args(["keywords", samples])
        .env("CLICOLOR_FORCE", "1")
        .output()
        .unwrap();
    assert!(stdout(&output).contains('\u{1b}'));
    let output = epitome()
        .args(["keywords", samples])
        .env("CLICOLOR_FORCE", "1")
        .env("NO_COLOR", "1")
        .output()
        .unwrap();
    assert!(!stdout(&output).contains('\u{1b}'));
}

#[test]
fn progress_is_on_standard_error_and_only_where_asked_for() {
    let output = run(&[
        "summarize",
        "--progress",
        "always",
        samples().to_str().unwrap(),
    ]);
    assert_eq!(code(&output), 0);
    let plain = run(&["summarize", samples().to_str().unwrap()]);
    assert_eq!(stdout(&output), stdout(&plain));
    assert_eq!(stderr(&plain), "");
}

#[test]
fn stopwords_can_be_replaced_and_added() {
    let scratch = Scratch::new();
    let input = scratch.file("in.txt", HARBOUR);
    let own = scratch.file("own", "barrier Harbour # comment water\nquay");
    let terms = |args: &[&str]| {
        let output =
            scratch.run(&[&["keywords", "-m", "frequency", "-f", "csv", &input], args].concat());
        stdout(&output)
            .lines()
            .skip(1)
            .map(|line| line.split(',').nth(2).unwrap().to_lowercase())
            .collect::<Vec<_>>()
    };
    assert!(terms(&[]).contains(&"barrier".to_owned()));
    let added = terms(&["--extra-stopwords", &own]);
    assert!(!added.contains(&"barrier".to_owned()) && !added.contains(&"the".to_owned()));
    assert!(
        added.contains(&"water".to_owned()),
        "what stands behind # is a comment"
    );
    assert!(terms(&["--stopwords", &own]).contains(&"the".to_owned()));
    assert!(terms(&["--no-stopwords"]).contains(&"the".to_owned()));
    let output = scratch.run(&["keywords", "--stopwords", "nowhere", &input]);
    assert_eq!(code(&output), 2);
}

#[test]
fn a_focus_moves_the_summary_and_an_unknown_one_is_told() {
    let scratch = Scratch::new();
    let text = format!(
        "{HARBOUR} A band played on the pier. The swifts came back to the old mill in May. {HARBOUR}"
    );
    let input = scratch.file("in.txt", text);
    let output = scratch.run(&["summarize", "-n", "1", "--focus", "swift", &input]);
    assert_eq!(
        stdout(&output),
        "The swifts came back to the old mill in May.\n"
    );
    let output = scratch.run(&["summarize", "-n", "1", "--focus", "volcano", &input]);
    assert_eq!(code(&output), 0);
    assert!(stderr(&output).contains("nothing of the focus"));
}
