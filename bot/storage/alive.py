"""Who a process is, and whether another one on the same machine has gone."""

import hashlib
import os
import secrets
from functools import cache
from pathlib import Path

ALONE = "alone"  # the only process of its store, and its own predecessor


@cache
def identity() -> str:
    """This process, by machine, number and a word of its own."""
    return f"{_machine()}:{os.getpid()}:{secrets.token_hex(4)}"


def gone(holder: str) -> bool:
    """Is it certain that this process no longer runs? False for one on another machine: nobody can see that far."""
    machine, _, rest = holder.partition(":")
    number, _, word = rest.partition(":")
    if not number.isdigit() or not word or machine != _machine():
        return False
    return holder != identity() if int(number) == os.getpid() else not _runs(int(number))


def _runs(number: int) -> bool:
    """Asked of the kernel, not of /proc, where other users' processes may be hidden."""
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True


@cache
def _machine() -> str:
    """This boot of this machine, as far as its process numbers mean the same; a word nobody shares where that is unknown."""
    try:
        boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        seen = boot + str(Path("/proc/self/ns/pid").readlink())
    except OSError:
        return secrets.token_hex(8)
    return hashlib.sha256(seen.encode()).hexdigest()[:16]
