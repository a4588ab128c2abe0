"""What both engines can do and SQLAlchemy says differently for each."""

from functools import cache
from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite


def upsert(connection: Connection, table: Table, columns: tuple[str, ...] = ()) -> Any:
    """An insert that updates these columns of the row with the same primary key; without columns it leaves a row alone
    that is there already."""
    return _upsert(connection.dialect.name, table, columns)


# Built once for each: to build this statement costs several times as much as to run it.
@cache
def _upsert(dialect: str, table: Table, columns: tuple[str, ...]) -> Any:
    # Otherwise the number of rows that an insert added is not known on PostgreSQL.
    statement: Any = (sqlite if dialect == "sqlite" else postgresql).insert(table).execution_options(preserve_rowcount=True)
    if not columns:
        return statement.on_conflict_do_nothing()
    keys = [column.name for column in table.primary_key]
    return statement.on_conflict_do_update(index_elements=keys, set_={name: statement.excluded[name] for name in columns})
