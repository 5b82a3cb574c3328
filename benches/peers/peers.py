"""The programs that epitome is measured against, and how they are called."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from packages import (
    OTS,
    PITHY,
    RAPID_TEXTRANK,
    SUMMA,
    SUMY,
    YAKE,
    Package,
    crate_binary,
    python,
    script,
)

DRIVERS = Path(__file__).parent / "drivers.py"


@dataclass(frozen=True)
class Peer:
    package: Package
    # The command for a file, given the folder.
    command: Callable[[Path, str], list[str]]
    # Whether its time or memory grows with the square of the text.
    slow: bool = False

    @property
    def name(self) -> str:
        return self.package.name


def driven(name: str) -> Callable[[Path, str], list[str]]:
    return lambda home, path: [str(python(home)), str(DRIVERS), name, path]


def summa(home: Path, path: str) -> list[str]:
    return [script(home, "textrank"), "--text", path, "--words", "250"]


def yake(home: Path, path: str) -> list[str]:
    return [script(home, "yake"), "--input_file", path, "--language", "en", "--top", "10"]


def pithy(home: Path, path: str) -> list[str]:
    # Without --nobar it draws a progress bar.
    return [crate_binary(home, "pithy-cli"), "-f", path, "--sentences", "10", "--no_context", "--nobar"]


def ots(home: Path, path: str) -> list[str]:
    return ["ots", "--ratio", "1", path]


PEERS = [
    Peer(SUMY, driven("sumy"), slow=True),
    Peer(SUMMA, summa, slow=True),
    Peer(YAKE, yake),
    Peer(RAPID_TEXTRANK, driven("rapid-textrank")),
    Peer(PITHY, pithy),
    Peer(OTS, ots),
]
