"""The lines of an entry: values written as JSON, and read when somebody asks for them.

An object says in its empty key which class it is of; what the form of a field tells is not said.
A few fields stand apart, on lines of their own, and the field holds where: what befell an
instrument and what a pack only tells on one line, each fact of the dictionary and each pack on
another. Those are decoded when they are first asked for, as a matter needs few of them.
"""

import json
from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from datetime import date
from datetime import datetime
from typing import Any
from typing import get_args

from discretion.errors import Problem
from discretion.facts.case_reader import Words
from discretion.facts.dictionary import Dictionary
from discretion.facts.dictionary import FactType
from discretion.facts.dictionary import SignedEntry
from discretion.facts.matter import Forbidden
from discretion.facts.matter import Gate
from discretion.facts.matter import MatterType
from discretion.facts.protected import Protected
from discretion.frozen import defaults_of
from discretion.frozen import fields_of
from discretion.law.citation import Citation
from discretion.law.citation import Quote
from discretion.law.event import StatusEvent
from discretion.law.instrument import Instrument
from discretion.law.provision import Provision
from discretion.place import Place
from discretion.rules.assumption import AssumptionSet
from discretion.rules.assumption import Closing
from discretion.rules.compiled.form import Form
from discretion.rules.compiled.form import form_of
from discretion.rules.compiled.form import maker_of
from discretion.rules.compiled.later import Altogether
from discretion.rules.compiled.later import OneByOne
from discretion.rules.condition import Condition
from discretion.rules.condition import Term
from discretion.rules.derived import Derivable
from discretion.rules.derived import Derivations
from discretion.rules.derived import FromRecords
from discretion.rules.measure import Each
from discretion.rules.measure import Tally
from discretion.rules.rule import Consequence
from discretion.rules.rule import Deliverable
from discretion.rules.rule import Delivery
from discretion.rules.rule import DutyTerms
from discretion.rules.rule import Interpretation
from discretion.rules.rule import JudgmentType
from discretion.rules.rule import Omission
from discretion.rules.rule import OutcomeRow
from discretion.rules.rule import Pack
from discretion.rules.rule import Rule
from discretion.rules.sentences.sentence import Alone
from discretion.rules.sentences.sentence import Never
from discretion.rules.sentences.sentence import Prevails
from discretion.rules.sentences.sentence import Sentence
from discretion.rules.sentences.sentence import Unclaimed
from discretion.vocabulary import Vocabulary

CLASSES: dict[str, type] = {
    kind.__name__: kind
    for kind in (
        *get_args(Condition), *get_args(Term), Each, Tally,
        Words, Dictionary, FactType, SignedEntry, Gate, Forbidden, MatterType, Protected,
        Vocabulary, Problem,
        Instrument, StatusEvent, Place, Provision, Citation, Quote,
        Derivable, Derivations, FromRecords,
        Pack, Rule, Interpretation, DutyTerms, Deliverable, Delivery, JudgmentType, OutcomeRow,
        AssumptionSet, Closing, Omission, Consequence, Sentence, Unclaimed, Alone, Never,
        Prevails,
    )
}  # fmt: skip
"""The closed set of what an entry can hold, beside plain values, days and collections."""
MOMENTS = {"date": date.fromisoformat, "datetime": datetime.fromisoformat}
"""What is marked as a class is where it stands in no field of its own, as in a condition."""
ONE_BY_ONE = (Dictionary, "facts")
"""The field of which each value stands on a line of its own."""
ALTOGETHER = frozenset(((Instrument, "events"), (Pack, "provisions"), (Pack, "omissions")))
"""The fields that stand as a whole on a line of their own."""

Make = Callable[[Any], Any]


class Writer:
    """Writes values as lines; each line that stands apart comes before the one that names it."""

    def __init__(self) -> None:
        """Start with no line."""
        self.lines: list[bytes] = []
        self._forms: dict[type, dict[str, Form | None]] = {}

    def keep(self, value: object) -> int:
        """Write a value and return the number of its line."""
        return self._line(self._plain(value))

    def keep_fields(self, fields: Mapping[str, object], kind: type) -> int:
        """Write some fields of a class without its mark, and return the number of the line."""
        return self._line(self._told(fields, kind))

    def _line(self, plain: object) -> int:
        text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
        self.lines.append(text.encode())
        return len(self.lines) - 1

    def _plain(self, value: object) -> object:
        """Return a value that says itself what it is as JSON has it."""
        match value:
            case None | str() | int():
                return value
            case date():
                return {"": type(value).__name__, "of": value.isoformat()}
            case _:
                return {"": type(value).__name__, **self._told(fields_of(value), type(value))}

    def _told(self, fields: Mapping[str, object], kind: type) -> dict[str, object]:
        """Return the fields that are not as they are when left out, as JSON has them."""
        defaults = defaults_of(kind)
        return {
            name: self._field(kind, name, given)
            for name, given in fields.items()
            if name not in defaults or given != defaults[name]
        }

    def _field(self, kind: type, name: str, given: Any) -> object:  # noqa: ANN401  # of any class
        if (kind, name) == ONE_BY_ONE:
            return {name: self.keep(each) for name, each in given.items()}
        if (kind, name) in ALTOGETHER:
            return self._line([self._plain(each) for each in given])
        forms = self._forms.get(kind)
        if forms is None:
            annotated = kind.__annotations__.items()
            forms = self._forms[kind] = {each: form_of(held) for each, held in annotated}
        return self._formed(forms[name], given)

    def _formed(self, form: Form | None, given: Any) -> object:  # noqa: ANN401  # as above
        if form is None or given is None:
            return self._plain(given)
        if form.kind is date:
            return given.isoformat()
        if form.kind is frozenset:
            return sorted(given)
        if form.kind is tuple:
            return [self._formed(form.inner, each) for each in given]
        if form.kind is Mapping:
            return [list(given), [self._formed(form.inner, each) for each in given.values()]]
        return given.value


class Lines:
    """Reads the lines of an entry."""

    def __init__(self, lines: Sequence[bytes]) -> None:
        """Take the lines, of which none is decoded yet."""
        self._lines = lines
        self._decoder = json.JSONDecoder(object_hook=self._made)
        self._makers: dict[str, dict[str, Make]] = {}

    def value(self, number: int) -> Any:  # noqa: ANN401  # of any class
        """Return what one line stands for."""
        return self._decoder.decode(self._lines[number].decode())

    def fields(self, number: int, kind: type) -> dict[str, Any]:
        """Return the fields of a class that one line holds without its mark."""
        row: dict[str, Any] = self.value(number)
        _make_fields(row, dict(self._makers_of(kind)))
        return row

    def _made(self, row: dict[str, Any]) -> object:
        """Return what one object stands for; what lies inside it is made already."""
        name = row.pop("", None)
        if name is None:
            return row
        if name in MOMENTS:
            return MOMENTS[name](row["of"])
        kind = CLASSES[name]
        makers = self._makers.get(name)
        if makers is None:
            makers = self._makers[name] = dict(self._makers_of(kind))
        if makers:
            _make_fields(row, makers)
        return kind(**row)

    def _makers_of(self, kind: type) -> Iterator[tuple[str, Make]]:
        """Yield each field of a class that is kept in another way than it is, with its maker."""
        for name, annotation in kind.__annotations__.items():
            make = self._apart(kind, name) or maker_of(form_of(annotation))
            if make is not None:
                yield name, make

    def _apart(self, kind: type, name: str) -> Make | None:
        if (kind, name) == ONE_BY_ONE:
            return self._one_by_one
        if (kind, name) in ALTOGETHER:
            return lambda number: Altogether(lambda: self.value(number))
        return None

    def _one_by_one(self, numbers: Mapping[str, int]) -> OneByOne:
        return OneByOne(numbers, lambda name: self.value(numbers[name]))


def _make_fields(row: dict[str, Any], makers: Mapping[str, Make]) -> None:
    """Put what each field stands for in its place; None stands for itself."""
    for name in makers.keys() & row.keys():
        if row[name] is not None:
            row[name] = makers[name](row[name])
