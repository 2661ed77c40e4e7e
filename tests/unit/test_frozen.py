"""Classes of values behave as the standard library's frozen dataclasses do."""

import copy
import dataclasses
import inspect
import pickle

import pytest

from discretion.frozen import FEW
from discretion.frozen import FrozenError
from discretion.frozen import dataclass
from discretion.frozen import defaults_of
from discretion.frozen import field
from discretion.frozen import fields_of
from discretion.frozen import replace


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration:
    """So many days and hours."""

    days: int
    hours: int = 0
    notes: list[str] = field(default_factory=list)
    seen: dict[str, int] = field(default_factory=dict, compare=False)

    @property
    def whole(self) -> int:
        return self.days * 24 + self.hours


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A value of more fields than a function of its own takes."""

    year: int
    month: int
    day: int
    hour: int = 0
    minute: int = 0
    marks: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Name:
    text: str
    lang: str = "en"


@dataclass(frozen=True, slots=True)
class Label:
    text: str
    lang: str = "en"


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    line: int


@dataclass(frozen=True, slots=True)
class Nothing:
    """A value without fields."""


@dataclasses.dataclass(frozen=True, slots=True)
class Standard:
    text: str
    lang: str = "en"


def test_fields_are_given_by_name() -> None:
    made = Duration(days=2, hours=3)

    assert (2, 3, 51) == (made.days, made.hours, made.whole)


def test_fields_in_order_may_be_given_either_way() -> None:
    assert Name("a", "de") == Name(text="a", lang="de") == Name("a", lang="de")


@pytest.mark.parametrize(
    ("given", "named"),
    [((), {}), ((1,), {}), ((), {"days": 1, "weeks": 1}), ((), {"hours": 1})],
)
def test_a_field_missing_unknown_or_out_of_place_is_refused(
    given: tuple[int, ...], named: dict[str, int]
) -> None:
    with pytest.raises(TypeError):
        Duration(*given, **named)  # type: ignore[arg-type]  # refused on purpose


@pytest.mark.parametrize(
    ("named", "wrong"),
    [
        ({"year": 1, "month": 2}, "day"),
        ({"year": 1, "month": 2, "day": 3, "week": 4}, "week"),
        ({"year": 1, "month": 2, "week": 4}, "day, week"),
        (dict.fromkeys(("year", "month", "hour", "minute", "marks", "week"), 1), "day, week"),
    ],
)
def test_a_value_of_many_fields_names_those_that_are_wrong(
    named: dict[str, int], wrong: str
) -> None:
    with pytest.raises(TypeError, match=rf"Moment\(\) lacks or does not know: {wrong}$"):
        Moment(**named)  # type: ignore[arg-type]  # refused on purpose


def test_a_value_of_many_fields_has_its_own_defaults() -> None:
    first, second = (Moment(year=2021, month=9, day=30, hour=5) for _ in range(2))
    first.marks.append("read")

    assert (2021, 9, 30, 5, 0) == (first.year, first.month, first.day, first.hour, first.minute)
    assert [] == second.marks
    with pytest.raises(TypeError):
        Moment(2021, 9, 30)  # type: ignore[call-arg]  # refused on purpose


@pytest.mark.parametrize("count", range(7))
@pytest.mark.parametrize("kw_only", [True, False])
def test_a_class_of_so_many_fields_fills_in_each_of_them(*, count: int, kw_only: bool) -> None:
    names = [f"field_{number}" for number in range(count)]
    plain = type("Plain", (), {"__annotations__": dict.fromkeys(names, int)})
    given = {name: number for number, name in enumerate(names)}
    if count > FEW and not kw_only:
        with pytest.raises(TypeError, match="Plain has many fields or fresh ones"):
            dataclass(frozen=True, slots=True)(plain)
        return
    made = dataclass(frozen=True, slots=True, kw_only=kw_only)(plain)

    assert given == fields_of(made(**given))
    if not kw_only:
        assert given == fields_of(made(*given.values()))


def test_what_makes_a_value_has_the_arguments_of_its_class() -> None:
    assert "(self, text, lang='en')" == str(inspect.signature(Name.__init__))
    with pytest.raises(TypeError, match=r"Name\.__init__\(\) missing 1 required .* 'text'"):
        Name()  # type: ignore[call-arg]  # refused on purpose
    with pytest.raises(TypeError, match=r"Name\.__init__\(\) got an unexpected .* 'word'"):
        Name(word="a")  # type: ignore[call-arg]  # refused on purpose


def test_a_value_never_changes() -> None:
    made = Duration(days=2)

    with pytest.raises(FrozenError, match="a Duration never changes: its `days` stays as it is"):
        made.days = 3  # type: ignore[misc]  # refused on purpose
    with pytest.raises(FrozenError):
        del made.days
    with pytest.raises(AttributeError):
        made.weeks = 1  # type: ignore[attr-defined]  # refused on purpose

    assert 2 == made.days


def test_values_hold_their_fields_and_nothing_else() -> None:
    assert not hasattr(Name("a"), "__dict__")


def test_values_are_equal_by_class_and_fields() -> None:
    others: list[object] = [Name("b"), Label("a"), "a", ("a", "en")]

    assert Name("a") == Name("a")
    assert Nothing() == Nothing()
    assert [] == [other for other in others if other == Name("a")]


def test_equal_values_have_one_hash() -> None:
    assert 2 == len({Name("a"), Name("a"), Label("a")})
    assert hash(Nothing()) == hash(Nothing())


def test_a_value_that_is_not_compared_is_itself_alone() -> None:
    made = Place(1)

    assert made != Place(1)
    assert {made: "here"}[made] == "here"


def test_every_instance_has_its_own_fresh_default() -> None:
    first, second = Duration(days=1), Duration(days=1)
    first.notes.append("read")

    assert [] == second.notes


def test_what_a_value_remembers_does_not_count() -> None:
    first, second = Duration(days=1), Duration(days=1)
    first.seen["a"] = 1

    assert first == second
    assert "Duration(days=1, hours=0, notes=[])" == repr(first)


def test_a_replaced_value_differs_in_the_fields_named() -> None:
    made = Duration(days=1, hours=2)

    assert Duration(days=1, hours=5) == replace(made, hours=5)
    assert Duration(days=1, hours=2) == made
    with pytest.raises(TypeError):
        replace(made, weeks=1)


def test_fields_and_defaults_are_told_in_order() -> None:
    assert [("text", "a"), ("lang", "en")] == list(fields_of(Name("a")).items())
    assert {"hours": 0, "notes": [], "seen": {}} == defaults_of(Duration)


def test_values_are_copied_and_pickled() -> None:
    made = Name("a", "de")

    assert made == copy.copy(made) == copy.deepcopy(made) == pickle.loads(pickle.dumps(made))  # noqa: S301  # our own


def test_values_are_matched_by_their_fields() -> None:
    match Name("a", "de"):
        case Name(text, lang="de"):
            found = text
        case _:
            found = ""

    assert "a" == found


def test_a_value_is_shown_and_hashed_as_the_standard_ones_are() -> None:
    ours, standard = Name("a"), Standard("a")

    assert repr(standard).removeprefix("Standard") == repr(ours).removeprefix("Name")
    assert hash(standard) == hash(ours)
    assert Standard.__match_args__ == Name.__match_args__
    assert () == Duration.__match_args__


def test_a_class_keeps_its_name_and_its_words() -> None:
    assert ("Duration", "So many days and hours.") == (Duration.__qualname__, Duration.__doc__)
    assert __name__ == Duration.__module__
