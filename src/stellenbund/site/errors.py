"""Errors: why a page is not shown, other than what the rooms below say."""

from collections.abc import Mapping

from stellenbund.domain.access import Lack
from stellenbund.domain.errors import StellenbundError


class NotSignedInError(StellenbundError):
    """Nobody is signed in in this browser, or not any more; *texts* are what a form said."""

    def __init__(self, texts: Mapping[str, str] | None = None) -> None:
        """Keep what would be lost."""
        super().__init__("nobody is signed in")
        self.texts = texts


class FromElsewhereError(StellenbundError):
    """A page of another site led here, so the browser has kept its cookie back for this once."""


class ForeignFormError(StellenbundError):
    """A form was sent that was not ours, or was shown to another browser."""


class NotAllowedError(StellenbundError):
    """Whoever is signed in may not do this; *lack* says what is missing."""

    def __init__(self, lack: Lack) -> None:
        """Keep what is missing."""
        super().__init__(f"lacks {lack}")
        self.lack = lack


class BodyTooLargeError(StellenbundError):
    """What was sent is larger than any file that is read."""


class FormRefusedError(StellenbundError):
    """What a form says cannot be meant; the German sentence says what to change."""
