r"""Characters that a terminal would obey, made visible: nobody's file clears a reader's screen.

A case file is written by others. What it says is shown, but it never moves the cursor, colours
what stands after it, rings, or turns the order of what is read.
"""

import re

_OBEYED = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
"""Control characters but tab and new line, marks that turn the order of what is read, other ends
of lines, and halves of characters. Source: Unicode categories Cc, Zl, Zp and Cs; Unicode Standard
Annex 9, table 4, for the marks of order."""
_BEYOND_ASCII = "[^\x00-\x7f]"
_PLAIN = str.maketrans({"“": '"', "”": '"', "’": "'"})
"""What stands for the marks of our own sentences where an encoding has none of them."""
_WIDE = 0xFF


def visible(text: str) -> str:
    r"""Return text in which what a terminal would obey is written out, as `\x1b`."""
    return text if _is_harmless(text) else re.sub(_OBEYED, _written_out, text)


def visible_json(text: str) -> str:
    r"""Return JSON that is the same data, in which such a character is written as `\u001b`.

    Args:
        text: JSON, in which it can stand inside a string alone.

    """
    return text if _is_harmless(text) else re.sub(_OBEYED, _json_escape, text)


def encodable(text: str, encoding: str) -> str:
    r"""Return text that an encoding has all characters of; another one is written as `\u0144`."""
    if _has_all(encoding, text):
        return text
    return text.translate(_PLAIN).encode(encoding, "backslashreplace").decode(encoding)


def encodable_json(text: str, encoding: str) -> str:
    """Return JSON that is the same data, of characters that an encoding has."""
    return text if _has_all(encoding, text) else re.sub(_BEYOND_ASCII, _json_escape, text)


def _is_harmless(text: str) -> bool:
    """Tell that nothing in a text is obeyed, which nearly always is so and is told at once."""
    return text.replace("\n", "").replace("\t", "").isprintable()


def _has_all(encoding: str, text: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _written_out(found: re.Match[str]) -> str:
    number = ord(found[0])
    return f"\\x{number:02x}" if number <= _WIDE else f"\\u{number:04x}"


def _json_escape(found: re.Match[str]) -> str:
    """Return a character as JSON escapes it: one beyond the first plane as its two halves."""
    units = found[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))
