//! The README tells the truth: its commands print what it shows.

mod common;

use std::path::Path;
use std::process::Command;

/// The commands of the README's console blocks, each with the output that it shows.
fn shown(readme: &str) -> Vec<(String, String)> {
    let mut commands = Vec::new();
    for block in readme.split("```console\n").skip(1) {
        let block = &block[..block.find("```").expect("the block ends")];
        let (command, output) = block.split_once('\n').expect("a line");
        let command = command.strip_prefix("$ ").expect("a command");
        commands.push((command.to_owned(), output.to_owned()));
    }
    commands
}

#[test]
fn commands_print_what_the_readme_shows() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = root.join("README.md");
    let text = std::fs::read_to_string(&readme).expect("the README is there");
    let binary = Path::new(env!("CARGO_BIN_EXE_epitome"));
    let folder = binary
        .parent()
        .expect("a folder")
        .to_string_lossy()
        .into_owned();
    let path = format!("{folder}:{}", std::env::var("PATH").expect("a path"));
    let mut updated = text.clone();
    for (command, expected) in shown(&text) {
        let output = Command::new("sh")
            .args(["-c", &command])
            .current_dir(root)
            .env("PATH", &path)
            .output()
            .expect("a shell");
        let printed = String::from_utf8(output.stdout).expect("UTF-8");
        if std::env::var_os("UPDATE_README").is_some() {
            let block = |output: &str| format!("```console\n$ {command}\n{output}```");
            updated = updated.replace(&block(&expected), &block(&printed));
        } else {
            assert_eq!(printed, expected, "$ {command}");
        }
    }
    if updated != text {
        std::fs::write(&readme, updated).expect("the README can be written");
    }
}

#[test]
fn the_readme_shows_some_commands() {
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md"))
        .expect("the README");
    assert!(shown(&text).len() >= 5);
}
