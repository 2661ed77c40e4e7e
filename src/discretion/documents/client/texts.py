"""The texts of the sheet in one language, and what each of them has to leave room for."""

from collections.abc import Mapping as Table
from datetime import date
from types import MappingProxyType

from discretion.errors import Problem
from discretion.frozen import dataclass

LANGUAGES = ("en", "es")
TERMS = ("request", "consent")
"""Parts of the sheet that begin with what the government calls a thing."""
HEADINGS = (
    *("title", "mark", "foot", "request", "policy", "does_not", "looks_at", "papers", "consent"),
    *("never", "ask"),
)
"""The titles of the sheet and of its parts, and what stands at the head and foot of each page."""
_DAY, _TODAY = frozenset(("day",)), frozenset(("today",))
PLACES: Table[str, frozenset[str]] = MappingProxyType(
    {
        **dict.fromkeys(
            (
                *("helper", "request", "term_lead", "term_gloss", "request_office"),
                *("policy_change", "does_not", "looks_at", "looks_none"),
                *("looks_same", "papers", "papers_none", "papers_more", "unknown", "consent"),
                *("consent_lead", "consent_gloss"),
                *("do_not", "do", "practice", "ask"),
            ),
            frozenset[str](),
        ),
        "request_about": frozenset(("decision",)),
        **dict.fromkeys(("policy_certain", "policy_perhaps", "policy_none"), _DAY),
        "looks_history": _DAY,
        **dict.fromkeys(("today_in_force", "today_not", "today_perhaps"), _TODAY),
        **dict.fromkeys(("today_none", "today_other"), _TODAY),
    }
)
"""Every text of the sheet, with the places in it that are filled in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientSection:
    """A section of the checklist whose papers may be named at home: `papers` by their kinds."""

    id: str
    title: str
    papers: Table[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientTexts:
    """Everything that the sheet says in one language. It holds nothing of any person.

    `terms` is what the government calls things, in English in every language. `translated` marks
    what is our own wording of an English name. `texts` maps a key to its sentences. `decisions`,
    `components`, `instruments` and `topics` give words of the policies plain words.
    """

    language: str
    version: str
    basis: str
    reviewed: str
    cite: tuple[str, ...]
    date_form: str
    months: tuple[str, ...]
    terms: Table[str, str]
    translated: str
    headings: Table[str, str]
    texts: Table[str, tuple[str, ...]]
    blanks: tuple[str, ...]
    decisions: Table[str, str]
    components: Table[str, str]
    instruments: Table[str, str]
    topics: Table[str, str]
    sections: tuple[ClientSection, ...]
    problems: tuple[Problem, ...] = ()

    def day_in_words(self, day: date) -> str:
        """Return a day as this language writes it: `1 de febrero de 2022`."""
        return self.date_form.format(day=day.day, month=self.months[day.month - 1], year=day.year)

    def sentences(self, key: str, **places: str) -> tuple[str, ...]:
        """Return the sentences of a text, with its places filled in."""
        return tuple(text.format(**places) for text in self.texts[key])
