"""Access problems: every way in which the API turns somebody away."""

from stellenbund.api.problem_kind import ProblemKind

TOO_MANY_REQUESTS = ProblemKind(
    slug="too-many-requests",
    status=429,
    title="Too many requests",
    title_de="Zu viele Anfragen",
    remedy="Wait for the seconds in the Retry-After header; the RateLimit header of each answer "
    "says how many are left. Copy with /v1/changes what you need often, or ask whoever operates "
    "the service for a token, which has more.",
    remedy_de="Bitte die Sekunden in der Kopfzeile Retry-After abwarten; wie viele noch möglich "
    "sind, steht in RateLimit jeder Antwort. Was oft gebraucht wird, bitte mit /v1/changes "
    "kopieren, oder den Betreiber um ein Token bitten, mit dem mehr möglich ist.",
    example="120 requests in 60 seconds are the most for one address; all of them are there again "
    "in 17 seconds.",
    example_de="Mehr als 120 Anfragen in 60 Sekunden sind von einer Adresse nicht möglich; in 17 "
    "Sekunden sind es wieder so viele.",
)
UNAUTHORIZED = ProblemKind(
    slug="unauthorized",
    status=401,
    title="A token is needed",
    title_de="Dafür ist ein Token nötig",
    remedy="Send it as `Authorization: Bearer TOKEN`. Whoever operates the service gives one out "
    "with `stellenbund token create`. Reading what is published needs none.",
    remedy_de="Bitte als `Authorization: Bearer TOKEN` mitsenden. Ausgestellt wird es vom "
    "Betreiber mit `stellenbund token create`. Lesen, was veröffentlicht ist, geht ohne.",
    example="This needs a token, and the request carries none.",
    example_de="Dafür ist ein Token nötig; die Anfrage enthält keines.",
)
OPERATOR_ONLY = ProblemKind(
    slug="operator-only",
    status=403,
    title="Only the operator may do this",
    title_de="Das darf nur der Betreiber",
    remedy="Ask whoever operates the service. What concerns your city alone stands below "
    "/v1/cities/{city}.",
    remedy_de="Bitte an den Betreiber wenden. Was nur Ihre Stadt betrifft, steht unterhalb von "
    "/v1/cities/{city}.",
    example="This is for the operator; the token is for the city bochum.",
    example_de="Das ist Sache des Betreibers; das Token gilt für die Stadt bochum.",
)
OTHER_CITY = ProblemKind(
    slug="other-city",
    status=403,
    title="The token is for another city",
    title_de="Das Token gilt für eine andere Stadt",
    remedy="Use a token of the city that this belongs to, or correct the address.",
    remedy_de="Bitte ein Token der Stadt verwenden, zu der das gehört, oder die Adresse "
    "berichtigen.",
    example="This belongs to the city essen; the token is for the city bochum.",
    example_de="Das gehört zur Stadt essen; das Token gilt für die Stadt bochum.",
)
MISSING_VERB = ProblemKind(
    slug="missing-verb",
    status=403,
    title="The token may not do this",
    title_de="Das darf das Token nicht",
    remedy="Use a token with that verb. Whoever operates the service gives one out with "
    "`stellenbund token create --can VERB`.",
    remedy_de="Bitte ein Token mit diesem Verb verwenden. Ausgestellt wird es vom Betreiber mit "
    "`stellenbund token create --can VERB`.",
    example="This needs the verb “decide”; the token has “upload”.",
    example_de="Dafür ist das Verb „decide“ nötig; das Token hat „upload“.",
)
