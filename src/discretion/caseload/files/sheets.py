"""A sheet of a file, as it is looked at before it is read: its name and its first lines."""

from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

from discretion.frozen import dataclass

PREVIEW_LINES = 25
"""Within how many lines headers are looked for; agency releases put up to seven titles above."""
Line: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One table of a file, or one way to take its lines apart.

    `name` is empty where a file is one table. `delimiter` is what parts the cells of text, empty
    for other files. `lines` are its first ones, and `physical` says after how many lines of the
    file each of them ends, as a quoted cell may hold several.
    """

    path: Path
    name: str
    lines: Sequence[Line]
    delimiter: str = ""
    physical: Sequence[int] = ()

    @property
    def shown(self) -> str:
        """The sheet as a reader finds it: the file's name, and its own where it has one."""
        return f"{self.path.name}, sheet `{self.name}`" if self.name else self.path.name
