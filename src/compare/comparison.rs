//! Comparing groups of documents, term by term.

use std::ops::Range;

use rayon::prelude::*;
use serde::Serialize;

use super::sums::{Sum, Sums};
use super::{Contingency, Correction, DISPERSIONS, Dispersion, MEASURES, Measure, Parts, Setting};
use super::{adjusted, g2::g2, g2::p_value, log_ratio::log_ratio, lrc::lrc};
use crate::map::Map;
use crate::terms::{Corpus, TermId};

/// Documents of a corpus under a name.
#[derive(Clone, Debug)]
pub struct Group {
    /// Its name.
    pub name: String,
    /// The numbers of its documents in the corpus.
    pub documents: Vec<usize>,
}

impl Group {
    /// A group of these documents of a corpus.
    pub fn new(name: impl Into<String>, documents: impl Into<Vec<usize>>) -> Self {
        Self {
            name: name.into(),
            documents: documents.into(),
        }
    }
}

/// What each group is compared with.
#[derive(Clone, Debug)]
pub enum Reference {
    /// All other documents of the corpus together.
    Rest,
    /// Each of the other groups.
    Each,
    /// A group of its own.
    Group(Group),
}

/// The name of the reference where it is all other documents.
const REST: &str = "the rest";

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

/// In which order the terms of a group are listed; which they are, the measure tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sorting {
    /// The most telling first.
    Score,
    /// By the alphabet.
    Term,
    /// The most frequent in the group first.
    Count,
    /// From the most overused to the most underused.
    LogRatio,
}

/// How groups are compared.
#[derive(Clone, Debug)]
pub struct CompareOptions {
    /// The measure that orders the terms.
    pub measure: &'static Measure,
    /// How even the spread of a term over the documents of its group is, beside DP.
    pub dispersion: &'static Dispersion,
    /// The fewest occurrences of a term, in target and reference together, to be tested.
    pub min_count: u64,
    /// The fewest documents that have it, in both together.
    pub min_documents: u64,
    /// The largest adjusted p-value of a term that is listed.
    pub alpha: f64,
    /// How p-values are corrected.
    pub correction: Correction,
    /// Which terms are listed.
    pub direction: Direction,
    /// In which order.
    pub sorting: Sorting,
    /// At most this many terms a group.
    pub top: usize,
    /// Test just these terms of the corpus, and list them all, however rare and alike they are.
    pub terms: Option<Vec<TermId>>,
}

impl Default for CompareOptions {
    fn default() -> Self {
        Self {
            measure: &MEASURES[0],
            dispersion: &DISPERSIONS[1],
            min_count: 5,
            min_documents: 1,
            alpha: 0.05,
            correction: Correction::BenjaminiHochberg,
            direction: Direction::Over,
            sorting: Sorting::Score,
            top: 10,
            terms: None,
        }
    }
}

/// A group's size.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
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

/// What became of a term from the reference to the group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Change {
    /// The reference lacks it.
    Appeared,
    /// The group has a larger share of it.
    Rose,
    /// The shares are the same.
    Same,
    /// The group has a smaller share of it.
    Fell,
    /// The group lacks it.
    Vanished,
}

impl Change {
    fn of(counts: &Contingency, g2: f64) -> Self {
        match (counts.a, counts.b) {
            (0, 0) => Self::Same,
            (_, 0) => Self::Appeared,
            (0, _) => Self::Vanished,
            _ if g2 > 0.0 => Self::Rose,
            _ if g2 < 0.0 => Self::Fell,
            _ => Self::Same,
        }
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Appeared => "appeared",
            Self::Rose => "rose",
            Self::Same => "same",
            Self::Fell => "fell",
            Self::Vanished => "vanished",
        }
    }
}

/// A term of a group, against the group's reference.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ComparisonRow {
    /// The term's commonest form in the corpus.
    pub term: String,
    /// The group.
    pub group: String,
    /// Its reference: a group, or `the rest`.
    pub reference: String,
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
    /// The p-value, corrected for the terms tested against this reference.
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
    /// Deviation of proportions over the documents of the group; nothing where it has fewer than two with
    /// text, or lacks the term.
    pub dp: Option<f64>,
    /// The chosen measure of dispersion, likewise.
    pub dispersion: Option<f64>,
    /// What became of the term from the reference to the group.
    pub change: Change,
}

/// A group and what it was compared with.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Pair {
    /// The group.
    pub group: String,
    /// Its reference: a group, or `the rest`.
    pub reference: String,
    /// Terms tested.
    pub tested: usize,
    /// Terms that differ significantly, in the direction that was asked for.
    pub significant: usize,
    /// Where its terms stand in [`Comparison::terms`].
    #[serde(skip)]
    rows: Range<usize>,
}

/// What a comparison found.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Comparison {
    /// The measure that orders the terms.
    pub measure: &'static str,
    /// The measure in the terms' field `dispersion`.
    pub dispersion: &'static str,
    /// How p-values were corrected.
    pub correction: &'static str,
    /// The groups, and the reference where it is none of them.
    pub groups: Vec<GroupSize>,
    /// What was compared with what.
    pub pairs: Vec<Pair>,
    /// Terms tested, over all pairs.
    pub tested: usize,
    /// The terms, pair by pair.
    pub terms: Vec<ComparisonRow>,
}

impl Comparison {
    /// The terms of a pair.
    pub fn rows(&self, pair: &Pair) -> &[ComparisonRow] {
        self.terms.get(pair.rows.clone()).unwrap_or_default()
    }
}

/// Compares groups of documents of a corpus with their reference.
///
/// A group or reference without tokens makes no term telling: all measures are 0 there. Groups are compared on the
/// threads of the current `rayon` pool.
pub fn compare(
    corpus: &Corpus,
    groups: &[Group],
    reference: &Reference,
    options: &CompareOptions,
) -> Comparison {
    let mut comparison = Comparison {
        measure: options.measure.name,
        dispersion: options.dispersion.name,
        correction: options.correction.name(),
        groups: sizes(corpus, groups, reference),
        pairs: Vec::new(),
        tested: 0,
        terms: Vec::new(),
    };
    for Found { mut pair, terms } in found(corpus, groups, reference, options) {
        let start = comparison.terms.len();
        pair.rows = start..start + terms.len();
        comparison.tested += pair.tested;
        comparison.terms.extend(terms);
        comparison.pairs.push(pair);
    }
    comparison
}

/// What all pairs of a group and its reference gave, in the order of the groups.
fn found(
    corpus: &Corpus,
    groups: &[Group],
    reference: &Reference,
    options: &CompareOptions,
) -> Vec<Found> {
    let comparing = Comparing { corpus, options };
    let of = |group: &Group| Sums::of(corpus, &group.documents);
    let groups = groups.par_iter();
    match reference {
        Reference::Rest => {
            let everything: Vec<usize> = (0..corpus.documents().len()).collect();
            let all = Sums::of(corpus, &everything);
            let with_rest = |group: &Group| {
                let own = of(group);
                comparing.pair(group, &own, REST, &all.without(&own))
            };
            groups.map(with_rest).collect()
        }
        Reference::Group(reference) => {
            let others = of(reference);
            let with_reference =
                |group| comparing.pair(group, &of(group), &reference.name, &others);
            groups.map(with_reference).collect()
        }
        Reference::Each => {
            let sums: Vec<(&Group, Sums)> = groups.map(|group| (group, of(group))).collect();
            let with_others = |place: usize| {
                let (group, own) = &sums[place];
                let others = sums[..place].iter().chain(&sums[place + 1..]);
                others.map(|(other, sums)| comparing.pair(group, own, &other.name, sums))
            };
            let places = (0..sums.len()).into_par_iter();
            places.flat_map_iter(with_others).collect()
        }
    }
}

/// The sizes of the groups, of a reference of its own, and of what is in the rest of each group but in none.
fn sizes(corpus: &Corpus, groups: &[Group], reference: &Reference) -> Vec<GroupSize> {
    let size = |name: &str, documents: &[usize], is_reference| GroupSize {
        name: name.to_owned(),
        documents: documents.len() as u64,
        words_total: documents
            .iter()
            .map(|&document| corpus.documents()[document].tokens)
            .sum(),
        is_reference,
    };
    let mut sizes: Vec<GroupSize> = groups
        .iter()
        .map(|group| size(&group.name, &group.documents, false))
        .collect();
    match reference {
        Reference::Group(group) => sizes.push(size(&group.name, &group.documents, true)),
        Reference::Rest => {
            let mut is_grouped = vec![false; corpus.documents().len()];
            let members = groups.iter().flat_map(|group| &group.documents);
            members.for_each(|&document| is_grouped[document] = true);
            let others: Vec<usize> = (0..is_grouped.len()).filter(|&i| !is_grouped[i]).collect();
            if !others.is_empty() {
                sizes.push(size("all others", &others, true));
            }
        }
        Reference::Each => {}
    }
    sizes
}

/// A comparison under way.
struct Comparing<'c> {
    corpus: &'c Corpus,
    options: &'c CompareOptions,
}

/// What the comparison of a group with a reference gave.
struct Found {
    /// Not yet with the places of its terms among all.
    pair: Pair,
    terms: Vec<ComparisonRow>,
}

/// A term that is tested.
struct Tested {
    term: TermId,
    counts: Contingency,
    own: Sum,
    others: Sum,
    g2: f64,
    p: f64,
    p_adjusted: f64,
}

impl Comparing<'_> {
    /// Compares a group with a reference.
    fn pair(&self, group: &Group, own: &Sums, reference: &str, others: &Sums) -> Found {
        let (tested, distinct) = self.tested(own, others);
        let setting = Setting {
            alpha: self.options.alpha,
            tested: tested.len(),
            distinct,
        };
        let is_significant = |row: &Tested| {
            row.p_adjusted <= self.options.alpha && self.options.direction.admits(row.g2)
        };
        let significant = tested.iter().filter(|row| is_significant(row)).count();
        let listed = self.listed(tested, &setting);
        let parts = self.parts(group, &listed);
        let row = |((row, score), parts): ((Tested, Option<f64>), Option<Parts>)| {
            self.row(&row, score, &setting, parts.as_ref(), group, reference)
        };
        Found {
            terms: listed.into_iter().zip(parts).map(row).collect(),
            pair: Pair {
                group: group.name.clone(),
                reference: reference.to_owned(),
                tested: setting.tested,
                significant,
                rows: 0..0,
            },
        }
    }

    /// The terms that are tested, each with its adjusted p-value, and how many distinct terms there are.
    fn tested(&self, own: &Sums, others: &Sums) -> (Vec<Tested>, usize) {
        let CompareOptions {
            min_count,
            min_documents,
            ..
        } = *self.options;
        let mut distinct = 0;
        let enough = |&(_, own, others): &(TermId, Sum, Sum)| {
            distinct += 1;
            own.count + others.count >= min_count
                && own.documents + others.documents >= min_documents
        };
        let measured = |counts: &Contingency| {
            let g2 = g2(counts);
            (g2, p_value(g2))
        };
        // Most terms of many groups are in few of them: of the others only the count in the reference is left.
        let mut of_absent: Map<u64, (f64, f64)> = Map::default();
        let mut test = |(term, own_sum, other_sum): (TermId, Sum, Sum)| {
            let counts = Contingency {
                a: own_sum.count,
                b: other_sum.count,
                n1: own.tokens,
                n2: others.tokens,
            };
            let (g2, p) = match counts.a {
                0 => *(of_absent.entry(counts.b)).or_insert_with(|| measured(&counts)),
                _ => measured(&counts),
            };
            Tested {
                term,
                counts,
                own: own_sum,
                others: other_sum,
                g2,
                p,
                p_adjusted: p,
            }
        };
        let mut tested: Vec<Tested> = match &self.options.terms {
            Some(terms) => {
                distinct = own.beside(others).count();
                let sums = |&term: &TermId| test((term, own.get(term), others.get(term)));
                terms.iter().map(sums).collect()
            }
            None => own.beside(others).filter(enough).map(test).collect(),
        };
        let p_values: Vec<f64> = tested.iter().map(|row| row.p).collect();
        for (row, p) in tested
            .iter_mut()
            .zip(adjusted(&p_values, self.options.correction))
        {
            row.p_adjusted = p;
        }
        (tested, distinct)
    }

    /// The terms that are shown, with their values of the measure; of equals, the more significant comes
    /// first, then by the alphabet.
    fn listed(&self, tested: Vec<Tested>, setting: &Setting) -> Vec<(Tested, Option<f64>)> {
        let CompareOptions {
            measure,
            alpha,
            direction,
            top,
            ..
        } = self.options;
        let (is_all, alpha) = (self.options.terms.is_some(), *alpha);
        let is_listed =
            |row: &Tested| is_all || row.p_adjusted <= alpha && direction.admits(row.g2);
        let valued = |row: Tested| {
            let value = (measure.value)(&row.counts, setting);
            let strength = value.map_or(f64::NEG_INFINITY, |value| measure.scale.strength(value));
            (strength, value.filter(|value| value.is_finite()), row)
        };
        let mut rows: Vec<_> = tested.into_iter().filter(is_listed).map(valued).collect();
        rows.sort_by(|(strength_a, _, a), (strength_b, _, b)| {
            (strength_b.total_cmp(strength_a))
                .then_with(|| b.g2.abs().total_cmp(&a.g2.abs()))
                .then_with(|| self.by_name(a.term, b.term))
        });
        rows.truncate(if is_all { usize::MAX } else { *top });
        match self.options.sorting {
            Sorting::Score => {}
            Sorting::Term => rows.sort_by(|(.., a), (.., b)| self.by_name(a.term, b.term)),
            Sorting::Count => rows.sort_by_key(|(.., row)| std::cmp::Reverse(row.own.count)),
            Sorting::LogRatio => {
                rows.sort_by(|(.., a), (.., b)| {
                    log_ratio(&b.counts).total_cmp(&log_ratio(&a.counts))
                });
            }
        }
        rows.into_iter()
            .map(|(_, score, row)| (row, score))
            .collect()
    }

    fn by_name(&self, a: TermId, b: TermId) -> std::cmp::Ordering {
        let name = |term| (self.corpus.shown(term), self.corpus.term(term));
        name(a).cmp(&name(b))
    }

    /// How listed terms are spread over the documents of a group that has several.
    fn parts(&self, group: &Group, listed: &[(Tested, Option<f64>)]) -> Vec<Option<Parts>> {
        let sizes = || {
            group
                .documents
                .iter()
                .map(|&document| self.corpus.documents()[document].tokens)
        };
        if sizes().filter(|&tokens| tokens > 0).count() < 2 {
            return listed.iter().map(|_| None).collect();
        }
        let mut places: Map<TermId, usize> = Map::default();
        for (place, (row, _)) in listed.iter().enumerate() {
            places.insert(row.term, place);
        }
        let mut found: Vec<Vec<(usize, u64)>> = vec![Vec::new(); listed.len()];
        for (part, &document) in group.documents.iter().enumerate() {
            for (term, count) in self.corpus.cells(document) {
                if let Some(&place) = places.get(&term) {
                    found[place].push((part, count));
                }
            }
        }
        let spread = |found: Vec<(usize, u64)>| {
            let mut counts = vec![0; group.documents.len()];
            found
                .into_iter()
                .for_each(|(part, count)| counts[part] = count);
            Parts::new(counts.into_iter().zip(sizes()))
        };
        found.into_iter().map(|found| Some(spread(found))).collect()
    }

    fn row(
        &self,
        tested: &Tested,
        score: Option<f64>,
        setting: &Setting,
        parts: Option<&Parts>,
        group: &Group,
        reference: &str,
    ) -> ComparisonRow {
        let Tested {
            counts,
            own,
            others,
            g2,
            ..
        } = tested;
        let per_million = |count: u64, tokens: u64| count as f64 / tokens.max(1) as f64 * 1e6;
        ComparisonRow {
            term: self.corpus.shown(tested.term).to_owned(),
            group: group.name.clone(),
            reference: reference.to_owned(),
            count: own.count,
            reference_count: others.count,
            per_million: per_million(own.count, counts.n1),
            reference_per_million: per_million(others.count, counts.n2),
            g2: *g2,
            p: tested.p,
            p_adjusted: tested.p_adjusted,
            log_ratio: log_ratio(counts),
            range: own.documents,
            reference_range: others.documents,
            lrc: lrc(counts, setting),
            score,
            dp: parts.and_then(Parts::dp),
            dispersion: parts.and_then(self.options.dispersion.value),
            change: Change::of(counts, *g2),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::format::plain;
    use crate::terms::TermCounts;
    use crate::text::{Language, LanguageKit, TextOptions};

    /// A corpus of texts, and a group of each.
    fn texts(texts: &[(&str, &str)]) -> (Corpus, Vec<Group>) {
        let kit = LanguageKit::new(Language::english(), &TextOptions::default());
        let mut corpus = Corpus::default();
        let groups = texts.iter().map(|&(name, text)| {
            let counts = TermCounts::of(&plain(name, text), &kit);
            let documents = vec![corpus.add(name, counts)];
            Group {
                name: name.to_owned(),
                documents,
            }
        });
        let groups = groups.collect();
        (corpus, groups)
    }

    fn terms<'c>(comparison: &'c Comparison, group: &str) -> Vec<&'c str> {
        let of_group = comparison.terms.iter().filter(|row| row.group == group);
        of_group.map(|row| row.term.as_str()).collect()
    }

    fn three() -> (Corpus, Vec<Group>) {
        let filler = "Water runs to the sea. ".repeat(40);
        texts(&[
            ("a", &format!("{filler} {}", "barrier ".repeat(20))),
            ("b", &format!("{filler} {}", "swift ".repeat(20))),
            ("c", &filler),
        ])
    }

    #[test]
    fn each_group_against_the_rest() {
        let (corpus, groups) = three();
        let comparison = compare(
            &corpus,
            &groups,
            &Reference::Rest,
            &CompareOptions::default(),
        );
        assert_eq!(terms(&comparison, "a"), ["barrier"]);
        assert_eq!(terms(&comparison, "b"), ["swift"]);
        let row = &comparison.terms[0];
        let counts = (
            row.count,
            row.reference_count,
            row.range,
            row.reference_range,
        );
        assert_eq!(counts, (20, 0, 1, 0));
        assert!(row.g2 > 0.0 && row.log_ratio > 0.0 && row.p_adjusted >= row.p);
        assert!(row.lrc > 0.0 && row.lrc < row.log_ratio && row.score == Some(row.lrc));
        assert_eq!(
            (row.dp, row.change, row.reference.as_str()),
            (None, Change::Appeared, REST)
        );
        let pair = &comparison.pairs[0];
        assert_eq!(
            (pair.tested, pair.significant, comparison.rows(pair).len()),
            (5, 1, 1)
        );
    }

    #[test]
    fn each_group_against_each() {
        let (corpus, groups) = three();
        let comparison = compare(
            &corpus,
            &groups,
            &Reference::Each,
            &CompareOptions::default(),
        );
        let pairs: Vec<(&str, &str, usize)> = comparison
            .pairs
            .iter()
            .map(|pair| (&*pair.group, &*pair.reference, comparison.rows(pair).len()))
            .collect();
        let expected = [
            ("a", "b", 1),
            ("a", "c", 1),
            ("b", "a", 1),
            ("b", "c", 1),
            ("c", "a", 0),
            ("c", "b", 0),
        ];
        assert_eq!(pairs, expected);
    }

    #[test]
    fn groups_of_documents_have_a_spread_and_others_are_in_the_rest() {
        let (corpus, _) = texts(&[
            ("1", &"heron reed water ".repeat(10)),
            ("2", &"heron stone water ".repeat(10)),
            ("3", &"stone water cloud ".repeat(20)),
        ]);
        let group = Group {
            name: "first".to_owned(),
            documents: vec![0, 1],
        };
        let comparison = compare(
            &corpus,
            &[group],
            &Reference::Rest,
            &CompareOptions::default(),
        );
        assert_eq!(terms(&comparison, "first"), ["heron", "reed"]);
        let [heron, reed] = &comparison.terms[..] else {
            panic!("two terms")
        };
        assert_eq!((heron.range, heron.dp), (2, Some(0.0)));
        assert_eq!(
            (reed.range, reed.dp, reed.dispersion),
            (1, Some(0.5), Some(0.5))
        );
        let others = &comparison.groups[1];
        assert_eq!(
            (
                others.name.as_str(),
                others.words_total,
                others.is_reference
            ),
            ("all others", 60, true)
        );
    }

    #[test]
    fn given_terms_are_all_listed() {
        let (mut corpus, groups) = three();
        let words = ["water".to_owned(), "quartz".to_owned(), "Swift".to_owned()];
        let options = CompareOptions {
            terms: Some(corpus.named(&words, &[])),
            sorting: Sorting::Term,
            ..CompareOptions::default()
        };
        let comparison = compare(&corpus, &groups, &Reference::Rest, &options);
        let of_a: Vec<(&str, Change)> = comparison.terms[..3]
            .iter()
            .map(|row| (&*row.term, row.change))
            .collect();
        let expected = [
            ("quartz", Change::Same),
            ("swift", Change::Vanished),
            ("Water", Change::Fell),
        ];
        let mut expected = expected;
        expected.sort_by_key(|(term, _)| *term);
        assert_eq!(of_a, expected);
        assert!(
            comparison
                .terms
                .iter()
                .all(|row| row.g2.is_finite() && row.log_ratio.is_finite())
        );
    }

    #[test]
    fn against_a_reference_and_for_underuse() {
        let (corpus, mut groups) = texts(&[
            ("t", &"stone water ".repeat(30)),
            ("r", &"water reed ".repeat(30)),
        ]);
        let reference = groups.pop().unwrap();
        let options = CompareOptions {
            direction: Direction::Under,
            ..CompareOptions::default()
        };
        let comparison = compare(&corpus, &groups, &Reference::Group(reference), &options);
        assert_eq!(terms(&comparison, "t"), ["reed"]);
        assert!(comparison.terms[0].g2 < 0.0);
        assert_eq!(comparison.terms[0].change, Change::Vanished);
        assert!(comparison.groups[1].is_reference);
    }

    #[test]
    fn every_measure_orders_and_none_tells_of_a_side_without_text() {
        let (corpus, groups) = texts(&[
            ("t", &"stone water ".repeat(30)),
            ("r", &"water reed ".repeat(30)),
            ("e", ""),
        ]);
        for measure in MEASURES {
            let options = CompareOptions {
                measure,
                alpha: 1.0,
                direction: Direction::Both,
                ..CompareOptions::default()
            };
            let of = |place: usize| {
                let reference = Reference::Group(groups[place].clone());
                compare(&corpus, &groups[..1], &reference, &options)
            };
            let found = of(1);
            assert_eq!(found.terms.len(), 2, "{}", measure.name);
            let of_both = found.terms.iter().map(|row| row.g2.signum());
            assert_eq!(of_both.sum::<f64>(), 0.0, "{}", measure.name);
            assert!(of(2).terms.is_empty(), "{}", measure.name);
        }
    }

    #[test]
    fn identical_and_empty_groups_tell_nothing() {
        let text = "water stone reed ".repeat(20);
        for other in [text.as_str(), ""] {
            let (corpus, groups) = texts(&[("a", &text), ("b", other)]);
            let comparison = compare(
                &corpus,
                &groups,
                &Reference::Rest,
                &CompareOptions::default(),
            );
            assert!(comparison.terms.is_empty());
        }
    }
}
