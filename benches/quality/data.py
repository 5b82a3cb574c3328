"""The sets of documents in a data folder, with what people made of them."""

from __future__ import annotations

import functools
import json
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import words
from programs import ENVIRONMENT


@dataclass(frozen=True)
class Task:
    # The command of `epitome evaluate`, and of epitome.
    name: str
    command: str
    # Where its sets are in the data folder, and the references in a set.
    folder: str
    references: str


SUMMARIES = Task("summaries", "summarize", "summ", "refs")
KEYWORDS = Task("keywords", "keywords", "kw", "keys")
TASKS = [SUMMARIES, KEYWORDS]


@dataclass(frozen=True)
class Dataset:
    task: Task
    folder: Path
    language: str

    @property
    def name(self) -> str:
        return self.folder.name

    @property
    def references(self) -> Path:
        return self.folder / self.task.references

    @functools.cached_property
    def documents(self) -> list[Path]:
        return files(self.folder / "docs")

    @functools.cached_property
    def budget(self) -> int:
        """The words of a summary: as many as people took, on average."""
        stated = source(self.folder).get("mean_ref_words")
        if stated:
            return round(float(stated))
        lengths = [words.count(read(path)) for path in files(self.references)]
        return round(sum(lengths) / len(lengths))


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def json_lines(text: str) -> list[dict]:
    # Not by splitlines, which also splits at separators that JSON lets stand in a string.
    return [json.loads(line) for line in text.split("\n") if line]


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.is_file())


def source(folder: Path) -> dict[str, str]:
    """The fields of a set's SOURCE.txt, if it has one: a name, a colon, and what it is, on a line."""
    path = folder / "SOURCE.txt"
    lines = read(path).splitlines() if path.exists() else []
    fields = (line.partition(":") for line in lines)
    return {name.strip(): value.strip() for name, _, value in fields}


def detected(epitome: str, documents: Path) -> str:
    """The language of most documents, as epitome detects it."""
    command = [epitome, "summarize", "-q", "-n", "1", "-f", "jsonl", "--no-ignore", str(documents)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, env=ENVIRONMENT)
    found = [document["language"] for document in json_lines(done.stdout)]
    if not found:
        sys.exit(f"{documents} has no texts")
    return Counter(found).most_common(1)[0][0]


def datasets(data: Path, task: Task, languages: dict[str, str], epitome: str) -> list[Dataset]:
    """The sets of a task by name, with the languages that are given, stated or detected."""
    found = []
    for documents in sorted((data / task.folder).glob("*/docs")):
        folder = documents.parent
        if not (folder / task.references).is_dir():
            sys.exit(f"{folder} has no {task.references}")
        language = languages.get(folder.name) or source(folder).get("language")
        found.append(Dataset(task, folder, language or detected(epitome, documents)))
    return found
