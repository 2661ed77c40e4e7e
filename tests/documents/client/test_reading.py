"""The sheet for the client is easy to read, in English and in Spanish."""

import pytest

from discretion.documents.client.catalogue import read_client_texts
from tests.documents.client.readability import count_sentences
from tests.documents.client.readability import english_syllables
from tests.documents.client.readability import grade_of
from tests.documents.client.readability import perspicuity_of
from tests.documents.client.readability import spanish_syllables
from tests.documents.client.readability import words_of
from tests.documents.client.sheets import told
from tests.request.made import assessor

GRADE = 6.0
"""The highest grade of the whole sheet; no sentence of it is three grades above."""
EASY = 66.0
"""The least perspicuity of the whole sheet: what children of twelve read."""
NORMAL = 55.0
"""The least perspicuity of one sentence: a text that is neither easy nor hard."""


def own_words(language: str) -> list[str]:
    """Return the sentences in the language of the sheet: no title in English, no line to fill."""
    library, texts = assessor().library, read_client_texts(language)
    english = {
        texts.translated,
        *(f"{each.title}." for each in library.instruments.values()),
        *(f"{each}." for each in library.words.vocabulary.components.values()),
        *(f"{term}." for term in texts.terms.values()),
    }
    return [
        sentence.text
        for sentence in told(language)
        if sentence.text not in english and sentence.text[-1:] in {".", ":"}
    ]


def test_the_english_sheet_is_for_grade_six() -> None:
    found = own_words("en")

    assert grade_of(found) <= GRADE
    assert [] == [each for each in found if grade_of([each]) > GRADE + 3]


def test_the_spanish_sheet_is_easy() -> None:
    found = own_words("es")

    assert perspicuity_of(found) >= EASY
    assert [] == [each for each in found if perspicuity_of([each]) < NORMAL]


def test_a_hard_text_would_be_noticed() -> None:
    english = "The adjudicator's discretionary determination necessitates individualized analysis."
    spanish = "La determinación discrecional de la administración requiere consideraciones."

    assert grade_of([english]) > GRADE
    assert perspicuity_of([spanish]) < NORMAL


@pytest.mark.parametrize(
    ("word", "count"),
    [("case", 1), ("office", 2), ("government", 3), ("policy", 3), ("changes", 2), ("asked", 1)],
)
def test_english_syllables_are_counted(word: str, count: int) -> None:
    assert count == english_syllables(word)


@pytest.mark.parametrize(
    ("word", "count"),
    [("que", 1), ("caso", 2), ("todavía", 4), ("gobierno", 3), ("leer", 2), ("guerra", 2),
     ("país", 2), ("muy", 1), ("estadounidense", 6), ("decisión", 3), ("ley", 1)],
)  # fmt: skip
def test_spanish_syllables_are_counted(word: str, count: int) -> None:
    assert count == spanish_syllables(word)


def test_sentences_and_words_are_counted() -> None:
    assert 3 == count_sentences(["One. Two: three", "..."])
    assert ["one", "it’s", "w"] == words_of("One 2022 it’s W-2")
