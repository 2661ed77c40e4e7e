"""What is different between two packs: in their texts and rules, and for whom.

`change` sets two versions of a pack side by side and computes no finding of any case.
`differences` asks a solver for matters that two policies treat differently, by `search`, and has
each assessed by the reference engine. Nothing here weighs one difference against another, or
says that two policies are the same without the bound that this was shown within.

    >>> from datetime import date
    >>> from discretion.compare import change_between, read_version
    >>> from discretion.rules.library import read_library
    >>> name, *_ = read_library().instruments
    >>> version, problems = read_version(name)
    >>> change_between(version, version, date(2026, 1, 1)).is_empty
    True
"""

from discretion.compare.change.aspects import AspectChange
from discretion.compare.change.aspects import Change
from discretion.compare.change.aspects import ChangeKind
from discretion.compare.change.pack_change import PackChange
from discretion.compare.change.pack_change import change_between
from discretion.compare.change.timeline import Stood
from discretion.compare.change.version import PackVersion
from discretion.compare.change.version import kinship
from discretion.compare.change.version import read_version

__all__ = [
    "AspectChange",
    "Change",
    "ChangeKind",
    "PackChange",
    "PackVersion",
    "Stood",
    "change_between",
    "kinship",
    "read_version",
]
