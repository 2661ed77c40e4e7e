"""Console blocks of a document: the commands that they show, and what those print today."""

import io
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from contextlib import chdir
from contextlib import contextmanager
from contextlib import redirect_stderr
from contextlib import redirect_stdout
from contextlib import suppress
from datetime import date
from pathlib import Path

from discretion.cli import main

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 11, 24)
"""The day on which every printed command is run, so that its output does not change by itself."""
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_PROMPT = "$ "
_NO_INPUT = " < /dev/null"
"""What a document writes where a command asks and nobody answers; nobody ever does here."""


def with_outputs(text: str) -> str:
    """Return a document in which every console block shows what its commands print."""
    return _BLOCK.sub(lambda block: f"```console\n{_rerun(block[1])}```", text)


def commands(text: str) -> Iterator[str]:
    """Yield every command that the console blocks of a document show."""
    for block in _BLOCK.finditer(text):
        for line in block[1].splitlines():
            if line.startswith(_PROMPT):
                yield line.removeprefix(_PROMPT)


def _rerun(block: str) -> str:
    shown = [line for line in block.splitlines() if line.startswith(_PROMPT)]
    return "".join(f"{line}\n{printed(line.removeprefix(_PROMPT))}" for line in shown)


def printed(command: str) -> str:
    """Return what a command line prints: `discretion` itself here, the tools after it in a shell.

    Raises:
        ValueError: the line does not begin with `discretion`.

    """
    first, bar, tools = command.partition(" | ")
    program, *words = shlex.split(first.removesuffix(_NO_INPUT))
    if program != "discretion":
        message = f"a console block runs `{program}`: show it in another kind of block"
        raise ValueError(message)
    out, err = io.StringIO(), io.StringIO()
    # Asking for help ends the program; what it printed is what counts here.
    with redirect_stdout(out), redirect_stderr(err), chdir(ROOT), suppress(SystemExit), _nobody():
        main(words, today=TODAY)
    text = _piped(out.getvalue(), tools) if bar else out.getvalue()
    return _ended(err.getvalue() + text)


@contextmanager
def _nobody() -> Iterator[None]:
    """Let nobody be there to answer what a command asks, and no terminal to be laid out to."""
    there, sys.stdin = sys.stdin, io.StringIO()
    columns = os.environ.pop("COLUMNS", None)
    try:
        yield
    finally:
        sys.stdin = there
        if columns is not None:
            os.environ["COLUMNS"] = columns


def _piped(text: str, tools: str) -> str:
    done = subprocess.run(  # noqa: S602 - the documents are our own
        tools, shell=True, check=True, input=text, capture_output=True, text=True, cwd=ROOT
    )
    return done.stdout


def _ended(text: str) -> str:
    stripped = "\n".join(line.rstrip() for line in text.splitlines())
    return f"{stripped}\n" if stripped else ""
