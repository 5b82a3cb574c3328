"""Scores of outputs by `epitome evaluate`, and which differences are more than luck."""

from __future__ import annotations

import functools
import itertools
import json
import random
import subprocess
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

from data import KEYWORDS, SUMMARIES, Dataset, Task
from outputs import Output
from programs import ENVIRONMENT

SAMPLES = 10_000

# What a figure in the tables is the mean of, as `epitome evaluate` names it.
MEASURES = {SUMMARIES: ["rouge1", "rouge2", "rougeL"], KEYWORDS: ["at10"]}


@dataclass(frozen=True)
class Estimate:
    """A mean over documents and the interval that it is likely in, in per cent."""

    mean: float
    low: float
    high: float


@dataclass(frozen=True)
class Scores:
    """The scores of a system on a set, in per cent."""

    # Of each document, in order.
    documents: list[float]
    # Of each measure, as `epitome evaluate` names it.
    measures: dict[str, Estimate]

    @property
    def mean(self) -> float:
        return fmean(self.documents)


def question(task: Task) -> list[str]:
    """How epitome is asked for scores, before the language and the files."""
    several = ["--combine", "mean"] if task is SUMMARIES else []
    return ["evaluate", task.name, *several]


def scored(
    epitome: str, dataset: Dataset, language: str, outputs: list[Output], kept: Path
) -> list[Scores]:
    """The scores of several outputs. The whole evaluation is kept, too."""
    command = [epitome, *question(dataset.task), "--lang", language, "-f", "json"]
    command += ["-r", str(dataset.references), *[str(output.path) for output in outputs]]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, env=ENVIRONMENT)
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_text(done.stdout, encoding="utf-8")
    systems = json.loads(done.stdout)["systems"]
    return [Scores(by_document(system, dataset.task), by_measure(system)) for system in systems]


def by_document(system: dict, task: Task) -> list[float]:
    documents = sorted(system["documents"], key=lambda document: document["id"])
    return [
        100 * fmean(document["scores"][measure]["f1"] for measure in MEASURES[task])
        for document in documents
    ]


def by_measure(system: dict) -> dict[str, Estimate]:
    estimates = {}
    for name, parts in system["scores"].items():
        part = parts.get("f1") or parts["average_precision"]
        estimates[name] = Estimate(*(100 * part[bound] for bound in ("mean", "low", "high")))
    return estimates


# ------------------------------------------------------------------------------ significance


@functools.cache
def coins(dataset: str, documents: int) -> list[bytes]:
    """So many tosses of a coin a document, often: the same for all systems on a set."""
    toss = random.Random(dataset)
    sides = bytes(byte & 1 for byte in range(256))
    return [toss.randbytes(documents).translate(sides) for _ in range(SAMPLES)]


def by_luck(dataset: str, differences: list[float]) -> list[float]:
    """Means of paired differences, were both systems the same: each has this sign as well as the other."""
    total, count = sum(differences), len(differences)
    return [
        (total - 2 * sum(itertools.compress(differences, turned))) / count
        for turned in coins(dataset, count)
    ]


def chance(difference: float, lucky: list[float]) -> float:
    """How often luck is as far from 0: two-sided.

    Approximate randomization (Noreen 1989), as `epitome evaluate` does it for each measure by itself; here
    it is done for means of measures, and of sets.

    >>> chance(2.0, [1.0, -2.0, 0.5])
    0.5
    """
    # Sums with other signs may differ by a hair.
    as_far = sum(abs(mean) >= abs(difference) - 1e-9 for mean in lucky)
    return (as_far + 1) / (len(lucky) + 1)
