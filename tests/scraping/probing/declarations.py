"""Declarations as text: run as a city's file would be."""

from typing import Any

from stellenbund.scraping.probing.call import Call
from stellenbund.scraping.probing.city_file import import_lines
from stellenbund.scraping.scraper import Site


def run(source: str) -> dict[str, Any]:
    """Run *source* as a module of its own, and return its names."""
    names: dict[str, Any] = {}
    exec(compile(source, "city.py", "exec"), names)  # noqa: S102 - it is what people would run
    return names


def declared(call: Call) -> Site:
    """Return the site that the text of *call* declares."""
    site = run(f"{import_lines(call.imports())}\nSITE = {call.source(before=7)}\n")["SITE"]
    assert isinstance(site, Site)
    return site
