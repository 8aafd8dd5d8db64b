"""The errors that routes raise and `answers` turns into problems."""

from collections.abc import Sequence

from stellenbund.api.schemas.problem import ParameterFault
from stellenbund.domain.access import Grant, Lack, Verb
from stellenbund.domain.errors import StellenbundError
from stellenbund.domain.history import OpeningWithHistory


class ParameterError(StellenbundError):
    """The parameters were well-formed and still wrong; each fault says how."""

    def __init__(self, faults: Sequence[ParameterFault]) -> None:
        """Keep the faults in the order in which they were found."""
        super().__init__("; ".join(fault.detail for fault in faults))
        self.faults = faults


class WithdrawnError(StellenbundError):
    """An opening was asked for that its city has withdrawn."""

    def __init__(self, opening: OpeningWithHistory, successor: str | None) -> None:
        """Keep what the answer says: the opening with its steps, and what advertises it again."""
        super().__init__(opening.id)
        self.opening = opening
        self.successor = successor


class NoTokenError(StellenbundError):
    """Something needs a token, and the request carries none."""


class ForbiddenError(StellenbundError):
    """A caller lacks what it takes to do *verb* in the matters of *city*, or of all cities."""

    def __init__(self, grant: Grant, lack: Lack, verb: Verb, city: str | None) -> None:
        """Keep what there is and what there is not."""
        super().__init__(lack)
        self.grant, self.lack, self.verb, self.city = grant, lack, verb, city


class BodyError(StellenbundError):
    """What a request carries beside its address is not what is taken here."""

    def __init__(self, detail: str, detail_de: str) -> None:
        """Keep both sentences."""
        super().__init__(detail)
        self.detail = detail
        self.detail_de = detail_de


class FileTooLargeError(StellenbundError):
    """A request carries a file that is larger than any that is read."""


class NoConditionError(StellenbundError):
    """Something is to be carried out, and the request does not say upon which state of it."""


class NoWebhooksError(StellenbundError):
    """The service has no key with which it could sign webhooks."""


class NotReadyError(StellenbundError):
    """The service cannot answer yet; the message says why, in English and in German."""

    def __init__(self, detail: str, detail_de: str) -> None:
        """Keep both sentences."""
        super().__init__(detail)
        self.detail = detail
        self.detail_de = detail_de
