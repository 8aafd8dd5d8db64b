"""Each portal is recognised by its marks, and declared by what they give away."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stellenbund.scraping.page import Page
from stellenbund.scraping.probing.clue import Certainty, Clue
from stellenbund.scraping.probing.look import ranked
from stellenbund.scraping.probing.portals import PORTALS
from stellenbund.scraping.probing.view import View
from stellenbund.scraping.registry import READERS
from tests.scraping.probing.declarations import declared

CITY_PAGE = "https://www.musterstadt.example/karriere"
OWN_HOST = "https://karriere.musterstadt.example/jobs/liste"
OURS = "Stadt Musterstadt"
KEY = "0123456789abcdef0123456789abcdef01234567"

SHOWN = [
    (
        "https://musterstadt.dvinci-hr.com/de/jobs/17/koch",
        'dvinci("https://musterstadt.dvinci-hr.com")',
    ),
    (
        "https://stadt.dvinci-easy.com/portal/azubi/jobPublication/list.json?fields=small",
        'dvinci("https://stadt.dvinci-easy.com/portal/azubi")',
    ),
    (
        "https://musterstadt-portal.rexx-systems.com/stellenangebote.html",
        'rexx("https://musterstadt-portal.rexx-systems.com")',
    ),
    (
        "https://musterstadt-portal.rexx-recruitment.com/",
        'rexx("https://musterstadt-portal.rexx-recruitment.com")',
    ),
    (
        "https://jobs.musterstadt.example/Koch-mwd-de-j17.html?sid=1",
        'rexx("https://jobs.musterstadt.example")',
    ),
    (
        "https://musterstadt.career.softgarden.de/de/",
        'softgarden("https://musterstadt.career.softgarden.de")',
    ),
    (
        "https://musterstadt.softgarden.io/de/vacancies",
        'softgarden("https://musterstadt.softgarden.io")',
    ),
    ("https://musterstadt.jobs.personio.de/job/123?language=de", 'personio("musterstadt")'),
    (
        "https://jobs.smartrecruiters.com/StadtMusterstadt/744-koch",
        'smartrecruiters("StadtMusterstadt")',
    ),
    ("https://careers.smartrecruiters.com/StadtMusterstadt", 'smartrecruiters("StadtMusterstadt")'),
    (
        "https://musterstadt.jobs2web.com/search/?q=",
        'successfactors("https://musterstadt.jobs2web.com")',
    ),
    (
        "https://jobs.musterstadt.example/tile-search-results/?startrow=25",
        'successfactors("https://jobs.musterstadt.example")',
    ),
    (
        "https://jobs.musterstadt.example/stadt/search/?q=&startrow=0",
        'successfactors("https://jobs.musterstadt.example/stadt")',
    ),
    (
        "https://jobs.musterstadt.example/sitemal.xml",
        'successfactors("https://jobs.musterstadt.example/sitemal.xml")',
    ),
    (
        "https://musterstadt.concludis.de/prj/shw/0a_0/9/Koch.htm?b=0",
        'concludis("https://musterstadt.concludis.de")',
    ),
    (
        "https://stellen.musterstadt.example/bewerbung/prj/lst/1/Liste.htm?b=36",
        'concludis("https://stellen.musterstadt.example/bewerbung", board="36")',
    ),
    ("https://www.mein-check-in.de/musterstadt/position-17", 'mein_check_in("musterstadt")'),
    ("https://mein-check-in.de/musterstadt", 'mein_check_in("musterstadt")'),
    (
        "https://karriere.mein-check-in.de/musterstadt/index",
        'mein_check_in("https://karriere.mein-check-in.de/musterstadt")',
    ),
    ("https://musterstadt.onlyfy.jobs/job/abc", 'onlyfy("https://musterstadt.onlyfy.jobs")'),
    (
        "https://musterstadt.onlyfy.io/job/list/a1?format=json",
        'onlyfy("https://musterstadt.onlyfy.io/job/list/a1", hosts=("musterstadt.onlyfy.jobs",))',
    ),
    ("https://musterstadt.jobbase.io/", 'onlyfy("https://musterstadt.jobbase.io")'),
    (
        "https://recruitingapp-5000.de.umantis.com/Vacancies/7/Description/1",
        'umantis("https://recruitingapp-5000.de.umantis.com")',
    ),
    (
        "https://recruitingapp-5000.umantis.com/Jobs/2?lang=ger",
        'umantis("https://recruitingapp-5000.umantis.com/Jobs/2")',
    ),
    (
        "https://recruitingapp-5000.umantis.com/Jobs/All?CompanyID=12&lang=ger",
        'umantis("https://recruitingapp-5000.umantis.com/Jobs/All?CompanyID=12")',
    ),
    (
        "https://www.interamt.de/koop/app/trefferliste?partner=1714",
        'interamt("Stadt Musterstadt", partner="1714")',
    ),
    ("https://www.interamt.de/koop/app/stelle?id=9", 'interamt("Stadt Musterstadt")'),
    ("https://karriere.nrw/stellenausschreibung/9", 'karriere_nrw(authority="Stadt Musterstadt")'),
    (
        "https://www.service.bund.de/IMPORTE/Stellenangebote/9.html",
        'service_bund(employer="Stadt Musterstadt")',
    ),
    (
        "https://www.arbeitsagentur.de/jobsuche/suche?wo=Musterstadt",
        'jobsuche(employer="Stadt Musterstadt", place="Musterstadt")',
    ),
]

MARKED = [
    ("dvinci", '<html ng-app="dvinci.apps.Dvinci">'),
    ("dvinci", '<meta name="dvinciVersion" content="1">'),
    ("dvinci", "<script>var DvinciData = {}</script>"),
    ("rexx", '<article class="joboffer_container"></article>'),
    ("rexx", '<section id="joboffer_table_container" data-count="3"></section>'),
    ("softgarden", "<script>var complete_job_id_list = jobs_selected = [1, 2];</script>"),
    ("softgarden", '<script src="https://tracker.softgarden.de/t.js"></script>'),
    ("successfactors", '<div class="jobDisplayShell"></div>'),
    ("successfactors", '<script src="/platform/js/j2w/min/j2w.core.min.js"></script>'),
    ("successfactors", '<script src="https://rmkcdn.successfactors.com/x.js"></script>'),
    ("concludis", "<div onclick=\"cJobboard.openJob('/x')\">Koch</div>"),
    ("concludis", '<div class="stellensum">3 Stellen gefunden</div>'),
    ("onlyfy", '<div class="row-table"><b class="job-title">Koch</b></div>'),
    ("onlyfy", '<iframe id="jobFrame" src="/job/show/a/full"></iframe>'),
    ("onlyfy", '<script>self.__next_f.push([1,"{\\"jobsData\\":{}}"])</script>'),
    ("umantis", "<script>globalUmantisParams = {}</script>"),
    ("umantis", '<table-navigation initial-data-string="{}"></table-navigation>'),
]

NO_MARK = [
    '<img src="https://rmkcdn.successfactors.com/logo.png">',
    '<a href="https://performancemanager4.successfactors.com/hinweise.pdf">Datenschutz</a>',
    '<a href="https://www.dvinci-hr.com/">d.vinci</a><a href="https://www.softgarden.io/">x</a>',
    '<a href="https://mein-check-in.de/">mein-check-in</a><a href="/jobs.feed.json.html">x</a>',
    '<a href="https://notinteramt.de/koop">x</a><a href="https://interamt.de.example/">x</a>',
    '<a href="/rathaus/stellenangebote.html">Stellenangebote</a><div id="jobList"></div>',
    '<a href="https://www.arbeitsagentur.de/vor-ort">Agentur</a><a href="mailto:a@b-ite.com">x</a>',
]


def clues(text: str, url: str = CITY_PAGE) -> list[Clue]:
    """Return what a page says for each portal."""
    view = View(Page(url=url, text=text), OURS)
    return [clue for portal in PORTALS for clue in portal.clues(view)]


def sources(text: str, url: str = CITY_PAGE) -> list[str]:
    return [clue.call.source() for clue in ranked(clues(text, url)) if clue.call]


@pytest.mark.parametrize(("address", "source"), SHOWN)
def test_a_link_a_frame_and_the_page_itself_give_the_portal_away(address: str, source: str) -> None:
    assert sources(f'<p>Unsere <a href="{address}">Stellen</a></p>') == [source]
    assert sources(f'<iframe src="{address}"></iframe>') == [source]
    assert sources("", address) == [source]


@pytest.mark.parametrize(("address", "source"), SHOWN)
def test_what_is_proposed_can_be_declared(address: str, source: str) -> None:
    (clue,) = ranked(clues("", address))
    assert clue.call is not None
    assert declared(clue.call).starts == clue.call.made().starts
    assert declared(clue.call).reader_name == clue.reader == source.partition("(")[0]


@pytest.mark.parametrize(("reader", "markup"), MARKED)
def test_a_portal_on_the_citys_own_host_is_known_by_its_pages(reader: str, markup: str) -> None:
    assert {clue.reader for clue in clues(markup, OWN_HOST)} == {reader}
    assert sources(markup, OWN_HOST) == [f'{reader}("https://karriere.musterstadt.example")']


@pytest.mark.parametrize("markup", NO_MARK)
def test_what_only_looks_alike_is_none(markup: str) -> None:
    assert clues(markup) == []


def test_a_link_proves_less_than_a_frame_and_least_to_what_many_share() -> None:
    own, shared = "https://a.onlyfy.jobs/", "https://www.interamt.de/koop/app/"
    text = f'<a href="{own}">a</a><a href="{shared}">b</a><iframe src="{own}x"></iframe>'
    assert [(clue.reader, clue.certainty) for clue in clues(text)] == [
        ("onlyfy", Certainty.CERTAIN),
        ("onlyfy", Certainty.LIKELY),
        ("interamt", Certainty.POSSIBLE),
    ]
    assert [clue.reader for clue in ranked(clues(text))] == ["onlyfy", "interamt"]


def test_the_widget_of_d_vinci_names_its_list() -> None:
    address = "https://a.dvinci-hr.com/portal/azubi/jobPublication/list.json"
    text = f'<div class="dvinci-job-widget" data-url=" {address} "></div>'
    assert sources(text) == ['dvinci("https://a.dvinci-hr.com/portal/azubi")']


def test_the_loader_of_concludis_names_its_board() -> None:
    text = """<script src="https://a.concludis.de/loader.js"></script>
        <script>cJobboard.setJobBoard('36')</script>"""
    assert sources(text) == ['concludis("https://a.concludis.de", board="36")']


def test_the_widget_of_bite_leads_to_the_script_that_holds_its_key() -> None:
    (clue,) = clues('<div data-bite-jobs-api-listing="musterstadt:ausbildung"></div>')
    script = "https://cs-assets.b-ite.com/musterstadt/jobs-api/ausbildung.min.js"
    assert (clue.reader, clue.call, clue.further) == ("bite", None, script)
    assert sources(f'var r="{KEY}",c=api.createClient({{key:r}})', script) == [f'bite("{KEY}")']


def test_every_portal_has_a_reader_and_none_is_missing() -> None:
    generic = {"feed", "job_posting", "pdf_notices"}
    assert sorted(portal.reader for portal in PORTALS) == sorted(READERS.keys() - generic)


@given(st.lists(st.sampled_from([each for each, _ in SHOWN] + [each for _, each in MARKED])
                | st.text(max_size=20)))  # fmt: skip
def test_any_page_can_be_looked_at(pieces: list[str]) -> None:
    for clue in clues(" href=".join(pieces)):
        assert clue.place == CITY_PAGE


def test_an_address_of_nothing_is_no_address() -> None:
    text = '<a href="http://[x">a</a><a href="javascript:x">b</a><iframe src=""></iframe><a>c</a>'
    assert View(Page(url=CITY_PAGE, text=text), OURS).addresses == ()
