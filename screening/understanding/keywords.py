"""The words carriers know: STOP, START, HELP, as a whole message."""

import re

from screening.understanding.reading import Intent

STOP = frozenset(
    [
        "stop",
        "stopall",
        "unsubscribe",
        "unsub",
        "cancel",
        "end",
        "quit",
        "revoke",
        "optout",
        "arret",
        "arrete",
        "alto",
        "parar",
        "pare",
        "paren",
        "baja",
        "desuscribir",
        "desuscribirme",
        "cancelar",
        "detener",
        "detente",
        "basta",
        "stopp",
        "unsuscribe",
        "unsubscibe",
        "remove",
        "stpo",
        "sotp",
        "st0p",
        "stob",
        "salir",
    ]
)
START = frozenset(["start", "unstop", "comenzar", "empezar", "reanudar"])
HELP = frozenset(["help", "info", "ayuda", "aiuto"])
CALL = frozenset(["call", "callme", "llamar", "llama", "llamame"])
_POLITE = frozenset(
    [
        "please",
        "pls",
        "plz",
        "plzz",
        "thanks",
        "thx",
        "ty",
        "por",
        "favor",
        "porfavor",
        "gracias",
        "now",
        "ya",
        "sir",
        "maam",
        "all",
        "ok",
        "okay",
        "hey",
        "hi",
        "hola",
        "just",
        "the",
        "me",
        "everything",
        "it",
        "todo",
    ]
)
_LETTERS = re.compile(r"[a-z0-9]+")


def keyword(plain: str) -> Intent | None:
    """The intent of a message that is a keyword and nothing else but signs, emoji and politeness."""
    words = _LETTERS.findall(plain)
    if not words or len(words) > 5:
        return None
    joined = "".join(words)
    if words in (["just", "quit"], ["ya", "salir"]):
        return None  # the job, not us
    if joined in STOP or _only(words, STOP) or _only(_paired(words), STOP):
        return Intent.OPT_OUT
    if joined in START or (len(words) == 1 and words[0] in START):
        return Intent.START
    if _only(words, HELP) and not {"me", "it"} & set(words):
        return Intent.HELP
    return Intent.CALL if joined in CALL else None


def _only(words: list[str], wanted: frozenset[str]) -> bool:
    rest = [word for word in words if word not in _POLITE]
    return bool(rest) and all(word in wanted for word in rest)


def _paired(words: list[str]) -> list[str]:
    """`opt out` written as two words becomes one."""
    joined = " ".join(words).replace("opt out", "optout").replace("opt me out", "optout")
    return joined.split()
