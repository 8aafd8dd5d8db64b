"""What a reader sees on a page, line by line."""

from hypothesis import given
from hypothesis import strategies as st

from stellenbund.scraping.markup import Element, lines, plain
from stellenbund.scraping.tree import Tree


def tree(html: str) -> Element:
    return Tree(html).root


def test_blocks_make_lines_and_inline_elements_do_not() -> None:
    html = "<p>Gärt<b>ner</b>in</p>und<div>mehr<br>davon<div></div>hier</div>"
    assert [str(line) for line in lines(tree(html))] == [
        "Gärtnerin",
        "und",
        "mehr",
        "davon",
        "hier",
    ]


def test_scripts_styles_and_comments_are_not_seen() -> None:
    html = "<p>a<script>b()</script><style>c{}</style><!-- d --><template>e</template>f</p>"
    assert plain(tree(html)) == "af"


def test_soft_hyphens_and_odd_blanks_do_not_tear_words() -> None:
    assert plain(tree("Verwaltungs&shy;fach&#8203;angestellte&nbsp; (m/w/d)")) == (
        "Verwaltungsfachangestellte (m/w/d)"
    )


def test_what_holds_no_text_is_none() -> None:
    assert plain(tree("<p> &nbsp; <br></p>")) is None


@given(
    st.lists(st.sampled_from(["<p>", "</p>", "<b>", "</b>", "<td>", "<li>", "<br>", "a", " ä "]))
)
def test_no_letter_is_lost_or_doubled(parts: list[str]) -> None:
    letters = [part.strip() for part in parts if not part.startswith("<")]
    assert (plain(tree("".join(parts) or "<p>")) or "").replace(" ", "") == "".join(letters)
