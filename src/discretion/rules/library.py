"""The library: the dictionary and every pack, everything that policy files say."""

import os
from collections.abc import Iterable
from collections.abc import Mapping as Table

from discretion.errors import Problem
from discretion.errors import UnknownInstrumentError
from discretion.facts.case_reader import Words
from discretion.facts.dictionary import Dictionary
from discretion.frozen import dataclass
from discretion.law.instrument import Instrument
from discretion.rules.assumption import AssumptionSet
from discretion.rules.condition import Condition
from discretion.rules.derived import Derivations
from discretion.rules.rule import Pack
from discretion.source import FilePath

BUNDLED = os.path.join(os.path.dirname(os.path.dirname(__file__)), "policies")
"""Where the policies that come with the package lie."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """Everything that policy files say. Holds no fact of any person.

    `packs` describes the same instruments as `instruments`, in the same order; a compiled library
    makes a pack only when it is asked for. `gates` maps a matter type to the conditions of its
    gates, in their order. `assumption_sets` holds those that may be used under every instrument.
    `folder` is where the policy files lie that belong to no pack.
    """

    folder: str
    words: Words
    derivations: Derivations
    instruments: Table[str, Instrument]
    packs: Table[str, Pack]
    gates: Table[str, tuple[Condition, ...]]
    assumption_sets: Table[str, AssumptionSet]
    problems: tuple[Problem, ...] = ()

    @property
    def dictionary(self) -> Dictionary:
        """Every fact that can be said."""
        return self.words.dictionary

    def pack(self, identifier: str) -> Pack:
        """Return the pack of an instrument.

        Raises:
            UnknownInstrumentError: no pack describes it.

        """
        if identifier not in self.instruments:
            raise UnknownInstrumentError(identifier, self.instruments)
        return self.packs[identifier]


def read_library(
    folder: FilePath = BUNDLED, extra_packs: Iterable[FilePath] = (), *, replacing: bool = False
) -> Library:
    """Return the library of a policies folder, read from its files, with every problem in them.

    Args:
        folder: holds `facts/`, `matters/`, `packs/`, `protected.yaml` and `vocabulary.yaml`.
        extra_packs: further pack folders; they have the same rights as those in the folder.
        replacing: a further pack takes the place of the folder's own of the same instrument;
            otherwise one of the two is a problem.

    """
    from discretion.rules.packs.library_reader import read_policies

    return read_policies(folder, extra_packs, replacing=replacing)
