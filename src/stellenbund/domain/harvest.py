"""Harvest: what one delivery yielded once its records were normalised."""

from dataclasses import dataclass

from stellenbund.domain.finding import Finding
from stellenbund.domain.notice import Notice
from stellenbund.domain.run import Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Harvest:
    """Notices, references that were there but unreadable, findings, and how the delivery ended.

    *left_out* holds the references of records that were read and are no training place.
    """

    notices: tuple[Notice, ...] = ()
    unreadable: frozenset[str] = frozenset()
    left_out: frozenset[str] = frozenset()
    findings: tuple[Finding, ...] = ()
    trouble: Outcome | None = None
    reason: str | None = None
    pages: int = 0

    @property
    def is_complete(self) -> bool:
        """Whether absence from this harvest says anything at all."""
        return self.trouble is None

    @property
    def found(self) -> int:
        """How many records the source showed, readable or not."""
        return len(self.notices) + len(self.unreadable) + len(self.left_out)
