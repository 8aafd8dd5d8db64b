"""Problems: every way in which the API says no, with its address, status and two titles."""

from collections.abc import Mapping

from stellenbund.api.access_problems import (
    MISSING_VERB,
    OPERATOR_ONLY,
    OTHER_CITY,
    TOO_MANY_REQUESTS,
    UNAUTHORIZED,
)
from stellenbund.api.copy_problems import (
    COPY_OUTDATED,
    TOO_MANY_WEBHOOKS,
    UNKNOWN_WEBHOOK,
    WEBHOOKS_OFF,
)
from stellenbund.api.correction_problems import UNASKED, UNKNOWN_CORRECTION
from stellenbund.api.problem_kind import ProblemKind
from stellenbund.api.upload_problems import UPLOAD_PROBLEMS

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
    remedy="Give the parameter once. Those that may be repeated say so at /docs; any of their "
    "values will then do.",
    remedy_de="Bitte den Parameter nur einmal angeben. Welche sich wiederholen dürfen, steht unter "
    "/docs; dann genügt einer ihrer Werte.",
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
    remedy="Use a method from the Allow header.",
    remedy_de="Bitte eine Methode aus der Kopfzeile Allow verwenden.",
    example="POST is not possible here; GET, HEAD, OPTIONS are.",
    example_de="POST ist hier nicht möglich; möglich sind GET, HEAD, OPTIONS.",
)
UNKNOWN_CITY = ProblemKind(
    slug="unknown-city",
    status=404,
    title="No such city",
    title_de="Diese Stadt gibt es hier nicht",
    remedy="Cities are named by their slug; all that take part are at /v1/cities.",
    remedy_de="Städte heißen hier nach ihrem Kürzel; alle teilnehmenden stehen unter /v1/cities.",
    example="No city is called “bohcum”.",
    example_de="Eine Stadt „bohcum“ gibt es hier nicht.",
)
UNKNOWN_RUN = ProblemKind(
    slug="unknown-run",
    status=404,
    title="No such run",
    title_de="Diesen Lauf gibt es nicht",
    remedy="Runs are numbered in the order in which they ended; the last ones are at /v1/runs.",
    remedy_de="Läufe sind in der Reihenfolge ihres Endes nummeriert; die letzten stehen unter "
    "/v1/runs.",
    example="No run has the number 17.",
    example_de="Einen Lauf mit der Nummer 17 gibt es nicht.",
)
UNKNOWN_REFERENCE = ProblemKind(
    slug="unknown-reference",
    status=404,
    title="The source showed no such record of its city",
    title_de="Eine solche Stelle der Stadt hat die Quelle nicht gezeigt",
    remedy="Use one of the references in `near`, or the address of the record's page at its "
    "source. What a source has not shown for a year and never became an opening is forgotten.",
    remedy_de="Bitte eine der Kennungen in `near` verwenden oder die Adresse der Seite bei der "
    "Quelle. Was ein Jahr lang nicht zu sehen war und nie eine Stelle wurde, ist vergessen.",
    example="bochum/site showed nothing of its city under “2027-71” within the last year: it lists "
    "that under another employer, or not at all.",
    example_de="bochum/site hat unter „2027-71“ im letzten Jahr nichts von der Stadt gezeigt: Dort "
    "steht es unter einem anderen Arbeitgeber oder gar nicht.",
)
UNDECIDABLE = ProblemKind(
    slug="undecidable",
    status=409,
    title="There is nothing to decide about this run",
    title_de="Über diesen Lauf gibt es nichts zu entscheiden",
    remedy="Only a doubted run can be decided about, once, and only until its source answers "
    "anew. Those that wait are at /v1/runs?open=true.",
    remedy_de="Entscheiden lässt sich nur über einen angezweifelten Lauf, einmal, und nur bis "
    "seine Quelle wieder antwortet. Die wartenden stehen unter /v1/runs?open=true.",
    example="Run 17 was overtaken by run 18, so its harvest is no longer kept.",
    example_de="Lauf 17 wurde von Lauf 18 überholt; seine Ernte ist nicht mehr aufbewahrt.",
)
INVALID_BODY = ProblemKind(
    slug="invalid-body",
    status=400,
    title="The body cannot be read",
    title_de="Der Inhalt lässt sich nicht lesen",
    remedy='Send a JSON object in UTF-8, such as `{"reason": "Die Stellen sind besetzt."}`.',
    remedy_de='Bitte ein JSON-Objekt in UTF-8 senden, zum Beispiel `{"reason": "Die Stellen sind '
    'besetzt."}`.',
    example="The body is no JSON.",
    example_de="Der Inhalt ist kein JSON.",
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
        INVALID_BODY,
        UNAUTHORIZED,
        OPERATOR_ONLY,
        OTHER_CITY,
        MISSING_VERB,
        UNKNOWN_OPENING,
        UNKNOWN_CITY,
        UNKNOWN_RUN,
        UNKNOWN_REFERENCE,
        UNKNOWN_CORRECTION,
        UNKNOWN_WEBHOOK,
        UNKNOWN_ADDRESS,
        WITHDRAWN,
        COPY_OUTDATED,
        TOO_MANY_WEBHOOKS,
        *UPLOAD_PROBLEMS,
        UNDECIDABLE,
        UNASKED,
        METHOD_NOT_ALLOWED,
        REFUSED,
        TOO_MANY_REQUESTS,
        UNAVAILABLE,
        WEBHOOKS_OFF,
        INTERNAL_ERROR,
    )
}
