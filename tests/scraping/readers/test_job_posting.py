"""job_posting reads whatever syntax a page tells its openings in, and says when it tells none."""

from pathlib import Path

import pytest

from stellenbund.domain.record import RawPlace, RawRecord
from stellenbund.scraping.page import Page
from stellenbund.scraping.readers.job_posting import job_posting
from stellenbund.scraping.scraper import Follow, NoOpenings, Skipped, Total, Unreadable, Yield

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


def test_a_sitemap_leads_to_the_openings_in_it_and_an_index_to_sitemaps() -> None:
    read = job_posting(sitemap=r"/stelle/\d+$")
    text = """<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><urlset xmlns="x">
        <url><loc> https://a.test/stelle/1 </loc></url><url><loc>https://a.test/rathaus</loc></url>
        <url><loc><![CDATA[https://a.test/stelle/2]]></loc><lastmod>2026</lastmod></url>
        <url><loc>https://a.test/?a=1&amp;b=/stelle/3</loc></url><url><loc>https://a.te"""
    follows = [each for each in read(page(text)) if isinstance(each, Follow)]
    assert [each.url for each in follows] == [
        "https://a.test/stelle/1",
        "https://a.test/stelle/2",
        "https://a.test/?a=1&b=/stelle/3",
    ]
    assert all(each.is_opening and each.read for each in follows)
    index = "<sitemapindex><sitemap><loc>https://a.test/s.xml.gz</loc></sitemap></sitemapindex>"
    (follow,) = read(page(index))
    assert isinstance(follow, Follow)
    assert (follow.url, follow.is_opening) == ("https://a.test/s.xml.gz", False)
    assert follow.read == read


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
