//! How fast the stages are, on text that is generated: `cargo bench`.

use std::hint::black_box;

use divan::counter::BytesCount;
use epitome::document::Document;
use epitome::keywords::Extractor;
use epitome::rank::{RankInput, RankOptions};
use epitome::select::Summarizer;
use epitome::source::format::plain;
use epitome::terms::{SentenceTerms, TermCounts};
use epitome::text::{Language, LanguageKit, TextOptions, segment, words};

fn main() {
    divan::main();
}

/// About so many bytes of sentences with a vocabulary of Zipf's kind.
const SIZE: usize = 1 << 20;

fn text() -> String {
    const SYLLABLES: [&str; 12] = [
        "ba", "ter", "lin", "mo", "rak", "sen", "du", "vi", "ost", "pel", "gra", "nu",
    ];
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut random = move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state
    };
    let mut text = String::with_capacity(SIZE + 100);
    while text.len() < SIZE {
        let length = 5 + random() % 25;
        for place in 0..length {
            // The smaller of two squares of random numbers stands for a rank of Zipf's law.
            let rank = (random() % 150).pow(2).min((random() % 150).pow(2));
            let common = ["the", "of", "and", "to", "in"].get(rank as usize / 40);
            match common {
                Some(word) => text.push_str(word),
                None => {
                    for digit in [rank % 12, rank / 12 % 12, rank / 144 % 12] {
                        text.push_str(SYLLABLES[digit as usize]);
                    }
                }
            }
            text.push_str(if place + 1 == length { ". " } else { " " });
        }
        if random() % 6 == 0 {
            text.push_str("\n\n");
        }
    }
    text
}

fn document() -> Document {
    plain("generated", text())
}

fn english() -> LanguageKit {
    LanguageKit::new(Language::english(), &TextOptions::default())
}

#[divan::bench]
fn find_words(bencher: divan::Bencher) {
    let text = text();
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| words(black_box(&text)).count());
}

#[divan::bench]
fn find_sentences(bencher: divan::Bencher) {
    let (document, kit) = (document(), english());
    bencher
        .counter(BytesCount::of_str(document.text()))
        .bench(|| segment(black_box(&document), &kit).len());
}

#[divan::bench]
fn count_terms(bencher: divan::Bencher) {
    let (document, kit) = (document(), english());
    bencher
        .counter(BytesCount::of_str(document.text()))
        .bench(|| TermCounts::of(black_box(&document), &kit).len());
}

#[divan::bench(args = ["textrank", "degree", "textrank2004", "textrank-bm25", "lexrank", "lsa", "kl"])]
fn rank_sentences(bencher: divan::Bencher, method: &str) {
    let (document, kit) = (document(), english());
    let mut terms = SentenceTerms::default();
    terms.add(&document, &segment(&document, &kit), &kit);
    let content = terms.matrix(false);
    let method = epitome::rank::by_name(method).expect("a method");
    let input = RankInput {
        terms: &terms,
        content: &content,
    };
    bencher
        .counter(BytesCount::of_str(document.text()))
        .bench(|| (method.rank)(black_box(&input), &RankOptions::default()));
}

#[divan::bench]
fn summarize(bencher: divan::Bencher) {
    let (document, kit) = (document(), english());
    bencher
        .counter(BytesCount::of_str(document.text()))
        .bench(|| Summarizer::default().summarize(black_box(&document), &kit));
}

#[divan::bench]
fn extract_keywords(bencher: divan::Bencher) {
    let (document, kit) = (document(), english());
    bencher
        .counter(BytesCount::of_str(document.text()))
        .bench(|| Extractor::default().extract(black_box(&document), &kit));
}
