//! Reports in a browser. Needs Chromium: `cargo test --test browser -- --ignored`.

mod common;

use std::fs;

use common::{Scratch, code, sample_files, samples, stderr};

/// Looks at pages in frames of several widths, and tells what is wrong with them.
const HARNESS: &str = include_str!("browser/harness.html");
/// Stands first in each page: errors are kept.
const EARS: &str = "<script>window.faults = []; window.onerror = (message) => window.faults.push(message);\
    const {error} = console; console.error = (...all) => { window.faults.push(all.join(' ')); error(...all); };</script>";

/// Text in an attribute.
fn quoted(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;")
}

/// What is wrong with pages, a line a fault, and how many checks there were.
fn faults(scratch: &Scratch, pages: &[(String, String)]) -> (Vec<String>, usize) {
    let frame = |(name, page): &(String, String)| {
        let page = page.replacen("<head>", &format!("<head>{EARS}"), 1);
        let dark = page.replace("(prefers-color-scheme: dark)", "all");
        let frame = |page: &str, look: &str, width| {
            let page = quoted(page);
            format!(
                "<iframe name=\"{name}{look}\" style=\"width: {width}px\" srcdoc=\"{page}\"></iframe>\n"
            )
        };
        frame(&page, "", 360) + &frame(&page, "", 1440) + &frame(&dark, " in the dark", 800)
    };
    let frames: String = pages.iter().map(frame).collect();
    scratch.file(
        "harness.html",
        HARNESS.replace("<!-- frames -->", &frames).as_bytes(),
    );
    let output = common::chromium(scratch)
        .args([
            "--window-size=1600,1200",
            "--virtual-time-budget=60000",
            "--dump-dom",
        ])
        .arg(scratch.path().join("harness.html"))
        .output()
        .expect("chromium");
    let dom = String::from_utf8_lossy(&output.stdout);
    let (_, rest) = dom.split_once("<pre id=\"result\">").expect("a result");
    let (result, _) = rest.split_once("</pre>").expect("an end");
    let mut lines = result.lines().map(str::to_owned);
    let checks = lines.next().and_then(|line| line.parse().ok());
    (lines.collect(), checks.expect("the harness ran to its end"))
}

#[test]
#[ignore = "needs chromium"]
fn reports_of_all_samples_have_no_fault() {
    let scratch = Scratch::new();
    let mut pages = Vec::new();
    let mut add = |name: String, args: &[&str]| {
        let output = common::run(args);
        assert_eq!(code(&output), 0, "{}", stderr(&output));
        pages.push((name, common::stdout(&output)));
    };
    let all = samples();
    let all = all.to_str().unwrap();
    let files = sample_files();
    let files: Vec<&str> = files.iter().map(|path| path.to_str().unwrap()).collect();
    add("report".into(), &["report", all]);
    add(
        "report of three".into(),
        &["report", files[0], files[3], files[5]],
    );
    add(
        "comparison".into(),
        &[
            "compare", "-f", "html", "-n", "40", files[0], files[3], files[5],
        ],
    );
    let all_terms = [
        "compare",
        "-f",
        "html",
        "-n",
        "200",
        "--direction",
        "both",
        "--alpha",
        "1",
    ];
    let all_terms = [&all_terms[..], &["--min-count", "1", files[3], files[8]]].concat();
    add("plot of 400 terms".into(), &all_terms);
    add("keywords".into(), &["keywords", "-f", "html", all]);
    add("summaries".into(), &["summarize", "-f", "html", all]);
    add("heat".into(), &["summarize", "--heat", "-f", "html", all]);
    add("context".into(), &["context", "-f", "html", "year", all]);
    for (number, file) in files.iter().enumerate() {
        add(format!("report {number}"), &["report", file]);
    }
    let (faults, checks) = self::faults(&scratch, &pages);
    assert!(faults.is_empty(), "{faults:#?}");
    assert!(checks > 20 * pages.len(), "{checks}");
}

/// The harness sees what it is there for.
#[test]
#[ignore = "needs chromium"]
fn faults_are_found() {
    let scratch = Scratch::new();
    let page = |body: &str| {
        format!(
            "<!DOCTYPE html>\n<html lang=\"en\"><head><title>t</title></head><body><h1>t</h1>{body}</body></html>"
        )
    };
    let table = "<table class=\"sortable\"><caption>c</caption><thead><tr><th scope=\"col\" class=\"number\"><button>n</button></th></tr></thead>\
        <tbody><tr><td class=\"number\" data-value=\"2\">2</td></tr><tr><td class=\"number\" data-value=\"1\">1</td></tr></tbody></table>";
    for (fault, body) in [
        ("wider", "<div style=\"width: 2000px\">wide</div>"),
        ("error", "<script>nothing.there();</script>"),
        ("error", "<script>console.error('no');</script>"),
        (
            "request",
            "<img alt=\"\" src=\"http://127.0.0.1:9/a.png\"/>",
        ),
        ("link", "<a href=\"#nowhere\">a</a>"),
        ("sort", table),
        ("label", "<svg role=\"img\"></svg>"),
        (
            "overlap",
            "<svg class=\"plot\" width=\"300\" height=\"90\"><text x=\"9\" y=\"40\">barrier</text><text x=\"30\" y=\"43\">heron</text></svg>",
        ),
        (
            "cut off",
            "<svg class=\"plot\" width=\"30\" height=\"90\"><text x=\"9\" y=\"40\">barrier</text></svg>",
        ),
        (
            "contrast",
            "<p style=\"color: #bbb; background: #fff\">pale</p>",
        ),
    ] {
        let (faults, _) = faults(&scratch, &[("page".to_owned(), page(body))]);
        assert!(
            faults.iter().any(|line| line.contains(fault)),
            "{fault}: {faults:#?}"
        );
    }
    let (faults, _) = faults(&scratch, &[("page".to_owned(), page("<p>Fine.</p>"))]);
    assert!(faults.is_empty(), "{faults:#?}");
    fs::remove_file(scratch.path().join("harness.html")).unwrap();
}
