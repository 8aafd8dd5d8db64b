"""What the fetcher remembers: pages with their validators, hosts with their rules; interrupted runs.

Climbing down from here, an interrupted run becomes a failed one; pages and rules are forgotten and
simply asked for again.
"""

import sqlalchemy as sa
from alembic import op

ASCII = sa.String().with_variant(sa.String(collation="C"), "postgresql")

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

OUTCOMES = (
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
)
HEX = "0123456789abcdef"


def words(name, *values):
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=40)


def check(table, name, rule):
    return sa.CheckConstraint(rule, name=op.f(f"ck_{table}_{name}"))


def allow(*outcomes):
    listed = ", ".join(f"'{outcome}'" for outcome in outcomes)
    with op.batch_alter_table("run") as batch:
        batch.drop_constraint(op.f("ck_run_outcome"), type_="check")
        batch.create_check_constraint(op.f("ck_run_outcome"), sa.text(f"outcome IN ({listed})"))


def upgrade() -> None:
    op.create_table(
        "page",
        sa.Column("source", sa.Integer(), nullable=False),
        sa.Column("request", ASCII, nullable=False),
        sa.Column("etag", sa.String()),
        sa.Column("last_modified", sa.String()),
        sa.Column("content_type", sa.String(), nullable=False),
        sa.Column("fetched_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        check("page", "request", f"ltrim(request, '{HEX}') = '' AND length(request) = 64"),
        check("page", "validators", "etag IS NOT NULL OR last_modified IS NOT NULL"),
        sa.ForeignKeyConstraint(["source"], ["source.id"], name=op.f("fk_page_source_source")),
        sa.PrimaryKeyConstraint("source", "request", name=op.f("pk_page")),
    )
    op.create_table(
        "robots",
        sa.Column("source", sa.Integer(), nullable=False),
        sa.Column("host", ASCII, nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "status",
            words("robotsstatus", "none", "allowed", "disallowed", "unreadable"),
            nullable=False,
        ),
        sa.Column("crawl_delay", sa.Float(), nullable=False),
        sa.Column("is_reserved", sa.Boolean(), nullable=False),
        sa.Column("robots_txt", sa.Text()),
        sa.Column("tdmrep", sa.Text()),
        check("robots", "host", "length(trim(host)) > 0 AND length(host) <= 500"),
        check("robots", "crawl_delay", "crawl_delay BETWEEN 0 AND 86400"),
        sa.ForeignKeyConstraint(["source"], ["source.id"], name=op.f("fk_robots_source_source")),
        sa.PrimaryKeyConstraint("source", "host", name=op.f("pk_robots")),
    )
    with op.batch_alter_table("run") as batch:
        batch.add_column(
            sa.Column("not_modified", sa.Integer(), nullable=False, server_default="0")
        )
    with op.batch_alter_table("run") as batch:
        batch.alter_column("not_modified", server_default=None)
        batch.create_check_constraint(op.f("ck_run_not_modified"), sa.text("not_modified >= 0"))
    allow(*OUTCOMES, "interrupted")


def downgrade() -> None:
    op.execute("UPDATE run SET outcome = 'failed' WHERE outcome = 'interrupted'")
    allow(*OUTCOMES)
    with op.batch_alter_table("run") as batch:
        batch.drop_constraint(op.f("ck_run_not_modified"), type_="check")
        batch.drop_column("not_modified")
    op.drop_table("robots")
    op.drop_table("page")
