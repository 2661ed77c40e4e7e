"""What is different between two packs: in their texts, their rules and their histories.

Knows two versions of a pack and what of each is another's. It computes no finding of any case.

    >>> from datetime import date
    >>> from discretion.compare import change_between, read_version
    >>> from discretion.rules.library import read_library
    >>> name, *_ = read_library().instruments
    >>> version, problems = read_version(name)
    >>> change_between(version, version, date(2026, 1, 1)).is_empty
    True
"""

from discretion.compare.change.difference import Change
from discretion.compare.change.difference import ChangeKind
from discretion.compare.change.difference import Difference
from discretion.compare.change.pack_change import PackChange
from discretion.compare.change.pack_change import change_between
from discretion.compare.change.timeline import Stood
from discretion.compare.change.version import PackVersion
from discretion.compare.change.version import kinship
from discretion.compare.change.version import read_version

__all__ = [
    "Change",
    "ChangeKind",
    "Difference",
    "PackChange",
    "PackVersion",
    "Stood",
    "change_between",
    "kinship",
    "read_version",
]
