"""Search: German as people type it finds what it means, the best first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stellenbund.catalogue.meaning import NOTHING
from stellenbund.catalogue.meanings import lexicon, suggested, terms_of
from stellenbund.catalogue.texts import running_words, title_words, unit_words
from stellenbund.domain.catalogue_query import CatalogueQuery, Facet, Sort
from stellenbund.domain.normalisers.professions import PROFESSIONS
from stellenbund.domain.opening import Opening
from tests.catalogue.openings import TODAY, catalogue, name, opening, openings


def found(question: str, *stock: Opening) -> list[str]:
    """Return the ids that *question* finds among *stock*, the best first."""
    query = CatalogueQuery(words=tuple(question.split()), sort=Sort.RELEVANCE)
    return [hit.id for hit in catalogue(*stock).find(query, TODAY).hits]


def of(slug: str, number: int = 1, **changes: object) -> Opening:
    """Return an opening for the profession *slug*."""
    profession = PROFESSIONS[slug]
    plain = {"profession": slug, "kldb": profession.kldb, "title": profession.title}
    return opening(number, **plain | changes)


STRANGERS = (opening(8, title="Altenpflegehilfe"), opening(9, title="Hafenmeister"))


@pytest.mark.parametrize(
    ("question", "slug"),
    [
        ("informatik", "fachinformatiker-systemintegration"),
        ("Erzieherin", "erzieher"),
        ("erzieher:innen", "erzieher"),
        ("Verwaltungsfachangestellter (m/w/d)", "verwaltungsfachangestellte"),
        ("Kauffrau für Büromanagement", "kaufleute-fuer-bueromanagement"),
        ("büro management", "kaufleute-fuer-bueromanagement"),
        ("Strassenwarter", "strassenwaerter"),
        ("STRAẞENWÄRTER", "strassenwaerter"),
        ("notfalsanitäter", "notfallsanitaeter"),
        ("Fachinformatkier", "fachinformatiker-systemintegration"),
        ("VFA", "verwaltungsfachangestellte"),
        ("fisi", "fachinformatiker-systemintegration"),
        ("FaMI", "fami-archiv"),
        ("PiA", "erzieher"),
        ("bademeister", "fachangestellte-fuer-baederbetriebe"),
        ("Feuerwehr", "brandmeister"),
        ("feuerwer", "brandmeister"),
        ("kita", "erzieher"),
        ("mit Kindern arbeiten", "erzieher"),
        ("Müllabfuhr", "umwelttechnologe-kreislauf-und-abfallwirtschaft"),
        ("Gärtnerlehre", "gaertner-zierpflanzenbau"),
        ("Kindererzieher", "erzieher"),
        ("itfaiye", "brandmeister"),
        ("İTFAİYE ERİ", "brandmeister"),
        ("пожежник", "brandmeister"),
        ("комп'ютер", "fachinformatiker-systemintegration"),
        ("пожарного", "brandmeister"),
        ("водителем автобуса", "fachkraft-im-fahrbetrieb"),
        ("воспитательница в детском саду", "erzieher"),
        ("مربية", "erzieher"),
        ("الإطفاء", "brandmeister"),
        ("doctor's assistant", "medizinische-fachangestellte"),
        ("apprenticeship as a gardener", "gaertner-zierpflanzenbau"),
        ("strażak", "brandmeister"),
        ("pielegniarka", "pflegefachleute"),
    ],
)
def test_what_people_type_finds_the_profession_they_mean(question: str, slug: str) -> None:
    assert found(question, of(slug), *STRANGERS) == [name(1)]


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Praktikum", "internship"),
        ("staj", "internship"),
        ("FSJ", "voluntary_year"),
        ("freiwilliges soziales Jahr", "voluntary_year"),
        ("duales Studium", "dual_study"),
        ("EQ", "entry_qualification"),
    ],
)
def test_a_word_for_a_kind_finds_the_kind(question: str, kind: str) -> None:
    assert found(question, opening(1, kind=kind), *STRANGERS) == [name(1)]


def test_a_year_finds_the_intake() -> None:
    stock = (opening(1, training_year=2027), opening(2, training_year=2028))
    assert found("Ausbildung 2028", *stock) == [name(2)]


def test_all_words_must_be_found() -> None:
    stock = (of("erzieher", 1, city="essen"), of("erzieher", 2), of("brandmeister", 3))
    assert found("erzieher bochum", *stock) == [name(2)]


def test_a_postcode_finds_the_work_place() -> None:
    stock = (opening(1, places=[{"postcode": "44787"}]), opening(2, places=[{"postcode": "44789"}]))
    assert found("44787", *stock) == [name(1)]


def test_title_comes_before_profession_before_office_before_text() -> None:
    stock = (
        opening(1, description_text="Wir arbeiten mit Hafenlotsen zusammen."),
        opening(2, org_unit="Hafenlotsen"),
        opening(3, title="Bootsbauer bei den Junghafenlotsen"),
        opening(4, title="Hafenlotse"),
    )
    assert found("Hafenlotse", *stock) == [name(number) for number in (4, 3, 2, 1)]


def test_what_is_meant_comes_before_what_is_only_called_alike() -> None:
    stock = (of("masseur", 2), of("fachangestellte-fuer-baederbetriebe", 1))
    assert found("Bademeister", *stock) == [name(1), name(2)]


def test_a_text_that_only_names_a_profession_is_no_hit() -> None:
    assert found("Koch", opening(1, description_text="In der Kantine kocht unser Koch.")) == []


def test_words_that_fit_every_opening_restrict_nothing() -> None:
    stock = (opening(1), opening(2))
    assert found("Ausbildungsplatz bei der Stadt", *stock) == [name(2), name(1)]


def test_a_word_that_nobody_knows_is_left_out_only_beside_one_with_a_meaning() -> None:
    stock = catalogue(of("erzieher"))
    query = CatalogueQuery(words=("Erzieherin", "gutbezahlt"), sort=Sort.RELEVANCE)
    answer = stock.find(query, TODAY)
    assert (answer.total, answer.unheeded) == (1, ("gutbezahlt",))
    answer = stock.find(query.model_copy(update={"words": ("gutbezahlt",)}), TODAY)
    assert (answer.total, answer.unheeded) == (0, ())


def test_of_two_professions_one_is_enough_and_both_are_better() -> None:
    both = of("koch", 3, title="Koch oder Tischler")
    stock = (of("koch", 1), of("tischler", 2, city="essen"), both, *STRANGERS)
    assert found("Koch Tischler", *stock) == [name(3), name(2), name(1)]
    assert found("Koch Tischler Bochum", *stock) == [name(3), name(1)]


def test_words_narrow_down_the_facets() -> None:
    stock = catalogue(of("erzieher", 1), of("brandmeister", 2, city="essen"))
    query = CatalogueQuery(words=("kita",), facets=frozenset({Facet.CITY}))
    assert stock.find(query, TODAY).facets == {Facet.CITY: {"bochum": 1}}


def test_pages_by_relevance_show_everything_once() -> None:
    titles = ("Hafenlotse", "Junghafenlotse")
    stock = catalogue(*(opening(number, title=titles[number % 2]) for number in range(7)))
    query = CatalogueQuery(words=("hafenlotse",), sort=Sort.RELEVANCE, limit=2)
    pages: list[str] = []
    while True:
        answer = stock.find(query, TODAY)
        pages += [hit.id for hit in answer.hits]
        if answer.next is None:
            break
        query = query.model_copy(update={"after": answer.next})
    assert pages == [name(number) for number in (6, 4, 2, 0, 5, 3, 1)]


def points(each: Opening, word: str) -> int:
    """Return how well *each* fits *word*, looked at by itself."""
    sure = lexicon().exact.get(word, NOTHING)
    likely = suggested(word) if sure == NOTHING else NOTHING
    is_meant = each.profession in sure.professions or each.kind in sure.kinds
    is_likely = each.profession in likely.professions or each.kind in likely.kinds
    begins = any(known.startswith(word) for known in title_words(each))
    text = running_words(each)
    ways = (
        begins and (is_meant or is_likely),
        is_meant,
        begins,
        is_likely or any(word in known for known in title_words(each)),
        any(known.startswith(word) for known in unit_words(each)),
        sure == NOTHING and (word in text or (likely == NOTHING and any(word in w for w in text))),
    )
    return max((6 - place for place, fits in enumerate(ways) if fits), default=0)


@given(openings(), st.sampled_from(("erzieher", "kita", "rathaus", "brandm", "bochum", "gesucht")))
def test_each_opening_is_judged_as_if_it_were_the_only_one(stock: list[Opening], word: str) -> None:
    everyone = [each for each in stock if each.status in {"published", "expired"}]
    newest = sorted(everyone, key=lambda each: (each.first_seen_at, each.id), reverse=True)
    expected = sorted(newest, key=lambda each: -points(each, word))
    query = CatalogueQuery(words=(word,), sort=Sort.RELEVANCE)
    hits = catalogue(*stock).find(query, TODAY.replace(year=2025)).hits
    fitting = [each.id for each in expected if points(each, word)]
    assert not fitting or [hit.id for hit in hits] == fitting
    assert terms_of(word)[0].words == (word,)
