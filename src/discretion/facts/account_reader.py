"""Reading what a file says of one fact or list: short form, long form, unknown, not applicable."""

from datetime import date
from types import MappingProxyType

from discretion.entries import LIKE_A_LIST
from discretion.entries import Entries
from discretion.errors import nearest
from discretion.facts.casefile import Account
from discretion.facts.casefile import Claim
from discretion.facts.casefile import RecordList
from discretion.facts.dictionary import FactType
from discretion.facts.protected import Refusals
from discretion.facts.values import Spans
from discretion.facts.values import union
from discretion.facts.values_read import read_values
from discretion.frozen import replace
from discretion.source import Listing
from discretion.source import Mapping
from discretion.source import Node
from discretion.source import Report
from discretion.source import Scalar
from discretion.truth import Truth

REASONS = {
    word: word for word in ("not_asked", "client_unsure", "withheld", "redacted", "conflicting")
}
PARTIES = {word: word for word in ("client", "agency", "third_party", "court")}
DISCLOSURES = {word: word for word in ("internal", "may_disclose", "disclosed", "protected")}
AS_ITS_LIST = "as_its_list"
"""The disclosure of a field that says nothing of its own."""
LIST_KEYS = frozenset(("complete", "records", "unknown", "disclosure"))
"""The keys of the long form of a list; a mapping without any of them is one record."""
COMPLETE = {
    "yes": Truth.TRUE,
    "true": Truth.TRUE,
    "no": Truth.FALSE,
    "false": Truth.FALSE,
    "unknown": Truth.UNKNOWN,
}


def read_account(
    fact: FactType, node: Node, day: date, report: Report, unstated: str = ""
) -> Account:
    """Return all that a file says of one fact; what cannot be read is reported and unknown.

    Args:
        fact: the fact, or the field of a list.
        node: what stands under its name.
        day: the day of the decision.
        report: where problems go.
        unstated: who may see it where the file does not say, empty for what the dictionary says.

    """
    seen_by = unstated or fact.disclosure
    if isinstance(node, Scalar):
        if node.text == "unknown" and "unknown" not in fact.words:
            return Account(reason="not_asked", disclosure=seen_by, line=node.line)
        if node.text == "not_applicable":
            if not fact.guard:
                report.error(
                    "always_applies",
                    node,
                    f"`{fact.name}` always applies",
                    "write `unknown` if it is not known",
                )
            return Account(applies=False, disclosure=seen_by, line=node.line)
    if isinstance(node, Mapping) and node.get("claims") is not None:
        return _long_form(fact, node, day, report, seen_by)
    if isinstance(node, Mapping) and node.get("unknown") is not None:
        return _unknown(fact, node, report, seen_by)
    claim = _claim(fact, node, day, report, Claim)
    if claim is None:
        return Account(reason="not_asked", disclosure=seen_by, line=node.line)
    return Account(claims=(claim,), disclosure=seen_by, line=node.line)


def _unknown(fact: FactType, node: Mapping, report: Report, unstated: str) -> Account:
    entries = Entries(node, report, f"`{fact.name}`")
    reason = entries.word("unknown", REASONS, "not_asked")
    disclosure = read_disclosure(entries, unstated)
    entries.finish()
    return Account(reason=reason, disclosure=disclosure, line=node.line)


def _long_form(fact: FactType, node: Mapping, day: date, report: Report, unstated: str) -> Account:
    entries = Entries(node, report, f"`{fact.name}`")
    claims = []
    for row in entries.rows("claims", "a claim"):
        read = read_claim(fact, row, day)
        if read is not None:
            claims.append(read)
        row.finish()
    disclosure = read_disclosure(entries, unstated)
    entries.finish()
    return Account(
        claims=tuple(claims),
        reason="" if claims else "not_asked",
        disclosure=disclosure,
        line=node.line,
    )


def read_claim(fact: FactType, row: Entries, day: date) -> Claim | None:
    """Return one claim of the long form, or None when its value cannot be read."""
    value = row.node_of("value")
    said_by = row.word("by", PARTIES, "")
    said_on = row.day("on")
    papers = row.texts("evidence")
    if value is None:
        row.report.error("key_missing", row.node, "a claim has no `value`", "add `value:`")
        return None
    plain = _claim(fact, value, day, row.report, Claim)
    if plain is None:
        return None
    return Claim(values=plain.values, by=said_by, on=said_on, evidence=papers, author=plain.author)


def _claim(
    fact: FactType, node: Node, day: date, report: Report, make: type[Claim]
) -> Claim | None:
    if not fact.authored:
        values = read_values(fact, node, day, report)
        return None if values is None else make(values=values)
    if not isinstance(node, Mapping):
        report.error(
            "conclusion_without_author",
            node,
            f"`{fact.name}` is a legal conclusion, and nobody is named who drew it",
            "write {answer: yes, by: NAME AND ROLE}",
        )
        return None
    entries = Entries(node, report, f"`{fact.name}`")
    answer, author = entries.node_of("answer"), entries.required("by")
    entries.finish()
    values = read_values(fact, answer, day, report) if answer is not None else None
    return None if values is None or not author else make(values=values, author=author)


def read_disclosure(entries: Entries, default: str) -> str:
    """Return who may see something; the form `{to: .., on: ..}` reads as disclosed."""
    found = entries.node_of("disclosure")
    if isinstance(found, Mapping):
        inner = Entries(found.get("disclosed") or found, entries.report, "a disclosure")
        inner.required("to")
        inner.day("on")
        inner.finish()
        return "disclosed"
    return entries.word("disclosure", DISCLOSURES, default)


def read_list(
    fact: FactType, node: Node, day: date, report: Report, refusals: Refusals
) -> RecordList:
    """Return the records of a list and whether they are all.

    `none` is empty and complete; a bare list of tokens is complete as written; a bare list of
    records, one record by itself, and everything else, is complete only where the file says so.
    """
    if isinstance(node, Scalar):
        if node.text == "none":
            return RecordList(complete=Truth.TRUE)
        if node.text == "unknown":
            return RecordList()
        node = Listing((node,), node.line, node.column)
    if isinstance(node, Mapping) and node.entries and LIST_KEYS.isdisjoint(node.keys()):
        node = Listing((node,), node.line, node.column)
    if isinstance(node, Listing):
        tokens = all(isinstance(item, Scalar) for item in node.items)
        return RecordList(
            records=_records(fact, node, day, report, refusals),
            complete=Truth.TRUE if tokens else Truth.UNKNOWN,
        )
    entries = Entries(node, report, f"the list `{fact.name}`")
    reason = entries.word("unknown", REASONS, "")
    records = entries.node_of("records")
    if records is not None and not isinstance(records, Listing):
        report.error("not_a_list", records, f"the records of `{fact.name}` are a list", LIKE_A_LIST)
        records = None
    complete = entries.word("complete", COMPLETE, Truth.UNKNOWN)
    disclosure = read_disclosure(entries, fact.disclosure)
    entries.finish()
    return RecordList(
        records=_records(fact, records, day, report, refusals) if records else (),
        complete=complete,
        disclosure=disclosure,
        reason=reason,
    )


def _records(
    fact: FactType, listing: Listing, day: date, report: Report, refusals: Refusals
) -> tuple[MappingProxyType[str, Account], ...]:
    return tuple(_record(fact, item, day, report, refusals) for item in listing.items)


def _record(
    fact: FactType, node: Node, day: date, report: Report, refusals: Refusals
) -> MappingProxyType[str, Account]:
    bare = fact.bare or ("kind" if tuple(fact.fields) == ("kind",) else "")
    if isinstance(node, Scalar) and bare:
        return MappingProxyType({bare: read_account(fact.fields[bare], node, day, report)})
    if not isinstance(node, Mapping):
        report.error(
            "not_a_mapping",
            node,
            f"a record of `{fact.name}` is written as keys and values",
            f"write {{{next(iter(fact.fields))}: ..}}; fields: {', '.join(fact.fields)}",
        )
        return MappingProxyType({})
    record: dict[str, Account] = {}
    for name, value in node.entries:
        field = fact.fields.get(name.text)
        if field is not None:
            unstated = "" if field.disclosure == "protected" else AS_ITS_LIST
            record[name.text] = read_account(field, value, day, report, unstated)
        elif not refusals.refuse(name, report):
            known = ", ".join(fact.fields)
            report.error(
                "unknown_field",
                name,
                f"{fact.one} has no field `{name.text}`",
                nearest(name.text, fact.fields) or f"fields: {known}",
            )
    _flag_dates(fact, record, node, day, report)
    return MappingProxyType(_dated(fact, record))


def _dated(fact: FactType, record: dict[str, Account]) -> dict[str, Account]:
    """Return a record whose claims were made on the day since which it counts, if one is said."""
    days = _days(record[fact.dated_by]) if fact.dated_by in record else None
    since = days.single if days is not None else None
    if not isinstance(since, date):
        return record
    return {
        name: replace(
            account,
            claims=tuple(
                replace(claim, on=since) if claim.on is None else claim for claim in account.claims
            ),
        )
        for name, account in record.items()
    }


def _flag_dates(
    fact: FactType, record: dict[str, Account], node: Mapping, day: date, report: Report
) -> None:
    """Flag dates of a record that can hardly be as written; all are kept and nothing concluded."""
    written = {name.text: name for name, _ in node.entries}
    days = {name: _days(account) for name, account in record.items() if name in fact.fields}
    for name, own in days.items():
        field = fact.fields[name]
        earlier = days.get(field.flag_before)
        if own is None:
            continue
        if earlier is not None and own.high < earlier.low:  # type: ignore[operator]  # days
            message = f"`{name}` of {fact.one} lies before its `{field.flag_before}`"
        elif field.flag_after and own.low > day:  # type: ignore[operator]  # days
            message = (
                f"`{name}` of {fact.one} lies after the day of the decision, {day.isoformat()}"
            )
        else:
            continue
        remedy = "it is kept as written: check both dates"
        report.warning("date_out_of_order", written[name], message, remedy)


def _days(account: Account) -> Spans | None:
    """Return all days that the claims of one field leave, None where they name none."""
    values = [claim.values for claim in account.claims]
    spans = [each for each in values if isinstance(each, Spans)]
    if not spans or len(spans) < len(values) or not isinstance(spans[0].low, date):
        return None
    found = union(spans)
    return found if isinstance(found, Spans) else None
