"""The form's pages: what the templates print, made from what the use cases answer."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any, Final

from bot.templates_dir import templates_dir
from bot.web.pages import style, style_source, templates
from screening.channels.form import LONGEST, options
from screening.forms import Open, Upload
from screening.screening import Screening
from screening.scripts.script import Kind, Question

LANGUAGES: Final = ("en", "es")
SIGNS: Final = {"USD": "$", "CAD": "$", "GBP": "£", "EUR": "€", "MXN": "$"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One thing to pick."""

    value: str
    label: str
    picked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One field as the template prints it."""

    id: str
    name: str
    type: str
    ask: str
    value: str = ""
    hint: str = ""
    error: str = ""
    unit: str = ""
    described: str | None = None
    attributes: Mapping[str, str | None]
    options: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """What was sent with a page and is kept: the values, what is wrong by question, what was unread before."""

    given: Mapping[str, tuple[str, ...]]
    problems: Mapping[str, str]
    tried: frozenset[str] = frozenset()
    stale: bool = False


EMPTY: Final = Filled(given={}, problems={})


class FormPages:
    """Renders every page a candidate can see, in English and Spanish."""

    def __init__(self, brand: str) -> None:
        self._brand, self._words, self._css, self._jinja = brand, _words(), style(), templates()
        self.policy = f"default-src 'none'; style-src {style_source()}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

    def notice(self, what: str, lang: str, s: Screening | None = None, languages: tuple[str, ...] = LANGUAGES) -> str:
        """A page with one thing to say."""
        words = self._words[lang]["notice"][what]
        name = s.candidate.first_name if s else ""
        text = words["text"].format(first_name=name, brand=self._brand)
        return self._render("notice", lang, languages, heading=words["heading"], text=text)

    def page(self, page: Open, lang: str, seal: str, filled: Filled, now: int) -> str:
        """The questions, with what was sent and what is wrong with it."""
        words, s = self._words[lang], page.screening
        fields = [self._field(q, lang, filled, now) for q in page.questions]
        lead = words["lead_more" if page.begun else "lead"].format(first_name=s.candidate.first_name)
        errors = [{"target": f.id, "text": f"{f.ask} – {f.error}"} for f in fields if f.error]
        if filled.stale:
            errors = [{"target": "", "text": words["out_of_date"]}]
        unread = {key for key, what in filled.problems.items() if what == "unread"}
        return self._render(
            "page",
            lang,
            page.script.languages,
            job=s.job.title,
            lead=lead,
            errors=errors,
            fields=fields,
            seal=seal,
            tried=",".join(sorted(filled.tried | unread)),
        )

    def upload(self, page: Upload, lang: str, seal: str, why: str) -> str:
        """The page on which a resume is handed in; `why`: what was wrong with the last file."""
        words, s = self._words[lang]["upload"], page.screening
        return self._render(
            "upload",
            lang,
            page.script.languages,
            job=s.job.title,
            lead=words["lead"].format(first_name=s.candidate.first_name),
            upload=words,
            error=words["why"].get(why, words["why"]["broken"]) if why else "",
            seal=seal,
        )

    def _render(self, name: str, lang: str, languages: tuple[str, ...], **more: Any) -> str:
        words = self._words[lang]
        own = {key: words[key].format(brand=self._brand) for key in ("human", "stop", "check", "send", "error_title")}
        others = [{"code": x, "name": self._words[x]["name"]} for x in languages if x != lang and x in self._words]
        template = self._jinja.get_template(f"form/{name}.html.j2")
        return template.render(lang=lang, brand=self._brand, css=self._css, languages=others, words=own, **more)

    def _field(self, q: Question, lang: str, filled: Filled, now: int) -> Shown:
        words, id = self._words[lang], f"q-{q.key}"
        given = filled.given.get(q.key, ())
        problem = filled.problems.get(q.key, "")
        hint = self._hint(q, lang, now)
        described = " ".join(f"{id}-{part}" for part, there in (("hint", hint), ("error", problem)) if there) or None
        shown = options(q, lang)
        return Shown(
            id=id,
            name=q.key,
            type=_type(q),
            ask=q.words(lang),
            value="" if shown else "\n".join(given),
            hint=hint,
            error=words["problem"].get(problem, ""),
            unit=self._unit(q, lang),
            described=described,
            attributes=_attributes(q, described, problem),
            options=tuple(Choice(value=v, label=label, picked=v in given) for v, label in shown.items()),
        )

    def _hint(self, q: Question, lang: str, now: int) -> str:
        if q.kind is Kind.CHOICE and q.several:
            return str(self._words[lang]["several"])
        soon = datetime.fromtimestamp(now / 1000, UTC) + timedelta(days=10)
        date = f"{soon.day}/{soon.month}" if lang == "es" else f"{soon.month}/{soon.day}"
        return str(self._words[lang]["hint"].get(q.kind.value, "")).format(date=date)

    def _unit(self, q: Question, lang: str) -> str:
        if q.kind is Kind.PAY:
            period = self._words[lang]["period"].get(q.period, "")
            return f"{SIGNS.get(q.currency, q.currency)} {period}".strip()
        return q.unit


@cache
def _words() -> dict[str, dict[str, Any]]:
    return {x: tomllib.loads((templates_dir() / "form" / f"{x}.toml").read_text(encoding="utf-8")) for x in LANGUAGES}


def _type(q: Question) -> str:
    if q.kind is Kind.TEXT:
        return "textarea"
    if q.kind in (Kind.YES_NO, Kind.CHOICE):
        return "checkbox" if q.several else "radio"
    return "text"


def _attributes(q: Question, described: str | None, problem: str) -> dict[str, str | None]:
    return {
        "inputmode": "decimal" if q.kind is Kind.NUMBER else None,
        "maxlength": str(LONGEST),
        "aria-describedby": described,
        "aria-invalid": "true" if problem else None,
        "autocomplete": "off",
    }
