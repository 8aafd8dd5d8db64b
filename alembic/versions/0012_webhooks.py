"""Who wants to be told of changes, how telling went, and where copies of today can have begun.

Climbing down from here forgets every webhook.
"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

ASCII = sa.String().with_variant(sa.String(collation="C"), "postgresql")


def check(name: str, rule: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(rule, name=op.f(f"ck_webhook_{name}"))


def filled(column: str, length: int = 500) -> sa.CheckConstraint:
    return check(column, f"length(trim({column})) > 0 AND length({column}) <= {length}")


def upgrade() -> None:
    op.create_table(
        "webhook",
        sa.Column("city", ASCII),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("salt", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.Column("series", sa.Integer(), nullable=False),
        sa.Column("is_ping_due", sa.Boolean(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("failing_since", sa.DateTime(timezone=True)),
        sa.Column("tried_at", sa.DateTime(timezone=True)),
        sa.Column("complaint", sa.String()),
        sa.Column("next_at", sa.DateTime(timezone=True)),
        sa.Column("disabled_at", sa.DateTime(timezone=True)),
        filled("url", 2_000),
        filled("created_by", 150),
        filled("complaint"),
        check("salt", "ltrim(salt, '0123456789abcdef') = '' AND length(salt) = 32"),
        check("position", "position >= 0"),
        check("series", "series >= 0"),
        check("failures", "(failures > 0) = (failing_since IS NOT NULL)"),
        check("disabled_at", "disabled_at IS NULL OR next_at IS NULL"),
        sa.ForeignKeyConstraint(["city"], ["city.slug"], name=op.f("fk_webhook_city_city")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_webhook")),
    )
    op.execute("INSERT INTO counter (name, value) VALUES ('beginning', 0)")


def downgrade() -> None:
    op.execute("DELETE FROM counter WHERE name = 'beginning'")
    op.drop_table("webhook")
