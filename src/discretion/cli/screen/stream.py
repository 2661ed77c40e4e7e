"""Standard output and standard error: text is shown, and an answer is written whole or refused."""

import os
from typing import TextIO

from discretion import DiscretionError
from discretion.cli.screen.visible import encodable
from discretion.cli.screen.visible import encodable_json
from discretion.cli.screen.visible import visible
from discretion.cli.screen.visible import visible_json

CLOSED = "the output is closed"


class OutputRefusedError(DiscretionError):
    """An answer cannot be written where it was to go."""

    def __init__(self, why: str) -> None:
        """Say why, and what to do."""
        super().__init__(
            f"the answer cannot be written: {why}: send it to another place, such as a file in a "
            "folder that you can write"
        )


def write_text(stream: TextIO | None, text: str) -> None:
    """Write text for a reader, with what a terminal would obey made visible.

    Raises:
        BrokenPipeError: whoever read it has read enough.
        OutputRefusedError: the stream is closed, or refuses it.

    """
    _write(stream, encodable(visible(text), _encoding(stream)))


def write_json(stream: TextIO | None, text: str) -> None:
    """Write JSON, which stays the same data.

    Raises:
        BrokenPipeError: whoever read it has read enough.
        OutputRefusedError: the stream is closed, or refuses it.

    """
    _write(stream, encodable_json(visible_json(text), _encoding(stream)))


def tell(stream: TextIO | None, text: str) -> None:
    """Write a message; where messages are not taken, the exit code alone tells."""
    try:
        write_text(stream, text)
    except (BrokenPipeError, OutputRefusedError):
        let_go(stream)


def let_go(stream: TextIO | None) -> None:
    """Send the rest to nowhere, so that Python does not complain of it when it ends."""
    if stream is None or stream.closed:
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def _encoding(stream: TextIO | None) -> str:
    """Return the encoding of a stream; a text that stays in memory has none."""
    return getattr(stream, "encoding", None) or "utf-8"


def _write(stream: TextIO | None, text: str) -> None:
    if not text:
        return
    if stream is None or stream.closed:
        raise OutputRefusedError(CLOSED)
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        raise
    except OSError as failure:
        raise OutputRefusedError((failure.strerror or "the output refuses it").lower()) from None
