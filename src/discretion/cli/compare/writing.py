"""The made cases of a comparison, each as a case file of its own."""

from pathlib import Path

from discretion import Comparison
from discretion import DiscretionError
from discretion.whole import ANYBODY
from discretion.whole import write_whole


class CasesRefusedError(DiscretionError):
    """Made cases were to be written to a folder that does not take them."""

    def __init__(self, folder: str, why: str, remedy: str) -> None:
        """Name the folder, say why and what to do."""
        super().__init__(f"the cases cannot be written to `{folder}`: {why}: {remedy}")


def write_cases(comparison: Comparison, folder: str) -> int:
    """Write a case file for each difference that has a case, and return how many.

    Args:
        comparison: what was found.
        folder: where to; it is made where there is none, and holds nothing yet.

    Raises:
        CasesRefusedError: it is no folder, is not empty, or the disk refuses it.

    """
    target = Path(folder)
    try:
        if target.exists() and (not target.is_dir() or any(target.iterdir())):
            raise CasesRefusedError(folder, "it is there already", "name a folder that is not")
        target.mkdir(parents=True, exist_ok=True)
        number = 0
        for each in comparison.differences:
            if each.witness is not None:
                number += 1
                name = f"{number:02}-{each.kind}-{each.topic}-met-in-{each.met_in}.yaml"
                write_whole(target / name.replace("/", "-"), each.witness.text, ANYBODY)
    except OSError as failure:
        why = (failure.strerror or "the disk refuses it").lower()
        remedy = "name a folder where you can write"
        raise CasesRefusedError(folder, why, remedy) from None
    return number
