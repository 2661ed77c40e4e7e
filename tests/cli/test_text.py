"""Text for a reader: plain, dated, honest about what is unknown, and no decision."""

import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from discretion import read_library
from discretion.rules.cases import read_cases
from tests.cli.console import EXAMPLE
from tests.cli.console import run
from tests.cli.console import write_case

COMMANDS = [
    ("assess", EXAMPLE),
    ("assess", EXAMPLE, "--mode", "audit"),
    ("assess", EXAMPLE, "--on", "1990-01-01"),
    ("assess", EXAMPLE, "--audience", "outward"),
    ("assess", EXAMPLE, "--policy", "ice-2021-02-18-interim", "--policy", "eo-13768"),
    ("governing", "--on", "2022-03-25"),
    ("policy", "list"),
    ("policy", "show", "dhs-2021-09-30-guidelines"),
]


def flat(*words: str, today: date = date(2026, 11, 24)) -> str:
    """Return what a command prints, without its line breaks."""
    return " ".join(run(*words, today=today).out.split())


@pytest.mark.parametrize("words", COMMANDS)
def test_no_colour_code_and_no_box_is_ever_printed(words: tuple[str, ...]) -> None:
    out = run(*words).out

    assert "\x1b" not in out
    assert out.isprintable() or set(out) - {"\n"} == {each for each in out if each.isprintable()}


@pytest.mark.parametrize("words", COMMANDS)
def test_a_line_fits_a_terminal_unless_one_word_does_not(words: tuple[str, ...]) -> None:
    wide = [line for line in run(*words).out.splitlines() if len(line) > 88]

    assert [] == [line for line in wide if " " in line.strip()]


@pytest.mark.parametrize("words", COMMANDS)
def test_no_name_of_a_value_of_the_program_is_printed(words: tuple[str, ...]) -> None:
    out = run(*words).out

    assert [] == [word for word in ("Truth.", "Traceback", "frozenset", "{}") if word in out]


def test_an_assessment_is_for_a_human_decision() -> None:
    text = flat("assess", EXAMPLE)

    assert "Assessment for a human decision." in text
    assert "recommends no arrest, detention or removal" in text
    assert "It is not legal advice." in text


def test_an_assessment_says_what_governed_and_as_of_when() -> None:
    text = flat("assess", EXAMPLE)

    assert "Policy as of 15 December 2021." in text
    assert "Guidelines for the Enforcement of Civil Immigration Law (ICE-ERO): governed." in text
    assert "Facts as known on 24 November 2026, law as known on 24 November 2026." in text


def test_an_assessment_says_what_governs_today() -> None:
    text = flat("assess", EXAMPLE)

    assert "What governs today, 24 November 2026" in text
    assert "No instrument described here that speaks to such a decision governs today." in text


def test_an_assessment_says_what_was_unknown_and_what_that_could_change() -> None:
    text = flat("assess", EXAMPLE)

    assert "Open: what is missing decides which of these 3 it is." in text
    assert "How did the person last enter? (accounts conflict)" in text
    assert "“parole” gives judgment_open" in text


def test_an_assessment_says_how_the_text_was_read() -> None:
    text = flat("assess", EXAMPLE)

    assert "Nobody has yet reviewed" in text
    assert "[recalled] marks a text from memory" in text


def test_the_day_of_the_decision_changes_what_governs() -> None:
    assert "Under: Guidelines for" in flat("assess", EXAMPLE)
    assert "Under: Interim Guidance" in flat("assess", EXAMPLE, "--on", "2021-06-01")
    assert "Under: No written instrument governed" in flat("assess", EXAMPLE, "--on", "1990-01-01")


def test_the_day_on_which_the_law_is_known_changes_what_governs() -> None:
    asked = ("governing", "--on", "2022-07-01", "--component", "ICE-ERO", "--json")
    known_early = run(*asked, "--known-on", "2022-06-01").answer["governing"]
    known_now = run(*asked).answer["governing"]

    def status(lines: list[dict[str, object]]) -> list[object]:
        return [
            line["status"] for line in lines if line["instrument"] == "dhs-2021-09-30-guidelines"
        ]

    assert ["in_force"] == status(known_early)
    assert ["vacated"] == status(known_now)


def test_the_mode_changes_which_claims_count() -> None:
    review = run("assess", EXAMPLE, "--json").answer["assessments"][0]
    audit = run("assess", EXAMPLE, "--mode", "audit", "--json").answer["assessments"][0]

    assert "judgment_open" == review["established"]
    assert "elements_met_weigh_totality" == audit["established"]


def test_each_side_has_its_own_account() -> None:
    def outcome(side: str) -> object:
        answer = run("assess", EXAMPLE, "--as", side, "--json").answer
        return answer["assessments"][0]["established"]

    assert "elements_met_weigh_totality" == outcome("agency")
    assert "judgment_open" == outcome("client")


def test_whose_account_is_read_is_said() -> None:
    assert "the agency's account is read alone" in flat("assess", EXAMPLE, "--as", "agency")


def test_a_citizenship_claim_stops_and_says_so_first(tmp_path: Path) -> None:
    text = flat("assess", write_case(tmp_path, "facts: {claims_us_citizenship: yes}\n"))

    assert text.index("Stop.") < text.index("Under:")


def test_a_reader_who_stops_early_sees_no_complaint() -> None:
    program = "from discretion.cli import main; raise SystemExit(main())"
    command = f'"{sys.executable}" -c "{program}" assess "{EXAMPLE}" --json'
    done = subprocess.run(  # noqa: S603 - our own interpreter
        ["/bin/sh", "-c", f"{command} | head -n 1"],
        check=True,
        capture_output=True,
        text=True,
    )

    assert "{\n" == done.stdout
    assert "" == done.stderr


def test_checking_the_bundled_policies_finds_no_error() -> None:
    said = run("policy", "check", "--json")

    errors = [each for each in said.answer["problems"] if each["severity"] == "error"]

    assert [] == errors
    assert 0 == said.code


def test_a_check_says_how_much_it_looked_at() -> None:
    library = read_library()
    packs = library.packs.values()
    counted = {
        "packs": len(packs),
        "rules": sum(len(pack.rules) for pack in packs),
        "cases": sum(len(read_cases(library, pack)[0].cases) for pack in packs),
    }
    text = flat("policy", "check")

    assert counted == run("policy", "check", "--json").answer["checked"]
    assert (
        f"Checked {counted['packs']} packs with {counted['rules']} rules, and ran "
        f"{counted['cases']} cases. No problems found." == text
    )


def test_a_check_of_one_pack_counts_that_pack_alone() -> None:
    pack = read_library().pack("eo-13993")
    checked = run("policy", "check", str(pack.folder), "--json").answer["checked"]

    assert (1, len(pack.rules)) == (checked["packs"], checked["rules"])


def test_a_check_that_runs_no_case_says_so(tmp_path: Path) -> None:
    (tmp_path / "instrument.yaml").write_text("id: memo\nno_such_key: 1\n", "utf-8")
    (tmp_path / "text.md").write_text("# I\n", "utf-8")
    said = run("policy", "check", str(tmp_path))

    assert "and ran no case." in said.out
    assert re.search(r"\d+ problems found\.", said.out)
