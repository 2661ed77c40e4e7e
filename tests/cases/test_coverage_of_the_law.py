"""Every row of an instrument stands where its table says, and a pack holds nothing beside it.

The tables of `law` were held against the texts and reports: each row names where it is encoded (a
rule, a fact, a judgment, a provision, an event or a stated omission), its citation, and how its
text was read.
"""

from typing import Any

import pytest

from discretion.law.event import StatusEvent
from discretion.rules.condition import facts_in
from discretion.rules.condition import judgments_in
from discretion.rules.rule import Rule
from tests.cases.law import FACTS_ASKED
from tests.cases.law import INSTRUMENTS
from tests.cases.law import Row
from tests.cases.law import library
from tests.cases.law import pack_of

KINDS = {"category", "factor", "bar", "scope", "duty", "screen", "definition"}


def rows_of(key: str, having: str = "") -> list[Any]:
    return [
        pytest.param(instrument, row, id=f"{instrument}/{row['row']}")
        for instrument, law in INSTRUMENTS.items()
        for row in law[key]
        if not having or having in row
    ]


def rule_of(row: Row) -> str:
    """Return the rule that a row is, by its own id where it names no other; else nothing."""
    return str(row.get("rule", row["row"] if "kind" in row else ""))


def above(cite: str) -> set[str]:
    """Return the headings that a citation may stand under: `B(1)` for `B(1), second limb`."""
    return {cite, cite.rsplit(" (", 1)[0], cite.rsplit(",", 1)[0]}


def facts_read(rule: Rule) -> set[str]:
    duty = rule.duty.discharged_when if rule.duty is not None else None
    return {
        name for condition in (rule.when, duty) if condition is not None
        for name in facts_in(condition)
    }  # fmt: skip


@pytest.mark.parametrize(("instrument", "row"), rows_of("rows"))
def test_every_row_says_where_it_stands(instrument: str, row: Row) -> None:
    places = {"kind", "judgment", "provision", "omission"}

    assert instrument in library().packs
    assert places & row.keys()
    assert {"row", "cite"} <= row.keys()
    assert row.get("basis") in {"read", "reported", "recalled", None}
    assert "basis" in row or "omission" in row


@pytest.mark.parametrize(("instrument", "row"), rows_of("rows", "kind"))
def test_a_row_that_is_a_rule_is_that_rule(instrument: str, row: Row) -> None:
    rule = pack_of(instrument).rules[rule_of(row)]
    due = rule.duty is not None and rule.duty.due is not None

    assert row["kind"] in KINDS
    assert (row["kind"], row.get("side", "")) == (rule.kind, rule.side)
    assert (row["cite"], row["basis"]) == (rule.citation.pinpoint, rule.citation.basis)
    assert row.get("due", False) == due
    assert row.get("judgment", "") == rule.judgment


@pytest.mark.parametrize(("instrument", "row"), rows_of("rows", "fact"))
def test_a_row_with_a_fact_reads_that_fact_alone(instrument: str, row: Row) -> None:
    rule = pack_of(instrument).rules[rule_of(row)]

    assert row["fact"] in library().dictionary.facts
    assert {row["fact"]} == facts_read(rule)


@pytest.mark.parametrize(("instrument", "row"), rows_of("rows", "judgment"))
def test_a_row_that_only_a_person_settles_rests_on_what_is_asserted(
    instrument: str, row: Row
) -> None:
    judgment = pack_of(instrument).judgments[row["judgment"]]
    rests_on = () if judgment.rests_on is None else facts_in(judgment.rests_on)

    assert set(row["rests_on"]) == set(rests_on)
    assert judgment.citation.pinpoint in above(row["cite"])
    assert row["basis"] == judgment.citation.basis


@pytest.mark.parametrize(("instrument", "row"), rows_of("rows", "judges"))
def test_a_row_that_asks_an_official_among_other_things_asks_just_that(
    instrument: str, row: Row
) -> None:
    pack = pack_of(instrument)
    when = pack.rules[rule_of(row)].when

    assert when is not None
    assert set(row["judges"]) == set(judgments_in(when))
    assert {row["cite"]} == {pack.judgments[each].citation.pinpoint for each in row["judges"]}


@pytest.mark.parametrize(("instrument", "row"), rows_of("rows", "basis"))
def test_every_row_stands_under_a_provision_of_its_citation(instrument: str, row: Row) -> None:
    pinpoints = {each.citation.pinpoint for each in pack_of(instrument).provisions}

    assert above(str(row.get("provision", row["cite"]))) & pinpoints


@pytest.mark.parametrize("instrument", INSTRUMENTS)
def test_a_pack_holds_no_provision_without_a_row(instrument: str) -> None:
    cited = {
        heading
        for row in INSTRUMENTS[instrument]["rows"]
        if "basis" in row
        for heading in above(str(row.get("provision", row["cite"])))
    }
    pinpoints = {each.citation.pinpoint for each in pack_of(instrument).provisions}

    assert set() == pinpoints - cited


@pytest.mark.parametrize("instrument", INSTRUMENTS)
def test_a_pack_leaves_nothing_out_without_a_row(instrument: str) -> None:
    named = [row["omission"] for row in INSTRUMENTS[instrument]["rows"] if "omission" in row]
    stated = [each.what for each in pack_of(instrument).omissions]

    assert [] == [what for what in stated if not any(what.startswith(each) for each in named)]


@pytest.mark.parametrize(("instrument", "row"), rows_of("rows", "provision"))
def test_a_row_that_is_a_provision_is_marked_as_it_was_read(instrument: str, row: Row) -> None:
    bases = {
        each.citation.basis
        for each in pack_of(instrument).provisions
        if each.citation.pinpoint == row["provision"]
    }

    assert {row["basis"]} == bases


@pytest.mark.parametrize(("instrument", "row"), rows_of("rows", "omission"))
def test_a_row_left_out_is_a_stated_omission_with_its_reason(instrument: str, row: Row) -> None:
    stated = [
        each for each in pack_of(instrument).omissions if each.what.startswith(row["omission"])
    ]

    assert 1 == len(stated)
    assert stated[0].why
    if "basis" not in row:
        assert row["cite"] == stated[0].cite


@pytest.mark.parametrize("instrument", INSTRUMENTS)
def test_a_pack_holds_no_rule_without_a_row(instrument: str) -> None:
    law = INSTRUMENTS[instrument]
    named = {rule_of(row) for row in law["rows"]} - {""}

    assert not named & law["ours"].keys()
    assert named | law["ours"].keys() == set(pack_of(instrument).rules)


@pytest.mark.parametrize("instrument", INSTRUMENTS)
def test_a_pack_asks_for_no_judgment_without_a_row(instrument: str) -> None:
    rows = INSTRUMENTS[instrument]["rows"]
    named = {row["judgment"] for row in rows if "judgment" in row}
    named |= {each for row in rows for each in row.get("judges", ())}
    allegations = {
        name
        for name, judgment in pack_of(instrument).judgments.items()
        if judgment.rests_on is not None and set(facts_in(judgment.rests_on)) <= ALLEGED
    }

    assert named | allegations == set(pack_of(instrument).judgments)


ALLEGED = {"prohibited_ground_alleged"}
"""What is said of the decider and is settled as part of a duty, not as a row of its own."""


@pytest.mark.parametrize("instrument", INSTRUMENTS)
def test_the_outcomes_stand_in_order_with_their_levels(instrument: str) -> None:
    rows = [[row.token, row.level] for row in pack_of(instrument).outcomes]

    assert INSTRUMENTS[instrument]["outcomes"] == rows


@pytest.mark.parametrize("instrument", INSTRUMENTS)
def test_the_scope_holds_what_the_text_names_and_not_what_it_leaves_out(instrument: str) -> None:
    law = INSTRUMENTS[instrument]["scope"]
    scope = pack_of(instrument).instrument.scope

    assert law["cite"]
    assert set(law["inside"]) <= scope
    assert not set(law["outside"]) & scope


@pytest.mark.parametrize("instrument", INSTRUMENTS)
def test_each_open_text_has_its_readings_the_default_first(instrument: str) -> None:
    found = {
        rule.id: [each.name for each in rule.interpretations]
        for rule in pack_of(instrument).rules.values()
        if rule.interpretations
    }
    defaults = [
        each.is_default
        for rule in pack_of(instrument).rules.values()
        for each in rule.interpretations[:1]
    ]

    assert INSTRUMENTS[instrument]["readings"] == found
    assert all(defaults)


@pytest.mark.parametrize("row", [pytest.param(row, id=row["row"]) for row in FACTS_ASKED])
def test_every_fact_that_the_texts_ask_for_can_be_said(row: Row) -> None:
    facts = library().dictionary.facts
    found = {name: facts[name].kind.value for name in row["facts"] if name in facts}
    authored = {facts[name].authored for name in found}

    assert row["facts"] == found
    assert {row.get("authored", False)} == authored
    assert row["cite"]


@pytest.mark.parametrize(("instrument", "row"), rows_of("history"))
def test_every_row_of_the_history_is_an_event_with_its_days_and_reach(
    instrument: str, row: Row
) -> None:
    event = pack_of(instrument).instrument.event(row["event"])

    assert event is not None
    assert {key: row[key] for key in row if key not in {"row", "event"}} == reach_of(event)
    assert event.authority


def reach_of(event: StatusEvent) -> Row:
    """Return what an event says, by the words of the table, without what it leaves open."""
    place = event.place.code if event.place is not None else "US"
    found = {
        "kind": event.kind,
        "clock": "" if event.clock == "legal" else event.clock,
        "from": event.start,
        "latest": None if event.latest_start == event.start else event.latest_start,
        "to": event.end,
        "part": event.part,
        "component": event.component,
        "decisions": sorted(event.decisions),
        "class": sorted(event.classes),
        "place": "" if place == "US" else place,
        "conditional": bool(event.condition),
        "of": event.order,
        "certainty": event.certainty,
    }
    return {key: value for key, value in found.items() if value}


@pytest.mark.parametrize("instrument", INSTRUMENTS)
def test_a_history_holds_no_event_without_a_row(instrument: str) -> None:
    rows = [row["event"] for row in INSTRUMENTS[instrument]["history"]]
    events = [event.name for event in pack_of(instrument).instrument.events]

    assert sorted(rows) == sorted(events)
