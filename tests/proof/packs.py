"""Packs to prove sentences of: the bundled ones, and copies of the small good one with edits."""

import shutil
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from discretion.assess.ruleset import rulesets
from discretion.compare.proof.asking.subject import Subject
from discretion.compare.proof.proving import Prover
from discretion.compare.proof.result import PackProofs
from discretion.compare.proof.result import Proof
from discretion.compare.proof.sentences import all_forms
from discretion.rules.library import Library
from discretion.rules.library import read_library
from discretion.rules.rule import Pack
from tests.bad.mistakes import GOOD
from tests.cli.console import TODAY

HERE = Path(__file__).parent
BROKEN: list[dict[str, Any]] = yaml.safe_load((HERE / "broken.yaml").read_text("utf-8"))
LONG = 600.0
"""More seconds than any sentence takes."""


def still() -> float:
    """Return the time of a clock that stands still, so that no machine is too slow."""
    return 0.0


@cache
def bundled() -> Library:
    """Return the bundled policies."""
    return read_library()


def proofs_of(pack: str, *, records: bool = False) -> PackProofs:
    """Return what is proved of a bundled pack."""
    return Prover(LONG, still, TODAY, records=records).prove(bundled(), bundled().packs[pack])


def edited(files: Iterable[dict[str, str]], folder: Path) -> tuple[Library, Pack]:
    """Return the small good pack with edits, in a library of its own.

    Raises:
        ValueError: what is to be replaced does not stand in its file.

    """
    pack = folder / "pack"
    shutil.copytree(GOOD, pack)
    for change in files:
        path = pack / change["file"]
        text = path.read_text("utf-8")
        if change["replace"] not in text:
            message = f"`{change['replace']}` does not stand in {path.name}"
            raise ValueError(message)
        path.write_text(text.replace(change["replace"], change["by"], 1), "utf-8")
    library = read_library(extra_packs=(pack,))
    return library, next(each for each in library.packs.values() if each.folder == str(pack))


def proof_of(sentence: str, library: Library, pack: Pack, prover: Prover | None = None) -> Proof:
    """Return what one sentence about a pack comes to.

    Raises:
        ValueError: it has nothing to speak of there.

    """
    form = next(each for each in all_forms(library, pack) if each.id == sentence)
    subjects = [Subject(library, each) for each in rulesets(library, pack)]
    found = (prover or Prover(LONG, still, TODAY)).sentence(form, library, subjects)
    if found is None:
        raise ValueError(sentence)
    return found
