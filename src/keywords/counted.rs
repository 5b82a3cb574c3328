//! Single words by their counts, without a look at what stands beside them.

use super::candidates::can_stand_alone;
use crate::document::Span;
use crate::terms::{Tally, TermId, TermRow, Vocabulary};
use crate::text::{LanguageKit, shown};

/// The terms of a document that can be keywords, with their counts.
pub(super) struct Counted {
    tally: Tally,
    /// The term of each distinct word, if it can be a keyword.
    of_words: Vec<Option<TermId>>,
    names: Vocabulary,
    /// Occurrences of each term, and where it first stands.
    totals: Vec<(u64, Span)>,
}

impl Counted {
    pub fn new(tally: Tally, kit: &LanguageKit) -> Self {
        let (mut of_words, names) = tally.keyword_terms(kit);
        let mut totals = vec![(0, Span { start: 0, end: 0 }); names.len()];
        for ((word, row), of_word) in tally.iter().zip(&mut of_words) {
            let Some(term) = *of_word else { continue };
            let shown = shown(word, kit);
            if !can_stand_alone(shown) {
                *of_word = None;
                continue;
            }
            let (count, first) = &mut totals[term as usize];
            if *count == 0 {
                let start = row.first as usize + (shown.as_ptr() as usize - word.as_ptr() as usize);
                *first = Span {
                    start,
                    end: start + shown.len(),
                };
            }
            *count += u64::from(row.count);
        }
        Self {
            tally,
            of_words,
            names,
            totals,
        }
    }

    /// Tokens in all.
    pub fn tokens(&self) -> u64 {
        self.tally.tokens
    }

    /// The terms that occur `min_count` times or more, the most frequent first, of equals the one that
    /// comes first; at most `top` of them.
    pub fn ranked(&self, min_count: u64, top: usize) -> Vec<TermId> {
        let mut order: Vec<TermId> = (0..self.totals.len() as TermId)
            .filter(|&term| self.count(term) >= min_count.max(1))
            .collect();
        let key = |term: &TermId| {
            (
                std::cmp::Reverse(self.count(*term)),
                self.first(*term).start,
            )
        };
        if top < order.len() {
            order.select_nth_unstable_by_key(top, key);
            order.truncate(top);
        }
        order.sort_unstable_by_key(key);
        order
    }

    /// The stem of a term.
    pub fn name(&self, term: TermId) -> &str {
        self.names.get(term)
    }

    /// Its occurrences.
    pub fn count(&self, term: TermId) -> u64 {
        self.totals[term as usize].0
    }

    /// Where it first stands.
    pub fn first(&self, term: TermId) -> Span {
        self.totals[term as usize].1
    }

    /// The counts and surface forms of some terms, each for one document.
    pub fn rows(&self, wanted: &[TermId], kit: &LanguageKit) -> Vec<TermRow> {
        let mut places = vec![usize::MAX; self.totals.len()];
        for (place, &term) in wanted.iter().enumerate() {
            places[term as usize] = place;
        }
        let mut rows = vec![
            TermRow {
                documents: 1,
                ..TermRow::default()
            };
            wanted.len()
        ];
        for ((word, row), term) in self.tally.iter().zip(&self.of_words) {
            let place = term.map_or(usize::MAX, |term| places[term as usize]);
            if let Some(counts) = rows.get_mut(place) {
                counts.add(shown(word, kit), u64::from(row.count));
            }
        }
        rows
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::keywords::Analysis;
    use crate::source::format::plain;
    use crate::text::{Language, TextOptions};

    proptest! {
        /// Counting words and looking for candidates of one word find the same.
        #[test]
        fn equals_candidates_of_one_word(text in "([a-zA-Z']{1,6}[ -]|[.\n] |EU |the |3.5 |日本 ){0,60}") {
            let kit = LanguageKit::new(Language::english(), &TextOptions::default());
            let document = plain("d", text);
            let counted = Counted::new(Tally::of(&document), &kit);
            let ranked = counted.ranked(1, usize::MAX);
            let analysis = Analysis::new(&document, &kit, 1);
            let mut order: Vec<usize> = (0..analysis.candidates().len()).collect();
            order.sort_by_key(|&i| {
                let candidate = &analysis.candidates()[i];
                (std::cmp::Reverse(candidate.count), candidate.appearance())
            });
            prop_assert_eq!(counted.tokens(), analysis.tokens() as u64);
            prop_assert_eq!(counted.rows(&ranked, &kit), analysis.rows(&order));
            for (&term, &place) in ranked.iter().zip(&order) {
                let candidate = &analysis.candidates()[place];
                prop_assert_eq!(counted.name(term), analysis.name(candidate));
                prop_assert_eq!(counted.first(term), analysis.first_span(candidate));
            }
        }
    }
}
