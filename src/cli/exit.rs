//! Exit codes, and what happens on signals and panics.

use std::process::ExitCode;

use super::output;

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

/// What a shell expects of a program that Ctrl-C ended.
const INTERRUPTED: i32 = 130;

/// Ctrl-C (or a request to terminate) ends the program at once, without a half-written output file; a
/// panic over one document becomes that document's failure, so its message is not printed twice.
#[expect(clippy::exit, reason = "the one place where a signal ends the program")]
pub(super) fn install_handlers() {
    // Without a handler the signal's default still ends the program.
    let _ = ctrlc::set_handler(|| {
        output::discard_unfinished();
        std::process::exit(INTERRUPTED);
    });
    if std::env::var_os("RUST_BACKTRACE").is_none() {
        std::panic::set_hook(Box::new(|_| {}));
    }
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
