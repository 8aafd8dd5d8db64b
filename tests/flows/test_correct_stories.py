"""Any story of scrapes, corrections and second thoughts leaves what was set by hand in place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from stellenbund.domain.city import City
from stellenbund.domain.correctable import CORRECTABLE
from stellenbund.domain.correction import DESK
from stellenbund.domain.correction_parts.fault import UncorrectableError
from stellenbund.domain.merge import merge
from stellenbund.domain.opening import Fields, Opening
from stellenbund.domain.source import Source
from stellenbund.domain.vocabulary import Status
from stellenbund.flows.register import register
from stellenbund.store.database import reading, writing
from stellenbund.store.held import held_notices
from stellenbund.store.openings import get_opening
from tests.builders import NOW, harvest, notice
from tests.flows.desk import LATER, corrected, hidden, kept, shown, taken_back
from tests.flows.invariants import check
from tests.stocking import PROFESSIONS, settled, source

_CITIES = count()
TYPED = {
    "positions": ("3", "9", None),
    "deadline": ("28.02.2027", "laufend", None),
    "part_time": ("ja", "nein", None),
    "contact": ("Ausbildungsteam", None),
    "title": ("Koch/Köchin",),
}

said = st.fixed_dictionaries(
    {
        "positions": st.sampled_from([None, 1, 2]),
        "part_time": st.sampled_from([{"answer": "not_stated"}, {"answer": "yes"}]),
        "duration_months": st.sampled_from([None, 36]),
    }
)
typed = st.sampled_from(sorted(TYPED)).flatmap(
    lambda key: st.tuples(st.just(key), st.sampled_from(TYPED[key]))
)
steps = st.one_of(
    st.tuples(st.just("scrape"), st.sampled_from(["site", "jobsuche"]), st.none() | said),
    st.tuples(st.just("correct"), typed),
    st.tuples(st.just("take back"), st.sampled_from(sorted(TYPED))),
    st.tuples(st.just("hide"), st.booleans()),
)


@dataclass
class Story:
    """A city of its own with one opening, and what was set of it by hand."""

    engine: Engine
    city: str
    sources: Mapping[str, Source]
    by_hand: dict[str, str | None] = field(default_factory=dict)
    is_hidden: bool = False
    opening: str = ""

    def tell(self, *step: object) -> None:
        """Carry out one step."""
        match step:
            case ("scrape", str(key), changes):
                notices = () if changes is None else (notice("a", **changes),)  # type: ignore[arg-type]
                settled(self.engine, harvest(*notices), of=self.sources[key], at=LATER)
            case ("correct", (str(key), str() | None as text)):
                self._correct(key, text)
            case ("take back", key) if key in self.by_hand:
                taken_back(self.engine, kept(self.engine, self.city)[str(key)].id, city=self.city)
                del self.by_hand[str(key)]
            case ("hide", True):
                hidden(self.engine, self.opening, city=self.city)
                self.is_hidden = True
            case ("hide", False):
                shown(self.engine, self.opening, city=self.city)
                self.is_hidden = False

    def _correct(self, key: str, text: str | None) -> None:
        try:
            corrected(self.engine, self.opening, {key: text}, city=self.city)
        except UncorrectableError:
            assert not self.spoken()
            return
        self.by_hand[key] = text

    def spoken(self) -> list[Fields]:
        """Return what the city's sources alone make of the opening, if they speak of it."""
        with reading(self.engine) as session:
            return [each.fields for each in merge(held_notices(session, self.city)).openings]

    def stands(self) -> Opening:
        """Return the opening as it stands."""
        with reading(self.engine) as session:
            return get_opening(session, self.opening, LATER)


def begun(engine: Engine) -> Story:
    """Begin a story in a city that no other one knows."""
    number = next(_CITIES)
    slug = f"stadt-{number}"
    city = City(slug=slug, name=slug, ags=f"{number:08d}", website="https://stadt.example")
    sources = {key: source(key, slug, is_authoritative=True) for key in ("site", "jobsuche")}
    with writing(engine) as session:
        register(session, [(city, sources.values())], PROFESSIONS, at=NOW)
    settled(engine, harvest(notice("a")), of=sources["site"])
    with reading(engine) as session:
        ((opening,),) = ((each.opening for each in held_notices(session, slug)),)
    return Story(engine=engine, city=slug, sources=sources, opening=str(opening))


def hold(story: Story) -> None:
    """Assert what must be true after any step."""
    opening, spoken = story.stands(), story.spoken()
    over = {name for key in story.by_hand for name in CORRECTABLE[key].fields}
    for sources in spoken:
        for name in Fields.model_fields.keys() - over:
            assert getattr(opening, name) == getattr(sources, name)
    assert {name for name, each in opening.origins.items() if each.source == DESK} <= over
    for key, text in story.by_hand.items():
        told = {opening.origins.get(name) for name in CORRECTABLE[key].fields} - {None}
        assert {each.source for each in told if each} == (set() if text is None else {DESK})
    shown_now = {name: str(value) for name, value in dict(opening).items()}
    assert dict(expected(story.by_hand)).items() <= shown_now.items()
    living = Status.PUBLISHED if spoken else Status.WITHDRAWN
    assert opening.status is (Status.HELD if story.is_hidden else living)


def expected(by_hand: Mapping[str, str | None]) -> Iterator[tuple[str, str]]:
    """Yield what some of the texts must have become, by the names of fields."""
    if "positions" in by_hand:
        yield "positions", str(by_hand["positions"])
    if "deadline" in by_hand:
        yield "deadline_text", str(by_hand["deadline"])
    if "title" in by_hand:
        yield "title_published", str(by_hand["title"])


@settings(max_examples=10, deadline=None)
@given(told=st.lists(steps, min_size=3, max_size=8))
def test_whatever_happens_what_is_set_by_hand_is_shown_until_it_is_taken_back(
    shared_engine: Engine, told: list[tuple[object, ...]]
) -> None:
    story = begun(shared_engine)
    for step in told:
        story.tell(*step)
        hold(story)
    check(shared_engine)
