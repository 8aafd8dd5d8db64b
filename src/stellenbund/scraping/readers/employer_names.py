"""Employer names: whose entries of a portal are kept, by what a city calls itself there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stellenbund.domain.finding import Finding, Severity, clip
from stellenbund.domain.normalisers.texts import fold
from stellenbund.scraping.page import Page


@dataclass(frozen=True, slots=True)
class EmployerNames:
    """The names of one city as an employer, folded; none at all stand for everybody."""

    names: frozenset[str] = frozenset()

    def include(self, *stated: str | None) -> bool:
        """Say whether any of the *stated* names is one of ours; case and umlauts do not matter."""
        return not self.names or any(fold(name) in self.names for name in stated if name)

    def similar(self, page: Page, *stated: str | None) -> Iterator[Finding]:
        """Mention an employer whose name begins with the city's: it may be one of its own."""
        for name in dict.fromkeys(each for each in stated if each):
            if any(fold(name).startswith(f"{ours} ") for ours in self.names):
                yield _similar(name, page)


EVERYBODY = EmployerNames()


def employer_names(name: str, aliases: Sequence[str] = ()) -> EmployerNames:
    """Return the employers called *name* or one of *aliases*.

    Raises:
        ValueError: one of them is empty, which would fit every entry that names no employer.
    """
    names = frozenset(fold(each) for each in (name, *aliases))
    if "" in names:
        raise ValueError("an employer needs a name")
    return EmployerNames(names)


def _similar(name: str, page: Page) -> Finding:
    return Finding(
        severity=Severity.HINT,
        rule="employer.similar",
        message=f"Der Arbeitgeber „{clip(name, 120)}“ heißt ähnlich wie die Stadt, seine "
        "Stellen werden aber nicht übernommen.",
        place=page.url,
        value=clip(name),
        remedy="Gehört er zur Stadt, bitte seinen Namen als alias in der Beschreibung "
        "der Stadt (scrapers/) ergänzen.",
    )
