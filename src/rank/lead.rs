//! The beginning of the text: the baseline that is hard to beat in news.

use super::{Method, RankInput, RankOptions, Scores};

pub(super) const METHOD: Method = Method {
    name: "lead",
    about: "the first sentences, of several files the first of each: a baseline",
    source: "as in Nenkova 2005",
    trade_off: 1.0,
    rank,
};

/// score = 1 / (i + 1), with the number i in the document.
fn rank(input: &RankInput, _: &RankOptions) -> Scores {
    let place = |number: u32| 1.0 / (f64::from(number) + 1.0);
    let places = input.terms.marks().iter().map(|marks| place(marks.number));
    Scores::product(input.terms.len(), vec![("place", places.collect())], None)
}

#[cfg(test)]
mod tests {
    use crate::rank::laws::scores;

    #[test]
    fn earlier_is_better() {
        let text = "Red stone walls stand. Blue stone walls fall. Green walls grow.";
        assert_eq!(scores("lead", text), [1.0, 0.5, 1.0 / 3.0]);
        let long = scores("lead", &"Red stone walls stand. ".repeat(200));
        assert!(long.is_sorted_by(|a, b| a > b));
    }
}
