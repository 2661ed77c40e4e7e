"""A trial as a YAML file that a person can read: facts, trees, what is known, what is expected."""

from collections.abc import Iterator
from collections.abc import Mapping as Table
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from discretion.dates import day_of
from discretion.dates import moment_of
from discretion.engines.reading import Reading
from discretion.facts.dictionary import KINDS
from discretion.facts.dictionary import NOMINAL
from discretion.facts.dictionary import Dictionary
from discretion.facts.dictionary import FactType
from discretion.facts.dictionary import Kind
from discretion.facts.values import Choices
from discretion.facts.values import Spans
from discretion.facts.values import Values
from discretion.facts.view import View
from discretion.rules.condition import Condition
from discretion.rules.derived import Derivable
from discretion.rules.grammar import read_condition
from discretion.rules.show import show_condition
from discretion.truth import Truth
from tests.agreement.reducing.meant import meant
from tests.agreement.reducing.smallest import Trial
from tests.exactness.policy import DAY
from tests.exactness.policy import Policy
from tests.exactness.policy import fact

CASES = Path(__file__).parents[1] / "cases"
RULE = "tree"
"""What the tree that is tried is called in a saved case."""
Words = dict[str, Any]


def saved_cases() -> list[Path]:
    """Return the file of every case, in the order of their names."""
    return sorted(CASES.glob("*.yaml"))


def written(trial: Trial, because: str) -> str:
    """Return a trial as the text of a file; what says nothing is left out."""
    policy, view = trial.policy, trial.view
    reading, facts = policy.reading, policy.dictionary.facts
    others = {rule: tree for rule, tree in reading.rules.items() if rule != trial.rule}
    follows = {
        name: {"yes_when": _shown(each.yes_when), "no_when": _shown(each.no_when)}
        for name, each in reading.derivable.items()
    }
    lists = {
        name: {
            **({"complete": str(view.complete[name])} if name in view.complete else {}),
            "records": [_said(row) for row in view.listed(name)],
        }
        for name in {**view.complete, **view.records}
    }
    content = {
        "because": because,
        "facts": {name: _fact(each) for name, each in facts.items()},
        RULE: show_condition(trial.tree),
        "rules": {rule: show_condition(tree) for rule, tree in others.items()},
        "judgments": {name: _shown(tree) for name, tree in reading.judgments.items()},
        "follows": follows,
        "known": _said(view.known),
        "lists": lists,
        "not_applicable": sorted(view.inapplicable),
        "settled": {name: "met" if met else "not_met" for name, met in view.settled.items()},
        "is_record": "" if view.is_record else "no",
        "expect": str(trial.expected),
    }
    kept = {key: value for key, value in content.items() if value}
    return yaml.safe_dump(kept, sort_keys=False, allow_unicode=True, width=96)


def read_trial(path: Path) -> tuple[Trial, str]:
    """Return the trial of a file, and the truth that is expected of it."""
    content: Words = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506  # text alone
    facts = {name: _read_fact(name, words) for name, words in content["facts"].items()}

    def read(text: str) -> Condition:
        return meant(read_condition(text), facts)

    rules = {**content.get("rules", {}), RULE: content[RULE]}
    follows = content.get("follows", {}).items()
    judgments = content.get("judgments", {}).items()
    reading = Reading(
        rules={rule: read(text) for rule, text in rules.items()},
        judgments={name: read(text) if text else None for name, text in judgments},
        derivable={
            name: Derivable(**{key: read(text) if text else None for key, text in each.items()})
            for name, each in follows
        },
    )
    dictionary = Dictionary(facts=facts)
    policy = Policy(dictionary=dictionary, reading=reading, outcomes=(), when_open="open")
    view = _read_view(content, dictionary)
    return Trial(policy=policy, view=view, rule=RULE), content["expect"]


def _read_view(content: Words, dictionary: Dictionary) -> View:
    facts, lists = dictionary.facts, content.get("lists", {})
    return View(
        dictionary=dictionary,
        day=DAY,
        known=dict(_read_said(content.get("known", {}), facts)),
        records={
            name: tuple(dict(_read_said(row, facts[name].fields)) for row in each["records"])
            for name, each in lists.items()
        },
        complete={
            name: Truth(each["complete"]) for name, each in lists.items() if "complete" in each
        },
        inapplicable=frozenset(content.get("not_applicable", ())),
        settled={name: met == "met" for name, met in content.get("settled", {}).items()},
        is_record="is_record" not in content,
    )


def _shown(tree: Condition | None) -> str:
    return "" if tree is None else show_condition(tree)


def _fact(each: FactType) -> Words:
    """Return a fact as it is written; its words are left out where its kind gives them."""
    said: Words = {
        "type": each.kind.value,
        "absent": each.absent,
        "from": each.low,
        "to": each.high,
    }
    if each.kind is Kind.TOKEN or each.absent:
        said["words"] = list(each.words)
    if each.kind is Kind.LIST:
        said["fields"] = {name: _fact(field) for name, field in each.fields.items()}
    return {key: value for key, value in said.items() if value or key == "fields"}


def _read_fact(name: str, said: Words) -> FactType:
    more: Words = {"absent": said.get("absent", ""), "low": said.get("from", "")}
    more["high"] = said.get("to", "")
    if "words" in said:
        more["words"] = dict.fromkeys(said["words"], "")
    fields = said.get("fields", {}).items()
    more["fields"] = {field: _read_fact(field, words) for field, words in fields}
    return fact(name, KINDS[said["type"]], **more)


def _said(row: Table[str, Values]) -> dict[str, list[str]]:
    return {name: list(_words(values)) for name, values in row.items()}


def _words(values: Values) -> Iterator[str]:
    if isinstance(values, Choices):
        yield from sorted(values.words or ())
        return
    for low, high in values.spans:
        first, last = (
            end.isoformat() if isinstance(end, date) else str(end) for end in (low, high)
        )
        yield first if first == last else f"{first}..{last}"


def _read_said(said: Words, facts: Table[str, FactType]) -> Iterator[tuple[str, Values]]:
    for name, words in said.items():
        if facts[name].kind in NOMINAL:
            yield name, Choices(frozenset(words))
        else:
            ends = (word.partition("..") for word in words)
            yield name, Spans(tuple((_end(low), _end(high or low)) for low, _, high in ends))


def _end(text: str) -> Any:  # noqa: ANN401  # a day, a moment or a number
    return day_of(text) or (moment_of(text) if "T" in text else None) or int(text)
