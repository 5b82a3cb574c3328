//! What the bytes of a file mean: one format a file, one line each in [`FORMATS`].

mod markdown;
pub(super) mod plain;

use std::path::Path;

use super::decode::Decoded;
use crate::document::{Document, Origin};

/// A format that documents come in.
#[derive(Debug)]
pub struct Format {
    /// Its name on the command line.
    pub name: &'static str,
    /// What it is, in a few words.
    pub about: &'static str,
    /// The extensions of its files, in lower case.
    pub extensions: &'static [&'static str],
    /// Makes a document with this name of a decoded text.
    pub parse: fn(&str, Decoded) -> Document,
}

/// All formats. Files with an unknown extension are read as the last one.
pub static FORMATS: &[Format] = &[markdown::FORMAT, plain::FORMAT];

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
    (plain::FORMAT.parse)(name, decoded)
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
