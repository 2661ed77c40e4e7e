"""The manifest of a packet and the archive to send: what is in it, and that it was not changed."""

import hashlib
import json
from collections.abc import Mapping as Table
from datetime import date
from io import BytesIO
from typing import Any

from discretion.documents.content.archive import archived_on
from discretion.documents.folder.packet_file import PacketFile
from discretion.frozen import dataclass

FORMAT = "discretion-packet-1"
"""The name and the version of the format of a manifest."""
MANIFEST, ARCHIVE = "manifest.json", "packet.zip"
READABLE = 0o644
"""The mode of a file in an archive."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """What a manifest says of a packet besides its files.

    `policies` maps each policy that was read to the digest of its pack.
    """

    version: str
    filing_on: date
    decision_on: date
    policies: Table[str, str]


def manifest_of(files: Table[str, PacketFile], packed: Packed, *, private: bool) -> bytes:
    """Return the manifest of the files that go out, or of those that stay inside.

    The manifest that goes out names no file that does not.

    Args:
        files: the files of a packet by their names.
        packed: what else it says.
        private: whether it is that of the files that stay inside.

    """
    told: dict[str, Any] = {
        "format": FORMAT,
        "not_a_decision": True,
        "version": packed.version,
        "filing_on": packed.filing_on.isoformat(),
        "decision_on": packed.decision_on.isoformat(),
        "policies": dict(sorted(packed.policies.items())),
        "files": [
            {
                "file": name,
                "bytes": len(each.data),
                "pages": each.pages,
                "sha256": hashlib.sha256(each.data).hexdigest(),
            }
            for name, each in sorted(files.items())
            if each.is_private is private
        ],
    }
    return (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode()


def packet_zip(files: Table[str, PacketFile], dated: date) -> bytes:
    """Return an archive of the files that go out, the same bytes for the same files and day."""
    import zipfile

    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, each in sorted(files.items()):
            if each.is_private:
                continue
            entry = zipfile.ZipInfo(name, archived_on(dated))
            entry.external_attr = READABLE << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, each.data)
    return buffer.getvalue()
