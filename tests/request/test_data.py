"""The checklist and the profiles: every name in them exists, and real ones say how it is known."""

from collections import Counter
from pathlib import Path

import pytest

from discretion import UnknownNameError
from discretion.request import find_office
from discretion.request import office_names
from discretion.request import read_checklist
from discretion.rules.rule import TOPICS
from tests.request.made import assessor
from tests.request.made import checklist
from tests.request.made import office


def test_every_fact_topic_and_decision_of_the_checklist_exists() -> None:
    words = assessor().library.words
    found = checklist()

    assert () == found.problems
    facts = {fact for section in found.sections for fact in section.facts}
    assert [] == sorted(facts - set(words.dictionary.facts))
    assert {found.hearing, found.arrival} <= set(words.dictionary.facts)
    assert [] == sorted({t for section in found.sections for t in section.topics} - set(TOPICS))
    decisions = {each for row in found.consents for each in row.decisions}
    assert decisions <= set(words.vocabulary.decisions)


def test_a_paper_a_fact_and_a_topic_belong_to_one_section() -> None:
    found = checklist()
    for named in (
        Counter(name for each in found.sections for name in each.papers),
        Counter(name for each in found.sections for name in each.facts),
        Counter(name for each in found.sections for name in each.topics),
    ):
        assert {} == {name: times for name, times in named.items() if times > 1}
    assert "ABCDEFGHIJKLM" == "".join(section.id for section in found.sections)
    assert [] == [s.id for s in found.sections if not s.certified <= set(s.papers)]


def test_every_topic_of_a_factor_has_a_section() -> None:
    topics = {
        rule.topic
        for pack in assessor().library.packs.values()
        for rule in pack.rules.values()
        if rule.kind == "factor" and not pack.instrument.is_screen
    }
    known = {topic for section in checklist().sections for topic in section.topics}

    assert [] == sorted(topics - known - {"none"})


def test_practice_knowledge_says_that_nobody_reviewed_it() -> None:
    found = checklist()

    assert ("practice", "nobody yet") == (found.basis, found.reviewed)
    assert "no rule of law" in found.says


def test_every_profile_is_sound_and_a_real_one_has_a_source() -> None:
    for name in office_names():
        found, problems = find_office(name)
        profile = office(name)

        assert found == profile
        assert () == problems
        assert name == profile.id
        assert profile.is_synthetic or (profile.source and profile.source_on)
        assert [] == [kind for kind in profile.needs if checklist().section_of(kind, ()) is None]
    assert 2 == sum(office(name).is_synthetic for name in office_names())


def test_a_profile_that_nobody_knows_gets_the_nearest_name() -> None:
    with pytest.raises(UnknownNameError, match="did you mean `rivertown-opla-2021`"):
        find_office("rivertown-opla-2022")


def test_a_mistake_in_a_profile_or_a_checklist_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("id: mine\nname: Mine\nkind: OPLA\nmax_mb: ten\nmax_md: 3\n", "utf-8")
    _, problems = find_office(str(path))
    (tmp_path / "requests").mkdir()
    (tmp_path / "requests/checklist.yaml").write_text("id: mine\n", "utf-8")
    missing = read_checklist(tmp_path).problems

    assert [("wrong_type", 4), ("unknown_key", 5)] == [(p.code, p.line) for p in problems]
    assert {"key_missing"} == {problem.code for problem in missing}
    assert 7 == len(missing)
