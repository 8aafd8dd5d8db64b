"""A page that tells an opening in German alone is read by its labels and headings."""

import pytest

from stellenbund.domain.record import RawPlace
from stellenbund.scraping.page import Page
from stellenbund.scraping.readers.german_page import read_german_page

URL = "https://www.musterstadt.example/ausbildung/koch"
FULL = """<body><nav>Start: <a href=/>Rathaus</a></nav><main>
<h1>Koch/Köchin (m/w/d)</h1>
<dl><dt>Ausbildungsbeginn</dt><dd>1. August 2027</dd><dt>Ausbildungsdauer</dt><dd>3 Jahre</dd>
<dt>Kennziffer</dt><dd>40/27</dd></dl>
<table><tr><th>Vergütung</th><td>nach TVAöD</td></tr><tr><th>Plätze</th><td>2</td></tr></table>
<p><strong>Bewerbungsschluss:</strong> 31.01.2027</p><p>Einsatzort: Rathaus</p>
<p>Schulabschluss: Hauptschulabschluss nach Klasse 9</p>
<h2>Das bringst du mit</h2><p>Freude am Kochen</p><h2>Wir bieten</h2><ul><li>Essen</li></ul>
</main><footer>Kontakt: Rathaus</footer></body>"""


def test_everything_that_is_labelled_is_found() -> None:
    record = read_german_page(Page(url=URL, text=FULL))
    assert record is not None
    assert record.title == "Koch/Köchin (m/w/d)"
    assert (record.start, record.duration) == ("1. August 2027", "3 Jahre")
    assert (record.reference, record.pay, record.positions) == ("40/27", "nach TVAöD", "2")
    assert record.deadline == "31.01.2027"
    assert record.places == (RawPlace(name="Rathaus"),)
    assert record.certificate == "Hauptschulabschluss nach Klasse 9"
    assert record.profile_html == "<p>Freude am Kochen</p>"
    assert record.benefits_html == "<ul><li>Essen</li></ul>"
    assert "Freude am Kochen" in (record.description_html or "")


def test_the_frame_of_the_page_is_no_part_of_the_opening() -> None:
    record = read_german_page(Page(url=URL, text=FULL))
    assert record is not None
    assert record.contact is None
    assert "<nav>" not in (record.description_html or "")


@pytest.mark.parametrize(
    "label",
    ["Berufsschule", "Hochschule", "Berufsschule / Hochschule", "Berufsschule bzw. Hochschule"],
)
def test_the_partner_school_goes_by_several_names(label: str) -> None:
    text = f"<main><h1>Koch</h1><p>{label}: Berufskolleg Mitte</p><p>Dauer: 3 Jahre</p></main>"
    record = read_german_page(Page(url=URL, text=text))
    assert record is not None
    assert record.partner_school == "Berufskolleg Mitte"


def test_the_surest_label_wins_and_ways_through_the_site_are_none() -> None:
    text = """<main><nav><ol><li>Ort</li><li>Ausbildung</li></ol></nav><ul><li>Start</li>
        <li>Karriere</li></ul><h1>Koch</h1><p>Ausbildungsbeginn: 01.09.2027</p>
        <p>Dauer: 3 Jahre</p></main>"""
    record = read_german_page(Page(url=URL, text=text))
    assert record is not None
    assert (record.start, record.places) == ("01.09.2027", ())


@pytest.mark.parametrize(
    "heading",
    ["Weitere Stellenangebote", "Ähnliche Ausbildungsberufe", "Andere freie Stellen",
     "Das könnte dich auch interessieren"],
)  # fmt: skip
def test_what_stands_beside_other_openings_is_not_this_ones(heading: str) -> None:
    text = f"""<main><h1>Koch</h1><p>Beginn: 01.09.2027</p><p>Dauer: 3 Jahre</p>
        <h2>{heading}</h2><h3>Gärtner</h3><p>Bewerbungsfrist: 31.01.2027</p>
        <a href=/gaertner/bewerben>Jetzt bewerben</a></main>"""
    record = read_german_page(Page(url=URL, text=text))
    assert record is not None
    assert (record.duration, record.deadline, record.apply_url) == ("3 Jahre", None, None)


def test_the_link_to_the_form_is_the_way_to_apply() -> None:
    text = FULL.replace("</main>", "<a href=/bewerben?stelle=7>Zum Bewerbungsformular</a></main>")
    record = read_german_page(Page(url=URL, text=text))
    assert record is not None
    assert record.apply_url == "https://www.musterstadt.example/bewerben?stelle=7"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<p>Beginn: 01.09.2027</p><p>Dauer: 3 Jahre</p>",
        "<h1> </h1><p>Beginn: 01.09.2027</p><p>Dauer: 3 Jahre</p>",
        "<h1>Ausbildung</h1><p>Beginn: 01.09.2027</p>",
        "<h1>Ausbildung</h1><p>Beginn: 01.09.2027</p><p>Beginn: 01.08.2027</p>",
        "<h1>Rathaus</h1><p>Öffnungszeiten: 8 bis 12 Uhr</p>",
    ],
)
def test_a_heading_alone_or_a_single_label_proves_nothing(text: str) -> None:
    assert read_german_page(Page(url=URL, text=text)) is None
