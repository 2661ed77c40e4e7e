"""Reading the library from its files: the dictionary, the matter types and every pack."""

from collections.abc import Iterable
from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType

from discretion.entries import Entries
from discretion.errors import Problem
from discretion.facts.case_reader import Words
from discretion.facts.dictionary import Dictionary
from discretion.facts.dictionary import FactType
from discretion.facts.dictionary import read_module
from discretion.facts.matter import MatterType
from discretion.facts.matter import read_matter_type
from discretion.facts.protected import read_protected
from discretion.frozen import replace
from discretion.rules.assumption import AssumptionSet
from discretion.rules.condition import Condition
from discretion.rules.derived import Derivations
from discretion.rules.grammar import REMEDY
from discretion.rules.grammar import NotAConditionError
from discretion.rules.grammar import read_condition
from discretion.rules.library import Library
from discretion.rules.packs.assumption_reader import read_shared_sets
from discretion.rules.packs.derivation_reader import read_derivations
from discretion.rules.packs.digest import pack_digest
from discretion.rules.packs.digest import set_digest
from discretion.rules.packs.pack_reader import read_pack
from discretion.rules.rule import Pack
from discretion.rules.sentences.reader import read_sentences
from discretion.rules.sentences.sentence import Sentence
from discretion.source import FilePath
from discretion.source import Mapping
from discretion.source import Node
from discretion.source import Report
from discretion.source import read_yaml_file
from discretion.vocabulary import read_vocabulary


def read_policies(
    policies: FilePath, extra_packs: Iterable[FilePath], *, replacing: bool
) -> Library:
    """Return the library of a policies folder, with every problem of its files.

    Args:
        policies: the folder of `facts/`, `matters/`, `packs/` and the two files beside them.
        extra_packs: further pack folders; they have the same rights as those in the folder.
        replacing: whether a further pack takes the place of the folder's own of its instrument.

    """
    reports: list[Report] = []
    problems: list[Problem] = []
    folder = Path(policies)
    folders = tuple(_folders(folder, map(Path, extra_packs)))
    modules = [each for home in (folder, *folders) for each in _modules(home, folder)]
    dictionary = Dictionary(facts=MappingProxyType(_facts(modules, reports, problems)))
    matters, sentences = _matters(folder, reports)
    words = Words(
        dictionary=dictionary,
        protected=read_protected(*_file(folder / "protected.yaml", "protected.yaml", reports)),
        vocabulary=read_vocabulary(*_file(folder / "vocabulary.yaml", "vocabulary.yaml", reports)),
        matters=MappingProxyType(matters),
    )
    described = _by_instrument(_packs(folders, folder, reports, replacing=replacing), problems)
    gates = {matter.name: tuple(_gates(matter, problems)) for matter in matters.values()}
    derivations = read_derivations(dictionary, problems)
    packs = {
        name: _digested(pack, folder, dictionary, derivations) for name, pack in described.items()
    }
    shared = [
        replace(each, digest=set_digest(each, folder, dictionary, derivations))
        for each in read_shared_sets(folder, reports)
    ]
    assumption_sets = _by_id(shared, problems)
    problems.extend(each for report in reports for each in report.problems)
    judgments = frozenset(name for pack in packs.values() for name in pack.judgments)
    return Library(
        folder=str(folder),
        words=replace(words, judgments=judgments),
        derivations=derivations,
        instruments=MappingProxyType({name: pack.instrument for name, pack in packs.items()}),
        packs=MappingProxyType(packs),
        gates=MappingProxyType(gates),
        assumption_sets=MappingProxyType(assumption_sets),
        problems=tuple(problems),
        sentences=MappingProxyType(sentences),
    )


def _digested(pack: Pack, folder: Path, dictionary: Dictionary, derivations: Derivations) -> Pack:
    digest = pack_digest(pack, folder, dictionary, derivations)
    return replace(pack, instrument=replace(pack.instrument, digest=digest))


def _file(path: Path, shown: str, reports: list[Report]) -> tuple[Node, Report]:
    report = Report(shown)
    reports.append(report)
    node = read_yaml_file(path, report)
    return node or Mapping((), 1, 1), report


def _modules(folder: Path, home: Path) -> Iterator[tuple[Path, str]]:
    """Yield the fact modules of the policies, or of a pack that brings its own."""
    for path in sorted((folder / "facts").glob("*.yaml")):
        yield path, _shown(path, home)


def _shown(path: Path, home: Path) -> str:
    return str(path.relative_to(home)) if path.is_relative_to(home) else str(path)


def _facts(
    modules: Iterable[tuple[Path, str]], reports: list[Report], problems: list[Problem]
) -> dict[str, FactType]:
    facts: dict[str, FactType] = {}
    for path, shown in modules:
        for fact in read_module(*_file(path, shown, reports)):
            if fact.name in facts:
                first = facts[fact.name]
                problems.append(
                    Problem(
                        code="duplicate_fact",
                        message=f"the fact `{fact.name}` stands twice: first in {first.file}",
                        help="keep one of the two",
                        file=fact.file,
                        line=fact.line,
                    )
                )
            facts.setdefault(fact.name, fact)
    return facts


def _matters(
    folder: Path, reports: list[Report]
) -> tuple[dict[str, MatterType], dict[str, tuple[Sentence, ...]]]:
    """Return each matter type by its name, and what its file claims of every pack for it."""
    matters: dict[str, MatterType] = {}
    sentences: dict[str, tuple[Sentence, ...]] = {}
    for path in sorted((folder / "matters").glob("*.yaml")):
        node, report = _file(path, f"matters/{path.name}", reports)
        matter = read_matter_type(node, report)
        matters[matter.name] = matter
        sentences[matter.name] = tuple(read_sentences(Entries(node, report, "a matter type")))
    return matters, sentences


def _gates(matter: MatterType, problems: list[Problem]) -> Iterator[Condition]:
    for gate in matter.gates:
        try:
            yield read_condition(gate.when)
        except NotAConditionError as failure:
            problems.append(
                Problem(
                    code="not_a_condition",
                    message=str(failure),
                    help=REMEDY,
                    file=matter.file,
                    line=gate.line,
                )
            )


def _folders(folder: Path, extra: Iterable[Path]) -> Iterator[Path]:
    for path in sorted((folder / "packs").iterdir()):
        if (path / "instrument.yaml").is_file():
            yield path
    yield from extra


def _packs(
    folders: Iterable[Path], home: Path, reports: list[Report], *, replacing: bool
) -> list[Pack]:
    """Return the packs of some folders; of those at home only what no other takes the place of."""
    read = [read_pack(path, _shown(path, home), reports) for path in folders]
    packs = [pack for pack in read if pack is not None]
    own = home / "packs"
    taken = {pack.instrument.id for pack in packs if Path(pack.folder).parent != own}
    if not replacing:
        return packs
    return [
        pack for pack in packs if Path(pack.folder).parent != own or pack.instrument.id not in taken
    ]


def _by_instrument(packs: Iterable[Pack], problems: list[Problem]) -> dict[str, Pack]:
    """Return packs by their instrument; of two that describe one, the first is kept."""
    found: dict[str, Pack] = {}
    for pack in packs:
        first = found.setdefault(pack.instrument.id, pack)
        if first is not pack:
            problems.append(
                Problem(
                    code="duplicate_instrument",
                    message=f"the instrument `{pack.instrument.id}` is described twice: "
                    f"first in {first.shown}/instrument.yaml",
                    help="keep one of the two",
                    file=f"{pack.shown}/instrument.yaml",
                    line=1,
                )
            )
    return found


def _by_id(sets: Iterable[AssumptionSet], problems: list[Problem]) -> dict[str, AssumptionSet]:
    """Return shared assumption sets by their id; of two with one id, the first is kept."""
    found: dict[str, AssumptionSet] = {}
    for each in sets:
        first = found.setdefault(each.id, each)
        if first is not each:
            problems.append(
                Problem(
                    code="duplicate_id",
                    message=f"the assumption set `{each.id}` stands twice: first in {first.file}",
                    help="give one of the two another name",
                    file=each.file,
                    line=1,
                )
            )
    return found
