"""Upload errors: why an upload cannot be received, committed, undone or shown."""

from stellenbund.domain.clock import BERLIN
from stellenbund.domain.errors import StellenbundError
from stellenbund.domain.upload import KEPT, WAITS, Upload, UploadState

_CLOSED = {
    UploadState.UNDONE: ("was taken back", "wurde zurückgenommen"),
    UploadState.EXPIRED: (
        f"expired, as nobody committed it within {WAITS.days} days",
        f"ist verfallen, weil es {WAITS.days} Tage lang niemand übernommen hat",
    ),
    UploadState.SUPERSEDED: (
        "was superseded by a newer full stock that was committed first",
        "ist überholt, weil schon eine neuere Datei mit allen Stellen übernommen wurde",
    ),
}


def called(upload: Upload) -> str:
    """Return a file as HR knows it, by its name and by when it came, in Berlin."""
    return f"„{upload.name}“ ({upload.received_at.astimezone(BERLIN):%d.%m.%Y, %H:%M} Uhr)"


class UploadRefusedError(StellenbundError):
    """Something cannot be done with an upload; both sentences say why and what to do instead."""

    def __init__(self, detail: str, detail_de: str) -> None:
        """Keep the sentences in English and in German."""
        super().__init__(detail)
        self.detail = detail
        self.detail_de = detail_de


class TwinError(UploadRefusedError):
    """The very same file was sent before, to be read the same way, and waits."""

    def __init__(self, twin: Upload) -> None:
        """Name the upload that waits."""
        super().__init__(
            f"The same file waits already, as upload {twin.id} of {twin.received_at:%Y-%m-%d}.",
            f"Dieselbe Datei wartet schon: {called(twin)}. Bitte diese übernehmen.",
        )
        self.twin = twin


class KeyReusedError(UploadRefusedError):
    """A key that makes a request repeatable was given with another request before."""

    def __init__(self, key: str) -> None:
        """Name the key."""
        super().__init__(
            f"The key “{key}” was used for another request.",
            f"Der Schlüssel „{key}“ gehört schon zu einer anderen Anfrage.",
        )


class PreviewOutdatedError(UploadRefusedError):
    """What the upload would change is not what the caller saw."""

    def __init__(self, upload: Upload) -> None:
        """Name the upload whose preview must be looked at anew."""
        super().__init__(
            f"Since the preview of upload {upload.id} something has changed; look at it again.",
            f"Seit der Vorschau von {called(upload)} hat sich etwas geändert. Bitte die Vorschau "
            "noch einmal ansehen und dann übernehmen.",
        )


class ConsentNeededError(UploadRefusedError):
    """The upload would remove so much that its commit must say that this is meant."""

    def __init__(self, upload: Upload, vanishing: int, *, held: int) -> None:
        """Say how many openings would vanish."""
        super().__init__(
            f"Upload {upload.id} would remove {vanishing} of {held} openings; say that it is sure.",
            f"Mit {called(upload)} verschwinden {vanishing} von {held} Stellen. Ist das so "
            "gemeint, bitte ausdrücklich bestätigen.",
        )
        self.vanishing = vanishing
        self.held = held


class EmptiesError(UploadRefusedError):
    """A full stock in which no opening could be read would take all openings away."""

    def __init__(self, upload: Upload, vanishing: int) -> None:
        """Say how many openings would vanish, and how they can if that is meant."""
        super().__init__(
            f"Upload {upload.id} names no opening; as a full stock it would remove all "
            f"{vanishing}. Mend its rows, or take openings out by the column “löschen”.",
            f"In {called(upload)} ist keine einzige Stelle; damit verschwänden alle {vanishing} "
            "Stellen Ihrer früheren Dateien. Bitte die Zeilen verbessern und die Datei noch einmal "
            "hochladen. Gibt es wirklich keine Stelle mehr, bitte jede in eine Zeile schreiben, "
            "mit „ja“ in der Spalte „löschen“.",
        )


class AlreadyCommittedError(UploadRefusedError):
    """The upload was committed before."""

    def __init__(self, upload: Upload) -> None:
        """Name the run that its commit led to."""
        super().__init__(
            f"Upload {upload.id} was committed already, as run {upload.run}.",
            f"Die Datei {called(upload)} ist schon übernommen.",
        )
        self.run = upload.run


class UploadClosedError(UploadRefusedError):
    """The upload can no longer be committed."""

    def __init__(self, upload: Upload) -> None:
        """Say what became of it."""
        english, german = _CLOSED[upload.state]
        super().__init__(
            f"Upload {upload.id} {english}; send the file again.",
            f"Die Datei {called(upload)} {german}. Bitte noch einmal hochladen.",
        )


class NotCommittedError(UploadRefusedError):
    """What was never committed, or was taken back already, cannot be taken back."""

    def __init__(self, upload: Upload) -> None:
        """Say which of the two it is."""
        if upload.state is UploadState.UNDONE:
            detail = f"Upload {upload.id} was taken back already, as run {upload.undo_run}."
            german = f"Die Datei {called(upload)} ist schon zurückgenommen."
        else:
            detail = f"Upload {upload.id} was never committed, so there is nothing to take back."
            german = (
                f"Die Datei {called(upload)} wurde nie übernommen; es gibt nichts zurückzunehmen."
            )
        super().__init__(detail, german)


class NotNewestError(UploadRefusedError):
    """A later upload stands on this one, so that one must be taken back first."""

    def __init__(self, upload: Upload, newest: Upload) -> None:
        """Name the upload that can be taken back."""
        super().__init__(
            f"Upload {newest.id} was committed after {upload.id}; take it back first.",
            f"Nach {called(upload)} wurde {called(newest)} übernommen. Zurücknehmen geht Schritt "
            "für Schritt; bitte zuerst die spätere Datei zurücknehmen.",
        )
        self.newest = newest


class ForgottenError(UploadRefusedError):
    """The file of an upload and what was read from it are no longer kept."""

    def __init__(self, upload: Upload) -> None:
        """Say for how long files are kept."""
        super().__init__(
            f"The file of upload {upload.id} is no longer kept: committed ones are for "
            f"{KEPT.days} days, others for {WAITS.days}.",
            f"Die Datei {called(upload)} ist nicht mehr aufbewahrt: übernommene behalten wir "
            f"{KEPT.days} Tage, andere {WAITS.days}.",
        )
