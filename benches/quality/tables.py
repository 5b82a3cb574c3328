"""The tables, in Markdown."""

from __future__ import annotations

import textwrap
from collections import Counter
from dataclasses import dataclass
from statistics import fmean

from data import KEYWORDS, SUMMARIES, Dataset, Task
from outputs import Output, options
from reports import line, table
from scores import Scores, by_luck, chance, question
from systems import OURS, System

SIGNIFICANT = 0.05
BELOW, ABOVE = "↓", "↑"

FIGURES = {
    SUMMARIES: "mean of the F1 of ROUGE-1, ROUGE-2 and ROUGE-L",
    KEYWORDS: "F1 of the first ten",
}
# As `epitome evaluate` names them in JSON, and to people.
MEASURES = {
    "rouge1": "ROUGE-1 F1",
    "rouge2": "ROUGE-2 F1",
    "rougeL": "ROUGE-L F1",
    "at5": "F1@5",
    "at10": "F1@10",
    "at15": "F1@15",
    "map": "MAP",
}


@dataclass(frozen=True)
class Results:
    """What came out for a task."""

    task: Task
    datasets: list[Dataset]
    # By system and by the name of the set, where the system knows its language.
    outputs: dict[System, dict[str, Output]]
    scores: dict[System, dict[str, Scores]]


@dataclass(frozen=True)
class Comparison:
    """A system beside epitome, on one set or on the mean of several."""

    score: float
    ours: float
    # The chance of a difference as large, were both the same.
    p: float

    @property
    def difference(self) -> float:
        return self.score - self.ours

    @property
    def mark(self) -> str:
        if self.p >= SIGNIFICANT:
            return ""
        return BELOW if self.difference < 0 else ABOVE

    def __str__(self) -> str:
        return f"{self.score:.2f} {self.mark}".rstrip()


@dataclass(frozen=True)
class Row:
    system: System
    sets: dict[str, Comparison]
    mean: Comparison


def compared(results: Results, system: System) -> Row:
    sets = {}
    lucky = []
    for name, theirs in results.scores[system].items():
        ours = results.scores[OURS][name]
        pairs = zip(theirs.documents, ours.documents, strict=True)
        by_chance = by_luck(name, [their - our for their, our in pairs])
        lucky.append(by_chance)
        sets[name] = beside(theirs.mean, ours.mean, by_chance)
    score = fmean(comparison.score for comparison in sets.values())
    ours = fmean(comparison.ours for comparison in sets.values())
    means = [sum(sample) / len(sample) for sample in zip(*lucky)]
    return Row(system, sets, beside(score, ours, means))


def beside(score: float, ours: float, lucky: list[float]) -> Comparison:
    return Comparison(score, ours, chance(score - ours, lucky))


def rows(results: Results) -> list[Row]:
    """The others by how they compare with epitome on the sets that they can read."""
    others = (system for system in results.scores if system is not OURS)
    found = [compared(results, system) for system in others if results.scores[system]]
    return sorted(found, key=lambda row: -row.mean.difference)


# ------------------------------------------------------------------------------ what is written


def scores_table(results: Results, others: list[Row]) -> str:
    names = [dataset.name for dataset in results.datasets]
    ours = results.scores[OURS]
    own = [f"{ours[name].mean:.2f}" for name in names]
    own.append(f"{fmean(scores.mean for scores in ours.values()):.2f}")
    lines = [line(OURS.label, *own)]
    for row in others:
        cells = [str(row.sets.get(name, "–")) for name in names]
        mean = str(row.mean)
        if len(row.sets) < len(names):
            mean = f"({mean} : {row.mean.ours:.2f})"
        lines.append(line(row.system.label, *cells, mean))
    return table([results.task.name, *names, "mean"], lines)


def measures_table(results: Results) -> str:
    """epitome's own scores, measure by measure."""
    ours = results.scores[OURS]
    lines = []
    for measure, name in MEASURES.items():
        found = [scores.measures.get(measure) for scores in ours.values()]
        if all(found):
            cells = [f"{one.mean:.1f} [{one.low:.1f}, {one.high:.1f}]" for one in found]
            lines.append(line(name, *cells))
    return table(["epitome", *ours], lines)


def sets_told(results: Results) -> str:
    told = []
    for dataset in results.datasets:
        facts = f"{dataset.language}, {len(dataset.documents)} texts"
        if results.task is SUMMARIES:
            facts += f", {dataset.budget} words"
        told.append(f"{dataset.name} ({facts})")
    return ", ".join(told)


def commands(task: Task) -> str:
    made = " ".join(["epitome", task.command, *options(task, "WORDS")])
    scored = " ".join(["epitome", *question(task), "--lang", "LANG"])
    return f"made by `{made}`, scored by `{scored}`"


def failures(results: Results) -> str:
    told = []
    for system, by_set in results.outputs.items():
        for name, output in by_set.items():
            if output.errors:
                # What stands after a colon may be different on another machine.
                errors = Counter(error.partition(":")[0] for error in output.errors.values())
                error, _ = errors.most_common(1)[0]
                told.append(f"{system.name} on {len(output.errors)} texts of {name} ({error})")
    return f"Counted 0, as they failed: {'; '.join(told)}." if told else ""


def paragraph(text: str) -> str:
    return textwrap.fill(text, 110, break_long_words=False, break_on_hyphens=False)


def part(results: Results, others: list[Row]) -> str:
    """All tables of a task."""
    task = results.task
    title = f"{task.name.capitalize()}: {FIGURES[task]}, in per cent; {commands(task)}."
    parts = [
        paragraph(f"{title} The sets: {sets_told(results)}."),
        scores_table(results, others),
        paragraph(failures(results)),
        measures_table(results),
    ]
    return "\n\n".join(part for part in parts if part)


def headline(results: Results, others: list[Row]) -> str:
    """The scores in a few sentences."""
    ours = fmean(scores.mean for scores in results.scores[OURS].values())
    told = f"{results.task.name.capitalize()}, {FIGURES[results.task]}: epitome {ours:.1f}"
    peers = [row for row in others if row.system.package]
    if not peers:
        return f"{told}."
    best = peers[0]
    told += f", the best peer ({best.system.name}) {best.mean.score:.1f}"
    if len(best.sets) < len(results.datasets):
        told += f" on the {len(best.sets)} sets it can read, where epitome has {best.mean.ours:.1f}"
    marks = [comparison.mark for row in peers for comparison in row.sets.values()]
    told += f". Of {len(marks)} comparisons with a peer on a set, epitome is significantly better in"
    return paragraph(f"{told} {marks.count(BELOW)} and worse in {marks.count(ABOVE)}.")


def written(found: list[Results], versions: str) -> tuple[str, str]:
    """The scores in a few sentences, and the tables."""
    others = [rows(results) for results in found]
    head = "\n\n".join(map(headline, found, others))
    caption = paragraph(
        f"`benches/quality/run --data DIR` makes these tables: {versions}. "
        f"{BELOW}: significantly below epitome, {ABOVE}: above it (two-sided p < {SIGNIFICANT}, approximate "
        "randomization of texts). –: the peer does not know the language; its mean is then in brackets, "
        "before epitome's on the same sets. Square brackets hold 95 % intervals."
    )
    tables = "\n\n".join([caption, *map(part, found, others)])
    return f"{head}\n", f"{tables}\n"


def folded(tables: str) -> str:
    """The tables, out of sight until they are asked for."""
    return f"<details>\n<summary>The tables</summary>\n\n{tables}\n</details>\n"
