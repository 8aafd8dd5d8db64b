"""Done: what a page says above all else once a button did what it is for."""

from typing import NamedTuple

from starlette.requests import Request

ASKED = "getan"
"""The name in an address that says what was done."""


class Done(NamedTuple):
    """A title and a sentence, in a box of that *kind*."""

    title: str
    sentence: str
    kind: str = "success"


DONE = {
    "gesetzt": Done("Gespeichert", "Ihre Angabe gilt jetzt."),
    "geleert": Done("Gespeichert", "Dazu ist jetzt nichts mehr angegeben."),
    "zurueck": Done("Berichtigung zurückgenommen", "Es gilt wieder, was die Quellen sagen."),
    "verborgen": Done("Verborgen", "Die Stelle ist nicht mehr öffentlich."),
    "gezeigt": Done("Wieder gezeigt", "Verborgen ist die Stelle nicht mehr."),
    "weg": Done("Übernommen", "Was die Quelle zeigt, gilt jetzt."),
    "behalten": Done("Behalten", "Es bleibt alles, wie es war."),
    "beantwortet": Done("Beantwortet", "Danke; danach fragen wir Sie nicht noch einmal."),
    "abgemeldet": Done("Abgemeldet", "In diesem Browser sind Sie jetzt abgemeldet."),
    "passwort": Done("Passwort geändert", "Bitte melden Sie sich mit dem neuen Passwort an."),
    "gelesen": Done("Noch einmal gelesen", "So sieht Ihre Datei jetzt aus.", "info"),
    "schon_da": Done(
        "Diese Datei liegt hier schon",
        "Sie ist dieselbe wie eine, die noch auf Sie wartet; hier ist diese.",
        "info",
    ),
}


def done(request: Request) -> Done | None:
    """Return what was done, if the address says so."""
    return DONE.get(request.query_params.get(ASKED, ""))


def after(address: str, word: str) -> str:
    """Return an address of ours that says what was done.

    >>> after("/hr/konto", "passwort")
    '/hr/konto?getan=passwort'
    """
    return f"{address}?{ASKED}={word}"
