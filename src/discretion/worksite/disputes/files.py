"""The files of published tables: which a folder holds, and their bytes and text, unpacked."""

import gzip
import hashlib
import io
import zlib
from pathlib import Path

from discretion.errors import Problem
from discretion.frozen import dataclass
from discretion.source import Report
from discretion.source import decode

LARGEST_TABLE = 100_000_000
"""The most bytes of a table, packed or unpacked."""
ENDINGS = (".csv", ".csv.gz")
"""How the names of tables end."""
WORKBOOK = b"PK\x03\x04"
"""How a workbook begins; source: APPNOTE.TXT 4.3.7, the signature of a file in a ZIP archive."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableText:
    """The text of one file, and the digest of the file as it lies on disk."""

    name: str
    sha256: str
    text: str


def files_under(path: Path) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """Return the tables that a path stands for: itself, or every table of a folder.

    Args:
        path: a file, or a folder of which every `.csv` and `.csv.gz` is taken.

    """
    if not path.is_dir():
        return (path,), ()
    report = Report(path.name)
    try:
        found = tuple(each for each in sorted(path.iterdir()) if each.name.endswith(ENDINGS))
    except OSError as failure:
        _unreadable(failure, report)
        return (), tuple(report.problems)
    if not found:
        report.error(
            "no_tables",
            None,
            "no file in the folder is a table",
            f"name a folder with files that end in {' or '.join(ENDINGS)}",
        )
    return found, tuple(report.problems)


def read_table_text(path: Path, report: Report) -> TableText | None:
    """Return the text of a table, unpacked, or None with the problem in the report."""
    try:
        with path.open("rb") as file:
            packed = file.read(LARGEST_TABLE + 1)
    except OSError as failure:
        _unreadable(failure, report)
        return None
    data = _unpacked(packed, report) if path.suffix == ".gz" else packed
    if data is None:
        return None
    if max(len(packed), len(data)) > LARGEST_TABLE:
        report.error(
            "file_too_large",
            None,
            f"the table has more than {LARGEST_TABLE // 1_000_000} MB",
            "split it by years, and name every part",
        )
        return None
    if data.startswith(WORKBOOK):
        report.error(
            "unknown_layout",
            None,
            "the file is a workbook, and tables are read as CSV",
            "save each of its sheets as CSV, and name those files",
        )
        return None
    text = decode(data, report)
    if text is None:
        return None
    digest = hashlib.sha256(packed).hexdigest()
    return TableText(name=path.name, sha256=f"sha256:{digest}", text=text)


def _unpacked(packed: bytes, report: Report) -> bytes | None:
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(packed)) as file:
            return file.read(LARGEST_TABLE + 1)
    except (OSError, EOFError, zlib.error):
        report.error(
            "table_damaged",
            None,
            "the file cannot be unpacked to its end",
            "get the file anew from where it was published",
        )
        return None


def _unreadable(failure: OSError, report: Report) -> None:
    reason = (failure.strerror or "unreadable").lower()
    report.error(
        "file_unreadable",
        None,
        f"the file cannot be read: {reason}",
        "check its name, and that you may read it",
    )
