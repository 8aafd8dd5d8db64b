"""The lines of a PDF are cut into openings, none of them lost and none of them doubled."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stellenbund.domain.record import RawRecord
from stellenbund.scraping.page import PDF, Page
from stellenbund.scraping.readers.pdf_blocks import blocks_of
from stellenbund.scraping.readers.pdf_opening import read_pdf_openings

URL = "https://www.musterstadt.example/ausbildung.pdf"
TOLD = ("Kennziffer: {}", "Bewerbungsfrist: 31.01.2027", "Ausbildungsbeginn: 01.08.2027")
LINES = (
    "Ausbildung zur Köchin / zum Koch", "Bauzeichner/in (m/w/d)", "Bachelor of Laws", "(m/w/d)",
    "Fachrichtung Tiefbau", "Kennziffer: 7", "Bewerbungsfrist 31.01.2027", "Wir suchen",
    "Wir bieten",
    "Die Stadt sucht zum 01.09.2027", "Gärtner/in ........ 7", "• Mut", "Anzahl der", "Dauer", "7",
    "Bitte bewerben Sie sich bis zum 1. Februar 2027 unter https://a.example/b.", "für das Rathaus",
)  # fmt: skip


def read(*pages: list[str]) -> list[RawRecord]:
    return read_pdf_openings(pages, Page(url=URL, text="", content_type=PDF))


def told(reference: str) -> list[str]:
    return [line.format(reference) for line in TOLD]


def titles(*pages: list[str]) -> list[str | None]:
    return [each.title for each in read(*pages)]


def test_one_page_may_hold_several_openings() -> None:
    records = read(["Koch/Köchin", *told("1"), "Bauzeichner/in (m/w/d)", *told("2")])
    assert [(each.title, each.reference) for each in records] == [
        ("Koch/Köchin", "1"),
        ("Bauzeichner/in (m/w/d)", "2"),
    ]
    assert {each.deadline for each in records} == {"31.01.2027"}


def test_each_of_several_has_the_address_of_its_page_and_a_single_one_that_of_the_file() -> None:
    records = read(["Koch/Köchin", *told("1")], ["Bauzeichner/in", *told("2")])
    assert [each.url for each in records] == [f"{URL}#page=1", f"{URL}#page=2"]
    assert [each.url for each in read(["Ausbildung 2027"], ["Koch/Köchin", *told("1")])] == [URL]


def test_a_table_of_contents_is_no_opening() -> None:
    contents = ["Inhalt", "Koch/Köchin", "Bauzeichner/in", "Bachelor of Laws", "Grußwort", "Text"]
    dotted = ["Inhalt", "Koch/Köchin ....... 2", "Bauzeichner/in … 3", "Bachelor of Laws 4"]
    for page in (contents, dotted):
        assert titles(page, ["Koch/Köchin", *told("1")], ["Bauzeichner/in", *told("2")]) == [
            "Koch/Köchin",
            "Bauzeichner/in",
        ]


def test_a_list_ends_with_its_page() -> None:
    first = ["Koch/Köchin", *told("1"), "Auch das gibt es bei uns", "Gärtner/in", "Bauzeichner/in"]
    assert titles(first, ["Bachelor of Laws", *told("2")]) == ["Koch/Köchin", "Bachelor of Laws"]


def test_a_profession_that_is_only_mentioned_belongs_to_the_text() -> None:
    (record,) = read(["Koch/Köchin", *told("1"), "Bauzeichner/in", "Komm vorbei."])
    assert "Bauzeichner/in" in (record.description_html or "")
    assert "Komm vorbei." in (record.description_html or "")


def test_a_title_at_the_head_of_the_next_page_goes_on() -> None:
    (record,) = read(["Koch/Köchin", *told("1")], ["Koch/Köchin", "Wir bieten", "• Kost"])
    assert record.benefits_html == "<ul><li>Kost</li></ul>"


def test_the_line_that_leads_to_a_title_says_the_start() -> None:
    first = ["Koch/Köchin", *told("1"), "Die Stadt Musterstadt sucht zum 1. April 2028"]
    records = read([*first, "Bauzeichner/in (m/w/d)", "Bewerbungsfrist: 31.03.2027", "Text."])
    assert [each.start for each in records] == ["01.08.2027", "1. April 2028"]
    assert "sucht" not in (records[0].description_html or "")


def test_what_sentences_say_counts_where_no_label_does() -> None:
    (record,) = read(
        ["Koch/Köchin", "Die Ausbildung beginnt am 1. August 2027 und macht satt.",
         "Bitte bewirb dich bis spätestens zum 31. Januar 2027 unter https://a.example/b7.",
         "Wir freuen uns."]
    )  # fmt: skip
    assert (record.start, record.deadline) == (
        "1. August 2027",
        "bis spätestens zum 31. Januar 2027",
    )
    assert record.apply_url == "https://a.example/b7"


def test_a_heading_is_no_value_of_a_label_whose_own_was_lost() -> None:
    (record,) = read(["Koch/Köchin", *told("1"), "Ausbildungsplätze", "Wir bieten", "• Kost"])
    assert record.positions is None


def test_a_long_text_is_an_opening_even_if_it_names_nothing() -> None:
    prose = [f"Satz {number} erzählt von der Küche." for number in range(8)]
    assert titles(["Koch/Köchin", *prose]) == ["Koch/Köchin"]
    assert titles(["Koch/Köchin", *prose[:3]]) == []


def test_a_new_edition_keeps_the_reference_of_an_opening() -> None:
    def references(title: str, start: str) -> list[str | None]:
        return [
            each.reference
            for each in read([title, f"Beginn: {start}", "Bewerbungsfrist: 31.01.2027"])
        ]

    first = references("Ausbildung zur Köchin / zum Koch (m/w/d)", "1. August 2027")
    assert first == references("Ausbildung zur Köchin / zum Koch (w/m/d)", "01.08.2027")
    assert first != references("Ausbildung zur Köchin / zum Koch (m/w/d)", "01.08.2028")


def test_a_number_that_several_openings_share_names_none_of_them() -> None:
    records = read(["Koch/Köchin", *told("1")], ["Bauzeichner/in", *told("1")])
    assert [each.reference for each in records] == ["koch/koechin | 2027", "bauzeichner/in | 2027"]


def test_two_starts_in_a_year_are_two_openings() -> None:
    pages = [["Brandmeisteranwärter/in", f"Beginn: {start}", "Bewerbungsfrist: 31.01.2027",
              "Dienststelle: Feuerwehr"] for start in ("01.04.2027", "01.10.2027")]  # fmt: skip
    pages.insert(1, ["Koch/Köchin", *told("1")])
    references = [each.reference for each in read(*pages)]
    assert references == [
        "brandmeisteranwaerter/in | 01.04.2027", "1", "brandmeisteranwaerter/in | 01.10.2027"
    ]  # fmt: skip


def test_a_file_of_nothing_but_titles_is_no_list_of_openings() -> None:
    names = ["Koch/Köchin", "Text.", "Bauzeichner/in", "Text."] * 126
    with pytest.raises(ValueError, match="250 titles"):
        read([*names, *told("1")])


@given(st.lists(st.lists(st.sampled_from(LINES), max_size=14), max_size=4))
def test_any_lines_are_openings_or_none(pages: list[list[str]]) -> None:
    records = read(*pages)
    assert all(each.title and each.reference and each.url for each in records)
    assert len(records) <= len(blocks_of(pages))
