//! What help shows: on `-h` a screen with the options that most people need, on `--help` all of them.

use clap::Command;
use clap::builder::StyledStr;

/// The help of one command.
struct Page {
    /// The command, with the one above it in front.
    command: &'static str,
    /// The options that the short help has.
    short: &'static [&'static str],
    /// Examples that the short help ends with.
    examples: &'static [Example],
    /// Further ones, and what else the long help says.
    more: &'static [Example],
    notes: &'static str,
}

/// A command line and what it does.
type Example = (&'static str, &'static str);

const CONFIGURATION: &str = "\
Every option can also be set in the environment, and in a TOML file that --config or EPITOME_CONFIG
names. What is typed stands over the environment, the environment over the file:

  EPITOME_LANG=de epitome summarize bericht.txt

  lang = \"en\"                  # for all commands that have the option
  glob = [\"*.md\", \"*.txt\"]

  [summarize]
  words = 100                  # for one command

  [evaluate.keywords]
  at = [5, 10]

Exit codes: 0 results, 1 nothing to report, 2 errors.";

const PAGES: &[Page] = &[
    Page {
        command: "",
        short: &[],
        examples: &[
            (
                "summarize report.txt",
                "a summary that fits the length of the text",
            ),
            ("summarize --words 100 *.md", "a hundred words of each file"),
            ("keywords docs/ -f csv", "keyword tables as CSV"),
            ("compare 2023.txt 2024.txt", "what sets the files apart"),
            (
                "context \"flood gate\" docs/",
                "where a term stands, in its sentences",
            ),
            ("report docs/ -o report.html", "all of it on a page"),
        ],
        more: &[
            (
                "evaluate summaries -r refs out",
                "ROUGE of the summaries in out",
            ),
            ("man | man -l -", "the manual"),
        ],
        notes: CONFIGURATION,
    },
    Page {
        command: "summarize",
        short: &[
            "sentences",
            "words",
            "ratio",
            "method",
            "focus",
            "joint",
            "keywords",
            "glob",
            "lang",
            "format",
            "output",
        ],
        examples: &[
            ("summarize report.pdf", "as long as fits the text"),
            (
                "summarize -n 3 docs/ -g '*.md'",
                "three sentences of each file",
            ),
        ],
        more: &[
            (
                "summarize --joint -w 200 news/",
                "one summary of all files, each sentence with its file",
            ),
            (
                "summarize --focus \"costs\" report.txt",
                "what it says about costs",
            ),
            (
                "summarize --heat report.txt",
                "the whole text, shaded by score",
            ),
            (
                "summarize --cache ~/.cache/epitome docs/",
                "only what has changed is read again",
            ),
            (
                "summarize -f json report.txt | jq .",
                "each sentence with its place, for programs",
            ),
            (
                "curl -s URL | epitome summarize -",
                "standard input; what it is, is told by content",
            ),
        ],
        notes: "Limits are hard, all that are given hold, and no sentence is cut.",
    },
    Page {
        command: "keywords",
        short: &[
            "top",
            "method",
            "max-words",
            "tables",
            "save-counts",
            "glob",
            "lang",
            "format",
            "output",
        ],
        examples: &[
            ("keywords report.txt", "the ten that say most"),
            (
                "keywords -n 20 -f csv docs/ -o keywords.csv",
                "a table for a spreadsheet",
            ),
        ],
        more: &[
            ("keywords --tables all docs/", "one table of all files"),
            (
                "keywords -m tfidf docs/",
                "what each file has that the others lack",
            ),
            (
                "keywords --save-counts docs.tsv.gz docs/",
                "all counts, for `merge` and `compare`",
            ),
            (
                "keywords --matrix docs.mtx docs/",
                "the table of documents and words",
            ),
        ],
        notes: "",
    },
    Page {
        command: "compare",
        short: &[
            "against",
            "group-by",
            "before",
            "after",
            "phrases",
            "top",
            "measure",
            "min-count",
            "sort",
            "glob",
            "lang",
            "format",
            "output",
        ],
        examples: &[
            ("compare 2023.txt 2024.txt", "what each file has more of"),
            (
                "compare --before v1/ --after v2/",
                "what appeared, rose, fell and vanished",
            ),
        ],
        more: &[
            (
                "compare mine.txt --against others/",
                "one file against many",
            ),
            (
                "compare --group 'north=*/north/*' --group 'south=*/south/*' all/",
                "two groups by pattern",
            ),
            (
                "compare --group-by field:party speeches.jsonl",
                "groups by a field of JSON Lines",
            ),
            (
                "compare -n 200 --direction both -f svg a.txt b.txt",
                "a plot",
            ),
            (
                "compare text.txt --reference-counts list.tsv",
                "against a published list",
            ),
        ],
        notes: "`epitome methods` says which definition each measure is.",
    },
    Page {
        command: "context",
        short: &[
            "term",
            "exact",
            "case-sensitive",
            "width",
            "sort",
            "max",
            "count",
            "glob",
            "lang",
            "format",
            "output",
        ],
        examples: &[
            (
                "context barrier report.txt",
                "barrier, Barriers, barrier's in their sentences",
            ),
            (
                "context \"flood gate*\" docs/",
                "a phrase; any ending of its last word",
            ),
        ],
        more: &[
            ("context -e tide -e surge docs/", "two terms"),
            ("context --exact -s US notes.md", "US, and not us"),
            (
                "context tide -w 30 --sort right *.md",
                "30 characters on each side, by the word behind",
            ),
            (
                "context tide --count docs/",
                "how often, and where in each text",
            ),
        ],
        notes: "\
A phrase is found across line breaks, and not across the end of a sentence or other punctuation than
its own. `*` behind the beginning of a word is any ending, and for a word, any word.

On a terminal, each document has a strip: the text in parts of equal length, and in each a block as
high as the term is frequent there. Elsewhere there is a line a match: PATH:LINE: left[match]right",
    },
    Page {
        command: "report",
        short: &[
            "sentences", "words", "focus", "keywords", "glob", "lang", "output",
        ],
        examples: &[
            (
                "report docs/ -o report.html",
                "all of the files on one page",
            ),
            ("report thesis.pdf -o thesis.html", "one text, shaded by score"),
        ],
        more: &[(
            "report docs/ -k 25 --focus costs -o costs.html",
            "more keywords, and summaries about costs",
        )],
        notes: "\
The page is one file that loads nothing and needs no script. Of several documents it tells which has which keyword,
how alike they are, and what sets each apart; of up to six, with plots.",
    },
    Page {
        command: "merge",
        short: &["output"],
        examples: &[(
            "merge 2023.tsv.gz 2024.tsv.gz -o all.tsv.gz",
            "counts of both",
        )],
        more: &[],
        notes: "",
    },
    Page {
        command: "evaluate",
        short: &[],
        examples: &[
            (
                "evaluate summaries -r refs/ out/",
                "ROUGE of the summaries in out/",
            ),
            (
                "evaluate keywords -r refs/ out.jsonl",
                "precision, recall and F1 of keyword lists",
            ),
        ],
        more: &[],
        notes: "",
    },
    Page {
        command: "evaluate summaries",
        short: &["references", "combine", "lang", "format", "output"],
        examples: &[
            (
                "evaluate summaries -r refs/ out/",
                "out/doc1.txt against refs/doc1.txt, and so on",
            ),
            (
                "evaluate summaries -r refs/ a.jsonl b.jsonl",
                "the second compared with the first",
            ),
        ],
        more: &[],
        notes: "",
    },
    Page {
        command: "evaluate keywords",
        short: &["references", "at", "lang", "format", "output"],
        examples: &[(
            "evaluate keywords -r refs/ out.jsonl --at 5,10",
            "of the first five, and ten",
        )],
        more: &[],
        notes: "",
    },
];

/// The short help of the command with this path of names: its options in one list, so that they fit a screen, and
/// long lists of values left to `epitome methods`.
pub(super) fn short<'n>(names: impl IntoIterator<Item = &'n str>) -> StyledStr {
    let mut root = in_one_list(super::args::command());
    root.build();
    let command = names.into_iter().fold(&root, |command, name| {
        command.find_subcommand(name).unwrap_or(command)
    });
    command.clone().render_help()
}

fn in_one_list(command: Command) -> Command {
    let in_list = |arg: clap::Arg| {
        let has_many = arg.get_action().takes_values() && arg.get_possible_values().len() > MANY;
        let arg = arg.help_heading(None::<&str>);
        match has_many {
            true => arg.hide_possible_values(true),
            false => arg,
        }
    };
    let command = command.mut_args(in_list);
    command.mut_subcommands(|sub| in_one_list(sub).disable_version_flag(true))
}

/// More values than so many are not listed in the short help.
const MANY: usize = 8;

/// Gives all commands their help.
pub(super) fn with_help(command: Command) -> Command {
    page(command, String::new())
}

/// Gives a command and those below it their help; `path` is how it is called.
fn page(command: Command, path: String) -> Command {
    let command = match PAGES.iter().find(|page| page.command == path) {
        Some(page) => page.of(command),
        None => command,
    };
    command.mut_subcommands(|sub| {
        let below = format!("{path} {}", sub.get_name());
        page(sub, below.trim_start().to_owned())
    })
}

impl Page {
    fn of(&self, command: Command) -> Command {
        let is_short = |arg: &clap::Arg| match arg.get_long() {
            Some(long) => self.short.contains(&long),
            None => true,
        };
        let command = command.mut_args(|arg| {
            let is_rare = !is_short(&arg);
            arg.hide_short_help(is_rare)
        });
        let has_more = command.get_arguments().any(|arg| !is_short(arg));
        let all = match has_more {
            true => format!("\n\n`epitome {} --help` has all options.", self.command),
            false if self.command.is_empty() => {
                "\n\n`epitome COMMAND --help` tells more.".to_owned()
            }
            false => String::new(),
        };
        let examples = [self.examples, self.more].concat();
        let notes = match self.notes {
            "" => String::new(),
            notes => format!("\n\n{notes}"),
        };
        command
            .after_help(listed(self.examples) + &all)
            .after_long_help(listed(&examples) + &notes)
    }
}

/// Examples below a heading, what they do in a column of its own.
fn listed(examples: &[Example]) -> String {
    // A line that takes what another program prints begins with that one.
    let whole = |line: &str| match line.contains("| epitome ") {
        true => line.to_owned(),
        false => format!("epitome {line}"),
    };
    let lines = || examples.iter().map(|(line, about)| (whole(line), about));
    let width = lines().map(|(line, _)| line.chars().count()).max();
    let width = width.unwrap_or_default();
    let lines = lines().map(|(line, about)| format!("\n  {line:<width$}  {about}"));
    format!("Examples:{}", lines.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The command that is called so.
    fn named<'c>(root: &'c Command, path: &str) -> &'c Command {
        path.split_whitespace().fold(root, |command, name| {
            command
                .find_subcommand(name)
                .unwrap_or_else(|| panic!("{path}"))
        })
    }

    #[test]
    fn options_of_the_short_help_are_there() {
        let root = super::super::args::command();
        for page in PAGES {
            let command = named(&root, page.command);
            for name in page.short {
                let arg = command
                    .get_arguments()
                    .find(|arg| arg.get_long() == Some(name));
                let arg = arg.unwrap_or_else(|| panic!("{}: {name}", page.command));
                assert!(!arg.is_hide_short_help_set(), "{}: {name}", page.command);
            }
        }
    }

    #[test]
    fn short_help_fits_a_screen() {
        for page in PAGES {
            let help = short(page.command.split_whitespace()).to_string();
            assert!(
                help.lines().count() <= 36,
                "{}: {}",
                page.command,
                help.lines().count()
            );
            assert!(help.contains(&listed(page.examples)), "{}", page.command);
        }
    }

    #[test]
    fn examples_parse() {
        for page in PAGES {
            for (line, _) in page.examples.iter().chain(page.more) {
                let line = line
                    .split(" | ")
                    .find(|part| !part.starts_with("curl"))
                    .expect("a part");
                let line = line.strip_prefix("epitome ").unwrap_or(line);
                let words: Vec<String> = words(line);
                let args = std::iter::once("epitome".to_owned()).chain(words);
                if let Err(error) = super::super::args::command().try_get_matches_from(args) {
                    panic!("{line}: {error}");
                }
            }
        }
    }

    /// The words of a line as a shell has them: quotes hold blanks together.
    fn words(line: &str) -> Vec<String> {
        let mut words = vec![String::new()];
        let mut quote = None;
        for c in line.chars() {
            match (c, quote) {
                ('"' | '\'', None) => quote = Some(c),
                (_, Some(open)) if c == open => quote = None,
                (' ', None) => words.push(String::new()),
                _ => words.last_mut().expect("a word").push(c),
            }
        }
        words
    }
}
