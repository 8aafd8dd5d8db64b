"""Sayings: what the findings about a file tell HR, by their rules."""

from typing import NamedTuple

from stellenbund.domain.finding import Severity, clip
from stellenbund.domain.value import keepable
from stellenbund.feeds.row_finding import RowFinding


class Saying(NamedTuple):
    """What a finding says whatever its row: German sentences with places for values."""

    severity: Severity
    message: str
    suggestion: str


_ERROR, _WARNING, _HINT = Severity.ERROR, Severity.WARNING, Severity.HINT
_AS_TEXT = "Bitte die Spalte in Excel als Text formatieren und den Wert neu eintragen."

SAYINGS = {
    "file.assumed_encoding": Saying(
        _HINT,
        "Die Umlaute der Datei lesen wir als {encoding}; so speichert Excel „CSV“ unter Windows.",
        "Sehen Umlaute falsch aus, bitte eine andere Zeichenkodierung wählen.",
    ),
    "file.mixed_encoding": Saying(
        _WARNING,
        "Die Datei mischt zwei Zeichenkodierungen; Zeile {line} zum Beispiel ist Windows-1252.",
        "Bitte die Umlaute prüfen und die Datei als „CSV UTF-8“ speichern.",
    ),
    "file.doubtful_encoding": Saying(
        _WARNING,
        "Mitten in Wörtern stehen Zeichen wie in „{word}“; das sind wohl keine Umlaute geworden.",
        "Bitte eine andere Zeichenkodierung wählen, etwa cp850 (DOS) oder mac-roman.",
    ),
    "file.zero_characters": Saying(
        _HINT, "Die Datei enthält Nullzeichen; wir haben sie weggelassen.", ""
    ),
    "file.above_header": Saying(
        _HINT,
        "Was über der Kopfzeile steht, lesen wir nicht: „{value}“.",
        "Ist die Kopfzeile eine andere, bitte ihre Zeile angeben.",
    ),
    "file.no_rows": Saying(
        _WARNING,
        "Unter der Kopfzeile steht nichts.",
        "Als voller Bestand hieße das: alle Plätze der Stadt verschwinden.",
    ),
    "file.macros": Saying(_HINT, "Die Datei enthält Makros; wir führen sie nicht aus.", ""),
    "file.external_links": Saying(
        _HINT,
        "Die Datei verweist auf andere Dateien; wir lesen nur, was sie selbst gespeichert hat.",
        "Bitte die Werte prüfen, die aus anderen Dateien kommen.",
    ),
    "file.hidden_rows": Saying(
        _WARNING,
        "Ausgeblendete oder weggefilterte Zeilen lesen wir mit; es sind {count}{where}.",
        "Sollen sie nicht dabei sein, bitte löschen.",
    ),
    "file.hidden_sheet": Saying(
        _WARNING,
        "Das gelesene Blatt „{value}“ ist ausgeblendet.",
        "Ist ein anderes gemeint, bitte das Blatt wählen.",
    ),
    "file.failed_formulas": Saying(
        _WARNING,
        "Formeln ergeben hier einen Fehler oder haben kein gespeichertes Ergebnis: {where}. Die"
        " Zellen gelten als leer.",
        "Bitte die Formeln durch ihre Werte ersetzen.",
    ),
    "file.date_system": Saying(
        _HINT, "Die Datei zählt Tage ab 1904 (Excel für Mac); wir rechnen das ein.", ""
    ),
    "column.needed": Saying(
        _WARNING,
        "Keine Spalte heißt „{needed}“ oder ähnlich; ohne Titel können wir keinen Platz zeigen.",
        "Bitte die Spalte mit den Titeln so nennen oder ihr den Titel zuordnen.",
    ),
    "column.similar": Saying(
        _HINT,
        "Die Spalte „{value}“ lesen wir als „{read}“.",
        "Stimmt das nicht, bitte die Spalte anders zuordnen.",
    ),
    "column.unknown": Saying(
        _HINT,
        "Die Spalte „{value}“ kennen wir nicht; ihre Werte lesen wir als zusätzliche Angaben.",
        "Ist eine Angabe gemeint, die wir kennen, bitte die Spalte zuordnen.",
    ),
    "column.near": Saying(
        _HINT,
        "Die Spalte „{value}“ kennen wir nicht; ihre Werte lesen wir als zusätzliche Angaben.",
        "Meinen Sie „{read}“? Dann bitte so zuordnen.",
    ),
    "column.unnamed": Saying(
        _HINT,
        "Die {value} hat Werte, aber keinen Namen; wir lesen sie als zusätzliche Angaben.",
        "Bitte einen Namen darüber schreiben.",
    ),
    "column.twice": Saying(
        _WARNING,
        "Auch die Spalte „{value}“ bedeutet „{read}“; es gilt die Spalte „{first}“.",
        "Bitte eine der beiden umbenennen oder anders zuordnen.",
    ),
    "row.quotes": Saying(
        _WARNING,
        "Die Anführungszeichen dieser Zeile passen nicht zusammen.",
        "Bitte prüfen, ob alle Werte in der richtigen Spalte stehen.",
    ),
    "row.too_long": Saying(
        _WARNING,
        "Die Zeile hat mehr Zellen als die Kopfzeile Namen; übrig bleibt „{value}“.",
        "Bitte prüfen, ob alle Werte in der richtigen Spalte stehen.",
    ),
    "row.header_again": Saying(_HINT, "Hier steht die Kopfzeile noch einmal.", ""),
    "row.same_reference": Saying(
        _ERROR,
        "Zeile {first} hat schon diese Kennziffer, mit anderen Angaben; es gilt Zeile {first}.",
        "Bitte jedem Platz eine eigene Kennziffer geben.",
    ),
    "row.example": Saying(
        _ERROR,
        "Diese Zeile ist noch das Beispiel aus unserer Vorlage; wir lassen sie aus.",
        "Bitte die Zeile löschen oder mit einem eigenen Platz überschreiben.",
    ),
    "row.conflict": Saying(
        _WARNING,
        "{label}: Ihre Datei sagt „{value}“, die Quelle „{source}“ sagt „{other}“; es gilt {wins}.",
        "Bitte beide vergleichen. Stimmt Ihre Datei, ist nichts zu tun.",
    ),
    "row.repeated": Saying(_HINT, "Diese Zeile sagt dasselbe wie Zeile {first}.", ""),
    "row.same_opening": Saying(
        _HINT,
        "Titel, Beginn und Ort sind dieselben wie in Zeile {first}.",
        "Ist es derselbe Platz, bitte eine der beiden Zeilen löschen.",
    ),
    "row.delete_unnamed": Saying(
        _ERROR,
        "Hier soll ein Platz gelöscht werden, aber weder Kennziffer noch Titel sagt, welcher.",
        "Bitte die Kennziffer eintragen.",
    ),
    "row.delete_contradiction": Saying(
        _ERROR,
        "Diesen Platz will Zeile {first} behalten und diese Zeile löschen; wir löschen ihn nicht.",
        "Bitte eine der beiden Zeilen entfernen.",
    ),
    "cell.serial_date": Saying(
        _HINT,
        "Excels Tageszahl {value} haben wir als {read} gelesen.",
        "Bitte den Tag prüfen; als Datum formatiert ist er eindeutig.",
    ),
    "cell.leading_zero": Saying(
        _WARNING,
        "Der Zahl {value} fehlt vorn eine Null; wir lesen {read}.",
        _AS_TEXT,
    ),
    "cell.country_code": Saying(
        _HINT, "Der Rufnummer {value} fehlt vorn das Plus; wir lesen {read}.", _AS_TEXT
    ),
    "cell.scientific": Saying(
        _WARNING,
        "{value} ist eine gerundete Zahl; die fehlenden Ziffern kennen wir nicht.",
        _AS_TEXT,
    ),
    "cell.date_as_reference": Saying(
        _HINT,
        "Die Kennziffer {value} sieht aus wie ein Datum; Excel macht aus „1-27“ gern eines.",
        _AS_TEXT,
    ),
    "cell.formula": Saying(
        _WARNING,
        "Hier steht eine Formel statt ihres Werts; die Zelle gilt als leer.",
        "Bitte den Wert eintragen.",
    ),
    "cell.error": Saying(
        _WARNING,
        "Hier steht Excels Fehlerzeichen {value}; die Zelle gilt als leer.",
        "Bitte den Wert eintragen.",
    ),
    "cell.ags": Saying(
        _WARNING,
        "{value} ist kein Gemeindeschlüssel; er hat acht Ziffern.",
        "Bitte acht Ziffern angeben, zum Beispiel 05911000, oder den Ort nennen.",
    ),
    "cell.ags_unknown": Saying(
        _HINT,
        "Die Gemeinde mit dem Schlüssel {value} kennen wir nicht.",
        "Bitte den Ort zusätzlich nennen.",
    ),
    "cell.ags_contradiction": Saying(
        _WARNING,
        "Der Gemeindeschlüssel gehört zu {read}, der Ort heißt {value}; es gilt der Ort.",
        "Bitte beide Angaben vergleichen.",
    ),
    "cell.unknown_kind": Saying(
        _WARNING,
        "Die Art der Ausbildung „{value}“ kennen wir nicht; wir richten uns nach dem Titel.",
        "Möglich sind: {choices}.",
    ),
    "cell.unclear_delete": Saying(
        _WARNING,
        "Ob dieser Platz gelöscht werden soll, ist nicht klar; wir löschen ihn nicht.",
        "Bitte „ja“ eintragen oder die Zelle leer lassen.",
    ),
}
"""Every rule of a finding that this room makes itself, with its sentences."""


def finding(
    rule: str,
    *,
    row: int | None = None,
    column: str | None = None,
    value: str | None = None,
    **values: object,
) -> RowFinding:
    """Return the finding by *rule*; its sentences may name *value* and further *values*.

    >>> finding("cell.leading_zero", row=4, column="PLZ", value="1069", read="01069").message
    'Der Zahl 1069 fehlt vorn eine Null; wir lesen 01069.'
    """
    saying = SAYINGS[rule]
    shown = {name: _shown(each) for name, each in {"value": value, **values}.items()}
    return RowFinding(
        severity=saying.severity,
        rule=rule,
        message=saying.message.format(**shown),
        row=row,
        column=column,
        value=None if value is None else _shown(value),
        suggestion=saying.suggestion.format(**shown) or None,
    )


def _shown(value: object) -> str:
    return clip(keepable(str(value)))
