"""The programs that epitome is measured against: how they are installed and called."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

DRIVERS = Path(__file__).parent / "drivers.py"


@dataclass(frozen=True)
class Peer:
    name: str
    version: str
    # Puts it into the folder; raises NotInstalled.
    install: Callable[[Peer, Path], None]
    # The command for a file, given the folder.
    command: Callable[[Path, str], list[str]]
    # Whether its time or memory grows with the square of the text.
    slow: bool = False


class NotInstalled(Exception):
    """A peer can't be had here."""


def attempt(command: list[str]) -> None:
    try:
        subprocess.run(command, check=True, capture_output=True, text=True)
    except OSError as error:
        raise NotInstalled(f"{command[0]}: {error.strerror}") from error
    except subprocess.CalledProcessError as error:
        complaints = (error.stderr or error.stdout).strip().splitlines()
        reasons = [line for line in complaints if line.lower().startswith("error")]
        raise NotInstalled((reasons or complaints or ["no reason given"])[-1]) from error


def from_pypi(*helpers: str) -> Callable[[Peer, Path], None]:
    """Installs into a virtual environment, with what the package needs but does not ask for."""

    def install(peer: Peer, home: Path) -> None:
        if not python(home).exists():
            attempt([sys.executable, "-m", "venv", str(home / "python")])
        pip = [str(python(home)), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
        attempt([*pip, f"{peer.name}=={peer.version}", *helpers])

    return install


def with_cargo(peer: Peer, home: Path) -> None:
    where = ["--root", str(home / "cargo")]
    what = [peer.name, "--version", peer.version, "--locked"]
    attempt(["cargo", "install", "--quiet", *where, *what])


def from_debian(peer: Peer, home: Path) -> None:
    if shutil.which(peer.name):
        return
    if not shutil.which("apt-get"):
        raise NotInstalled("there is no apt-get")
    if os.geteuid() != 0:
        raise NotInstalled("not installed, and only root can ask apt for it")
    install = ["apt-get", "install", "-y", "-qq", f"{peer.name}={peer.version}*"]
    try:
        attempt(install)
    except NotInstalled:
        attempt(["apt-get", "update", "-qq"])
        attempt(install)


def python(home: Path) -> Path:
    return home / "python" / "bin" / "python"


def script(home: Path, name: str) -> str:
    return str(home / "python" / "bin" / name)


def driven(name: str) -> Callable[[Path, str], list[str]]:
    return lambda home, path: [str(python(home)), str(DRIVERS), name, path]


def summa(home: Path, path: str) -> list[str]:
    return [script(home, "textrank"), "--text", path, "--words", "250"]


def yake(home: Path, path: str) -> list[str]:
    return [script(home, "yake"), "--input_file", path, "--language", "en", "--top", "10"]


def pithy(home: Path, path: str) -> list[str]:
    binary = str(home / "cargo" / "bin" / "pithy-cli")
    # Without --nobar it draws a progress bar.
    return [binary, "-f", path, "--sentences", "10", "--no_context", "--nobar"]


def ots(home: Path, path: str) -> list[str]:
    return ["ots", "--ratio", "1", path]


PEERS = [
    Peer("sumy", "0.13.0", from_pypi("numpy"), driven("sumy"), slow=True),
    Peer("summa", "1.2.0", from_pypi(), summa, slow=True),
    Peer("yake", "0.7.3", from_pypi(), yake),
    Peer("rapid-textrank", "0.1.4", from_pypi(), driven("rapid-textrank")),
    Peer("pithy", "0.1.7", with_cargo, pithy),
    Peer("ots", "0.5.0", from_debian, ots),
]
