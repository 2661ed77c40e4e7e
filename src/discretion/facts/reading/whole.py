"""What is said of a whole matter alone, and is refused in one of its parts.

A part is read with what it says in place of what the matter says. The day, the list of parts and a
finding that a person signs are of the whole: in a part they would take it out of what was found.
"""

from collections.abc import Iterable

from discretion.facts.dictionary import Dictionary
from discretion.facts.matter import MatterType
from discretion.source import Report
from discretion.source import Scalar


def report_what_is_of_the_whole(
    names: Iterable[Scalar], matter: MatterType, dictionary: Dictionary, report: Report
) -> None:
    """Report every name in a part of a matter that may only be said of the matter.

    Args:
        names: the names that are written in the part.
        matter: the type of the matter.
        dictionary: says which facts are findings that somebody signs.
        report: where each problem goes.

    """
    for name in names:
        fact = dictionary.get(name.text)
        is_finding = fact is not None and bool(fact.signed_by)
        if is_finding or name.text in (matter.date_fact, matter.items):
            report.error(
                "said_of_the_whole",
                name,
                f"`{name.text}` is said of the whole matter and of no {matter.item_title} alone",
                f"write it once under `facts:`, beside `{matter.items}`, or take it out",
            )
