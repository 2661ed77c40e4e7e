"""Reading what somebody signed: overrides of a gate and consents, and the facts that they say."""

from collections.abc import Iterator
from collections.abc import Mapping as Table
from types import MappingProxyType

from discretion.entries import Entries
from discretion.errors import nearest
from discretion.facts.casefile import Account
from discretion.facts.casefile import Claim
from discretion.facts.dictionary import CONSENTS
from discretion.facts.dictionary import OVERRIDES
from discretion.facts.dictionary import Dictionary
from discretion.facts.dictionary import FactType
from discretion.facts.dictionary import SignedEntry
from discretion.facts.matter import MatterType
from discretion.facts.values import one_word
from discretion.frozen import dataclass
from discretion.frozen import replace

OVERRIDE_GATES = frozenset(("no_policy_open", "unknown_to_government", "program_closed"))
FIELDS = {
    OVERRIDES: ("gate", "by", "role", "on", "reason"),
    CONSENTS: ("kind", "answer", "by", "on"),
}
"""What a row of each list says; the first field says what it is about."""
NOUNS = {OVERRIDES: "override", CONSENTS: "consent"}
Row = Table[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """The signed rows of a file by list, as its words and as the entries they were read from."""

    rows: Table[str, tuple[Row, ...]]
    written: Table[str, tuple[Entries, ...]]

    def pairs(self, name: str) -> Iterator[tuple[Row, Entries]]:
        """Yield each row of a list with where it is written."""
        yield from zip(self.rows[name], self.written[name], strict=True)


def read_signed(entries: Entries) -> Signed:
    """Return the signed rows of a file, with every problem in its report."""
    written = {name: tuple(entries.rows(name, f"an entry of `{name}`")) for name in FIELDS}
    rows = {
        name: tuple(_row(row, FIELDS[name]) for row in listed) for name, listed in written.items()
    }
    signed = Signed(rows=MappingProxyType(rows), written=MappingProxyType(written))
    for row, at in signed.pairs(OVERRIDES):
        if row["gate"] not in OVERRIDE_GATES:
            known = sorted(OVERRIDE_GATES)
            hint = nearest(row["gate"], known) or f"one of: {', '.join(known)}"
            message = f"no gate is called `{row['gate']}`"
            entries.report.error("unknown_gate", at.node_of("gate"), message, hint)
    return signed


def _row(row: Entries, fields: tuple[str, ...]) -> Row:
    found = MappingProxyType({field: row.required(field) for field in fields})
    row.day("on")
    row.finish()
    return found


def facts_signed(
    facts: Table[str, Account],
    signed: Signed,
    dictionary: Dictionary,
    matter: MatterType,
    entries: Entries,
) -> dict[str, Account]:
    """Return the facts of a file with those that its signed rows say besides.

    Args:
        facts: what the file says among its facts.
        signed: its signed rows.
        dictionary: every fact that can be said.
        matter: the type of the matter, which limits the facts.
        entries: the file, for problems.

    """
    found = dict(facts)
    is_any_signed = any(signed.written.values())
    for name in dictionary.names():
        if name not in facts and not is_any_signed:
            continue
        fact = dictionary.facts[name]
        own = fact.signed_entry
        if own is None or (matter.modules and fact.module not in matter.modules):
            continue
        if own.alone and fact.name in facts:
            _refuse(fact, own, entries)
            continue
        claims = tuple(_claims(own, signed))
        if claims:
            before = found.get(fact.name, Account(disclosure=fact.disclosure))
            line = before.line or signed.written[own.list][0].node.line
            claimed = (*before.claims, *claims)
            found[fact.name] = replace(before, claims=claimed, reason="", line=line)
    return found


def _claims(own: SignedEntry, signed: Signed) -> Iterator[Claim]:
    about, says = FIELDS[own.list][0], "answer" if own.list == CONSENTS else "gate"
    for row, at in signed.pairs(own.list):
        if row[about] != own.kind:
            continue
        word = own.answers.get(row[says])
        if word is None:
            hint = nearest(row[says], own.answers) or f"one of: {', '.join(own.answers)}"
            message = f"`{row[says]}` is no answer to this {NOUNS[own.list]}"
            at.report.error("unknown_answer", at.node_of(says), message, hint)
        elif own.roles and row["role"] not in own.roles:
            at.report.warning(
                "signed_in_other_role",
                at.node_of("role"),
                f"this {NOUNS[own.list]} is signed by a `{row['role']}`, so it does not count",
                f"it counts where one of these signs it: {', '.join(own.roles)}",
            )
        else:
            yield Claim(values=one_word(word), on=at.day("on"))


def _refuse(fact: FactType, own: SignedEntry, entries: Entries) -> None:
    written = {name.text: name for name, _ in entries.pairs("facts")}
    fields = ", ".join(f"{field}: .." for field in FIELDS[own.list][1:])
    about = FIELDS[own.list][0]
    entries.report.error(
        "signed_elsewhere",
        written.get(fact.name),
        f"`{fact.name}` is signed, and a fact holds no signature",
        f"write it as `{own.list}: [{{{about}: {own.kind}, {fields}}}]`",
    )
