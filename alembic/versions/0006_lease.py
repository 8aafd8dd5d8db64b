"""The right to ask the cities' sites, which one process at a time has.

Climbing down from here, whoever has it just now goes on, and nobody waits for them.
"""

import sqlalchemy as sa
from alembic import op

ASCII = sa.String().with_variant(sa.String(collation="C"), "postgresql")

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

CHARACTERS = "abcdefghijklmnopqrstuvwxyz0123456789-"


def check(name: str, rule: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(rule, name=op.f(f"ck_lease_{name}"))


def upgrade() -> None:
    op.create_table(
        "lease",
        sa.Column("name", ASCII, nullable=False),
        sa.Column("holder", sa.String(), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        check(
            "name",
            "length(name) BETWEEN 1 AND 60 "
            f"AND ltrim(name, '{CHARACTERS}') = '' "
            "AND ltrim(rtrim(name, '-'), '-') = name "
            "AND replace(name, '--', '') = name",
        ),
        check("holder", "length(trim(holder)) > 0 AND length(holder) <= 500"),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_lease")),
    )


def downgrade() -> None:
    op.drop_table("lease")
