"""Saying: what a finding says whatever its row."""

from typing import NamedTuple

from stellenbund.domain.finding import Severity


class Saying(NamedTuple):
    """German sentences for HR, with places for values in braces."""

    severity: Severity
    message: str
    suggestion: str
