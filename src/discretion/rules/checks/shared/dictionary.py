"""The dictionary: every fact has its words and its source, and none is a trait of a person."""

from collections.abc import Iterator

from discretion.dates import day_of
from discretion.errors import Problem
from discretion.errors import nearest
from discretion.facts.dictionary import FactType
from discretion.facts.dictionary import Kind
from discretion.rules.checks.chains import check_derivation_cycles
from discretion.rules.checks.conditions import dictionary_conditions
from discretion.rules.checks.conditions import field_guards
from discretion.rules.checks.conditions import gate_conditions
from discretion.rules.checks.guards import GuardCheck
from discretion.rules.checks.kinds import KindCheck
from discretion.rules.checks.terms import shared_names
from discretion.rules.library import Library
from discretion.rules.packs.places import FactPlaces
from discretion.rules.packs.places import Site
from discretion.rules.sentences.check import check_shared_sentences

GATE_EFFECTS = ("stop", "carried", "no_outward_document")
"""What a gate can do: end everything, be carried through, or keep everything inside."""
NO_RECORDS = "none"
"""The absent value of a list: nobody recorded anything, and there is nothing."""


def check_dictionary(library: Library) -> tuple[Problem, ...]:
    """Return every problem of the fact modules, the matter types and the protected traits."""
    places = FactPlaces(library)
    for fact in library.dictionary.facts.values():
        site = places.fact(fact)
        _FactCheck(library, fact, site).check()
        for field in fact.fields.values():
            _FactCheck(library, field, site.under("fields").under(field.name), fact).check()
    _check_adjacent(library, places)
    _check_conditions(library, places)
    check_derivation_cycles(library, places)
    check_shared_sentences(library, places)
    return tuple(problem for report in places.reports() for problem in report.problems)


def _check_conditions(library: Library, places: FactPlaces) -> None:
    kinds, guards = KindCheck(shared_names(library)), GuardCheck(library.derivations.guards)
    for placed in dictionary_conditions(library, places):
        kinds.check(placed)
        guards.check(placed)
    for items, placed in field_guards(library, places):
        kinds.check(placed, items)
    for placed in gate_conditions(library, places):
        kinds.check(placed)
        guards.check(placed)
    for matter in library.words.matters.values():
        for row in places.module(matter.file).under("threshold").items():
            effect = row.text("effect")
            if effect and effect not in GATE_EFFECTS:
                row.under("effect").error(
                    "unknown_word",
                    effect,
                    f"`{effect}` cannot stand under `effect`",
                    nearest(effect, GATE_EFFECTS) or f"one of: {', '.join(GATE_EFFECTS)}",
                )


def _check_adjacent(library: Library, places: FactPlaces) -> None:
    """Report facts that one of the two lists of adjacent facts knows, and the other does not."""
    listed = library.words.protected.adjacent
    for name, fact in library.dictionary.facts.items():
        if bool(fact.adjacent) is not (name in listed):
            where = "in its module" if fact.adjacent else "in protected.yaml"
            places.fact(fact).error(
                "adjacent_in_one_list",
                name,
                f"`{name}` is called adjacent to a protected trait {where} alone",
                "say why it is allowed in both places, in the same words",
            )


class _FactCheck:
    """Looks at one fact, or at one field of a list."""

    def __init__(
        self, library: Library, fact: FactType, site: Site, listed: FactType | None = None
    ) -> None:
        self.library = library
        self.fact = fact
        self.site = site
        self.listed = listed
        self.siblings = library.dictionary.facts if listed is None else listed.fields

    def check(self) -> None:
        """Report everything that is wrong with the fact."""
        fact, site = self.fact, self.site
        trait = self.library.words.protected.trait_of(fact.name)
        if trait is not None:
            site.error(
                "protected_trait",
                "",
                f"`{fact.name}` is a protected trait, and no trait of a person is ever an input",
                "take it out; what an official did with it is a fact of its own",
            )
        for key in self._wordless():
            site.error(
                "fact_without_words",
                "",
                f"`{fact.name}` has no `{key}`",
                f"add `{key}:`, for questions and for conditions in plain English",
            )
        if not fact.source:
            site.error("fact_without_source", "", f"`{fact.name}` names no source", "add `source:`")
        if self.listed is not None and fact.kind is Kind.LIST:
            message = f"the list `{fact.name}` stands inside the list `{self.listed.name}`"
            site.error("list_in_list", "", message, "make it a list of its own")
        self._check_absent()
        self._check_bounds()
        self._check_derived()

    def _wordless(self) -> Iterator[str]:
        """Yield the keys without which the fact cannot be told in plain English."""
        fact = self.fact
        if fact.kind is Kind.LIST:
            wanted = {"item": fact.item, "items": fact.items, "fields": fact.fields}
        else:
            wanted = {"phrase": fact.phrase}
            if fact.kind is Kind.YES_NO:
                wanted["denied"] = fact.denied
            if fact.kind is Kind.TOKEN:
                wanted["values"] = fact.words
        yield from (key for key, found in wanted.items() if not found)

    def _check_absent(self) -> None:
        """Check the value that a record fact has when nobody recorded it."""
        fact = self.fact
        if not fact.absent:
            return
        possible = {
            Kind.LIST: (NO_RECORDS,),
            Kind.YES_NO: ("no", "not_recorded"),
            Kind.TOKEN: self.site.under("values").keys(),
        }.get(fact.kind, ())
        if fact.absent not in possible or self.listed is not None:
            hint = f"one of: {', '.join(possible)}" if possible else "make it a token fact"
            self.site.under("absent").error(
                "wrong_absent",
                fact.absent,
                f"`{fact.name}` cannot have `{fact.absent}` as its absent value",
                hint,
            )

    def _check_bounds(self) -> None:
        """Check the range, and the date that this one is never before."""
        fact = self.fact
        for key, bound in (("from", fact.low), ("to", fact.high)):
            if not bound:
                continue
            is_number = fact.kind is Kind.NUMBER and bound.isdigit()
            is_day = fact.kind is Kind.DATE and (day_of(bound) or bound == "decision_date")
            if not is_number and not is_day:
                self.site.under("range").under(key).error(
                    "wrong_range",
                    bound,
                    f"`{bound}` is no bound of `{fact.name}`",
                    "write a whole number for a number, a day or decision_date for a date",
                )
        for key, name in (("not_before", fact.not_before), ("flag_before", fact.flag_before)):
            earlier = self.siblings.get(name)
            if name and (earlier is None or {earlier.kind, fact.kind} != {Kind.DATE}):
                self.site.under(key).error(
                    "wrong_date_order",
                    name,
                    f"`{fact.name}` cannot be ordered after `{name}`",
                    nearest(name, self.siblings) or "both are dates of one matter",
                )
        if fact.flag_after and (fact.flag_after != "decision_date" or fact.kind is not Kind.DATE):
            self.site.under("flag_after").error(
                "wrong_range",
                fact.flag_after,
                f"`{fact.flag_after}` is no bound of `{fact.name}`",
                "write decision_date, for a date",
            )

    def _check_derived(self) -> None:
        """Check that what the fact is taken from exists and is of the right kind."""
        fact, site = self.fact, self.site.under("derived")
        if not fact.derived:
            return
        taken = self.library.derivations.from_records.get(fact.name)
        if self.listed is not None or (taken is None and fact.kind is not Kind.YES_NO):
            site.error(
                "wrong_derivation",
                "",
                f"`{fact.name}` cannot follow from other facts in this way",
                "yes_when and no_when are for a yes-no fact, earliest and latest for a date",
            )
        elif taken is not None:
            self._check_taken(site, taken.items, taken.by, taken.take)

    def _check_taken(self, site: Site, items: str, by: str, take: str) -> None:
        listed = self.library.dictionary.get(items)
        fields = listed.fields if listed is not None else {}
        wanted = [(by, Kind.DATE), (take, self.fact.kind)] if take else [(by, Kind.DATE)]
        for name, kind in wanted:
            found = fields.get(name)
            if found is None or found.kind is not kind or not (take or self.fact.kind is kind):
                site.error(
                    "wrong_derivation",
                    name,
                    f"`{self.fact.name}` cannot be taken from `{items}.{name}`",
                    nearest(name, fields) or "name a list, and a field of the fact's own kind",
                )
