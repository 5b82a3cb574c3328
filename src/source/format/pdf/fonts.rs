//! Which characters are set in the same font. A file need not name its fonts; but what is drawn in one go is drawn in one
//! font, and so is what has the same shape.

use crate::map::Map;

/// The fonts of a document, as far as they are known.
#[derive(Debug, Default)]
pub(super) struct Fonts {
    /// The font of each shape.
    of_shape: Map<u128, u32>,
    /// For each font another one that has turned out to be the same, or itself: the older of the two.
    same: Vec<u32>,
}

impl Fonts {
    /// The font of shapes that are drawn in one go.
    pub(super) fn of_run(&mut self, shapes: impl Iterator<Item = u128>) -> u32 {
        let mut of_run = None;
        for shape in shapes {
            let known = self.of_shape.get(&shape).copied();
            let font = match (known, of_run) {
                (Some(known), Some(font)) => self.unite(known, font),
                (Some(known), None) => self.resolved(known),
                (None, Some(font)) => font,
                (None, None) => {
                    let font = self.same.len() as u32;
                    self.same.push(font);
                    font
                }
            };
            self.of_shape.insert(shape, font);
            of_run = Some(font);
        }
        of_run.unwrap_or(0)
    }

    /// The one number of a font that may have had several.
    pub(super) fn resolved(&self, font: u32) -> u32 {
        let mut font = font;
        while let Some(&same) = self.same.get(font as usize).filter(|same| **same != font) {
            font = same;
        }
        font
    }

    fn unite(&mut self, a: u32, b: u32) -> u32 {
        let (a, b) = (self.resolved(a), self.resolved(b));
        let (older, newer) = (a.min(b), a.max(b));
        self.same[newer as usize] = older;
        older
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_that_are_drawn_together_are_one_font() {
        let mut fonts = Fonts::default();
        let roman = fonts.of_run([1, 2].into_iter());
        let bold = fonts.of_run([7, 8].into_iter());
        let other = fonts.of_run([3, 4].into_iter());
        assert_ne!(roman, bold);
        let both = fonts.of_run([4, 1].into_iter());
        assert_eq!(fonts.resolved(other), fonts.resolved(roman));
        assert_eq!(fonts.resolved(both), fonts.resolved(roman));
        assert_ne!(fonts.resolved(bold), fonts.resolved(roman));
    }
}
