"""Texts: what foreign markup, entities and odd characters become."""

import re
import time
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stellenbund.domain.errors import UnreadableTextError
from stellenbund.domain.normalisers.markup import MOST_TAGS, TAGS
from stellenbund.domain.normalisers.texts import (
    LONGEST,
    RichText,
    fold,
    read_html,
    read_line,
    read_text,
)

BASE = "https://karriere.example.org/ausbildung/17"

PAYLOADS = (
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<math><mi//xlink:href='javascript:alert(1)'>x</mi></math>",
    "<iframe src='javascript:alert(1)'></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data='javascript:alert(1)'></object>",
    "<embed src='javascript:alert(1)'>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href='JaVaScRiPt:alert(1)'>x</a>",
    "<a href=' javascript:alert(1)'>x</a>",
    "<a href='java\tscript:alert(1)'>x</a>",
    "<a href='java\nscript:alert(1)'>x</a>",
    "<a href='java\x01script:alert(1)'>x</a>",
    "<a href='java\u200bscript:alert(1)'>x</a>",
    "<a href='\x01javascript:alert(1)'>x</a>",
    "<a href='java&#x09;script:alert(1)'>x</a>",
    "<a href='&#106;&#97;&#118;&#97;script:alert(1)'>x</a>",
    "<a href='javascript&colon;alert(1)'>x</a>",
    "<a href='vbscript:msgbox(1)'>x</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "<a href='//evil.example/x'>x</a>",
    "<a href='https://example.org@evil.example/'>x</a>",
    "<a href='https:\\\\evil.example'>x</a>",
    "<a href='file:///etc/passwd'>x</a>",
    "<a href='x' onclick='alert(1)'>x</a>",
    "<a href='https://example.org' target='_blank' style='position:fixed'>x</a>",
    "<base href='https://evil.example/'>",
    "<meta http-equiv='refresh' content='0;url=javascript:alert(1)'>",
    "<link rel='stylesheet' href='https://evil.example/x.css'>",
    "<style>@import 'https://evil.example/x.css';</style>",
    "<form action='https://evil.example'><input name='password'></form>",
    "<button formaction='javascript:alert(1)'>x</button>",
    "<details open ontoggle=alert(1)>x</details>",
    "<p id='location' name='cookie' class='overlay'>x</p>",
    "<p style=\"background:url('javascript:alert(1)')\">x</p>",
    "<table background='javascript:alert(1)'><tr><td>x</table>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "<template><script>alert(1)</script></template>",
    "<!--><script>alert(1)</script>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?xml version='1.0'?><script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&amp;lt;script&amp;gt;alert(1)&amp;lt;/script&amp;gt;",
    "&amp;amp;lt;img src=x onerror=alert(1)&amp;amp;gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "<p>&lt;img src=x onerror=alert(1)&gt;</p>",
    "<xss onfocus=alert(1) autofocus tabindex=1>x</xss>",
    "<video><source onerror=alert(1)></video>",
    "<textarea></textarea><script>alert(1)</script>",
    "<title></title><script>alert(1)</script>",
    "<scr\x00ipt>alert(1)</scr\x00ipt>",
    "<img src=`x` onerror=`alert(1)`>",
    "<\u202escript>alert(1)</script>",
    '<a href="https://example.org/&quot; onmouseover=alert(1) x=&quot;">x</a>',
    "+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
)


class _Checker(HTMLParser):
    """Fails on any tag, attribute or address that may do harm."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in TAGS
        for name, value in attrs:
            assert (tag, name) in {("a", "href"), ("a", "rel")}
            assert name == "rel" or re.match(r"(?:https?://|mailto:|tel:)[^\s\\@]*", value or "")
            assert name == "rel" or "evil" not in (value or "") or (value or "").startswith("https")

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)


def check(html: str | None) -> None:
    _Checker(convert_charrefs=True).feed(html or "")


def outcome(html: str) -> RichText | None:
    try:
        return read_html(html, base_url=BASE)
    except UnreadableTextError:
        return None


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize("around", ["{}", "<p>Text {} mehr</p>", "Zeile\n\n- {}\n- zwei", "{}{}"])
def test_no_payload_survives_and_cleaning_again_changes_nothing(payload: str, around: str) -> None:
    rich = read_html(around.format(payload, payload), base_url=BASE)
    check(rich.html)
    assert not re.search(r"<script|onerror\s*=|javascript:(?!alert\(1\)<)", rich.html or "")
    assert read_html(rich.html, base_url=BASE).html == rich.html


MARKUP = st.lists(
    st.sampled_from(
        [
            *("<p>", "</p>", "<b>", "</b>", "<ul><li>", "</li></ul>", "<script>", "</script>"),
            *("<a href='", "javascript:", "'>", "&lt;", "&gt;", "&amp;", "lt;", "amp;", "&#60;"),
            *(
                "script",
                "<",
                ">",
                "&",
                "\x01",
                "\u200b",
                "\xad",
                "\u0338",
                "\\n",
                "\n",
                "<!--",
                "-->",
            ),
            *("<svg>", "<style>", "<table><td>", "/", "=", '"', "p", " ", "#38;", "&#x26;", "x"),
        ]
    ),
    max_size=30,
).map("".join)


@given(st.one_of(MARKUP, st.text(max_size=200)))
def test_any_text_comes_out_harmless_and_settled(text: str) -> None:
    rich = outcome(text)
    if rich is None:
        return
    check(rich.html)
    assert not re.search(r"<script[\s/>]", f"{rich.html}\n{rich.text}".lower())
    assert read_html(rich.html, base_url=BASE).html == rich.html
    assert read_text(rich.text) == rich.text


@given(st.one_of(MARKUP, st.text(max_size=200)))
def test_lines_and_plain_texts_settle_too(text: str) -> None:
    line, plain = read_line(text), read_text(text)
    assert read_line(line) == line
    assert read_text(plain) == plain
    assert line is None or not re.search(r"[\x00-\x1f\x7f-\x9f\u200b\u202e]", line)


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("html", "clean", "text"),
    [
        (
            "<div><h1>Hallo</h1><div>A<br>B</div></div>",
            "<h2>Hallo</h2><p>A<br>B</p>",
            "Hallo\n\nA\nB",
        ),
        ("<p>Du &amp; wir</p>", "<p>Du &amp; wir</p>", "Du & wir"),
        ("&lt;p&gt;Du &amp;amp; wir&lt;/p&gt;", "<p>Du &amp; wir</p>", "Du & wir"),
        ("&amp;lt;b&amp;gt;fett&amp;lt;/b&amp;gt;", "<b>fett</b>", "fett"),
        ("Erste Zeile\\nZweite", "<p>Erste Zeile<br>Zweite</p>", "Erste Zeile\nZweite"),
        ("<p>a<\\/p><p>b<\\/p>", "<p>a</p><p>b</p>", "a\n\nb"),
        (
            "Gehalt < 1000 & > 900",
            "<p>Gehalt &lt; 1000 &amp; &gt; 900</p>",
            "Gehalt < 1000 & > 900",
        ),
        (
            "Wir bieten:\n- Urlaub\n- Geld\n\nBis bald",
            "<p>Wir bieten:</p><ul><li>Urlaub</li><li>Geld</li></ul><p>Bis bald</p>",
            "Wir bieten:\n\n• Urlaub\n• Geld\n\nBis bald",
        ),
        ("<p>&nbsp;</p><p>x\xa0y</p><p></p>", "<p>x y</p>", "x y"),
        ("Team &lt;ausbildung@example.org&gt;", "<p>Team &lt;ausbildung@example.org&gt;</p>", None),
        ("Verwaltungs\xadfach&shy;angestellte", "<p>Verwaltungsfachangestellte</p>", None),
        ("<span>nur Text</span>", "<p>nur Text</p>", "nur Text"),
        ("<p>&#x202E;verkehrt</p>", "<p>verkehrt</p>", "verkehrt"),
        ("<table><tr><th>Beginn:<td>1.9.2027</table>", None, "Beginn: 1.9.2027"),
        ("<p>u\u0308ben</p>", "<p>üben</p>", "üben"),
    ],
)
def test_html_is_cleaned_and_its_text_keeps_its_lines(
    html: str, clean: str | None, text: str | None
) -> None:
    rich = read_html(html, base_url=BASE)
    assert clean is None or rich.html == clean
    assert text is None or rich.text == text


def test_links_become_absolute_or_lose_their_address() -> None:
    html = read_html(
        "<a href='/a?x=1&y=2'>1</a><a href='mailto:info@example.org'>2</a>"
        "<a href='tel:+49521512345'>3</a><a href='javascript:x'>4</a>",
        base_url=BASE,
    ).html
    assert re.findall(r'href="([^"]+)"', html or "") == [
        "https://karriere.example.org/a?x=1&amp;y=2",
        "mailto:info@example.org",
        "tel:+49521512345",
    ]


@pytest.mark.parametrize(
    "nothing", [None, "", " \n ", "<p> </p>", "<br>", "<!-- -->", "\x00\u200b"]
)
def test_what_holds_no_text_is_nothing(nothing: str | None) -> None:
    assert read_html(nothing, base_url=BASE) == RichText()
    assert read_line(nothing) is None


def test_what_only_looks_like_a_tag_is_text() -> None:
    assert read_html("<p>Du <\u017fection>", base_url=None).text == "Du <\u017fection>"


def test_a_long_text_is_shortened_and_says_so() -> None:
    rich = read_html("<p>" + "wort " * 13_000 + "</p>", base_url=BASE)
    assert rich.is_shortened
    assert rich.html is None
    assert rich.text is not None
    assert len(rich.text) <= LONGEST
    assert rich.text.endswith("…")


@pytest.mark.parametrize("bomb", ["<div>", "<a><p>", "<b><i><p>", "<table><td>", "<ul><li>", "<"])
def test_a_nested_bomb_is_refused_quickly(bomb: str) -> None:
    start = time.process_time()
    assert outcome(bomb * (MOST_TAGS + 1)) is None or bomb == "<"
    assert read_line(bomb * (MOST_TAGS + 1) + "x") is not None
    assert time.process_time() - start < 5


def test_folding_is_for_comparing_german() -> None:
    assert fold("  Straßenwärter\xa0(M/W/D) ") == "strassenwaerter (m/w/d)"
    assert fold("Mülheim") == fold("MU\u0308LHEIM") == "muelheim"
