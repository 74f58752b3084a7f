"""The clock of the edge."""

import time


def now() -> int:
    """Milliseconds UTC."""
    return time.time_ns() // 1_000_000
