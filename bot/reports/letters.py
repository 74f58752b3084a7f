"""The letter of explanation as text, from its template."""

from functools import cache
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.templates_dir import templates_dir
from screening.letter import Letter

LANGUAGES: Final = ("en", "es")


@cache
def _templates() -> Environment:
    loader = FileSystemLoader(templates_dir() / "letters")
    return Environment(  # a plain text: nothing in it is markup
        loader=loader, autoescape=False, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )


def letter_text(letter: Letter) -> str:
    """The letter in its language, else in English."""
    language = letter.language if letter.language in LANGUAGES else LANGUAGES[0]
    return _templates().get_template(f"explanation.{language}.txt.j2").render(l=letter)
