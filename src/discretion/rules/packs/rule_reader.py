"""Reading rule blocks: conditions parsed, closed words checked, problems with their place."""

from discretion.entries import Entries
from discretion.errors import nearest
from discretion.law.citation import BASES
from discretion.law.citation import Citation
from discretion.law.citation import Quote
from discretion.law.instrument import Instrument
from discretion.rules.grammar import read_measure
from discretion.rules.grammar import read_term
from discretion.rules.packs.duty_reader import read_duty
from discretion.rules.packs.tree_reader import condition_under
from discretion.rules.packs.tree_reader import tree_under
from discretion.rules.rule import KINDS
from discretion.rules.rule import SIDES
from discretion.rules.rule import TOPICS
from discretion.rules.rule import Interpretation
from discretion.rules.rule import Rule


def read_rule(row: Entries, instrument: Instrument, part: str) -> Rule:
    """Return the rule of one block; what cannot be read is reported and left out."""
    identifier = row.required("id")
    kind = row.word("kind", {word: word for word in KINDS}, "definition")
    applies = row.entries("applies_to", "what a rule applies to")
    decisions = frozenset(applies.texts("decisions"))
    applies.text("matter_type")
    applies.finish()
    rule = Rule(
        id=identifier,
        kind=kind,
        topic=row.word("topic", {word: word for word in TOPICS}, "none"),
        side=row.word("side", {word: word for word in SIDES}, ""),
        when=condition_under(row, "when"),
        measure=tree_under(row, "measure", read_measure),
        judgment=row.text("judgment"),
        interpretations=tuple(_interpretations(row)),
        citation=read_citation(row, instrument),
        part=row.text("part", part),
        says=row.required("says"),
        decisions=decisions,
        duty=read_duty(row, identifier, instrument) if kind == "duty" else None,
        runs_until=tree_under(row, "runs_until", read_term),
        rests_on=row.texts("rests_on"),
        note=row.text("note"),
        file=row.report.file,
        line=row.node.line,
    )
    for key in ("kind", "topic"):
        row.required(key)
    _check_shape(rule, row)
    row.finish()
    return rule


def _interpretations(row: Entries) -> list[Interpretation]:
    read: list[Interpretation] = []
    for reading in row.rows("interpretations", "an interpretation"):
        name, says = reading.required("name"), reading.required("says")
        when = condition_under(reading, "when")
        is_default = reading.flag("default")
        reading.finish()
        if when is not None:
            read.append(Interpretation(name=name, is_default=is_default, when=when, says=says))
    if read and sum(reading.is_default for reading in read) != 1:
        row.report.error(
            "no_default_interpretation",
            row.node_of("interpretations"),
            f"the rule `{row.text('id')}` has not exactly one default interpretation",
            "mark one with `default: yes`",
        )
    return sorted(read, key=lambda reading: not reading.is_default)


def _check_shape(rule: Rule, row: Entries) -> None:
    tested = any(row.has(key) for key in ("when", "judgment", "interpretations"))
    at = row.node_of("id") or row.node
    if rule.kind in {"category", "factor", "bar", "screen"} and not tested:
        row.report.error(
            "rule_tests_nothing",
            at,
            f"the rule `{rule.id}` is a {rule.kind} and tests nothing",
            "add `when:` or `judgment:`",
        )
    if rule.kind == "factor" and not rule.side:
        row.report.error(
            "factor_without_side",
            at,
            f"the factor `{rule.id}` has no side",
            f"add `side:` with one of {', '.join(SIDES)}",
        )
    if not rule.citation.pinpoint:
        row.report.error(
            "rule_without_citation",
            at,
            f"the rule `{rule.id}` cites nothing",
            "add `cite:` with the heading and paragraph it reads",
        )


def read_citation(row: Entries, instrument: Instrument) -> Citation:
    """Return the citation of a block: its pinpoint, how its text was read, the words it quotes."""
    quotes = []
    for quote in row.rows("quotes", "a quotation"):
        quotes.append(Quote(words=quote.required("words"), source=quote.required("source")))
        quote.finish()
        if quotes[-1].source not in instrument.sources:
            row.report.error(
                "unknown_source",
                quote.node_of("source"),
                f"`{quotes[-1].source}` is not among the pack's sources",
                nearest(quotes[-1].source, instrument.sources)
                or "add it under `sources:` in instrument.yaml",
            )
    return Citation(
        instrument=instrument.id,
        short=instrument.short,
        pinpoint=row.text("cite"),
        basis=row.word("basis", {word: word for word in BASES}, "recalled"),
        quotes=tuple(quotes),
        reviewed=row.text("reviewed", "nobody yet"),
    )
