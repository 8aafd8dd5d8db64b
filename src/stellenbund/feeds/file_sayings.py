"""File sayings: what findings about a whole file and its columns tell HR, by their rules."""

from stellenbund.domain.finding import Severity
from stellenbund.feeds.saying import Saying

_WARNING, _HINT = Severity.WARNING, Severity.HINT

FILE_SAYINGS = {
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
        "Als Datei mit allen Stellen lässt sie sich so nicht übernehmen.",
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
    "file.merged_cells": Saying(
        _HINT,
        "Verbundene Zellen gelten für alle Zeilen, über die sie gehen: {where}.",
        "Gilt ein Wert nur für die erste Zeile, bitte die Verbindung aufheben.",
    ),
    "file.failed_formulas": Saying(
        _WARNING,
        "Formeln ergeben hier einen Fehler oder haben kein gespeichertes Ergebnis: {where}. Die"
        " Zellen gelten als leer.",
        "Bitte die Formeln durch ihre Werte ersetzen.",
    ),
    "file.no_start": Saying(
        _WARNING,
        "{count} von {count} Stellen haben keinen Beginn.",
        "Steht er in einer Spalte, bitte sie dem „Beginn“ zuordnen; ohne ihn ist keine dieser"
        " Stellen für ein Jahr zu finden.",
    ),
    "file.no_deadline": Saying(
        _WARNING,
        "{count} von {count} Stellen haben keinen Bewerbungsschluss.",
        "Steht er in einer Spalte, bitte sie dem „Bewerbungsschluss“ zuordnen; ohne ihn bleiben die"
        " Stellen sichtbar, bis sie nicht mehr in der Datei stehen.",
    ),
    "file.no_references": Saying(
        _HINT,
        "{count} von {openings} Stellen haben weder Kennziffer noch eigene Adresse ({where}).",
        "Eine Kennziffer hilft, sie wiederzuerkennen, wenn sich der Titel ändert.",
    ),
    "file.running_numbers": Saying(
        _HINT,
        "Die Spalte „{value}“ zählt nur durch; daran erkennen wir jede Stelle wieder.",
        "Eine Nummer muss bei ihrer Stelle bleiben, auch wenn Zeilen dazukommen. Sonst bitte die"
        " Spalte nicht beachten.",
    ),
    "file.date_system": Saying(
        _HINT, "Die Datei zählt Tage ab 1904 (Excel für Mac); wir rechnen das ein.", ""
    ),
    "column.needed": Saying(
        _WARNING,
        "Keine Spalte heißt „{needed}“ oder ähnlich; ohne Titel können wir keine Stelle zeigen.",
        "Bitte die Spalte mit den Titeln so nennen oder ihr den Titel zuordnen.",
    ),
    "column.similar": Saying(
        _HINT,
        "Die Spalte „{value}“ lesen wir als „{read}“.",
        "Stimmt das nicht, bitte die Spalte anders zuordnen.",
    ),
    "column.unknown": Saying(
        _HINT,
        "Die Spalte „{value}“ kennen wir nicht; wir lesen und veröffentlichen sie nicht.",
        "Soll sie gelten, bitte zuordnen: einer Spalte, die wir kennen, oder als zusätzliche"
        " Angaben.",
    ),
    "column.near": Saying(
        _WARNING,
        "Die Spalte „{value}“ kennen wir nicht; wir lesen und veröffentlichen sie nicht.",
        "Meinen Sie „{read}“? Dann bitte so zuordnen.",
    ),
    "column.unnamed": Saying(
        _HINT,
        "Die {value} hat Werte, aber keinen Namen; wir lesen und veröffentlichen sie nicht.",
        "Bitte einen Namen darüber schreiben.",
    ),
    "column.hidden": Saying(
        _WARNING,
        "Die Spalte „{value}“ ist ausgeblendet; wir lesen und veröffentlichen sie nicht.",
        "Soll sie gelten, bitte in der Tabelle einblenden oder ausdrücklich zuordnen.",
    ),
    "column.twice": Saying(
        _WARNING,
        "Auch die Spalte „{value}“ bedeutet „{read}“; es gilt die Spalte „{first}“.",
        "Bitte eine der beiden umbenennen oder anders zuordnen.",
    ),
}
"""The rules that begin with ``file.`` and ``column.``."""
