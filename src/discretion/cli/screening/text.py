"""A screened matter for a reader: its state, each part, why, what is missing and what follows."""

from collections.abc import Iterator

from discretion import Finding
from discretion import Library
from discretion import MissingRow
from discretion import Screened
from discretion import ScreenedPart
from discretion import Truth
from discretion import contrast_of
from discretion import gathered_consequences
from discretion import gathered_findings
from discretion import long_date
from discretion import reasons_of
from discretion import says_of
from discretion import watermark_of
from discretion.cli.screening.days import show_last_days
from discretion.cli.screening.practice import IN_PRACTICE
from discretion.cli.screening.practice import PRACTICE
from discretion.cli.screening.practice import as_practised
from discretion.cli.text.assessed import BANNER
from discretion.cli.text.assessed import LOOK
from discretion.cli.text.assessed import NOT_READ
from discretion.cli.text.assessed import UNREVIEWED
from discretion.cli.text.governed import show_briefly
from discretion.cli.text.layout import capital
from discretion.cli.text.layout import heading
from discretion.cli.text.layout import paragraph
from discretion.cli.text.layout import subheading

NO_PERMISSION = "No state of this screen is a permission, and none orders anybody to act."
UNKNOWN = "This is so because something is unknown: what is missing stands below."
ELEMENT = "definition"
"""The kind of a rule that only other rules read."""
TITLES = {
    "Refer": ("referral",),
    "What follows": ("effect", "caution"),
    "Assessments still owed": ("owed",),
    "Papers that are missing": ("paper",),
    "Other ways, in no order, for counsel to look at": ("option",),
}
"""What the consequences of each kind stand under."""
UNNAMED = "an action of unknown kind"


def show_screened(screened: Screened, library: Library) -> str:
    """Return a screened matter as text."""
    return "".join(_parts(screened, library)).lstrip("\n")


def _parts(screened: Screened, library: Library) -> Iterator[str]:
    yield paragraph(BANNER)
    yield heading(screened.case.name)
    watermark = watermark_of(screened)
    if watermark:
        yield paragraph(f"{watermark.upper()}. Nobody applied them to it.")
    yield paragraph(
        f"{capital(screened.matter.title)} of {long_date(screened.case.decision.day)}, read by the "
        f"rules of {long_date(screened.question.on)}. Facts as known on "
        f"{long_date(screened.facts_known_on)}, law as known on "
        f"{long_date(screened.question.known_on)}."
    )
    for each in screened.assumptions:
        yield paragraph(f"Assumed for a study ({each.id}, by {each.by}): {each.says}")
    yield from _warnings(screened)
    yield from _state(screened)
    yield from _each_part(screened, library)
    yield from _readings(screened)
    yield from _law(screened, library)
    yield from _findings(screened, library)
    yield from _missing(screened)
    yield from _following(screened, library)
    yield from show_last_days(screened)
    yield from _marks(screened)


def _warnings(screened: Screened) -> Iterator[str]:
    if not screened.problems:
        return
    yield subheading("Look at the file")
    yield paragraph(LOOK)
    for each in screened.problems:
        line = f", line {each.line}" if each.line else ""
        remedy = f"{capital(each.help)}{'' if each.help.endswith('?') else '.'}"
        yield paragraph(f"{each.file}{line}: {each.message} [{each.code}]. {remedy}", bullet="- ")


def _state(screened: Screened) -> Iterator[str]:
    yield subheading("State")
    state = screened.verdict.state
    yield paragraph(f"{says_of(screened, state)} ({state})")
    if screened.verdict.because_unknown:
        yield paragraph(UNKNOWN)
    for row in screened.overrides:
        yield paragraph(
            f"Override of {row['gate']}, by {row['by']} ({row['role']}) on {row['on']}: "
            f"{row['reason']}"
        )
    yield paragraph(NO_PERMISSION)


def _each_part(screened: Screened, library: Library) -> Iterator[str]:
    if not screened.matter.items:
        return
    yield subheading(f"Each {screened.matter.item_title}")
    for part in screened.parts:
        unknown = " Because something is unknown." if part.verdict.because_unknown else ""
        state = part.verdict.state
        yield paragraph(
            f"{capital(_kind(part.kind, screened, library))}: {says_of(screened, state)} "
            f"({state}){unknown}",
            bullet="- ",
        )


def _kind(kind: str, screened: Screened, library: Library) -> str:
    """Return the plain words of a kind of part."""
    fact = library.dictionary.get(screened.matter.item_fact)
    words = fact.words if fact is not None else {}
    return words.get(kind, UNNAMED)


def _readings(screened: Screened) -> Iterator[str]:
    """Yield a line where two readings of a rule come to different states."""
    states = dict.fromkeys(each.state for each in screened.interpretations)
    if not screened.interpretations:
        return
    yield subheading("Readings")
    if len(states) == 1:
        names = " and ".join(_named(each.interpretation) for each in screened.interpretations)
        yield paragraph(f"The readings agree: {names}.", bullet="- ")
        return
    yield paragraph("The readings differ; the state above is that of the first.", bullet="- ")
    for each in screened.interpretations:
        told = f"{capital(_named(each.interpretation))}: {says_of(screened, each.state)}"
        yield paragraph(f"{told} ({each.state})", indent="    ", bullet="- ")


def _named(interpretation: str) -> str:
    return interpretation.replace("_", " ")


def _law(screened: Screened, library: Library) -> Iterator[str]:
    yield subheading("What it rests on")
    lines = screened.standings.lines
    if screened.pack.instrument.clock == PRACTICE:
        lines = as_practised(lines)
        yield paragraph(IN_PRACTICE)
    yield from show_briefly(lines, library)
    if screened.branches:
        yield paragraph("Where nobody knows whether an instrument was in force, both are read:")
    for each in screened.branches:
        title = library.instruments[each.instrument].short
        way = "in force" if each.governs else "not in force"
        yield paragraph(f"{title} {way}: {each.state}", indent="    ", bullet="- ")
    if screened.not_governed:
        yield paragraph(
            "Rules that did not count, as no instrument that they rest on governed: "
            f"{', '.join(screened.not_governed)}."
        )


def _findings(screened: Screened, library: Library) -> Iterator[str]:
    """Yield what was found to hold, with its reasons, then in short what is open or measured."""
    rows = [row for row in gathered_findings(screened) if row[0].rule.kind != ELEMENT]
    met = [row for row in rows if row[0].truth is Truth.TRUE]
    yield subheading("What was found")
    if not met:
        yield paragraph("None of the rules is met on what is known.", bullet="- ")
    for finding, part, kinds in met:
        yield paragraph(f"{_cited(finding)}{_for(kinds, screened, library)}", bullet="- ")
        for says, known in reasons_of(part.assessment, finding):
            if known:
                yield paragraph(f"{says} [{known}]", indent="    ", bullet="- ")
    still = [row for row in rows if row[0].truth is Truth.UNKNOWN]
    measured = [row for row in rows if row[0].truth is Truth.FALSE and row[0].measure]
    for lead, listed in (("Open:", still), ("Not so, and still measured:", measured)):
        if listed:
            yield paragraph(lead, bullet="- ")
        for finding, _, kinds in listed:
            told = f"“{finding.says}” ({finding.rule.id}){_measure(finding)}"
            yield paragraph(f"{told}{_for(kinds, screened, library)}", indent="    ", bullet="- ")


def _cited(finding: Finding) -> str:
    basis = finding.rule.citation.basis
    mark = "" if basis == "read" else f" [{basis}]"
    told = f"{finding.rule.id}: {finding.says}{_measure(finding)}"
    return f"{told} ({finding.rule.citation.pinpoint}{mark})"


def _measure(finding: Finding) -> str:
    """Return the measure of a finding, which is told whatever the finding comes to."""
    return f" Measure: {finding.measure}." if finding.measure else ""


def _for(kinds: tuple[str, ...], screened: Screened, library: Library) -> str:
    """Return for which parts something holds, where it does not for all of them."""
    if len(kinds) == len(screened.parts):
        return ""
    named = dict.fromkeys(_kind(kind, screened, library) for kind in kinds)
    return f" Here: {'; '.join(named)}."


def _missing(screened: Screened) -> Iterator[str]:
    yield subheading("What is missing, and what it could change")
    rows: dict[str, tuple[MissingRow, ScreenedPart]] = {}
    for part in screened.parts:
        for row in part.assessment.missing:
            kept = rows.get(row.fact)
            if kept is None or (row.could_change_outcome and not kept[0].could_change_outcome):
                rows[row.fact] = (row, part)
    if not rows:
        yield paragraph("Nothing that is missing could change a finding.")
    for lead, changes in (("Could change the state:", True), ("Could change a finding:", False)):
        listed = [row for row in rows.values() if row[0].could_change_outcome is changes]
        if listed:
            yield paragraph(lead)
        for row, part in listed:
            yield paragraph(f"{row.question}{_example(row, part)}", bullet="- ")


def _example(row: MissingRow, part: ScreenedPart) -> str:
    """Return what two answers would lead to, where they lead to two states."""
    contrast = contrast_of(row, part.assessment.view)
    if contrast is None or not row.could_change_outcome:
        return ""
    return (
        f" [For example “{contrast.answer}” gives {contrast.gives}, “{contrast.otherwise}” gives "
        f"{contrast.otherwise_gives}.]"
    )


def _following(screened: Screened, library: Library) -> Iterator[str]:
    following = gathered_consequences(screened)
    for title, wanted in TITLES.items():
        listed = [row for row in following if row[0].kind in wanted]
        if listed:
            yield subheading(title)
        for each, kinds in listed:
            told = f"{each.says} ({each.token}){_for(kinds, screened, library)}"
            yield paragraph(told, bullet="- ")


def _marks(screened: Screened) -> Iterator[str]:
    rules = [finding.rule for finding, _, _ in gathered_findings(screened)]
    citations = {rule.id: rule.citation for rule in rules}.values()
    unreviewed = sum(each.reviewed == UNREVIEWED for each in citations)
    yield subheading("How the text was read")
    if unreviewed:
        yield paragraph(
            f"Nobody has yet reviewed {unreviewed} of the {len(citations)} rules of this screen "
            "against the official texts, so they are unverified."
        )
    for basis, meaning in NOT_READ.items():
        if any(each.basis == basis for each in citations):
            yield paragraph(f"{meaning}.", bullet="- ")
