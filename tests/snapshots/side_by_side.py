"""What the example cases come to side by side, one page to a case, to be read like prose.

Run this file to write the pages anew, and read the difference as a representative would.
"""

from pathlib import Path

from tests.cli.console import EXAMPLE
from tests.cli.console import run

PAGES = Path(__file__).parent / "sides"
POLICIES = ("ice-2021-02-18-interim", "dhs-2021-09-30-guidelines")
CASES = ("garcia-demo", "visitor-demo")


def pages() -> dict[str, str]:
    """Return the text of every page by the name of its case."""
    return {name: page_of(name) for name in CASES}


def page_of(name: str) -> str:
    """Return what stands side by side in one example case."""
    path = str(Path(EXAMPLE).with_name(f"{name}.yaml"))
    out = run("assess", path, *(word for each in POLICIES for word in ("--policy", each))).out
    begun = out[out.index("Side by side\n") :]
    return f"{begun[: begun.index('Under: ')].rstrip()}\n"


def renew() -> None:
    """Write every page anew."""
    PAGES.mkdir(exist_ok=True)
    for name, text in pages().items():
        (PAGES / f"{name}.txt").write_text(text, "utf-8")


if __name__ == "__main__":
    renew()
