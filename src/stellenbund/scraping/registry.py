"""Registry: the scrapers that lie in a package or a folder, and the readers by name."""

import pkgutil
from collections.abc import Iterator, Mapping
from importlib import import_module
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import MappingProxyType, ModuleType

from stellenbund.domain.errors import NotFoundError, StellenbundError
from stellenbund.scraping.readers.bite import BiteReading
from stellenbund.scraping.readers.concludis import ConcludisReading
from stellenbund.scraping.readers.dvinci import DvinciReading
from stellenbund.scraping.readers.feed import feed
from stellenbund.scraping.readers.interamt import InteramtReading
from stellenbund.scraping.readers.job_posting import job_posting
from stellenbund.scraping.readers.jobsuche import JobsucheReading
from stellenbund.scraping.readers.karriere_nrw import KarriereNrwReading
from stellenbund.scraping.readers.mein_check_in import MeinCheckInReading
from stellenbund.scraping.readers.onlyfy import OnlyfyReading
from stellenbund.scraping.readers.pdf_notices import PdfReading
from stellenbund.scraping.readers.personio import PersonioReading
from stellenbund.scraping.readers.rexx import RexxReading
from stellenbund.scraping.readers.service_bund import ServiceBundReading
from stellenbund.scraping.readers.smartrecruiters import SmartrecruitersReading
from stellenbund.scraping.readers.softgarden import SoftgardenReading
from stellenbund.scraping.readers.successfactors import SuccessfactorsReading
from stellenbund.scraping.readers.umantis import UmantisReading
from stellenbund.scraping.scraper import Reader, Scraper

READERS: Mapping[str, Reader] = MappingProxyType(
    {
        "bite": BiteReading().read,
        "concludis": ConcludisReading().read,
        "dvinci": DvinciReading().read,
        "feed": feed(),
        "interamt": InteramtReading().read,
        "job_posting": job_posting(),
        "jobsuche": JobsucheReading().read,
        "karriere_nrw": KarriereNrwReading().read,
        "mein_check_in": MeinCheckInReading().read,
        "onlyfy": OnlyfyReading().read,
        "pdf_notices": PdfReading().read,
        "personio": PersonioReading().read,
        "rexx": RexxReading().read,
        "service_bund": ServiceBundReading().read,
        "smartrecruiters": SmartrecruitersReading().read,
        "softgarden": SoftgardenReading().read,
        "successfactors": SuccessfactorsReading().read,
        "umantis": UmantisReading().read,
    }
)
"""The readers that need no declaration: they know their documents by themselves."""


class DeclarationError(StellenbundError):
    """A city's file does not declare what it should."""


def load_scrapers(where: str | Path = "scrapers") -> Mapping[str, Scraper]:
    """Return the scrapers that lie in the package or folder *where*, by their cities' slugs.

    Raises:
        DeclarationError: a file declares no ``SCRAPER``, or two declare the same city.
    """
    modules = _in_folder(where) if isinstance(where, Path) else _in_package(where)
    scrapers: dict[str, Scraper] = {}
    for module in modules:
        scraper = getattr(module, "SCRAPER", None)
        if not isinstance(scraper, Scraper):
            raise DeclarationError(f"{module.__name__} declares no SCRAPER")
        if scraper.city.slug in scrapers:
            raise DeclarationError(f"{module.__name__} declares {scraper.city.slug} again")
        scrapers[scraper.city.slug] = scraper
    return MappingProxyType(dict(sorted(scrapers.items())))


def reader_named(name: str, scraper: Scraper | None = None) -> Reader:
    """Return the reader called *name*: as a city declares it, else one that needs no declaration.

    Raises:
        NotFoundError: neither is there; a reader of selectors is nothing without a city.
    """
    for site in scraper.sources if scraper else ():
        if site.reader_name == name:
            return site.read
    if name not in READERS:
        raise NotFoundError("reader", name)
    return READERS[name]


def _in_package(name: str) -> Iterator[ModuleType]:
    """Import the modules of a package, in the order of their names."""
    package = import_module(name)
    for found in sorted(pkgutil.iter_modules(package.__path__), key=lambda each: each.name):
        yield import_module(f"{name}.{found.name}")


def _in_folder(folder: Path) -> Iterator[ModuleType]:
    """Run the files of a folder, in the order of their names."""
    for path in sorted(folder.glob("[!_]*.py")):
        spec = spec_from_file_location(f"{folder.name}.{path.stem}", path)
        if spec is None or spec.loader is None:
            raise DeclarationError(f"{path.name} cannot be loaded")
        module = module_from_spec(spec)
        spec.loader.exec_module(module)
        yield module
