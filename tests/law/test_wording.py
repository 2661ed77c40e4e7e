"""What governed is put into words that hold on every clock and leave nothing out."""

from datetime import date

import pytest

from discretion import GoverningLine
from discretion import Question
from discretion import Truth
from discretion import asked_of
from discretion import clocks_in_words
from discretion import governed_in_words
from discretion import limits_in_words
from discretion import read_library
from discretion import read_place
from discretion import replace
from discretion import row_in_words
from discretion import status_in_words
from tests.documents.samples import LAST
from tests.documents.samples import LINE
from tests.documents.samples import ORDER
from tests.documents.samples import course
from tests.documents.samples import line

ANY = Question(on=date(2022, 1, 1), known_on=date(2022, 1, 1))
ANYBODY = "a decision by any component"
REQUIRED = "a person whom 8 USC 1226(c)(1) requires to be taken into custody on release"


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (LINE, "in force, in law and in practice"),
        (replace(LINE, practice=""), "in force in law, nothing on record in practice"),
        (replace(LINE, practice="unknown"), "in force in law, unknown in practice"),
        (line(Truth.FALSE, "issued", practice=""), "issued"),
        (
            line(Truth.UNKNOWN, "disputed", announced="vacated", practice="contrary_practice"),
            "disputed in law, announced as vacated, contrary in practice",
        ),
        (
            line(Truth.UNKNOWN, "disputed", announced="contrary_practice"),
            "disputed in law, announced as not applied",
        ),
        (line(Truth.FALSE, "vacated", announced=""), "vacated, in law and in practice"),
        (replace(ORDER, announced="in_force"), "enjoined"),
        (
            line(Truth.FALSE, "issued", announced="in_force", practice=""),
            "issued in law, announced as in force",
        ),
    ],
)
def test_other_clocks_are_told_where_they_say_otherwise(told: GoverningLine, words: str) -> None:
    assert words == clocks_in_words(told)


@pytest.mark.parametrize(
    ("governs", "words"),
    [
        (Truth.TRUE, "governed"),
        (Truth.FALSE, "did not govern"),
        (Truth.UNKNOWN, "may have governed"),
    ],
)
def test_whether_a_line_governed_is_said_of_the_past(governs: Truth, words: str) -> None:
    assert words == governed_in_words(replace(LINE, governs=governs))


@pytest.mark.parametrize(
    ("kind", "words"),
    [("in_force", "in force"), ("contrary_practice", "contrary"), ("issued", "issued")],
)
def test_a_status_is_put_into_words(kind: str, words: str) -> None:
    assert words == status_in_words(kind)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (LINE, ""),
        (ORDER, "The order reaches: a decision to arrest a person."),
        (replace(LINE, condition="memo A yields."), "Memo A yields."),
        (
            line(Truth.FALSE, "vacated", condition="a bond is outside its scope"),
            "A bond is outside its scope.",
        ),
    ],
)
def test_limits_are_a_sentence_that_says_whose_they_are(told: GoverningLine, words: str) -> None:
    assert words == limits_in_words(told)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        (ANY, ANYBODY),
        (
            replace(ANY, component="CBP", decision="stay", place=read_place("US-WA")),
            "a decision to stay a removal by Customs and Border Protection, in Washington",
        ),
        (
            replace(ANY, classes=frozenset[str]()),
            f"{ANYBODY}, about a person of none of the classes that orders tell apart",
        ),
        (
            replace(ANY, classes=frozenset(("1226c1",))),
            f"{ANYBODY}, about {REQUIRED}",
        ),
    ],
)
def test_a_question_is_told_as_it_was_put(question: Question, words: str) -> None:
    vocabulary = read_library().words.vocabulary

    assert words == asked_of(question, vocabulary)
    assert words.replace(" by ", " on that day, by ", 1) == asked_of(
        question, vocabulary, "that day"
    )


def test_a_row_says_days_components_part_status_authority_certainty_and_limits() -> None:
    day = date(2020, 5, 1)
    days = ((day, LAST, ORDER), (LAST, LAST, LINE))
    (first, second), own = course(days, 3, part="II").rows, course(days, 3, part="II")

    assert (
        "1 May 2020 to 29 February 2024 (ICE, CBP, part II): may have governed; enjoined. "
        "Authority: A v. B [primary]. The order reaches: a decision to arrest a person."
    ) == row_in_words(own, first)
    assert (
        "29 February 2024 (ICE, CBP, part II): governed; in force, in law and in practice. "
        "Authority: Memo A & its <terms> [primary]."
    ) == row_in_words(own, second)
