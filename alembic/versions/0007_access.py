"""Tokens with which programs act, and the audit of who did what.

Climbing down from here, every token is good for nothing and the audit is lost: copy it before.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

ASCII = sa.String().with_variant(sa.String(collation="C"), "postgresql")
DOCUMENT = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
LETTERS = "abcdefghijklmnopqrstuvwxyz"

# The third is for INSERT OR REPLACE, which removes a row without calling that a DELETE.
KEEP_IN_SQLITE = """
CREATE TRIGGER audit_is_kept_{number} BEFORE {event}
BEGIN
    SELECT RAISE(ABORT, 'the audit is never changed');
END
"""
EVENTS_IN_SQLITE = (
    "UPDATE ON audit",
    "DELETE ON audit",
    "INSERT ON audit WHEN EXISTS (SELECT 1 FROM audit WHERE id = NEW.id)",
)

KEEP_IN_POSTGRESQL = """
CREATE FUNCTION audit_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit is never changed'
        USING ERRCODE = 'integrity_constraint_violation';
END
$$;
CREATE TRIGGER audit_is_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
    FOR EACH STATEMENT EXECUTE FUNCTION audit_is_kept();
"""


def check(table: str, name: str, rule: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(rule, name=op.f(f"ck_{table}_{name}"))


def filled(table: str, column: str, length: int) -> sa.CheckConstraint:
    return check(table, column, f"length(trim({column})) > 0 AND length({column}) <= {length}")


def upgrade() -> None:
    op.create_table(
        "token",
        sa.Column("city", ASCII),
        sa.Column("verbs", DOCUMENT, nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_used_on", sa.Date()),
        sa.Column("revoked_at", sa.DateTime(timezone=True)),
        sa.Column("replaces", sa.Integer()),
        check(
            "token",
            "fingerprint",
            "ltrim(fingerprint, '0123456789abcdef') = '' AND length(fingerprint) = 64",
        ),
        filled("token", "name", 100),
        check("token", "expires_at", "expires_at >= created_at"),
        sa.ForeignKeyConstraint(["city"], ["city.slug"], name=op.f("fk_token_city_city")),
        sa.ForeignKeyConstraint(["replaces"], ["token.id"], name=op.f("fk_token_replaces_token")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_token")),
        sa.UniqueConstraint("fingerprint", name=op.f("uq_token_fingerprint")),
        sa.UniqueConstraint("replaces", name=op.f("uq_token_replaces")),
    )
    op.create_table(
        "audit",
        sa.Column("city", ASCII),
        sa.Column("deed", ASCII, nullable=False),
        sa.Column("told", DOCUMENT, nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        filled("audit", "actor", 150),
        check(
            "audit", "deed", f"ltrim(deed, '{LETTERS}_') = '' AND length(deed) BETWEEN 1 AND 40"
        ),
        filled("audit", "subject", 100),
        sa.ForeignKeyConstraint(["city"], ["city.slug"], name=op.f("fk_audit_city_city")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
    )
    op.create_index(op.f("ix_audit_city_id"), "audit", ["city", "id"])
    if op.get_bind().dialect.name == "postgresql":
        op.execute(KEEP_IN_POSTGRESQL)
        return
    for number, event in enumerate(EVENTS_IN_SQLITE):
        op.execute(KEEP_IN_SQLITE.format(number=number, event=event))


def downgrade() -> None:
    op.drop_table("audit")
    op.drop_table("token")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION audit_is_kept()")
