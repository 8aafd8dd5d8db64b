"""Accounts of people, their invitations, their sign-ins and the failed ones.

Climbing down from here, nobody can sign in any more: every account has to be invited anew.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

ASCII = sa.String().with_variant(sa.String(collation="C"), "postgresql")
DOCUMENT = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
FINGERPRINT = "ltrim(fingerprint, '0123456789abcdef') = '' AND length(fingerprint) = 64"


def check(table: str, name: str, rule: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(rule, name=op.f(f"ck_{table}_{name}"))


def filled(table: str, column: str, length: int) -> sa.CheckConstraint:
    return check(table, column, f"length(trim({column})) > 0 AND length({column}) <= {length}")


def reference(table: str, column: str, to: str, key: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{to}")
    return sa.ForeignKeyConstraint([column], [f"{to}.{key}"], name=name)


def upgrade() -> None:
    op.create_table(
        "account",
        sa.Column("city", ASCII),
        sa.Column("verbs", DOCUMENT, nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("password", sa.String()),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True)),
        check("account", "email", "email LIKE '%_@_%' AND length(email) <= 254"),
        filled("account", "name", 100),
        filled("account", "password", 200),
        reference("account", "city", "city", "slug"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account")),
        sa.UniqueConstraint("email", name=op.f("uq_account_email")),
    )
    op.create_table(
        "invitation",
        sa.Column("account", sa.Integer(), nullable=False),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        check("invitation", "fingerprint", FINGERPRINT),
        reference("invitation", "account", "account", "id"),
        sa.PrimaryKeyConstraint("account", name=op.f("pk_invitation")),
        sa.UniqueConstraint("fingerprint", name=op.f("uq_invitation_fingerprint")),
    )
    op.create_table(
        "sign_in",
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("account", sa.Integer(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        check("sign_in", "fingerprint", FINGERPRINT),
        check("sign_in", "seen_at", "seen_at >= opened_at"),
        reference("sign_in", "account", "account", "id"),
        sa.PrimaryKeyConstraint("fingerprint", name=op.f("pk_sign_in")),
    )
    op.create_index(op.f("ix_sign_in_account"), "sign_in", ["account"])
    op.create_table(
        "failed_sign_in",
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("last_at", sa.DateTime(timezone=True), nullable=False),
        check("failed_sign_in", "fingerprint", FINGERPRINT),
        check("failed_sign_in", "count", "count BETWEEN 0 AND 1000000000"),
        sa.PrimaryKeyConstraint("fingerprint", name=op.f("pk_failed_sign_in")),
    )


def downgrade() -> None:
    for table in ("failed_sign_in", "sign_in", "invitation", "account"):
        op.drop_table(table)
