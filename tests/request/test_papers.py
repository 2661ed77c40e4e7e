"""What is commonly wrong with a paper, told of each by what the file of a case says of it."""

from pathlib import Path

import pytest

from discretion.frozen import replace
from discretion.request import OfficeProfile
from tests.request.made import FILED
from tests.request.made import KNOWN
from tests.request.made import check
from tests.request.made import office

PLAIN = office("lakeside-ero-2021")
STRICT = office()
GOOD = "made_on: 2022-01-10, disclosure: may_disclose"


def codes(
    folder: Path, paper: str, at: OfficeProfile | None = None, fact: str = "may_disclose"
) -> list[str]:
    text = (
        f"{FILED}facts:\n{KNOWN}  in_proceedings:\n"
        f"    {{claims: [{{value: yes, evidence: [a]}}], disclosure: {fact}}}\n"
        f"evidence:\n  - {{id: a, {paper}}}\n"
        f"  - {{id: b, kind: lease, tab: B1, {GOOD}}}\n"
    )
    exhibits = check(folder, text, at=at).exhibits
    found = next(each for each in exhibits if each.paper.name == "a")
    return [remark.code for remark in found.remarks]


@pytest.mark.parametrize(
    ("paper", "expected"),
    [
        ("kind: lease, {good}", []),
        ("kind: lease, disclosure: may_disclose", ["no_date"]),
        ("kind: lease, made_on: 2022-02-02, disclosure: may_disclose", ["made_after_filing"]),
        ("kind: lease, made_on: 2022-02-01, disclosure: may_disclose", []),
        # Only papers on health are wanted to be young, and six months to the day are young.
        ("kind: physician_letter, made_on: 2021-08-01, disclosure: may_disclose", []),
        ("kind: physician_letter, made_on: 2021-07-31, disclosure: may_disclose", ["stale"]),
        ("kind: lease, made_on: 2012-07-31, disclosure: may_disclose", []),
        ("kind: passport, expires_on: 2022-01-31, {good}", ["expired"]),
        ("kind: passport, expires_on: 2022-02-01, {good}", []),
        ("kind: birth_certificate, language: Spanish, {good}", ["untranslated"]),
        ("kind: birth_certificate, language: Spanish, translated: no, {good}", ["untranslated"]),
        ("kind: birth_certificate, language: Spanish, translated: yes, {good}", []),
        ("kind: birth_certificate, language: English, {good}", []),
        ("kind: declaration, {good}", ["unsigned"]),
        ("kind: declaration, signed: yes, {good}", []),
        ("kind: judgment, {good}", ["uncertified"]),
        ("kind: judgment, certified: no, {good}", ["uncertified"]),
        ("kind: judgment, certified: yes, {good}", []),
        ("kind: police_report, {good}", []),
        ("kind: hearing_notice, in_record: yes, {good}", ["in_record"]),
        ("kind: hearing_notice, in_record: no, {good}", []),
        ("kind: lease, tab: b1, {good}", ["same_tab"]),
        ("kind: lease, tab: B2, {good}", []),
        # A kind that nobody knows goes where the fact goes that it is named for.
        ("kind: no_such_kind, {good}", []),
    ],
)
def test_a_paper_tells_what_to_look_at(tmp_path: Path, paper: str, expected: list[str]) -> None:
    assert expected == codes(tmp_path, paper.format(good=GOOD))


@pytest.mark.parametrize(
    ("paper", "at", "expected"),
    [
        ("kind: judgment", STRICT, ["uncertified"]),
        ("kind: judgment", PLAIN, []),
        ("kind: hearing_notice, in_record: yes", STRICT, ["in_record"]),
        ("kind: hearing_notice, in_record: yes", PLAIN, []),
        ("kind: policy_memo", STRICT, ["policy_attached"]),
        ("kind: policy_memo", PLAIN, []),
        ("kind: policy_memo", replace(STRICT, attach_policy="may"), []),
    ],
)
def test_an_office_says_what_it_wants(
    tmp_path: Path, paper: str, at: OfficeProfile, expected: list[str]
) -> None:
    assert expected == codes(tmp_path, f"{paper}, {GOOD}", at)


@pytest.mark.parametrize(
    ("paper", "fact", "expected"),
    [
        ("", "internal", ["shows_what_stays"]),
        ("", "protected", ["shows_what_stays"]),
        (", redacted: yes", "internal", []),
        (", redacted: no", "internal", ["shows_what_stays"]),
        ("", "may_disclose", []),
    ],
)
def test_a_paper_that_goes_out_shows_nothing_that_stays(
    tmp_path: Path, paper: str, fact: str, expected: list[str]
) -> None:
    assert expected == codes(tmp_path, f"kind: lease, {GOOD}{paper}", fact=fact)


def test_a_paper_that_nothing_names_and_that_has_no_section_is_told(tmp_path: Path) -> None:
    text = f"{FILED}facts:\n{KNOWN}evidence: [{{id: a, kind: no_such_kind, {GOOD}}}]\n"
    (found,) = check(tmp_path, text).exhibits

    assert ["named_by_no_fact", "no_section"] == [remark.code for remark in found.remarks]
    assert found.section is None


def test_papers_stand_in_the_order_of_the_sections(tmp_path: Path) -> None:
    kinds = ("no_such_kind", "declaration", "judgment", "passport")
    papers = "".join(f"  - {{id: {kind}, kind: {kind}, {GOOD}}}\n" for kind in kinds)
    found = check(tmp_path, f"{FILED}facts:\n{KNOWN}evidence:\n{papers}").exhibits

    assert list(reversed(kinds)) == [each.paper.kind for each in found]


def test_a_field_that_stays_keeps_its_paper_from_going_out_unseen(tmp_path: Path) -> None:
    text = (
        f"{FILED}facts:\n{KNOWN}  service:\n    disclosure: may_disclose\n    records:\n"
        "      - {kind: {claims: [{value: military, evidence: [a]}], disclosure: internal}}\n"
        f"evidence: [{{id: a, kind: dd214, {GOOD}}}]\n"
    )
    (found,) = check(tmp_path, text).exhibits

    assert ["shows_what_stays"] == [remark.code for remark in found.remarks]
