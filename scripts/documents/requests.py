"""The request to a labour agency as a document shows it: its file, and the text made from it."""

from pathlib import Path

from discretion.worksite import agency_request
from discretion.worksite import read_agency_request
from discretion.worksite import read_guide
from discretion.worksite import read_request_form

EXAMPLE = "examples/disputes/made-up-request.yaml"


def request_regions(root: Path) -> dict[str, str]:
    """Return the stretches of a document that show the example.

    Raises:
        ValueError: the example cannot be read.

    """
    path, form = root / EXAMPLE, read_request_form()
    request, problems = read_agency_request(path, form, read_guide().names)
    if request is None:
        message = f"the example cannot be read: {problems}"
        raise ValueError(message)
    return {
        "request-file": f"```yaml\n{path.read_text('utf-8')}```",
        "request": f"```text\n{agency_request(request, form)}```",
    }
