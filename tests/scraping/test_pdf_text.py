"""A PDF gives its lines or one German sentence, whatever it was made for."""

import subprocess
import sys
from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from stellenbund.scraping import pdf_process
from stellenbund.scraping.pdf_text import PdfError, read_pdf
from tests.scraping.pdf_files import bomb, pdf, with_streams

LINES = ("Ausbildung zur Straßenwärterin", "Kennziffer: 66-2027", "Vergütung: 1.368,26 €")


def refusal(body: bytes, *, seconds: float = 30) -> str:
    with pytest.raises(PdfError) as refused:
        read_pdf(body, seconds=seconds)
    return refused.value.reason


def encrypted(user: str, *, algorithm: str = "RC4-128") -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf(LINES))))
    writer.encrypt(user, "geheim", algorithm=algorithm)
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def test_lines_come_page_by_page_with_umlauts() -> None:
    assert read_pdf(pdf(LINES, ["Zweite Seite"])) == [list(LINES), ["Zweite Seite"]]


def test_ligatures_and_soft_hyphens_are_letters_and_nothing() -> None:
    assert pdf_lines("oﬃziell ﬂott Verwaltungs\u00adfachangestellte und noch mehr Text dazu") == [
        "offiziell flott Verwaltungsfachangestellte und noch mehr Text dazu"
    ]


def pdf_lines(text: str) -> list[str]:
    """Return the lines of a page that shows *text*, of whatever characters."""
    codes = "".join(f"{ord(character):04X}" for character in text)
    to_unicode = "".join(f"<{ord(each):04X}> <{ord(each):04X}>\n" for each in sorted(set(text)))
    cmap = (
        "begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange "
        f"{len(set(text))} beginbfchar\n{to_unicode}endbfchar endcmap"
    ).encode()
    font = (
        b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/ToUnicode 5 0 R"
        b"/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/X/DW 500>>]>>"
    )
    body = with_streams(f"BT /F 9 Tf 9 700 Td <{codes}> Tj ET".encode(), cmap)
    plain = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
    body = body.replace(plain, font).replace(b"5 0 R/Resources", b"5 0 R /Resources")
    # The first page's stream is object 5, so the second one's, 7, holds the characters.
    return read_pdf(body.replace(b"/ToUnicode 5 0 R", b"/ToUnicode 7 0 R"))[0]


def test_page_numbers_and_running_heads_are_no_text() -> None:
    pages = [["Stadt Musterstadt", f"Text der Seite Nummer {n}", "2", "Ende", f"Seite {n} von 4"]
             for n in range(1, 5)]  # fmt: skip
    assert read_pdf(pdf(*pages))[2] == ["Text der Seite Nummer 3", "2"]


def test_what_stands_at_the_edge_of_two_pages_is_text() -> None:
    pages = [["Bachelor of Laws", "Erste Seite mit mehr Text"], ["Bachelor of Laws", "Zweite"]]
    assert read_pdf(pdf(*pages)) == pages


@pytest.mark.parametrize("algorithm", ["RC4-40", "RC4-128"])
@pytest.mark.parametrize("user", ["", "wort"])
def test_an_encrypted_file_is_refused_even_if_it_opens_without_a_word(
    user: str, algorithm: str
) -> None:
    assert "verschlüsselt" in refusal(encrypted(user, algorithm=algorithm))


def test_a_file_without_text_was_scanned() -> None:
    assert "eingescannt" in refusal(with_streams(b"0 0 100 100 re f"))
    assert "eingescannt" in refusal(pdf(["7"]))


@pytest.mark.parametrize(
    "body",
    [b"", b"%PDF-1.7", b"<html>Datei nicht gefunden</html>", pdf(LINES)[:150], b"%PDF-" * 10_000],
)
def test_a_damaged_file_is_refused(body: bytes) -> None:
    assert "beschädigt" in refusal(body) or "keinen Text" in refusal(body)


def test_a_file_whose_table_is_elsewhere_is_read_all_the_same() -> None:
    assert read_pdf(pdf(LINES).replace(b"startxref\n", b"startxref\n9")) == [list(LINES)]


def test_a_book_is_no_opening() -> None:
    assert "länger" in refusal(pdf(*[LINES] * (pdf_process.MOST_PAGES + 1)))
    many = ["Wort " * 20] * (pdf_process.MOST_CHARACTERS // 50)
    assert "länger" in refusal(pdf(many))


@pytest.mark.parametrize(
    "body",
    [
        bomb(200_000_000),
        bomb(500_000_000, times=2),
        bomb(30_000_000, times=12),
        with_streams(b"[" * 200_000),
        with_streams(b"<<" * 100_000),
        with_streams(b"q " * 2_000_000),
        pdf(LINES).replace(b"/Kids[4 0 R]", b"/Kids[2 0 R]"),
        pdf(LINES).replace(b"/Count 1", b"/Count 999999999"),
        pdf(LINES).replace(b"/Contents 5 0 R", b"/Contents 4 0 R"),
        pdf(LINES).replace(b"/Root 1 0 R", b"/Root 9 0 R"),
    ],
    ids=["bomb", "bomb twice", "filters", "deep array", "deep dictionary", "many operators",
         "pages in a circle", "pages that are not there", "a page as its own text", "no root"],
)  # fmt: skip
def test_a_hostile_file_costs_its_own_process_only(body: bytes) -> None:
    with suppress(PdfError):
        assert sum(map(len, read_pdf(body))) <= len(LINES)


def test_a_file_that_takes_too_long_is_given_up() -> None:
    assert "aufwendig" in refusal(pdf(LINES), seconds=0.001)


def test_a_process_that_the_system_ends_has_had_enough() -> None:
    code = (
        "import resource, sys; from stellenbund.scraping import pdf_process;"
        "pdf_process.limit_itself(); print(resource.getrlimit(resource.RLIMIT_CPU)[0],"
        "resource.getrlimit(resource.RLIMIT_AS)[0])"
    )
    told = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", code], capture_output=True, check=True, text=True
    ).stdout.split()
    assert [0 < int(each) < 2**32 for each in told] == [True, True]


@settings(max_examples=15, deadline=None)
@given(st.data())
def test_any_damage_is_read_or_refused(data: st.DataObject) -> None:
    body = bytearray(pdf(LINES, LINES))
    for place in data.draw(st.lists(st.integers(0, len(body) - 1), max_size=8)):
        body[place] = data.draw(st.integers(0, 255))
    with suppress(PdfError):
        assert all(isinstance(line, str) for page in read_pdf(bytes(body)) for line in page)
