//! Plots and web pages: well-formed, complete in themselves, and safe whatever the texts say.

mod common;

use common::{HARBOUR, Scratch, code, epitome, run, samples, stderr, stdout};
use roxmltree::{Document, Node};

const NAMESPACE: &str = "http://www.w3.org/2000/svg";

/// A text that tries to become markup.
const HOSTILE: &str = "<script>alert(1)</script> & \"quotes\" it's ]]> <!-- x --> \u{202e}";

/// Parses a page or plot. Pages are written so that they are well-formed XML too, but for the first line.
fn parsed(text: &str) -> Document<'_> {
    let text = text.strip_prefix("<!DOCTYPE html>\n").unwrap_or(text);
    Document::parse(text).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

/// What holds for every file: nothing is loaded, and nothing is run but the page's own few lines.
fn check(text: &str) -> Document<'_> {
    let document = parsed(text);
    let own = text.replacen(&format!("xmlns=\"{NAMESPACE}\""), "", 1);
    for word in ["http:", "https:", "url(", "@import", "NaN", "inf"] {
        assert!(!own.contains(word), "{word} in {text}");
    }
    for node in document.descendants() {
        let name = node.tag_name().name();
        assert!(!["img", "link", "iframe", "use", "image", "foreignObject"].contains(&name));
        for attribute in node.attributes() {
            assert!(!attribute.name().starts_with("on"), "{attribute:?}");
            assert!(!["src", "xlink:href"].contains(&attribute.name()));
        }
        if let Some(link) = node.attribute("href") {
            assert!(link.starts_with("./") || link.starts_with("../") || link.starts_with('/'));
        }
    }
    let scripts = document
        .descendants()
        .filter(|node| node.has_tag_name("script"));
    assert!(scripts.count() <= 1);
    document
}

fn named<'d>(document: &'d Document, name: &'static str) -> Vec<Node<'d, 'd>> {
    let is_it = move |node: &Node| node.tag_name().name() == name;
    document.descendants().filter(is_it).collect()
}

fn output(args: &[&str]) -> String {
    let output = run(args);
    assert_eq!(code(&output), 0, "{args:?}: {}", stderr(&output));
    stdout(&output)
}

/// Two files that differ in words of our own, with a name and words that look like markup.
fn scratch() -> Scratch {
    let scratch = Scratch::new();
    let barrier = "The barrier & the R&D of Skerrow hold the water. ".repeat(20);
    let swift = "The swift of the old mill hunts over the water, said O'Brien. ".repeat(20);
    scratch.file("<script>alert(1)<&.txt", format!("{barrier} {HOSTILE}"));
    scratch.file("b.txt", swift);
    scratch
}

#[test]
fn a_plot_is_a_well_formed_drawing() {
    let samples = samples();
    let samples = samples.to_str().unwrap();
    let text = output(&[
        "compare",
        "-n",
        "200",
        "--alpha",
        "0.5",
        "--direction",
        "both",
        "-f",
        "svg",
        samples,
    ]);
    let document = check(&text);
    let root = document.root_element();
    assert!(root.has_tag_name((NAMESPACE, "svg")));
    assert_eq!(root.attribute("role"), Some("img"));
    let described = root.attribute("aria-labelledby").unwrap().split(' ');
    for id in described {
        let is_it = |node: &Node| node.attribute("id") == Some(id);
        assert_eq!(document.descendants().filter(is_it).count(), 1, "{id}");
    }
    assert!(text.contains("prefers-color-scheme: dark"));
    assert!(named(&document, "circle").len() > 50);
    for axis in ["×1", "1,000", "×16"] {
        let texts = named(&document, "text");
        assert!(texts.iter().any(|node| node.text() == Some(axis)), "{axis}");
    }
    // The same bytes for every number of threads.
    let again = |threads| {
        output(&[
            "compare",
            "-n",
            "200",
            "--alpha",
            "0.5",
            "--direction",
            "both",
            "-f",
            "svg",
            "-j",
            threads,
            samples,
        ])
    };
    assert_eq!(again("1"), text);
    assert_eq!(again("3"), text);
}

#[test]
fn texts_and_names_stay_text() {
    let scratch = scratch();
    for args in [
        &[
            "compare",
            "-n",
            "300",
            "--alpha",
            "1",
            "--direction",
            "both",
            "--min-count",
            "1",
            "-f",
            "svg",
        ][..],
        &[
            "compare",
            "-n",
            "300",
            "--alpha",
            "1",
            "--direction",
            "both",
            "--min-count",
            "1",
            "-f",
            "html",
        ],
        &["summarize", "-f", "html", "--ratio", "1", "--overshoot"],
        &["summarize", "-f", "html", "--joint", "--explain"],
        &["keywords", "-f", "html", "-n", "200"],
        &["context", "-f", "html", "water"],
        &["context", "-f", "html", "water", "--count"],
    ] {
        let output = scratch.run(&[args, &["."]].concat());
        assert_eq!(code(&output), 0, "{}", stderr(&output));
        let text = stdout(&output);
        let document = check(&text);
        assert!(!text.contains("<script>alert"), "{args:?}");
        assert!(
            text.contains("&lt;script&gt;alert(1)&lt;&amp;.txt"),
            "{args:?}"
        );
        assert!(document.descendants().any(|node| {
            node.text()
                .is_some_and(|text| text.contains("<script>alert(1)<&.txt"))
        }));
    }
}

#[test]
fn a_page_of_a_comparison_has_all_that_is_to_be_known() {
    let scratch = scratch();
    let output = scratch.run(&["compare", "-f", "html", "."]);
    let text = stdout(&output);
    let document = check(&text);
    assert_eq!(document.root_element().attribute("lang"), Some("en"));
    assert_eq!(named(&document, "h1").len(), 1);
    assert_eq!(named(&document, "svg").len(), 2, "a plot a group");
    assert_eq!(
        named(&document, "table").len(),
        3,
        "sizes, and a table a group"
    );
    for table in named(&document, "table") {
        let rows = |name: &'static str| {
            let body = table
                .children()
                .find(|node| node.has_tag_name(name))
                .unwrap();
            body.children()
                .filter(|node| node.has_tag_name("tr"))
                .collect::<Vec<_>>()
        };
        let cells = |row: &Node| row.children().filter(Node::is_element).count();
        let columns = cells(&rows("thead")[0]);
        assert!(!rows("tbody").is_empty());
        assert!(rows("tbody").iter().all(|row| cells(row) == columns));
    }
    let ids: Vec<&str> = document
        .descendants()
        .filter_map(|node| node.attribute("id"))
        .collect();
    let mut distinct = ids.clone();
    distinct.sort_unstable();
    distinct.dedup();
    assert_eq!(distinct.len(), ids.len(), "no id is there twice");
    for words in [
        "Evert 2022",
        "Benjamini",
        "all the others together",
        "prefers-color-scheme",
    ] {
        assert!(text.contains(words), "{words}");
    }
    let against = scratch.run(&[
        "compare",
        "-f",
        "html",
        "-m",
        "chi2",
        "b.txt",
        "--against",
        "<script>alert(1)<&.txt",
    ]);
    let text = stdout(&against);
    check(&text);
    assert!(text.contains("Pearson 1900") && text.contains("<h1>b.txt against &lt;script"));
}

#[test]
fn pairs_and_versions_have_a_part_each() {
    let scratch = Scratch::new();
    scratch.file("a.txt", "The barrier holds the water. ".repeat(20));
    scratch.file("b.txt", "The swift holds the water. ".repeat(20));
    scratch.file("c.txt", "The water is cold. ".repeat(20));
    let page = |args: &[&str]| {
        let output = scratch.run(&[&["compare", "-f", "html"], args].concat());
        assert_eq!(code(&output), 0, "{}", stderr(&output));
        stdout(&output)
    };
    let text = page(&["--pairwise", "."]);
    assert_eq!(named(&check(&text), "svg").len(), 6);
    assert!(text.contains("compared with each of the others"));
    let text = page(&["--before", "a.txt", "--after", "b.txt"]);
    let document = check(&text);
    assert_eq!(named(&document, "svg").len(), 1);
    assert!(text.contains("<td>appeared</td>") && text.contains("<td>vanished</td>"));
    // Both kinds of difference, in both colours.
    for class in ["over hollow", "under hollow"] {
        let circles = named(&document, "circle");
        assert!(
            circles
                .iter()
                .any(|circle| circle.attribute("class") == Some(class))
        );
    }
}

#[test]
fn pages_link_to_the_lines_of_their_sources() {
    let scratch = Scratch::new();
    scratch.file("texts/a b.txt", HARBOUR);
    std::fs::create_dir(scratch.join("out")).unwrap();
    let links = |args: &[&str]| {
        let output = scratch.run(
            &[
                &["summarize", "-n", "1", "-f", "html", "texts/a b.txt"],
                args,
            ]
            .concat(),
        );
        assert_eq!(code(&output), 0, "{}", stderr(&output));
        let text = match args {
            [_, file] => std::fs::read_to_string(scratch.join(file)).unwrap(),
            _ => stdout(&output),
        };
        let document = check(&text);
        let links = named(&document, "a");
        links
            .iter()
            .map(|link| link.attribute("href").unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    let expected = "texts/a%20b.txt#:~:text=The%20barrier%20held,of%20the%20harbour.";
    assert_eq!(links(&[]), [format!("./{expected}")]);
    assert_eq!(links(&["-o", "page.html"]), [format!("./{expected}")]);
    assert_eq!(links(&["-o", "out/page.html"]), [format!("../{expected}")]);
    // Where the page is to its sources can't be told.
    let outside = scratch.join("page.html");
    assert!(links(&["-o", &outside]).is_empty());
}

#[test]
fn pages_tell_what_was_not_read_and_when_there_is_nothing() {
    let scratch = Scratch::new();
    scratch.file("a.txt", HARBOUR);
    scratch.file("empty.txt", "");
    let output = scratch.run(&["keywords", "-f", "html", "a.txt", "empty.txt", "nowhere"]);
    let text = stdout(&output);
    check(&text);
    assert_eq!(code(&output), 2);
    assert!(text.contains("<b>nowhere</b>") && text.contains("<b>empty.txt</b>"));
    for args in [
        &["compare", "a.txt", "empty.txt"][..],
        &["compare", "a.txt", "a.txt"],
        &["summarize", "empty.txt"],
        &["keywords", "nowhere"],
    ] {
        for format in ["html", "svg"] {
            if format == "svg" && args[0] != "compare" {
                continue;
            }
            let output = scratch.run(&[args, &["-q", "-f", format]].concat());
            check(&stdout(&output));
        }
    }
    let output = scratch.run(&["compare", "a.txt", "a.txt", "-f", "svg"]);
    assert!(stdout(&output).contains("No term differs significantly: a.txt, a.txt"));
}

#[test]
fn an_evaluation_is_a_table() {
    let root = env!("CARGO_MANIFEST_DIR");
    let references = format!("{root}/tests/references/summaries");
    let text = output(&[
        "evaluate",
        "summaries",
        "-q",
        "-f",
        "html",
        "-r",
        &references,
        &references,
    ]);
    let document = check(&text);
    assert_eq!(named(&document, "table").len(), 1);
    assert!(text.contains("ROUGE-Lsum F1"));
}

#[test]
fn a_format_that_does_not_suit_is_told_and_not_shown() {
    let samples = samples();
    let samples = samples.to_str().unwrap();
    for (command, other) in [
        (&["summarize"][..], "summaries"),
        (&["keywords"], "keywords"),
        (&["context", "water"], "concordances"),
    ] {
        let output = run(&[command, &["-f", "svg", samples]].concat());
        assert_eq!((code(&output), stdout(&output).as_str()), (2, ""));
        let told = format!("epitome: svg draws comparisons; for {other} use html\n");
        assert_eq!(stderr(&output), told);
        assert!(!stdout(&run(&[command[0], "--help"])).contains("svg"));
    }
    assert!(stdout(&run(&["compare", "--help"])).contains("- svg:"));
    let output = run(&["compare", "-f", "svgg", "x", "y"]);
    assert_eq!(code(&output), 2);
    assert!(stderr(&output).contains("svg"), "{}", stderr(&output));
    let output = epitome()
        .args(["keywords", samples])
        .env("EPITOME_FORMAT", "svg")
        .output()
        .unwrap();
    assert_eq!(code(&output), 2);
}
