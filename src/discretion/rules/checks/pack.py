"""Everything that the files of one pack can be checked for without assessing a matter."""

from collections.abc import Iterable
from collections.abc import Iterator
from pathlib import Path

from discretion.errors import Problem
from discretion.errors import nearest
from discretion.rules.cases import FILE as CASES
from discretion.rules.checks.adjacent import STOP
from discretion.rules.checks.adjacent import AdjacentCheck
from discretion.rules.checks.chains import check_rule_cycles
from discretion.rules.checks.chains import check_ties
from discretion.rules.checks.citations import check_citations
from discretion.rules.checks.citations import check_judgments
from discretion.rules.checks.conditions import pack_conditions
from discretion.rules.checks.conditions import pack_measures
from discretion.rules.checks.guards import GuardCheck
from discretion.rules.checks.history.days import check_days
from discretion.rules.checks.history.timeline import TimelineCheck
from discretion.rules.checks.kinds import KindCheck
from discretion.rules.checks.shared.assumptions import check_closings
from discretion.rules.checks.terms import Names
from discretion.rules.library import Library
from discretion.rules.packs.changes.marks import CHANGES
from discretion.rules.packs.places import FactPlaces
from discretion.rules.packs.places import Places
from discretion.rules.packs.places import Site
from discretion.rules.rule import Pack
from discretion.rules.sentences.check import check_sentences
from discretion.source import Report

NOT_ENCODED = "not encode"
"""What the heading of the section says that lists what a pack leaves out."""


def check_files(library: Library, pack: Pack) -> tuple[Problem, ...]:
    """Return every problem that reading the files of a pack did not find."""
    places = Places(pack)
    matters = library.words.matters
    if pack.instrument.matter not in matters:
        name = pack.instrument.matter
        hint = nearest(name, matters) or f"one of: {', '.join(matters)}"
        message = f"no matter type is called `{name}`"
        places.instrument.under("matter").error("unknown_matter", name, message, hint)
        return _problems(places.reports())
    _check_conditions(library, pack, places)
    check_rule_cycles(pack, places)
    facts = FactPlaces(library)
    check_ties(library, pack, places, facts)
    AdjacentCheck(library, pack, places).check()
    check_days(pack, places)
    check_citations(pack, places)
    check_judgments(pack, places)
    TimelineCheck(library, pack, places).check()
    _check_outcomes(library, pack, places)
    check_sentences(library, pack, places)
    _check_assumptions(library, pack, places)
    _check_twice(pack, places)
    _check_omissions(pack, places)
    return (*_problems((*places.reports(), *facts.reports())), *_missing_files(pack))


def _problems(reports: Iterable[Report]) -> tuple[Problem, ...]:
    return tuple(problem for report in reports for problem in report.problems)


def _check_conditions(library: Library, pack: Pack, places: Places) -> None:
    names = Names(
        dictionary=library.dictionary,
        date_facts=frozenset((library.words.matters[pack.instrument.matter].date_fact,)),
        rules={rule: _is_tested(places.rule(rule)) for rule in pack.rules},
        judgments=frozenset(pack.judgments),
    )
    kinds, guards = KindCheck(names), GuardCheck(library.derivations.guards)
    for placed in pack_conditions(pack, places):
        kinds.check(placed)
        guards.check(placed)
    for measure in pack_measures(pack, places):
        kinds.measure(measure)
        guards.measure(measure)


def _is_tested(site: Site) -> bool:
    """Tell whether a rule has a condition; of those that must have one the reader has told."""
    tests = ("when", "judgment", "interpretations", "rests_on")
    needed = site.text("kind") not in {"scope", "definition"}
    return needed or any(site.has(key) for key in tests)


def _check_outcomes(library: Library, pack: Pack, places: Places) -> None:
    rows = list(places.rows("outcomes"))
    tokens = {row.text("token") for row in rows} | {pack.when_open}
    for row in rows:
        token = row.text("if_open")
        if token and token not in tokens:
            message = f"no outcome is called `{token}`"
            hint = nearest(token, tokens) or f"one of: {', '.join(sorted(tokens))}"
            row.under("if_open").error("unknown_outcome", token, message, hint)
    matter = library.words.matters[pack.instrument.matter]
    stops = [
        condition
        for gate, condition in zip(matter.gates, library.gates[matter.name], strict=False)
        if gate.effect == STOP
    ]
    first = [outcome for outcome in pack.outcomes[: len(stops)] if outcome.level == STOP]
    if rows and not all(any(stop == outcome.when for outcome in first) for stop in stops):
        rows[0].error(
            "stop_not_first",
            rows[0].text("token"),
            f"the table does not begin with what stops {matter.title} before every rule",
            "begin it with a row of level stop for each gate that stops",
        )


def _check_assumptions(library: Library, pack: Pack, places: Places) -> None:
    for assumptions in pack.assumption_sets.values():
        site = places.row("assumption_sets", "id", assumptions.id)
        check_closings(library, assumptions, site, pack.instrument.issued_on)
        shared = library.assumption_sets.get(assumptions.id)
        if shared is not None:
            site.under("id").error(
                "duplicate_id",
                assumptions.id,
                f"the assumption set `{assumptions.id}` stands twice: first in {shared.file}",
                "give one of the two another name",
            )


def _check_twice(pack: Pack, places: Places) -> None:
    """Report ids that stand twice in one list: the second would hide the first."""
    sections = [
        ("outcome", "token", list(places.rows("outcomes"))),
        ("judgment", "id", list(places.rows("judgments"))),
        ("event", "id", list(places.rows("events"))),
        ("part", "id", list(places.rows("parts"))),
        ("assumption set", "id", list(places.rows("assumption_sets"))),
        ("sentence", "id", list(places.rows("sentences"))),
        ("consequence", "token", list(places.rows("consequences"))),
    ]
    sections.extend(
        ("interpretation", "name", list(places.rule(rule).under("interpretations").items()))
        for rule in pack.rules
    )
    listed = (places.rule(rule).under("deliverables").items() for rule in pack.rules)
    sections.append(("deliverable", "id", [row for rows in listed for row in rows]))
    for what, key, rows in sections:
        first: dict[str, Site] = {}
        for row in rows:
            name = row.text(key)
            earlier = first.setdefault(name, row)
            if name and earlier is not row:
                line = earlier.node.line if earlier.node else 0
                row.error(
                    "duplicate_id",
                    name,
                    f"the {what} `{name}` stands twice: first in line {line}",
                    "give one of the two another name",
                )


def _missing_files(pack: Pack) -> Iterator[Problem]:
    """Yield a problem for each file that a pack cannot do without and does not have."""
    for name, why in ((CHANGES, "what changed and why"), (CASES, "what its rules are to give")):
        path = Path(pack.folder) / name
        if not path.is_file() or not path.read_bytes().strip():
            yield Problem(
                code="file_missing",
                message=f"the pack has no `{name}`",
                help=f"add one beside instrument.yaml, to say {why}",
                file=f"{pack.shown}/{name}",
            )


def _check_omissions(pack: Pack, places: Places) -> None:
    told = any(NOT_ENCODED in heading.lower() for heading in places.headings)
    if not pack.omissions and not told:
        places.body.error(
            "nothing_omitted",
            "",
            "the pack does not say what it does not encode",
            "list it under `omissions:`, or in a section `What this pack does not encode`",
        )
