"""A session of Spark, with the settings that matter for tables of decisions."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from discretion.caseload.running.wanted import SPARK
from discretion.errors import MissingExtraError

SETTINGS = {
    # Days and moments are those of the table, wherever a worker stands.
    "spark.sql.session.timeZone": "UTC",
    # The code that Spark generates for conditions as wide as a pack's runs slower than none.
    "spark.sql.codegen.wholeStage": "false",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
}
"""Settings of a session. The second is measured by `make bench-caseload`."""
LOCAL = "local[*]"
"""The address of a Spark of this machine, on all of its processors."""
LOOPBACK = "127.0.0.1"
WORKING = "running a table on Spark"
"""What needs Spark, as a sentence begins with it."""


@contextmanager
def spark_session(engine: str) -> Iterator[Any]:
    """Yield a session of Spark, and stop it.

    Args:
        engine: `spark` for one of this machine, else the address of one, such as `spark://HOST`.

    Raises:
        MissingExtraError: Spark's library for Python is not installed.

    """
    try:
        from pyspark.sql import SparkSession
    except ImportError as failure:
        raise MissingExtraError(WORKING, "pyspark", "spark") from failure
    builder = SparkSession.builder.appName("discretion")
    if engine == SPARK or engine.startswith("local"):
        address = LOCAL if engine == SPARK else engine
        builder = builder.master(address).config("spark.driver.bindAddress", LOOPBACK)
        builder = builder.config("spark.driver.host", LOOPBACK)
        # Workers of this machine need the very Python that has the package.
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    else:
        builder = builder.master(engine)
    for name, value in SETTINGS.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    try:
        yield session
    finally:
        session.stop()
