"""Values beside their labels, in all the ways that German city pages set them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stellenbund.scraping.labels import find, value_of
from stellenbund.scraping.markup import Element
from stellenbund.scraping.tree import Tree


def tree(html: str) -> Element:
    return Tree(html).root


@pytest.mark.parametrize(
    "html",
    [
        "<dl><dt>Bewerbungsfrist</dt><dd>31.01.2027</dd></dl>",
        "<dl><dt>Bewerbungsfrist:</dt><dd><p>31.01.2027</p></dd></dl>",
        "<dl><div><dt>Bewerbungsfrist</dt><dd>31.01.2027</dd></div></dl>",
        "<table><tr><th>Bewerbungsfrist</th><td>31.01.2027</td></tr></table>",
        "<table><tr><td><b>Bewerbungsfrist:</b></td><td>31.01.2027</td></tr></table>",
        "<p><strong>Bewerbungsfrist:</strong> 31.01.2027</p>",
        "<p><strong>Bewerbungsfrist</strong>: 31.01.2027</p>",
        "<p><b>Bewerbungsfrist: </b>31.01.2027<br><b>Beginn:</b> 01.09.2027</p>",
        "<p>Beginn: 01.09.2027<br/>Bewerbungsfrist: <i>31.01.</i>2027</p>",
        "<ul><li>Bewerbungsfrist: 31.01.2027</li><li>Beginn: 01.09.2027</li></ul>",
        "<span>Bewerbungsfrist</span> <span>31.01.2027</span>",
        "<div>Bewerbungsfrist</div><div>31.01.2027</div>",
        "<h3>Bewerbungsfrist</h3><p>31.01.2027</p><p>Mehr dazu hier.</p>",
        "<p>Beginn: 01.09.2027 | Bewerbungsfrist: 31.01.2027 | Dauer: 3 Jahre</p>",
        "<p><b>Beginn:</b> 01.09.2027 <b>Bewerbungsfrist:</b> 31.01.2027 <b>Dauer:</b> 3</p>",
        "<p>BEWERBUNGS&shy;FRIST&nbsp;: 31.01.2027</p>",
        "<label>Bewerbungsfrist:</label><output>31.01.2027</output>",
    ],
)
def test_the_value_beside_a_label_is_found(html: str) -> None:
    assert value_of(tree(html), ["Bewerbungsfrist"]) == "31.01.2027"


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<p>Die Bewerbungsfrist endet bald.</p>",
        "<dl><dt>Bewerbungsfrist</dt><dt>Beginn</dt><dd>01.09.2027</dd></dl>",
        "<table><tr><th>Bewerbungsfrist</th><th>Beginn</th></tr></table>",
        "<p>Bewerbungsfrist:</p>",
        "<dl><dt>Bewerbungsfristen</dt><dd>31.01.2027</dd></dl>",
    ],
)
def test_what_is_no_label_or_has_no_value_gives_none(html: str) -> None:
    assert value_of(tree(html), ["Bewerbungsfrist"]) is None


def test_the_first_of_several_names_wins_in_the_order_of_the_page() -> None:
    html = "<p>Start: 01.08.2027</p><p>Ausbildungsbeginn: 01.09.2027</p>"
    assert value_of(tree(html), ["Ausbildungsbeginn", "Start"]) == "01.08.2027"


def test_a_label_without_value_does_not_take_the_next_labels_line() -> None:
    html = "<p>Beginn:</p><p>Dauer: 3 Jahre</p>"
    found = find(tree(html), ["Beginn", "Dauer"])
    assert [(each.label, each.value) for each in found] == [("Dauer", "3 Jahre")]


def test_all_lines_of_a_cell_belong_to_the_value() -> None:
    html = "<dl><dt>Orte</dt><dd><ul><li>Rathaus</li><li>Bauhof</li></ul></dd></dl>"
    assert value_of(tree(html), ["Orte"]) == "Rathaus Bauhof"


@given(st.text(max_size=300))
def test_any_text_is_read_without_error(text: str) -> None:
    root = tree(f"<p>Beginn: {text}</p>{text}")
    list(find(root, ["Beginn"]))
