"""FeedError: why a whole file cannot be read."""

from typing import NamedTuple

from stellenbund.domain.errors import StellenbundError
from stellenbund.domain.finding import clip
from stellenbund.feeds.limits import (
    MOST_BYTES,
    MOST_CHARACTERS,
    MOST_COLUMNS,
    MOST_ENTRIES,
    MOST_ROWS,
    MOST_UNPACKED,
)

_MEGA = 1_000_000
_SAVE = "Bitte in Excel öffnen und als XLSX speichern."


class FeedError(StellenbundError):
    """A file that cannot be read at all: *rule* says why, *message* and *remedy* are for HR.

    Rules that begin with ``limit.`` are about size, those with ``file.`` about what the file is,
    those with ``choice.`` about what the caller chose for it.
    """

    def __init__(self, rule: str, message: str, remedy: str) -> None:
        """Keep rule and sentences apart so that an answer can show them."""
        super().__init__(f"{message} {remedy}")
        self.rule = rule
        self.message = message
        self.remedy = remedy


class _Words(NamedTuple):
    message: str
    remedy: str


REFUSALS = {
    "limit.bytes": _Words(
        f"Die Datei ist größer als {MOST_BYTES // _MEGA} MB.",
        "Bitte Bilder und leere Bereiche entfernen oder die Datei teilen.",
    ),
    "limit.rows": _Words(
        f"Die Tabelle hat mehr als {MOST_ROWS} Zeilen.",
        "Bitte die Datei teilen und die Teile als „nur Änderungen“ hochladen.",
    ),
    "limit.columns": _Words(
        f"Die Tabelle hat mehr als {MOST_COLUMNS} Spalten ({{where}}).",
        "Bitte die Spalten löschen, die nicht gebraucht werden; oft steht weit rechts noch etwas.",
    ),
    "limit.cell": _Words(
        f"In {{where}} steht ein Text mit mehr als {MOST_CHARACTERS} Zeichen: „{{value}}“",
        "Bitte den Text kürzen. Steht dort die halbe Tabelle, fehlt ein Anführungszeichen.",
    ),
    "limit.unpacked": _Words(
        f"Die Datei wird ausgepackt größer als {MOST_UNPACKED // _MEGA} MB.",
        "Bitte nur die Tabelle mit den Ausbildungsplätzen in eine neue Datei kopieren.",
    ),
    "limit.entries": _Words(
        f"Die Datei besteht aus mehr als {MOST_ENTRIES} Teilen.",
        "Bitte nur die Tabelle mit den Ausbildungsplätzen in eine neue Datei kopieren.",
    ),
    "limit.effort": _Words(
        "Die Datei zu lesen braucht zu viel Speicher oder Zeit.",
        "Oft steht weit unten oder rechts noch eine einzelne Zelle. Bitte nur die Tabelle mit den"
        " Ausbildungsplätzen in eine neue Datei kopieren.",
    ),
    "file.empty": _Words("Die Datei ist leer.", "Bitte die richtige Datei wählen."),
    "file.encoding": _Words(
        "Zeile {line} enthält Zeichen, die in der Kodierung {encoding} nicht vorkommen.",
        "Bitte eine andere Zeichenkodierung wählen, etwa cp850 (DOS), oder als „CSV UTF-8“"
        " speichern.",
    ),
    "file.open_quote": _Words(
        "In Zeile {row} beginnt ein Anführungszeichen, das bis zum Ende der Datei nicht schließt.",
        "Bitte das fehlende Anführungszeichen ergänzen oder die Datei als XLSX speichern.",
    ),
    "file.no_header": _Words(
        "In {where} finden wir keine Kopfzeile mit Spaltennamen, die wir kennen.",
        "Bitte über die Spalten ihre Namen schreiben, zum Beispiel „Stellenbezeichnung“. Die"
        " Vorlage zeigt, wie es aussieht.",
    ),
    "file.own_output": _Words(
        "Das ist die Tabelle Ihrer Stellen, die Sie bei uns heruntergeladen haben.",
        "Darin stehen auch Stellen von Ihrer Karriereseite; hochgeladen wären sie doppelt da. Bitte"
        " Ihre eigene Liste oder die Vorlage hochladen. Einzelne Werte ändern Sie unter"
        " „Berichtigen“.",
    ),
    "file.archive": _Words(
        "Das ist ein Archiv oder ein Dokument, keine Tabelle.",
        "Bitte die Tabelle selbst hochladen, als XLSX, XLS, ODS oder CSV.",
    ),
    "file.nested": _Words(
        "In der Tabelle steckt eine weitere Datei ({value}).",
        "Bitte eingebettete Dateien entfernen.",
    ),
    "file.encrypted": _Words(
        "Die Datei ist mit einem Kennwort geschützt.",
        "Bitte ohne Kennwort speichern und noch einmal hochladen.",
    ),
    "file.document_type": _Words(
        "Die Datei enthält eine Dokumenttyp-Angabe, wie keine Tabellenkalkulation sie schreibt.",
        _SAVE,
    ),
    "file.markup": _Words("Das ist eine Webseite oder XML, keine Tabelle.", _SAVE),
    "file.no_table": _Words(
        "Das ist keine Tabelle, sondern eine Datei anderer Art.",
        "Wir lesen XLSX, XLS, ODS und CSV.",
    ),
    "file.broken": _Words("Die Datei ist beschädigt.", _SAVE),
    "choice.encoding": _Words(
        "Die Zeichenkodierung „{value}“ kennen wir nicht.", "Möglich sind: {where}."
    ),
    "choice.delimiter": _Words(
        "Das Trennzeichen „{value}“ kennen wir nicht.", "Möglich sind: {where}."
    ),
    "choice.sheet": _Words("Ein Blatt „{value}“ gibt es nicht.", "Die Blätter heißen: {where}."),
    "choice.header_row": _Words(
        "Zeile {value} kann nicht die Kopfzeile sein; die Tabelle hat {where} Zeilen.",
        "Bitte die Nummer der Zeile mit den Spaltennamen angeben.",
    ),
    "choice.column": _Words(
        "Eine Spalte „{value}“ kennen wir nicht.", "Zuordnen kann man zu: {where}."
    ),
}
"""Every rule by which a file is refused, with its sentences."""


def refusal(rule: str, **values: object) -> FeedError:
    """Return the error by *rule*; foreign texts among *values* are quoted shortened.

    >>> refusal("choice.sheet", value="Tabelle9", where="Tabelle1").message
    'Ein Blatt „Tabelle9“ gibt es nicht.'
    """
    words = REFUSALS[rule]
    shown = {name: clip(str(value)) for name, value in values.items()}
    return FeedError(rule, words.message.format(**shown), words.remedy.format(**shown))
