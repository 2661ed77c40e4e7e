"""Reading the facts of a matter and of its parts: each typed, each refusal with its place."""

from collections.abc import Iterator
from collections.abc import Mapping as Table
from datetime import date
from types import MappingProxyType

from discretion.entries import Entries
from discretion.errors import nearest
from discretion.facts.account_reader import LIST_KEYS
from discretion.facts.account_reader import read_account
from discretion.facts.account_reader import read_list
from discretion.facts.casefile import Account
from discretion.facts.casefile import MatterItem
from discretion.facts.casefile import RecordList
from discretion.facts.dictionary import Dictionary
from discretion.facts.dictionary import FactType
from discretion.facts.dictionary import Kind
from discretion.facts.matter import KIND
from discretion.facts.matter import MatterType
from discretion.facts.protected import Refusals
from discretion.facts.reading.whole import report_what_is_of_the_whole
from discretion.facts.values import Spans
from discretion.facts.values import union
from discretion.frozen import dataclass
from discretion.frozen import replace
from discretion.source import Listing
from discretion.source import Mapping
from discretion.source import Node
from discretion.source import Report
from discretion.source import Scalar
from discretion.truth import Truth

AN_OFFICIALS_ACT = "take it out; what an official did with it is a fact of its own"
"""What to do about a protected trait that is written as a fact."""
Said = tuple[dict[str, Account], dict[str, RecordList]]


@dataclass(frozen=True, slots=True, kw_only=True)
class FactReader:
    """Reads the facts of one file: the dictionary types them, the matter type limits them."""

    dictionary: Dictionary
    matter: MatterType
    refusals: Refusals
    day: date
    report: Report

    def read(
        self, entries: Entries
    ) -> tuple[dict[str, Account], dict[str, RecordList], tuple[MatterItem, ...]]:
        """Return what a file says of each fact, of each list, and of each part of the matter."""
        written = dict(entries.pairs("facts"))
        facts, lists = self._said(written)
        items = tuple(self._items(lists, written))
        self._check(facts, lists, written, entries)
        return facts, lists, items

    def check_names(self, entries: Entries) -> None:
        """Report every name that is refused in a matter of this type, outside its facts."""
        if not self.matter.forbidden:
            return
        for name, value in entries.node.entries:
            if self._refuse(name):
                entries.asked.add(name.text)
            elif name.text != "facts":
                self._walk(value)

    def _walk(self, node: Node) -> None:
        for name, value in node.entries if isinstance(node, Mapping) else ():
            self._refuse(name)
            self._walk(value)
        for item in node.items if isinstance(node, Listing) else ():
            self._walk(item)

    def _said(self, written: Table[Scalar, Node]) -> Said:
        facts: dict[str, Account] = {}
        lists: dict[str, RecordList] = {}
        for name, value in written.items():
            fact = self._known(name)
            if fact is None:
                continue
            if fact.kind is not Kind.LIST:
                facts[name.text] = read_account(fact, value, self.day, self.report)
            elif name.text == self.matter.items:
                lists[name.text] = self._parts(fact, value)
            else:
                read = read_list(fact, value, self.day, self.report, self.refusals)
                lists[name.text] = read
        return facts, lists

    def _known(self, name: Scalar) -> FactType | None:
        """Return the fact of a name, None with a problem where it is refused or not known here."""
        fact = self.dictionary.get(name.text)
        if self._refuse(name, fact):
            return None
        if fact is None:
            hint = nearest(name.text, self._names()) or "the list of facts has all there are"
            self.report.error("unknown_fact", name, f"no fact is called `{name.text}`", hint)
        elif self.matter.modules and fact.module not in self.matter.modules:
            self.report.error(
                "fact_of_other_matter",
                name,
                f"`{name.text}` is no fact of {self.matter.title}",
                f"take it out; the facts that belong here are those of "
                f"{' and '.join(self.matter.modules)}",
            )
            return None
        return fact

    def _names(self) -> Iterator[str]:
        modules = self.matter.modules
        for name, fact in self.dictionary.facts.items():
            if not modules or fact.module in modules:
                yield name

    def _refuse(self, name: Scalar, fact: FactType | None = None) -> bool:
        return fact is None and self.refusals.refuse(name, self.report, AN_OFFICIALS_ACT)

    def _parts(self, fact: FactType, node: Node) -> RecordList:
        """Return the kinds of the parts of a matter; as a list they are all that is planned."""
        listed = _listing(node)
        kinds = [_kind_of(item) for item in listed.items]
        plain = Listing(tuple(kinds), node.line, node.column)
        if isinstance(node, Mapping) and not LIST_KEYS.isdisjoint(node.keys()):
            others = tuple(pair for pair in node.entries if pair[0].text != "records")
            records = Scalar("records", node.line, node.column)
            whole = Mapping((*others, (records, plain)), node.line, node.column)
            return read_list(fact, whole, self.day, self.report, self.refusals)
        if isinstance(node, Scalar) and node.text in {"none", "unknown"}:
            return read_list(fact, node, self.day, self.report, self.refusals)
        found = read_list(fact, plain, self.day, self.report, self.refusals)
        return replace(found, complete=Truth.TRUE)

    def _items(
        self, lists: Table[str, RecordList], written: Table[Scalar, Node]
    ) -> Iterator[MatterItem]:
        """Yield each part with what is said of it alone."""
        named = {name.text: value for name, value in written.items()}
        node = named.get(self.matter.items)
        if node is None:
            return
        rows = lists[self.matter.items].records
        for item, row in zip(_listing(node).items, rows, strict=False):
            pairs = item.entries if isinstance(item, Mapping) else ()
            own = {name: value for name, value in pairs if name.text != KIND}
            report_what_is_of_the_whole(own, self.matter, self.dictionary, self.report)
            facts, inner = self._said(own)
            self._check_numbers(facts, own)
            account = row.get(KIND, Account(reason="not_asked"))
            yield MatterItem(
                kind=_word(account),
                facts=MappingProxyType({**facts, self.matter.item_fact: account}),
                lists=MappingProxyType(inner),
                line=item.line,
            )

    def _check(
        self,
        facts: Table[str, Account],
        lists: Table[str, RecordList],
        written: Table[Scalar, Node],
        entries: Entries,
    ) -> None:
        self._check_required(facts, lists, entries)
        self._check_numbers(facts, written)
        at = {name.text: name for name in written}
        for name, account in facts.items():
            fact = self.dictionary.facts[name]
            signer, signed = fact.signed_by, facts.get(fact.signed_by)
            is_made = bool(account.claims) and fact.has_to_be_signed(_word(account))
            if is_made and (signed is None or not signed.claims):
                self.report.error(
                    "finding_without_signer",
                    at[name],
                    f"`{name}` is the finding of a person, and `{signer}` does not say whose",
                    f"add `{signer}:` with the office of the person who made and signed it, or "
                    "take the finding out",
                )

    def _check_required(
        self, facts: Table[str, Account], lists: Table[str, RecordList], entries: Entries
    ) -> None:
        for name in self.matter.required:
            listed = lists.get(name)
            is_empty = listed is not None and not listed.records
            if (name not in facts and listed is None) or is_empty:
                self.report.error(
                    "required_fact",
                    entries.node_of("facts") or entries.node,
                    f"{self.matter.title} says nothing of `{name}`, which every one has",
                    f"add `{name}:`: {self.dictionary.facts[name].question}",
                )

    def _check_numbers(self, facts: Table[str, Account], written: Table[Scalar, Node]) -> None:
        """Report every number that is certainly below the one that it cannot be below."""
        at = {name.text: name for name in written}
        for name, account in facts.items():
            least = facts.get(self.dictionary.facts[name].not_below)
            if least is None or not account.claims or not least.claims:
                continue
            own = union(claim.values for claim in account.claims)
            other = union(claim.values for claim in least.claims)
            if isinstance(own, Spans) and isinstance(other, Spans) and _below(own, other):
                below = self.dictionary.facts[name].not_below
                self.report.error(
                    "reversed",
                    at[name],
                    f"`{name}` is less than `{below}`",
                    "swap the two numbers, or correct the one that is wrong",
                )


def _below(own: Spans, other: Spans) -> bool:
    return own.high is not None and other.low is not None and own.high < other.low  # type: ignore[operator]  # one kind


def _listing(node: Node) -> Listing:
    """Return the parts that are written, whatever the form of the list."""
    if isinstance(node, Mapping) and LIST_KEYS.isdisjoint(node.keys()):
        return Listing((node,), node.line, node.column)
    if isinstance(node, Mapping):
        inner = node.get("records")
        return inner if isinstance(inner, Listing) else Listing((), node.line, node.column)
    if isinstance(node, Scalar):
        is_one = node.text not in {"none", "unknown"}
        return Listing((node,) if is_one else (), node.line, node.column)
    return node


def _kind_of(item: Node) -> Node:
    """Return a part with its kind alone, as a record of the list."""
    if not isinstance(item, Mapping):
        return item
    kinds = tuple(pair for pair in item.entries if pair[0].text == KIND)
    return Mapping(kinds, item.line, item.column)


def _word(account: Account) -> str:
    """Return the one word that an account leaves, empty where it leaves more or none."""
    words = {getattr(claim.values, "single", None) for claim in account.claims}
    word = words.pop() if len(words) == 1 else None
    return word if isinstance(word, str) else ""
