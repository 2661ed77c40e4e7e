"""No calendar names anybody: canaries in every free text of a case and an office stay out of it."""

from collections.abc import Iterator
from datetime import UTC
from datetime import date
from datetime import datetime
from datetime import timedelta
from pathlib import Path
from random import Random
from types import MappingProxyType

import pytest

from discretion import CaseFile
from discretion import replace
from discretion.facts.casefile import Account
from discretion.facts.casefile import Claim
from discretion.facts.casefile import Evidence
from discretion.facts.casefile import JudgmentEntry
from discretion.facts.casefile import RecordList
from discretion.facts.values import Spans
from discretion.facts.values import one_word
from discretion.records.deadlines import calendar_of
from discretion.request import CheckedRequest
from discretion.request import OfficeProfile
from discretion.request.deadlines import Besides
from discretion.request.deadlines import deadlines_of
from discretion.request.deadlines import read_deadline_kinds
from tests.records.deadlines.strict import read_calendar
from tests.request.made import FILED
from tests.request.made import KNOWN
from tests.request.made import assessor
from tests.request.made import check
from tests.request.made import office

CASES = 500
CANARY = "ZQJX"
TODAY = date(2022, 2, 3)
ENDINGS = ("", ";x", ",x", "\\n", "\r\nATTENDEE:mailto:x", " é ", " A123 456 789", ":x")
TYPES = ("stay", "dismissal", "arrest", "administrative_closure")


class Planting:
    """Makes canaries, each of which is different, and remembers how many."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.planted = 0

    def word(self) -> str:
        self.planted += 1
        return f"{CANARY}{self.planted}{self.random.choice(ENDINGS)}"

    def day(self) -> date:
        return TODAY + timedelta(days=self.random.randrange(400))


def strings_of(value: object) -> Iterator[str]:
    """Yield the name of every field of a value that holds a text."""
    for name in value.__slots__:  # type: ignore[attr-defined]  # every value has slots
        if isinstance(getattr(value, name), str):
            yield name


def paper(plant: Planting, number: int) -> Evidence:
    made = Evidence(name=f"{number}", kind="", expires_on=plant.day())
    filled = replace(made, **{name: plant.word() for name in strings_of(made)})
    return replace(filled, kind=plant.random.choice(("passport", filled.kind)))


def case_of(base: CaseFile, plant: Planting) -> CaseFile:
    """Return a case with a canary in every free text, and days of its own."""
    papers = [paper(plant, number) for number in range(plant.random.randrange(1, 5))]
    first = plant.day()
    last = first + timedelta(days=plant.random.choice((0, 0, 9)))
    hearing = Claim(values=Spans(((first, last),)), by=plant.word(), author=plant.word())
    said = Claim(values=one_word(plant.word()), by=plant.word(), author=plant.word())
    judgment = JudgmentEntry(
        judgment=plant.word(), state="argued", met=True, by=plant.word(), role=plant.word()
    )
    rows = ("gate", "by", "role", "reason")
    consent = {"kind": plant.word(), "answer": plant.word(), "by": plant.word(), "on": "2022-01-01"}
    return replace(
        base,
        name=plant.word(),
        facts=MappingProxyType(
            {**base.facts, "next_hearing_on": Account(claims=(hearing,), reason=plant.word())}
        ),
        lists=MappingProxyType(
            {
                "entries": RecordList(
                    records=({"place": Account(claims=(said,))},), reason=plant.word()
                )
            }
        ),
        judgments=MappingProxyType({"current_threat": judgment}),
        evidence=MappingProxyType({each.name: each for each in papers}),
        overrides=(MappingProxyType({key: plant.word() for key in rows}),),
        consents=(MappingProxyType(consent),),
    )


def office_of(plant: Planting) -> OfficeProfile:
    made = office()
    texts = {name: plant.word() for name in strings_of(made)}
    return replace(made, **texts, notes=(plant.word(),), needs=(plant.word(),))


@pytest.fixture(scope="module")
def checks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, CheckedRequest]:
    folder = tmp_path_factory.mktemp("cases")
    text = f"{FILED}facts:\n{KNOWN}"
    return {kind: check(folder, text, kind=kind, at=office()) for kind in TYPES}


def test_no_calendar_names_anybody(checks: dict[str, CheckedRequest]) -> None:
    kinds, library = read_deadline_kinds(), assessor().library
    titles = {kind.title for kind in kinds.kinds}
    made_at = datetime.combine(TODAY, datetime.min.time(), UTC)
    told = entries = 0
    for seed in range(CASES):
        plant = Planting(seed)
        checked = checks[plant.random.choice(TYPES)]
        checked = replace(checked, case=case_of(checked.case, plant), office=office_of(plant))
        besides = Besides(motion_on=plant.day(), removal_on=plant.day())
        sent = plant.random.choice((None, date(2022, 2, 1)))
        found = deadlines_of(checked, sent, TODAY, library, besides=besides, kinds=kinds)
        text = calendar_of(found, made_at, plant.random.choice(("", plant.word())))
        told += any(CANARY in f"{row.about}{row.source}" for row in found)
        assert CANARY not in text.replace("\r\n ", "")
        for event in read_calendar(text):
            entries += 1
            assert event["SUMMARY"].partition(" (the ")[0] in titles
            assert CANARY.lower() not in "".join(event.values()).lower()

    assert CASES == told
    assert entries > 3 * CASES


def test_a_calendar_of_a_file_of_canaries_is_clean(tmp_path: Path) -> None:
    text = (
        f"{FILED}facts:\n{KNOWN}  next_hearing_on: 2022-03-03\n"
        f"evidence:\n  - {{id: {CANARY}1, kind: passport, title: {CANARY} 2, issuer: {CANARY} 3, "
        f"expires_on: 2022-09-09, tab: {CANARY}, file: {CANARY}.pdf}}\n"
    )
    found = deadlines_of(check(tmp_path, text, kind="stay"), None, TODAY, assessor().library)
    calendar = calendar_of(found, datetime(2022, 2, 3, tzinfo=UTC))

    assert any(CANARY in row.about for row in found)
    assert 3 <= len(read_calendar(calendar))
    assert CANARY not in calendar.replace("\r\n ", "")
