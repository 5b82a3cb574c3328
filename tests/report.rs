//! `epitome report`: one page that has all of it, and needs nothing else.

mod common;

use std::collections::BTreeSet;
use std::fs;

use common::{Scratch, code, epitome, run, sample_files, samples, stderr, stdout};

/// A page as a tree. Pages are written so that they are XML too.
fn parsed(page: &str) -> roxmltree::Document<'_> {
    let body = page.strip_prefix("<!DOCTYPE html>\n").expect("a page");
    roxmltree::Document::parse(body).expect("well-formed")
}

fn report(args: &[&str]) -> String {
    let output = run(&[&["report"], args].concat());
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    stdout(&output)
}

fn attributes<'p>(page: &'p roxmltree::Document, name: &str) -> Vec<&'p str> {
    let elements = page.descendants();
    elements
        .filter_map(|element| element.attribute(name))
        .collect()
}

#[test]
fn a_page_needs_nothing_else() {
    let samples = samples();
    let page = report(&[samples.to_str().unwrap()]);
    let tree = parsed(&page);
    assert!(attributes(&tree, "src").is_empty());
    for word in ["http:", "https:", "url(", "@import", "<link", "<iframe"] {
        assert!(!page.contains(word), "{word}");
    }
    let headings = tree
        .descendants()
        .filter(|element| element.has_tag_name("h1"));
    assert_eq!(headings.count(), 1);
}

#[test]
fn each_link_has_its_place() {
    let samples = samples();
    for path in [samples.clone(), samples.join("harbour-report.txt")] {
        let page = report(&[path.to_str().unwrap()]);
        let tree = parsed(&page);
        let ids = attributes(&tree, "id");
        let unique: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "no id is there twice");
        let links: Vec<&str> = attributes(&tree, "href")
            .into_iter()
            .filter_map(|link| link.strip_prefix('#'))
            .collect();
        assert!(links.len() > 10, "{links:?}");
        for link in links {
            assert!(unique.contains(link), "{link}");
        }
    }
}

#[test]
fn the_whole_text_is_there_and_what_was_chosen_is_marked() {
    let path = samples().join("harbour-report.txt");
    let path = path.to_str().unwrap();
    let page = report(&[path, "-n", "3"]);
    let tree = parsed(&page);
    let text = tree
        .descendants()
        .find(|element| element.attribute("class") == Some("text"))
        .expect("the text");
    let words = |text: &str| text.split_whitespace().collect::<String>();
    let said: String = text
        .descendants()
        .filter_map(|node| node.text().filter(|_| node.is_text()))
        .collect();
    assert_eq!(words(&said), words(&fs::read_to_string(path).unwrap()));
    let marks = text
        .descendants()
        .filter(|element| element.has_tag_name("mark"));
    let marked: Vec<String> = marks.filter_map(|mark| mark.text().map(words)).collect();
    let summary = stdout(&run(&["summarize", "-n", "3", path]));
    let summary: Vec<String> = summary.lines().map(words).collect();
    assert_eq!(marked, summary);
}

#[test]
fn keywords_tell_where_they_stand() {
    let path = samples().join("harbour-report.txt");
    let page = report(&[path.to_str().unwrap(), "-k", "7"]);
    let tree = parsed(&page);
    let strips: Vec<_> = tree
        .descendants()
        .filter(|element| element.attribute("class") == Some("strip"))
        .collect();
    assert_eq!(strips.len(), 7);
    for strip in strips {
        let label = strip.attribute("aria-label").expect("a label");
        assert!(
            label.starts_with("in ") && label.ends_with("parts of the text"),
            "{label}"
        );
    }
}

#[test]
fn pages_are_the_same_for_every_order_and_number_of_threads() {
    let files = sample_files();
    let mut names: Vec<&str> = files.iter().map(|path| path.to_str().unwrap()).collect();
    let page = report(&names);
    names.reverse();
    for threads in ["1", "5"] {
        let other = report(&[&names[..], &["-j", threads]].concat());
        assert!(page == other, "{threads}");
    }
}

/// Fifty pages of five hundred words.
#[test]
fn a_long_text_makes_a_small_page() {
    let mut words = 0;
    let mut text = String::new();
    let files: Vec<String> = sample_files()
        .iter()
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .filter_map(|path| fs::read_to_string(path).ok())
        .collect();
    for part in files
        .iter()
        .cycle()
        .filter(|part| part.is_ascii() || part.contains("the "))
    {
        if words > 25_000 {
            break;
        }
        words += part.split_whitespace().count();
        text += part;
        text += "\n\n";
    }
    let scratch = Scratch::new();
    scratch.file("long.txt", text.as_bytes());
    let output = scratch.run(&["report", "long.txt", "-o", "long.html"]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    let page = fs::read(scratch.path().join("long.html")).unwrap();
    assert!(
        page.len() < 300_000,
        "{} bytes of {}",
        page.len(),
        text.len()
    );
}

#[test]
fn what_can_not_be_read_is_told_on_the_page() {
    let scratch = Scratch::new();
    scratch.file(
        "a.txt",
        b"The barrier held. It was the first test of the barrier.",
    );
    let output = scratch.run(&["report", "a.txt", "nowhere.txt"]);
    assert_eq!(code(&output), 2);
    let page = stdout(&output);
    assert!(page.contains("<b>nowhere.txt</b>"), "{page}");
    assert!(
        parsed(&page)
            .descendants()
            .any(|element| element.has_tag_name("mark"))
    );
    let output = scratch.run(&["report", "nowhere.txt", "-o", "none.html"]);
    assert_eq!(code(&output), 2);
    assert!(!scratch.path().join("none.html").exists());
}

#[test]
fn one_record_of_a_file_that_may_hold_several_is_one_document() {
    let scratch = Scratch::new();
    let record =
        "{\"id\": \"a\", \"text\": \"The barrier held. It was the first test of the barrier.\"}\n";
    scratch.file("a.jsonl", record.as_bytes());
    let output = scratch.run(&["report", "a.jsonl"]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    assert!(!stdout(&output).contains("id=\"documents\""));
    scratch.file("b.jsonl", record.repeat(2).as_bytes());
    let output = scratch.run(&["report", "b.jsonl"]);
    assert!(
        stdout(&output).contains("id=\"documents\""),
        "{}",
        stderr(&output)
    );
}

#[test]
fn other_formats_and_markup_in_texts_are_no_matter() {
    let output = run(&["report", "-f", "csv", samples().to_str().unwrap()]);
    assert_eq!(code(&output), 2);
    assert!(stderr(&output).contains("html"), "{}", stderr(&output));
    let scratch = Scratch::new();
    let name = "<script>alert(1)</script>.txt".replace('/', "_");
    let text =
        b"The <b>barrier</b> & </script><script>alert(2)</script> held. It's \"new\" \x1b[31m.";
    scratch.file(&name, text);
    scratch.file("b.txt", text);
    let output = epitome()
        .current_dir(scratch.path())
        .args(["report", "."])
        .output()
        .unwrap();
    let page = stdout(&output);
    let tree = parsed(&page);
    let scripts = tree
        .descendants()
        .filter(|element| element.has_tag_name("script"));
    assert_eq!(scripts.count(), 1);
    assert!(!page.contains('\u{1b}'));
}
