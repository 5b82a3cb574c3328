//! Long output on a terminal goes through a pager.

use std::ffi::{OsStr, OsString};
use std::io::{self, BufWriter, IsTerminal, Write};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use unicode_width::UnicodeWidthStr;

/// Whether a pager has the screen: nobody else draws on it then, and it deals with Ctrl-C itself.
static HAS_SCREEN: AtomicBool = AtomicBool::new(false);

/// Whether a pager has the screen.
pub(super) fn has_screen() -> bool {
    HAS_SCREEN.load(Ordering::Relaxed)
}

/// Lines for standard error that wait until the pager has ended.
static WAITING: Mutex<Vec<String>> = Mutex::new(Vec::new());

/// Holds a line for standard error back while a pager has the screen that it would be written over; hands it back
/// otherwise.
pub(super) fn not_held(line: String) -> Option<String> {
    if !has_screen() || !io::stderr().is_terminal() {
        return Some(line);
    }
    let mut waiting = WAITING.lock().unwrap_or_else(PoisonError::into_inner);
    // Only under the lock is it known that the pager has not ended meanwhile.
    match has_screen() {
        true => waiting.push(line),
        false => return Some(line),
    }
    None
}

/// Gives the screen back: what waited for it is written.
fn release_screen() {
    let mut waiting = WAITING.lock().unwrap_or_else(PoisonError::into_inner);
    HAS_SCREEN.store(false, Ordering::Relaxed);
    let mut stderr = io::stderr().lock();
    for line in waiting.drain(..) {
        // Nothing can be done when that fails.
        let _ = writeln!(stderr, "{line}");
    }
}

/// Output that is held back until it is longer than the screen, and then goes through a pager.
pub(super) struct Pager {
    command: OsString,
    /// Columns and rows of the screen.
    columns: usize,
    rows: usize,
    state: State,
}

enum State {
    /// What is written still fits the screen: so many rows are left.
    Held {
        bytes: Vec<u8>,
        rows_left: usize,
    },
    Running(Child, BufWriter<ChildStdin>),
    /// There is no pager.
    Plain(io::Stdout),
}

/// The pager that somebody wants: of the argument, else `PAGER`, else less. None for `cat` and an empty name.
pub(super) fn wanted(argument: Option<&OsStr>) -> Option<OsString> {
    let variable = std::env::var_os("PAGER");
    let name = argument
        .or(variable.as_deref())
        .unwrap_or(OsStr::new("less"));
    let is_none = name.is_empty() || name == "cat" || name == "never";
    (!is_none && is_there(name)).then(|| name.to_owned())
}

/// Whether there is a program of this name, which may have arguments.
fn is_there(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    let program = name.split_whitespace().next().unwrap_or_default();
    let folders = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&folders).any(|folder| folder.join(program).is_file())
}

impl Pager {
    /// A pager for a screen of this size.
    pub(super) fn new(command: OsString, columns: usize, rows: usize) -> Self {
        // The prompt of the shell has a row.
        let state = State::Held {
            bytes: Vec::new(),
            rows_left: rows.saturating_sub(1),
        };
        Self {
            command,
            columns: columns.max(1),
            rows,
            state,
        }
    }

    /// Writes what is held back, and waits until the pager is left.
    pub(super) fn finish(&mut self) -> io::Result<()> {
        let left = State::Plain(io::stdout());
        match std::mem::replace(&mut self.state, left) {
            State::Held { bytes, .. } => io::stdout().write_all(&bytes),
            State::Plain(mut out) => out.flush(),
            State::Running(mut child, mut input) => {
                let outcome = input.flush();
                // The pager sees the end of its input.
                drop(input);
                let end = child.wait();
                release_screen();
                end.and(outcome)
            }
        }
    }

    fn start(&mut self, held: &[u8]) -> io::Result<()> {
        self.state = match spawn(&self.command) {
            Ok((child, input)) => {
                HAS_SCREEN.store(true, Ordering::Relaxed);
                State::Running(child, BufWriter::new(input))
            }
            Err(_) => State::Plain(io::stdout()),
        };
        self.write_all(held)
    }

    /// The rows that some text takes, if the screen has no more.
    fn rows_of(&self, bytes: &[u8]) -> usize {
        let text = String::from_utf8_lossy(bytes);
        let breaks = text.matches('\n').count();
        let wrapped = text.lines().map(|line| line.width() / self.columns);
        breaks + wrapped.sum::<usize>()
    }
}

impl Write for Pager {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let rows = match &self.state {
            State::Held { .. } if bytes.len() > self.columns * self.rows * 4 => self.rows,
            State::Held { .. } => self.rows_of(bytes),
            _ => 0,
        };
        match &mut self.state {
            State::Running(_, input) => input.write(bytes),
            State::Plain(out) => out.write(bytes),
            State::Held {
                bytes: held,
                rows_left,
            } => {
                held.extend_from_slice(bytes);
                match rows_left.checked_sub(rows) {
                    Some(left) => *rows_left = left,
                    None => {
                        let held = std::mem::take(held);
                        self.start(&held)?;
                    }
                }
                Ok(bytes.len())
            }
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.state {
            State::Held { .. } => Ok(()),
            State::Running(_, input) => input.flush(),
            State::Plain(out) => out.flush(),
        }
    }
}

impl Drop for Pager {
    /// A run that ends early still shows what it has.
    fn drop(&mut self) {
        let _ = self.finish();
    }
}

/// Starts a pager. Its name may have arguments, and signals are its own.
fn spawn(name: &OsStr) -> io::Result<(Child, ChildStdin)> {
    let mut command = match cfg!(unix) {
        true => {
            let mut shell = Command::new("sh");
            shell.arg("-c").arg(name);
            shell
        }
        false => Command::new(name),
    };
    // As other programs have it: colours, no paging of what fits, the text stays on the screen.
    if std::env::var_os("LESS").is_none() {
        command.env("LESS", "FRX");
    }
    if std::env::var_os("LV").is_none() {
        command.env("LV", "-c");
    }
    command.stdin(Stdio::piped());
    let mut child = super::exit::with_signals(|| command.spawn())?;
    match child.stdin.take() {
        Some(input) => Ok((child, input)),
        None => Err(io::ErrorKind::BrokenPipe.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pager_is_named_or_none() {
        let wanted = |name: &str| wanted(Some(OsStr::new(name)));
        assert_eq!(wanted("sh -c more"), Some("sh -c more".into()));
        for none in ["", "cat", "never", "no-such-pager -F", "/nowhere/less"] {
            assert_eq!(wanted(none), None);
        }
    }

    #[test]
    fn rows_are_those_of_the_screen() {
        let pager = Pager::new("less".into(), 10, 5);
        assert_eq!(pager.rows_of(b"one\ntwo\n"), 2);
        assert_eq!(pager.rows_of("0123456789012\n".as_bytes()), 2);
        assert_eq!(pager.rows_of("茶市很老茶市\n".as_bytes()), 2);
    }
}
