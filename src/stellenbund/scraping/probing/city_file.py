"""City file: the text that declares a city with its sources, or sources alone."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from stellenbund.domain.city import City
from stellenbund.scraping.probing.call import WIDTH, Call, text_literal
from stellenbund.scraping.scraper import Scraper


def city_file(city: City, about: str, sources: Sequence[Call]) -> str:
    """Return a whole file of *city*; *about* says in a few words where its openings stand."""
    told = {name: getattr(city, name) for name in ("slug", "name", "ags", "website")}
    keywords = {"city": Call(City, keywords=told), "sources": tuple(sources)}
    call = Call(Scraper, keywords=keywords)
    docstring = text_literal(f"{city.name}: {about}.")[1:-1]
    body = f"SCRAPER = {call.source(before=len('SCRAPER = '))}"
    return f'"""{docstring}"""\n\n{import_lines(call.imports())}\n\n{body}\n'


def source_lines(source: Call) -> str:
    """Return the lines that declare *source*, below those that import what they use."""
    indent = 8
    text = source.source(column=indent)
    return f"{import_lines(source.imports())}\n\n{' ' * indent}{text},\n"


def import_lines(names: Mapping[str, str]) -> str:
    """Return the lines that import *names* from their modules, in the linter's order."""
    modules: dict[str, list[str]] = defaultdict(list)
    for name, module in names.items():
        modules[module].append(name)
    return "\n".join(
        _import_line(module, sorted(modules[module], key=lambda each: (each.islower(), each)))
        for module in sorted(modules)
    )


def _import_line(module: str, names: Sequence[str]) -> str:
    line = f"from {module} import {', '.join(names)}"
    if len(line) <= WIDTH:
        return line
    return f"from {module} import (\n{''.join(f'    {name},{chr(10)}' for name in names)})"
