"""What every table and picture rests on: the data, the policies, and what was assumed."""

from collections.abc import Iterator
from collections.abc import Mapping as Table
from typing import Any

from discretion.caseload.report.hiding import CMS_LIMIT
from discretion.caseload.report.hiding import NO_LIMIT
from discretion.caseload.report.source import Run
from discretion.caseload.report.words import Words
from discretion.frozen import dataclass

MARK = "Assessment for human decisions; counts are no findings about anybody."
PRIVATE = (
    "Private: nothing is hidden in this report, so that a few rows can be told. Do not publish."
)
HIDING = (
    "Counts from 1 to {limit} are hidden, with others from which they could be worked out; a "
    "hidden count need not be small. {standard}Two reports on the same data, set side by side, may "
    "give away what each hides, as may rules, or policies, of which one implies another."
)
STANDARD = "Source of the limit: CMS Cell Size Suppression Policy (cells of 1 to 10). "


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """What the tables of one report rest on, as it is written under each of them."""

    data: tuple[tuple[str, str], ...]
    files: tuple[tuple[str, str], ...]
    policies: tuple[str, ...]
    assumptions: tuple[str, ...]
    known_at: str
    known_when: tuple[str, ...]
    mapping: str
    left_out: tuple[str, ...]
    version: str
    limit: int

    @property
    def lines(self) -> tuple[str, ...]:
        """What is written under each table and picture, in sentences."""
        return tuple(_lines(self))


def provenance_of(run: Run, words: Words, left_out: tuple[str, ...], limit: int) -> Provenance:
    """Return what the tables of a run rest on.

    Args:
        run: the run.
        words: the words of its policies.
        left_out: what is said of the rows that were left out.
        limit: the largest count that is hidden, 0 where none is.

    """
    said: Table[str, Any] = run.metadata
    mapping = said.get("mapping") or {}
    return Provenance(
        data=tuple((each["file"], each["sha256"]) for each in said.get("data", ())),
        files=tuple(sorted(run.digests.items())),
        policies=tuple(
            f"{words.full_title(each)} ({each.name}), pack {each.digest or 'without a digest'}"
            for each in run.policies
        ),
        assumptions=tuple(said.get("assumptions", ())),
        known_at=str(said.get("known_at") or ""),
        known_when=tuple(_known_when(run, limit)),
        mapping=" ".join(
            str(mapping[key]) for key in ("id", "version", "digest") if key in mapping
        ),
        left_out=left_out,
        version=str(said.get("version", "")),
        limit=limit,
    )


def _lines(found: Provenance) -> Iterator[str]:
    yield f"Rows left out: {'; '.join(found.left_out) or 'none that the run tells of'}."
    for name, digest in found.data:
        yield f"Data: {name}, {_digest(digest)}."
    for each in found.policies:
        yield f"Policy: {each}."
    yield f"Mapping: {found.mapping or 'not said'}."
    yield f"Assumption sets: {', '.join(found.assumptions) or 'none'}."
    yield f"Facts counted as known: {found.known_at or 'as recorded in the data'}."
    yield from found.known_when
    yield f"Made with version {found.version or 'not said'} of discretion."
    if found.limit == NO_LIMIT:
        yield PRIVATE
    else:
        yield HIDING.format(
            limit=found.limit, standard=STANDARD if found.limit == CMS_LIMIT else ""
        )
    yield MARK


def _known_when(run: Run, limit: int) -> Iterator[str]:
    """Yield which facts are not used in some rows, or are used, for when they were recorded."""
    for fact, rows in run.not_known_yet.items():
        yield f"{fact} was recorded after the decision in {_rows(rows, limit)}: not used there."
    if run.never_dated:
        never = ", ".join(run.never_dated)
        yield f"Nothing says when these were recorded, and they count as known: {never}."
    for fact, rows in run.undated.items():
        yield f"{fact} has no day of its record in {_rows(rows, limit)}: counts as known there."


def _rows(rows: int, limit: int) -> str:
    """Return in how many rows, which only a private report tells: totals would follow from it."""
    if limit != NO_LIMIT:
        return "some rows"
    return f"{rows:,} {'row' if rows == 1 else 'rows'}"


def _digest(written: str) -> str:
    return written if written.startswith("sha256:") else f"sha256:{written}"
