"""Supposing: what follows from a table of matters before any rule, and what a study assumes of it.

It reads and writes batches of a table of matters, column by column. It knows what facts follow
from others, what a closing of an assumption set does and since when a fact was known. It never
knows where the rows come from, tests no rule of a policy and looks at no group that a report is cut
by. Row by row it says what is said of one matter by itself.
"""
