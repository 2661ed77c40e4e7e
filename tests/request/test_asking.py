"""What a request asks for, shaped by what the person agreed to, and what is released."""

from datetime import date
from pathlib import Path

import pytest

from discretion import CaseFile
from discretion.documents.request.letter import letter
from discretion.request import Way
from discretion.request import asking_of
from discretion.request import released
from tests.documents.request.made import case_of
from tests.documents.request.made import prepared
from tests.documents.request.made import read
from tests.documents.request.made import told
from tests.documents.request.made import words
from tests.request.made import FILED
from tests.request.made import KNOWN
from tests.request.made import checklist

DAY = date(2022, 2, 1)
REFUSED = "consents:\n  - {kind: dismissal, answer: no, by: the person, on: 2022-01-20}\n"
AGREED = REFUSED.replace("answer: no", "answer: yes")


def case(tmp_path: Path, rest: str, *, kind: str = "dismissal", facts: str = "") -> CaseFile:
    return case_of(tmp_path, f"{FILED}facts:\n{KNOWN}{facts}{rest}", kind)


@pytest.mark.parametrize(
    ("consents", "named", "asked", "left_out"),
    [
        ("", (), ("dismissal",), ()),
        (AGREED, (), ("dismissal",), ()),
        (REFUSED, (), ("administrative_closure",), ("dismissal",)),
        (REFUSED, ("dismissal", "continuance"), ("administrative_closure", "continuance"),
         ("dismissal",)),
        (REFUSED, ("continuance", "dismissal", "administrative_closure"),
         ("continuance", "administrative_closure"), ("dismissal",)),
        (AGREED, ("administrative_closure", "dismissal"),
         ("administrative_closure", "dismissal"), ()),
        (REFUSED.replace("2022-01-20", "2022-03-20"), (), ("dismissal",), ()),
    ],
)  # fmt: skip
def test_consent_shapes_what_is_asked(
    tmp_path: Path,
    consents: str,
    named: tuple[str, ...],
    asked: tuple[str, ...],
    left_out: tuple[str, ...],
) -> None:
    found = asking_of(case(tmp_path, consents), named, checklist(), DAY)

    assert (asked, left_out) == (found.decisions, found.left_out)


def test_while_nobody_asked_the_person_a_dismissal_stops_the_request(tmp_path: Path) -> None:
    assert not prepared(case(tmp_path, "")).may_be_made
    assert prepared(case(tmp_path, AGREED)).may_be_made
    assert prepared(case(tmp_path, REFUSED)).may_be_made


def test_an_agreed_dismissal_is_asked_for_and_said_to_be_agreed(tmp_path: Path) -> None:
    text = words(letter(told(case(tmp_path, AGREED))))

    assert "The person has agreed to dismissal." in text


def test_what_no_request_can_ask_for_is_told(tmp_path: Path) -> None:
    found = prepared(case(tmp_path, AGREED), asks=("custdy",))

    assert ["nothing_to_ask"] == [each.code for each in found.problems]


def test_a_file_that_names_no_decision_has_to_be_told_what_to_ask_for(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(f"case: nobody\ndecision: {{date: 2021-12-15}}\n{FILED}facts:\n{KNOWN}")
    assert ["nothing_to_ask"] == [each.code for each in prepared(read(path)).problems]


VICTIM = "  mit_crime_victim: {claims: [{value: yes, evidence: [p]}], disclosure: protected}\n"
PAPER = "evidence:\n  - {id: p, kind: police_report, title: A report, disclosure: protected}\n"
CONSENT = "consents:\n  - {kind: disclosure, answer: yes, by: the person, on: 2022-01-20}\n"


@pytest.mark.parametrize(
    ("consent", "names", "codes"),
    [
        (CONSENT, ("mit_crime_victim", "p"), []),
        ("", ("mit_crime_victim",), ["no_consent_to_disclosure"]),
        (CONSENT.replace("yes", "no"), ("p",), ["no_consent_to_disclosure"]),
        (CONSENT.replace("2022-01-20", "2022-03-20"), ("p",), ["no_consent_to_disclosure"]),
        (CONSENT, ("nothing", "known_to_government"), ["cannot_confirm", "cannot_confirm"]),
    ],
)
def test_what_is_protected_goes_out_after_consent_and_a_name_alone(
    tmp_path: Path, consent: str, names: tuple[str, ...], codes: list[str]
) -> None:
    given = case(tmp_path, PAPER + consent, kind="continuance", facts=VICTIM)
    shown, problems = released(given, names, DAY)

    assert codes == [each.code for each in problems]
    assert (shown is given) == bool(codes)


def test_what_was_confirmed_is_told_and_all_else_that_is_protected_stays(tmp_path: Path) -> None:
    given = case(tmp_path, PAPER + CONSENT, kind="continuance", facts=VICTIM)
    without, with_it = told(given), told(given, confirmed=("mit_crime_victim", "p"))

    assert "victim" not in words(letter(without))
    assert "victim of a crime (the Guidelines, II.B mit. 4; Tab D1)" in words(letter(with_it))
    assert Way.SECOND in {each.way for each in without.checked.facts}
