"""Counting over the rows of a run with DuckDB, by conditions on the bits of its masks.

>>> from discretion.caseload.report.counting.conditions import any_bit
>>> any_bit("true_0", 0b101)
'((r."true_0" & 5::UBIGINT) <> 0)'
"""
