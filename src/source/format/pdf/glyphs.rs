//! The characters of a page and where they stand.

use hayro_interpret::font::{Glyph as Drawn, GlyphRun};
use hayro_interpret::hayro_cmap::{BfString, WritingMode};
use hayro_interpret::hayro_syntax::object::{Dict, Name};
use hayro_interpret::hayro_syntax::page::Page;
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect, Vec2};
use hayro_interpret::{
    BlendMode, CacheKey, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps,
    InterpreterCache, InterpreterSettings, RenderContent, SoftMask, interpret_page,
};
use unicode_normalization::UnicodeNormalization;

use super::fonts::Fonts;
use crate::source::{FailureKind, Fault};

/// A character on a page, turned so that its line runs from left to right. Lengths are in points (1/72 inch),
/// and `baseline` grows downward.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Glyph {
    pub c: char,
    pub left: f32,
    pub right: f32,
    pub baseline: f32,
    pub size: f32,
    /// What tells fonts apart within a document, once it is [resolved](Fonts::resolved).
    pub font: u32,
}

/// What one page shows.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    /// The characters of the direction that most of them have, in the order in which they are drawn.
    pub glyphs: Vec<Glyph>,
    /// How many characters have a shape only: their font does not tell what they are.
    pub unknown: usize,
}

/// A page has fewer characters; a form that is drawn within itself again and again has more.
const MOST_GLYPHS: usize = 2_000_000;
/// Sizes beyond these are no text: hidden marks, ornaments.
const SIZES: std::ops::RangeInclusive<f64> = 1.0..=1_000.0;
/// Text may slant so much (the sine) and is still horizontal or vertical; watermarks run askew.
const SLANT: f64 = 0.2;

/// The characters of a page.
///
/// # Errors
/// When there are more than a page can hold.
pub(super) fn of_page<'a>(
    page: &Page<'a>,
    cache: &InterpreterCache<'a>,
    fonts: &mut Fonts,
) -> Result<Sheet, Fault> {
    let settings = InterpreterSettings {
        render_content: RenderContent::PAGE,
        ..InterpreterSettings::default()
    };
    let transform = Affine::new(page.initial_transform(true).as_coeffs());
    let (width, height) = page.render_dimensions();
    let bounds = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
    let mut context = Context::new(transform, bounds, cache, page.xref(), settings);
    let mut collector = Collector {
        size: (f64::from(width), f64::from(height)),
        fonts,
        glyphs: Default::default(),
        count: 0,
        unknown: 0,
        marked: Vec::new(),
    };
    interpret_page(page, &mut context, &mut collector);
    collector.into_sheet()
}

/// The way a line runs on the page.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Direction {
    Right,
    Down,
    Left,
    Up,
}

impl Direction {
    fn of(along: Vec2) -> Option<Self> {
        let unit = along / along.hypot();
        match (unit.x, unit.y) {
            (x, y) if y.abs() < SLANT => Some(if x > 0.0 { Self::Right } else { Self::Left }),
            (x, y) if x.abs() < SLANT => Some(if y > 0.0 { Self::Down } else { Self::Up }),
            _ => None,
        }
    }

    /// Where a point is once the page is turned so that the line runs to the right.
    fn turn(self, point: Point, (width, height): (f64, f64)) -> Point {
        match self {
            Self::Right => point,
            Self::Down => Point::new(point.y, width - point.x),
            Self::Left => Point::new(width - point.x, height - point.y),
            Self::Up => Point::new(height - point.y, point.x),
        }
    }
}

/// Takes the characters that a page draws.
struct Collector<'f> {
    size: (f64, f64),
    fonts: &'f mut Fonts,
    /// By direction.
    glyphs: [Vec<Glyph>; 4],
    count: usize,
    unknown: usize,
    /// For each marked part of the page that is open, whether it is a running head or a page number.
    marked: Vec<bool>,
}

impl Collector<'_> {
    fn into_sheet(self) -> Result<Sheet, Fault> {
        if self.count >= MOST_GLYPHS {
            let reason = format!("a page of more than {MOST_GLYPHS} characters");
            return Err(Fault::new(FailureKind::TooLarge, reason));
        }
        let mut glyphs = self.glyphs.into_iter();
        let first = glyphs.next().unwrap_or_default();
        let most = glyphs.fold(first, |most, other| {
            if other.len() > most.len() {
                other
            } else {
                most
            }
        });
        Ok(Sheet {
            glyphs: most,
            unknown: self.unknown,
        })
    }

    fn draw(&mut self, glyph: &Drawn, font: u32, transform: Affine, is_vertical: bool) {
        let origin = transform * Point::ZERO;
        let em = transform * Point::new(1_000.0, 0.0) - origin;
        let up = transform * Point::new(0.0, 1_000.0) - origin;
        let size = up.hypot();
        let along = if is_vertical { -up } else { em };
        let Some(direction) = Direction::of(along).filter(|_| SIZES.contains(&size)) else {
            return;
        };
        let advance = match glyph {
            _ if is_vertical => size,
            Drawn::Outline(outline) => {
                em.hypot() * f64::from(outline.advance_width().unwrap_or(500.0)) / 1_000.0
            }
            Drawn::Type3(shape) => {
                em.hypot() * f64::from(shape.advance_width().unwrap_or(500.0)) / 1_000.0
            }
        };
        let at = direction.turn(origin, self.size);
        let (left, baseline) = (at.x as f32, at.y as f32);
        if !(left.is_finite() && baseline.is_finite() && advance.is_finite()) {
            return;
        }
        let text = match glyph.as_unicode() {
            None => match glyph {
                Drawn::Type3(shape) => guessed(shape.char_code()),
                Drawn::Outline(_) => String::new(),
            },
            Some(BfString::Char(c)) => readable(&mut std::iter::once(c)),
            Some(BfString::String(text)) => readable(&mut text.chars()),
        };
        if text.is_empty() {
            self.unknown += 1;
            return;
        }
        let width = advance as f32 / text.chars().count() as f32;
        for (place, c) in text.chars().enumerate() {
            let left = left + width * place as f32;
            self.count += 1;
            self.glyphs[direction as usize].push(Glyph {
                c,
                left,
                right: left + width,
                baseline,
                size: size as f32,
                font,
            });
        }
    }
}

/// What a code means in a font of pictures that names none: TeX made such fonts, in its own two encodings (Knuth's OT1, and T1
/// of Cork 1990), which have the letters where ASCII and Latin-1 have them.
fn guessed(code: u32) -> String {
    let text = match code {
        0x0b | 0x1b => "ff",
        0x0c | 0x1c => "fi",
        0x0d | 0x1d => "fl",
        0x0e | 0x1e => "ffi",
        0x0f | 0x1f => "ffl",
        0x10 => "“",
        0x11 => "”",
        0x12 => "„",
        0x13 => "«",
        0x14 => "»",
        0x15 => "–",
        0x16 => "—",
        0x7f => "-",
        0xd7 => "Œ",
        0xf7 => "œ",
        0xff => "ß",
        0x20..=0x7e | 0xc0..=0xff => {
            return char::from_u32(code).map(String::from).unwrap_or_default();
        }
        _ => "",
    };
    text.to_owned()
}

/// What tells the shape of a glyph from all others of its font and of other fonts.
fn shape(glyph: &Drawn) -> u128 {
    match glyph {
        Drawn::Outline(outline) => outline.identifier().cache_key(),
        Drawn::Type3(shape) => shape.cache_key(),
    }
}

/// Characters as text has them: ligatures and Arabic shapes taken apart, blanks of all kinds one blank, without
/// control characters; a bullet of a symbol font is a bullet.
fn readable(chars: &mut dyn Iterator<Item = char>) -> String {
    let mut text = String::new();
    for c in chars {
        match c {
            '\u{fb00}'..='\u{fb4f}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' => {
                text.extend(std::iter::once(c).nfkc());
            }
            '\u{f0b7}' | '\u{f0a7}' | '\u{f076}' => text.push('•'),
            '\u{ad}' => text.push('-'),
            '\u{e000}'..='\u{f8ff}' | '\u{fffd}' | '\u{feff}' | '\u{200b}' => {}
            c if c.is_whitespace() => text.push(' '),
            c if c.is_control() => {}
            c => text.push(c),
        }
    }
    text
}

impl Device<'_> for Collector<'_> {
    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'_>, _: &DrawMode) {}

    fn push_clip_path(&mut self, _: &ClipPath) {}

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'_>>, _: BlendMode) {}

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, '_>, props: DrawProps<'_>, _: &DrawMode) {
        if self.marked.contains(&true) || self.count >= MOST_GLYPHS {
            return;
        }
        let is_vertical = run.writing_mode() == WritingMode::Vertical;
        let font = self
            .fonts
            .of_run(run.glyphs().iter().map(|glyph| shape(glyph)));
        for glyph in run.glyphs() {
            let transform = props.transform * glyph.transform();
            self.draw(glyph, font, transform, is_vertical);
        }
    }

    fn draw_image(&mut self, _: Image<'_, '_>, _: ImageDrawProps<'_>) {}

    fn pop_clip(&mut self) {}

    fn pop_transparency_group(&mut self) {}

    fn begin_marked_content(&mut self, tag: &[u8], properties: Option<&Dict<'_>>) {
        let is_pagination = tag == b"Artifact"
            && properties
                .and_then(|properties| properties.get::<Name<'_>>("Type".as_bytes()))
                .is_some_and(|kind| kind.as_str() == "Pagination");
        self.marked.push(is_pagination);
    }

    fn end_marked_content(&mut self) {
        self.marked.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_made_readable() {
        let of = |text: &str| readable(&mut text.chars());
        assert_eq!(of("ﬁ"), "fi");
        assert_eq!(of("\u{f0b7}"), "•");
        assert_eq!(of("\u{a0}a\u{3}\u{e123}"), " a");
        assert_eq!(of("\u{fefb}"), "لا");
    }

    #[test]
    fn pages_are_turned_so_that_lines_run_to_the_right() {
        let turned = |direction: Direction, x, y| {
            let point = direction.turn(Point::new(x, y), (600.0, 800.0));
            (point.x, point.y)
        };
        // The beginning of the first line of a page that lies on its side.
        assert_eq!(turned(Direction::Up, 50.0, 770.0), (30.0, 50.0));
        assert_eq!(turned(Direction::Down, 550.0, 30.0), (30.0, 50.0));
        assert_eq!(turned(Direction::Left, 570.0, 750.0), (30.0, 50.0));
        let is_right = |x, y| Direction::of(Vec2::new(x, y)) == Some(Direction::Right);
        assert!(is_right(1.0, 0.05) && !is_right(1.0, 1.0) && !is_right(0.0, 1.0));
    }
}
