//! ROUGE: how much of a reference summary is in a summary, as overlap of tokens.
//!
//! C.-Y. Lin (2004), "ROUGE: A Package for Automatic Evaluation of Summaries", Text Summarization Branches
//! Out, 74–81. The figures are those of Google's `rouge-score` for Python, to the last digits.
//!
//! One measure a file, one line each in [`MEASURES`].

mod lcs;
mod rouge_l;
mod rouge_lsum;
mod rouge_n;

use super::tokens::{Tokenizer, stemmed};
use super::{Figure, Part, Score, Stems};
use crate::map::Map;

/// A measure of overlap.
#[derive(Debug)]
pub struct Measure {
    /// Its name in results.
    pub name: &'static str,
    /// Its name for people.
    pub label: &'static str,
    /// What it is, in a few words.
    pub about: &'static str,
    /// Who described it.
    pub source: &'static str,
    /// The score of a summary against a reference.
    pub score: fn(summary: &Text, reference: &Text) -> Score,
}

/// All measures.
pub static MEASURES: &[Measure] = &[
    rouge_n::ROUGE_1,
    rouge_n::ROUGE_2,
    rouge_l::MEASURE,
    rouge_lsum::MEASURE,
];

/// The figures of all measures: precision, recall and F1 of each.
pub fn figures() -> Vec<Figure> {
    let of_measure = |measure: &Measure| {
        Part::OF_SCORE.map(|part| Figure {
            measure: measure.name.to_owned(),
            part,
            label: format!("{} {}", measure.label, part.label()),
        })
    };
    MEASURES.iter().flat_map(of_measure).collect()
}

/// What several references of a document make.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Several {
    /// For each measure the score against the reference with the best F1, the first of equals: as
    /// `score_multi` of `rouge-score`.
    #[default]
    Best,
    /// The mean of the scores against each.
    Mean,
}

impl Several {
    /// Its name in results.
    pub fn name(self) -> &'static str {
        match self {
            Self::Best => "best",
            Self::Mean => "mean",
        }
    }
}

/// A token, as its number: equal numbers are equal tokens, within the texts of one [`Rouge::texts`].
pub type TokenId = u32;

/// A text as tokens.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    tokens: Vec<TokenId>,
    /// Where each line ends in `tokens`.
    line_ends: Vec<usize>,
}

impl Text {
    /// All tokens.
    pub fn tokens(&self) -> &[TokenId] {
        &self.tokens
    }

    /// The tokens line by line; no token is in two lines.
    pub fn lines(&self) -> impl Iterator<Item = &[TokenId]> {
        let mut start = 0;
        self.line_ends.iter().map(move |&end| {
            let line = &self.tokens[start..end];
            start = end;
            line
        })
    }
}

/// Scores summaries.
#[derive(Clone, Copy, Debug)]
pub struct Rouge<'k> {
    /// How texts are cut into tokens.
    pub tokenizer: &'static Tokenizer,
    /// How tokens longer than three characters are stemmed.
    pub stems: Stems<'k>,
    /// What several references make.
    pub several: Several,
}

impl Rouge<'_> {
    /// The scores of a summary, in the order of [`MEASURES`]; without a reference all are 0.
    ///
    /// ```
    /// use epitome::evaluate::rouge::{Rouge, Several};
    /// use epitome::evaluate::{Porter, Stems, TOKENIZERS};
    ///
    /// let rouge = Rouge {
    ///     tokenizer: &TOKENIZERS[0],
    ///     stems: Stems::Porter(Porter::Nltk),
    ///     several: Several::Best,
    /// };
    /// let scores = rouge.score("the gunman kills police", &["police killed the gunman"]);
    /// assert_eq!(scores[0].f1, 1.0, "all words are there");
    /// assert_eq!(scores[2].f1, 0.5, "two of them in order");
    /// ```
    pub fn score(&self, summary: &str, references: &[impl AsRef<str>]) -> Vec<Score> {
        let references = references.iter().map(AsRef::as_ref);
        let texts = self.texts(std::iter::once(summary).chain(references));
        let (summary, references) = (&texts[0], &texts[1..]);
        MEASURES
            .iter()
            .map(|measure| {
                let scores = references
                    .iter()
                    .map(|reference| (measure.score)(summary, reference));
                match self.several {
                    Several::Best => best(scores),
                    Several::Mean => mean(scores, references.len()),
                }
            })
            .collect()
    }

    /// Texts as tokens with common numbers.
    pub fn texts<'t>(&self, texts: impl Iterator<Item = &'t str>) -> Vec<Text> {
        let mut numbers = Numbers::default();
        texts
            .map(|written| {
                let mut text = Text::default();
                // Only a line feed ends a line, as in rouge-score.
                for line in written.split('\n') {
                    stemmed(line, self.tokenizer, &self.stems, |token| {
                        text.tokens.push(numbers.of(token));
                    });
                    text.line_ends.push(text.tokens.len());
                }
                text
            })
            .collect()
    }
}

/// Numbers for tokens, in the order in which they are met.
#[derive(Default)]
struct Numbers(Map<String, TokenId>);

impl Numbers {
    fn of(&mut self, token: &str) -> TokenId {
        if let Some(&number) = self.0.get(token) {
            return number;
        }
        let number = self.0.len() as TokenId;
        self.0.insert(token.to_owned(), number);
        number
    }
}

fn best(scores: impl Iterator<Item = Score>) -> Score {
    scores
        .reduce(|best, score| if score.f1 > best.f1 { score } else { best })
        .unwrap_or_default()
}

fn mean(scores: impl Iterator<Item = Score>, count: usize) -> Score {
    let mut sum = Score::default();
    for score in scores {
        sum.precision += score.precision;
        sum.recall += score.recall;
        sum.f1 += score.f1;
    }
    let count = count.max(1) as f64;
    Score {
        precision: sum.precision / count,
        recall: sum.recall / count,
        f1: sum.f1 / count,
    }
}

#[cfg(test)]
pub(super) mod tests {
    use proptest::prelude::*;

    use super::super::{Porter, TOKENIZERS};
    use super::*;

    const PLAIN: Rouge = Rouge {
        tokenizer: &TOKENIZERS[0],
        stems: Stems::None,
        several: Several::Best,
    };

    /// Texts as tokens, without stems.
    pub(super) fn texts(texts: &[&str]) -> Vec<Text> {
        PLAIN.texts(texts.iter().copied())
    }

    #[test]
    fn of_several_references_the_best_counts_or_all() {
        let references = ["a b c d", "a x", "y z"];
        let best = PLAIN.score("a b", &references);
        let mean = Rouge {
            several: Several::Mean,
            ..PLAIN
        }
        .score("a b", &references);
        // F1 is 2/3, 1/2 and 0; the pair is in the first only.
        assert_eq!(best[0], Score::of(2, 2, 4));
        assert!((mean[0].f1 - (2.0 / 3.0 + 0.5) / 3.0).abs() < 1e-15);
        assert_eq!(best[1], Score::of(1, 1, 3));
        assert_eq!(mean[1].precision, 1.0 / 3.0);
        assert_eq!(PLAIN.score("a b", &[""; 0]), [Score::default(); 4]);
    }

    #[test]
    fn stems_bring_forms_together() {
        let stemmed = Rouge {
            stems: Stems::Porter(Porter::Nltk),
            ..PLAIN
        };
        let (summary, reference) = ("floods were flooding", ["the flood was flooded"]);
        assert_eq!(PLAIN.score(summary, &reference)[0].f1, 0.0);
        assert_eq!(stemmed.score(summary, &reference)[0], Score::of(2, 3, 4));
    }

    #[test]
    fn chinese_is_compared_character_by_character() {
        let unicode = Rouge {
            tokenizer: &TOKENIZERS[1],
            ..PLAIN
        };
        let scores = unicode.score("今天很好。", &["今天天气好"]);
        assert_eq!(scores[0], Score::of(3, 4, 5));
        assert_eq!(scores[1], Score::of(1, 3, 4));
        assert_eq!(scores[2], Score::of(3, 4, 5));
    }

    #[test]
    fn texts_of_many_words_take_no_time_to_speak_of() {
        let words = |seed: u64, count: usize| {
            let mut state = seed;
            let mut text = String::new();
            for place in 0..count {
                state = state
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1);
                text.push_str(&format!("w{}", (state >> 33) % 2_000));
                text.push(if place % 20 == 19 { '\n' } else { ' ' });
            }
            text
        };
        let started = std::time::Instant::now();
        let scores = PLAIN.score(&words(1, 5_000), &[words(2, 5_000)]);
        assert!(scores.iter().all(|score| score.f1 > 0.0));
        let one_line = words(3, 5_000).replace('\n', " ");
        assert!(PLAIN.score(&one_line, &[&one_line])[3].f1 == 1.0);
        assert!(started.elapsed().as_secs() < 60, "{:?}", started.elapsed());
    }

    proptest! {
        #[test]
        fn scores_are_shares_and_turn_with_the_sides(a in "[a-d\n ]{0,60}", b in "[a-d\n ]{0,60}") {
            let (there, back) = (PLAIN.score(&a, &[&b]), PLAIN.score(&b, &[&a]));
            for (place, measure) in MEASURES.iter().enumerate() {
                let Score { precision, recall, f1 } = there[place];
                for share in [precision, recall, f1] {
                    prop_assert!((0.0..=1.0).contains(&share), "{}", measure.name);
                }
                prop_assert!(f1 <= precision.max(recall) + 1e-15 && f1 + 1e-15 >= precision.min(recall));
                // Unions are of the reference's lines, so the last measure has sides.
                if measure.name != "rougeLsum" {
                    prop_assert_eq!(there[place], back[place].turned(), "{}", measure.name);
                }
            }
            // What has an order in common has the tokens in common.
            prop_assert!(there[2].f1 <= there[0].f1 + 1e-15);
            prop_assert!(there[3].f1 <= there[0].f1 + 1e-15);
        }

        #[test]
        fn a_text_is_all_in_itself(text in "\\PC{0,80}|[a-z \n]{0,80}") {
            for tokenizer in TOKENIZERS {
                let rouge = Rouge { tokenizer, ..PLAIN };
                let length = rouge.texts(std::iter::once(&*text))[0].tokens().len();
                for (place, score) in rouge.score(&text, &[&text]).iter().enumerate() {
                    let least = if place == 1 { 2 } else { 1 };
                    prop_assert_eq!(score.f1, if length < least { 0.0 } else { 1.0 });
                }
            }
        }

        #[test]
        fn more_references_never_make_the_best_worse(summary in "[a-d ]{0,30}", a in "[a-d ]{0,30}", b in "[a-d ]{0,30}") {
            let one = PLAIN.score(&summary, &[&a]);
            let two = PLAIN.score(&summary, &[&a, &b]);
            prop_assert!(one.iter().zip(&two).all(|(one, two)| one.f1 <= two.f1));
        }
    }
}
