"""The memo holds everything that was found, and nothing that tells an official what to do."""

import re
from functools import cache

import pytest

from discretion import AssessedCase
from discretion import CaseFile
from discretion import Request
from discretion import Truth
from discretion import replace
from discretion.answers.wording import BANNER
from discretion.answers.wording import duty_text
from discretion.answers.wording import finding_asked
from discretion.answers.wording import finding_cited
from discretion.answers.wording import missing_in_words
from discretion.cli.text.assessed import show_assessed
from discretion.documents.content.blocks import Grid
from discretion.documents.content.blocks import Heading
from discretion.documents.content.blocks import Notice
from discretion.documents.content.document import Document
from discretion.documents.content.document import sentences_of
from discretion.documents.content.sentence import Sentence
from discretion.facts.values import one_word
from tests.documents.assessment.memos import NAMES
from tests.documents.assessment.memos import PAGES
from tests.documents.assessment.memos import TODAY
from tests.documents.assessment.memos import UNGUIDED
from tests.documents.assessment.memos import assessed_example
from tests.documents.assessment.memos import assessor
from tests.documents.assessment.memos import memo_of
from tests.documents.assessment.memos import page_of
from tests.properties.matters import account_of
from tests.properties.matters import matter
from tests.request.test_saying import disclosed_at_random

SEEDS = range(6)
SHOWN = "may_disclose"
FOUND = (*NAMES[:-1], *SEEDS)
"""The cases under some instrument: examples by their names, random matters by their seeds."""
EVERY = (*NAMES, *SEEDS)
REFUSED = re.compile(
    r"\b(?:should be (?:arrested|detained|removed|deported|released)"
    r"|(?:must|ought to) be (?:arrested|detained|removed|deported)"
    r"|(?:we|i) (?:recommend|advise|suggest)|is recommended|recommendation"
    r"|scores?|ranks?|ranking|risk level|threat level|weights?|high risk|low risk)\b",
    re.IGNORECASE,
)
"""Words that would tell an official what to do, or order people."""
CANARY = "Zebra-Kanarie-4711"


@cache
def assessed_of(case: str | int) -> AssessedCase:
    if isinstance(case, str):
        return assessed_example(case)
    return assessor().assess(matter(case, 0.5), Request(today=TODAY))


@cache
def memo(case: str | int) -> Document:
    return memo_of(assessed_of(case))


def told(case: str | int) -> list[Sentence]:
    return list(sentences_of(memo(case)))


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


@pytest.mark.parametrize("case", EVERY)
def test_nothing_is_recommended_and_nobody_is_put_in_an_order(case: str | int) -> None:
    """Nothing is recommended but in the words that refuse to, and nobody is put in an order."""
    words = "\n".join(sentence.text for sentence in told(case)).replace(BANNER, "")

    assert [] == REFUSED.findall(words)
    assert "enough" not in " ".join(
        finding.measure for each in assessed_of(case).assessments for finding in each.findings
    )


@pytest.mark.parametrize("text", ["The person should be detained", "a score of 7", "We recommend"])
def test_a_recommendation_would_be_noticed(text: str) -> None:
    assert REFUSED.search(text)


@pytest.mark.parametrize("case", EVERY)
def test_a_memo_says_first_what_it_is_and_what_governs_today(case: str | int) -> None:
    """A memo says first that a human decides, then what governed and what governs today."""
    first = memo(case).blocks[0]
    headings = [block.text for block in memo(case).blocks if isinstance(block, Heading)]

    assert isinstance(first, Notice)
    assert BANNER == first.sentences[0].text
    assert ["What governed", "What governs"] == [
        text[:13].strip() for text in headings if text.startswith("What govern")
    ]
    assert memo(case).mark.startswith("Internal")
    assert TODAY == memo(case).dated


@pytest.mark.parametrize("case", EVERY)
def test_the_officials_own_part_is_blank(case: str | int) -> None:
    """Of the official's own part nothing is filled in but what each row is about."""
    blocks = memo(case).blocks
    start = next(
        number
        for number, block in enumerate(blocks)
        if isinstance(block, Heading) and block.text == "The official's own reasons"
    )
    forms = [block for block in blocks[start:] if isinstance(block, Grid)]

    assert forms
    for form in forms:
        assert all(cell.sentences == () for row in form.rows for cell in row[1:])
    empty = [row for row in forms[0].rows if row[0].sentences == ()]
    assert 3 == len(empty)


@pytest.mark.parametrize("case", EVERY)
def test_every_table_is_as_wide_as_its_head(case: str | int) -> None:
    """Every table has one cell for each heading in every row."""
    for block in memo(case).blocks:
        if isinstance(block, Grid):
            assert {len(block.head)} == {len(row) for row in block.rows}
            assert len(block.widths) == len(block.head)


def test_where_nothing_guided_the_facts_on_record_are_told_by_name() -> None:
    named = {fact for sentence in told(UNGUIDED) for fact in sentence.facts}

    assert {"offences", "birth_date", "bs_entry_manner"} <= named
    assert "decision_date" not in named


@cache
def outward_memo(seed: int) -> tuple[CaseFile, Document]:
    case = disclosed_at_random(seed)
    request = Request(today=TODAY, mode="request", audience="outward")
    return case, memo_of(assessor().assess(case, request))


@pytest.mark.parametrize("seed", SEEDS)
def test_a_memo_for_outside_tells_nothing_that_stays_inside(seed: int) -> None:
    """A memo for outside says nothing of an internal fact, and tells nothing that is open."""
    case, document = outward_memo(seed)
    sentences = list(sentences_of(document))
    headings = {block.text for block in document.blocks if isinstance(block, Heading)}
    shown = {name for name, each in case.facts.items() if each.disclosure == SHOWN}
    shown |= {name for name, each in case.lists.items() if each.disclosure == SHOWN}
    said = {*case.facts, *case.lists}

    assert "" == document.mark
    for sentence in sentences:
        names = {name.partition("[")[0] for name in sentence.facts}
        if "on file" in sentence.text and "perhaps more" not in sentence.text:
            assert names & said <= shown or "not known" in sentence.text
        assert not sentence.text.startswith("Open: the")
    assert not {text for text in headings if "missing" in text or "Judgments" in text}


def test_the_memos_for_outside_have_something_to_say() -> None:
    told_of = [
        sentence
        for seed in SEEDS
        for sentence in sentences_of(outward_memo(seed)[1])
        if "on file" in sentence.text
    ]

    assert len(told_of) > len(SEEDS)


def test_a_paper_that_stays_inside_is_not_named_outside() -> None:
    case = assessed_example("request-demo").case
    papers = {name: replace(paper, title=CANARY) for name, paper in case.evidence.items()}
    hidden = replace(
        case,
        evidence={name: replace(each, disclosure="internal") for name, each in papers.items()},
    )
    request = Request(today=TODAY, mode="request", audience="outward")
    inside = memo_of(assessor().assess(hidden, Request(today=TODAY)))
    outside = memo_of(assessor().assess(hidden, request))

    assert any(CANARY in sentence.text for sentence in sentences_of(inside))
    assert not any(CANARY in sentence.text for sentence in sentences_of(outside))


def test_a_claim_of_citizenship_stops_at_the_head_of_the_memo() -> None:
    case = matter(1, 0.2)
    facts = {**case.facts, "claims_us_citizenship": account_of(one_word("yes"))}
    document = memo_of(assessor().assess(replace(case, facts=facts), Request(today=TODAY)))

    gate = assessor().assess(replace(case, facts=facts), Request(today=TODAY)).threshold[0]
    assert Truth.TRUE is gate.state
    assert any(f"Stop. {gate.says}" == sentence.text for sentence in sentences_of(document))
