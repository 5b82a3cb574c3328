//! From inputs to documents: which files there are, what their bytes say, what their format means.

pub mod decode;
pub mod format;
pub mod pieces;
pub mod walk;

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use serde::Serialize;

use crate::document::Document;
use decode::{Encoding, decode};
use format::Format;

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

    fn path(&self) -> Option<&Path> {
        match self {
            Self::Stdin => None,
            Self::Named(path) | Self::Found(path) => Some(path),
        }
    }
}

/// Why an input gave no document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FailureKind {
    /// The operating system refused: missing, no permission, a read error.
    Unreadable,
    /// The bytes are not text.
    Binary,
    /// The input is larger than [`LARGEST_INPUT`].
    TooLarge,
    /// There is no text in it: empty, white space, or nothing that counts as prose.
    NoText,
    /// A fault of this program.
    Internal,
}

/// One input that gave no result: data, reported beside the results of all the others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[error("{path}: {reason}")]
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

    fn from_io(path: impl Into<String>, error: &io::Error) -> Self {
        Self::new(path, FailureKind::Unreadable, reason(error))
    }

    /// Whether the run counts as failed: an input without text is reported, but is no error.
    pub fn is_error(&self) -> bool {
        self.kind != FailureKind::NoText
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

/// How inputs are read.
#[derive(Clone, Copy, Debug, Default)]
pub struct ReadOptions {
    /// The encoding of all inputs; `None`: by byte order mark, else detected.
    pub encoding: Option<Encoding>,
    /// The format of all inputs; `None`: by the extension.
    pub format: Option<&'static Format>,
}

/// Reads one input into a document.
///
/// `Ok(None)` is a binary file that was met in a directory: passed over.
///
/// # Errors
/// A [`Failure`] that names the input and the reason.
pub fn read(input: &Input, options: &ReadOptions) -> Result<Option<Document>, Failure> {
    let name = input.name();
    let bytes = match read_bytes(input) {
        Ok(bytes) => bytes,
        Err(error) => return Err(Failure::from_io(name, &error)),
    };
    if bytes.len() as u64 > LARGEST_INPUT {
        let reason = format!("larger than {} MiB", LARGEST_INPUT >> 20);
        return Err(Failure::new(name, FailureKind::TooLarge, reason));
    }
    let Some(decoded) = decode(bytes, options.encoding) else {
        return match input {
            Input::Found(_) => Ok(None),
            _ => Err(Failure::new(name, FailureKind::Binary, "binary, not text")),
        };
    };
    let format = options
        .format
        .unwrap_or_else(|| format::by_path(input.path()));
    Ok(Some((format.parse)(&name, decoded)))
}

/// The bytes of an input, or one byte more than [`LARGEST_INPUT`] of them.
fn read_bytes(input: &Input) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    match input.path() {
        None => {
            io::stdin()
                .lock()
                .take(LARGEST_INPUT + 1)
                .read_to_end(&mut bytes)?;
        }
        Some(path) => {
            let mut file = File::open(path)?;
            let meta = file.metadata();
            let size = meta
                .as_ref()
                .map_or(0, |meta| meta.len())
                .min(LARGEST_INPUT);
            if size >= LARGE && meta.is_ok_and(|meta| meta.is_file()) {
                bytes = read_in_parts(path, size as usize)?;
                file.seek(SeekFrom::Start(bytes.len() as u64))?;
            }
            bytes.reserve_exact(size as usize - bytes.len() + 1);
            let rest = LARGEST_INPUT + 1 - bytes.len() as u64;
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
    fn reasons_are_the_systems_words_without_numbers() {
        let missing = read(
            &Input::Named("/no/such/file".into()),
            &ReadOptions::default(),
        );
        let failure = missing.expect_err("the file does not exist");
        assert_eq!(
            failure.to_string(),
            "/no/such/file: no such file or directory"
        );
        assert_eq!(failure.kind, FailureKind::Unreadable);
    }
}
