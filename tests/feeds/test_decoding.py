"""Bytes become the text that was meant, or HR learns in which line they do not."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stellenbund.feeds.decoding import ENCODINGS, decode
from stellenbund.feeds.errors import FeedError

GERMAN = "Straßenwärter – für „Grün“: 1.368,26 €; Ärzte, Öfen, Übung"
LETTERS = st.text(st.sampled_from("aäöüßÄÖÜ€–„“ ;\n"), min_size=1)


def rules(body: bytes, chosen: str | None = None) -> list[str]:
    return [found.rule for found in decode(body, chosen).findings]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16-le", "utf-16-be"])
def test_german_is_read_without_being_told_how_it_was_written(encoding: str) -> None:
    body = f"Titel\n{'Koch' * 20}\n{GERMAN}".encode(encoding)
    assert decode(body).text.endswith(GERMAN)


@pytest.mark.parametrize("chosen", sorted(ENCODINGS))
def test_what_a_person_chose_is_what_is_read(chosen: str) -> None:
    text = "Gärtner für Höfe"
    assert decode(text.encode(ENCODINGS[chosen]), chosen).text == text
    assert decode(text.encode(ENCODINGS[chosen]), chosen).encoding == chosen


@given(first=LETTERS, second=LETTERS)
def test_a_file_put_together_from_two_encodings_is_read_right(first: str, second: str) -> None:
    body = f"Grün\n{first}\n".encode() + f"Gr\u00fcn;{second}".encode("cp1252") + b"\xfc!"
    assert decode(body).text.startswith(f"Grün\n{first}\n")
    assert rules(body) == ["file.mixed_encoding"]


def test_the_line_that_cannot_be_read_is_named() -> None:
    with pytest.raises(FeedError, match="Zeile 3 "):
        decode("Titel\r\nKoch\r\nT\x81r\r\n".encode("latin-1"))
    with pytest.raises(FeedError, match="Zeile 2 "):
        decode("Titel\rGr\x81n\r".encode("latin-1"))
    with pytest.raises(FeedError, match="Zeile 2 "):
        decode(b"Titel\nGr\xfcn\n", "utf-8")


def test_umlauts_of_other_machines_are_doubted_but_only_where_there_are_no_others() -> None:
    assert "file.doubtful_encoding" in rules("Gärtner Wärter".encode("mac-roman"))
    assert "file.doubtful_encoding" in rules("Gärtner Wärter".encode("cp850"))
    assert "file.doubtful_encoding" not in rules("Hašek Tomaš für".encode("cp1252"))


@given(body=st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(body: bytes) -> None:
    try:
        text = decode(body).text
    except FeedError:
        return
    assert "\r" not in text
    assert "\0" not in text


def test_no_mark_is_left_in_the_text() -> None:
    assert decode(codecs.BOM_UTF8 * 2 + b"Titel").text == "Titel"
    assert decode(codecs.BOM_UTF16_LE + "Titel".encode("utf-16-le")).text == "Titel"
