"""Reply: what stands at an address, and how it is told to a client in a coding."""

from collections.abc import Mapping
from dataclasses import dataclass

from starlette.responses import Response

from stellenbund.api.codings import Coding
from stellenbund.api.representation import Representation

ENCODING = "Accept-Encoding"


@dataclass(frozen=True, slots=True)
class Reply:
    """A representation and what is said beside it, the same for everybody who asks."""

    representation: Representation
    headers: Mapping[str, str]

    @property
    def varies_by(self) -> frozenset[str]:
        """The names of the request headers that choose what stands there, its coding aside."""
        names = {name.strip().lower() for name in self.headers.get("Vary", "").split(",")}
        return frozenset(names - {"", ENCODING.lower()})

    def full(self, coding: Coding, fresh: Mapping[str, str]) -> Response:
        """Return the answer with its bytes; *fresh* says how fresh it is."""
        headers = self._headers(coding, fresh)
        if coding is not Coding.IDENTITY:
            headers["Content-Encoding"] = coding
        content = self.representation.bytes_in(coding)
        return Response(content, headers=headers, media_type=self.representation.media_type)

    def unchanged(self, coding: Coding, fresh: Mapping[str, str]) -> Response:
        """Return the answer for a client that has these bytes."""
        return Response(status_code=304, headers=self._headers(coding, fresh))

    def _headers(self, coding: Coding, fresh: Mapping[str, str]) -> dict[str, str]:
        tag = self.representation.tag(coding)
        return {"ETag": tag, "Vary": ENCODING, **fresh, **self.headers}
