"""What every page for candidates and listeners is made with: the templates, and one style that a policy names by its digest."""

import base64
import hashlib
from functools import cache

from jinja2 import Environment, FileSystemLoader, select_autoescape

from bot.templates_dir import templates_dir


@cache
def templates() -> Environment:
    """The templates, with everything escaped that is put into them."""
    loader = FileSystemLoader(templates_dir())
    return Environment(loader=loader, autoescape=select_autoescape(default=True), trim_blocks=True)


@cache
def style() -> str:
    """The style sheet in one line, as it stands within a page."""
    lines = (templates_dir() / "form" / "style.css").read_text(encoding="utf-8").splitlines()
    return "".join(line.strip() for line in lines)


@cache
def style_source() -> str:
    """What a Content-Security-Policy says of that style."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(style().encode()).digest()).decode()}'"
