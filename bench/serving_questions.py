"""Serving questions: what the servers of a bench are asked; no two of the long series are alike."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import islice
from random import Random
from typing import NamedTuple
from urllib.parse import quote_plus, urlencode

from bench.generated import CITIES, TODAY, generated
from stellenbund.domain.normalisers.texts import fold
from stellenbund.domain.vocabulary import Kind

FACETS = ("city", "kind", "profession", "training_year")
_SLUGS = tuple(fold(name).replace(" ", "-") for name in CITIES)
_DAYS = 300
_LEAST_LETTERS = 5


class Wanted(NamedTuple):
    """What a question asks for."""

    cities: Sequence[str]
    kinds: Sequence[str]
    years: Sequence[int]
    deadline_from: str
    word: str

    def plain(self, *, facets: bool = False) -> str:
        """Return the address at our API; without facets and a word also at the usual one."""
        asked: list[tuple[str, object]] = [("city", city) for city in self.cities]
        asked += [("kind", kind) for kind in self.kinds]
        asked += [("training_year", year) for year in self.years]
        asked.append(("deadline_from", self.deadline_from))
        asked += [("q", self.word)] if self.word else []
        asked += [("facets", ",".join(FACETS))] if facets else []
        return f"/v1/openings?{urlencode(asked)}"

    def at_datasette(self, table: str, columns: Sequence[str]) -> str:
        """Return the address of the same, with facets, at a Datasette."""
        asked: list[tuple[str, object]] = [
            *(("_shape", "objects"), ("_size", 20), ("status", "published")),
            *(("city__in", ",".join(self.cities)), ("kind__in", ",".join(self.kinds))),
            ("training_year__in", ",".join(map(str, self.years))),
            ("deadline_on__gte", self.deadline_from),
            *(("_facet", facet) for facet in FACETS),
            *(("_col", column) for column in columns),
        ]
        if self.word:
            return f"{table}?{urlencode(asked)}&_search={quote_plus(self.word)}"
        return f"{table}?{urlencode(asked)}&_sort_desc=first_seen_at"


def lists(seed: int) -> Iterator[Wanted]:
    """Yield lists with filters, for ever."""
    return _wanted(("",), seed)


def searches(seed: int) -> Iterator[Wanted]:
    """Yield lists with filters and a word that stands in a title or a text, for ever."""
    random = Random(2)  # noqa: S311 - nothing here is a secret
    known: dict[str, None] = {}
    for opening in islice(generated(2_000), 0, 2_000, 2):
        words = f"{opening.title} {opening.description_text}".split()
        word = random.choice(words).strip(".,:;()„“").casefold()
        if word.isalpha() and len(word) >= _LEAST_LETTERS:
            known[word] = None
    return _wanted(tuple(known), seed)


def _wanted(words: Sequence[str], seed: int) -> Iterator[Wanted]:
    random = Random(seed)  # noqa: S311 - nothing here is a secret
    kinds = [each.value for each in Kind]
    seen: set[Wanted] = set()
    while True:
        wanted = Wanted(
            cities=tuple(random.sample(_SLUGS, random.randint(1, 4))),
            kinds=("dual_apprenticeship", *random.sample(kinds[1:], random.randint(0, 2))),
            years=tuple(random.sample((2026, 2027, 2028), random.randint(1, 3))),
            deadline_from=(TODAY + timedelta(random.randrange(_DAYS))).isoformat(),
            word=random.choice(words),
        )
        if wanted not in seen:
            seen.add(wanted)
            yield wanted
