//! A program that makes text of files that no format reads.

use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::Command;

use globset::GlobSet;

use super::{FailureKind, Fault, LARGEST_INPUT, Limits, process, reason, size};

/// A program that is called with the path of a file, has the file on standard input, and writes what is to be read
/// in its place on standard output.
#[derive(Clone, Debug)]
pub struct Filter {
    /// The program.
    pub program: PathBuf,
    /// The files that it is for; `None`: all.
    pub only: Option<GlobSet>,
}

impl Filter {
    /// Whether a file is for the program.
    pub fn is_for(&self, path: &Path) -> bool {
        self.only.as_ref().is_none_or(|globs| {
            globs.is_match(path) || path.file_name().is_some_and(|name| globs.is_match(name))
        })
    }

    /// What the program writes for a file.
    ///
    /// # Errors
    /// When the file can't be opened, and when the program can't be started, takes too long, writes too much or
    /// fails.
    pub(super) fn run(&self, path: &Path, limits: &Limits) -> Result<Vec<u8>, Fault> {
        let unreadable = |error: io::Error| Fault::new(FailureKind::Unreadable, reason(&error));
        let mut file = File::open(path).map_err(unreadable)?;
        let mut command = Command::new(&self.program);
        // A path that begins with a dash is no option.
        command.arg(Path::new(".").join(path));
        let feed = |stdin: &mut dyn Write| io::copy(&mut file, stdin).map(|_| ());
        let most = limits.bytes.min(LARGEST_INPUT);
        let named = |fault: Fault| {
            let reason = format!("{}: {}", self.program.display(), fault.reason);
            Fault::new(fault.kind, reason)
        };
        let ended = process::run(command, feed, most, limits.time).map_err(named)?;
        if ended.output.len() as u64 > most {
            let reason = format!("writes more than {}", size(most));
            return Err(named(Fault::new(FailureKind::TooLarge, reason)));
        }
        if !ended.status.success() {
            let complaints = String::from_utf8_lossy(&ended.complaints);
            let last = complaints.lines().rfind(|line| !line.trim().is_empty());
            let why = last.map_or_else(|| ended.status.to_string(), |line| line.trim().to_owned());
            return Err(named(Fault::new(FailureKind::Unreadable, why)));
        }
        Ok(ended.output)
    }
}
