"""The page of a real comparison: the text that each rule reads, the relation, and each case."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from discretion import Assessor
from discretion import Comparison
from discretion import GoverningLine
from discretion import Question
from discretion import TableImpact
from discretion import read_library
from discretion import replace
from discretion import texts_of
from discretion.cli.compare.page import page_of
from discretion.cli.compare.told import RELATIONS
from discretion.cli.screen.visible import visible
from discretion.compare.differences.impact import Counts
from discretion.compare.differences.impact import Impact
from tests.cli.console import TODAY
from tests.cli.console import run
from tests.documents.pages.reading import by_class
from tests.documents.pages.reading import fragments
from tests.documents.pages.reading import parsed
from tests.documents.pages.reading import text_of
from tests.documents.pages.reading import with_id

SHORT = "eo-13993"
"""A policy that tests nothing, so that it is compared at once."""


def page(comparison: Comparison, impact: TableImpact | None = None) -> str:
    assessor = Assessor(read_library())

    def governing(day: date) -> Iterable[GoverningLine]:
        return assessor.governing(Question(on=day, known_on=TODAY))

    return page_of(comparison, governing(comparison.day), governing(TODAY), TODAY, impact)


@pytest.fixture(scope="module")
def shown(comparison: Comparison) -> str:
    return page(comparison)


def test_every_provision_that_a_compared_rule_reads_is_on_the_page(
    comparison: Comparison, shown: str
) -> None:
    """Every provision that a compared rule reads is on the page, with how its text was read."""
    text = text_of(parsed(shown))
    read = [
        each for topic in texts_of(comparison) for each in (*topic.read_a, *topic.read_b)
    ]  # fmt: skip

    assert len(read) > 40
    for each in read:
        assert each.provision is not None
        assert " ".join(each.provision.text.splitlines()) in text
        assert [] == [rule.id for rule in each.rules if f"({rule.id}: {rule.citation}" not in text]
    assert "Our text is recalled from memory. Nobody has reviewed it yet." in text


def test_every_rule_stands_under_the_provision_whose_text_it_follows(
    comparison: Comparison,
) -> None:
    packs = (comparison.a.ruleset.pack, comparison.b.ruleset.pack)
    for topic in texts_of(comparison):
        for pack, read in zip(packs, (topic.read_a, topic.read_b), strict=True):
            for each in read:
                assert each.provision is not None
                assert each.provision in pack.provisions
                below = [
                    other.line for other in pack.provisions if other.line > each.provision.line
                ]
                for rule in each.rules:
                    assert each.provision.line <= rule.line < min(below, default=rule.line + 1)


def test_every_topic_is_told_once_with_how_b_stands_to_a(
    comparison: Comparison, shown: str
) -> None:
    headings = [each.text or "" for each in parsed(shown).iter("h3")]
    told = {(each.topic, each.kind, each.side): each.relation for each in comparison.differences}

    assert len(told) == len(headings)
    assert sorted(RELATIONS[each] for each in told.values()) == sorted(
        each.rpartition(": ")[2] for each in headings
    )
    assert {"different", "looser", "only_in_a", "only_in_b", "same"} <= set(told.values())


def test_a_case_leads_to_the_provision_of_the_rule_that_decides(
    comparison: Comparison, shown: str
) -> None:
    """A case leads to the provision of the rule that decides in it, under either policy."""
    tree = parsed(shown)
    cases = list(by_class(tree, "case"))
    led = 0

    assert len([each for each in comparison.differences if each.witness is not None]) == len(cases)
    for case in cases:
        for panel, to in zip(by_class(case, "panel"), fragments(case), strict=True):
            named = panel.findtext("p") or ""
            if named.endswith("("):
                led += 1
                assert f"({named.removesuffix(' (')}: " in text_of(with_id(tree, to))
    assert led > len(cases)


def test_the_four_differences_that_everybody_asks_for_are_on_the_page(shown: str) -> None:
    text = text_of(parsed(shown))

    assert "Entry at the border (category): different" in text
    assert "How did the person last enter? Inspection and admission." in text
    assert "(An interval will do.) 1 November 2020." in text
    assert "Public safety (category): different" in text
    assert "Approval (duty): only A speaks of it" in text


def test_a_page_says_how_either_policy_stands_and_what_it_is_not(shown: str) -> None:
    text = text_of(parsed(shown))

    assert "It did not govern on 29 November 2021; it does not govern today" in text
    assert "It governed on 29 November 2021; it does not govern today" in text
    assert "it is no advice and no decision" in text
    assert "have no subject in common" in text
    assert "Each question was given 5 seconds." in text


def test_a_page_of_a_table_counts_unknown_apart(comparison: Comparison) -> None:
    counted = Impact(
        topic="gang",
        kind="category",
        side="",
        a_alone=Counts(true=31, false=41, unknown=59),
        b_alone=Counts(true=26, false=53, unknown=58),
    )

    tree = parsed(page(comparison, TableImpact(matters=137, impacts=(counted,))))

    rows = [
        [text_of(cell) for cell in row] for row in with_id(tree, "table").iterfind(".//tbody/tr")
    ]
    assert "In a table of 137 decisions" in text_of(with_id(tree, "table"))
    assert ["Gangs (category)", "A alone", "31", "41", "59"] in rows
    assert ["Gangs (category)", "B alone", "26", "53", "58"] in rows


def test_hostile_text_of_a_pack_is_shown_as_text(comparison: Comparison) -> None:
    """Hostile text of a pack is shown as text on a page."""
    hostile = "</p><script>alert(1)</script>\"'\u202e"
    ruleset = comparison.a.ruleset
    pack = ruleset.pack
    provisions = tuple(
        replace(
            each,
            text=hostile,
            headings=(*each.headings[:-1], f"{hostile}1"),
            citation=replace(each.citation, reviewed=f"{hostile}2"),
        )
        for each in pack.provisions
    )
    instrument = replace(pack.instrument, title=f"{hostile}3", short=f"{hostile}4")
    worse = replace(pack, provisions=provisions, instrument=instrument)
    side = replace(comparison.a, ruleset=replace(ruleset, pack=worse))

    found = page(replace(comparison, a=side))

    text = text_of(parsed(found))
    assert "<script" not in found
    assert "\u202e" not in found
    assert [] == [number for number in "1234" if f"{visible(hostile)}{number}" not in text]


def test_a_page_is_the_same_on_the_same_day(comparison: Comparison, shown: str) -> None:
    assert shown == page(comparison)


def test_one_policy_against_itself_is_named_by_its_readings(tmp_path: Path) -> None:
    path = tmp_path / "a.html"

    run("compare", SHORT, f"{SHORT}+latest_entry_and_charge_sections", "--page", str(path))

    named = f"Two policies compared: {SHORT} and {SHORT}+latest_entry_and_charge_sections"
    assert named == parsed(path.read_text("utf-8")).findtext("head/title")


def test_a_rule_before_the_first_provision_is_on_the_page_all_the_same(
    comparison: Comparison,
) -> None:
    ruleset = comparison.b.ruleset
    bare = replace(ruleset, pack=replace(ruleset.pack, provisions=()))

    found = page(replace(comparison, b=replace(comparison.b, ruleset=bare)))

    assert "(gl.bs.b: the Guidelines, II.C(b); read)" in text_of(parsed(found))
