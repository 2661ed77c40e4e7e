"""Spark: the parts of a run worked on many machines, with the same engine and the same bytes.

It knows how a session is made and how parts are handed out. What a part comes to is no business of
its own.

    >>> from discretion.caseload.spark.session import ADDRESSED
    >>> ADDRESSED
    ('spark.driver.host', 'spark.driver.bindAddress')
"""
