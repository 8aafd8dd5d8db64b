"""Markup: from foreign HTML to a few safe tags, and from those to plain text."""

import re
from collections.abc import Callable
from functools import lru_cache
from html import escape, unescape
from itertools import chain, zip_longest
from string import ascii_lowercase

import nh3

from stellenbund.domain.errors import UnreadableTextError
from stellenbund.domain.normalisers.links import read_link

TAGS = frozenset(
    {
        "p",
        "br",
        "ul",
        "ol",
        "li",
        "strong",
        "em",
        "b",
        "i",
        "h2",
        "h3",
        "h4",
        "a",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
    }
)
_DROPPED = frozenset(
    {
        "script",
        "style",
        "noscript",
        "iframe",
        "object",
        "svg",
        "math",
        "template",
        "title",
        "select",
        "textarea",
        "button",
    }
)
_KNOWN = (
    "a abbr address applet area article aside audio b base big blockquote body br button canvas"
    " center cite code col colgroup dd del details div dl dt em embed fieldset figcaption figure"
    " font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins"
    " isindex label legend li link main map marquee math menu meta nav noscript object ol optgroup"
    " option p param picture pre q s script section select small source span strike strong style"
    " sub summary sup svg table tbody td template textarea tfoot th thead time title tr tt u ul"
    " var video wbr"
).replace(" ", "|")
_NAMED = rf"(?:/?(?:{_KNOWN})(?=[\s/>&]|$)|!--|!doctype)"
_TAG = re.compile(rf"<{_NAMED}", re.IGNORECASE)
_ESCAPED_TAG = re.compile(
    rf"&(?:(?:amp|\#0*38|\#x0*26);)*(?:lt|\#0*60|\#x0*3c);?{_NAMED}", re.IGNORECASE
)
_BLOCKS = (
    *("div", "section", "article", "header", "footer", "main", "aside", "nav", "address"),
    *("blockquote", "center", "dd", "dt", "figure", "figcaption", "fieldset", "form", "legend"),
    *("pre", "details", "summary"),
)
_AS = {"h1": "h2", "h5": "h4", "h6": "h4", "tfoot": "tbody"} | dict.fromkeys(_BLOCKS, "p")
_EITHER_CASE = {ord(letter): f"[{letter}{letter.upper()}]" for letter in ascii_lowercase}
_RENAMED = re.compile(rf"<(/?)({'|'.join(_AS).translate(_EITHER_CASE)})(?=[\s/>])")
"""Without ``re.IGNORECASE``, which is slow and takes ``<ſection>`` for a section."""
_HOLLOW = re.compile(r"<(p|li|h[234])>(?:\s|<br>)*</\1>")
_BULLET = re.compile(r"^\s*(?:[•‣▪▫●○◦·✓✔►➤*–—-]|o(?=\s))\s*(?=\S)")
_PHONE = re.compile(r"tel:\+?[\d/().-]{3,40}", re.IGNORECASE)
_SAFE_TAG = re.compile(r'<(/?[a-z0-9]+)(?:>|[^>"]*(?:"[^"]*"[^>"]*)*>)')
_AROUND = (
    dict.fromkeys(("p", "h2", "h3", "h4", "ul", "ol", "table"), "\n\n")
    | dict.fromkeys(("/p", "/h2", "/h3", "/h4", "/ul", "/ol", "/table"), "\n\n")
    | {"li": "\n• ", "br": "\n", "tr": "\n", "/th": " ", "/td": " "}
)
"""What stands in the text in the place of a tag of safe HTML."""

MOST_TAGS = 10_000


def has_tags(text: str) -> bool:
    """Say whether *text* holds any HTML tag; ``<ausbildung@example.org>`` is none."""
    return "<" in text and _TAG.search(text) is not None


def has_escaped_tags(text: str) -> bool:
    """Say whether *text* holds a tag that was escaped once or more, such as ``&lt;p&gt;``."""
    return "&" in text and _ESCAPED_TAG.search(text) is not None


def safe_html(html: str, *, base_url: str | None) -> str:
    """Return *html* reduced to the short list of tags; links stay only when they are harmless.

    Raises:
        UnreadableTextError: rule ``text.too_many_tags``: the sanitiser's time grows with the
            square of the nesting, so it never sees more than a page of a person would hold.
    """
    if html.count("<") > MOST_TAGS:
        message = f"Der Text enthält mehr als {MOST_TAGS} HTML-Elemente."
        raise UnreadableTextError(html[:300], "text.too_many_tags", message)
    renamed = _RENAMED.sub(lambda tag: f"<{tag[1]}{_AS[tag[2].lower()]}", html)
    kept = _HOLLOW.sub("", " ".join(renamed.replace("&nbsp;", " ").split()))
    return _cleaner(base_url).clean(kept).strip()


@lru_cache(maxsize=16)
def _cleaner(base_url: str | None) -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=set(TAGS),
        clean_content_tags=set(_DROPPED),
        attributes={"a": {"href"}},
        attribute_filter=_href_filter(base_url),
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel="noopener noreferrer",
    )


def _href_filter(base_url: str | None) -> Callable[[str, str, str], str | None]:
    def harmless(_tag: str, attribute: str, value: str) -> str | None:
        if attribute != "href" or _PHONE.fullmatch(value):
            return value
        try:
            return read_link(value, base_url=base_url)
        except UnreadableTextError:
            return None

    return harmless


def marked_up(text: str) -> str:
    r"""Return plain text as HTML: blank lines part paragraphs, bullets become a list.

    >>> marked_up("Wir bieten:\n- Urlaub\n- Geld")
    '<p>Wir bieten:</p><ul><li>Urlaub</li><li>Geld</li></ul>'
    """
    return "".join(_block(block) for block in re.split(r"\n\s*\n", text) if block.strip())


def _block(block: str) -> str:
    html = ""
    for line in (line for line in block.split("\n") if line.strip()):
        bullet = _BULLET.match(line)
        tag, inner = ("li", line[bullet.end() :]) if bullet else ("p", line)
        html += f"<{tag}>{escape(inner.strip(), quote=False)}</{tag}>"
    html = re.sub(r"(?:<li>.*?</li>)+", lambda items: f"<ul>{items[0]}</ul>", html)
    return html.replace("</p><p>", "<br>")


def text_of(html: str) -> str:
    """Return the text of safe HTML: blocks on lines of their own, list items with a bullet.

    >>> text_of("<p>Wir bieten</p><ul><li>Urlaub</li></ul>").split()
    ['Wir', 'bieten', '•', 'Urlaub']
    """
    pieces = _SAFE_TAG.split(html)
    texts, tags = pieces[::2], pieces[1::2]
    spaces = (_AROUND.get(tag, "") for tag in tags)
    return unescape("".join(chain.from_iterable(zip_longest(texts, spaces, fillvalue=""))))
