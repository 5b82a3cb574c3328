"""DuckDB adds up saved sums of parts, and gets what the saved counts of the whole say.

    tests/engines/duckdb_sums.py target/release/epitome
"""

import json
import math
import pathlib
import subprocess
import sys
import tempfile

import duckdb

SAMPLES = sorted(str(path) for path in (pathlib.Path(__file__).parents[2] / "samples").iterdir() if path.suffix in (".md", ".txt"))
ADDED_UP = """
    SELECT term, sum(documents)::BIGINT, sum(count)::BIGINT, sum(count_squares)::BIGINT,
        sum(rates), sum(rate_squares), sum(roots), sum(logs)
    FROM read_parquet($files) GROUP BY term ORDER BY term NULLS FIRST
"""
FORMS = """
    SELECT term, entry.key AS form, sum(entry.value)::BIGINT
    FROM (SELECT term, unnest(map_entries(forms)) AS entry FROM read_parquet($files)) GROUP BY ALL
"""


def save(epitome, files, path):
    command = [epitome, "keywords", "--quiet", "--lang", "en", "--save-counts", path, *files]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def expected(path):
    """What the counts of every document make, and the forms of each term."""
    sizes, rows, forms = [], {}, {}
    for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines():
        if line.startswith("# document\t"):
            sizes.append(int(line.split("\t")[1]))
        elif not line.startswith("#") and "\t" in line and not line.startswith("term\tcount"):
            term, _, _, written, places = line.split("\t")
            rows[term] = sums([(count, sizes[document]) for document, count in json.loads(places)])
            forms.update({(term, form): count for form, count in json.loads(written).items()})
    return {None: sums([(size, size) for size in sizes]), **rows}, forms


def sums(cells):
    counts = [count for count, _ in cells]
    rates = [count / size for count, size in cells]
    return (
        len(cells), sum(counts), sum(count * count for count in counts),
        sum(rates), sum(rate * rate for rate in rates),
        sum(math.sqrt(count * size) for count, size in cells),
        sum(count * math.log2(count / size) for count, size in cells),
    )


def main(epitome):
    with tempfile.TemporaryDirectory() as folder:
        for part in range(3):
            save(epitome, SAMPLES[part::3], f"{folder}/{part}.parquet")
        save(epitome, SAMPLES, f"{folder}/whole.tsv")
        rows, forms = expected(f"{folder}/whole.tsv")
        parts = {"files": [f"{folder}/{part}.parquet" for part in range(3)]}
        found = {row[0]: row[1:] for row in duckdb.execute(ADDED_UP, parts).fetchall()}
        assert found.keys() == rows.keys() and len(rows) > 500
        for term, row in rows.items():
            assert found[term][:3] == row[:3], (term, found[term], row)
            close = (math.isclose(*pair, rel_tol=1e-12, abs_tol=1e-12) for pair in zip(found[term][3:], row[3:]))
            assert all(close), (term, found[term], row)
        assert {row[:2]: row[2] for row in duckdb.execute(FORMS, parts).fetchall()} == forms
        metadata = "SELECT key::VARCHAR, value::VARCHAR FROM parquet_kv_metadata($files)"
        told = set(duckdb.execute(metadata, parts).fetchall())
        assert ("epitome.counted", "words by stem, stopwords of the language") in told, told
        print(f"DuckDB adds up {len(rows)} rows and {len(forms)} forms to the same")


if __name__ == "__main__":
    main(sys.argv[1])
