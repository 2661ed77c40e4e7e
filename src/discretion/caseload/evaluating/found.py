"""What one policy says of one batch: its rules and outcomes, as columns and as tallies."""

from collections.abc import Iterator
from collections.abc import Mapping as Table

import numpy as np
import pyarrow as pa

from discretion.caseload.evaluating.asking import OUTCOME
from discretion.caseload.evaluating.asking import RULE
from discretion.caseload.evaluating.asking import SHARE
from discretion.caseload.evaluating.asking import Answers
from discretion.caseload.evaluating.masks import boolean
from discretion.caseload.evaluating.masks import words_of
from discretion.caseload.names import ASKED
from discretion.caseload.names import NAMED
from discretion.caseload.running.plan import Policy
from discretion.caseload.running.shares import Shares
from discretion.caseload.running.tallies import ANY_CATEGORY
from discretion.caseload.running.tallies import VALUES
from discretion.caseload.running.tallies import Tallies
from discretion.caseload.running.tallies import Thing
from discretion.caseload.supposing.held.arrays import Mask
from discretion.engines.bitmap.alone.deciding import Deciding
from discretion.engines.bitmap.planes import Bits
from discretion.engines.bitmap.planes import count_rows
from discretion.engines.bitmap.planes import packed
from discretion.engines.bitmap.planes import whole
from discretion.law.standing import is_within

TYPE = "decision_type"
"""The column that says of which type each decision is."""


class Found:
    """What one policy says of one batch."""

    def __init__(
        self, policy: Policy, view: pa.RecordBatch, answers: Answers, stopped: Bits
    ) -> None:
        """Take what an engine answers of the policy's rules, outcomes and shares.

        Args:
            policy: what was asked.
            view: the batch that was asked.
            answers: what was found, by the name of each condition.
            stopped: the rows of which nothing is said.

        """
        self.policy = policy
        self.view = view
        self.rows = view.num_rows
        self.kept = whole(self.rows) & ~stopped
        self.stopped = stopped
        self.rules = {rule: answers[f"{RULE}{rule}"] for rule in policy.rules}
        self.spoken = _spoken(view, policy)
        self.possible, self.established = _outcomes(answers, policy, whole(self.rows))
        self.alone: dict[str, Bits] = {}
        self.alone_by_rule: Deciding = {}
        self.shares: dict[str, Bits] = {}
        self.parts: dict[str, Bits] = {}

    def leave_out(self, without_effect: Table[tuple[str, ...], Mask]) -> None:
        """Ask no rule of a part in the rows in which that part certainly had no effect.

        Args:
            without_effect: parts, and the rows in which they did not govern.

        """
        for parts, rows in without_effect.items():
            plane = packed(rows)
            for part in parts:
                self.parts[part] = self.parts.get(part, np.zeros_like(plane)) | plane
            for rule in self.policy.rules:
                if is_within(self.policy.pack.rules[rule].part, parts):
                    self.spoken[rule] = self.spoken.get(rule, whole(self.rows)) & ~plane

    def with_alone(self, found: Deciding) -> None:
        """Take the missing facts of which one value alone would decide an unknown rule.

        Where a rule is not asked, nothing decides it.
        """
        self.alone = dict.fromkeys(self.policy.facts, np.zeros_like(self.kept))
        self.alone_by_rule = {
            rule: {fact: plane & self.spoken[rule] for fact, plane in facts.items()}
            if rule in self.spoken
            else facts
            for rule, facts in found.items()
        }
        for facts in self.alone_by_rule.values():
            for fact, plane in facts.items():
                self.alone[fact] = self.alone[fact] | plane

    def find_shares(self, shares: Shares, answers: Answers) -> None:
        """Find in which share each row counts: the first whose condition is true."""
        left = whole(self.rows)
        for share in shares.shares:
            true = answers[f"{SHARE}{share.id}"].true
            self.shares[share.id] = left & true
            left = left & ~true
        self.shares[shares.rest] = left

    def share_columns(self) -> Iterator[tuple[str, pa.Array]]:
        """Yield a column for each share, of the rows that count in it."""
        for name, plane in self.shares.items():
            yield f"{NAMED}{name}", self._kept(boolean(plane, self.rows))

    def columns(self, place: int) -> Iterator[tuple[str, pa.Array]]:
        """Yield the columns of results; what is stopped has none."""
        planes = self.rules.values()
        yield from self._mask(f"true_{place}", [each.true for each in planes])
        yield from self._mask(f"known_{place}", [each.true | each.false for each in planes])
        if self.policy.is_limited:
            every = whole(self.rows)
            asked = [self.spoken.get(rule, every) for rule in self.rules]
            yield from self._mask(f"{ASKED}{place}", asked)
        yield f"established_{place}", self._labels()
        yield from self._mask(f"possible_{place}", list(self.possible))
        if self.alone:
            yield from self._mask(f"decides_alone_{place}", list(self.alone.values()))

    def tally(self, tallies: Tallies, place: int, block: str, within: Bits) -> None:
        """Add what was found of the rows of a block."""
        tallies[Thing(place, block, "rows", "")] += count_rows(within)
        for rule, planes in self.rules.items():
            asked = self._asked(rule, within)
            key = Thing(place, block, "rule", rule)
            _count(tallies, key, planes.true & asked, planes.false & asked, asked)
        self._tally_categories(tallies, Thing(place, block, ANY_CATEGORY, ""), within)
        settled = np.zeros_like(within)
        for token, plane, may in zip(
            self.policy.outcomes, self.established, self.possible, strict=True
        ):
            tallies[Thing(place, block, "established", token)] += count_rows(plane & within)
            tallies[Thing(place, block, "possible", token)] += count_rows(may & within)
            settled |= plane
        tallies[Thing(place, block, "undetermined", "")] += count_rows(within & ~settled)
        for part, plane in self.parts.items():
            tallies[Thing(place, block, "without_effect", part)] += count_rows(plane & within)
        for share, plane in self.shares.items():
            tallies[Thing(place, block, "share", share)] += count_rows(plane & within)
        for fact, plane in self.alone.items():
            tallies[Thing(place, block, "decides_alone", fact)] += count_rows(plane & within)
        for rule, facts in self.alone_by_rule.items():
            for fact, plane in facts.items():
                tallies[Thing(place, block, "decides_alone", rule, fact)] += count_rows(
                    plane & within
                )

    def _asked(self, rule: str, within: Bits) -> Bits:
        """Return in which of some rows a rule is asked."""
        return within & self.spoken[rule] if rule in self.spoken else within

    def _tally_categories(self, tallies: Tallies, key: Thing, within: Bits) -> None:
        """Add in how many rows some category is met, or each one that is asked is known not to be.

        In every other row it is unknown whether any is met.
        """
        asked, met, may_be_met = (np.zeros_like(within) for _ in range(3))
        for rule in self.policy.categories:
            planes, rows = self.rules[rule], self._asked(rule, within)
            asked |= rows
            met |= rows & planes.true
            may_be_met |= rows & ~planes.false
        _count(tallies, key, met, asked & ~may_be_met, asked)

    def _mask(self, name: str, planes: list[Bits]) -> Iterator[tuple[str, pa.Array]]:
        for number, word in enumerate(words_of(planes, self.rows), start=1):
            yield name if number == 1 else f"{name}_{number}", self._kept(pa.array(word))

    def _labels(self) -> pa.Array:
        """Return the established outcome of each row, null where none is."""
        found = np.full(self.rows, len(self.established), dtype=np.int8)
        for place, plane in enumerate(self.established):
            bits = np.unpackbits(plane, count=self.rows, bitorder="little").astype(bool)
            found[bits] = place
        indices = pa.array(found, mask=found == len(self.established))
        return pa.DictionaryArray.from_arrays(
            indices.cast(pa.int32()), pa.array(self.policy.outcomes, pa.string())
        )

    def _kept(self, column: pa.Array) -> pa.Array:
        if not self.stopped.any():
            return column
        return pa.Array.from_buffers(
            column.type, len(column), [pa.py_buffer(self.kept), column.buffers()[1]]
        )


def _count(tallies: Tallies, key: Thing, true: Bits, false: Bits, asked: Bits) -> None:
    """Add how many of the rows in which something is asked have each answer."""
    answers = count_rows(true), count_rows(false)
    counted = (*answers, count_rows(asked) - sum(answers))
    for value, number in zip(VALUES, counted, strict=True):
        tallies[key._replace(value=value)] += number


def _spoken(view: pa.RecordBatch, policy: Policy) -> dict[str, Bits]:
    """Return the rows whose decision a rule speaks to, of each rule that does not speak to all."""
    types = view[TYPE] if TYPE in view.schema.names else None
    limited = {rule: policy.pack.rules[rule] for rule in policy.rules}
    limited = {name: rule for name, rule in limited.items() if rule.decisions}
    if types is None or not limited:
        return {}
    words = types.cast(pa.string()).dictionary_encode()
    named = words.dictionary.to_pylist()
    indices = words.indices.fill_null(len(named)).to_numpy()
    found: dict[str, Bits] = {}
    for name, rule in limited.items():
        speaks = np.array([rule.speaks_to(word) for word in (*named, "")], dtype=bool)
        found[name] = np.packbits(speaks[indices], bitorder="little")
    return found


def _outcomes(
    answers: Answers, policy: Policy, every: Bits
) -> tuple[tuple[Bits, ...], tuple[Bits, ...]]:
    """Return where each outcome may be reached, and where it is established.

    An outcome is established where its row of the table is the first that is true; it may be
    reached where its row is not false and none before it is true. The last one stands where no
    row is met: it may be reached where none is true, and is never established.
    """
    left = every
    possible: list[Bits] = []
    established: list[Bits] = []
    for row in policy.pack.outcomes:
        planes = answers[f"{OUTCOME}{row.token}"]
        possible.append(left & ~planes.false)
        established.append(left & planes.true)
        left = left & ~planes.true
    return (*possible, left), (*established, np.zeros_like(every))
