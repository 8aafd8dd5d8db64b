"""What the tests of the command line share."""

from tests.cli.calling import stellenbund
from tests.cli.federation import empty_federation, federation, federation_on_both
from tests.cli.hanging import hanging

__all__ = ["empty_federation", "federation", "federation_on_both", "hanging", "stellenbund"]
