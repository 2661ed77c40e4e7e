"""The policies that a command reads: all of them sound, or the command refuses to answer."""

import os
from collections.abc import Mapping

from discretion import FilesRefusedError
from discretion import Library
from discretion import __name__ as package
from discretion import has_errors
from discretion import open_library


class PacksRefusedError(FilesRefusedError):
    """Policy files, not the reader's own, have problems that forbid an answer."""


def read_sound_library() -> Library:
    """Return the bundled policies.

    Raises:
        PacksRefusedError: one of their files has an error.

    """
    library = open_library(cache_folder(os.environ))
    if has_errors(library.problems):
        raise PacksRefusedError(library.problems)
    return library


def cache_folder(environment: Mapping[str, str]) -> str | None:
    """Return the folder for compiled policies, None where the person has no place for such things.

    Nothing of a case ever goes there. The folder need not exist and may be deleted at any time.
    Source: XDG Base Directory Specification 0.8, by which a relative path is ignored.

    Args:
        environment: the variables of the process.

    """
    named = environment.get("XDG_CACHE_HOME", "")
    if os.path.isabs(named):
        return os.path.join(named, package)
    home = os.path.expanduser("~")
    return os.path.join(home, ".cache", package) if os.path.isabs(home) else None
