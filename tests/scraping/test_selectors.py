"""Selectors take the text of one field; a mistyped one fails where it is declared."""

from dataclasses import fields

import pytest
from soupsieve import SelectorSyntaxError

from stellenbund.domain.record import RawRecord
from stellenbund.scraping.markup import Element
from stellenbund.scraping.selectors import (
    FieldSelectors,
    above,
    attribute,
    constant,
    following,
    html,
    labelled,
    text,
)
from stellenbund.scraping.tree import Tree

PAGE = Tree(
    """<h2>Ausbildung</h2><section><h3>Grün</h3><article id="a" class="stelle neu" data-nr=" 7 ">
    <h4>Gärtner/in</h4><a class="mehr" href="/7">mehr</a><div class="t"><p>Du gräbst.</p></div>
    <div class="t">Du säst.</div><p>Beginn: 01.09.2027</p></article></section>"""
)


def card() -> Element:
    return next(PAGE.root.iter("article"))


def test_a_field_can_be_declared_for_each_text_of_a_record() -> None:
    texts = {each.name for each in fields(RawRecord) if each.type == (str | None)}
    assert set(FieldSelectors.__annotations__) == texts | {"place", "street", "postcode"}


def test_text_is_one_line() -> None:
    assert text("div.t")(card()) == "Du gräbst."
    assert text("h5")(card()) is None


def test_html_takes_all_that_is_selected_but_nothing_twice() -> None:
    assert html("div.t")(card()) == "<p>Du gräbst.</p>\nDu säst."
    assert html("div.t, div.t p")(card()) == "<p>Du gräbst.</p>\nDu säst."
    assert html("h5")(card()) is None


def test_an_attribute_is_the_cards_own_or_that_of_an_element() -> None:
    assert attribute("data-nr")(card()) == "7"
    assert attribute("href", of="a.mehr")(card()) == "/7"
    assert attribute("class")(card()) == "stelle neu"
    assert attribute("href")(card()) is None
    assert attribute("href", of="a.weniger")(card()) is None


def test_the_heading_above_a_card_is_the_nearest() -> None:
    assert above("h2, h3")(card()) == "Grün"
    assert above("h2")(card()) == "Ausbildung"
    assert above("h4")(card()) is None


def test_labels_headings_and_constants() -> None:
    assert labelled("Beginn")(card()) == "01.09.2027"
    assert following("Gärtner")(card()) is not None
    assert constant("Stadt")(card()) == "Stadt"


@pytest.mark.parametrize("css", ["div[", ":-soup-nonsense(x)", "a >> b"])
def test_a_mistyped_selector_fails_where_it_is_declared(css: str) -> None:
    for declare in (text, html, above):
        with pytest.raises(SelectorSyntaxError):
            declare(css)
    with pytest.raises(SelectorSyntaxError):
        attribute("href", of=css)
