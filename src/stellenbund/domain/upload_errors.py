"""Upload errors: why an upload cannot be received, committed, undone or shown."""

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
        "ist überholt, weil ein neuerer voller Bestand schon übernommen wurde",
    ),
}


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
            f"Dieselbe Datei wartet schon, als Upload {twin.id} vom "
            f"{twin.received_at:%d.%m.%Y}. Bitte diesen übernehmen.",
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
            f"Seit der Vorschau von Upload {upload.id} hat sich etwas geändert. Bitte die Vorschau "
            "noch einmal ansehen und dann übernehmen.",
        )


class ConsentNeededError(UploadRefusedError):
    """The upload would remove so much that its commit must say that this is meant."""

    def __init__(self, upload: Upload, vanishing: int, *, held: int) -> None:
        """Say how many openings would vanish."""
        super().__init__(
            f"Upload {upload.id} would remove {vanishing} of {held} openings; say that it is sure.",
            f"Mit Upload {upload.id} verschwinden {vanishing} von {held} Plätzen. Ist das so "
            "gemeint, bitte ausdrücklich bestätigen.",
        )
        self.vanishing = vanishing
        self.held = held


class AlreadyCommittedError(UploadRefusedError):
    """The upload was committed before."""

    def __init__(self, upload: Upload) -> None:
        """Name the run that its commit led to."""
        super().__init__(
            f"Upload {upload.id} was committed already, as run {upload.run}.",
            f"Upload {upload.id} ist schon übernommen, mit Lauf {upload.run}.",
        )
        self.run = upload.run


class UploadClosedError(UploadRefusedError):
    """The upload can no longer be committed."""

    def __init__(self, upload: Upload) -> None:
        """Say what became of it."""
        english, german = _CLOSED[upload.state]
        super().__init__(
            f"Upload {upload.id} {english}; send the file again.",
            f"Upload {upload.id} {german}. Bitte die Datei noch einmal hochladen.",
        )


class NotCommittedError(UploadRefusedError):
    """What was never committed, or was taken back already, cannot be taken back."""

    def __init__(self, upload: Upload) -> None:
        """Say which of the two it is."""
        if upload.state is UploadState.UNDONE:
            detail = f"Upload {upload.id} was taken back already, as run {upload.undo_run}."
            german = f"Upload {upload.id} ist schon zurückgenommen, mit Lauf {upload.undo_run}."
        else:
            detail = f"Upload {upload.id} was never committed, so there is nothing to take back."
            german = f"Upload {upload.id} wurde nie übernommen; es gibt nichts zurückzunehmen."
        super().__init__(detail, german)


class NotNewestError(UploadRefusedError):
    """A later upload stands on this one, so that one must be taken back first."""

    def __init__(self, upload: Upload, newest: Upload) -> None:
        """Name the upload that can be taken back."""
        super().__init__(
            f"Upload {newest.id} was committed after {upload.id}; take it back first.",
            f"Nach Upload {upload.id} wurde Upload {newest.id} übernommen. Zurücknehmen geht "
            "Schritt für Schritt; bitte zuerst diesen zurücknehmen.",
        )
        self.newest = newest


class ForgottenError(UploadRefusedError):
    """The file of an upload and what was read from it are no longer kept."""

    def __init__(self, upload: Upload) -> None:
        """Say for how long files are kept."""
        super().__init__(
            f"The file of upload {upload.id} is no longer kept: committed ones are for "
            f"{KEPT.days} days, others for {WAITS.days}.",
            f"Die Datei von Upload {upload.id} ist nicht mehr aufbewahrt: übernommene behalten wir "
            f"{KEPT.days} Tage, andere {WAITS.days}.",
        )
