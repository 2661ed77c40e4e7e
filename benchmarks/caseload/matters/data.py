"""The made-up table that is measured with: 45 facts and one list of decisions from 2020 to 2025."""

from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from discretion.caseload.names import BATCH_ROWS
from discretion.caseload.synthetic.batches import synthetic_batches
from discretion.caseload.synthetic.batches import write_synthetic
from discretion.caseload.synthetic.recipe import Recipe
from discretion.dates import DateRange
from discretion.gazetteer import STATES
from discretion.rules.library import Library

SEED = 20_210_930
YES_NO = (
    "claims_us_citizenship", "removable", "crim_other_conduct_alleged",
    "agg_weapon_used_or_threatened", "crim_planning_or_technique_recorded",
    "mit_mental_condition_contributed", "mit_condition_requiring_care", "mit_crime_victim",
    "mit_proceeding_participant", "mit_family_impact", "mit_relief_eligibility",
    "mit_military_public_service", "mit_rehabilitation", "mit_conviction_vacated_or_expunged",
    "proc_basis_conviction_only", "proc_basis_database_only", "bs_attempting_unlawful_entry",
    "bs_extenuating_facts", "bs_other_compelling_facts",
    "bs_physically_present_before_2020_11_01", "ns_other_danger",
    "prohibited_ground_in_decision_record", "crim_aggravated_felony",
    "crim_gang_element_conviction", "crim_gang_intentional_participation",
    "crim_gang_evidence_reliable", "known_serious_physical_illness",
    "known_serious_mental_illness", "community_ties_recorded", "advanced_age_asserted",
)  # fmt: skip
DATES = ("birth_date", "first_entry_on", "bs_last_entry_date", "bs_apprehended_on")
NUMBERS = (
    "crim_gang_conduct_age", "crim_misdemeanor_count_distinct_incidents",
    "crim_custody_days_served", "crim_misdemeanor_unsuspended_days",
)  # fmt: skip
WORDS = (
    "ns_engaged_or_suspected_terrorism", "ns_engaged_or_suspected_espionage",
    "bs_apprehension_place", "bs_entry_manner", "order_stage", "proc_full_record_obtained",
    "screen_tip_source",
)  # fmt: skip
FIELDS = (
    "disposition", "offence_on", "convicted_on", "sentence_imposed_days", "harm", "weapon",
    "aggravated_felony", "gang_element",
)  # fmt: skip
RECIPE = Recipe(
    facts=(*YES_NO, *DATES, *NUMBERS, *WORDS),
    lists={"offences": FIELDS},
    days=DateRange(start=date(2020, 1, 1), end=date(2026, 1, 1)),
    header={
        "type": ("arrest", "detainer", "notice_to_appear", "custody"),
        "component": ("ICE-ERO", "ICE-HSI", "CBP"),
        "place": tuple(STATES),
    },
    groups={"office": tuple(f"office {number}" for number in range(1, 26))},
)


def written(folder: Path, rows: int, library: Library) -> Path:
    """Return the file of a table of so many rows, made unless the folder has it."""
    path = folder / f"matters-{SEED}-{rows}.parquet"
    if not path.exists():
        unfinished = path.with_suffix(".unfinished")
        write_synthetic(unfinished, synthetic_batches(RECIPE, library, rows=rows, seed=SEED))
        unfinished.rename(path)
    return path


def snapshot(table: Path) -> Path:
    """Return the Arrow file of a table, made unless it lies beside it."""
    path = table.with_suffix(".arrow")
    if not path.exists():
        unfinished = path.with_suffix(".unfinished")
        with (
            pq.ParquetFile(table) as source,
            pa.ipc.new_file(unfinished, source.schema_arrow) as out,
        ):
            for batch in source.iter_batches(BATCH_ROWS):
                out.write_batch(batch)
        unfinished.rename(path)
    return path
