"""Supposing: what follows from a table of matters before any rule, and what a study assumes of it.

It reads and writes batches of a table of matters, column by column. It knows what facts follow
from others, what a closing of an assumption set does and since when a fact was known. It never
knows where the rows come from, tests no rule of a policy and looks at no group that a report is cut
by. Row by row it says what is said of one matter by itself.

    >>> import pyarrow as pa
    >>> from datetime import date
    >>> from discretion.caseload.supposing.assuming import assume, suppose
    >>> from discretion.caseload.supposing.premises import Premises
    >>> from discretion.engines.reading import Reading
    >>> from discretion.rules.library import read_library
    >>> library = read_library()
    >>> follows = library.derivations
    >>> premises = Premises(
    ...     derivations=follows,
    ...     dictionary=library.dictionary,
    ...     date_fact="decision_date",
    ...     reading=Reading(rules={}, judgments={}, derivable=follows.derivable),
    ... )
    >>> day = date(2022, 2, 10)
    >>> rows = {"decision_date": [day, day], "bs_apprehension_place": ["border", None]}
    >>> study = library.assumption_sets["latest_entry_and_charge_sections"]
    >>> made = assume(suppose(pa.RecordBatch.from_pydict(rows), premises), [study])
    >>> made.view.column("bs_apprehension_place").to_pylist()
    ['interior', 'interior']
    >>> first = made.closed[study.id][0]
    >>> first.rows, first.instead_of_said
    (2, 1)
"""
