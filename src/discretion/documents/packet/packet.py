"""Making a packet: the bundle first, then the documents that name its pages, then what stays."""

import json
from collections.abc import Iterator
from collections.abc import Mapping as Table
from pathlib import Path
from types import MappingProxyType

from discretion.documents.bundle import Bundle
from discretion.documents.bundle import BundleAsked
from discretion.documents.bundle import BundleExhibit
from discretion.documents.bundle import build_bundle
from discretion.documents.content.blocks import Grid
from discretion.documents.content.data import document_as_data
from discretion.documents.content.document import Document
from discretion.documents.content.document import sentences_of
from discretion.documents.content.sentence import Sentence
from discretion.documents.folder import ARCHIVE
from discretion.documents.folder import MANIFEST
from discretion.documents.folder import Packed
from discretion.documents.folder import PacketFile
from discretion.documents.folder import manifest_of
from discretion.documents.folder import packet_zip
from discretion.documents.packet.review import review_of
from discretion.documents.request.index import exhibit_index
from discretion.documents.request.index import section_title
from discretion.documents.request.letter import letter
from discretion.documents.request.memo.memo import MemoAsked
from discretion.documents.request.memo.memo import strategy_memo
from discretion.documents.request.told.request_told import RequestTold
from discretion.documents.request.transmittal import transmittal
from discretion.documents.request.worksheet import worksheet
from discretion.documents.typeset import document_as_pdf
from discretion.documents.word import document_as_word
from discretion.frozen import dataclass
from discretion.frozen import replace
from discretion.truth import Truth

PRIVATE = "private"
"""The folder of a packet whose files never go out."""
BUNDLE = "bundle.pdf"


@dataclass(frozen=True, slots=True, kw_only=True)
class PacketAsked:
    """What a packet is made of.

    `folder` holds the exhibits, None where there is to be no bundle. `dates` are sentences on what
    is due and `calendar` the same as a calendar's file. `sheets` are what the person is given.
    `version` is that of the package.
    `template` is an office's own Word file, None for the bundled one.
    `review_only` makes the page to read it through, and no file that could be sent.
    """

    told: RequestTold
    folder: Path | None
    version: str
    dates: tuple[Sentence, ...] = ()
    calendar: str = ""
    sheets: tuple[Document, ...] = ()
    template: bytes | None = None
    review_only: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Packet:
    """Every file of a packet by its name, and the bundle, None where there is none."""

    files: Table[str, PacketFile]
    bundle: Bundle | None
    told: RequestTold

    @property
    def is_silent(self) -> bool:
        """Whether the letter says nothing of the person."""
        return not any(each.facts for each in sentences_of(letter(self.told)))


def make_packet(asked: PacketAsked) -> Packet:
    """Return a packet, in memory: nothing is written.

    Raises:
        BundleRefusedError: an exhibit cannot be bundled.
        MissingExtraError: what makes documents is not installed.

    """
    bundle = _bundle(asked)
    told = replace(asked.told, places=bundle.places) if bundle else asked.told
    files = dict(_files(replace(asked, told=told), bundle))
    packed = _packed(asked, told)
    for name, is_private in ((MANIFEST, False), (f"{PRIVATE}/{MANIFEST}", True)):
        data = manifest_of(files, packed, private=is_private)
        files[name] = PacketFile(data=data, is_private=is_private)
    if asked.review_only:
        return Packet(files=MappingProxyType(files), bundle=None, told=told)
    # The archive holds the manifest, so that neither names the other.
    archive = packet_zip(files, packed.filing_on)
    files[ARCHIVE] = PacketFile(data=archive, is_private=False)
    return Packet(files=MappingProxyType(files), bundle=bundle, told=told)


def _packed(asked: PacketAsked, told: RequestTold) -> Packed:
    checked = told.checked
    return Packed(
        version=asked.version,
        filing_on=checked.filing_on,
        decision_on=checked.case.decision.day,
        policies={
            each.instrument: told.library.instruments[each.instrument].digest
            for each in checked.policies
        },
    )


def _bundle(asked: PacketAsked) -> Bundle | None:
    attached = [tab for tab in asked.told.tabs.values() if tab.mark]
    if asked.folder is None or asked.review_only or not attached:
        return None
    exhibits = tuple(
        BundleExhibit(
            paper=tab.paper.name,
            tab=tab.mark,
            section=tab.letter,
            section_title=section_title(tab.letter, asked.told),
            title=tab.title,
            path=asked.folder / tab.paper.file,
            issuer=tab.paper.issuer,
            made_on=tab.paper.made_on,
            is_redacted=tab.paper.redacted is Truth.TRUE,
        )
        for tab in attached
    )
    return build_bundle(
        BundleAsked(exhibits=exhibits, title="Exhibits", dated=asked.told.checked.filing_on)
    )


def _files(asked: PacketAsked, bundle: Bundle | None) -> Iterator[tuple[str, PacketFile]]:
    told = asked.told
    beside = [each for each in (exhibit_index(told), worksheet(told)) if _has_table(each)]
    outward = [letter(told), *beside]
    memo = strategy_memo(MemoAsked(told=told, letter=outward[0], dates=asked.dates))
    page = review_of(told, (*outward, memo))
    yield f"{PRIVATE}/review.html", PacketFile(data=page.encode(), is_private=True)
    if asked.review_only:
        return
    sent: list[tuple[str, bytes]] = []
    for number, document in enumerate(outward):
        # An office's own Word file is for the letter, which stands first.
        sent.extend(_set(document, asked.template if number == 0 else None))
    if bundle is not None:
        sent.append((BUNDLE, bundle.pdf))
    for name, data in sent:
        pages = bundle.pages if bundle and name == BUNDLE else None
        yield name, PacketFile(data=data, is_private=False, pages=pages)
    mailed = tuple((name, len(data)) for name, data in sent if name.endswith(".pdf"))
    text = transmittal(told, mailed)
    yield "transmittal.txt", PacketFile(data=text.encode(), is_private=False)
    sheets = (replace(each, kind=f"{each.kind}-{each.language}") for each in asked.sheets)
    for document in (memo, *sheets):
        for name, data in _set(document, None):
            yield f"{PRIVATE}/{name}", PacketFile(data=data, is_private=True)
    told_as_data = [document_as_data(each) for each in (*outward, memo)]
    text = json.dumps({"not_a_decision": True, "documents": told_as_data}, ensure_ascii=False)
    yield f"{PRIVATE}/packet.json", PacketFile(data=text.encode(), is_private=True)
    if asked.calendar:
        calendar = asked.calendar.encode()
        yield f"{PRIVATE}/dates.ics", PacketFile(data=calendar, is_private=True)


def _has_table(document: Document) -> bool:
    """Tell whether an index or a worksheet has a row; one without is left out."""
    return any(isinstance(block, Grid) for block in document.blocks)


def _set(document: Document, template: bytes | None) -> Iterator[tuple[str, bytes]]:
    yield f"{document.kind}.docx", document_as_word(document, template)
    yield f"{document.kind}.pdf", document_as_pdf(document)
