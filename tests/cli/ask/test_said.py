"""An answer is put beside what a file says: nothing that anybody claimed is lost."""

from datetime import date

import pytest

from discretion import read_library
from discretion.interview.draft import Draft
from discretion.interview.draft_list import DraftList
from discretion.interview.draft_list import list_of_line
from discretion.interview.said import Answer
from discretion.interview.said import with_answer
from discretion.interview.said import with_refusal

FACTS = read_library().dictionary.facts
DAY, MANNER = FACTS["bs_last_entry_date"], FACTS["bs_entry_manner"]
ON = date(2026, 11, 24)
MINE = "{value: paroled, by: client, on: 2026-11-24}"
MY_DAY = "{value: 2020-12-05, by: client, on: 2026-11-24}"
AGENCY = "{value: unlawful, by: agency, evidence: [i213]}"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "paroled"),
        ("unknown", "paroled"),
        ("{unknown: not_asked}", "paroled"),
        ("{unknown: redacted}", "paroled"),
        (
            "{unknown: redacted, disclosure: protected}",
            f"{{claims: [{MINE}], disclosure: protected}}",
        ),
        ("unlawful", f"{{claims: [{{value: unlawful}}, {MINE}]}}"),
        ("{one_of: [unlawful, paroled]}", "paroled"),
        (
            "{one_of: [unlawful, inspected_and_admitted]}",
            f"{{claims: [{{value: {{one_of: [unlawful, inspected_and_admitted]}}}}, {MINE}]}}",
        ),
        (f"{{claims: [{AGENCY}]}}", f"{{claims: [{AGENCY}, {MINE}]}}"),
        (
            f"{{claims: [{AGENCY}], disclosure: may_disclose}}",
            f"{{claims: [{AGENCY}, {MINE}], disclosure: may_disclose}}",
        ),
        (f"{{claims: [{MINE}]}}", f"{{claims: [{MINE}]}}"),
    ],
)
def test_an_answer_is_put_beside_what_a_file_says(before: str, after: str) -> None:
    """An answer leaves every claim of a fact, its papers and who may see it as they were."""
    assert after == with_answer(before, MANNER, Answer(value="paroled", on=ON))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("2020-12..2020-12", "2020-12-05"),
        ("2020-11-01..2020-12-05", "2020-12-05"),
        ("2020-10..2020-11", f"{{claims: [{{value: 2020-10..2020-11}}, {MY_DAY}]}}"),
        ("2020-12-04", f"{{claims: [{{value: 2020-12-04}}, {MY_DAY}]}}"),
    ],
)
def test_an_interval_gives_way_only_to_a_day_within_it(before: str, after: str) -> None:
    """An interval that nobody is named for gives way to a day within it, and to no other."""
    assert after == with_answer(before, DAY, Answer(value="2020-12-05", on=ON))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "{unknown: withheld}"),
        ("unknown", "{unknown: withheld}"),
        ("{unknown: not_asked}", "{unknown: withheld}"),
        (
            "{unknown: not_asked, disclosure: protected}",
            "{unknown: withheld, disclosure: protected}",
        ),
        ("{unknown: redacted}", "{unknown: redacted}"),
        ("unlawful", "unlawful"),
        ("{one_of: [unlawful, paroled]}", "{one_of: [unlawful, paroled]}"),
        (f"{{claims: [{AGENCY}, {MINE}]}}", f"{{claims: [{AGENCY}, {MINE}]}}"),
    ],
)
def test_passing_over_takes_nothing_away(before: str, after: str) -> None:
    """Passing a fact over gives the reason only where nobody claims anything of it."""
    assert after == with_refusal(before, MANNER, "withheld")


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("", DraftList()),
        ("unknown", DraftList()),
        ("none", DraftList(complete="yes")),
        ("asylum", DraftList(records=("asylum",), complete="yes")),
        ("[a, b]", DraftList(records=("a", "b"), complete="yes")),
        ("[a, {kind: b}]", DraftList(records=("a", {"kind": "b"}))),
        ("{complete: no}", DraftList(complete="no")),
        (
            "{unknown: withheld, disclosure: internal, records: [a]}",
            DraftList(records=("a",), unknown="withheld", disclosure="internal"),
        ),
    ],
)
def test_a_list_is_read_from_any_form(line: str, read: DraftList) -> None:
    """A list of a file can be added to in whatever form it stands there."""
    assert read == list_of_line(line)


def test_a_word_becomes_a_record_when_a_field_is_said() -> None:
    """A record that is one word keeps it as its kind when something else is said of it."""
    listed = DraftList(records=("asylum",)).with_field(1, "state", "filed")

    assert listed.records == ({"kind": "asylum", "state": "filed"},)
    assert listed.field(1, "kind") == "asylum"
    assert listed.field(1, "on") == ""


def test_a_field_of_a_record_is_answered_as_a_fact_is() -> None:
    """An answer about a field of one record stands beside what the record says, and in no other."""
    said = f"{{claims: [{AGENCY}]}}"
    listed = DraftList(records=({"manner": said}, {}))
    draft = Draft(head="case", name="demo", decision={}, lists={"entries": listed})
    field = FACTS["entries"].fields["manner"]
    after = draft.with_field("entries", 1, field, Answer(value="paroled", on=ON))
    passed = after.without_field("entries", 2, field, "withheld")

    assert passed.lists["entries"].records == (
        {"manner": f"{{claims: [{AGENCY}, {MINE}]}}"},
        {"manner": "{unknown: withheld}"},
    )
