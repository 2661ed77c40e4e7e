"""Rows of a published table: read, closed by a study set, and derived under two policies."""

from collections.abc import Iterator
from datetime import date
from itertools import islice
from pathlib import Path

from benchmarks.measure import Goal
from benchmarks.measure import Result
from benchmarks.measure import Sample
from benchmarks.measure import cpu_ms
from discretion import Assessor
from discretion import CaseFile
from discretion import Library
from discretion import Request
from discretion.assess.assume import assume
from discretion.assess.assume import suppose
from discretion.caseload.ledger import Ledger
from discretion.caseload.mapping_reader import read_mapping_file
from discretion.caseload.matters import read_matters
from discretion.engines.reading import Reading as Conditions
from discretion.engines.reference import ReferenceEngine
from discretion.facts.view import Reading
from discretion.facts.view import view_case
from discretion.rules.library import BUNDLED

ROOT = Path(__file__).parents[1]
REAL = ROOT.parent / "shared/data/seattle-i213/i213_seattle_2021-12_2025-12_dev.csv.gz"
MADE_UP = ROOT / "tests/caseload/made_up_i213.csv"
INSTRUMENTS = ("dhs-2021-09-30-guidelines", "ice-2021-02-18-interim")
SET = "latest_entry_and_charge_sections"
TODAY = date(2026, 1, 1)
LIMIT = 2.0
"""The most that a row may take, in milliseconds of CPU time: five hundred rows a second."""
CHUNK = 100
"""How many rows are timed at once, so that what each takes is a mean over so many."""

ABOUT = """\
Rows of the published Forms I-213 where they are kept beside this repository, else made-up ones,
over and over. `rules`: a row is read through its mapping, its open terms are closed by the study
set, and the reference engine derives every rule of two policies. `assess`: the whole assessment of
one policy, with what is settled, reachable and missing, exactly. Milliseconds a row."""


def measure(library: Library, chunks: int) -> Result:
    """Measure so many chunks of rows."""
    rules = Sample(what="rules of two policies, a row", times=tuple(_rules(library, chunks)))
    whole = Sample(what="assess under one policy, a row", times=tuple(_whole(library, chunks)))
    return Result(
        title="Rows of a table",
        about=ABOUT,
        samples=(rules, whole),
        goals=(Goal(what=f"median of {rules.what}", value=rules.median, limit=LIMIT, unit="ms"),),
    )


def _cases(library: Library) -> Iterator[CaseFile]:
    """Yield the matters of the table without end."""
    mapping, problems = read_mapping_file(
        Path(BUNDLED) / "mappings/seattle-i213.yaml", library.words
    )
    if mapping is None:
        raise ValueError(problems)
    file = REAL if REAL.is_file() else MADE_UP
    while True:
        matters = read_matters(file, mapping, library.words, Ledger(file.name))
        yield from (matter.case for matter in matters)


def _rules(library: Library, chunks: int) -> Iterator[float]:
    assessor = Assessor(library)
    readings = [assessor.rulesets(instrument)[0].reading for instrument in INSTRUMENTS]
    conditions = Conditions(rules={}, judgments={}, derivable=library.derivations.derivable)
    reading = Reading(mode="review", known_on=TODAY)
    chosen = (library.assumption_sets[SET],)
    cases = _cases(library)

    def derive(rows: Iterator[CaseFile]) -> None:
        for case in rows:
            stated = view_case(case, library.dictionary, reading, "decision_date")
            matter = suppose(stated, library.derivations, conditions)
            matter = assume(matter, chosen, library.derivations, conditions)
            for each in readings:
                engine = ReferenceEngine(matter.view, each)
                for rule in each.rules:
                    engine.rule(rule)

    for _ in range(chunks):
        yield cpu_ms(derive, islice(cases, CHUNK)) / CHUNK


def _whole(library: Library, chunks: int) -> Iterator[float]:
    assessor = Assessor(library)
    request = Request(today=TODAY, instruments=INSTRUMENTS[:1], assumptions=(SET,))
    cases = _cases(library)

    def assess(rows: Iterator[CaseFile]) -> None:
        for case in rows:
            assessor.assess(case, request)

    for _ in range(chunks):
        yield cpu_ms(assess, islice(cases, CHUNK)) / CHUNK
