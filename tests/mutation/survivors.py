"""Mutants that no test kills, each with its reason: (file, change, the line as it stands) to why it may live."""

from typing import Final

KEPT: Final[dict[tuple[str, str, str], str]] = {
    (
        "screening/machine.py",
        "statement dropped",
        "assert_never(unexpected)",
    ): "never reached: the type checker counts the events",
    (
        "screening/duties/release.py",
        "'closing' changed",
        'PROGRESS: Final = frozenset({"intro", "ask", "closing"})  # these do bring it further',
    ): "a closing is among the final words too, which are no burst either",
    (
        "screening/duties/window.py",
        "0 to 1",
        "at = at.replace(second=0, microsecond=0) - timedelta(minutes=at.minute % 5)",
    ): "a microsecond is no millisecond",
    (
        "screening/duties/segments.py",
        "'^{}\\\\[~]|€\\x0c' changed",
        'DOUBLE: Final = frozenset("^{}\\\\[~]|€\\f")',
    ): "the sign that is added is one of them",
    (
        "screening/duties/segments.py",
        "'utf-16-le' changed",
        'units = len(text.encode("utf-16-le")) // 2',
    ): "a codec of this name is the same one: signs in names do not count",
    (
        "bot/outbox/claim.py",
        "32 to 33",
        "BATCH: Final = 32",
    ): "a bound of ours, which the tests use by its name: one more or less keeps every promise",
    (
        "bot/outbox/claim.py",
        "Or to And",
        "if left <= 0 or way in self.full:",
    ): "asking for no rows finds none: only a look is saved",
    (
        "bot/outbox/claim.py",
        "LtE to Lt",
        "if left <= 0 or way in self.full:",
    ): "asking for no rows finds none: only a look is saved",
    (
        "bot/outbox/claim.py",
        "statement dropped",
        "self.full.add(way)",
    ): "the rate refuses the next one too: only a look is saved",
    (
        "bot/outbox/deliver.py",
        "16 to 17",
        "AT_A_TIME: Final = 16  # deliveries of one way under way",
    ): "a bound of ours, which the tests use by its name: one more or less keeps every promise",
    (
        "bot/outbox/deliver.py",
        "12 to 13",
        "PARK_AFTER: Final = 12  # tries that end in an error nobody foresaw",
    ): "a bound of ours, which the tests use by its name: one more or less keeps every promise",
    (
        "bot/outbox/deliver.py",
        "86400000 to 86400001",
        "PARK_AT_AGE: Final = 86_400_000  # ms since it was made, while nobody can say what became of it",
    ): "a bound of ours, which the tests use by its name: one more or less keeps every promise",
    (
        "bot/outbox/deliver.py",
        "10 to 11",
        "TELL_AFTER: Final = 10  # tries until a person is told that it goes on failing",
    ): "a bound of ours, which the tests use by its name: one more or less keeps every promise",
    (
        "bot/outbox/deliver.py",
        "Gt to GtE",
        "room = {way: places for way in self._ways if (places := self._room(way)) > 0}",
    ): "a way without room claims nothing",
    (
        "bot/outbox/deliver.py",
        "0 to 1",
        "room = {way: places for way in self._ways if (places := self._room(way)) > 0}",
    ): "the last place is filled a turn later",
    ("bot/outbox/deliver.py", "statement dropped", "self._alarm.cancel()"): "one alarm more wakes the loop once more",
    (
        "bot/outbox/deliver.py",
        "1000 to 1001",
        "self._alarm = asyncio.get_running_loop().call_later(ms / 1000, self._store.wake)",
    ): "a wake-up a thousandth earlier",
    ("bot/outbox/deliver.py", "Gt to GtE", "if wait > 0:"): "to sleep for no time is not to sleep",
    ("bot/outbox/deliver.py", "0 to 1", "if wait > 0:"): "a millisecond of a list's staleness",
    ("bot/outbox/deliver.py", "1000 to 1001", "await asyncio.sleep(wait / 1000)"): "a thousandth of a list's staleness",
    (
        "bot/outbox/deliver.py",
        "'what came back names' changed",
        'self._park(tables, d, PortFailed("what came back names another delivery", fate=Fate.REFUSED))',
    ): "words",
    (
        "bot/outbox/deliver.py",
        "6 to 7",
        "return float(min(60, 2 ** min(tries - 1, 6)))",
    ): "64 seconds and 128 are both cut to a minute",
    (
        "bot/outbox/delivery.py",
        "60000 to 60001",
        "LEASE: Final = 60_000  # ms that a claim lasts unless it is renewed, which a living process does",
    ): "a bound of ours, which the tests use by its name: one more or less keeps every promise",
    ("bot/outbox/delivery.py", "0 to 1", "made: int = 0"): "the age of a delivery built by hand in a test",
    (
        "bot/outbox/endings.py",
        "'code' changed",
        'change = {"state": "done", "due": None, "provider_id": provider_id or None, "reason": "", "code": ""}',
    ): "the claim before has cleared it",
    (
        "bot/outbox/endings.py",
        "'code' changed",
        '_set(tables, d.row, {"state": state, "claimed": None, "due": due, "reason": reason, "code": ""})',
    ): "the claim before has cleared it",
    (
        "bot/outbox/endings.py",
        "And to Or",
        'if isinstance(changed, dict) and changed["state"] != "new":',
    ): "whoever is woken too early goes to sleep again",
    (
        "bot/outbox/endings.py",
        "'new' changed",
        'if isinstance(changed, dict) and changed["state"] != "new":',
    ): "whoever is woken too early goes to sleep again",
    (
        "bot/outbox/lanes.py",
        "'behind' changed",
        'BEHIND: Final = "behind"  # the code of a delivery that sleeps until another is over',
    ): "a name that is used nowhere else: it changes for writer and reader alike",
    (
        "bot/outbox/lanes.py",
        "60000 to 60001",
        "LONGEST: Final = 60_000  # ms after which it looks again by itself",
    ): "a bound of ours, which the tests use by its name: one more or less keeps every promise",
    (
        "bot/outbox/places.py",
        "'place' changed",
        'if row is not None and row.get("place") != place:',
    ): "the place is written once more, as it was",
    (
        "bot/outbox/rates.py",
        "0.0 to 1.0",
        'free = max(float(row["free"]) if row else 0.0, now - burst)',
    ): "the first millisecond of 1970",
    (
        "bot/outbox/rates.py",
        "'sms' changed",
        'return _slot(tables, "sms", now, self._segment_ms * segments(row["payload"].get("body") or " "), burst=0)',
    ): "a name that is used nowhere else: it changes for writer and reader alike",
    (
        "bot/outbox/rates.py",
        "'call' changed",
        'return _slot(tables, "call", now, 1000, burst=0)  # Twilio places one call a second by default',
    ): "a name that is used nowhere else: it changes for writer and reader alike",
    (
        "bot/outbox/rates.py",
        "'slack' changed",
        'return _slot(tables, "slack", now, 1000, burst=1000)',
    ): "a name that is used nowhere else: it changes for writer and reader alike",
    (
        "bot/outbox/rates.py",
        "' ' changed",
        'return _slot(tables, "sms", now, self._segment_ms * segments(row["payload"].get("body") or " "), burst=0)',
    ): "an empty text and a blank are one segment",
    (
        "bot/outbox/successor.py",
        "20000 to 20001",
        "SILENT: Final = 20_000  # ms without a sign of life; longer than any call's time-out plus the staleness of a list",
    ): "a bound of ours, which the tests use by its name: one more or less keeps every promise",
    (
        "bot/outbox/successor.py",
        "15000 to 15001",
        "IN_FLIGHT: Final = 15_000  # ms after its claim in which a dead process's call may still take effect: no look-up before",
    ): "a bound of ours, which the tests use by its name: one more or less keeps every promise",
    (
        "bot/outbox/successor.py",
        "2.0 to 3.0",
        "EVERY: Final = 2.0  # seconds between two signs",
    ): "a bound of ours, which the tests use by its name: one more or less keeps every promise",
    (
        "bot/outbox/successor.py",
        "10000 to 10001",
        "MOST: Final = 10_000",
    ): "a bound of ours, which the tests use by its name: one more or less keeps every promise",
    (
        "bot/outbox/successor.py",
        "Gt to GtE",
        'if row["state"] == "claimed" and row["due"] > now and row.get("by") in dead',
    ): "what is due now stays due now",
}
