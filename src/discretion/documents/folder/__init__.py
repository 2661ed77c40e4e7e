"""The folder of a packet: its files, its manifests, its archive, written whole or not at all."""

from discretion.documents.folder.manifest import ARCHIVE
from discretion.documents.folder.manifest import MANIFEST
from discretion.documents.folder.manifest import Packed
from discretion.documents.folder.manifest import manifest_of
from discretion.documents.folder.manifest import packet_zip
from discretion.documents.folder.packet_file import PacketFile
from discretion.documents.folder.writing import FolderRefusedError
from discretion.documents.folder.writing import check_folder
from discretion.documents.folder.writing import write_packet

__all__ = [
    "ARCHIVE",
    "MANIFEST",
    "FolderRefusedError",
    "Packed",
    "PacketFile",
    "check_folder",
    "manifest_of",
    "packet_zip",
    "write_packet",
]
