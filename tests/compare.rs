//! What `epitome compare` makes of groups, versions and given terms.

mod common;

use common::{Scratch, stderr, stdout};
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::{Row, RowAccessor};
use serde_json::Value;

/// Texts of two kinds in folders of their own.
fn folders() -> Scratch {
    let scratch = Scratch::new();
    let filler = "Water runs down to the sea and the boats wait. ".repeat(8);
    for (path, word) in [
        ("all/left/one.txt", "heron"),
        ("all/left/two.txt", "heron"),
        ("all/right/one.txt", "quarry"),
        ("all/right/deep/two.txt", "quarry"),
        ("all/note.txt", "ledger"),
    ] {
        scratch.file(
            path,
            format!("{filler}{}", format!("A {word} came. ").repeat(9)),
        );
    }
    scratch
}

fn compared(scratch: &Scratch, args: &[&str]) -> Value {
    let output = scratch.run(&[&["compare", "-f", "json", "--lang", "en"], args].concat());
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    assert!(!String::from_utf8_lossy(&output.stdout).contains("NaN"));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

/// Group, reference and term of each row.
fn rows(comparison: &Value) -> Vec<[&str; 3]> {
    let terms = comparison["terms"].as_array().expect("terms").iter();
    terms
        .map(|row| ["group", "reference", "term"].map(|field| row[field].as_str().expect(field)))
        .collect()
}

#[test]
fn directories_are_groups() {
    let scratch = folders();
    let of_one = compared(&scratch, &["--group-by", "dir", "all"]);
    let expected = [
        ["all", "the rest", "ledger"],
        ["all/left", "the rest", "heron"],
        ["all/right", "the rest", "quarry"],
    ];
    assert_eq!(rows(&of_one), expected);
    let of_two = compared(&scratch, &["--group-by", "dir", "all/left", "all/right"]);
    assert_eq!(
        rows(&of_two),
        [
            ["all/left", "the rest", "heron"],
            ["all/right", "the rest", "quarry"]
        ]
    );
    assert_eq!(of_two["terms"][0]["range"], 2);
    assert_eq!(of_two["terms"][0]["dp"], 0.0);
}

#[test]
fn patterns_are_groups_and_what_matches_none_is_in_the_rest() {
    let scratch = folders();
    let found = compared(
        &scratch,
        &[
            "--group",
            "birds=left/*.txt",
            "--group",
            "birds=note.txt",
            "all",
        ],
    );
    assert_eq!(
        rows(&found),
        [
            ["birds", "the rest", "heron"],
            ["birds", "the rest", "ledger"]
        ]
    );
    let documents: Vec<(&str, u64)> = found["groups"]
        .as_array()
        .expect("groups")
        .iter()
        .map(|group| {
            (
                group["name"].as_str().expect("name"),
                group["documents"].as_u64().expect("number"),
            )
        })
        .collect();
    assert_eq!(documents, [("birds", 3), ("all others", 2)]);
    let output = scratch.run(&["compare", "--group", "birds", "all"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("must be NAME=GLOB"));
    let output = scratch.run(&["compare", "--group", "none=*.pdf", "all"]);
    assert_eq!(output.status.code(), Some(1), "a group without text");
}

#[test]
fn each_with_each() {
    let scratch = folders();
    let found = compared(&scratch, &["--group-by", "dir", "--pairwise", "all"]);
    let pairs: Vec<[&str; 2]> = rows(&found)
        .into_iter()
        .map(|[group, reference, _]| [group, reference])
        .collect();
    let expected = [
        ["all", "all/left"],
        ["all", "all/right"],
        ["all/left", "all"],
        ["all/left", "all/right"],
        ["all/right", "all"],
        ["all/right", "all/left"],
    ];
    assert_eq!(pairs, expected);
    assert_eq!(found["pairs"].as_array().expect("pairs").len(), 6);
}

#[test]
fn versions_tell_what_changed_and_the_exit_code_too() {
    let scratch = folders();
    let found = compared(&scratch, &["--before", "all/left", "--after", "all/right"]);
    let changes: Vec<(&str, &str)> = found["terms"]
        .as_array()
        .expect("terms")
        .iter()
        .map(|row| {
            (
                row["term"].as_str().expect("term"),
                row["change"].as_str().expect("change"),
            )
        })
        .collect();
    assert_eq!(changes, [("heron", "vanished"), ("quarry", "appeared")]);
    let code = |before: &str, after: &str| {
        let output = scratch.run(&[
            "compare",
            "--exit-code",
            "--before",
            before,
            "--after",
            after,
        ]);
        output.status.code()
    };
    assert_eq!(code("all/left", "all/right"), Some(1));
    assert_eq!(code("all/left", "all/left"), Some(0));
    assert_eq!(code("all/left", "missing"), Some(2));
}

#[test]
fn given_terms_are_followed() {
    let scratch = folders();
    scratch.file("terms.txt", "herons # a bird\nheron\n\nzeppelin\nboats\n");
    let found = compared(
        &scratch,
        &[
            "--terms",
            "terms.txt",
            "--sort",
            "term",
            "all/left",
            "all/right",
            "--group-by",
            "dir",
        ],
    );
    let of_left: Vec<(&str, u64)> = found["terms"]
        .as_array()
        .expect("terms")
        .iter()
        .take(3)
        .map(|row| {
            (
                row["term"].as_str().expect("term"),
                row["count"].as_u64().expect("count"),
            )
        })
        .collect();
    assert_eq!(of_left, [("boats", 16), ("heron", 18), ("zeppelin", 0)]);
    // A form that is nowhere stands for its stem, and phrases are counted where they are listed.
    scratch.file("a.txt", "Flood barriers hold. A flood barrier is new.\n");
    scratch.file("b.txt", "The barrier is new, and the town likes it.\n");
    scratch.file("terms.txt", "Barrier's\nflood barriers\nold gate\n");
    let args = [
        "compare",
        "-f",
        "json",
        "--terms",
        "terms.txt",
        "a.txt",
        "b.txt",
    ];
    let output = scratch.run(&args);
    assert!(stderr(&output).contains("in no document: old gate"));
    let found: Value = serde_json::from_str(&stdout(&output)).expect("JSON");
    let rows = found["terms"].as_array().expect("terms").iter();
    let of_a: Vec<String> = rows
        .filter(|row| row["group"] == "a.txt")
        .map(|row| {
            format!(
                "{} {} {}",
                row["term"], row["count"], row["reference_count"]
            )
        })
        .collect();
    assert_eq!(of_a.len(), 3);
    for row in [
        "\"flood barrier\" 2 0",
        "\"barrier\" 2 1",
        "\"old gate\" 0 0",
    ] {
        let has = |found: &String| found.replace("barriers", "barrier") == row;
        assert!(of_a.iter().any(has), "{of_a:?}");
    }
}

/// Zero cells, groups that are alike, one that is empty, one term in all.
#[test]
fn numbers_or_a_sentence_for_what_is_hard_to_compare() {
    let scratch = folders();
    scratch.file("empty.txt", "");
    scratch.file("one.txt", "reed");
    scratch.file("two.txt", "stone");
    for measure in epitome::compare::MEASURES {
        for paths in [
            ["one.txt", "two.txt"],
            ["all/left/one.txt", "all/left/two.txt"],
            ["one.txt", "all/left/one.txt"],
        ] {
            let args = [
                "--alpha",
                "1",
                "--min-count",
                "0",
                "--direction",
                "both",
                "-m",
                measure.name,
            ];
            compared(&scratch, &[&args[..], &paths].concat());
        }
    }
    for args in [["one.txt", "empty.txt"], ["empty.txt", "empty.txt"]] {
        let output = scratch.run(&[&["compare"], &args[..]].concat());
        assert_eq!(output.status.code(), Some(1));
        assert!(String::from_utf8_lossy(&output.stderr).contains("nothing to compare"));
    }
}

/// The report of a comparison, without what names the reference.
fn bytes(scratch: &Scratch, args: &[&str]) -> String {
    let output = scratch.run(
        &[
            &["compare", "--lang", "en", "--min-count", "2", "-f", "json"],
            args,
        ]
        .concat(),
    );
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn counts_saved_merged_and_compared_are_the_direct_run() {
    let scratch = folders();
    let save = |path: &str, file: &str| {
        let output = scratch.run(&["keywords", "--lang", "en", path, "--save-counts", file]);
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
    };
    save("all", "all.tsv.gz");
    save("all/left", "left.tsv");
    save("all/right", "right.tsv.gz");
    save("all/note.txt", "note.tsv");
    let merge = |args: &[&str]| {
        let output = scratch.run(&[&["merge"], args].concat());
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        output.stdout
    };
    merge(&[
        "right.tsv.gz",
        "note.tsv",
        "left.tsv",
        "-o",
        "merged.tsv.gz",
    ]);
    let read = |name: &str| std::fs::read(scratch.join(name)).expect("a file");
    assert_eq!(read("merged.tsv.gz"), read("all.tsv.gz"));
    assert_eq!(merge(&["left.tsv"]), read("left.tsv"));

    let groups = [
        "--group",
        "left=left/*",
        "--group",
        "right=right/**",
        "--direction",
        "both",
        "-n",
        "50",
    ];
    let of = |more: &[&str]| bytes(&scratch, &[&groups[..], more].concat());
    let direct = of(&["all"]);
    assert!(direct.contains("heron"));
    assert_eq!(of(&["merged.tsv.gz"]), direct);
    assert_eq!(of(&["left.tsv", "all/note.txt", "right.tsv.gz"]), direct);
    let pairwise = of(&["--pairwise", "all"]);
    assert_eq!(of(&["--pairwise", "merged.tsv.gz"]), pairwise);
    let against = bytes(&scratch, &["all/left", "--against", "all/right"]);
    let saved = bytes(
        &scratch,
        &["left.tsv", "--reference-counts", "right.tsv.gz"],
    );
    assert_eq!(saved.replace("right.tsv.gz", "all/right"), against);
}

#[test]
fn saved_counts_that_do_not_fit_are_told() {
    let scratch = folders();
    let saved = scratch.run(&[
        "keywords",
        "--lang",
        "en",
        "--no-stem",
        "all",
        "--save-counts",
        "words.tsv",
    ]);
    assert!(saved.status.success());
    let output = scratch.run(&["compare", "words.tsv", "all/note.txt"]);
    assert_eq!(output.status.code(), Some(2));
    let error = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(
        error.contains("words.tsv: counted otherwise: words as written, stopwords of the language, not words by stem"),
        "{error}"
    );
    scratch.file(
        "torn.tsv",
        &std::fs::read(scratch.join("words.tsv")).expect("a file")[..80],
    );
    let output = scratch.run(&["merge", "words.tsv", "torn.tsv", "-o", "sum.tsv"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("torn.tsv: line"));
    assert!(!std::path::Path::new(&scratch.join("sum.tsv")).exists());
}

#[test]
fn a_list_of_frequencies_is_a_reference() {
    let scratch = folders();
    scratch.file(
        "web.tsv",
        "# total 1000000\nwater\t9000\nboats\t5000\nheron\t30\nruns\t9000\nsea\t9000\nwait\t9000\n",
    );
    let found = compared(
        &scratch,
        &[
            "all/left/one.txt",
            "--reference-counts",
            "web.tsv",
            "-n",
            "1",
        ],
    );
    assert_eq!(rows(&found), [["all/left/one.txt", "web.tsv", "heron"]]);
    assert_eq!(found["terms"][0]["reference_count"], 30);
    assert_eq!(found["groups"][1]["words_total"], 1_000_000);
    scratch.file("bad.tsv", "water\t9000\nboats many\n");
    let output = scratch.run(&["compare", "all/left", "--reference-counts", "bad.tsv"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        String::from_utf8_lossy(&output.stderr)
            .contains("bad.tsv: line 2: not a term, a tab and a count")
    );
}

#[test]
fn the_table_of_documents_and_terms() {
    let scratch = folders();
    let output = scratch.run(&[
        "keywords",
        "--lang",
        "en",
        "all",
        "--matrix",
        "table.csv",
        "--min-count",
        "9",
    ]);
    assert!(output.status.success());
    let table = std::fs::read_to_string(scratch.join("table.csv")).expect("a table");
    let mut lines = table.lines();
    assert_eq!(
        lines.next(),
        Some("path,words_total,Water,boats,runs,sea,wait,heron,quarry,ledger")
    );
    assert_eq!(lines.next(), Some("all/left/one.txt,107,8,8,8,8,8,9,0,0"));
    assert_eq!(lines.count(), 4);
    let output = scratch.run(&["keywords", "all", "--matrix", "table.xlsx"]);
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn runs_of_words_are_terms() {
    let scratch = folders();
    scratch.file("a.txt", "The flood barrier of steel held. ".repeat(9));
    scratch.file(
        "b.txt",
        "The flood came, and the barrier of wood broke. ".repeat(9),
    );
    let terms = |args: &[&str]| -> Vec<String> {
        let found = compared(
            &scratch,
            &[&["a.txt", "b.txt", "--sort", "term", "-n", "99"], args].concat(),
        );
        rows(&found)
            .into_iter()
            .filter(|row| row[0] == "a.txt")
            .map(|row| row[2].to_owned())
            .collect()
    };
    assert_eq!(terms(&["--ngrams", "2"]), ["flood barrier", "steel held"]);
    let longer = [
        "barrier of steel",
        "barrier of steel held",
        "flood barrier",
        "flood barrier of steel",
        "steel held",
    ];
    assert_eq!(terms(&["--ngrams", "2..4"]), longer);
    assert_eq!(
        terms(&["--phrases"]),
        ["flood barrier", "held", "steel", "steel held"]
    );
    let saved = scratch.run(&[
        "keywords",
        "--lang",
        "en",
        "a.txt",
        "b.txt",
        "--ngrams",
        "2..4",
        "--save-counts",
        "grams.tsv.gz",
    ]);
    assert!(saved.status.success());
    let grams = ["--ngrams", "2..4", "--direction", "both"];
    let direct = bytes(&scratch, &[&grams[..], &["a.txt", "b.txt"]].concat());
    assert_eq!(
        bytes(&scratch, &[&grams[..], &["grams.tsv.gz"]].concat()),
        direct
    );
    let output = scratch.run(&["compare", "--ngrams", "9", "a.txt", "b.txt"]);
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn a_field_of_json_lines_is_the_group() {
    let scratch = Scratch::new();
    let line = |id: usize, year: &str, word: &str| {
        let text = format!(
            "{} {}",
            "Water runs to the sea.".repeat(6),
            format!("A {word} came. ").repeat(6)
        );
        format!("{{\"id\":{id},\"year\":{year},\"text\":\"{text}\"}}\n")
    };
    let lines = [
        line(1, "2020", "heron"),
        line(2, "2021", "quarry"),
        line(3, "2020", "heron"),
        "{}\n".to_owned(),
    ];
    scratch.file("all.jsonl", lines.concat());
    let output = scratch.run(&[
        "compare",
        "-f",
        "json",
        "--lang",
        "en",
        "--group-by",
        "field:year",
        "all.jsonl",
    ]);
    assert_eq!(output.status.code(), Some(2), "a bad line");
    assert!(String::from_utf8_lossy(&output.stderr).contains("all.jsonl#4: none of the fields"));
    let found: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(
        rows(&found),
        [
            ["2020", "the rest", "heron"],
            ["2021", "the rest", "quarry"]
        ]
    );
    assert_eq!(found["groups"][0]["documents"], 2);
}

/// Group, term, documents and count of each row of saved sums.
fn sums(path: &str) -> Vec<(Option<String>, Option<String>, [i64; 2])> {
    let file = std::fs::File::open(path).expect("the sums");
    let reader = SerializedFileReader::new(file).expect("Parquet");
    let row = |row: Result<Row, _>| {
        let row = row.expect("a row");
        let text = |place| {
            row.get_string(place)
                .ok()
                .map(|text| text.as_str().to_owned())
        };
        let number = |place| row.get_long(place).expect("a number");
        (text(0), text(1), [number(2), number(3)])
    };
    reader.get_row_iter(None).expect("rows").map(row).collect()
}

#[test]
fn sums_of_groups_are_saved_for_engines() {
    let scratch = folders();
    let save = |args: &[&str]| {
        let output =
            scratch.run(&[&["keywords", "-q", "--lang", "en", "--save-counts"], args].concat());
        (
            output.status.code(),
            String::from_utf8_lossy(&output.stderr).into_owned(),
        )
    };
    let done = (Some(0), String::new());
    assert_eq!(save(&["all.parquet", "all"]), done);
    let found = sums(&scratch.join("all.parquet"));
    let get = |group: Option<&str>, term: Option<&str>| {
        let row = found
            .iter()
            .find(|row| (row.0.as_deref(), row.1.as_deref()) == (group, term));
        row.map(|row| row.2)
    };
    // Five texts of 10 · 8 + 3 · 9 words.
    assert_eq!(get(None, None), Some([5, 5 * 107]));
    assert_eq!(get(None, Some("heron")), Some([2, 18]));
    assert_eq!(get(None, Some("boat")), Some([5, 40]));
    assert!(found.windows(2).all(|pair| pair[0].1 < pair[1].1));

    assert_eq!(save(&["dirs.PARQUET", "--counts-by", "dir", "all"]), done);
    let dirs = sums(&scratch.join("dirs.PARQUET"));
    let herons =
        |row: &&(Option<String>, Option<String>, [i64; 2])| row.1.as_deref() == Some("heron");
    let heron: Vec<_> = dirs.iter().filter(herons).collect();
    assert_eq!(
        heron,
        [&(
            Some("all/left".to_owned()),
            Some("heron".to_owned()),
            [2, 18]
        )]
    );
    assert_eq!(dirs.iter().filter(|row| row.1.is_none()).count(), 3);

    // The same bytes whatever the threads and the order.
    let parts = ["all/right", "all/left", "all/note.txt"];
    assert_eq!(
        save(&[&["one.parquet", "-j", "1"], &parts[..]].concat()),
        done
    );
    assert_eq!(
        save(&[
            "all.parquet",
            "-j",
            "4",
            "all/note.txt",
            "all/left",
            "all/right"
        ]),
        done
    );
    let bytes = |name: &str| std::fs::read(scratch.join(name)).expect("the sums");
    assert!(bytes("one.parquet") == bytes("all.parquet"));
}

#[test]
fn fields_make_groups_and_what_has_none_is_in_none() {
    let scratch = Scratch::new();
    let line = |kind: &str| format!("{{\"text\":\"The heron stood still.\"{kind}}}\n");
    scratch.file(
        "a.jsonl",
        line(",\"kind\":\"b\"") + &line("") + &line(",\"kind\":7") + &line(",\"kind\":\"b\""),
    );
    let args = [
        "keywords",
        "-q",
        "--lang",
        "en",
        "--save-counts",
        "a.parquet",
        "--counts-by",
        "field:kind",
        "a.jsonl",
    ];
    assert_eq!(scratch.run(&args).status.code(), Some(0));
    let herons = sums(&scratch.join("a.parquet"))
        .into_iter()
        .filter(|row| row.1.as_deref() == Some("heron"));
    let herons: Vec<_> = herons.map(|(group, _, numbers)| (group, numbers)).collect();
    assert_eq!(
        herons,
        [
            (None, [1, 1]),
            (Some("7".to_owned()), [1, 1]),
            (Some("b".to_owned()), [2, 2])
        ]
    );
}

#[test]
fn what_sums_are_not_for_is_told() {
    let scratch = folders();
    let stderr = |args: &[&str]| {
        let output = scratch.run(args);
        assert_eq!(output.status.code(), Some(2));
        String::from_utf8_lossy(&output.stderr).into_owned()
    };
    assert_eq!(
        stderr(&[
            "keywords",
            "--save-counts",
            "a.tsv",
            "--counts-by",
            "dir",
            "all"
        ]),
        "epitome: --counts-by is for counts saved as .parquet\n"
    );
    assert!(stderr(&["keywords", "--counts-by", "dir", "all"]).contains("--save-counts"));
    assert!(
        stderr(&[
            "keywords",
            "--save-counts",
            "a.parquet",
            "--matrix",
            "m.csv",
            "--counts-by",
            "dir",
            "all"
        ])
        .contains("--matrix")
    );
    assert!(!std::path::Path::new(&scratch.join("a.parquet")).exists());
    assert!(stderr(&["merge", "a.parquet"]).starts_with("epitome: a.parquet: Parquet has sums; "));
}
