"""job_posting reads whatever syntax a page tells its openings in, and says when it tells none."""

from pathlib import Path

import pytest

from stellenbund.domain.delivery import Delivery
from stellenbund.domain.record import RawPlace, RawRecord
from stellenbund.domain.run import Outcome
from stellenbund.scraping.crawl import crawl
from stellenbund.scraping.errors import FetchError
from stellenbund.scraping.page import Page, Request
from stellenbund.scraping.readers.job_posting import job_posting
from stellenbund.scraping.scraper import (
    Follow,
    NoOpenings,
    Reader,
    Site,
    Skipped,
    Total,
    Unreadable,
    Yield,
)

FIXTURES = Path(__file__).parents[1] / "fixtures" / "jsonld"
URL = "https://karriere.musterstadt.example/ausbildung/"


def page(text: str, url: str = URL) -> Page:
    return Page(url=url, text=text)


def fixture(name: str) -> Page:
    return page((FIXTURES / name).read_text(encoding="utf-8"), URL + name)


def records(found: list[Yield]) -> list[RawRecord]:
    return [each for each in found if isinstance(each, RawRecord)]


def one(name: str) -> RawRecord:
    (record,) = records(list(job_posting()(fixture(name))))
    return record


def read(text: str) -> list[RawRecord]:
    return records(list(job_posting()(page(text))))


def told(*postings: str) -> str:
    """Return JSON-LD of postings, each given by its further properties."""
    nodes = ",".join(f'{{"@type": "JobPosting", {each}}}' for each in postings)
    return f'<script type="application/ld+json">[{nodes}]</script>'


def crawled(read: Reader, **pages: str) -> Delivery:
    """Crawl pages by path from the one called *start*; all others are gone."""

    def fetch(request: Request) -> Page:
        name = request.url.removeprefix(URL) or "start"
        if name not in pages:
            raise FetchError(Outcome.MOVED, "weg", is_gone=True)
        return page(pages[name], request.url)

    return crawl(Site(start=URL, read=read), fetch)


def test_a_posting_with_all_its_parts() -> None:
    record = one("graph.html")
    assert record == RawRecord(
        page=URL + "graph.html",
        url=URL + "graph.html",
        reference="4711",
        title="Forstwirtin (m/w/d)",
        kind="Praktikum",
        working_time="Vollzeit",
        employer="Stadt Musterstadt",
        org_unit="Grünflächenamt",
        start="sofort",
        places=(
            RawPlace(
                name="Musterstadt",
                street="Bauweg 1",
                postcode="45999",
                latitude="51.5",
                longitude="7.25",
            ),
        ),
    )


def test_microdata_is_read_with_its_nested_items() -> None:
    record = one("microdata.html")
    assert record.title == "Brandmeisteranwärter/in (m/w/d)"
    assert record.reference == "2026-77"
    assert record.url == "https://karriere.musterstadt.example/job/77"
    assert (record.posted, record.deadline) == ("Mon Jul 13 00:00:00 UTC 2026", "2026-12-31")
    assert record.employer == "Stadt Musterstadt"
    assert record.places == (
        RawPlace(name="Musterstadt", postcode="45999"),
        RawPlace(name="Feuerwache 2, Musterstadt"),
    )
    assert record.pay == "1500,50 EUR pro Monat"
    assert record.certificate == "Hauptschulabschluss abgeschlossene Lehre"
    assert "<b>Brände</b>" in (record.description_html or "")


def test_a_mailbox_is_told_without_the_link_around_it() -> None:
    (record,) = read("""<main itemscope itemtype=JobPosting><h1 itemprop=title>Koch</h1>
        <p itemprop=applicationContact itemscope><a itemprop=email
        href="mailto:ausbildung@musterstadt.example?subject=Koch">Schreib uns</a>
        <a itemprop=telephone href="tel:+49%20521%20510">Ruf an</a></p></main>""")
    assert record.contact == "E-Mail: ausbildung@musterstadt.example, Telefon: +49 521 510"


@pytest.mark.parametrize(
    ("name", "contact"),
    [
        ("Erika Beispiel", "E-Mail: ausbildung@musterstadt.example"),
        ("Team Ausbildung", "E-Mail: ausbildung@musterstadt.example, Telefon: 0521 51-2345"),
    ],
)
def test_the_telephone_beside_a_person_s_name_is_hers(name: str, contact: str) -> None:
    (record,) = read(f"""<main itemscope itemtype=JobPosting><h1 itemprop=title>Koch</h1>
        <p itemprop=applicationContact itemscope><b itemprop=name>{name}</b>
        <a itemprop=email href="mailto:ausbildung@musterstadt.example">Schreib uns</a>
        <i itemprop=telephone>0521 51-2345</i></p></main>""")
    assert record.contact == contact


def test_rdfa_is_read_too() -> None:
    record = one("rdfa.html")
    assert (record.title, record.employer) == ("Florist/in", "Stadt Musterstadt")
    assert record.description_html == "Du <em>bindest</em> Sträuße."


def test_one_opening_in_several_syntaxes_counts_once() -> None:
    record = one("all_syntaxes.txt")
    assert (record.title, record.deadline) == ("Fachangestellte/r für Bäderbetriebe", "2027-02-28")


def test_several_postings_of_one_title_stay_several() -> None:
    found = records(list(job_posting()(fixture("list.html"))))
    assert [each.reference for each in found] == ["K-1", "K-2", "K-3"]
    assert found[0].url == "https://karriere.musterstadt.example/stelle/1"


def test_nulls_and_empty_texts_are_nothing() -> None:
    assert one("nulls.html") == RawRecord(
        page=URL + "nulls.html",
        url=URL + "nulls.html",
        title="Gärtner/in",
        places=(RawPlace(name="Musterstadt", postcode="01067"),),
    )


def test_requirements_come_as_text_or_as_credentials() -> None:
    record = one("credential.txt")
    assert record.certificate == "Fachhochschulreife"
    assert record.requirements == "3 Monate Berufserfahrung"
    assert record.profile_html == "Abitur Mathematik"


def test_a_name_stands_for_a_missing_title() -> None:
    record = one("name_only.txt")
    assert record.title == "Praktikum im Stadtarchiv"
    assert record.labelled == (("applicantLocationRequirements", "Deutschland"),)


def test_pay_is_written_as_a_german_reader_would() -> None:
    found = records(list(job_posting()(fixture("salaries.jsonld"))))
    assert {each.title: each.pay for each in found} == {
        "Zahl": "1368,26 EUR",
        "Text": "nach TVAöD",
        "Betrag": "1368,20 EUR pro Monat",
        "Spanne": "1368,26 bis 1464,02 EUR pro Monat",
        "Flach": "1400 EUR pro Jahr",
        "Liste": "1368 EUR, 1418 EUR",
        "Gleich": "1300 EUR",
        "Leer": None,
        "Wahrheit": None,
    }


def test_what_is_no_posting_is_named() -> None:
    (found,) = job_posting()(fixture("programs.txt"))
    assert found.rule == "job_posting.none"  # type: ignore[union-attr]
    assert "Occupation" in found.message  # type: ignore[union-attr]
    assert "WorkBasedProgram" in found.message  # type: ignore[union-attr]


def test_a_page_without_structure_is_read_by_its_german_labels() -> None:
    text = """<main><h1>Tischler/in (m/w/d)</h1><p>Beginn: 01.09.2027</p>
        <p>Bewerbungsfrist: 31.01.2027</p><h2>Deine Aufgaben</h2><p>Hobeln</p></main>"""
    (record,) = job_posting()(page(text))
    assert isinstance(record, RawRecord)
    assert (record.title, record.start) == ("Tischler/in (m/w/d)", "01.09.2027")
    assert (record.deadline, record.tasks_html) == ("31.01.2027", "<p>Hobeln</p>")
    assert record.url == URL


LABELLED = """<main><h1>Koch/Köchin</h1><dl><dt>Ausbildungsdauer</dt><dd>3 Jahre</dd>
    <dt>Berufsschule</dt><dd>Berufskolleg Mitte</dd><dt>Bewerbungsfrist</dt><dd>31.01.2027</dd>
    <dt>Wochenarbeitszeit</dt><dd>39 Stunden</dd><dt>Plätze</dt><dd>2</dd>
    <dt>Schulabschluss</dt><dd>Hauptschulabschluss</dd><dt>Ausbildungsort</dt><dd>Bauhof</dd></dl>
    <a href=bewerben>Jetzt bewerben</a><h2>Ihre Aufgaben</h2><p>Kochen</p></main>"""


def test_what_json_ld_leaves_open_is_read_from_the_labels_beside_it() -> None:
    (record,) = read(told('"title": "Koch (m/w/d)", "validThrough": "2027-02-28"') + LABELLED)
    assert (record.title, record.deadline) == ("Koch (m/w/d)", "2027-02-28")
    assert (record.duration, record.partner_school) == ("3 Jahre", "Berufskolleg Mitte")
    assert (record.weekly_hours, record.positions) == ("39 Stunden", "2")
    assert record.certificate == "Hauptschulabschluss"
    assert record.places == (RawPlace(name="Bauhof"),)
    assert record.tasks_html == "<p>Kochen</p>"
    assert record.apply_url == URL + "bewerben"
    assert (record.page, record.url) == (URL, URL)


def test_what_microdata_leave_open_is_read_from_the_labels_beside_them() -> None:
    (record,) = read(f"""<div itemscope itemtype="https://schema.org/JobPosting" role=main>
        <h1 itemprop=title>Koch</h1><p>Bewerbungsschluss: <time itemprop=validThrough
        datetime=2027-02-28>bald</time></p><p>Ausbildungsdauer: 3 Jahre</p>
        <a href=bewerben>Online bewerben</a></div><footer>{LABELLED}</footer>""")
    assert (record.deadline, record.duration) == ("2027-02-28", "3 Jahre")
    assert (record.apply_url, record.partner_school) == (URL + "bewerben", None)


def test_each_of_several_postings_is_completed_by_its_own_part_alone() -> None:
    postings = told('"title": "A", "url": "#a"', '"title": "B", "url": "#b"', '"title": "C"')
    records = read(f"""{postings}<main><h1>Ausbildung</h1><p>Bewerbungsfrist: 1.1.2027</p>
        <article id=a><h2>A</h2><p>Dauer: 2 Jahre</p><a href=x>Bewerben</a></article>
        <article id=b><h2>B</h2><p>Dauer: 3 Jahre</p></article>
        <article itemscope itemtype=JobPosting><h2 itemprop=title>D</h2><p>Dauer: 4 Jahre</p>
        </article></main>""")
    assert [(each.title, each.duration) for each in records] == [
        ("A", "2 Jahre"),
        ("B", "3 Jahre"),
        ("C", None),
        ("D", "4 Jahre"),
    ]
    assert [each.apply_url for each in records] == [URL + "x", None, None, None]
    assert {each.deadline for each in records} == {None}


def test_a_list_page_leads_to_its_openings_and_takes_along_what_it_tells() -> None:
    text = """<script type="application/ld+json">[
        {"@type": "JobPosting", "title": "A", "url": "stelle/1"},
        {"@type": "JobPosting", "title": "Z", "url": "anderswo"}]</script>
        <a class=s href="stelle/1">A</a><a class=s href="stelle/1#x">A</a>
        <a class=s href="stelle/2">B</a><a class=s href="#">C</a><a rel=next href="?p=2">></a>
        <b id=n>2 Stellen</b>"""
    read = job_posting(links="a.s", next_page="a[rel=next]", total="#n")
    found = list(read(page(text)))
    assert [each.title for each in records(found)] == ["Z"]
    follows = [each for each in found if isinstance(each, Follow)]
    assert [each.url.removeprefix(URL) for each in follows] == [
        "stelle/1",
        "stelle/1#x",
        "stelle/2",
        "?p=2",
    ]
    assert follows[0].record is not None
    assert [each.is_opening for each in follows] == [True, True, True, False]
    assert Total(2) in found


def test_a_list_that_says_it_is_empty_is_not_reproached_for_it() -> None:
    read = job_posting(links="a.s", no_openings="p:-soup-contains('keine Ausbildungsplätze')")
    found = list(read(page("<h1>Jobs</h1><p>Zurzeit keine Ausbildungsplätze.</p>")))
    assert found == [NoOpenings("Zurzeit keine Ausbildungsplätze.")]


def test_an_opening_that_is_gone_counts_towards_the_total_of_its_list() -> None:
    delivery = crawled(
        job_posting(links="a", total="b"),
        start="<b>2 Stellen</b><a href=stelle1>A</a><a href=stelle2>B</a>",
        stelle1=told('"title": "Koch"'),
    )
    assert [each.title for each in delivery.records] == ["Koch"]
    assert delivery.trouble is None


def test_a_linked_page_without_an_opening_is_unreadable_not_vanished() -> None:
    (follow,) = job_posting(links="a")(page("<a href=/stelle/1>A</a>"))
    assert isinstance(follow, Follow)
    assert follow.read is not None
    (found,) = follow.read(page("<h1>Rathaus</h1>", "https://a.test/stelle/1"))
    assert isinstance(found, Unreadable)
    assert (found.reference, found.finding.rule) == ("https://a.test/stelle/1", "job_posting.none")


def test_a_posting_without_title_is_unreadable() -> None:
    text = '[{"@type": "JobPosting", "identifier": "7"}, {"@type": "JobPosting", "title": "A"}]'
    found = list(job_posting()(page(text)))
    assert [type(each) for each in found] == [Unreadable, RawRecord]


@pytest.mark.parametrize(
    ("employer", "is_ours"), [("Stadt Musterstadt", True), ("Zoo AG", False), (None, True)]
)
def test_postings_of_other_employers_can_be_skipped(employer: str | None, *, is_ours: bool) -> None:
    name = f', "hiringOrganization": "{employer}"' if employer else ""
    text = f'{{"@type": "JobPosting", "title": "A", "identifier": "7"{name}}}'
    (found,) = job_posting(only="^stadt muster")(page(text))
    assert isinstance(found, RawRecord if is_ours else Skipped)
