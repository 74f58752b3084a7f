"""A log line holds no token, no address and of a phone number its last four digits."""

import io
import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from bot import logs


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("the 'To' number +15005550006 is not valid", "the 'To' number …0006 is not valid"),
        ("call (312) 555-0142 or 312-555-0142", "call …0142 or …0142"),
        ("mail ann.lee@example.com", "mail …@…"),
        ("xoxb-1-2-abc was refused", "… was refused"),
        ("Authorization: Bearer abcdefgh12345678", "Authorization: …"),
        ("jwt eyJhbGciOi.eyJzdWIi.c2ln is dead", "jwt … is dead"),
        ("postgresql://ann:s3cret@db/greenroom", "postgresql://…@db/greenroom"),
        ("posted C0001:1763713590.989611 of GR-F7E9522420", "posted C0001:1763713590.989611 of GR-F7E9522420"),
        ("job 1020, SM00000000000000000000000000000001", "job 1020, SM00000000000000000000000000000001"),
    ],
)
def test_personal_data_and_secrets_are_veiled(said: str, kept: str) -> None:
    assert logs.veiled(said) == kept


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    stream = io.StringIO()
    monkeypatch.setattr("sys.stderr", stream)
    before = logging.getLogger().handlers[:]
    logs.set_up()
    yield stream
    structlog.reset_defaults()
    logging.getLogger().handlers[:] = before


def test_our_lines_and_those_of_libraries_are_one_json_object_each(told: io.StringIO) -> None:
    structlog.get_logger("ours").warning("not delivered", screening="GR-1", why="to +15005550006")
    try:
        raise LookupError("nobody at +15005550006")
    except LookupError:
        logging.getLogger("library").exception("it failed")
    ours, theirs = [json.loads(line) for line in told.getvalue().splitlines()]
    assert (ours["event"], ours["screening"], ours["why"]) == ("not delivered", "GR-1", "to …0006")
    assert (theirs["event"], theirs["logger"], theirs["level"]) == ("it failed", "library", "error")
    assert "nobody at …0006" in theirs["exception"]
