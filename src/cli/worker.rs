//! This program as a reader of one document for another process of it.

use std::ffi::OsString;
use std::io;
use std::process::ExitCode;
use std::thread;

use epitome::source::limits::Limits;
use epitome::source::worker::{Request, Worker};

/// What the program is called with to be such a reader. No user types it.
const NAME: &str = "__read";

/// How deep a reader may call itself, in bytes.
const STACK: usize = 64 << 20;
/// The kernel ends a reader whose caller is gone after so many seconds more.
const GRACE: u64 = 5;

/// Whether this process is to be a reader.
pub(super) fn is_asked_for() -> bool {
    std::env::args_os()
        .nth(1)
        .is_some_and(|argument| argument == NAME)
}

/// This program, to be called as a reader.
pub(super) fn this_program() -> Option<Worker> {
    let program = std::env::current_exe().ok()?;
    Some(Worker {
        program,
        arguments: vec![OsString::from(NAME)],
    })
}

/// Reads one document.
pub(super) fn run() -> ExitCode {
    let reader = thread::Builder::new().stack_size(STACK).spawn(read);
    match reader.map(|reader| reader.join()) {
        Ok(Ok(Ok(()))) => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    }
}

fn read() -> io::Result<()> {
    let (request, bytes) = Request::receive(&mut io::stdin().lock())?;
    limit(&request.limits)?;
    request.answer(bytes, &mut io::stdout().lock())
}

#[cfg(target_os = "linux")]
fn limit(limits: &Limits) -> io::Result<()> {
    use nix::sys::resource::{Resource, getrlimit, setrlimit};
    let to = |resource: Resource, most: u64| {
        let (_, hard) = getrlimit(resource)?;
        setrlimit(resource, most.min(hard), hard)
    };
    to(Resource::RLIMIT_AS, limits.memory)?;
    let seconds = limits.time.as_secs().saturating_add(GRACE);
    to(Resource::RLIMIT_CPU, seconds)?;
    Ok(())
}

#[cfg(not(target_os = "linux"))]
fn limit(_: &Limits) -> io::Result<()> {
    Ok(())
}
