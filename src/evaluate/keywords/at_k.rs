//! Precision, recall and F1 of the first k keywords.

use super::{Judged, Measure};
use crate::evaluate::Score;
use crate::evaluate::evaluation::{Figure, Part};

pub(super) const MEASURE: Measure = Measure {
    name: "at k",
    about: "precision, recall and F1 of the first k keywords",
    source: "Kim et al. 2010",
    figures,
    values,
};

fn figures(lengths: &[usize]) -> Vec<Figure> {
    let of_length = |length: &usize| {
        Part::OF_SCORE.map(|part| Figure {
            measure: format!("at{length}"),
            part,
            label: format!("{}@{length}", part.label()),
        })
    };
    lengths.iter().flat_map(of_length).collect()
}

/// A list shorter than k misses the places that it leaves empty.
fn values(judged: &Judged, lengths: &[usize]) -> Vec<f64> {
    let of_length =
        |&length: &usize| Part::of(Score::of(judged.hits_in(length), length, judged.wanted));
    lengths.iter().flat_map(of_length).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_worked_example() {
        let judged = Judged {
            hits: vec![true, false, true],
            wanted: 4,
        };
        let values = values(&judged, &[2, 5]);
        assert_eq!(values[..3], [0.5, 0.25, 1.0 / 3.0]);
        assert_eq!(values[3..5], [0.4, 0.5]);
        assert!((values[5] - 4.0 / 9.0).abs() < 1e-15);
        assert_eq!(figures(&[2])[2].label, "F1@2");
    }
}
