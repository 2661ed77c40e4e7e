"""`request deadlines` tells what is due and on what source; its calendar names nobody."""

from pathlib import Path

import pytest

from discretion.answers.request.deadlines import NOT_EVERY_DEADLINE
from discretion.cli.request import deadlines
from discretion.cli.request.words import STATES
from discretion.records.deadlines import RequestState
from discretion.request.deadlines import read_deadline_kinds
from tests.cli.console import EXAMPLE
from tests.cli.console import TODAY
from tests.cli.console import Said
from tests.cli.console import run
from tests.cli.console import write_case
from tests.records.deadlines.strict import read_calendar

EXAMPLES = Path(EXAMPLE).parent
DEMO = str(EXAMPLES / "request-demo.yaml")
OFFICE = ("--office", "rivertown-opla-2021")
SENT = ("--sent", "2026-11-20")
KEYS = [
    "not_a_decision", "version", "problems", "says", "case", "as_of", "filing_on",
    "filing_date_recorded", "sent_on", "state", "may_move_to", "stopped", "governing", "today",
    "office", "office_remarks", "deadlines", "calendar", "kinds",
]  # fmt: skip
ROWS = {
    "deadlines": [
        "kind", "title", "says", "about", "due", "bound", "running", "counted",
        "last_business_day", "in_business_days", "source", "basis", "remedy",
    ],
    "office_remarks": ["code", "says", "remedy"],
}  # fmt: skip
COUNTED = ["from", "from_day_counts", "amount", "unit", "direction"]


def listed(*words: str) -> Said:
    return run("request", "deadlines", *words)


def flat(said: Said) -> str:
    return " ".join(said.out.split())


def test_the_keys_of_the_answer_are_fixed() -> None:
    answer = listed(DEMO, *OFFICE, *SENT, "--json").answer

    assert KEYS == list(answer)
    for key, fields in ROWS.items():
        assert fields == list(answer[key][0]), key
    counted = [row["counted"] for row in answer["deadlines"] if row["counted"]]
    assert COUNTED == list(counted[0])
    assert ["on", "governing"] == list(answer["today"])


def test_the_answer_says_what_governed_as_of_when_and_who_decides() -> None:
    said = flat(listed(DEMO, *OFFICE, *SENT))

    assert NOT_EVERY_DEADLINE in said
    assert "for a person who decides" in said
    assert "As of 24 November 2026." in said
    assert "On 1 February 2022: Guidelines for the Enforcement" in said
    assert "On 24 November 2026: no policy described here governs such a decision." in said
    assert "A gate stops this request" in said


def test_the_text_tells_everything_that_the_data_tell() -> None:
    words = (DEMO, *OFFICE, *SENT, "--motion", "2026-11-23")
    rows, text = listed(*words, "--json").answer["deadlines"], flat(listed(*words))

    assert len(rows) > 10
    for row in rows:
        for told in (row["title"], row["says"], row["source"].rstrip("."), row["remedy"] or ""):
            assert told in text
        assert f"[{row['basis']}]." in text


def test_what_is_not_known_is_told_and_the_exit_code_is_none() -> None:
    said = listed(EXAMPLE)

    assert 0 == said.code
    assert "Record the day of the hearing in the file" in flat(said)
    assert "No office was named, so none of its days is counted" in flat(said)


def test_a_calendar_is_written_once_and_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.ics"
    words = (DEMO, *OFFICE, *SENT, "--ics", str(path))
    said = listed(*words)
    events = read_calendar(path.read_bytes().decode())
    again = listed(*words)

    assert 0 == said.code
    assert "The calendar holds the days that are not past" in flat(said)
    assert ["Follow-up on a request", "Second follow-up on a request"] == [
        each["SUMMARY"] for each in events
    ]
    assert 2 == again.code
    assert "it exists" in again.err
    assert 0 == listed(*words, "--force").code


def test_a_calendar_of_a_series_keeps_its_identifiers(tmp_path: Path) -> None:
    path = tmp_path / "a.ics"

    def identifiers(sent: str) -> list[str]:
        words = (*OFFICE, "--sent", sent, "--ics", str(path), "--series", "blue", "--force")
        assert 0 == listed(DEMO, *words).code
        return [each["UID"] for each in read_calendar(path.read_bytes().decode())]

    assert identifiers("2026-11-20") == identifiers("2026-11-21")


def test_a_calendar_holds_no_word_of_the_case(tmp_path: Path) -> None:
    path = tmp_path / "secret-name.ics"
    text = (
        "filing_date: 2026-11-20\nfacts: {known_to_government: yes, next_hearing_on: 2026-12-24}\n"
        "evidence:\n"
        "  - {id: pass, kind: passport, title: Passport of Nobody, expires_on: 2027-01-01}\n"
    )
    case = write_case(tmp_path, text)
    assert 0 == listed(case, *SENT, *OFFICE, "--ics", str(path)).code
    calendar = path.read_bytes().decode()

    assert {"Hearing", "A paper expires", "Follow-up on a request"} <= {
        each["SUMMARY"] for each in read_calendar(calendar)
    }
    for word in ("nobody", "Nobody", "secret", "Passport", "Rivertown", "counsel", "case.yaml"):
        assert word not in calendar.replace("\r\n ", "")


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        ((DEMO, "--sent", "2026-11-25"), 2, "is after today"),
        ((DEMO, "--sent", "2026-02-30"), 2, "is not a day of the calendar"),
        ((DEMO, "--state", "sent"), 2, "add `--sent D`"),
        ((DEMO, "--state", "draft", *SENT), 2, "leave `--sent` out"),
        ((DEMO, "--state", "gone"), 2, "invalid choice"),
        ((DEMO, "--series", "blue"), 2, "add `--ics FILE`"),
        ((DEMO, "--force"), 2, "add `--ics FILE`"),
        ((DEMO, "--ics", "-"), 2, "names no file"),
        ((DEMO, "--ics", "no-day-is-ahead.ics"), 2, "no deadline has a day that is not past"),
        ((DEMO, "--office", "rivertown"), 2, "`rivertown` is not a known office profile"),
        (("no-such.yaml",), 3, "[file_unreadable]"),
        ((str(EXAMPLES / "operation-demo.yaml"),), 3, "a request is made for a person's case"),
    ],
)
def test_bad_words_and_files_are_told(words: tuple[str, ...], code: int, told: str) -> None:
    said = listed(*words)

    assert code == said.code
    assert told in " ".join(said.err.split())
    assert "" == said.out
    assert not Path("no-day-is-ahead.ics").exists()


def test_kinds_with_an_error_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        f"{deadlines.__name__}.read_deadline_kinds", lambda: read_deadline_kinds(EXAMPLES)
    )

    assert 4 == listed(DEMO).code


def test_every_state_can_be_said() -> None:
    assert tuple(state.value for state in RequestState) == STATES
    for state in RequestState:
        sent = SENT if state.value in STATES[3:] else ()
        assert 0 == listed(DEMO, *sent, "--state", state.value).code


def test_a_day_of_today_is_told_as_today(tmp_path: Path) -> None:
    text = f"facts: {{known_to_government: yes, next_hearing_on: {TODAY}}}\n"
    said = listed(write_case(tmp_path, text))

    assert "Tuesday, 24 November 2026: Hearing [today]" in said.out


def test_a_file_of_which_no_day_is_known_says_so(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text("case: a\ndecision: {type: bond, date: 1999-01-01}\nfacts: {}\n", "utf-8")

    assert "No deadline has a day" in flat(listed(str(path)))
