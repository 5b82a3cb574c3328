//! What a terminal shows: lines that fit it, a pager for long output, links. A terminal is made by `script`
//! (util-linux).
#![cfg(unix)]

mod common;

use std::process::{Command, Stdio};

use common::{Scratch, epitome, samples};
use unicode_width::UnicodeWidthStr;

/// A terminal of so many columns and rows.
#[derive(Clone, Copy)]
struct Terminal {
    columns: usize,
    rows: usize,
}

const TALL: Terminal = Terminal {
    columns: 80,
    rows: 2_000,
};

impl Terminal {
    /// What the screen gets of a command of the shell, where `epitome` is the binary.
    fn shows_with(self, command: &str, environment: &[(&str, &str)]) -> String {
        let Self { columns, rows } = self;
        let binary = epitome().get_program().to_string_lossy().into_owned();
        let script = format!(
            "epitome() {{ '{binary}' \"$@\"; }}; stty columns {columns} rows {rows}; {command}"
        );
        let mut run = Command::new("script");
        run.args(["-q", "-e", "-c", &script, "/dev/null"])
            .current_dir(samples())
            .stdin(Stdio::null())
            .env("TERM", "xterm-256color")
            .env("SHELL", "/bin/sh");
        for name in [
            "PAGER",
            "LESS",
            "NO_COLOR",
            "FORCE_HYPERLINK",
            "TERM_PROGRAM",
            "VTE_VERSION",
            "COLORTERM",
            "CI",
        ] {
            run.env_remove(name);
        }
        run.env("PAGER", "never").envs(environment.iter().copied());
        let output = run.output().expect("script of util-linux");
        String::from_utf8(output.stdout)
            .expect("UTF-8")
            .replace("\r\n", "\n")
    }

    fn shows(self, command: &str) -> String {
        self.shows_with(command, &[])
    }
}

/// Text without colours, links and what else a terminal does not show.
fn bare(text: &str) -> String {
    let mut bare = String::new();
    let mut rest = text;
    while let Some((before, sequence)) = rest.split_once('\u{1b}') {
        bare.push_str(before);
        let end = match sequence.strip_prefix(']') {
            Some(link) => link.find('\u{1b}').map(|end| end + 3),
            None => sequence
                .find(|c: char| c.is_ascii_alphabetic())
                .map(|end| end + 1),
        };
        rest = &sequence[end.expect("sequences end")..];
    }
    bare + rest
}

#[test]
fn lines_fit_every_width() {
    for columns in [40, 55, 80, 132] {
        let terminal = Terminal { columns, ..TALL };
        for command in [
            "summarize .",
            "summarize --joint .",
            "summarize --heat harbour-report.txt xinwen-zh.txt",
            "summarize --heat --color never harbour-report.txt xinwen-zh.txt",
            "keywords .",
            "compare .",
            "compare -m chi2 --direction both -n 5 --alpha 0.5 harbour-report.txt on-maintenance.txt",
            "context year .",
            "context -e 市场 -e 茶 xinwen-zh.txt",
            "context --count -e year -e maire .",
        ] {
            let shown = bare(&terminal.shows(&format!("epitome -q {command}")));
            assert!(shown.lines().count() > 3, "{command}: {shown}");
            for line in shown.lines() {
                assert!(
                    line.width() <= columns,
                    "{command} at {columns}: {} of {line:?}",
                    line.width()
                );
            }
        }
    }
}

#[test]
fn long_output_goes_through_a_pager_and_short_output_does_not() {
    let small = Terminal {
        columns: 80,
        rows: 12,
    };
    let pager = [("PAGER", "sed s/^/page:/")];
    let long = small.shows_with("epitome keywords .; echo code $?", &pager);
    let lines: Vec<&str> = long.lines().collect();
    let (last, paged) = lines.split_last().expect("lines");
    assert_eq!(*last, "code 0");
    assert!(
        paged.len() > 12 && paged.iter().all(|line| line.starts_with("page:")),
        "{long}"
    );
    let short = small.shows_with("epitome summarize -n 1 harbour-report.txt", &pager);
    assert!(
        !short.contains("page:") && short.contains("Councillors"),
        "{short}"
    );
    // What is shown is the same, whatever shows it.
    let plain = small.shows("epitome keywords .");
    let paged: Vec<&str> = paged.iter().map(|line| &line[5..]).collect();
    assert_eq!(paged, plain.lines().collect::<Vec<_>>());
}

#[test]
fn complaints_wait_for_the_end_of_the_pager() {
    let small = Terminal {
        columns: 80,
        rows: 12,
    };
    let shown = small.shows(
        "d=$(mktemp -d); touch $d/none.txt; echo 'sed s/^/page:/; echo end' > $d/pager; \
         epitome summarize . $d/none.txt --pager \"sh $d/pager\"; rm -r $d",
    );
    let lines: Vec<&str> = shown.lines().rev().take(3).collect();
    assert!(lines[0].contains("no text in it"), "{shown}");
    assert_eq!(lines[1], "end", "{shown}");
    assert!(lines[2].starts_with("page:"), "{shown}");
}

#[test]
fn a_pager_can_be_named_refused_and_missing() {
    let small = Terminal {
        columns: 80,
        rows: 12,
    };
    let pager = [("PAGER", "sed s/^/page:/")];
    for option in [
        "--pager never",
        "--pager cat",
        "--pager ''",
        "--pager no-such-program",
    ] {
        let shown = small.shows_with(&format!("epitome keywords {option} ."), &pager);
        assert!(
            !shown.contains("page:") && shown.contains("Skerrow"),
            "{option}: {shown}"
        );
    }
    let shown = small.shows_with("epitome keywords --pager 'sed s/^/own:/' .", &pager);
    assert!(shown.starts_with("own:"), "{shown}");
    let shown = small.shows_with("epitome keywords .", &[("EPITOME_PAGER", "sed s/^/own:/")]);
    assert!(shown.starts_with("own:"), "{shown}");
    // Files and pipes are never paged.
    let shown = small.shows_with("epitome keywords . | head -n 2", &pager);
    assert!(!shown.contains("page:"), "{shown}");
}

#[test]
fn a_pager_that_is_left_ends_the_run() {
    let small = Terminal {
        columns: 80,
        rows: 12,
    };
    let shown = small.shows_with(
        "epitome keywords .; echo code $?",
        &[("PAGER", "head -n 2")],
    );
    let lines: Vec<&str> = shown.lines().collect();
    assert_eq!((lines.len(), lines.last()), (3, Some(&"code 0")), "{shown}");
}

#[test]
fn documents_and_lines_are_links_where_links_are_known() {
    let command = "epitome summarize -n 1 harbour-report.txt";
    assert!(!TALL.shows(command).contains("\u{1b}]8;"));
    let folder = samples();
    let folder = folder
        .to_str()
        .expect("UTF-8")
        .replace('-', "%2D")
        .replace("%2D", "-");
    let linked = |line: &str| format!("\u{1b}]8;;{line}\u{1b}\\");
    let shown = TALL.shows_with(command, &[("VTE_VERSION", "7600")]);
    let target = linked(&format!("file://{folder}/harbour-report.txt"));
    assert_eq!(shown.matches(&target).count(), 2, "{shown:?}");
    let shown = TALL.shows_with(command, &[("TERM", "xterm-kitty")]);
    assert!(
        shown.contains(&linked(&format!("file://{folder}/harbour-report.txt#4"))),
        "{shown:?}"
    );
    let shown = TALL.shows(&format!("{command} --hyperlinks 'edit:{{path}}?{{line}}'"));
    assert!(
        shown.contains(&linked(&format!("edit:{folder}/harbour-report.txt?4"))),
        "{shown:?}"
    );
    let shown = TALL.shows_with(
        &format!("{command} --hyperlinks never"),
        &[("VTE_VERSION", "7600")],
    );
    assert!(!shown.contains("\u{1b}]8;"), "{shown:?}");
    let shown = TALL.shows_with(
        "epitome context barrier harbour-report.txt",
        &[("TERM", "xterm-kitty")],
    );
    assert!(shown.contains("#22\u{1b}\\"), "{shown:?}");
    // In a pipe there is nothing but text.
    let shown = TALL.shows_with(&format!("{command} | cat"), &[("VTE_VERSION", "7600")]);
    assert!(!shown.contains('\u{1b}'), "{shown:?}");
}

#[test]
fn texts_are_shaded_with_colours_and_scored_without() {
    let shaded = TALL.shows("epitome summarize --heat -n 2 harbour-report.txt");
    assert!(shaded.contains("\u{1b}[48;5;208m"), "{shaded:?}");
    assert!(bare(&shaded).contains("The barrier, a pair of steel gates"));
    let scored = TALL.shows_with(
        "epitome summarize --heat -n 2 harbour-report.txt",
        &[("NO_COLOR", "1")],
    );
    assert!(
        !scored.contains('\u{1b}') && scored.contains("\n1.00* Councillors"),
        "{scored}"
    );
}

#[test]
fn a_page_is_not_for_the_terminal() {
    let scratch = Scratch::new();
    let target = scratch.join("a.html");
    let shown = TALL.shows("epitome report .; echo code $?");
    assert!(
        shown.contains("-o report.html") && shown.ends_with("code 2\n"),
        "{shown}"
    );
    let shown = TALL.shows(&format!("epitome report . -q -o '{target}'; echo code $?"));
    assert_eq!(shown, "code 0\n");
    assert!(std::path::Path::new(&target).exists());
}
