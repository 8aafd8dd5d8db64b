"""Wording: the words of our vocabularies as HR reads them."""

from collections.abc import Mapping

from stellenbund.domain.access import Verb
from stellenbund.domain.account import AccountState
from stellenbund.domain.audit import Deed
from stellenbund.domain.correctable import CORRECTABLE
from stellenbund.domain.correction import Choice
from stellenbund.domain.finding import Severity
from stellenbund.domain.run import Outcome
from stellenbund.domain.token import TokenState
from stellenbund.domain.upload import Mode, UploadState
from stellenbund.domain.vocabulary import Certificate, Kind, Status, Tariff

VERBS: Mapping[str, str] = {
    Verb.READ_OWN: "alles lesen, was Ihre Stadt betrifft",
    Verb.UPLOAD: "Dateien hochladen, übernehmen und zurücknehmen",
    Verb.DECIDE: "entscheiden, ob angezweifelte Neuigkeiten gelten",
    Verb.CORRECT: "Angaben berichtigen und Stellen verbergen",
    Verb.SUBSCRIBE: "Programme über Änderungen benachrichtigen lassen",
}
SHORT_VERBS: Mapping[str, str] = {
    Verb.READ_OWN: "lesen",
    Verb.UPLOAD: "Dateien hochladen",
    Verb.DECIDE: "entscheiden",
    Verb.CORRECT: "berichtigen",
    Verb.SUBSCRIBE: "benachrichtigen",
}
ANSWERS: Mapping[str, str] = {
    Choice.KEEP: "eigene Angabe behalten",
    Choice.TAKE: "Angabe der Quellen nehmen",
}
STATUSES: Mapping[str, str] = {
    Status.PUBLISHED: "veröffentlicht",
    Status.EXPIRED: "Bewerbungsschluss vorbei",
    Status.HELD: "verborgen",
    Status.WITHDRAWN: "zurückgezogen",
}
KINDS: Mapping[str, str] = {
    Kind.DUAL_APPRENTICESHIP: "Ausbildung",
    Kind.SCHOOL_BASED: "Schulische Ausbildung",
    Kind.CIVIL_SERVICE_PREPARATION: "Beamtenausbildung",
    Kind.DUAL_STUDY: "Duales Studium",
    Kind.ENTRY_QUALIFICATION: "Einstiegsqualifizierung",
    Kind.INTERNSHIP: "Praktikum",
    Kind.VOLUNTARY_YEAR: "Freiwilligendienst",
    Kind.OTHER: "Sonstiges",
}
CERTIFICATES: Mapping[str, str] = {
    Certificate.NONE: "keiner nötig",
    Certificate.HAUPTSCHULE_9: "Erster Schulabschluss (Klasse 9)",
    Certificate.HAUPTSCHULE_10: "Erweiterter Erster Schulabschluss (Klasse 10)",
    Certificate.MITTLERER: "Mittlerer Schulabschluss",
    Certificate.FHR_SCHOOL: "Fachhochschulreife, schulischer Teil",
    Certificate.FHR: "Fachhochschulreife",
    Certificate.ABITUR: "Abitur",
}
OUTCOMES: Mapping[str, str] = {
    Outcome.APPLIED: "gelesen, es gab Neues",
    Outcome.UNCHANGED: "gelesen, nichts Neues",
    Outcome.EMPTY: "gelesen, die Quelle hat keine Stelle",
    Outcome.DOUBTED: "angezweifelt",
    Outcome.TRUNCATED: "nur zum Teil gelesen",
    Outcome.BLOCKED: "abgewiesen",
    Outcome.MOVED: "umgezogen",
    Outcome.UNREADABLE: "nicht lesbar",
    Outcome.FAILED: "nicht erreichbar",
    Outcome.SWITCHED_OFF: "abgeschaltet",
    Outcome.INTERRUPTED: "abgebrochen",
}
DEEDS: Mapping[str, str] = {
    Deed.RUN_RELEASED: "Angezweifeltes übernommen",
    Deed.RUN_REJECTED: "Angezweifeltes abgelehnt",
    Deed.VALUES_SET: "Angaben berichtigt",
    Deed.CORRECTION_TAKEN_BACK: "Berichtigung zurückgenommen",
    Deed.OPENING_HIDDEN: "Stelle verborgen",
    Deed.OPENING_SHOWN: "Stelle wieder gezeigt",
    Deed.QUESTION_ANSWERED: "Frage zu einer Berichtigung beantwortet",
    Deed.UPLOAD_COMMITTED: "Datei übernommen",
    Deed.UPLOAD_UNDONE: "Datei zurückgenommen",
    Deed.TOKEN_CREATED: "Token ausgestellt",
    Deed.TOKEN_ROTATED: "Token erneuert",
    Deed.TOKEN_REVOKED: "Token widerrufen",
    Deed.WEBHOOK_CREATED: "Benachrichtigung eingerichtet",
    Deed.WEBHOOK_DELETED: "Benachrichtigung gelöscht",
    Deed.WEBHOOK_DISABLED: "Benachrichtigung abgeschaltet",
    Deed.WEBHOOK_REPLAYED: "Benachrichtigung wiederholt",
    Deed.ACCOUNT_INVITED: "Konto eingeladen",
    Deed.ACCOUNT_ACCEPTED: "Einladung angenommen",
    Deed.ACCOUNT_CLOSED: "Konto geschlossen",
    Deed.PASSWORD_CHANGED: "Passwort geändert",
}
ACCOUNT_STATES: Mapping[str, str] = {
    AccountState.INVITED: "eingeladen",
    AccountState.ACTIVE: "offen",
    AccountState.CLOSED: "geschlossen",
}
UPLOAD_STATES: Mapping[str, str] = {
    UploadState.PREVIEW: "wartet auf Sie",
    UploadState.COMMITTED: "übernommen",
    UploadState.UNDONE: "zurückgenommen",
    UploadState.EXPIRED: "verfallen",
    UploadState.SUPERSEDED: "überholt",
}
MODES: Mapping[str, str] = {
    Mode.FULL_STOCK: "alle Stellen",
    Mode.CHANGES_ONLY: "nur Änderungen",
}
SUBJECTS: Mapping[str, str] = {
    "account": "Konto",
    "correction": "Berichtigung",
    "opening": "Stelle",
    "run": "Lauf",
    "token": "Token",
    "upload": "Datei",
    "webhook": "Benachrichtigung",
}
FACTS: Mapping[str, str] = {
    "after": "nach Änderung Nummer",
    "answer": "Antwort",
    "caused": "Lauf",
    "changed": "geändert",
    "decided_by": "entschieden von",
    "ends_at": "endet",
    "expires_at": "gilt bis",
    "file": "Datei",
    "mode": "Art",
    "name": "Name",
    "new": "neu",
    "note": "Notiz",
    "reason": "Grund",
    "replaced_by": "ersetzt durch Token",
    "run": "Lauf",
    "source": "Quelle",
    "url": "Adresse",
    "vanished": "verschwunden",
    "verbs": "darf",
    **{key: each.label for key, each in CORRECTABLE.items()},
}
TOKEN_STATES: Mapping[str, str] = {
    TokenState.ACTIVE: "gültig",
    TokenState.EXPIRED: "abgelaufen",
    TokenState.REVOKED: "widerrufen",
}
SEVERITIES: Mapping[str, str] = {
    Severity.ERROR: "Fehler",
    Severity.WARNING: "Warnung",
    Severity.HINT: "Hinweis",
}
TARIFFS: Mapping[str, str] = {
    Tariff.TVAOED_BBIG: "TVAöD-BBiG",
    Tariff.TVAOED_PFLEGE: "TVAöD-Pflege",
    Tariff.TVSOED: "TVSöD",
    Tariff.TVPOED: "TVPöD",
    Tariff.ANWAERTERBEZUEGE: "Anwärterbezüge",
}
