"""Pages that answer with 200 and are not the page, and pages that only look like it."""

import pytest

from stellenbund.domain.run import Outcome
from stellenbund.scraping.errors import FetchError
from stellenbund.scraping.page import Page
from stellenbund.scraping.walls import check

NAVIGATION = "<nav>" + "<a href=/x>Rathaus und Politik</a> " * 40 + "</nav>"
LONG = "<p>" + "Die Stadt bildet in vielen Berufen aus und freut sich auf dich. " * 40 + "</p>"


def titled(title: str, text: str = "") -> str:
    """Return a short page with a title, the same heading and a text."""
    return f"<title>{title}</title><h1>{title}</h1><p>{text}</p>"


BLOCKED = (
    "<title>Just a moment...</title><div class='cf-browser-verification'></div>" + LONG,
    "<title>x</title><script>window._cf_chl_opt={}</script>" + LONG,
    titled("Attention Required! | Cloudflare"),
    titled("Access denied", "Error 1020"),
    titled("Access Denied", "You don't have permission to access this. Reference #18.2f"),
    titled("Zugriff verweigert", "Ihre Anfrage wurde abgelehnt."),
    titled("Zugang gesperrt"),
    titled("403 Forbidden", "nginx"),
    titled("401 Unauthorized"),
    titled("Request Rejected", "The requested URL was rejected. Please consult with your "
           "administrator. Your support ID is: 1234"),
    titled("Stadt", "The requested URL was rejected. Please consult with your administrator."),
    "<iframe src='/_Incapsula_Resource?SWUDNSAI=31'></iframe>",
    "<script src='https://geo.captcha-delivery.com/captcha/'></script>",
    "<div id='px-captcha'></div>",
    "<script>window.gokuProps = {}</script>",
    "<script src='/.ddos-guard/js-challenge/'></script>" .replace("/.ddos", "/ddos"),
    "<script id='anubis_challenge' type='application/json'>{}</script>",
    titled("Making sure you're not a bot!"),
    titled("Sind Sie ein Mensch?"),
    titled("Sicherheitsüberprüfung"),
    titled("Browser-Überprüfung", "Bitte warten"),
    titled("Captcha"),
    titled("Bitte lösen Sie das Captcha"),
    titled("Pardon Our Interruption"),
    titled("Einen Moment bitte"),
    titled("Stadt", "Ihr Browser wird überprüft, bevor Sie weitergeleitet werden."),
    titled("Stadt", "Bitte bestätigen Sie, dass Sie kein Roboter sind."),
    titled("Stadt", "Aktivieren Sie bitte JavaScript und Cookies, um fortzufahren."),
    titled("Stadt", "Ihre IP-Adresse wurde vorübergehend gesperrt."),
    titled("Stadt", "Unusual traffic from your computer network"),
    titled("Cookies erforderlich"),
    titled("Cookies sind deaktiviert"),
    titled("Cookie-Einstellungen", "Notwendig Statistik Alle akzeptieren"),
    titled("Wir verwenden Cookies"),
    titled("Datenschutzeinstellungen"),
    titled("Stadt", "Bitte akzeptieren Sie Cookies, um fortzufahren."),
    titled("Stadt", "Um diese Seite zu sehen, müssen Sie der Verwendung von Cookies zustimmen."),
    titled("Anmelden", "<form><input name=u><input type=password></form>"),
    titled("Login"),
    titled("Ihre Sitzung ist abgelaufen"),
    titled("Bewerbungsportal", "Bitte melden Sie sich an, um fortzufahren."),
    titled("Portal", "<input type=password>"),
)  # fmt: skip
FAILED = (
    titled("Wartungsarbeiten"),
    titled("Stadt – Wartung"),
    titled("Down for maintenance"),
    titled("Vorübergehend nicht erreichbar"),
    titled("Unser Portal ist derzeit nicht verfügbar"),
    titled("502 Bad Gateway"),
    titled("Fehler", "Es ist etwas schiefgelaufen."),
    titled("Technische Störung"),
    titled("Stadt", "Wegen geplanter Wartungsarbeiten ist das Portal nicht zu erreichen."),
)
MOVED = (
    titled("Seite nicht gefunden"),
    titled("404"),
    titled("Fehler 404"),
    titled("Page not found"),
    titled("Die Seite existiert nicht mehr"),
    titled("Diese Domain steht zum Verkauf"),
    titled("Wir sind umgezogen!"),
    titled("Stadt", "Wir sind umgezogen: Sie finden uns jetzt auf dem neuen Portal."),
    titled("Stadt", "Unser Stellenmarkt ist auf eine neue Plattform umgezogen."),
    titled("Unsere Karriereseite hat sich geändert"),
    titled("301 Moved Permanently", "nginx"),
    titled("Umgezogen"),
    titled("Stadt", "<meta http-equiv='Refresh' content='5; URL=https://neu.example/stellen'>"),
    "<meta http-equiv=refresh content='0;https://neu.example/'><title>Stadt</title>",
)
REAL = (
    titled("Ausbildung bei der Stadt", LONG),
    titled("Ausbildung", "Zurzeit sind keine Ausbildungsplätze ausgeschrieben."),
    titled("Stellenangebote", "Login für Beschäftigte · Gärtner/in (m/w/d) 01.09.2027"),
    "<div class=cookie><h2>Wir verwenden Cookies</h2>Alle akzeptieren</div>"
    + titled("Ausbildung", "Gärtner/in (m/w/d)"),
    titled("Gärtner/in (m/w/d)", "Bewerbung bis 31.01.2027. Ihr Konto: "
           "<input type=password>" + NAVIGATION),
    titled("Fachkraft für Schutz und Sicherheit", "Du prüfst, wer ein Gebäude betritt."),
    titled("Anlagenmechaniker/in", "Wartung und Reparatur von Heizungen."),
    titled("Fachinformatiker/in", "Du richtest Captchas und Cookies für unsere Portale ein."),
    titled("Industriemechaniker/in", "Du übernimmst Wartungsarbeiten an Maschinen."),
    titled("Wartungsarbeiten", LONG),
    titled("Umzugshelfer/in", "Du hilfst Familien, die umgezogen sind."),
    titled("Fachkraft für Möbel-, Küchen- und Umzugsservice (m/w/d)"),
    titled("Ausbildung", "Das Amt für Bildung ist im Mai in die Parkstraße 3 gezogen."),
    titled("Stellen", "<meta http-equiv=refresh content='300'>"),
    titled("Stellen", "<meta http-equiv=refresh content='600; url=https://neu.example/'>"),
    titled("Stellen", "<meta http-equiv=refresh content='0; url=/stellen?cookie=1'>"),
    titled("Stellen", "<meta http-equiv=refresh content='0; url=https://www.karriere.stadt.test'>"),
    titled("Stellen", "<meta http-equiv=refresh content='bald'>"),
    "",
)  # fmt: skip


def html(text: str) -> Page:
    return Page(url="https://karriere.stadt.test/", text=text)


@pytest.mark.parametrize(
    ("outcome", "text"),
    [
        *((Outcome.BLOCKED, text) for text in BLOCKED),
        *((Outcome.FAILED, text) for text in FAILED),
        *((Outcome.MOVED, text) for text in MOVED),
    ],
)
def test_a_wall_is_recognised_with_its_outcome(outcome: Outcome, text: str) -> None:
    with pytest.raises(FetchError) as caught:
        check(html(text))
    assert caught.value.outcome is outcome
    assert caught.value.reason.startswith("https://karriere.stadt.test/ ")


@pytest.mark.parametrize("text", REAL)
def test_a_real_page_passes(text: str) -> None:
    check(html(text))


def test_what_shows_much_is_no_challenge_whatever_its_scripts_mention() -> None:
    mark = "<script>window.x = 'px-captcha';</script>"
    check(html(f"<p>{'Du pflegst Bäume. ' * 200}</p>{mark}"))
    with pytest.raises(FetchError):
        check(html(f"<p>Du pflegst Bäume.</p>{mark}"))


def test_what_is_no_html_is_not_judged() -> None:
    check(Page(url="https://x.test/", text='{"title": "Login"}', content_type="application/json"))
