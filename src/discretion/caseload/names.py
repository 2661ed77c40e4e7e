"""The names of what an import and a run leave in a folder: its files, and columns of its tables."""

OUTPUT = "output"
"""The folder, within that of an import or of a run, of what it made."""
FACTS, QUARANTINE = "facts.parquet", "quarantine.parquet"
REJECTS, IMPORT, DATA_REPORT = "rejects.csv", "import.json", "data-report.json"
"""What an import writes into its output."""
HAND, MAPPING = "hand", "mapping.yaml"
"""The folder and the file in which an import keeps the mapping that it read through."""
RESULTS, DESCRIPTION, COUNTS, MANIFEST = "results", "run.json", "counts.json", "manifest.json"
"""What a run writes into its output. The results are a folder of parts."""
ONE_FILE = "results.parquet"
"""Where results lie that were not written in parts."""

ROW_NUMBER = "row_number"
ADDRESS = ("row_file", "row_sheet", ROW_NUMBER)
"""The columns that say where a row stands in the files of the data."""
PLACE = "decision_place"
DECISION = (PLACE, "decision_component", "decision_type")
"""The columns of what a policy that governed depends on, besides the day."""
GROUP, NAMED, ASKED = "group_", "named_", "asked_"
"""What the names of columns begin with: groups, named conditions, rules that are asked."""
MASK_BITS = 64
"""How many bits one column of a mask holds; a mask of more has further columns."""

KEY = b"discretion"
"""The key in the metadata of a file under which it says what it is."""
FORMAT = 1
"""The version of the layout of results."""

BATCH_ROWS = 131_072
"""How many rows are taken at a time: their planes of bits fit into the cache of a processor."""
