"""What goes wrong on the way to a page is told apart by what it means for the run."""

import httpcore
import pytest

from stellenbund.domain.run import Outcome
from stellenbund.scraping.failures import failure
from stellenbund.scraping.hosts import UnreachableError
from stellenbund.scraping.inflating import DamagedError, TooLargeError


@pytest.mark.parametrize(
    ("error", "outcome", "reason"),
    [
        (TooLargeError(), Outcome.UNREADABLE, "größer"),
        (DamagedError(), Outcome.UNREADABLE, "beschädigt"),
        (httpcore.ReadTimeout(), Outcome.FAILED, "nicht rechtzeitig"),
        (httpcore.ConnectTimeout(), Outcome.FAILED, "nicht rechtzeitig"),
        (httpcore.ConnectError("kein Weg"), Outcome.FAILED, "nicht zu erreichen (kein Weg)"),
        (httpcore.RemoteProtocolError("?"), Outcome.FAILED, "brach ab (?)"),
    ],
)
def test_each_error_has_its_outcome_and_sentence(
    error: Exception, outcome: Outcome, reason: str
) -> None:
    found = failure(error, "https://a.test/")
    assert found.outcome is outcome
    assert found.reason.startswith("https://a.test/")
    assert reason in found.reason


def test_only_a_connection_that_never_came_about_may_be_tried_again() -> None:
    assert isinstance(failure(httpcore.ConnectError(), "x"), UnreachableError)
    assert not isinstance(failure(httpcore.ReadError(), "x"), UnreachableError)
