"""The words in which the conditions of a pack are read, with its rules named by their sentences."""

from discretion.assess.assessment import Assessment
from discretion.facts.dictionary import Dictionary
from discretion.rules.english import English
from discretion.rules.library import Library
from discretion.rules.rule import Pack


def english_for(pack: Pack, library: Library) -> English:
    """Return the words in which a pack's conditions are read."""
    date_fact = library.words.matters[pack.instrument.matter].date_fact
    return _english(pack, library.dictionary, date_fact)


def english_of(each: Assessment) -> English:
    """Return the words in which an assessment's conditions are read.

    Raises:
        ValueError: the assessment rests on no instrument, so there are no conditions.

    """
    if each.ruleset is None:
        message = "no instrument governed: there is no condition to read"
        raise ValueError(message)
    return _english(each.ruleset.pack, each.view.dictionary, each.ruleset.groundwork.index.constant)


def _english(pack: Pack, dictionary: Dictionary, date_fact: str) -> English:
    """Return the words; a day of the matter that is a fact of the dictionary has words there."""
    return English(
        dictionary=dictionary,
        rules=_rule_names(pack),
        judgments={name: judgment.question for name, judgment in pack.judgments.items()},
        date_fact="" if dictionary.get(date_fact) is not None else date_fact,
    )


def _rule_names(pack: Pack) -> dict[str, str]:
    """Return what each rule is called: its own plain sentence, with its pinpoint."""
    return {
        rule.id: f"“{rule.says.rstrip('.')}” ({rule.citation.pinpoint})"
        for rule in pack.rules.values()
    }
