"""What is proved of a pack, for a reader: each sentence with its status, bound and citation."""

from collections.abc import Iterator

from discretion import Counterexample
from discretion import PackProofs
from discretion import Proof
from discretion import reasons_of_case
from discretion.cli.text.layout import capital
from discretion.cli.text.layout import counted
from discretion.cli.text.layout import heading
from discretion.cli.text.layout import paragraph

PROVED, REFUTED, NOT_SETTLED = "proved", "refuted", "not_settled"
ORDER = (REFUTED, NOT_SETTLED, PROVED)


def show_proofs(proofs: PackProofs) -> str:
    """Return what is proved of a pack as text."""
    return "".join(_lines(proofs))


def _lines(proofs: PackProofs) -> Iterator[str]:
    instrument = proofs.pack.instrument
    yield paragraph(f"{instrument.title} ({instrument.id})")
    yield paragraph(f"{capital(_counts(proofs))}.")
    yield paragraph(
        "Proved means: no matter with at most so many records in each list makes the sentence "
        "false, in any reading of the text. It is said of the text as read here, and of no person."
    )
    if not proofs.pack.rules:
        yield paragraph("As read here it holds no rule, so that it assesses nothing.")
    if instrument.is_screen:
        yield paragraph(
            "Every rule of a screen counts here, as where all that it rests on governs; whether an "
            "outcome can come about, or a rule fail, is asked as well where none of it does."
        )
    for status in ORDER:
        for proof in proofs.proofs:
            if proof.status == status:
                yield from _sentence(proof, proofs)
    if proofs.unclaimed:
        yield heading("Not claimed of this text")
    for each in proofs.unclaimed:
        cited = f"{each.citation}; {each.citation.basis}"
        yield paragraph(f"{each.sentence}: {each.why} ({cited})", bullet="- ")
    if proofs.silent:
        told = ", ".join(each.about for each in proofs.silent)
        yield heading("Nothing to speak of")
        yield paragraph(f"The pack holds nothing that these sentences speak of: {told}.")


def _counts(proofs: PackProofs) -> str:
    found = [each.status for each in proofs.proofs]
    return (
        f"{counted(len(found), 'sentence')}: {found.count(PROVED)} proved, "
        f"{found.count(REFUTED)} refuted, {found.count(NOT_SETTLED)} not settled"
    )


def _sentence(proof: Proof, proofs: PackProofs) -> Iterator[str]:
    yield heading(f"{capital(proof.status.replace('_', ' '))}: {proof.id}")
    cited = proof.citation
    source = "" if cited is None else f" ({cited}; {cited.basis})"
    yield paragraph(f"{proof.says}{source}")
    if proof.status == NOT_SETTLED:
        yield paragraph(
            f"Not settled within {proofs.seconds:g} s: {proof.settled} of {proof.parts} parts are. "
            "Give it longer with `--seconds`.",
            indent="  ",
        )
    elif proof.status == PROVED:
        yield paragraph(f"Shown for {_bound(proof)}.", indent="  ")
        yield from _noticed(proof)
    if proof.counterexample is not None:
        yield from _example(proof.counterexample, proofs)
    for each in proof.left_out:
        yield paragraph(f"Left out: {each.about}, because {each.why}.", indent="  ")


def _noticed(proof: Proof) -> Iterator[str]:
    if proof.noticed:
        yield paragraph(f"Refuted, as it must be, once {proof.noticed}.", indent="  ")
    else:
        yield paragraph(
            "No change of the pack refuted it, so it may say nothing: look at what it tests.",
            indent="  ",
        )


def _bound(proof: Proof) -> str:
    parts = counted(proof.parts, "part")
    if not proof.bounds:
        return f"{parts}; no list bears on it"
    lists = ", ".join(f"{items} {number}" for items, number in proof.bounds.items())
    return f"{parts}, with at most so many records: {lists}"


def _example(example: Counterexample, proofs: PackProofs) -> Iterator[str]:
    reading = (
        f", read as {example.interpretation.replace('_', ' ')}" if example.interpretation else ""
    )
    yield paragraph(f"Refuted for {example.about}{reading}.", indent="  ")
    if not example.cases:
        yield paragraph("No matter within the bound does what some matter should.", indent="  ")
    for case in example.cases:
        yield "".join(f"    {line}\n" for line in case.text.splitlines())
        for reason in reasons_of_case(case, proofs):
            yield paragraph(f"{capital(reason)}.", indent="  ", bullet="- ")
