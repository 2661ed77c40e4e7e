"""Every shipped condition in plain English, one page to an instrument, to be read like prose.

Run this file to write the pages anew, and read the difference as a lawyer would.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from discretion.answers.readout import readout
from discretion.answers.readout import readout_of_duty
from discretion.answers.readout import readout_of_measure
from discretion.answers.readout import readout_of_term
from discretion.assess.wording.english import english_for
from discretion.rules.english import English
from discretion.rules.library import Library
from discretion.rules.library import read_library
from discretion.rules.rule import Pack
from discretion.rules.rule import Rule

PAGES = Path(__file__).parent / "readouts"
SIDES = {
    "aggravating": "aggravating factor",
    "mitigating": "mitigating factor",
    "either": "factor that may count either way",
    "context": "factor that gives context",
}
FACTS = "facts"
"""The page of what follows from other facts."""


@cache
def library() -> Library:
    """Return the bundled library, read once."""
    return read_library()


def pages() -> dict[str, str]:
    """Return the text of every page by its name."""
    found = {name: "\n".join(page_of(pack)) for name, pack in library().packs.items()}
    found[FACTS] = "\n".join(page_of_facts())
    return {name: f"{text}\n" for name, text in found.items()}


def page_of(pack: Pack) -> Iterator[str]:
    """Yield the lines of an instrument's page."""
    english = english_for(pack, library())
    yield f"# {pack.instrument.title}"
    for rule in pack.rules.values():
        yield from ("", f"## {rule.citation.pinpoint}: {kind_of(rule)}", "", rule.says)
        yield from points_of(pack, rule)
    yield from ("", "# What only an official may settle")
    for judgment in pack.judgments.values():
        yield from ("", f"## {judgment.question}", "", judgment.says)
        if judgment.rests_on is not None:
            yield from ("", f"- Reached when {english.condition(judgment.rests_on)}.")
    yield from ("", "# The outcomes, of which the first that is met counts")
    for row in pack.outcomes:
        yield from ("", f"## {row.says}", "", f"- Met when {english.condition(row.when)}.")


def kind_of(rule: Rule) -> str:
    """Return the kind of a rule, with its side where it has one."""
    return SIDES.get(rule.side, rule.kind)


def points_of(pack: Pack, rule: Rule) -> Iterator[str]:
    """Yield what a rule tests, what discharges it, which days it sets and what it shows."""
    points = [f"Met when {text}." for text in readout(pack, rule, library())]
    discharged, due = readout_of_duty(pack, rule, library())
    shown = readout_of_measure(pack, rule, library())
    if discharged:
        points.append(f"Discharged when {discharged}.")
    if due:
        points.append(f"Due {due}.")
    until = readout_of_term(pack, rule, library())
    if until:
        points.append(f"Runs out {until}.")
    if shown:
        points.append(f"Shows {shown}.")
    if points:
        yield ""
    yield from (f"- {point}" for point in points)


def page_of_facts() -> Iterator[str]:
    """Yield the lines of the page of facts that follow from others, and apply under conditions."""
    matter = next(iter(library().words.matters.values()))
    english = English(
        dictionary=library().dictionary, rules={}, judgments={}, date_fact=matter.date_fact
    )
    derivations = library().derivations
    yield "# What follows from other facts"
    for name, fact in library().dictionary.facts.items():
        source, guard = derivations.derivable.get(name), derivations.guards.get(name)
        points = []
        if source is not None and source.yes_when is not None:
            points.append(f"Yes when {english.condition(source.yes_when)}.")
        if source is not None and source.no_when is not None:
            points.append(f"No when {english.condition(source.no_when)}.")
        if guard is not None:
            points.append(f"Applies only when {english.condition(guard)}.")
        if points:
            yield from ("", f"## {fact.phrase[:1].upper()}{fact.phrase[1:]}", "")
            yield from (f"- {point}" for point in points)
    for matter in library().words.matters.values():
        yield from ("", f"# What stands before every rule in {matter.title}")
        for gate, condition in zip(matter.gates, library().gates[matter.name], strict=True):
            yield from ("", f"## {gate.says}", "", f"- Met when {english.condition(condition)}.")


def renew() -> None:
    """Write every page anew, and take away those of instruments that are gone."""
    PAGES.mkdir(exist_ok=True)
    for path in PAGES.glob("*.md"):
        path.unlink()
    for name, text in pages().items():
        (PAGES / f"{name}.md").write_text(text, "utf-8")


if __name__ == "__main__":
    renew()
