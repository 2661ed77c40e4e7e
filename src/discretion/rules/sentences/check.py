"""The sentences that a pack claims of itself: each names only what there is."""

from collections.abc import Collection
from collections.abc import Iterable

from discretion.errors import nearest
from discretion.rules.library import Library
from discretion.rules.packs.places import FactPlaces
from discretion.rules.packs.places import Places
from discretion.rules.packs.places import Site
from discretion.rules.rule import KINDS
from discretion.rules.rule import LEVELS
from discretion.rules.rule import Pack
from discretion.rules.sentences.sentence import OF_EVERY_PACK
from discretion.rules.sentences.sentence import Alone
from discretion.rules.sentences.sentence import Prevails
from discretion.rules.sentences.sentence import Sentence


def check_sentences(library: Library, pack: Pack, places: Places) -> None:
    """Report every name in the sentences of a pack that nothing has, and ids that others have."""
    shared = library.sentences.get(pack.instrument.matter, ())
    others = {each.id: each.file for each in shared}
    others.update(dict.fromkeys(OF_EVERY_PACK, "the sentences of every pack"))
    tokens = {row.token for row in pack.outcomes}
    for sentence in pack.sentences:
        site = places.row("sentences", "id", sentence.id)
        _check_names(library, sentence, site)
        if isinstance(sentence.claim, Prevails):
            for token in sentence.claim.outcomes:
                _check(site.under("outcomes"), "unknown_outcome", "outcome", token, tokens)
        if sentence.id in others:
            site.under("id").error(
                "duplicate_id",
                sentence.id,
                f"the sentence `{sentence.id}` stands twice: first in {others[sentence.id]}",
                "give one of the two another name",
            )
    for each in pack.unclaimed:
        site = places.row("unclaimed", "sentence", each.sentence).under("sentence")
        _check(site, "unknown_sentence", "sentence", each.sentence, others)


def check_shared_sentences(library: Library, places: FactPlaces) -> None:
    """Report every name in the sentences of a matter type that nothing has."""
    for name, sentences in library.sentences.items():
        rows = places.module(library.words.matters[name].file).under("sentences").items()
        sites = {row.text("id"): row for row in rows}
        for sentence in sentences:
            _check_names(library, sentence, sites[sentence.id])


def _check_names(library: Library, sentence: Sentence, site: Site) -> None:
    if isinstance(sentence.claim, Alone):
        names = library.dictionary.facts
        for fact in sentence.claim.facts:
            _check(site.under("facts"), "unknown_fact", "fact", fact, names)
        for kind in sentence.claim.kinds:
            _check(site.under("never"), "unknown_word", "kind of rule", kind, KINDS)
    if isinstance(sentence.claim, Prevails):
        for level in sentence.claim.levels:
            _check(site.under("levels"), "unknown_word", "level of outcome", level, LEVELS)


def _check(site: Site, code: str, what: str, name: str, known: Iterable[str]) -> None:
    names: Collection[str] = tuple(known)
    if name not in names:
        hint = nearest(name, names) or f"one of: {', '.join(sorted(names)[:20])}"
        site.error(code, name, f"no {what} is called `{name}`", hint)
