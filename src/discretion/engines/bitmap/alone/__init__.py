"""Which missing facts alone could decide a condition, in every row of a table at once.

What is named here is among the missing facts that the analysis of one matter names, where all
completions are tried; not all of those are named here.
"""

from discretion.engines.bitmap.alone.deciding import deciding_alone
from discretion.engines.bitmap.alone.deciding import names_read
from discretion.engines.bitmap.alone.deciding import support_of

__all__ = ["deciding_alone", "names_read", "support_of"]
