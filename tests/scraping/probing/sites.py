"""A site of a few pages, and a tour of it."""

from dataclasses import dataclass, field

from stellenbund.domain.run import Outcome
from stellenbund.scraping.errors import FetchError
from stellenbund.scraping.memory import Memory
from stellenbund.scraping.page import Page, Request
from stellenbund.scraping.probing.look import Look, look_at
from stellenbund.scraping.probing.tour import Tour

URL = "https://www.musterstadt.example/karriere"


@dataclass
class FewPages:
    """A site that has the pages *texts* by their address, and remembers what it was asked for."""

    texts: dict[str, str]
    asked: list[str] = field(default_factory=list)

    def fetch(self, request: Request) -> Page:
        """Bring a page; all others are gone."""
        self.asked.append(request.url)
        if request.url not in self.texts:
            raise FetchError(Outcome.MOVED, f"{request.url} gibt es nicht.", is_gone=True)
        return Page(url=request.url, text=self.texts[request.url])


def looked(start: str, **further: str) -> Look:
    """Look at a site whose first page is *start*; others stand at paths of these names."""
    texts = {f"https://www.musterstadt.example/{name}": text for name, text in further.items()}
    site = FewPages({URL: start, **texts})
    return look_at(URL, Tour(site.fetch), Memory(), "Stadt Musterstadt")


def declaration(look: Look) -> str | None:
    """Return the text of the best declaration."""
    return next((clue.call.source() for clue in look.clues if clue.call), None)
