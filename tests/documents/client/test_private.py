"""The sheet for the client is silent about everything in the file."""

import pytest

from discretion import CaseFile
from discretion import replace
from discretion.documents.client.catalogue import read_client_texts
from discretion.documents.client.texts import LANGUAGES
from discretion.documents.content.document import sentences_of
from discretion.facts.casefile import Account
from discretion.facts.casefile import Claim
from discretion.facts.casefile import Evidence
from discretion.facts.casefile import JudgmentEntry
from discretion.facts.values import one_word
from tests.documents.client.sheets import example
from tests.documents.client.sheets import sheet_of
from tests.documents.client.sheets import text_of
from tests.properties.matters import matter
from tests.request.made import checklist
from tests.request.test_saying import disclosed_at_random

SEEDS = range(6)
CASES = [(seed, language) for seed in SEEDS for language in LANGUAGES]
CANARY = "Zebra-Kanarie-4711"


def with_canary(case: CaseFile) -> CaseFile:
    """Return a case that says the same strange word wherever a file holds words."""
    account = Account(claims=(Claim(values=one_word(CANARY), author=CANARY),))
    lists = {
        name: replace(
            listed,
            records=tuple(
                {**record, **({"charge": account} if name == "offences" else {})}
                for record in listed.records
            ),
        )
        for name, listed in case.lists.items()
    }
    paper = Evidence(name=CANARY, kind=CANARY, title=CANARY, issuer=CANARY, tab=CANARY)
    judged = JudgmentEntry(
        judgment="current_threat", state="argued", met=True, by=CANARY, role="attorney",
        reasons=CANARY,
    )  # fmt: skip
    row = {"by": CANARY, "role": "attorney", "on": "2021-01-01"}
    return replace(
        case,
        name=CANARY,
        lists=lists,
        evidence={**case.evidence, CANARY: paper},
        judgments={"current_threat": judged},
        overrides=({**row, "gate": "no_policy_open", "reason": CANARY},),
        consents=({**row, "kind": "dismissal", "answer": "no"},),
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_of_the_file_is_in_the_sheet(language: str) -> None:
    document = sheet_of(with_canary(example()), language)

    for sentence in sentences_of(document):
        assert ((), ()) == (sentence.facts, sentence.papers)
        assert CANARY not in f"{sentence.text} {sentence.citations}"


@pytest.mark.parametrize(("seed", "language"), CASES)
def test_a_sheet_is_the_same_whatever_the_facts_are(seed: int, language: str) -> None:
    """Two files that differ in every fact, and in no paper, have the same sheet."""
    case = disclosed_at_random(seed)
    other = matter(seed + 100, 0.9)
    silent = replace(case, facts={}, lists={}, judgments={})
    different = replace(case, facts=other.facts, lists=other.lists)

    assert sheet_of(case, language) == sheet_of(silent, language)
    assert sheet_of(case, language) == sheet_of(different, language)


def test_papers_of_sections_that_tell_more_than_a_topic_are_never_named() -> None:
    named = {section.id for section in read_client_texts("en").sections}
    text = text_of(sheet_of(replace(example(), evidence={}), "en")).lower()
    private = {
        words.lower()
        for section in checklist().sections
        if section.id not in named
        for words in section.papers.values()
        if " " in words
    }

    assert private
    assert set() == {words for words in private if words in text}
