"""Why: which step and which rule dropped, held or merged a record, from all that is known."""

from datetime import UTC, datetime

from stellenbund.domain.errors import NotFoundError
from stellenbund.domain.vocabulary import Status
from stellenbund.domain.why_parts.facts import Facts
from stellenbund.domain.why_parts.judging import judging_steps
from stellenbund.domain.why_parts.merging import merging_steps
from stellenbund.domain.why_parts.publishing import publishing_steps
from stellenbund.domain.why_parts.reading import reading_steps
from stellenbund.domain.why_parts.step import Step

_NOW = datetime.max.replace(tzinfo=UTC)


class UnknownReferenceError(NotFoundError):
    """Nothing is remembered of such a reference; *known* are those of which something is.

    The source did not show it within a year, or it shows so many of other employers that none of
    theirs is remembered.
    """

    def __init__(self, source: str, reference: str, known: tuple[str, ...]) -> None:
        """Keep what was asked for beside what might have been meant."""
        super().__init__("reference", f"{source} {reference}")
        self.source = source
        self.reference = reference
        self.known = known


def explain(facts: Facts) -> tuple[Step, ...]:
    """Return what happened to the record of *facts*, in the order of time.

    What has no moment of its own, because it is so now, stands at the end.
    """
    steps = (
        *reading_steps(facts),
        *judging_steps(facts),
        *publishing_steps(facts),
        *merging_steps(facts),
    )
    return tuple(sorted(steps, key=lambda step: step.at or _NOW))


def is_public(facts: Facts) -> bool:
    """Say whether what the record says can be found among the published openings."""
    return facts.opening is not None and facts.opening.status is Status.PUBLISHED
