"""How small a count has to be to be hidden, as somebody asks it of a command."""

from argparse import Namespace

from discretion.caseload.report.hiding import CMS_LIMIT


def asked_limit(words: Namespace) -> int | None:
    """Return the largest count that is hidden, None where a private report hides nothing."""
    if words.no_suppression:
        return None
    return CMS_LIMIT if words.limit is None else words.limit
