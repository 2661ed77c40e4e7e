"""The table of condition language: every node with its text form and its plain English."""

from discretion import Library
from discretion.rules.condition import Condition
from discretion.rules.english import English
from discretion.rules.grammar import read_condition
from discretion.rules.show import show_condition
from scripts.documents.tables import code
from scripts.documents.tables import table

EXAMPLES = (
    ("A yes-no fact is yes", "bs_attempting_unlawful_entry"),
    ("Not", "not bs_attempting_unlawful_entry"),
    ("All parts hold", "bs_attempting_unlawful_entry and bs_apprehension_place == border"),
    ("At least one part holds", "bs_apprehension_place == border or bs_apprehension_place == poe"),
    ("A word is another", "bs_entry_manner == unlawful"),
    ("A word is not another", "bs_entry_manner != unlawful"),
    ("A word is one of several", "bs_apprehension_place in (border, poe)"),
    ("A word is none of several", "bs_apprehension_place not in (border, poe)"),
    ("A day is compared with a day", 'bs_last_entry_date > "2020-11-01"'),
    ("A day is compared with another fact", "bs_last_entry_date >= first_entry_on"),
    (
        "A day lies between two, both included",
        'between(bs_last_entry_date, "2020-11-01", "2021-02-18")',
    ),
    ("A day is moved by a duration", "bs_last_entry_date + days(60) <= decision_date"),
    ("Completed years between two days", "completed_years(birth_date, decision_date) >= 16"),
    ("Calendar days between two days", "calendar_days(order_final_date, decision_date) > 90"),
    ("A text begins with another", 'exists(offences, starts_with(it.statute, "8 USC"))'),
    ("A list has a record", "exists(offences)"),
    ("A list has a record of a kind", "exists(offences, it.disposition == convicted)"),
    ("Every record is of a kind", "all(offences, it.weapon == none)"),
    ("A number of records is of a kind", "count(offences, it.disposition == convicted) >= 3"),
    ("Another rule of the pack is met", 'rule("gl.bs.a")'),
    ("An official answered yes to a judgment", "judgment(current_threat)"),
    ("An official settled a judgment, either way", "settled(current_threat)"),
)
"""Each thing that a condition can say, with a condition that says it."""
PACK = "dhs-2021-09-30-guidelines"
"""The pack whose rules and judgments the examples name."""


def conditions_table(library: Library) -> str:
    """Return one row for every example."""
    english = _english(library)
    rows = []
    for meaning, text in EXAMPLES:
        condition = read_condition(text)
        rows.append((meaning, code(show_condition(condition)), english.condition(condition)))
    return table(("Meaning", "Text form", "Plain English"), rows)


def example_conditions() -> tuple[Condition, ...]:
    """Return the tree of every example."""
    return tuple(read_condition(text) for _, text in EXAMPLES)


def _english(library: Library) -> English:
    pack = library.pack(PACK)
    return English(
        dictionary=library.dictionary,
        rules={rule.id: rule.citation.pinpoint for rule in pack.rules.values()},
        judgments={name: judgment.question for name, judgment in pack.judgments.items()},
        date_fact=library.words.matters[pack.instrument.matter].date_fact,
    )
