"""How our own programs are built, and called."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent

# No setting of the caller's changes what epitome does, and `wc` counts characters, not bytes.
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("EPITOME_")}
ENVIRONMENT["LC_ALL"] = "C.UTF-8"


def built(*arguments: str) -> str:
    """Builds a program with Cargo and tells where it is."""
    command = ["cargo", "build", "--release", "--locked", "--message-format=json", *arguments]
    output = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    if output.returncode != 0:
        sys.exit("the build failed")
    messages = map(json.loads, output.stdout.splitlines())
    return next(path for message in messages if (path := message.get("executable")))


def version(*command: str) -> str:
    """The first line of what is printed, without a commit and its date."""
    output = subprocess.run(command, capture_output=True, text=True).stdout
    return re.sub(r" \(\w+ \d{4}-\d\d-\d\d\)", "", output.partition("\n")[0])
