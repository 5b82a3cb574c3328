//! What the tests of the real binary share.
#![allow(dead_code, reason = "each test file uses its own part")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// A run of the binary, in an environment that has no say.
pub fn epitome() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_epitome"));
    command.stdin(Stdio::null());
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("EPITOME_")) {
        command.env_remove(name);
    }
    command
}

/// Runs the binary on these arguments.
pub fn run(args: &[&str]) -> Output {
    epitome().args(args).output().expect("the binary runs")
}

/// What was written to standard output.
pub fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("the output is UTF-8")
}

/// What was written to standard error.
pub fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("messages are UTF-8")
}

/// The exit code.
pub fn code(output: &Output) -> i32 {
    output
        .status
        .code()
        .expect("the run was not ended by a signal")
}

/// Whether a program can be run here. In CI all are there.
pub fn has(program: &str) -> bool {
    let found = Command::new("sh")
        .args(["-c", &format!("command -v {program}")])
        .output();
    let is_there = found.expect("a shell").status.success();
    assert!(
        is_there || std::env::var_os("CI").is_none(),
        "{program} is not installed"
    );
    is_there
}

/// Chromium without a window, as whoever runs the tests, with a profile in a folder.
pub fn chromium(folder: &Scratch) -> Command {
    let mut command = Command::new("chromium");
    command
        .args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
        ])
        .args([
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        ])
        .arg(format!("--user-data-dir={}", folder.join("profile")));
    command
}

/// The folder of our own sample texts.
pub fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("samples")
}

/// The sample files, sorted.
pub fn sample_files() -> Vec<PathBuf> {
    let entries = fs::read_dir(samples()).expect("the samples are there");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    // Beside the texts are a folder of programs and the file that says so.
    let is_text = |path: &PathBuf| path.is_file() && !path.ends_with(".ignore");
    let mut files: Vec<PathBuf> = paths.filter(is_text).collect();
    files.sort();
    files
}

/// A folder for one test.
pub struct Scratch(TempDir);

impl Scratch {
    pub fn new() -> Self {
        Self(tempfile::tempdir().expect("a temporary folder"))
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// Writes a file, with the folders above it, and hands out its path.
    pub fn file(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("folders can be made");
        fs::write(&path, content).expect("the file can be written");
        path.to_str().expect("a UTF-8 path").to_owned()
    }

    /// The path of a name in the folder, whether or not it is there.
    pub fn join(&self, name: &str) -> String {
        self.path()
            .join(name)
            .to_str()
            .expect("a UTF-8 path")
            .to_owned()
    }

    /// Runs the binary in the folder.
    pub fn run(&self, args: &[&str]) -> Output {
        epitome()
            .args(args)
            .current_dir(self.path())
            .output()
            .expect("the binary runs")
    }
}

/// A text of five sentences that stays the same.
pub const HARBOUR: &str = "The harbour barrier was closed on Monday. The barrier held back the water of the harbour. \
    People on the quay watched the barrier in silence. Nobody was hurt, said Dr. Ames of the harbour board. \
    The water went down at 5 p.m. on Tuesday.";
