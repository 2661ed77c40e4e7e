"""Adding a review to a file: whole or not at all, below what stands there, seen by its owner alone.

While one is added, `NAME.new` beside the file keeps others from adding one. It is left behind only
where the program was killed, and the file is then as it was.
"""

import json
import os
import stat
from pathlib import Path

from discretion.errors import NothingToCorrectError
from discretion.errors import Problem
from discretion.errors import ReviewStandsError
from discretion.errors import has_errors
from discretion.source import LARGEST_FILE
from discretion.source import Listing
from discretion.source import Mapping
from discretion.source import Report
from discretion.source import read_text
from discretion.source import read_yaml
from discretion.verification.reviews.reader import FORMAT
from discretion.verification.reviews.reader import is_correctable
from discretion.verification.reviews.reader import reviews_in
from discretion.verification.reviews.review import Findings
from discretion.verification.reviews.review import Review
from discretion.whole import OWNER_ONLY

HEAD = f"""# Reviews of provisions against official files, each by a named person.
# Reviews are only ever added: to correct one, add another that names it.
format: {FORMAT}
reviews:
"""


def add_review(path: Path, findings: Findings) -> tuple[tuple[Review, ...], tuple[Problem, ...]]:
    """Add a review to a file, and return all that it then holds; with an error nothing is added.

    Args:
        path: the file; it is made where there is none.
        findings: what a person found, in printable text.

    Raises:
        NothingToCorrectError: it corrects a review that is not there to be corrected.
        ReviewStandsError: it is the second of one person, and does not say that it corrects.

    """
    report = Report(path.name)
    target = path.resolve()
    draft = target.with_name(f"{target.name}.new")
    handle = _claimed(draft, report)
    if handle is None:
        return (), tuple(report.problems)
    is_placed = False
    after: tuple[Review, ...] = ()
    try:
        with os.fdopen(handle, "wb") as stream:
            after, text = _with_one_more(target, findings, report)
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        if after:
            draft.replace(target)
            is_placed = True
    except OSError as failure:
        after = ()
        _cannot_write(report, failure)
    finally:
        # Once it is placed, a file of that name is the draft of somebody else.
        if not is_placed:
            draft.unlink()
    return after, tuple(report.problems)


def _claimed(draft: Path, report: Report) -> int | None:
    """Return the new file in which what is to be written is put together; None if it cannot be."""
    try:
        return os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY)
    except FileExistsError:
        report.error(
            "file_in_use",
            None,
            f"`{draft.name}` is there: somebody adds a review now, or was stopped doing so",
            "see that no other command is running, remove that file, and run this again",
        )
    except OSError as failure:
        _cannot_write(report, failure)
    return None


def _with_one_more(
    target: Path, findings: Findings, report: Report
) -> tuple[tuple[Review, ...], bytes]:
    """Return the reviews with one more, and the file that holds them; with an error there are none.

    What is returned has been read back, so that it is what the file says.
    """
    before, text = _kept(target, report)
    if has_errors(report.problems):
        return (), b""
    _check(findings, before)
    after = (*before, Review(number=len(before) + 1, findings=findings))
    written = f"{text}{_entry(after[-1], _indent(text))}"
    if len(written.encode()) > LARGEST_FILE:
        report.error(
            "file_too_large",
            None,
            f"the file would have more than {LARGEST_FILE // 1_000_000} MB",
            "begin another file of reviews",
        )
        return (), b""
    if after != reviews_in(written, Report(report.file)):
        report.error(
            "reviews_not_last",
            None,
            "nothing can be added below the last line of this file",
            "let the list under `reviews:` stand last, each review under a `- ` of its own",
        )
        return (), b""
    return after, written.encode()


def _kept(target: Path, report: Report) -> tuple[tuple[Review, ...], str]:
    """Return the reviews of a file and its text, which is kept to the letter."""
    if not target.exists():
        return (), HEAD
    if not target.stat().st_mode & stat.S_IWUSR:
        report.error(
            "file_read_only",
            None,
            "the file may only be read",
            "allow its owner to write it, or name another file",
        )
        return (), ""
    text = read_text(target, report)
    if text is None:
        return (), ""
    return reviews_in(text, report), text if text.endswith("\n") else f"{text}\n"


def _check(findings: Findings, before: tuple[Review, ...]) -> None:
    """Refuse a review that corrects what it cannot, or that leaves open what becomes of another."""
    standing = [
        each
        for each in before
        if is_correctable(each.number, findings.instrument, findings.provision, before)
    ]
    if findings.corrects is not None:
        numbers = [each.number for each in standing]
        if findings.corrects not in numbers:
            raise NothingToCorrectError(findings.corrects, findings.provision, numbers)
        return
    for each in standing:
        found = each.findings
        if (found.by, found.pack, found.file) == (findings.by, findings.pack, findings.file):
            raise ReviewStandsError(findings.by, findings.provision, each.number)


def _indent(text: str) -> str:
    """Return what stands before the `-` of the reviews of a file that could be read."""
    node = read_yaml(text, Report(""))
    listed = node.get("reviews") if isinstance(node, Mapping) else None
    return " " * (listed.column - 1) if isinstance(listed, Listing) else ""


def _entry(review: Review, indent: str) -> str:
    """Return a review as it stands in a file, each of its keys on a line."""
    found = review.findings
    said = {
        "review": str(review.number),
        "instrument": found.instrument,
        "provision": _quoted(found.provision),
        "verdict": found.verdict.value,
        "by": _quoted(found.by),
        "role": _quoted(found.role) if found.role else "",
        "on": found.on.isoformat(),
        "note": _quoted(found.note) if found.note else "",
        "corrects": str(found.corrects or ""),
        "pack": found.pack,
        "file": found.file,
        "version": found.version,
    }
    lines = [f"{key}: {text}" for key, text in said.items() if text]
    return "".join(f"{indent}{'  ' if index else '- '}{line}\n" for index, line in enumerate(lines))


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _cannot_write(report: Report, failure: OSError) -> None:
    report.error(
        "file_unwritable",
        None,
        f"the file cannot be written: {(failure.strerror or 'unwritable').lower()}",
        "check the name of its folder, and that you may write there; nothing was changed",
    )
