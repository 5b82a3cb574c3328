#!/usr/bin/env python3
"""Gives documents to a peer, in the virtual environment that it is installed in: TASK PEER < REQUEST.

The request is a JSON object with the `language`, the `budget` in words (of summaries), the paths of the
`documents`, and those of the whole `collection`. The answer is READY, and then a line of JSON for each
document in order: what the peer made of it, or its `error`. A peer that does not know the language ends
with UNKNOWN_LANGUAGE.
"""

from __future__ import annotations

import bisect
import functools
import json
import os
import re
import resource
import signal
import subprocess
import sys
import types
from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path

import words

UNKNOWN_LANGUAGE = 3
READY = {"ready": True}
# For a document, in seconds of the processor and in bytes. Who takes longer is killed.
TIME_LIMIT = 300
MEMORY_LIMIT = 8_000_000_000
# More than are scored, as some of them are the same word in two forms.
DEPTH = 40

ENGLISH_NAMES = {
    "da": "danish",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "it": "italian",
    "nl": "dutch",
    "no": "norwegian",
    "pl": "polish",
    "pt": "portuguese",
    "ru": "russian",
    "sv": "swedish",
    "tr": "turkish",
}

# What makes a summary, or a list of keywords, of the file at a path.
Summarizer = Callable[[str], str]
Extractor = Callable[[str], list[str]]


class UnknownLanguage(Exception):
    """The peer can't read it."""


def read(path: str) -> str:
    return Path(path).read_text(encoding="utf-8")


def english_name(request: dict, known: Iterable[str]) -> str:
    """The language's name, if it is one of those that are known."""
    name = ENGLISH_NAMES.get(request["language"])
    if name not in known:
        raise UnknownLanguage
    return name


# ------------------------------------------------------------------------------ summarizers


def filling(best_first: Iterable[int], lengths: list[int], budget: int) -> list[int]:
    """The first of them that fill the budget; the last one may exceed it."""
    taken = []
    used = 0
    for place in best_first:
        if used >= budget:
            break
        taken.append(place)
        used += lengths[place]
    return taken


def selected(sentences: list[str], scores: Iterable[float], budget: int) -> str:
    """The sentences of the highest scores that fill the budget, in the order of the text."""
    scores = list(scores)
    lengths = [words.count(sentence) for sentence in sentences]
    best_first = sorted(range(len(sentences)), key=lambda place: -scores[place])
    return "\n".join(sentences[place] for place in sorted(filling(best_first, lengths, budget)))


def punkt_splitter(language: str):
    """Splits as NLTK does, whose own models are no part of it; these come as a package."""
    import punkt

    if language not in punkt.available_languages():
        raise UnknownLanguage
    return punkt.PunktSentenceTokenizer(punkt.load_model(language))


def sumy_tokenizer(language: str):
    """sumy's own, with Punkt's models from a package instead of a download."""
    import nltk
    from sumy.nlp.tokenizers import Tokenizer

    class Punkt(Tokenizer):
        def _get_sentence_tokenizer(self, language):
            if language in self.SPECIAL_SENTENCE_TOKENIZERS:
                return super()._get_sentence_tokenizer(language)
            return punkt_splitter(language)

        def _get_word_tokenizer(self, language):
            if language in self.SPECIAL_WORD_TOKENIZERS:
                return super()._get_word_tokenizer(language)
            # What is a sentence already is not split again, which would want the download too.
            tokenize = functools.partial(nltk.word_tokenize, preserve_line=True)
            return types.SimpleNamespace(tokenize=tokenize)

    return Punkt(language)


def sumy(method: str) -> Callable[[dict], Summarizer]:
    def prepare(request: dict) -> Summarizer:
        from sumy.nlp.stemmers import Stemmer
        from sumy.parsers.plaintext import PlaintextParser
        from sumy.utils import get_stop_words, normalize_language

        language = normalize_language(request["language"])
        try:
            tokenizer = sumy_tokenizer(language)
            summarizer = sumy_class(method)(Stemmer(language))
            stop_words = get_stop_words(language)
        except (LookupError, ValueError) as error:
            raise UnknownLanguage from error
        if method == "edmundson":
            # It wants words that tell important sentences, and sumy has none: place and heading are left.
            summarizer.bonus_words = summarizer.stigma_words = ["\0"]
            summarizer.null_words = stop_words
        else:
            summarizer.stop_words = stop_words

        def fill(best_first: list) -> list:
            lengths = [words.count(str(rating.sentence)) for rating in best_first]
            taken = filling(range(len(lengths)), lengths, request["budget"])
            return [best_first[place] for place in taken]

        def summarize(path: str) -> str:
            document = PlaintextParser.from_string(read(path), tokenizer).document
            return "\n".join(map(str, summarizer(document, fill)))

        return summarize

    return prepare


def sumy_class(method: str) -> type:
    module = import_module(f"sumy.summarizers.{method.replace('-', '_')}")
    name = f"{method.replace('-', '')}summarizer"
    return next(value for key, value in vars(module).items() if key.lower() == name)


def summa(request: dict) -> Summarizer:
    from summa.preprocessing.snowball import SnowballStemmer
    from summa.summarizer import summarize

    language = english_name(request, SnowballStemmer.languages)

    def run(path: str) -> str:
        scored = summarize(read(path), ratio=1.0, language=language, split=True, scores=True)
        sentences, scores = zip(*scored)
        return selected(sentences, scores, request["budget"])

    return run


def lexrank(request: dict) -> Summarizer:
    from lexrank import STOPWORDS, LexRank

    language = english_name(request, ENGLISH_NAMES.values())
    try:
        stop_words = STOPWORDS[request["language"]]
    except KeyError as error:
        raise UnknownLanguage from error
    splitter = punkt_splitter(language)

    def sentences(path: str) -> list[str]:
        return [part for line in read(path).splitlines() for part in splitter.tokenize(line)]

    ranker = LexRank([sentences(path) for path in request["collection"]], stopwords=stop_words)

    def summarize(path: str) -> str:
        found = sentences(path)
        # The continuous variant does without a threshold, which would have to be tuned.
        scores = ranker.rank_sentences(found, threshold=None, fast_power_method=False)
        return selected(found, scores, request["budget"])

    return summarize


def printed(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, check=True)
    return done.stdout.decode("utf-8", "replace")


def shortest(summary: Callable[[int], str], settings: range, budget: int) -> str:
    """The first summary that fills the budget, of a program that grows it by a setting of its own."""
    setting = bisect.bisect_left(settings, budget, key=lambda setting: words.count(summary(setting)))
    return summary(settings[min(setting, len(settings) - 1)])


def pithy(request: dict) -> Summarizer:
    # It is installed beside the virtual environment.
    binary = str(Path(sys.prefix).parent / "cargo" / "bin" / "pithy-cli")
    if request["language"] in ("ja", "th", "zh"):
        raise UnknownLanguage

    def summary(path: str, sentences: int) -> str:
        options = ["--sentences", str(sentences), "--no_context", "--nobar"]
        lines = printed(binary, "-f", path, *options).splitlines()
        # Each sentence stands below its number, and may begin with the full stop before it.
        lines = [line.lstrip(". ") for line in lines if not line.strip().isdigit()]
        return "\n".join(line for line in lines if line and not line.startswith("Summarising took"))

    def run(path: str) -> str:
        # It splits at full stops.
        settings = range(1, 2 + len(re.findall(r"\.\s", read(path))))
        return shortest(lambda sentences: summary(path, sentences), settings, request["budget"])

    return run


def ots(request: dict) -> Summarizer:
    language = request["language"]
    if not Path(f"/usr/share/ots/{language}.xml").exists():
        raise UnknownLanguage

    def run(path: str) -> str:
        def summary(percent: int) -> str:
            return printed("ots", f"--ratio={percent}", f"--dic={language}", path)

        return shortest(summary, range(1, 101), request["budget"])

    return run


# ------------------------------------------------------------------------------ keyword extractors


def yake(request: dict) -> Extractor:
    from yake import KeywordExtractor

    extractor = KeywordExtractor(lan=request["language"], top=DEPTH)
    return lambda path: [phrase for phrase, _ in extractor.extract_keywords(read(path))]


def rapid(name: str) -> Callable[[dict], Extractor]:
    def prepare(request: dict) -> Extractor:
        import rapid_textrank

        kind = getattr(rapid_textrank, name)
        extractor = kind(top_n=DEPTH, language=request["language"])
        return lambda path: [
            phrase.text for phrase in extractor.extract_keywords(read(path)).phrases
        ]

    return prepare


def multi_rake(request: dict) -> Extractor:
    from multi_rake import Rake

    try:
        rake = Rake(language_code=request["language"])
    except NotImplementedError as error:
        raise UnknownLanguage from error
    return lambda path: [phrase for phrase, _ in rake.apply(read(path))[:DEPTH]]


def summa_keywords(request: dict) -> Extractor:
    from summa.keywords import keywords
    from summa.preprocessing.snowball import SnowballStemmer

    language = english_name(request, SnowballStemmer.languages)
    # By itself it gives a fifth of the words, which is often fewer than are scored.
    return lambda path: keywords(read(path), ratio=1.0, language=language, split=True)[:DEPTH]


# ------------------------------------------------------------------------------ the work

SUMY_METHODS = ["edmundson", "lex-rank", "lsa", "luhn", "sum-basic", "text-rank"]

SUMMARIZERS = {
    **{f"sumy-{method}": sumy(method) for method in SUMY_METHODS},
    "summa": summa,
    "lexrank": lexrank,
    "pithy": pithy,
    "ots": ots,
}

EXTRACTORS = {
    "yake": yake,
    "rapid-textrank": rapid("BaseTextRank"),
    "rapid-singlerank": rapid("SingleRank"),
    "rapid-positionrank": rapid("PositionRank"),
    "rapid-multipartite": rapid("MultipartiteRank"),
    "multi-rake": multi_rake,
    "summa": summa_keywords,
}


def answer(work: Callable[[str], str | list[str]], path: str) -> dict:
    signal.setitimer(signal.ITIMER_PROF, TIME_LIMIT)
    try:
        return {"made": work(path)}
    except Exception as error:  # Whatever a peer raises: it made nothing of this document.
        return {"error": f"{type(error).__name__}: {error}"}
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def main() -> None:
    task, peer = sys.argv[1:]
    drivers = SUMMARIZERS if task == "summaries" else EXTRACTORS
    request = json.load(sys.stdin)
    # What a peer prints is no answer.
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT))
    try:
        work = drivers[peer](request)
    except UnknownLanguage:
        sys.exit(UNKNOWN_LANGUAGE)
    print(json.dumps(READY), file=answers, flush=True)
    for path in request["documents"]:
        print(json.dumps(answer(work, path)), file=answers, flush=True)


if __name__ == "__main__":
    main()
