//! A name that is not there is told with the one that was probably meant, on the command line as in a config file.

mod common;

use common::{HARBOUR, Scratch, code, epitome, run, stderr, stdout};

/// The lines of a complaint that say what was meant.
fn tips(errors: &str) -> Vec<&str> {
    let tips = errors
        .lines()
        .filter_map(|line| line.trim().strip_prefix("tip: "));
    tips.collect()
}

#[test]
fn the_command_line_names_the_nearest() {
    for (args, tip) in [
        (&["compl"][..], "a similar subcommand exists: 'completions'"),
        (
            &["comp"],
            "some similar subcommands exist: 'compare', 'completions'",
        ),
        (&["summ"], "a similar subcommand exists: 'summarize'"),
        (&["kewords", "x"], "a similar subcommand exists: 'keywords'"),
        (
            &["evaluate", "summary"],
            "a similar subcommand exists: 'summaries'",
        ),
        (
            &["summarize", "--lang", "englsh", "x"],
            "a similar value exists: 'english'",
        ),
        (
            &["summarize", "--lang", "fren", "x"],
            "a similar value exists: 'french'",
        ),
        (
            &["summarize", "--lang", "en-US", "x"],
            "a similar value exists: 'en'",
        ),
        (
            &["summarize", "--method", "texrank", "x"],
            "a similar value exists: 'textrank'",
        ),
        (
            &["keywords", "--method", "tf-idf", "x"],
            "a similar value exists: 'tfidf'",
        ),
        (
            &["compare", "--measure", "g3", "x"],
            "a similar value exists: 'g2'",
        ),
        (
            &["compare", "--measure", "log-ratio", "x"],
            "a similar value exists: 'log_ratio'",
        ),
        (
            &["compare", "--dispersion", "pd", "x"],
            "a similar value exists: 'dp'",
        ),
        (
            &["keywords", "--format", "jsn", "x"],
            "a similar value exists: 'json'",
        ),
        (
            &["keywords", "--input-format", "markdwn", "x"],
            "a similar value exists: 'markdown'",
        ),
        (
            &["context", "--sort", "rihgt", "x"],
            "a similar value exists: 'right'",
        ),
        (
            &["summarize", "--sentence", "3", "x"],
            "a similar argument exists: '--sentences'",
        ),
        (
            &["summarize", "--wrods", "3", "x"],
            "a similar argument exists: '--words'",
        ),
        (
            &["keywords", "--group-by", "dir", "x"],
            "'--group-by' is an option of 'epitome compare'",
        ),
        (&["schema", "sumary"], "a similar value exists: 'summary'"),
        (&["completions", "bsh"], "a similar value exists: 'bash'"),
    ] {
        let output = run(args);
        assert_eq!(
            (code(&output), stdout(&output).as_str()),
            (2, ""),
            "{args:?}"
        );
        let errors = stderr(&output);
        assert_eq!(tips(&errors).first(), Some(&tip), "{args:?}: {errors}");
    }
}

#[test]
fn a_file_in_place_of_a_command_is_told_what_to_say() {
    let scratch = Scratch::new();
    scratch.file("report.txt", HARBOUR);
    let output = scratch.run(&["report.txt"]);
    assert_eq!(code(&output), 2);
    let errors = stderr(&output);
    assert_eq!(
        tips(&errors),
        ["to read it, say what for: 'epitome summarize report.txt'"]
    );
}

#[test]
fn what_is_near_to_nothing_gets_no_suggestion() {
    for args in [
        &["frobnicate"][..],
        &["summarize", "--method", "frobnicate", "x"],
    ] {
        let output = run(args);
        assert_eq!(code(&output), 2, "{args:?}");
        assert_eq!(tips(&stderr(&output)), [""; 0], "{args:?}");
    }
    let output = run(&["summarize", "--lang", "xx", "x"]);
    let errors = stderr(&output);
    assert_eq!(tips(&errors), ["'epitome languages' lists all of them"]);
}

#[test]
fn a_value_of_the_environment_is_told_to_be_one() {
    let from_environment = |args: &[&str]| {
        let mut command = epitome();
        let output = command
            .env("EPITOME_METHOD", "texrank")
            .args(args)
            .output()
            .unwrap();
        assert_eq!(code(&output), 2);
        stderr(&output).contains("it stands in the environment: EPITOME_METHOD")
    };
    assert!(from_environment(&["summarize", "x"]));
    assert!(!from_environment(&[
        "summarize",
        "--method",
        "texrank",
        "x"
    ]));
    assert!(!from_environment(&["summarize", "-m", "texrank", "x"]));
}

#[test]
fn a_config_file_is_named_with_what_is_wrong_in_it() {
    let scratch = Scratch::new();
    let input = scratch.file("in.txt", HARBOUR);
    for (content, message) in [
        (
            "sentense = 3",
            "there is no option 'sentense'; did you mean 'sentences'?",
        ),
        (
            "[keywords]\nwords = 1",
            "there is no option 'words'; it is one of 'summarize'",
        ),
        (
            "[sumarize]\nwords = 1",
            "there is no command 'sumarize'; did you mean 'summarize'?",
        ),
        (
            "[evaluate.keyword]\nat = [5]",
            "there is no command 'keyword'; did you mean 'keywords'?",
        ),
        (
            "method = \"texrank\"",
            "'method' has no value 'texrank'; did you mean 'textrank'?",
        ),
        (
            "lang = \"englsh\"",
            "'lang' has no value 'englsh'; did you mean 'english'?",
        ),
        (
            "words = \"few\"",
            "'words' must be a whole number, not 'few'",
        ),
        ("words = [1, 2]", "'words' takes one value, not a list"),
        ("words = {a = 1}", "'words' takes a value, not a table"),
        ("joint = 1", "'joint' is true or false"),
        ("# mine\nwords = [1,", "line 2: "),
    ] {
        scratch.file("wrong.toml", content);
        let output = scratch.run(&["summarize", "--config", "wrong.toml", &input]);
        assert_eq!(
            (code(&output), stdout(&output).as_str()),
            (2, ""),
            "{content}"
        );
        let told = stderr(&output);
        let told = told
            .strip_prefix("epitome: wrong.toml: ")
            .expect("the file is named");
        assert!(
            told.starts_with(message) && told.lines().count() == 1,
            "{content}: {told}"
        );
    }
}

#[test]
fn a_key_for_all_commands_is_for_those_that_can_take_its_value() {
    let scratch = Scratch::new();
    let input = scratch.file("in.txt", HARBOUR);
    let config = scratch.file("epitome.toml", "method = \"yake\"\nsentences = 2\n");
    let output = run(&["summarize", "--config", &config, &input]);
    assert_eq!((code(&output), stderr(&output).as_str()), (0, ""));
    assert_eq!(stdout(&output).lines().count(), 2);
    let with_config = run(&["keywords", "--config", &config, &input]);
    let with_option = run(&["keywords", "--method", "yake", &input]);
    assert_eq!(stdout(&with_config), stdout(&with_option));
    assert_ne!(stdout(&with_config), stdout(&run(&["keywords", &input])));
}
