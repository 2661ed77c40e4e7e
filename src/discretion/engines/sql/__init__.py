"""Conditions as SQL: one text for DuckDB, one for Spark, from the tree.

A second implementation, written apart from the bulk kernel: a table that lies in a warehouse is
read where it lies, and what the kernel finds is found again another way. NULL is unknown and
nothing else is. The text says of each row what the reference engine says of that row as a matter;
it explains nothing, and knows no judgment that is settled. Nothing here runs a query.

    >>> from discretion.engines.reading import Reading
    >>> from discretion.engines.sql.dialect import DUCKDB
    >>> from discretion.engines.sql.query import rules_query
    >>> from discretion.engines.sql.source import Source
    >>> from discretion.engines.table import shape_of
    >>> from discretion.facts.dictionary import Dictionary, FactType, Kind
    >>> from discretion.rules.grammar import read_condition
    >>> asked = {
    ...     name: FactType(name=name, module="m", kind=Kind.YES_NO, question="?", phrase=name,
    ...                    words={"yes": "yes", "no": "no"})
    ...     for name in ("at_border", "unlawful")
    ... }
    >>> source = Source(
    ...     text='"decisions"', shape=shape_of(["decided_on", *asked], {}),
    ...     dictionary=Dictionary(facts=asked), date_fact="decided_on", dialect=DUCKDB,
    ... )
    >>> print(rules_query(
    ...     source, Reading(rules={}, judgments={}, derivable={}),
    ...     {"met": read_condition("at_border and not unlawful")}, carry=["decided_on"],
    ... ))
    WITH stage_0 AS (
      SELECT "decided_on", "at_border", "unlawful"
      FROM "decisions"
    )
    SELECT
      "decided_on",
      ("at_border" AND (NOT "unlawful")) AS "met"
    FROM stage_0
"""
