#!/usr/bin/env python3
"""Runs a peer that has no command line of its own, or none that works as installed: PEER FILE."""

import re
import sys
from pathlib import Path


class Pieces:
    """Cuts sentences and words for sumy, whose own tokenizer wants data that no registry has."""

    def to_sentences(self, paragraph):
        return tuple(re.split(r"(?<=[.!?])\s+", paragraph.strip()))

    def to_words(self, sentence):
        return tuple(re.findall(r"[^\W\d_](?:[^\W\d_]|['-])*", sentence))


def sumy(text):
    from sumy.nlp.stemmers import Stemmer
    from sumy.parsers.plaintext import PlaintextParser
    from sumy.summarizers.text_rank import TextRankSummarizer
    from sumy.utils import get_stop_words

    summarizer = TextRankSummarizer(Stemmer("english"))
    summarizer.stop_words = get_stop_words("english")
    document = PlaintextParser.from_string(text, Pieces()).document
    return summarizer(document, 10)


def rapid_textrank(text):
    from rapid_textrank import extract_keywords

    return [phrase.text for phrase in extract_keywords(text, top_n=10, language="en")]


DRIVERS = {"sumy": sumy, "rapid-textrank": rapid_textrank}

if __name__ == "__main__":
    peer, path = sys.argv[1:]
    for line in DRIVERS[peer](Path(path).read_text(encoding="utf-8")):
        print(line)
