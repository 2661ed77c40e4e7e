"""Mistakes of requests as situations: what somebody asks a packet of, and what is told of it."""

from collections.abc import Callable
from pathlib import Path
from types import MappingProxyType

from discretion import FilesRefusedError
from discretion import Problem
from discretion import replace
from discretion.documents.folder import PacketFile
from discretion.documents.packet.packet import Packet
from discretion.documents.packet.size import too_large_for_office
from tests.documents.bundle.made import bundle_of
from tests.documents.bundle.made import pdf
from tests.documents.request.made import case_of
from tests.documents.request.made import prepared
from tests.documents.request.made import told
from tests.request.made import FILED
from tests.request.made import KNOWN
from tests.request.made import office

Problems = tuple[Problem, ...]
LEASE = "evidence:\n  - {id: lease, kind: lease, tab: C1, disclosure: may_disclose}\n"
VICTIM = "  mit_crime_victim: {claims: [{value: yes}], disclosure: protected}\n"


def _request(folder: Path, rest: str = "", *, asks: str = "", confirm: str = "") -> Problems:
    case = case_of(folder, f"{FILED}facts:\n{KNOWN}{VICTIM}{rest}")
    return prepared(
        case,
        asks=filter(None, (asks,)),
        confirmed=filter(None, (confirm,)),
        folder=folder if "evidence" in rest else None,
    ).problems


def _damaged(folder: Path) -> Problems:
    try:
        bundle_of(folder, pdf(), b"%PDF-1.7 damaged")
    except FilesRefusedError as refused:
        return refused.problems
    return ()


def _subject(folder: Path) -> Problems:
    case = case_of(folder, f"{FILED}facts:\n{KNOWN}")
    at = replace(office(), subject_template="Request of {first_name}")
    return prepared(case, at=at).problems


def _too_large(folder: Path) -> Problems:
    request = told(case_of(folder, f"{FILED}facts:\n{KNOWN}"))
    at = replace(request.checked, office=replace(office(), max_mb=1))
    large = PacketFile(data=b"0" * 2_500_000, is_private=False)
    files = MappingProxyType({"bundle.pdf": large})
    packet = Packet(files=files, bundle=None, told=replace(request, checked=at))
    return too_large_for_office(packet)


REQUESTS: dict[str, Callable[[Path], Problems]] = {
    "cannot_confirm": lambda folder: _request(
        folder, "consents: [{kind: disclosure, answer: yes, by: the person, on: 2022-01-20}]\n",
        confirm="known_to_government",
    ),
    "exhibit_refused": lambda folder: _request(folder, LEASE),
    "exhibit_refused--bundle": _damaged,
    "no_consent_to_disclosure": lambda folder: _request(folder, confirm="mit_crime_victim"),
    "nothing_to_ask": lambda folder: _request(folder, asks="freedom"),
    "packet_too_large": _too_large,
    "subject_not_filled": _subject,
}  # fmt: skip
"""What makes each mistake in an empty folder, and the problems that are told of it."""
