"""A first script from a job: TOML for a person to read, change and publish. Must-haves are proposed, never set."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Final

from screening.scripts.reader import problems_of
from screening.scripts.said import fold

MOST_QUESTIONS: Final = 8
LONGEST_DESCRIPTION: Final = 50_000

# What a description may call for, and the yes-or-no question about it.
CALLS_FOR: Final = (
    (r"\bforklift|\bfork lift", "forklift", "Do you hold a valid forklift certificate?"),
    (r"\bcdl\b|commercial driver", "cdl", "Do you hold a valid commercial driver's license (CDL)?"),
    (r"driver'?s licen[cs]e|driving licen[cs]e", "driving", "Do you hold a valid driver's license?"),
    (r"\brn\b|registered nurse", "rn_license", "Do you hold an active RN license?"),
    (r"\bcna\b|nurs(?:e|ing) (?:aide|assistant)", "cna", "Do you hold an active CNA certificate?"),
    (r"\bcpr\b|\bbls\b", "cpr", "Is your CPR or BLS card up to date?"),
    (r"\bosha\b", "osha", "Have you finished OSHA safety training?"),
    (r"food (?:handler|safety)", "food_card", "Do you hold a food handler card?"),
    (r"guard card|security licen[cs]e", "guard_card", "Do you hold a valid guard card?"),
    (r"\bweld(?:er|ing)\b", "welding", "Have you welded for an employer before?"),
    (
        r"authori[sz](?:ed|ation) to work|work authori[sz]ation|right to work",
        "authorized",
        "Are you authorized to work in this country?",
    ),
    (r"\bweekends?\b", "weekends", "Can you work on weekends?"),
    (r"\bovertime\b", "overtime", "Can you work overtime when it is busy?"),
)
SHIFTS: Final = (
    ("day", r"\b(?:day|first|1st|morning) shifts?\b|\bdays\b", ("1st", "mornings")),
    ("evening", r"\b(?:evening|second|2nd|afternoon|swing) shifts?\b|\bevenings\b", ("2nd", "afternoons")),
    ("night", r"\b(?:night|third|3rd|overnight|graveyard) shifts?\b|\bnights\b|\bovernight\b", ("3rd", "overnight")),
)
# Words of a trade that, told of in an answer, show that somebody has done the work.
TRADE_WORDS: Final = (
    "loading", "unloading", "picking", "packing", "shipping", "receiving", "inventory", "pallets", "scanner",
    "assembly", "machine", "maintenance", "quality", "safety", "cleaning", "cooking", "cash register", "customers",
    "phones", "tickets", "invoices", "payroll", "schedule", "patients", "vitals", "charting", "deliveries", "route",
    "tools", "blueprints",
)  # fmt: skip
_AMOUNT: Final = re.compile(r"(\d{1,3}(?:,\d{3})+|\d{1,7})(\.\d{1,2})?\s*(k\b)?", re.IGNORECASE)
_YEARS: Final = re.compile(
    r"\b(\d{1,2})(?:\s*(?:-|to)\s*\d{1,2})?\s*(?:\+|plus|or more)?\s*(?:years?|yrs?)\b(?! (?:old|of age))"
)
MOST_YEARS: Final = 15
MOST_PAY: Final = 10_000_000
HOURLY_BELOW: Final = 300  # an amount without a period
_LIFT: Final = re.compile(r"\blift\w*(?: \w+){0,3} (\d{2,3}) ?(?:lbs?|pounds)")
_PERIOD: Final = (
    ("hour", r"\bhour|/ ?hr?\b|\bhr\b|hourly"), ("year", r"\byear|annual|annum|/ ?yr?\b|\byr\b|\bp\.?a\b"),
    ("month", r"\bmonth"), ("week", r"\bweek"), ("day", r"\bday\b|daily"),
)  # fmt: skip
_REMOTE: Final = re.compile(r"\bremote\b|work from home|\bwfh\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pay:
    """What a job pays."""

    high: float
    period: str
    currency: str


def draft(*, name: str, title: str, description: str, pay: str, place: str, work_type: str) -> str:
    """The TOML of a first script; every argument but `name` may be empty, and HTML is read as text.

    It always passes `lint` without an error; a question that would not is left out.
    """
    pay, place, work_type = one_line(pay), one_line(place), one_line(work_type)
    offer = read_pay(pay)
    country = {"GBP": "GB", "CAD": "CA"}.get(offer.currency, "US") if offer else "US"
    begin = head(slug(name), one_line(title, 120) or slug(name), country)
    remote = _REMOTE.search(fold(f"{place} {work_type}")) is not None
    questions = asked(fold(plain_text(description)), offer, [] if remote else [commute_question(place)])
    parts = [*faqs(pay, place, work_type), *questions]
    return begin + "".join(part for part in parts if passes(begin, part))


def passes(begin: str, part: str) -> bool:
    """Whether lint finds no error in a script with this part."""
    filler = "" if "[[question]]" in part else question("start", "date", "When could you start?")
    return not any(problem.error for problem in problems_of(begin + part + filler))


def head(name: str, title: str, country: str) -> str:
    """Everything before the first question."""
    return (
        "# A first draft, made from the job. Read it, change it, then publish it.\n"
        f"format = 1\nname = {quoted(name)}\ntitle = {quoted(title)}\n"
        f'language = "en"\ncountry = "{country}"\nsteps = ["sms"]\n'
        'intro = "Hi {{ first_name }}, thanks for applying for {{ job }}. A few quick questions."\n'
        'closing = "Thanks {{ first_name }}! A recruiter will read your answers and be in touch."\n'
        'remind_after = ["24h", "48h", "96h"]\nexpire_after = "7d"\n\n[bands]\nadvance = 70\nreview = 40\n'
    )


def faqs(pay: str, place: str, work_type: str) -> Iterator[str]:
    """What candidates ask most, where the job says it."""
    if pay:
        yield faq(("what does it pay", "how much is the pay", "what's the rate"), f"The pay is {pay}.")
    if place:
        yield faq(("where is it", "what's the location"), f"The job is in {place}.")
    if work_type:
        yield faq(("is it temp or permanent", "what kind of contract is it", "is it full time"), f"It is {work_type}.")


def faq(asks: tuple[str, ...], answer: str) -> str:
    """One faq."""
    return (
        f"\n[[faq]]\nask = [{', '.join(quoted(ask) for ask in asks)}]\nanswer = {quoted(answer.replace('..', '.'))}\n"
    )


def asked(text: str, offer: Pay | None, commute: list[str]) -> list[str]:
    """The questions, what decides first."""
    rest = [*years_question(text), *shift_question(text), pay_question(offer), start_question(), *commute]
    rest += work_question(text)
    return [*list(yes_no_questions(text))[: MOST_QUESTIONS - len(rest)], *rest]


def yes_no_questions(text: str) -> Iterator[str]:
    """Certificates, hours and lifting that the description calls for."""
    for pattern, key, ask in CALLS_FOR:
        if re.search(pattern, text):
            yield yes_no(key, ask)
    lift = _LIFT.search(text)
    if lift:
        yield yes_no("lifting", f"Can you lift {lift[1]} pounds, with or without reasonable accommodation?")


def yes_no(key: str, ask: str) -> str:
    """A yes-or-no question that a person may turn into a must-have."""
    more = 'criterion = "Requirements"\nweight = 2\n# knockout = "no"   # would make it a must-have\n'
    return question(key, "yes_no", ask, more)


def years_question(text: str) -> Iterator[str]:
    """Experience, against the years that the description names."""
    found = _YEARS.search(text)
    wanted = int(found[1]) if found else 0
    if 0 < wanted <= MOST_YEARS:
        rows = f"{{ at_least = {wanted}, points = 5 }}, {{ at_least = {wanted / 2:g}, points = 3 }}, {{ points = 1 }}"
        more = f'criterion = "Experience"\nunit = "years"\nrange = [0, 50]\nweight = 2\npoints = [{rows}]\n'
        yield question("years", "number", "How many years have you done this kind of work?", more)


def shift_question(text: str) -> Iterator[str]:
    """The shifts that the description names: a choice of several, or a question about the one."""
    named = [(value, also) for value, pattern, also in SHIFTS if re.search(pattern, text)]
    values = [value for value, _ in named]
    if len(named) == 1:
        ask = f"Can you work the {values[0]} shift?"
        yield question(f"{values[0]}_shift", "yes_no", ask, 'criterion = "Availability"\n')
    elif named:
        ask = f"Which shift suits you best: {', '.join(values[:-1])} or {values[-1]}?"
        options = ", ".join(option(value, also) for value, also in named)
        yield question("shift", "choice", ask, f'criterion = "Availability"\noptions = [{options}]\n')


def option(value: str, also: tuple[str, ...]) -> str:
    """One option, as welcome as the others until a person says otherwise."""
    return f"{{ value = {quoted(value)}, also = [{', '.join(map(quoted, also))}], points = 5 }}"


def pay_question(offer: Pay | None) -> str:
    """What they look for, against what the job pays."""
    if offer is None:
        return question("pay", "pay", "What hourly pay are you looking for?", 'period = "hour"\n')
    word = {"hour": "hourly", "day": "daily", "week": "weekly", "month": "monthly", "year": "yearly"}[offer.period]
    most, more_still = f"{offer.high:.10g}", f"{round(offer.high * 1.1, 2):.10g}"
    rows = f"{{ at_most = {most}, points = 5 }}, {{ at_most = {more_still}, points = 3 }}, {{ points = 1 }}"
    more = f'criterion = "Pay"\nperiod = "{offer.period}"\ncurrency = "{offer.currency}"\npoints = [{rows}]\n'
    return question("pay", "pay", f"What {word} pay are you looking for?", more)


def start_question() -> str:
    """When they could start."""
    rows = "{ within_days = 14, points = 5 }, { within_days = 30, points = 3 }, { points = 1 }"
    return question("start", "date", "When could you start?", f'criterion = "Availability"\npoints = [{rows}]\n')


def commute_question(place: str) -> str:
    """The commute in minutes; never where they live."""
    where = f"to {place}" if place else "to this job"
    ask = f"About how many minutes would your commute {where} take?"
    rows = "{ at_most = 30, points = 5 }, { at_most = 60, points = 3 }, { points = 1 }"
    return question("commute", "location", ask, f'criterion = "Availability"\npoints = [{rows}]\n')


def work_question(text: str) -> Iterator[str]:
    """One open question, where the description names tasks to listen for."""
    tasks = [word for word in TRADE_WORDS if re.search(rf"\b{word}\b", text)][:10]
    if tasks:
        words = ", ".join(map(quoted, tasks))
        rubric = f'[[question.rubric]]\nname = "has done the tasks of this job"\nevidence = [{words}]\n'
        more = f'criterion = "Experience"\n\n{rubric}'
        yield question("last_work", "text", "Tell me about the work in your life that is closest to this job.", more)


def question(key: str, kind: str, ask: str, more: str = "") -> str:
    """One question."""
    return f'\n[[question]]\nkey = "{key}"\nkind = "{kind}"\nask = {quoted(ask)}\n{more}'


def read_pay(text: str) -> Pay | None:
    """Amounts, period and currency in words such as "$21-24/hr" or "55k a year"."""
    amounts = [float(m[1].replace(",", "") + (m[2] or "")) * (1_000 if m[3] else 1) for m in _AMOUNT.finditer(text)][:2]
    if not amounts or not all(1 <= amount <= MOST_PAY for amount in amounts):
        return None
    return Pay(high=max(amounts), period=period_of(fold(text), max(amounts)), currency=currency_of(text))


def period_of(text: str, amount: float) -> str:
    """The period named, else the one that fits the amount."""
    named = next((period for period, pattern in _PERIOD if re.search(pattern, text)), "")
    return named or ("hour" if amount < HOURLY_BELOW else "year")


def currency_of(text: str) -> str:
    """The currency named, dollars where none is."""
    marks = (("GBP", "£|gbp"), ("EUR", "€|eur"), ("CAD", r"c\$|ca\$|cad"), ("MXN", r"mx\$|mxn"))
    return next((code for code, pattern in marks if re.search(pattern, text.casefold())), "USD")


def plain_text(description: str) -> str:
    """A description without markup."""
    return unescape(re.sub(r"<[^<>]{0,1000}>", " ", description[:LONGEST_DESCRIPTION]))


def one_line(text: str, longest: int = 60) -> str:
    """Words that may stand in a text: no markup, no braces, no question mark, no line ends."""
    clean = "".join(c if unicodedata.category(c)[0] != "C" else " " for c in plain_text(text))
    words = " ".join(re.sub(r"[{}?]", " ", unicodedata.normalize("NFC", clean)).split())
    return words if len(words) <= longest else words[:longest].rsplit(" ", 1)[0]


def slug(name: str) -> str:
    """A script name: small letters, digits and `-`."""
    words = re.findall(r"[a-z0-9]+", fold(name))
    return "-".join(words)[:60].strip("-") or "draft"


def quoted(text: str) -> str:
    """A TOML string."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
