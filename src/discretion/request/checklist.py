"""The checklist: what is commonly sent, by section of a packet, and what commonly goes wrong.

It is practice knowledge kept as data, and never a rule of law.
"""

from collections.abc import Iterator
from collections.abc import Mapping as Table
from pathlib import Path

from discretion.entries import Entries
from discretion.errors import Problem
from discretion.frozen import dataclass
from discretion.frozen import replace
from discretion.rules.library import BUNDLED
from discretion.source import FilePath
from discretion.source import Report
from discretion.source import read_yaml_file

FILE = "requests/checklist.yaml"
"""Where the checklist lies in the policies folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One section of a packet: what it is about, which papers belong there, what to look for.

    `facts` and `topics` say what it is about, `papers` gives a kind of paper its words. A paper
    older than `older_than_months` is told as stale; None where age does not matter. `certified` are
    the kinds that an office may want certified, `is_signed` tells that its papers are signed.
    """

    id: str
    title: str
    facts: frozenset[str]
    topics: frozenset[str]
    papers: Table[str, str]
    look_for: tuple[str, ...]
    older_than_months: int | None
    certified: frozenset[str]
    is_signed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentRow:
    """Something that only the person can agree to, and the decisions that need it.

    `instead` are the decisions that a request may ask for where the person did not agree.
    """

    kind: str
    decisions: frozenset[str]
    instead: tuple[str, ...]
    agreed: str
    refused: str
    open: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Checklist:
    """Everything that a packet is looked through for. It holds nothing of any person.

    `hearing` and `arrival` name the facts that hold the day of the hearing and of the first entry,
    `record` the list of arrests, charges and convictions, `counsel` the roles of those whose
    override of a gate counts.
    """

    version: str
    basis: str
    reviewed: str
    says: str
    cite: tuple[str, ...]
    hearing: str
    arrival: str
    record: str
    counsel: frozenset[str]
    one_paper_per_months: int
    gap_over_months: int
    consents: tuple[ConsentRow, ...]
    sections: tuple[Section, ...]
    problems: tuple[Problem, ...] = ()

    def section_of(self, kind: str, facts: tuple[str, ...]) -> Section | None:
        """Return the section of a paper: by its kind, else by the facts that it is named for."""
        for section in self.sections:
            if kind in section.papers:
                return section
        return next((each for each in self.sections if each.facts.intersection(facts)), None)


def read_checklist(policies: FilePath = BUNDLED) -> Checklist:
    """Return the checklist of a policies folder, with every problem of its file.

    Args:
        policies: the folder that holds `requests/`.

    """
    report = Report(FILE)
    node = read_yaml_file(Path(policies) / FILE, report)
    entries = Entries(node, report, "the checklist")
    entries.required("id")
    residence = entries.entries("residence", "what shows residence")
    found = Checklist(
        version=entries.required("version"),
        basis=entries.required("basis"),
        reviewed=entries.required("reviewed"),
        says=entries.required("says"),
        cite=entries.texts("cite"),
        hearing=entries.required("hearing"),
        arrival=entries.required("arrival"),
        record=entries.required("record"),
        counsel=frozenset(entries.texts("counsel")),
        one_paper_per_months=residence.whole_number("one_paper_per_months") or 1,
        gap_over_months=residence.whole_number("gap_over_months") or 1,
        consents=tuple(_consents(entries)),
        sections=tuple(_sections(entries)),
    )
    residence.finish()
    entries.finish()
    return replace(found, problems=tuple(report.problems))


def _consents(entries: Entries) -> Iterator[ConsentRow]:
    for row in entries.rows("consents", "a consent"):
        yield ConsentRow(
            kind=row.required("kind"),
            decisions=frozenset(row.texts("decisions")),
            instead=row.texts("instead"),
            agreed=row.required("agreed"),
            refused=row.required("refused"),
            open=row.required("open"),
        )
        row.finish()


def _sections(entries: Entries) -> Iterator[Section]:
    for row in entries.rows("sections", "a section"):
        yield Section(
            id=row.required("id"),
            title=row.required("title"),
            facts=frozenset(row.texts("facts")),
            topics=frozenset(row.texts("topics")),
            papers=row.words("papers", "the papers"),
            look_for=row.texts("look_for"),
            older_than_months=row.whole_number("older_than_months"),
            certified=frozenset(row.texts("certified")),
            is_signed=row.flag("signed"),
        )
        row.finish()
