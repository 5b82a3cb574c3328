"""What epitome and its peers make of the documents of a set: one file a system, in JSON Lines.

An object has the document's `id` and the `text` of the summary or the `keywords`, and the `error` where a
peer failed, which then made nothing.
"""

from __future__ import annotations

import hashlib
import json
import signal
import subprocess
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import drivers
import words
from data import SUMMARIES, Dataset, Task, json_lines
from packages import python
from programs import ENVIRONMENT
from reports import note
from systems import System

HERE = Path(__file__).resolve().parent

# Peers give the same on every run, and don't share the work among threads: --jobs does.
PEER_ENVIRONMENT = {**ENVIRONMENT, "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1"}
PEER_ENVIRONMENT |= {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


@dataclass(frozen=True)
class Output:
    """What a system made of a set."""

    system: System
    path: Path
    # Why it failed, by document.
    errors: dict[str, str]


@dataclass(frozen=True)
class Workshop:
    """Where outputs are made."""

    epitome: str
    # Where peers are installed, and outputs are kept.
    home: Path
    # How many documents are worked on at a time.
    jobs: int

    def output(self, dataset: Dataset, system: System) -> Output | None:
        """What a system makes of a set; None: it can't read the language."""
        if system.package:
            return theirs(self, dataset, system)
        return ours(self, dataset, system)

    def place(self, dataset: Dataset, name: str) -> Path:
        return self.home / "outputs" / dataset.task.name / dataset.name / f"{name}.jsonl"


class Unsupported(Exception):
    """A peer does not know the language of a set."""


class Broken(Exception):
    """A peer does not work at all, which is no fault of its summaries."""


def record(dataset: Dataset, document: Path, made: str | list[str] | None) -> dict:
    """An object of an output, with summaries cut after as many words as there may be."""
    if dataset.task is SUMMARIES:
        return {"id": document.stem, "text": words.cut(made or "", dataset.budget)}
    return {"id": document.stem, "keywords": made or []}


def write(path: Path, records: Iterable[dict]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".unfinished")
    lines = (json.dumps(entry, ensure_ascii=False) + "\n" for entry in records)
    unfinished.write_text("".join(lines), encoding="utf-8")
    unfinished.replace(path)


# ------------------------------------------------------------------------------ epitome's


def options(task: Task, budget: str) -> list[str]:
    """How epitome is asked for what peers are asked for, too."""
    if task is SUMMARIES:
        return ["--words", budget, "--overshoot"]
    return ["--top", str(drivers.DEPTH), "--tables", "each"]


def ours(shop: Workshop, dataset: Dataset, system: System) -> Output:
    """What epitome makes; never kept from a run before, as it is made faster than looked up."""
    budget = str(dataset.budget) if dataset.task is SUMMARIES else ""
    command = [shop.epitome, dataset.task.command, *options(dataset.task, budget)]
    command += ["--method", system.method] if system.method else []
    command += ["-q", "-f", "jsonl", "-j", str(shop.jobs), "--files-from", "-"]
    paths = "".join(f"{path}\n" for path in dataset.documents)
    done = subprocess.run(command, input=paths, stdout=subprocess.PIPE, text=True, env=ENVIRONMENT)
    made = {document["path"]: content(document) for document in json_lines(done.stdout)}
    path = shop.place(dataset, system.name)
    write(path, (record(dataset, file, made.get(str(file))) for file in dataset.documents))
    return Output(system, path, {})


def content(document: dict) -> str | list[str]:
    if "summary" in document:
        return "\n".join(sentence["text"] for sentence in document["summary"])
    return [keyword["term"] for keyword in document["keywords"]]


# ------------------------------------------------------------------------------ the peers'


def theirs(shop: Workshop, dataset: Dataset, peer: System) -> Output | None:
    """What a peer makes, kept from a run before if nothing changed."""
    path = shop.place(dataset, f"{peer.name}-{digest(dataset, peer)}")
    if not path.exists():
        note(f"  {dataset.name}: {peer.name}")
        try:
            write(path, made_by(shop, dataset, peer))
        except Unsupported:
            write(path, [])
    records = json_lines(path.read_text(encoding="utf-8"))
    errors = {entry["id"]: entry["error"] for entry in records if "error" in entry}
    return Output(peer, path, errors) if records else None


def digest(dataset: Dataset, peer: System) -> str:
    """Changes with everything that the output hangs on."""
    package = peer.package
    asked = [peer.name, package.name, package.version, package.helpers, dataset.language]
    asked.append(dataset.budget if dataset.task is SUMMARIES else None)
    sha = hashlib.sha256(json.dumps(asked).encode())
    for path in [HERE / "drivers.py", HERE / "words.py", *dataset.documents]:
        data = path.read_bytes()
        sha.update(f"{path.name}\n{len(data)}\n".encode() + data)
    return sha.hexdigest()[:12]


def made_by(shop: Workshop, dataset: Dataset, peer: System) -> list[dict]:
    """Shares the documents out among processes."""
    shares = [share for job in range(shop.jobs) if (share := dataset.documents[job :: shop.jobs])]
    with ThreadPoolExecutor(shop.jobs) as pool:
        parts = pool.map(lambda share: answered(shop, dataset, peer, share), shares)
        return sorted((entry for part in parts for entry in part), key=lambda entry: entry["id"])


def answered(
    shop: Workshop, dataset: Dataset, peer: System, documents: list[Path]
) -> list[dict]:
    """Asks a peer about each document; after one that killed it, about those that are left."""
    records = []
    while documents:
        answers = asked(shop, dataset, peer, documents)
        for path, answer in zip(documents, answers):
            failed = {"error": answer["error"]} if "error" in answer else {}
            records.append(record(dataset, path, answer.get("made")) | failed)
        documents = documents[len(answers) :]
    return records


def asked(shop: Workshop, dataset: Dataset, peer: System, documents: list[Path]) -> list[dict]:
    """A peer's answers, up to a document that killed it."""
    request = {
        "language": dataset.language,
        "budget": dataset.budget if dataset.task is SUMMARIES else None,
        "documents": list(map(str, documents)),
        "collection": list(map(str, dataset.documents)),
    }
    command = [str(python(shop.home)), str(HERE / "drivers.py"), dataset.task.name, peer.name]
    done = subprocess.run(
        command, input=json.dumps(request), capture_output=True, text=True, env=PEER_ENVIRONMENT
    )
    if done.returncode == drivers.UNKNOWN_LANGUAGE:
        raise Unsupported
    ready, *answers = json_lines(done.stdout) or [None]
    if ready != drivers.READY:
        raise Broken(f"{peer.name} can't be started: {reason(done)}")
    if len(answers) < len(documents):
        answers.append({"error": reason(done)})
    return answers


def reason(done: subprocess.CompletedProcess) -> str:
    if done.returncode == -signal.SIGPROF:
        return f"took longer than {drivers.TIME_LIMIT} s"
    last = done.stderr.strip().rpartition("\n")[2]
    return last or f"ended with {done.returncode}"
