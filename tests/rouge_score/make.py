#!/usr/bin/env python3
"""Writes pairs.json and stems.tsv: what other programs make of our own sample texts.

    pip install rouge-score==0.1.2 nltk==3.10.4 snowballstemmer==3.1.1
    python3 tests/rouge_score/make.py

pairs.json: pairs of a summary and one to three references, with the scores of rouge-score (`score_multi`),
without and with its stemmer. A text is a list of pieces, joined by line breaks; a piece is [line, from, to]:
words from..to of one of the lines, joined by blanks. Scores are precision, recall and F of rouge1, rouge2,
rougeL and rougeLsum, in this order.

stems.tsv: words with their stems by Snowball's "porter" and by NLTK's PorterStemmer.
"""
import json
import random
import re
from pathlib import Path

import snowballstemmer
from nltk.stem.porter import PorterStemmer
from rouge_score import rouge_scorer

HERE = Path(__file__).parent
SAMPLES = HERE.parent.parent / "samples"
ENGLISH = ["abstract.md", "field-guide-wrapped.txt", "harbour-report.txt", "headphone-reviews.txt", "interview.txt",
           "meeting-notes.md", "on-maintenance.txt"]
# What tokenizers and stemmers stumble over.
ODD = ["The U.S. harbour-master's 3.5-fold flood_gate isn't “Skerrow’s”: 42% of £8.4m!",
       "naïve café owners in İstanbul weigh 300 K and 20\u00a0kg — résumé attached",
       "dying lying tying news innings skies proceed exceed succeed howe outings cannings",
       "enjoy enjoyed enjoyment fly flies died dies tried additionally hopefully geology analogies",
       "aged revved agreed feed bled hopping falling hissing fizzed sized conflated troubled",
       "the the the and the and of the of the and the",
       "– … !", "x", "今天 天气 ok 今天"]
TYPES = ["rouge1", "rouge2", "rougeL", "rougeLsum"]
SUFFIXES = ("ational tional enci anci izer bli abli alli entli eli ousli ization ation ator alism iveness fulness "
            "ousness aliti iviti biliti fulli logi icate ative alize iciti ical ful ness al ance ence er ic able ible "
            "ant ement ment ent ion sion ou ism ate iti ous ive ize e ll s es ies ied ed eed ing y ly").split()


def lines(rng):
    found = []
    for name in ENGLISH:
        text = (SAMPLES / name).read_text(encoding="utf-8")
        found += [" ".join(s.split()) for s in re.split(r"(?<=[.!?])\s+|\n\s*\n", text)]
    found = [s for s in found if 4 <= len(s.split()) <= 40]
    return sorted(rng.sample(found, 110)) + ODD


def text(rng, all_lines, near):
    """Some pieces: of lines that another text has too, or of any."""
    pieces = []
    for _ in range(rng.choice([1, 1, 2, 3, 4, 6])):
        line = rng.choice(near) if near and rng.random() < 0.7 else rng.randrange(len(all_lines))
        words = len(all_lines[line].split(" "))
        start = rng.randrange(words) if rng.random() < 0.5 else 0
        end = rng.randint(start + 1, words) if rng.random() < 0.5 else words
        pieces.append([line, start, end])
    return pieces


def written(pieces, all_lines):
    return "\n".join(" ".join(all_lines[line].split(" ")[start:end]) for line, start, end in pieces)


def pairs(rng, all_lines):
    scorers = [rouge_scorer.RougeScorer(TYPES, use_stemmer=stem) for stem in (False, True)]
    for _ in range(240):
        summary = text(rng, all_lines, [])
        near = [piece[0] for piece in summary]
        references = [text(rng, all_lines, near) for _ in range(rng.choice([1, 1, 1, 2, 3]))]
        pair = {"summary": summary, "references": references}
        for name, scorer in zip(("plain", "stemmed"), scorers):
            scores = scorer.score_multi([written(r, all_lines) for r in references], written(summary, all_lines))
            pair[name] = [float("%.12g" % x) for t in TYPES for x in scores[t]]
        yield pair


def stems(rng, all_lines):
    words = {w for line in all_lines for w in re.findall("[a-z0-9]+", line.lower())}
    roots = sorted(words)
    for _ in range(1000):
        root = rng.choice(roots) if rng.random() < 0.5 else "".join(rng.choice("aeiouybcdlstwxv") for _ in range(4))
        words.add(root[:rng.randint(1, 6)] + rng.choice(SUFFIXES) + rng.choice(["", "", "s", "ly", "ed"]))
    snowball, nltk = snowballstemmer.stemmer("porter"), PorterStemmer()
    return ["%s\t%s\t%s" % (w, snowball.stemWord(w), nltk.stem(w)) for w in sorted(words)]


def main():
    rng = random.Random(2004)
    all_lines = lines(rng)
    dump = lambda value: json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    with open(HERE / "pairs.json", "w", encoding="utf-8") as f:
        f.write('{"made_with":"rouge-score 0.1.2, nltk 3.10.4","lines":[\n')
        f.write(",\n".join(map(dump, all_lines)))
        f.write('\n],"pairs":[\n')
        f.write(",\n".join(map(dump, pairs(rng, all_lines))))
        f.write("\n]}\n")
    with open(HERE / "stems.tsv", "w", encoding="utf-8") as f:
        f.write("\n".join(stems(rng, all_lines)) + "\n")


if __name__ == "__main__":
    main()
