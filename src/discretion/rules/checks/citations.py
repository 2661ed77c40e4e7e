"""Citations: everything says what it reads and how it was read, and every source has a key."""

from collections.abc import Iterator

from discretion.errors import nearest
from discretion.law.citation import Citation
from discretion.rules.condition import judgments_in
from discretion.rules.packs.places import Places
from discretion.rules.packs.places import Site
from discretion.rules.rule import Pack
from discretion.rules.rule import Rule

RECALLED = "recalled"
"""The basis of a text that nobody had before them."""


def check_citations(pack: Pack, places: Places) -> None:
    """Report whatever cites nothing, or a source or a part that the instrument does not have."""
    for site in (*places.rules.values(), *places.provisions, *places.rows("judgments")):
        if not site.has("basis"):
            name = site.text("id") or site.text("cite")
            site.error(
                "no_basis",
                name,
                f"`{name}` does not say how its text was read",
                "add `basis: read`, `basis: reported` or `basis: recalled`",
            )
        _check_part(pack, site)
    for site in (*places.provisions, *places.rows("events")):
        _check_source(pack, site)
    for rule in pack.rules.values():
        _check_quotes(rule.citation, f"the rule `{rule.id}`", places.rule(rule.id))
    for judgment in pack.judgments.values():
        site = places.row("judgments", "id", judgment.id)
        _check_quotes(judgment.citation, f"the judgment `{judgment.id}`", site)
        if not judgment.citation.pinpoint:
            site.error(
                "judgment_without_citation",
                judgment.id,
                f"the judgment `{judgment.id}` cites nothing",
                "add `cite:` with the heading and paragraph that leaves it open",
            )


def _check_part(pack: Pack, site: Site) -> None:
    part = site.text("part")
    if part and part not in pack.instrument.parts:
        hint = nearest(part, pack.instrument.parts) or "list it under `parts:` in instrument.yaml"
        site.under("part").error("unknown_part", part, f"no part is called `{part}`", hint)


def _check_source(pack: Pack, site: Site) -> None:
    source = site.text("source")
    if not source:
        name = site.text("id") or site.text("cite")
        site.error(
            "no_source",
            name,
            f"`{name}` names no source",
            "add `source:` with a key of `sources:`",
        )
    elif source not in pack.instrument.sources:
        hint = nearest(source, pack.instrument.sources) or "add it under `sources:`"
        message = f"`{source}` is not among the pack's sources"
        site.under("source").error("unknown_source", source, message, hint)


def _check_quotes(citation: Citation, what: str, site: Site) -> None:
    if citation.quotes and citation.basis == RECALLED:
        site.under("quotes").error(
            "recalled_quote",
            "",
            f"{what} quotes words of a text that is only recalled",
            "leave the quotation out, or say how the text was read",
        )


def check_judgments(pack: Pack, places: Places) -> None:
    """Report judgments that a rule names and nobody declares, or that nothing uses."""
    used: set[str] = set()
    for rule in pack.rules.values():
        used.update(_judgments_of(rule))
        if rule.judgment and rule.judgment not in pack.judgments:
            places.rule(rule.id).under("judgment").error(
                "unknown_judgment",
                rule.judgment,
                f"no judgment is called `{rule.judgment}`",
                nearest(rule.judgment, pack.judgments) or "declare it under `judgments:`",
            )
    others = [row.when for row in pack.outcomes]
    others.extend(each.rests_on for each in pack.judgments.values() if each.rests_on is not None)
    for condition in others:
        used.update(judgments_in(condition))
    for name in pack.judgments:
        if name not in used:
            places.row("judgments", "id", name).error(
                "unused_judgment",
                name,
                f"nothing uses the judgment `{name}`",
                "use it in a rule or an outcome, or take it out",
            )


def _judgments_of(rule: Rule) -> Iterator[str]:
    yield rule.judgment
    tests = [rule.when, *(reading.when for reading in rule.interpretations)]
    if rule.duty is not None:
        tests.append(rule.duty.discharged_when)
    for test in tests:
        if test is not None:
            yield from judgments_in(test)
