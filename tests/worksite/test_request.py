"""A request to a labour agency is about a worksite, and holds nothing of any worker."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from discretion.worksite import agency_request
from discretion.worksite import read_agency_request
from discretion.worksite import read_guide
from discretion.worksite import read_request_form
from discretion.worksite.request.reader import FREE_TEXT

NAMES, FORM = read_guide().names, read_request_form()
STREET = "1 Canary Street"
"""An address, which as an employer's name is like a firm's and names nobody."""
CANARIES = (
    "Zyxwa Canary",
    "A 012-345-678",
    "A012345678",
    "zyxwa@canary.example",
    "+1 (555) 010-0199",
    "123-45-6789",
    "undocumented",
    "H-2A",
    "asylum seeker",
    STREET,
)
REQUEST = """\
agency_request: made-up
agency: DOL_WHD
made_on: 2023-03-01
employers: ["Made-Up Foods, Inc.", Invented Staffing LLC]
place: US-IL
disputes: [wage_hour, retaliation]
began_on: 2022-11-02
work: {from: 2021-01-01, to: 2023-02-28}
"""
KEYS = ("agency_request", *FREE_TEXT)


def request_of(folder: Path, text: str) -> tuple[str, list[str]]:
    """Return the text of a request, empty where there is none, and the codes of its problems."""
    path = folder / "request.yaml"
    path.write_text(text, "utf-8")
    request, problems = read_agency_request(path, FORM, NAMES)
    codes = [problem.code for problem in problems]
    return (agency_request(request, FORM) if request else ""), codes


def test_the_form_is_sound() -> None:
    assert () == FORM.problems


def test_a_form_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert "file_unreadable" == read_request_form(tmp_path).problems[0].code


def test_a_request_says_what_the_form_and_the_file_say(tmp_path: Path) -> None:
    text, codes = request_of(tmp_path, REQUEST)

    assert [] == codes
    assert (
        "To: Department of Labor, Wage and Hour Division\n"
        "Date: 1 March 2023\n"
        "Employer: Made-Up Foods, Inc.; Invented Staffing LLC\n"
        "Place: Illinois\n"
    ) in text
    assert "- wages and hours\n- retaliation for the exercise of rights\n" in text
    assert "It began on 2 November 2022.\n" in text
    assert "It concerns work done from 1 January 2021 to 28 February 2023.\n" in text
    assert [] == [line for line in FORM.lines if f"- {line}: ___" not in text]
    assert text.endswith(f"{FORM.names_nobody}\n")


@pytest.mark.parametrize(
    ("work", "told"),
    [
        ("", ""),
        ("work: {from: 2021-01-01}", "It concerns work done from 1 January 2021.\n"),
        ("work: {to: 2021-01-01}", "It concerns work done until 1 January 2021.\n"),
    ],
)
def test_a_day_that_is_not_known_is_left_out(tmp_path: Path, work: str, told: str) -> None:
    lines = [line for line in REQUEST.splitlines() if not line.startswith(("began", "work"))]
    text, codes = request_of(tmp_path, "\n".join([*lines, work]))

    assert [] == codes
    assert told in text
    assert bool(told) == ("It concerns" in text)
    assert "It began" not in text


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.sampled_from(CANARIES), min_size=len(KEYS), max_size=len(KEYS)))
def test_nothing_of_a_worker_comes_out(tmp_path: Path, planted: list[str]) -> None:
    """No name, number, address or status that stands in any free text of a file comes out."""
    lines = [f"{key}: 'About {each}.'" for key, each in zip(KEYS, planted, strict=True)]
    text, codes = request_of(tmp_path, "\n".join([*lines, *REQUEST.splitlines()[1:]]))
    plain, _ = request_of(tmp_path, REQUEST)

    assert [] == codes
    assert plain == text
    assert [] == [each for each in CANARIES if each in text]


@pytest.mark.parametrize("canary", [each for each in CANARIES if each != STREET])
@pytest.mark.parametrize(
    "employer", ["{}", "Made-Up Foods ({})", "Made-Up Foods, {}", "Made-Up Foods d/b/a {}"]
)
def test_nobody_and_no_number_passes_for_an_employer(
    tmp_path: Path, canary: str, employer: str
) -> None:
    named = REQUEST.replace("Invented Staffing LLC", f'"{employer.format(canary)}"')
    text, codes = request_of(tmp_path, named)

    assert ("", ["not_an_employer"]) == (text, codes)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("agency_request: made-up", "", "key_missing"),
        ("agency: DOL_WHD", "", "key_missing"),
        ("agency: DOL_WHD", "agency: DOL_WH", "unknown_word"),
        ("made_on: 2023-03-01", "", "key_missing"),
        ("made_on: 2023-03-01", "made_on: 2023-02-30", "not_a_date"),
        ("place: US-IL", "", "key_missing"),
        ("place: US-IL", "place: 1 Canary Street", "unknown_place"),
        ("disputes: [wage_hour, retaliation]", "", "key_missing"),
        ("disputes: [wage_hour, retaliation]", "disputes: [wages]", "unknown_word"),
        ("disputes: [wage_hour, retaliation]", "disputes: [{a: b}]", "unknown_word"),
        ('employers: ["Made-Up Foods, Inc.", Invented Staffing LLC]', "", "key_missing"),
        ("Invented Staffing LLC", "{a: b}", "not_an_employer"),
        ("Invented Staffing LLC", "I" * 101, "not_an_employer"),
        ("Invented Staffing LLC", "Made-Up Foods 55501", "not_an_employer"),
        ("from: 2021-01-01, to: 2023-02-28", "from: 2022-01-01, to: 2021-01-01", "reversed"),
        ("to: 2023-02-28", "to: 2023-03-02", "after_the_request"),
        ("began_on: 2022-11-02", "began_on: 2023-03-02", "after_the_request"),
        ("began_on: 2022-11-02", "worker: Zyxwa", "unknown_key"),
        ("work: {from", "work: {worker: Zyxwa, from", "unknown_key"),
    ],
)
def test_a_mistake_in_a_request_is_told(tmp_path: Path, old: str, new: str, code: str) -> None:
    assert old in REQUEST
    text, codes = request_of(tmp_path, REQUEST.replace(old, new))

    assert ("", [code]) == (text, codes)


def test_a_single_employer_and_a_single_kind_need_no_list(tmp_path: Path) -> None:
    text, codes = request_of(
        tmp_path,
        REQUEST.replace("[wage_hour, retaliation]", "safety").replace(
            '["Made-Up Foods, Inc.", Invented Staffing LLC]', "Agrimadeup"
        ),
    )

    assert [] == codes
    assert "Employer: Agrimadeup\n" in text
    assert "- safety and health at work\n" in text


def test_a_file_that_is_no_request_is_told(tmp_path: Path) -> None:
    assert ("", ["empty_file"]) == request_of(tmp_path, "")
    request, problems = read_agency_request(tmp_path / "none.yaml", FORM, NAMES)
    assert request is None
    assert ["file_unreadable"] == [problem.code for problem in problems]
