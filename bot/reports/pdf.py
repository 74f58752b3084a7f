"""A report as PDF and as text, here and now. In service this runs in a process of its own (render.py)."""

from functools import cache
from pathlib import Path
from unicodedata import east_asian_width

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from bot.reports.fonts_used import Face, drawable, faces
from bot.reports.plain import seal
from bot.templates_dir import templates_dir
from screening.report import Report

LINES = 300  # of the transcript


@cache
def _templates(folder: Path) -> Environment:
    made = Environment(
        loader=FileSystemLoader(folder),
        autoescape=lambda name: bool(name and ".html" in name),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(broken=broken, brief=brief)
    return made


def broken(text: str) -> Markup:
    """The text, escaped, with its first line breaks kept."""
    lines = [line.strip() for line in text.strip().split("\n")]
    head, rest = lines[:12], lines[12:]
    return Markup("<br/>").join([*(escape(line) for line in head[:-1]), escape(" ".join([head[-1], *rest]))])


def brief(text: str, room: int, end: str = "…") -> str:
    """As much of the text as fits into that many narrow characters; wide ones take twice the room."""
    if len(text) * 2 <= room:
        return text
    used = 0
    for at, char in enumerate(text):
        used += 2 if east_asian_width(char) in "WF" else 1
        if used > room:
            return text[: max(0, at - len(end))].rstrip() + end
    return text


def page(report: Report, *, transcript: bool = True) -> str:
    """The report as HTML for the engine."""
    template = _templates(templates_dir() / "report").get_template("report.html.j2")
    body = drawable(
        template.render(
            r=report,
            seal=seal(report),
            told=report.transcript[:LINES] if transcript else (),
        )
    )
    return head(faces(body)) + body


def head(used: tuple[Face, ...]) -> str:
    """The style that names the fonts: only those in use."""
    rules = [f'@font-face {{ font-family: {f.family}; src: url("{f.file}"); font-weight: {f.weight}; }}' for f in used]
    families = ", ".join(dict.fromkeys(f.family for f in used))
    return "<style>" + "".join(rules) + f"html, head, title, body {{ font-family: {families}; }}</style>"


def text_now(report: Report) -> str:
    """The report as plain text: the same facts, for screen readers and for a place without PDF."""
    return _templates(templates_dir() / "report").get_template("report.txt.j2").render(r=report)


def render_now(report: Report, *, transcript: bool = True) -> bytes:
    """The report as PDF, in this process."""
    from bot.reports.engine import make  # heavy: only who renders loads it

    return make(page(report, transcript=transcript), report.generated_at // 1000)
