"""Runs both programs on a made corpus, kills workers in the middle, and compares the tables with those that a single
epitome makes of the same files.

    EPITOME=target/release/epitome python3 samples/spark/check.py --documents 2000
"""

import argparse
import glob
import json
import math
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

from pyspark import TaskContext
from pyspark.sql import SparkSession

import corpus
import keyness
import summaries


def dying(work, partition, kill):
    """The same work, but the first time that a partition is worked on it is killed behind the first batch."""

    def first_time_dying(batches):
        task = TaskContext.get()
        is_doomed = task.partitionId() == partition and task.attemptNumber() == 0
        for place, batch in enumerate(work(batches)):
            yield batch
            if is_doomed and place == 0:
                kill()

    return first_time_dying


def kill_self():
    os.kill(os.getpid(), signal.SIGKILL)


def kill_children():
    """Kills the epitome of this worker; the worker itself has to find out."""
    here = os.getpid()
    for stat in glob.glob("/proc/[0-9]*/stat"):
        try:
            name, rest = open(stat, encoding="utf-8").read().rsplit(")", 1)
        except OSError:
            continue
        if int(rest.split()[1]) == here:
            os.kill(int(name.split()[0]), signal.SIGKILL)


def lines(*arguments):
    """What a single epitome says."""
    command = [summaries.program(), *arguments, "--format", "jsonl"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        yield from (json.loads(line) for line in process.stdout)


def check_summaries(spark, documents, files):
    # In files, documents without text are told elsewhere.
    alone = {}
    for answer in lines("summarize", "--sentences", "3", *files):
        text = " ".join(sentence["text"] for sentence in answer["summary"])
        alone[answer["path"].rsplit("#", 1)[1]] = (answer["language"], text, None)
    for doomed in (
        dying(summaries.summaries, 1, kill_self),
        dying(summaries.summaries, 2, kill_children),
    ):
        table = documents.select("id", "text").mapInPandas(doomed, summaries.SCHEMA).collect()
        found = {row.id: (row.language, row.summary, row.error) for row in table}
        assert len(found) == len(table), "a document is there twice"
        without = {id for id, (_, _, error) in found.items() if error == "no text in it"}
        expected = {**alone, **{id: (None, None, "no text in it") for id in without}}
        assert len(without) == len(found) // 1000, f"{len(without)} without text"
        assert found == expected, next((found[id], expected.get(id)) for id in found if found[id] != expected.get(id))
    return len(found)


def check_keyness(spark, documents, files):
    options = ["--lang", "en", "--group-by", "field:group", "--dispersion", "juilland_d", "--max-documents", str(2**31)]
    everything = ["--measure", "g2", "--alpha", "1", "--direction", "both", "-n", str(2**31)]
    alone = {(row["group"], row["term"]): row for row in lines("compare", *options, *everything, *files)}
    doomed = dying(keyness.counts, 1, kill_self)
    parts = documents.select("text", "group").mapInArrow(doomed, keyness.COUNTS).cache()
    rows = keyness.keyness(parts).collect()
    found = {(row["group"], row["term"]): row for row in rows}
    assert len(found) == len(rows), "a term is there twice"
    # A term that is as frequent in a group as elsewhere says nothing, and is not listed by epitome.
    missing = [key for key in found.keys() - alone.keys() if found[key]["g2"] != 0]
    assert not missing and found.keys() >= alone.keys(), (missing[:5], list(alone.keys() - found.keys())[:5])
    for key, row in alone.items():
        other = found[key]
        for name in ("count", "reference_count", "range"):
            assert row[name] == other["documents" if name == "range" else name], (key, name, row, other)
        for name, value in (("g2", row["g2"]), ("log_ratio", row["log_ratio"]), ("juilland_d", row["dispersion"])):
            same = value == other[name] or math.isclose(value, other[name], rel_tol=1e-9, abs_tol=1e-6)
            assert same, (key, name, value, other[name])
    return len(alone)


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--documents", type=int, default=2_000)
    arguments.add_argument("--parts", type=int, default=4)
    arguments = arguments.parse_args()
    os.environ["EPITOME"] = os.path.abspath(summaries.program())
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    here = pathlib.Path(__file__).resolve().parent
    with tempfile.TemporaryDirectory() as folder:
        corpus.make(f"{folder}/corpus", arguments.documents, arguments.parts)
        files = sorted(glob.glob(f"{folder}/corpus/*.jsonl"))
        # Two workers, and four attempts before a job fails.
        builder = SparkSession.builder.master("local[2,4]").config("spark.ui.enabled", "false")
        builder = builder.config("spark.ui.showConsoleProgress", "false")
        builder = builder.config("spark.local.dir", f"{folder}/spark").config("spark.sql.shuffle.partitions", "4")
        builder = builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", "100")
        # A file is a partition.
        builder = builder.config("spark.sql.files.openCostInBytes", str(1 << 30))
        builder = builder.config("spark.sql.warehouse.dir", f"{folder}/warehouse")
        spark = builder.getOrCreate()
        spark.sparkContext.setLogLevel("OFF")
        for module in ("summaries.py", "keyness.py"):
            spark.sparkContext.addPyFile(str(here / module))
        documents = spark.read.schema("id string, text string, `group` string").json(f"{folder}/corpus")
        assert documents.rdd.getNumPartitions() == arguments.parts, "a file is a partition"
        for check in (check_summaries, check_keyness):
            begun = time.time()
            rows = check(spark, documents, files)
            print(f"{check.__name__}: {rows} rows are the same, {time.time() - begun:.0f} s", flush=True)
        spark.stop()


if __name__ == "__main__":
    sys.exit(main())
