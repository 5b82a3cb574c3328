"""What is said on the way, and Markdown."""

from __future__ import annotations

import sys


def note(message: str) -> None:
    print(message, file=sys.stderr, flush=True)


def line(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def table(header: list[str], rows: list[str]) -> str:
    return "\n".join([line(*header), line(*[":--"] * len(header)), *rows])
