"""html_cards takes what is declared from each card, and what the page says about the list."""

from stellenbund.domain.record import RawPlace, RawRecord
from stellenbund.scraping.page import Page
from stellenbund.scraping.readers.html_cards import html_cards
from stellenbund.scraping.scraper import Follow, NoOpenings, Total, Unreadable
from stellenbund.scraping.selectors import above, attribute, constant, html, labelled, text

URL = "https://karriere.musterstadt.example/ausbildung"
READ = html_cards(
    card="article.stelle",
    next_page="a[rel=next]",
    no_openings="p:-soup-contains('keine Stellen')",
    total="p.treffer",
    section=above("h2"),
    reference=attribute("data-nr"),
    title=text("h3"),
    url=attribute("href", of="a.mehr"),
    apply_url=attribute("href", of="a.bewerben"),
    description_html=html("div.text"),
    start=labelled("Beginn"),
    place=labelled("Ort"),
    postcode=labelled("PLZ"),
    employer=constant("Stadt Musterstadt"),
)


def page(body: str) -> Page:
    return Page(url=URL, text=body)


def test_a_card_becomes_a_record() -> None:
    body = """<h2>Grün</h2><article class="stelle neu" data-nr="G-1"><h3>Gärtner/in</h3>
        <a class=mehr href="stelle/1">mehr</a><a class=bewerben href="mailto:a@b.example">x</a>
        <div class=text><p>Du <b>gräbst</b>.</p></div><p>Beginn: 01.09.2027</p>
        <p><b>Ort:</b> Musterstadt <b>PLZ:</b> 01067</p></article>"""
    assert list(READ(page(body))) == [
        RawRecord(
            page=URL,
            section="Grün",
            reference="G-1",
            title="Gärtner/in",
            url="https://karriere.musterstadt.example/stelle/1",
            apply_url="mailto:a@b.example",
            description_html="<p>Du <b>gräbst</b>.</p>",
            start="01.09.2027",
            places=(RawPlace(name="Musterstadt", postcode="01067"),),
            employer="Stadt Musterstadt",
        )
    ]


def test_each_card_stands_under_the_heading_before_it() -> None:
    one = "<article class=stelle><h3>{}</h3></article>"
    body = f"{one}<h2>A</h2>{one}{one}<h2>B</h2>{one}".replace("{}", "x")
    assert [each.section for each in READ(page(body))] == [None, "A", "A", "B"]  # type: ignore[union-attr]


def test_a_card_within_a_card_is_not_another_opening() -> None:
    body = "<article class=stelle><h3>a</h3><article class=stelle><h3>b</h3></article></article>"
    (record,) = READ(page(body))
    assert isinstance(record, RawRecord)
    assert record.title == "a"


def test_a_card_without_title_is_there_but_unreadable() -> None:
    body = "<article class=stelle data-nr=7>Neu!</article><article class=stelle>Alt!</article>"
    found = list(READ(page(body)))
    assert [each.reference for each in found if isinstance(each, Unreadable)] == ["7", "Alt!"]
    assert found[0].finding.rule == "opening.no_title"  # type: ignore[union-attr]


def test_the_page_tells_its_total_its_next_page_and_that_it_is_empty() -> None:
    body = '<p class=treffer>Ergebnis: 1.204 Treffer, 3 Seiten</p><a rel=next href="?p=2">></a>'
    assert list(READ(page(body))) == [Total(1_204), Follow(URL + "?p=2")]
    empty = "<p>Zurzeit haben wir keine Stellen frei.</p>"
    assert list(READ(page(empty))) == [NoOpenings("Zurzeit haben wir keine Stellen frei.")]


def test_a_page_with_nothing_gives_nothing() -> None:
    assert list(READ(page(""))) == []
    assert list(READ(page("<p class=treffer>viele</p><a rel=next>weiter</a>"))) == []
