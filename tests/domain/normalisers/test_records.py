"""Records: all normalisers together, and what becomes of a whole delivery."""

from dataclasses import fields as fields_of
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stellenbund.domain.city import City
from stellenbund.domain.delivery import Delivery
from stellenbund.domain.finding import Finding, Severity
from stellenbund.domain.normalisers.records import Context, normalise, normalise_all
from stellenbund.domain.opening import Fields
from stellenbund.domain.record import RawPlace, RawRecord
from stellenbund.domain.run import Outcome
from stellenbund.domain.source import Scope
from stellenbund.domain.vocabulary import (
    Answer,
    ApplyKind,
    Certificate,
    DeadlineKind,
    Kind,
    StartKind,
)

PAGE = "https://karriere.example.org/ausbildung"
CONTEXT = Context(
    city=City(slug="bochum", name="Bochum", ags="05911000", website="https://www.example.org"),
    scope=Scope.TRAINING,
    today=date(2026, 11, 24),
    licence="dl-de/by-2.0",
    attribution="Stadt Bochum",
)
PLAIN = RawRecord(page=PAGE, reference="17", title="Ausbildung zum Gärtner (m/w/d)")
RICH = RawRecord(
    page=PAGE,
    url="/job/18?utm_source=x",
    title="Ausbildung zur/zum Verwaltungsfachangestellten (m/w/d) zum 01.09.2027",
    org_unit="Amt für Soziales",
    description_html=(
        "<p>Du berätst Menschen. Es hilft Frau Maria Muster.</p>"
        "<h3>Das bringst du mit</h3>"
        "<ul><li>Mindestens Fachoberschulreife</li><li>Deutsch B2</li></ul>"
        "<a href='/mehr'>Mehr</a><script>alert(1)</script>"
    ),
    tasks_html="<ul><li>Anträge prüfen</li></ul>",
    benefits_html="<ul><li>Führerschein Klasse B</li><li>gute Übernahmechancen</li></ul>",
    places=(RawPlace(name="Willy-Brandt-Platz 2, 44787 Bochum"),),
    positions="25 Plätze",
    duration="3 Jahre",
    deadline="bis 31.01.2027",
    opens="01.08.2026",
    posted="2026-08-13",
    pay="nach TVAöD",
    working_time="Vollzeit/Teilzeit, 39 Stunden",
    contact="Ausbildungsteam, Herr Muster, Tel. 0234/910-1234, ausbildung@example.org",
    partner_school="Louis-Baare-Berufskolleg, Bochum",
    language="de-DE",
)


def fields(record: RawRecord, context: Context = CONTEXT) -> Fields:
    notice = normalise(record, context).notice
    assert notice is not None
    return notice.fields


def rules(record: RawRecord, context: Context = CONTEXT) -> list[str]:
    return [finding.rule for finding in normalise(record, context).findings]


def test_a_rich_record_fills_the_fields_and_leaves_nothing_to_say_but_the_person() -> None:
    said = fields(RICH)
    assert (said.title, said.kind) == ("Verwaltungsfachangestellte/r", Kind.DUAL_APPRENTICESHIP)
    assert (said.profession, said.kldb) == ("verwaltungsfachangestellte", "73202")
    assert (said.start_kind, said.starts_on) == (StartKind.DAY, date(2027, 9, 1))
    assert (said.training_year, said.start_text) == (2027, "01.09.2027")
    assert (said.deadline_kind, said.deadline_on) == (DeadlineKind.FIXED, date(2027, 1, 31))
    assert (said.opens_on, said.posted_on) == (date(2026, 8, 1), date(2026, 8, 13))
    assert (said.positions, said.duration_months) == (25, 36)
    assert said.weekly_hours == Decimal(39)
    assert (said.certificate, said.certificate_text) == (
        Certificate.MITTLERER,
        "Mindestens Fachoberschulreife",
    )
    assert (said.german_level.level, said.part_time.answer) == ("B2", Answer.YES)
    assert [place.postcode for place in said.places] == ["44787"]
    assert (said.org_unit, said.language) == ("Amt für Soziales", "de-DE")
    assert (said.licence, said.attribution) == ("dl-de/by-2.0", "Stadt Bochum")
    assert [school.place for school in said.partner_schools] == ["Bochum"]
    assert said.pay is not None
    assert not said.pay.amounts
    assert said.pay.hint
    found = normalise(RICH, CONTEXT).findings
    assert {(each.rule, each.place) for each in found} == {
        ("contact.person_removed", "description"),
        ("contact.person_removed", "contact"),
    }


def test_texts_are_safe_and_without_persons() -> None:
    said = fields(RICH)
    assert said.description_html is not None
    assert "Muster" not in said.model_dump_json()
    assert "script" not in said.description_html
    assert 'href="https://karriere.example.org/mehr"' in said.description_html
    assert said.tasks == "• Anträge prüfen"


def test_what_the_city_offers_is_no_condition() -> None:
    said = fields(RICH)
    assert said.driving_licence.answer is Answer.NOT_STATED
    assert said.takeover.answer is Answer.YES


def test_one_applies_at_the_address_else_by_mail_to_the_office() -> None:
    assert (fields(RICH).apply_url, fields(RICH).apply_kind) == (
        "mailto:ausbildung@example.org",
        ApplyKind.MAIL,
    )
    portal = replace(RICH, apply_url="/bewerben/18")
    assert fields(portal).apply_url == "https://karriere.example.org/bewerben/18"
    assert fields(portal).apply_kind is ApplyKind.PORTAL
    person = replace(PLAIN, apply_url="mailto:m.muster@example.org")
    assert fields(person).apply_url is None
    assert rules(person) == ["contact.person_removed"]


def test_a_mailbox_of_a_person_is_no_contact_and_is_said_without_being_told() -> None:
    record = replace(PLAIN, contact="Ausbildungsteam, m.muster@example.org")
    (finding,) = normalise(record, CONTEXT).findings
    assert (finding.rule, finding.place, finding.value) == (
        *("contact.person_removed", "contact"),
        None,
    )
    assert rules(replace(PLAIN, contact="Ausbildungsteam, ausbildung@example.org")) == []


def test_lines_that_a_source_words_itself_name_no_person_either() -> None:
    said = fields(
        replace(
            PLAIN,
            org_unit="Amt 10, Frau Muster, 0234 910-1234",
            deadline="31.01.2027 an Frau Muster",
            start="01.09.2027 (Herr Muster)",
            pay="1.368,26 €, Auskunft bei Frau Muster",
        )
    )
    assert said.org_unit == "Amt 10, [Name entfernt], [Durchwahl entfernt]"
    assert (said.starts_on, said.deadline_on) == (date(2027, 9, 1), date(2027, 1, 31))
    assert said.pay is not None
    assert "Muster" not in said.model_dump_json()


def test_a_deadline_without_a_day_is_said_with_its_words() -> None:
    (finding,) = normalise(replace(PLAIN, deadline="Ende Februar"), CONTEXT).findings
    assert (finding.rule, finding.value) == ("deadline.vague", "Ende Februar")


def test_all_that_is_dropped_of_a_contact_is_said_in_one_hint() -> None:
    record = replace(PLAIN, contact="Hr. Muster, 0234 910-1234, m.muster@example.org")
    normalised = normalise(record, CONTEXT)
    (finding,) = normalised.findings
    assert "ein Name, eine Durchwahl und eine persönliche Adresse" in finding.message
    assert "uster" not in finding.model_dump_json()
    assert normalised.notice is not None
    assert normalised.notice.fields.contact is None


@pytest.mark.parametrize(
    ("deadline", "rule"),
    [
        ("30.09.2072", "deadline.placeholder"),
        ("30.09.2032", "deadline.far"),
        ("15.01.2027 bis 30.09.2072", "date.endless"),
    ],
)
def test_a_deadline_decades_ahead_is_not_taken_and_is_told(deadline: str, rule: str) -> None:
    record = replace(PLAIN, deadline=deadline)
    assert fields(record).deadline_on is None
    assert rules(record) == [rule]


@pytest.mark.parametrize(
    ("field", "text", "rule"),
    [
        ("start", "irgendwann 31.11.2027", "date.impossible"),
        ("deadline", "32.01.2027", "date.impossible"),
        ("posted", "letzte Woche", "date."),
        ("duration", "lange", "duration.unreadable"),
        ("pay", "gut", "pay.no_amount"),
        ("positions", "einige", "positions.unreadable"),
        ("weekly_hours", "viele", "hours.unreadable"),
        ("certificate", "guter Abschluss", "certificate."),
        ("apply_url", "javascript:alert(1)", "link.scheme"),
        ("url", "https://user@example.org/", "link.userinfo"),
        ("language", "Plattdeutsch bitte", "language.unreadable"),
    ],
)
def test_what_cannot_be_read_is_a_finding_and_the_value_stays_empty(
    field: str, text: str, rule: str
) -> None:
    record = replace(PLAIN, **{field: text})  # type: ignore[arg-type]
    (finding,) = normalise(record, CONTEXT).findings
    assert finding.rule.startswith(rule)
    assert (finding.severity, finding.reference) == (Severity.WARNING, "17")
    assert (finding.place, finding.value) == (field, text)
    assert finding.message.endswith(".")
    texts = {"start_text": None, "deadline_text": None, "certificate_text": None}
    assert fields(record).model_copy(update=texts) == fields(PLAIN)


def test_an_unreadable_start_keeps_its_words_and_gives_way_to_the_title() -> None:
    lost = replace(PLAIN, start="irgendwann 31.11.2027")
    assert fields(lost).start_text == "irgendwann 31.11.2027"
    titled = replace(lost, title="Ausbildung zum Gärtner (m/w/d) zum 01.08.2027")
    assert fields(titled).starts_on == date(2027, 8, 1)


def test_a_start_that_contradicts_the_title_is_pointed_out() -> None:
    record = replace(PLAIN, title="Gärtner (m/w/d) – Ausbildung 2027", start="01.08.2028")
    assert fields(record).starts_on == date(2028, 8, 1)
    assert "start.contradiction" in rules(record)


def test_a_deadline_that_has_passed_stays_with_a_hint() -> None:
    record = replace(PLAIN, deadline="31.10.2026")
    assert fields(record).deadline_on == date(2026, 10, 31)
    assert rules(record) == ["deadline.past"]


def test_an_opening_that_is_only_said_to_be_closed_is_left_out() -> None:
    result = normalise(replace(PLAIN, deadline="Bewerbungsfrist abgelaufen"), CONTEXT)
    assert result.is_left_out
    assert [finding.rule for finding in result.findings] == ["record.closed"]
    rolling = replace(PLAIN, deadline="bis alle Plätze besetzt sind")
    assert fields(rolling).deadline_kind is DeadlineKind.ROLLING


def test_a_deadline_after_the_start_is_pointed_out() -> None:
    assert "deadline.after_start" in rules(
        replace(PLAIN, start="01.08.2027", deadline="31.12.2027")
    )


def test_the_certificate_is_found_in_the_profile_if_it_has_no_field() -> None:
    record = replace(PLAIN, profile_html="<ul><li>Hauptschulabschluss</li><li>Fleiß</li></ul>")
    assert fields(record).certificate is Certificate.HAUPTSCHULE_9
    assert fields(record).certificate_text == "Hauptschulabschluss"
    own = replace(record, certificate="Abitur")
    assert fields(own).certificate is Certificate.ABITUR


def test_requirements_stand_in_for_a_profile() -> None:
    record = replace(PLAIN, requirements="Führerschein Klasse B\nFreude an Pflanzen")
    assert fields(record).profile == "Führerschein Klasse B\nFreude an Pflanzen"
    assert fields(record).driving_licence.licence_class == "B"


def test_unknown_labels_may_answer_too() -> None:
    record = replace(PLAIN, takeover="ja", labelled=(("Mindestalter", "16 Jahre"),))
    assert fields(record).takeover.sentence == "Übernahme: ja"
    assert fields(record).minimum_age.years == 16


def test_a_list_that_says_too_little_to_tell_a_training_place_is_no_proof() -> None:
    listed = replace(PLAIN, title="Gärtner/in (m/w/d)", description_html=None, is_partial=True)
    context = replace(CONTEXT, scope=Scope.MIXED)
    harvest = normalise_all(Delivery(records=(listed,)), context)
    assert harvest.uncertain == harvest.left_out == {normalise(listed, context).reference}
    whole = normalise_all(Delivery(records=(replace(listed, is_partial=False),)), context)
    assert (whole.uncertain, whole.left_out) == (frozenset(), harvest.left_out)


def test_a_job_among_the_openings_is_left_out_with_a_reason() -> None:
    mixed = replace(CONTEXT, scope=Scope.MIXED)
    job = replace(PLAIN, title="Hauptsachbearbeiter Ausbildung (m/w/d)")
    result = normalise(job, mixed)
    assert result.is_left_out
    assert result.notice is None
    (finding,) = result.findings
    assert (finding.severity, finding.place) == (Severity.HINT, "title")
    assert finding.remedy is not None


def test_a_record_without_a_title_is_unreadable_but_was_there() -> None:
    harvest = normalise_all(Delivery(records=(replace(PLAIN, title=" \n"),)), CONTEXT)
    assert (harvest.unreadable, harvest.notices) == (frozenset({"17"}), ())
    assert [finding.rule for finding in harvest.findings] == ["record.no_title"]


@pytest.mark.parametrize("title", ["Mehr erfahren", "Stelle 4711", "Bochum", "E 9a"])
def test_a_record_whose_title_is_none_is_unreadable_but_was_there(title: str) -> None:
    harvest = normalise_all(Delivery(records=(replace(PLAIN, title=title),)), CONTEXT)
    assert (harvest.unreadable, harvest.notices) == (frozenset({"17"}), ())
    (finding,) = harvest.findings
    assert (finding.rule, finding.severity, finding.value) == ("title.none", Severity.ERROR, title)


def test_a_title_that_is_too_long_is_shortened() -> None:
    record = replace(PLAIN, title="Ausbildung zum Gärtner " + "sehr " * 100)
    assert len(fields(record).title_published) == 300
    assert "title.shortened" in rules(record)


def test_a_text_that_is_too_long_is_shortened() -> None:
    record = replace(PLAIN, description_html="<p>" + "Wort " * 20_000 + "</p>")
    assert fields(record).description_html is None
    assert "text.shortened" in rules(record)


def test_the_own_reference_identifies_else_the_address_else_what_it_says() -> None:
    address = replace(PLAIN, reference=None, url="/job/18;jsessionid=1?utm_source=x")
    assert normalise(address, CONTEXT).reference == "https://karriere.example.org/job/18"
    bare = replace(PLAIN, reference=None, start="01.08.2027", places=(RawPlace(postcode="44787"),))
    assert (
        normalise(bare, CONTEXT).reference
        == "ausbildung zum gaertner (m/w/d) | 01.08.2027 |  | 44787"
    )
    assert rules(bare) == ["record.no_reference"]


def test_an_address_that_several_records_share_identifies_none_of_them() -> None:
    one = replace(PLAIN, reference=None, url=PAGE)
    other = replace(one, title="Ausbildung zum Koch (m/w/d)")
    harvest = normalise_all(Delivery(records=(one, other)), CONTEXT)
    assert len(harvest.notices) == 2
    assert [finding.rule for finding in harvest.findings] == ["record.no_reference"] * 2


def test_a_very_long_reference_stays_its_own() -> None:
    references = {
        normalise(replace(PLAIN, reference="x" * 600 + end), CONTEXT).reference for end in "ab"
    }
    assert len(references) == 2
    assert all(len(reference) <= 500 for reference in references)


def test_the_same_record_twice_is_one_notice() -> None:
    harvest = normalise_all(Delivery(records=(PLAIN, PLAIN)), CONTEXT)
    assert len(harvest.notices) == 1
    assert harvest.findings == ()


def test_two_records_with_one_reference_keep_the_first_and_say_so() -> None:
    other = replace(PLAIN, title="Ausbildung zum Koch (m/w/d)")
    harvest = normalise_all(Delivery(records=(PLAIN, other)), CONTEXT)
    assert [notice.fields.title for notice in harvest.notices] == [fields(PLAIN).title]
    assert [finding.rule for finding in harvest.findings] == ["record.duplicate_reference"]


def test_a_reference_under_which_different_openings_have_their_own_pages_identifies_none() -> None:
    records = [
        replace(PLAIN, reference="2027-Ausbildung", url=f"/job/{number}", title=title)
        for number, title in enumerate(("Ausbildung Koch", "Ausbildung Gärtner", "Ausbildung VFA"))
    ]
    harvest = normalise_all(Delivery(records=tuple(records)), CONTEXT)
    addresses = [f"https://karriere.example.org/job/{number}" for number in range(3)]
    assert [notice.reference for notice in harvest.notices] == addresses
    shared = [each for each in harvest.findings if each.rule == "record.shared_reference"]
    assert [each.reference for each in shared] == addresses
    assert {each.value for each in shared} == {"2027-Ausbildung"}


@pytest.mark.parametrize(
    "changes",
    [{"url": "/job/1?lang=de"}, {"title": "Gärtner (w/m/d)", "url": "/jobs/1"},
     {"title": "Ausbildung Koch"}, {"title": "Ausbildung Koch", "url": None}],
    ids=["another address", "another marker", "another title", "no address"],
)  # fmt: skip
def test_a_reference_under_which_one_opening_stands_twice_identifies_it(
    changes: dict[str, str | None],
) -> None:
    record = replace(PLAIN, url="/job/1")
    again = replace(record, **changes)  # type: ignore[arg-type]
    harvest = normalise_all(Delivery(records=(record, again)), CONTEXT)
    assert [notice.reference for notice in harvest.notices] == ["17"]


def test_letters_that_were_read_in_the_wrong_encoding_are_put_right_and_mentioned() -> None:
    record = replace(
        PLAIN,
        title="GÃ¤rtner/in fÃ¼r StraÃŸenbau",
        description_html="<p>Du gieÃŸt â€“ tÃ¤glich.</p>",
        places=(RawPlace(name="BÃ¼rgerpark"),),
    )
    result = normalise(record, CONTEXT)
    assert result.notice is not None
    assert result.notice.fields.title == "Gärtner/in für Straßenbau"
    assert result.notice.fields.description_text == "Du gießt – täglich."
    assert result.notice.fields.places[0].name == "Bürgerpark"
    found = [(each.place, each.value) for each in result.findings if each.rule == "text.mojibake"]
    assert found == [("title", "GÃ¤rtner/in fÃ¼r StraÃŸenbau")]
    assert "text.mojibake" not in rules(PLAIN)


def test_a_full_record_takes_the_place_of_a_partial_one() -> None:
    partial = replace(PLAIN, is_partial=True)
    full = replace(PLAIN, duration="3 Jahre")
    for records in ((partial, full), (full, partial)):
        harvest = normalise_all(Delivery(records=records), CONTEXT)
        assert [notice.is_partial for notice in harvest.notices] == [False]
        assert harvest.findings == ()


def test_what_went_wrong_with_the_delivery_is_passed_on() -> None:
    finding = Finding(severity=Severity.ERROR, rule="page.unreadable", message="Seite unlesbar.")
    delivery = Delivery(
        records=(PLAIN,),
        unreadable=frozenset({"99"}),
        findings=(finding,),
        trouble=Outcome.TRUNCATED,
        reason="Die Liste bricht ab.",
        pages=3,
    )
    harvest = normalise_all(delivery, CONTEXT)
    assert (harvest.trouble, harvest.reason, harvest.pages) == (
        Outcome.TRUNCATED,
        "Die Liste bricht ab.",
        3,
    )
    assert harvest.unreadable == {"99"}
    assert harvest.findings == (finding,)
    assert harvest.found == 2


ODD = st.one_of(
    st.none(),
    st.text(max_size=60),
    st.sampled_from(
        [
            "Ausbildung 2027",
            "01.08.2027",
            "31.11.2027",
            "\ud800",
            "\x00",
            "<p>",
            "&lt;script&gt;",
            "9" * 400,
            "x" * 700,
            "<div>" * 200,
            "A13",
            "//",
            "mailto:",
            "Frau Muster",
            "0521 51-2345",
            "B2",
            "1.234,56 €",
        ]
    ),
)
TEXTS = [
    field.name
    for field in fields_of(RawRecord)
    if field.name not in {"page", "places", "labelled", "is_partial"}
]


PLACE = st.builds(RawPlace, name=ODD, street=ODD, postcode=ODD, latitude=ODD, longitude=ODD)
LABEL = st.tuples(st.text(max_size=20), st.text(max_size=20))
RECORD = st.builds(
    RawRecord,
    page=st.sampled_from([PAGE, "", "datei.html", "\ud800"]),
    places=st.lists(PLACE, max_size=2).map(tuple),
    labelled=st.lists(LABEL, max_size=3).map(tuple),
    is_partial=st.booleans(),
    **dict.fromkeys(TEXTS, ODD),
)


@given(st.lists(RECORD, max_size=3), st.sampled_from(Scope))
def test_whatever_a_record_holds_nothing_is_raised(records: list[RawRecord], scope: Scope) -> None:
    harvest = normalise_all(Delivery(records=tuple(records)), replace(CONTEXT, scope=scope))
    assert harvest.found <= len(records)
    assert {notice.reference for notice in harvest.notices}.isdisjoint(
        harvest.unreadable | harvest.left_out
    )
