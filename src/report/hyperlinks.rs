//! Links on a terminal (OSC 8).

use std::path::{MAIN_SEPARATOR, Path, PathBuf};

use super::percent::encoded;

/// How a terminal is told where a file is.
#[derive(Clone, Debug)]
pub struct Hyperlinks {
    /// An address with `{path}`, and perhaps `{line}`.
    pub format: String,
    /// The folder that paths of documents start from.
    pub folder: PathBuf,
    /// Whether there is a file at a path: some documents are only parts of one.
    pub is_file: fn(&Path) -> bool,
}

/// Formats that have names.
const NAMED: [(&str, &str); 3] = [
    ("file", "file://{path}"),
    ("kitty", "file://{path}#{line}"),
    ("vscode", "vscode://file{path}:{line}"),
];

impl Hyperlinks {
    /// Links of a named format, or of an address with `{path}` in it.
    pub fn new(format: &str, folder: PathBuf, is_file: fn(&Path) -> bool) -> Option<Self> {
        let named = NAMED.iter().find(|(name, _)| *name == format);
        let format = named.map_or(format, |(_, format)| format);
        let is_harmless = !format.contains(super::safe::is_obeyed);
        (format.contains("{path}") && is_harmless).then(|| Self {
            format: format.to_owned(),
            folder,
            is_file,
        })
    }

    /// Safe text as a link to a line of a document, if that is a file.
    pub(super) fn linked(&self, text: &str, path: &str, line: usize) -> String {
        let file = self.folder.join(path);
        if path == "-" || !(self.is_file)(&file) {
            return text.to_owned();
        }
        let file = file.to_string_lossy().replace(MAIN_SEPARATOR, "/");
        let address = self
            .format
            .replace("{path}", &encoded(&file, "/-:"))
            .replace("{line}", &line.to_string());
        format!("\u{1b}]8;;{address}\u{1b}\\{text}\u{1b}]8;;\u{1b}\\")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn links(format: &str) -> Option<Hyperlinks> {
        Hyperlinks::new(format, PathBuf::from("/notes"), |path| {
            path.ends_with("lib.rs")
        })
    }

    #[test]
    fn only_files_have_links() {
        let links = links("kitty").expect("it has a name");
        assert_eq!(
            links.linked("7", "src/lib.rs", 7),
            "\u{1b}]8;;file:///notes/src/lib.rs#7\u{1b}\\7\u{1b}]8;;\u{1b}\\"
        );
        for path in ["-", "src", "nowhere.txt", "samples/a.zip/b.txt"] {
            assert_eq!(links.linked("7", path, 7), "7");
        }
    }

    #[test]
    fn an_address_needs_a_path_and_obeys_nobody() {
        assert!(links("emacs://{path}?line={line}").is_some());
        assert!(links("nonsense").is_none() && links("a{path}\u{1b}]8;;").is_none());
    }
}
