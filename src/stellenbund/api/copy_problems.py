"""Copy problems: every way in which the API refuses who keeps a copy of everything."""

from stellenbund.api.problem_kind import ProblemKind

COPY_OUTDATED = ProblemKind(
    slug="copy-outdated",
    status=410,
    title="This copy can no longer be brought up to date",
    title_de="Diese Kopie lässt sich nicht mehr auf den neuesten Stand bringen",
    remedy="Take a snapshot at /v1/snapshot in place of the copy, and go on from its `sequence`.",
    remedy_de="Bitte einen neuen Abzug unter /v1/snapshot an die Stelle der Kopie setzen und ab "
    "dessen `sequence` weiterfragen.",
    example="Changes are told from 1000412 on; your copy is of 412.",
    example_de="Änderungen werden ab 1000412 mitgeteilt; Ihre Kopie ist von 412.",
)
UNKNOWN_WEBHOOK = ProblemKind(
    slug="unknown-webhook",
    status=404,
    title="No such webhook",
    title_de="Diesen Webhook gibt es nicht",
    remedy="Those that your token may see are at /v1/webhooks.",
    remedy_de="Die Webhooks, die Ihr Token sehen darf, stehen unter /v1/webhooks.",
    example="No webhook has the number 3.",
    example_de="Einen Webhook mit der Nummer 3 gibt es nicht.",
)
TOO_MANY_WEBHOOKS = ProblemKind(
    slug="too-many-webhooks",
    status=409,
    title="There are as many webhooks as there can be",
    title_de="Mehr Webhooks sind nicht möglich",
    remedy="Delete one that is not needed any more.",
    remedy_de="Bitte zuerst einen löschen, der nicht mehr gebraucht wird.",
    example="The city bochum has 20 webhooks, which is the most.",
    example_de="Die Stadt bochum hat 20 Webhooks; mehr sind nicht möglich.",
)
WEBHOOKS_OFF = ProblemKind(
    slug="webhooks-off",
    status=503,
    title="This service sends no webhooks",
    title_de="Dieser Dienst verschickt keine Webhooks",
    remedy="Copy with /v1/changes instead, or ask whoever operates the service to set "
    "`STELLENBUND_WEBHOOK_KEY`.",
    remedy_de="Bitte stattdessen über /v1/changes kopieren oder den Betreiber bitten, "
    "`STELLENBUND_WEBHOOK_KEY` zu setzen.",
    example="Webhooks are switched off here.",
    example_de="Webhooks sind hier ausgeschaltet.",
)
