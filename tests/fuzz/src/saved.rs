//! What the program reads back: saved counts, lists of words, and the records of evaluations.

use epitome::document::Document;
use epitome::evaluate::records::{
    KEYWORDS, REFERENCES, SUMMARIES, Shape, grouped, is_json, of_json,
};
use epitome::evaluate::rouge::{Rouge, Several};
use epitome::evaluate::{Entry, KeywordScorer, Porter, Stems, TOKENIZERS};
use epitome::keywords::{Background, Extractor, KeywordOptions};
use epitome::terms::{Corpus, FrequencyList, saved as counts};
use epitome::text::language::LANGUAGES;
use epitome::text::{LanguageKit, LanguageKits};

use super::choice;

thread_local! {
    static KITS: LanguageKits = LanguageKits::default();
}

/// A file that the first byte chooses what it is.
pub fn saved(bytes: &[u8]) {
    let (way, bytes) = choice(bytes);
    KITS.with(|kits| {
        let kit = kits.get(LANGUAGES[usize::from(way >> 3) % LANGUAGES.len()]);
        let text = || String::from_utf8_lossy(bytes);
        match way & 7 {
            0 | 1 => saved_counts(bytes),
            2 => word_list(&text(), kit),
            3 => background(&text(), kit),
            4 | 5 => summaries(&text(), kit, way),
            _ => keywords(&text(), kit),
        }
    });
}

/// Counts that are read are written as they are, and read again.
fn saved_counts(mut bytes: &[u8]) {
    let (mut corpus, mut settings) = (Corpus::default(), None);
    let Ok(documents) = counts::read(&mut bytes, &mut settings, &mut corpus) else {
        assert!(corpus.is_empty() && corpus.documents().is_empty());
        return;
    };
    assert_eq!(documents.len(), corpus.documents().len());
    let write = |corpus: &Corpus| {
        let mut out = Vec::new();
        counts::write(corpus, settings.as_deref().unwrap_or_default(), &mut out)
            .expect("memory takes it");
        out
    };
    let written = write(&corpus);
    let mut again = Corpus::default();
    counts::read(&mut &*written, &mut settings.clone(), &mut again)
        .expect("what was written is read");
    let shown = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert_eq!(shown(&write(&again)), shown(&written));
}

fn word_list(text: &str, kit: &LanguageKit) {
    if let Ok(list) = FrequencyList::parse(text) {
        list.counts(kit);
    }
}

fn document() -> Document {
    epitome::source::format::plain(
        "d",
        "The barrier held. People on the quay watched the old barrier.",
    )
}

fn background(text: &str, kit: &LanguageKit) {
    if let Ok(table) = Background::parse(text) {
        let options = KeywordOptions {
            background: Some(std::sync::Arc::new(table)),
            ..KeywordOptions::default()
        };
        let found = Extractor::new(options).extract(&document(), kit);
        assert!(
            found
                .keywords
                .iter()
                .all(|keyword| keyword.score.is_finite())
        );
    }
}

/// What records there are in a text, whatever it is.
fn records<T>(text: &str, shape: &Shape<T>) -> Vec<Entry<T>> {
    if is_json(text) {
        return of_json(text, shape).0;
    }
    let entry = |(place, text): (usize, &str)| Entry {
        id: format!("{}.{place}", place / 2),
        value: (shape.of_text)(text),
    };
    text.split('\0').enumerate().map(entry).collect()
}

fn summaries(text: &str, kit: &LanguageKit, way: u8) {
    let summaries = records(text, &SUMMARIES);
    let known = summaries.iter().map(|entry| entry.id.clone()).collect();
    let references = grouped(records(text, &REFERENCES), &known);
    let rouge = Rouge {
        tokenizer: &TOKENIZERS[usize::from(way >> 3) % TOKENIZERS.len()],
        stems: Stems::of_language(kit, [Porter::Nltk, Porter::Snowball][usize::from(way >> 7)]),
        several: [Several::Best, Several::Mean][usize::from(way & 1)],
    };
    for (summary, references) in summaries.iter().zip(&references).take(4) {
        for score in rouge.score(&summary.value, &references.value) {
            let is_score = |value: f64| (0.0..=1.0).contains(&value);
            assert!(is_score(score.f1), "{score:?}");
        }
    }
}

fn keywords(text: &str, kit: &LanguageKit) {
    let lists = records(text, &KEYWORDS);
    let scorer = KeywordScorer {
        stems: Stems::of_language(kit, Porter::Snowball),
        lengths: vec![1, 5, 10],
    };
    for pair in lists.windows(2).take(4) {
        for value in scorer.score(&pair[0].value, &pair[1].value) {
            assert!((0.0..=1.0).contains(&value), "{value}");
        }
    }
}
