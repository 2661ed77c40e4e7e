"""What can go wrong, as values and as exceptions.

A mistake in a file is a `Problem`: collected with its place and its remedy, never raised.
A mistake by a caller raises one class per failure:

    DiscretionError
    ├── UnknownInstrumentError     an instrument that no pack describes
    ├── UnknownVersionError        a version of a pack that is neither a folder nor a bundled pack
    ├── UnknownNameError           a place, component, decision type, class or mode nobody knows
    ├── FilesRefusedError          files whose problems forbid an answer (carries the problems)
    ├── ReversedPeriodError        a period that ends before it begins
    ├── IncomparableError          two policies speak of other things, or in other words
    ├── EnginesDisagreeError       two engines say different things of one case
    ├── MissingExtraError          something for which an optional library is not installed
    ├── InstrumentNotNamedError    an official file without the instrument that it is to be
    ├── ReviewOutOfTimeError       a review dated before its instrument, or after today
    ├── ReviewStandsError          a second review of one thing by one person, correcting nothing
    ├── NothingToCorrectError      a correction of a review that is not there to be corrected
    ├── FolderTakenError           a folder that holds something else than what would be written
    ├── NoDecisionColumnError      a table without the days of its decisions
    ├── WrongFactColumnError       a column of a facts table that holds what its fact cannot be
    ├── EmployerNameError          a name by which no employer can be told from another
    ├── OutwardRefusedError        something meant for outside that a gate keeps inside
    └── AssumedOutwardError        something meant for outside that would rest on an assumption
"""

from collections.abc import Iterable
from datetime import date

from discretion.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One mistake in a file, with its place and what to do next.

    `message` is one lower-case sentence with the reader's own words in backticks; `help` says
    what to do next. `line` and `column` count from 1; None where the file as a whole is meant.
    A warning is reported and the matter is still assessed; an error forbids an answer.
    """

    code: str
    message: str
    help: str = ""
    file: str = ""
    line: int | None = None
    column: int | None = None
    severity: str = "error"


def has_errors(problems: Iterable[Problem]) -> bool:
    """Tell whether any problem forbids an answer."""
    return any(problem.severity == "error" for problem in problems)


def nearest(name: str, names: Iterable[str]) -> str:
    """Return a sentence naming the nearest spelling of a name, or an empty string."""
    from difflib import get_close_matches

    close = get_close_matches(name, list(names), n=1, cutoff=0.6)
    return f"did you mean `{close[0]}`?" if close else ""


class DiscretionError(Exception):
    """Any failure that a caller of `discretion` can meet."""


class UnknownInstrumentError(DiscretionError):
    """An instrument was named that no pack describes."""

    def __init__(self, identifier: str, known: Iterable[str]) -> None:
        """Keep the name and say which instruments there are."""
        listed = sorted(known)
        self.told = f"no pack describes the instrument `{identifier}`"
        self.hint = nearest(identifier, listed) or f"known instruments: {', '.join(listed)}"
        super().__init__(f"{self.told}: {self.hint}")
        self.identifier = identifier


class UnknownVersionError(DiscretionError):
    """A version of a pack was named that is neither a folder nor the id of a bundled pack."""

    def __init__(self, named: str, known: Iterable[str]) -> None:
        """Keep the name and say what can be named."""
        listed = sorted(known)
        self.told = f"`{named}` is neither a folder nor the id of a bundled pack"
        self.hint = nearest(named, listed) or (
            "name the folder that holds the pack's instrument.yaml, or an id that "
            "`discretion policy list` shows"
        )
        super().__init__(f"{self.told}: {self.hint}")
        self.named = named


class UnknownNameError(DiscretionError):
    """A word for a place, component, decision type, class or mode is not in the vocabulary."""

    def __init__(
        self, kind: str, word: str, known: Iterable[str], *, is_whole: bool = True
    ) -> None:
        """Keep the word and name the nearest one.

        Args:
            kind: what the word was to be.
            word: the word.
            known: words that are known.
            is_whole: whether those are all that are known; if not, they are told as examples.

        """
        listed = sorted(known)
        lead = "one of: " if is_whole else "for example "
        self.told = f"`{word}` is not a known {kind}"
        self.hint = nearest(word, listed) or (
            f"{lead}{', '.join(listed)}" if listed else "there is none"
        )
        super().__init__(f"{self.told}: {self.hint}")
        self.kind = kind
        self.word = word


class FilesRefusedError(DiscretionError):
    """Files were read whose problems forbid an answer."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """Carry the problems so that all can be shown together."""
        count = sum(problem.severity == "error" for problem in problems)
        told = "1 problem forbids" if count == 1 else f"{count} problems forbid"
        super().__init__(f"{told} an answer")
        self.problems = problems


class ReversedPeriodError(DiscretionError):
    """A period was asked about that ends before it begins."""

    def __init__(self, first: date, last: date) -> None:
        """Name both days."""
        super().__init__(f"the period from {first} to {last} ends before it begins: swap the days")


class MissingExtraError(DiscretionError):
    """Something was asked for that needs an optional library, which is not installed."""

    def __init__(self, what: str, library: str, extra: str) -> None:
        """Say what needs the library, and how to install it."""
        super().__init__(
            f"{what} needs `{library}`, which is not installed: run "
            f"`pip install 'discretion[{extra}]'`"
        )
        self.library = library
        self.extra = extra


class IncomparableError(DiscretionError):
    """Two policies were to be compared that do not speak of the same things in the same words."""

    def __init__(self, a: str, b: str, why: str, remedy: str) -> None:
        """Name both policies, say why and what to do."""
        super().__init__(f"`{a}` and `{b}` cannot be compared: {why}: {remedy}")


class EnginesDisagreeError(DiscretionError):
    """Two engines say different things of one case, so that neither can be relied on."""

    def __init__(self, side: str, topic: str) -> None:
        """Name the policy and the topic."""
        super().__init__(
            f"two engines disagree about `{topic}` under `{side}`, which is a mistake in this "
            "program: nothing is answered, please report it with this message"
        )


class InstrumentNotNamedError(DiscretionError):
    """Words were looked for in an official file, and nobody said of which instrument."""

    def __init__(self, found: Iterable[tuple[str, int, int]]) -> None:
        """List instruments, each with how many of its phrases stand there and how many it has."""
        listed = ", ".join(f"`{name}` ({count} of {total})" for name, count, total in found)
        told = f"phrases found, most first: {listed}" if listed else "no phrase of any was found"
        super().__init__(f"name the instrument that this file is with `--policy ID`: {told}")


class ReviewOutOfTimeError(DiscretionError):
    """A review is dated on a day on which nobody can have made it."""

    def __init__(self, on: date, first: date, last: date) -> None:
        """Name the day, and between which days it has to lie."""
        super().__init__(
            f"nobody can have made this review on {on}: give a day from {first}, when the "
            f"instrument was issued, to {last}, which is today"
        )


class ReviewStandsError(DiscretionError):
    """A person reviews a provision again, and does not say what becomes of the first review."""

    def __init__(self, by: str, provision: str, number: int) -> None:
        """Name the review that stands."""
        super().__init__(
            f"review {number} of `{provision}` is by {by} too, on the same pack and the same file: "
            f"if the new one takes its place, add `--corrects {number}`"
        )


class NothingToCorrectError(DiscretionError):
    """A review is to correct another that is not there, is of something else or is corrected."""

    def __init__(self, number: int, provision: str, standing: Iterable[int]) -> None:
        """Name the review, and those that could be corrected."""
        listed = ", ".join(str(each) for each in standing)
        hint = f"those that can be are {listed}" if listed else "leave `--corrects` out"
        super().__init__(f"no review {number} of `{provision}` stands to be corrected: {hint}")


class FolderTakenError(DiscretionError):
    """A folder holds something else than what would be written into it."""

    def __init__(self, folder: str, holds: str) -> None:
        """Keep the folder's name.

        Args:
            folder: the folder, as its reader named it.
            holds: what it holds, as a sentence goes on with it.

        """
        super().__init__(
            f"the folder `{folder}` holds {holds}: name another, or write over it with `--force`"
        )
        self.folder = folder


class NoDecisionColumnError(DiscretionError):
    """A table has no column of decision days: its rows are no decisions, and are not run."""

    def __init__(self, column: str, wanting: str = "") -> None:
        """Keep the column's name.

        Args:
            column: the column.
            wanting: what is wrong with it, as a sentence goes on; empty where it is not there.

        """
        told = (
            f"the column `{column}` {wanting}" if wanting else f"the table has no column `{column}`"
        )
        super().__init__(
            f"{told}: its rows are no decisions, made or proposed, and nothing is said of them"
        )
        self.column = column


class WrongFactColumnError(DiscretionError):
    """A column of a facts table holds something else than its fact can be."""

    def __init__(self, column: str, told: str, remedy: str) -> None:
        """Keep the column's name.

        Args:
            column: the column, and before it that of the list whose field it is.
            told: what is wrong with it, as a sentence goes on.
            remedy: what to do.

        """
        super().__init__(f"the column `{column}` {told}: {remedy}")
        self.column = column
        self.told = told
        self.remedy = remedy

    def inside(self, name: str) -> "WrongFactColumnError":
        """Return the same failure of a field of the records of a list."""
        return WrongFactColumnError(f"{name}.{self.column}", self.told, self.remedy)


class EmployerNameError(DiscretionError):
    """A name was asked about by which no employer can be told from another."""

    def __init__(self, name: str, why: str) -> None:
        """Keep the name and say what is wrong with it."""
        super().__init__(
            f"the employer's name `{name}` {why}: write more of the name, or leave it out and "
            "give a place and a day"
        )
        self.name = name


class OutwardRefusedError(DiscretionError):
    """An answer meant for outside was asked for, and a gate keeps it inside."""

    def __init__(self, gate: str, reason: str) -> None:
        """Keep the gate and say how counsel can override it."""
        super().__init__(
            f"nothing is given out: {reason}: only counsel can override this, on the record, "
            f"with `overrides: [{{gate: {gate}, by: .., role: .., on: .., reason: ..}}]`"
        )
        self.gate = gate


class AssumedOutwardError(DiscretionError):
    """An answer meant for outside was asked for under an assumption, which is nobody's word."""

    def __init__(self, assumptions: str) -> None:
        """Name the assumption set."""
        super().__init__(
            f"nothing is given out that rests on what a study assumes: leave out "
            f"`--assume {assumptions}`, or ask for an internal answer"
        )
        self.assumptions = assumptions
