"""Robots: what a site asks of programs that read it (RFC 9309)."""

from dataclasses import dataclass

from protego import Protego

from stellenbund.domain.run import Outcome
from stellenbund.scraping.errors import FetchError

LONGEST_DELAY = 60.0
"""Seconds between two requests beyond which a site counts as not to be read at all."""

_DAY = 86_400.0


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules of one host for us; without rules all is allowed."""

    agent: str
    rules: Protego | None = None
    refusal: str | None = None

    @classmethod
    def read(cls, text: str | None, agent: str) -> "Robots":
        """Return the rules in *text*; without a robots.txt (``None``) there are none."""
        return cls(agent, None if text is None else Protego.parse(text))

    def check(self, url: str) -> None:
        """Let *url* pass.

        Raises:
            FetchError: the site does not want it read, or its wish could not be learnt.
        """
        if self.refusal:
            raise FetchError(Outcome.BLOCKED, self.refusal)
        if not self.allows(url):
            raise FetchError(Outcome.BLOCKED, f"robots.txt erlaubt den Abruf nicht: {url}")
        if self.delay > LONGEST_DELAY:
            raise FetchError(
                Outcome.BLOCKED,
                f"robots.txt verlangt {self.delay:.0f} Sekunden zwischen zwei Abrufen: {url}",
            )

    def allows(self, url: str) -> bool:
        """Say whether the rules let *url* be read; without rules everything is."""
        return self.rules is None or bool(self.rules.can_fetch(url, self.agent))

    @property
    def delay(self) -> float:
        """Seconds that the site wants between two requests, a day at most; 0: it does not say."""
        wanted = float(self.rules.crawl_delay(self.agent) or 0) if self.rules else 0.0
        return wanted if 0 <= wanted <= _DAY else _DAY
