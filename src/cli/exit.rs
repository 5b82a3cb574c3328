//! Exit codes, and what happens on signals and panics.

use std::process::ExitCode;

use super::{output, pager};

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Status {
    /// Results, and no error.
    Done,
    /// Nothing to report: no input, or no text in any.
    Nothing,
    /// Results that differ, where the exit code was asked to tell.
    Different,
    /// An error, about an input or of usage.
    Failed,
}

impl Status {
    /// The status of a run with so many results, with or without errors.
    pub(super) fn of(results: usize, has_errors: bool) -> Self {
        match (has_errors, results) {
            (true, _) => Self::Failed,
            (false, 0) => Self::Nothing,
            (false, _) => Self::Done,
        }
    }

    fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Nothing | Self::Different => 1,
            Self::Failed => 2,
        }
    }
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        Self::from(status.code())
    }
}

/// Ctrl-C (or a request to terminate) ends the program at once, without a half-written output file; a
/// panic over one document becomes that document's failure, so its message is not printed twice.
pub(super) fn install_handlers() {
    // Without a handler the signal's default still ends the program.
    end_on_signals();
    if std::env::var_os("RUST_BACKTRACE").is_none() {
        std::panic::set_hook(Box::new(|_| {}));
    }
}

/// Ends the program with the exit code that a shell expects of one that a signal ended.
#[expect(clippy::exit, reason = "the one place where a signal ends the program")]
fn end(signal: i32) {
    let _nobody_writes = output::discard_unfinished();
    std::process::exit(128 + signal);
}

/// One thread waits for signals, and all others, which are started later, leave them to it.
#[cfg(unix)]
fn end_on_signals() {
    use nix::sys::signal::{SIGHUP, SIGINT, SIGTERM, SIGXFSZ, SigSet};
    let ending = SigSet::from_iter([SIGHUP, SIGINT, SIGTERM]);
    // A file that grows too large is then an error like others.
    let blocked = ending | SigSet::from_iter([SIGXFSZ]);
    if blocked.thread_block().is_err() {
        return;
    }
    let wait = move || {
        while let Ok(signal) = ending.wait() {
            // A pager takes Ctrl-C as it likes, and what it shows is not to end under it.
            if signal != SIGINT || !pager::has_screen() {
                end(signal as i32);
            }
        }
    };
    if std::thread::Builder::new().spawn(wait).is_err() {
        let _ = blocked.thread_unblock();
    }
}

/// Starts something that gets signals as any program does, and does not leave them to this one.
#[cfg(unix)]
pub(super) fn with_signals<T>(start: impl FnOnce() -> T) -> T {
    use nix::sys::signal::SigSet;
    let blocked = SigSet::thread_get_mask().unwrap_or_else(|_| SigSet::empty());
    let _ = SigSet::empty().thread_set_mask();
    let started = start();
    let _ = blocked.thread_set_mask();
    started
}

#[cfg(not(unix))]
pub(super) fn with_signals<T>(start: impl FnOnce() -> T) -> T {
    start()
}

#[cfg(not(unix))]
fn end_on_signals() {
    const INTERRUPTED: i32 = 2;
    let _ = ctrlc::set_handler(|| end(INTERRUPTED));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_tell_results_nothing_and_errors_apart() {
        assert_eq!(Status::of(3, false).code(), 0);
        assert_eq!(Status::of(0, false).code(), 1);
        assert_eq!(Status::of(3, true).code(), 2);
        assert_eq!(Status::of(0, true).code(), 2);
    }
}
