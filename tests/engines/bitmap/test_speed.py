"""Many rules cost little more than few, and asking what is missing costs a few evaluations."""

from collections.abc import Callable
from functools import partial
from random import Random
from statistics import median
from time import process_time

from discretion.engines.bitmap.alone import deciding_alone
from discretion.engines.bitmap.alone import names_read
from discretion.engines.bitmap.alone import support_of
from discretion.engines.bitmap.engine import BitmapEngine
from discretion.engines.bitmap.plan import Plan
from discretion.engines.bitmap.planes import count_rows
from discretion.engines.interpretations import interpretations
from discretion.engines.reading import Reading
from discretion.facts.dictionary import Dictionary
from discretion.facts.dictionary import Kind
from discretion.rules.condition import And
from discretion.rules.condition import Condition
from discretion.rules.condition import Not
from discretion.rules.condition import Or
from discretion.rules.condition import RuleMet
from discretion.rules.grammar import read_condition
from discretion.rules.library import read_library
from tests.engines.bitmap.comparing import dictionary_of
from tests.engines.bitmap.large import ROWS
from tests.engines.bitmap.large import large_table
from tests.exactness.policy import DATE_FACT
from tests.exactness.policy import fact

FEW, MANY = 42, 420
MOST_FOR_MANY, MOST_FOR_MISSING = 4, 3
"""How much longer ten times as many rules may take, and how many evaluations what is missing."""
TWO = ("ice-2021-02-18-interim", "dhs-2021-09-30-guidelines")
WORDS = dict.fromkeys(("felony", "misdemeanor", "other"), "")
ATOMS = (
    *(f"f{number}" for number in range(30)),
    *(f"t{number} == '{word}'" for number in range(5) for word in ("felony", "other")),
    *(f"n{number} >= {number + 2}" for number in range(5)),
    *(f"d{number} < '20{number + 10}-05-01'" for number in range(4)),
    f"completed_years(d0, {DATE_FACT}) >= 18",
    "exists(offences, it.level == 'felony')",
    "exists(offences, it.level == 'other' and it.severe)",
    "all(offences, not it.severe)",
)


def small_dictionary() -> Dictionary:
    fields = (fact("level", Kind.TOKEN, words=WORDS), fact("severe", Kind.YES_NO))
    return dictionary_of(
        *(fact(f"f{number}", Kind.YES_NO) for number in range(30)),
        *(fact(f"t{number}", Kind.TOKEN, words=WORDS) for number in range(5)),
        *(fact(f"n{number}", Kind.NUMBER, low="0", high="20") for number in range(5)),
        *(fact(f"d{number}", Kind.DATE, high="decision_date") for number in range(4)),
        fact("offences", Kind.LIST, fields={each.name: each for each in fields}),
    )


def rules(number: int) -> Reading:
    """Return rules of five atoms each, some of which refer to rules before them."""
    random = Random(number)
    made: dict[str, Condition] = {}
    for place in range(number):
        atoms = [read_condition(random.choice(ATOMS)) for _ in range(5)]
        parts = [Not(atom) if random.random() < 0.3 else atom for atom in atoms]
        if made and random.random() < 0.4:
            parts.append(RuleMet(random.choice(list(made))))
        made[f"r{place}"] = Or((parts[0], And(tuple(parts[1:4])), *parts[4:]))
    return Reading(rules=made, judgments={}, derivable={})


def median_time(act: Callable[[], object]) -> float:
    """Return the processor time of an act, done a few times after a first one."""
    taken = []
    for _ in range(6):
        start = process_time()
        act()
        taken.append(process_time() - start)
    return median(taken[1:])


def counted(engine: BitmapEngine, reading: Reading) -> int:
    return sum(count_rows(bits) for rule in reading.rules for bits in engine.rule(rule))


def test_many_rules_cost_little_more_than_few() -> None:
    """Ten times as many rules take at most four times as long, as they share what they read."""
    dictionary = small_dictionary()
    batch = large_table(dictionary, dictionary.facts, DATE_FACT)
    times = []
    for number in (FEW, MANY):
        reading = rules(number)
        plan = Plan(reading)

        def act(reading: Reading = reading, plan: Plan = plan) -> None:
            engine = BitmapEngine(batch, dictionary, reading, DATE_FACT, plan=plan)
            assert counted(engine, reading) > ROWS

        times.append(median_time(act))

    assert times[1] <= MOST_FOR_MANY * times[0]


def test_what_is_missing_costs_a_few_evaluations() -> None:
    """To find what alone could decide the rules of two policies takes at most three evaluations."""
    library = read_library()
    dictionary, date_fact = library.dictionary, library.words.matters["case"].date_fact
    derivable = library.derivations.derivable
    readings = [interpretations(library.pack(name), derivable)[0].reading for name in TWO]
    plan = Plan(readings[0])
    read = {
        name
        for reading in readings
        for rule in reading.rules
        for name in plan.under(reading).reads(plan.under(reading).rule(rule))
    }
    batch = large_table(dictionary, read, date_fact)
    support = support_of(BitmapEngine(batch, dictionary, readings[0], date_fact, plan=plan))

    def act(*, missing: bool) -> None:
        first = BitmapEngine(batch, dictionary, readings[0], date_fact, plan=plan)
        for reading in readings:
            engine = first.under(reading)
            assert counted(engine, reading) > ROWS
            if missing:
                names = names_read(engine, reading.rules.values())
                assert deciding_alone(engine, reading.rules, names, support=support)

    plain, more = (median_time(partial(act, missing=each)) for each in (False, True))

    assert more - plain <= MOST_FOR_MISSING * plain
