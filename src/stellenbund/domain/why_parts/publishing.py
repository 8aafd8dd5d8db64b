"""Publishing: where the opening stands to which a record belongs, and how it came there."""

from collections.abc import Iterator

from stellenbund.domain.clock import end_of_day
from stellenbund.domain.opening import Opening, StatusChange
from stellenbund.domain.vocabulary import Status
from stellenbund.domain.why_parts.facts import Facts
from stellenbund.domain.why_parts.step import Step, StepKind

_SAYINGS = {
    Status.PUBLISHED: (
        StepKind.PUBLISHED,
        "Opening {opening} was published.",
        "Die Stelle {opening} wurde veröffentlicht.",
    ),
    Status.HELD: (
        StepKind.HELD,
        "A person held opening {opening} back.",
        "Die Stelle {opening} wurde zurückgehalten.",
    ),
    Status.WITHDRAWN: (
        StepKind.WITHDRAWN,
        "Opening {opening} was withdrawn: {reason}.",
        "Die Stelle {opening} wurde zurückgezogen ({reason}).",
    ),
}


def publishing_steps(facts: Facts) -> Iterator[Step]:
    """Yield the life of the opening, and that its deadline is over if it is."""
    if facts.opening is None:
        return
    for change in facts.history:
        yield _changed(change, facts.opening)
    if facts.opening.status is Status.EXPIRED and facts.opening.deadline_on:
        day = facts.opening.deadline_on
        yield Step(
            kind=StepKind.EXPIRED,
            at=end_of_day(day),
            value=day.isoformat(),
            opening=facts.opening.id,
            message=f"Its deadline passed with the end of {day:%Y-%m-%d} in Europe/Berlin.",
            message_de=f"Bewerbungsschluss war der {day:%d.%m.%Y}.",
        )


def _changed(change: StatusChange, opening: Opening) -> Step:
    kind, english, german = _SAYINGS[change.status]
    words = {"opening": opening.id, "reason": change.reason}
    return Step(
        kind=kind,
        at=change.at,
        rule=change.reason,
        run=change.run,
        opening=opening.id,
        message=english.format(**words),
        message_de=german.format(**words),
    )
