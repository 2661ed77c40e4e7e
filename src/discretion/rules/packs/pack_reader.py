"""Reading a pack folder: instrument.yaml, and text.md with its provisions and rules."""

from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType

from discretion.entries import Entries
from discretion.errors import nearest
from discretion.law.instrument import Instrument
from discretion.law.instrument_reader import read_instrument
from discretion.law.provision import Provision
from discretion.rules.packs.assumption_reader import WHAT
from discretion.rules.packs.assumption_reader import read_assumption_set
from discretion.rules.packs.literate import Block
from discretion.rules.packs.literate import read_blocks
from discretion.rules.packs.rule_reader import read_citation
from discretion.rules.packs.rule_reader import read_rule
from discretion.rules.packs.tree_reader import condition_under
from discretion.rules.rule import CONSEQUENCES
from discretion.rules.rule import LEVELS
from discretion.rules.rule import Consequence
from discretion.rules.rule import JudgmentType
from discretion.rules.rule import Omission
from discretion.rules.rule import OutcomeRow
from discretion.rules.rule import Pack
from discretion.rules.rule import Rule
from discretion.rules.sentences.reader import read_sentences
from discretion.rules.sentences.reader import read_unclaimed
from discretion.source import Mapping
from discretion.source import Report
from discretion.source import Scalar
from discretion.source import read_text
from discretion.source import read_yaml
from discretion.source import read_yaml_file

BLOCKS = ("provision", "rule")
"""The kinds of block that are read; one without a word is an example for the reader alone."""


def read_pack(folder: Path, shown: str, problems: list[Report]) -> Pack | None:
    """Return the pack of a folder, or None when its instrument cannot be read.

    Args:
        folder: the pack.
        shown: how the folder is named in problems.
        problems: where the report of each file goes.

    """
    report = Report(f"{shown}/instrument.yaml")
    problems.append(report)
    node = read_yaml_file(folder / "instrument.yaml", report)
    if node is None:
        return None
    entries = Entries(node, report, "an instrument")
    instrument = read_instrument(entries)
    judgments = {row.id: row for row in _judgments(entries, instrument)}
    outcomes = tuple(_outcomes(entries))
    sets = [read_assumption_set(row) for row in entries.rows("assumption_sets", WHAT)]
    omissions = tuple(_omissions(entries))
    consequences = tuple(_consequences(entries))
    when_open = entries.text("when_open", "undetermined")
    sentences = tuple(read_sentences(entries, instrument))
    unclaimed = tuple(read_unclaimed(entries, instrument))
    entries.finish()
    provisions, rules = _read_text(folder, shown, instrument, problems)
    return Pack(
        instrument=instrument,
        provisions=provisions,
        rules=MappingProxyType(rules),
        judgments=MappingProxyType(judgments),
        outcomes=outcomes,
        when_open=when_open,
        assumption_sets=MappingProxyType({each.id: each for each in sets}),
        omissions=omissions,
        folder=str(folder),
        shown=shown,
        sentences=sentences,
        unclaimed=unclaimed,
        consequences=consequences,
    )


def _judgments(entries: Entries, instrument: Instrument) -> Iterator[JudgmentType]:
    for row in entries.rows("judgments", "a judgment"):
        yield JudgmentType(
            id=row.required("id"),
            question=row.required("question"),
            rests_on=condition_under(row, "rests_on"),
            citation=read_citation(row, instrument),
            says=row.text("says"),
            line=row.node.line,
        )
        row.finish()


def _outcomes(entries: Entries) -> Iterator[OutcomeRow]:
    for row in entries.rows("outcomes", "an outcome"):
        token, says = row.required("token"), row.required("says")
        row.required("when")
        when = condition_under(row, "when")
        level = row.word("level", {word: word for word in LEVELS}, "conditional")
        if_open, unreachable = row.text("if_open"), row.text("unreachable")
        row.finish()
        if when is not None:
            yield OutcomeRow(
                token=token,
                when=when,
                level=level,
                if_open=if_open,
                says=says,
                line=row.node.line,
                unreachable=unreachable,
            )


def _consequences(entries: Entries) -> Iterator[Consequence]:
    for row in entries.rows("consequences", "a consequence"):
        token, says = row.required("token"), row.required("says")
        row.required("when")
        kind = row.word("kind", {word: word for word in CONSEQUENCES}, "effect")
        when = condition_under(row, "when")
        row.finish()
        if when is not None:
            yield Consequence(token=token, kind=kind, when=when, says=says, line=row.node.line)


def _omissions(entries: Entries) -> Iterator[Omission]:
    for row in entries.rows("omissions", "an omission"):
        yield Omission(what=row.required("what"), why=row.required("why"), cite=row.text("cite"))
        row.finish()


def _read_text(
    folder: Path, shown: str, instrument: Instrument, problems: list[Report]
) -> tuple[tuple[Provision, ...], dict[str, Rule]]:
    report = Report(f"{shown}/text.md")
    problems.append(report)
    text = read_text(folder / "text.md", report)
    provisions: list[Provision] = []
    rules: dict[str, Rule] = {}
    for block in read_blocks(text or ""):
        at = Scalar(block.kind, block.line, 1)
        if not block.is_closed:
            report.error(
                "unclosed_block",
                at,
                "the block is not closed, and runs to the end of the file",
                "close it with the marks that open it, alone on a line",
            )
        if block.kind not in BLOCKS:
            if block.kind:
                report.error(
                    "unknown_block",
                    at,
                    f"`{block.kind}` is no kind of block",
                    nearest(block.kind, BLOCKS) or f"one of: {', '.join(BLOCKS)}",
                )
            continue
        node = read_yaml(block.text, report, line_offset=block.line)
        if node is None:
            continue
        if block.kind == "provision":
            provisions.append(_provision(Entries(node, report, "a provision"), block, instrument))
            continue
        part = provisions[-1].part if provisions else ""
        rule = read_rule(Entries(node, report, "a rule"), instrument, part)
        if rule.id in rules:
            report.error(
                "duplicate_rule",
                node.get("id") if isinstance(node, Mapping) else node,
                f"the rule `{rule.id}` stands twice: first in line {rules[rule.id].line}",
                "give one of the two another id",
            )
        rules[rule.id] = rule
    return tuple(provisions), rules


def _provision(row: Entries, block: Block, instrument: Instrument) -> Provision:
    provision = Provision(
        citation=read_citation(row, instrument),
        part=row.text("part"),
        source=row.text("source"),
        headings=block.headings,
        text=block.prose,
        line=block.line,
    )
    if not provision.citation.pinpoint:
        row.required("cite")
    row.finish()
    return provision
