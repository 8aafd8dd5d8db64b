"""Remarks: what is odd about a place, as findings for HR."""

from collections.abc import Callable

from stellenbund.domain.finding import Finding, Severity, clip

Note = Callable[[Finding], None]
"""Takes a finding down."""


def remark(rule: str, value: str) -> Finding:
    """Return the finding ``places.<rule>`` about the text *value*."""
    severity, message, remedy = _SAYS[rule]
    return Finding(
        severity=severity,
        rule=f"places.{rule}",
        message=message,
        place="places",
        value=clip(value),
        remedy=remedy,
    )


_SAYS = {
    "pay_grade": (
        Severity.WARNING,
        "Im Feld für den Arbeitsort steht etwas über die Vergütung oder die Arbeitszeit.",
        "Bitte dort nur den Ort eintragen; die Vergütung hat ein eigenes Feld.",
    ),
    "no_place": (
        Severity.WARNING,
        "Was im Feld für den Arbeitsort steht, kann kein Ort sein; wir zeigen es nicht.",
        "Bitte dort den Ort eintragen, zum Beispiel „Rathausplatz 1, 44787 Bochum“.",
    ),
    "postcode": (
        Severity.WARNING,
        "Die Postleitzahl hat nicht genau fünf Ziffern.",
        "Bitte die Postleitzahl vollständig angeben; führende Nullen gehören dazu.",
    ),
    "unknown": (
        Severity.HINT,
        "Diesen Ort kennen wir nicht; er steht nun ohne Gemeindeschlüssel in der Stelle.",
        "Bitte die Gemeinde nennen, gern mit Stadtteil, zum Beispiel „Düsseldorf-Bilk“.",
    ),
    "contradiction": (
        Severity.WARNING,
        "Ort und Postleitzahl gehören zu verschiedenen Gemeinden.",
        "Bitte prüfen, welche der beiden Angaben stimmt.",
    ),
    "other_municipality": (
        Severity.HINT,
        "Der Arbeitsort liegt in einer anderen Gemeinde als die ausschreibende Stadt.",
        "Wenn das stimmt, ist nichts zu tun.",
    ),
    "coordinates": (
        Severity.HINT,
        "Die Koordinaten liegen nicht im Gebiet der Gemeinde und wurden weggelassen.",
        "Bitte Breite und Länge in Grad angeben, zum Beispiel 51,4818 und 7,2162.",
    ),
    "coordinates_swapped": (
        Severity.HINT,
        "Breite und Länge waren vertauscht; wir haben sie richtig herum übernommen.",
        "Bitte die beiden Felder beim nächsten Mal tauschen.",
    ),
}
