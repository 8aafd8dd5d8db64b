"""What HR set by hand, and what it hid.

Climbing down from here, every correction is lost, and with the next run what was hidden is shown.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

ASCII = sa.String().with_variant(sa.String(collation="C"), "postgresql")
DOCUMENT = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def check(name: str, rule: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(rule, name=op.f(f"ck_correction_{name}"))


def filled(column: str, length: int) -> sa.CheckConstraint:
    return check(column, f"length(trim({column})) > 0 AND length({column}) <= {length}")


def upgrade() -> None:
    op.create_table(
        "correction",
        sa.Column("city", ASCII, nullable=False),
        sa.Column("opening", ASCII, nullable=False),
        sa.Column("field", ASCII, nullable=False),
        sa.Column("text", sa.Text()),
        sa.Column("stated", DOCUMENT, nullable=False),
        sa.Column("over", DOCUMENT, nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("set_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("note", sa.String()),
        check("field", f"ltrim(field, '{LETTERS}_') = '' AND length(field) BETWEEN 1 AND 40"),
        filled("text", 60_000),
        filled("actor", 150),
        filled("note", 500),
        sa.ForeignKeyConstraint(["city"], ["city.slug"], name=op.f("fk_correction_city_city")),
        sa.ForeignKeyConstraint(
            ["opening"], ["opening.id"], name=op.f("fk_correction_opening_opening")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_correction")),
        sa.UniqueConstraint("opening", "field", name=op.f("uq_correction_opening_field")),
    )
    op.create_index(op.f("ix_correction_city_id"), "correction", ["city", "id"])


def downgrade() -> None:
    op.drop_table("correction")
