"""A record is filled by what is found, and completed by what another tells."""

from stellenbund.domain.record import RawPlace, RawRecord
from stellenbund.scraping.page import Page
from stellenbund.scraping.readers.fields import completed, is_complete, with_texts

PAGE = Page(url="https://stadt.test/stelle/1", text="")


def test_texts_become_fields_a_place_and_absolute_links() -> None:
    texts = {"title": "Koch", "apply_url": "bewerben", "place": "Rathaus", "postcode": "01067"}
    assert with_texts(RawRecord(page=PAGE.url, start="sofort"), texts, PAGE) == RawRecord(
        page=PAGE.url,
        title="Koch",
        start="sofort",
        apply_url="https://stadt.test/stelle/bewerben",
        places=(RawPlace(name="Rathaus", postcode="01067"),),
    )


def test_only_what_is_open_is_taken_from_another_record() -> None:
    place = (RawPlace(name="Rathaus"),)
    record = RawRecord(page="a", title="Koch", deadline="", is_partial=True)
    other = RawRecord(page="b", title="Köchin", deadline="31.01.2027", places=place)
    assert completed(record, other) == RawRecord(
        page="a", title="Koch", deadline="31.01.2027", places=place, is_partial=True
    )


def test_a_record_is_complete_when_a_page_for_people_could_add_nothing() -> None:
    names = set(RawRecord.__dataclass_fields__) - {"section", "working_time", "language",
                                                   "labelled", "is_partial"}  # fmt: skip
    full = RawRecord(**dict.fromkeys(names, "x"))  # type: ignore[arg-type]
    assert is_complete(full)
    assert not is_complete(completed(RawRecord(page="a"), RawRecord(page="b", title="Koch")))
