//! A plot, laid out: a panel a group, all with the same axes, and a legend below.

use super::super::numbers::{grouped, p_value};
use super::axis::{Axis, Tick, decades, doublings};
use super::geometry::{Line, Pixels, Point, Rect};
use super::labels::{Label, Mark, Side, place};
use super::series::{self, Series, Spot};
use super::width::{fitted, text_width};
use crate::compare::{Comparison, ComparisonRow};

/// Font sizes, in pixels: of labels, of what stands at axes, and of names.
pub(super) const LABEL: f64 = 12.0;
pub(super) const SMALL: f64 = 11.5;
pub(super) const NAME: f64 = 15.0;
/// The height of a line of labels, from above the accents to below the descenders.
const LINE: f64 = 1.2 * LABEL;
/// From the top of a line of labels to its baseline.
const ASCENT: f64 = 0.95 * LABEL;
/// Radii of the largest and the smallest circle.
const LARGEST: f64 = 13.0;
const SMALLEST: f64 = 2.5;
/// Room around a frame: for the labels of the axes, and for names.
const LEFT: f64 = 74.0;
const RIGHT: f64 = 14.0;
const BOTTOM: f64 = 46.0;
const HEADING: f64 = 48.0;
/// Room inside a frame, so that circles and labels stay off its edges.
const INSET: f64 = 22.0;
/// Room between panels, and around all.
const GAP: f64 = 18.0;
/// The heights of a line of the legend and of a note.
const LEGEND_LINE: f64 = 26.0;
const NOTE_LINE: f64 = 20.0;
/// More panels than this can't be told apart.
const MOST_PANELS: usize = 12;
/// No more terms than this have labels at one circle.
const MOST_AT_ONE: usize = 4;
/// No more terms than this are named in a tooltip.
const MOST_NAMED: usize = 12;

/// A plot with everything in its place.
pub(crate) struct Sheet {
    pub width: Pixels,
    pub height: Pixels,
    pub title: String,
    pub description: String,
    pub panels: Vec<Panel>,
    pub legend: Vec<Key>,
    pub notes: Vec<Text>,
}

/// A group's part of a plot.
pub(crate) struct Panel {
    pub heading: Option<Heading>,
    pub frame: Frame,
    pub columns: Vec<Text>,
    /// Each with the height of its line.
    pub rows: Vec<(Pixels, Text)>,
    pub dots: Vec<Dot>,
    pub labels: Vec<Text>,
    pub leaders: Vec<[Pixels; 4]>,
    pub axis_titles: [Text; 2],
}

/// A group's name, and what it is compared with.
pub(crate) struct Heading {
    pub name: Text,
    pub about: Text,
    pub full: String,
}

/// The rectangle that terms are in, and the line where nothing differs.
pub(crate) struct Frame {
    pub left: Pixels,
    pub top: Pixels,
    pub right: Pixels,
    pub bottom: Pixels,
    pub width: Pixels,
    pub height: Pixels,
    pub zero: Pixels,
}

/// A circle.
pub(crate) struct Dot {
    pub x: Pixels,
    pub y: Pixels,
    pub radius: Pixels,
    /// Its classes in the style sheet.
    pub class: &'static str,
    pub tooltip: String,
}

/// A line of text.
pub(crate) struct Text {
    pub x: Pixels,
    /// Of the baseline.
    pub y: Pixels,
    /// What stands at `x`: the `start`, `middle` or `end` of the text.
    pub anchor: &'static str,
    pub text: String,
}

/// An entry of the legend.
pub(crate) struct Key {
    pub dot: Dot,
    pub text: Text,
}

/// How numbers become places, the same in all panels.
struct Scales {
    frequency: (f64, f64),
    log_ratio: (f64, f64),
    largest_g2: f64,
}

impl Scales {
    fn of(series: &[Series]) -> Self {
        let mut scales = Self {
            frequency: (f64::INFINITY, f64::NEG_INFINITY),
            log_ratio: (0.0, 0.0),
            largest_g2: 0.0,
        };
        let widen = |bounds: &mut (f64, f64), value: f64| {
            *bounds = (bounds.0.min(value), bounds.1.max(value));
        };
        for spot in series.iter().flat_map(|series| &series.spots) {
            widen(&mut scales.frequency, spot.frequency);
            widen(&mut scales.log_ratio, spot.log_ratio);
            scales.largest_g2 = scales.largest_g2.max(spot.g2.abs());
        }
        let (low, high) = scales.frequency;
        if low > high {
            scales.frequency = (0.0, 3.0);
        } else if high - low < 1.0 {
            let middle = (low + high) / 2.0;
            scales.frequency = (middle - 0.5, middle + 0.5);
        }
        if scales.log_ratio.1 - scales.log_ratio.0 < 1.0 {
            scales.log_ratio.1 = scales.log_ratio.0 + 1.0;
        }
        scales
    }

    /// The radius of a circle whose area is as its significance.
    fn radius(&self, g2: f64) -> f64 {
        let share = g2.abs() / self.largest_g2.max(f64::MIN_POSITIVE);
        (LARGEST * share.sqrt()).max(SMALLEST)
    }

    fn x(&self, frame: &Rect) -> Axis {
        Axis {
            low: self.frequency.0,
            high: self.frequency.1,
            from: frame.left + INSET,
            to: frame.right - INSET,
        }
    }

    fn y(&self, frame: &Rect) -> Axis {
        Axis {
            low: self.log_ratio.0,
            high: self.log_ratio.1,
            from: frame.bottom - INSET,
            to: frame.top + INSET,
        }
    }
}

impl Sheet {
    /// All groups that have terms, as far as there is room, each with its name.
    pub(crate) fn of_all(comparison: &Comparison) -> Self {
        let all = series::all(comparison);
        let (with_terms, without): (Vec<&Series>, Vec<&Series>) =
            all.iter().partition(|series| !series.spots.is_empty());
        let (drawn, more) = with_terms.split_at(with_terms.len().min(MOST_PANELS));
        let mut notes = Vec::new();
        if !more.is_empty() {
            notes.push(format!("Not drawn for want of room: {}", named(more)));
        }
        if !without.is_empty() {
            notes.push(format!(
                "No term differs significantly: {}",
                named(&without)
            ));
        }
        Self::new(drawn, &Scales::of(&all), true, notes)
    }

    /// A sheet for each pair, all with the same axes, without names: these stand elsewhere.
    pub(crate) fn of_each(comparison: &Comparison) -> impl Iterator<Item = Self> {
        let all = series::all(comparison);
        let scales = Scales::of(&all);
        let sheet = move |series| Self::new(&[&series], &scales, false, Vec::new());
        all.into_iter().map(sheet)
    }

    fn new(drawn: &[&Series], scales: &Scales, has_headings: bool, mut notes: Vec<String>) -> Self {
        let grid = Grid::of(drawn.len(), has_headings);
        let mut panels = Vec::new();
        let mut unlabelled = 0;
        for (place, series) in drawn.iter().enumerate() {
            let (panel, left_out) = Panel::new(series, scales, grid.frame(place), has_headings);
            panels.push(panel);
            unlabelled += left_out;
        }
        if unlabelled > 0 {
            let count = grouped(unlabelled as u64);
            notes.push(format!(
                "{count} more terms have no label: point at a circle for its own."
            ));
        }
        let (width, below) = grid.size(panels.len());
        let (legend, below) = legend(drawn, scales, width, below + GAP);
        let (notes, below) = lines(notes, below);
        Self {
            width: Pixels(width),
            height: Pixels(below),
            title: title(drawn),
            description: description(drawn),
            panels,
            legend,
            notes,
        }
    }
}

/// Panels side by side and in rows.
struct Grid {
    columns: usize,
    width: f64,
    height: f64,
    heading: f64,
}

impl Grid {
    /// The more panels, the smaller each is.
    fn of(panels: usize, has_headings: bool) -> Self {
        let (columns, width, height) = match panels {
            0 | 1 => (1, 960.0, 560.0),
            2..=4 => (2, 640.0, 480.0),
            _ => (3, 500.0, 420.0),
        };
        Self {
            columns,
            width,
            height,
            heading: if has_headings { HEADING } else { GAP },
        }
    }

    /// The frame of the panel at a place.
    fn frame(&self, place: usize) -> Rect {
        let (column, row) = ((place % self.columns) as f64, (place / self.columns) as f64);
        Rect {
            left: column * self.width + LEFT,
            top: row * self.height + self.heading,
            right: (column + 1.0) * self.width - RIGHT,
            bottom: (row + 1.0) * self.height - BOTTOM,
        }
    }

    /// Width and height of so many panels; of none, those of a line.
    fn size(&self, panels: usize) -> (f64, f64) {
        let rows = panels.div_ceil(self.columns) as f64;
        (
            self.width * self.columns as f64,
            (self.height * rows).max(LEGEND_LINE),
        )
    }
}

impl Panel {
    /// A panel, and how many of its terms have no label for want of room.
    fn new(series: &Series, scales: &Scales, frame: Rect, has_heading: bool) -> (Self, usize) {
        let (x, y) = (scales.x(&frame), scales.y(&frame));
        let mark = |spot: &Spot| Mark {
            center: Point {
                x: x.at(spot.frequency),
                y: y.at(spot.log_ratio),
            },
            radius: scales.radius(spot.g2),
        };
        let marks: Vec<Mark> = series.spots.iter().map(mark).collect();
        let (labels, leaders, left_out) = labelled(&series.spots, &marks, &frame);
        let panel = Self {
            heading: has_heading.then(|| Heading::new(series, &frame)),
            columns: columns(&x, &frame),
            rows: rows(&y, &frame),
            dots: dots(&series.spots, &marks),
            labels,
            leaders,
            axis_titles: axis_titles(&frame),
            frame: Frame {
                left: Pixels(frame.left),
                top: Pixels(frame.top),
                right: Pixels(frame.right),
                bottom: Pixels(frame.bottom),
                width: Pixels(frame.width()),
                height: Pixels(frame.height()),
                zero: Pixels(y.at(0.0)),
            },
        };
        (panel, left_out)
    }
}

impl Heading {
    fn new(series: &Series, frame: &Rect) -> Self {
        let Series {
            group,
            against,
            words,
            ..
        } = series;
        let words = format!(" · {} words", grouped(*words));
        let room = frame.width() - text_width("against ", SMALL) - text_width(&words, SMALL);
        let about = format!("against {}{words}", fitted(against, SMALL, room));
        let line = |below: f64, text: String| Text {
            x: Pixels(frame.left),
            y: Pixels(frame.top - HEADING + below),
            anchor: "start",
            text,
        };
        Self {
            // Bold text is wider than what the table of widths is of.
            name: line(21.0, fitted(group, NAME * 1.12, frame.width())),
            about: line(38.0, about),
            full: format!("{group} against {against}{words}"),
        }
    }
}

/// The labels that have room, the lines to those that stand apart, and how many have none.
fn labelled(spots: &[Spot], marks: &[Mark], frame: &Rect) -> (Vec<Text>, Vec<[Pixels; 4]>, usize) {
    let of_spot = |(mark, spot): (usize, &Spot)| {
        let terms = spot.rows.iter().take(MOST_AT_ONE);
        terms
            .map(|row| (mark, row.term.clone()))
            .collect::<Vec<_>>()
    };
    let terms: Vec<(usize, String)> = spots.iter().enumerate().flat_map(of_spot).collect();
    let wanted = |(mark, term): &(usize, String)| Label {
        mark: *mark,
        width: text_width(term, LABEL),
        height: LINE,
    };
    let wanted: Vec<Label> = terms.iter().map(wanted).collect();
    let (mut labels, mut leaders) = (Vec::new(), Vec::new());
    for ((_, term), placement) in terms.iter().zip(place(frame, marks, &wanted)) {
        let Some(placement) = placement else { continue };
        let rect = placement.rect;
        let (x, anchor) = match placement.side {
            Side::Right => (rect.left, "start"),
            Side::Left => (rect.right, "end"),
            Side::Middle => ((rect.left + rect.right) / 2.0, "middle"),
        };
        labels.push(Text {
            x: Pixels(x),
            y: Pixels(rect.top + ASCENT),
            anchor,
            text: term.clone(),
        });
        if let Some(Line { from, to }) = placement.leader {
            leaders.push([from.x, from.y, to.x, to.y].map(Pixels));
        }
    }
    let all: usize = spots.iter().map(|spot| spot.rows.len()).sum();
    let left_out = all - labels.len();
    (labels, leaders, left_out)
}

/// The circles, the largest first, so that none hides a smaller one.
fn dots(spots: &[Spot], marks: &[Mark]) -> Vec<Dot> {
    let mut order: Vec<(&Spot, &Mark)> = spots.iter().zip(marks).collect();
    order.sort_by(|(_, a), (_, b)| b.radius.total_cmp(&a.radius));
    let dot = |(spot, mark): (&Spot, &Mark)| Dot {
        x: Pixels(mark.center.x),
        y: Pixels(mark.center.y),
        radius: Pixels(mark.radius),
        class: class(spot),
        tooltip: tooltip(spot),
    };
    order.into_iter().map(dot).collect()
}

fn class(spot: &Spot) -> &'static str {
    match (spot.g2 >= 0.0, spot.is_one_sided) {
        (true, false) => "over",
        (true, true) => "over hollow",
        (false, false) => "under",
        (false, true) => "under hollow",
    }
}

fn tooltip(spot: &Spot) -> String {
    let names: Vec<&str> = spot
        .rows
        .iter()
        .map(|row| &*row.term)
        .take(MOST_NAMED)
        .collect();
    let more = match spot.rows.len() - names.len() {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let ComparisonRow {
        count,
        reference_count,
        per_million,
        reference_per_million,
        g2,
        p_adjusted,
        log_ratio,
        ..
    } = spot.rows[0];
    format!(
        "{}{more}: {} against {} occurrences, {} against {} per million, log ratio {log_ratio:+.2}, G² {g2:+.1}, adjusted p {}",
        names.join(", "),
        grouped(*count),
        grouped(*reference_count),
        grouped(per_million.round() as u64),
        grouped(reference_per_million.round() as u64),
        p_value(*p_adjusted)
    )
}

fn columns(x: &Axis, frame: &Rect) -> Vec<Text> {
    // What the inset adds to the axis may have a mark too.
    let inset = INSET / (x.to - x.from) * (x.high - x.low);
    let text = |tick: Tick| Text {
        x: Pixels(x.at(tick.value)),
        y: Pixels(frame.bottom + 16.0),
        anchor: "middle",
        text: tick.label,
    };
    let ticks = decades(x.low - inset * 0.6, x.high + inset * 0.6);
    ticks.into_iter().map(text).collect()
}

/// From the middle of a line of small text to its baseline.
const DROP: f64 = 4.0;

fn rows(y: &Axis, frame: &Rect) -> Vec<(Pixels, Text)> {
    let inset = INSET / (y.from - y.to) * (y.high - y.low);
    let text = |tick: Tick| {
        let text = Text {
            x: Pixels(frame.left - 8.0),
            y: Pixels(y.at(tick.value) + DROP),
            anchor: "end",
            text: tick.label,
        };
        (Pixels(y.at(tick.value)), text)
    };
    let ticks = doublings(y.low - inset * 0.8, y.high + inset * 0.8, 9);
    ticks.into_iter().map(text).collect()
}

/// What is to the right, and what is up; the second is turned.
fn axis_titles(frame: &Rect) -> [Text; 2] {
    let text = |x: f64, y: f64, text: &str| Text {
        x: Pixels(x),
        y: Pixels(y),
        anchor: "middle",
        text: text.to_owned(),
    };
    [
        text(
            (frame.left + frame.right) / 2.0,
            frame.bottom + 36.0,
            "occurrences in a million words of both sides →",
        ),
        text(
            frame.left - LEFT + 16.0,
            (frame.top + frame.bottom) / 2.0,
            "times as often (log ratio) →",
        ),
    ]
}

/// What the circles mean, in as many lines as it takes, and where that ends.
fn legend(drawn: &[&Series], scales: &Scales, width: f64, top: f64) -> (Vec<Key>, f64) {
    let spots = || drawn.iter().flat_map(|series| &series.spots);
    let mut entries: Vec<(&'static str, f64, String)> = Vec::new();
    if spots().any(|spot| spot.g2 >= 0.0) {
        entries.push(("over", 6.0, "more often than the other side".to_owned()));
    }
    if spots().any(|spot| spot.g2 < 0.0) {
        entries.push(("under", 6.0, "less often".to_owned()));
    }
    if spots().any(|spot| spot.is_one_sided) {
        let text = "not at all on one side (counted as 0.5)".to_owned();
        entries.push(("plain hollow", 6.0, text));
    }
    for g2 in sizes(scales.largest_g2) {
        let text = format!("G² {}", grouped(g2 as u64));
        entries.push(("plain", scales.radius(g2), text));
    }
    let (mut keys, mut x, mut y) = (Vec::new(), LEFT, top);
    for (class, radius, text) in entries {
        let wide = 2.0 * radius + 6.0 + text_width(&text, SMALL);
        if x + wide > width - RIGHT && x > LEFT {
            (x, y) = (LEFT, y + LEGEND_LINE);
        }
        keys.push(key(class, radius, text, Point { x, y }));
        x += wide + 20.0;
    }
    let bottom = if keys.is_empty() {
        top
    } else {
        y + LEGEND_LINE
    };
    (keys, bottom)
}

fn key(class: &'static str, radius: f64, text: String, at: Point) -> Key {
    Key {
        dot: Dot {
            x: Pixels(at.x + radius),
            y: Pixels(at.y),
            radius: Pixels(radius),
            class,
            tooltip: String::new(),
        },
        text: Text {
            x: Pixels(at.x + 2.0 * radius + 6.0),
            y: Pixels(at.y + DROP),
            anchor: "start",
            text,
        },
    }
}

/// Up to three round values that circles of the legend stand for, the largest at most `largest`.
fn sizes(largest: f64) -> Vec<f64> {
    let mut sizes = Vec::new();
    let mut power = 10_f64.powi(largest.max(1.0).log10().floor() as i32);
    while sizes.len() < 3 && power >= 1.0 {
        let factors = [5.0, 2.0, 1.0].into_iter();
        let below = |last: f64| factors.map(|f| f * power).find(|&size| size <= last);
        // Each circle has at most a third of the area of the one before.
        match below(sizes.last().map_or(largest, |last| last / 3.0)) {
            Some(size) => sizes.push(size),
            None => power /= 10.0,
        }
    }
    sizes.reverse();
    sizes
}

/// Lines below each other, and where these end.
fn lines(texts: Vec<String>, top: f64) -> (Vec<Text>, f64) {
    let mut y = top;
    let mut lines = Vec::new();
    for text in texts {
        lines.push(Text {
            x: Pixels(LEFT),
            y: Pixels(y + DROP),
            anchor: "start",
            text,
        });
        y += NOTE_LINE;
    }
    (lines, y)
}

/// The names of groups, as many as a line has room for.
fn named(series: &[&Series]) -> String {
    let name = |series: &&Series| fitted(series.group, SMALL, 180.0);
    let names: Vec<String> = series.iter().take(3).map(name).collect();
    match series.len() - names.len() {
        0 => names.join(", "),
        more => format!("{} and {} more", names.join(", "), grouped(more as u64)),
    }
}

fn title(drawn: &[&Series]) -> String {
    match drawn {
        [] => "There is no term to draw".to_owned(),
        [one] => format!("Terms of {} against {}", one.group, one.against),
        several => format!("Terms of {} groups", several.len()),
    }
}

/// The plot in words: how it is read, and the first terms of each group.
fn description(drawn: &[&Series]) -> String {
    let mut description =
        "Each circle is a term: to the right the more frequent in both sides together, \
        up the more the group has of it, the larger the more significant (G²)."
            .to_owned();
    for Series { group, spots, .. } in drawn {
        let rows = spots.iter().flat_map(|spot| &spot.rows);
        let terms: Vec<&str> = rows.map(|row| &*row.term).take(MOST_NAMED).collect();
        description += &format!(" {group}: {}.", terms.join(", "));
    }
    description
}

#[cfg(test)]
mod tests {
    use super::super::series::tests::comparison;
    use super::*;

    const WORDS: [&str; 8] = [
        "barrier", "swift", "water", "harbour", "stone", "reed", "mill", "quay",
    ];

    /// A text with each word as often as its number says.
    fn text(counts: [usize; 8]) -> String {
        let repeated = |(word, count): (&&str, usize)| format!("{word} ").repeat(count);
        WORDS.iter().zip(counts).map(repeated).collect()
    }

    #[test]
    fn a_group_is_drawn_in_a_panel() {
        let (a, b) = (
            text([40, 1, 9, 3, 3, 0, 2, 5]),
            text([2, 30, 9, 3, 3, 7, 0, 5]),
        );
        let comparison = comparison(&[("a.txt", &a), ("b.txt", &b)]);
        let sheet = Sheet::of_all(&comparison);
        assert_eq!((sheet.panels.len(), sheet.width.0), (2, 1280.0));
        let [first, second] = &sheet.panels[..] else {
            panic!("two panels");
        };
        assert!(first.frame.right.0 < second.frame.left.0);
        let up = first.dots.iter().filter(|dot| dot.y.0 < first.frame.zero.0);
        assert!(up.clone().all(|dot| dot.class.starts_with("over")) && up.count() >= 1);
        // The second is the first upside down, for all terms are in both.
        let heights = |panel: &Panel| {
            let mut heights: Vec<i64> = panel
                .dots
                .iter()
                .map(|dot| (dot.y.0 - panel.frame.zero.0).round() as i64)
                .collect();
            heights.sort_unstable();
            heights
        };
        let turned: Vec<i64> = heights(second).iter().rev().map(|height| -height).collect();
        assert_eq!(heights(first), turned);
        assert_eq!(first.labels.len(), 8);
    }

    #[test]
    fn everything_is_on_the_sheet() {
        let texts: Vec<(String, String)> = (0..15)
            .map(|i| {
                let mut counts = [3; 8];
                counts[i % 8] = 40 + i;
                (format!("folder/of/texts/number-{i}.txt"), text(counts))
            })
            .collect();
        let texts: Vec<(&str, &str)> = texts.iter().map(|(a, b)| (&**a, &**b)).collect();
        for count in [1, 2, 3, 5, 15] {
            let comparison = comparison(&texts[..count]);
            let sheet = Sheet::of_all(&comparison);
            assert_eq!(
                sheet.panels.len(),
                if count == 1 {
                    0
                } else {
                    count.min(MOST_PANELS)
                }
            );
            let inside =
                |x: f64, y: f64| x >= 0.0 && x <= sheet.width.0 && y >= 0.0 && y <= sheet.height.0;
            for panel in &sheet.panels {
                assert!(inside(panel.frame.right.0, panel.frame.bottom.0 + 36.0));
                for dot in &panel.dots {
                    assert!(dot.x.0 > panel.frame.left.0 && dot.x.0 < panel.frame.right.0);
                    assert!(dot.y.0 > panel.frame.top.0 && dot.y.0 < panel.frame.bottom.0);
                }
            }
            let texts = sheet.legend.iter().map(|key| &key.text).chain(&sheet.notes);
            for Text { x, y, text, .. } in texts {
                assert!(inside(x.0 + text_width(text, SMALL), y.0), "{text}");
            }
        }
        let notes = Sheet::of_all(&comparison(&texts)).notes;
        assert!(
            notes[0].text.starts_with("Not drawn for want of room: "),
            "{}",
            notes[0].text
        );
    }

    #[test]
    fn one_group_alone_has_no_heading_and_the_axes_of_all() {
        let (a, b) = (
            text([40, 1, 9, 3, 3, 0, 2, 5]),
            text([2, 30, 9, 3, 3, 7, 0, 5]),
        );
        let comparison = comparison(&[("a.txt", &a), ("b.txt", &b)]);
        let sheets: Vec<Sheet> = Sheet::of_each(&comparison).collect();
        let [first, second] = &sheets[..] else {
            panic!("two sheets");
        };
        assert!(first.panels[0].heading.is_none());
        let ticks = |sheet: &Sheet| -> Vec<String> {
            sheet.panels[0]
                .columns
                .iter()
                .map(|tick| tick.text.clone())
                .collect()
        };
        assert_eq!(ticks(first), ticks(second));
    }

    #[test]
    fn the_legend_has_round_sizes() {
        assert_eq!(sizes(830.0), [20.0, 100.0, 500.0]);
        assert_eq!(sizes(26.3), [1.0, 5.0, 20.0]);
        assert_eq!(sizes(1.5), [1.0]);
        assert!(sizes(0.2).is_empty());
    }

    #[test]
    fn a_tooltip_has_the_counts() {
        let comparison = comparison(&[
            ("a", "stone stone reed reed"),
            ("b", "water water water sand"),
        ]);
        let all = series::all(&comparison);
        let spot = all[0].spots.iter().find(|spot| spot.rows[0].term == "reed");
        // log2((2/4) / (0.5/4)) = 2; G² = 2 · 2 · 2 · ln 2 + …, as G² has it.
        let text = tooltip(spot.expect("it is there"));
        assert!(
            text.starts_with("reed, stone: 2 against 0 occurrences, 500,000 against 0 per million, log ratio +2.00, G² +"),
            "{text}"
        );
    }
}
