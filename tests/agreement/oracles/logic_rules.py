"""The rules of a logic program: what makes each node of a tree hold, and what denies it."""

from itertools import count

from discretion.engines.reading import Reading
from discretion.rules.condition import And
from discretion.rules.condition import Condition
from discretion.rules.condition import Count
from discretion.rules.condition import Exists
from discretion.rules.condition import Fact
from discretion.rules.condition import ForAll
from discretion.rules.condition import Holds
from discretion.rules.condition import Judged
from discretion.rules.condition import Not
from discretion.rules.condition import Or
from discretion.rules.condition import RuleMet
from discretion.rules.condition import Settled
from tests.agreement.oracles.logic_atoms import LogicAtom

MATTER = "matter(M), R = 0"
"""Where a node is of the matter itself."""
SWAPPED = {">": "<=", ">=": "<", "!=": "=="}


class LogicRules:
    """Writes the rules of each node under a number of its own."""

    def __init__(self, reading: Reading) -> None:
        """Take what conditions may refer to."""
        self.reading = reading
        self.lines: list[str] = []
        self._numbers = count(1)
        self._rules: dict[str, int] = {}

    def rule(self, identifier: str) -> int:
        """Return the node of a rule, written once."""
        if identifier not in self._rules:
            self._rules[identifier] = self.node(self.reading.rules[identifier])
        return self._rules[identifier]

    def node(self, tree: Condition, items: str = "") -> int:
        """Write a condition, on the records of a list where one is named, and return its node."""
        if isinstance(tree, RuleMet):
            return self.rule(tree.rule)
        made = next(self._numbers)
        where = f'record(M,"{items}",R)' if items else MATTER
        self._write(made, tree, items, where)
        return made

    def _write(self, made: int, tree: Condition, items: str, where: str) -> None:
        match tree:
            case And(parts=parts):
                self._all(made, [self.node(part, items) for part in parts], where)
            case Or(parts=parts):
                self._all(made, [self.node(part, items) for part in parts], where, denied=True)
            case Not(part=part):
                inner = self.node(part, items)
                self._add(
                    f"h({made},M,R) :- -h({inner},M,R).", f"-h({made},M,R) :- h({inner},M,R)."
                )
            case Exists():
                self._of_records(made, tree)
            case ForAll():
                self._of_records(made, tree, denied=True)
            case Count():
                self._count(made, tree)
            case Judged(judgment=judgment):
                self._judged(made, judgment)
            case Settled(judgment=judgment):
                settled = f'settled(M,"{judgment}",_)'
                self._add(
                    f"h({made},M,0) :- {settled}.", f"-h({made},M,0) :- matter(M), not {settled}."
                )
            case Holds(term=Fact(name=name)) if name in self.reading.derivable:
                self._followed(made, tree, name)
            case _:
                self._add(*LogicAtom(tree, items, where, self._numbers).lines(made))

    def _add(self, *lines: str) -> None:
        self.lines.extend(lines)

    def _all(self, made: int, parts: list[int], where: str, *, denied: bool = False) -> None:
        """Write that a node holds where all parts do; `denied` turns both around."""
        sign, other = ("-", "") if denied else ("", "-")
        every = ", ".join(f"{sign}h({part},M,R)" for part in parts)
        self._add(f"{sign}h({made},M,R) :- {where}, {every}.")
        self._add(*(f"{other}h({made},M,R) :- {other}h({part},M,R)." for part in parts))

    def _where(self, items: str, where: Condition | None) -> int:
        if where is not None:
            return self.node(where, items)
        made = next(self._numbers)
        self._add(f'h({made},M,R) :- record(M,"{items}",R).')
        return made

    def _of_records(self, made: int, tree: Exists | ForAll, *, denied: bool = False) -> None:
        """Write that some record is enough, and that none does in a list that is whole."""
        inner = self._where(tree.items, tree.where)
        sign, other = ("-", "") if denied else ("", "-")
        listed = f'record(M,"{tree.items}",R)'
        self._add(
            f"{sign}h({made},M,0) :- {listed}, {sign}h({inner},M,R).",
            f'{other}h({made},M,0) :- matter(M), complete(M,"{tree.items}"), '
            f"{other}h({inner},M,R) : {listed}.",
        )

    def _count(self, made: int, tree: Count) -> None:
        """Write a count compared: those that do are the least, those not denied the most."""
        inner = self._where(tree.items, tree.where)
        listed = f'record(M,"{tree.items}",R)'
        operator, signs = tree.operator, ("", "-")
        if operator in SWAPPED:
            operator, signs = SWAPPED[operator], ("-", "")
        holds, denied = (f"{sign}h({made},M,0)" for sign in signs)
        whole = f'matter(M), complete(M,"{tree.items}")'
        least = f"#count {{ R : {listed}, h({inner},M,R) }}"
        most = f"#count {{ R : {listed}, not -h({inner},M,R) }}"
        match operator:
            case "==":
                exact = f"{least} = {tree.number}, {most} = {tree.number}"
                self._add(f"{holds} :- {whole}, {exact}.")
                self._add(f"{denied} :- matter(M), {least} > {tree.number}.")
                self._add(f"{denied} :- {whole}, {most} < {tree.number}.")
            case _:
                self._add(f"{holds} :- {whole}, {most} {operator} {tree.number}.")
                self._add(f"{denied} :- matter(M), not {least} {operator} {tree.number}.")

    def _judged(self, made: int, judgment: str) -> None:
        settled = f'settled(M,"{judgment}"'
        self._add(f"h({made},M,0) :- {settled},1).", f"-h({made},M,0) :- {settled},0).")
        rests_on = self.reading.judgments[judgment]
        if rests_on is not None:
            inner = self.node(rests_on)
            self._add(f"-h({made},M,0) :- -h({inner},M,0), not {settled},_).")

    def _followed(self, made: int, tree: Holds, name: str) -> None:
        """Write a fact as said; where nobody says it, as it follows from others."""
        said, atom = f'said(M,"{name}")', next(self._numbers)
        self._add(*LogicAtom(tree, "", MATTER, self._numbers).lines(atom))
        source = self.reading.derivable[name]
        yes, no = (self._source(when) for when in (source.yes_when, source.no_when))
        self._add(
            f"h({made},M,0) :- {said}, h({atom},M,0).",
            f"-h({made},M,0) :- {said}, -h({atom},M,0).",
            f"h({made},M,0) :- not {said}, h({yes},M,0).",
            f"h({made},M,0) :- not {said}, -h({no},M,0), h({atom},M,0).",
            f"-h({made},M,0) :- not {said}, -h({yes},M,0), h({no},M,0).",
            f"-h({made},M,0) :- not {said}, -h({yes},M,0), -h({atom},M,0).",
        )

    def _source(self, when: Condition | None) -> int:
        if when is not None:
            return self.node(when)
        made = next(self._numbers)
        self._add(f"-h({made},M,0) :- matter(M).")
        return made
