//! How languages write comments and strings, by the extensions of their files.

/// How a language writes comments.
#[derive(Debug)]
pub(super) struct Syntax {
    /// What begins a comment that ends with its line.
    pub lines: &'static [&'static str],
    /// What begins and ends a comment.
    pub blocks: &'static [(&'static str, &'static str)],
    pub strings: &'static [Quote],
}

/// What begins and ends a string.
#[derive(Debug)]
pub(super) struct Quote {
    pub open: &'static str,
    pub close: &'static str,
    /// Whether it may go on in the next line.
    pub is_long: bool,
    /// Whether a backslash takes its meaning from what follows.
    pub has_escapes: bool,
    /// Whether it is documentation where it stands for itself.
    pub is_text: bool,
}

const fn quote(open: &'static str, close: &'static str) -> Quote {
    Quote {
        open,
        close,
        is_long: false,
        has_escapes: true,
        is_text: false,
    }
}

const fn long(open: &'static str, close: &'static str, has_escapes: bool) -> Quote {
    Quote {
        is_long: true,
        has_escapes,
        ..quote(open, close)
    }
}

const fn text(open: &'static str, close: &'static str) -> Quote {
    Quote {
        is_text: true,
        ..long(open, close, true)
    }
}

const STARS: (&str, &str) = ("/*", "*/");
const DOUBLE: Quote = quote("\"", "\"");
const SINGLE: Quote = quote("'", "'");

/// A character of Rust with a backslash before it; without one, an apostrophe tells a lifetime, mostly.
const ESCAPED: Quote = Quote {
    has_escapes: false,
    ..quote("'\\", "'")
};

const C: Syntax = Syntax {
    lines: &["//"],
    blocks: &[STARS],
    strings: &[DOUBLE, SINGLE],
};

const SCRIPT: Syntax = Syntax {
    strings: &[DOUBLE, SINGLE, long("`", "`", true)],
    ..C
};

const SHELL: Syntax = Syntax {
    lines: &["#"],
    blocks: &[],
    strings: &[long("\"", "\"", true), long("'", "'", false)],
};

/// Languages: the extensions of their files, and how they write comments.
const LANGUAGES: [(&[&str], Syntax); 14] = [
    (
        &[
            "c", "h", "cc", "cpp", "cxx", "hh", "hpp", "hxx", "m", "mm", "java", "cs", "kt", "kts",
            "scala", "dart", "zig", "d", "proto", "glsl", "sol", "groovy", "gradle", "v", "sv",
            "css", "scss", "less",
        ],
        C,
    ),
    (
        &["js", "jsx", "mjs", "cjs", "ts", "tsx", "go", "swift"],
        SCRIPT,
    ),
    (
        &["rs"],
        Syntax {
            strings: &[
                long("r##\"", "\"##", false),
                long("r#\"", "\"#", false),
                long("r\"", "\"", false),
                ESCAPED,
                quote("'\"", "'"),
                long("\"", "\"", true),
            ],
            ..C
        },
    ),
    (
        &["php"],
        Syntax {
            lines: &["//", "#"],
            ..C
        },
    ),
    (
        &["py", "pyi", "pyx", "ex", "exs"],
        Syntax {
            strings: &[text("\"\"\"", "\"\"\""), text("'''", "'''"), DOUBLE, SINGLE],
            ..SHELL
        },
    ),
    (
        &[
            "sh", "bash", "zsh", "fish", "pl", "pm", "r", "tcl", "awk", "mk", "cmake", "nix",
        ],
        SHELL,
    ),
    (
        &[
            "yml",
            "yaml",
            "toml",
            "conf",
            "cfg",
            "tf",
            "properties",
            "gitignore",
        ],
        Syntax {
            strings: &[DOUBLE, SINGLE],
            ..SHELL
        },
    ),
    (
        &["rb"],
        Syntax {
            blocks: &[("=begin", "=end")],
            ..SHELL
        },
    ),
    (
        &["jl"],
        Syntax {
            blocks: &[("#=", "=#")],
            strings: &[text("\"\"\"", "\"\"\""), DOUBLE],
            ..SHELL
        },
    ),
    (
        &["sql", "lua", "adb", "ads", "vhd", "vhdl"],
        Syntax {
            lines: &["--"],
            blocks: &[("--[[", "]]"), STARS],
            strings: &[quote("'", "'"), DOUBLE],
        },
    ),
    (
        &["hs", "elm", "purs"],
        Syntax {
            lines: &["--"],
            blocks: &[("{-", "-}")],
            strings: &[DOUBLE],
        },
    ),
    (
        &[
            "lisp", "lsp", "el", "clj", "cljs", "scm", "rkt", "ini", "asm", "s",
        ],
        Syntax {
            lines: &[";"],
            blocks: &[("#|", "|#")],
            strings: &[long("\"", "\"", true)],
        },
    ),
    (
        &["tex", "sty", "cls", "erl", "hrl", "prolog", "bib"],
        Syntax {
            lines: &["%"],
            blocks: &[],
            strings: &[],
        },
    ),
    (
        &["ml", "mli", "fs", "fsi", "pas", "sml"],
        Syntax {
            lines: &["//"],
            blocks: &[("(*", "*)")],
            strings: &[long("\"", "\"", true)],
        },
    ),
];

const MARKUP: Syntax = Syntax {
    lines: &[],
    blocks: &[("<!--", "-->")],
    strings: &[],
};
const MARKUP_EXTENSIONS: [&str; 8] = ["html", "htm", "xml", "svg", "xhtml", "vue", "md", "xsl"];

/// How the language of a file writes comments, by its extension; else by whether it is a script.
pub(super) fn of_file(name: &str, source: &str) -> &'static Syntax {
    let file = name.rsplit('/').next().unwrap_or_default().to_lowercase();
    let extension = file
        .rsplit_once('.')
        .map_or(file.as_str(), |(_, extension)| extension);
    let known = LANGUAGES
        .iter()
        .find(|(extensions, _)| extensions.contains(&extension));
    match known {
        Some((_, syntax)) => syntax,
        None if MARKUP_EXTENSIONS.contains(&extension) => &MARKUP,
        None if source.starts_with("#!") || matches!(extension, "makefile" | "dockerfile") => {
            &SHELL
        }
        None => &C,
    }
}
