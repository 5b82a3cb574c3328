//! Which inputs a command reads.

use std::ffi::OsString;
use std::fs::File;
use std::io::{self, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};

use epitome::source::walk::{WalkOptions, find};
use epitome::source::{Failure, Input};

use super::args::CommonArgs;
use super::exit::Status;
use super::{Outcome, Stop};

/// The inputs that were found, and what could not be walked.
pub(super) struct Inputs {
    pub inputs: Vec<Input>,
    pub failures: Vec<Failure>,
}

/// Finds the inputs of a command: paths, lists of paths, and standard input where nothing is named.
///
/// `None`: nothing is named and standard input is a terminal.
pub(super) fn gather(args: &CommonArgs) -> Result<Option<Inputs>, Stop> {
    let mut paths = args.paths.clone();
    for list in &args.files_from {
        paths.extend(listed(list, b'\n')?);
    }
    for list in &args.files0_from {
        paths.extend(listed(list, 0)?);
    }
    if paths.is_empty() && args.files_from.is_empty() && args.files0_from.is_empty() {
        if io::stdin().is_terminal() {
            return Ok(None);
        }
        paths.push(PathBuf::from("-"));
    }
    let inputs = walk(&paths, args)?;
    if inputs
        .inputs
        .iter()
        .filter(|input| **input == Input::Stdin)
        .count()
        > 1
    {
        return Err(Stop::Message(
            "standard input can be read only once".to_owned(),
        ));
    }
    Ok(Some(inputs))
}

/// The inputs at or below some paths.
pub(super) fn walk(paths: &[PathBuf], args: &CommonArgs) -> Result<Inputs, Stop> {
    let options = WalkOptions {
        globs: args.glob.clone(),
        hidden: args.hidden,
        no_ignore: args.no_ignore,
    };
    let (inputs, failures) =
        find(paths, &options).map_err(|error| Stop::Message(error.to_string()))?;
    Ok(Inputs { inputs, failures })
}

/// The paths in a list that is parted by `separator`.
fn listed(list: &Path, separator: u8) -> Result<Vec<PathBuf>, Stop> {
    let mut bytes = Vec::new();
    let read = match list == Path::new("-") {
        true => io::stdin().lock().read_to_end(&mut bytes),
        false => File::open(list).and_then(|mut file| file.read_to_end(&mut bytes)),
    };
    read.map_err(|error| Stop::Message(format!("{}: {}", list.display(), super::reason(&error))))?;
    let trimmed = |line: &[u8]| match separator {
        b'\n' => line.strip_suffix(b"\r").unwrap_or(line).to_vec(),
        _ => line.to_vec(),
    };
    let lines = bytes.split(|&byte| byte == separator).map(trimmed);
    Ok(lines
        .filter(|line| !line.is_empty())
        .map(|line| PathBuf::from(os_string(line)))
        .collect())
}

#[cfg(unix)]
fn os_string(bytes: Vec<u8>) -> OsString {
    std::os::unix::ffi::OsStringExt::from_vec(bytes)
}

#[cfg(not(unix))]
fn os_string(bytes: Vec<u8>) -> OsString {
    String::from_utf8_lossy(&bytes).into_owned().into()
}

/// Prints the names of the inputs, for `--list-files`.
pub(super) fn list(inputs: &Inputs) -> Outcome {
    let mut out = io::stdout().lock();
    for input in &inputs.inputs {
        writeln!(out, "{}", input.name())?;
    }
    for failure in &inputs.failures {
        super::complain(&failure.to_string());
    }
    Ok(Status::of(inputs.inputs.len(), !inputs.failures.is_empty()))
}

/// Short help, for a command without anything to read.
pub(super) fn help(command: &str) -> Outcome {
    let help = super::help::short(command.split(' '));
    write!(anstream::stderr().lock(), "{}", help.ansi())?;
    Ok(Status::Failed)
}
