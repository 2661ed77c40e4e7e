"""Do the job that is written in the first argument, and print what it tells as JSON."""

import json
import sys
from dataclasses import asdict
from importlib import import_module

from benchmarks.caseload.workers.job import Job
from benchmarks.caseload.workers.job import memory_mb

job = Job(**json.loads(sys.argv[1]))
module = import_module(f"benchmarks.caseload.workers.{job.engine}")
told = getattr(module, job.work)(job)
print(json.dumps({**asdict(told), "peak_mb": told.peak_mb or memory_mb()}))
