//! Comparing groups of documents, term by term.

use serde::Serialize;

use super::{Contingency, Correction, MEASURES, Measure, Setting, adjusted};
use super::{g2::g2, g2::p_value, log_ratio::log_ratio, lrc::lrc};
use crate::map::Set;
use crate::terms::TermCounts;

/// A group of documents under a name.
#[derive(Clone, Debug)]
pub struct GroupCounts {
    /// Its name.
    pub name: String,
    /// The counts of its documents.
    pub counts: TermCounts,
}

/// What each group is compared with.
#[derive(Clone, Copy, Debug)]
pub enum Reference<'g> {
    /// All the other groups together.
    Rest,
    /// A group of its own.
    Group(&'g GroupCounts),
}

/// Which terms are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Those that the group has more of.
    Over,
    /// Those that the group has less of.
    Under,
    /// Both.
    Both,
}

impl Direction {
    fn admits(self, value: f64) -> bool {
        match self {
            Self::Over => value > 0.0,
            Self::Under => value < 0.0,
            Self::Both => value != 0.0,
        }
    }
}

/// How groups are compared.
#[derive(Clone, Debug)]
pub struct CompareOptions {
    /// The measure that orders the terms.
    pub measure: &'static Measure,
    /// The fewest occurrences of a term, in target and reference together, to be tested.
    pub min_count: u64,
    /// The largest adjusted p-value of a term that is listed.
    pub alpha: f64,
    /// How p-values are corrected.
    pub correction: Correction,
    /// Which terms are listed.
    pub direction: Direction,
    /// At most this many terms a group.
    pub top: usize,
}

impl Default for CompareOptions {
    fn default() -> Self {
        Self {
            measure: &MEASURES[0],
            min_count: 5,
            alpha: 0.05,
            correction: Correction::BenjaminiHochberg,
            direction: Direction::Over,
            top: 10,
        }
    }
}

/// A group's size.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GroupSize {
    /// Its name.
    pub name: String,
    /// Its documents.
    pub documents: u64,
    /// Its tokens.
    pub words_total: u64,
    /// Whether it is only a reference for the others.
    pub is_reference: bool,
}

/// A term of a group, against the group's reference.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ComparisonRow {
    /// The term's commonest form.
    pub term: String,
    /// The group.
    pub group: String,
    /// Occurrences in the group.
    pub count: u64,
    /// Occurrences in its reference.
    pub reference_count: u64,
    /// Occurrences in a million tokens of the group.
    pub per_million: f64,
    /// Occurrences in a million tokens of its reference.
    pub reference_per_million: f64,
    /// Signed log-likelihood.
    pub g2: f64,
    /// Its p-value: χ² with one degree of freedom.
    pub p: f64,
    /// The p-value, corrected for the terms tested in the group.
    pub p_adjusted: f64,
    /// Binary logarithm of the ratio of relative frequencies.
    pub log_ratio: f64,
    /// Documents of the group that have the term.
    pub range: u64,
    /// Documents of the reference that have the term.
    pub reference_range: u64,
    /// Conservative log ratio.
    pub lrc: f64,
    /// The measure that orders the terms; nothing where its value is infinite, or there is none.
    pub score: Option<f64>,
}

/// What a comparison found.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Comparison {
    /// The measure that orders the terms.
    pub measure: &'static str,
    /// How p-values were corrected.
    pub correction: &'static str,
    /// The groups, and the reference where it is none of them.
    pub groups: Vec<GroupSize>,
    /// Terms tested, over all groups.
    pub tested: usize,
    /// The terms, group by group, the most telling first.
    pub terms: Vec<ComparisonRow>,
}

/// Compares groups with their reference.
///
/// A group or reference without tokens makes no term telling: all measures are 0 there.
pub fn compare(
    groups: &[GroupCounts],
    reference: Reference,
    options: &CompareOptions,
) -> Comparison {
    let mut comparison = Comparison {
        measure: options.measure.name,
        correction: match options.correction {
            Correction::BenjaminiHochberg => "bh",
            Correction::Bonferroni => "bonferroni",
            Correction::None => "none",
        },
        groups: groups.iter().map(|group| size(group, false)).collect(),
        tested: 0,
        terms: Vec::new(),
    };
    if let Reference::Group(group) = reference {
        comparison.groups.push(size(group, true));
    }
    let mut total = TermCounts::default();
    if let Reference::Rest = reference {
        groups.iter().for_each(|group| total.merge(&group.counts));
    }
    for group in groups {
        let side = match reference {
            Reference::Group(group) => Side {
                counts: &group.counts,
                without: None,
            },
            Reference::Rest => Side {
                counts: &total,
                without: Some(&group.counts),
            },
        };
        let (rows, setting) = side.tested(group, options);
        comparison.tested += setting.tested;
        comparison.terms.extend(listed(rows, &setting, options));
    }
    comparison
}

fn size(group: &GroupCounts, is_reference: bool) -> GroupSize {
    GroupSize {
        name: group.name.clone(),
        documents: group.counts.documents,
        words_total: group.counts.tokens,
        is_reference,
    }
}

/// A reference: some counts, less those of the group in question.
struct Side<'c> {
    counts: &'c TermCounts,
    without: Option<&'c TermCounts>,
}

impl Side<'_> {
    fn tokens(&self) -> u64 {
        self.counts.tokens - self.without.map_or(0, |counts| counts.tokens)
    }

    /// Occurrences of a term, and documents that have it.
    fn of(&self, term: &str) -> (u64, u64) {
        let found = |counts: &TermCounts| {
            let row = counts.find(term).map(|id| counts.row(id));
            row.map_or((0, 0), |row| (row.count, row.documents))
        };
        let (all, without) = (found(self.counts), self.without.map_or((0, 0), found));
        (all.0 - without.0, all.1 - without.1)
    }

    /// All terms that occur often enough, each with its counts and its adjusted p-value.
    fn tested(
        &self,
        group: &GroupCounts,
        options: &CompareOptions,
    ) -> (Vec<(Contingency, ComparisonRow)>, Setting) {
        let mut names: Set<&str> = Set::default();
        let of_both = group.counts.iter().chain(self.counts.iter());
        let mut rows: Vec<(Contingency, ComparisonRow)> = of_both
            .filter(|(term, _)| names.insert(term))
            .map(|(term, row)| self.row(term, row.shown(), group))
            .filter(|(_, row)| row.count + row.reference_count >= options.min_count)
            .collect();
        let p_values: Vec<f64> = rows.iter().map(|(_, row)| row.p).collect();
        for ((_, row), p) in rows.iter_mut().zip(adjusted(&p_values, options.correction)) {
            row.p_adjusted = p;
        }
        let setting = Setting {
            alpha: options.alpha,
            tested: rows.len(),
            distinct: names.len(),
        };
        (rows, setting)
    }

    fn row(&self, term: &str, shown: &str, group: &GroupCounts) -> (Contingency, ComparisonRow) {
        let (count, range) = match group.counts.find(term) {
            Some(id) => (group.counts.row(id).count, group.counts.row(id).documents),
            None => (0, 0),
        };
        let (reference_count, reference_range) = self.of(term);
        let counts = Contingency {
            a: count,
            b: reference_count,
            n1: group.counts.tokens,
            n2: self.tokens(),
        };
        let per_million = |count: u64, tokens: u64| count as f64 / tokens.max(1) as f64 * 1e6;
        let g2 = g2(&counts);
        let row = ComparisonRow {
            term: shown.to_owned(),
            group: group.name.clone(),
            count,
            reference_count,
            per_million: per_million(count, counts.n1),
            reference_per_million: per_million(reference_count, counts.n2),
            g2,
            p: p_value(g2),
            p_adjusted: 1.0,
            log_ratio: log_ratio(&counts),
            range,
            reference_range,
            lrc: 0.0,
            score: None,
        };
        (counts, row)
    }
}

/// The rows that are shown, the most telling first; of equals, the more significant, then by the alphabet.
///
/// What takes long to work out, or depends on how many terms are tested, is worked out for these alone.
fn listed(
    mut rows: Vec<(Contingency, ComparisonRow)>,
    setting: &Setting,
    options: &CompareOptions,
) -> Vec<ComparisonRow> {
    rows.retain(|(_, row)| row.p_adjusted <= options.alpha && options.direction.admits(row.g2));
    let Measure { scale, value, .. } = options.measure;
    let valued = |(counts, mut row): (Contingency, ComparisonRow)| {
        let value = value(&counts, setting);
        row.lrc = lrc(&counts, setting);
        row.score = value.filter(|value| value.is_finite());
        let strength = value.map_or(f64::NEG_INFINITY, |value| scale.strength(value));
        (strength, row)
    };
    let mut rows: Vec<(f64, ComparisonRow)> = rows.into_iter().map(valued).collect();
    rows.sort_by(|(strength_a, a), (strength_b, b)| {
        (strength_b.total_cmp(strength_a))
            .then_with(|| b.g2.abs().total_cmp(&a.g2.abs()))
            .then_with(|| a.term.cmp(&b.term))
    });
    rows.truncate(options.top);
    rows.into_iter().map(|(_, row)| row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::format::plain;
    use crate::text::{Language, LanguageKit, TextOptions};

    fn group(name: &str, text: &str) -> GroupCounts {
        let kit = LanguageKit::new(Language::english(), &TextOptions::default());
        GroupCounts {
            name: name.to_owned(),
            counts: TermCounts::of(&plain(name, text), &kit),
        }
    }

    fn terms(comparison: &Comparison, group: &str) -> Vec<String> {
        comparison
            .terms
            .iter()
            .filter(|row| row.group == group)
            .map(|row| row.term.clone())
            .collect()
    }

    #[test]
    fn each_group_against_the_rest() {
        let filler = "Water runs to the sea. ".repeat(40);
        let groups = [
            group("a", &format!("{filler} {}", "barrier ".repeat(20))),
            group("b", &format!("{filler} {}", "swift ".repeat(20))),
            group("c", &filler),
        ];
        let comparison = compare(&groups, Reference::Rest, &CompareOptions::default());
        assert_eq!(terms(&comparison, "a"), ["barrier"]);
        assert_eq!(terms(&comparison, "b"), ["swift"]);
        let row = &comparison.terms[0];
        assert_eq!(
            (
                row.count,
                row.reference_count,
                row.range,
                row.reference_range
            ),
            (20, 0, 1, 0)
        );
        assert!(row.g2 > 0.0 && row.log_ratio > 0.0 && row.p_adjusted >= row.p);
        assert!(row.lrc > 0.0 && row.lrc < row.log_ratio && row.score == Some(row.lrc));
    }

    #[test]
    fn against_a_reference_and_for_underuse() {
        let target = group("t", &"stone water ".repeat(30));
        let reference = group("r", &"water reed ".repeat(30));
        let options = CompareOptions {
            direction: Direction::Under,
            ..CompareOptions::default()
        };
        let comparison = compare(&[target], Reference::Group(&reference), &options);
        assert_eq!(terms(&comparison, "t"), ["reed"]);
        assert!(comparison.terms[0].g2 < 0.0);
        assert!(comparison.groups[1].is_reference);
    }

    #[test]
    fn every_measure_orders_and_none_tells_of_a_side_without_text() {
        let target = group("t", &"stone water ".repeat(30));
        let reference = group("r", &"water reed ".repeat(30));
        let empty = group("e", "");
        for measure in MEASURES {
            let options = CompareOptions {
                measure,
                alpha: 1.0,
                direction: Direction::Both,
                ..CompareOptions::default()
            };
            let of = |reference| {
                let groups = std::slice::from_ref(&target);
                compare(groups, Reference::Group(reference), &options)
            };
            let found = of(&reference);
            assert_eq!(found.terms.len(), 2, "{}", measure.name);
            let of_both = found.terms.iter().map(|row| row.g2.signum());
            assert_eq!(of_both.sum::<f64>(), 0.0, "{}", measure.name);
            assert!(of(&empty).terms.is_empty(), "{}", measure.name);
        }
    }

    #[test]
    fn identical_and_empty_groups_tell_nothing() {
        let text = "water stone reed ".repeat(20);
        let groups = [group("a", &text), group("b", &text)];
        assert!(
            compare(&groups, Reference::Rest, &CompareOptions::default())
                .terms
                .is_empty()
        );
        let groups = [group("a", &text), group("b", "")];
        assert!(
            compare(&groups, Reference::Rest, &CompareOptions::default())
                .terms
                .is_empty()
        );
    }
}
