"""Matters that are dated by their facts: what is chosen of one is a file that its reader takes."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
import yaml

from discretion.assess.assess import Assessor
from discretion.assess.ruleset import rulesets
from discretion.compare.change.version import read_version
from discretion.compare.made_case import case_text
from discretion.compare.proof.asking.question import Question
from discretion.compare.proof.asking.subject import FAILS
from discretion.compare.proof.asking.subject import HOLDS
from discretion.compare.proof.asking.subject import IS_OPEN
from discretion.compare.proof.asking.subject import Subject
from discretion.compare.proof.asking.subject import expecting
from discretion.compare.proof.asking.subject import met
from discretion.compare.proof.replay import MADE
from discretion.compare.proof.replay import replay
from discretion.compare.witness import CaseReading
from discretion.compare.witness import read_made
from discretion.compare.witness import view_under
from discretion.engines.smt.choosing.chosen import Chosen
from discretion.engines.smt.choosing.solving import Found
from discretion.engines.smt.choosing.solving import Search
from discretion.engines.smt.pair import opposite
from discretion.facts.values import one_word
from discretion.rules.condition import Compare
from discretion.rules.condition import Constant
from discretion.rules.condition import Fact
from discretion.rules.condition import Within
from tests.cli.console import TODAY
from tests.proof.packs import HERE
from tests.proof.packs import LONG
from tests.proof.packs import bundled
from tests.proof.packs import proof_of
from tests.screens.screening import case_of
from tests.screens.screening import screened

SCREENS = ("screen-operation", "screen-retaliation")
BROKEN: list[dict[str, Any]] = yaml.safe_load((HERE / "screens.yaml").read_text("utf-8"))
DAY = date(2022, 6, 1)


def subject_of(screen: str) -> Subject:
    """Return a bundled screen in its default reading."""
    return Subject(bundled(), rulesets(bundled(), bundled().packs[screen])[0])


def ask(question: Question) -> tuple[Found, tuple[Chosen, ...]]:
    """Return what is found of a question, with the cases of the answer that says the least."""
    search = Search(question.kept, LONG)
    found, model, _ = search.fewest(question.said, *question.wanted)
    return found, () if model is None else question.cases(model)


def questions(subject: Subject) -> Iterator[Question]:
    """Yield whether each rule can be met, failed and open, where all governs or nothing."""
    for each in subject.as_governed():
        for rule in each.rules():
            for truths in (HOLDS, FAILS, IS_OPEN):
                ground = each.ground((met(rule),))
                yield ground.question(*expecting(ground.engine, [(met(rule), truths)]))


@pytest.mark.parametrize("screen", SCREENS)
def test_what_is_chosen_of_a_screened_matter_is_found_in_its_file(screen: str) -> None:
    """What a solver says of a screened matter is what the reference engine finds in its file."""
    subject = subject_of(screen)
    found = [(question, ask(question)[1]) for question in questions(subject)]
    replayed = [replay(question, cases, subject, TODAY) for question, cases in found if cases]

    assert len(replayed) > 2 * len(subject.ruleset.tested)
    for (made,) in replayed:
        case_of(made.text)  # The reader of such files finds no mistake in it.


@pytest.mark.parametrize("broken", BROKEN, ids=lambda each: each["broken"])
def test_a_broken_screen_is_refuted_by_a_file_that_can_be_screened(
    broken: dict[str, Any], tmp_path: Path
) -> None:
    """A screen that breaks a sentence is refuted by a file that says no more than shows it."""
    folder = tmp_path / broken["screen"]
    shutil.copytree(bundled().packs[broken["screen"]].folder, folder)
    path = folder / broken["file"]
    text = path.read_text("utf-8")
    assert 1 == text.count(broken["replace"])
    path.write_text(text.replace(broken["replace"], broken["by"]), "utf-8")
    version, problems = read_version(str(folder))
    assert version is not None, problems
    proof = proof_of(broken["sentence"], version.library, version.pack)

    assert "refuted" == proof.status
    assert proof.counterexample is not None
    for case in proof.counterexample.cases:
        assert set(broken["facts"]) == set(case.said.facts)
        forced = {name: value for name, value in broken["facts"].items() if value is not None}
        assert forced == {name: case.said.facts[name] for name in forced}
        assert case.text == case_text(
            case.said, bundled(), subject_of(broken["screen"]).matter, case.name, MADE
        )
        assert screened(case.text).parts


def test_a_finding_is_never_chosen_without_who_signed_it() -> None:
    """A finding that somebody has to sign is said with who did, and costs no more for that."""
    subject = subject_of("screen-operation")
    mass = Compare(Fact("scale_determination"), "==", Constant("mass"))
    ground = subject.ground((mass,))
    question = ground.question(*expecting(ground.engine, [(mass, HOLDS)]))
    search = Search(question.kept, LONG)
    _, model, number = search.fewest(question.said, *question.wanted)

    assert model is not None
    assert 1 == number
    (chosen,) = question.cases(model)
    assert {"scale_determination", "scale_determiner_role"} == set(chosen.facts)
    unsigned = opposite(ground.matter.known("scale_determiner_role"))
    assert search.ask(*question.wanted, unsigned)[0] is Found.NONE


def test_a_number_is_never_chosen_below_the_one_that_it_is_never_below() -> None:
    """Two numbers of which one is never below the other are never chosen the wrong way round."""
    subject = subject_of("screen-operation")
    most = Compare(Fact("planned_admin_arrests_max"), "<=", Constant(3))
    least = Compare(Fact("planned_admin_arrests_min"), ">", Constant(3))
    ground = subject.ground((most, least))
    both = ground.question(*expecting(ground.engine, [(most, HOLDS), (least, HOLDS)]))

    assert ask(both)[0] is Found.NONE


def test_the_kind_of_the_part_in_question_is_a_record_of_the_list_of_parts() -> None:
    """The list of parts always holds the part in question, of the kind that is chosen for it."""
    subject = subject_of("screen-operation")
    surveillance = Within(Fact("action_kind"), ("surveillance",))
    ground = subject.ground((surveillance,))
    slot = ground.matter.slots("op_actions")[0]
    kinds = ground.matter.field_left(slot, "kind")
    question = ground.question(*expecting(ground.engine, [(surveillance, HOLDS)]))
    search = Search(question.kept, LONG)

    assert kinds is ground.matter.left("action_kind")
    assert search.ask(*question.wanted, opposite(slot.present))[0] is Found.NONE
    (made,) = replay(question, ask(question)[1], subject, TODAY)
    assert "  op_actions: [{kind: surveillance}]\n" in made.text


OPEN = """\
# made up
operation: example
facts:
  op_date: 2022-06-01
  op_agency: unknown
  scale_determination: not_mass
  scale_determiner_role: an official, in a made case
  op_actions:
    complete: unknown
    records:
      - {kind: unknown}
      - {kind: subpoena}
"""


def test_a_file_says_unknown_of_what_every_file_has_and_nothing_was_chosen_of() -> None:
    """What every file has to say is unknown where nothing was chosen, and the part's kind too."""
    chosen = Chosen(
        day=DAY,
        facts=MappingProxyType({"scale_determination": "not_mass", "scale_determiner_role": "…"}),
        records=MappingProxyType({"op_actions": (MappingProxyType({"kind": "subpoena"}),)}),
        complete=frozenset(),
        judgments=MappingProxyType({}),
    )
    subject = subject_of("screen-operation")
    text = case_text(chosen, bundled(), subject.matter, "example", "made up")

    assert OPEN == text
    reading = CaseReading(ruleset=subject.ruleset)
    view = view_under(read_made(text, bundled()), reading, Assessor(bundled()), TODAY)
    assert "action_kind" not in view.known
    assert one_word("not_mass") == view.values("scale_determination")
