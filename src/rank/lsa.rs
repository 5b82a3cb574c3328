//! Latent semantic analysis: sentences that have much of the main topics.

use rayon::prelude::*;

use super::cosine::{group_size, total};
use super::{Method, RankInput, RankOptions, Scores};
use crate::terms::{PART, Part, TermMatrix};

pub(super) const METHOD: Method = Method {
    name: "lsa",
    about: "sentences with the largest share in the main topics (singular vectors)",
    source: "Steinberger & Ježek 2004",
    trade_off: 1.0,
    rank,
};

/// So many dimensions make the score, at most; and those that are level with the last of them.
const DIMENSIONS: usize = 3;
/// A dimension counts if its singular value is at least this share of the largest.
const SHARE: f64 = 0.5;
/// Values nearer to each other than this, relatively, are level: weights have 24 bits.
const LEVEL: f64 = 1e-6;
/// So many steps find the singular vectors of a large matrix; a smaller one is decomposed whole.
const STEPS: usize = 32;
/// So many numbers (512 MiB) hold what the steps have found: texts of more than two million sentences and
/// as many terms take fewer steps.
const MOST_NUMBERS: usize = 1 << 26;

/// score(i) = √(Σ_k σ_k² · v_k(i)²) with the singular values σ and the right singular vectors v of the term
/// × sentence matrix: the length of the sentence's vector in the space of the leading dimensions.
///
/// The matrix is the one of [`TermMatrix::weights`], stopwords aside, so long sentences have no advantage.
/// The number of dimensions is left open by the paper, where those count whose σ is at least half of the
/// largest. In a text that is nearly all of them, since sentences have few words in common, and with all of
/// them the score is the length of the row; so at most three count.
fn rank(input: &RankInput, _: &RankOptions) -> Scores {
    let sums = sums_of_squares(input.content, STEPS);
    // Without any term all sentences are alike.
    let scores = sums.iter().map(|sum| sum.sqrt().max(1e-9)).collect();
    Scores::product(input.terms.len(), vec![("topics", scores)], None)
}

/// Σ_k σ_k² · v_k(i)² for every sentence i.
fn sums_of_squares(matrix: &TermMatrix, steps: usize) -> Vec<f64> {
    let gram = Gram::of(matrix);
    let space = if gram.size() <= steps {
        Space::whole(&gram)
    } else {
        Space::krylov(&gram, steps.min(MOST_NUMBERS / gram.size()).max(DIMENSIONS))
    };
    let pairs = eigenpairs(space.image);
    let mut sums = vec![0.0; matrix.rows()];
    for (value, coordinates) in leading(&pairs) {
        let vector = combination(&space.basis, coordinates);
        for (sum, part) in sums.iter_mut().zip(gram.parts(*value, &vector)) {
            *sum += part * part;
        }
    }
    sums
}

/// The eigenpairs that count, given all of them, the largest first.
fn leading(pairs: &[(f64, Vec<f64>)]) -> impl Iterator<Item = &(f64, Vec<f64>)> {
    let value = |k: usize| pairs.get(k).map_or(0.0, |pair| pair.0);
    let least = (value(0) * SHARE * SHARE).max(value(DIMENSIONS - 1)) * (1.0 - LEVEL);
    pairs
        .iter()
        .take_while(move |pair| pair.0 > 0.0 && pair.0 >= least)
}

/// The products of all pairs of sentences, or of all pairs of terms, whichever are fewer. The eigenvalues
/// that are not 0 are the same, the squares of the singular values.
struct Gram<'m> {
    matrix: &'m TermMatrix,
    is_of_terms: bool,
}

impl<'m> Gram<'m> {
    fn of(matrix: &'m TermMatrix) -> Self {
        let is_of_terms = matrix.columns() < matrix.rows();
        Self {
            matrix,
            is_of_terms,
        }
    }

    fn size(&self) -> usize {
        self.matrix.rows().min(self.matrix.columns())
    }

    /// Its product with a vector; it is not formed.
    fn times(&self, x: &[f64]) -> Vec<f64> {
        let columns = |x: &[f64]| columns(self.matrix, x);
        if self.is_of_terms {
            columns(&rows(self.matrix, x))
        } else {
            rows(self.matrix, &columns(x))
        }
    }

    /// σ · v(i) of every sentence, for an eigenvalue σ² and its vector.
    fn parts(&self, value: f64, vector: &[f64]) -> Vec<f64> {
        if self.is_of_terms {
            rows(self.matrix, vector)
        } else {
            vector.iter().map(|v| value.sqrt() * v).collect()
        }
    }
}

/// Xᵀ·x: for every term, the weights of its sentences times their x.
fn columns(matrix: &TermMatrix, x: &[f64]) -> Vec<f64> {
    let size = group_size(matrix.parts().len());
    let sum = |(parts, x): (&[Part], &[f64])| {
        let mut columns = vec![0.0; matrix.columns()];
        for (part, x) in parts.iter().zip(x.chunks(PART)) {
            for (i, &x) in x.iter().enumerate() {
                let (terms, weights) = part.row(i);
                for (&term, &weight) in terms.iter().zip(weights) {
                    columns[term as usize] += f64::from(weight) * x;
                }
            }
        }
        columns
    };
    let groups = matrix.parts().par_chunks(size);
    total(groups.zip(x.par_chunks(size * PART)).map(sum).collect())
}

/// The products of the rows of a matrix with a vector.
fn rows(matrix: &TermMatrix, x: &[f64]) -> Vec<f64> {
    let row = |i: usize| {
        let (terms, weights) = matrix.row(i);
        let products = terms.iter().zip(weights);
        products
            .map(|(&term, &weight)| f64::from(weight) * x[term as usize])
            .sum()
    };
    (0..matrix.rows()).into_par_iter().map(row).collect()
}

/// An orthonormal basis, and what a Gram matrix G does there: image(j, k) = b_j · G · b_k.
#[derive(Default)]
struct Space {
    basis: Vec<Vec<f64>>,
    image: Vec<Vec<f64>>,
}

impl Space {
    /// All there is.
    fn whole(gram: &Gram) -> Self {
        let unit = |k: usize| (0..gram.size()).map(|i| f64::from(i == k)).collect();
        let basis: Vec<Vec<f64>> = (0..gram.size()).map(unit).collect();
        let image = basis.iter().map(|vector| gram.times(vector)).collect();
        Self { basis, image }
    }

    /// Where the leading eigenvectors very nearly are: the Krylov space of the vector of ones, by the
    /// iteration of Lanczos (1950), made orthogonal to all earlier vectors, twice.
    ///
    /// From a start in which all sentences are alike, those that say the same get the same score.
    fn krylov(gram: &Gram, steps: usize) -> Self {
        let mut space = Self::default();
        let mut next = gram.times(&vec![1.0; gram.size()]);
        let mut largest = 0.0_f64;
        for step in 0..steps {
            let length = dot(&next, &next).sqrt();
            if length <= LEVEL * largest {
                break;
            }
            next.iter_mut().for_each(|x| *x /= length);
            let mut image = gram.times(&next);
            space.basis.push(next);
            let row = orthogonalize(&mut image, &space.basis);
            orthogonalize(&mut image, &space.basis);
            largest = largest.max(row[step]);
            for (earlier, &entry) in space.image.iter_mut().zip(&row) {
                earlier.push(entry);
            }
            space.image.push(row);
            next = image;
        }
        space
    }
}

/// Takes from a vector what it has of each of a basis; tells how much that was.
fn orthogonalize(vector: &mut [f64], basis: &[Vec<f64>]) -> Vec<f64> {
    let take = |unit: &Vec<f64>| {
        let share = dot(vector, unit);
        for (x, unit) in vector.iter_mut().zip(unit) {
            *x -= share * unit;
        }
        share
    };
    basis.iter().map(take).collect()
}

/// The inner product, summed up part by part, so that it does not depend on the threads.
fn dot(a: &[f64], b: &[f64]) -> f64 {
    let product = |(a, b): (&[f64], &[f64])| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
    let parts = a.par_chunks(PART).zip(b.par_chunks(PART));
    parts.map(product).collect::<Vec<f64>>().iter().sum()
}

/// The vector with these coordinates.
fn combination(basis: &[Vec<f64>], coordinates: &[f64]) -> Vec<f64> {
    let mut vector = vec![0.0; basis.first().map_or(0, Vec::len)];
    for (unit, share) in basis.iter().zip(coordinates) {
        for (x, unit) in vector.iter_mut().zip(unit) {
            *x += share * unit;
        }
    }
    vector
}

/// The eigenvalues of a small symmetric matrix, the largest first, each with its vector, by Jacobi's
/// rotations (Golub & Van Loan 2013, §8.5).
fn eigenpairs(mut matrix: Vec<Vec<f64>>) -> Vec<(f64, Vec<f64>)> {
    /// They converge quadratically: more sweeps are never needed.
    const SWEEPS: usize = 50;
    let size = matrix.len();
    let largest = matrix.iter().flatten().fold(0.0_f64, |a, b| a.max(b.abs()));
    let unit = |k: usize| (0..size).map(|i| f64::from(i == k)).collect();
    let mut vectors: Vec<Vec<f64>> = (0..size).map(unit).collect();
    for _ in 0..SWEEPS {
        let mut is_diagonal = true;
        for (p, q) in (0..size).flat_map(|q| (0..q).map(move |p| (p, q))) {
            if matrix[p][q].abs() > f64::EPSILON * largest {
                rotate(&mut matrix, &mut vectors, p, q);
                is_diagonal = false;
            }
        }
        if is_diagonal {
            break;
        }
    }
    let mut pairs: Vec<(f64, Vec<f64>)> = vectors
        .into_iter()
        .enumerate()
        .map(|(k, vector)| (matrix[k][k], vector))
        .collect();
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0));
    pairs
}

/// Turns the plane of two axes, p < q, so that the entry between them is 0.
fn rotate(matrix: &mut [Vec<f64>], vectors: &mut [Vec<f64>], p: usize, q: usize) {
    let slope = (matrix[q][q] - matrix[p][p]) / (2.0 * matrix[p][q]);
    let tangent = slope.signum() / (slope.abs() + slope.hypot(1.0));
    let cosine = 1.0 / tangent.hypot(1.0);
    let sine = tangent * cosine;
    let turn = |x: f64, y: f64| (cosine * x - sine * y, sine * x + cosine * y);
    for row in matrix.iter_mut() {
        (row[p], row[q]) = turn(row[p], row[q]);
    }
    for rows in [matrix, vectors] {
        let (upper, lower) = rows.split_at_mut(q);
        for (x, y) in upper[p].iter_mut().zip(&mut lower[0]) {
            (*x, *y) = turn(*x, *y);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::rank::laws::scores;
    use crate::rank::walk::tests::sentences;
    use crate::terms::TermId;
    use crate::terms::tests::matrix;

    /// The slow and obvious version: of the n × n matrix of all cosines.
    fn dense(matrix: &TermMatrix) -> Vec<f64> {
        let row = |i: usize| (0..matrix.rows()).map(|j| matrix.cosine(i, j)).collect();
        let pairs = eigenpairs((0..matrix.rows()).map(row).collect());
        let sum = |i: usize| {
            leading(&pairs)
                .map(|(value, vector)| value * vector[i] * vector[i])
                .sum()
        };
        (0..matrix.rows()).map(sum).collect()
    }

    fn close(a: &[f64], b: &[f64], tolerance: f64) -> bool {
        a.len() == b.len() && a.iter().zip(b).all(|(a, b)| (a - b).abs() < tolerance)
    }

    proptest! {
        #[test]
        fn eigenpairs_make_up_the_matrix(entries in prop::collection::vec(-3.0..3.0, 64), size in 1_usize..8) {
            let entry = |i: usize, j: usize| entries[8 * i.min(j) + i.max(j)];
            let matrix: Vec<Vec<f64>> =
                (0..size).map(|i| (0..size).map(|j| entry(i, j)).collect()).collect();
            let pairs = eigenpairs(matrix.clone());
            prop_assert!(pairs.is_sorted_by(|a, b| a.0 >= b.0));
            for i in 0..size {
                let sum = |part: &dyn Fn(f64) -> f64, j: usize| -> f64 {
                    pairs.iter().map(|(value, vector)| part(*value) * vector[i] * vector[j]).sum()
                };
                let row: Vec<f64> = (0..size).map(|j| sum(&|value| value, j)).collect();
                prop_assert!(close(&row, &matrix[i], 1e-9), "{row:?} {matrix:?}");
                let units: Vec<f64> = (0..size).map(|j| sum(&|_| 1.0, j)).collect();
                let unit: Vec<f64> = (0..size).map(|j| f64::from(i == j)).collect();
                prop_assert!(close(&units, &unit, 1e-9));
            }
        }

        #[test]
        fn small_matrices_are_decomposed_whole(rows in sentences()) {
            let matrix = matrix(&rows);
            let sums = sums_of_squares(&matrix, usize::MAX);
            prop_assert!(close(&sums, &dense(&matrix), 1e-5), "{sums:?} {:?}", dense(&matrix));
        }
    }

    /// Sentences of four topics, one talked of more than the next, and of words of no topic.
    fn of_topics(sentences: u32, topic_words: u32, other_words: u32) -> TermMatrix {
        let sentence = |i: u32| {
            let topic = (i * 7919 % 101).leading_zeros() % 4;
            let word = |k: u32| topic * topic_words + (i * 31 + k * k * 17) % topic_words;
            let other = |k: u32| 4 * topic_words + (i * 53 + k * 29) % other_words;
            let words = (0..2 + i % 4).map(word);
            words
                .chain((0..1 + i % 3).map(other))
                .collect::<Vec<TermId>>()
        };
        matrix(&(0..sentences).map(sentence).collect::<Vec<_>>())
    }

    #[test]
    fn steps_find_the_leading_dimensions() {
        for matrix in [of_topics(90, 6, 200), of_topics(120, 5, 60)] {
            assert!(Gram::of(&matrix).size() > 2 * STEPS);
            let (sums, expected) = (sums_of_squares(&matrix, STEPS), dense(&matrix));
            assert!(close(&sums, &expected, 1e-4), "{sums:?} {expected:?}");
        }
    }

    #[test]
    fn sentences_without_a_common_word_are_alike() {
        let rows: Vec<Vec<TermId>> = (0..100)
            .map(|i| vec![3 * i, 3 * i + 1, 3 * i + 2])
            .collect();
        let sums = sums_of_squares(&matrix(&rows), STEPS);
        assert!(sums.iter().all(|sum| (sum / sums[0] - 1.0).abs() < 1e-9));
    }

    #[test]
    fn what_has_less_of_the_topic_scores_less() {
        // The cosine c of "stone wall" and "stone oak" makes two eigenvalues, the roots of
        // (4 − λ)(1 − λ) = 4c². The smaller one is below a quarter of the larger, so one dimension counts:
        // there, v(last) / v(first) = 4c / (λ − 1).
        let text = "Stone wall. Stone wall. Stone wall. Stone wall. Stone oak.";
        let (stone, wall, oak) = (2.0_f64.ln(), 2.25_f64.ln(), 6.0_f64.ln());
        let c = stone * stone / (stone.hypot(wall) * stone.hypot(oak));
        let root = (9.0 + 16.0 * c * c).sqrt();
        assert!((5.0 - root) / (5.0 + root) < 0.25);
        let last = 4.0 * c / ((5.0 + root) / 2.0 - 1.0);
        let scores = scores("lsa", text);
        assert!(
            close(&scores, &[1.0, 1.0, 1.0, 1.0, last], 1e-6),
            "{scores:?}"
        );
    }
}
