"""Reading where a table comes from: its publisher, its layout, its headers and their spellings."""

from collections.abc import Iterator
from types import MappingProxyType

from discretion.caseload.mapping import Layout
from discretion.caseload.mapping import Origin
from discretion.entries import Entries
from discretion.errors import nearest
from discretion.source import Scalar


def read_origin(entries: Entries) -> Origin:
    """Return where a table comes from and which headers it has."""
    layout = entries.entries("layout", "the layout")
    origin = Origin(
        publisher=entries.required("publisher"),
        layout=Layout(
            delimiter=_sign(layout, "delimiter", ","),
            quote=_sign(layout, "quote", '"'),
            encoding=_encoding(layout),
        ),
        headers=_headers(entries, "headers"),
        optional=_headers(entries, "optional"),
        also=MappingProxyType(dict(_also(entries))),
    )
    if not origin.headers:
        entries.report.error(
            "no_headers", entries.node, "the source names no headers", "add `headers: [..]`"
        )
    layout.finish()
    entries.finish()
    return origin


def _headers(entries: Entries, key: str) -> tuple[str, ...]:
    return tuple(" ".join(name.split()) for name in entries.texts(key))


def _also(entries: Entries) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield how other releases spell a header, with every spelling that is not its own told."""
    known = (*_headers(entries, "headers"), *_headers(entries, "optional"))
    inner = entries.entries("also", "the other spellings")
    seen = set(known)
    for name, _ in inner.node.entries:
        spellings = _headers(inner, name.text)
        if name.text not in known:
            entries.report.error(
                "unknown_column",
                name,
                f"`{name.text}` is none of the headers",
                nearest(name.text, known) or "add it under `source: headers:`",
            )
        for spelling in spellings:
            if spelling in seen:
                entries.report.error(
                    "spelling_twice",
                    name,
                    f"`{spelling}` is a header, or another spelling, already",
                    "give each spelling to one header alone",
                )
            seen.add(spelling)
        yield name.text, spellings


def _sign(entries: Entries, key: str, default: str) -> str:
    """Return one character as written, so that a tab stays a tab."""
    node = entries.node_of(key)
    sign = node.text if isinstance(node, Scalar) else default
    if len(sign) != 1:
        entries.report.error(
            "not_one_character", node, f"`{key}` is one character", 'such as ",", "|" or "\\t"'
        )
        return default
    return sign


def _encoding(entries: Entries) -> str:
    word = entries.text("encoding", "utf-8")
    try:
        "".encode(word)
    except LookupError:
        entries.report.error(
            "unknown_encoding",
            entries.node_of("encoding"),
            f"`{word}` is no known encoding",
            "such as utf-8 or windows-1252",
        )
        return "utf-8"
    return "utf-8-sig" if word == "utf-8" else word
