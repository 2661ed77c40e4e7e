"""What a reader is told of an instrument that is read for some decisions alone, or in one place."""

import pytest

from tests.cli.console import run

LAW, LIST, MOU, MEMO = (
    "ca-labor-1019",
    "state-and-city-status-laws",
    "dhs-dol-2011-mou",
    "dhs-2021-10-12-worksite",
)
ASKED = ("governing", "--on", "2022-03-01", "--json", "--decision")


def shown(instrument: str) -> str:
    """Return what `policy show` prints of an instrument, without its line breaks."""
    return " ".join(run("policy", "show", instrument).out.split())


@pytest.mark.parametrize(
    ("instrument", "told"),
    [
        (LAW, "Read for a decision to act against a worker or a tenant; of any other nothing is"),
        (LAW, "It reaches California alone."),
        (LAW, "section 1019, presumption: A practice within 90 days"),
        (LIST, "Read for a decision of no kind; of any other nothing is said here."),
        (MOU, "on 31 March 2011 or 7 December 2011. Reviewed against the official text"),
        (MOU, "in force from 31 March 2011 or 7 December 2011 to 1 January 2025"),
    ],
)
def test_a_policy_says_for_what_it_is_read_and_where_it_reaches(instrument: str, told: str) -> None:
    assert told in shown(instrument)


def test_a_policy_from_which_rules_are_read_shows_them_and_not_its_text() -> None:
    """What a text says is told by its rules where there are any, and by its headings else."""
    assert "from which no rule is read" not in shown(MEMO)
    assert "Rules -----" not in shown(LAW)


def test_a_policy_that_is_read_for_all_it_speaks_to_says_nothing_of_that() -> None:
    assert "Read for a decision" not in shown("dhs-2021-09-30-guidelines")
    assert "reaches" not in shown("dhs-2021-09-30-guidelines").split("History")[0]


def test_the_answer_of_a_policy_holds_its_reach_and_its_provisions() -> None:
    answers = {
        name: run("policy", "show", name, "--json").answer for name in (LAW, MOU, "eo-13993")
    }
    reach = {
        name: (answer["decisions"], answer["other_decisions"], answer["place"])
        for name, answer in answers.items()
    }

    assert {
        LAW: (["adverse_act"], "not_read", "US-CA"),
        MOU: (["worksite_operation"], "not_read", None),
        "eo-13993": ([], "outside", None),
    } == reach
    assert "2011-03-31 or 2011-12-07" == answers[MOU]["history"][0]["from"]
    assert "California Labor Code 1019, section 244(b)" == answers[LAW]["provisions"][0]["citation"]
    assert ["read"] == sorted({each["basis"] for each in answers[LAW]["provisions"]})


def test_of_a_decision_that_it_is_not_read_for_no_line_names_it() -> None:
    """A decision about one person is answered without the instruments read for operations."""
    told = [
        {line["instrument"] for line in run(*ASKED, decision).answer["governing"]}
        for decision in ("arrest", "worksite_operation")
    ]

    assert not {MEMO, MOU} & told[0]
    assert {MEMO, MOU} <= told[1]
