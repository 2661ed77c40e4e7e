"""What changed between two versions of a pack, for a reader: what it means, then each change."""

from collections.abc import Iterable
from collections.abc import Iterator
from datetime import date

from discretion import difference_in_words
from discretion import long_date
from discretion import question_of_fact
from discretion import readers_of_fact
from discretion import stood_in_words
from discretion.cli.policy_diff.aspects import aspect_in_words
from discretion.cli.text.layout import capital
from discretion.cli.text.layout import counted
from discretion.cli.text.layout import heading
from discretion.cli.text.layout import paragraph
from discretion.cli.text.layout import subheading
from discretion.compare import Change
from discretion.compare import ChangeKind
from discretion.compare import PackChange
from discretion.compare import PackVersion
from discretion.compare import Stood

TITLES = {
    "instrument": "The instrument",
    "provisions": "Provisions",
    "rules": "Rules",
    "facts": "Facts that the pack reads",
    "judgments": "Judgments, which only a person may make",
    "outcomes": "Outcomes",
    "consequences": "What follows besides a state",
    "sentences": "What the pack claims of itself",
    "unclaimed": "What the pack does not claim of itself",
    "assumption_sets": "Assumption sets",
    "omissions": "What the pack leaves out",
    "cases": "Cases",
    "observed_decisions": "Observed decisions",
    "events": "History",
}
WHOLE = {"instrument": "the instrument", "outcomes": "the table"}
"""What an item without a name of its own is called."""
WHOLE_STANDS = (
    "Where nothing is said of a part any longer, what is said of the whole instrument stands."
)
ONE_SIDED = {ChangeKind.ADDED, ChangeKind.REMOVED}
SAME = "Both versions hold the same: nothing of texts, rules, cases or history differs."
ASIDE = (
    "The files differ only in what stands in no provision, rule or case, such as layout, notes for "
    "the reader and CHANGES.md."
)
SAME_MEANING = (
    "The meaning is the same: what differs is prose or cases, and no condition, outcome, judgment "
    "or event."
)
OTHER_MEANING = "The pack means something else now. What has changed its meaning:"
RULES = "What its rules test, what its judgments rest on, or what its outcomes are"
REST = (
    "What the instrument reaches, its history, its assumption sets, or what rules have beside "
    "their truth, such as a topic, a side or a day"
)


def show_change(change: PackChange, today: date) -> str:
    """Return what changed between two versions of a pack."""
    return "".join(_parts(change, today)).lstrip("\n")


def _parts(change: PackChange, today: date) -> Iterator[str]:
    yield heading(f"{change.new.pack.instrument.title}: what changed")
    yield from _version("Old", change.old)
    yield from _version("New", change.new)
    yield from _meaning(change)
    for section, title in TITLES.items():
        listed = change.sections[section]
        if listed:
            yield subheading(title)
        for each in listed:
            told = _fact(change, each) if section == "facts" else _change(change, section, each)
            yield from told
    yield from _governing(change, today)
    yield from _still_to_do(change)


def _version(name: str, version: PackVersion) -> Iterator[str]:
    told = f", whose changes end with “{version.changes.version}”" * bool(version.changes.version)
    yield paragraph(f"{name}: {version.pack.shown}{told}")
    yield paragraph(version.pack.instrument.digest, indent="    ")


def _meaning(change: PackChange) -> Iterator[str]:
    """Yield whether the pack means something else now, and which half of its meaning changed."""
    old, new = change.old, change.new
    if change.is_of_meaning:
        yield paragraph(OTHER_MEANING)
        if new.meaning.rules != old.meaning.rules:
            yield paragraph(f"{RULES}.", bullet="- ")
        if new.meaning.rest != old.meaning.rest:
            yield paragraph(f"{REST}.", bullet="- ")
    elif not change.is_empty:
        yield paragraph(SAME_MEANING)
    else:
        is_same = new.pack.instrument.digest == old.pack.instrument.digest
        yield paragraph(SAME if is_same else ASIDE)


def _fact(change: PackChange, each: Change) -> Iterator[str]:
    is_new = each.kind is ChangeKind.ADDED
    yield paragraph(f"{each.key}: {'read now' if is_new else 'no longer read'}", bullet="- ")
    yield paragraph(f"It asks: {question_of_fact(change, each.key)}", indent="    ")
    readers = ", ".join(readers_of_fact(each))
    yield paragraph(f"{'Read' if is_new else 'Was read'} by: {readers}", indent="    ")


def _change(change: PackChange, section: str, each: Change) -> Iterator[str]:
    named = each.key or WHOLE[section]
    yield paragraph(f"{named}: {each.kind.value}", bullet="- ")
    for difference in each.differences:
        found = difference_in_words(change, section, each.key, difference)
        label = aspect_in_words(found.aspect)
        before = (found.before, found.before_in_words)
        after = (found.after, found.after_in_words)
        if each.kind in ONE_SIDED:
            yield from _said(label, *(before if each.kind is ChangeKind.REMOVED else after))
        else:
            yield from _said(f"{label}, before", *before)
            yield from _said(f"{label}, now", *after)


def _said(label: str, text: str, in_words: str) -> Iterator[str]:
    yield paragraph(f"{capital(label)}: {in_words or text or 'nothing'}", indent="    ")
    if in_words:
        yield paragraph(f"written as: {text}", indent="        ")


def _governing(change: PackChange, today: date) -> Iterator[str]:
    if not (change.no_longer or change.now):
        return
    yield subheading("What that changes of what governed")
    yield paragraph(f"Days up to {long_date(today)}, as known on that day. {WHOLE_STANDS}")
    yield from _days("No longer said", change.no_longer)
    yield from _days("Said now", change.now)


def _days(lead: str, listed: Iterable[Stood]) -> Iterator[str]:
    for stood in listed:
        until = "" if stood.last == stood.first else f" to {long_date(stood.last)}"
        part = f", part {stood.line.part}" if stood.line.part else ""
        yield paragraph(
            f"{lead}: {long_date(stood.first)}{until} ({', '.join(stood.components)}{part}): "
            f"{stood_in_words(stood)}",
            bullet="- ",
        )


def _still_to_do(change: PackChange) -> Iterator[str]:
    """Yield what a pack whose meaning changed still lacks, as `policy check` would say it."""
    steps = list(_steps(change))
    if not steps:
        return
    yield subheading("Still to do in the new pack")
    yield paragraph(f"{counted(len(steps), 'step')}, then run `discretion policy check`.")
    for step in steps:
        yield paragraph(step, bullet="- ")
    if not (change.new.is_marked or change.is_untested):
        yield f"\n    {change.new.meaning}\n"


def _steps(change: PackChange) -> Iterator[str]:
    if not change.keeps_marks:
        yield (
            "A line of the old CHANGES.md that says for which meaning it stands is gone: put it "
            "back where it stood, so that each change keeps its own."
        )
    if not (change.is_of_meaning or change.new.is_outdated):
        return
    if change.is_untested:
        yield "Add a case that failed before the change: the rules changed, and no case did."
    if change.new.is_marked:
        return
    if change.new.is_outdated:
        yield "Put this line in the place of the last one of CHANGES.md that begins as it does:"
        return
    if not change.new.changes.is_told:
        yield "Say at the end of CHANGES.md what changed and why, in a line that begins with `- `."
    if change.is_untested:
        yield "Compare again for the line to end CHANGES.md with."
    else:
        yield "End CHANGES.md with this line:"
