r"""Characters of a text as a page holds them: none is markup, and none turns what is read.

What is written out here is what the screen of a command writes out, and in the same form.
"""

import html
import re

_OBEYED = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
"""Control characters but tab and new line, marks that turn the order of what is read, other ends
of lines, and halves of characters. Source: Unicode categories Cc, Zl, Zp and Cs; Unicode Standard
Annex 9, table 4, for the marks of order."""
_WIDE = 0xFF


def escaped(text: str) -> str:
    r"""Return text as HTML holds it, in an element or in quotation marks.

    What would turn the order of what is read, or is no character of a page, is written as `\u202e`.
    """
    return html.escape(re.sub(_OBEYED, _written_out, text), quote=True)


def _written_out(found: re.Match[str]) -> str:
    number = ord(found[0])
    return f"\\x{number:02x}" if number <= _WIDE else f"\\u{number:04x}"
