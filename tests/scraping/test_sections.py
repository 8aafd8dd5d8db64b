"""Texts under their headings, in all the ways that German city pages set them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stellenbund.scraping.markup import Element
from stellenbund.scraping.sections import section_under
from stellenbund.scraping.tree import Tree


def tree(html: str) -> Element:
    return Tree(html).root


@pytest.mark.parametrize(
    "html",
    [
        "<h2>Wir bieten</h2><ul><li>Urlaub</li></ul><h2>Kontakt</h2><p>x</p>",
        "<h3>Wir bieten:</h3><ul><li>Urlaub</li></ul><div><h3>Kontakt</h3></div>",
        "<div><h3><button>Wir bieten dir</button></h3><ul><li>Urlaub</li></ul></div><p>x</p>",
        "<div><div><h3>Wir bieten</h3></div><ul><li>Urlaub</li></ul></div>",
        "<p><strong>Wir bieten</strong></p><ul><li>Urlaub</li></ul><p><b>Kontakt</b></p>",
        "<dl><dt>Wir bieten</dt><ul><li>Urlaub</li></ul><dt>Kontakt</dt></dl>",
    ],
)
def test_the_text_under_a_heading_ends_before_the_next(html: str) -> None:
    assert section_under(tree(html), "Wir bieten") == "<ul><li>Urlaub</li></ul>"


def test_deeper_headings_belong_to_the_section() -> None:
    html = "<h2>Profil</h2><h3>Schule</h3><p>FOR</p><h2>Kontakt</h2>"
    assert section_under(tree(html), "Profil") == "<h3>Schule</h3><p>FOR</p>"


def test_the_surest_of_several_headings_wins_wherever_it_stands() -> None:
    html = "<h2>Aufgaben der Stadt</h2><p>viele</p><h2>Ihre Aufgaben</h2><p>Kochen</p>"
    assert section_under(tree(html), "Ihre Aufgaben", "Aufgaben") == "<p>Kochen</p>"
    assert section_under(tree(html), "Dein Profil", "Aufgaben") == "<p>viele</p>"


def test_a_heading_with_nothing_under_it_gives_none() -> None:
    assert section_under(tree("<h2>Profil</h2><h2>Kontakt</h2>"), "Profil") is None
    assert section_under(tree("<h2>Kontakt</h2>"), "Profil") is None


@given(st.text(max_size=300))
def test_any_text_is_read_without_error(text: str) -> None:
    section_under(tree(f"<h2>Beginn</h2>{text}"), "Beginn")
