"""Queries: conditions, the results of policies, and how often each is what, as one SELECT each."""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping as Table

from discretion.engines.reading import Reading
from discretion.engines.sql.conditions import Writer
from discretion.engines.sql.dialect import BITS
from discretion.engines.sql.source import Reader
from discretion.engines.sql.source import Source
from discretion.engines.sql.stages import Stages
from discretion.engines.sql.written import TRUE
from discretion.engines.sql.written import UNKNOWN
from discretion.engines.sql.written import Sql
from discretion.engines.sql.written import chosen
from discretion.engines.sql.written import every
from discretion.engines.sql.written import number
from discretion.engines.sql.written import opposite
from discretion.engines.sql.written import some
from discretion.engines.sql.written import written
from discretion.frozen import dataclass
from discretion.rules.condition import Condition

NO_WORD = Sql("CAST(NULL AS STRING)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One policy as it is asked of every row.

    `place` counts the policies of a run. `rules` are those that are answered, in the order of
    their bits. `outcomes` is the outcome table, and `when_open` what stands where no row is met.
    """

    place: int
    reading: Reading
    rules: tuple[str, ...]
    outcomes: tuple[tuple[str, Condition], ...]
    when_open: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stops:
    """Conditions of which none may be true in a row of which anything is asked."""

    reading: Reading
    conditions: tuple[Condition, ...]


def rules_query(
    source: Source,
    reading: Reading,
    conditions: Table[str, Condition],
    carry: Iterable[str] = (),
) -> str:
    """Return a query that tells of each row whether conditions hold.

    Args:
        source: the table of matters.
        reading: what the conditions may refer to.
        conditions: by the name of the column that tells it: a boolean, NULL where it is unknown.
        carry: columns of the table that stand first in the answer.

    """
    query = _Query(source, carry, conditions)
    writer = Writer(reading, query.reader)
    asked = {name: writer.condition(condition) for name, condition in conditions.items()}
    return query.stages.select(asked, query.carry)


def results_query(
    source: Source,
    policies: Iterable[Asked],
    carry: Iterable[str] = (),
    stops: Stops | None = None,
) -> str:
    """Return a query that gives the columns of results: masks of rules, and outcomes.

    For each policy `k` it gives `true_<k>` and `known_<k>`, of which bit `i` tells of rule `i`
    (of rules from 64 on in `true_<k>_2`, and so on), `established_<k>`, the outcome whose row is
    the first that is true, and `possible_<k>`, of which bit `i` tells whether row `i` of the
    outcome table, and last `when_open`, may still be the one. All are NULL in a row that is
    stopped.
    """
    asked = tuple(policies)
    query = _Query(source, carry, (), stops)
    columns: dict[str, Sql] = {}
    for policy in asked:
        for name, piece in query.results(policy):
            columns[name] = query.unless_stopped(piece)
    return query.stages.select(columns, query.carry)


def counts_query(
    source: Source,
    policies: Iterable[Asked],
    by: Iterable[str] = (),
    stops: Stops | None = None,
) -> str:
    """Return a query that counts rows: what each rule is, and what the outcome is or may be.

    Its columns are those of `by`, for which it counts apart, and then `policy`, `thing`, `name`,
    `truth` and `counted_rows`. A thing is `rows` (all that are not stopped), `rule` (by its truth),
    `established`, `possible`, or `undetermined` (no outcome is established).
    """
    asked = tuple(policies)
    query = _Query(source, by, (), stops)
    going = opposite(query.stopped)
    things = [each for policy in asked for each in query.things(policy)]
    names = [query.stages.free_name(f"thing {place}") for place in range(len(things))]
    pieces = [every((going, piece)) for _, piece in things]
    told = query.stages.select(dict(zip(names, pieces, strict=True)), query.carry)
    columns = [source.dialect.identifier(name).text for name in names]
    kept = "".join(f"{source.dialect.identifier(name).text}, " for name in query.carry)
    numbers = ", ".join(f"count(CASE WHEN {each} THEN 1 END) AS {each}" for each in columns)
    group = f"\nGROUP BY {kept.removesuffix(', ')}" if kept else ""
    arms = " ".join(f"WHEN {place} THEN {each}" for place, each in enumerate(columns))
    rows = ", ".join(f"({place}, {thing})" for place, (thing, _) in enumerate(things))
    return (
        f"WITH counted AS (SELECT {kept}{numbers}\nFROM (\n{told}\n) AS told{group})\n"
        f"SELECT {kept}things.policy, things.thing, things.name, things.truth, "
        f"CASE things.place {arms} END AS counted_rows\n"
        f"FROM counted CROSS JOIN (VALUES {rows}) AS things (place, policy, thing, name, truth)"
    )


class _Query:
    """One query that is being written."""

    def __init__(
        self,
        source: Source,
        carry: Iterable[str],
        answers: Iterable[str],
        stops: Stops | None = None,
    ) -> None:
        self.carry = tuple(carry)
        reserved = (*source.names(), *self.carry, *answers)
        self.stages = Stages(source.dialect, source.text, reserved)
        self.reader = Reader(source, self.stages)
        self.dialect = source.dialect
        self.stopped = self._stopped(stops)

    def unless_stopped(self, piece: Sql) -> Sql:
        """Return a value that only a row has that is not stopped."""
        return chosen([(opposite(self.stopped), piece)], UNKNOWN)

    def results(self, policy: Asked) -> Iterator[tuple[str, Sql]]:
        """Yield the columns of results of one policy by name."""
        truths = self.rules(policy)
        place = policy.place
        yield from self._words(f"true_{place}", truths)
        yield from self._words(f"known_{place}", [_is_known(truth) for truth in truths])
        established, possible = self.outcomes(policy)
        tokens = [self.dialect.word(token) for token, _ in policy.outcomes]
        yield f"established_{place}", chosen(zip(established, tokens, strict=True), NO_WORD)
        yield from self._words(f"possible_{place}", possible)

    def things(self, policy: Asked) -> Iterator[tuple[str, Sql]]:
        """Yield what is counted of one policy: its row of words, and which rows of the table."""

        def thing(kind: str, name: str, said: str = "") -> str:
            words = (self.dialect.word(word).text for word in (kind, name, said))
            return ", ".join((str(policy.place), *words))

        yield thing("rows", ""), TRUE
        for rule, piece in zip(policy.rules, self.rules(policy), strict=True):
            yield thing("rule", rule, "true"), piece
            yield thing("rule", rule, "false"), opposite(piece)
            yield thing("rule", rule, "unknown"), written("({} IS NULL)", piece)
        established, possible = self.outcomes(policy)
        tokens = [token for token, _ in policy.outcomes]
        for token, piece in zip(tokens, established, strict=True):
            yield thing("established", token), piece
        for token, piece in zip((*tokens, policy.when_open), possible, strict=True):
            yield thing("possible", token), piece
        yield thing("undetermined", ""), possible[-1]

    def rules(self, policy: Asked) -> list[Sql]:
        """Return the column of each rule."""
        writer = Writer(policy.reading, self.reader)
        return [writer.rule(rule) for rule in policy.rules]

    def outcomes(self, policy: Asked) -> tuple[list[Sql], list[Sql]]:
        """Return whether each row of the outcome table is established, and whether it may be.

        None of these is ever unknown; the last that may be is what stands where no row is met.
        """
        writer = Writer(policy.reading, self.reader)
        rows = [
            self.stages.column(f"outcome {token}", writer.condition(condition))
            for token, condition in policy.outcomes
        ]
        end = len(rows)
        first = chosen(((row, number(place)) for place, row in enumerate(rows)), number(end))
        first = self.stages.column("first outcome", first)
        established = [written("({} = {})", first, number(place)) for place in range(end)]
        possible = [
            written("({} >= {} AND {} IS NOT FALSE)", first, number(place), row)
            for place, row in enumerate(rows)
        ]
        return established, [*possible, written("({} = {})", first, number(end))]

    def _words(self, name: str, truths: list[Sql]) -> Iterator[tuple[str, Sql]]:
        for place, start in enumerate(range(0, len(truths), BITS), start=1):
            mask = self.dialect.mask(truths[start : start + BITS])
            yield name if place == 1 else f"{name}_{place}", mask

    def _stopped(self, stops: Stops | None) -> Sql:
        """Return whether a row is stopped, which is never unknown."""
        if stops is None:
            return some(())
        writer = Writer(stops.reading, self.reader)
        found = some(writer.condition(condition) for condition in stops.conditions)
        return self.stages.column("stopped", written("({} IS TRUE)", found))


def _is_known(piece: Sql) -> Sql:
    return written("({} IS NOT NULL)", piece)
