//! Other programs that read for us, with a limit on their time.

use std::io::{self, Read, Write};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use super::{FailureKind, Fault};

/// What a program that has ended leaves.
#[derive(Debug)]
pub(super) struct Ended {
    pub status: ExitStatus,
    /// What it wrote on standard output, one byte more than the most that is wanted at the most.
    pub output: Vec<u8>,
    /// The beginning of what it wrote on standard error.
    pub complaints: Vec<u8>,
}

/// So much of what a program complains of is kept.
const COMPLAINTS: u64 = 4 << 10;

/// Runs a program to its end, which gets what `feed` writes on standard input.
///
/// # Errors
/// When it can't be started, and when it takes more than `time`: then it is ended.
pub(super) fn run(
    mut command: Command,
    feed: impl FnOnce(&mut dyn Write) -> io::Result<()> + Send,
    most: u64,
    time: Duration,
) -> Result<Ended, Fault> {
    let piped = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = piped.spawn().map_err(|error| failed(&error))?;
    let (stdin, stdout, stderr) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
    let child = Mutex::new(child);
    let (end, ended) = channel::<()>();
    let (output, complaints, is_late) = thread::scope(|scope| {
        let watch = scope.spawn({
            let child = &child;
            move || watch(child, &ended, time)
        });
        let complaints = scope.spawn(move || stderr.map_or_else(Vec::new, first_of));
        // A program need not read all that it is fed.
        scope.spawn(move || stdin.map(|mut stdin| feed(&mut stdin)));
        let mut output = Vec::new();
        let read = stdout.map(|stdout| stdout.take(most + 1).read_to_end(&mut output));
        if output.len() as u64 > most {
            stop(&child);
        }
        drop(end);
        let is_late = watch.join().unwrap_or(false);
        (
            read.unwrap_or(Ok(0)).map(|_| output),
            complaints.join().unwrap_or_default(),
            is_late,
        )
    });
    let mut child = child
        .into_inner()
        .unwrap_or_else(|poisoned| poisoned.into_inner());
    let status = child.wait().map_err(|error| failed(&error))?;
    if is_late {
        return Err(Fault::too_slow(time));
    }
    let output = output.map_err(|error| failed(&error))?;
    Ok(Ended {
        status,
        output,
        complaints,
    })
}

/// Ends the child when its time is over, and tells whether that was so.
fn watch(child: &Mutex<Child>, ended: &Receiver<()>, time: Duration) -> bool {
    let outcome = ended.recv_timeout(time);
    let is_late = outcome == Err(RecvTimeoutError::Timeout);
    if is_late {
        stop(child);
    }
    is_late
}

fn stop(child: &Mutex<Child>) {
    if let Ok(mut child) = child.lock() {
        // It may have ended at this very moment.
        let _ = child.kill();
    }
}

/// The first bytes; the rest is read and forgotten, so that nobody waits for a reader.
fn first_of(mut from: impl Read) -> Vec<u8> {
    let mut first = Vec::new();
    let _ = from.by_ref().take(COMPLAINTS).read_to_end(&mut first);
    let _ = io::copy(&mut from, &mut io::sink());
    first
}

fn failed(error: &io::Error) -> Fault {
    Fault::new(FailureKind::Unreadable, super::reason(error))
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn sh(script: &str, seconds: u64) -> Result<Ended, Fault> {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        run(
            command,
            |stdin| stdin.write_all(b"fed"),
            1 << 20,
            Duration::from_secs(seconds),
        )
    }

    #[test]
    fn what_a_program_writes_is_taken() {
        let ended = sh("cat; echo oh >&2; exit 3", 20).unwrap();
        assert_eq!(
            (ended.output, ended.status.code()),
            (b"fed".to_vec(), Some(3))
        );
        assert_eq!(ended.complaints, b"oh\n");
    }

    #[test]
    fn a_program_that_does_not_end_is_ended() {
        let fault = sh("exec sleep 60", 1).unwrap_err();
        assert_eq!(fault.reason, "not read within 1 seconds");
        assert_eq!(sh("exec yes", 20).unwrap().output.len(), (1 << 20) + 1);
    }

    #[test]
    fn what_can_not_be_started_says_why() {
        let fault = run(
            Command::new("/no/such/program"),
            |_| Ok(()),
            1,
            Duration::MAX,
        )
        .unwrap_err();
        assert_eq!(fault.reason, "no such file or directory");
    }
}
