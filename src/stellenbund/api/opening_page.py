"""Opening page: a page of the list, put together from bytes that lie ready."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import BaseModel

from stellenbund.api.representation import Representation
from stellenbund.api.schemas.help import HelpOut
from stellenbund.api.schemas.opening_page import NextOut
from stellenbund.api.shape import Line

TERMS = (
    "Each opening belongs to the city that offers it. Where an opening states a licence, it "
    "holds; where it states an attribution, name it. Check the source before you rely on a date."
)
TERMS_DE = (
    "Jede Stelle gehört der Stadt, die sie anbietet. Steht bei einer Stelle eine Lizenz, so gilt "
    "sie; steht dort eine Namensnennung, so ist sie zu nennen. Verbindlich ist die Quelle."
)

JSON = "application/json"
_TERMS = b'"terms":%b,"terms_de":%b' % tuple(
    json.dumps(each, ensure_ascii=False).encode() for each in (TERMS, TERMS_DE)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningPage:
    """A page: its *lines*, its *facets* as JSON, and what belongs to the whole list.

    The contract describes it as `OpeningPageOut`; that model would build every line anew.
    """

    lines: Sequence[Line]
    total: int
    next: NextOut | None
    facets: bytes | None
    unheeded: tuple[str, ...]
    help: HelpOut | None
    is_sample: bool

    def represented(self) -> Representation:
        """Return the page as JSON.

        Its bytes are known by the digests of its lines, which lie ready, and by what follows them.
        """
        rest = self._rest()
        lines = b",".join([line.content for line in self.lines])
        known_by = b"".join([*(line.digest for line in self.lines), *rest])
        return Representation(b"".join([b'{"items":[', lines, b"],", *rest, b"}"]), JSON, known_by)

    def _rest(self) -> tuple[bytes, ...]:
        return (
            b'"total":%d,"next":' % self.total,
            _json(self.next),
            b',"facets":',
            self.facets or b"null",
            b',"unheeded":',
            json.dumps(self.unheeded, ensure_ascii=False).encode() if self.unheeded else b"[]",
            b',"help":',
            _json(self.help),
            b',"sample":true,' if self.is_sample else b',"sample":false,',
            _TERMS,
        )


def _json(value: BaseModel | None) -> bytes:
    return b"null" if value is None else value.model_dump_json().encode()
