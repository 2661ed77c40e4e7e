"""A file as text, within a size and in one encoding."""

import codecs
import os
from typing import TypeAlias

from discretion.source.node import Scalar
from discretion.source.report import Report

FilePath: TypeAlias = str | os.PathLike[str]
"""How a file is named: as text, or as a path object of somebody who has loaded those anyway."""
LARGEST_FILE = 2_000_000
"""The most bytes a file may have."""


def read_text(path: FilePath, report: Report) -> str | None:
    """Return a file's text, or None with the problem in the report."""
    try:
        if os.stat(path).st_size > LARGEST_FILE:
            report.error(
                "file_too_large",
                None,
                f"the file has more than {LARGEST_FILE // 1_000_000} MB",
                "split it: one matter to a file",
            )
            return None
        with open(path, "rb") as file:
            data = file.read()
    except OSError as failure:
        reason = (failure.strerror or "unreadable").lower()
        report.error(
            "file_unreadable",
            None,
            f"the file cannot be read: {reason}",
            "check its name, and that you may read it",
        )
        return None
    return decode(data, report)


def decode(data: bytes, report: Report) -> str | None:
    """Return bytes as text, or None with the place of the first byte that is not UTF-8."""
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode()
    except UnicodeDecodeError as failure:
        line = data.count(b"\n", 0, failure.start) + 1
        column = failure.start - data.rfind(b"\n", 0, failure.start)
        report.error(
            "not_utf8",
            Scalar("", line, column),
            "the file is not valid UTF-8 text",
            "save it again with the encoding UTF-8",
        )
        return None
