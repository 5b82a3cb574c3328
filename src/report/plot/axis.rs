//! Axes: from numbers to pixels, with marks at numbers that people can read.

use super::super::numbers::grouped;

/// A straight axis: `low` is drawn at `from`, `high` at `to`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Axis {
    pub low: f64,
    pub high: f64,
    pub from: f64,
    pub to: f64,
}

impl Axis {
    /// Where a number is drawn.
    pub(super) fn at(&self, value: f64) -> f64 {
        self.from + (value - self.low) / (self.high - self.low) * (self.to - self.from)
    }
}

/// A mark on an axis, at a number of the axis.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Tick {
    pub value: f64,
    pub label: String,
}

/// Marks at whole doublings, as few as leave no more than `most`; one of them is at 0.
pub(super) fn doublings(low: f64, high: f64, most: usize) -> Vec<Tick> {
    let mut step = 1;
    while ((high - low) / f64::from(step)) as usize >= most.max(1) {
        step *= 2;
    }
    let first = (low / f64::from(step)).ceil() as i32;
    let last = (high / f64::from(step)).floor() as i32;
    let tick = |place: i32| Tick {
        value: f64::from(place * step),
        label: times(place * step),
    };
    (first..=last).map(tick).collect()
}

/// Two to the power of `doublings`, as people write it: ×4, ×½, ×1/16, ×2²⁰.
fn times(doublings: i32) -> String {
    match doublings {
        -1 => "×½".to_owned(),
        -2 => "×¼".to_owned(),
        -3 => "×⅛".to_owned(),
        -13..0 => format!("×1/{}", grouped(1 << -doublings)),
        0..=13 => format!("×{}", grouped(1 << doublings)),
        _ => {
            let digits = doublings.to_string();
            let raised = |c: char| "⁻⁰¹²³⁴⁵⁶⁷⁸⁹".chars().nth("-0123456789".find(c)?);
            format!(
                "×2{}",
                digits.chars().filter_map(raised).collect::<String>()
            )
        }
    }
}

/// Marks at powers of ten, of numbers given as logarithms; where these are few, at 2 and 5 times them too.
pub(super) fn decades(low: f64, high: f64) -> Vec<Tick> {
    let factors: &[f64] = match high - low {
        span if span > 2.5 => &[1.0],
        _ => &[1.0, 2.0, 5.0],
    };
    let mut ticks = Vec::new();
    for decade in low.floor() as i32..=high.ceil() as i32 {
        for factor in factors {
            let value = f64::from(decade) + factor.log10();
            if (low..=high).contains(&value) {
                let label = amount(*factor, decade);
                ticks.push(Tick { value, label });
            }
        }
    }
    ticks
}

/// A factor of a power of ten, written out: 5,000 or 0.02.
fn amount(factor: f64, decade: i32) -> String {
    if decade < 0 {
        let decimals = decade.unsigned_abs() as usize;
        return format!("{:.decimals$}", factor * 10_f64.powi(decade));
    }
    grouped((factor * 10_f64.powi(decade)).round() as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(ticks: &[Tick]) -> Vec<&str> {
        ticks.iter().map(|tick| &*tick.label).collect()
    }

    #[test]
    fn doublings_are_written_as_factors() {
        assert_eq!(
            labels(&doublings(-4.2, 3.9, 10)),
            ["×1/16", "×⅛", "×¼", "×½", "×1", "×2", "×4", "×8"]
        );
        assert_eq!(
            labels(&doublings(-1.0, 21.0, 8)),
            ["×1", "×16", "×256", "×4,096", "×2¹⁶", "×2²⁰"]
        );
        assert_eq!(labels(&doublings(-16.0, 0.0, 2)), ["×2⁻¹⁶", "×1"]);
        assert_eq!(labels(&doublings(0.0, 0.5, 8)), ["×1"]);
    }

    #[test]
    fn frequencies_are_at_powers_of_ten_or_between_where_there_are_few() {
        assert_eq!(
            labels(&decades(-1.2, 4.5)),
            ["0.1", "1", "10", "100", "1,000", "10,000"]
        );
        assert_eq!(
            labels(&decades(2.9, 4.1)),
            ["1,000", "2,000", "5,000", "10,000"]
        );
        assert_eq!(
            labels(&decades(-2.0, -1.0)),
            ["0.01", "0.02", "0.05", "0.1"]
        );
    }

    #[test]
    fn an_axis_is_straight() {
        let axis = Axis {
            low: -1.0,
            high: 3.0,
            from: 400.0,
            to: 0.0,
        };
        assert_eq!(
            [-1.0, 0.0, 3.0].map(|value| axis.at(value)),
            [400.0, 300.0, 0.0]
        );
    }
}
