"""Documents: what the package found, laid out as something to keep, print or show.

The layer knows pages, pictures and the libraries that make them, which are loaded when a document
is made and no sooner. It computes no finding and asks no question of law: it draws values that it
is given, with their words as they are.

    >>> from datetime import date
    >>> from discretion.documents.charts.axis import marks_between
    >>> [mark.text for mark in marks_between(date(2021, 11, 29), date(2022, 6, 25))]
    ['Dec 2021', 'Jan 2022', 'Feb 2022', 'Mar 2022', 'Apr 2022', 'May 2022', 'Jun 2022']
"""

from discretion.documents.assessment.memo import assessment_memo
from discretion.documents.assessment.told import AssessmentTold
from discretion.documents.charts.picture import draw_timeline
from discretion.documents.charts.residence.picture import draw_residence
from discretion.documents.charts.residence.table import residence_table
from discretion.documents.client.sheet import client_sheet
from discretion.documents.client.told import ClientTold
from discretion.documents.content.document import Document
from discretion.documents.content.sentence import Sentence
from discretion.documents.folder import ARCHIVE
from discretion.documents.folder import PacketFile
from discretion.documents.folder import check_folder
from discretion.documents.folder import write_packet
from discretion.documents.packet.packet import Packet
from discretion.documents.packet.packet import PacketAsked
from discretion.documents.packet.packet import make_packet
from discretion.documents.packet.prepared import PacketWanted
from discretion.documents.packet.prepared import PreparedRequest
from discretion.documents.packet.prepared import prepare_request
from discretion.documents.packet.size import too_large_for_office
from discretion.documents.pages.comparison.compared import CaseTold
from discretion.documents.pages.comparison.compared import ComparisonTold
from discretion.documents.pages.comparison.compared import CountTold
from discretion.documents.pages.comparison.compared import ProvisionTold
from discretion.documents.pages.comparison.compared import ReasonTold
from discretion.documents.pages.comparison.compared import RuleTold
from discretion.documents.pages.comparison.compared import SideTold
from discretion.documents.pages.comparison.compared import TableTold
from discretion.documents.pages.comparison.compared import TextTold
from discretion.documents.pages.comparison.compared import TopicsTold
from discretion.documents.pages.comparison.compared import TopicTold
from discretion.documents.pages.comparison.compared import TurnTold
from discretion.documents.pages.comparison.page import lay_out_comparison
from discretion.documents.request.told.caption import Caption
from discretion.documents.request.told.caption import read_caption
from discretion.documents.request.told.outline import Outline
from discretion.documents.request.told.outline import read_outline
from discretion.documents.request.told.request_told import RequestTold
from discretion.documents.request.told.tabs import papers_left_out
from discretion.documents.review import Review
from discretion.documents.review import review_page
from discretion.documents.typeset import document_as_pdf
from discretion.documents.word import document_as_word

__all__ = [
    "ARCHIVE",
    "AssessmentTold",
    "Caption",
    "CaseTold",
    "ClientTold",
    "ComparisonTold",
    "CountTold",
    "Document",
    "Outline",
    "Packet",
    "PacketAsked",
    "PacketFile",
    "PacketWanted",
    "PreparedRequest",
    "ProvisionTold",
    "ReasonTold",
    "RequestTold",
    "Review",
    "RuleTold",
    "Sentence",
    "SideTold",
    "TableTold",
    "TextTold",
    "TopicTold",
    "TopicsTold",
    "TurnTold",
    "assessment_memo",
    "check_folder",
    "client_sheet",
    "document_as_pdf",
    "document_as_word",
    "draw_residence",
    "draw_timeline",
    "lay_out_comparison",
    "make_packet",
    "papers_left_out",
    "prepare_request",
    "read_caption",
    "read_outline",
    "residence_table",
    "review_page",
    "too_large_for_office",
    "write_packet",
]
