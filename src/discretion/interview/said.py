"""What a case file says of one fact, and how an answer is put beside it so that nothing is lost."""

from datetime import date

from discretion.dates import LAST_DAY
from discretion.facts.dictionary import FactType
from discretion.facts.values import union
from discretion.facts.values_read import read_values
from discretion.frozen import dataclass
from discretion.interview.yaml_line import braced
from discretion.interview.yaml_line import one_line
from discretion.source import Listing
from discretion.source import Mapping
from discretion.source import Node
from discretion.source import Report
from discretion.source import Scalar
from discretion.source import read_yaml


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What was said of a fact: the value as YAML writes it, and the day on which it was said."""

    value: str
    on: date

    def claim(self) -> str:
        """Return the answer as a claim of the person who was asked."""
        return braced({"value": self.value, "by": "client", "on": self.on.isoformat()})


def with_answer(line: str, fact: FactType, answer: Answer) -> str:
    """Return what a file says of a fact once an answer stands beside it.

    A value that nobody is named for gives way only to one that lies within it. Every other claim
    stays, with its papers, and so does who may see the fact.

    Args:
        line: what the file says of it so far, empty for nothing.
        fact: the fact, or the field of a record.
        answer: what was said.

    """
    found = _read(line)
    if found is None or _is_unknown(found, fact):
        return answer.value
    if not isinstance(found, Mapping) or found.get("one_of") is not None:
        if _narrows(found, fact, answer):
            return answer.value
        return _claims([braced({"value": line}), answer.claim()], {})
    rest = {
        key.text: one_line(value)
        for key, value in found.entries
        if key.text not in {"claims", "unknown"}
    }
    claims = found.get("claims")
    if isinstance(claims, Listing):
        said = [one_line(claim) for claim in claims.items]
        return _claims(list(dict.fromkeys([*said, answer.claim()])), rest)
    return _claims([answer.claim()], rest) if rest else answer.value


def with_refusal(line: str, fact: FactType, reason: str) -> str:
    """Return what a file says of a fact once a person was not sure of it, or kept it back.

    A fact of which anything is claimed stays as it is; so does a reason that somebody gave.

    Args:
        line: what the file says of it so far, empty for nothing.
        fact: the fact, or the field of a record.
        reason: why it is unknown.

    """
    found = _read(line)
    if found is None or _is_unknown(found, fact):
        return braced({"unknown": reason})
    why = found.get("unknown") if isinstance(found, Mapping) else None
    if isinstance(found, Mapping) and isinstance(why, Scalar) and why.text == "not_asked":
        said = {key.text: one_line(value) for key, value in found.entries}
        return braced({**said, "unknown": reason})
    return line


def _read(line: str) -> Node | None:
    return read_yaml(line, Report("")) if line else None


def _is_unknown(found: Node, fact: FactType) -> bool:
    """Tell whether a file says no more of a fact than that it is unknown."""
    return isinstance(found, Scalar) and found.text == "unknown" and "unknown" not in fact.words


def _narrows(found: Node, fact: FactType, answer: Answer) -> bool:
    """Tell whether an answer lies within what a file says."""
    said = _read(answer.value)
    before = read_values(fact, found, LAST_DAY, Report(""))
    after = None if said is None else read_values(fact, said, LAST_DAY, Report(""))
    return before is not None and after is not None and union([before, after]) == before


def _claims(claims: list[str], rest: dict[str, str]) -> str:
    return braced({"claims": f"[{', '.join(claims)}]", **rest})
