"""Opening page: a page of the list, put together from bytes that lie ready."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from stellenbund.api.schemas.help import HelpOut
from stellenbund.api.schemas.opening_page import NextOut

TERMS = (
    "Each opening belongs to the city that offers it. Where an opening states a licence, it "
    "holds; where it states an attribution, name it. Check the source before you rely on a date."
)
TERMS_DE = (
    "Jede Stelle gehört der Stadt, die sie anbietet. Steht bei einer Stelle eine Lizenz, so gilt "
    "sie; steht dort eine Namensnennung, so ist sie zu nennen. Verbindlich ist die Quelle."
)

_TERMS = b'"terms":%b,"terms_de":%b' % tuple(
    json.dumps(each, ensure_ascii=False).encode() for each in (TERMS, TERMS_DE)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningPage:
    """A page: its *lines* and *facets* as JSON, and what belongs to the whole list.

    The contract describes it as `OpeningPageOut`; that model would build every line anew.
    """

    lines: Iterable[bytes]
    total: int
    next: NextOut | None
    facets: bytes | None
    unheeded: tuple[str, ...]
    help: HelpOut | None
    is_sample: bool

    def as_json(self) -> bytes:
        """Return the page as JSON."""
        return b"{%b}" % b",".join(self._members())

    def _members(self) -> Iterator[bytes]:
        yield b'"items":[%b]' % b",".join(self.lines)
        yield b'"total":%d' % self.total
        yield b'"next":%b' % _json(self.next)
        yield b'"facets":%b' % (self.facets or b"null")
        yield b'"unheeded":%b' % json.dumps(self.unheeded, ensure_ascii=False).encode()
        yield b'"help":%b' % _json(self.help)
        yield b'"sample":%b' % (b"true" if self.is_sample else b"false")
        yield _TERMS


def _json(value: BaseModel | None) -> bytes:
    return b"null" if value is None else value.model_dump_json().encode()
