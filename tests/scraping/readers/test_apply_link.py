"""The way to apply is found by what a link says, and taken for no other link."""

import pytest

from stellenbund.scraping.page import Page
from stellenbund.scraping.readers.apply_link import apply_link

URL = "https://karriere.musterstadt.example/stelle/7"
FORM = "https://karriere.musterstadt.example/bewerben?stelle=7"


def found_in(html: str) -> str | None:
    page = Page(url=URL, text=html)
    return apply_link(page.root.iter(), page)


@pytest.mark.parametrize(
    "said",
    [
        "Jetzt bewerben",
        "Online bewerben",
        "Jetzt online bewerben!",
        "Bewerben",
        "Hier bewerben »",
        "Zum Bewerbungsformular",
        "Zur Online-Bewerbung",
        "Zum Bewerbungs&shy;portal",
        "Online-Bewerbung starten",
        "Bewerbung abschicken",
        "Bewirb dich jetzt",
        "→ <span>Jetzt</span> <b>bewerben</b>",
        "Jetzt bewerben (öffnet neues Fenster)",
        "<svg></svg>",
    ],
)
def test_a_link_that_asks_to_apply_is_the_way_to_apply(said: str) -> None:
    link = f'<a href="/bewerben?stelle=7" aria-label="Jetzt bewerben">{said}</a>'
    assert found_in(f'<a href="/">Start</a>{link}<a href="/x">Jetzt bewerben</a>') == FORM


@pytest.mark.parametrize(
    "link",
    [
        '<a href="/tipps">Tipps, wie du dich bewerben kannst</a>',
        '<a href="/tipps">Richtig bewerben</a>',
        '<a href="/faq">Häufige Fragen zur Bewerbung</a>',
        '<a href="/datenschutz">Datenschutz bei Bewerbungen</a>',
        '<a href="/frist">Bewerbungsfrist</a>',
        '<a href="#bewerben">Jetzt bewerben</a>',
        '<a href="javascript:bewerben()">Jetzt bewerben</a>',
        '<a href="tel:0521510">Jetzt bewerben</a>',
        '<a href="">Jetzt bewerben</a>',
        '<a href="http://[">Jetzt bewerben</a>',
        "<a>Jetzt bewerben</a>",
        "<button>Jetzt bewerben</button>",
        '<a href="mailto:?subject=Bewerbung&body=https://x.example">Weiterempfehlen</a>',
        '<a href="mailto:?subject=x">Jetzt bewerben</a>',
        '<a href="mailto:auskunft@musterstadt.example">auskunft@musterstadt.example</a>',
    ],
)
def test_any_other_link_is_not(link: str) -> None:
    assert found_in(link) is None


def test_one_may_apply_by_mail_too() -> None:
    asks = '<a href="mailto:personal@musterstadt.example?subject=7">Per E-Mail bewerben</a>'
    assert found_in(asks) == "mailto:personal@musterstadt.example?subject=7"
    box = '<a href="mailto:Bewerbungen@musterstadt.example">Bewerbungen@musterstadt.example</a>'
    assert found_in(box) == "mailto:Bewerbungen@musterstadt.example"
    assert found_in(f'{box}<a href="/bewerben?stelle=7">Jetzt bewerben</a>') == FORM
