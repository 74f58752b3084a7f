"""TinyDB tables whose documents are rows: TinyDB's own code runs on a mapping that loads a row when it is touched."""

from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping, Sequence
from typing import Any, Final

from tinydb.queries import QueryLike
from tinydb.storages import Storage
from tinydb.table import Document, Table

from bot.errors import Duplicate, StoreError, StoreReadOnly
from bot.storage.codec import decode, encode
from bot.storage.database import Choice, Database, Scalar, TableSpec, Term, named
from bot.storage.plan import plan

Json = dict[str, Any]
_LEAST: Final = -(2**53)


class RowStorage(Storage):
    """TinyDB's view of one connection and the tables that are known on it."""

    def __init__(self, database: Database, specs: Iterable[TableSpec]) -> None:
        self._database = database
        self.specs = {spec.name: spec for spec in specs}

    @property
    def database(self) -> Database:
        """The connection, inside a transaction only."""
        if not self._database.active:
            raise StoreError("a table was used outside its transaction")
        return self._database

    def read(self) -> dict[str, dict[str, Any]] | None:
        """Every document of every table."""
        whole = {name: self._documents(name) for name in self.specs}
        return {name: documents for name, documents in whole.items() if documents} or None

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Never: tables are written row by row."""
        raise StoreError("a store is not written as a whole")

    def check_writable(self) -> None:
        """StoreReadOnly inside `Store.read`."""
        if not self._database.writable:
            raise StoreReadOnly("Store.read cannot write; use Store.run")

    def _documents(self, name: str) -> dict[str, Any]:
        return {str(i): decode(text) for i, text in self.database.select(name, Choice())}


class Rows(MutableMapping[int, Json]):
    """id -> document; `flush` writes what was changed."""

    def __init__(self, database: Database, table: str, *, wanted: Sequence[int] = ()) -> None:
        self._database = database
        self._table = table
        self._was: dict[int, str] = dict(database.fetch_many(table, wanted)) if len(wanted) > 1 else {}
        self._now: dict[int, Json] = {}
        self._gone: set[int] = set()

    def __getitem__(self, key: int) -> Json:
        if key in self._now:
            return self._now[key]
        text = None if key in self._gone else self._was.get(key) or self._database.fetch(self._table, key)
        if text is None:
            raise KeyError(key)
        self._was[key] = text
        document: Json = decode(text)
        self._now[key] = document
        return document

    def __setitem__(self, key: int, document: Json) -> None:
        self._now[key] = document

    def __delitem__(self, key: int) -> None:
        self[key]  # a KeyError where there is none
        del self._now[key]
        self._gone.add(key)

    def __iter__(self) -> Iterator[int]:
        kept = [i for i in self._database.ids(self._table) if i not in self._gone]
        known = set(kept)
        return iter([*kept, *(i for i in self._now if i not in known)])

    def __len__(self) -> int:
        return self._database.count(self._table)

    def items(self) -> Any:
        """Every kept document, decoded as it is reached."""
        return ((i, decode(text)) for i, text in self._database.select(self._table, Choice()))

    def clear(self) -> None:
        """Remove every document."""
        self._database.clear(self._table)
        self._was.clear()
        self._now.clear()

    def flush(self) -> None:
        """Write what was changed since it was read."""
        if self._gone:
            self._database.delete(self._table, self._gone)
        changed = []
        for key, document in self._now.items():
            text, was = encode(document), None if key in self._gone else self._was.get(key)
            if was is None:
                self._database.insert_at(self._table, key, text)
            elif was != text:
                changed.append((key, text))
        if len(changed) > 1:
            self._database.replace_many(self._table, changed)
        elif changed:
            self._database.replace(self._table, *changed[0])


class RowTable(Table):
    """A TinyDB table over rows, with an indexed fast path beside TinyDB's queries."""

    default_query_cache_capacity = 0
    _storage: RowStorage

    def __init__(self, storage: RowStorage, name: str, cache_size: int = 0, persist_empty: bool = False) -> None:
        if name not in storage.specs:
            raise KeyError(f"the store has no table {name}")
        self._fields = storage.specs[name].fields
        self._wanted: tuple[int, ...] = ()  # what the update that begins will touch
        self._joint = frozenset(storage.specs[name].joint)
        super().__init__(storage, name, cache_size=cache_size, persist_empty=persist_empty)

    # --- the fast path

    def insert_once(self, doc: Mapping[str, Any]) -> int | None:
        """The new id, or None where a unique field already has this value."""
        self._storage.check_writable()
        return self._storage.database.insert(self._name, encode(dict(doc)))

    def find(self, limit: int | None = None, order: str | None = None, **equal: Scalar) -> list[Document]:
        """Documents whose fields equal these (None: absent or null), by `order` ascending and then id."""
        return self._choose(Choice(terms=_equal(equal), order=order and named(order), limit=limit))

    def newest(self, limit: int, skip: int = 0, **equal: Scalar) -> list[Document]:
        """A page of the documents whose fields equal these, the newest first; for lists, so nothing is locked."""
        return self._choose(Choice(terms=_equal(equal), limit=limit, newest=True, skip=skip))

    def first(self, **equal: Scalar) -> Document | None:
        """The document with the lowest id whose fields equal these."""
        return next(iter(self._choose(Choice(terms=_equal(equal), limit=1))), None)

    def due(self, field: str, at: int, limit: int, **equal: Scalar) -> list[Document]:
        """Documents whose `field` is at or before `at`, earliest first; what another worker holds is left out."""
        terms = ((named(field), "<=", at), *_equal(equal))
        joint = (*equal, field) in self._joint
        return self._choose(Choice(terms=terms, order=field, limit=limit, due=True, joint=joint))

    def having(self, field: str, limit: int | None = None, **equal: Scalar) -> list[Document]:
        """Documents that have a whole number in `field`, smallest first, locked for a writer."""
        terms = ((named(field), ">=", _LEAST), *_equal(equal))
        return self._choose(Choice(terms=terms, order=field, limit=limit, joint=(*equal, field) in self._joint))

    def next_due(self, field: str, **equal: Scalar) -> int | None:
        """The smallest value of a field."""
        return self._storage.database.least(self._name, named(field), _equal(equal))

    def how_many(self, **equal: Scalar) -> int:
        """How many documents have fields that equal these, counted by the database."""
        return self._storage.database.count(self._name, _equal(equal))

    def ids(self) -> list[int]:
        """Every id, ascending."""
        return self._storage.database.ids(self._name)

    # --- TinyDB's own methods, where a row is cheaper than the whole table

    def insert(self, document: Mapping[str, Any]) -> int:
        """Insert; Duplicate where a unique field already has this value."""
        if isinstance(document, Document) or not isinstance(document, Mapping):
            return super().insert(document)
        doc_id = self.insert_once(document)
        if doc_id is None:
            raise Duplicate(f"{self._name} already has a document with this {_fields(self._storage, self._name)}")
        return doc_id

    def insert_multiple(self, documents: Iterable[Mapping[str, Any]]) -> list[int]:
        """Insert each in turn."""
        given = list(documents)
        if not all(isinstance(document, Mapping) for document in given):
            raise ValueError("Document is not a Mapping")
        return [self.insert(document) for document in given]

    def get(  # type: ignore[override]
        self,
        cond: QueryLike | None = None,
        doc_id: int | None = None,
        doc_ids: Sequence[int] | None = None,
    ) -> Document | list[Document] | None:
        """One document by query or id, or all of several ids."""
        if doc_id is not None:
            return self._fetch(doc_id)
        if doc_ids is not None:
            found = (self._fetch(i) for i in sorted(set(doc_ids)))
            return [document for document in found if document is not None]
        if cond is None:
            raise RuntimeError("You have to pass either cond or doc_id or doc_ids")
        return next(self._matches(cond), None)

    def search(self, cond: QueryLike) -> list[Document]:
        """Every document that the query accepts."""
        return list(self._matches(cond))

    def update(
        self,
        fields: Mapping[str, Any] | Callable[[MutableMapping[str, Any]], None],
        cond: QueryLike | None = None,
        doc_ids: Iterable[int] | None = None,
    ) -> list[int]:
        """Change every document that the query accepts, or those with these ids."""
        chosen = self._still(cond) if cond is not None and doc_ids is None else doc_ids
        self._wanted = tuple(chosen) if chosen is not None else ()
        return super().update(fields, doc_ids=self._wanted if chosen is not None else None)

    def remove(self, cond: QueryLike | None = None, doc_ids: Iterable[int] | None = None) -> list[int]:
        """Remove every document that the query accepts, or those with these ids."""
        chosen = self._still(cond) if cond is not None and doc_ids is None else doc_ids
        return super().remove(doc_ids=chosen)

    # --- underneath

    def _fetch(self, doc_id: int) -> Document | None:
        text = self._storage.database.fetch(self._name, doc_id)
        return None if text is None else Document(decode(text), doc_id)

    def _choose(self, choice: Choice) -> list[Document]:
        return [Document(decode(text), i) for i, text in self._storage.database.select(self._name, choice)]

    def _matches(self, cond: QueryLike) -> Iterator[Document]:
        database = self._storage.database
        terms = plan(cond, self._fields, ranges=database.ranges)
        for i, text in database.select(self._name, Choice(terms=terms)):
            document = decode(text)
            if cond(document):
                yield Document(document, i)

    def _still(self, cond: QueryLike) -> list[int]:
        """Ids of the matches, each read again under its lock."""
        locked = ((match.doc_id, self._fetch(match.doc_id)) for match in self.search(cond))
        return [i for i, document in locked if document is not None and cond(document)]

    def _read_table(self) -> Any:
        return Rows(self._storage.database, self._name)

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        self._storage.check_writable()
        wanted, self._wanted = self._wanted, ()
        rows = Rows(self._storage.database, self._name, wanted=wanted)
        updater(rows)
        rows.flush()


class Tables:
    """The tables inside one transaction, by name."""

    def __init__(self, storage: RowStorage) -> None:
        self._storage = storage
        self._tables: dict[str, RowTable] = {}

    def __getitem__(self, name: str) -> RowTable:
        table = self._tables.get(name)
        if table is None:
            table = self._tables[name] = RowTable(self._storage, name)
        return table


def _equal(equal: Mapping[str, Scalar]) -> tuple[Term, ...]:
    return tuple((named(field), "=", _scalar(value)) for field, value in equal.items())


def _scalar(value: Scalar) -> Scalar:
    if value is None or isinstance(value, str | int):
        return value
    raise TypeError(f"find by text, whole numbers, booleans or None, not by {type(value).__name__}")


def _fields(storage: RowStorage, name: str) -> str:
    return " or ".join(storage.specs[name].unique)
