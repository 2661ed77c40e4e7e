"""What a look-up is guided by: layouts of tables, words in names, and the inquiry that is owed."""

from collections.abc import Mapping as Table
from pathlib import Path
from types import MappingProxyType

from discretion.entries import Entries
from discretion.errors import Problem
from discretion.frozen import dataclass
from discretion.rules.library import BUNDLED
from discretion.source import FilePath
from discretion.source import Report
from discretion.source import read_yaml_file
from discretion.worksite.disputes.layout import DayColumn
from discretion.worksite.disputes.layout import DisputeKind
from discretion.worksite.disputes.layout import DisputeLayout
from discretion.worksite.disputes.layout import PlaceColumns
from discretion.worksite.disputes.names import NameWords

FOLDER = "disputes"
"""Where the files lie in the policies folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing that is owed, with what says so and how that was read."""

    says: str
    cite: str
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Inquiry:
    """What every look-up leaves owed, and what the files that are looked through do not hold."""

    owed: tuple[Step, ...]
    limits: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """Everything that guides a look-up. It holds no employer and no row."""

    layouts: tuple[DisputeLayout, ...]
    names: NameWords
    inquiry: Inquiry
    problems: tuple[Problem, ...] = ()


def read_guide(policies: FilePath = BUNDLED) -> Guide:
    """Return the guide of a policies folder, with every problem of its files.

    Args:
        policies: the folder that holds `disputes/`.

    """
    home = Path(policies) / FOLDER
    reports: list[Report] = []
    layouts = tuple(
        _layout(_entries(path, f"{FOLDER}/layouts/{path.name}", "a layout", reports))
        for path in sorted((home / "layouts").glob("*.yaml"))
    )
    names = _names(_entries(home / "names.yaml", f"{FOLDER}/names.yaml", "the words", reports))
    inquiry = _inquiry(
        _entries(home / "inquiry.yaml", f"{FOLDER}/inquiry.yaml", "the inquiry", reports)
    )
    problems = tuple(problem for report in reports for problem in report.problems)
    return Guide(layouts=layouts, names=names, inquiry=inquiry, problems=problems)


def _entries(path: Path, shown: str, what: str, reports: list[Report]) -> Entries:
    report = Report(shown)
    reports.append(report)
    entries = Entries(read_yaml_file(path, report), report, what)
    entries.required("id")
    entries.required("version")
    return entries


def _layout(entries: Entries) -> DisputeLayout:
    columns = entries.entries("columns", "the columns")
    entries.texts("cite")
    found = DisputeLayout(
        id=entries.text("id"),
        publisher=entries.required("publisher"),
        headers=entries.texts("headers"),
        grain=entries.required("grain"),
        employer=columns.required("employer"),
        number=columns.required("number"),
        place=PlaceColumns(
            city=columns.text("city"),
            state=columns.text("state"),
            together=columns.text("city_and_state"),
        ),
        began=_day(entries.entries("began", "the first day")),
        ended=_day(entries.entries("ended", "the last day")),
        between=tuple(_day(row) for row in entries.rows("between", "a day between")),
        kind=_kind(entries.entries("kind", "the kind")),
    )
    columns.finish()
    entries.finish()
    return found


def _day(row: Entries) -> DayColumn:
    found = DayColumn(column=row.required("from"), says=row.required("says"))
    row.finish()
    return found


def _kind(row: Entries) -> DisputeKind:
    found = DisputeKind(
        token=row.required("token"),
        says=row.required("says"),
        by_number=_texts_by_key(row, "by_number"),
    )
    row.finish()
    return found


def _texts_by_key(entries: Entries, key: str) -> Table[str, str]:
    inner = entries.entries(key, f"`{key}`")
    return MappingProxyType({name.text: inner.text(name.text) for name, _ in inner.node.entries})


def _names(entries: Entries) -> NameWords:
    legal, common = frozenset(entries.texts("legal_forms")), entries.texts("common_words")
    found = NameWords(
        set_aside=legal | frozenset(entries.texts("small_words")),
        spellings=_texts_by_key(entries, "spellings"),
        common=frozenset((*common, *entries.texts("states"))),
        business=(legal | frozenset((*common, *entries.texts("never_in_persons"))))
        - frozenset(entries.texts("also_names")),
        person_marks=frozenset(entries.texts("person_marks")),
        partings=entries.texts("name_partings"),
    )
    entries.finish()
    return found


def _inquiry(entries: Entries) -> Inquiry:
    owed: list[Step] = []
    for row in entries.rows("owed", "a step"):
        step = Step(
            says=row.required("says"), cite=row.required("cite"), basis=row.required("basis")
        )
        row.finish()
        owed.append(step)
    found = Inquiry(owed=tuple(owed), limits=entries.texts("limits"))
    entries.finish()
    return found
