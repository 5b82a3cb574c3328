//! What the bytes of a file mean: one format a file, one line each in [`FORMATS`].

mod comments;
mod csv;
mod escapes;
mod extract;
#[cfg(feature = "html")]
mod html;
mod json;
pub(super) mod json_lines;
mod latex;
mod mail;
mod markdown;
#[cfg(feature = "office")]
mod office;
#[cfg(feature = "pdf")]
mod pdf;
pub(super) mod plain;
mod records;
mod rst;
mod rtf;
mod styles;
mod subtitles;
#[cfg(any(feature = "html", feature = "office"))]
mod tables;

use std::fmt;

use std::path::Path;

use super::decode::Decoded;
use super::look::Look;
use super::raw::{Documents, Raw};
use super::{Fault, RecordFields};
use crate::document::{Document, Origin};

/// A format that documents come in.
pub struct Format {
    /// Its name on the command line.
    pub name: &'static str,
    /// What it is, in a few words.
    pub about: &'static str,
    /// The extensions of its files, in lower case.
    pub extensions: &'static [&'static str],
    /// Whether bytes are surely of this format, by what they begin with or hold, whatever they are called. The
    /// first format of the table that says so is taken.
    pub recognizes: fn(&Look) -> bool,
    /// Makes documents of it.
    pub read: Read,
}

/// By its name alone: where its functions are is no matter.
impl fmt::Debug for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

/// How a format is read.
#[derive(Clone, Copy, Debug)]
pub enum Read {
    /// A document with this name of a decoded text.
    Text(fn(&str, Decoded) -> Document),
    /// A document of bytes.
    Bytes(fn(Raw) -> Result<Document, Fault>),
    /// A document of bytes, by a reader that can't be trusted to end well: it is run by a
    /// [worker](super::worker), if there is one.
    Isolated(fn(Raw) -> Result<Document, Fault>),
    /// Any number of documents of bytes, handed on as they are found. What is wrong with one of them goes to
    /// [`Documents::fail`], an error ends the reading.
    Several(fn(Raw, &mut Documents) -> Result<(), Fault>),
}

impl Format {
    /// Whether a text takes longer to be made of a file than to be read.
    pub fn is_costly(&self) -> bool {
        matches!(self.read, Read::Bytes(_) | Read::Isolated(_))
    }
}

/// For a format that can only be told by its extension.
fn never(_: &Look) -> bool {
    false
}

/// All formats. Files with an unknown extension are read as the last one.
pub static FORMATS: &[Format] = &[
    #[cfg(feature = "office")]
    office::docx::FORMAT,
    #[cfg(feature = "office")]
    office::pptx::FORMAT,
    #[cfg(feature = "office")]
    office::odt::FORMAT,
    #[cfg(feature = "office")]
    office::epub::FORMAT,
    #[cfg(feature = "pdf")]
    pdf::FORMAT,
    #[cfg(feature = "html")]
    html::FORMAT,
    rtf::FORMAT,
    latex::FORMAT,
    mail::mbox::FORMAT,
    mail::FORMAT,
    rst::FORMAT,
    json_lines::FORMAT,
    json::FORMAT,
    csv::FORMAT,
    comments::FORMAT,
    subtitles::FORMAT,
    markdown::FORMAT,
    plain::FORMAT,
];

/// The name of the format that is a list of records, one a line.
pub(super) const JSON_LINES: &str = json_lines::FORMAT.name;

/// The format with this name.
pub fn by_name(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.name == name)
}

/// A document of plain text that is already in memory.
pub fn plain(name: &str, text: impl Into<String>) -> Document {
    let decoded = Decoded {
        text: text.into(),
        origin: Origin::Source,
    };
    plain::parse(name, decoded)
}

/// The format of bytes, by what they are, else by the extension of their path; where that tells nothing, by what they
/// look like.
pub(super) fn choose(look: &Look, path: Option<&Path>, fields: &RecordFields) -> &'static Format {
    let surely = FORMATS.iter().find(|format| (format.recognizes)(look));
    surely.unwrap_or_else(|| {
        let named = by_path(path);
        match tells_nothing(named) {
            true => records(look, fields).unwrap_or(named),
            false => named,
        }
    })
}

/// Whether a file that is called like those of a format may as well be a list of records.
pub(super) fn tells_nothing(format: &Format) -> bool {
    format.name == plain::FORMAT.name
}

/// The format of records that bytes are in, by what they look like: so begins a text in no other format.
fn records(look: &Look, fields: &RecordFields) -> Option<&'static Format> {
    let name = match () {
        () if json_lines::begins(look.bytes, fields) => JSON_LINES,
        () if json::begins(look) => json::FORMAT.name,
        () if csv::begins(look.bytes, fields) => csv::FORMAT.name,
        () => return None,
    };
    by_name(name)
}

/// The format of a file with this path, by its extension; plain text for want of a better one.
pub fn by_path(path: Option<&Path>) -> &'static Format {
    let extension = path
        .and_then(Path::extension)
        .map(|extension| extension.to_string_lossy().to_lowercase());
    FORMATS
        .iter()
        .find(|format| {
            extension
                .as_deref()
                .is_some_and(|e| format.extensions.contains(&e))
        })
        .unwrap_or(&FORMATS[FORMATS.len() - 1])
}

#[cfg(test)]
mod hostile {
    use std::time::{Duration, Instant};

    use crate::source::{FailureKind, ReadOptions, read_bytes};

    /// So many bytes would take hours in quadratic time.
    const SIZE: usize = 1 << 19;
    /// And so long at the most in linear time, on a busy machine and without optimization.
    const TIME: Duration = Duration::from_secs(60);

    /// Reads files that begin like this and repeat something: whatever comes of it comes soon.
    pub(super) fn reads_repeated(name: &str, head: &str, units: &[&str]) {
        for unit in units {
            let text = format!("{head}{}", unit.repeat(SIZE / unit.len()));
            let started = Instant::now();
            for outcome in read_bytes(name, text.into_bytes(), &ReadOptions::default()) {
                let kind = outcome.err().map(|failure| failure.kind);
                assert_ne!(kind, Some(FailureKind::Internal), "{name}: {unit:?}");
            }
            assert!(started.elapsed() < TIME, "{name}: {unit:?}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn extensions_choose_the_format() {
        let name = |path: &str| by_path(Some(Path::new(path))).name;
        assert_eq!(name("a/README.MD"), "markdown");
        assert_eq!(name("notes.txt"), "plain");
        assert_eq!(name("LICENSE"), "plain");
        assert_eq!(by_path(None).name, "plain");
    }

    #[test]
    fn names_and_extensions_are_unique() {
        let extensions = FORMATS
            .iter()
            .flat_map(|format| format.extensions.iter().copied());
        for mut seen in [
            FORMATS.iter().map(|format| format.name).collect(),
            extensions.collect::<Vec<_>>(),
        ] {
            seen.sort_unstable();
            let all = seen.len();
            seen.dedup();
            assert_eq!(seen.len(), all);
        }
    }
}
