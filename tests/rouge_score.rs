//! The figures of `rouge-score`: scores and stems as that program makes them of our own sample texts.
//!
//! The expected values are made by `tests/rouge_score/make.py`.

use epitome::evaluate::rouge::{Rouge, Several};
use epitome::evaluate::{Porter, Stems, TOKENIZERS};
use serde_json::Value;

/// A text: pieces of lines, joined by line breaks.
fn written(pieces: &Value, lines: &[Value]) -> String {
    let piece = |piece: &Value| {
        let number = |place: usize| piece[place].as_u64().expect("a number") as usize;
        let words: Vec<&str> = lines[number(0)]
            .as_str()
            .expect("a line")
            .split(' ')
            .collect();
        words[number(1)..number(2)].join(" ")
    };
    let pieces: Vec<String> = pieces
        .as_array()
        .expect("pieces")
        .iter()
        .map(piece)
        .collect();
    pieces.join("\n")
}

#[test]
fn scores_are_those_of_rouge_score() {
    let data: Value = serde_json::from_str(include_str!("rouge_score/pairs.json")).expect("JSON");
    let lines = data["lines"].as_array().expect("lines");
    let pairs = data["pairs"].as_array().expect("pairs");
    assert!(pairs.len() >= 200);
    let mut above_zero = 0;
    for (place, pair) in pairs.iter().enumerate() {
        let summary = written(&pair["summary"], lines);
        let references: Vec<String> = pair["references"]
            .as_array()
            .expect("references")
            .iter()
            .map(|reference| written(reference, lines))
            .collect();
        for (name, stems) in [
            ("plain", Stems::None),
            ("stemmed", Stems::Porter(Porter::Nltk)),
        ] {
            let rouge = Rouge {
                tokenizer: &TOKENIZERS[0],
                stems,
                several: Several::Best,
            };
            let values = rouge
                .score(&summary, &references)
                .into_iter()
                .flat_map(|score| [score.precision, score.recall, score.f1]);
            let expected = pair[name].as_array().expect("scores");
            assert_eq!(expected.len(), 12);
            for (value, expected) in values.zip(expected) {
                let expected = expected.as_f64().expect("a number");
                assert!(
                    (value - expected).abs() < 1e-9,
                    "pair {place}, {name}: {value} for {expected}"
                );
                above_zero += usize::from(expected > 0.0);
            }
        }
    }
    assert!(above_zero > 1_000);
}

#[test]
fn stems_are_those_of_snowball_and_nltk() {
    let words = include_str!("rouge_score/stems.tsv");
    assert!(words.lines().count() > 1_000);
    for line in words.lines() {
        let mut columns = line.split('\t');
        let mut next = || columns.next().expect("three columns");
        let (word, snowball, nltk) = (next(), next(), next());
        assert_eq!(Porter::Snowball.stem(word), snowball, "{word}");
        assert_eq!(Porter::Nltk.stem(word), nltk, "{word}");
    }
}
