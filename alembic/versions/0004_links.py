"""What checks of links found, which links of an opening are dead, and what it advertises again."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

ASCII = sa.String().with_variant(sa.String(collation="C"), "postgresql")
JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "link_check",
        sa.Column("url", sa.String(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "alive",
                "unsure",
                "dead",
                name="linkstate",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("status", sa.Integer()),
        sa.Column("reason", sa.String()),
        sa.Column("first_gone_at", sa.DateTime(timezone=True)),
        sa.Column("checked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("next_check_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "length(url) <= 2000 AND (substr(url, 1, 7) = 'http://' "
            "OR substr(url, 1, 8) = 'https://')",
            name=op.f("ck_link_check_url"),
        ),
        sa.CheckConstraint("status BETWEEN 100 AND 999", name=op.f("ck_link_check_status")),
        sa.CheckConstraint(
            "length(trim(reason)) > 0 AND length(reason) <= 60000",
            name=op.f("ck_link_check_reason"),
        ),
        sa.CheckConstraint("failures >= 0", name=op.f("ck_link_check_failures")),
        sa.CheckConstraint(
            "(state = 'alive') = (failures = 0)", name=op.f("ck_link_check_alive")
        ),
        sa.CheckConstraint(
            "state = 'unsure' OR (state = 'dead') = (first_gone_at IS NOT NULL)",
            name=op.f("ck_link_check_gone"),
        ),
        sa.PrimaryKeyConstraint("url", name=op.f("pk_link_check")),
    )
    with op.batch_alter_table("opening") as batch:
        batch.add_column(sa.Column("dead_links", JSON))
        batch.add_column(sa.Column("readvertises", ASCII))
    op.execute("UPDATE opening SET dead_links = '[]'")
    with op.batch_alter_table("opening") as batch:
        batch.alter_column("dead_links", existing_type=JSON, nullable=False)
        batch.create_foreign_key(
            op.f("fk_opening_readvertises_opening"), "opening", ["readvertises"], ["id"]
        )
        batch.create_unique_constraint(op.f("uq_opening_readvertises"), ["readvertises"])
        batch.create_check_constraint(op.f("ck_opening_readvertises"), "readvertises <> id")


def downgrade() -> None:
    with op.batch_alter_table("opening") as batch:
        batch.drop_constraint(op.f("ck_opening_readvertises"), type_="check")
        batch.drop_constraint(op.f("uq_opening_readvertises"), type_="unique")
        batch.drop_constraint(op.f("fk_opening_readvertises_opening"), type_="foreignkey")
        batch.drop_column("readvertises")
        batch.drop_column("dead_links")
    op.drop_table("link_check")
