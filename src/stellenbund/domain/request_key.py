"""Request key: a name that a caller gives a request, so that sending it twice does it once."""

from typing import Annotated

from pydantic import StringConstraints

from stellenbund.domain.upload import Digest
from stellenbund.domain.value import Value


class RequestKey(Value):
    """The *key* that a caller chose, and the digest of everything that the request asks for."""

    key: Annotated[str, StringConstraints(pattern=r"^[\x21-\x7e]{1,255}$")]
    digest: Digest
