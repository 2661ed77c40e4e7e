"""Places: what there is, how it is spelt, and what lies in what."""

import re
import subprocess
import sys

import pytest

from discretion.gazetteer import CIRCUITS
from discretion.gazetteer import STATES
from discretion.place import Place
from discretion.place import contains
from discretion.place import nearest_places
from discretion.place import place_codes
from discretion.place import read_place
from discretion.truth import Truth

DISTRICTS = [district for _, _, districts in STATES.values() for district in districts]


def place(code: str) -> Place:
    found = read_place(code)
    assert found is not None, code
    return found


def test_there_are_ninety_four_districts() -> None:
    # Source: 28 U.S.C. 81 to 131 (91 districts) and three territorial courts.
    assert 94 == len(DISTRICTS) == len(set(DISTRICTS))


def test_there_are_fifty_states_the_capital_and_five_territories() -> None:
    assert 50 + 1 + 5 == len(STATES)
    assert all(re.fullmatch(r"US-[A-Z]{2}", code) for code in STATES)


def test_there_are_twelve_circuits_with_an_area() -> None:
    used = {circuit for _, circuit, _ in STATES.values()} - {""}

    assert 12 == len(CIRCUITS)
    assert set(CIRCUITS) == used


# Source: 28 U.S.C. 41, with Guam and the Northern Marianas in the ninth by 48 U.S.C. 1424 and 1821.
@pytest.mark.parametrize(
    ("circuit", "states"),
    [
        ("1st Cir.", "ME MA NH PR RI"),
        ("2d Cir.", "CT NY VT"),
        ("3d Cir.", "DE NJ PA VI"),
        ("4th Cir.", "MD NC SC VA WV"),
        ("5th Cir.", "LA MS TX"),
        ("6th Cir.", "KY MI OH TN"),
        ("7th Cir.", "IL IN WI"),
        ("8th Cir.", "AR IA MN MO NE ND SD"),
        ("9th Cir.", "AK AZ CA GU HI ID MP MT NV OR WA"),
        ("10th Cir.", "CO KS NM OK UT WY"),
        ("11th Cir.", "AL FL GA"),
        ("D.C. Cir.", "DC"),
    ],
)
def test_each_circuit_has_the_states_that_the_statute_gives_it(circuit: str, states: str) -> None:
    expected = {f"US-{state}" for state in states.split()}

    assert expected == {code for code, (_, found, _) in STATES.items() if found == circuit}


def test_american_samoa_alone_has_no_district_and_no_circuit() -> None:
    assert ["US-AS"] == [code for code, row in STATES.items() if not row[2]]
    assert ["US-AS"] == [code for code, row in STATES.items() if not row[1]]


@pytest.mark.parametrize("district", DISTRICTS)
def test_every_district_lies_in_one_state_and_one_circuit(district: str) -> None:
    inside = [
        code
        for code in (*STATES, *CIRCUITS)
        if contains(place(code), place(district)) is Truth.TRUE
    ]
    state, circuit = inside

    assert circuit == STATES[state][1]


def test_a_district_is_spelt_by_its_division_exactly_when_its_state_has_several() -> None:
    for _, _, districts in STATES.values():
        for district in districts:
            assert (len(districts) > 1) == (re.match(r"[NESWCM]\.D\.", district) is not None)


@pytest.mark.parametrize("code", place_codes())
def test_every_code_is_read_as_itself_and_printed_as_itself(code: str) -> None:
    assert code == str(place(code))
    assert place(code).name


def test_codes_and_names_are_told_apart() -> None:
    codes = place_codes()

    assert 1 + 56 + 94 + 12 == len(codes) == len(set(codes))
    assert len(codes) == len({place(code).name for code in codes})


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("US", "United States"),
        ("US-WA", "Washington"),
        ("S.D. Tex.", "Southern District of Texas"),
        ("M.D. Fla.", "Middle District of Florida"),
        ("C.D. Cal.", "Central District of California"),
        ("N.D.W. Va.", "Northern District of West Virginia"),
        ("D. Ariz.", "District of Arizona"),
        ("D.D.C.", "District of the District of Columbia"),
        ("D.N. Mar. I.", "District of the Northern Mariana Islands"),
        ("D.V.I.", "District of the Virgin Islands"),
        ("9th Cir.", "Ninth Circuit"),
    ],
)
def test_a_place_has_its_full_name(code: str, name: str) -> None:
    assert name == place(code).name


@pytest.mark.parametrize("text", ["", "us", "US-XX", "US-UM", "SD Tex", "Fed. Cir.", "12th Cir."])
def test_what_is_no_place_is_not_read(text: str) -> None:
    assert read_place(text) is None


@pytest.mark.parametrize(("text", "code"), [("2nd Cir.", "2d Cir."), ("3rd Cir.", "3d Cir.")])
def test_a_second_spelling_is_read_as_the_first(text: str, code: str) -> None:
    assert place(code) == place(text)


@pytest.mark.parametrize(
    ("outer", "inner", "answer"),
    [
        ("US", "US", Truth.TRUE),
        ("US", "US-AS", Truth.TRUE),
        ("US", "S.D. Tex.", Truth.TRUE),
        ("US", "5th Cir.", Truth.TRUE),
        ("US-TX", "US", Truth.UNKNOWN),
        ("US-TX", "US-TX", Truth.TRUE),
        ("US-TX", "US-LA", Truth.FALSE),
        ("US-TX", "S.D. Tex.", Truth.TRUE),
        ("US-TX", "M.D. Fla.", Truth.FALSE),
        ("US-TX", "5th Cir.", Truth.UNKNOWN),
        ("US-TX", "9th Cir.", Truth.FALSE),
        ("S.D. Tex.", "US", Truth.UNKNOWN),
        ("S.D. Tex.", "US-TX", Truth.UNKNOWN),
        ("S.D. Tex.", "US-FL", Truth.FALSE),
        ("S.D. Tex.", "S.D. Tex.", Truth.TRUE),
        ("S.D. Tex.", "N.D. Tex.", Truth.FALSE),
        ("S.D. Tex.", "5th Cir.", Truth.UNKNOWN),
        ("S.D. Tex.", "9th Cir.", Truth.FALSE),
        ("D. Ariz.", "US-AZ", Truth.TRUE),
        ("D. Ariz.", "9th Cir.", Truth.UNKNOWN),
        ("5th Cir.", "US", Truth.UNKNOWN),
        ("5th Cir.", "US-TX", Truth.TRUE),
        ("5th Cir.", "US-FL", Truth.FALSE),
        ("5th Cir.", "S.D. Tex.", Truth.TRUE),
        ("5th Cir.", "11th Cir.", Truth.FALSE),
        ("9th Cir.", "D. Guam", Truth.TRUE),
        ("9th Cir.", "US-MP", Truth.TRUE),
        ("9th Cir.", "US-AS", Truth.FALSE),
        ("D.C. Cir.", "D.D.C.", Truth.TRUE),
        ("D.D.C.", "D.C. Cir.", Truth.TRUE),
        ("US-AS", "US", Truth.UNKNOWN),
    ],
)
def test_containment(outer: str, inner: str, answer: Truth) -> None:
    assert answer is contains(place(outer), place(inner))


def test_containment_is_false_both_ways_or_neither() -> None:
    places = [place(code) for code in place_codes()]
    for one in places:
        for other in places:
            outward, inward = contains(one, other), contains(other, one)

            assert (outward is Truth.FALSE) == (inward is Truth.FALSE)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("us-wa", "US-WA"),
        ("Washington", "US-WA"),
        ("wa", "US-WA"),
        ("IN", "US-IN"),
        ("S.D.Tex.", "S.D. Tex."),
        ("SD Tex", "S.D. Tex."),
        ("D. N. Mar. I.", "D.N. Mar. I."),
        ("Western District of Washingtn", "W.D. Wash."),
        ("9th Circuit", "9th Cir."),
    ],
)
def test_a_misspelt_place_has_its_nearest_codes(text: str, code: str) -> None:
    assert code == nearest_places(text)[0]


def test_nothing_is_near_to_a_word_that_resembles_no_place() -> None:
    assert () == nearest_places("qqqqqqqq")


def test_places_are_read_without_the_library_that_compares_spellings() -> None:
    code = "import sys, discretion.place; sys.exit('difflib' in sys.modules)"

    subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603 - our own interpreter
