//! The commands that the README shows, with what they print.
#![allow(dead_code, reason = "each test file uses its own part")]

use std::path::{Path, PathBuf};
use std::process::Command;

/// The section whose commands run in a folder of their own.
const RECIPES: &str = "\n## Recipes\n";

/// A console block: lines of commands behind `$ `, then what all of them print.
pub struct Block {
    /// What stands between the fences.
    shown: String,
    /// The commands, without their prompts.
    pub commands: String,
    pub output: String,
}

/// The README.
pub struct Readme {
    path: PathBuf,
    text: String,
}

impl Readme {
    pub fn read() -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
        let text = std::fs::read_to_string(&path).expect("the README is there");
        Self { path, text }
    }

    /// The section of recipes, and what stands before and behind it.
    fn parts(&self) -> [&str; 3] {
        let start = self.text.find(RECIPES).expect("there are recipes");
        let end = start + RECIPES.len();
        let end = end + self.text[end..].find("\n## ").expect("a section behind");
        [
            &self.text[..start],
            &self.text[start..end],
            &self.text[end..],
        ]
    }

    /// The blocks outside of the recipes.
    pub fn blocks(&self) -> Vec<Block> {
        let [before, _, behind] = self.parts();
        [fenced(before, "console"), fenced(behind, "console")]
            .concat()
            .into_iter()
            .map(Block::new)
            .collect()
    }

    /// The blocks of the recipes.
    pub fn recipes(&self) -> Vec<Block> {
        let recipes = fenced(self.parts()[1], "console");
        recipes.into_iter().map(Block::new).collect()
    }

    /// All blocks of another kind.
    pub fn fenced(&self, kind: &str) -> Vec<&str> {
        fenced(&self.text, kind)
    }

    /// Compares what blocks print with what is shown; where `UPDATE_README` is set, shows it.
    pub fn check(self, blocks: &[Block], print: impl Fn(&Block) -> String) {
        let mut updated = self.text.clone();
        for block in blocks {
            let printed = print(block);
            if std::env::var_os("UPDATE_README").is_some() {
                let head = &block.shown[..block.shown.len() - block.output.len()];
                let fence = |body: &str| format!("```console\n{body}```");
                updated =
                    updated.replace(&fence(&block.shown), &fence(&format!("{head}{printed}")));
            } else {
                assert_eq!(printed, block.output, "$ {}", block.commands);
            }
        }
        if updated != self.text {
            std::fs::write(&self.path, updated).expect("the README can be written");
        }
    }
}

/// The blocks of a kind in a text.
fn fenced<'t>(text: &'t str, kind: &str) -> Vec<&'t str> {
    let fence = format!("```{kind}\n");
    let bodies = text.split(&*fence).skip(1);
    bodies
        .map(|body| &body[..body.find("```").expect("the block ends")])
        .collect()
}

impl Block {
    fn new(shown: &str) -> Self {
        let mut commands = String::new();
        let mut rest = shown;
        let mut goes_on = false;
        while let Some((line, behind)) = rest.split_once('\n') {
            let command = match line.strip_prefix("$ ") {
                Some(command) => command,
                None if goes_on => line,
                None => break,
            };
            goes_on = command.ends_with('\\');
            commands.push_str(command);
            commands.push('\n');
            rest = behind;
        }
        assert!(!commands.is_empty(), "a command: {shown}");
        Self {
            shown: shown.to_owned(),
            commands: commands.trim_end().to_owned(),
            output: rest.to_owned(),
        }
    }
}

/// A shell that finds the program of this build.
pub fn shell(name: &str, commands: &str, folder: &Path) -> Command {
    let binary = Path::new(env!("CARGO_BIN_EXE_epitome"));
    let programs = binary.parent().expect("a folder").to_string_lossy();
    let path = std::env::var("PATH").expect("a path");
    let mut shell = Command::new(name);
    shell
        .args(["-c", commands])
        .current_dir(folder)
        .env("PATH", format!("{programs}:{path}"));
    shell
}
