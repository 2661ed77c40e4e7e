"""The sheet for the client says what a client must know, in both languages."""

import re
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from discretion import FilesRefusedError
from discretion import UnknownNameError
from discretion import replace
from discretion.documents import ClientTold
from discretion.documents import client_sheet
from discretion.documents.client import sheet
from discretion.documents.client.catalogue import FOLDER
from discretion.documents.client.catalogue import read_client_texts
from discretion.documents.client.saying import Saying
from discretion.documents.client.texts import LANGUAGES
from discretion.documents.content.blocks import Heading
from discretion.documents.content.document import Document
from discretion.documents.content.sentence import Sentence
from discretion.facts.casefile import Evidence
from discretion.request import RequestAsked
from discretion.request import check_request
from tests.documents.client.sheets import PAGES
from tests.documents.client.sheets import example
from tests.documents.client.sheets import page_of
from tests.documents.client.sheets import sheet_of
from tests.documents.client.sheets import text_of
from tests.documents.client.sheets import told
from tests.request.made import TODAY
from tests.request.made import assessor
from tests.request.made import checklist

REFUSED = re.compile(
    r"\b(?:scores?|ranks?|risk|guarantee\w*|you will win|recommend\w*|you qualify"
    r"|puntaje|riesgo|garanti\w*|va a ganar|recomend\w*|usted califica)\b",
    re.IGNORECASE,
)


def sheet_on(day: date, kind: str, *, today: date = TODAY, language: str = "en") -> Document:
    """Return the sheet on the example, filed on a day with ICE-ERO for another decision."""
    case = example()
    decision = replace(case.decision, type=kind, component="ICE-ERO")
    other = replace(case, decision=decision, filing_date=day)
    asked = RequestAsked(today=today, checklist=checklist())
    checked = check_request(other, asked, assessor())
    return client_sheet(
        ClientTold(checked=checked, library=assessor().library, today=today), language
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_says_what_was_read_last(language: str) -> None:
    assert (PAGES / f"{language}.txt").read_text("utf-8") == page_of(language)


def test_no_page_is_left_of_a_language_that_is_gone() -> None:
    assert sorted(f"{each}.txt" for each in LANGUAGES) == sorted(p.name for p in PAGES.iterdir())


def test_a_paper_that_the_file_holds_is_not_asked_for_again() -> None:
    held = text_of(sheet_of(example(), "en")).splitlines()
    none = text_of(sheet_of(replace(example(), evidence={}, facts={}, lists={}), "en")).splitlines()

    assert "lease" not in held
    assert "lease" in none
    assert "birth certificate" not in held
    assert "birth certificate" in none
    assert "pay stubs" in held


def test_where_the_usual_papers_are_there_the_sheet_says_so() -> None:
    texts = read_client_texts("en")
    kinds = [kind for section in texts.sections for kind in section.papers]
    papers = {kind: Evidence(name=kind, kind=kind) for kind in kinds}
    document = sheet_of(replace(example(), evidence=papers), "en")
    headings = {block.text for block in document.blocks if isinstance(block, Heading)}

    assert texts.texts["papers_none"][0] in text_of(document)
    assert set() == headings & {section.title for section in texts.sections}


@pytest.mark.parametrize("language", LANGUAGES)
def test_english_names_are_marked_and_glossed(language: str) -> None:
    sentences = told(language)
    titles = {f"{each.title}." for each in assessor().library.instruments.values()}
    found = [number for number, each in enumerate(sentences) if each.text in titles]

    assert len(found) == 2
    for number in found:
        assert ("" if language == "en" else "en") == sentences[number].language
        assert sentences[number].citations
        assert sentences[number + 1].citations == sentences[number].citations
        assert read_client_texts(language).translated == sentences[number + 2].text


def test_our_own_wording_is_marked_in_both_languages() -> None:
    assert "Traducción no oficial / not authoritative." == read_client_texts("es").translated
    assert {"", "en"} == {sentence.language for sentence in told("es")}
    assert {""} == {sentence.language for sentence in told("en")}
    assert "es" == sheet_of(example(), "es").language


def test_days_are_written_as_the_language_writes_them() -> None:
    spanish, english = text_of(sheet_of(example(), "es")), text_of(sheet_of(example(), "en"))

    assert "1 de febrero de 2022" in spanish
    assert "24 de noviembre de 2026" in spanish
    assert "1 February 2022" in english
    assert TODAY == sheet_of(example(), "es").dated


@pytest.mark.parametrize(
    ("day", "today", "kind", "key", "now"),
    [
        (date(2022, 2, 1), date(2022, 2, 1), "arrest", "policy_certain", "today_in_force"),
        (date(2022, 2, 1), TODAY, "arrest", "policy_certain", "today_not"),
        (date(2022, 4, 1), TODAY, "execute_removal_order", "policy_perhaps", "today_not"),
        (date(2022, 4, 1), date(2022, 4, 1), "execute_removal_order", "policy_perhaps",
         "today_perhaps"),
        (date(2022, 8, 1), TODAY, "arrest", "policy_none", "today_none"),
        (date(2022, 8, 1), date(2023, 9, 1), "arrest", "policy_none", "today_other"),
    ],
)  # fmt: skip
def test_the_sheet_says_what_was_in_force_and_whether_it_is_today(
    day: date, today: date, kind: str, key: str, now: str
) -> None:
    texts = read_client_texts("en")
    text = text_of(sheet_on(day, kind, today=today))
    asked, answered = texts.day_in_words(day), texts.day_in_words(today)

    assert texts.sentences(key, day=asked)[0] in text
    assert texts.sentences(now, today=answered)[0] in text


def test_topics_of_an_older_policy_are_told_as_history() -> None:
    text = text_of(sheet_on(date(2022, 8, 1), "arrest"))

    assert "A policy of the past looked at topics such as these:" in text
    assert "It was not in force on 1 August 2022." in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_topic_is_cited_and_told_as_the_same_for_everyone(language: str) -> None:
    topics = set(read_client_texts(language).topics.values())
    found = [sentence for sentence in told(language) if sentence.text in topics]

    assert len(found) > 10
    assert all(sentence.citations for sentence in found)
    assert read_client_texts(language).texts["looks_same"][0] in {
        each.text for each in told(language)
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_practice_is_marked_and_nothing_is_promised(language: str) -> None:
    texts, sentences = read_client_texts(language), told(language)
    text = "\n".join(sentence.text for sentence in sentences)

    assert 3 == text.count(texts.texts["practice"][0])
    assert [] == REFUSED.findall(text)
    for key in ("consent", "do", "do_not", "does_not", "ask"):
        for each in texts.texts[key]:
            assert {texts.cite} == {s.citations for s in sentences if s.text == each}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_client_must_know_is_always_there(language: str) -> None:
    texts = read_client_texts(language)
    for document in (sheet_of(example(), language), sheet_on(TODAY, "arrest", language=language)):
        text = text_of(document)
        for key in ("does_not", "consent", "do_not", "do", "ask", "unknown"):
            assert all(each in text for each in texts.texts[key])
        assert texts.headings["foot"] == document.foot


def test_a_language_without_texts_is_refused() -> None:
    with pytest.raises(UnknownNameError):
        sheet_of(example(), "fr")


def test_a_policy_without_factors_has_no_topics_to_tell() -> None:
    text = text_of(sheet_on(date(2018, 1, 2), "arrest"))

    assert "We know of no list of topics for such a choice." in text
    assert "The policy looks at" not in text


def test_a_name_without_a_gloss_stands_alone() -> None:
    say = Saying(read_client_texts("es"))

    assert (Sentence(text="A Memo.", language="en"),) == say.in_english("A Memo", "")


def test_texts_with_problems_make_no_sheet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / FOLDER).mkdir(parents=True)
    (tmp_path / FOLDER / "en.yaml").write_text("id: mine\n", "utf-8")
    monkeypatch.setattr(sheet, "read_client_texts", partial(read_client_texts, policies=tmp_path))

    with pytest.raises(FilesRefusedError, match="problems forbid an answer"):
        sheet_of(example(), "en")
