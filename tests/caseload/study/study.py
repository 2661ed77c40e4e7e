"""What the bundled study set makes of rows: the truths of two limbs, and what it closed."""

import csv
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from typing import NamedTuple

import yaml

from discretion.assess.assume import Supposed
from discretion.assess.assume import assume
from discretion.assess.assume import suppose
from discretion.engines.reading import Reading as Conditions
from discretion.engines.reference import ReferenceEngine
from discretion.facts.view import Reading
from discretion.facts.view import view_case
from discretion.rules.grammar import read_condition
from discretion.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable

    from discretion.assess.assess import Assessor
    from discretion.caseload.matters import Matter
    from discretion.facts.casefile import CaseFile

TODAY = date(2026, 11, 24)
SET = "latest_entry_and_charge_sections"
GUIDELINES = "dhs-2021-09-30-guidelines"
INTERIM = "ice-2021-02-18-interim"
EXPECTED = yaml.safe_load((Path(__file__).parent / "expected.yaml").read_text("utf-8"))
COUNTED = {name: read_condition(text) for name, text in EXPECTED["counted"].items()}
LIMBS = {GUIDELINES: EXPECTED["limbs"]["guidelines"], INTERIM: EXPECTED["limbs"]["interim"]}


class Told(NamedTuple):
    """What one row comes to: no cell of it, and nothing that could tell whose it is."""

    guidelines: str
    interim: str
    counted: frozenset[str]
    closed: dict[str, str]
    instead: tuple[str, ...]

    @property
    def share(self) -> str:
        """What the row is counted as under the Guidelines."""
        if self.guidelines == "true":
            return "border documented"
        return "conduct documented and border not" if "conduct" in self.counted else "neither"


class Study:
    """Reads matters with the bundled set, or without any."""

    def __init__(self, assessor: "Assessor") -> None:
        self.library = assessor.library
        self.conditions = Conditions(
            rules={}, judgments={}, derivable=self.library.derivations.derivable
        )
        self.final = assessor.rulesets(GUIDELINES)[0].reading
        self.before = assessor.rulesets(INTERIM)[0].reading

    def told(self, case: "CaseFile", *, is_assumed: bool) -> Told:
        """Return what a row comes to."""
        reading = Reading(mode="review", known_on=TODAY)
        stated = view_case(case, self.library.dictionary, reading, "decision_date")
        matter = suppose(stated, self.library.derivations, self.conditions)
        if is_assumed:
            matter = self.assumed(matter)
        final = ReferenceEngine(matter.view, self.final)
        before = ReferenceEngine(matter.view, self.before)
        return Told(
            guidelines=str(final.rule(LIMBS[GUIDELINES]).truth),
            interim=str(before.rule(LIMBS[INTERIM]).truth),
            counted=frozenset(
                name for name, when in COUNTED.items() if final.truth(when) is Truth.TRUE
            ),
            closed={each.closing.fact: each.closing.value for each in matter.closed},
            instead=tuple(each.closing.fact for each in matter.closed if each.instead_of_said),
        )

    def assumed(self, matter: Supposed) -> Supposed:
        """Return a matter with what the set closes."""
        chosen = self.library.assumption_sets[SET]
        return assume(matter, (chosen,), self.library.derivations, self.conditions)

    def all_told(self, matters: "Iterable[Matter]", *, is_assumed: bool) -> list[Told]:
        """Return what every row comes to."""
        return [self.told(each.case, is_assumed=is_assumed) for each in matters]


def made_up_rows(template: Path) -> Iterator[tuple[list[str], dict[str, str]]]:
    """Yield the titles and a made-up row for each that is expected, in the layout of a template."""
    title, headers, *_ = template.read_text("utf-8").splitlines()
    names = headers.split("|")
    for row in EXPECTED["rows"]:
        cells = dict.fromkeys(names, "")
        cells.update(
            apprehension_date="2022-02-10",
            doc_completion_date="2022-02-10",
            age="34",
            apprehension_method_descr="Located",
            apprehension_state="WA",
        )
        cells.update({name: _cell(name, value, row["cells"]) for name, value in _own(row["cells"])})
        yield [title, headers], cells


def write_made_up(path: Path, template: Path) -> Path:
    """Write those rows as a table, and return where it lies."""
    with path.open("w", encoding="utf-8", newline="") as handle:
        for number, (titles, cells) in enumerate(made_up_rows(template)):
            if not number:
                handle.write("\n".join(titles) + "\n")
            csv.DictWriter(handle, list(cells), delimiter="|").writerow(cells)
    return path


def _own(cells: dict[str, object]) -> Iterator[tuple[str, object]]:
    return ((name, value) for name, value in cells.items() if name != "words")


def _cell(name: str, value: object, cells: dict[str, object]) -> str:
    if name != "admin_charges" or not isinstance(value, list):
        return str(value)
    words = cells.get("words", "MADE UP")
    charges = [{"CHARGE_SECTION_CODE": code, "CHARGE_DESCRIPTION": words} for code in value]
    return json.dumps(charges)
