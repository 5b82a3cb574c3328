//! What is drawn of a comparison.

use crate::compare::{Comparison, ComparisonRow, Pair};
use crate::map::Map;

/// The terms of a group against its reference.
pub(super) struct Series<'c> {
    pub group: &'c str,
    /// What the group is compared with.
    pub against: &'c str,
    /// The group's tokens.
    pub words: u64,
    /// The most significant first.
    pub spots: Vec<Spot<'c>>,
}

/// Terms with the same counts, and so at the same place.
pub(super) struct Spot<'c> {
    /// The decimal logarithm of occurrences in a million tokens of both sides.
    pub frequency: f64,
    pub log_ratio: f64,
    pub g2: f64,
    /// Whether one of the sides lacks the terms: their ratio then depends on what stands for 0.
    pub is_one_sided: bool,
    pub rows: Vec<&'c ComparisonRow>,
}

/// A series for each pair, in their order.
pub(super) fn all(comparison: &Comparison) -> Vec<Series<'_>> {
    let mut words: Map<&str, u64> = Map::default();
    for group in comparison.groups.iter().rev() {
        words.insert(&group.name, group.words_total);
    }
    let compared = comparison.groups.iter().filter(|group| !group.is_reference);
    let total: u64 = compared.map(|group| group.words_total).sum();
    let of = |name: &str| words.get(name).copied();
    let series = |pair: &'_ Pair| {
        let group = of(&pair.group).unwrap_or(0);
        // The rest is no group: with it, a group makes up all.
        let both = of(&pair.reference).map_or(total, |reference| group + reference);
        (group, spots(comparison.rows(pair), both))
    };
    let pairs = comparison.pairs.iter();
    pairs
        .map(|pair| {
            let (words, spots) = series(pair);
            Series {
                group: &pair.group,
                against: &pair.reference,
                words,
                spots,
            }
        })
        .collect()
}

/// Terms at their places, the most significant first; those whose place is no number, or that never occur, have none.
fn spots(rows: &[ComparisonRow], tokens: u64) -> Vec<Spot<'_>> {
    let mut spots: Vec<Spot> = Vec::new();
    let mut known: Map<(u64, u64), usize> = Map::default();
    for row in rows {
        let counts = (row.count, row.reference_count);
        let count = counts.0 as f64 + counts.1 as f64;
        let spot = Spot {
            frequency: (count / tokens.max(1) as f64 * 1e6).log10(),
            log_ratio: row.log_ratio,
            g2: row.g2,
            is_one_sided: counts.0 == 0 || counts.1 == 0,
            rows: vec![row],
        };
        if !(spot.frequency.is_finite() && spot.log_ratio.is_finite() && spot.g2.is_finite()) {
            continue;
        }
        match known.get(&counts) {
            Some(&place) => spots[place].rows.push(row),
            None => {
                known.insert(counts, spots.len());
                spots.push(spot);
            }
        }
    }
    spots.sort_by(|a, b| b.g2.abs().total_cmp(&a.g2.abs()));
    spots
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::compare::{CompareOptions, Direction, Group, Reference, compare};
    use crate::source::format::plain;
    use crate::terms::{Corpus, TermCounts};
    use crate::text::{Language, LanguageKit, TextOptions};

    /// A comparison of texts, each against the rest, with all its terms.
    pub fn comparison(texts: &[(&str, &str)]) -> Comparison {
        let kit = LanguageKit::new(Language::english(), &TextOptions::default());
        let mut corpus = Corpus::default();
        let group = |&(name, text): &(&str, &str)| Group {
            documents: vec![corpus.add(name, TermCounts::of(&plain(name, text), &kit))],
            name: name.to_owned(),
        };
        let groups: Vec<Group> = texts.iter().map(group).collect();
        let options = CompareOptions {
            direction: Direction::Both,
            alpha: 1.0,
            min_count: 1,
            top: 1_000,
            ..CompareOptions::default()
        };
        compare(&corpus, &groups, &Reference::Rest, &options)
    }

    #[test]
    fn terms_of_equal_counts_are_at_one_place() {
        let texts = [
            ("a", "stone stone reed reed water"),
            ("b", "water water water sand swift"),
        ];
        let comparison = comparison(&texts);
        let series = all(&comparison);
        let terms = |series: &Series| -> Vec<Vec<String>> {
            let of = |spot: &Spot| spot.rows.iter().map(|row| row.term.clone()).collect();
            let mut terms: Vec<Vec<String>> = series.spots.iter().map(of).collect();
            terms.sort();
            terms
        };
        let expected = [vec!["reed", "stone"], vec!["sand", "swift"], vec!["water"]];
        assert_eq!(terms(&series[0]), expected);
        assert_eq!(series[1].group, "b");
        // 4 of 10 tokens are water: 400,000 in a million.
        let water = series[0]
            .spots
            .iter()
            .find(|spot| spot.rows[0].term == "water");
        let water = water.expect("it is there");
        assert!((water.frequency - 400_000_f64.log10()).abs() < 1e-12 && !water.is_one_sided);
    }

    #[test]
    fn what_is_no_number_has_no_place() {
        let mut comparison = comparison(&[("a", "stone reed"), ("b", "sand water")]);
        let whole = all(&comparison)[0].spots.len();
        comparison.terms[0].log_ratio = f64::NAN;
        comparison.terms[1].g2 = f64::INFINITY;
        assert!(
            all(&comparison)[0]
                .spots
                .iter()
                .all(|spot| spot.g2.is_finite())
        );
        assert!(all(&comparison)[0].spots.len() <= whole);
    }
}
