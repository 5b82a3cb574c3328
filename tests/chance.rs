//! Where only chance is at work, few terms are significant, and after correction almost none.

use epitome::compare::{CompareOptions, Correction, Direction, Group, Reference, compare};
use epitome::source::format::plain;
use epitome::terms::{Corpus, TermCounts};
use epitome::text::{Language, LanguageKit, TextOptions};

/// Pseudo-random numbers (Marsaglia 2003), the same in every run.
struct Xorshift(u64);

impl Xorshift {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }
}

/// A made-up word.
fn word(rank: usize) -> String {
    let syllables = ["ba", "de", "gi", "ko", "lu", "ma", "ne", "pi", "ro", "su"];
    let digits = [rank / 1_000, rank / 100 % 10, rank / 10 % 10, rank % 10];
    let word: String = digits.iter().map(|&digit| syllables[digit]).collect();
    word + "x"
}

/// Words drawn independently, those of rank r about 1/r as often as the first (Zipf 1935).
fn text(random: &mut Xorshift, words: usize) -> String {
    let mut text = String::new();
    for _ in 0..words {
        // The inverse of the distribution function ln(1 + r)/ln(1 + R).
        let rank = (2_000_f64.ln() * random.share()).exp() - 1.0;
        text.push_str(&word(rank as usize));
        text.push(' ');
    }
    text
}

/// Terms tested, and those significant with a correction, over some corpora each split in half.
fn found(correction: Correction) -> (usize, usize) {
    let kit = LanguageKit::new(
        Language::english(),
        &TextOptions {
            stem: false,
            ..TextOptions::default()
        },
    );
    let options = CompareOptions {
        min_count: 30,
        direction: Direction::Both,
        correction,
        ..CompareOptions::default()
    };
    let mut random = Xorshift(20_260_704);
    let (mut tested, mut significant) = (0, 0);
    for _ in 0..8 {
        let mut corpus = Corpus::default();
        for _ in 0..20 {
            let document = plain("d", text(&mut random, 2_000));
            corpus.add("d", TermCounts::of(&document, &kit));
        }
        let half = |name: &str, documents: std::ops::Range<usize>| Group {
            name: name.to_owned(),
            documents: documents.collect(),
        };
        let reference = Reference::Group(half("second", 10..20));
        let comparison = compare(&corpus, &[half("first", 0..10)], &reference, &options);
        tested += comparison.pairs[0].tested;
        significant += comparison.pairs[0].significant;
    }
    (tested, significant)
}

#[test]
fn without_correction_a_share_of_alpha_is_significant() {
    let (tested, significant) = found(Correction::None);
    let (expected, deviation) = (0.05 * tested as f64, (0.05 * 0.95 * tested as f64).sqrt());
    assert!(tested > 1_000, "{tested}");
    // Counts are whole numbers, so that the level of single tests is near α, not α itself.
    let least = 0.85 * expected - 3.0 * deviation;
    let most = 1.15 * expected + 3.0 * deviation;
    assert!(
        (least..most).contains(&(significant as f64)),
        "{significant} of {tested}"
    );
}

#[test]
fn with_correction_almost_none_is() {
    for correction in [Correction::BenjaminiHochberg, Correction::Bonferroni] {
        let (tested, significant) = found(correction);
        assert!(
            significant <= 2,
            "{correction:?}: {significant} of {tested}"
        );
    }
}
