"""Row sayings: what findings about rows and their cells tell HR, by their rules."""

from stellenbund.domain.finding import Severity
from stellenbund.feeds.saying import Saying

_ERROR, _WARNING, _HINT = Severity.ERROR, Severity.WARNING, Severity.HINT
_AS_TEXT = "Bitte die Spalte in Excel als Text formatieren und den Wert neu eintragen."

ROW_SAYINGS = {
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
    "row.section": Saying(
        _HINT,
        "Diese Zeile sieht wie eine Zwischenüberschrift oder Anmerkung aus; wir lassen sie aus.",
        "Ist es eine Stelle, bitte ihren Titel eintragen.",
    ),
    "row.title_alone": Saying(
        _WARNING,
        "Hier steht nur „{value}“; das sieht wie eine Zwischenüberschrift aus, wir lassen es aus.",
        "Ist es eine Stelle, bitte den Beruf nennen oder eine weitere Angabe eintragen.",
    ),
    "row.same_reference": Saying(
        _ERROR,
        "Zeile {first} hat schon diese Kennziffer, mit anderen Angaben; es gilt Zeile {first}.",
        "Bitte jeder Stelle eine eigene Kennziffer geben.",
    ),
    "row.same_address": Saying(
        _ERROR,
        "Zeile {first} hat schon diese Adresse, mit anderen Angaben; es gilt Zeile {first}.",
        "Bitte jeder Stelle eine eigene Adresse oder Kennziffer geben.",
    ),
    "row.same_words": Saying(
        _ERROR,
        "Titel, Beginn, Bereich und Ort sind dieselben wie in Zeile {first}, andere Angaben nicht;"
        " es gilt Zeile {first}.",
        "Sind es zwei Stellen, bitte jeder eine Kennziffer geben; sonst eine der Zeilen löschen.",
    ),
    "row.example": Saying(
        _ERROR,
        "Diese Zeile ist noch das Beispiel aus unserer Vorlage; wir lassen sie aus.",
        "Bitte die Zeile löschen oder mit einer eigenen Stelle überschreiben.",
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
        "Ist es dieselbe Stelle, bitte eine der beiden Zeilen löschen.",
    ),
    "row.delete_unnamed": Saying(
        _ERROR,
        "Hier soll eine Stelle gelöscht werden, aber weder Kennziffer noch Titel sagt, welche.",
        "Bitte die Kennziffer eintragen.",
    ),
    "row.delete_contradiction": Saying(
        _ERROR,
        "Diese Stelle will Zeile {first} behalten und diese Zeile löschen; wir löschen sie nicht.",
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
    "cell.no_unit": Saying(
        _HINT,
        "Der Dauer {value} fehlt die Einheit; wir lesen {read}.",
        "Bitte die Einheit angeben.",
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
        "Ob diese Stelle gelöscht werden soll, ist nicht klar; wir löschen sie nicht.",
        "Bitte „ja“ eintragen oder die Zelle leer lassen.",
    ),
}
"""The rules that begin with ``row.`` and ``cell.``."""
