"""A file: sent, looked at, taken over and taken back, as a browser without scripts does it."""

import re
from datetime import timedelta

import pytest
from httpx2 import Response
from sqlalchemy import Engine

from stellenbund.domain.access import Verb
from stellenbund.feeds.limits import MOST_BYTES
from tests.flows.inviting import accepted
from tests.flows.issuing import audited
from tests.site.person import Person, read, signed_in
from tests.stocking import open_store

CITY = "/hr/stadt/musterstadt"
HEADER = "Kennziffer;Stellenbezeichnung;Beginn;Plätze;Farbe\n"
GARDENER = "A-1;Ausbildung Gärtner/in;01.08.2027;3;grün\n"
COOK = "A-2;Ausbildung Koch/Köchin;01.08.2027;2;weiß\n"
OFFICE = "A-3;Ausbildung Verwaltungsfachangestellte/r;01.09.2027;9;grau\n"
BROKEN = "A-4;Sachbearbeitung Ordnungsamt;Sommer;zwei;bunt\n"


@pytest.fixture
def petra(engine: Engine) -> Person:
    """Somebody of Musterstadt who has signed in."""
    open_store(engine)
    accepted(engine)
    return signed_in(engine)


def file(*rows: str, name: str = "Stellen.csv") -> tuple[str, bytes]:
    return name, (HEADER + "".join(rows)).encode("cp1252")


def sent(person: Person, *rows: str, **fields: str) -> str:
    """Send a file and return where its preview stands."""
    person.get(f"{CITY}/hochladen")
    answer = person.post(f"{CITY}/hochladen", fields, file=file(*rows))
    assert answer.status_code == 303, read(answer)
    return answer.headers["location"]


def summary(page: Response) -> str:
    found = re.search(r'id="zusammenfassung">(.*?)</p>', page.text)
    assert found is not None
    return found[1]


def taken_over(person: Person, address: str, **more: str) -> Response:
    seen = re.search(r'name="gesehen" value="(\w+)"', person.get(address).text)
    assert seen is not None
    return person.post(f"{address}/uebernehmen", {"gesehen": seen[1], **more})


def public(person: Person) -> str:
    return read(person.get(f"{CITY}/stellen?stand=published"))


def test_a_file_is_looked_at_taken_over_and_taken_back(petra: Person) -> None:
    address = sent(petra, GARDENER, COOK, BROKEN)
    page = petra.get(address)
    assert summary(page) == (
        "Aus 3 Zeilen werden 2 Stellen: 2 neu, 0 geändert, 0 wie bisher. "
        "0 Stellen verschwinden. 1 Zeile bleibt draußen."
    )
    assert "Noch ist nichts veröffentlicht" in read(page)
    assert re.search(r"4 Stellenbezeichnung Fehler Das ist eine gewöhnliche Stelle", read(page))
    assert "0 Stellen gefunden" in public(petra)
    assert taken_over(petra, address).headers["location"] == address
    assert "Übernommen Am 24.11.2026, 13:00 Uhr von Petra Muster" in read(petra.get(address))
    assert "Gärtner/in" in public(petra)
    assert petra.post(f"{address}/zuruecknehmen").headers["location"] == address
    assert "Es ist wieder so wie vor dieser Datei" in read(petra.get(address))
    assert "0 Stellen gefunden" in public(petra)
    history = read(petra.get(f"{CITY}/verlauf"))
    assert "Stellen.csv 24.11.2026, 13:00 Uhr Petra Muster (Konto 1) alle Stellen" in history
    protocol = read(petra.get(f"{CITY}/protokoll"))
    assert protocol.index("Datei zurückgenommen") < protocol.index("Datei übernommen")
    assert "Datei: Stellen.csv; Art: alle Stellen;" in protocol


def test_a_second_file_shows_what_changes_and_asks_twice_before_much_vanishes(
    petra: Person,
) -> None:
    taken_over(petra, sent(petra, GARDENER, COOK, OFFICE))
    address = sent(petra, GARDENER.replace(";3;", ";4;"))
    page = petra.get(address)
    assert "0 neu, 1 geändert, 0 wie bisher. 2 Stellen verschwinden" in summary(page)
    assert "2 von 3 Stellen würden verschwinden" in read(page)
    changes = petra.post(f"{address}/genauer", {"art": "changes_only"}).headers["location"]
    assert "0 Stellen verschwinden" in summary(petra.get(changes))
    assert "Gärtner/in Anzahl Plätze 3 4" in read(page)
    assert "Ja, 2 von 3 Stellen sollen verschwinden." in read(page)
    refused = taken_over(petra, address)
    assert refused.status_code == 409
    assert "verschwinden 2 von 3 Stellen" in read(refused)
    assert taken_over(petra, address, sicher="2").status_code == 303
    assert "1 Stelle gefunden" in public(petra)


def test_only_a_reference_of_its_own_stands_beside_what_vanishes(petra: Person) -> None:
    taken_over(petra, sent(petra, GARDENER, COOK.replace("A-2", ""), OFFICE))
    page = read(petra.get(sent(petra, OFFICE)))
    gone = page.partition("Verschwinden (2)")[2]
    assert "Gärtner/in (A-1)" in gone
    assert "Koch/Köchin" in gone
    assert "01.08.2027 |" not in page


def test_what_was_seen_must_still_be_true(petra: Person) -> None:
    first, second = sent(petra, GARDENER), sent(petra, GARDENER, COOK, art="changes_only")
    seen = re.search(r'name="gesehen" value="(\w+)"', petra.get(second).text)
    assert seen is not None
    taken_over(petra, first)
    late = petra.post(f"{second}/uebernehmen", {"gesehen": seen[1]})
    assert late.status_code == 409
    assert "Seit der Vorschau" in read(late)
    assert "1 neu" in summary(late)
    assert taken_over(petra, second).status_code == 303


def test_the_same_file_once_more_leads_to_the_first_one(petra: Person) -> None:
    first = sent(petra, GARDENER)
    again = sent(petra, GARDENER)
    assert again == f"{first}?getan=schon_da"
    assert read(petra.get(again)).startswith("Diese Datei liegt hier schon")


def test_what_was_read_is_shown_row_by_row_before_anything_is_published(petra: Person) -> None:
    rows = [COOK.replace("A-2", "A-10"), GARDENER.replace("01.08.2027", "")]
    page = read(petra.get(sent(petra, *rows)))
    table = page.partition("Was wir gelesen haben Zeile")[2]
    cook = "2 Koch/Köchin in der Datei: Ausbildung Koch/Köchin neu Ausbildung 01.08.2027 –"
    assert f" {cook}" in table
    gardener = "3 Gärtner/in in der Datei: Ausbildung Gärtner/in neu Ausbildung – –"
    assert table.index(cook) < table.index(gardener)


def test_a_deadline_that_is_over_is_marked_where_it_was_read(petra: Person) -> None:
    petra.get(f"{CITY}/hochladen")
    late = "Stellenbezeichnung;Bewerbungsschluss\nKoch/Köchin;31.10.2026\n".encode()
    sent_there = petra.post(f"{CITY}/hochladen", file=("Stellen.csv", late))
    page = read(petra.get(sent_there.headers["location"]))
    assert "neu wird nicht gezeigt" in page
    assert "31.10.2026 (vorbei)" in page


def test_a_column_that_nobody_knows_is_settled_by_one_button(petra: Person) -> None:
    petra.get(f"{CITY}/hochladen")
    body = "Stellenbezeichnung;Beginnt wohl\nKoch/Köchin;01.09.2027\n".encode()
    address = petra.post(f"{CITY}/hochladen", file=("A.csv", body)).headers["location"]
    page = petra.get(address)
    assert "1 Spalte, die wir nicht lesen" in read(page)
    assert "<details open>" in page.text
    assert "01.09.2027" not in read(page)
    told = {"spalte": "Beginnt wohl", "bedeutung": "start"}
    again = petra.post(f"{address}/genauer", told).headers["location"]
    assert read(petra.get(again)).startswith("Noch einmal gelesen")
    assert "Spalte, die wir nicht lesen" not in read(petra.get(again))
    assert "01.09.2027" in read(petra.get(again))
    nonsense = petra.post(f"{address}/genauer", {"spalte": "Farbe", "bedeutung": "unsinn"})
    assert nonsense.headers["location"] == f"{address}?getan=schon_da"


def test_a_file_without_an_opening_can_not_be_taken_over(petra: Person) -> None:
    taken_over(petra, sent(petra, GARDENER, COOK))
    address = sent(petra, BROKEN)
    page = petra.get(address)
    assert "In dieser Datei ist keine einzige Stelle" in read(page)
    assert "/uebernehmen" not in page.text
    refused = petra.post(f"{address}/uebernehmen", {"gesehen": "x", "sicher": "2"})
    assert refused.status_code == 409


def test_what_was_set_by_hand_is_said_to_stay(petra: Person) -> None:
    taken_over(petra, sent(petra, GARDENER))
    opening = re.search(rf'href="({CITY}/stellen/\w{{10}})"', petra.get(f"{CITY}/stellen").text)
    assert opening is not None
    petra.get(f"{opening[1]}/positions")
    petra.post(f"{opening[1]}/positions", {"wert": "7", "tun": "setzen"})
    address = sent(petra, GARDENER.replace(";3;", ";4;"))
    assert "3 4 bleibt von Hand gesetzt Öffentlich bleibt „7“" in read(petra.get(address))
    taken_over(petra, address)
    page = petra.get(address)
    assert "1 Angabe, die von Hand gesetzt ist. Offene Fragen ansehen" in read(page)
    assert f'href="{opening[1]}"' in page.text


def test_only_the_last_file_offers_to_be_taken_back(petra: Person) -> None:
    first = sent(petra, GARDENER)
    taken_over(petra, first)
    waiting = sent(petra, COOK)
    petra.now += timedelta(minutes=1)
    last = sent(petra, GARDENER, COOK)
    taken_over(petra, last)
    page = petra.get(first)
    assert "nehmen Sie zuerst diese zurück" in read(page)
    assert f'href="{last}"' in page.text
    assert "/zuruecknehmen" not in page.text
    refused = petra.post(f"{first}/zuruecknehmen")
    assert "Nach „Stellen.csv“ (24.11.2026, 13:00 Uhr) wurde „Stellen.csv“" in read(refused)
    assert "Diese hier hat nichts geändert" in read(petra.get(waiting))


def test_a_file_is_read_otherwise_when_a_person_says_so(petra: Person) -> None:
    address = sent(petra, GARDENER)
    assert 'name="spalte:Farbe"' in petra.get(address).text
    told = {"spalte:Farbe": "org_unit", "trennzeichen": ";", "kopfzeile": "1", "art": "full_stock"}
    again = petra.post(f"{address}/anders", told)
    there = again.headers["location"].removesuffix("?getan=gelesen")
    assert there != address
    taken_over(petra, there)
    assert "grün" in public(petra)
    remembered = sent(petra, COOK, art="changes_only")
    taken_over(petra, remembered)
    assert "weiß" in public(petra)
    wrong = petra.post(f"{address}/anders", {"kopfzeile": "eins"})
    assert wrong.status_code == 422
    assert "„eins“ ist keine Zeilennummer" in read(wrong)


@pytest.mark.parametrize(
    ("name", "body", "status", "why"),
    [
        ("Brief.pdf", b"%PDF-1.7 x", 422, "Das ist keine Tabelle"),
        ("leer.csv", b"", 422, "Die Datei ist leer"),
        ("fremd.csv", b"a;b\n1;2\n", 422, "keine Kopfzeile"),
        ("groß.csv", b"x" * (MOST_BYTES + 1), 413, "Diese Datei ist zu groß"),
        ("riesig.csv", b"x" * (MOST_BYTES + 2_000_000), 413, "Diese Datei ist zu groß"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_what_cannot_be_read_is_said_with_what_to_do(
    petra: Person, name: str, body: bytes, status: int, why: str
) -> None:
    petra.get(f"{CITY}/hochladen")
    answer = petra.post(f"{CITY}/hochladen", file=(name, body))
    assert answer.status_code == status
    assert why in read(answer)
    assert "Noch hat niemand etwas hochgeladen" in read(petra.get(f"{CITY}/verlauf"))


def test_a_form_without_a_file_says_so(petra: Person) -> None:
    petra.get(f"{CITY}/hochladen")
    answer = petra.post(f"{CITY}/hochladen")
    assert answer.status_code == 422
    assert "Es war keine Datei dabei" in read(answer)


def test_the_file_goes_back_with_its_findings_and_as_it_came(petra: Person) -> None:
    petra.get(f"{CITY}/hochladen")
    body = file(GARDENER, BROKEN, name="Stellen für März.csv")
    address = petra.post(f"{CITY}/hochladen", file=body).headers["location"]
    original = petra.get(f"{address}/datei")
    assert original.content == body[1]
    assert original.headers["content-disposition"] == (
        'attachment; filename="Stellen f?r M?rz.csv"; '
        "filename*=UTF-8''Stellen%20f%C3%BCr%20M%C3%A4rz.csv"
    )
    returned = petra.get(f"{address}/befunde.csv").content.decode("utf-8-sig")
    assert "gewöhnliche Stelle" in returned
    assert petra.get(f"{address}/befunde.xlsx").content.startswith(b"PK")


def test_whoever_may_only_read_sees_no_button(engine: Engine, petra: Person) -> None:
    address = sent(petra, GARDENER)
    accepted(engine, "musterstadt", Verb.READ_OWN, email="leser@musterstadt.example")
    reader = signed_in(engine, "leser@musterstadt.example")
    for page in (reader.get(address), reader.get(f"{CITY}/verlauf"), reader.get(CITY)):
        assert page.status_code == 200
        assert "<main" in page.text
        main = page.text.partition("<main")[2]
        assert "/hochladen" not in main
        assert 'method="post"' not in main
    assert {entry.deed for entry in audited(engine)} == {"account_invited", "account_accepted"}
