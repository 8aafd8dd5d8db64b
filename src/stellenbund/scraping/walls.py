"""Walls: pages that answer with 200 and are not the page: challenges, logins, maintenance."""

import re
from dataclasses import dataclass

from stellenbund.domain.run import Outcome
from stellenbund.scraping.errors import FetchError
from stellenbund.scraping.markup import plain
from stellenbund.scraping.page import Page
from stellenbund.scraping.refreshes import sent_to

_SHORT = 1_500
"""Characters of visible text up to which a page may be nothing but a wall."""

_SHORT_FORM = 600
"""Characters up to which a password field makes the page a login; portals have one in a corner."""

_LOOKED_AT = 200_000
"""Characters of the document in which the marks of a protection service are looked for."""

_CHALLENGES = (
    "cf-chl-",
    "_cf_chl_opt",
    "cf-browser-verification",
    "/_incapsula_resource?",
    "px-captcha",
    "perimeterx",
    "geo.captcha-delivery.com",
    "awswafcookiedomainlist",
    "gokuprops",
    "awswafintegration",
    "ddos-guard/js-challenge",
    "anubis_challenge",
    "techaro.lol",
    "slowaes.decrypt",
    "errors.edgesuite.net",
    "sucuri_cloudproxy",
    "requested url was rejected. please consult with your administrator",
)
"""What the protection services leave in their own pages, and in no page that is let through."""

_AKAMAI = re.compile(r"akamai[^<]{0,40}reference #")


@dataclass(frozen=True, slots=True)
class Wall:
    """A sort of page: how its heading or short text reads, and what it means for the run."""

    heading: re.Pattern[str]
    text: re.Pattern[str] | None
    outcome: Outcome
    reason: str


def _words(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


WALLS = (
    Wall(
        _words(
            r"just a moment",
            r"^einen moment",
            r"attention required",
            r"access (?:to this page has been )?denied",
            r"^(?:zugriff|zugang) (?:verweigert|gesperrt|blockiert)",
            r"^(?:403|401|forbidden|unauthorized)\b",
            r"are you (?:a )?(?:human|robot)",
            r"(?:you.re|you are) not a bot",
            r"(?:sind sie|ich bin|sie) (?:k?ein) (?:roboter|bot|mensch)",
            r"captcha",
            r"(?:bot|browser|sicherheits|security)[- ]?(?:überprüfung|prüfung|check|verifi\w+)",
            r"verify you are human",
            r"request (?:blocked|rejected|unsuccessful)",
            r"^pardon our interruption",
            r"ungewöhnliche[nr]? (?:datenverkehr|aktivität)",
        ),
        _words(
            r"checking (?:if the site connection is secure|your browser)",
            r"(?:ihr|ihren|ihres) browsers? wird (?:gerade )?(?:über)?prüft",
            r"bestätigen sie,? dass sie (?:ein mensch|kein roboter)",
            r"unusual traffic|ungewöhnlich viele anfragen",
            r"(?:enable|aktivieren sie(?: bitte)?) javascript (?:and|und) cookies",
            r"ihre ip-adresse (?:wurde|ist) (?:vorübergehend )?gesperrt",
        ),
        Outcome.BLOCKED,
        "zeigt statt der Seite eine Sicherheitsprüfung.",
    ),
    Wall(
        _words(
            r"cookies? (?:erforderlich|aktivieren|zustimmen|akzeptieren|required|deaktiviert)",
            r"^(?:ihre )?(?:cookie|datenschutz|privatsphäre)[- ]?einstellungen?$",
            r"cookies? (?:are|sind) (?:disabled|deaktiviert)",
            r"^wir (?:verwenden|nutzen) cookies",
            r"mit werbung weiterlesen|consent erforderlich|einwilligung erforderlich",
        ),
        _words(
            r"(?:akzeptieren|aktivieren|erlauben) sie(?: bitte)?(?: die| alle)? cookies,? um",
            r"(?:um|damit) .{0,80}(?:müssen|muss|bitte) .{0,60}cookies .{0,40}"
            r"(?:akzeptieren|aktivieren|zustimmen|erlauben)",
            r"please enable cookies|cookies must be enabled",
        ),
        Outcome.BLOCKED,
        "zeigt statt der Seite eine Cookie-Abfrage.",
    ),
    Wall(
        _words(
            r"^(?:bitte )?(?:anmelden|anmeldung|einloggen|log[- ]?in|sign in|single sign-on)\b",
            r"\b(?:anmeldung erforderlich|bitte melden sie sich an|session expired)\b",
            r"\bsitzung (?:ist )?abgelaufen",
        ),
        _words(r"(?:bitte )?melden sie sich (?:zuerst |bitte )?an,? um"),
        Outcome.BLOCKED,
        "verlangt eine Anmeldung.",
    ),
    Wall(
        _words(
            r"(?:seite|inhalt|dokument|page|file) (?:wurde )?(?:leider )?(?:nicht|not) "
            r"(?:gefunden|vorhanden|found)",
            r"^(?:fehler )?404\b|\b404$",
            r"(?:seite|adresse) (?:existiert|gibt es) nicht(?: mehr)?",
            r"domain (?:is|steht) (?:for sale|zum verkauf)|domain parking|geparkte domain",
        ),
        None,
        Outcome.MOVED,
        "meldet, dass es die Seite nicht mehr gibt.",
    ),
    Wall(
        _words(
            r"wartung(?:sarbeiten|smodus|sfenster|sseite)?\b",
            r"\bmaintenance\b",
            r"vorübergehend nicht (?:erreichbar|verfügbar)",
            r"(?:derzeit|momentan|zurzeit|zur zeit) nicht (?:erreichbar|verfügbar)",
            r"(?:bad gateway|service unavailable|internal server error|gateway timeout)",
            r"^(?:50[0234]|fehler|oops|ups|error)\b",
            r"wir sind (?:gleich|bald) (?:wieder )?(?:für sie )?(?:zurück|da)",
            r"technische[rn]? (?:störung|fehler|problem)",
        ),
        _words(r"(?:wegen|aufgrund) (?:von |geplanter |dringender )*wartungsarbeiten"),
        Outcome.FAILED,
        "meldet eine Störung oder Wartung.",
    ),
    Wall(
        _words(
            r"\b(?:wir sind|(?:ist|sind) (?:auf|auf ein|in) .{0,40}) ?umgezogen",
            r"\b(?:seite|portal|stellenmarkt|karriereseite|webseite|website|adresse)"
            r"(?: .{0,20})? (?:ist|sind|hat sich|wurde) .{0,30}?"
            r"(?:umgezogen|geändert|verschoben|abgeschaltet|eingestellt)",
            r"^umgezogen\b|(?:has|have) moved\b|^(?:30[1278] )?moved (?:permanently|temporarily)",
        ),
        _words(
            r"\b(?:wir sind|(?:seite|portal|stellenmarkt|webseite|website)(?: .{0,30})? ist) "
            r"(?:.{0,30} )?umgezogen",
        ),
        Outcome.MOVED,
        "meldet, dass die Seite umgezogen ist.",
    ),
)


def check(page: Page) -> None:
    """Let a real page pass; what shows much text is one, whatever its scripts mention.

    Raises:
        FetchError: *page* is a wall; blocked, failed or moved.
    """
    if "html" not in page.content_type:
        return
    if page.tree.shows_more_than(2 * _SHORT):
        return
    if is_challenge(page.text):
        raise _refused(page, WALLS[0])
    text = plain(page.tree.body) or ""
    if len(text) > _SHORT:
        return
    headings = [plain(each) or "" for each in page.root.iter("title", "h1")]
    for wall in WALLS:
        if any(wall.heading.search(each) for each in headings) or _reads(wall, text):
            raise _refused(page, wall)
    if host := sent_to(page):
        raise FetchError(Outcome.MOVED, f"{page.url} schickt Besucher weiter zu {host}.")
    if len(text) <= _SHORT_FORM and _asks_for_password(page):
        raise _refused(page, WALLS[2])


def _asks_for_password(page: Page) -> bool:
    return any((tag.get("type") or "").lower() == "password" for tag in page.root.iter("input"))


def is_challenge(document: str) -> bool:
    """Say whether *document* is a protection service's own page."""
    text = document[:_LOOKED_AT].lower()
    return any(mark in text for mark in _CHALLENGES) or _AKAMAI.search(text) is not None


def _reads(wall: Wall, text: str) -> bool:
    """Say whether a short page's text gives the wall away."""
    return wall.text is not None and wall.text.search(text) is not None


def _refused(page: Page, wall: Wall) -> FetchError:
    return FetchError(wall.outcome, f"{page.url} {wall.reason}")
