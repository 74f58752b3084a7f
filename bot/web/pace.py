"""Pace: how often one thing may be asked for in a minute."""

from collections import OrderedDict, deque

MINUTE = 60_000  # ms
MOST_KEYS = 10_000  # the oldest are forgotten first


class Pace:
    """At most `per_minute` times for each key, counted in this process."""

    def __init__(self, per_minute: int) -> None:
        self._most = per_minute
        self._times: OrderedDict[str, deque[int]] = OrderedDict()

    def allows(self, key: str, now: int) -> bool:
        """Whether it may be done now (ms); counts it if so."""
        times = self._times.setdefault(key, deque())
        self._times.move_to_end(key)
        while times and now - times[0] >= MINUTE:
            times.popleft()
        if len(self._times) > MOST_KEYS:
            self._times.popitem(last=False)
        if len(times) >= self._most:
            return False
        times.append(now)
        return True
