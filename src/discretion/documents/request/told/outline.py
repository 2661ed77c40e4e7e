"""The outline of a letter: its blocks, what each one tells, and what a request asks for in words.

It is practice knowledge kept as data, and never a rule of law.
"""

from collections.abc import Iterator
from collections.abc import Mapping as Table
from pathlib import Path

from discretion.entries import Entries
from discretion.errors import Problem
from discretion.frozen import dataclass
from discretion.frozen import replace
from discretion.rules.library import BUNDLED
from discretion.source import FilePath
from discretion.source import Listing
from discretion.source import Report
from discretion.source import Scalar
from discretion.source import read_yaml_file

FILE = "requests/letter.yaml"
"""Where the outline lies in the policies folder."""
LISTED = "write each group as [a_*, b]"
CATEGORIES = "categories"
"""What a block holds that tells what a policy counts as a priority."""
OTHERS = "others"
"""What a block holds that tells the facts which no other block tells."""
HOLDS = {word: word for word in (CATEGORIES, OTHERS)}


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineBlock:
    """One block of a letter: the facts it names, and the factors it tells by side and topic.

    Without `topics` a block tells every factor of its sides that no block before it tells. `holds`
    is empty, `categories` or `others`.
    """

    id: str
    title: str
    holds: str
    facts: tuple[str, ...]
    sides: frozenset[str]
    topics: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """How a letter is laid out. It holds nothing of any person.

    `asks` says in words what a request asks for, by the type of decision. `topics` says what a
    factor is about. `not_told` are facts that a letter does not tell by itself. `candour` are
    groups of patterns of facts of one kind. `items` calls records of a list otherwise than the
    dictionary, and `clauses` says a yes otherwise.
    """

    version: str
    basis: str
    reviewed: str
    says: str
    cite: tuple[str, ...]
    asks: Table[str, str]
    topics: Table[str, str]
    not_told: frozenset[str]
    candour: tuple[tuple[str, ...], ...]
    items: Table[str, str]
    clauses: Table[str, str]
    blocks: tuple[OutlineBlock, ...]
    problems: tuple[Problem, ...] = ()


def read_outline(policies: FilePath = BUNDLED) -> Outline:
    """Return the outline of a policies folder, with every problem of its file.

    Args:
        policies: the folder that holds `requests/`.

    """
    report = Report(FILE)
    node = read_yaml_file(Path(policies) / FILE, report)
    entries = Entries(node, report, "the outline of a letter")
    entries.required("id")
    found = Outline(
        version=entries.required("version"),
        basis=entries.required("basis"),
        reviewed=entries.required("reviewed"),
        says=entries.required("says"),
        cite=entries.texts("cite"),
        asks=entries.words("asks", "what stands under `asks`"),
        topics=entries.words("topics", "what stands under `topics`"),
        not_told=frozenset(entries.texts("not_told")),
        candour=tuple(_patterns(entries)),
        items=entries.words("items", "what stands under `items`"),
        clauses=entries.words("clauses", "what stands under `clauses`"),
        blocks=tuple(_blocks(entries)),
    )
    entries.finish()
    return replace(found, problems=tuple(report.problems))


def _patterns(entries: Entries) -> Iterator[tuple[str, ...]]:
    """Yield each group of patterns; what is no list of texts is reported."""
    for node in entries.items("candour"):
        inside = node.items if isinstance(node, Listing) else (node,)
        found = tuple(each.text for each in inside if isinstance(each, Scalar))
        if len(found) < len(inside):
            entries.report.error(
                "not_text", node, "a group of facts holds something else than patterns", LISTED
            )
        yield found


def _blocks(entries: Entries) -> Iterator[OutlineBlock]:
    for row in entries.rows("blocks", "a block"):
        yield OutlineBlock(
            id=row.required("id"),
            title=row.required("title"),
            holds=row.word("holds", HOLDS, ""),
            facts=row.texts("facts"),
            sides=frozenset(row.texts("sides")),
            topics=frozenset(row.texts("topics")),
        )
        row.finish()
