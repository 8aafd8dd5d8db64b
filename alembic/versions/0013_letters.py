"""E-mails that wait to be sent.

Climbing down from here, those that wait are never sent.
"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

ASCII = sa.String().with_variant(sa.String(collation="C"), "postgresql")
ID_LETTERS = "abcdefghijklmnopqrstuvwxyz23456789"


def check(name: str, rule: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(rule, name=op.f(f"ck_letter_{name}"))


def filled(column: str, length: int = 500) -> sa.CheckConstraint:
    return check(column, f"length(trim({column})) > 0 AND length({column}) <= {length}")


def upgrade() -> None:
    op.create_table(
        "letter",
        sa.Column("id", ASCII, nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("next_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        check("id", f"ltrim(id, '{ID_LETTERS}') = '' AND length(id) = 10"),
        check("address", "address LIKE '%_@_%' AND length(address) <= 254"),
        filled("subject"),
        filled("text", 60_000),
        check("failures", "failures BETWEEN 0 AND 100"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter")),
    )
    op.create_index(op.f("ix_letter_next_at"), "letter", ["next_at"])


def downgrade() -> None:
    op.drop_table("letter")
