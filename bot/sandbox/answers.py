"""What simulated candidates say to a question: how they recognise it, and answers from strong to weak, neat to sloppy."""

import re
from dataclasses import dataclass

Three = tuple[str, str, str]  # strong, fair, weak


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A question as a candidate recognises it. `sloppy` is the same as `neat`, thumbed in a hurry."""

    asked: re.Pattern[str]
    neat: Three
    sloppy: Three
    plain: str
    disqualifying: str = ""


def _topic(asked: str, neat: Three, sloppy: Three, plain: str, no: str = "") -> Topic:
    return Topic(asked=re.compile(asked, re.IGNORECASE), neat=neat, sloppy=sloppy, plain=plain, disqualifying=no)


_LICENCE = _topic(
    r"licen[cs]e|certifi(ed|cate)",
    ("Yes, renewed it last year", "Yes I do", "yes"),
    ("yess i do", "yea i do", "yep"),
    "Yes",
    "No, I don't have one",
)
_NIGHTS = _topic(
    r"nights a week|weekends?\b|overtime", ("Yes, any week", "Yes", "yes"), ("yep any week", "yea", "yes"), "Yes"
)
_YEARS = _topic(
    r"how many years|how long have you",
    ("6 years", "About 3 years", "1 year"),
    ("6 yrs", "abuot 3 yrs", "1 yr"),
    "3 years",
)
_TRUCK = _topic(
    r"which truck", ("Reach", "Sit-down mostly", "Order picker"), ("reach truk", "sit down", "picker"), "reach"
)
_UNITS = _topic(r"which units", ("ICU and ER", "Med-surg", "Med-surg"), ("icu n er", "medsurg", "medsurg"), "ICU")
_SHIFT = _topic(
    r"which shift|what shift", ("Evening works best", "Evening", "Night"), ("evning", "evening plz", "nite"), "evening"
)
_PAY = _topic(
    r"hourly (rate|pay|wage)|what pay|pay (are|would) you",
    ("$24 an hour", "27 an hour", "$30 an hour"),
    ("24/hr", "27 a hr", "30 hr"),
    "$25 an hour",
)
_START = _topic(
    r"first day you|when could you|how soon",
    ("Next Monday", "In two weeks", "In four weeks"),
    ("nxt monday", "in 2 weeks", "in 4 wks"),
    "in two weeks",
)
_TRIP = _topic(
    r"minutes is your|commute|how far",
    ("About 20 minutes", "40 minutes", "55 minutes by bus"),
    ("20 min", "40 mins", "55 min bus"),
    "25 minutes",
)
_NEAR_MISS = _topic(
    r"near miss|unsafe",
    (
        "A rack was leaning, so I stopped, blocked the aisle and told my lead. From then on we checked it every shift",
        "Someone walked behind my truck, I stopped and reported it",
        "There was a spill and I cleared it",
    ),
    (
        "rack was leaning so i stopped n blocked the aisle n told my lead",
        "guy walked behind me, stopped and reported it",
        "spill, cleared it",
    ),
    "I saw a spill, stopped and told my lead",
)
_PATIENT = _topic(
    r"patient who",
    (
        "His oxygen dropped, I checked vitals, called rapid response and charted everything",
        "I checked vitals and paged the doctor",
        "I told the charge nurse",
    ),
    ("o2 dropped, checked vitals n called rapid response", "checked vitals n paged doc", "told charge nurse"),
    "I checked vitals and called the doctor",
)
_PERMISO = _topic(
    r"permiso|licencia",
    ("Sí, todo en regla", "Sí", "si"),
    ("si todo en regla", "sii", "si"),
    "Sí",
    "No, todavía en trámite",
)
_ANIOS = _topic(r"cuántos años", ("4 años", "2 años", "1 año"), ("4 anos", "como 2 años", "1 año"), "2 años")
_HORARIO = _topic(
    r"qué horario", ("En la tarde", "Fines de semana", "Mañana"), ("tarde", "fines de semana", "mañana"), "tarde"
)
_PAGO = _topic(
    r"por hora", ("19 dólares la hora", "21 la hora", "25 la hora"), ("19 la hora", "21", "25"), "20 dólares la hora"
)
_COMIENZO = _topic(
    r"comenzar",
    ("El próximo lunes", "En dos semanas", "En un mes"),
    ("el lunes", "en 2 semanas", "en un mes"),
    "en dos semanas",
)
_CLIENTE = _topic(
    r"cliente molesto|paciente",
    ("Escuché con calma, le ofrecí un reembolso y di seguimiento", "Escuché y resolví el cobro", "Lo pasé a otra área"),
    ("escuche con calma y resolví el cobro", "escuché y arreglé el cobro", "lo pase a otra area"),
    "Escuché y resolví el problema",
)
TOPICS = (
    _LICENCE, _PERMISO, _NIGHTS, _ANIOS, _HORARIO, _PAGO, _COMIENZO, _CLIENTE,
    _YEARS, _TRUCK, _UNITS, _SHIFT, _PAY, _START, _TRIP, _NEAR_MISS, _PATIENT,
)  # fmt: skip
OTHERWISE = "Yes"
_REQUESTS = re.compile(r"\b(tell (me|us) about|describe|cuéntame)\b", re.IGNORECASE)


def asked_about(text: str) -> Topic | None:
    """The topic of a text: of its last question, else of the whole."""
    last = re.findall(r"[^.?!\n]*\?", text)
    places = [*last[-1:], text] if is_question(text) else []
    return next((topic for place in places for topic in TOPICS if topic.asked.search(place)), None)


def is_question(text: str) -> bool:
    """Whether something is asked, with a question mark or without ("Tell me about ...")."""
    return "?" in text or bool(_REQUESTS.search(text))
