"""Words that may not stand in a text: machine paths, ids of packs in code, links to nowhere."""

import re
from collections.abc import Iterable
from collections.abc import Iterator
from pathlib import Path

from tests.repository.tree import Source

MACHINE_FOLDERS = ("work", "tmp", "root", "home")
"""Folders at the top of one machine, which no other machine need have."""
_MACHINE_PATH = re.compile(rf"(?<![\w.~-])/(?:{'|'.join(MACHINE_FOLDERS)})/")
_RULE_BLOCK = re.compile(r"^(`{3,}|~{3,})rule\b[^\n]*\n(.*?)^\1", re.MULTILINE | re.DOTALL)
_RULE_ID = re.compile(r"^\s*(?:-\s+)?id:\s*[\"']?([^\s\"'#,}]+)", re.MULTILINE)
_PACK_ID = re.compile(r"^id:\s*[\"']?([^\s\"'#]+)", re.MULTILINE)
_TELLING_SIGN = re.compile(r"[.\d/-]")
_FENCE = re.compile(r"^(`{3,}|~{3,}).*?^\1", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"(?<!!)\[[^\]\n]*\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#{1,6}\s+(.+?)\s*#*$", re.MULTILINE)


def machine_paths(sources: Iterable[Source]) -> list[str]:
    """Return the lines that name a folder of one machine."""
    return [
        f"{place}: the path exists on one machine only"
        for place, line in _numbered(sources)
        if _MACHINE_PATH.search(line)
    ]


def pack_ids(policies: Path) -> frozenset[str]:
    """Return the ids of packs and rules under a folder that no ordinary word can be taken for."""
    found = set[str]()
    for described in policies.rglob("instrument.yaml"):
        found.add(described.parent.name)
        found.update(_PACK_ID.findall(described.read_text("utf-8")))
    for written in policies.rglob("*.md"):
        for _, block in _RULE_BLOCK.findall(written.read_text("utf-8")):
            found.update(_RULE_ID.findall(block)[:1])
    return frozenset(name for name in found if _TELLING_SIGN.search(name))


def named_ids(sources: Iterable[Source], ids: Iterable[str]) -> list[str]:
    """Return the lines of code that name a pack or a rule, which only packs may."""
    either = "|".join(re.escape(name) for name in sorted(ids, key=len, reverse=True))
    if not either:
        return []
    named = re.compile(rf"(?<![\w.-])(?:{either})(?![\w-]|\.\w)")
    return [
        f"{place}: `{found.group()}` belongs in a pack"
        for place, line in _numbered(sources)
        for found in named.finditer(line)
    ]


def dead_links(sources: Iterable[Source], root: Path) -> list[str]:
    """Return the links between documents whose file or heading does not exist."""
    return [
        f"{source.path}: `{target}` leads nowhere"
        for source in sources
        for target in _LINK.findall(_FENCE.sub("", source.text))
        if not re.match(r"[a-z]+:", target)
        if not _leads_somewhere(root / source.path, target)
    ]


def lock_faults(source: Source) -> list[str]:
    """Return what a lock may not hold: an address, an option that names one, a missing hash."""
    faults = [
        f"{place}: a lock names no address"
        for place, line in _numbered([source])
        if "://" in line or re.match(r"\s*(-i|-f|--[a-z-]*(index|links|host))\b", line)
    ]
    pinned = re.split(r"^(?=[A-Za-z])", source.text, flags=re.MULTILINE)[1:]
    faults += [
        f"{source.path}: `{requirement.split()[0]}` has no hash"
        for requirement in pinned
        if "--hash=sha256:" not in requirement
    ]
    return faults


def _numbered(sources: Iterable[Source]) -> Iterator[tuple[str, str]]:
    for source in sources:
        for number, line in enumerate(source.text.splitlines(), start=1):
            yield f"{source.path}:{number}", line


def _leads_somewhere(document: Path, target: str) -> bool:
    path, _, heading = target.partition("#")
    file = document.parent / path if path else document
    if not file.exists():
        return False
    if not heading or file.suffix != ".md":
        return True
    return heading in {_anchor(found) for found in _HEADING.findall(file.read_text("utf-8"))}


def _anchor(heading: str) -> str:
    plain = re.sub(r"[^\w\s-]", "", heading.casefold())
    return re.sub(r"\s", "-", plain)
