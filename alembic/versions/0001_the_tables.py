"""All tables of the first release, and the counters at zero.

Climbing down from here lets everything go: before it there is no table to keep a row in.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

ASCII = sa.String().with_variant(sa.String(collation="C"), "postgresql")
JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

LETTERS = "abcdefghijklmnopqrstuvwxyz"
DIGITS = "0123456789"
HEX = DIGITS + "abcdef"


def words(name, *values):
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=40)


def check(table, name, rule):
    return sa.CheckConstraint(rule, name=op.f(f"ck_{table}_{name}"))


def filled(table, column, length=500):
    return check(table, column, f"length(trim({column})) > 0 AND length({column}) <= {length}")


def made_of(table, column, characters, length):
    rule = f"ltrim({column}, '{characters}') = '' AND length({column}) = {length}"
    return check(table, column, rule)


def slug(table, column):
    return check(
        table,
        column,
        f"length({column}) BETWEEN 1 AND 60 "
        f"AND ltrim({column}, '{LETTERS}{DIGITS}-') = '' "
        f"AND ltrim(rtrim({column}, '-'), '-') = {column} "
        f"AND replace({column}, '--', '') = {column}",
    )


def link(table, column):
    return check(
        table,
        column,
        f"length({column}) <= 2000 AND (substr({column}, 1, 7) IN ('http://', 'mailto:') "
        f"OR substr({column}, 1, 8) = 'https://')",
    )


def upgrade() -> None:
    op.create_table(
        "city",
        sa.Column("slug", ASCII, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("ags", sa.String(), nullable=False),
        sa.Column("website", sa.String(), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        slug("city", "slug"),
        made_of("city", "ags", DIGITS, 8),
        filled("city", "name"),
        filled("city", "website"),
        sa.PrimaryKeyConstraint("slug", name=op.f("pk_city")),
    )
    op.create_table(
        "counter",
        sa.Column("name", ASCII, nullable=False),
        sa.Column("value", sa.BigInteger(), nullable=False),
        check("counter", "value", "value >= 0"),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_counter")),
    )
    op.create_table(
        "profession",
        sa.Column("slug", ASCII, nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("kldb", sa.String()),
        sa.Column(
            "kind",
            words(
                "kind",
                "dual_apprenticeship",
                "school_based",
                "civil_service_preparation",
                "dual_study",
                "entry_qualification",
                "internship",
                "voluntary_year",
                "other",
            ),
            nullable=False,
        ),
        sa.Column("duration_months", sa.Integer()),
        sa.Column(
            "usual_certificate",
            words(
                "certificate",
                "none",
                "hauptschule_9",
                "hauptschule_10",
                "mittlerer",
                "fhr_school",
                "fhr",
                "abitur",
            ),
        ),
        sa.Column("aliases", JSON, nullable=False),
        slug("profession", "slug"),
        made_of("profession", "kldb", DIGITS, 5),
        check("profession", "duration_months", "duration_months BETWEEN 1 AND 72"),
        filled("profession", "title"),
        sa.PrimaryKeyConstraint("slug", name=op.f("pk_profession")),
    )
    op.create_table(
        "opening",
        sa.Column("title_published", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("kldb", sa.String()),
        sa.Column("org_unit", sa.String()),
        sa.Column("description_html", sa.String()),
        sa.Column("description_text", sa.String()),
        sa.Column("tasks", sa.String()),
        sa.Column("profile", sa.String()),
        sa.Column("benefits", sa.String()),
        sa.Column("language", sa.String(35), nullable=False),
        sa.Column("positions", sa.Integer()),
        sa.Column("starts_on", sa.Date()),
        sa.Column("start_text", sa.String()),
        sa.Column("duration_months", sa.Integer()),
        sa.Column("deadline_on", sa.Date()),
        sa.Column("deadline_text", sa.String()),
        sa.Column("opens_on", sa.Date()),
        sa.Column("posted_on", sa.Date()),
        sa.Column(
            "kind",
            words(
                "kind",
                "dual_apprenticeship",
                "school_based",
                "civil_service_preparation",
                "dual_study",
                "entry_qualification",
                "internship",
                "voluntary_year",
                "other",
            ),
            nullable=False,
        ),
        sa.Column("profession", ASCII),
        sa.Column("profession_score", sa.Float(precision=53)),
        sa.Column("profession_method", words("matchmethod", "alias", "title", "similar")),
        sa.Column("places", JSON, nullable=False),
        sa.Column("training_year", sa.Integer()),
        sa.Column(
            "start_kind",
            words("startkind", "day", "month", "season", "year", "as_soon_as_possible", "unknown"),
            nullable=False,
        ),
        sa.Column(
            "deadline_kind", words("deadlinekind", "fixed", "rolling", "unknown"), nullable=False
        ),
        sa.Column("pay", JSON),
        sa.Column("weekly_hours", sa.Numeric(4, 2)),
        sa.Column("part_time", JSON, nullable=False),
        sa.Column("takeover", JSON, nullable=False),
        sa.Column(
            "certificate",
            words(
                "certificate",
                "none",
                "hauptschule_9",
                "hauptschule_10",
                "mittlerer",
                "fhr_school",
                "fhr",
                "abitur",
            ),
        ),
        sa.Column("certificate_text", sa.String()),
        sa.Column("german_level", JSON, nullable=False),
        sa.Column("nationality", JSON, nullable=False),
        sa.Column("foreign_certificate", JSON, nullable=False),
        sa.Column("minimum_age", JSON, nullable=False),
        sa.Column("maximum_age", JSON, nullable=False),
        sa.Column("driving_licence", JSON, nullable=False),
        sa.Column("medical_check", JSON, nullable=False),
        sa.Column("inclusive", JSON, nullable=False),
        sa.Column("partner_schools", JSON, nullable=False),
        sa.Column("apply_url", sa.String()),
        sa.Column("apply_kind", words("applykind", "portal", "mail", "post")),
        sa.Column("source_url", sa.String()),
        sa.Column("contact", JSON),
        sa.Column("licence", sa.String()),
        sa.Column("attribution", sa.String()),
        sa.Column("id", ASCII, nullable=False),
        sa.Column("city", ASCII, nullable=False),
        sa.Column(
            "status", words("status", "published", "expired", "held", "withdrawn"), nullable=False
        ),
        sa.Column("sample", sa.Boolean(), nullable=False),
        sa.Column("first_seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("content_changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("content_hash", sa.String(), nullable=False),
        sa.Column("sequence", sa.BigInteger(), nullable=False),
        sa.Column("origins", JSON, nullable=False),
        sa.Column("search_text", sa.Text(), nullable=False),
        check("opening", "deadline_on", "(deadline_kind = 'fixed') = (deadline_on IS NOT NULL)"),
        check("opening", "starts_on", "(start_kind IN ('day', 'month')) = (starts_on IS NOT NULL)"),
        link("opening", "apply_url"),
        link("opening", "source_url"),
        made_of("opening", "content_hash", HEX, 64),
        made_of("opening", "id", LETTERS + "23456789", 10),
        made_of("opening", "kldb", DIGITS, 5),
        check("opening", "never_expired", "status <> 'expired'"),
        check("opening", "duration_months", "duration_months BETWEEN 1 AND 72"),
        filled("opening", "attribution"),
        filled("opening", "benefits", 60000),
        filled("opening", "certificate_text", 60000),
        filled("opening", "deadline_text"),
        filled("opening", "description_html", 60000),
        filled("opening", "description_text", 60000),
        filled("opening", "language", 35),
        filled("opening", "licence"),
        filled("opening", "org_unit"),
        filled("opening", "profile", 60000),
        filled("opening", "start_text"),
        filled("opening", "tasks", 60000),
        filled("opening", "title"),
        filled("opening", "title_published"),
        check("opening", "positions", "positions BETWEEN 1 AND 999"),
        check("opening", "profession_score", "profession_score BETWEEN 0 AND 1"),
        check("opening", "training_year", "training_year BETWEEN 2000 AND 2100"),
        check("opening", "weekly_hours", "weekly_hours > 0 AND weekly_hours <= 60"),
        sa.ForeignKeyConstraint(["city"], ["city.slug"], name=op.f("fk_opening_city_city")),
        sa.ForeignKeyConstraint(
            ["profession"], ["profession.slug"], name=op.f("fk_opening_profession_profession")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_opening")),
    )
    op.create_index(op.f("ix_opening_certificate"), "opening", ["certificate"])
    op.create_index(op.f("ix_opening_city_status"), "opening", ["city", "status"])
    op.create_index(op.f("ix_opening_first_seen_at_id"), "opening", ["first_seen_at", "id"])
    op.create_index(op.f("ix_opening_kind"), "opening", ["kind"])
    op.create_index(op.f("ix_opening_profession"), "opening", ["profession"])
    op.create_index(op.f("ix_opening_sequence"), "opening", ["sequence"])
    op.create_index(op.f("ix_opening_status_deadline_on"), "opening", ["status", "deadline_on"])
    op.create_index(op.f("ix_opening_training_year"), "opening", ["training_year"])
    op.create_table(
        "source",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("city", ASCII, nullable=False),
        sa.Column("key", ASCII, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("reader", sa.String(), nullable=False),
        sa.Column("trust", sa.Integer(), nullable=False),
        sa.Column("scope", words("scope", "training", "mixed"), nullable=False),
        sa.Column("is_authoritative", sa.Boolean(), nullable=False),
        sa.Column("strikes", sa.Integer(), nullable=False),
        sa.Column("licence", sa.String()),
        sa.Column("attribution", sa.String()),
        sa.Column("is_enabled", sa.Boolean(), nullable=False),
        sa.Column("disabled_reason", sa.String()),
        slug("source", "key"),
        filled("source", "name"),
        filled("source", "reader"),
        filled("source", "url"),
        check("source", "strikes", "strikes BETWEEN 1 AND 10"),
        check("source", "trust", "trust IN (10, 20, 30, 40, 50)"),
        sa.ForeignKeyConstraint(["city"], ["city.slug"], name=op.f("fk_source_city_city")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_source")),
        sa.UniqueConstraint("city", "key", name=op.f("uq_source_city_key")),
    )
    op.create_table(
        "change",
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("opening", ASCII, nullable=False),
        sa.Column("op", words("operation", "upsert", "remove"), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        filled("change", "reason"),
        check("change", "seq", "seq > 0"),
        sa.ForeignKeyConstraint(
            ["opening"], ["opening.id"], name=op.f("fk_change_opening_opening")
        ),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_change")),
    )
    op.create_index(op.f("ix_change_opening"), "change", ["opening"])
    op.create_table(
        "notice",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("fields", JSON, nullable=False),
        sa.Column("content_hash", sa.String(), nullable=False),
        sa.Column("sample", sa.Boolean(), nullable=False),
        sa.Column("first_seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("content_changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("missing_strikes", sa.Integer(), nullable=False),
        sa.Column("vanished_at", sa.DateTime(timezone=True)),
        sa.Column("vanished_reason", sa.String()),
        sa.Column("opening", ASCII),
        made_of("notice", "content_hash", HEX, 64),
        check("notice", "vanished", "(vanished_at IS NULL) = (vanished_reason IS NULL)"),
        check("notice", "reference", "length(reference) > 0"),
        check("notice", "missing_strikes", "missing_strikes BETWEEN 0 AND 10"),
        sa.ForeignKeyConstraint(
            ["opening"], ["opening.id"], name=op.f("fk_notice_opening_opening")
        ),
        sa.ForeignKeyConstraint(["source"], ["source.id"], name=op.f("fk_notice_source_source")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notice")),
        sa.UniqueConstraint("source", "reference", name=op.f("uq_notice_source_reference")),
    )
    op.create_index(op.f("ix_notice_opening"), "notice", ["opening"])
    op.create_table(
        "run",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source", sa.Integer(), nullable=False),
        sa.Column("trigger", sa.String(), nullable=False),
        sa.Column("sample", sa.Boolean(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "outcome",
            words(
                "outcome",
                "applied",
                "unchanged",
                "empty",
                "doubted",
                "truncated",
                "blocked",
                "moved",
                "unreadable",
                "failed",
                "switched_off",
            ),
            nullable=False,
        ),
        sa.Column("reason", sa.String()),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("found", sa.Integer(), nullable=False),
        sa.Column("new", sa.Integer(), nullable=False),
        sa.Column("changed", sa.Integer(), nullable=False),
        sa.Column("unchanged", sa.Integer(), nullable=False),
        sa.Column("vanished", sa.Integer(), nullable=False),
        sa.Column("missing", sa.Integer(), nullable=False),
        sa.Column("unreadable", sa.Integer(), nullable=False),
        sa.Column("left_out", sa.Integer(), nullable=False),
        sa.Column("completeness", JSON, nullable=False),
        sa.Column("harvest", JSON),
        check("run", "harvest", "harvest IS NULL OR outcome = 'doubted'"),
        check("run", "changed", "changed >= 0"),
        check("run", "found", "found >= 0"),
        check("run", "left_out", "left_out >= 0"),
        filled("run", "trigger", 60),
        check("run", "missing", "missing >= 0"),
        check("run", "new", "new >= 0"),
        check("run", "pages", "pages >= 0"),
        check("run", "unchanged", "unchanged >= 0"),
        check("run", "unreadable", "unreadable >= 0"),
        check("run", "vanished", "vanished >= 0"),
        sa.ForeignKeyConstraint(["source"], ["source.id"], name=op.f("fk_run_source_source")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_run")),
    )
    op.create_index(op.f("ix_run_source_id"), "run", ["source", "id"])
    op.create_table(
        "finding",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("run", sa.Integer(), nullable=False),
        sa.Column("severity", words("severity", "error", "warning", "hint"), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("reference", sa.String()),
        sa.Column("place", sa.String()),
        sa.Column("value", sa.Text()),
        sa.Column("remedy", sa.Text()),
        filled("finding", "rule"),
        sa.ForeignKeyConstraint(["run"], ["run.id"], name=op.f("fk_finding_run_run")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_finding")),
    )
    op.create_index(op.f("ix_finding_run"), "finding", ["run"])
    op.create_table(
        "status_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("opening", ASCII, nullable=False),
        sa.Column(
            "status", words("status", "published", "expired", "held", "withdrawn"), nullable=False
        ),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("run", sa.Integer()),
        check("status_change", "never_expired", "status <> 'expired'"),
        filled("status_change", "actor"),
        filled("status_change", "reason"),
        sa.ForeignKeyConstraint(
            ["opening"], ["opening.id"], name=op.f("fk_status_change_opening_opening")
        ),
        sa.ForeignKeyConstraint(["run"], ["run.id"], name=op.f("fk_status_change_run_run")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_status_change")),
    )
    op.create_index(op.f("ix_status_change_opening"), "status_change", ["opening"])
    op.execute("INSERT INTO counter (name, value) VALUES ('change', 0), ('registration', 0)")


def downgrade() -> None:
    op.drop_table("status_change")
    op.drop_table("finding")
    op.drop_table("run")
    op.drop_table("notice")
    op.drop_table("change")
    op.drop_table("source")
    op.drop_table("opening")
    op.drop_table("profession")
    op.drop_table("counter")
    op.drop_table("city")
