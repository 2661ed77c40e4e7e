"""Letters of a text as a Word file holds them: none is refused by XML, and none turns what is read.

What could turn the order of what is read has a sign in its place, as what no file may hold has. The
marks that Arabic and Hebrew need between letters and figures stay: they turn nothing else.
"""

import re

SIGN = "\ufffd"
"""What stands in the place of a letter that cannot stay. Source: Unicode Standard, 23.8."""
_KEPT = "\t\n\r\u0020-\u007e\u00a0-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd"
_HIGHER = "\U00010000-\U0010ffff"
_REFUSED = re.compile(f"[^{_KEPT}{_HIGHER}]")
"""What no XML may hold, controls, other ends of lines, and what embeds or overrides an order.
Sources: XML 1.0, production 2; Unicode Standard Annex 9, table 4; Unicode categories Cc and Zl."""
MARKER = "\ufdd0"
"""A letter that no text of a document keeps, so that nothing that it says is taken for it.
Source: Unicode Standard, 23.7, on letters that are never exchanged."""


def legal(text: str) -> str:
    """Return a text with a sign in the place of what no Word file may hold."""
    return _REFUSED.sub(SIGN, text)
