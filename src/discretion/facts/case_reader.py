"""Reading a case file: every fact typed, every mistake reported together, nothing lost."""

import os
from collections.abc import Iterator
from collections.abc import Mapping as Table
from types import MappingProxyType

from discretion.dates import LAST_DAY
from discretion.entries import Entries
from discretion.errors import Problem
from discretion.errors import nearest
from discretion.facts.casefile import CaseFile
from discretion.facts.casefile import Decision
from discretion.facts.casefile import JudgmentEntry
from discretion.facts.dictionary import Dictionary
from discretion.facts.matter import MatterType
from discretion.facts.protected import Protected
from discretion.facts.protected import Refusals
from discretion.facts.reading.evidence_reader import check_evidence
from discretion.facts.reading.evidence_reader import read_evidence
from discretion.facts.reading.facts_reader import FactReader
from discretion.facts.reading.header_reader import look_up
from discretion.facts.reading.header_reader import read_dated_by_facts
from discretion.facts.reading.header_reader import read_decision
from discretion.facts.reading.signed import facts_signed
from discretion.facts.reading.signed import read_signed
from discretion.facts.values import Spans
from discretion.facts.values import union
from discretion.frozen import dataclass
from discretion.source import FilePath
from discretion.source import Node
from discretion.source import Report
from discretion.source import Scalar
from discretion.source import read_yaml_file
from discretion.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Everything a case file may be written in: facts, traits refused, header words, matters.

    `judgments` are the open terms of every pack, whichever of them a matter is assessed under.
    """

    dictionary: Dictionary
    protected: Protected
    vocabulary: Vocabulary
    matters: Table[str, MatterType]
    judgments: frozenset[str] = frozenset()


def read_case_file(path: FilePath, words: Words) -> tuple[CaseFile | None, tuple[Problem, ...]]:
    """Return the case of a file, None when it cannot even be begun, and every problem in it.

    Problems name the file by its last part only, so that no folder of anybody's is told on.
    """
    report = Report(os.path.basename(path))
    node = read_yaml_file(path, report)
    case = read_case(node, words, report) if node is not None else None
    return case, tuple(report.problems)


def read_case(node: Node, words: Words, report: Report) -> CaseFile | None:
    """Return the case that a file describes, or None when it cannot even be begun.

    Args:
        node: the file's tree.
        words: what it may be written in.
        report: where every problem goes.

    """
    entries = Entries(node, report, "a case file")
    matter = _matter(entries, words, report)
    if matter is None:
        return None
    dated = _dated(entries, matter, words.vocabulary, report)
    decision = dated or Decision(day=LAST_DAY)
    reader = FactReader(
        dictionary=words.dictionary,
        matter=matter,
        refusals=Refusals(protected=words.protected, matter=matter),
        day=decision.day,
        report=report,
    )
    reader.check_names(entries)
    facts, lists, items = reader.read(entries)
    signed = read_signed(entries)
    facts = facts_signed(facts, signed, words.dictionary, matter, entries)
    evidence = {paper.name: paper for paper in read_evidence(entries, report)}
    check_evidence(entries, facts, evidence, report)
    case = CaseFile(
        matter=matter.name,
        name=entries.required(matter.head),
        decision=decision,
        facts=MappingProxyType(facts),
        lists=MappingProxyType(lists),
        judgments=MappingProxyType(
            {entry.judgment: entry for entry in _judgments(entries, words, decision, report)}
        ),
        evidence=MappingProxyType(evidence),
        items=items,
        filing_date=entries.day("filing_date"),
        overrides=signed.rows["overrides"],
        consents=signed.rows["consents"],
    )
    entries.finish()
    _check_order(case, words.dictionary, entries, report)
    return None if dated is None else case


def _matter(entries: Entries, words: Words, report: Report) -> MatterType | None:
    """Return the type of the matter that a file begins with, or None with the problem."""
    heads = [matter for matter in words.matters.values() if entries.has(matter.head)]
    if len(heads) == 1:
        return heads[0]
    known = ", ".join(matter.head for matter in words.matters.values())
    report.error(
        "no_head",
        entries.node,
        "the file does not say what matter it describes",
        f"begin it with one of: {known}",
    )
    return None


def _dated(
    entries: Entries, matter: MatterType, vocabulary: Vocabulary, report: Report
) -> Decision | None:
    if matter.is_dated_by_facts():
        return read_dated_by_facts(entries, matter, vocabulary)
    return read_decision(entries.entries("decision", "the decision"), vocabulary, report)


def _judgments(
    entries: Entries, words: Words, decision: Decision, report: Report
) -> Iterator[JudgmentEntry]:
    for name, value in entries.pairs("judgments"):
        if name.text not in words.judgments:
            known = sorted(words.judgments)
            hint = nearest(name.text, known) or f"one of: {', '.join(known)}"
            message = f"no judgment is called `{name.text}`"
            report.error("unknown_judgment", name, message, hint)
        row = Entries(value, report, f"the judgment `{name.text}`")
        entry = JudgmentEntry(
            judgment=name.text,
            state=row.word("state", {"argued": "argued", "settled": "settled"}, "argued"),
            met=row.word("answer", {"met": True, "not_met": False}, default=False),
            by=row.text("by"),
            role=row.text("role"),
            side=row.text("side"),
            on=row.day("on"),
            reasons=row.text("reasons"),
            digest=row.text("facts_digest"),
            component=row.text("component"),
        )
        for key in ("answer", "state"):
            row.required(key)
        component = words.vocabulary.component
        look_up("unknown_component", "component", (entry.component,), component, row)
        row.finish()
        by_decider = words.vocabulary.may_be_one(entry.component, decision.component)
        if entry.state == "settled" and not by_decider:
            report.error(
                "settled_by_other_component",
                name,
                f"the judgment `{name.text}` is settled by an official of {entry.component}, and "
                f"{decision.component} decides",
                "only an official of the deciding component settles: write `state: argued`",
            )
        else:
            yield from _signed_judgment(entry, name, report)


def _signed_judgment(entry: JudgmentEntry, name: Scalar, report: Report) -> Iterator[JudgmentEntry]:
    if not entry.by or not entry.role:
        report.error(
            "judgment_without_signer",
            name,
            f"the judgment `{entry.judgment}` does not say who made it, in what role",
            "add `by:` and `role:`; only a person settles or argues a judgment",
        )
        return
    if entry.state == "settled":
        if entry.role != "official":
            report.error(
                "settled_by_non_official",
                name,
                f"the judgment `{entry.judgment}` is settled by a `{entry.role}`",
                "write `role: official` where an official of the deciding component settled it; "
                "anybody else argues: write `state: argued`",
            )
            return
        if entry.on is None or not entry.reasons:
            report.error(
                "judgment_without_reasons",
                name,
                f"the judgment `{entry.judgment}` is settled without a date or reasons",
                "add `on:` and `reasons:`",
            )
            return
    yield entry


def _check_order(case: CaseFile, dictionary: Dictionary, entries: Entries, report: Report) -> None:
    """Flag every date that certainly lies before the one it cannot precede; all are kept."""
    written = dict(entries.pairs("facts"))
    written_at = {name.text: name for name in written}
    for name, account in case.facts.items():
        fact = dictionary.get(name)
        earlier = case.facts.get(fact.not_before) if fact and fact.not_before else None
        if fact is None or earlier is None or not account.claims or not earlier.claims:
            continue
        later_values = union(claim.values for claim in account.claims)
        earlier_values = union(claim.values for claim in earlier.claims)
        if (
            isinstance(later_values, Spans)
            and isinstance(earlier_values, Spans)
            and later_values.high < earlier_values.low  # type: ignore[operator]  # one kind
        ):
            report.warning(
                "date_out_of_order",
                written_at.get(name),
                f"`{name}` lies before `{fact.not_before}`",
                "both are kept as written: check them",
            )
