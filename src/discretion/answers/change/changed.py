"""What changed between two versions of a pack as plain data, with the keys that answers fix."""

from collections.abc import Iterable

from discretion.answers.change.words import words_of
from discretion.answers.plain import Plain
from discretion.answers.plain import plain_problem
from discretion.answers.plain import plain_truth
from discretion.compare import AspectChange
from discretion.compare import Change
from discretion.compare import PackChange
from discretion.compare import PackVersion
from discretion.compare import Stood
from discretion.errors import Problem
from discretion.frozen import dataclass
from discretion.law.wording import clocks_in_words
from discretion.law.wording import governed_in_words
from discretion.law.wording import limits_in_words

SECTIONS = {
    "instrument": "instrument",
    "provisions": "provision",
    "rules": "rule",
    "facts": "fact",
    "judgments": "judgment",
    "outcomes": "outcome",
    "consequences": "consequence",
    "sentences": "sentence",
    "unclaimed": "sentence",
    "assumption_sets": "assumption_set",
    "omissions": "omission",
    "cases": "case",
    "observed_decisions": "observed_decision",
    "events": "event",
}
"""What an answer lists changes of, and the key that names one of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sided:
    """A difference with both sides in plain English, each empty where there is none."""

    aspect: str
    before: str
    after: str
    before_in_words: str
    after_in_words: str


def answer_change(change: PackChange, problems: Iterable[Problem], version: str) -> Plain:
    """Return what changed between two versions of a pack.

    Args:
        change: what changed.
        problems: warnings of reading them, and of comparing them.
        version: the version of the package.

    """
    return {
        "not_a_decision": True,
        "version": version,
        "problems": [plain_problem(problem) for problem in problems],
        "old": _version(change.old),
        "new": _version(change.new),
        "meaning": {
            "changed": change.is_of_meaning,
            "marked": change.new.is_marked,
            "tested": not change.is_untested,
            "marks_kept": change.keeps_marks,
            "line": str(change.new.meaning),
        },
        **{
            section: [
                _fact(change, each) if section == "facts" else _change(change, section, each)
                for each in change.sections[section]
            ]
            for section in change.sections
        },
        "governing": {
            "no_longer": [_stood(each) for each in change.no_longer],
            "now": [_stood(each) for each in change.now],
        },
    }


def difference_in_words(
    change: PackChange, section: str, key: str, difference: AspectChange
) -> Sided:
    """Return a difference with what each version says in plain English."""
    before, after = (
        words_of(version, section, key, difference.aspect) if said else ""
        for version, said in ((change.old, difference.before), (change.new, difference.after))
    )
    return Sided(
        aspect=difference.aspect,
        before=difference.before,
        after=difference.after,
        before_in_words=before,
        after_in_words=after,
    )


def question_of_fact(change: PackChange, fact: str) -> str:
    """Return the question that asks for a fact which one of two versions reads."""
    found = change.new.library.dictionary.get(fact) or change.old.library.dictionary.get(fact)
    return "" if found is None else found.question


def stood_in_words(stood: Stood) -> str:
    """Return what was said of some days: whether it governed, the clocks, and any limits."""
    line = stood.line
    said = f"{governed_in_words(line)}; {clocks_in_words(line)}."
    return f"{said} {limits_in_words(line)}".rstrip()


def _version(version: PackVersion) -> Plain:
    instrument, meaning = version.pack.instrument, version.meaning
    return {
        "instrument": instrument.id,
        "title": instrument.title,
        "folder": version.pack.shown,
        "digest": instrument.digest,
        "changes": version.changes.version or None,
        "meaning": {"rules": meaning.rules, "rest": meaning.rest},
        "cases": {"count": meaning.count, "digest": meaning.cases},
    }


def _change(change: PackChange, section: str, each: Change) -> Plain:
    return {
        SECTIONS[section]: each.key or None,
        "change": each.kind.value,
        "differences": [
            _difference(difference_in_words(change, section, each.key, difference))
            for difference in each.differences
        ],
    }


def _fact(change: PackChange, each: Change) -> Plain:
    """Return a fact that only one version reads, with what reads it there."""
    return {
        "fact": each.key,
        "change": each.kind.value,
        "asks": question_of_fact(change, each.key),
        "read_by": readers_of_fact(each),
    }


def readers_of_fact(fact: Change) -> list[str]:
    """Return the rules, outcomes, judgments and assumption sets that read a fact, by their ids."""
    return [name for each in fact.differences for name in (each.before or each.after).split(", ")]


def _difference(each: Sided) -> Plain:
    return {
        "aspect": each.aspect,
        "before": each.before or None,
        "after": each.after or None,
        "before_in_words": each.before_in_words or None,
        "after_in_words": each.after_in_words or None,
    }


def _stood(stood: Stood) -> Plain:
    line = stood.line
    return {
        "from": stood.first.isoformat(),
        "to": stood.last.isoformat(),
        "part": line.part or None,
        "components": list(stood.components),
        "governs": plain_truth(line.governs),
        "status": line.status,
        "announced": line.announced or None,
        "practice": line.practice or None,
        "condition": line.condition or None,
        "says": stood_in_words(stood),
    }
