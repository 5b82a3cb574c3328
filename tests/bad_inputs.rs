//! What breaks other programs: one bad input a row, and what becomes of it.

mod common;
#[allow(dead_code, reason = "makers are shared")]
#[path = "common/packed.rs"]
mod packed;

use std::ffi::OsString;
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Output, Stdio};

use common::{HARBOUR, Scratch, code, epitome, stderr, stdout};

/// What is given to a run. A path stands for `{}` in the arguments, or behind them.
enum Input {
    /// A file with this name.
    File(&'static str, fn() -> Vec<u8>),
    /// A folder with nothing in it.
    Folder(&'static str),
    /// A path with nothing there.
    Missing(&'static str),
    /// Standard input.
    Pipe(fn() -> Vec<u8>),
    /// Standard input that is closed.
    Closed,
}

/// What is on standard output.
enum Shown {
    Nothing,
    Just(&'static str),
    Lines(usize),
    Has(&'static str),
    /// Less than so many bytes, but something.
    Below(usize),
}

use Input::{Closed, File, Folder, Missing, Pipe};
use Shown::{Below, Has, Just, Lines, Nothing};

/// A name, what is given, the arguments, the exit code, standard output, and standard error behind `epitome: `.
type Row = (
    &'static str,
    Input,
    &'static [&'static str],
    i32,
    Shown,
    &'static str,
);

const ONE: &[&str] = &["summarize", "-n", "1"];
const CAFE: Shown = Just("Le café de la gare est fermé.\n");

#[rustfmt::skip]
const ROWS: &[Row] = &[
    // Encodings
    ("Latin-1",                 File("a.txt", || latin1(FRENCH)),         ONE, 0, CAFE, ""),
    ("Latin-1 that is named",   File("a.txt", || latin1(FRENCH)),         &["summarize", "-n", "1", "-E", "latin1"], 0, CAFE, ""),
    ("no such encoding",        File("a.txt", || latin1(FRENCH)),         &["summarize", "-E", "klingon"], 2, Nothing, "error: …klingon…"),
    ("UTF-8 with a mark",       File("a.txt", || utf8(MARKED)),           ONE, 0, CAFE, ""),
    ("UTF-16LE with a mark",    File("a.txt", || utf16(MARKED, u16::to_le_bytes)), ONE, 0, CAFE, ""),
    ("UTF-16BE with a mark",    File("a.txt", || utf16(MARKED, u16::to_be_bytes)), ONE, 0, CAFE, ""),
    ("UTF-16LE without one",    File("a.txt", || utf16(FRENCH, u16::to_le_bytes)), ONE, 0, CAFE, ""),
    ("UTF-16BE without one",    File("a.txt", || utf16(FRENCH, u16::to_be_bytes)), ONE, 0, CAFE, ""),
    ("UTF-16LE that is named",  File("a.txt", || utf16(FRENCH, u16::to_le_bytes)), &["summarize", "-n", "1", "-E", "utf-16le"], 0, CAFE, ""),
    ("UTF-32LE with a mark",    File("a.txt", || utf32(MARKED, u32::to_le_bytes)), ONE, 0, CAFE, ""),
    ("one broken character",    File("a.txt", || [FRENCH.repeat(2).as_bytes(), b"\xe9"].concat()), ONE, 0, CAFE, ""),
    ("line ends of an old Mac", File("a.txt", || HARBOUR.replace(". ", ".\r\r").into_bytes()), ONE, 0, Has("barrier"), ""),
    // Packed
    ("gzip",                    File("a.txt.gz", || packed::gzip(FRENCH.as_bytes())), ONE, 0, CAFE, ""),
    ("gzip by another name",    File("a.txt", || packed::gzip(FRENCH.as_bytes())), ONE, 0, CAFE, ""),
    ("gzip, cut off",           File("a.gz", || half(packed::gzip(HARBOUR.as_bytes()))), ONE, 2, Nothing, "{}: not a valid gzip file: …"),
    ("gzip of nothing",         File("a.gz", || packed::gzip(b"")),       ONE, 1, Nothing, "{}: no text in it\n"),
    // Not there, no text, too much
    ("missing",                 Missing("no.txt"),                        ONE, 2, Nothing, "{}: no such file or directory\n"),
    ("a folder without files",  Folder("empty"),                          ONE, 1, Nothing, "nothing to report: there are no files to read\n"),
    ("an empty file",           File("a.txt", Vec::new),                  ONE, 1, Nothing, "{}: no text in it\n"),
    ("only white space",        File("a.txt", || utf8(" \n\t\n \u{a0} \n")), ONE, 1, Nothing, "{}: no text in it\n"),
    ("only marks",              File("a.txt", || utf8("... --- ???\n\n***\n")), ONE, 1, Nothing, "{}: no text in it\n"),
    ("binary",                  File("a.bin", noise),                     ONE, 2, Nothing, "{}: binary, not text\n"),
    ("binary by another name",  File("a.txt", noise),                     ONE, 2, Nothing, "{}: binary, not text\n"),
    ("NUL bytes",               File("a.txt", || vec![0; 100]),           ONE, 2, Nothing, "{}: binary, not text\n"),
    ("a NUL byte in a text",    File("a.txt", || utf8("The gate\0held. It was new.")), ONE, 2, Nothing, "{}: binary, not text\n"),
    ("a line of 10 MB",         File("a.txt", long_line),                 &["summarize", "-n", "3"], 0, Lines(3), ""),
    ("10 MB without a stop",    File("a.txt", || utf8(&"harbour ".repeat(1_300_000))), ONE, 0, Below(3_000), ""),
    ("10 MB in one word",       File("a.txt", || vec![b'a'; 10 << 20]),   ONE, 0, Lines(1), ""),
    // Little
    ("one sentence",            File("a.txt", || utf8("Just one sentence about the harbour.")), &["summarize"], 0, Just("Just one sentence about the harbour.\n"), ""),
    ("more sentences than are", File("a.txt", || utf8(HARBOUR)),          &["summarize", "-n", "1000"], 0, Lines(5), ""),
    ("more words than are",     File("a.txt", || utf8(HARBOUR)),          &["summarize", "--words", "1000000"], 0, Lines(5), ""),
    ("more keywords than are",  File("a.txt", || utf8("The barrier held.")), &["keywords", "-n", "1000", "-f", "csv"], 0, Lines(4), ""),
    ("keywords of stopwords",   File("a.txt", || utf8("The of and to. It is.")), &["keywords", "--lang", "en"], 0, Lines(1), "{}: no keywords in it\n"),
    ("one file to compare",     File("a.txt", || utf8(HARBOUR)),          &["compare"], 2, Nothing, "compare needs two files or more, --against or --reference-counts\n"),
    ("none to compare",         Missing("no.txt"),                        &["compare"], 2, Nothing, "{}: no such file or directory\nepitome: nothing to compare: fewer than two groups have text\n"),
    // Languages
    ("Chinese by default",      File("a.txt", || utf8(CHINESE)),          ONE, 0, Just("港口的水闸星期一关闭了。\n"), ""),
    ("keywords in Chinese",     File("a.txt", || utf8(CHINESE)),          &["keywords", "-n", "3"], 0, Has("水闸"), ""),
    // Names
    ("a name like an option",   File("-x", || utf8(FRENCH)),              &["summarize", "-n", "1", "--", "{}"], 0, CAFE, ""),
    ("a name with blanks",      File(" a  b ", || utf8(FRENCH)),          ONE, 0, CAFE, ""),
    ("a name of two lines",     File("a\nb.txt", Vec::new),               ONE, 1, Nothing, "a\u{fffd}b.txt: no text in it\n"),
    ("a name that is no UTF-8", File("a\u{f8ff}.txt", Vec::new),          ONE, 1, Nothing, "a\u{fffd}.txt: no text in it\n"),
    ("a name with colours",     Missing("a\u{1b}[31m\u{202e}.txt"),       ONE, 2, Nothing, "a\u{fffd}[31m\u{fffd}.txt: no such file or directory\n"),
    // Standard input
    ("a pipe",                  Pipe(|| latin1(FRENCH)),                  ONE, 0, CAFE, ""),
    ("a pipe by a dash",        Pipe(|| utf8(FRENCH)),                    &["summarize", "-n", "1", "-"], 0, CAFE, ""),
    ("a pipe twice",            Pipe(|| utf8(FRENCH)),                    &["summarize", "-", "-"], 2, Nothing, "standard input can be read only once\n"),
    ("an empty pipe",           Pipe(Vec::new),                           ONE, 1, Nothing, "-: no text in it\n"),
    ("no standard input",       Closed,                                   ONE, 1, Nothing, "-: no text in it\n"),
    // Outputs
    ("a full disk",             File("a.txt", || utf8(FRENCH)),           &["summarize", "-o", "/dev/full"], 2, Nothing, "can't write the output: no space left on device\n"),
    ("an output in no folder",  File("a.txt", || utf8(FRENCH)),           &["summarize", "-o", "no/such/out"], 2, Nothing, "no/such/out: no such file or directory\n"),
    ("a folder as the output",  File("a.txt", || utf8(FRENCH)),           &["summarize", "-o", "."], 2, Nothing, ".: is a directory\n"),
];

const FRENCH: &str = "Le café de la gare est fermé. Les élèves l'ont regretté tout l'été.";
const MARKED: &str = "\u{feff}Le café de la gare est fermé. Les élèves l'ont regretté tout l'été.";
const CHINESE: &str =
    "港口的水闸星期一关闭了。水闸挡住了港口的水。人们在码头上默默地看着水闸。没有人受伤。";

fn utf8(text: &str) -> Vec<u8> {
    text.as_bytes().to_vec()
}

fn latin1(text: &str) -> Vec<u8> {
    text.chars().map(|c| c as u8).collect()
}

fn utf16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(order).collect()
}

fn utf32(text: &str, order: fn(u32) -> [u8; 4]) -> Vec<u8> {
    text.chars().flat_map(|c| order(u32::from(c))).collect()
}

fn half(bytes: Vec<u8>) -> Vec<u8> {
    bytes[..bytes.len() / 2].to_vec()
}

fn noise() -> Vec<u8> {
    let byte = |i: u32| (i.wrapping_mul(2_654_435_761) >> 24) as u8;
    (1..=4_000).map(byte).collect()
}

fn long_line() -> Vec<u8> {
    let sentence = |i| format!("Barrier number {i} held the water of the harbour. ");
    (0..200_000).map(sentence).collect::<String>().into_bytes()
}

/// U+F8FF in a name stands for a byte that is no UTF-8.
fn file_name(name: &str) -> OsString {
    use std::os::unix::ffi::OsStringExt;
    let mut bytes = Vec::new();
    for c in name.chars() {
        match c {
            '\u{f8ff}' => bytes.push(0xff),
            c => bytes.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
        }
    }
    OsString::from_vec(bytes)
}

impl Input {
    /// Makes what is given, and hands out its path.
    fn make(&self, scratch: &Scratch) -> Option<OsString> {
        match self {
            File(name, content) => {
                let name = file_name(name);
                std::fs::write(scratch.path().join(&name), content()).expect("written");
                Some(name)
            }
            Folder(name) => {
                std::fs::create_dir(scratch.path().join(name)).expect("made");
                Some(name.into())
            }
            Missing(name) => Some(name.into()),
            Pipe(_) | Closed => None,
        }
    }

    fn run(&self, scratch: &Scratch, args: &[&str], more: &[&str]) -> Output {
        let path = self.make(scratch);
        let mut command = epitome();
        if matches!(self, Closed) {
            command = Command::new("sh");
            command.args([
                "-c",
                "exec \"$0\" \"$@\" <&-",
                env!("CARGO_BIN_EXE_epitome"),
            ]);
        }
        for arg in args {
            match (*arg, &path) {
                ("{}", Some(path)) => command.arg(path),
                (arg, _) => command.arg(arg),
            };
        }
        command
            .args(path.iter().filter(|_| !args.contains(&"{}")))
            .args(more);
        command.current_dir(scratch.path()).stdin(Stdio::piped());
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the binary runs");
        let mut stdin = child.stdin.take().expect("a pipe");
        if let Pipe(content) = self {
            // A run that does not read it is no error here.
            let _ = stdin.write_all(&content());
        }
        drop(stdin);
        child.wait_with_output().expect("it ends")
    }
}

impl Shown {
    fn is(&self, shown: &str) -> bool {
        match self {
            Nothing => shown.is_empty(),
            Just(wanted) => shown == *wanted,
            Lines(count) => shown.lines().count() == *count,
            Has(part) => shown.contains(part),
            Below(most) => (1..*most).contains(&shown.len()),
        }
    }
}

/// Whether a message is the wanted one, in which an ellipsis stands for anything.
fn is_message(message: &str, wanted: &str, path: &str) -> bool {
    if wanted.is_empty() {
        return message.is_empty();
    }
    let start = if wanted.starts_with("error: ") {
        ""
    } else {
        "epitome: "
    };
    let wanted = format!("{start}{}", wanted.replace("{}", path));
    let parts: Vec<&str> = wanted.split('…').collect();
    let Some(mut rest) = message.strip_prefix(parts[0]) else {
        return false;
    };
    for part in &parts[1..] {
        let Some(place) = rest.rfind(part) else {
            return false;
        };
        rest = &rest[place + part.len()..];
    }
    parts.len() > 1 || rest.is_empty()
}

#[test]
fn every_bad_input_has_its_outcome() {
    let mut wrong = Vec::new();
    for (name, input, args, expected, shown, message) in ROWS {
        let scratch = Scratch::new();
        let output = input.run(&scratch, args, &[]);
        let path = match input {
            File(path, _) | Folder(path) | Missing(path) => path,
            Pipe(_) | Closed => "-",
        };
        let (out, errors) = (stdout(&output), stderr(&output));
        let is_right = code(&output) == *expected
            && shown.is(&out)
            && is_message(&errors, message, path)
            && !errors.contains("panicked");
        if !is_right {
            let out: String = out.chars().take(300).collect();
            wrong.push(format!("{name}: {} {out:?} {errors:?}", code(&output)));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// What is bad does not stop what is good: that is done, the bad is told in its own words.
#[test]
fn bad_inputs_do_not_stop_the_good_ones() {
    let is_about_a_path = |row: &&Row| {
        matches!(row.1, File(..) | Missing(_)) && row.5.starts_with("{}: ") && row.2 == ONE
    };
    let rows: Vec<&Row> = ROWS.iter().filter(is_about_a_path).collect();
    assert!(rows.len() >= 8);
    for (name, input, _, alone, _, message) in rows {
        let scratch = Scratch::new();
        let good = scratch.file("good.txt", HARBOUR);
        for command in ["summarize", "keywords"] {
            let output = input.run(&scratch, &[command], &[&good]);
            // Without text there is nothing wrong with a file.
            let expected = if *alone == 1 { 0 } else { 2 };
            assert_eq!(code(&output), expected, "{command} {name}");
            assert!(stdout(&output).contains("barrier"), "{command} {name}");
            let (File(path, _) | Missing(path)) = input else {
                continue;
            };
            assert!(
                is_message(&stderr(&output), message, path),
                "{command} {name}: {}",
                stderr(&output)
            );
        }
    }
}

#[test]
fn failures_are_in_the_json_too() {
    let scratch = Scratch::new();
    let good = scratch.file("good.txt", HARBOUR);
    let output = scratch.run(&["summarize", "-f", "json", "no.txt", &good]);
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(json["documents"].as_array().unwrap().len(), 1);
    assert_eq!(json["errors"][0]["path"], "no.txt");
    assert_eq!(json["errors"][0]["kind"], "unreadable");
    assert_eq!(json["errors"][0]["reason"], "no such file or directory");
}

/// A folder that may not be read, as a user who is not root.
#[cfg(unix)]
#[test]
fn a_folder_without_permission_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let scratch = Scratch::new();
    let mode = |path: &str, mode| {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap()
    };
    let good = scratch.file("open/good.txt", HARBOUR);
    let secret = scratch.file("open/closed/secret.txt", HARBOUR);
    let closed = scratch.join("open/closed");
    mode(scratch.path().to_str().unwrap(), 0o755);
    mode(&closed, 0o000);
    let binary = scratch.join("epitome");
    std::fs::copy(env!("CARGO_BIN_EXE_epitome"), &binary).unwrap();
    mode(&binary, 0o755);
    // Root may read everything: the run must be somebody else's.
    let is_root = std::fs::read_dir(&closed).is_ok();
    let mut command = if is_root {
        Command::new("setpriv")
    } else {
        Command::new(&binary)
    };
    if is_root {
        command.args(["--reuid=65534", "--regid=65534", "--clear-groups", &binary]);
    }
    let output = command
        .args(["summarize", &scratch.join("open"), &closed])
        .current_dir("/")
        .output()
        .unwrap();
    mode(&closed, 0o755);
    assert_eq!(code(&output), 2, "{}", stderr(&output));
    assert!(stdout(&output).contains(&good) || stdout(&output).contains("barrier"));
    assert!(!stdout(&output).contains(&secret));
    assert!(
        stderr(&output).contains(&format!("epitome: {closed}: permission denied")),
        "{}",
        stderr(&output)
    );
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let scratch = Scratch::new();
    let many: Vec<String> = (0..3_000)
        .map(|i| format!("Sentence number {i} speaks of barrier {i}."))
        .collect();
    let file = scratch.file("many.txt", many.join(" "));
    for format in ["text", "json", "jsonl", "csv", "markdown"] {
        let mut child = epitome()
            .args([
                "summarize",
                "--ratio",
                "1",
                "-f",
                format,
                &file,
                &file,
                &file,
            ])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap())
            .read_line(&mut line)
            .unwrap();
        assert!(!line.is_empty());
        let output = child.wait_with_output().unwrap();
        assert_eq!(
            (code(&output), stderr(&output).as_str()),
            (0, ""),
            "{format}"
        );
    }
}
