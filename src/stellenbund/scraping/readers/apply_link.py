"""Apply link: the link or the mailbox by which a page lets one apply."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from stellenbund.scraping.markup import Element, lines, one_line
from stellenbund.scraping.page import Page, without_fragment

_ASKS_TO_APPLY = re.compile(
    r"\W*(?:"
    r"(?:(?:jetzt|hier|gleich|direkt|sofort|online|per e-?mail)\W+)*bewerben"
    r"|bewirb dich(?:\W+(?:jetzt|hier|gleich|direkt|online|bei uns|per e-?mail))*"
    r"|(?:(?:zum|zur|ins)\W+)?(?:online\W*)?bewerbung(?:s(?:formular|portal))?"
    r"(?:\W+(?:starten|senden|abschicken|einreichen|online|per e-?mail))*"
    r")(?:\W*\([^()]*\))?\W*",
    re.IGNORECASE,
)
"""What such a link says and all it says: many others speak of applying, and give advice."""

_LONGEST = 100
_MOST_PIECES = 8
"""Characters and pieces of text that are looked at; a link which says more is no button."""

_APPLY_MAILBOX = re.compile(r"mailto:bewerbung[^?]*@.*", re.IGNORECASE)
_LEADS_SOMEWHERE = re.compile(r"https?:|mailto:[^?]+@", re.IGNORECASE)


def apply_link(tags: Iterable[Element], page: Page) -> str | None:
    """Return where the first link among *tags* leads that asks to apply.

    Without one it is the first mailbox made for applications. Links into *page* itself do not
    count, nor do mails that have no addressee: those recommend the page to a friend.
    """
    links = list(_leading_away(tags, page))
    asking = (url for tag, url in links if _ASKS_TO_APPLY.fullmatch(_said_by(tag)))
    mailboxes = (url for _, url in links if _APPLY_MAILBOX.fullmatch(url))
    return next(asking, None) or next(mailboxes, None)


def _leading_away(tags: Iterable[Element], page: Page) -> Iterator[tuple[Element, str]]:
    """Yield the links that lead to another page or to a mailbox, each with its address."""
    here = without_fragment(page.url)
    for tag in tags:
        url = page.link(tag.get("href")) if tag.tag == "a" else None
        if url and without_fragment(url) != here and _LEADS_SOMEWHERE.match(url):
            yield tag, url


def _said_by(link: Element) -> str:
    """Return what a link says, in letters or to those who only hear the page."""
    runs = (run.strip() for line in lines(link) for run in line.runs)
    pieces = (piece[:_LONGEST] for piece in islice(filter(None, runs), _MOST_PIECES))
    return one_line(" ".join(pieces) or link.get("aria-label") or link.get("title") or "")
