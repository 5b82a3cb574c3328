//! A folder of everything that a file system can have, and a run that is disturbed while it goes on.
#![cfg(unix)]

mod common;

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::os::unix::net::UnixListener;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use common::{HARBOUR, Scratch, code, epitome, stderr, stdout};
use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;

/// What takes longer hangs.
const PATIENCE: Duration = Duration::from_secs(120);
/// So deep are folders inside of one another.
const LEVELS: usize = 1_000;

/// A folder that `rm` takes away: folders in it are too deep for a recursion that keeps them open.
struct Torture(Scratch);

impl Drop for Torture {
    fn drop(&mut self) {
        let _ = Command::new("rm")
            .arg("-rf")
            .arg(self.0.path().join("all"))
            .status();
    }
}

impl Torture {
    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join("all").join(name)
    }

    /// Names of good files, as reports show them, of bad ones with their reasons, and of what is passed over.
    fn new() -> (Self, Vec<String>, Vec<(String, &'static str)>) {
        let torture = Self(Scratch::new());
        let (mut good, mut bad) = (Vec::new(), Vec::new());
        let shown = |path: &Path| {
            let name = path.to_string_lossy();
            let replaced = |c: char| {
                if c.is_control() || c == '\u{202e}' {
                    '\u{fffd}'
                } else {
                    c
                }
            };
            name.chars().map(replaced).collect::<String>()
        };
        fs::create_dir(torture.path("")).expect("made");
        let deep = torture.path(&"d/".repeat(LEVELS));
        fs::create_dir_all(&deep).expect("made");
        let names: [&[u8]; 6] = [
            b"good.txt",
            b"of two\nlines.txt",
            b"no UTF-8 \xff\xfe.txt",
            b"colour \x1b[31m\x07\x08.txt",
            b"\xe2\x80\xaetxt.exe",
            b"-n",
        ];
        for name in names {
            let path = torture.path("").join(OsStr::from_bytes(name));
            fs::write(&path, HARBOUR).expect("written");
            good.push(shown(&path));
        }
        fs::write(deep.join("deep.txt"), HARBOUR).expect("written");
        good.push(shown(&deep.join("deep.txt")));
        fs::write(
            torture.path("damaged.gz"),
            b"\x1f\x8b\x08\0\0\0\0\0\0\0\xff\xff",
        )
        .expect("written");
        bad.push((
            shown(&torture.path("damaged.gz")),
            "not a valid gzip file: ",
        ));
        fs::write(torture.path("empty.txt"), b"").expect("written");
        bad.push((shown(&torture.path("empty.txt")), "no text in it"));
        fs::write(torture.path("binary"), [0; 4_096]).expect("written");
        // Links that go round in circles, and those to nowhere and to everywhere.
        symlink(".", torture.path("circle")).expect("linked");
        symlink("../../..", torture.path("d/d/up")).expect("linked");
        symlink("self", torture.path("self")).expect("linked");
        symlink("nowhere", torture.path("broken")).expect("linked");
        symlink("/dev/zero", torture.path("zero.txt")).expect("linked");
        nix::unistd::mkfifo(&torture.path("pipe.txt"), nix::sys::stat::Mode::S_IRWXU)
            .expect("a pipe");
        drop(UnixListener::bind(torture.0.path().join("socket")).expect("a socket"));
        fs::rename(torture.0.path().join("socket"), torture.path("socket.txt")).expect("moved");
        // What nobody may read.
        for (name, reason) in [
            ("secret.txt", "permission denied"),
            ("closed", "permission denied"),
        ] {
            let path = torture.path(name);
            match name {
                "closed" => fs::create_dir(&path).expect("made"),
                _ => fs::write(&path, HARBOUR).expect("written"),
            }
            fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).expect("set");
            bad.push((shown(&path), reason));
        }
        fs::set_permissions(torture.0.path(), fs::Permissions::from_mode(0o777)).expect("set");
        fs::set_permissions(torture.path(""), fs::Permissions::from_mode(0o755)).expect("set");
        (torture, good, bad)
    }

    /// The binary, run by somebody who is not root, who could read everything.
    fn command(&self) -> Command {
        let is_root = nix::unistd::geteuid().is_root();
        if !is_root {
            return epitome();
        }
        let binary = self.0.join("epitome");
        if !Path::new(&binary).exists() {
            fs::copy(env!("CARGO_BIN_EXE_epitome"), &binary).expect("copied");
        }
        let mut command = Command::new("setpriv");
        command.args(["--reuid=65534", "--regid=65534", "--clear-groups", &binary]);
        command.stdin(Stdio::null());
        command
    }
}

/// The output of a run that ends in time.
fn ended(mut command: Command) -> Output {
    let child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary runs");
    let pid = Pid::from_raw(child.id() as i32);
    let is_done = AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(|| {
            let started = Instant::now();
            while !is_done.load(Ordering::Relaxed) {
                if started.elapsed() > PATIENCE {
                    let _ = kill(pid, Signal::SIGKILL);
                    return;
                }
                thread::sleep(Duration::from_millis(20));
            }
        });
        let output = child.wait_with_output().expect("it ends");
        is_done.store(true, Ordering::Relaxed);
        assert_ne!(output.status.signal(), Some(9), "it hangs");
        output
    })
}

/// All good files are summarized, every bad one has its line, and all else is passed over.
#[test]
fn a_folder_with_everything_in_it() {
    let (torture, good, bad) = Torture::new();
    for threads in ["1", "4"] {
        let mut command = torture.command();
        command
            .args(["summarize", "-n", "1", "-j", threads])
            .arg(torture.path(""));
        let output = ended(command);
        let (out, errors) = (stdout(&output), stderr(&output));
        assert_eq!(code(&output), 2, "{errors}");
        let mut found: Vec<&str> = out
            .lines()
            .filter_map(|line| line.strip_prefix("==> ")?.strip_suffix(" <=="))
            .collect();
        found.sort_unstable();
        let mut wanted: Vec<&str> = good.iter().map(String::as_str).collect();
        wanted.sort_unstable();
        assert_eq!(found, wanted);
        for (name, reason) in &bad {
            let line = format!("epitome: {name}: {reason}");
            assert!(
                errors.lines().any(|found| found.starts_with(&line)),
                "{line}\n{errors}"
            );
        }
        assert_eq!(errors.lines().count(), bad.len(), "{errors}");
        assert!(!out.contains(|c: char| c.is_control() && c != '\n'));
    }
}

/// What is named outright and is no file of text has its line, and nothing waits for ever.
#[test]
fn devices_links_and_sockets_by_name() {
    let (torture, ..) = Torture::new();
    let good = torture.path("good.txt");
    for (name, reason) in [
        ("self", "too many levels of symbolic links"),
        ("broken", "no such file or directory"),
        ("zero.txt", "larger than 1 MiB"),
        ("socket.txt", "no such device or address"),
        ("binary", "binary, not text"),
        ("good.txt/x", "not a directory"),
    ] {
        let path = torture.path(name);
        let mut command = epitome();
        command
            .args(["summarize", "--max-size", "1M"])
            .arg(&path)
            .arg(&good);
        let output = ended(command);
        let errors = stderr(&output);
        assert_eq!(
            errors.to_lowercase(),
            format!("epitome: {}: {reason}\n", path.display()).to_lowercase()
        );
        assert_eq!(code(&output), 2, "{name}");
        assert!(stdout(&output).contains("barrier"), "{name}");
    }
}

/// Files change, grow, shrink and go away while they are read.
#[test]
fn files_that_change_and_vanish_while_they_are_read() {
    let scratch = Scratch::new();
    let steady: Vec<String> = (0..40)
        .map(|i| scratch.file(&format!("in/{i:02}.txt"), HARBOUR))
        .collect();
    let moving: Vec<String> = (0..40)
        .map(|i| scratch.join(&format!("in/{i:02}.moving.txt")))
        .collect();
    let large = HARBOUR.repeat(2_000);
    let is_done = AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(|| {
            for turn in 0.. {
                for (i, path) in moving.iter().enumerate() {
                    let _ = match (turn + i) % 4 {
                        0 => fs::write(path, &large),
                        1 => fs::write(path, HARBOUR),
                        2 => fs::write(path, b""),
                        _ => fs::remove_file(path),
                    };
                }
                if is_done.load(Ordering::Relaxed) {
                    return;
                }
            }
        });
        for _ in 0..10 {
            let mut command = epitome();
            command.args(["keywords", "-f", "jsonl", "-n", "3", &scratch.join("in")]);
            let output = ended(command);
            let (out, errors) = (stdout(&output), stderr(&output));
            assert!([0, 2].contains(&code(&output)), "{errors}");
            for path in &steady {
                assert!(out.contains(&format!("\"path\":\"{path}\"")), "{path}");
            }
            for line in errors.lines() {
                let is_known = ["no text in it", "no such file or directory"]
                    .iter()
                    .any(|reason| line.ends_with(reason));
                assert!(
                    line.starts_with("epitome: ") && line.contains(".moving.txt: ") && is_known,
                    "{line}"
                );
            }
            for line in out.lines() {
                serde_json::from_str::<serde_json::Value>(line).expect("a whole line of JSON");
            }
        }
        is_done.store(true, Ordering::Relaxed);
    });
}

/// Names in a folder that are not those of inputs.
fn others(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    let names = entries.map(|entry| {
        entry
            .expect("an entry")
            .file_name()
            .to_string_lossy()
            .into_owned()
    });
    names.filter(|name| !name.starts_with("in")).collect()
}

/// A disk that is full: an error, the old file, and nothing else.
#[test]
fn an_output_for_which_there_is_no_room() {
    let scratch = Scratch::new();
    let input = scratch.file("in.txt", HARBOUR);
    let many: Vec<&str> = vec![&input; 2_000];
    scratch.file("out.json", "old");
    for (limit, target, reason) in [
        (
            "true",
            "/dev/full",
            "can't write the output: no space left on device",
        ),
        (
            "ulimit -f 4",
            "out.json",
            "can't write the output: file too large",
        ),
    ] {
        let mut command = Command::new("sh");
        let run = format!("{limit}; exec \"$0\" summarize -f json -o {target} \"$@\"");
        command
            .args(["-c", &run, env!("CARGO_BIN_EXE_epitome")])
            .args(&many);
        command.current_dir(scratch.path()).stdin(Stdio::null());
        let output = ended(command);
        assert_eq!(
            (code(&output), stdout(&output).as_str()),
            (2, ""),
            "{limit}: {}",
            stderr(&output)
        );
        assert_eq!(
            stderr(&output).to_lowercase(),
            format!("epitome: {reason}\n")
        );
        assert_eq!(fs::read_to_string(scratch.join("out.json")).unwrap(), "old");
        assert_eq!(others(scratch.path()), ["out.json"]);
    }
    let mut command = Command::new("sh");
    command.args([
        "-c",
        "exec \"$0\" summarize \"$1\" > /dev/full",
        env!("CARGO_BIN_EXE_epitome"),
        &input,
    ]);
    let output = ended(command);
    assert_eq!(code(&output), 2, "{}", stderr(&output));
    assert!(stderr(&output).contains("no space left"));
}

/// Without standard output, input and error, a run ends as if they were empty.
#[test]
fn streams_that_are_closed() {
    let scratch = Scratch::new();
    let input = scratch.file("in.txt", HARBOUR);
    for (streams, expected) in [(">&-", 0), ("2>&-", 0), ("<&- >&- 2>&-", 0)] {
        let mut command = Command::new("sh");
        let run = format!(
            "\"$0\" summarize \"$1\" nowhere \"$1\" {streams}; test $? = 2 && exec \"$0\" summarize \"$1\" {streams}"
        );
        command.args(["-c", &run, env!("CARGO_BIN_EXE_epitome"), &input]);
        let output = ended(command);
        assert_eq!(code(&output), expected, "{streams}: {}", stderr(&output));
    }
}

fn spawned(scratch: &Scratch) -> Child {
    let mut command = epitome();
    command.args(["summarize", "-f", "json", "-o", "out.json", "in"]);
    command
        .current_dir(scratch.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command.spawn().expect("the binary runs")
}

/// A signal at any moment: the whole output and exit code 0, or none and the code of the signal.
#[test]
fn signals_at_any_moment() {
    let scratch = Scratch::new();
    for i in 0..30 {
        scratch.file(&format!("in/{i}.txt"), HARBOUR.repeat(100));
    }
    let started = Instant::now();
    let output = spawned(&scratch).wait_with_output().expect("it ends");
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    let whole = fs::read(scratch.join("out.json")).expect("written");
    let time = started.elapsed();
    let mut stopped = 0;
    for step in 0..40_u32 {
        fs::remove_file(scratch.join("out.json")).ok();
        let signal = [Signal::SIGINT, Signal::SIGTERM][step as usize % 2];
        let child = spawned(&scratch);
        thread::sleep(time * step / 36);
        kill(Pid::from_raw(child.id() as i32), signal).expect("sent");
        let output = child.wait_with_output().expect("it ends");
        assert_eq!(stderr(&output), "", "after {step}/36");
        match (output.status.code(), output.status.signal()) {
            (Some(0), _) => assert!(fs::read(scratch.join("out.json")).expect("written") == whole),
            // Before anything has begun, the signal itself ends it.
            (None, Some(number)) if number == signal as i32 => {
                assert_eq!(others(scratch.path()), [""; 0])
            }
            (Some(number), _) => {
                assert_eq!(number, 128 + signal as i32, "after {step}/36");
                stopped += 1;
                // At the very end the output may have taken its place.
                let left = others(scratch.path());
                assert!(left.is_empty() || left == ["out.json"], "{left:?}");
                if !left.is_empty() {
                    assert!(fs::read(scratch.join("out.json")).expect("readable") == whole);
                }
            }
            other => panic!("{other:?}"),
        }
    }
    assert!(stopped > 0, "no signal came while it ran");
}
