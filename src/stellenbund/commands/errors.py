"""The error of a command that was used wrongly."""

from stellenbund.domain.errors import StellenbundError


class WrongUseError(StellenbundError):
    """What was asked for cannot be meant; the exit code is 2."""
