//! The recipes of the README work as they are written, each in a folder with nothing but what it needs.

#[path = "common/blocks.rs"]
mod blocks;
mod common;

use std::io::Write;
use std::path::Path;

use blocks::{Readme, shell};
use common::{Scratch, code, has, run, sample_files, stderr};

/// A folder with the samples, also as notes at home, and as the docs of a repository with two versions.
fn kitchen() -> Scratch {
    let folder = Scratch::new();
    for path in sample_files() {
        let name = path
            .file_name()
            .and_then(|name| name.to_str())
            .expect("a name");
        let content = std::fs::read(&path).expect("readable");
        folder.file(&format!("samples/{name}"), &content);
        folder.file(&format!("notes/{name}"), &content);
    }
    let versions = "git init -q . && git config user.name Somebody && git config user.email somebody@example.org
        version() { git add -A docs && git commit -qm \"$1\" && git tag \"$1\"; }
        mkdir docs && cd samples && cp harbour-report.txt on-maintenance.txt interview.txt ../docs && cd .. && version v1.0
        git rm -q docs/on-maintenance.txt docs/interview.txt
        cp samples/field-guide-wrapped.txt samples/abstract.md docs && version v2.0";
    if has("git") {
        cook("bash", versions, &folder);
    }
    folder
}

/// Runs commands in a folder, which is also home, and hands out what they print; nothing may go wrong.
fn cook(shell_name: &str, commands: &str, folder: &Scratch) -> String {
    let output = shell(
        shell_name,
        &format!("set -euo pipefail\n{commands}"),
        folder.path(),
    )
    .env("HOME", folder.path())
    .output()
    .expect("a shell");
    assert_eq!(
        (code(&output), stderr(&output).as_str()),
        (0, ""),
        "{commands}"
    );
    common::stdout(&output)
}

/// Whether all that a recipe calls is there; if not, it is told.
fn has_all(commands: &str) -> bool {
    let missing: Vec<&str> = ["jq", "duckdb", "man", "git"]
        .into_iter()
        .filter(|program| {
            commands
                .split(|c: char| !c.is_alphanumeric())
                .any(|word| word == *program)
        })
        .filter(|program| !has(program))
        .collect();
    if !missing.is_empty() {
        // Past the harness, which shows nothing of a test that passes.
        let missing = missing.join(" and ");
        let _ = writeln!(
            std::io::stderr(),
            "skipped, for want of {missing}: {commands}"
        );
    }
    missing.is_empty()
}

#[test]
fn recipes_print_what_the_readme_shows() {
    let readme = Readme::read();
    let recipes = readme.recipes();
    assert!(recipes.len() >= 5);
    readme.check(&recipes, |recipe| match has_all(&recipe.commands) {
        true => cook("bash", &recipe.commands, &kitchen()),
        false => recipe.output.clone(),
    });
}

#[test]
fn the_spreadsheet_has_a_row_a_keyword() {
    let readme = Readme::read();
    let recipes = readme.recipes();
    let recipe = recipes
        .iter()
        .find(|recipe| recipe.commands.contains("keywords.csv"));
    let folder = kitchen();
    cook("bash", &recipe.expect("a recipe").commands, &folder);
    let mut reader = csv::Reader::from_path(folder.join("keywords.csv")).expect("a table");
    let header = reader.headers().expect("a header").clone();
    let column = |name: &str| {
        header
            .iter()
            .position(|field| field == name)
            .expect("a column")
    };
    let (path, term, count) = (column("path"), column("term"), column("count"));
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
    assert_eq!(
        rows.iter()
            .filter(|row| row[path].ends_with("harbour-report.txt"))
            .count(),
        3
    );
    assert_eq!(
        rows.len(),
        3 * (sample_files().len() + 1),
        "each file, and all together"
    );
    assert!(
        rows.iter()
            .all(|row| !row[term].is_empty() && row[count].parse::<u64>().is_ok())
    );
}

#[test]
fn the_line_for_cron_writes_its_summary() {
    let readme = Readme::read();
    let lines = readme.fenced("crontab");
    let [line] = lines[..] else {
        panic!("one line for cron");
    };
    // Five fields say when; cron ends the command at a per cent sign, and gives it to sh.
    let command = line
        .split_whitespace()
        .skip(5)
        .collect::<Vec<_>>()
        .join(" ");
    assert!(!command.contains('%'));
    let folder = kitchen();
    let output = shell("sh", &command, folder.path())
        .env("HOME", folder.path())
        .output()
        .expect("a shell");
    assert_eq!(
        (code(&output), stderr(&output).as_str()),
        (0, ""),
        "{command}"
    );
    assert!(output.stdout.is_empty(), "cron would send a letter");
    let summary = std::fs::read_to_string(folder.join("week.md")).expect("the summary");
    assert!(
        summary.contains("\n- ") && summary.contains(".md:"),
        "{summary}"
    );
    assert!(!Path::new(&folder.join("notes/week.md")).exists());
}

#[test]
fn the_config_file_of_the_readme_is_one() {
    let readme = Readme::read();
    let files = readme.fenced("toml");
    let folder = kitchen();
    for file in &files {
        let path = folder.file("epitome.toml", file);
        for command in ["summarize", "keywords"] {
            let output = run(&[command, "--config", &path, &folder.join("samples")]);
            assert_eq!((code(&output), stderr(&output).as_str()), (0, ""), "{file}");
        }
    }
    assert!(!files.is_empty());
}
