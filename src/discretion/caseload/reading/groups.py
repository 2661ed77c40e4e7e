"""Reading the groups of a mapping: the columns by which reports are cut, and what each is."""

from types import MappingProxyType

from discretion.caseload.reading.headers import Headers
from discretion.entries import Entries
from discretion.errors import nearest
from discretion.source import Scalar

GROUPS = MappingProxyType(
    {
        "agency": "the agency that acted, as its record names it",
        "category": "the kind of the case, as the agency sorts its cases",
        "county": "the county",
        "criminality": "the criminal record, as the agency sorts people by it",
        "disposition": "how the agency dealt with the person, in its own words",
        "facility": "the jail or the place of detention",
        "landmark": "the place or the office that the agency calls a landmark",
        "method": "how the person was found or taken",
        "office": "the office, or the area it is responsible for",
        "operation": "the operation that the agency names",
        "outcome": "what became of the case since",
        "program": "the programme of the agency",
        "state": "the state or the territory",
    }
)
"""Every group that a mapping may keep, and what it is."""


def read_groups(entries: Entries, headers: Headers) -> None:
    """Keep the columns that a mapping names as groups, with every fault in the report.

    Args:
        entries: the keys of the mapping file.
        headers: the columns it may keep; none that holds a protected trait.

    """
    for name, node in entries.pairs("groups"):
        if name.text not in GROUPS:
            entries.report.error(
                "unknown_group",
                name,
                f"no group is called `{name.text}`",
                nearest(name.text, GROUPS) or f"groups: {', '.join(GROUPS)}",
            )
            continue
        if not isinstance(node, Scalar):
            entries.report.error(
                "not_text", node, f"`{name.text}` is plain text", "write the name of one column"
            )
            continue
        headers.group(name.text, " ".join(node.text.split()), node)
