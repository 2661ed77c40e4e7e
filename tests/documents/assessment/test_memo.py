"""The memo holds everything that was found, where it is written, and on which papers it rests."""

import re

import pytest

from discretion.answers.wording import duty_text
from discretion.answers.wording import finding_asked
from discretion.answers.wording import finding_cited
from discretion.answers.wording import missing_in_words
from discretion.cli.text.assessed import show_assessed
from discretion.documents.content.blocks import Heading
from tests.documents.assessment.cases import EVERY
from tests.documents.assessment.cases import FOUND
from tests.documents.assessment.cases import assessed_of
from tests.documents.assessment.cases import memo
from tests.documents.assessment.cases import told
from tests.documents.assessment.memos import NAMES
from tests.documents.assessment.memos import PAGES
from tests.documents.assessment.memos import assessor
from tests.documents.assessment.memos import page_of


def squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text)


@pytest.mark.parametrize("name", NAMES)
def test_a_page_says_what_was_read_last(name: str) -> None:
    assert (PAGES / f"{name}.txt").read_text("utf-8") == page_of(name)


def test_no_page_is_left_of_a_case_that_is_gone() -> None:
    assert sorted(f"{name}.txt" for name in NAMES) == sorted(path.name for path in PAGES.iterdir())


@pytest.mark.parametrize("case", FOUND)
def test_every_finding_of_the_first_reading_is_in_the_memo_with_its_place(case: str | int) -> None:
    """Every finding under every instrument is in the memo, with the provision that it reads."""
    first = {each.instrument: each for each in reversed(assessed_of(case).assessments)}
    sentences = told(case)

    for each in first.values():
        duties = {duty.rule: duty for duty in each.duties if duty.state != "not_owed"}
        for finding in each.findings:
            rule = finding.rule
            says = (
                duty_text(duties[rule.id], rule)
                if rule.id in duties
                else finding_asked(finding, each)
            )
            saying = [sentence for sentence in sentences if says in sentence.text]
            assert saying, says
            assert any(str(rule.citation) in sentence.citations for sentence in saying), says


@pytest.mark.parametrize("case", FOUND)
def test_every_finding_that_another_reading_changes_is_in_the_memo(case: str | int) -> None:
    """Every finding that another reading changes is in the memo, as that reading has it."""
    text = "\n".join(sentence.text for sentence in told(case))
    first = {each.instrument: each for each in reversed(assessed_of(case).assessments)}

    for each in assessed_of(case).assessments:
        before = {finding.rule.id: finding for finding in first[each.instrument].findings}
        for finding in each.findings:
            was = before[finding.rule.id]
            if (was.truth, was.says) != (finding.truth, finding.says):
                assert finding_cited(finding, each) in text


@pytest.mark.parametrize("case", FOUND)
def test_every_reading_of_every_instrument_is_named(case: str | int) -> None:
    """Every reading of every instrument is named in a heading of its own."""
    headings = [block.text for block in memo(case).blocks if isinstance(block, Heading)]

    for each in assessed_of(case).assessments:
        name = each.interpretation.replace("_", " ")
        assert any(each.title in text and text.endswith(name) for text in headings)


def test_the_cases_of_these_properties_have_several_readings_that_differ() -> None:
    several = [
        case
        for case in FOUND
        if any("in the first reading" in sentence.text for sentence in told(case))
    ]

    assert len(several) > 2


@pytest.mark.parametrize("case", FOUND)
def test_every_missing_fact_is_in_the_memo_with_what_it_could_change(case: str | int) -> None:
    """Every missing fact is in the memo under its name, with what it could change."""
    sentences = {(sentence.text, sentence.facts) for sentence in told(case)}

    for each in {
        each.instrument: each for each in reversed(assessed_of(case).assessments)
    }.values():
        for row in each.missing:
            assert (missing_in_words(row, each), (row.fact,)) in sentences


@pytest.mark.parametrize("case", EVERY)
def test_what_the_terminal_says_the_memo_says(case: str | int) -> None:
    """Every paragraph of the terminal on the head, outcomes and judgments is in the memo."""
    assessed = assessed_of(case)
    text = squeezed(" ".join(sentence.text for sentence in told(case)))
    shown = show_assessed(assessed, assessor().library)
    head, _, rest = shown.partition("\nUnder: ")
    outcomes = re.findall(r"\nOutcome\n-+\n(.*?)\n\n", rest, re.DOTALL)
    judged = re.findall(r"\nJudgments, which only.*?\n-+\n(.*?)\n\n", rest, re.DOTALL)
    limits = re.findall(r"\nHow the text was read\n-+\n(.*?)(?:\n\n|\Z)", rest, re.DOTALL)

    for part in (head[head.index("Policy as of") :], *outcomes, *judged, *limits):
        for paragraph in re.split(r"\n(?:- |\n)", f"\n{part}"):
            plain = (
                squeezed(paragraph).strip().removesuffix("`discretion governing --all` says why.")
            )
            if plain and "---" not in plain and "===" not in plain:
                assert plain.strip() in text


@pytest.mark.parametrize("case", EVERY)
def test_every_paper_and_every_fact_that_a_sentence_rests_on_exists(case: str | int) -> None:
    """Every paper that a sentence names is in the file, and every fact in the dictionary."""
    assessed = assessed_of(case)
    facts = assessor().library.dictionary.facts
    known = {*facts, *(f"{name}.{field}" for name in facts for field in facts[name].fields)}

    for sentence in told(case):
        assert set() == set(sentence.papers) - set(assessed.case.evidence)
        named = {re.sub(r"\[\d+\]|\.complete$", "", name) for name in sentence.facts}
        assert set() == named - known


@pytest.mark.parametrize("case", EVERY)
def test_every_sentence_of_law_has_its_citation(case: str | int) -> None:
    """Every sentence that tells a rule, a judgment or an outcome says where it is written."""
    packs = [each.ruleset.pack for each in assessed_of(case).assessments if each.ruleset]
    laws = {rule.says for pack in packs for rule in pack.rules.values()}
    laws |= {judgment.question for pack in packs for judgment in pack.judgments.values()}
    laws |= {row.says for pack in packs for row in pack.outcomes}
    laws |= {omission.why for pack in packs for omission in pack.omissions}
    sentences = told(case)

    assert [] == [
        sentence.text
        for sentence in sentences
        if not sentence.citations and any(law in sentence.text for law in laws)
    ]
    for each in assessed_of(case).assessments:
        bearing = {row.question: row for row in each.missing if row.could_change or row.informs}
        for row in bearing.values():
            asked = [sentence for sentence in sentences if row.fact in sentence.facts]
            assert any(sentence.citations for sentence in asked)
    governed = [line.authority for line in assessed_of(case).governing if line.authority]
    cited = {citation for sentence in sentences for citation in sentence.citations}
    assert set(governed) <= cited


@pytest.mark.parametrize("case", FOUND)
def test_a_missing_fact_that_only_informs_a_judgment_cites_the_judgment(case: str | int) -> None:
    """A missing fact that could only inform a judgment cites where the judgment is written."""
    first = {each.instrument: each for each in reversed(assessed_of(case).assessments)}
    cited: dict[str, set[str]] = {}
    for sentence in told(case):
        cited.setdefault(sentence.text, set()).update(sentence.citations)

    for each in first.values():
        where = {judgment.id: judgment.citation for judgment in each.judgments}
        for row in each.missing:
            assert {where[name] for name in row.informs} <= cited[missing_in_words(row, each)]


def test_a_limb_names_the_papers_behind_both_accounts() -> None:
    limb = next(
        sentence
        for sentence in told("garcia-demo")
        if sentence.text.startswith("Open: the manner of the last entry")
    )

    assert ("bs_entry_manner",) == limb.facts
    assert ("i213", "i94") == limb.papers
    assert ("the Guidelines, II.C(b)",) == limb.citations
