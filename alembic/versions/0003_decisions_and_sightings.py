"""What persons decide about doubted runs, and the last fate of each reference of a source.

Climbing down from here forgets both.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def words(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=40)


def check(table: str, name: str, rule: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(rule, name=op.f(f"ck_{table}_{name}"))


def filled(table: str, column: str, length: int = 500) -> sa.CheckConstraint:
    return check(table, column, f"length(trim({column})) > 0 AND length({column}) <= {length}")


def upgrade() -> None:
    with op.batch_alter_table("run") as batch:
        batch.add_column(sa.Column("repeats", sa.Integer()))
        batch.create_foreign_key(op.f("fk_run_repeats_run"), "run", ["repeats"], ["id"])
    op.create_table(
        "decision",
        sa.Column("verdict", words("verdict", "released", "rejected"), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("run", sa.Integer(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("caused", sa.Integer()),
        filled("decision", "actor", 100),
        filled("decision", "reason"),
        check("decision", "caused", "(verdict = 'released') = (caused IS NOT NULL)"),
        check(
            "decision",
            "question",
            "ltrim(question, '0123456789abcdef') = '' AND length(question) = 64",
        ),
        sa.ForeignKeyConstraint(["run"], ["run.id"], name=op.f("fk_decision_run_run")),
        sa.ForeignKeyConstraint(["caused"], ["run.id"], name=op.f("fk_decision_caused_run")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision")),
        sa.UniqueConstraint("run", name=op.f("uq_decision_run")),
    )
    op.create_table(
        "sighting",
        sa.Column("source", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("run", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "fate", words("fate", "notice", "unreadable", "left_out", "skipped"), nullable=False
        ),
        check("sighting", "reference", "length(reference) > 0"),
        sa.ForeignKeyConstraint(["run"], ["run.id"], name=op.f("fk_sighting_run_run")),
        sa.ForeignKeyConstraint(["source"], ["source.id"], name=op.f("fk_sighting_source_source")),
        sa.PrimaryKeyConstraint("source", "reference", name=op.f("pk_sighting")),
    )


def downgrade() -> None:
    op.drop_table("sighting")
    op.drop_table("decision")
    with op.batch_alter_table("run") as batch:
        batch.drop_constraint(op.f("fk_run_repeats_run"), type_="foreignkey")
        batch.drop_column("repeats")
