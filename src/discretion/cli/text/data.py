"""Answers as JSON that a person can read too: one row of a table to a line."""

import json
from collections.abc import Mapping

LAID_OUT = 4
"""How many levels stand on lines of their own: the answer, its tables, and their rows."""

_one_line = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode


def show_data(answer: Mapping[str, object]) -> str:
    """Return an answer as JSON, in the order of its keys.

    Rows are written whole, because laying out every level takes Python's library as long as
    assessing a case.
    """
    return f"{_laid_out(answer, LAID_OUT, '')}\n"


def _laid_out(value: object, levels: int, margin: str) -> str:
    inner = f"{margin}  "
    if levels and value and isinstance(value, dict):
        parts = [
            f"{_one_line(key)}: {_laid_out(each, levels - 1, inner)}" for key, each in value.items()
        ]
        first, last = "{}"
    elif levels and value and isinstance(value, list):
        parts = [_laid_out(each, levels - 1, inner) for each in value]
        first, last = "[]"
    else:
        return _one_line(value)
    listed = f",\n{inner}".join(parts)
    return f"{first}\n{inner}{listed}\n{margin}{last}"
