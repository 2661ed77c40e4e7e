"""Repeating every proof with a second solver: each question without an answer has none there.

Run it as `make proofs`, which installs the second solver. It reads the questions as SMT-LIB text
and shares no code with the first solver.
"""

import sys
from collections import Counter
from collections.abc import Iterator

import cvc5

from discretion.compare.proof.result import Script
from tests.proof.packs import bundled
from tests.proof.packs import proofs_of

NONE = "unsat"
"""What a solver says of a question that has no answer."""


def answers(text: str) -> Iterator[str]:
    """Yield what the second solver says to a script."""
    terms = cvc5.TermManager()
    solver, symbols = cvc5.Solver(terms), cvc5.SymbolManager(terms)
    solver.setLogic("ALL")
    parser = cvc5.InputParser(solver, symbols)
    parser.setStringInput(cvc5.InputLanguage.SMT_LIB_2_6, text, "question")
    while not (command := parser.nextCommand()).isNull():
        said = command.invoke(solver, symbols).strip()
        if said:
            yield said


def differing(scripts: tuple[Script, ...]) -> Iterator[Script]:
    """Yield the questions of which the second solver says something else."""
    for script in scripts:
        if [NONE] != list(answers(script.text)):
            yield script


def main() -> int:
    """Repeat every proof of every bundled policy, and say how many are confirmed."""
    repeated: Counter[str] = Counter()
    for name in bundled().packs:
        proofs = proofs_of(name, records=True)
        wrong = list(differing(proofs.scripts))
        for script in wrong:
            print(f"{script.sentence}, {script.about}: the second solver says otherwise")
        repeated.update(confirmed=len(proofs.scripts) - len(wrong), otherwise=len(wrong))
        print(f"{name}: {len(proofs.scripts)} questions without an answer repeated")
    print(f"{repeated['confirmed']} confirmed, {repeated['otherwise']} not")
    return 1 if repeated["otherwise"] or not repeated["confirmed"] else 0


if __name__ == "__main__":
    sys.exit(main())
