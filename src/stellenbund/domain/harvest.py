"""Harvest: what one delivery yielded once its records were normalised."""

from collections.abc import Mapping
from dataclasses import dataclass

from stellenbund.domain.finding import Finding
from stellenbund.domain.notice import Notice
from stellenbund.domain.run import Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Harvest:
    """Notices, references that were there but unreadable, findings, and how the delivery ended.

    *left_out* holds the references of records that were read and are no training place; those of
    them that are *uncertain* were told by a list alone, which said too little to be sure. *skipped*
    are other employers' entries, *gone* the addresses that the site itself declares gone. In an
    *excerpt*, which shows only the newest of what there is, absence says nothing. *confirmed* are
    references that are known to say just what is stored, so that their notices need not be at
    hand; *completeness* is then that of all.
    """

    notices: tuple[Notice, ...] = ()
    confirmed: frozenset[str] = frozenset()
    unreadable: frozenset[str] = frozenset()
    left_out: frozenset[str] = frozenset()
    uncertain: frozenset[str] = frozenset()
    skipped: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()
    findings: tuple[Finding, ...] = ()
    trouble: Outcome | None = None
    reason: str | None = None
    is_excerpt: bool = False
    pages: int = 0
    not_modified: int = 0
    completeness: Mapping[str, float] | None = None

    @property
    def is_complete(self) -> bool:
        """Whether absence from this harvest says anything at all.

        Of a source that says itself that it has nothing, everything is known.
        """
        return self.trouble in {None, Outcome.EMPTY}

    @property
    def full(self) -> tuple[Notice, ...]:
        """The notices that were not read without their detail page."""
        return tuple(notice for notice in self.notices if not notice.is_partial)

    @property
    def found(self) -> int:
        """How many records the source showed, readable or not."""
        return len(self.notices) + len(self.confirmed) + len(self.unreadable) + len(self.left_out)
