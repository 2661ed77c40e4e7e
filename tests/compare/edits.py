"""Edits as data: a copy of a bundled pack as an author changed it, beside the pack itself."""

import shutil
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from discretion.compare import PackChange
from discretion.compare import PackVersion
from discretion.compare import change_between
from discretion.compare import read_version
from discretion.rules.library import BUNDLED
from tests.cli.console import TODAY

HERE = Path(__file__).parent
PACK = "dhs-2021-09-30-guidelines"
"""The pack that is edited: the one that has something of everything, but for assumption sets."""
Made = tuple[dict[str, Any], PackChange]
"""An edit, and what is said of it."""
EDITS: list[dict[str, Any]] = yaml.safe_load((HERE / "edits.yaml").read_text("utf-8"))


def named(edit: str) -> dict[str, Any]:
    """Return an edit by what it is of."""
    return next(each for each in EDITS if each["edit"] == edit)


def edited(edit: dict[str, Any], folder: Path) -> Path:
    """Return the folder of a copy of the pack with an edit made in it.

    Raises:
        ValueError: what is to be replaced does not stand in its file once, or at all.

    """
    pack = folder / "pack"
    shutil.copytree(Path(BUNDLED) / "packs" / PACK, pack)
    for change in edit["files"]:
        path = pack / change["file"]
        text = path.read_text("utf-8")
        words = change.get("every", change.get("replace"))
        if words not in text or ("replace" in change and text.count(words) != 1):
            message = f"`{words}` stands {text.count(words)} times in {path.name}"
            raise ValueError(message)
        path.write_text(text.replace(words, change["by"]), "utf-8")
    return pack


def compared(edit: dict[str, Any], folder: Path) -> PackChange:
    """Return what is said of an edit."""
    return change_between(original(), version(str(edited(edit, folder))), TODAY)


@cache
def original() -> PackVersion:
    """Return the pack as it is bundled."""
    return version(PACK)


def version(name: str) -> PackVersion:
    """Return a version of a pack that has no problem.

    Raises:
        ValueError: it has one.

    """
    found, problems = read_version(name)
    if found is None or problems:
        raise ValueError(problems)
    return found
