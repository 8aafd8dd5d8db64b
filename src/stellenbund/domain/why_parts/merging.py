"""Merging: with which other notices a record became one opening, and what it lost to them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from stellenbund.domain.correcting import corrected
from stellenbund.domain.kinship import Bond, BondRule, HeldNotice
from stellenbund.domain.merge import PAY, Merged, merge, states
from stellenbund.domain.opening import Fields
from stellenbund.domain.pay_comparison import is_contained
from stellenbund.domain.why_parts.facts import Facts
from stellenbund.domain.why_parts.step import Step, StepKind

_RULES = {
    BondRule.ADDRESS: ("they share an address", "sie teilen sich eine Adresse"),
    BondRule.TRAINING: (
        "profession or title, kind and year agree and nothing contradicts",
        "Beruf oder Titel, Art und Jahr stimmen überein, und nichts widerspricht",
    ),
}


def merging_steps(facts: Facts) -> Iterator[Step]:
    """Yield how the live notice stands among all others of its city, as the merge sees it now."""
    mine = next((each for each in facts.held if _is(each, facts)), None)
    if mine is None:
        return
    kin = [each for each in facts.held if each.sample is mine.sample]
    merger = merge(kin)
    (merged,) = (each for each in merger.openings if mine in each.notices)
    for bond in merger.bonds:
        if bond.one in merged.notices:
            yield _joined(bond, mine, merged)
    yield from _outweighed(mine, corrected(merged, facts.corrections))
    for finding in merger.findings:
        other = _other(mine, finding.reference, finding.value, kin)
        if other:
            yield _apart(other, finding.rule)


def _is(notice: HeldNotice, facts: Facts) -> bool:
    return (notice.source, notice.reference) == (facts.source.key, facts.reference)


def _name(notice: HeldNotice) -> str:
    return f"{notice.source}: {notice.reference}"


def _joined(bond: Bond, mine: HeldNotice, merged: Merged) -> Step:
    """Say by which rule two notices were put together; both may be others of the same opening."""
    english, german = _RULES[bond.rule]
    pair = [_name(each) for each in (bond.one, bond.other) if each is not mine]
    return Step(
        kind=StepKind.MERGED,
        rule=bond.rule,
        value=" / ".join(pair),
        opening=merged.opening,
        message=f"One opening with {' and '.join(pair)}: {english}.",
        message_de=f"Eine Stelle mit {' und '.join(pair)}: {german}.",
    )


def _outweighed(mine: HeldNotice, merged: Merged) -> Iterator[Step]:
    """Yield what this notice states that another states otherwise or more fully."""
    lost: dict[str, list[str]] = defaultdict(list)
    for name in Fields.model_fields:
        origin = merged.origins.get(name)
        differs = getattr(merged.fields, name) != getattr(mine.fields, name)
        if differs and origin and origin.source != mine.source and states(mine.fields, name):
            if name == PAY and _is_part(mine, merged):
                yield _completed(origin.source, merged)
            else:
                lost[origin.source].append(name)
    for source, names in lost.items():
        yield _overruled(source, names, merged)


def _is_part(mine: HeldNotice, merged: Merged) -> bool:
    pay, fuller = mine.fields.pay, merged.fields.pay
    return pay is not None and fuller is not None and is_contained(pay, fuller)


def _completed(source: str, merged: Merged) -> Step:
    return Step(
        kind=StepKind.OUTWEIGHED,
        rule="merge.fuller",
        value=PAY,
        opening=merged.opening,
        message=f"Source {source} states the same pay, and for more years.",
        message_de=f"Die Quelle {source} nennt dieselbe Vergütung, und für mehr Jahre.",
    )


def _overruled(source: str, names: Sequence[str], merged: Merged) -> Step:
    listed = ", ".join(names)
    return Step(
        kind=StepKind.OUTWEIGHED,
        rule="merge.trust",
        value=listed,
        opening=merged.opening,
        message=f"Values that the more trusted source {source} states otherwise: {listed}.",
        message_de=f"Diese Angaben nennt die Quelle {source} anders, der mehr geglaubt wird: "
        f"{listed}.",
    )


def _other(
    mine: HeldNotice, reference: str | None, value: str | None, kin: Sequence[HeldNotice]
) -> HeldNotice | None:
    """Return the notice with which an uncertain pair was made, if *mine* is part of it."""
    for each in kin:
        if (mine.reference, _name(each)) == (reference, value):
            return each
        if (each.reference, _name(mine)) == (reference, value):
            return each
    return None


def _apart(other: HeldNotice, rule: str) -> Step:
    return Step(
        kind=StepKind.KEPT_APART,
        rule=rule,
        value=_name(other),
        opening=other.opening,
        message=f"It may be the same as {_name(other)}, but not certainly, so both stay.",
        message_de=f"Es könnte dasselbe sein wie {_name(other)}, sicher ist es nicht; "
        "beide bleiben.",
    )
