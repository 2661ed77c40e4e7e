"""The form of a request to a labour agency: every sentence of it, and the words it may hold."""

from collections.abc import Mapping as Table
from pathlib import Path
from types import MappingProxyType

from discretion.entries import Entries
from discretion.errors import Problem
from discretion.frozen import dataclass
from discretion.frozen import replace
from discretion.rules.library import BUNDLED
from discretion.source import FilePath
from discretion.source import Report
from discretion.source import read_yaml_file

FILE = "worksite/agency-request.yaml"
"""Where the form lies in the policies folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """The instruments of which one has to be applied for a request to be written.

    `decision` is what they are asked about. `gate` is what counsel overrides where none is applied,
    in one of `roles`.
    """

    instruments: tuple[str, ...]
    decision: str
    gate: str
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestForm:
    """The words of every request. It holds nothing of any one request.

    `agencies` and `disputes` give a word of a file its words in a request. `lines` are left for
    the person who signs. `status_words` may stand in no employer's name.
    """

    title: str
    agencies: Table[str, str]
    disputes: Table[str, str]
    asks: str
    lines: tuple[str, ...]
    by_hand: str
    names_nobody: str
    status_words: frozenset[str]
    program: Program
    problems: tuple[Problem, ...] = ()


def read_request_form(policies: FilePath = BUNDLED) -> RequestForm:
    """Return the form of a policies folder, with every problem of its file.

    Args:
        policies: the folder that holds `worksite/`.

    """
    report = Report(FILE)
    entries = Entries(read_yaml_file(Path(policies) / FILE, report), report, "the form")
    for key in ("id", "version"):
        entries.required(key)
    entries.texts("cite")
    form = RequestForm(
        title=entries.required("title"),
        agencies=_words(entries, "agencies"),
        disputes=_words(entries, "disputes"),
        asks=entries.required("asks"),
        lines=entries.texts("lines"),
        by_hand=entries.required("by_hand"),
        names_nobody=entries.required("names_nobody"),
        status_words=frozenset(entries.texts("status_words")),
        program=_program(entries.entries("program", "the program")),
    )
    entries.finish()
    return replace(form, problems=tuple(report.problems))


def _program(row: Entries) -> Program:
    found = Program(
        instruments=row.texts("instruments"),
        decision=row.required("decision"),
        gate=row.required("gate"),
        roles=row.texts("roles"),
    )
    row.finish()
    return found


def _words(entries: Entries, key: str) -> Table[str, str]:
    inner = entries.entries(key, f"`{key}`")
    return MappingProxyType({name.text: inner.text(name.text) for name, _ in inner.node.entries})
