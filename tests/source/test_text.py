"""A file is read as text whatever signs stand before it."""

from discretion.source import Report
from discretion.source import decode


def test_a_mark_of_byte_order_is_no_part_of_the_text() -> None:
    report = Report("a.yaml")

    assert (
        "a: é\n" == decode(b"\xef\xbb\xbfa: \xc3\xa9\n", report) == decode(b"a: \xc3\xa9\n", report)
    )
    assert [] == report.problems


def test_a_byte_that_is_no_text_is_placed_where_a_reader_finds_it() -> None:
    report = Report("a.yaml")

    assert decode(b"\xef\xbb\xbfa: b\nc: \xff\n", report) is None
    assert [(2, 4)] == [(problem.line, problem.column) for problem in report.problems]
