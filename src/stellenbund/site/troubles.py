"""Troubles: what a person reads when a page cannot be shown, and what she can do about it."""

from dataclasses import dataclass

from stellenbund.domain.access import Lack

HOME, HOME_TEXT = "/hr/", "Zur Übersicht"


@dataclass(frozen=True, slots=True)
class Trouble:
    """What happened, in a title and a sentence, and what to do now."""

    status: int
    title: str
    sentence: str
    remedy: str
    onward: str = HOME
    onward_text: str = HOME_TEXT
    details: tuple[str, ...] = ()


NOT_FOUND = Trouble(
    404,
    "Diese Seite gibt es nicht",
    "Unter dieser Adresse ist nichts, oder nicht mehr. Vielleicht fehlt am Ende ein Stück der "
    "Adresse, oder jemand hat inzwischen aufgeräumt.",
    "Gehen Sie zur Übersicht; von dort führt ein Weg zu allem.",
)
WRONG_METHOD = Trouble(
    405,
    "So lässt sich diese Seite nicht aufrufen",
    "Diese Adresse nimmt nur entgegen, was ein Knopf auf einer unserer Seiten sendet.",
    "Gehen Sie zur Übersicht, und drücken Sie den Knopf dort, wo Sie ihn gesehen haben.",
)
FOREIGN_FORM = Trouble(
    403,
    "Das kam nicht von einer unserer Seiten",
    "Zu Ihrer Sicherheit nehmen wir nur an, was auf unseren eigenen Seiten in diesem Browser "
    "abgesendet wurde. Vielleicht war die Seite noch von einer früheren Anmeldung offen.",
    "Laden Sie die Seite neu, auf der Sie waren, und senden Sie noch einmal. Nichts wurde "
    "gespeichert.",
)
TOO_LARGE = Trouble(
    413,
    "Diese Datei ist zu groß",
    "Wir lesen Dateien bis 20 MB. Eine Liste mit tausend Stellen hat gewöhnlich weniger als 1 MB; "
    "groß werden Dateien meist durch Bilder oder durch leere, aber formatierte Zeilen.",
    "Kopieren Sie nur die Tabelle in eine neue Arbeitsmappe oder in unsere Vorlage, und laden Sie "
    "diese hoch. Nichts wurde gespeichert.",
)
INVITATION_SPENT = Trouble(
    410,
    "Dieser Link gilt nicht mehr",
    "",
    "Versuchen Sie, sich anzumelden. Gelingt das nicht, bitten Sie den Betreiber um einen neuen "
    "Einladungslink.",
    "/hr/anmelden",
    "Zur Anmeldung",
)
AWAY = Trouble(
    503,
    "Wir sind gerade nicht erreichbar",
    "Unsere Datenbank antwortet im Augenblick nicht. Mit Ihrer Eingabe hat das nichts zu tun, und "
    "gespeichert wurde nichts.",
    "Warten Sie ein, zwei Minuten, und laden Sie die Seite neu. Hält es an, sagen Sie bitte dem "
    "Betreiber Bescheid.",
)
BUSY = Trouble(
    503,
    "Gerade melden sich sehr viele an",
    "So viele Anmeldungen auf einmal prüfen wir nacheinander, damit alles andere weiterläuft.",
    "Warten Sie ein paar Sekunden, gehen Sie zurück, und senden Sie noch einmal.",
    "/hr/anmelden",
    "Zur Anmeldung",
)
BROKEN = Trouble(
    500,
    "Da ist uns etwas kaputtgegangen",
    "Das ist unser Fehler, nicht Ihrer. Nichts wurde halb gespeichert: Entweder ist alles "
    "angekommen oder nichts.",
    "Versuchen Sie es noch einmal. Passiert es wieder, sagen Sie bitte dem Betreiber, was Sie "
    "gerade tun wollten und um wie viel Uhr es war.",
)
REFUSED = Trouble(
    422,
    "Das konnten wir nicht übernehmen",
    "",
    "Gehen Sie in Ihrem Browser einen Schritt zurück; Ihre Eingaben sind dort noch da.",
)
CONFLICT = Trouble(
    409,
    "Inzwischen hat sich etwas geändert",
    "",
    "Gehen Sie zurück, laden Sie die Seite neu, und sehen Sie nach, wie es jetzt aussieht.",
)

_ASK = "Brauchen Sie es für Ihre Arbeit, kann der Betreiber es Ihnen erlauben."
DENIED = {
    Lack.OPERATOR: Trouble(
        403, "Das sieht nur der Betreiber", "Diese Seite betrifft alle Städte.", _ASK
    ),
    Lack.CITY: Trouble(
        403,
        "Diese Stadt betreuen Sie nicht",
        "Mit Ihrem Konto sehen und ändern Sie nur, was Ihre eigene Stadt betrifft.",
        "Gehen Sie zur Übersicht Ihrer Stadt. Betreuen Sie auch diese hier, sagen Sie es dem "
        "Betreiber.",
    ),
    Lack.VERB: Trouble(
        403, "Das ist für Ihr Konto nicht freigeschaltet", "Ihr Konto darf dies nicht.", _ASK
    ),
}
