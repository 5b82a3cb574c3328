"""Other people's programs: their versions, and how they are installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from reports import note


@dataclass(frozen=True)
class Package:
    name: str
    version: str
    # Puts it into the folder; raises NotInstalled.
    install: Callable[[Package, Path], None]
    # What it needs but does not ask for, or not in the version that is wanted.
    helpers: tuple[str, ...] = ()


class NotInstalled(Exception):
    """A package can't be had here."""


def attempt(command: list[str]) -> None:
    try:
        subprocess.run(command, check=True, capture_output=True, text=True)
    except OSError as error:
        raise NotInstalled(f"{command[0]}: {error.strerror}") from error
    except subprocess.CalledProcessError as error:
        complaints = (error.stderr or error.stdout).strip().splitlines()
        reasons = [line for line in complaints if line.lower().startswith("error")]
        raise NotInstalled((reasons or complaints or ["no reason given"])[-1]) from error


def from_pypi(package: Package, home: Path) -> None:
    """Installs into a virtual environment."""
    if not python(home).exists():
        attempt([sys.executable, "-m", "venv", str(home / "python")])
    pip = [str(python(home)), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    attempt([*pip, f"{package.name}=={package.version}", *package.helpers])


def with_cargo(package: Package, home: Path) -> None:
    where = ["--root", str(home / "cargo")]
    what = [package.name, "--version", package.version, "--locked"]
    attempt(["cargo", "install", "--quiet", *where, *what])


def from_debian(package: Package, home: Path) -> None:
    if shutil.which(package.name):
        return
    if not shutil.which("apt-get"):
        raise NotInstalled("there is no apt-get")
    if os.geteuid() != 0:
        raise NotInstalled("not installed, and only root can ask apt for it")
    install = ["apt-get", "install", "-y", "-qq", f"{package.name}={package.version}*"]
    try:
        attempt(install)
    except NotInstalled:
        attempt(["apt-get", "update", "-qq"])
        attempt(install)


def install(package: Package, home: Path) -> str:
    """Installs a package and tells why not, if so."""
    note(f"Installing {package.name} {package.version}")
    try:
        package.install(package, home)
    except NotInstalled as error:
        note(f"  {package.name} is left out: {error}")
        return "not installed"
    return ""


def python(home: Path) -> Path:
    return home / "python" / "bin" / "python"


def script(home: Path, name: str) -> str:
    return str(home / "python" / "bin" / name)


def crate_binary(home: Path, name: str) -> str:
    return str(home / "cargo" / "bin" / name)


SUMY = Package("sumy", "0.13.0", from_pypi, ("numpy",))
SUMMA = Package("summa", "1.2.0", from_pypi)
YAKE = Package("yake", "0.7.3", from_pypi)
RAPID_TEXTRANK = Package("rapid-textrank", "0.1.4", from_pypi)
PITHY = Package("pithy", "0.1.7", with_cargo)
OTS = Package("ots", "0.5.0", from_debian)
