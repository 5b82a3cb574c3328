"""Words, as the length of a summary is counted: the same for everybody."""

from __future__ import annotations

import re

# Scripts that put no blanks between words: each character counts.
UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
RUN = f"[^\\W_{UNSPACED}]+"
WORD = re.compile(f"(?=\\w)[{UNSPACED}]|{RUN}(?:['’]{RUN})*")


def count(text: str) -> int:
    """How many words there are.

    >>> count("The harbour's 3.5 miles – 港口很大。")
    9
    """
    return sum(1 for _ in WORD.finditer(text))


def cut(text: str, budget: int) -> str:
    """The text up to its last word within the budget.

    >>> cut("One, two. Three!", 2)
    'One, two'
    >>> cut("One, two.", 3)
    'One, two.'
    """
    for number, word in enumerate(WORD.finditer(text), 1):
        if number == budget:
            return text[: word.end()]
    return text
