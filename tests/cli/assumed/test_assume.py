"""An assessment under an assumption set says so everywhere, and nothing of it goes outside."""

from pathlib import Path
from typing import Any

import pytest

from discretion import Assessment
from discretion import Assessor
from discretion import AssumedOutwardError
from discretion import Request
from discretion import UnknownNameError
from discretion import assumed_answers
from discretion import read_case_file
from discretion import read_library
from discretion import reasons_of
from discretion import replace
from discretion.rules.assumption import AssumptionSet
from discretion.rules.assumption import Closing
from tests.bad.mistakes import GOOD
from tests.cli.console import EXAMPLE
from tests.cli.console import TODAY
from tests.cli.console import run
from tests.cli.console import write_case

SET = "latest_entry_and_charge_sections"
GUIDELINES, INTERIM = "dhs-2021-09-30-guidelines", "ice-2021-02-18-interim"
MEMO, OWN = "small-2021-memo", "interior_only"
"""A pack of the tests, and the set that it brings."""
DAY_ITSELF = """
facts:
  bs_last_entry_date: 2020-11-01
  bs_apprehension_place: {claims: [{value: border, by: agency}]}
  charges: {records: [{section: 212a6Ai}]}
"""
KEYS = ["id", "title", "dated", "by", "says", "digest", "closed", "instead_of_said"]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> str:
    return write_case(tmp_path_factory.mktemp("case"), DAY_ITSELF, ", component: ICE-ERO")


def words(text: str) -> str:
    """Return a text as it reads, wherever its lines end."""
    return " ".join(text.split())


def finding(path: str, instrument: str, rule: str) -> dict[str, Any]:
    said = run("assess", path, "--assume", SET, "--policy", instrument, "--json")
    (found,) = (each for each in said.answer["assessments"][0]["findings"] if each["rule"] == rule)
    return dict(found)


def test_the_set_is_named_with_its_sentence_before_anything_is_found(path: str) -> None:
    text = words(run("assess", path, "--assume", SET).out)
    sentence = "The entry on record is the last one, and there was no earlier stay."

    assert f"Assumed for a study ({SET}, by discretion, 28 November 2026): {sentence}" in text
    assert text.index(sentence) < text.index("What governed on")


def test_what_is_closed_is_told_as_answers_that_nobody_gave(path: str) -> None:
    text = words(run("assess", path, "--assume", SET).out)
    place = "Where was the person apprehended? Taken to be: inside the country."

    assert "What is assumed here, and is on no file" in text
    assert f"{place} This stands instead of what the file says." in text
    assert "Are those all of its charges? Taken to be: yes." in text
    assert "How did the person last enter? Taken to be: unlawful (without permission)." in text
    assert "[assumed: inside the country]" in text
    assert "[on file: inside the country]" not in text


def test_nothing_is_assumed_where_nobody_asks(path: str) -> None:
    said = run("assess", path)
    answer = run("assess", path, "--json").answer

    assert "ssumed" not in said.out
    assert [[], []] == [each["assumptions"] for each in answer["assessments"]]


def test_a_file_that_leaves_nothing_open_is_told_so() -> None:
    said = run("assess", EXAMPLE, "--assume", SET)

    assert "what the assumptions would close is not open in this file" in words(said.out)


def test_where_nothing_governed_nothing_is_assumed(path: str) -> None:
    said = run("assess", path, "--assume", SET, "--on", "2023-02-10")
    answer = run("assess", path, "--assume", SET, "--on", "2023-02-10", "--json").answer

    assert "Nothing is assumed here: what follows is on record." in words(said.out)
    assert [[]] == [each["assumptions"] for each in answer["assessments"]]


def test_the_answer_carries_the_set_and_what_it_closed(path: str) -> None:
    answer = run("assess", path, "--assume", SET, "--json").answer
    told = [each["assumptions"] for each in answer["assessments"]]
    ((first,), (second,)) = told

    assert KEYS == list(first)
    assert first == second
    assert (SET, "2026-11-28", "discretion") == (first["id"], first["dated"], first["by"])
    assert first["digest"].startswith("sha256:")
    assert {
        "bs_apprehension_place": "interior",
        "charges.complete": "yes",
        "bs_entry_manner": "unlawful",
        "bs_physically_present_before_2020_11_01": "no",
    } == first["closed"]
    assert ["bs_apprehension_place"] == first["instead_of_said"]


def test_one_day_is_outside_the_one_text_and_inside_the_other(path: str) -> None:
    after, on_or_after = finding(path, GUIDELINES, "gl.bs.b"), finding(path, INTERIM, "int.bs.2")
    (part,) = after["because"]["parts"]
    (earlier,) = on_or_after["because"]["parts"]

    assert ("false", "true") == (after["truth"], on_or_after["truth"])
    assert "the date of the last entry is after 1 November 2020" == part["says"]
    assert [{"fact": "bs_last_entry_date", "value": "2020-11-01"}] == [
        {key: fact[key] for key in ("fact", "value")} for fact in part["facts"]
    ]
    assert "the person was in the United States before 1 November 2020" == earlier["says"]
    assert ["assumed"] == [fact["reason"] for fact in earlier["facts"]]


def test_a_claim_is_still_told_beside_what_is_assumed_instead(path: str) -> None:
    at_border = finding(path, GUIDELINES, "gl.bs.a")
    (fact,) = at_border["because"]["parts"][0]["facts"]

    assert ("interior", "assumed") == (fact["value"], fact["reason"])
    assert ["border"] == [claim["value"] for claim in fact["claims"]]


@pytest.mark.parametrize("form", [(), ("--json",)])
def test_nothing_that_is_assumed_goes_outside(path: str, form: tuple[str, ...]) -> None:
    said = run("assess", path, "--assume", SET, "--audience", "outward", *form)

    assert 2 == said.code
    assert str(AssumedOutwardError(SET)) in f"{said.out}{said.err}"


def test_a_set_that_nobody_knows_is_told_with_the_nearest_name(path: str) -> None:
    said = run("assess", path, "--assume", "latest_entry_and_charges_section")

    assert 2 == said.code
    assert f"did you mean `{SET}`?" in said.err


@pytest.fixture(scope="module")
def with_own_set() -> Assessor:
    """Return an assessor of the bundled policies and of one that brings a set of its own."""
    return Assessor(read_library(extra_packs=(GOOD,)))


def own(assessor: Assessor, path: str, *names: str, instrument: str = MEMO) -> Assessment:
    case, _ = read_case_file(path, assessor.library.words)
    assert case is not None
    request = Request(today=TODAY, instruments=(instrument,), assumptions=names)
    return assessor.assess(case, request).assessments[0]


def test_a_set_of_a_pack_is_applied_under_that_pack_alone(
    tmp_path: Path, with_own_set: Assessor
) -> None:
    path = write_case(tmp_path, "facts: {bs_entry_manner: unlawful}\n")
    here = own(with_own_set, path, OWN)
    elsewhere = own(with_own_set, path, OWN, instrument=GUIDELINES)

    assert ((OWN,), ["bs_apprehension_place"]) == (
        here.assumptions,
        [each.closing.fact for each in here.closed],
    )
    assert ((), ()) == (elsewhere.assumptions, elsewhere.closed)


def test_sets_apply_together_those_of_every_pack_first(path: str, with_own_set: Assessor) -> None:
    made = own(with_own_set, path, OWN, SET)

    assert (OWN, SET) == made.assumptions
    assert {SET} == {each.assumptions for each in made.closed}


def test_a_set_that_only_a_pack_has_is_known_by_its_name(path: str, with_own_set: Assessor) -> None:
    case, _ = read_case_file(path, with_own_set.library.words)
    assert case is not None
    request = Request(today=TODAY, instruments=(MEMO,), assumptions=(OWN, SET))
    assessed = with_own_set.assess(case, request)

    assert [OWN, SET] == [each.id for each in assessed.assumptions]
    with pytest.raises(UnknownNameError, match=OWN):
        with_own_set.assess(case, replace(request, assumptions=("interior_onli",)))


CHARGED = "facts: {offences: {records: [{disposition: pending}]}}\n"


def assumed_of_charged(tmp_path: Path, closing: Closing, case: str = CHARGED) -> Assessment:
    """Return the Guidelines on a case of one offence, under a set of one closing."""
    guess = AssumptionSet(
        id="guess",
        title="",
        dated=None,
        by="a student",
        says="The offences on record are all.",
        closings=(closing,),
    )
    policies = replace(read_library(), assumption_sets={guess.id: guess})
    path = write_case(tmp_path, case)
    return own(Assessor(policies), path, "guess", instrument=GUIDELINES)


def test_a_list_that_is_assumed_to_be_whole_is_told_as_such(tmp_path: Path) -> None:
    closing = Closing(fact="offences.complete", value="yes", when=None)
    made = assumed_of_charged(tmp_path, closing)
    known = {known for each in made.findings for _, known in reasons_of(made, each)}

    assert any("1 offence on file, assumed to be all there are" in each for each in known)
    assert not any("1 offence on file, perhaps more" in each for each in known)
    assert [("Is that every arrest, charge and conviction?", "yes", False)] == list(
        assumed_answers(made)
    )


def test_what_may_follow_from_an_assumption_is_told_as_such(tmp_path: Path) -> None:
    follows = "follows from what is on file"
    case = "facts: {offences: {complete: yes, records: [{disposition: pending}]}}\n"
    path = write_case(tmp_path, case)
    plain = own(Assessor(read_library()), path, instrument=GUIDELINES)
    closing = Closing(fact="bs_apprehension_place", value="interior", when=None)
    made = assumed_of_charged(tmp_path, closing, case)

    assert follows in {known for each in plain.findings for _, known in reasons_of(plain, each)}
    assert f"{follows} or assumed" in {
        known for each in made.findings for _, known in reasons_of(made, each)
    }
