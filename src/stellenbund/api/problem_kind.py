"""Problem kind: what each way of saying no has in common, its address, status and two titles."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemKind:
    """One type of problem (RFC 9457).

    *remedy* says what a caller can do about it, *example* is the detail of one such problem.
    """

    slug: str
    status: int
    title: str
    title_de: str
    remedy: str
    remedy_de: str
    example: str
    example_de: str

    @property
    def path(self) -> str:
        """Where the type is described; the ``type`` member of a problem points here."""
        return f"/problems/{self.slug}"
