//! From inputs to documents: which files there are, what their bytes say, what their format means.

mod archive;
pub mod decode;
mod expand;
pub mod filter;
mod foreign;
pub mod format;
pub mod limits;
pub mod look;
mod open;
pub mod pieces;
mod process;
pub mod raw;
pub mod stream;
pub mod walk;
pub mod worker;

use std::any::Any;
use std::fs::File;
use std::io::{self, BufRead, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::time::Duration;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::document::Document;
use decode::Encoding;
use filter::Filter;
use format::Format;
use limits::{Limits, size};
use worker::Worker;

/// The longest input that is read, in bytes: offsets into a text are kept in 32 bits.
pub const LARGEST_INPUT: u64 = 2 << 30;

/// One thing to read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Input {
    /// Standard input.
    Stdin,
    /// A file that was named outright: it is read whatever it is.
    Named(PathBuf),
    /// A file that was found in a directory: it is passed over when it is binary.
    Found(PathBuf),
}

impl Input {
    /// The name that results and errors carry: the path as given, or `-`.
    pub fn name(&self) -> String {
        match self {
            Self::Stdin => "-".to_owned(),
            Self::Named(path) | Self::Found(path) => path.to_string_lossy().into_owned(),
        }
    }

    /// The failure that an error of reading it is.
    pub fn failure(&self, error: &io::Error) -> Failure {
        Failure::from_io(self.name(), error)
    }

    /// Where it is, unless it is standard input.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::Stdin => None,
            Self::Named(path) | Self::Found(path) => Some(path),
        }
    }
}

/// Why an input gave no document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum FailureKind {
    /// The operating system refused: missing, no permission, a read error.
    Unreadable,
    /// The bytes are not text.
    Binary,
    /// It is larger, or holds more, than a limit allows.
    TooLarge,
    /// To read it takes longer than a limit allows.
    TooSlow,
    /// It is not what it says it is, or is broken.
    Damaged,
    /// A password protects it.
    Protected,
    /// It is packed or made in a way that this program does not know.
    Unsupported,
    /// It is a document in a format that is not read, and was met in a directory or an archive.
    PassedOver,
    /// There is no text in it: empty, white space, or nothing that counts as prose.
    NoText,
    /// A fault of this program.
    Internal,
}

/// One input that gave no result: data, reported beside the results of all the others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[error("{path}: {reason}")]
#[non_exhaustive]
pub struct Failure {
    /// The input's name.
    pub path: String,
    /// What kind of failure it is.
    pub kind: FailureKind,
    /// The reason, in words for people.
    pub reason: String,
}

impl Failure {
    /// A failure of the input with this name.
    pub fn new(path: impl Into<String>, kind: FailureKind, reason: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            kind,
            reason: reason.into(),
        }
    }

    /// There is no text in the input with this name.
    pub fn no_text(path: impl Into<String>) -> Self {
        Self::new(path, FailureKind::NoText, "no text in it")
    }

    /// A panic over the input with this name: a fault of this program.
    pub fn internal(path: impl Into<String>, panic: &(dyn Any + Send)) -> Self {
        let message = panic
            .downcast_ref::<String>()
            .map(String::as_str)
            .or_else(|| panic.downcast_ref::<&str>().copied())
            .unwrap_or("unknown");
        let reason = format!("internal error: {message}");
        Self::new(path, FailureKind::Internal, reason)
    }

    fn from_io(path: impl Into<String>, error: &io::Error) -> Self {
        Self::new(path, FailureKind::Unreadable, reason(error))
    }

    /// Whether the run counts as failed: an input without text, or one that is passed over, is no error.
    pub fn is_error(&self) -> bool {
        !matches!(self.kind, FailureKind::NoText | FailureKind::PassedOver)
    }
}

/// What is wrong with bytes, whatever they are called.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Fault {
    /// What kind of failure it is.
    pub kind: FailureKind,
    /// The reason, in words for people.
    pub reason: String,
}

impl Fault {
    /// A fault of this kind.
    pub fn new(kind: FailureKind, reason: impl Into<String>) -> Self {
        let reason = reason.into();
        Self { kind, reason }
    }

    /// The bytes are no valid file of a format.
    pub fn damaged(format: &str, why: impl std::fmt::Display) -> Self {
        let reason = format!("not a valid {format} file: {why}");
        Self::new(FailureKind::Damaged, reason)
    }

    fn too_slow(limit: Duration) -> Self {
        let reason = format!("not read within {} seconds", limit.as_secs_f64());
        Self::new(FailureKind::TooSlow, reason)
    }

    fn binary() -> Self {
        Self::new(FailureKind::Binary, "binary, not text")
    }

    fn no_text() -> Self {
        Self::new(FailureKind::NoText, "no text in it")
    }

    /// The failure of the input with this name.
    pub fn of(self, path: impl Into<String>) -> Failure {
        Failure::new(path, self.kind, self.reason)
    }
}

/// The operating system's reason in its own words, without the number that Rust appends.
pub fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    let end = text.find(" (os error").unwrap_or(text.len());
    let mut chars = text[..end].chars();
    match chars.next() {
        Some(first) => first.to_lowercase().chain(chars).collect(),
        None => "unknown input error".to_owned(),
    }
}

/// Which fields of a record mean what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RecordFields {
    /// The text; `None`: the first of those that are usually called so.
    pub text: Option<String>,
    /// What the document is called after its file; `None`: `id`.
    pub id: Option<String>,
    /// What names the document's group; `None`: nothing.
    pub group: Option<String>,
}

/// How inputs are read.
#[derive(Clone, Debug, Default)]
pub struct ReadOptions {
    /// The encoding of all inputs; `None`: by byte order mark, else detected.
    pub encoding: Option<Encoding>,
    /// The format of all inputs; `None`: by what they begin with, else by the extension.
    pub format: Option<&'static Format>,
    /// How much one input may cost.
    pub limits: Limits,
    /// The fields of records.
    pub fields: RecordFields,
    /// What runs readers that can't be trusted to end well; `None`: they are run like all others, and a hostile file
    /// can end the process.
    pub worker: Option<Worker>,
    /// What files go through before they are read.
    pub filter: Option<Filter>,
}

impl ReadOptions {
    /// The size of the largest inputs.
    fn largest(&self) -> u64 {
        self.limits.bytes.min(LARGEST_INPUT)
    }

    /// The filter that an input goes through, and its path.
    pub(crate) fn filter_of<'o>(&'o self, input: &'o Input) -> Option<(&'o Filter, &'o Path)> {
        let (filter, path) = self.filter.as_ref().zip(input.path())?;
        filter.is_for(path).then_some((filter, path))
    }
}

/// Lists of so many bytes or more are read record by record.
const LONG_LIST: u64 = 16 << 20;

/// Reads one input and hands its documents to `sink`, in order: one of most, several of an archive or a list of
/// records, each with the path that names it, and none of a binary file that was met in a directory; if that is a document
/// of another program, it is told to be passed over. What gives no document is a failure beside the others.
pub fn read_each(
    input: &Input,
    options: &ReadOptions,
    sink: &mut dyn FnMut(Result<Document, Failure>),
) {
    let name = input.name();
    if let Some((filter, path)) = options.filter_of(input) {
        match filter.run(path, &options.limits) {
            Ok(bytes) => open::open_bytes(&name, None, bytes, options, false, sink),
            Err(fault) => sink(Err(fault.of(name))),
        }
        return;
    }
    if stream::is_list(input, LONG_LIST, options) {
        return stream::read_each(input, LONG_LIST, options, sink);
    }
    match contents(input, options.largest()) {
        Err(error) => sink(Err(Failure::from_io(name, &error))),
        Ok(bytes) => read_each_of(input, bytes, options, sink),
    }
}

/// The same of an input whose bytes have been read, and went through no filter.
pub fn read_each_of(
    input: &Input,
    bytes: Vec<u8>,
    options: &ReadOptions,
    sink: &mut dyn FnMut(Result<Document, Failure>),
) {
    let (name, most) = (input.name(), options.largest());
    if bytes.len() as u64 > most {
        let reason = format!("larger than {}", size(most));
        return sink(Err(Failure::new(name, FailureKind::TooLarge, reason)));
    }
    let is_found = matches!(input, Input::Found(_));
    let path = Some(Path::new(&name));
    open::open_bytes(&name, path, bytes, options, is_found, sink);
}

/// The documents of an input, and what is wrong with it.
pub fn read(input: &Input, options: &ReadOptions) -> Vec<Result<Document, Failure>> {
    let mut outcomes = Vec::new();
    read_each(input, options, &mut |outcome| outcomes.push(outcome));
    outcomes
}

/// The document of a file in any format, with the usual limits. A file with several documents, an archive or a list of
/// records, is one for [`read`].
///
/// ```
/// use epitome::source::read_file;
///
/// let document = read_file("samples/abstract.md")?;
/// assert!(document.text().contains("courtyards"));
/// # Ok::<(), epitome::source::Failure>(())
/// ```
pub fn read_file(path: impl Into<PathBuf>) -> Result<Document, Failure> {
    let input = Input::Named(path.into());
    let name = input.name();
    let mut outcomes = read(&input, &ReadOptions::default());
    match (outcomes.pop(), outcomes.is_empty()) {
        (Some(outcome), true) => outcome,
        (Some(_), false) => {
            let reason = format!("holds {} documents, not one", outcomes.len() + 1);
            Err(Failure::new(name, FailureKind::Unsupported, reason))
        }
        (None, _) => Err(Failure::no_text(name)),
    }
}

/// The documents of bytes in memory, as if they were a file of this name.
///
/// ```
/// use epitome::source::{ReadOptions, read_bytes};
///
/// let outcomes = read_bytes("notes.md", b"# Notes\n\nThe barrier held.".to_vec(), &ReadOptions::default());
/// assert_eq!(outcomes[0].as_ref().unwrap().title.as_deref(), Some("Notes"));
/// ```
pub fn read_bytes(
    name: &str,
    bytes: Vec<u8>,
    options: &ReadOptions,
) -> Vec<Result<Document, Failure>> {
    let mut outcomes = Vec::new();
    let mut sink = |outcome| outcomes.push(outcome);
    let path = Some(Path::new(name));
    open::open_bytes(name, path, bytes, options, false, &mut sink);
    outcomes
}

/// So many bytes tell whether an input may hold several documents.
const HEAD: u64 = 8 << 10;

/// Whether an input may hold several documents, by what it begins with. Standard input is not read by this, only
/// waited for.
pub fn may_hold_several(input: &Input, options: &ReadOptions) -> bool {
    if options.filter_of(input).is_some() {
        return false;
    }
    let mut head = Vec::new();
    let read = match input.path() {
        None => io::stdin().lock().fill_buf().map(|ahead| {
            head.extend_from_slice(ahead);
        }),
        Some(path) => File::open(path)
            .and_then(|file| file.take(HEAD).read_to_end(&mut head))
            .map(|_| ()),
    };
    read.is_ok() && open::may_hold_several(&head, input.path(), options)
}

/// The bytes of an input, or one byte more than `most` of them.
fn contents(input: &Input, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    match input.path() {
        None => {
            io::stdin().lock().take(most + 1).read_to_end(&mut bytes)?;
        }
        Some(path) => {
            let mut file = File::open(path)?;
            let meta = file.metadata();
            let size = meta.as_ref().map_or(0, |meta| meta.len()).min(most);
            if size >= LARGE && meta.is_ok_and(|meta| meta.is_file()) {
                bytes = read_in_parts(path, size as usize)?;
                file.seek(SeekFrom::Start(bytes.len() as u64))?;
            }
            bytes.reserve_exact(size as usize - bytes.len() + 1);
            let rest = most + 1 - bytes.len() as u64;
            file.take(rest).read_to_end(&mut bytes)?;
        }
    }
    Ok(bytes)
}

/// Files of more bytes are read on several threads.
const LARGE: u64 = 16 << 20;

/// The first `size` bytes of a file, read on the threads of the current `rayon` pool; none if it has
/// become shorter.
fn read_in_parts(path: &Path, size: usize) -> io::Result<Vec<u8>> {
    let mut bytes = vec![0; size];
    let length = size.div_ceil(rayon::current_num_threads());
    let read = bytes
        .par_chunks_mut(length)
        .enumerate()
        .map(|(part, bytes)| {
            let mut file = File::open(path)?;
            file.seek(SeekFrom::Start((part * length) as u64))?;
            file.read_exact(bytes)
        });
    match read.collect::<io::Result<()>>() {
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(Vec::new()),
        outcome => outcome.map(|()| bytes),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_a_file_are_the_file() {
        let bytes: Vec<u8> = (0..1_000_003_u32)
            .map(|i| (i.wrapping_mul(i) >> 7) as u8)
            .collect();
        let file = tempfile::NamedTempFile::new().expect("a file");
        std::fs::write(file.path(), &bytes).expect("written");
        let read = |size| read_in_parts(file.path(), size).expect("readable");
        assert!(read(bytes.len()) == bytes);
        assert!(
            read(bytes.len() + 1).is_empty(),
            "a file that has become shorter"
        );
    }

    #[test]
    fn one_document_is_read_of_a_file_that_has_one() {
        let folder = tempfile::tempdir().expect("a folder");
        let write = |name: &str, text: &str| {
            let path = folder.path().join(name);
            std::fs::write(&path, text).expect("written");
            path
        };
        let one = read_file(write("one.txt", "The barrier held.")).expect("a document");
        assert_eq!(one.text(), "The barrier held.");
        let several = "{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n";
        let failure = read_file(write("several.jsonl", several)).expect_err("two documents");
        assert!(
            failure
                .to_string()
                .ends_with("several.jsonl: holds 2 documents, not one")
        );
        let missing = read_file(folder.path().join("missing")).expect_err("no file");
        assert_eq!(missing.kind, FailureKind::Unreadable);
    }

    #[test]
    fn reasons_are_the_systems_words_without_numbers() {
        let missing = Input::Named("/no/such/file".into());
        let outcomes = read(&missing, &ReadOptions::default());
        let failure = outcomes[0].as_ref().expect_err("the file does not exist");
        assert_eq!(
            failure.to_string(),
            "/no/such/file: no such file or directory"
        );
        assert_eq!(failure.kind, FailureKind::Unreadable);
    }
}
