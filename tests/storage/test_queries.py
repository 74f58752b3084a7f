"""A TinyDB query gives the same on rows as in TinyDB's own memory, whatever an index does about it."""

from collections.abc import Iterator
from functools import reduce
from operator import and_, or_
from typing import Any

import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tinydb import Query, TinyDB
from tinydb.storages import MemoryStorage

from bot.storage.database import TableSpec
from bot.storage.postgres import PostgresDatabase
from bot.storage.rows import RowStorage, RowTable
from bot.storage.sqlite import SqliteDatabase, connect

SPEC = TableSpec(name="docs", index=("a", "b"))
text = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=3)
numbers = st.one_of(st.booleans(), st.integers(-3, 3), st.integers(-(2**63), 2**63 - 1), st.floats(-4, 4, width=16))
values = st.one_of(st.none(), numbers, text)
documents = st.lists(st.dictionaries(st.sampled_from("abc"), values, max_size=3), max_size=8)
Condition = tuple[str, str, Any]
conditions = st.one_of(
    st.tuples(st.sampled_from("abc"), st.sampled_from(("==", "!=")), values),
    st.tuples(st.sampled_from("abc"), st.sampled_from(("<", "<=", ">", ">=")), numbers),
)


def comparable(value: object) -> bool:
    """May it be asked for more or less? TinyDB itself raises TypeError for text and None."""
    return isinstance(value, int | float)


def ask(condition: Condition) -> Any:
    """A condition as a TinyDB query that cannot raise."""
    field, operator, value = condition
    if operator in ("==", "!="):
        return getattr(Query()[field], "__eq__" if operator == "==" else "__ne__")(value)
    compared = getattr(Query()[field], {"<": "__lt__", "<=": "__le__", ">": "__gt__", ">=": "__ge__"}[operator])(value)
    return Query()[field].test(comparable) & compared


def query(parts: list[list[Condition]], negated: bool) -> Any:
    """Alternatives of conditions that must all hold."""
    whole = reduce(or_, (reduce(and_, map(ask, part)) for part in parts))
    return ~whole if negated else whole


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def table(request: pytest.FixtureRequest) -> Iterator[RowTable]:
    """One table in one long transaction."""
    database: SqliteDatabase | PostgresDatabase
    if request.param == "sqlite":
        database = SqliteDatabase(connect(":memory:"))
    else:
        address = request.getfixturevalue("postgres_server").address
        database = PostgresDatabase(psycopg.connect(address, autocommit=True))
    database.begin()
    database.create((SPEC,))
    yield RowTable(RowStorage(database, (SPEC,)), "docs")
    database.roll_back()
    database.connection.close()


alternatives = st.lists(st.lists(conditions, min_size=1, max_size=3), min_size=1, max_size=2)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(docs=documents, parts=alternatives, negated=st.booleans())
def test_every_query_finds_updates_and_removes_what_tinydb_does(
    table: RowTable, docs: list[dict[str, Any]], parts: list[list[Condition]], negated: bool
) -> None:
    table.truncate()
    first = table.insert_multiple(docs)
    memory = TinyDB(storage=MemoryStorage).table("docs")
    shift = first[0] - 1 if first else 0
    memory.insert_multiple(docs)
    asked = query(parts, negated)
    assert [d.doc_id - shift for d in table.search(asked)] == [d.doc_id for d in memory.search(asked)]
    assert table.search(asked) == memory.search(asked)
    assert table.count(asked) == memory.count(asked)
    assert table.contains(asked) == memory.contains(asked)
    assert [i - shift for i in table.update({"c": 1}, asked)] == memory.update({"c": 1}, asked)
    assert [i - shift for i in table.remove(asked)] == memory.remove(asked)
    assert table.all() == memory.all()
