"""What a profile of an office says: its own age first, then what a request lacks."""

from datetime import date

import pytest

from discretion.facts.casefile import Evidence
from discretion.frozen import replace
from discretion.request import OfficeProfile
from discretion.request.offices.looking import about_profile
from discretion.request.offices.looking import about_request
from discretion.request.offices.looking import about_size
from discretion.request.papers.files import ExhibitFile
from tests.request.made import office

DAY = date(2022, 2, 1)
REAL = replace(office(), is_synthetic=False)
ALL = tuple(Evidence(name=kind, kind=kind, disclosure="may_disclose") for kind in office().needs)


@pytest.mark.parametrize(
    ("profile", "day", "expected"),
    [
        (REAL, DAY, []),
        (office(), DAY, ["made_up"]),
        (replace(REAL, source=""), DAY, ["no_source"]),
        (replace(REAL, source_on=None), DAY, ["no_source"]),
        (replace(REAL, valid_to=None), date(2022, 10, 1), []),
        (replace(REAL, valid_to=None), date(2022, 10, 2), ["old_profile"]),
        (REAL, date(2022, 6, 10), []),
        (REAL, date(2022, 6, 11), ["no_longer_valid"]),
        (REAL, date(2021, 9, 30), ["not_yet_valid"]),
        (replace(REAL, valid_from=None), date(2021, 9, 30), []),
    ],
)
def test_a_profile_that_may_not_hold_is_told(
    profile: OfficeProfile, day: date, expected: list[str]
) -> None:
    assert expected == [remark.code for remark in about_profile(profile, day)]


@pytest.mark.parametrize(
    ("hearing", "expected"),
    [
        (date(2022, 2, 15), []),
        (date(2022, 2, 14), ["too_near_the_hearing"]),
        (date(2022, 1, 31), ["too_near_the_hearing"]),
        (None, ["hearing_unknown"]),
    ],
)
def test_days_before_the_hearing_are_counted(hearing: date | None, expected: list[str]) -> None:
    assert expected == [remark.code for remark in about_request(REAL, ALL, hearing, DAY)]


def test_a_paper_that_stays_is_none_that_an_office_gets() -> None:
    kept = tuple(replace(paper, disclosure="internal") for paper in ALL)
    profile = replace(REAL, min_days_before_hearing=None)
    found = [remark.code for remark in about_request(profile, kept, None, DAY)]

    assert ["needed_paper"] * len(ALL) == found


@pytest.mark.parametrize(
    ("size", "limit", "expected"),
    [(5_000_000, 10, []), (5_000_001, 10, ["too_large"]), (9_000_000, None, [])],
)
def test_files_together_may_be_too_large(size: int, limit: int | None, expected: list[str]) -> None:
    file = ExhibitFile(paper="a", file="a.pdf", kind="pdf", size=size, pages=1, remarks=())
    missing = replace(file, size=None)
    found = about_size(replace(REAL, max_mb=limit), (file, file, missing))

    assert expected == [remark.code for remark in found]
