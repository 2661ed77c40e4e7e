"""Where databases mislead: conditions, and what each is in every row of one table.

The answers are written out, so that they do not hang on any engine.
"""

from datetime import date

import pyarrow as pa

from discretion.facts.dictionary import Dictionary
from discretion.facts.dictionary import Kind
from tests.exactness.policy import DATE_FACT
from tests.exactness.policy import fact

COLOURS = dict.fromkeys(("blue", "green", "red"), "")
OFFENCE = (
    fact("severe", Kind.YES_NO),
    fact("level", Kind.TOKEN, words=dict.fromkeys(("felony", "infraction"), "")),
    fact("served", Kind.NUMBER, low="0", high="99"),
)
FACTS = (
    fact("a", Kind.YES_NO),
    fact("b", Kind.YES_NO),
    fact("colour", Kind.TOKEN, words=COLOURS),
    fact("text", Kind.TEXT),
    fact("number", Kind.NUMBER, low="0", high="9"),
    fact("small", Kind.NUMBER, low="0", high="1000000"),
    fact("on", Kind.DATE, low="1900-01-01", high="decision_date"),
    fact("never_said", Kind.TOKEN, words=COLOURS),
    fact("offences", Kind.LIST, fields={each.name: each for each in OFFENCE}),
    fact("never_listed", Kind.LIST, fields={each.name: each for each in OFFENCE}),
)
DICTIONARY = Dictionary(facts={each.name: each for each in FACTS})

SEVERE = {"severe": True, "level": "felony", "served": 30}
MILD = {"severe": False, "level": "infraction", "served": 0}
OPEN = {"severe": None, "level": None, "served": None}
TWO = {"severe": None, "level": "felony|infraction", "served": 4}
RECORD = pa.struct([("severe", pa.bool_()), ("level", pa.string()), ("served", pa.int64())])
DAY = date(2021, 12, 15)

COLUMNS = {
    DATE_FACT: pa.array([DAY] * 8, pa.date32()),
    "a": pa.array([True, None, True, None, False, True, False, None]),
    "a__both": pa.array([True, True, False, None, None, None, False, False]),
    "b": pa.array([None, True, False, None, None, True, False, None]),
    "colour": pa.array(
        [None, "blue", "blue|red", "blue|green|red", "green", "green|red", "red", "blue|green"]
    ),
    "text": pa.array([None, "", "a", "a|b", "A", "a ", "ab", "%"]),
    "number__low": pa.array([None, 5, None, 2, 0, 9, 3, 3], pa.int8()),
    "number__high": pa.array([None, 7, 4, None, 9, 9, 3, 6], pa.int8()),
    "small": pa.array([None, 0, 1, 2, 3, 4, 5, 100], pa.int8()),
    "on": pa.array([None, DAY, date(2022, 1, 1), *[date(2020, 2, 29)] * 5], pa.date32()),
    "offences": pa.array(
        [None, [], [MILD, OPEN], [SEVERE, OPEN], [MILD], [SEVERE], [None, TWO], []],
        pa.list_(RECORD),
    ),
    "offences__complete": pa.array([None, True, True, None, False, True, True, None]),
}
TABLE = pa.table(COLUMNS)

T, F, U = "true", "false", "unknown"
TRAPS: dict[str, list[str]] = {
    # What is said to be both is open, and no NULL is a no.
    "a": [U, U, T, U, F, T, F, U],
    "not a": [U, U, F, U, T, F, T, U],
    "a and b": [U, U, F, U, F, T, F, U],
    "a or b": [U, T, T, U, U, T, F, U],
    "a and not a": [U, U, F, U, F, F, F, U],
    # Words are compared as a whole; what is left of a cell may be several.
    "colour == 'blue'": [U, T, U, U, F, F, F, U],
    "colour != 'blue'": [U, F, U, U, T, T, T, U],
    "colour in (blue, red)": [U, T, T, U, F, U, T, U],
    "colour not in (blue, red)": [U, F, F, U, T, U, F, U],
    "colour in (blue, green, red)": [T] * 8,
    "colour in (blu, reds)": [F] * 8,
    "never_said == 'blue'": [U] * 8,
    "never_said == 'violet'": [F] * 8,
    "text == 'a|b'": [U, F, F, T, F, F, F, F],
    "text == 'a'": [U, F, T, F, F, F, F, F],
    "text in ('a', '%')": [U, F, T, F, F, F, F, T],
    "starts_with(text, 'a')": [U, F, T, T, F, T, T, F],
    "starts_with(text, '')": [U, T, T, T, T, T, T, T],
    "starts_with(text, '%')": [U, F, F, F, F, F, F, T],
    # The greater of a number and NULL is not that number: an end that is not said is the range's.
    "number >= 5": [U, T, F, U, U, T, F, U],
    "number <= 9": [T] * 8,
    "number != 3": [U, T, U, U, U, T, F, U],
    "number == 3": [U, F, U, U, U, F, T, U],
    "number == 9": [U, F, F, U, U, T, F, F],
    "between(number, 3, 8)": [U, T, U, U, U, F, T, T],
    "small < 1000": [U, T, T, T, T, T, T, T],
    "small <= 1000000": [T] * 8,
    # A day that nobody says still lies in its range, and one out of its range is as it is said.
    f"on <= {DATE_FACT}": [T, T, F, T, T, T, T, T],
    "on < '2021-12-16'": [T, T, F, T, T, T, T, T],
    "on + months(12) == '2021-02-28'": [U, F, F, T, T, T, T, T],
    # A record of which nothing is said counts as neither, and no end of a list is the end of all.
    "exists(offences)": [U, F, T, T, T, T, T, U],
    "exists(offences, it.severe)": [U, F, U, T, U, T, U, U],
    "not exists(offences, it.severe)": [U, T, U, F, U, F, U, U],
    "all(offences, it.severe)": [U, T, F, U, F, T, U, U],
    "exists(offences, it.level == 'felony' and it.served > 3)": [U, F, U, T, U, T, U, U],
    "exists(offences, it.level in (felony, infraction))": [U, F, T, T, T, T, T, U],
    "all(offences, it.served <= 99)": [U, T, T, U, U, T, T, U],
    "exists(offences, it.served > 99)": [U, F, F, U, U, F, F, U],
    "count(offences) == 2": [U, F, T, U, U, F, T, U],
    "count(offences) >= 1": [U, F, T, T, T, T, T, U],
    "count(offences, it.severe) >= 1": [U, F, U, T, U, T, U, U],
    "count(offences, it.severe) < 2": [U, T, T, U, U, T, U, U],
    "count(offences, it.severe) < 3": [U, T, T, U, U, T, T, U],
    "count(offences, it.severe) == 0": [U, T, U, F, U, F, U, U],
    "count(offences, it.severe) != 1": [U, T, U, U, U, F, U, U],
    "count(offences, it.severe) >= 0": [T] * 8,
    "exists(never_listed, it.severe)": [U] * 8,
    "count(never_listed) >= 0": [T] * 8,
    # A fact of the matter is asked about for each record, and is unknown where it is.
    "exists(offences, it.severe and a)": [U, F, U, U, U, T, F, U],
    "all(offences, b or it.severe)": [U, T, F, U, U, T, U, U],
}
"""What each condition is in each of the eight rows."""
