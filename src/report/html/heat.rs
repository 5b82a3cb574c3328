//! Shades for scores.

/// The darkest shade; 0 is none.
pub(super) const DARKEST: u8 = 9;

/// The shade of a share of the most there is, from 0 to 1.
pub(super) fn level(share: f64) -> u8 {
    let share = if share.is_finite() {
        share.clamp(0.0, 1.0)
    } else {
        0.0
    };
    (share * f64::from(DARKEST)).round() as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shades_go_from_none_to_the_darkest() {
        let levels = [f64::NAN, -1.0, 0.0, 0.05, 0.5, 1.0, 7.0].map(level);
        assert_eq!(levels, [0, 0, 0, 0, 5, DARKEST, DARKEST]);
    }
}
