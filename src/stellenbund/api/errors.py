"""The errors that routes raise and `answers` turns into problems."""

from collections.abc import Sequence

from stellenbund.api.schemas.problem import ParameterFault
from stellenbund.domain.errors import StellenbundError
from stellenbund.domain.opening import Opening, StatusChange


class ParameterError(StellenbundError):
    """The parameters were well-formed and still wrong; each fault says how."""

    def __init__(self, faults: Sequence[ParameterFault]) -> None:
        """Keep the faults in the order in which they were found."""
        super().__init__("; ".join(fault.detail for fault in faults))
        self.faults = faults


class WithdrawnError(StellenbundError):
    """An opening was asked for that its city has withdrawn."""

    def __init__(self, opening: Opening, last: StatusChange) -> None:
        """Keep the opening and its last step, so that the answer can say what became of it."""
        super().__init__(opening.id)
        self.opening = opening
        self.last = last


class NotReadyError(StellenbundError):
    """The service cannot answer yet; the message says why, in English and in German."""

    def __init__(self, detail: str, detail_de: str) -> None:
        """Keep both sentences."""
        super().__init__(detail)
        self.detail = detail
        self.detail_de = detail_de
