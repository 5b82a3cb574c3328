//! Precision, recall and what weighs them.

use serde::Serialize;

/// How much of what was given is right, how much of what was wanted is there, and both as one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Score {
    /// The share of what was given that is right.
    pub precision: f64,
    /// The share of what was wanted that was given.
    pub recall: f64,
    /// Their harmonic mean (van Rijsbergen 1979, with β = 1).
    pub f1: f64,
}

impl Score {
    /// The score of so many hits; nothing given, or nothing wanted, makes 0.
    pub fn of(hits: usize, given: usize, wanted: usize) -> Self {
        let share = |all: usize| hits as f64 / all.max(1) as f64;
        let (precision, recall) = (share(given), share(wanted));
        let f1 = match hits {
            0 => 0.0,
            _ => 2.0 * precision * recall / (precision + recall),
        };
        Self {
            precision,
            recall,
            f1,
        }
    }

    /// The same, seen from the other side.
    #[must_use]
    pub fn turned(self) -> Self {
        Self {
            precision: self.recall,
            recall: self.precision,
            f1: self.f1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_of_hits() {
        let score = Score::of(2, 4, 8);
        assert_eq!((score.precision, score.recall), (0.5, 0.25));
        assert!((score.f1 - 1.0 / 3.0).abs() < 1e-15);
        assert_eq!(score.turned(), Score::of(2, 8, 4));
        assert_eq!(Score::of(0, 0, 0), Score::default());
        assert_eq!(Score::of(0, 7, 0).f1, 0.0);
    }
}
