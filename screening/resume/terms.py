"""What a question looks for in a resume: words of its own, or else what it asks about."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from screening.scripts.script import Kind, Question

SAME: Final = (  # words that mean one thing in a resume
    r"licen[cs](?:e|es|ed|ing|ia|ias)|certif\w+|permits?|permiso|cards?|tickets?|credentials?|tarjeta",
    r"fork ?-?lifts?|lift trucks?|montacargas|reach trucks?|order pickers?|counterbalance\w*",
    r"cdl|commercial driver\w*|licencia comercial",
    r"weld\w*|mig|tig|soldad\w*",
    r"nurs\w*|enfermer\w*",
    r"warehous\w*|almac[eé]n|bodega|distribution cent\w+|fulfil\w+",
    r"custom\w*|client\w*|atenci[oó]n al cliente",
    r"manag\w*|supervis\w*|team lead\w*|led a team|gerent\w*",
    r"cook\w*|chefs?|kitchens?|cociner\w*|cocina",
    r"clean\w*|janitor\w*|custodia\w*|housekeep\w*|limpieza",
    r"driv\w*|drove|chofer\w*|conduc\w*|deliver\w*",
    r"assembl\w*|ensambl\w*",
    r"pack\w*|empac\w*",
    r"pick(?:er|ers|ing|ed)?",
    r"machin\w*|cnc|lathe\w*|mill(?:ing)?",
    r"scanners?|rf guns?",
    r"excel|spreadsheets?",
    r"spanish|espa[nñ]ol",
    r"english|ingl[eé]s",
    r"bachelor\w*|b\.?[as]\.?c?\b|licenciatura|undergraduate degree",
    r"masters?|m\.?[sb]\.?a\b|maestr[ií]a",
    r"high school|ged|diploma|preparatoria|bachillerato",
)
EMPTY: Final = frozenset(
    [
        "a",
        "an",
        "and",
        "any",
        "are",
        "as",
        "at",
        "be",
        "been",
        "by",
        "can",
        "could",
        "did",
        "do",
        "does",
        "for",
        "from",
        "had",
        "has",
        "have",
        "having",
        "held",
        "hold",
        "how",
        "i",
        "in",
        "into",
        "is",
        "it",
        "its",
        "job",
        "jobs",
        "last",
        "many",
        "may",
        "me",
        "month",
        "months",
        "most",
        "much",
        "my",
        "of",
        "on",
        "or",
        "our",
        "own",
        "past",
        "please",
        "position",
        "role",
        "say",
        "since",
        "so",
        "some",
        "still",
        "such",
        "tell",
        "than",
        "that",
        "the",
        "their",
        "them",
        "there",
        "these",
        "this",
        "those",
        "time",
        "to",
        "us",
        "use",
        "used",
        "using",
        "valid",
        "current",
        "currently",
        "was",
        "we",
        "were",
        "what",
        "when",
        "where",
        "which",
        "who",
        "will",
        "with",
        "would",
        "year",
        "years",
        "yes",
        "you",
        "your",
        "year's",
        "work",
        "worked",
        "working",
        "experience",
        "experiences",
        "experienced",
        "years'",
        "about",
        "drive",
        "driven",
        "drove",
        "driving",
        "operate",
        "operated",
        "operating",
        "operator",
        "run",
        "held",
        "got",
        "get",
        "ever",
        "before",
        "here",
        "doing",
        "done",
        "total",
        "professional",
        "paid",
        "relevant",
        "previous",
        "prior",
        "similar",
        "full",
        "active",
        "up",
        "date",
        "least",
        "more",
        "field",
        "industry",
        "que",
        "de",
        "la",
        "el",
        "los",
        "las",
        "un",
        "una",
        "unos",
        "unas",
        "y",
        "o",
        "en",
        "con",
        "para",
        "por",
        "tiene",
        "tienes",
        "tener",
        "has",
        "ha",
        "haber",
        "como",
        "cual",
        "cuales",
        "cuanto",
        "cuantos",
        "cuanta",
        "cuantas",
        "ano",
        "anos",
        "año",
        "años",
        "mes",
        "meses",
        "experiencia",
        "trabajo",
        "trabajado",
        "trabajar",
        "su",
        "sus",
        "tu",
        "tus",
        "es",
        "eres",
        "usted",
        "vigente",
        "actual",
        "manejado",
        "manejar",
        "operado",
        "operar",
        "puesto",
    ]
)
WISHES: Final = re.compile(
    r"\b(?:willing|available|availability|able to (?:work|start|lift|stand|commute|travel|be)|would you|will you|interested|comfortable|legally|"
    r"authori[sz]ed|eligible|18|21|age|old|commute|transport\w*|relocat\w*|start|today|tomorrow|reliable|suits?|prefer\w*|"
    r"want|looking|expect\w*|shifts?|weekends?|nights?|background check|drug|sponsor\w*|felon\w*|convict\w*|disab\w*|"
    r"health|pregnan\w*|married|children|religio\w*|dispuest\w*|disponib\w*|prefier\w*|quier\w*|turnos?|edad|interesa\w*)\b",
    re.IGNORECASE,
)
HOLDING: Final = re.compile(
    r"\b(?:have you|do you (?:currently )?(?:have|hold|speak|know|own)|are you (?:a )?(?:certified|licen[cs]ed|trained|qualified|fluent)|"
    r"can you (?:drive|operate|use|speak|read|weld|cook)|which|what|list|tienes?|habla\w*|sabes?|cuentas? con|ha\w* trabajado|qu[eé]|cu[aá]l\w*)\b",
    re.IGNORECASE,
)
YEARS: Final = re.compile(r"\b(?:years?|yrs?|años?|anos?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """`any_of`: each is enough; `all_of`: all must stand together on a line. Both are patterns."""

    any_of: tuple[re.Pattern[str], ...] = ()
    all_of: tuple[re.Pattern[str], ...] = ()


def sought(question: Question) -> Sought:
    """What to look for; nothing where the question asks about a wish, or about what no resume should tell."""
    if question.resume:
        return Sought(any_of=tuple(pattern(words) for words in question.resume))
    ask = " ".join(question.ask.values())
    if WISHES.search(ask):
        return Sought()
    topic = topics(question)
    examples = tuple(pattern(e) for e in question.yes_examples if len(topics_of(e)) > 1)
    return Sought(any_of=examples, all_of=topic)


def asks_of_the_past(question: Question) -> bool:
    """Whether the question asks what someone has, knows or did."""
    ask = " ".join(question.ask.values())
    return bool(question.resume) or (bool(HOLDING.search(ask)) and not WISHES.search(ask))


def counts_years(question: Question) -> bool:
    """Whether the question asks for years."""
    words = f"{question.unit} {' '.join(question.ask.values())}"
    return question.kind is Kind.NUMBER and bool(YEARS.search(words))


def topics(question: Question) -> tuple[re.Pattern[str], ...]:
    """The subject of a question, a pattern for each word of it, in its own language."""
    words = next(iter(question.ask.values()))
    return tuple(dict.fromkeys(pattern(word) for word in topics_of(words)))


def topics_of(words: str) -> tuple[str, ...]:
    """The words that carry the subject."""
    found = re.findall(r"[^\W_][\w+#.'-]*[\w+#]|[^\W_]", words)
    return tuple(w for w in found if plain(w) not in EMPTY and w.lower() not in EMPTY and (len(w) > 1 or w.isupper()))


def plain(word: str) -> str:
    """Small letters without accents."""
    split = unicodedata.normalize("NFKD", word.lower())
    return "".join(c for c in split if not unicodedata.combining(c))


def pattern(words: str) -> re.Pattern[str]:
    """The words, or others that mean the same; `C++` and `C#` have edges of their own."""
    for same in SAME:
        if re.fullmatch(same, words, re.IGNORECASE):
            return re.compile(rf"(?<!\w)(?:{same})(?!\w)", re.IGNORECASE)
    parts = [re.escape(part) for part in words.split()]
    if parts and re.search(r"[^\W\d_]{4,}$", parts[-1]):
        parts[-1] = re.sub(r"(?:e?s)$", "", parts[-1]) + r"(?:e?s)?"
    return re.compile(r"(?<![\w+#])" + r"[\s-]+".join(parts) + r"(?![\w+#])", re.IGNORECASE)
