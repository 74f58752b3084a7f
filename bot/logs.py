"""Logs: one JSON object a line on stderr, ours and the libraries' alike, with the screening's id and without personal data."""

import logging
import re
import sys
from collections.abc import MutableMapping
from functools import partial
from typing import Any, Final

import structlog
from structlog.typing import Processor

PHONE: Final = re.compile(r"(?<![\w.])(\+\d{4,11}|\(?\d{3}\)?[ .-]\d{3}[ .-])(\d{4})(?!\w)")
SECRET: Final = re.compile(
    r"\bxox[a-z]-[\w-]+|\bxapp-[\w-]+|\beyJ[\w-]+\.[\w-]+(?:\.[\w-]+)?|(?i:bearer|basic) [\w.~+/=-]{8,}"
    r"|(?<=://)[^/\s:@]+:[^/\s@]+(?=@)|\bgAAAAA[\w=-]{20,}"
)
ADDRESS: Final = re.compile(r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b")
QUIET: Final = {"slack_bolt.AsyncApp": logging.ERROR, "httpx": logging.ERROR, "apscheduler.scheduler": logging.ERROR}
Line = MutableMapping[str, Any]


def veiled(text: str) -> str:
    """A text without tokens, with phone numbers by their last four digits."""
    return PHONE.sub(r"…\2", ADDRESS.sub("…@…", SECRET.sub("…", text)))


def veil(_: object, __: str, line: Line) -> Line:
    """Every text of a line, also those of a traceback."""
    return {key: veiled(value) if isinstance(value, str) else value for key, value in line.items()}


def _at_least(level: int, record: logging.LogRecord) -> bool:
    return record.levelno >= level


def set_up() -> None:
    """From here on, everything that is logged goes this way."""
    shared: list[Processor] = [
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
    ]
    last: list[Processor] = [
        structlog.stdlib.ProcessorFormatter.remove_processors_meta,
        veil,
        structlog.processors.JSONRenderer(),
    ]
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[structlog.stdlib.add_logger_name, *shared], processors=last
        )
    )
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    for name, level in QUIET.items():
        logging.getLogger(name).addFilter(partial(_at_least, level))
    structlog.configure(
        processors=[*shared, veil, structlog.processors.JSONRenderer()],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
