"""Correction problems: what the API says to who corrects what is not there or not asked."""

from stellenbund.api.problem_kind import ProblemKind

UNKNOWN_CORRECTION = ProblemKind(
    slug="unknown-correction",
    status=404,
    title="No such correction",
    title_de="Diese Berichtigung gibt es nicht",
    remedy="It was taken back, or belongs to another city. Those of a city are at "
    "/v1/cities/{city}/corrections.",
    remedy_de="Sie wurde zurückgenommen oder gehört zu einer anderen Stadt. Die einer Stadt stehen "
    "unter /v1/cities/{city}/corrections.",
    example="No correction has the number 7.",
    example_de="Eine Berichtigung mit der Nummer 7 gibt es nicht.",
)
UNASKED = ProblemKind(
    slug="unasked",
    status=409,
    title="Nothing is asked about this correction",
    title_de="Zu dieser Berichtigung ist nichts offen",
    remedy="A correction is in question while its sources say something else than when it was "
    "made. What is asked stands at /v1/cities/{city}/questions.",
    remedy_de="Gefragt wird nur, solange die Quellen etwas anderes sagen als bei der Berichtigung. "
    "Was offen ist, steht unter /v1/cities/{city}/questions.",
    example="Nothing is asked about correction 7: its sources say what they said when it was made, "
    "or what it says itself.",
    example_de="Zur Berichtigung 7 ist nichts offen: Die Quellen sagen, was sie schon sagten, oder "
    "das Gleiche wie sie.",
)
