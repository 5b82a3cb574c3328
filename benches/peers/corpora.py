#!/usr/bin/env python3
"""Makes the texts that benches/peers/run times: generated, or from a folder's files.

Runs as a program of its own, because the memory that a parent once held counts as its children's,
and `run` reports their peaks.
"""

from __future__ import annotations

import argparse
import codecs
import functools
import io
import itertools
import random
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

KB, MB = 1_000, 1_000_000

# The texts that every run needs, whatever the size of the large one.
FIXED_SIZES = (1 * MB, 200 * KB, 1 * KB)
SMALL_FILES, SMALL_SIZE = 2_000, 2 * KB
MANY_SIZE = 50 * KB

BLOCK = 1 * MB


def halvings(size: int) -> list[int]:
    """The size, its half, its quarter and so on, down to about a megabyte."""
    return [size >> k for k in range(32) if size >> k >= 0.75 * MB]


def text_path(folder: Path, size: int) -> Path:
    return folder / f"text-{size}.txt"


def hard_path(folder: Path, kind: str, size: int) -> Path:
    return folder / f"{kind.replace(' ', '-')}-{size}.txt"


# ------------------------------------------------------------------------------ generated text

# The commonest words are real, so that languages are told and stopwords are found.
FUNCTION_WORDS = """
the of and to a in is that it was for on with as at by be this from are or had not but have an they
which one were all their there when we can more if no out so up into than them some could its only
then other about these two may any do
""".split()

VOCABULARY = 300_000
# Past this rank words get rarer twice as steeply, as in large corpora (Montemurro 2001).
BEND = 8_000
ONSETS = "b c d f g h l m n p r s t v w".split() * 2 + "br ch dr gr pl sh st th tr".split()
NUCLEI = "a e i o u".split() * 3 + "ai ea ou".split()
CODAS = [""] * 12 + "n r s t l d m n r s nd rt st".split()


def syllables(draw: random.Random, count: int) -> str:
    parts = (draw.choice(ONSETS) + draw.choice(NUCLEI) + draw.choice(CODAS) for _ in range(count))
    return "".join(parts)


@functools.cache
def vocabulary() -> list[str]:
    """Words by rank, rare ones longer; every thirtieth that is no function word is a name."""
    draw = random.Random(1935)
    words = dict.fromkeys(FUNCTION_WORDS)
    while len(words) < VOCABULARY:
        length = draw.choice((1, 1, 2, 2, 3) if len(words) < 3_000 else (2, 3, 3, 4))
        word = syllables(draw, length)
        words[word.capitalize() if draw.random() < 1 / 30 else word] = None
    return list(words)


def zipf_words(draw: random.Random) -> Iterator[str]:
    """Endless words, by the law of Zipf and Mandelbrot."""
    ranks = range(VOCABULARY)
    weights = list(itertools.accumulate(1 / ((r + 2.7) * (1 + r / BEND)) for r in ranks))
    while True:
        yield from draw.choices(vocabulary(), cum_weights=weights, k=10_000)


def sentence(draw: random.Random, words: Iterator[str]) -> str:
    """A sentence of 5 to 29 words, with a comma here and there."""
    parts = list(itertools.islice(words, draw.randint(5, 29)))
    if len(parts) > 10:
        parts[draw.randint(3, 6)] += ","
    parts[0] = parts[0][0].upper() + parts[0][1:]
    return " ".join(parts) + ("?" if draw.random() < 0.05 else ".")


def generated() -> Iterator[str]:
    """Endless paragraphs, always the same."""
    draw = random.Random(2004)
    words = zipf_words(draw)
    while True:
        sentences = (sentence(draw, words) for _ in range(draw.randint(1, 9)))
        yield " ".join(sentences) + "\n\n"


# ------------------------------------------------------------------------------ texts of a folder


def blocks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            yield block


def is_text(path: Path) -> bool:
    """Whether the file is UTF-8 that has something in it and no zero bytes."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    size = 0
    try:
        for block in blocks(path):
            if b"\0" in block:
                return False
            decoder.decode(block)
            size += len(block)
        decoder.decode(b"", final=True)
    except (UnicodeDecodeError, OSError):
        return False
    return size > 0


def texts_of(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.rglob("*")) if path.is_file() and is_text(path)]


def repeated(paths: list[Path]) -> Iterator[bytes]:
    """The files one after the other, again and again."""
    for path in itertools.cycle(paths):
        yield from blocks(path)
        yield b"\n\n"


# ------------------------------------------------------------------------------ texts made to hurt


def one_sentence(size: int) -> Iterator[str]:
    return (word + " " for word in zipf_words(random.Random(1)))


def one_word_lines(size: int) -> Iterator[str]:
    return (word + "\n" for word in zipf_words(random.Random(2)))


def in_sentences(words: Iterator[str]) -> Iterator[str]:
    draw = random.Random(3)
    while True:
        yield sentence(draw, words) + " "


def every_word_the_same(size: int) -> Iterator[str]:
    return in_sentences(itertools.repeat("stone"))


def every_word_different(size: int) -> Iterator[str]:
    return in_sentences(map(spelled, itertools.count()))


def spelled(number: int) -> str:
    """A word that no other number has."""
    word = ""
    while True:
        number, consonant = divmod(number, 16)
        number, vowel = divmod(number, 5)
        word += "bcdfghjklmnprstv"[consonant] + "aeiou"[vowel]
        if number == 0:
            return word


def spaces_after_a_stop(size: int) -> Iterator[str]:
    yield "The bridge was closed on Monday."
    yield from itertools.repeat(" " * KB, size // KB - 1)
    yield "It will open again in spring.\n"


HARD_TEXTS = {
    "one sentence": one_sentence,
    "one-word lines": one_word_lines,
    "every word the same": every_word_the_same,
    "every word different": every_word_different,
    "spaces after a full stop": spaces_after_a_stop,
}


# ------------------------------------------------------------------------------ files


def fitting(data: bytes, size: int) -> bytes:
    """The data, cut to the size: at white space, or at least between characters."""
    if len(data) <= size:
        return data
    end = 1 + max(data.rfind(b" ", 0, size), data.rfind(b"\n", 0, size)) or size
    while data[end] & 0b1100_0000 == 0b1000_0000:
        end -= 1
    return data[:end]


def write(path: Path, pieces: Iterable[str | bytes], size: int) -> None:
    left = size
    with path.open("wb") as file:
        for piece in pieces:
            data = piece.encode() if isinstance(piece, str) else piece
            file.write(fitting(data, left))
            left -= len(data)
            if left <= 0:
                break


def cut_up(source: Path, folder: Path, size: int, count: int) -> None:
    """Cuts the source's beginning into files of about the size."""
    folder.mkdir()
    with source.open("rb") as file:
        for number in range(count):
            data = file.read(size + 1)
            part = fitting(data, size)
            (folder / f"{number:04}.txt").write_bytes(part)
            file.seek(len(part) - len(data), io.SEEK_CUR)


def make(folder: Path, pieces: Iterable[str | bytes], size: int, hard_size: int) -> None:
    largest = text_path(folder, size)
    write(largest, pieces, size)
    for part in {*halvings(size)[1:], *FIXED_SIZES}:
        write(text_path(folder, part), blocks(largest), part)
    cut_up(largest, folder / "many", MANY_SIZE, size // MANY_SIZE)
    cut_up(largest, folder / "small", SMALL_SIZE, SMALL_FILES)
    for kind, words in HARD_TEXTS.items():
        for part in halvings(hard_size):
            write(hard_path(folder, kind, part), words(part), part)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="an empty folder for the texts")
    parser.add_argument("size", type=int, help="bytes of the largest ordinary text")
    parser.add_argument("hard_size", type=int, help="bytes of the largest text made to hurt")
    parser.add_argument("--corpus", type=Path, help="take the words from this folder's texts")
    arguments = parser.parse_args()
    pieces = generated()
    if arguments.corpus:
        paths = texts_of(arguments.corpus)
        if not paths:
            sys.exit(f"no UTF-8 text in {arguments.corpus}")
        pieces = repeated(paths)
    make(arguments.folder, pieces, arguments.size, arguments.hard_size)


if __name__ == "__main__":
    main()
