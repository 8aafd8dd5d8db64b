"""Upload problems: every way in which the API says no to a city's file."""

from stellenbund.api.problem_kind import ProblemKind
from stellenbund.feeds.limits import MOST_BYTES

UNKNOWN_UPLOAD = ProblemKind(
    slug="unknown-upload",
    status=404,
    title="No such upload",
    title_de="Diese Datei gibt es nicht",
    remedy="The uploads of a city are at /v1/cities/{city}/uploads.",
    remedy_de="Die Dateien einer Stadt stehen unter /v1/cities/{city}/uploads.",
    example="The city has no upload “k7m2x9qa4w”.",
    example_de="Eine Datei „k7m2x9qa4w“ hat die Stadt nicht.",
)
UNREADABLE_FILE = ProblemKind(
    slug="unreadable-file",
    status=422,
    title="The file cannot be read",
    title_de="Die Datei lässt sich nicht lesen",
    remedy="Do as `detail_de` says; `errors` has the rule, and docs/feeds.md explains each. "
    "Nothing was stored.",
    remedy_de="Bitte so vorgehen, wie `detail_de` es sagt; die Regel steht in `errors`, erklärt "
    "sind alle in docs/feeds.md. Gespeichert ist nichts.",
    example="The file cannot be read, by the rule file.encrypted.",
    example_de="Die Datei ist mit einem Kennwort geschützt. Bitte ohne Kennwort speichern und noch "
    "einmal hochladen.",
)
FILE_TOO_LARGE = ProblemKind(
    slug="file-too-large",
    status=413,
    title="The file is too large",
    title_de="Die Datei ist zu groß",
    remedy=f"A file may have {MOST_BYTES} bytes. Take out pictures and empty ranges, or send it in "
    "parts with `mode=changes_only`.",
    remedy_de=f"Eine Datei darf {MOST_BYTES} Bytes haben. Bitte Bilder und leere Bereiche "
    "entfernen oder sie in Teilen mit `mode=changes_only` senden.",
    example=f"The file has more than {MOST_BYTES} bytes.",
    example_de=f"Die Datei hat mehr als {MOST_BYTES} Bytes.",
)
CONDITION_NEEDED = ProblemKind(
    slug="condition-needed",
    status=428,
    title="Say which preview you agree to",
    title_de="Es fehlt, welcher Vorschau zugestimmt wird",
    remedy="Send the ETag of the preview as If-Match.",
    remedy_de="Bitte das ETag der Vorschau als If-Match mitsenden.",
    example="A commit needs If-Match with the ETag of the preview.",
    example_de="Zum Übernehmen gehört If-Match mit dem ETag der Vorschau.",
)
PREVIEW_OUTDATED = ProblemKind(
    slug="preview-outdated",
    status=412,
    title="The preview is out of date",
    title_de="Die Vorschau ist überholt",
    remedy="Look at the preview again, and commit with its new ETag.",
    remedy_de="Bitte die Vorschau noch einmal ansehen und mit ihrem neuen ETag übernehmen.",
    example="Since the preview of upload k7m2x9qa4w something has changed; look at it again.",
    example_de="Seit der Vorschau von „Stellen.xlsx“ (25.11.2026, 09:30 Uhr) hat sich etwas "
    "geändert. Bitte die Vorschau noch einmal ansehen und dann übernehmen.",
)
CONSENT_NEEDED = ProblemKind(
    slug="consent-needed",
    status=409,
    title="Much would vanish",
    title_de="Viele Stellen würden verschwinden",
    remedy='If that is meant, send `{"sure": true}` with the commit. If the file holds only '
    "changes, send it again with `mode=changes_only`.",
    remedy_de='Ist das so gemeint, bitte `{"sure": true}` mit dem Übernehmen senden. Enthält die '
    "Datei nur Änderungen, bitte noch einmal mit `mode=changes_only` senden.",
    example="Upload k7m2x9qa4w would remove 9 of 12 openings; say that it is sure.",
    example_de="Mit „Stellen.xlsx“ (25.11.2026, 09:30 Uhr) verschwinden 9 von 12 Stellen. Ist das "
    "so gemeint, bitte ausdrücklich bestätigen.",
)
EMPTIES = ProblemKind(
    slug="empties-everything",
    status=409,
    title="A full stock without an opening would remove all",
    title_de="In der Datei ist keine Stelle; damit verschwänden alle",
    remedy="Mend the rows that the report names and send the file again. To have no opening any "
    "more, send one row for each of the last ones with “ja” in the column “löschen”.",
    remedy_de="Bitte die Zeilen verbessern, die der Bericht nennt, und die Datei noch einmal "
    "senden. Soll es keine Stelle mehr geben, bitte für jede der letzten eine Zeile mit „ja“ in "
    "der Spalte „löschen“ senden.",
    example="Upload k7m2x9qa4w names no opening; as a full stock it would remove all 12. Mend its "
    "rows, or take openings out by the column “löschen”.",
    example_de="In „Stellen.xlsx“ (25.11.2026, 09:30 Uhr) ist keine einzige Stelle; damit "
    "verschwänden alle 12 Stellen Ihrer früheren Dateien. Bitte die Zeilen verbessern und die "
    "Datei noch einmal hochladen. Gibt es wirklich keine Stelle mehr, bitte jede in eine Zeile "
    "schreiben, mit „ja“ in der Spalte „löschen“.",
)
ALREADY_COMMITTED = ProblemKind(
    slug="already-committed",
    status=409,
    title="The upload was committed already",
    title_de="Die Datei ist schon übernommen",
    remedy="There is nothing left to do; the run is at /v1/runs/{number}.",
    remedy_de="Es ist nichts mehr zu tun; der Lauf steht unter /v1/runs/{number}.",
    example="Upload k7m2x9qa4w was committed already, as run 17.",
    example_de="Die Datei „Stellen.xlsx“ (25.11.2026, 09:30 Uhr) ist schon übernommen.",
)
UPLOAD_CLOSED = ProblemKind(
    slug="upload-closed",
    status=409,
    title="The upload can no longer be committed",
    title_de="Die Datei lässt sich nicht mehr übernehmen",
    remedy="Send the file again and look at its preview.",
    remedy_de="Bitte die Datei noch einmal senden und ihre Vorschau ansehen.",
    example="Upload k7m2x9qa4w was taken back; send the file again.",
    example_de="Die Datei „Stellen.xlsx“ (25.11.2026, 09:30 Uhr) wurde zurückgenommen. Bitte noch "
    "einmal hochladen.",
)
SAME_FILE_WAITS = ProblemKind(
    slug="same-file-waits",
    status=409,
    title="The same file waits already",
    title_de="Dieselbe Datei wartet schon",
    remedy="Commit the upload that the Location header names.",
    remedy_de="Bitte die Datei übernehmen, die die Kopfzeile Location nennt.",
    example="The same file waits already, as upload k7m2x9qa4w of 2026-11-25.",
    example_de="Dieselbe Datei wartet schon: „Stellen.xlsx“ (25.11.2026, 09:30 Uhr). Bitte diese "
    "übernehmen.",
)
NOTHING_TO_UNDO = ProblemKind(
    slug="nothing-to-undo",
    status=409,
    title="There is nothing to take back",
    title_de="Es gibt nichts zurückzunehmen",
    remedy="Only an upload in state `committed` can be taken back.",
    remedy_de="Zurücknehmen lässt sich nur eine Datei im Zustand `committed`.",
    example="Upload k7m2x9qa4w was never committed, so there is nothing to take back.",
    example_de="Die Datei „Stellen.xlsx“ (25.11.2026, 09:30 Uhr) wurde nie übernommen; es gibt "
    "nichts zurückzunehmen.",
)
NOT_NEWEST = ProblemKind(
    slug="not-newest",
    status=409,
    title="A later upload must be taken back first",
    title_de="Zuerst muss eine spätere Datei zurückgenommen werden",
    remedy="Take back the upload that `detail` names, then this one.",
    remedy_de="Bitte zuerst die Datei zurücknehmen, die `detail` nennt, dann diese.",
    example="Upload q4w7m2x9ka was committed after k7m2x9qa4w; take it back first.",
    example_de="Nach „Stellen.xlsx“ (25.11.2026, 09:30 Uhr) wurde „Neu.xlsx“ (25.11.2026, "
    "10:00 Uhr) übernommen. Zurücknehmen geht Schritt für Schritt; bitte zuerst die spätere Datei "
    "zurücknehmen.",
)
KEY_REUSED = ProblemKind(
    slug="key-reused",
    status=422,
    title="The Idempotency-Key belongs to another request",
    title_de="Der Idempotency-Key gehört zu einer anderen Anfrage",
    remedy="Give each request a key of its own, and repeat it unchanged.",
    remedy_de="Bitte jeder Anfrage einen eigenen Schlüssel geben und sie unverändert wiederholen.",
    example="The key “nightly-17” was used for another request.",
    example_de="Der Schlüssel „nightly-17“ gehört schon zu einer anderen Anfrage.",
)
FILE_DROPPED = ProblemKind(
    slug="file-dropped",
    status=410,
    title="The file is no longer kept",
    title_de="Die Datei ist nicht mehr aufbewahrt",
    remedy="Send it again if you still have it; what became of the upload stays known.",
    remedy_de="Bitte noch einmal senden, falls sie noch da ist; was aus ihr wurde, bleibt bekannt.",
    example="The file of upload k7m2x9qa4w is no longer kept: committed ones are for 90 days, "
    "others for 7.",
    example_de="Die Datei „Stellen.xlsx“ (25.11.2026, 09:30 Uhr) ist nicht mehr aufbewahrt: "
    "übernommene behalten wir 90 Tage, andere 7.",
)

UPLOAD_PROBLEMS = (
    *(UNKNOWN_UPLOAD, UNREADABLE_FILE, FILE_TOO_LARGE, CONDITION_NEEDED, PREVIEW_OUTDATED),
    *(CONSENT_NEEDED, EMPTIES, ALREADY_COMMITTED, UPLOAD_CLOSED, SAME_FILE_WAITS),
    *(NOTHING_TO_UNDO, NOT_NEWEST, KEY_REUSED, FILE_DROPPED),
)
"""All of them."""
