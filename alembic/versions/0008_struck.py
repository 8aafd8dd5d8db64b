"""When a notice was last found missing, and when a server first said that a page is gone.

What was missing before counts as found so by its source's last run. Which of the links' signs were
their servers' own word is not known any more: it is asked again.
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

STRUCK = "(missing_strikes = 0) = (struck_at IS NULL)"
DECLARED = "declared_gone_at IS NULL OR first_gone_at IS NOT NULL"

LAST_RUNS = """
UPDATE notice SET struck_at = COALESCE(
    (SELECT MAX(run.finished_at) FROM run WHERE run.source = notice.source), last_seen_at
)
WHERE missing_strikes > 0
"""


def upgrade() -> None:
    op.add_column("notice", sa.Column("struck_at", sa.DateTime(timezone=True)))
    op.execute(LAST_RUNS)
    with op.batch_alter_table("notice") as batch:
        batch.create_check_constraint(op.f("ck_notice_struck_at"), STRUCK)
    with op.batch_alter_table("link_check") as batch:
        batch.add_column(sa.Column("declared_gone_at", sa.DateTime(timezone=True)))
        batch.create_check_constraint(op.f("ck_link_check_declared_gone_at"), DECLARED)


def downgrade() -> None:
    with op.batch_alter_table("link_check") as batch:
        batch.drop_constraint(op.f("ck_link_check_declared_gone_at"), type_="check")
        batch.drop_column("declared_gone_at")
    with op.batch_alter_table("notice") as batch:
        batch.drop_constraint(op.f("ck_notice_struck_at"), type_="check")
        batch.drop_column("struck_at")
