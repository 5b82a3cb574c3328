//! Readers that can't be trusted to end well, each in a process of its own, with limits on time and memory.
//!
//! A PDF is a program for a machine of many parts; a hostile one exhausts time, memory or the stack, and nothing within a process
//! stops that. The process that reads runs the same program: it takes a [`Request`] and the bytes on standard input, and
//! writes the document, or what is wrong, on standard output.

use std::ffi::OsString;
use std::io::{self, BufRead, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::process::{Command, ExitStatus};

use serde::{Deserialize, Serialize};

use super::format::{self, Format, Read as By};
use super::limits::{Allowance, Limits, size};
use super::raw::Raw;
use super::{Failure, FailureKind, Fault, ReadOptions, process};
use crate::document::Document;

/// A program that answers a [`Request`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worker {
    /// The program.
    pub program: PathBuf,
    /// What it is called with.
    pub arguments: Vec<OsString>,
}

/// What a worker is to read; the bytes follow it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// The name of the format.
    format: String,
    /// The name of the document.
    name: String,
    /// The limits, which the worker is to set itself.
    pub limits: Limits,
}

/// What a worker answers.
type Answer = Result<Document, Fault>;

impl Worker {
    /// The document of these bytes, read in a process of its own.
    pub(super) fn read(&self, format: &Format, raw: Raw) -> Answer {
        let limits = raw.options.limits;
        let request = Request {
            format: format.name.to_owned(),
            name: raw.name.to_owned(),
            limits,
        };
        let mut command = Command::new(&self.program);
        command.args(&self.arguments);
        let feed = |stdin: &mut dyn Write| request.send(stdin, &raw.bytes);
        let ended = process::run(command, feed, u64::MAX - 1, limits.time)?;
        let status = ended.status;
        let answer: Option<Answer> = match status.success() {
            true => serde_json::from_slice(&ended.output).ok(),
            false => None,
        };
        match answer {
            Some(Ok(document)) if !document.is_sound() => Err(crashed(format, status)),
            Some(answer) => answer,
            None if is_aborted(status) => {
                let most = size(limits.memory);
                let reason =
                    format!("it takes more than {most} of memory to read, or is nested too deeply");
                Err(Fault::new(FailureKind::TooLarge, reason))
            }
            None => Err(crashed(format, status)),
        }
    }
}

fn crashed(format: &Format, status: ExitStatus) -> Fault {
    let why = format!("its reader broke down ({status})");
    Fault::damaged(&format.name.to_uppercase(), why)
}

/// Whether a process ended itself: so it does when it gets no more memory, or its stack is full.
fn is_aborted(status: ExitStatus) -> bool {
    #[cfg(unix)]
    {
        const SIGABRT: i32 = 6;
        std::os::unix::process::ExitStatusExt::signal(&status) == Some(SIGABRT)
    }
    #[cfg(not(unix))]
    {
        let _ = status;
        false
    }
}

/// What comes of reading, even if that is a panic.
fn caught(read: impl FnOnce() -> Answer) -> Answer {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|panic| {
        let message = Failure::internal("", &*panic).reason;
        Err(Fault::new(FailureKind::Damaged, message))
    })
}

impl Request {
    fn send(&self, to: &mut dyn Write, bytes: &[u8]) -> io::Result<()> {
        serde_json::to_writer(&mut *to, self)?;
        to.write_all(b"\n")?;
        to.write_all(bytes)
    }

    /// Takes a request and the bytes behind it.
    ///
    /// # Errors
    /// When nobody asks for anything.
    pub fn receive(from: &mut dyn BufRead) -> io::Result<(Self, Vec<u8>)> {
        let mut line = Vec::new();
        from.read_until(b'\n', &mut line)?;
        let request: Self = serde_json::from_slice(&line)?;
        let mut bytes = Vec::new();
        from.read_to_end(&mut bytes)?;
        Ok((request, bytes))
    }

    /// Reads the bytes and writes what comes of it.
    ///
    /// # Errors
    /// When that can't be written.
    pub fn answer(&self, bytes: Vec<u8>, to: &mut dyn Write) -> io::Result<()> {
        let options = ReadOptions {
            limits: self.limits,
            ..ReadOptions::default()
        };
        let size = bytes.len() as u64;
        let raw = Raw {
            name: &self.name,
            bytes,
            options: &options,
            allowance: &Allowance::new(self.limits, size),
        };
        let answer = match format::by_name(&self.format).map(|format| &format.read) {
            Some(By::Isolated(parse)) => caught(|| parse(raw)),
            _ => Err(Fault::new(
                FailureKind::Unsupported,
                "not a format for a worker",
            )),
        };
        serde_json::to_writer(&mut *to, &answer)?;
        to.flush()
    }
}
