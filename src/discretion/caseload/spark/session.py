"""A session of Spark, with the settings that matter for tables of decisions."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from discretion.caseload.running.wanted import SPARK
from discretion.engines.sql.dialect import SPARK_SETTINGS
from discretion.errors import MissingExtraError

ADDRESSED = ("spark.driver.host", "spark.driver.bindAddress")
"""Settings that keep a Spark of this machine to itself, and that one elsewhere cannot have."""
LOCAL = "local[*]"
"""The address of a Spark of this machine, on all of its processors."""
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
    is_here = engine == SPARK or engine.startswith("local")
    if is_here:
        # Workers of this machine need the very Python that has the package.
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.appName("discretion")
    builder = builder.master(LOCAL if engine == SPARK else engine)
    for name, value in SPARK_SETTINGS.items():
        if is_here or name not in ADDRESSED:
            builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    try:
        yield session
    finally:
        session.stop()
