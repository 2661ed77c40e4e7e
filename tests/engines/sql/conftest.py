"""The two databases, each started once."""

import shutil
import sys
from collections.abc import Iterator

import pytest

from discretion.engines.sql.dialect import SPARK_SETTINGS
from tests.engines.sql.asking import Duck
from tests.engines.sql.asking import Sparked

BRIEF = {"spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"}
"""A session that ends within the minute is not worth compiling for."""


@pytest.fixture(scope="session")
def duck() -> Duck:
    return Duck()


@pytest.fixture(scope="session")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sparked]:
    if shutil.which("java") is None:
        pytest.skip("Spark runs on Java, and no `java` is found on this machine")
    sql = pytest.importorskip("pyspark.sql", reason="pyspark is not installed")
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("PYSPARK_PYTHON", sys.executable)
        builder = sql.SparkSession.builder.master("local[2]")
        for name, value in {**SPARK_SETTINGS, **BRIEF}.items():
            builder = builder.config(name, value)
        folder = tmp_path_factory.mktemp("spark")
        builder = builder.config("spark.sql.warehouse.dir", str(folder / "warehouse"))
        session = builder.getOrCreate()
        session.sparkContext.setLogLevel("ERROR")
        yield Sparked(session, folder)
        session.stop()
