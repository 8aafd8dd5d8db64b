"""Links: from what stands in an href or a text to an absolute, harmless address."""

import re
from urllib.parse import SplitResult, parse_qsl, quote, urlencode, urljoin, urlsplit, urlunsplit

from stellenbund.domain.errors import UnreadableTextError
from stellenbund.domain.finding import clip

LONGEST = 2_000
_FORBIDDEN = re.compile(
    r"[\x00-\x20\x7f-\xa0\xad\\<>\"\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\ufff0-\uffff]"
    r"|[\ud800-\udfff]"
)
_MAILBOX = re.compile(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}")
_HOST = re.compile(r"[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?)*\.?")
_NO_HOST = re.compile(r"https?:(?!//[^/?#])", re.IGNORECASE)
_LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_SIGN = "[\\w./:@!$&'()*+,=~%-]"
_USUAL = re.compile(
    rf"https?://{_LABEL}(?:\.{_LABEL})+/{_SIGN}*(?:\?{_SIGN}+)?(?:\#{_SIGN}+)?", re.ASCII
)
"""Absolute addresses that are already what they should be; by far most of them are."""
_PORTS = {"http": 80, "https": 443}
_SESSION = re.compile(
    r"(?:jsessionid|phpsessid|session_?id|aspsessionid\w*|cfid|cftoken)(?:=.*)?"
    r"|sid=(?!\d{1,8}$).*",  # a short number is the id of an opening
    re.IGNORECASE,
)
_SESSION_CUE = re.compile("sess|sid|cfid|cftoken", re.IGNORECASE)
_CAMPAIGN = re.compile(
    r"(?:utm_\w+|mtm_\w+|pk_\w+|gclid|fbclid|msclkid|_ga)(?:=.*)?", re.IGNORECASE
)
_PATH_SESSION = re.compile(r";(?:jsessionid|sid|phpsessid)=[^/;?]*", re.IGNORECASE)


def read_link(text: str, *, base_url: str | None) -> str:
    """Return the absolute http, https or mailto address that *text* stands for.

    >>> read_link("/ausbildung/17?x=1", base_url="https://karriere.example.org/liste")
    'https://karriere.example.org/ausbildung/17?x=1'
    >>> read_link("ausbildung@example.org", base_url=None)
    'mailto:ausbildung@example.org'

    Raises:
        UnreadableTextError: rules ``link.empty``, ``link.characters``, ``link.scheme``,
            ``link.relative``, ``link.userinfo``, ``link.host``, ``link.too_long``.
    """
    if len(text) <= LONGEST and _USUAL.fullmatch(text):
        return text
    address = text.strip().replace("&amp;", "&")
    if not address:
        raise _refusal(text, "empty", "Hier fehlt die Adresse.")
    if _MAILBOX.fullmatch(address):
        return f"mailto:{address}"
    address = re.sub(r"(?<=\S) (?=\S)", "%20", address)
    if _FORBIDDEN.search(address):
        raise _refusal(text, "characters", "Die Adresse enthält Zeichen, die dort nicht stehen.")
    return _checked(_resolved(address, base_url, text), text)


def _refusal(text: str, rule: str, message: str) -> UnreadableTextError:
    return UnreadableTextError(clip(text), f"link.{rule}", message)


def _resolved(address: str, base_url: str | None, text: str) -> SplitResult:
    if address.lower().startswith("www."):
        address = f"https://{address}"
    if _NO_HOST.match(address):
        raise _refusal(text, "host", "In der Adresse fehlt der Name des Servers.")
    try:
        return urlsplit(urljoin(base_url or "", address))
    except ValueError as error:
        raise _refusal(text, "host", "Der Name des Servers in der Adresse ist ungültig.") from error


def _checked(parts: SplitResult, text: str) -> str:
    if parts.scheme == "mailto":
        return _mail(parts, text)
    if not parts.scheme:
        raise _refusal(text, "relative", "Die Adresse ist unvollständig; es fehlt der Server.")
    if parts.scheme not in _PORTS:
        raise _refusal(text, "scheme", "Nur Adressen mit https, http oder mailto sind erlaubt.")
    if "@" in parts.netloc:
        raise _refusal(text, "userinfo", "Die Adresse enthält einen Benutzernamen vor dem Server.")
    link = urlunsplit(
        (
            parts.scheme,
            _host(parts, text),
            _quoted(parts.path) or "/",
            _quoted(parts.query, "?"),
            _quoted(parts.fragment, "?"),
        )
    )
    if len(link) > LONGEST:
        raise _refusal(text, "too_long", f"Die Adresse ist länger als {LONGEST} Zeichen.")
    return link


def _quoted(part: str, more: str = "") -> str:
    return quote(part, safe="/%:@!$&'()*+,;=~-._" + more)


def _host(parts: SplitResult, text: str) -> str:
    """Return host and port; names with umlauts in the ASCII form that browsers send."""
    try:
        name = (parts.hostname or "").encode("idna").decode("ascii").lower()
        port = parts.port
    except ValueError as error:
        raise _refusal(text, "host", "Der Name des Servers in der Adresse ist ungültig.") from error
    if not _HOST.fullmatch(name):
        raise _refusal(text, "host", "Der Name des Servers in der Adresse ist ungültig.")
    return name if port in {None, _PORTS[parts.scheme]} else f"{name}:{port}"


def _mail(parts: SplitResult, text: str) -> str:
    """Return a mailto address with its subject; copies and prepared texts are dropped."""
    if not _MAILBOX.fullmatch(parts.path):
        raise _refusal(text, "mail", "Das ist keine gültige E-Mail-Adresse.")
    subjects = [value for key, value in parse_qsl(parts.query) if key.lower() == "subject"]
    link = f"mailto:{parts.path}"
    return f"{link}?subject={quote(subjects[0][:200])}" if subjects else link


def without_session(url: str) -> str:
    """Return *url* without the session ids that a page wrote into it; all else stays.

    >>> without_session("https://example.org/j;jsessionid=A1?id=7&PHPSESSID=k3v9#top")
    'https://example.org/j?id=7#top'
    """
    if _USUAL.fullmatch(url) and not ("?" in url and _SESSION_CUE.search(url)):
        return url
    parts = urlsplit(url)
    query = "&".join(pair for pair in parts.query.split("&") if not _SESSION.fullmatch(pair))
    return urlunsplit(parts._replace(path=_PATH_SESSION.sub("", parts.path), query=query))


def canonical(url: str) -> str:
    """Return *url* in the form in which two addresses of one page are equal.

    Fragments, session ids and campaign parameters are dropped, parameters sorted.

    >>> canonical("https://Example.org:443/j;jsessionid=A1?utm_source=x&id=7&a=1#top")
    'https://example.org/j?a=1&id=7'
    """
    if not ("?" in url or "#" in url) and _USUAL.fullmatch(url):
        return url
    parts = urlsplit(without_session(url))
    pairs = "&".join(pair for pair in parts.query.split("&") if not _CAMPAIGN.fullmatch(pair))
    query = urlencode(sorted(parse_qsl(pairs, keep_blank_values=True)))
    host = parts.netloc.lower().removesuffix(f":{_PORTS.get(parts.scheme, '')}")
    return urlunsplit((parts.scheme, host, parts.path, query, ""))
