"""Reading the papers of a matter: what each is, its days, and who may see it."""

from collections.abc import Iterator
from collections.abc import Mapping as Table

from discretion.entries import Entries
from discretion.errors import nearest
from discretion.facts.account_reader import read_disclosure
from discretion.facts.casefile import Account
from discretion.facts.casefile import Evidence
from discretion.facts.casefile import Period
from discretion.facts.values_read import period_of
from discretion.source import Listing
from discretion.source import Report
from discretion.source import Scalar
from discretion.truth import Truth
from discretion.truth import truth_of


def read_evidence(entries: Entries, report: Report) -> Iterator[Evidence]:
    """Yield the papers of a matter, with every problem in the report."""
    seen: set[str] = set()
    for row in entries.rows("evidence", "a paper"):
        name = row.required("id")
        if name in seen:
            report.error(
                "duplicate_evidence",
                row.node_of("id"),
                f"two papers are called `{name}`",
                "give each its own `id`, so that a claim rests on the one that is meant",
            )
        seen.add(name)
        yield Evidence(
            name=name,
            kind=row.text("kind"),
            title=row.text("title"),
            issuer=row.text("issuer"),
            made_on=row.day("made_on"),
            received_on=row.day("received_on"),
            expires_on=row.day("expires_on"),
            covers=tuple(_periods(row)),
            pages=row.text("pages"),
            certified=_flag(row, "certified"),
            language=row.text("language"),
            translated=_flag(row, "translated"),
            signed=_flag(row, "signed"),
            in_record=_flag(row, "in_record"),
            redacted=_flag(row, "redacted"),
            tab=row.text("tab"),
            file=row.text("file"),
            disclosure=read_disclosure(row, "internal"),
        )
        row.finish()


def check_evidence(
    entries: Entries, facts: Table[str, Account], papers: Table[str, Evidence], report: Report
) -> None:
    """Tell of every claim that rests on a paper which the matter does not list."""
    written = {name.text: name for name, _ in entries.pairs("facts")}
    for fact, account in facts.items():
        named = {paper for claim in account.claims for paper in claim.evidence}
        for paper in sorted(named - papers.keys()):
            report.warning(
                "unknown_evidence",
                written[fact],
                f"a claim of `{fact}` rests on `{paper}`, which `evidence` does not list",
                nearest(paper, papers) or "list the paper under `evidence:` with its dates",
            )


def _flag(row: Entries, key: str) -> Truth:
    """Return whether a file says something of a paper, unknown where it says nothing."""
    return truth_of(holds=row.flag(key)) if row.has(key) else Truth.UNKNOWN


def _periods(row: Entries) -> Iterator[Period]:
    """Yield the stretches of days of which a paper shows something."""
    node = row.node_of("covers")
    for item in node.items if isinstance(node, Listing) else (node,) if node else ():
        text = item.text if isinstance(item, Scalar) else ""
        found = period_of(text)
        if found is None:
            row.report.error(
                "impossible_date",
                item,
                f"`{text}` is no period of the calendar",
                "write months as 2014-01..2014-12, days as 2014-01-15..2014-02-14, or one day",
            )
        elif found[1] < found[0]:
            message = f"`{text}` ends before it begins"
            row.report.error("reversed", item, message, "swap the two ends")
        else:
            yield Period(first=found[0], last=found[1])
