"""Reading the texts of the sheet: every key is asked for, and every place in braces is checked."""

from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from types import MappingProxyType

from discretion.documents.client.texts import HEADINGS
from discretion.documents.client.texts import LANGUAGES
from discretion.documents.client.texts import PLACES
from discretion.documents.client.texts import TERMS
from discretion.documents.client.texts import ClientSection
from discretion.documents.client.texts import ClientTexts
from discretion.entries import Entries
from discretion.errors import UnknownNameError
from discretion.frozen import replace
from discretion.rules.library import BUNDLED
from discretion.source import FilePath
from discretion.source import Report
from discretion.source import read_yaml_file

FOLDER = "requests/client"
"""Where the texts lie in the policies folder, one file to a language."""
MONTHS = 12
KIND = "language"
DATE = frozenset(("day", "month", "year"))
"""The places of a day."""


def read_client_texts(language: str, policies: FilePath = BUNDLED) -> ClientTexts:
    """Return the texts of a language, with every problem of their file.

    Args:
        language: `en` or `es`.
        policies: the folder that holds `requests/client/`.

    Raises:
        UnknownNameError: there are no texts in that language.

    """
    if language not in LANGUAGES:
        raise UnknownNameError(KIND, language, LANGUAGES)
    file = f"{FOLDER}/{language}.yaml"
    report = Report(file)
    node = read_yaml_file(Path(policies) / file, report)
    entries = Entries(node, report, "the texts of the sheet")
    entries.required("id")
    headings = entries.entries("headings", "the headings")
    terms = entries.entries("terms", "the terms")
    found = ClientTexts(
        language=entries.required("language"),
        version=entries.required("version"),
        basis=entries.required("basis"),
        reviewed=entries.required("reviewed"),
        cite=entries.texts("cite"),
        date_form=_checked(entries, "date", DATE, entries.required("date")),
        months=_months(entries),
        terms=MappingProxyType({name: terms.required(name) for name in TERMS}),
        translated=entries.required("translated"),
        headings=MappingProxyType({name: headings.required(name) for name in HEADINGS}),
        texts=MappingProxyType(dict(_texts(entries.entries("texts", "the texts")))),
        blanks=entries.texts("blanks"),
        decisions=entries.words("decisions", "the decisions"),
        components=entries.words("components", "the components"),
        instruments=entries.words("instruments", "the instruments"),
        topics=entries.words("topics", "the topics"),
        sections=tuple(_sections(entries.entries("sections", "the sections"))),
    )
    headings.finish()
    terms.finish()
    entries.finish()
    return replace(found, problems=tuple(report.problems))


def _months(entries: Entries) -> tuple[str, ...]:
    months = entries.texts("months")
    if len(months) != MONTHS:
        entries.report.error(
            "wrong_type",
            entries.node.get("months"),
            f"`{len(months)}` cannot stand under `months`",
            "write the names of the twelve months",
        )
    return months


def _texts(entries: Entries) -> Iterator[tuple[str, tuple[str, ...]]]:
    for key, places in PLACES.items():
        sentences = entries.texts(key)
        if not sentences:
            entries.required(key)
        _checked(entries, key, places, " ".join(sentences))
        yield key, sentences
    entries.finish()


def _checked(entries: Entries, key: str, places: frozenset[str], text: str) -> str:
    """Return a text, and report where the places in it are not those that are filled in."""
    if text and _places_in(text) != places:
        wanted = ", ".join(f"{{{place}}}" for place in sorted(places)) or "no braces"
        entries.report.error(
            "unknown_word",
            entries.node.get(key),
            f"`{text}` cannot stand under `{key}`",
            f"write it with {wanted}",
        )
    return text


def _places_in(text: str) -> frozenset[str] | None:
    """Return the names in braces, None where a brace is not closed or holds more than a name."""
    try:
        parts = list(Formatter().parse(text))
    except ValueError:
        return None
    if any(form or how for _, _, form, how in parts):
        return None
    return frozenset(name for _, name, _, _ in parts if name is not None)


def _sections(entries: Entries) -> Iterator[ClientSection]:
    for name, node in entries.node.entries:
        row = Entries(node, entries.report, f"the section `{name.text}`")
        yield ClientSection(
            id=name.text,
            title=row.required("title"),
            papers=row.words("papers", "the papers"),
        )
        row.finish()
