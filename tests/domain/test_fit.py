"""Whether kind and certificate are those of the profession."""

import pytest

from stellenbund.domain.city import City
from stellenbund.domain.fit import certificate_fits, kind_fits
from stellenbund.domain.normalisers.professions import PROFESSIONS
from stellenbund.domain.normalisers.records import Context, normalise
from stellenbund.domain.profession import Profession
from stellenbund.domain.record import RawRecord
from stellenbund.domain.source import Scope
from stellenbund.domain.vocabulary import Certificate, Kind
from tests.builders import NOW


def profession(
    usual: Certificate | None = None, kind: Kind = Kind.DUAL_APPRENTICESHIP
) -> Profession:
    return Profession(slug="koch", title="Koch/Köchin", kind=kind, usual_certificate=usual)


@pytest.mark.parametrize(
    ("usual", "stated", "fits"),
    [
        ("hauptschule_9", "hauptschule_9", True),
        ("hauptschule_9", "hauptschule_10", True),
        ("hauptschule_9", "none", True),
        ("hauptschule_9", "mittlerer", True),
        ("hauptschule_10", "mittlerer", True),
        ("hauptschule_10", "fhr_school", False),
        ("hauptschule_9", "abitur", False),
        ("mittlerer", "abitur", True),
        ("mittlerer", "hauptschule_9", True),
        ("mittlerer", "none", False),
        ("fhr", "mittlerer", True),
        ("fhr", "hauptschule_10", False),
        ("fhr", "abitur", True),
        ("fhr", "fhr_school", True),
        (None, "abitur", True),
        (None, "none", True),
    ],
)
def test_a_certificate_may_be_one_level_off(usual: str | None, stated: str, *, fits: bool) -> None:
    known = profession(Certificate(usual) if usual else None)
    assert certificate_fits(Certificate(stated), known) is fits


@pytest.mark.parametrize(
    ("kind", "of_profession", "fits"),
    [
        (Kind.DUAL_APPRENTICESHIP, Kind.DUAL_APPRENTICESHIP, True),
        (Kind.CIVIL_SERVICE_PREPARATION, Kind.DUAL_APPRENTICESHIP, False),
        (Kind.DUAL_STUDY, Kind.DUAL_APPRENTICESHIP, False),
        (Kind.DUAL_APPRENTICESHIP, Kind.SCHOOL_BASED, False),
        (Kind.INTERNSHIP, Kind.DUAL_APPRENTICESHIP, True),
        (Kind.ENTRY_QUALIFICATION, Kind.CIVIL_SERVICE_PREPARATION, True),
        (Kind.DUAL_APPRENTICESHIP, Kind.OTHER, True),
    ],
)
def test_one_learns_a_profession_in_its_own_kind(
    kind: Kind, of_profession: Kind, *, fits: bool
) -> None:
    assert kind_fits(kind, profession(kind=of_profession)) is fits


def test_every_kind_of_the_list_is_one_that_it_fits() -> None:
    assert all(kind_fits(each.kind, each) for each in PROFESSIONS.values())


CONTEXT = Context(
    city=City(slug="bochum", name="Bochum", ags="05911000", website="https://bochum.example"),
    scope=Scope.TRAINING,
    today=NOW.date(),
)


@pytest.mark.parametrize(
    ("title", "told", "rules"),
    [
        ("Ausbildung zum Gärtner im Zierpflanzenbau", {"certificate": "Abitur"}, ["certificate"]),
        ("Ausbildung zum Gärtner im Zierpflanzenbau", {"certificate": "Hauptschulabschluss"}, []),
        ("Gärtner im Zierpflanzenbau", {"kind": "Duales Studium"}, ["kind"]),
        ("Ausbildung bei der Stadt", {"certificate": "Abitur"}, []),
    ],
)
def test_what_does_not_fit_is_pointed_out_and_stays(
    title: str, told: dict[str, str], rules: list[str]
) -> None:
    record = RawRecord(page="https://bochum.example/", reference="1", title=title, **told)  # type: ignore[arg-type]
    read = normalise(record, CONTEXT)
    assert read.notice is not None
    unusual = [each for each in read.findings if each.rule.endswith(".unusual")]
    assert [each.place for each in unusual] == rules
    assert [each.rule for each in unusual] == [f"{name}.unusual" for name in rules]
    if "certificate" in told:
        assert read.notice.fields.certificate is not None
