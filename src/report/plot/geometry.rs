//! Points, rectangles and lines, in pixels from the upper left corner.

use std::fmt;

/// A point.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Point {
    pub x: f64,
    pub y: f64,
}

impl Point {
    pub(super) fn distance(self, other: Self) -> f64 {
        (self.x - other.x).hypot(self.y - other.y)
    }
}

/// A line from one point to another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Line {
    pub from: Point,
    pub to: Point,
}

impl Line {
    /// Whether both lines have a point in common, their ends aside.
    pub(super) fn crosses(&self, other: &Self) -> bool {
        let side = |line: &Self, point: Point| {
            let (dx, dy) = (line.to.x - line.from.x, line.to.y - line.from.y);
            dx * (point.y - line.from.y) - dy * (point.x - line.from.x)
        };
        side(self, other.from) * side(self, other.to) < 0.0
            && side(other, self.from) * side(other, self.to) < 0.0
    }
}

/// An upright rectangle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Rect {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Rect {
    pub(crate) fn width(&self) -> f64 {
        self.right - self.left
    }

    pub(crate) fn height(&self) -> f64 {
        self.bottom - self.top
    }

    /// Whether both have an area in common.
    pub(super) fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    /// Whether the point is in it or on its edge.
    pub(super) fn contains(&self, point: Point) -> bool {
        (self.left..=self.right).contains(&point.x) && (self.top..=self.bottom).contains(&point.y)
    }

    /// Whether no part of it is outside the other.
    pub(super) fn is_within(&self, outer: &Self) -> bool {
        self.left >= outer.left
            && self.right <= outer.right
            && self.top >= outer.top
            && self.bottom <= outer.bottom
    }

    /// Its point that is nearest to another.
    pub(super) fn nearest(&self, point: Point) -> Point {
        Point {
            x: point.x.clamp(self.left, self.right),
            y: point.y.clamp(self.top, self.bottom),
        }
    }

    /// The same with a margin on all sides.
    pub(super) fn grown(&self, margin: f64) -> Self {
        Self {
            left: self.left - margin,
            top: self.top - margin,
            right: self.right + margin,
            bottom: self.bottom + margin,
        }
    }

    /// Whether any part of the line is in it (Liang & Barsky 1984).
    pub(super) fn is_crossed_by(&self, line: &Line) -> bool {
        let Line { from, to } = line;
        let mut inside = (0.0_f64, 1.0_f64);
        let edges = [
            (from.x - to.x, from.x - self.left),
            (to.x - from.x, self.right - from.x),
            (from.y - to.y, from.y - self.top),
            (to.y - from.y, self.bottom - from.y),
        ];
        for (step, room) in edges {
            if step == 0.0 {
                if room < 0.0 {
                    return false;
                }
            } else if step < 0.0 {
                inside.0 = inside.0.max(room / step);
            } else {
                inside.1 = inside.1.min(room / step);
            }
        }
        inside.0 <= inside.1
    }
}

/// A length as SVG writes it: to a tenth of a pixel, and always a number.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pixels(pub f64);

impl fmt::Display for Pixels {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tenths = (self.0 * 10.0).round();
        // Adding 0 makes −0 a 0.
        let tenths = if tenths.is_finite() {
            tenths + 0.0
        } else {
            0.0
        };
        write!(out, "{}", tenths / 10.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOX: Rect = Rect {
        left: 10.0,
        top: 10.0,
        right: 30.0,
        bottom: 20.0,
    };

    fn line(x1: f64, y1: f64, x2: f64, y2: f64) -> Line {
        Line {
            from: Point { x: x1, y: y1 },
            to: Point { x: x2, y: y2 },
        }
    }

    #[test]
    fn lines_cross_a_rectangle_or_pass_it() {
        assert!(BOX.is_crossed_by(&line(0.0, 15.0, 40.0, 15.0)));
        assert!(BOX.is_crossed_by(&line(15.0, 12.0, 16.0, 13.0)));
        assert!(BOX.is_crossed_by(&line(0.0, 5.0, 25.0, 30.0)));
        assert!(!BOX.is_crossed_by(&line(0.0, 5.0, 9.0, 30.0)));
        assert!(!BOX.is_crossed_by(&line(0.0, 21.0, 40.0, 21.0)));
        assert!(!BOX.is_crossed_by(&line(0.0, 19.0, 9.0, 10.0)));
    }

    #[test]
    fn lines_cross_lines_but_not_at_their_ends() {
        assert!(line(0.0, 0.0, 10.0, 10.0).crosses(&line(0.0, 10.0, 10.0, 0.0)));
        assert!(!line(0.0, 0.0, 10.0, 10.0).crosses(&line(0.0, 0.0, 10.0, 0.0)));
        assert!(!line(0.0, 0.0, 1.0, 1.0).crosses(&line(0.0, 10.0, 10.0, 0.0)));
    }

    #[test]
    fn rectangles_that_touch_do_not_overlap() {
        let beside = Rect {
            left: 30.0,
            right: 40.0,
            ..BOX
        };
        assert!(!BOX.overlaps(&beside) && BOX.overlaps(&beside.grown(1.0)));
        assert_eq!(
            BOX.nearest(Point { x: 0.0, y: 12.0 }),
            Point { x: 10.0, y: 12.0 }
        );
    }

    #[test]
    fn pixels_are_short_and_never_anything_but_numbers() {
        let written = [1.25, -0.01, 300.0, f64::NAN, f64::INFINITY].map(|x| Pixels(x).to_string());
        assert_eq!(written, ["1.3", "0", "300", "0", "0"]);
    }
}
