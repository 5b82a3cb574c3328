//! Average precision: whether the wanted keywords stand early. Its mean over documents is MAP.

use super::{Judged, Measure};
use crate::evaluate::evaluation::{Figure, Part};

pub(super) const MEASURE: Measure = Measure {
    name: "MAP",
    about: "mean over documents of the average precision at the rank of each hit",
    source: "Buckley & Voorhees 2000; over as many hits as the list has room for",
    figures,
    values: |judged, lengths| vec![value(judged, depth(lengths))],
};

fn figures(_: &[usize]) -> Vec<Figure> {
    vec![Figure {
        measure: "map".to_owned(),
        part: Part::AveragePrecision,
        label: "MAP".to_owned(),
    }]
}

/// Only so many keywords of a list are looked at.
fn depth(lengths: &[usize]) -> usize {
    lengths.iter().copied().max().unwrap_or(0)
}

/// The sum of the precision at the rank of each hit, over the hits that a perfect list of this depth has.
fn value(judged: &Judged, depth: usize) -> f64 {
    let mut hits = 0;
    let mut sum = 0.0;
    for (place, _) in judged
        .hits
        .iter()
        .take(depth)
        .enumerate()
        .filter(|(_, hit)| **hit)
    {
        hits += 1;
        sum += f64::from(hits) / (place + 1) as f64;
    }
    sum / judged.wanted.min(depth).max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_worked_example() {
        let judged = |hits: &[bool], wanted| Judged {
            hits: hits.to_vec(),
            wanted,
        };
        // Hits at ranks 1 and 3 of three wanted: (1/1 + 2/3) / 3.
        let value_3 = value(&judged(&[true, false, true], 3), 15);
        assert!((value_3 - (1.0 + 2.0 / 3.0) / 3.0).abs() < 1e-15);
        // Of 40 wanted, a list of 2 can have 2.
        assert_eq!(value(&judged(&[true, true, false], 40), 2), 1.0);
        assert_eq!(value(&judged(&[], 3), 15), 0.0);
        assert_eq!(value(&judged(&[true], 0), 0), 0.0);
    }
}
