//! Where labels of points go.
//!
//! Placing as many labels as there is room for is NP-hard (Formann & Wagner 1991), so labels are placed
//! greedily, the most telling first, each at the best of a fixed number of places around its point that
//! still are free (the candidates of Christensen, Marks & Shieber 1995, in rings). A place is free where
//! the label is inside the frame, overlaps no other label and no other label's line, and covers the centre
//! of no point; among free places, those near the point that cover no part of another win. A label that
//! has no free place is left out.

use std::f64::consts::TAU;

use super::geometry::{Line, Point, Rect};

/// A point with the circle that is drawn for it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Mark {
    pub center: Point,
    pub radius: f64,
}

/// A label that wants a place at a mark.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Label {
    /// The mark's index.
    pub mark: usize,
    pub width: f64,
    pub height: f64,
}

/// On which side of its point a label stands, and so, how its text is anchored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Left,
    Middle,
    Right,
}

/// A label's place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Placement {
    pub rect: Rect,
    pub side: Side,
    /// From the circle to the label, where they stand apart.
    pub leader: Option<Line>,
}

/// No more labels than this are given places: a frame full of labels is no longer read.
const MOST_LABELS: usize = 600;
/// The blank around a label, in pixels.
const MARGIN: f64 = 1.5;
/// How far the rings of candidates are from the circle, in pixels.
const RINGS: [f64; 6] = [2.5, 12.0, 22.0, 33.0, 45.0, 58.0];
/// A line is drawn from this distance on.
const APART: f64 = 8.0;
/// Directions of a ring.
const DIRECTIONS: usize = 16;
/// What it costs to cover part of a circle, in pixels of distance.
const COVERED: f64 = 18.0;
/// What it costs to come so near to a circle that a label might be taken for its own.
const NEAR: f64 = 5.0;

/// The places of the labels, which come with the most telling first.
pub(crate) fn place(frame: &Rect, marks: &[Mark], labels: &[Label]) -> Vec<Option<Placement>> {
    let mut placing = Placing {
        frame,
        marks,
        near: Grid::new(frame, marks),
        taken: Vec::new(),
    };
    let mut places: Vec<Option<Placement>> = Vec::with_capacity(labels.len());
    for label in labels.iter().take(MOST_LABELS) {
        let best = placing.best(label);
        placing.taken.extend(best);
        places.push(best);
    }
    places.resize(labels.len(), None);
    places
}

/// Labels on their way to their places.
struct Placing<'m> {
    frame: &'m Rect,
    marks: &'m [Mark],
    near: Grid,
    taken: Vec<Placement>,
}

impl Placing<'_> {
    /// The cheapest free place.
    fn best(&self, label: &Label) -> Option<Placement> {
        let mark = self.marks.get(label.mark)?;
        let mut best: Option<(f64, Placement)> = None;
        for (distance, candidate) in candidates(mark, label) {
            let limit = best.map_or(f64::INFINITY, |(cost, _)| cost);
            if distance >= limit || !self.is_free(&candidate) {
                continue;
            }
            if let Some(cost) = self.cost(mark.center, distance, &candidate, limit) {
                best = Some((cost, candidate));
            }
        }
        best.map(|(_, placement)| placement)
    }

    fn is_free(&self, candidate: &Placement) -> bool {
        let rect = candidate.rect.grown(MARGIN);
        rect.is_within(self.frame) && self.taken.iter().all(|other| {
            let misses = |line: Option<Line>, rect: &Rect| {
                line.is_none_or(|line| !rect.is_crossed_by(&line))
            };
            !rect.overlaps(&other.rect)
                && misses(other.leader, &rect)
                && misses(candidate.leader, &other.rect.grown(MARGIN))
                && !matches!((candidate.leader, other.leader), (Some(a), Some(b)) if a.crosses(&b))
        })
    }

    /// The distance, and more for circles elsewhere than `own` that are covered; nothing where a centre is
    /// covered, where the line leads over another circle, or from `limit` on.
    fn cost(&self, own: Point, distance: f64, candidate: &Placement, limit: f64) -> Option<f64> {
        let rect = candidate.rect.grown(MARGIN);
        let reach = candidate
            .leader
            .map_or(rect, |leader| around(&rect, leader.from));
        let mut cost = distance;
        for other in self.near.around(&reach) {
            let Mark { center, radius } = self.marks[other];
            let is_led_over =
                |line: &Line| square(center, radius * 0.7).is_crossed_by(line) && center != own;
            if rect.contains(center) || candidate.leader.as_ref().is_some_and(is_led_over) {
                return None;
            }
            if center != own {
                cost += match rect.nearest(center).distance(center) - radius {
                    gap if gap < 0.0 => COVERED,
                    gap if gap < NEAR => NEAR,
                    _ => 0.0,
                };
            }
            if cost >= limit {
                return None;
            }
        }
        Some(cost)
    }
}

/// All places that a label may take, with how far they are; the nearest rings first.
fn candidates(mark: &Mark, label: &Label) -> impl Iterator<Item = (f64, Placement)> {
    let (mark, label) = (*mark, *label);
    RINGS.into_iter().flat_map(move |ring| {
        (0..DIRECTIONS).map(move |direction| {
            let angle = TAU * direction as f64 / DIRECTIONS as f64;
            // Text is read best beside its point, at the right before the left, and above before below.
            let awkward = 1.5 * (1.0 - angle.cos()) + 2.0 * angle.sin().abs() + 0.5 * angle.sin();
            (ring + awkward, candidate(&mark, &label, ring, angle))
        })
    })
}

/// The place in a direction: the nearer edge or corner of the label is `ring` pixels from the circle.
fn candidate(mark: &Mark, label: &Label, ring: f64, angle: f64) -> Placement {
    let Mark { center, radius } = *mark;
    let (sin, cos) = angle.sin_cos();
    let steep = |part: f64| (part * 1.6).clamp(-1.0, 1.0);
    let middle = Point {
        x: center.x + cos * (radius + ring) + steep(cos) * label.width / 2.0,
        y: center.y + sin * (radius + ring) + steep(sin) * label.height / 2.0,
    };
    let rect = Rect {
        left: middle.x - label.width / 2.0,
        right: middle.x + label.width / 2.0,
        top: middle.y - label.height / 2.0,
        bottom: middle.y + label.height / 2.0,
    };
    let side = match () {
        () if rect.left >= center.x => Side::Right,
        () if rect.right <= center.x => Side::Left,
        () => Side::Middle,
    };
    let leader = (ring > APART).then(|| leader(mark, &rect));
    Placement { rect, side, leader }
}

/// The line from the edge of a circle to the nearest point of a label.
fn leader(mark: &Mark, rect: &Rect) -> Line {
    let Mark { center, radius } = *mark;
    let to = rect.nearest(center);
    let share = radius / to.distance(center).max(radius);
    let from = Point {
        x: center.x + (to.x - center.x) * share,
        y: center.y + (to.y - center.y) * share,
    };
    Line { from, to }
}

/// The smallest rectangle that holds another and a point.
fn around(rect: &Rect, point: Point) -> Rect {
    Rect {
        left: rect.left.min(point.x),
        top: rect.top.min(point.y),
        right: rect.right.max(point.x),
        bottom: rect.bottom.max(point.y),
    }
}

fn square(center: Point, half: f64) -> Rect {
    let Point { x, y } = center;
    Rect {
        left: x,
        top: y,
        right: x,
        bottom: y,
    }
    .grown(half)
}

/// The marks by the cells of a grid, so that only those nearby are looked at.
struct Grid {
    origin: Point,
    columns: usize,
    rows: usize,
    cells: Vec<Vec<usize>>,
    /// How far a mark's centre may be from a rectangle that its circle is near to.
    reach: f64,
}

/// The side of a cell, in pixels.
const CELL: f64 = 24.0;

impl Grid {
    fn new(frame: &Rect, marks: &[Mark]) -> Self {
        let count = |length: f64| (length / CELL).ceil().clamp(1.0, 1_000.0) as usize;
        let (columns, rows) = (count(frame.width()), count(frame.height()));
        let mut grid = Self {
            origin: Point {
                x: frame.left,
                y: frame.top,
            },
            columns,
            rows,
            cells: vec![Vec::new(); columns * rows],
            reach: NEAR + marks.iter().map(|mark| mark.radius).fold(0.0, f64::max),
        };
        for (index, mark) in marks.iter().enumerate() {
            let (column, row) = grid.cell(mark.center);
            grid.cells[row * columns + column].push(index);
        }
        grid
    }

    /// The cell of a point; what is outside belongs to the nearest one.
    fn cell(&self, point: Point) -> (usize, usize) {
        let place = |from: f64, to: f64, cells: usize| {
            (((to - from) / CELL).max(0.0) as usize).min(cells - 1)
        };
        (
            place(self.origin.x, point.x, self.columns),
            place(self.origin.y, point.y, self.rows),
        )
    }

    /// All marks whose circles may be near the rectangle, and others.
    fn around(&self, rect: &Rect) -> impl Iterator<Item = usize> {
        let rect = rect.grown(self.reach);
        let (left, top) = self.cell(Point {
            x: rect.left,
            y: rect.top,
        });
        let (right, bottom) = self.cell(Point {
            x: rect.right,
            y: rect.bottom,
        });
        (top..=bottom).flat_map(move |row| {
            let cells = &self.cells[row * self.columns + left..=row * self.columns + right];
            cells.iter().flatten().copied()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::geometry::{Line, Point, Rect};
    use super::*;
    use proptest::prelude::*;

    const FRAME: Rect = Rect {
        left: 60.0,
        top: 40.0,
        right: 900.0,
        bottom: 540.0,
    };

    /// What readers rely on, checked without the grid: labels in the frame, apart from each other, from
    /// others' lines and from the centres of points.
    fn check(marks: &[Mark], labels: &[Label], places: &[Option<Placement>]) {
        assert_eq!(places.len(), labels.len());
        let placed: Vec<&Placement> = places.iter().flatten().collect();
        for (i, one) in placed.iter().enumerate() {
            assert!(one.rect.is_within(&FRAME), "{one:?}");
            for mark in marks {
                assert!(!one.rect.contains(mark.center), "{one:?} {mark:?}");
            }
            for other in &placed[i + 1..] {
                assert!(!one.rect.overlaps(&other.rect), "{one:?} {other:?}");
                let crosses = |line: Option<Line>, rect: &Rect| {
                    line.is_some_and(|line| rect.is_crossed_by(&line))
                };
                assert!(!crosses(one.leader, &other.rect) && !crosses(other.leader, &one.rect));
            }
        }
        for (label, place) in labels.iter().zip(places) {
            let Some(place) = place else { continue };
            assert!((place.rect.width() - label.width).abs() < 1e-9);
            let mark = &marks[label.mark];
            let gap = place.rect.nearest(mark.center).distance(mark.center) - mark.radius;
            assert!(
                place.leader.is_some() || gap < APART + 1.0,
                "{place:?} {gap}"
            );
        }
    }

    fn mark(x: f64, y: f64, radius: f64) -> Mark {
        Mark {
            center: Point { x, y },
            radius,
        }
    }

    fn labels(marks: &[Mark], width: impl Fn(usize) -> f64) -> Vec<Label> {
        let label = |mark| Label {
            mark,
            width: width(mark),
            height: 14.0,
        };
        (0..marks.len()).map(label).collect()
    }

    #[test]
    fn a_label_alone_stands_at_the_right_of_its_point() {
        let marks = [mark(300.0, 300.0, 5.0)];
        let places = place(&FRAME, &marks, &labels(&marks, |_| 50.0));
        let Some(Placement { rect, side, leader }) = places[0] else {
            panic!("there is room");
        };
        assert_eq!((side, leader), (Side::Right, None));
        // 300 + radius 5 + ring 2.5.
        assert!((rect.left - 307.5).abs() < 1e-9 && (rect.top - 293.0).abs() < 1e-9);
        // At the right edge of the frame it stands at the left.
        let marks = [mark(890.0, 300.0, 5.0)];
        let places = place(&FRAME, &marks, &labels(&marks, |_| 50.0));
        assert_eq!(places[0].map(|place| place.side), Some(Side::Left));
    }

    #[test]
    fn all_points_at_one_place() {
        let marks = vec![mark(400.0, 300.0, 6.0); 400];
        let labels = labels(&marks, |i| 30.0 + (i % 7) as f64 * 10.0);
        let places = place(&FRAME, &marks, &labels);
        check(&marks, &labels, &places);
        let placed = places.iter().flatten().count();
        assert!(places[0].is_some() && placed >= 4, "{placed}");
    }

    #[test]
    fn points_in_a_corner_on_a_line_and_in_a_lattice() {
        let corner = vec![mark(FRAME.left, FRAME.bottom, 9.0); 50];
        let line = (0..400)
            .map(|i| mark(62.0 + f64::from(i) * 2.0, 300.0, 4.0))
            .collect();
        let lattice = (0..400)
            .map(|i| {
                mark(
                    70.0 + f64::from(i % 20) * 42.0,
                    50.0 + f64::from(i / 20) * 25.0,
                    3.0,
                )
            })
            .collect();
        for marks in [corner, line, lattice] {
            let labels = labels(&marks, |i| 25.0 + (i % 5) as f64 * 12.0);
            let places = place(&FRAME, &marks, &labels);
            check(&marks, &labels, &places);
            let placed = places.iter().flatten().count();
            assert!(placed >= 2, "{placed} of {}", marks.len());
        }
    }

    #[test]
    fn what_has_no_room_is_left_out() {
        let marks = [mark(300.0, 300.0, 5.0), mark(310.0, 300.0, 5.0)];
        let labels = labels(&marks, |i| if i == 0 { 5_000.0 } else { 40.0 });
        let places = place(&FRAME, &marks, &labels);
        assert!(places[0].is_none() && places[1].is_some());
        assert!(place(&FRAME, &[], &[]).is_empty());
        // More labels than are ever placed, and points outside the frame.
        let marks = vec![mark(-50.0, 9_000.0, 5.0); 2 * MOST_LABELS];
        let labels = super::tests::labels(&marks, |_| 10.0);
        check(&marks, &labels, &place(&FRAME, &marks, &labels));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]
        #[test]
        fn labels_never_overlap(
            points in prop::collection::vec((60.0..900.0_f64, 40.0..540.0_f64, 1.0..14.0_f64, 10.0..130.0_f64), 0..400),
            clusters in 1.0..80.0_f64,
        ) {
            // Some sets are clustered: rounded to a lattice of that many pixels.
            let snap = |x: f64| if clusters < 40.0 { x } else { (x / clusters).round() * clusters };
            let marks: Vec<Mark> = points.iter().map(|&(x, y, radius, _)| mark(snap(x), snap(y), radius)).collect();
            let labels = labels(&marks, |i| points[i].3);
            check(&marks, &labels, &place(&FRAME, &marks, &labels));
        }
    }
}
