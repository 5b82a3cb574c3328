"""Summaries of a data set of any size: Spark hands out the documents, epitome does the work.

    spark-submit --files target/release/epitome summaries.py DOCUMENTS OUT

DOCUMENTS is a path of JSON Lines or Parquet that Spark reads, with the columns `id` and `text`; OUT gets Parquet with
`id`, `language`, `summary` and `error`. Each task has one epitome, which answers every line it is told, in order, and
flushes when nothing more comes: so a batch goes in, its summaries come out, and no process is started twice.

What a killed task has done is lost and done again by Spark. Nothing is ever half done: a task whose epitome dies
fails, and no document depends on any other.

The program is taken from the environment (EPITOME), else `./epitome`, where --files puts it, else from the PATH.
"""

import argparse
import json
import os
import subprocess
import threading

import pandas
from pyspark.sql import SparkSession

SCHEMA = "id string, language string, summary string, error string"


def program():
    here = os.path.abspath("epitome")
    return os.environ.get("EPITOME") or (here if os.path.isfile(here) else "epitome")


class Worker:
    """An epitome that is told records and tells what it makes of them."""

    def __init__(self, *options):
        command = [program(), *options, "--input-format", "jsonl", "--format", "jsonl", "-j", "1", "-"]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for pipe in (self.process.stdin, self.process.stdout):
            pipe.close()
        self.process.wait()

    def ask(self, records):
        """One answer a record."""
        lines = b"".join(json.dumps(record).encode() + b"\n" for record in records)
        # Both pipes hold only so much: who wrote everything first would wait for ever.
        writer = threading.Thread(target=self.tell, args=(lines,))
        writer.start()
        answers = [json.loads(line) for line in (self.process.stdout.readline() for _ in records) if line]
        writer.join()
        if len(answers) < len(records):
            raise RuntimeError(f"epitome ended with {self.process.wait()}")
        return answers

    def tell(self, lines):
        try:
            self.process.stdin.write(lines)
            self.process.stdin.flush()
        except BrokenPipeError:
            pass  # The missing answers tell.


def row(answer):
    sentences = [sentence["text"] for sentence in answer.get("summary", [])]
    return {
        "id": answer["record"]["id"],
        "language": answer.get("language"),
        "summary": " ".join(sentences) if "summary" in answer else None,
        "error": answer.get("error"),
    }


def summaries(batches):
    with Worker("summarize", "--sentences", "3") as worker:
        for batch in batches:
            records = batch[["id", "text"]].to_dict("records")
            yield pandas.DataFrame([row(answer) for answer in worker.ask(records)], columns=SCHEMA_NAMES)


SCHEMA_NAMES = [column.split()[0] for column in SCHEMA.split(", ")]


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("documents")
    arguments.add_argument("out")
    arguments.add_argument("--format", default="json", choices=["json", "parquet"])
    arguments = arguments.parse_args()
    spark = SparkSession.builder.appName("summaries").getOrCreate()
    documents = spark.read.format(arguments.format).load(arguments.documents)
    documents.select("id", "text").mapInPandas(summaries, SCHEMA).write.mode("overwrite").parquet(arguments.out)


if __name__ == "__main__":
    main()
