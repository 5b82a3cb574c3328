//! The command line: maps arguments to library options, calls the library, hands results to a printer.
//! The only room that knows the terminal.

mod args;
mod cache;
mod compare;
mod config;
mod context;
mod counts;
mod evaluate;
mod exit;
mod groups;
mod help;
mod inputs;
mod keywords;
mod lists;
mod man;
mod material;
mod output;
mod overview;
mod pager;
mod pipeline;
mod progress;
mod report;
mod settings;
mod stats;
mod stream;
mod suggest;
mod summarize;
mod units;
mod worker;

use std::io::{self, Write};
use std::panic::catch_unwind;
use std::process::ExitCode;

use epitome::report::safe;
use epitome::source::Failure;

use args::{Command, Parsed};
use exit::Status;

/// Why a run ended before its end.
#[derive(Debug)]
enum Stop {
    /// A message for the user: wrong usage, or an output that can't be written.
    Message(String),
    /// Whoever reads the output has gone.
    ClosedPipe,
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::ClosedPipe,
            _ => Self::Message(format!("can't write the output: {}", reason(&error))),
        }
    }
}

type Outcome = Result<Status, Stop>;

/// Runs the program: parses, calls, and turns the outcome into an exit code.
pub fn main() -> ExitCode {
    if worker::is_asked_for() {
        return worker::run();
    }
    stats::start();
    exit::install_handlers();
    // Documents are guarded one by one; whatever else goes wrong is told all the same.
    let outcome = catch_unwind(parse_and_run).unwrap_or_else(|panic| {
        let failure = Failure::internal("", &*panic);
        Err(Stop::Message(failure.reason))
    });
    let status = outcome.unwrap_or_else(|stop| match stop {
        Stop::ClosedPipe => Status::Done,
        Stop::Message(message) => {
            complain(&message);
            Status::Failed
        }
    });
    status.into()
}

fn parse_and_run() -> Outcome {
    match args::parse()? {
        Parsed::Command(command) => run(*command),
        Parsed::Printed(status) => Ok(status),
    }
}

fn run(command: Command) -> Outcome {
    match command {
        Command::Summarize(args) => summarize::run(&args),
        Command::Keywords(args) => keywords::run(&args),
        Command::Compare(args) => compare::run(&args),
        Command::Merge(args) => counts::merge(&args),
        Command::Context(args) => context::run(args),
        Command::Report(args) => overview::run(&args),
        Command::Evaluate(args) => evaluate::run(&args),
        Command::Languages => lists::languages(),
        Command::Methods => lists::methods(),
        Command::Schema(args) => lists::schema(&args.name),
        Command::Completions(args) => lists::completions(args.shell),
        Command::Man(args) => man::run(&args),
    }
}

/// One line on standard error; on a terminal that a pager has, when the pager has ended. Nothing can be done when that
/// fails.
fn complain(message: &str) {
    let line = format!("epitome: {}", safe(message));
    if let Some(line) = pager::not_held(line) {
        let _ = writeln!(io::stderr().lock(), "{line}");
    }
}

/// The operating system's reason for an error, also where a crate has wrapped it.
fn reason(error: &io::Error) -> String {
    let inner = error
        .get_ref()
        .and_then(|error| error.source())
        .and_then(|error| error.downcast_ref::<io::Error>());
    epitome::source::reason(inner.unwrap_or(error))
}
