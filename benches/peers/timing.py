"""Runs commands in turn and keeps how long they took and how much memory they held."""

from __future__ import annotations

import os
import resource
import signal
import statistics
import subprocess
import tempfile
import time
from dataclasses import dataclass, field

from programs import ENVIRONMENT

TIME_LIMIT = 300
MEMORY_LIMIT = 8_000_000_000


@dataclass(frozen=True)
class Contender:
    """Somebody who does the work, by one command or by several one after the other."""

    name: str
    commands: list[list[str]]
    # Why it can't take part, if so.
    absent: str = ""
    # Whether it may take all memory there is, so that it has to be held back.
    greedy: bool = False


@dataclass
class Result:
    name: str
    times: list[float] = field(default_factory=list)
    # The most bytes that one of its processes held in any run. What the process held that started
    # it counts too, so that nothing shows as less than 15 MB or so.
    peak: int = 0
    trouble: str = ""
    # Whether the trouble is that it took longer than TIME_LIMIT.
    too_slow: bool = False

    @property
    def best(self) -> float:
        return min(self.times)

    @property
    def median(self) -> float:
        return statistics.median(self.times)


class Trouble(Exception):
    """A command did not do its work."""


class TooSlow(Trouble):
    """A command was stopped at TIME_LIMIT."""


def limit_memory() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT))


def spawn(command: list[str], greedy: bool, complaints: int) -> subprocess.Popen:
    return subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=complaints,
        env=ENVIRONMENT,
        start_new_session=True,
        preexec_fn=limit_memory if greedy else None,
    )


def wait(process: subprocess.Popen) -> resource.struct_rusage:
    """Waits for the end, which it brings about at TIME_LIMIT, and tells what was used."""
    signal.signal(signal.SIGALRM, lambda *_: os.killpg(process.pid, signal.SIGKILL))
    signal.setitimer(signal.ITIMER_REAL, TIME_LIMIT)
    try:
        _, status, usage = os.wait4(process.pid, 0)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return usage


def timed(command: list[str], greedy: bool) -> tuple[float, int]:
    """The seconds and the peak memory of one command."""
    with tempfile.TemporaryFile() as complaints:
        began = time.perf_counter()
        process = spawn(command, greedy, complaints.fileno())
        usage = wait(process)
        seconds = time.perf_counter() - began
        if seconds >= TIME_LIMIT:
            raise TooSlow(f"> {TIME_LIMIT} s")
        if process.returncode != 0:
            complaints.seek(0)
            raise Trouble(reason(process.returncode, complaints.read().decode(errors="replace")))
    return seconds, usage.ru_maxrss * 1024


def reason(code: int, complaints: str) -> str:
    if "MemoryError" in complaints:
        return f"more than {MEMORY_LIMIT // 10**9} GB of memory"
    last = complaints.strip().rpartition("\n")[2]
    return f"failed ({last or f'exit code {code}'})"


def run_once(contender: Contender, result: Result) -> None:
    total = 0.0
    try:
        for command in contender.commands:
            seconds, peak = timed(command, contender.greedy)
            total += seconds
            result.peak = max(result.peak, peak)
    except Trouble as trouble:
        result.trouble = str(trouble)
        result.too_slow = isinstance(trouble, TooSlow)
    except OSError as error:
        result.trouble = f"failed ({error.strerror})"
    else:
        result.times.append(total)


def race(contenders: list[Contender], rounds: int, patience: float) -> list[Result]:
    """Lets everybody run in each round, so that a busy minute of the machine hits all of them.

    Who takes longer than `patience` seconds runs only once: noise is no matter there.
    """
    results = [Result(contender.name, trouble=contender.absent) for contender in contenders]
    for _ in range(rounds):
        for contender, result in zip(contenders, results):
            if not result.trouble and not (result.times and result.times[0] > patience):
                run_once(contender, result)
    return results
