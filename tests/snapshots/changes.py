"""What is said of a few edits of a pack, one page to an edit, to be read like prose.

Digests and the folder of a copy are left out, as they say nothing to a reader. Run this file to
write the pages anew, and read the difference as the author of a pack would.
"""

import re
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.cli.console import run
from tests.compare.edits import PACK
from tests.compare.edits import edited
from tests.compare.edits import named

PAGES = Path(__file__).parent / "changes"
EDITS = {
    "words": "the pinpoint of a provision whose text is the same",
    "rule": "a rule that is gone, with the only fact that it read",
    "duty": "the terms of a duty",
    "table": "an outcome, and what stands where nothing is established",
    "history": "the last day of an event, and how sure it is",
}
_DIGEST = re.compile(r"\b[0-9a-f]{64}\b|\b[0-9a-f]{16}\b|\b\d+(?= cases )")


def page_of(name: str) -> str:
    """Return what is said of an edit."""
    with TemporaryDirectory() as folder:
        pack = str(edited(named(EDITS[name]), Path(folder)))
        out = run("policy", "diff", PACK, pack).out
    return _DIGEST.sub("DIGEST", out.replace(pack, "FOLDER"))


def renew() -> None:
    """Write every page anew."""
    PAGES.mkdir(exist_ok=True)
    for name in EDITS:
        (PAGES / f"{name}.txt").write_text(page_of(name), "utf-8")


if __name__ == "__main__":
    renew()
