"""A page that has no openings says so in a sentence, and not in every one with "keine" in it."""

import pytest

from stellenbund.scraping.page import Page
from stellenbund.scraping.readers.none_said import none_said
from stellenbund.scraping.scraper import NoOpenings


@pytest.mark.parametrize(
    "sentence",
    ["Zurzeit sind keine Stellen ausgeschrieben.", "Keine Einträge", "Derzeit keine Jobs!",
     "Aktuell haben wir leider keine offenen Ausbildungsstellen.", "Kein Stellenangebot gefunden"],
)  # fmt: skip
def test_a_sentence_that_says_so_is_found(sentence: str) -> None:
    page = Page(url="https://x.example/", text=f"<h1>Jobs</h1><div><p>{sentence}</p></div>")
    assert list(none_said(page.root)) == [NoOpenings(sentence)]


@pytest.mark.parametrize(
    "sentence",
    ["Keine passenden Stellen gefunden? Schreib uns!", "Keine Angst. Wir haben Stellen.",
     "Bitte keine Bewerbungsmappen.", "Stellen Sie keine Fragen.", "keine Stellen " + "x" * 200],
)  # fmt: skip
def test_another_sentence_is_none(sentence: str) -> None:
    page = Page(url="https://x.example/", text=f"<p>{sentence}</p>")
    assert list(none_said(page.root)) == []
