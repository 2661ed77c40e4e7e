"""What stays inside stands in no document that goes out: it is planted, and looked for."""

from collections.abc import Iterator
from datetime import date
from datetime import timedelta
from random import Random

import pytest

from discretion import CaseFile
from discretion import Evidence
from discretion import long_date
from discretion import replace
from discretion.documents.request.transmittal import transmittal
from discretion.facts.casefile import Account
from discretion.facts.casefile import Claim
from discretion.facts.casefile import RecordList
from discretion.facts.dictionary import Kind
from discretion.facts.values import Values
from discretion.facts.values import one_value
from discretion.facts.values import one_word
from discretion.request import Way
from discretion.request.disclosure import way_of
from tests.documents.request.made import memo
from tests.documents.request.made import outward
from tests.documents.request.made import prepared
from tests.documents.request.made import words
from tests.properties.matters import library
from tests.request.test_saying import disclosed_at_random

CASES, FEW = 2000, 400
PARTS = 8
KEPT = ("internal", "protected")
FIRST = date(1901, 1, 1)


class Planted:
    """Marks that stand in a case where something stays inside, each of them once."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.marks: list[str] = []

    def word(self) -> str:
        self.marks.append(f"Qanary{len(self.marks):04}x")
        return self.marks[-1]

    def day(self) -> date:
        found = FIRST + timedelta(days=len(self.marks))
        self.marks.append(long_date(found))
        return found

    def case(self, case: CaseFile) -> CaseFile:
        """Return a case with a mark in every word and day that stays inside."""
        dictionary = library().dictionary.facts
        facts = {
            name: self.account(account, dictionary[name].kind)
            if way_of(account.disclosure) is not Way.GOES_OUT
            else account
            for name, account in case.facts.items()
        }
        lists = {name: self.list_of(name, listed) for name, listed in case.lists.items()}
        papers = {each.name: each for each in self.papers()}
        overrides = tuple(
            {**row, "by": self.word(), "reason": self.word()} for row in case.overrides
        )
        return replace(
            case, name=self.word(), facts=facts, lists=lists, evidence=papers, overrides=overrides
        )

    def account(self, account: Account, kind: Kind) -> Account:
        values: Values
        if kind is Kind.TEXT:
            values = one_word(self.word())
        elif kind is Kind.DATE:
            values = one_value(self.day())
        else:
            return replace(account, claims=tuple(self.claimed(account)))
        return replace(account, claims=(replace(account.claims[0], values=values),))

    def claimed(self, account: Account) -> Iterator[Claim]:
        for claim in account.claims:
            yield replace(claim, author=self.word(), evidence=(self.random.choice("abcd"),))

    def list_of(self, name: str, listed: RecordList) -> RecordList:
        fields = library().dictionary.facts[name].fields
        stays = way_of(listed.disclosure) is not Way.GOES_OUT
        records = tuple(
            {
                key: self.account(
                    account if stays else replace(account, disclosure="internal"), fields[key].kind
                )
                if stays or self.random.random() < 0.5
                else account
                for key, account in record.items()
            }
            for record in listed.records
        )
        return replace(listed, records=records)

    def papers(self) -> Iterator[Evidence]:
        for name in "abcd":
            disclosure = self.random.choice((*KEPT, "may_disclose"))
            kept = disclosure in KEPT
            yield Evidence(
                name=name,
                kind=self.random.choice(("lease", "police_report", "physician_letter")),
                title=self.word() if kept else f"Paper {name}",
                issuer=self.word() if kept else "",
                made_on=self.day() if kept else date(2021, 1, 4),
                file=self.word() if kept else "",
                disclosure=disclosure,
            )


def leaks(seeds: range) -> list[tuple[int, str]]:
    """Return every mark that stands in a document that goes out, with the seed of its case."""
    found, blocks = [], 0
    for seed in seeds:
        planted = Planted(seed)
        request = prepared(planted.case(disclosed_at_random(seed)), asks=("joint_motion",)).told
        assert request is not None
        text = "\n".join((*map(words, outward(request)), transmittal(request, ())))
        blocks += sum(len(document.blocks) for document in outward(request))
        found += [(seed, mark) for mark in planted.marks if mark in text]
    assert blocks > len(seeds) * 5, "the documents say something"
    return found


@pytest.mark.parametrize("part", range(PARTS))
def test_what_stays_inside_stands_in_nothing_that_goes_out(part: int) -> None:
    """No mark planted in what stays inside stands in any document that goes out."""
    assert [] == leaks(range(part * FEW // PARTS, (part + 1) * FEW // PARTS))


@pytest.mark.slow
@pytest.mark.parametrize("part", range(PARTS))
def test_what_stays_inside_stands_in_nothing_of_two_thousand_requests(part: int) -> None:
    """No mark planted in what stays inside of 2,000 cases stands in anything that goes out."""
    assert [] == leaks(range(part * CASES // PARTS, (part + 1) * CASES // PARTS))


def test_the_memo_of_such_a_case_tells_what_stays_inside() -> None:
    planted = Planted(3)
    request = prepared(planted.case(disclosed_at_random(3)), asks=("joint_motion",)).told
    assert request is not None
    text = words(memo(request))

    assert sum(mark in text for mark in planted.marks) > 20
