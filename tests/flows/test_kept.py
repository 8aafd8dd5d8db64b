"""Kept: nothing is lost of an opening while it lies packed."""

import json

from hypothesis import given

from stellenbund.domain.history import OpeningWithHistory
from stellenbund.domain.opening import Opening, StatusChange
from stellenbund.domain.vocabulary import Status
from stellenbund.flows.kept import LONG_TEXTS, keep, line_of, moving, opening_of
from tests.catalogue.openings import SEEN, opening, openings

STEP = StatusChange(status=Status.PUBLISHED, reason="appeared", actor="test", at=SEEN)


@given(openings(most=3))
def test_an_opening_comes_back_as_it_was(stock: list[Opening]) -> None:
    for each in stock:
        told = OpeningWithHistory.model_validate({**dict(each), "history": (STEP,)})
        kept = keep(told)
        assert opening_of(kept, each.status, each.last_seen_at) == told
        assert kept.is_sample is each.sample


def test_a_line_holds_neither_long_texts_nor_what_moves_by_itself() -> None:
    line = json.loads(b"{%b}" % line_of(keep(opening(description_text="Lang", tasks="Lang"))))
    missing = Opening.model_fields.keys() - line.keys()
    assert missing == {*LONG_TEXTS, "origins", "status", "last_seen_at"}


def test_a_dead_link_stands_among_the_dead_links_only() -> None:
    url = "https://bochum.example/1"
    dead = {"field": "apply_url", "url": url, "since": SEEN}
    kept = keep(opening(apply_url=url, source_url=f"{url}/x", dead_links=[dead]))
    line = json.loads(b"{%b}" % line_of(kept))
    assert (line["apply_url"], line["source_url"]) == (None, f"{url}/x")
    assert line["dead_links"][0]["url"] == url


def test_what_moves_is_written_as_everything_else() -> None:
    told = json.loads(b"{%b}" % moving(Status.EXPIRED, SEEN))
    whole = opening(status="expired").model_dump(mode="json")
    assert told == {name: whole[name] for name in told}
    assert told.keys() == {"status", "last_seen_at"}


def test_what_is_packed_takes_no_more_room_than_it_needs() -> None:
    kept = keep(opening(description_text="Viel Text. " * 100))
    assert len(kept.line) < 400
    assert type(kept.line) is bytes
