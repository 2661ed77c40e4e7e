"""The kind of every term, with a problem for each name that does not exist."""

from collections.abc import Iterable
from collections.abc import Mapping as Table
from datetime import datetime
from typing import assert_never

from discretion.errors import nearest
from discretion.facts.dictionary import Dictionary
from discretion.facts.dictionary import FactType
from discretion.facts.dictionary import Kind
from discretion.frozen import dataclass
from discretion.rules.condition import Constant
from discretion.rules.condition import Elapsed
from discretion.rules.condition import Fact
from discretion.rules.condition import Field
from discretion.rules.condition import Shift
from discretion.rules.condition import Term
from discretion.rules.condition import Unit
from discretion.rules.library import Library
from discretion.rules.packs.places import Site
from discretion.rules.show import show_term

NOUNS = {
    Kind.YES_NO: "a yes or no",
    Kind.TOKEN: "one of several words",
    Kind.DATE: "a date",
    Kind.MOMENT: "a moment",
    Kind.NUMBER: "a number",
    Kind.TEXT: "a text",
    Kind.LIST: "a list",
}
"""What a kind is called in a message."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What a condition may name.

    `rules` maps each rule of the pack to whether it tests anything. Both it and `judgments` are
    None in the dictionary, where a fact follows from facts alone. `date_facts` are the facts that
    every matter gives.
    """

    dictionary: Dictionary
    date_facts: frozenset[str]
    rules: Table[str, bool] | None
    judgments: frozenset[str] | None

    def lists(self) -> Iterable[str]:
        """Yield the names of lists."""
        facts = self.dictionary.facts.values()
        return (fact.name for fact in facts if fact.kind is Kind.LIST)


def shared_names(library: Library) -> Names:
    """Return what a condition may name that belongs to no pack: facts, and no rule or judgment."""
    matters = library.words.matters.values()
    return Names(
        dictionary=library.dictionary,
        date_facts=frozenset(matter.date_fact for matter in matters),
        rules=None,
        judgments=None,
    )


class TermCheck:
    """Tells the kind of terms, and reports the names in them that do not exist."""

    def __init__(self, names: Names) -> None:
        """Take what may be named."""
        self.names = names

    def kind(self, term: Term, site: Site, items: str) -> Kind | None:
        """Return the kind of a term, None where a problem says that it has none."""
        match term:
            case Fact(name=name) if name in self.names.date_facts:
                return Kind.DATE
            case Fact() | Field():
                return self._named(term, site, items)
            case Constant(value=int()):
                return Kind.NUMBER
            case Constant(value=str()):
                return Kind.TEXT
            case Constant(value=datetime()):
                return Kind.MOMENT
            case Constant():
                return Kind.DATE
            case Shift():
                return self._shifted(term, site, items)
            case Elapsed():
                for end in (term.start, term.end):
                    kind = self.kind(end, site, items)
                    if kind not in {None, Kind.DATE}:
                        self._wrong_duration(end, "time is counted between dates", site)
                return Kind.NUMBER
            case _:
                assert_never(term)

    def _shifted(self, term: Shift, site: Site, items: str) -> Kind | None:
        kind = self.kind(term.term, site, items)
        wanted = Kind.MOMENT if term.unit is Unit.HOURS else Kind.DATE
        if kind not in {None, wanted}:
            rule = f"{term.unit.value} are added to {NOUNS[wanted]}"
            self._wrong_duration(term.term, rule, site)
            return None
        return kind

    def _wrong_duration(self, term: Term, rule: str, site: Site) -> None:
        name = show_term(term)
        message = f"{rule}, and `{name}` is none"
        site.error("wrong_duration", name, message, "days, months and years go with dates")

    def _named(self, term: Fact | Field, site: Site, items: str) -> Kind | None:
        fact = self.fact(term, items)
        if fact is not None:
            if fact.kind is not Kind.LIST:
                return fact.kind
            site.error(
                "list_as_value",
                term.name,
                f"`{term.name}` is a list, and is read as one value",
                f"write exists({term.name}), all({term.name}, ..) or count({term.name})",
            )
        elif isinstance(term, Fact):
            self._no_fact(term.name, site)
        elif not items:
            site.error(
                "field_outside_list",
                f"it.{term.name}",
                f"`it.{term.name}` stands outside a list",
                "fields are read inside exists(..), all(..) or count(..)",
            )
        else:
            listed = self.names.dictionary.facts[items]
            message = f"the list `{items}` has no field `{term.name}`"
            hint = nearest(term.name, listed.fields) or f"fields: {', '.join(listed.fields)}"
            site.error("unknown_field", term.name, message, hint)
        return None

    def _no_fact(self, name: str, site: Site) -> None:
        if self.names.judgments and name in self.names.judgments:
            hint = f"it is a judgment: write judgment({name}) or settled({name})"
        elif self.names.rules and name in self.names.rules:
            hint = f'it is a rule: write rule("{name}")'
        else:
            hint = nearest(name, self.names.dictionary.names())
        remedy = hint or "add it to a fact module, or name another"
        site.error("unknown_fact", name, f"no fact is called `{name}`", remedy)

    def fact(self, term: Term, items: str) -> FactType | None:
        """Return the fact or field that a term is, None for any other and for one unknown."""
        if isinstance(term, Fact):
            return self.names.dictionary.get(term.name)
        listed = self.names.dictionary.get(items)
        if isinstance(term, Field) and listed is not None:
            return listed.fields.get(term.name)
        return None

    def is_list(self, name: str, site: Site) -> bool:
        """Tell whether a list of that name exists; report where not."""
        fact = self.names.dictionary.get(name)
        if fact is None:
            hint = nearest(name, self.names.lists()) or f"lists: {', '.join(self.names.lists())}"
            site.error("unknown_fact", name, f"no list is called `{name}`", hint)
        elif fact.kind is not Kind.LIST:
            message = f"`{name}` is {NOUNS[fact.kind]}, and no list"
            site.error("value_as_list", name, message, "exists, all and count read a list")
        return fact is not None and fact.kind is Kind.LIST
