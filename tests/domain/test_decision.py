"""Decision: the same changes are the same question, and nobody's name is told to everybody."""

import pytest
from pydantic import ValidationError

from stellenbund.domain.decision import Consent, Decision, Verdict, question, rejected_before
from stellenbund.domain.diff import compare
from tests.builders import NOW, harvest, notice

HELD = {name: notice(name) for name in "abc"}


def asked(*names: str, positions: int | None = None) -> str:
    shown = (notice(name, positions=positions) for name in names)
    return question(compare(HELD, harvest(*shown)))


def test_the_same_changes_ask_the_same() -> None:
    assert asked("a") == asked("a")
    assert asked("a") == question(compare(HELD, harvest(notice("a"), pages=9)))


@pytest.mark.parametrize(
    "other", [asked("b"), asked("a", "b"), asked("a", positions=2), asked("a", "z")]
)
def test_other_changes_ask_something_else(other: str) -> None:
    assert asked("a") != other


def test_what_we_hold_belongs_to_the_question() -> None:
    fewer = {name: HELD[name] for name in "ab"}
    assert question(compare(fewer, harvest(notice("a")))) != asked("a")


@pytest.mark.parametrize(
    ("actor", "reason"), [("", "x"), (" ", "x"), ("x", ""), ("x", "a\nb"), ("x" * 101, "x")]
)
def test_who_decides_and_why_must_be_said(actor: str, reason: str) -> None:
    with pytest.raises(ValidationError):
        Consent(actor=actor, reason=reason)


def test_an_old_rejection_is_named_by_day_and_run_and_not_by_person() -> None:
    decision = Decision(
        run=17, verdict=Verdict.REJECTED, actor="Petra Muster", reason="Kaputt.", at=NOW
    )
    said = rejected_before(decision)
    assert said == "Das Gleiche wurde schon am 24.11.2026 abgelehnt (Lauf 17)."
