//! The walk over a symmetric graph, by conjugate gradients.

use rayon::prelude::*;

use super::walk::{Convergence, SimilarityGraph, WalkOptions, inverse};
use crate::terms::PART;

/// Solves S = (1 − d) · t + d · W·D⁻¹·S for a symmetric W with the sums D of its rows.
///
/// In the inner product ⟨a, b⟩ = Σ a·b/D the operator 1 − d·W·D⁻¹ is symmetric, with eigenvalues between 1 − d and
/// 1 + d: the method of conjugate gradients (Hestenes & Stiefel 1952) needs no bounds of them and takes as many steps
/// as there are groups of eigenvalues far apart, which in texts are few. It begins with the walk without jumps, whose
/// end is in proportion to D, so that the largest eigenvalue has no part in the rest.
///
/// A sentence without an edge has (1 − d) · t, and no part in the steps.
pub(super) fn conjugate(
    graph: &dyn SimilarityGraph,
    teleport: &[f64],
    options: WalkOptions,
) -> (Vec<f64>, Convergence) {
    let mut state = State::new(graph.out_weights(), teleport, options.damping);
    let mut parts = state.parts();
    let mut memory = Vec::new();
    let mut turn = Turn {
        length: 0.0,
        keep: 0.0,
        damping: options.damping,
    };
    let mut rest = parts
        .iter()
        .map(WalkPart::rest)
        .fold(Rest::default(), Rest::and);
    let mut end = Convergence::new(rest.change, options);
    while !end.converged && end.steps < options.max_steps {
        let product = graph.turn(&mut parts, turn, &mut memory);
        turn.length = if product > 0.0 {
            rest.square / product
        } else {
            0.0
        };
        let before = std::mem::replace(&mut rest, advance(&mut parts, turn.length));
        turn.keep = if before.square > 0.0 {
            rest.square / before.square
        } else {
            0.0
        };
        end = end.after(rest.change, options);
    }
    (state.scores, end)
}

/// Goes on in all parts; sums are made in their order.
fn advance(parts: &mut [WalkPart], length: f64) -> Rest {
    // One part needs no threads.
    if let [part] = parts {
        return part.advance(length);
    }
    let rests = parts.par_iter_mut().map(|part| part.advance(length));
    let rests: Vec<Rest> = rests.collect();
    rests.into_iter().fold(Rest::default(), Rest::and)
}

/// What is still wrong with the scores.
#[derive(Clone, Copy, Debug, Default)]
struct Rest {
    /// ⟨r, r⟩ of the residual r.
    square: f64,
    /// Σ |r|: a step of the random walk would change the scores by r.
    change: f64,
}

impl Rest {
    fn and(self, other: Self) -> Self {
        Self {
            square: self.square + other.square,
            change: self.change + other.change,
        }
    }
}

/// How the direction changes before a step, and how long the step before was.
#[derive(Clone, Copy, Debug)]
pub struct Turn {
    /// How many times its direction the step before was long.
    pub(super) length: f64,
    /// How much of its direction is kept.
    pub(super) keep: f64,
    damping: f64,
}

/// The state of all sentences.
struct State {
    scores: Vec<f64>,
    residuals: Vec<f64>,
    directions: Vec<f64>,
    images: Vec<f64>,
    inverses: Vec<f64>,
}

impl State {
    fn new(out_weights: Vec<f64>, teleport: &[f64], damping: f64) -> Self {
        let linked = out_weights
            .iter()
            .zip(teleport)
            .filter(|(weight, _)| **weight > 0.0);
        let (weight, share) = linked.fold((0.0, 0.0), |sum, (weight, share)| {
            (sum.0 + weight, sum.1 + share)
        });
        let scale = share * inverse(weight);
        let score = |(&weight, &teleport): (&f64, &f64)| match weight > 0.0 {
            true => scale * weight,
            false => (1.0 - damping) * teleport,
        };
        let scores: Vec<f64> = out_weights.iter().zip(teleport).map(score).collect();
        let residual = |((&score, &teleport), &weight): ((&f64, &f64), &f64)| match weight > 0.0 {
            true => (1.0 - damping) * (teleport - score),
            false => 0.0,
        };
        Self {
            residuals: scores
                .iter()
                .zip(teleport)
                .zip(&out_weights)
                .map(residual)
                .collect(),
            directions: vec![0.0; scores.len()],
            images: vec![0.0; scores.len()],
            inverses: out_weights.into_iter().map(inverse).collect(),
            scores,
        }
    }

    fn parts(&mut self) -> Vec<WalkPart<'_>> {
        let place = self
            .scores
            .chunks_mut(PART)
            .zip(self.residuals.chunks_mut(PART));
        let way = self
            .directions
            .chunks_mut(PART)
            .zip(self.images.chunks_mut(PART));
        let part = |(((scores, residuals), (directions, images)), inverses)| WalkPart {
            scores,
            residuals,
            directions,
            images,
            inverses,
        };
        place
            .zip(way)
            .zip(self.inverses.chunks(PART))
            .map(part)
            .collect()
    }
}

/// The state of the walk for [`PART`] sentences in a row, or fewer at the end.
#[derive(Debug)]
pub struct WalkPart<'w> {
    scores: &'w mut [f64],
    /// (1 − d) · t + d · W·D⁻¹·S − S.
    residuals: &'w mut [f64],
    directions: &'w mut [f64],
    /// (1 − d · W·D⁻¹) · direction.
    images: &'w mut [f64],
    /// 1/D; 0 for a sentence without an edge.
    inverses: &'w [f64],
}

impl WalkPart<'_> {
    /// How many sentences it has.
    pub(super) fn len(&self) -> usize {
        self.scores.len()
    }

    fn rest(&self) -> Rest {
        let rest = |(&residual, &inverse): (&f64, &f64)| Rest {
            square: residual * residual * inverse,
            change: residual.abs(),
        };
        let rests = self.residuals.iter().zip(self.inverses).map(rest);
        rests.fold(Rest::default(), Rest::and)
    }

    /// What each sentence's residual is for each unit of edge weight.
    pub(super) fn residual_shares(&self) -> impl Iterator<Item = f64> {
        self.residuals
            .iter()
            .zip(self.inverses)
            .map(|(x, inverse)| x * inverse)
    }

    /// What each sentence hands on along its direction, for each unit of edge weight.
    pub(super) fn shares(&self) -> impl Iterator<Item = f64> {
        self.directions
            .iter()
            .zip(self.inverses)
            .map(|(x, inverse)| x * inverse)
    }

    /// Turns into the new direction: the residual and what is kept of the one before.
    pub(super) fn turn(&mut self, turn: Turn) {
        for (direction, residual) in self.directions.iter_mut().zip(&*self.residuals) {
            *direction = residual + turn.keep * *direction;
        }
    }

    /// Finds the image of the direction by what was gathered along it, which becomes the shares of the image; tells
    /// the inner product of direction and image.
    pub(super) fn image(&mut self, gathered: &mut [f64], turn: Turn) -> f64 {
        let mut product = 0.0;
        let way = self.directions.iter().zip(self.images.iter_mut());
        for (((direction, image), inverse), gathered) in way.zip(self.inverses).zip(gathered) {
            let is_linked = *inverse > 0.0;
            *image = if is_linked {
                direction - turn.damping * *gathered
            } else {
                0.0
            };
            *gathered = *image * inverse;
            product += direction * *gathered;
        }
        product
    }

    /// Takes a step that is so many times its direction long.
    fn advance(&mut self, length: f64) -> Rest {
        let place = self.scores.iter_mut().zip(self.residuals.iter_mut());
        for ((score, residual), (direction, image)) in
            place.zip(self.directions.iter().zip(&*self.images))
        {
            *score += length * direction;
            *residual -= length * image;
        }
        self.rest()
    }
}
