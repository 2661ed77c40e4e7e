"""The size of a packet beside the most that its office takes."""

from discretion.documents.folder import ARCHIVE
from discretion.documents.packet.packet import Packet
from discretion.errors import Problem

MEGABYTE = 1_000_000


def too_large_for_office(packet: Packet) -> tuple[Problem, ...]:
    """Return that what goes out is larger than the office takes, nothing where it is not.

    The archive holds what lies beside it, and is not counted again.
    """
    office = packet.told.checked.office
    total = sum(
        len(each.data)
        for name, each in packet.files.items()
        if not each.is_private and name != ARCHIVE
    )
    if office is None or office.max_mb is None or total <= office.max_mb * MEGABYTE:
        return ()
    has, takes = f"{total / MEGABYTE:.1f} MB", f"{office.max_mb} MB"
    return (
        Problem(
            code="packet_too_large",
            message=f"the packet would have {has}, and the office takes {takes}",
            help="save the exhibits smaller, or leave some of them out",
        ),
    )
