"""What is taken as clean at sight is what the sanitiser would leave as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stellenbund.domain.normalisers.canonical_markup import is_canonical, is_untouched
from stellenbund.domain.normalisers.texts import read_html

PIECES = st.sampled_from(
    [
        *(
            "<p>",
            "</p>",
            "<ul>",
            "</ul>",
            "<ol>",
            "</ol>",
            "<li>",
            "</li>",
            "<h2>",
            "</h2>",
            "<br>",
        ),
        *("<b>", "</b>", "<strong>", "</strong>", "<em>", "</em>", "<i>", "</i>", "<h4>", "</h4>"),
        *("<a>", "</a>", "<tr>", " ", "  ", "&amp; ", "&amp;", "&lt;p", "&nbsp;", "\u00a0", "\\n"),
        *("Du lernst", "ä – „ö“", "•", "\u00ad", "\n", "'", '"', ">", "e\u0308", "<x>"),
    ]
)
ADDRESSES = ("https://a.example/b/c.html", "mailto:ausbildung@example.org", "tel:+49234/910-1")
BLOCKS = st.sampled_from(
    [
        *(
            "<p>§</p>",
            "<p>§<br>§</p>",
            " <h3>§</h3>",
            "<ul> <li>§</li> <li>§</li></ul>",
            "<h2>§</h2>",
        ),
        *(
            "<ol><li><b>§</b>§</li></ol>",
            "<p><em>§</em></p>",
            "<p><strong>§</strong> §<i>§</i></p>",
        ),
        *(f'<p>Du <a href="{each}" rel="noopener noreferrer">§</a></p>' for each in ADDRESSES),
    ]
)
WORDS = st.sampled_from(
    ["Du", " lernst ", "a &amp; b", "ä – „ö“", "<br>", "'\"", "• ", "&amp; ", " "]
)


def is_left_alone(html: str) -> bool:
    return read_html(f"{html}<p>&lt;</p>", base_url=None).html == f"{html}<p>&lt;</p>"


@st.composite
def documents(draw: st.DrawFn) -> str:
    """Return blocks with words in them, and perhaps something that does not belong there."""
    html = "".join(draw(st.lists(BLOCKS, min_size=1, max_size=4)))
    while "§" in html:
        html = html.replace("§", draw(WORDS), 1)
    for _ in range(draw(st.integers(0, 2))):
        at = draw(st.integers(0, len(html)))
        html = html[:at] + draw(PIECES) + html[at:]
    return html


@given(documents())
def test_only_what_stays_as_it_is_is_canonical(html: str) -> None:
    assert not is_canonical(html) or is_left_alone(html)


@given(documents())
def test_what_is_taken_as_untouched_stays_as_it_is(html: str) -> None:
    assert not is_untouched(html) or is_left_alone(html)


@given(documents())
def test_how_its_lines_are_broken_changes_nothing(html: str) -> None:
    broken = read_html(html.replace(" ", "\n\t "), base_url=None)
    assert not is_untouched(html) or broken == read_html(html, base_url=None)


def test_a_link_is_looked_at_however_plain_it_is() -> None:
    html = '<p><a href="https://a.example/b" rel="noopener noreferrer">Du</a></p>'
    assert is_canonical(html)
    assert not is_untouched(html)


@pytest.mark.parametrize(
    "html",
    [
        "<p>Du lernst &amp; wir zahlen.</p> <ul> <li>30 Tage <b>Urlaub</b></li></ul>",
        "<h3>Das erwartet dich</h3><p>Erstens<br>zweitens</p>",
    ],
)
def test_what_most_pages_write_is_canonical(html: str) -> None:
    assert is_canonical(html)
    assert is_left_alone(html)


@pytest.mark.parametrize(
    "html",
    [
        *("", "Du lernst", "<p></p>", "<p> <br></p>", "<p>zwei  Blanks</p>", " <p>Du</p>"),
        *(
            "<p>&lt;b&gt;</p>",
            "<p>a\u00a0b</p>",
            "<p>a\\nb</p>",
            "<p>a\nb</p>",
            "<p>a &amp;lt;</p>",
        ),
        *('<p><a href="https://a.example/">x</a></p>', "<ul><li>a<ul><li>b</li></ul></li></ul>"),
        *("<p>a</b></p>", "<P>a</P>", "<div>a</div>", "<ul>a<li>b</li></ul>", "<b>a</b>"),
    ],
)
def test_what_may_change_is_not_canonical(html: str) -> None:
    assert not is_canonical(html)
