"""How many columns a line has: those of the terminal, within what still reads well."""

import os
from collections.abc import Mapping
from contextvars import ContextVar
from typing import TextIO

WIDTH = 88
"""Columns of a line at most, and of every line that goes to a file or another program."""
NARROWEST = 40
"""Columns of a line at least: with fewer, the terminal breaks it, which hides nothing."""
laid_out_to = ContextVar("laid_out_to", default=WIDTH)
"""Columns that text is laid out to. Only the top of the command line sets it, for one command."""


def columns_of(environment: Mapping[str, str], stream: TextIO | None) -> int:
    """Return the columns of a line of text.

    Args:
        environment: the variables of the process; COLUMNS counts before the terminal.
        stream: where the text goes.

    Source: POSIX.1-2017, Base Definitions 8.3, for COLUMNS.

    """
    named = environment.get("COLUMNS", "")
    columns = int(named) if named.isascii() and named.isdigit() else 0
    columns = columns or _of_terminal(stream)
    return max(NARROWEST, min(WIDTH, columns)) if columns else WIDTH


def _of_terminal(stream: TextIO | None) -> int:
    """Return the columns of a terminal; 0 where the stream is none, or it does not tell."""
    if stream is None or stream.closed or not stream.isatty():
        return 0
    try:
        return os.get_terminal_size(stream.fileno()).columns
    except OSError:
        return 0
