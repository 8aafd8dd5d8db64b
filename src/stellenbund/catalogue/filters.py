"""Filters: which openings each part of a question lets through."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property

from stellenbund.catalogue.bitsets import packed, union
from stellenbund.catalogue.codes import Codes
from stellenbund.catalogue.numbers import Numbers
from stellenbund.catalogue.postings import Postings
from stellenbund.catalogue.row import Row
from stellenbund.catalogue.traits import (
    Measure,
    Trait,
    Value,
    cents,
    day_number,
    measures_of,
    traits_of,
)
from stellenbund.domain.catalogue_query import CatalogueQuery, Facet, microseconds
from stellenbund.domain.vocabulary import Answer, Certificate, GermanLevel, Status

TraitPostings = Postings[tuple[Trait, Value]]


class Filters:
    """The traits and numbers of all openings, as bitsets; never changes, but grows."""

    def __init__(
        self,
        traits: TraitPostings | None = None,
        numbers: Mapping[Measure, Numbers] | None = None,
        everyone: int = 0,
        professions: Codes | None = None,
    ) -> None:
        self._traits = traits or Postings()
        self._numbers = numbers or {measure: Numbers() for measure in Measure}
        self._everyone = everyone
        self.professions = professions or Codes()
        self._expired: dict[date, int] = {}
        self._choices: dict[Facet, Sequence[tuple[Value, int]]] = {}

    def grown(self, rows: Sequence[Row]) -> "Filters":
        """Return these filters with *rows*, whose slots are new."""
        traits: dict[tuple[Trait, Value], list[int]] = defaultdict(list)
        numbers: dict[Measure, dict[int, int]] = {measure: {} for measure in Measure}
        for row in rows:
            for trait in traits_of(row.opening):
                traits[trait].append(row.slot)
            for measure, number in measures_of(row.opening):
                numbers[measure][row.slot] = number
        grown = {each: self._numbers[each].grown(numbers[each]) for each in Measure}
        everyone = self._everyone | packed(row.slot for row in rows)
        named = {
            value: slots for (trait, value), slots in traits.items() if trait is Trait.PROFESSION
        }
        professions = self.professions.grown(named, everyone.bit_length())
        return Filters(self._traits.grown(traits), grown, everyone, professions)

    @cached_property
    def values(self) -> Mapping[Trait, Sequence[Value]]:
        """Every value of each trait, in order."""
        found: dict[Trait, list[Value]] = {trait: [] for trait in Trait}
        for trait, value in self._traits:
            found[trait].append(value)
        return {trait: sorted(values, key=str) for trait, values in found.items()}

    def having(self, trait: Trait, values: Collection[Value]) -> int:
        """Return the openings that have any of *values*."""
        if len(values) == 1:
            return self._traits.bits((trait, next(iter(values))))
        return union(self._traits.bits((trait, value)) for value in values)

    def choices(self, facet: Facet) -> Sequence[tuple[Value, int]]:
        """Return every value of *facet* but the status with what the filter lets through for it."""
        known = self._choices.get(facet)
        if known is None:
            self._choices[facet] = known = tuple(self._choose(facet))
        return known

    def _choose(self, facet: Facet) -> Iterator[tuple[Value, int]]:
        match facet:
            case Facet.CERTIFICATE:
                return ((held, self.open_to_certificate(held)) for held in Certificate)
            case Facet.GERMAN_LEVEL:
                return ((held, self.open_to_german(held)) for held in GermanLevel)
            case _:
                trait = Trait(facet)
                return ((value, self._traits.bits((trait, value))) for value in self.values[trait])

    def parts(self, query: CatalogueQuery, today: date) -> dict[Facet | str, int]:
        """Return what each filter of *query* lets through; a filter that is not used is absent."""
        return dict(self._parts(query, today))

    def _parts(self, query: CatalogueQuery, today: date) -> Iterator[tuple[Facet | str, int]]:
        yield Facet.STATUS, union(self.standing(each, today) for each in query.statuses)
        for facet, trait, values in (
            (Facet.CITY, Trait.CITY, query.cities),
            (Facet.KIND, Trait.KIND, query.kinds),
            (Facet.TRAINING_YEAR, Trait.TRAINING_YEAR, query.training_years),
            (Facet.SOURCE, Trait.SOURCE, query.sources),
        ):
            if values:
                yield facet, self.having(trait, values)
        if query.professions or query.kldb:
            yield Facet.PROFESSION, self._of_professions(query)
        yield from self._requirements(query)
        yield from self._ranges(query)

    def _of_professions(self, query: CatalogueQuery) -> int:
        return self.having(Trait.PROFESSION, query.professions) | self.of_kldb(*query.kldb)

    def of_kldb(self, *prefixes: str) -> int:
        """Return the openings whose KldB code begins with any of *prefixes*."""
        codes = [code for code in self.values[Trait.KLDB] if str(code).startswith(prefixes)]
        return self.having(Trait.KLDB, codes)

    def _requirements(self, query: CatalogueQuery) -> Iterator[tuple[Facet | str, int]]:
        if query.certificate:
            yield Facet.CERTIFICATE, self.open_to_certificate(query.certificate)
        if query.german_level:
            yield Facet.GERMAN_LEVEL, self.open_to_german(query.german_level)
        if query.is_part_time:
            yield Facet.PART_TIME, self.having(Trait.PART_TIME, [Answer.YES])
        if query.unhindered_by:
            hindered = self.having(Trait.HINDRANCE, query.unhindered_by)
            yield Trait.HINDRANCE, self._everyone & ~hindered

    def _ranges(self, query: CatalogueQuery) -> Iterator[tuple[Facet | str, int]]:
        for measure, least, most in (
            (Measure.START, day_number(query.start_from), day_number(query.start_to)),
            (Measure.DEADLINE, day_number(query.deadline_from), day_number(query.deadline_to)),
            (Measure.PAY, None if query.pay_from is None else cents(query.pay_from), None),
            (
                Measure.CHANGED,
                microseconds(query.changed_since) if query.changed_since else None,
                None,
            ),
        ):
            if least is not None or most is not None:
                yield measure, self._numbers[measure].within(least, most)

    def open_to_certificate(self, held: Certificate) -> int:
        """Return what asks for no more than *held*, or states no certificate."""
        too_much = tuple(Certificate)[held.rank + 1 :]
        return self._everyone & ~self.having(Trait.CERTIFICATE, too_much)

    def open_to_german(self, held: GermanLevel) -> int:
        """Return what asks for no higher level than *held*, or names none."""
        levels = list(GermanLevel)
        too_much = levels[levels.index(held) + 1 :]
        return self._everyone & ~self.having(Trait.GERMAN_LEVEL, too_much)

    def standing(self, status: Status, today: date) -> int:
        """Return the openings whose status is *status* on the day *today* in Berlin."""
        if status not in {Status.PUBLISHED, Status.EXPIRED}:
            return self._traits.bits((Trait.STATUS, status))
        if today not in self._expired:
            deadlines = self._numbers[Measure.DEADLINE]
            passed = deadlines.below(today.toordinal())
            self._expired = {today: passed & self._traits.bits((Trait.STATUS, Status.PUBLISHED))}
        expired = self._expired[today]
        if status is Status.EXPIRED:
            return expired
        return self._traits.bits((Trait.STATUS, Status.PUBLISHED)) & ~expired
