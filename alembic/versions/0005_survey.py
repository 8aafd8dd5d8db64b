"""A run keeps what its records were like on the whole; older runs have no such survey."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    json = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
    op.add_column("run", sa.Column("survey", json))


def downgrade() -> None:
    with op.batch_alter_table("run") as batch:
        batch.drop_column("survey")
