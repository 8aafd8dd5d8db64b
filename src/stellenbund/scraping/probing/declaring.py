"""Declaring: how the source of each portal is declared by what an address gives away."""

import re
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from stellenbund.scraping.probing.call import Call
from stellenbund.scraping.probing.portal import Spot
from stellenbund.scraping.readers.bite import bite
from stellenbund.scraping.readers.concludis import concludis
from stellenbund.scraping.readers.dvinci import dvinci
from stellenbund.scraping.readers.interamt import interamt
from stellenbund.scraping.readers.jobsuche import jobsuche
from stellenbund.scraping.readers.karriere_nrw import karriere_nrw
from stellenbund.scraping.readers.mein_check_in import mein_check_in
from stellenbund.scraping.readers.onlyfy import onlyfy
from stellenbund.scraping.readers.personio import personio
from stellenbund.scraping.readers.rexx import rexx
from stellenbund.scraping.readers.service_bund import service_bund
from stellenbund.scraping.readers.smartrecruiters import smartrecruiters
from stellenbund.scraping.readers.softgarden import softgarden
from stellenbund.scraping.readers.successfactors import successfactors
from stellenbund.scraping.readers.umantis import umantis

_KEY = re.compile(r"[\"']([0-9a-f]{40})[\"']", re.IGNORECASE)
_LISTING = re.compile(r"data-bite-jobs-api-listing\s*=\s*[\"']([\w.-]+):([\w.-]+)[\"']")
_PORTAL = re.compile(r"https?://[^/?#]+/portal/[^/?#]+")
_BOARD = re.compile(r"set(?:Multi)?JobBoard\(\s*[\"'](\d+)[\"']")
_SEARCH = re.compile(r"(https?://[^/?#]+(?:/[\w-]+)?)/(?:search|job|tile-search-results)/")
_TENANT = re.compile(r"//([\w-]+)\.jobs\.personio\.(?:de|com)", re.IGNORECASE)
_COMPANY = re.compile(
    r"//(?:jobs|careers)\.smartrecruiters\.com/(?:oneclick-ui/company/)?([\w-]+)"
    r"|/v1/companies/([^/?#]+)",
    re.IGNORECASE,
)
_OWN_BOARD = re.compile(r"//([\w-]+\.)?mein-check-in\.de/([\w-]+)", re.IGNORECASE)
_UMANTIS_LIST = re.compile(r"/Jobs/\w+")


def origin(url: str) -> str:
    """Return the first part of an address: its scheme and its host."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def parameter(url: str, name: str) -> str | None:
    """Return what the query of an address says under *name*."""
    return dict(parse_qsl(urlsplit(url).query)).get(name)


def declare_bite(spot: Spot) -> Call | None:
    """Declare the listing whose key stands in its own script, or in the page."""
    key = _KEY.search(spot.view.page.text) if "b-ite" in spot.view.page.text + spot.url else None
    return Call(bite, (key[1],)) if key else None


def further_bite(spot: Spot) -> str | None:
    """Return where the script of the listing stands that the page names."""
    named = _LISTING.search(spot.view.page.text)
    if named is None:
        return None
    return f"https://cs-assets.b-ite.com/{named[1]}/jobs-api/{named[2]}.min.js"


def declare_concludis(spot: Spot) -> Call:
    """Declare the job board that the address names, else the one that the page loads."""
    loaded = _BOARD.search(spot.view.page.text)
    board = parameter(spot.url, "b") or (loaded[1] if loaded else "0")
    portal = origin(spot.url) + urlsplit(spot.url).path.partition("/prj/")[0].rstrip("/")
    shown = portal if "/prj/" in spot.url else origin(spot.url)
    return Call(concludis, (shown,), {} if board == "0" else {"board": board})


def declare_dvinci(spot: Spot) -> Call:
    """Declare the portal, or the one of several under one address."""
    part = _PORTAL.match(spot.url)
    return Call(dvinci, (part[0] if part else origin(spot.url),))


def declare_interamt(spot: Spot) -> Call:
    """Declare the employer, with the partner's number if the address names it."""
    partner = parameter(spot.url, "partner")
    named = partner if partner and partner.isdecimal() else None
    return Call(interamt, (spot.view.employer,), {"partner": named} if named else {})


def declare_jobsuche(spot: Spot) -> Call:
    """Declare the employer in the place that the address names, else in the city of its name."""
    place = parameter(spot.url, "wo") or spot.view.employer.removeprefix("Stadt ")
    return Call(jobsuche, keywords={"employer": spot.view.employer, "place": place})


def declare_karriere_nrw(spot: Spot) -> Call:
    """Declare the employer as an authority."""
    return Call(karriere_nrw, keywords={"authority": spot.view.employer})


def declare_mein_check_in(spot: Spot) -> Call | None:
    """Declare the board, by its name alone where it stands at the usual host."""
    found = _OWN_BOARD.search(spot.url)
    if found is None:
        return None
    is_usual = (found[1] or "www.").lower() == "www."
    named = found[2] if is_usual else f"https://{found[1].lower()}mein-check-in.de/{found[2]}"
    return Call(mein_check_in, (named,))


def declare_onlyfy(spot: Spot) -> Call:
    """Declare the portal, or the list of it that another site shows."""
    parts = urlsplit(spot.url)
    handle = (parts.hostname or "").partition(".")[0]
    if "/job/list/" not in parts.path:
        return Call(onlyfy, (origin(spot.url),))
    bare = parts._replace(query="", fragment="").geturl()
    return Call(onlyfy, (bare,), {"hosts": (f"{handle}.onlyfy.jobs",)})


def declare_personio(spot: Spot) -> Call | None:
    """Declare the tenant that the address names."""
    found = _TENANT.search(spot.url)
    return Call(personio, (found[1],)) if found else None


def declare_rexx(spot: Spot) -> Call:
    """Declare the portal."""
    return Call(rexx, (origin(spot.url),))


def declare_service_bund(spot: Spot) -> Call:
    """Declare the employer."""
    return Call(service_bund, keywords={"employer": spot.view.employer})


def declare_smartrecruiters(spot: Spot) -> Call | None:
    """Declare the company that the address names."""
    found = _COMPANY.search(spot.url)
    return Call(smartrecruiters, (unquote(found[1] or found[2]),)) if found else None


def declare_softgarden(spot: Spot) -> Call:
    """Declare the career site."""
    return Call(softgarden, (origin(spot.url),))


def declare_successfactors(spot: Spot) -> Call:
    """Declare the site, or the document of it that the address is."""
    parts = urlsplit(spot.url)
    if parts.path.endswith(".xml"):
        return Call(successfactors, (spot.url,))
    found = _SEARCH.match(spot.url)
    return Call(successfactors, (found[1] if found else origin(spot.url),))


def declare_umantis(spot: Spot) -> Call:
    """Declare the portal, or the list of it that the address names."""
    parts = urlsplit(spot.url)
    query = [each for each in parse_qsl(parts.query) if each[0] == "CompanyID"]
    named = _UMANTIS_LIST.match(parts.path)
    path = named[0] if named and (named[0] != "/Jobs/All" or query) else ""
    portal = parts._replace(path=path, query=urlencode(query) if path else "", fragment="")
    return Call(umantis, (portal.geturl(),))
