"""save: pages kept so that they can be read again without a network."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from stellenbund.cli import app
from stellenbund.commands.errors import WrongUseError
from stellenbund.commands.save import keep
from stellenbund.scraping.page import PDF, Page, Request
from stellenbund.scraping.saved import answers_from

URL = "https://karriere.musterstadt.example/ausbildung?seite=2"


def page(text: str = "<p>Straße</p>", content_type: str = "text/html") -> Page:
    return Page(url=URL, text=text, content_type=content_type)


def test_what_was_kept_is_answered_again(tmp_path: Path) -> None:
    file = keep(tmp_path, Request(URL), page())
    assert file == tmp_path / "pages" / "ausbildung-seite-2.html"
    answer = answers_from(tmp_path)(Request(URL))
    assert answer.body.decode() == "<p>Straße</p>"
    assert (answer.status, answer.content_type) == (200, "text/html; charset=utf-8")


def test_a_page_that_is_kept_again_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    keep(tmp_path, Request(URL), page("old"))
    keep(tmp_path, Request(URL), page("new"))
    assert answers_from(tmp_path)(Request(URL)).body == b"new"
    assert len(list((tmp_path / "pages").iterdir())) == 1


def test_two_addresses_never_share_a_file(tmp_path: Path) -> None:
    first = keep(tmp_path, Request("https://one.example/ausbildung"), page("one"))
    second = keep(tmp_path, Request("https://two.example/ausbildung"), page("two"))
    assert first != second
    assert answers_from(tmp_path)(Request("https://one.example/ausbildung")).body == b"one"
    assert answers_from(tmp_path)(Request("https://two.example/ausbildung")).body == b"two"


def test_json_is_kept_as_json_and_the_note_stays(tmp_path: Path) -> None:
    (tmp_path / "pages.json").write_text('{"note": "Ours.", "pages": []}')
    file = keep(
        tmp_path, Request("https://one.example/jobs"), page("{}", "application/json;charset=x")
    )
    assert file.suffix == ".json"
    listing = json.loads((tmp_path / "pages.json").read_text())
    assert listing["note"] == "Ours."
    assert listing["pages"][0]["content_type"] == "application/json; charset=utf-8"


def test_answers_to_what_is_posted_are_kept_apart(tmp_path: Path) -> None:
    pages = [Request(URL, body=f'{{"page": {number}, "size": 10}}') for number in (1, 2)]
    for request in pages:
        keep(tmp_path, request, page(request.body or ""))
    again = Request(URL, body='{"size":10,"page":2}')
    assert answers_from(tmp_path)(again).body.decode() == pages[1].body


def test_a_pdf_is_kept_byte_by_byte(tmp_path: Path) -> None:
    notice = Page(url=URL, text="", content_type=PDF, body=b"%PDF-1.7\r\n\xff")
    file = keep(tmp_path, Request(URL), notice)
    assert (file.suffix, file.read_bytes()) == (".pdf", notice.body)
    assert answers_from(tmp_path)(Request(URL)).content_type == PDF


@pytest.mark.parametrize("city", ["../essen", "Essen", "mülheim"])
def test_a_city_that_is_no_slug_is_refused_before_anything_is_fetched(city: str) -> None:
    refused = CliRunner().invoke(app, ["save", city, URL])
    assert isinstance(refused.exception, WrongUseError)
