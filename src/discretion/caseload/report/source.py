"""What a report is made from: the files of a run and of its import, each with its digest."""

from collections.abc import Mapping as Table
from pathlib import Path
from types import MappingProxyType
from typing import Any

from discretion.caseload.files.fingerprint import digest_of
from discretion.caseload.names import FACTS
from discretion.caseload.names import ONE_FILE
from discretion.caseload.running.wanted import SQL
from discretion.errors import FilesRefusedError
from discretion.errors import Problem
from discretion.frozen import dataclass
from discretion.frozen import replace

OTHER_FACTS = Problem(
    code="other_rows",
    message="the imported table is another than the one that the run was made from",
    help="make the run again from the table as it is now",
    file=FACTS,
)
OTHER_DATA = Problem(
    code="other_rows",
    message="the two runs are over different source files, and their rows are not the same",
    help="name two runs over one import",
    file=ONE_FILE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyRun:
    """One policy of a run: what it is, and what the bits of its masks stand for.

    `is_limited` tells that the results say in which rows each rule is asked, which else is in all.
    """

    number: int
    instrument: str
    interpretation: str
    digest: str
    rules: tuple[str, ...]
    outcomes: tuple[str, ...]
    facts: tuple[str, ...]
    is_limited: bool = False

    @property
    def name(self) -> str:
        """The instrument, with the interpretation where there is one to choose."""
        return (
            f"{self.instrument}+{self.interpretation}" if self.interpretation else self.instrument
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A finished run with its import, as files.

    `metadata` is what the results say of themselves. `left_out` counts the rows of the data of
    which no result was made, by reason; `not_known_yet` the rows in which each fact was recorded
    after the decision and is not used, `undated` those in which it is used although the row
    does not say when it was recorded, and `never_dated` those of facts of which no row says it,
    where that was asked. `groups` and `named` are the columns that the rows may be grouped by, and
    the named conditions that were evaluated. `digests` holds the digest of each file by its name.
    `folder` and `imported` are where they lie, which no file of a report says.
    """

    folder: Path
    imported: Path
    results: Path
    facts: Path | None
    quarantine: Path | None
    rows: int
    policies: tuple[PolicyRun, ...]
    metadata: Table[str, Any]
    left_out: Table[str, int]
    not_known_yet: Table[str, int]
    undated: Table[str, int]
    never_dated: Table[str, int]
    groups: tuple[str, ...]
    named: tuple[str, ...]
    digests: Table[str, str]

    @property
    def tells_alone(self) -> bool:
        """Whether it was looked for the missing facts that alone could decide a rule."""
        asked = self.metadata.get("asked", {})
        return bool(asked.get("decides_alone", True)) and self.metadata.get("engine") != SQL


def check_facts(run: Run) -> None:
    """Check that the facts beside a run are those that it was made from.

    Raises:
        FilesRefusedError: they were imported anew, or changed, after the run.

    """
    said = run.metadata.get("facts_sha256")
    if said and run.digests.get(FACTS, f"sha256:{said}") != f"sha256:{said}":
        raise _refused(OTHER_FACTS)


def check_same_data(a: Run, b: Run) -> None:
    """Check that two runs are over the same source files.

    Raises:
        FilesRefusedError: they are not, so that their rows are not those of one another.

    """
    ones, others = ({each["sha256"] for each in run.metadata.get("data", ())} for run in (a, b))
    if ones != others:
        raise _refused(OTHER_DATA)


def with_quarantine(run: Run) -> Run:
    """Return a run with the digest of its quarantined columns, which an audit alone rests on."""
    if run.quarantine is None:
        return run
    own = {run.quarantine.name: digest_of(run.quarantine)}
    return replace(run, digests=MappingProxyType({**run.digests, **own}))


def _refused(problem: Problem) -> FilesRefusedError:
    return FilesRefusedError((problem,))
