"""What sets groups of documents apart, over a corpus of any size: epitome counts parts, Spark adds them up.

    spark-submit --files target/release/epitome keyness.py DOCUMENTS OUT

DOCUMENTS is a path of JSON Lines or Parquet that Spark reads, with the columns `text` and `group`; a document without
a group is left out. OUT gets Parquet: for each group and term its occurrences in the group and in all others, the
documents of the group that have it, the signed log-likelihood ratio (g2), the log ratio, and Juilland's D over the
documents of the group.

`epitome keywords --save-counts PART.parquet --counts-by field:group` makes sums over documents, a row a group and term,
and for each group a row without a term, of all its tokens. Sums are added up in any order: what the tables say does not
depend on how the corpus is cut. They are those of `epitome compare --group-by field:group` over all of it.
"""

import argparse
import json
import os
import subprocess
import tempfile

import pyarrow.parquet
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as f

COUNTS = """`group` string, term string, documents long, count long, count_squares long, rates double,
    rate_squares double, roots double, logs double, forms map<string, long>"""


def program():
    here = os.path.abspath("epitome")
    return os.environ.get("EPITOME") or (here if os.path.isfile(here) else "epitome")


def counts(batches):
    """The counts of the documents of a part. One language for all, so that every part counts alike."""
    with tempfile.TemporaryDirectory() as folder:
        file = os.path.join(folder, "counts.parquet")
        options = ["--input-format", "jsonl", "--max-documents", str(2**31), "--lang", "en", "-j", "1", "--quiet"]
        # The table of keywords is not wanted, so the cheapest is made of it.
        table = ["--method", "frequency", "--tables", "all", "--output", os.devnull]
        command = [program(), "keywords", *options, *table, "--save-counts", file, "--counts-by", "field:group", "-"]
        with subprocess.Popen(command, stdin=subprocess.PIPE) as process:
            for batch in batches:
                for record in batch.select(["text", "group"]).to_pylist():
                    process.stdin.write(json.dumps(record).encode() + b"\n")
            process.stdin.close()
        # 1: there was no text.
        if process.returncode not in (0, 1):
            raise RuntimeError(f"epitome ended with {process.returncode}")
        if os.path.exists(file):
            yield from pyarrow.parquet.ParquetFile(file).iter_batches()


def added_up(parts):
    """The sums of parts of a corpus."""
    names = ["documents", "count", "rates", "rate_squares"]
    return parts.groupBy("group", "term").agg(*(f.sum(name).alias(name) for name in names))


def shown(parts):
    """The commonest form of each term; of equals the shortest, then one in small letters."""
    forms = parts.select("term", f.explode("forms").alias("form", "n"))
    forms = forms.groupBy("term", "form").agg(f.sum("n").alias("n"))
    order = Window.partitionBy("term").orderBy(f.desc("n"), f.octet_length("form"), f.desc("form"))
    best = forms.withColumn("place", f.row_number().over(order)).where("place = 1")
    return best.select("term", "form")


def keyness(parts, min_count=5):
    """The table of all groups and terms. a and b are a term's occurrences in a group and in the rest, n1 and n2 the
    tokens of both."""
    sums = added_up(parts).cache()
    totals = sums.where("term is null")
    terms = sums.where("term is not null")
    sizes = totals.select("group", f.col("count").alias("n1"), f.col("documents").alias("size"))
    everywhere = totals.agg(f.sum("count").alias("n"))
    common = terms.groupBy("term").agg(f.sum("count").alias("all")).where(f.col("all") >= min_count)
    # Every group with every term: not to have it says something too.
    cells = f.broadcast(sizes).crossJoin(common).crossJoin(f.broadcast(everywhere))
    cells = cells.join(terms, ["group", "term"], "left").fillna(0, ["count", "documents", "rates", "rate_squares"])
    cells = cells.withColumnRenamed("count", "a")
    cells = cells.withColumn("b", f.col("all") - f.col("a")).withColumn("n2", f.col("n") - f.col("n1"))
    return cells.join(shown(parts), "term").select(
        "group", f.col("form").alias("term"), f.col("a").alias("count"), f.col("b").alias("reference_count"), "documents",
        g2().alias("g2"), log_ratio().alias("log_ratio"), juilland_d().alias("juilland_d"))


def g2():
    """2 Σ O·ln(O/E) over the four cells of {term, other tokens} × {group, rest}; negative for underuse (Dunning 1993)."""
    a, b, n1, n2 = (f.col(name) for name in ("a", "b", "n1", "n2"))

    def cell(observed, row, column):
        expected = row * column / (n1 + n2)
        return f.when(observed > 0, observed * f.log(observed / expected)).otherwise(0.0)

    others = n1 + n2 - a - b
    both = cell(a, a + b, n1) + cell(b, a + b, n2) + cell(n1 - a, others, n1) + cell(n2 - b, others, n2)
    return f.greatest(2 * both, f.lit(0.0)) * f.when(a * n2 < b * n1, -1.0).otherwise(1.0)


def log_ratio():
    """log₂((a/n1) / (b/n2)), a count of zero as 0.5 (Hardie 2014)."""
    a, b = (f.when(f.col(name) == 0, 0.5).otherwise(f.col(name)) for name in ("a", "b"))
    return f.log2(a / f.col("n1") / (b / f.col("n2")))


def juilland_d():
    """1 − (σ/mean)/√(n−1) of the rates in the n documents of the group, from their sum and that of their squares."""
    rates, squares, size = f.col("rates"), f.col("rate_squares"), f.col("size")
    variation = f.greatest(squares * size / (rates * rates) - 1, f.lit(0.0))
    return f.when((rates > 0) & (size > 1), 1 - f.sqrt(variation) / f.sqrt(size - 1))


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("documents")
    arguments.add_argument("out")
    arguments.add_argument("--format", default="json", choices=["json", "parquet"])
    arguments = arguments.parse_args()
    spark = SparkSession.builder.appName("keyness").getOrCreate()
    documents = spark.read.format(arguments.format).load(arguments.documents)
    # Counted once, and used for the sums and for the forms.
    grouped = documents.select("text", "group").where("`group` is not null")
    parts = grouped.mapInArrow(counts, COUNTS).cache()
    keyness(parts).write.mode("overwrite").parquet(arguments.out)


if __name__ == "__main__":
    main()
