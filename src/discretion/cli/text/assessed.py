"""An assessment for a reader: what governed, what was found and why, what is missing."""

from collections.abc import Iterator

from discretion import INTERNAL
from discretion import AssessedCase
from discretion import Assessment
from discretion import Finding
from discretion import Library
from discretion import SideBySide
from discretion import Truth
from discretion import assumed_answers
from discretion import long_date
from discretion.cli.text.difference import show_difference
from discretion.cli.text.findings import show_findings
from discretion.cli.text.governed import show_briefly
from discretion.cli.text.governed import show_today_briefly
from discretion.cli.text.layout import capital
from discretion.cli.text.layout import heading
from discretion.cli.text.layout import paragraph
from discretion.cli.text.layout import subheading
from discretion.cli.text.missing import show_duties
from discretion.cli.text.missing import show_judgments
from discretion.cli.text.missing import show_missing

BANNER = (
    "Assessment for a human decision. It decides nothing and recommends no arrest, detention or "
    "removal; it gives no score. It is not legal advice."
)
LOOK = (
    "The case is assessed as its file stands. What follows may be a mistake in the file, and the "
    "answer may then be wrong:"
)
MODES = {
    "audit": "audit (only what the decider had)",
    "request": "request (everything up to filing)",
    "review": "review (everything up to filing)",
}
NOT_READ = {
    "reported": "[reported] marks a text that was read only in somebody's report of it",
    "recalled": "[recalled] marks a text from memory, to be checked against the official one",
}

UNREVIEWED = "nobody yet"
"""What a pack writes where no named person has compared a text with the official one."""


def show_assessed(
    assessed: AssessedCase, library: Library, beside: SideBySide | None = None
) -> str:
    """Return an assessed case as text, with its instruments side by side where that was asked."""
    return "".join(_parts(assessed, library, beside)).lstrip("\n")


def _parts(assessed: AssessedCase, library: Library, beside: SideBySide | None) -> Iterator[str]:
    yield paragraph(BANNER)
    if assessed.audience == "internal":
        yield paragraph(INTERNAL)
    yield heading(assessed.case.name)
    day = long_date(assessed.question.on)
    yield paragraph(_described(assessed, library))
    yield paragraph(
        f"Policy as of {day}. Mode: {MODES[assessed.mode]}. Facts as known on "
        f"{long_date(assessed.facts_known_on)}, law as known on "
        f"{long_date(assessed.question.known_on)}."
    )
    if assessed.party:
        yield paragraph(f"Where accounts conflict, the {assessed.party}'s account is read alone.")
    yield from _assumption_sets(assessed)
    yield from _warnings(assessed)
    yield subheading(f"What governed on {day}")
    yield from show_briefly(assessed.governing, library)
    yield subheading(f"What governs today, {long_date(assessed.today_on)}")
    yield from show_today_briefly(assessed.today, library)
    yield from _threshold(assessed)
    if beside is not None:
        from discretion.cli.text.sides.side_by_side import show_side_by_side

        outward = assessed.audience == "outward"
        yield from show_side_by_side(beside, assessed.question, library, outward=outward)
    first: dict[str, Assessment] = {}
    for assessment in assessed.assessments:
        if assessment.instrument in first:
            yield from show_difference(first[assessment.instrument], assessment)
        else:
            first[assessment.instrument] = assessment
            yield from _assessment(assessment, assessed)


def _warnings(assessed: AssessedCase) -> Iterator[str]:
    """Yield what may be wrong with the file, where whoever reads the answer cannot miss it."""
    if not assessed.problems:
        return
    yield subheading("Look at the file")
    yield paragraph(LOOK)
    for each in assessed.problems:
        line = f", line {each.line}" if each.line else ""
        stop = "" if each.help.endswith("?") else "."
        remedy = f"{capital(each.help)}{stop}"
        yield paragraph(f"{each.file}{line}: {each.message} [{each.code}]. {remedy}", bullet="- ")


def _described(assessed: AssessedCase, library: Library) -> str:
    question, vocabulary = assessed.question, library.words.vocabulary
    words = ["Decision"]
    if question.decision:
        words.append(vocabulary.decisions[question.decision])
    words.append(f"on {long_date(question.on)}")
    if question.component:
        words.append(f"by {vocabulary.components[question.component]},")
    if question.place:
        words.append(f"in {question.place.name}")
    return f"{' '.join(words).rstrip(',')}."


def _threshold(assessed: AssessedCase) -> Iterator[str]:
    shown = [gate for gate in assessed.threshold if gate.state is not Truth.FALSE and gate.says]
    if not shown:
        return
    yield subheading("Before any rule")
    for gate in shown:
        mark = "Stop. " if gate.effect == "stop" and gate.state is Truth.TRUE else ""
        yield paragraph(f"{mark}{gate.says}", bullet="- ")


def _assessment(each: Assessment, assessed: AssessedCase) -> Iterator[str]:
    yield heading(_title(each))
    if each.ruleset is None:
        yield from _unguided(each, assessed)
        return
    if each.governs is Truth.FALSE:
        yield paragraph(
            "Assessed because you asked: this instrument did not govern the decision, and is no "
            "authority for it."
        )
    elif each.governs is Truth.UNKNOWN:
        yield paragraph(
            "It is not certain whether this instrument governed: this is what follows if it did."
        )
    yield from _parts_apart(each)
    yield from _closed(each)
    yield subheading("Outcome")
    yield from _outcome(each, outward=assessed.audience == "outward")
    yield from show_findings(each)
    if assessed.audience == "internal":
        yield from show_judgments(each)
        yield from show_missing(each)
    yield from show_duties(each)
    yield from _marks(each.findings)


def _parts_apart(each: Assessment) -> Iterator[str]:
    """Yield which parts of an instrument did not govern: what stands there is no authority."""
    if each.ruleset is None or not each.without_effect:
        return
    titles = each.ruleset.pack.instrument.parts
    for part in each.without_effect:
        yield paragraph(
            f"Its part {part} ({titles[part]}) did not govern on this day: what is found under it, "
            "and an outcome that rests on it, is no authority for this decision."
        )


def _assumption_sets(assessed: AssessedCase) -> Iterator[str]:
    """Yield the sets that were asked for, each with its sentence: the rest is read under them."""
    for each in assessed.assumptions:
        dated = f", {long_date(each.dated)}" if each.dated is not None else ""
        yield paragraph(f"Assumed for a study ({each.id}, by {each.by}{dated}): {each.says}")


def _closed(each: Assessment) -> Iterator[str]:
    """Yield what the sets closed of one matter, as answers that nobody gave."""
    if not each.assumptions:
        return
    yield subheading("What is assumed here, and is on no file")
    answers = list(assumed_answers(each))
    for question, answer, is_instead in answers:
        instead = " This stands instead of what the file says." if is_instead else ""
        yield paragraph(f"{question} Taken to be: {answer}.{instead}", bullet="- ")
    if not answers:
        yield paragraph("Nothing: what the assumptions would close is not open in this file.")


def _title(each: Assessment) -> str:
    if not each.interpretation:
        return f"Under: {each.title}"
    return f"Under: {each.title}. Reading: {each.interpretation.replace('_', ' ')}"


def _outcome(each: Assessment, *, outward: bool) -> Iterator[str]:
    if each.ruleset is None:
        return
    says = {row.token: row.says for row in each.ruleset.pack.outcomes}
    if each.outcome:
        told = says.get(each.outcome, "Open: no row of the outcome table is established.")
        yield paragraph(f"{told} ({each.outcome})")
        return
    if outward:
        yield paragraph("No outcome is stated on what may be disclosed.")
        return
    yield paragraph(f"Open: what is missing decides which of these {len(each.reachable)} it is.")
    for token in each.reachable:
        told = says.get(token, "No row of the outcome table is established.")
        now = " It holds on what is known so far." if token == each.established else ""
        yield paragraph(f"{told} ({token}){now}", bullet="- ")


def _unguided(each: Assessment, assessed: AssessedCase) -> Iterator[str]:
    governed = any(line.governs is Truth.TRUE for line in assessed.governing)
    guided = "to guide this decision" if governed else "to have governed"
    yield paragraph(
        f"No instrument described here is known {guided}. Officials then had their inherent "
        "discretion, case by case, without a written guide (unguided_discretion). An instrument "
        "that was not in force is no authority, and absence of a guide is no reason to act."
    )
    if assessed.assumptions:
        yield paragraph("Nothing is assumed here: what follows is on record.")
    yield subheading("On record")
    if not each.recorded:
        yield paragraph("No fact is on record.")
    for text in each.recorded:
        yield paragraph(f"{capital(text)}.", bullet="- ")


def _marks(findings: tuple[Finding, ...]) -> Iterator[str]:
    rules = [finding.rule for finding in findings]
    unreviewed = sum(rule.citation.reviewed == UNREVIEWED for rule in rules)
    yield subheading("How the text was read")
    if unreviewed:
        yield paragraph(
            f"Nobody has yet reviewed {unreviewed} of the {len(rules)} rules above against the "
            "official text, so they are unverified."
        )
    for basis, meaning in NOT_READ.items():
        if any(rule.citation.basis == basis for rule in rules):
            yield paragraph(f"{meaning}.", bullet="- ")
