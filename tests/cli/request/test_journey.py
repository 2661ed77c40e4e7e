"""The steps of a representative, from facts to a packet, as far as a command line takes them."""

import re
import shutil
from pathlib import Path
from typing import Any

from tests.cli.console import run
from tests.cli.request.test_build import CASE
from tests.cli.request.test_build import PAPERS
from tests.cli.request.test_build import build
from tests.cli.request.test_build import text_of

OFFICE = "rivertown-opla-2021"


def checked(*words: str) -> dict[str, Any]:
    """Return what a check of the example comes to."""
    return run("request", "check", str(CASE), *words, "--json").answer


def test_what_is_missing_stands_in_the_order_of_what_it_could_change() -> None:
    answer = run("assess", str(CASE), "--json").answer
    for each in answer["assessments"]:
        could = [row["could_change_outcome"] for row in each["missing"]]

        assert sorted(could, reverse=True) == could
    asked = {row["fact"] for each in answer["assessments"] for row in each["missing"]}
    assert "offences[1].disposition" in asked, "nobody knows how the arrest ended"


def test_the_bar_of_residence_shows_the_year_without_a_paper() -> None:
    residence = checked()["residence"]

    assert [("2017-01", "2017-12", 12)] == [
        (gap["from"], gap["to"], gap["months"]) for gap in residence["gaps"]
    ]
    assert ("2014-03", "2021-12") == (
        residence["months"][0]["month"],
        residence["months"][-1]["month"],
    )


def test_nine_papers_are_tied_to_facts_and_fit_to_be_exhibits() -> None:
    answer = checked("--exhibits", str(PAPERS), "--office", OFFICE)

    assert 9 == len(answer["exhibits"]) == len(answer["files"])
    assert all(each["facts"] for each in answer["exhibits"])
    assert [] == [remark for each in answer["files"] for remark in each["remarks"]]


def test_a_web_page_among_the_papers_is_refused_with_a_reason(tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    shutil.copytree(PAPERS, papers)
    (papers / "school.pdf").write_bytes(b"<!doctype html><p>A page")
    said = build(tmp_path / "packet", papers=papers)

    assert 3 == said.code
    assert "it is a web page (HTML), which can run or fetch something" in said.err


def test_the_office_gives_a_subject_a_proof_and_a_lead_time() -> None:
    office = checked("--office", OFFICE)["office"]
    codes = {remark["code"] for remark in office["remarks"]}
    said = run("request", "deadlines", str(CASE), "--office", OFFICE, "--json").answer
    due = {row["kind"]: row["due"] for row in said["deadlines"]}

    assert "uncertified_record" in codes
    assert "2022-01-05" == due["before_hearing"], "14 days before the hearing of 19 January 2022"


def test_a_certified_record_answers_what_the_office_wants(tmp_path: Path) -> None:
    text = CASE.read_text("utf-8").replace(
        "kind: police_report, title: Record of the arrest",
        "kind: certified_disposition, certified: yes, title: Record of the arrest",
    )
    path = tmp_path / "case.yaml"
    path.write_text(text, "utf-8")
    answer = run("request", "check", str(path), "--office", OFFICE, "--json").answer

    assert "uncertified_record" not in {each["code"] for each in answer["office"]["remarks"]}


def test_after_sending_the_follow_ups_have_their_days() -> None:
    said = run(
        *("request", "deadlines", str(CASE), "--office", OFFICE),
        *("--sent", "2021-12-16", "--json"),
    ).answer
    due = {row["kind"]: row["due"] for row in said["deadlines"]}

    assert ("2022-01-15", "2022-02-14") == (due["follow_up_1"], due["follow_up_2"])


def test_every_tab_of_the_letter_stands_in_the_index(tmp_path: Path) -> None:
    build(tmp_path / "packet")
    letter = text_of(tmp_path / "packet" / "letter.pdf")
    index = text_of(tmp_path / "packet" / "index.pdf")
    named = set(re.findall(r"Tab ([A-N]\d+)", letter))

    assert {"A1", "B1", "C1", "C2", "C3", "D1", "F1", "F2", "G1"} == named
    assert named <= set(index.split())
