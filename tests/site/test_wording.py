"""Wording: every word of our vocabularies has one for HR."""

from collections.abc import Iterable, Mapping

import pytest

from stellenbund.domain.access import Verb
from stellenbund.domain.account import AccountState
from stellenbund.domain.audit import Deed
from stellenbund.domain.correctable import CORRECTABLE
from stellenbund.domain.finding import Severity
from stellenbund.domain.opening import Fields
from stellenbund.domain.run import Outcome
from stellenbund.domain.token import TokenState
from stellenbund.domain.upload import Mode, UploadState
from stellenbund.domain.vocabulary import Certificate, Kind, Status, Tariff
from stellenbund.site import wording
from stellenbund.site.values import NOTHING, shown

VOCABULARIES = (
    (Verb, wording.VERBS),
    (Status, wording.STATUSES),
    (Kind, wording.KINDS),
    (Certificate, wording.CERTIFICATES),
    (Outcome, wording.OUTCOMES),
    (Deed, wording.DEEDS),
    (AccountState, wording.ACCOUNT_STATES),
    (UploadState, wording.UPLOAD_STATES),
    (Mode, wording.MODES),
    (TokenState, wording.TOKEN_STATES),
    (Severity, wording.SEVERITIES),
    (Tariff, wording.TARIFFS),
)


@pytest.mark.parametrize(
    ("words", "told"), VOCABULARIES, ids=lambda each: getattr(each, "__name__", "")
)
def test_every_word_is_told(words: Iterable[str], told: Mapping[str, str]) -> None:
    assert set(told) == set(words)
    assert len(set(told.values())) == len(told)


def test_an_opening_that_states_nothing_shows_nothing() -> None:
    silent = Fields(title="Koch", title_published="Koch", kind=Kind.OTHER).model_dump(mode="json")
    told = {key for key in CORRECTABLE if shown(silent, key) != NOTHING}
    assert told == {"title", "kind"}


VALUES: tuple[tuple[str, Mapping[str, object], str], ...] = (
    ("start", {"start_kind": "month", "starts_on": "2027-08-01"}, "08.2027"),
    ("start", {"start_kind": "as_soon_as_possible"}, "ab sofort"),
    ("start", {"start_kind": "season", "start_text": "Sommer 2027"}, "Sommer 2027"),
    ("start", {"start_kind": "unknown", "training_year": 2027}, "2027"),
    ("deadline", {"deadline_kind": "fixed", "deadline_on": "2027-01-31"}, "31.01.2027"),
    ("deadline", {"deadline_kind": "rolling"}, "laufend"),
    ("opens", {"opens_on": "2026-08-01"}, "01.08.2026"),
    ("duration", {"duration_months": 36}, "36 Monate"),
    ("weekly_hours", {"weekly_hours": "39.00"}, "39,00"),
    ("profession", {"profession": "koch"}, "Koch/Köchin"),
    ("profession", {"profession": "unbekannt"}, "unbekannt"),
    ("part_time", {"part_time": {"answer": "no", "sentence": None}}, "nein"),
    ("german_level", {"german_level": {"answer": "yes", "level": "B2"}}, "ja – B2"),
    (
        "pay",
        {"pay": {"amounts": [{"year": 1, "amount": "1368.26"}, {"year": None, "amount": "7"}]}},
        "1. Jahr 1.368,26 €, 7,00 €",
    ),
    ("pay", {"pay": {"amounts": [], "tariff": "tvaoed_bbig"}}, "TVAöD-BBiG"),
    ("pay", {"pay": {"amounts": [], "text": "nach Tarif"}}, "nach Tarif"),
    (
        "place",
        {"places": [{"postcode": "33602", "name": "Bielefeld", "street": "Niederwall 23"}]},
        "33602 Bielefeld, Niederwall 23",
    ),
    ("partner_school", {"partner_schools": [{"name": "BK", "place": "Essen"}]}, "BK, Essen"),
)


@pytest.mark.parametrize(("key", "said", "told"), VALUES)
def test_a_value_reads_as_hr_writes_it(key: str, said: Mapping[str, object], told: str) -> None:
    assert shown(said, key) == told  # type: ignore[arg-type]
