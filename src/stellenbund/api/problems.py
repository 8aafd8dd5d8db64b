"""Problems: every way in which the API says no, with its address, status and two titles."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemKind:
    """One type of problem (RFC 9457).

    *remedy* says what a caller can do about it, *example* is the detail of one such problem.
    """

    slug: str
    status: int
    title: str
    title_de: str
    remedy: str
    remedy_de: str
    example: str
    example_de: str

    @property
    def path(self) -> str:
        """Where the type is described; the ``type`` member of a problem points here."""
        return f"/problems/{self.slug}"


UNKNOWN_PARAMETER = ProblemKind(
    slug="unknown-parameter",
    status=422,
    title="Unknown parameter",
    title_de="Unbekannter Parameter",
    remedy="Use one of the parameters in `allowed`; `near` holds those that look like yours.",
    remedy_de="Bitte einen Parameter aus `allowed` verwenden; `near` nennt die ähnlichsten.",
    example="There is no parameter “citty” here. Did you mean “city”?",
    example_de="Einen Parameter „citty“ gibt es hier nicht. Ist „city“ gemeint?",
)
UNKNOWN_VALUE = ProblemKind(
    slug="unknown-value",
    status=422,
    title="Unknown value",
    title_de="Unbekannter Wert",
    remedy="Use one of the values in `allowed`; `near` holds those that look like yours. "
    "Cities are listed at /v1/cities, professions at /v1/professions.",
    remedy_de="Bitte einen Wert aus `allowed` verwenden; `near` nennt die ähnlichsten. "
    "Städte stehen unter /v1/cities, Berufe unter /v1/professions.",
    example="city has no value “bohcum”. Did you mean “bochum”?",
    example_de="Für city gibt es den Wert „bohcum“ nicht. Ist „bochum“ gemeint?",
)
INVALID_VALUE = ProblemKind(
    slug="invalid-value",
    status=422,
    title="Invalid value",
    title_de="Ungültiger Wert",
    remedy="Correct the value as its `detail` says; `allowed` describes what is taken.",
    remedy_de="Bitte den Wert so ändern, wie `detail_de` es sagt; `allowed` beschreibt, was geht.",
    example="limit must be at most 100.",
    example_de="limit darf höchstens 100 sein.",
)
REPEATED_PARAMETER = ProblemKind(
    slug="repeated-parameter",
    status=422,
    title="Parameter given more than once",
    title_de="Parameter mehrfach angegeben",
    remedy="Give the parameter once. Only city, profession, kind, training_year and status may "
    "be repeated; any of their values will then do.",
    remedy_de="Bitte den Parameter nur einmal angeben. Nur city, profession, kind, training_year "
    "und status dürfen sich wiederholen; dann genügt einer ihrer Werte.",
    example="limit may be given once; it was given 2 times.",
    example_de="limit darf nur einmal angegeben werden, stand aber 2-mal da.",
)
INVALID_CURSOR = ProblemKind(
    slug="invalid-cursor",
    status=400,
    title="Cursor does not belong to this query",
    title_de="Der Cursor gehört nicht zu dieser Abfrage",
    remedy="Follow `next.url` of the previous page unchanged, or start again without a cursor.",
    remedy_de="Bitte `next.url` der vorigen Seite unverändert aufrufen oder ohne Cursor neu "
    "beginnen.",
    example="This cursor was not made for this query.",
    example_de="Dieser Cursor wurde nicht für diese Abfrage ausgestellt.",
)
UNKNOWN_OPENING = ProblemKind(
    slug="unknown-opening",
    status=404,
    title="No such opening",
    title_de="Diese Ausbildungsstelle gibt es nicht",
    remedy="Ids are never used twice, so this one was never published. Search at /v1/openings.",
    remedy_de="Kennungen werden nie zweimal vergeben; diese war nie veröffentlicht. Alle Stellen "
    "stehen unter /v1/openings.",
    example="No opening has the id “k7m2x9qa4w”.",
    example_de="Eine Ausbildungsstelle mit der Kennung „k7m2x9qa4w“ gibt es nicht.",
)
UNKNOWN_ADDRESS = ProblemKind(
    slug="unknown-address",
    status=404,
    title="Nothing is at this address",
    title_de="Unter dieser Adresse gibt es nichts",
    remedy="The index at / lists every resource; addresses have no slash at their end.",
    remedy_de="Unter / sind alle Adressen aufgeführt; keine endet mit einem Schrägstrich.",
    example="Nothing is at “/v1/opening”. Did you mean “/v1/openings”?",
    example_de="Unter „/v1/opening“ gibt es nichts. Ist „/v1/openings“ gemeint?",
)
WITHDRAWN = ProblemKind(
    slug="withdrawn",
    status=410,
    title="This opening was withdrawn",
    title_de="Diese Ausbildungsstelle wurde zurückgezogen",
    remedy="Follow `links` to the same profession in all cities and to the same city.",
    remedy_de="Die Adressen in `links` führen zum selben Beruf in allen Städten und zur Stadt.",
    example="“Verwaltungsfachangestellte/r” is no longer offered.",
    example_de="„Verwaltungsfachangestellte/r“ wird nicht mehr angeboten.",
)
METHOD_NOT_ALLOWED = ProblemKind(
    slug="method-not-allowed",
    status=405,
    title="Method not allowed",
    title_de="Methode nicht erlaubt",
    remedy="The API is read-only: use a method from the Allow header.",
    remedy_de="Hier kann nur gelesen werden: bitte eine Methode aus der Kopfzeile Allow verwenden.",
    example="POST is not possible here; the API is read-only.",
    example_de="POST ist hier nicht möglich; es kann nur gelesen werden.",
)
REFUSED = ProblemKind(
    slug="refused",
    status=400,
    title="The request was refused",
    title_de="Die Anfrage wurde abgelehnt",
    remedy="Send a plain HTTP request without a body, as the examples at /docs show.",
    remedy_de="Bitte eine einfache Anfrage ohne Inhalt senden, wie die Beispiele unter /docs.",
    example="This request cannot be answered.",
    example_de="Diese Anfrage lässt sich nicht beantworten.",
)
UNAVAILABLE = ProblemKind(
    slug="unavailable",
    status=503,
    title="Temporarily unavailable",
    title_de="Vorübergehend nicht verfügbar",
    remedy="Try again after the seconds in the Retry-After header.",
    remedy_de="Bitte nach den Sekunden in der Kopfzeile Retry-After erneut versuchen.",
    example="The database does not answer.",
    example_de="Die Datenbank antwortet nicht.",
)
INTERNAL_ERROR = ProblemKind(
    slug="internal-error",
    status=500,
    title="Something went wrong on our side",
    title_de="Bei uns ist etwas schiefgegangen",
    remedy="Nothing is wrong with the request. The fault was logged; please try again later.",
    remedy_de="An der Anfrage liegt es nicht. Der Fehler ist notiert; bitte später noch einmal.",
    example="An unexpected error occurred.",
    example_de="Ein unerwarteter Fehler ist aufgetreten.",
)

KINDS: Mapping[str, ProblemKind] = {
    kind.slug: kind
    for kind in (
        UNKNOWN_PARAMETER,
        UNKNOWN_VALUE,
        INVALID_VALUE,
        REPEATED_PARAMETER,
        INVALID_CURSOR,
        UNKNOWN_OPENING,
        UNKNOWN_ADDRESS,
        WITHDRAWN,
        METHOD_NOT_ALLOWED,
        REFUSED,
        UNAVAILABLE,
        INTERNAL_ERROR,
    )
}
