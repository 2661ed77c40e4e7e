"""The list of facts: everything that a case file may say, module by module."""

from collections.abc import Iterator
from pathlib import Path

from discretion import Library
from discretion.facts.dictionary import FactType
from discretion.facts.dictionary import Kind
from discretion.rules.library import BUNDLED
from discretion.source import Mapping
from discretion.source import Report
from discretion.source import Scalar
from discretion.source import read_text
from discretion.source import read_yaml
from scripts.documents.tables import code
from scripts.documents.tables import table

HEAD = """# Facts

`make docs` writes this page from the fact dictionary.
It lists every fact that a case file may say.
[How to write a case file](how-to-write-a-case-file.md) says how to say it.
A fact that a file leaves out is unknown.
A record fact that a file leaves out has the absent value that its row gives.
"""
KINDS = {
    Kind.YES_NO: "yes or no",
    Kind.TOKEN: "one word",
    Kind.DATE: "day",
    Kind.MOMENT: "date and time",
    Kind.NUMBER: "whole number",
    Kind.TEXT: "text",
    Kind.LIST: "list",
}
COLUMNS = ("Fact", "Kind", "Question", "Words", "Besides", "Source")


def facts_page(library: Library) -> str:
    """Return the whole page."""
    modules: dict[str, list[FactType]] = {}
    for fact in library.dictionary.facts.values():
        modules.setdefault(fact.module, []).append(fact)
    parts = [HEAD]
    for name, facts in sorted(modules.items()):
        rows = [_row(fact, fact.name) for fact in facts]
        parts.append(f"\n## {name.capitalize()}\n\n{_about(name)}\n{table(COLUMNS, rows)}\n")
        for fact in facts:
            if fact.fields:
                fields = [_row(field, field.name) for field in fact.fields.values()]
                parts.append(f"\n### Fields of `{fact.name}`\n\n{table(COLUMNS, fields)}\n")
    return "".join(parts)


def _about(module: str) -> str:
    """Return what a module's file says that it holds."""
    path = Path(BUNDLED) / f"facts/{module}.yaml"
    report = Report(path.name)
    text = read_text(path, report)
    node = read_yaml(text, report) if text is not None else None
    about = node.get("about") if isinstance(node, Mapping) else None
    return f"{about.text}\n" if isinstance(about, Scalar) else ""


def _row(fact: FactType, name: str) -> tuple[str, ...]:
    words = "" if fact.kind is Kind.YES_NO else ", ".join(code(word) for word in fact.words)
    return (code(name), KINDS[fact.kind], fact.question, words, " ".join(_notes(fact)), fact.source)


def _notes(fact: FactType) -> Iterator[str]:
    if fact.absent:
        yield f"Record fact; absent: {code(fact.absent)}."
    if fact.guard:
        yield f"Applies when {code(fact.guard)}."
    if fact.derived:
        yield "Also follows from other facts."
    if fact.authored:
        yield "Legal conclusion; needs its author."
    if fact.low or fact.high:
        yield f"From {fact.low or 'any'} to {(fact.high or 'any').replace('_', ' ')}."
    if fact.not_before:
        yield f"Never before {code(fact.not_before)}."
    if fact.sensitive:
        yield "Sensitive; asked last."
    if fact.disclosure != "internal":
        yield f"Disclosure: {fact.disclosure}."
    if fact.adjacent:
        yield f"Next to a protected trait, and allowed: {fact.adjacent}"
