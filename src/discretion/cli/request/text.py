"""A checked request for a reader: what stops it, what may be said and shown, what is missing."""

from collections.abc import Iterator

from discretion import NOTHING_WRITTEN
from discretion import Library
from discretion import long_date
from discretion.answers.wording import INTERNAL_MARK
from discretion.cli.request.evidence import show_evidence
from discretion.cli.request.papers import show_papers
from discretion.cli.text.findings import STATES as STATES_OF_FINDINGS
from discretion.cli.text.findings import cited
from discretion.cli.text.layout import counted
from discretion.cli.text.layout import heading
from discretion.cli.text.layout import paragraph
from discretion.cli.text.layout import subheading
from discretion.request import DISCLOSURES
from discretion.request import GATE_STATES
from discretion.request import SAYINGS
from discretion.request import SILENT
from discretion.request import CheckedRequest
from discretion.request import FactWay
from discretion.request import Ground
from discretion.request import Way
from discretion.request import gate_in_words


def show_request(checked: CheckedRequest, library: Library) -> str:
    """Return what keeps a request from being filed, and what to look at first."""
    return "".join(_parts(checked, library)).lstrip("\n")


def _parts(checked: CheckedRequest, library: Library) -> Iterator[str]:
    yield heading(f"Before a request is filed: {checked.case.name}")
    yield paragraph(NOTHING_WRITTEN)
    yield paragraph(INTERNAL_MARK)
    day = long_date(checked.filing_on)
    recorded = checked.case.filing_date is not None
    told = "the filing date of the file" if recorded else "today, as the file has no filing date"
    yield paragraph(f"Read on {day}, {told}, and not on the day of the decision.")
    yield subheading("What stops it")
    order = list(GATE_STATES)
    for gate in sorted(checked.gates, key=lambda each: order.index(each.state)):
        yield paragraph(gate_in_words(gate), bullet="- ")
    yield from _grounds(checked)
    yield from _disclosure(checked, library)
    yield from show_evidence(checked)
    yield from show_papers(checked)
    yield from _missing(checked)


def _grounds(checked: CheckedRequest) -> Iterator[str]:
    yield subheading("What may be said")
    if checked.is_history:
        yield paragraph(
            "No policy guides such a decision on that day, so a request argues from the facts on "
            "record and from inherent discretion. What an older policy said is history."
        )
    for saying, lead in SAYINGS.items():
        found = [each for each in checked.grounds if each.saying is saying]
        if found:
            yield paragraph(lead)
            for ground in found:
                yield paragraph(_ground(ground, checked), bullet="- ")
    if not checked.grounds:
        yield paragraph("Nothing that a policy looks at is established.")


def _ground(ground: Ground, checked: CheckedRequest) -> str:
    policy = next(each for each in checked.policies if each.instrument == ground.instrument)
    return f"{STATES_OF_FINDINGS[ground.finding.truth]}: {cited(ground.finding, policy)}"


def _disclosure(checked: CheckedRequest, library: Library) -> Iterator[str]:
    yield subheading("What may go out")
    if not any(each.way is Way.GOES_OUT for each in checked.facts):
        yield paragraph(
            "No fact of the file may go out: write `disclosure: may_disclose` at each that may."
        )
    for way, lead in DISCLOSURES.items():
        found = [each for each in checked.facts if each.way is way]
        if found:
            yield paragraph(f"{lead}: {counted(len(found), 'fact')}.")
            for each in found:
                yield paragraph(_fact(each, library), bullet="- ")
    yield paragraph(SILENT)


def _fact(each: FactWay, library: Library) -> str:
    """Return the question that a fact answers, and never its value."""
    fact = library.dictionary.facts[each.fact]
    record, _, name = each.name.partition(".")
    field = fact.fields[name].question if name else fact.question
    where = f" ({record[len(each.fact) :].strip('[]')}. {fact.item})" if name else ""
    is_bare = each.way is Way.GOES_OUT and each.papers and not each.papers_out
    return f"{field}{where}{' All of its papers stay inside.' if is_bare else ''}"


def _missing(checked: CheckedRequest) -> Iterator[str]:
    yield subheading("What could still change")
    rows = {row.question: row for each in checked.policies for row in each.missing}
    decisive = [row for row in rows.values() if row.could_change_outcome]
    if decisive:
        yield paragraph("These questions are open, and each could change an outcome:")
        for row in decisive:
            yield paragraph(row.question, bullet="- ")
    others = counted(len(rows) - len(decisive), "further open question")
    yield paragraph(
        f"There are {others} that could change a finding or inform a judgment; `discretion assess` "
        "lists them."
        if len(rows) > len(decisive)
        else "Nothing else that is missing could change a finding."
    )
