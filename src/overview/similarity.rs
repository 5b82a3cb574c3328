//! How alike documents are: cosines of their terms.

use crate::terms::Corpus;

/// More documents are not compared with each other: a table of all pairs can't be read.
const MOST: usize = 200;

/// The cosines of all pairs of documents, over weights (1 + ln tf) · ln(1 + n / df) (Salton & Buckley 1988,
/// smoothed: a term that all have counts, if little).
#[derive(Clone, Debug, PartialEq)]
pub struct Similarity {
    documents: usize,
    /// Of each pair once: a document with those before it.
    cosines: Vec<f64>,
}

/// Two documents, by number, and their cosine.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Likeness {
    /// The first.
    pub a: usize,
    /// The second.
    pub b: usize,
    /// Their cosine, from 0 to 1.
    pub cosine: f64,
}

impl Similarity {
    /// That of the documents of a corpus, in their order, unless they are too many.
    pub fn of(corpus: &Corpus) -> Option<Self> {
        let documents = corpus.documents().len();
        if documents > MOST {
            return None;
        }
        let vectors = vectors(corpus);
        let mut cosines = Vec::with_capacity(documents * documents.saturating_sub(1) / 2);
        let mut weights = vec![0.0; corpus.len()];
        for (a, vector) in vectors.iter().enumerate() {
            vector
                .iter()
                .for_each(|&(term, weight)| weights[term] = weight);
            let dot = |other: &Vec<(usize, f64)>| -> f64 {
                let products = other.iter().map(|&(term, weight)| weight * weights[term]);
                products.sum::<f64>().clamp(0.0, 1.0)
            };
            cosines.extend(vectors[..a].iter().map(dot));
            vector.iter().for_each(|&(term, _)| weights[term] = 0.0);
        }
        Some(Self { documents, cosines })
    }

    /// How many documents there are.
    pub fn documents(&self) -> usize {
        self.documents
    }

    /// The cosine of two documents; of one with itself, 1.
    pub fn cosine(&self, a: usize, b: usize) -> f64 {
        match a.cmp(&b) {
            std::cmp::Ordering::Equal => 1.0,
            std::cmp::Ordering::Less => self.cosine(b, a),
            std::cmp::Ordering::Greater => self.cosines[a * (a - 1) / 2 + b],
        }
    }

    /// All pairs, the most alike first.
    pub fn pairs(&self) -> Vec<Likeness> {
        let pairs = (0..self.documents).flat_map(|b| (0..b).map(move |a| (a, b)));
        let mut pairs: Vec<Likeness> = pairs
            .zip(&self.cosines)
            .map(|((a, b), &cosine)| Likeness { a, b, cosine })
            .collect();
        pairs.sort_by(|x, y| y.cosine.total_cmp(&x.cosine));
        pairs
    }
}

/// The terms of each document with their weights, of unit length.
fn vectors(corpus: &Corpus) -> Vec<Vec<(usize, f64)>> {
    let documents = corpus.documents().len();
    let mut frequencies = vec![0_u32; corpus.len()];
    for document in 0..documents {
        corpus
            .cells(document)
            .for_each(|(term, _)| frequencies[term as usize] += 1);
    }
    let weight = |(term, count): (u32, u64)| {
        let rarity = (1.0 + documents as f64 / f64::from(frequencies[term as usize])).ln();
        (term as usize, (1.0 + (count.max(1) as f64).ln()) * rarity)
    };
    let vector = |document| {
        let mut vector: Vec<(usize, f64)> = corpus.cells(document).map(weight).collect();
        // Terms are numbered as documents come; sums go in the order of the terms themselves.
        vector.sort_by(|a, b| corpus.term(a.0 as u32).cmp(corpus.term(b.0 as u32)));
        let length = vector
            .iter()
            .map(|(_, weight)| weight * weight)
            .sum::<f64>()
            .sqrt();
        if length > 0.0 {
            vector.iter_mut().for_each(|(_, weight)| *weight /= length);
        }
        vector
    };
    (0..documents).map(vector).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::format::plain;
    use crate::terms::TermCounts;
    use crate::text::{Language, LanguageKit, TextOptions};

    fn similarity(texts: &[&str]) -> Similarity {
        let kit = LanguageKit::new(Language::english(), &TextOptions::default());
        let mut corpus = Corpus::default();
        for text in texts {
            corpus.add("d", TermCounts::of(&plain("d", *text), &kit));
        }
        Similarity::of(&corpus).expect("few")
    }

    #[test]
    fn cosines_are_those_of_a_worked_example() {
        // "barrier" is in two of three documents: ln(1 + 3/2); the others in one: ln(1 + 3).
        let found = similarity(&["barrier heron", "barrier barrier frog", "reed"]);
        let (common, own) = (2.5_f64.ln(), 4.0_f64.ln());
        let twice = (1.0 + 2.0_f64.ln()) * common;
        let expected = common * twice / (common.hypot(own) * twice.hypot(own));
        assert!((found.cosine(0, 1) - expected).abs() < 1e-12);
        assert_eq!((found.cosine(0, 2), found.cosine(2, 2)), (0.0, 1.0));
        let first = found.pairs()[0];
        assert_eq!((first.a, first.b, found.pairs().len()), (0, 1, 3));
    }

    #[test]
    fn equal_texts_are_alike_and_empty_ones_are_not() {
        let found = similarity(&["barrier heron frog", "frog heron barrier", ""]);
        assert!((found.cosine(0, 1) - 1.0).abs() < 1e-12);
        assert_eq!(found.cosine(1, 2), 0.0);
        assert!(similarity(&[]).pairs().is_empty());
    }
}
