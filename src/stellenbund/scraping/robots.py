"""Robots: what a site asks of programs that read it (RFC 9309)."""

from dataclasses import dataclass
from http import HTTPStatus

from protego import Protego

from stellenbund.domain.run import Outcome
from stellenbund.scraping.errors import FetchError

MOST_BYTES = 512 * 1024
"""How much of a robots.txt is read; RFC 9309 asks for at least 500 KiB."""

LONGEST_DELAY = 60.0
"""Seconds between two requests beyond which a site counts as not to be read at all."""


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules of one host for us; without rules all is allowed."""

    agent: str
    rules: Protego | None = None
    refusal: str | None = None

    @classmethod
    def judged(cls, status: int, text: str, agent: str, url: str) -> "Robots":
        """Return the rules that a reply to *url* means: a 4xx allows all, a 5xx nothing."""
        if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            return cls(
                agent, refusal=f"robots.txt war nicht zu lesen: {url} antwortet mit {status}."
            )
        return cls(agent, Protego.parse(text) if status < HTTPStatus.MULTIPLE_CHOICES else None)

    def check(self, url: str) -> None:
        """Let *url* pass.

        Raises:
            FetchError: the site does not want it read, or its wish could not be learnt.
        """
        if self.refusal:
            raise FetchError(Outcome.BLOCKED, self.refusal)
        if self.rules and not self.rules.can_fetch(url, self.agent):
            raise FetchError(Outcome.BLOCKED, f"robots.txt erlaubt den Abruf nicht: {url}")
        if self.delay > LONGEST_DELAY:
            raise FetchError(
                Outcome.BLOCKED,
                f"robots.txt verlangt {self.delay:.0f} Sekunden zwischen zwei Abrufen: {url}",
            )

    @property
    def delay(self) -> float:
        """Seconds that the site wants between two requests; 0 where it does not say."""
        return float(self.rules.crawl_delay(self.agent) or 0) if self.rules else 0.0
