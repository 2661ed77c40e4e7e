"""Texts name no machine, code names no pack, links lead somewhere, locks hold hashes alone."""

from pathlib import Path

import pytest

from tests.repository.texts import MACHINE_FOLDERS
from tests.repository.texts import dead_links
from tests.repository.texts import lock_faults
from tests.repository.texts import machine_paths
from tests.repository.texts import named_ids
from tests.repository.texts import pack_ids
from tests.repository.tree import ROOT
from tests.repository.tree import Source
from tests.repository.tree import python_sources
from tests.repository.tree import text_sources

POLICIES = ROOT / "src/discretion/policies"


def test_no_text_names_a_folder_of_one_machine() -> None:
    """No text names a folder of one machine."""
    assert [] == machine_paths(text_sources())


def test_no_code_names_an_instrument_a_pack_or_a_rule() -> None:
    """No code names an instrument, a pack or a rule."""
    assert [] == named_ids(python_sources("src"), pack_ids(POLICIES))


def test_every_link_between_documents_leads_somewhere() -> None:
    """Every link between documents leads somewhere."""
    documents = [source for source in text_sources() if source.path.endswith(".md")]

    assert [] == dead_links(documents, ROOT)


def test_locks_hold_hashes_and_no_address() -> None:
    """Locked requirements hold hashes and no address."""
    locks = [
        source
        for source in text_sources()
        if source.path.startswith("requirements/") and source.path.endswith(".txt")
    ]

    assert 4 == len(locks)
    assert [] == [fault for lock in locks for fault in lock_faults(lock)]


@pytest.mark.parametrize("folder", MACHINE_FOLDERS)
def test_a_machine_path_is_found(folder: str) -> None:
    texts = [f"see /{folder}/notes", f'open("/{folder}/a")', f"/{folder}/"]

    assert 3 == len(machine_paths([Source(path="a.md", text="\n".join(texts))]))


def test_a_path_of_the_repository_or_an_address_is_left_alone() -> None:
    names = "src/{0}/a.py ./{0}/a https://agency.example/{0}/a ~/{0}/a {0}/"
    lines = [names.format(folder) for folder in MACHINE_FOLDERS]

    assert [] == machine_paths([Source(path="a.md", text="\n".join(lines))])


@pytest.fixture
def policies(tmp_path: Path) -> Path:
    pack = tmp_path / "memo-1999"
    pack.mkdir()
    (pack / "instrument.yaml").write_text("id: dhs-1999-memo\nevents:\n  - {id: e.1}\n", "utf-8")
    (pack / "text.md").write_text(
        "# A\n```rule\nid: m.bs.a\nkind: category\n```\nid: m.no\n"
        "~~~rule\n  id: 'MX-07'\n  judgment: {id: m.j}\n~~~\n```rule\nid: plain\n```\n",
        "utf-8",
    )
    return tmp_path


def test_the_ids_of_packs_and_rules_are_collected(policies: Path) -> None:
    assert {"memo-1999", "dhs-1999-memo", "m.bs.a", "MX-07"} == pack_ids(policies)


def test_an_id_in_code_is_found(policies: Path) -> None:
    text = 'A = "m.bs.a"\n# As dhs-1999-memo/II says.\nB = "MX-07", "the rule m.bs.a."\n'

    found = named_ids([Source(path="a.py", text=text)], pack_ids(policies))

    assert 4 == len(found)
    assert "a.py:1: `m.bs.a` belongs in a pack" == found[0]


def test_a_longer_word_is_no_id(policies: Path) -> None:
    text = "m.bs.ab m.bs.a.b x.m.bs.a MX-071 am.bs.a plain"

    assert [] == named_ids([Source(path="a.py", text=text)], pack_ids(policies))


def test_without_packs_no_id_is_found(tmp_path: Path) -> None:
    assert [] == named_ids([Source(path="a.py", text="x = 1")], pack_ids(tmp_path / "none"))


def test_a_dead_link_is_found(tmp_path: Path) -> None:
    (tmp_path / "b.md").write_text("# What it *is*: a `test`\n", "utf-8")
    text = (
        "[a](b.md) [a](b.md#what-it-is-a-test) [a](https://agency.example) [a](#here)\n# Here\n"
        "[dead](c.md) [dead](b.md#gone) [dead](#gone)\n```\n[code](c.md)\n```\n"
    )
    (tmp_path / "a.md").write_text(text, "utf-8")

    found = dead_links([Source(path="a.md", text=text)], tmp_path)

    assert ["`c.md`", "`b.md#gone`", "`#gone`"] == [fault.split()[1] for fault in found]


@pytest.mark.parametrize(
    "line",
    [
        "--index-url x",
        "-i x",
        "--extra-index-url x",
        "--find-links x",
        "--trusted-host x",
        "a @ https://agency.example/a.zip --hash=sha256:0",
        "a==1.0",
    ],
)
def test_a_faulty_lock_is_found(line: str) -> None:
    assert 1 == len(lock_faults(Source(path="a.txt", text=f"{line}\n")))


def test_a_whole_lock_is_left_alone() -> None:
    text = (
        "a==1 ; python_version < '3.12' \\\n    --hash=sha256:0 \\\n    --hash=sha256:1\n# via b\n"
    )

    assert [] == lock_faults(Source(path="a.txt", text=text))
