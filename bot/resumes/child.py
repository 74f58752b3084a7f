"""The child process that opens a stranger's file: bytes on its input, JSON on its output, and nothing else in its power."""

import contextlib
import json
import logging
import resource
import sys
from dataclasses import replace
from typing import Any

from bot.resumes.docx import read_docx
from bot.resumes.found import LARGEST_FILE, Found, Unreadable, Why
from bot.resumes.kinds import PDF, kind_of
from bot.resumes.pdf import read_pdf

MEMORY = 1 << 30  # bytes of address space
SECONDS = 8  # of processor time
FORBIDDEN = (
    "socket.",
    "subprocess.",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.system",
    "ctypes.",
    "shutil.",
    "ftplib.",
)


def main() -> int:
    """Read, convert, answer."""
    logging.disable(logging.CRITICAL)
    bind()
    try:
        found = convert(sys.stdin.buffer.read(LARGEST_FILE + 1))
        answer: dict[str, Any] = {"text": found.text, "hidden": found.hidden, "kind": found.kind}
    except Unreadable as error:
        answer = {"why": error.why.value}
    except (MemoryError, RecursionError):
        answer = {"why": Why.BOMB.value}
    except Exception:
        answer = {"why": Why.BROKEN.value}
    sys.stdout.write(json.dumps(answer))
    return 0


def convert(data: bytes) -> Found:
    """The text of a PDF or DOCX. Raises Unreadable."""
    kind = kind_of(data)
    return replace(read_pdf(data) if kind == PDF else read_docx(data), kind=kind)


def bind() -> None:
    """Bounds on memory, time and files; no network, no further process, no file to write."""
    for what, bound in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_FSIZE, 1 << 20),
        (resource.RLIMIT_CORE, 0),
    ):
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(what, (bound, bound))
    sys.addaudithook(_deny)


def _deny(event: str, arguments: tuple[Any, ...]) -> None:
    if event.startswith(FORBIDDEN) or (event == "open" and _writes(arguments)):
        raise PermissionError(event)


def _writes(arguments: tuple[Any, ...]) -> bool:
    mode, flags = arguments[1:3]
    return bool(isinstance(mode, str) and set(mode) & set("wax+")) or bool(isinstance(flags, int) and flags & 3)


if __name__ == "__main__":
    sys.exit(main())
