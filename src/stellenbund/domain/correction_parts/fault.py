"""Fault: why something that was typed by hand cannot become a value of an opening."""

from collections.abc import Sequence

from stellenbund.domain.errors import StellenbundError
from stellenbund.domain.value import Told, Value


class Fault(Value):
    """What is wrong with the text of one *field*: by which *rule*, and what to do about it.

    Both details are whole sentences, of which the last is the remedy. *allowed* are the words that
    would be taken, or an example of one.
    """

    field: Told
    text: Told | None
    rule: str
    detail: Told
    detail_de: Told
    allowed: tuple[str, ...] = ()


class UncorrectableError(StellenbundError):
    """Nothing was set, because something in it cannot be; each fault says what."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        """Keep the faults in the order in which they were typed."""
        super().__init__(" ".join(fault.detail for fault in faults))
        self.faults = tuple(faults)


class UnaskedError(StellenbundError):
    """Somebody answers what is not asked, or not any more; both sentences say so."""

    def __init__(self, detail: str, detail_de: str) -> None:
        """Keep the sentences in English and in German."""
        super().__init__(detail)
        self.detail = detail
        self.detail_de = detail_de


def withdrawn(opening: str) -> UncorrectableError:
    """Complain that nobody offers an opening any more, so that there is nothing to correct."""
    return UncorrectableError(
        [
            Fault(
                field="opening",
                text=opening,
                rule="withdrawn",
                detail=f"No source speaks of opening {opening} any more, so there is nothing to "
                "correct. What was set before waits for it to come back.",
                detail_de=f"Von der Stelle {opening} spricht keine Quelle mehr; zu berichtigen "
                "gibt es nichts. Was vorher gesetzt war, wartet, bis sie wiederkommt.",
            )
        ]
    )


def unasked(number: int) -> UnaskedError:
    """Complain that nothing is asked about a correction."""
    return UnaskedError(
        f"Nothing is asked about correction {number}: its sources say what they said when it was "
        "made, or what it says itself.",
        f"Zur Berichtigung {number} ist nichts offen: Die Quellen sagen, was sie schon sagten, "
        "oder das Gleiche wie sie.",
    )


def moved_on(number: int) -> UnaskedError:
    """Complain that the sources say something else than the question that was answered."""
    return UnaskedError(
        f"The sources say something else about correction {number} by now. Look at the question "
        "again.",
        f"Zur Berichtigung {number} sagen die Quellen inzwischen etwas anderes. Bitte die Frage "
        "noch einmal ansehen.",
    )
