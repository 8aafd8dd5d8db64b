"""An interface is believed only as far as its numbers agree with what it shows."""

import pytest

from stellenbund.scraping.readers.paging import Part
from stellenbund.scraping.scraper import Follow, Total

URL = "https://api.example/jobs?page=2"


def part(before: int, shown: int, stated: object, size: int = 10) -> Part:
    return Part(before=before, shown=shown, size=size, stated=stated)


@pytest.mark.parametrize(
    ("before", "shown", "stated", "expected"),
    [
        (0, 10, 25, [Follow(URL)]),
        (10, 7, 25, [Follow(URL)]),
        (20, 5, 25, []),
        (0, 10, 10, [Follow(URL, is_beyond=True)]),
        (10, 10, "20", [Follow(URL, is_beyond=True)]),
        (20, 0, 30, []),
        (0, 0, 0, []),
    ],
)
def test_a_page_is_asked_for_behind_a_full_one_whatever_the_total_says(
    before: int, shown: int, stated: object, expected: list[Follow]
) -> None:
    assert list(part(before, shown, stated).onward(URL)) == expected


def test_what_is_posted_goes_along() -> None:
    assert list(part(0, 10, 30).onward(URL, "{}")) == [Follow(URL, body="{}")]


@pytest.mark.parametrize("stated", [9, -1, None, "viele", True, 2.5, {}])
def test_a_total_that_cannot_be_is_none(stated: object) -> None:
    for read in (part(0, 10, stated).total, lambda: part(0, 10, stated).onward(URL)):
        with pytest.raises(ValueError, match=r"."):
            list(read())


@pytest.mark.parametrize("stated", [0, 30, None])
def test_what_an_empty_page_behind_the_last_states_is_nobodys_total(stated: object) -> None:
    assert list(part(30, 0, stated).total()) == []
    assert list(part(0, 0, 0).total()) == [Total(0)]
