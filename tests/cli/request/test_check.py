"""`request check` says what keeps a request from being filed, and writes nothing."""

import re
from pathlib import Path

import pytest

from discretion import NOTHING_WRITTEN
from discretion.cli.request import reading
from discretion.request import read_checklist
from tests.cli.console import EXAMPLE
from tests.cli.console import Said
from tests.cli.console import run
from tests.cli.console import write_case

EXAMPLES = Path(EXAMPLE).parent
DEMO = str(EXAMPLES / "request-demo.yaml")
OFFICE = "rivertown-opla-2021"
KEYS = [
    "not_a_decision", "version", "problems", "says", "case", "filing_on", "filing_date_recorded",
    "decision_on", "stopped", "gates", "policies", "policies_are_history", "grounds", "facts",
    "facts_on_papers", "factors", "exhibits", "files", "residence", "missing", "office",
    "checklist",
]  # fmt: skip
ROWS = {
    "gates": ["gate", "state", "says", "remedy", "override"],
    "grounds": ["instrument", "rule", "truth", "says", "citation", "basis", "saying"],
    "facts_on_papers": ["fact", "papers", "may_go_out"],
    "factors": [
        "instrument", "rule", "side", "says", "citation", "basis", "section", "facts", "papers",
        "lacks", "papers_to_think_of",
    ],
    "exhibits": ["id", "title", "kind", "tab", "section", "disclosure", "facts", "remarks"],
    "files": ["paper", "file", "kind", "bytes", "pages", "remarks"],
    "missing": ["instrument", "fact", "question", "could_change_outcome"],
}  # fmt: skip
PASSING = (
    "filing_date: 2022-02-01\nfacts: {known_to_government: yes}\n"
    "consents: [{kind: dismissal, answer: yes, by: the person, on: 2022-01-20}]\n"
)


def checked(*words: str) -> Said:
    return run("request", "check", *words)


def flat(said: Said) -> str:
    return " ".join(said.out.split())


def test_a_gate_that_stops_gives_exit_code_one_and_none_gives_none(tmp_path: Path) -> None:
    passing = write_case(tmp_path, PASSING)

    assert 1 == checked(DEMO).code
    assert 0 == checked(passing).code


def test_the_keys_of_the_answer_are_fixed() -> None:
    folder = str(EXAMPLES / "request-demo")
    answer = checked(DEMO, "--office", OFFICE, "--exhibits", folder, "--json").answer

    assert KEYS == list(answer)
    for key, fields in ROWS.items():
        assert fields == list(answer[key][0]), key
    assert ["may_go_out", "second_confirmation", "stays"] == list(answer["facts"])
    assert ["from_first_entry", "months", "gaps"] == list(answer["residence"])
    assert ["month", "covered"] == list(answer["residence"]["months"][0])
    assert ["from", "to", "months", "long"] == list(answer["residence"]["gaps"][0])
    assert ["code", "says", "remedy"] == list(answer["office"]["remarks"][0])


def test_without_a_folder_and_an_office_nothing_is_said_of_them() -> None:
    answer = checked(DEMO, "--json").answer

    assert answer["files"] is None
    assert answer["office"] is None
    assert "No office was named" in flat(checked(DEMO))
    assert "Files of the exhibits" not in checked(DEMO).out


def test_the_text_tells_everything_that_the_data_tell() -> None:
    words = (DEMO, "--office", OFFICE, "--exhibits", str(EXAMPLES / "request-demo"))
    answer, text = checked(*words, "--json").answer, flat(checked(*words))
    remarks = [
        remark
        for row in (*answer["exhibits"], *answer["files"], answer["office"])
        for remark in row["remarks"]
    ]

    assert NOTHING_WRITTEN in text
    assert len(remarks) > 15
    for remark in remarks:
        assert f"{remark['says']} {remark['remedy']} [{remark['code']}]" in text
    for gate in answer["gates"]:
        assert f"{gate['says']} [{gate['gate']}]" in text
    for row in answer["missing"]:
        assert not row["could_change_outcome"] or row["question"] in text


def test_no_value_of_a_fact_is_shown() -> None:
    words = (DEMO, "--office", OFFICE, "--exhibits", str(EXAMPLES / "request-demo"))
    file = Path(DEMO).read_text("utf-8")
    values = re.findall(r"value: (\d{4}-\d{2}-\d{2})", file)
    shown = checked(*words).out + checked(*words, "--json").out

    assert len(values) > 3
    assert [] == [value for value in values if value in shown]


def test_nothing_is_written(tmp_path: Path) -> None:
    case = write_case(tmp_path, PASSING)
    before = sorted((path.name, path.stat().st_mtime_ns) for path in tmp_path.iterdir())
    checked(case, "--exhibits", str(tmp_path), "--office", OFFICE)

    assert before == sorted((path.name, path.stat().st_mtime_ns) for path in tmp_path.iterdir())


def test_history_is_told_as_history() -> None:
    said = flat(checked(EXAMPLE))

    assert "What an older policy said is history." in said
    assert "No authority, and nothing but history" not in said
    assert ", which is history here." in said
    assert checked(EXAMPLE, "--json").answer["policies_are_history"]


def test_a_file_with_nothing_in_it_is_told_what_to_write(tmp_path: Path) -> None:
    case = write_case(tmp_path, "facts: {}\n")
    said = flat(checked(case, "--exhibits", str(tmp_path / "..")))

    assert "No fact of the file may go out: write `disclosure: may_disclose`" in said
    assert "list them under `evidence:`" in said
    assert "No paper says which months it covers" in said


def test_an_empty_folder_and_a_file_without_papers_are_told(tmp_path: Path) -> None:
    case = write_case(tmp_path, PASSING)
    folder = tmp_path / "empty"
    folder.mkdir()

    assert "There is no file" in flat(checked(case, "--exhibits", str(folder)))


def test_a_day_on_which_no_policy_is_known_tells_no_factor(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text("case: a\ndecision: {type: bond, date: 1999-01-01}\nfacts: {}\n", "utf-8")

    said = flat(checked(str(path)))

    assert "No policy is known here whose factors could be told." in said
    assert "Nothing that a policy looks at is established." in said
    assert "Nothing else that is missing could change a finding." in said


def test_an_override_is_told_with_who_recorded_it_and_why(tmp_path: Path) -> None:
    override = "{gate: no_policy_open, by: A. Counsel, role: attorney, on: 2026-01-05, reason: It.}"
    said = flat(checked(write_case(tmp_path, f"facts: {{}}\noverrides: [{override}]\n")))

    assert "Overridden: No policy that guides such a decision is in force" in said
    assert "Override by A. Counsel, attorney, on 2026-01-05: It. " in said


def test_a_policy_without_factors_tells_none(tmp_path: Path) -> None:
    case = write_case(tmp_path, "filing_date: 2021-02-05\nfacts: {known_to_government: yes}\n")

    assert ["dhs-2021-01-20-pekoske"] == checked(case, "--json").answer["policies"]
    assert "Factors of" not in checked(case).out


def test_months_that_only_papers_inside_show_are_told(tmp_path: Path) -> None:
    paper = "{id: a, kind: lease, covers: [2021-03..2022-02, 2019-05]}"
    said = flat(checked(write_case(tmp_path, f"{PASSING}evidence: [{paper}]\n")))

    assert "2021 --oooooooooo 0 of 12 months shown, 10 more by papers that stay inside." in said
    assert "from May 2019 to February 2022: 34 months." in said


def test_the_first_paper_begins_where_the_first_entry_is_not_known(tmp_path: Path) -> None:
    paper = "{id: a, kind: lease, covers: [2021-06..2022-02], disclosure: may_disclose}"
    said = flat(checked(write_case(tmp_path, f"{PASSING}evidence: [{paper}]\n")))

    assert "The day of the first entry is not known" in said
    assert "2021 .....####### 7 of 7 months shown." in said
    assert "There is no gap that is commonly asked about." in said


def test_what_an_office_is_known_to_have_done_is_told_with_its_age() -> None:
    said = flat(checked(DEMO, "--office", "opla-detroit-cleveland-2015"))

    assert "An e-mail with attachments and no text was deleted." in said
    assert "what was known on 1 September 2015: it is old. Ask the office" in said


def test_a_profile_that_tells_little_is_told_as_such(tmp_path: Path) -> None:
    case, profile = write_case(tmp_path, PASSING), tmp_path / "mine.yaml"
    profile.write_text("id: mine\nname: My office\nkind: USCIS\n", "utf-8")

    said = flat(checked(case, "--office", str(profile)))

    assert "My office. Source: none." in said
    assert "How it takes requests is not told." in said
    assert "The profile names no source, or no day of it." in said


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        ((DEMO, "--office", "rivertown"), 2, "`rivertown` is not a known office profile"),
        ((DEMO, "--exhibits", "no-such-folder"), 2, "names no folder that can be read"),
        ((DEMO, "--exhibits", DEMO), 2, "names no folder that can be read"),
        ((DEMO, "--office", "no-such.yaml"), 3, "[file_unreadable]"),
        (("no-such.yaml",), 3, "[file_unreadable]"),
        ((str(EXAMPLES / "operation-demo.yaml"),), 3, "a request is made for a person's case"),
    ],
)
def test_bad_words_and_files_are_told(words: tuple[str, ...], code: int, told: str) -> None:
    said = checked(*words)

    assert code == said.code
    assert told in " ".join(said.err.split())
    assert "" == said.out


def test_an_unknown_office_is_a_problem_of_its_own() -> None:
    problems = checked(DEMO, "--office", "rivertown", "--json").answer["problems"]

    assert ["unknown_office"] == [problem["code"] for problem in problems]
    assert OFFICE in problems[0]["help"]


def test_without_a_reader_of_pdf_files_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "READER", "no_such_reader")
    said = checked(DEMO, "--exhibits", str(EXAMPLES / "request-demo"))

    assert 2 == said.code
    assert "discretion[documents]" in said.err


def test_a_checklist_with_an_error_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"{reading.__name__}.read_checklist", lambda: read_checklist(EXAMPLES))

    assert 4 == checked(DEMO).code
