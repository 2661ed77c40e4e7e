"""Values that are made later: when somebody first asks for them, and once."""

from collections.abc import Callable
from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from typing import Any
from typing import overload


class OneByOne(Mapping[str, Any]):
    """A table of which each value is made when it is first asked for."""

    def __init__(self, names: Collection[str], make: Callable[[str], Any]) -> None:
        """Take the names in their order, and what makes the value of one."""
        self._names = names
        self._make = make
        self._made: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401  # of any class
        """Return the value of a name."""
        found = self._made.get(name)
        if found is None:
            found = self._made[name] = self._make(name)
        return found

    def __contains__(self, name: object) -> bool:
        """Tell whether a name has a value, and make none."""
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        """Return the names in their order."""
        return iter(self._names)

    def __len__(self) -> int:
        """Return how many values there are."""
        return len(self._names)


class Altogether(Sequence[Any]):
    """A row of values that are made when one of them is first asked for; it equals a tuple."""

    def __init__(self, make: Callable[[], Iterable[Any]]) -> None:
        """Take what makes all of them."""
        self._make = make
        self._made: tuple[Any, ...] | None = None

    @property
    def _all(self) -> tuple[Any, ...]:
        if self._made is None:
            self._made = tuple(self._make())
        return self._made

    @overload
    def __getitem__(self, index: int) -> Any: ...  # noqa: ANN401  # of any class

    @overload
    def __getitem__(self, index: slice) -> tuple[Any, ...]: ...

    def __getitem__(self, index: int | slice) -> Any:
        """Return one value, or some."""
        return self._all[index]

    def __iter__(self) -> Iterator[Any]:
        """Return the values in their order."""
        return iter(self._all)

    def __len__(self) -> int:
        """Return how many values there are."""
        return len(self._all)

    def __eq__(self, other: object) -> bool:
        """Tell whether another row, or a tuple, holds the same values."""
        return self._all == (other._all if isinstance(other, Altogether) else other)

    def __hash__(self) -> int:
        """Return the hash of the tuple that this equals."""
        return hash(self._all)
