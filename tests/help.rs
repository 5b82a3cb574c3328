//! Help, the manual and completions: what a person reads, and what shells and `man` accept.

mod common;

use std::path::Path;
use std::process::{Command, Stdio};

use common::{Scratch, code, epitome, has, run, stderr, stdout};

/// All commands that have options of their own.
const COMMANDS: [&[&str]; 10] = [
    &["summarize"],
    &["keywords"],
    &["compare"],
    &["context"],
    &["merge"],
    &["report"],
    &["evaluate", "summaries"],
    &["evaluate", "keywords"],
    &["schema"],
    &["man"],
];

/// What a program makes of an input.
fn filter(program: &str, args: &[&str], input: &str) -> std::process::Output {
    use std::io::Write;
    let mut child = Command::new(program)
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    let mut stdin = child.stdin.take().expect("a pipe");
    let input = input.to_owned();
    let writer = std::thread::spawn(move || {
        let _ = stdin.write_all(input.as_bytes());
    });
    let output = child.wait_with_output().expect("it ends");
    writer.join().expect("all is written");
    output
}

#[test]
fn short_help_fits_a_screen_and_long_help_has_everything() {
    for command in COMMANDS {
        let short = stdout(&run(&[command, &["-h"]].concat()));
        let long = stdout(&run(&[command, &["--help"]].concat()));
        assert!(short.lines().count() <= 36, "{command:?}: {short}");
        assert!(
            short.lines().all(|line| line.chars().count() <= 100),
            "{command:?}: {short}"
        );
        let options = |help: &str| -> Vec<String> {
            let words = help
                .split_whitespace()
                .filter(|word| word.starts_with("--"));
            words
                .map(|word| {
                    word.trim_matches(|c: char| !c.is_alphabetic() && c != '-')
                        .to_owned()
                })
                .collect()
        };
        let long_options = options(&long);
        for option in options(&short) {
            assert!(long_options.contains(&option), "{command:?}: {option}");
        }
    }
    let help = |flag| stdout(&run(&["summarize", flag]));
    for option in ["--words", "--joint", "--format", "epitome summarize --help"] {
        assert!(help("-h").contains(option), "{option}");
    }
    for option in ["--max-unpacked", "--trade-off", "--stats"] {
        assert!(
            !help("-h").contains(option) && help("--help").contains(option),
            "{option}"
        );
    }
    assert_eq!(stdout(&run(&["help", "summarize"])), help("--help"));
}

#[test]
fn help_tells_of_the_environment_and_the_config_file() {
    let help = stdout(&run(&["--help"]));
    let example = help.split("over the file:\n\n").nth(1).expect("an example");
    let (variable, config) = example.split_once("\n\n").expect("both");
    assert!(variable.trim().starts_with("EPITOME_LANG=de "));
    let config = &config[..config.find("\n\nExit codes").expect("what follows")];
    let scratch = Scratch::new();
    let input = scratch.file("in.txt", common::HARBOUR);
    let file = scratch.file("epitome.toml", config);
    let output = run(&["summarize", "--config", &file, &input]);
    assert_eq!(
        (code(&output), stderr(&output).as_str()),
        (0, ""),
        "the example is a config file"
    );
}

#[test]
fn shells_accept_their_completions() {
    for (shell, args) in [
        ("bash", &["-n"][..]),
        ("zsh", &["-n"]),
        ("fish", &["--no-execute"]),
    ] {
        let script = stdout(&run(&["completions", shell]));
        if has(shell) {
            let scratch = Scratch::new();
            let path = scratch.file("script", &script);
            let output = Command::new(shell)
                .args(args)
                .arg(path)
                .output()
                .expect("a shell");
            assert_eq!(
                (code(&output), stderr(&output).as_str()),
                (0, ""),
                "{shell}"
            );
        }
    }
    for (shell, part) in [
        ("powershell", "Register-ArgumentCompleter"),
        ("elvish", "edit:completion:arg-completer"),
    ] {
        let script = stdout(&run(&["completions", shell]));
        assert!(
            script.contains(part) && script.contains("summarize"),
            "{shell}"
        );
    }
}

/// What bash offers behind these words.
fn completed(words: &[&str]) -> Vec<String> {
    let list: Vec<String> = words.iter().map(|word| format!("'{word}'")).collect();
    let last = words.len() - 1;
    let (word, before) = (words[last], words[last - 1]);
    let script = format!(
        "source <(\"$EPITOME\" completions bash)\nCOMP_WORDS=({}) COMP_CWORD={last}\n\
         $(complete -p epitome | sed 's/.*-F \\([^ ]*\\).*/\\1/') epitome '{word}' '{before}'\n\
         printf '%s\\n' \"${{COMPREPLY[@]}}\"",
        list.join(" ")
    );
    let output = Command::new("bash")
        .args(["--norc", "-c", &script])
        .env("EPITOME", env!("CARGO_BIN_EXE_epitome"))
        .output()
        .expect("bash");
    assert_eq!((code(&output), stderr(&output).as_str()), (0, ""));
    let mut offered: Vec<String> = stdout(&output).lines().map(str::to_owned).collect();
    offered.sort();
    offered
}

#[test]
fn bash_completes_commands_options_and_values() {
    if !has("bash") {
        return;
    }
    assert_eq!(completed(&["epitome", "com"]), ["compare", "completions"]);
    assert_eq!(
        completed(&["epitome", "summarize", "--over"]),
        ["--overshoot"]
    );
    let methods = completed(&["epitome", "summarize", "--method", ""]);
    assert!(
        methods.len() > 8 && methods.contains(&"lexrank".to_owned()),
        "{methods:?}"
    );
    assert_eq!(
        completed(&["epitome", "keywords", "-f", "js"]),
        ["json", "jsonl"]
    );
    assert_eq!(
        completed(&["epitome", "evaluate", "summaries", "--combine", "m"]),
        ["mean"]
    );
}

#[test]
fn the_manual_tells_of_every_option() {
    for command in COMMANDS {
        let page = stdout(&run(&[&["man"], command].concat()));
        let mut lines = page.lines();
        while lines.by_ref().any(|line| line == ".TP") {
            let (option, told) = (lines.next(), lines.next());
            assert!(
                told.is_some_and(|told| !told.is_empty()),
                "{command:?} {option:?}"
            );
        }
    }
}

#[test]
fn the_manual_has_no_fault() {
    if !has("groff") {
        return;
    }
    for command in [&[&[][..]][..], &COMMANDS].concat() {
        let page = stdout(&run(&[&["man"], command].concat()));
        let output = filter("groff", &["-man", "-Tutf8", "-ww"], &page);
        assert_eq!(
            (code(&output), stderr(&output).as_str()),
            (0, ""),
            "{command:?}"
        );
        assert!(!output.stdout.is_empty());
    }
    let page = stdout(&run(&["man"]));
    let text = stdout(&filter("groff", &["-man", "-Tascii", "-P-cbou"], &page));
    for part in [
        "NAME",
        "SYNOPSIS",
        "--overshoot",
        "--reference-counts",
        "--samples",
    ] {
        assert!(text.contains(part), "{part}");
    }
}

#[test]
fn pages_are_written_for_packages() {
    let scratch = Scratch::new();
    let output = scratch.run(&["man", "--out", "share/man1"]);
    assert_eq!((code(&output), stdout(&output).as_str()), (0, ""));
    let mut names: Vec<String> = std::fs::read_dir(scratch.join("share/man1"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    for name in [
        "epitome.1",
        "epitome-summarize.1",
        "epitome-evaluate-keywords.1",
    ] {
        assert!(names.contains(&name.to_owned()), "{names:?}");
    }
    let root = std::fs::read_to_string(scratch.join("share/man1/epitome.1")).unwrap();
    for name in &names[1..] {
        let page = std::fs::read_to_string(scratch.join(&format!("share/man1/{name}"))).unwrap();
        let title = name.trim_end_matches(".1");
        assert!(page.contains(&format!(".TH {title} 1")), "{name}: {page}");
        let is_of_root = title.matches('-').count() == 1;
        let mention = format!("{}(1)", title.replace('-', "\\-"));
        assert!(!is_of_root || root.contains(&mention), "{mention}");
    }
    let summarize = std::fs::read(scratch.join("share/man1/epitome-summarize.1")).unwrap();
    assert_eq!(summarize, run(&["man", "summarize"]).stdout);
    let output = run(&["man", "sumarize"]);
    assert_eq!(code(&output), 2);
    assert_eq!(
        stderr(&output),
        "epitome: there is no command 'sumarize'; did you mean 'summarize'?\n"
    );
    let output = scratch.run(&["man", "--out", "share/man1/epitome.1"]);
    assert_eq!(code(&output), 2);
}

#[test]
fn a_terminal_without_anything_to_read_gets_short_help() {
    // `script` is the terminal.
    if !Path::new("/usr/bin/script").exists() {
        return;
    }
    let command = format!("{} summarize", env!("CARGO_BIN_EXE_epitome"));
    let output = Command::new("script")
        .args(["-qec", &command, "/dev/null"])
        .output()
        .expect("a terminal");
    let shown = stdout(&output);
    assert!(
        shown.contains("--sentences") && !shown.contains("--max-unpacked"),
        "{shown}"
    );
    assert!(
        epitome()
            .arg("summarize")
            .output()
            .expect("a run")
            .stdout
            .is_empty()
    );
}
