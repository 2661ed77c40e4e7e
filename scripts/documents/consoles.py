"""Console blocks of a document: the commands that they show, and what those print today.

The commands of one document run one after the other in a folder that looks like the root of the
repository and is gone afterwards, so that one of them may write what a later one reads.
"""

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
from tempfile import TemporaryDirectory

from discretion.cli import main

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 11, 24)
"""The day on which every printed command is run, so that its output does not change by itself."""
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_PROMPT = "$ "
_LOOKERS = ("cat", "head", "ls")
"""The other programs that a block may begin with: they look at what a command wrote."""
_NO_INPUT = " < /dev/null"
"""What a document writes where a command asks and nobody answers; nobody ever does here."""


def with_outputs(text: str) -> str:
    """Return a document in which every console block shows what its commands print."""
    with _desk() as folder:
        return _BLOCK.sub(lambda block: f"```console\n{_rerun(block[1], folder)}```", text)


def commands(text: str) -> Iterator[str]:
    """Yield every command that the console blocks of a document show."""
    for block in _BLOCK.finditer(text):
        for line in block[1].splitlines():
            if line.startswith(_PROMPT):
                yield line.removeprefix(_PROMPT)


@contextmanager
def _desk() -> Iterator[Path]:
    """Make a folder with everything of the repository in it, in which commands may write."""
    with TemporaryDirectory() as name:
        for path in ROOT.iterdir():
            if not path.name.startswith("."):
                (Path(name) / path.name).symlink_to(path)
        yield Path(name)


def _rerun(block: str, folder: Path) -> str:
    shown = [line for line in block.splitlines() if line.startswith(_PROMPT)]
    return "".join(f"{line}\n{printed(line.removeprefix(_PROMPT), folder)}" for line in shown)


def printed(command: str, folder: Path = ROOT) -> str:
    """Return what a command line prints: `discretion` itself here, the tools after it in a shell.

    Args:
        command: the line; one that begins with a program that only looks is run in a shell.
        folder: where it is run.

    Raises:
        ValueError: the line begins with another program.

    """
    first, bar, tools = command.partition(" | ")
    program, *words = shlex.split(first.removesuffix(_NO_INPUT))
    if program in _LOOKERS:
        return _ended(_piped("", command, folder))
    if program != "discretion":
        message = f"a console block runs `{program}`: show it in another kind of block"
        raise ValueError(message)
    out, err = io.StringIO(), io.StringIO()
    # Asking for help ends the program; what it printed is what counts here.
    with redirect_stdout(out), redirect_stderr(err), chdir(folder), suppress(SystemExit), _nobody():
        main(words, today=TODAY)
    text = _piped(out.getvalue(), tools, folder) if bar else out.getvalue()
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


def _piped(text: str, tools: str, folder: Path) -> str:
    done = subprocess.run(  # noqa: S602 - the documents are our own
        tools, shell=True, check=True, input=text, capture_output=True, text=True, cwd=folder
    )
    return done.stdout


def _ended(text: str) -> str:
    stripped = "\n".join(line.rstrip() for line in text.splitlines())
    return f"{stripped}\n" if stripped else ""
