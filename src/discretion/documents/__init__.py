"""Documents: what the package found, laid out as something to keep, print or show.

The layer knows pages, pictures and the libraries that make them, which are loaded when a document
is made and no sooner. It computes no finding and asks no question of law: it draws values that it
is given, with their words as they are.

    >>> from datetime import date
    >>> from discretion.documents.charts.axis import marks_between
    >>> [mark.text for mark in marks_between(date(2021, 11, 29), date(2022, 6, 25))]
    ['Dec 2021', 'Jan 2022', 'Feb 2022', 'Mar 2022', 'Apr 2022', 'May 2022', 'Jun 2022']
"""

from discretion.documents.charts.picture import draw_timeline
from discretion.documents.charts.residence.picture import draw_residence
from discretion.documents.charts.residence.table import residence_table
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

__all__ = [
    "CaseTold",
    "ComparisonTold",
    "CountTold",
    "ProvisionTold",
    "ReasonTold",
    "RuleTold",
    "SideTold",
    "TableTold",
    "TextTold",
    "TopicTold",
    "TopicsTold",
    "TurnTold",
    "draw_residence",
    "draw_timeline",
    "lay_out_comparison",
    "residence_table",
]
