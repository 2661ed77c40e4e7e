"""The comparison with another engine still runs, and would notice a wrong translation."""

from importlib import import_module

import pytest

from discretion import Library
from discretion import read_library

pytest.importorskip("zen", reason="zen-engine is installed by `make bench` alone")

peer = import_module("benchmarks.peer")


@pytest.fixture(scope="module")
def library() -> Library:
    return read_library()


def test_both_engines_agree_on_every_rule(library: Library) -> None:
    result = peer.measure(library, cases=12)

    assert [12, 12, 12] == [len(sample.times) for sample in result.samples]


def test_a_disagreement_between_the_engines_is_noticed(library: Library) -> None:
    peers = peer.Peers(library)
    matters = peers.matters(seed=1)
    first, second = next(matters), next(matters)

    with pytest.raises(peer.DisagreementError):
        peers.check(peer.Matter(views=first.views, inputs=second.inputs))
