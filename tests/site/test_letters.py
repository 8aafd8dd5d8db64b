"""Letters: the pages say whether there are any, and a commit there writes one."""

from typing import Any

from sqlalchemy import Engine

from stellenbund.store.database import reading
from stellenbund.store.letters import due_letters
from tests.flows.inviting import accepted
from tests.flows.uploading import file_of, row
from tests.site.person import read, signed_in
from tests.stocking import open_store

CITY = "/hr/stadt/musterstadt"


def test_a_commit_at_the_pages_writes_a_letter_where_there_are_any(engine: Engine) -> None:
    open_store(engine)
    accepted(engine)
    person = signed_in(engine)
    assert "Dieser Dienst schreibt keine" in read(person.get("/hr/konto"))
    site: Any = person.client.app
    site.state.letterhead = "https://stellen.example"
    assert "schreiben wir an petra@musterstadt.example" in read(person.get("/hr/konto"))
    person.get(f"{CITY}/hochladen")
    sent = person.post(f"{CITY}/hochladen", file=("stellen.csv", file_of([row("1")])))
    address = sent.headers["location"]
    seen = person.get(address).text.partition('name="gesehen" value="')[2].partition('"')[0]
    assert person.post(f"{address}/uebernehmen", {"gesehen": seen}).status_code == 303
    with reading(engine) as session:
        assert len(due_letters(session, person.now, limit=9)) == 1
