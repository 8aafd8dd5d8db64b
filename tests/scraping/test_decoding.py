"""Bytes become text as a browser would read them, only without its dangerous corners."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stellenbund.scraping.decoding import decode

TEXTS = (
    "Straßenwärterin",
    "Gärtner – Fachrichtung Zierpflanzenbau",
    "Vergütung: 1.368,26 €",
    "„Zukunft findet Stadt“",
    "Übungsleiter für Bäderbetriebe",
    "Ämter & Behörden",
    "Köchin/Koch • m/w/d",
    "Mülheim an der Ruhr, Größe 3,5 t",
    "FÄHRÜBERFÄLLE ÖDÜSSEE",
    "Bewerbung bis 31. Januar… jetzt",
)
ENCODED = (
    ("utf-8", None),
    ("utf-8", "text/html; charset=utf-8"),
    ("utf-8-sig", "text/html; charset=iso-8859-1"),
    ("utf-8", "text/html; charset=iso-8859-1"),
    ("cp1252", None),
    ("cp1252", "text/html; charset=ISO-8859-1"),
    ("cp1252", "text/html; charset=utf-8"),
    ("cp1252", "text/html; charset='latin1'"),
    ("cp1252", "text/html; charset=unbekannt"),
    ("utf-16", "text/html"),
    ("utf-16-le", "text/html"),
    ("utf-16-be", "text/html; charset=utf-16"),
)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize(("encoding", "content_type"), ENCODED)
def test_german_texts_are_right_in_every_encoding(
    text: str, encoding: str, content_type: str | None
) -> None:
    document = f"<p>{text}</p>"
    assert decode(document.encode(encoding), content_type) == document


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "iso-8859-15"])
@pytest.mark.parametrize(
    "label",
    ['<meta charset="{}">', "<meta http-equiv=x content='text/html; charset={}'>",
     '<?xml version="1.0" encoding="{}"?>'],
)  # fmt: skip
def test_the_documents_own_label_holds_where_the_header_has_none(encoding: str, label: str) -> None:
    document = label.format(encoding) + "für 5 €"
    assert decode(document.encode(encoding), "text/html") == document


def test_the_header_wins_over_the_document() -> None:
    document = '<meta charset="koi8-r">für'
    assert decode(document.encode("iso-8859-15"), "text/html; charset=iso-8859-15") == document


@pytest.mark.parametrize("label", ["utf-7", "UTF-7", "x-utf-7", "unicode-1-1-utf-7", "cp850"])
@pytest.mark.parametrize("place", ["header", "document"])
def test_utf_7_does_not_exist(label: str, place: str) -> None:
    body = f"<meta charset={label if place == 'document' else 'x'}>+ADw-script+AD4-".encode()
    content_type = f"text/html; charset={label}" if place == "header" else "text/html"
    assert "+ADw-script+AD4-" in decode(body, content_type)
    assert "<script" not in decode(body, content_type)


@pytest.mark.parametrize("label", ["hz-gb-2312", "iso-2022-kr", "iso-2022-cn", "utf-16"])
def test_a_label_that_nobody_means_does_not_swallow_the_page(label: str) -> None:
    body = f"<meta charset={label}><p>für</p>".encode()
    assert "<p>für</p>" in decode(body, f"text/html; charset={label}")


def test_two_encodings_in_one_file_are_both_read() -> None:
    body = "grün ".encode() + "blau-weiß ".encode("cp1252") + "für €".encode()
    assert decode(body, "text/html; charset=utf-8") == "grün blau-weiß für €"


@pytest.mark.parametrize("cut", [1, 2])
def test_a_character_that_was_cut_off_costs_only_itself(cut: int) -> None:
    assert decode("grün 5 €".encode()[:-cut], None) == "grün 5 "


def test_no_control_character_survives() -> None:
    body = b"a\x00b\x08c\x1b[0m\x7f" + "\u0085\u200b\u202e\u00adü".encode()
    assert decode(body, None) == "abc[0mü"


def test_a_line_break_does() -> None:
    assert decode(b"a\r\nb\tc\n", None) == "a\nb\tc\n"


@given(st.binary(), st.sampled_from([None, "text/html; charset=utf-8", "x; charset=utf-16", "a"]))
def test_any_bytes_become_text(body: bytes, content_type: str | None) -> None:
    text = decode(body, content_type)
    assert text.encode("utf-8").decode("utf-8") == text


@given(st.text(alphabet=st.characters(codec="cp1252", exclude_categories=["Cc", "Cf", "Zs", "Co"])))
def test_what_was_written_in_utf_8_comes_back(text: str) -> None:
    assert decode(b"<p>" + text.encode(), None) == "<p>" + text
