"""Missing facts as rows to act on: the question to ask, what it could change, what it informs."""

from collections.abc import Iterable
from collections.abc import Iterator

from discretion.analysis.missing import MissingFact
from discretion.assess.assessment import JudgmentState
from discretion.assess.assessment import MissingRow
from discretion.assess.derive import with_sources
from discretion.assess.ruleset import Ruleset
from discretion.facts.dictionary import FactType
from discretion.facts.view import View
from discretion.rules.measure import Each
from discretion.truth import Truth


def missing_rows(
    missing: Iterable[MissingFact],
    judgments: Iterable[JudgmentState],
    ruleset: Ruleset,
    view: View,
) -> tuple[MissingRow, ...]:
    """Return every missing fact that matters, in the order in which to ask.

    Those that could change the outcome come first, then those for findings, then those for
    judgments alone; within each group what only the file can record and what is sensitive last.
    """
    informs = _informing(judgments, ruleset, view)
    missing = with_sources(missing, ruleset.from_records, view)
    rows = [_row(each.fact, each, informs.pop(each.fact, ()), view) for each in missing]
    rows.extend(_row(fact, None, names, view) for fact, names in informs.items())
    return tuple(sorted(rows, key=_order))


def _row(
    name: str, missing: MissingFact | None, informs: tuple[str, ...], view: View
) -> MissingRow:
    """Return the row of a fact that could change something, or None, and may inform judgments."""
    fact = _type_of(name, view)
    is_unrecorded = fact.absent and view.is_record
    return MissingRow(
        fact=name,
        question=_question(name, fact, view),
        reason="not_recorded" if is_unrecorded else view.reasons.get(name, "not_asked"),
        sensitive=fact.sensitive,
        could_change_outcome=missing is not None and missing.could_change_outcome,
        could_change=() if missing is None else missing.could_change,
        informs=informs,
        witness=None if missing is None else missing.witness,
    )


def _order(row: MissingRow) -> tuple[bool, bool, bool, bool, int]:
    return (
        not row.could_change_outcome,
        not row.could_change,
        row.reason == "not_recorded",
        row.sensitive,
        -len(row.could_change),
    )


def _informing(
    judgments: Iterable[JudgmentState], ruleset: Ruleset, view: View
) -> dict[str, tuple[str, ...]]:
    """Return the missing facts that could inform a judgment nobody settled."""
    found: dict[str, list[str]] = {}
    for judgment in judgments:
        if judgment.state == "settled" or judgment.asserted is Truth.FALSE:
            continue
        for fact in _open_facts(judgment.id, ruleset, view):
            found.setdefault(fact, []).append(judgment.id)
    return {fact: tuple(names) for fact, names in found.items()}


def _open_facts(judgment: str, ruleset: Ruleset, view: View) -> Iterator[str]:
    for name in sorted(ruleset.informing[judgment]):
        fact = view.dictionary.get(name)
        if fact is None or name in view.inapplicable:
            continue
        if not fact.fields:
            if name not in view.known and not view.absent(name):
                yield name
        elif view.completeness(name) is not Truth.TRUE:
            yield f"{name}.complete"
    for rule in ruleset.pack.rules.values():
        if rule.judgment == judgment and isinstance(rule.measure, Each):
            for number, row in enumerate(view.listed(rule.measure.items), start=1):
                field = f"{rule.measure.items}[{number}].{rule.measure.field}"
                if rule.measure.field not in row and field not in view.inapplicable:
                    yield field


def _type_of(name: str, view: View) -> FactType:
    items, _, rest = name.partition("[")
    if rest:
        return view.dictionary.facts[items].fields[name.rpartition(".")[2]]
    return view.dictionary.facts[name.removesuffix(".complete")]


def _question(name: str, fact: FactType, view: View) -> str:
    if name.endswith(".complete"):
        if view.listed(name.removesuffix(".complete")):
            return fact.complete_question or fact.question
        return fact.question
    items, _, rest = name.partition("[")
    if not rest:
        return fact.question
    listed = view.dictionary.facts[items]
    return f"{listed.item.capitalize()} {rest.partition(']')[0]}: {fact.question}"
