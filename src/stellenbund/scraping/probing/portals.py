"""Portals: the table of the publishing systems that we read, with the marks of each."""

import re

from stellenbund.scraping.css import Css
from stellenbund.scraping.probing import declaring
from stellenbund.scraping.probing.portal import Portal
from stellenbund.scraping.probing.shapes import has_members, is_interamt, is_softgarden

_END = r"(?=[/:?#]|$)"


def _address(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


PORTALS: tuple[Portal, ...] = (
    Portal(
        reader="dvinci",
        declare=declaring.declare_dvinci,
        address=_address(
            rf"//(?!www\.|static\.|api\.|cdn\.)[\w-]+\.dvinci-(?:hr|easy)\.com{_END}",
            r"/jobPublication/list\.json",
        ),
        markup=Css.of("[ng-app^='dvinci.'], meta[name=dvinciVersion]"),
        source=re.compile(r"\bvar\s{1,9}DvinciData\s{0,9}="),
        is_document=has_members("jobOpening", "position"),
    ),
    Portal(
        reader="rexx",
        declare=declaring.declare_rexx,
        address=_address(rf"//[\w.-]+\.rexx-(?:systems|recruitment)\.com{_END}", r"-de-j\d+\.html"),
        markup=Css.of(
            "#joboffer_table_container, .joboffer_container, #joblist_navigator, table#joboffers"
        ),
    ),
    Portal(
        reader="softgarden",
        declare=declaring.declare_softgarden,
        address=_address(
            rf"//[\w-]+\.career\.softgarden\.de{_END}",
            rf"//(?!www\.|api\.|app\.|static\.|cdn\.|matomo\.|certificate\.)"
            rf"[\w-]+\.softgarden\.io{_END}",
            r"/jobs\.feed\.json(?:$|\?)",
        ),
        source=re.compile(
            r"\bcomplete_job_id_list\s{0,9}=|\b(?:tracker|mediaassets)\.softgarden\.de"
            r"|\b(?:matomo|certificate)\.softgarden\.io"
        ),
        is_document=is_softgarden,
    ),
    Portal(
        reader="personio",
        declare=declaring.declare_personio,
        address=_address(rf"//[\w-]+\.jobs\.personio\.(?:de|com){_END}"),
        source=re.compile(r"<workzag-jobs\b"),
    ),
    Portal(
        reader="smartrecruiters",
        declare=declaring.declare_smartrecruiters,
        address=_address(
            r"//(?:jobs|careers)\.smartrecruiters\.com/\w",
            r"//api\.smartrecruiters\.com/v1/companies/\w",
        ),
        is_document=has_members("totalFound", "content"),
    ),
    Portal(
        reader="bite",
        declare=declaring.declare_bite,
        further=declaring.further_bite,
        address=_address(
            rf"//(?:jobs|cs-assets|static)\.b-ite\.com{_END}", rf"\.b-ite\.careers{_END}"
        ),
        markup=Css.of("[data-bite-jobs-api-listing]"),
        is_document=has_members("jobPostings", "page"),
    ),
    Portal(
        reader="successfactors",
        declare=declaring.declare_successfactors,
        address=_address(
            rf"\.jobs2web\.com{_END}",
            r"/tile-search-results/",
            r"/search/\?(?:[^#]*&)?startrow=",
            r"/sitemal\.xml",
        ),
        markup=Css.of(
            ".jobDisplayShell, body.coreCSB, li.job-tile[data-url], [data-careersite-propertyid],"
            " script[src*='/platform/js/j2w/'], script[src*='//rmkcdn.successfactors.'],"
            " link[rel=stylesheet][href*='//rmkcdn.successfactors.']"
        ),
        source=re.compile(r"\bjobRecordsFound\s{0,9}:\s{0,9}parseInt\("),
    ),
    Portal(
        reader="concludis",
        declare=declaring.declare_concludis,
        address=_address(rf"//[\w-]+\.concludis\.de{_END}", r"/prj/(?:lst|shw)/"),
        markup=Css.of(".stellensum, div.stellen.list, span.stellenlink"),
        source=re.compile(r"\bcJobboard\.openJob\("),
    ),
    Portal(
        reader="mein_check_in",
        declare=declaring.declare_mein_check_in,
        address=_address(r"//(?:[\w-]+\.)?mein-check-in\.de/[\w-]"),
        markup=Css.of("li[id^=pg-] a[href*='position-']"),
    ),
    Portal(
        reader="onlyfy",
        declare=declaring.declare_onlyfy,
        address=_address(
            rf"//[\w-]+\.(?:onlyfy\.jobs|onlyfy\.io|jobbase\.io|prescreenapp\.io){_END}"
        ),
        markup=Css.of(
            ".row-table .job-title, iframe#jobFrame[src*='/job/show/'], .pagination-next-container"
        ),
        source=re.compile(r"self\.__next_f\.push\([^<]{0,200}jobsData\\?\":"),
        is_document=has_members("jobs", "totalResults"),
    ),
    Portal(
        reader="umantis",
        declare=declaring.declare_umantis,
        address=_address(
            rf"//recruitingapp-\d+(?:\.\w{{2}})?\.umantis\.com{_END}",
            r"/Vacancies/\d+/Description/\d",
        ),
        markup=Css.of(
            "table-navigation[initial-data-string], [id^=connectortable_], a.HSTableLinkSubTitle"
        ),
        source=re.compile(r"\bglobalUmantisParams\b"),
    ),
    Portal(
        reader="interamt",
        declare=declaring.declare_interamt,
        address=_address(rf"//(?:www\.|api\.)?interamt\.de{_END}"),
        is_document=is_interamt,
        is_shared=True,
    ),
    Portal(
        reader="karriere_nrw",
        declare=declaring.declare_karriere_nrw,
        address=_address(rf"//(?:www\.|api\.)?karriere\.nrw{_END}"),
        is_document=has_members("items", "count", "pages"),
        is_shared=True,
    ),
    Portal(
        reader="service_bund",
        declare=declaring.declare_service_bund,
        address=_address(rf"//(?:www\.)?service\.bund\.de{_END}"),
        is_shared=True,
    ),
    Portal(
        reader="jobsuche",
        declare=declaring.declare_jobsuche,
        address=_address(
            r"//(?:www|rest|jobboerse)\.arbeitsagentur\.de/(?:jobsuche|jobboerse|vamJB)"
        ),
        is_document=has_members("maxErgebnisse"),
        is_shared=True,
    ),
)
"""First the systems that one employer runs, then those that many share."""
