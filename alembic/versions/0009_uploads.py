"""Uploads of the cities' files, and what each city's columns mean.

Climbing down from here, the history of uploads is lost, and none of them can be taken back: what
they brought stays. Files that wait for somebody to commit them have to be sent again.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

ASCII = sa.String().with_variant(sa.String(collation="C"), "postgresql")
DOCUMENT = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
ID_LETTERS = "abcdefghijklmnopqrstuvwxyz23456789"
HEX = "0123456789abcdef"


def words(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=40)


def check(table: str, name: str, rule: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(rule, name=op.f(f"ck_{table}_{name}"))


def filled(table: str, column: str, length: int = 500) -> sa.CheckConstraint:
    return check(table, column, f"length(trim({column})) > 0 AND length({column}) <= {length}")


def made_of(table: str, column: str, characters: str, length: int) -> sa.CheckConstraint:
    rule = f"ltrim({column}, '{characters}') = '' AND length({column}) = {length}"
    return check(table, column, rule)


def upgrade() -> None:
    op.create_table(
        "upload",
        sa.Column("id", ASCII, nullable=False),
        sa.Column("city", ASCII, nullable=False),
        sa.Column("mode", words("mode", "full_stock", "changes_only"), nullable=False),
        sa.Column("choices", DOCUMENT, nullable=False),
        sa.Column("counts", DOCUMENT, nullable=False),
        sa.Column(
            "state",
            words("uploadstate", "preview", "committed", "undone", "expired", "superseded"),
            nullable=False,
        ),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("fingerprint", sa.String()),
        sa.Column("run", sa.Integer()),
        sa.Column("committed_at", sa.DateTime(timezone=True)),
        sa.Column("committed_by", sa.String()),
        sa.Column("undo_run", sa.Integer()),
        sa.Column("undone_at", sa.DateTime(timezone=True)),
        sa.Column("undone_by", sa.String()),
        sa.Column("dropped_at", sa.DateTime(timezone=True)),
        made_of("upload", "id", ID_LETTERS, 10),
        made_of("upload", "digest", HEX, 64),
        made_of("upload", "fingerprint", HEX, 64),
        filled("upload", "name"),
        filled("upload", "actor", 150),
        check("upload", "size", "size > 0"),
        check("upload", "committed", "(run IS NULL) = (state NOT IN ('committed', 'undone'))"),
        check("upload", "committed_at", "(run IS NULL) = (committed_at IS NULL)"),
        check("upload", "undone", "(undo_run IS NULL) = (state <> 'undone')"),
        check("upload", "undone_at", "(undo_run IS NULL) = (undone_at IS NULL)"),
        sa.ForeignKeyConstraint(["city"], ["city.slug"], name=op.f("fk_upload_city_city")),
        sa.ForeignKeyConstraint(["run"], ["run.id"], name=op.f("fk_upload_run_run")),
        sa.ForeignKeyConstraint(["undo_run"], ["run.id"], name=op.f("fk_upload_undo_run_run")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_upload")),
    )
    op.create_index(op.f("ix_upload_city_received_at_id"), "upload", ["city", "received_at", "id"])
    op.create_table(
        "upload_file",
        sa.Column("upload", ASCII, nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("reading", sa.LargeBinary(), nullable=False),
        sa.Column("notices", sa.LargeBinary(), nullable=False),
        sa.Column("past", sa.LargeBinary()),
        sa.ForeignKeyConstraint(["upload"], ["upload.id"], name=op.f("fk_upload_file_upload_upload")),
        sa.PrimaryKeyConstraint("upload", name=op.f("pk_upload_file")),
    )
    op.create_table(
        "column_mapping",
        sa.Column("city", ASCII, nullable=False),
        sa.Column("meaning", ASCII, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        check("column_mapping", "name", "length(name) > 0 AND length(name) <= 500"),
        check("column_mapping", "meaning", "length(meaning) > 0 AND length(meaning) <= 40"),
        sa.ForeignKeyConstraint(["city"], ["city.slug"], name=op.f("fk_column_mapping_city_city")),
        sa.PrimaryKeyConstraint("city", "name", name=op.f("pk_column_mapping")),
    )
    op.create_table(
        "request_key",
        sa.Column("upload", ASCII, nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        filled("request_key", "actor", 150),
        filled("request_key", "key", 255),
        made_of("request_key", "digest", HEX, 64),
        sa.ForeignKeyConstraint(["upload"], ["upload.id"], name=op.f("fk_request_key_upload_upload")),
        sa.PrimaryKeyConstraint("actor", "key", name=op.f("pk_request_key")),
    )


def downgrade() -> None:
    op.drop_table("request_key")
    op.drop_table("column_mapping")
    op.drop_table("upload_file")
    op.drop_table("upload")
