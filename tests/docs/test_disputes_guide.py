"""The page on known disputes tells every layout and every match, and its program runs as shown."""

import io
import re
from contextlib import chdir
from contextlib import redirect_stdout

from discretion.worksite import MatchKind
from discretion.worksite import read_guide
from discretion.worksite.request.reader import FREE_TEXT
from scripts.documents.consoles import ROOT

GUIDE = (ROOT / "docs/known-disputes.md").read_text("utf-8")


def test_every_match_and_every_header_is_told() -> None:
    headers = {name for layout in read_guide().layouts for name in layout.headers}

    assert [] == [kind.value for kind in MatchKind if f"| `{kind.value}` |" not in GUIDE]
    assert [] == sorted(name for name in headers if f"`{name}`" not in GUIDE)
    assert [] == [key for key in FREE_TEXT if f"`{key}`" not in GUIDE]


def test_the_program_prints_the_request_below_it() -> None:
    program = re.search(r"^```python\n(.*?)^```", GUIDE, re.MULTILINE | re.DOTALL)
    shown = re.search(r"^```text\n(.*?)^```", GUIDE, re.MULTILINE | re.DOTALL)
    assert program is not None
    assert shown is not None
    out = io.StringIO()
    with redirect_stdout(out), chdir(ROOT):
        exec(program[1], {})  # noqa: S102  # our own page

    assert f"{shown[1]}\n" == out.getvalue()
