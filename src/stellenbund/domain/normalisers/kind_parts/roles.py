"""Kind roles: words for those who lead, organise or accompany the training of others."""

from stellenbund.domain.normalisers.kind_parts.words import ANY_TRAINING, any_of, begins

ANY = ANY_TRAINING.pattern

_IN_SERVICE = (
    r"\b(?:im|als|ein) (?:[a-z]+ ){0,2}"
    r"(?:fsj|bfd|foej|freiwillig|bundesfreiw|praktik(?:um|ant(?:in)?)\b)"
)

LEADING = any_of(
    r"leitung(?<!rohrleitung)(?<!begleitung)\b",
    r"leit(?<!begleit)(?:er|ende)[rns]?(?:in|innen)?\b",
    r"koordinat|koordinier",
    r"beauftragt|verantwortlich",
    "sachbearbeit",
    begins("sb") + r"\b",
    r"referent",
    r"sekretariat",
    r"management(?<![a-z-]management)(?!-?trainee)|manager",
    rf"mitarbeit(?!.{{0,30}}{_IN_SERVICE})",
    r"experte|expertin|spezialist",
    r"projekt(?:leit|manag|koord|mitarb|steuer)",
    r"controlling",
    r"dozent|lehrkraft|lehrkraefte|lehrer|pruefer(?<![a-z]pruefer)|trainer(?:in)?\b|mentor",
    r"recruit|vermittler|berater(?:in)?\b|ausschuss",
    r"personal(?:entw|gewinn|market|betreu|sachb|ref|manag)|personaler\b",
    r"assisten(?:z|tin|ten|t) (?:der|des)\b",
    begins("team ") + "(?=ausb|nachw)",
    "fachkraft (?=ausbildung)",
)
"""A post that leads, administers or teaches."""

CARING = any_of(
    "betreu",
    "begleit(?!end)",
    "berat",
    "ansprechp",
    "coach",
    "unterstuetz",
    "anleit",
    "vermittl",
    "einsatzplan",
)
"""A post that accompanies."""

_TRAINEES = any_of(
    "ausbildungs",
    "ausbildungsplatz",
    "ausbildungsstellen",
    "auszubildenden",
    "azubi",
    "praktikums",
    "praktikanten",
    "nachwuchs",
    "nachwuchskraefte",
    "studiengangs",
    "traineeprogramm",
    "freiwilligen",
    "studierenden",
    "fsj",
    "bfd",
    "volontariats",
)
_TASK = any_of(
    "leit(?:ung|er|end)|koordin|manag|steuer|organis|agentur|zentrale|wesen|controll",
    "beauftragt|verantwort|sachbearb|refer|sekret|personal|recruit|gewinn|scout|botschaft|market",
    "berat|betreu|begleit|vermittl|coach|vertret|lehr|meister|pruef|offizier",
    "foerder|entgelt|duldung|hilfe",
)
COMPOUND = any_of(rf"{_TRAINEES}[ -]?{_TASK}", "studien(?:berat|koordin|leit)")
"""One word for a task with trainees: Ausbildungsleitung, Azubi-Betreuung, Ausbildungsförderung."""

_AREA = any_of(
    "bereich",
    "stelle",
    "gebiet",
    "abteilung",
    "team",
    "referat",
    "themenfeld",
    "schwerpunkt",
    "fachdienst",
    "zentrum",
    "projekt",
    "initiative",
)
UNIT = any_of(
    rf"{_AREA} ?[\"„“]?(?:ausbildung(?:en)?\b(?! zu| als)|nachwuchs)",
    r"(?:amt|institut|schule|akademie|stelle) fuer (?:[a-z-]+,? ){0,3}ausbildung",
)
"""A unit for training: "im Bereich Ausbildung"."""

PLACE = any_of(
    r"ausbildungs[ -]?(?:zentr|werkst|buero|abteil|team|akadem|staett|verbund|dienst|bereich)",
    r"ausbildungs[ -]?(?:restaurant|kueche)",
    r"azubi-?(?:wohnheim|team|buero)",
    r"lehrwerkst|praktikantenamt|studierendenwerk",
    r"berufskolleg|berufsschul",
)
"""A place where others are trained."""

OTHERS = (
    r" (?:fuer|von|mit|unserer|der) (?:[a-z]+ ){0,2}"
    r"(?:auszubild|azubi|nachwuchs|anwaerter|praktikant|studierende|referendar|freiwillig)"
)
"""Somebody or something "für Auszubildende"."""

GRADE = any_of(
    r"\b(?:entgeltgruppe|besoldungsgruppe|besgr|tvoed|tv-l)",
    r"\beg ?\d|\be ?\d{1,2} ?[abc]?\b",
    r"\b(?:a ?(?:[5-9]|1[0-6])|s ?(?:[2-9]|1[0-8]) ?[ab]?|p ?(?:[5-9]|1[0-6]))\b",
)
"""A pay grade: EG 9c, A 10, S 12."""

OTHER_JOB = any_of(
    "unbefristet",
    begins("befristet"),
    r"ingenieur(?:e|in|innen)?\b|dipl(?:om)?\.?[ -]{0,2}ing\b|architekt(?:in)?\b",
    r"techniker(?<![a-z]techniker)(?:in)?\b",
    r"meister(?<!brandmeister)(?<!bademeister)(?:in|innen)?\b",
    "jurist|amtsarzt|amtsaerzt|sachverstaendig",
    begins("aerzt"),
    begins("arzt") + r"\b",
    r"paedagogische[nr]? (?:fach|ergaenzungs)kr",
    r"hausmeister|reinigungskraft|schulbegleit|sozialarbeiter|schulsozialarb",
    r"fuer die (?:betreuung|begleitung)",
    r"bachelor (?:oder|bzw\.?|/) ?(?:fh|dipl|master)",
)
"""Evidently ordinary jobs, as they stand among the training places of a page."""
