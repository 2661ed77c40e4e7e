"""Screening files and made-up matters of the tests, with one screener for all of them."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from discretion import Library
from discretion import Screened
from discretion import Screener
from discretion import ScreenRequest
from discretion import answer_screen
from discretion import read_library
from discretion.facts.case_reader import read_case
from discretion.facts.casefile import CaseFile
from discretion.source import Report
from discretion.source import read_yaml

HERE = Path(__file__).parent
TODAY = date(2026, 11, 28)
"""The day on which every screen of the tests is asked for."""
Row = dict[str, Any]


@cache
def library() -> Library:
    """Return the bundled policies, read once."""
    return read_library()


@cache
def screener() -> Screener:
    """Return a screener of the bundled policies."""
    return Screener(library())


def read_rows(name: str) -> list[Row]:
    """Return the rows of a file of cases."""
    found: list[Row] = yaml.safe_load((HERE / name).read_text("utf-8"))
    return found


def case_of(text: str) -> CaseFile:
    """Return the matter that a text describes, which has no mistake."""
    report = Report("case.yaml")
    node = read_yaml(text, report)
    case = read_case(node, library().words, report) if node is not None else None

    assert [] == report.problems
    assert case is not None
    return case


def screened(text: str, **asked: Any) -> Screened:  # noqa: ANN401  # the fields of a request
    """Return the screen of a matter that a text describes."""
    return screener().screen(case_of(text), ScreenRequest(today=TODAY, **asked))


def answered(row: Row) -> Row:
    """Return the answer to a row of a file of cases: its file or its text, its mode and sets."""
    text = row.get("given") or (HERE / row["file"]).read_text("utf-8")
    asked: Row = {"mode": row.get("mode", "as_of_actual")}
    asked["assumptions"] = tuple(row.get("assume", ()))
    for day in ("known_on", "rules_on"):
        if day in row:
            asked[day] = row[day]
    return answer_screen(screened(text, **asked), "0")
