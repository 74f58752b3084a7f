"""The engine's own words, per language. Around a question they hold no question mark and no second question."""

import re
from typing import Final

from screening.screening import Screening
from screening.scripts.script import Kind, Question, Script

LIMIT: Final = 320  # characters of one text

STRANGER: Final = (
    "{brand}: this number sends automated texts about job applications. We do not know your number. "
    "Reply STOP to get none, HELP for help."
)
PHRASES: Final[dict[str, dict[str, str]]] = {
    "en": {
        "notice": "This is {brand}'s automated assistant; reply HUMAN for a person. Reply STOP to opt out, HELP for help.",
        "again": "Sorry, I did not get that.",
        "confirm": "Just to be sure I have this right:",
        "back": "Back to my question:",
        "welcome_back": "Welcome back. Here is where we stopped:",
        "remind_1": "A quick reminder from {brand}:",
        "remind_2": "Still interested, {name}:",
        "remind_3": "Last reminder from {brand}:",
        "passed_on": "Good question. I have passed it on to a recruiter at {brand}.",
        "who": "I am the automated assistant of {brand}, texting about {job}. A recruiter reads your answers.",
        "help": "{brand}: automated texts about {job}. Reply HUMAN to reach a recruiter, STOP to opt out. Msg & data rates may apply.",
        "human": "Thanks, I have asked a recruiter at {brand} to get in touch with you.",
        "accommodation": "Of course. A recruiter at {brand} will get in touch and find a way that works for you.",
        "hostile": "I am sorry. I have passed this on to a recruiter at {brand}.",
        "wrong_number": "Sorry for the mix-up. We will not text this number again.",
        "not_interested": "Thanks for letting us know, {name}. We will not text you about this again.",
        "hired": "Congratulations, {name}! We will not text you about this again.",
        "opt_out": "You are opted out and will get no more texts from {brand}. Reply START to undo this.",
        "suspended": "I have paused these texts and asked a recruiter at {brand} to look at your message.",
        "defer": "No problem, I will text you again {when}.",
        "defer_later": "No problem, I will text you again later.",
        "picture": "I can only read words, please answer with a text.",
        "closing": "Thanks {name}! A recruiter will be in touch.",
        "taken_up": "Thanks for putting that right.",
        "form": "Please answer a few questions here (3 minutes):",
        "form_again": "Please use this form for your answers:",
        "no_language": "Sorry, I can only do this in English. A recruiter can help, just reply HUMAN.",
    },
    "es": {
        "notice": "Soy el asistente automático de {brand}; responde HUMANO para hablar con una persona. Responde STOP para no recibir más, HELP o AYUDA para ayuda.",
        "again": "Perdona, no te entendí.",
        "confirm": "Solo para estar seguro:",
        "back": "Volviendo a mi pregunta:",
        "welcome_back": "Qué bueno verte de nuevo. Nos quedamos aquí:",
        "remind_1": "Un recordatorio de {brand}:",
        "remind_2": "Si te sigue interesando, {name}:",
        "remind_3": "Último recordatorio de {brand}:",
        "passed_on": "Buena pregunta. Se la pasé a un reclutador de {brand}.",
        "who": "Soy el asistente automático de {brand} y te escribo sobre {job}. Un reclutador lee tus respuestas.",
        "help": "{brand}: mensajes automáticos sobre {job}. Responde HUMANO para hablar con un reclutador, STOP para no recibir más. Pueden aplicar cargos.",
        "human": "Gracias, pedí a un reclutador de {brand} que te contacte.",
        "accommodation": "Claro que sí. Un reclutador de {brand} te contactará para encontrar la mejor forma.",
        "hostile": "Lo siento. Le pasé tu mensaje a un reclutador de {brand}.",
        "wrong_number": "Perdona la confusión. No volveremos a escribir a este número.",
        "not_interested": "Gracias por avisar, {name}. No te escribiremos más sobre esto.",
        "hired": "¡Felicidades, {name}! No te escribiremos más sobre esto.",
        "opt_out": "Listo, no recibirás más mensajes de {brand}. Responde START para volver.",
        "suspended": "Pausé estos mensajes y pedí a un reclutador de {brand} que vea tu mensaje.",
        "defer": "Sin problema, te escribo {when}.",
        "defer_later": "Sin problema, te escribo más tarde.",
        "picture": "Solo puedo leer palabras, por favor responde con un texto.",
        "closing": "¡Gracias {name}! Un reclutador te contactará.",
        "taken_up": "Gracias por corregirlo.",
        "form": "Responde unas preguntas aquí (3 minutos):",
        "form_again": "Usa este formulario para tus respuestas:",
        "no_language": "Perdona, solo puedo hacerlo en español. Responde HUMANO y un reclutador te ayuda.",
    },
}

EXAMPLES: Final[dict[str, dict[Kind, str]]] = {
    "en": {
        Kind.YES_NO: 'For example: "yes" or "no".',
        Kind.NUMBER: 'For example: "3".',
        Kind.PAY: 'For example: "$22 an hour".',
        Kind.DATE: 'For example: "next Monday" or "in 2 weeks".',
        Kind.LOCATION: 'For example: "20 minutes".',
        Kind.TEXT: "A sentence or two is fine.",
    },
    "es": {
        Kind.YES_NO: 'Por ejemplo: "sí" o "no".',
        Kind.NUMBER: 'Por ejemplo: "3".',
        Kind.PAY: 'Por ejemplo: "$20 la hora".',
        Kind.DATE: 'Por ejemplo: "el lunes" o "en 2 semanas".',
        Kind.LOCATION: 'Por ejemplo: "20 minutos".',
        Kind.TEXT: "Una o dos frases bastan.",
    },
}

_SLOT = re.compile(r"\{\{\s*(first_name|job|brand)\s*\}\}")


def fill(template: str, s: Screening) -> str:
    """A script's own words with first name, job and brand filled in."""
    values = {"first_name": s.candidate.first_name, "job": s.job.title, "brand": s.brand}
    return _SLOT.sub(lambda m: values[m[1]], template)


def phrase(name: str, s: Screening, **more: str) -> str:
    """One of the engine's own sentences."""
    table = PHRASES.get(s.language, PHRASES["en"])
    return table[name].format(brand=s.brand, job=s.job.title, name=s.candidate.first_name, **more)


def of_script(texts: dict[str, str], s: Screening) -> str:
    """A script's text in the screening's language, filled in."""
    return fill(texts.get(s.language) or next(iter(texts.values()), ""), s)


def asking(q: Question, s: Screening) -> str:
    """The question, word for word."""
    return q.words(s.language)


def example(q: Question, s: Screening) -> str:
    """An example answer."""
    if q.kind is Kind.CHOICE:
        first = q.options[0].value if q.options else "1"
        return f'Por ejemplo: "{first}".' if s.language == "es" else f'For example: "{first}".'
    return EXAMPLES.get(s.language, EXAMPLES["en"])[q.kind]


def short(*parts: str) -> str:
    """The parts as one text, leaving out trailing parts that would not fit."""
    text = ""
    for part in parts:
        longer = f"{text} {part}".strip()
        text = longer if len(longer) <= LIMIT else text
    return text or " ".join(parts)[:LIMIT]


def opening(script: Script, s: Screening, first: Question | None) -> tuple[str, str]:
    """The first text with brand, automation notice, STOP and HELP; and what is left to ask after it."""
    return greeting(script, s, asking(first, s) if first else "")


def greeting(script: Script, s: Screening, body: str) -> tuple[str, str]:
    """The first text before `body`, whatever the channel; and `body` where it must be a text of its own."""
    intro = of_script(dict(script.intro), s)
    notice = phrase("notice", s)
    head = f"{intro} {notice}"
    if len(head) > LIMIT:
        head = f"{intro[: LIMIT - len(notice) - 2].rstrip()}… {notice}"
    whole = f"{head} {body}".strip()
    return (whole, "") if len(whole) <= LIMIT and whole.count("?") <= 1 else (head, body)
