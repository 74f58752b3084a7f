"""The engine's own words in a call and around it, per language; an acknowledgement, a wish to be called, a wish to text."""

import re
from typing import Final

from screening.screening import Screening
from screening.scripts.script import Kind, Question

WORDS: Final[dict[str, dict[str, str]]] = {
    "en": {
        "announce": "We will now call you from this number with a few short questions. "
        "Text CALL for a call at another time, or TEXT to answer by text.",
        "announce_later": "The next step is a short call from this number, in a moment. "
        "Text CALL for a call at another time, or TEXT to answer by text.",
        "hello": "Hello {name}. This is the automated assistant of {brand}, a computer voice, calling about {job}. "
        "I have a few short questions. With your consent this call is recorded, so that a recruiter can listen to it.",
        "hello_in": "Hello {name}, thank you for calling. This is the automated assistant of {brand}, a computer voice, about {job}. "
        "I have a few short questions. With your consent this call is recorded, so that a recruiter can listen to it.",
        "consent": "Do you agree to the recording? Say yes or press 1. Say no or press 2, and we go on by text.",
        "consent_again": "Sorry, I did not get that. May we record this call? Say yes or press 1, say no or press 2.",
        "thanks": "Thank you.",
        "by_text": "All right. We go on by text message, without a recording. Goodbye.",
        "not_heard": "I could not hear you. I will send you the questions by text. Goodbye.",
        "another": "This interview goes on in another call. Goodbye.",
        "next_step": "Thank you. The next step comes by text message. Goodbye.",
        "goodbye": "Goodbye.",
        "texted": "We go on by text. Goodbye.",
        "keys_yes_no": "Or use the keypad: 1 means yes, 2 means no.",
        "keys_choice": "Or use the keypad: {keys}.",
        "keys_number": "Or type the number, then the hash key.",
        "record": "Please answer after the tone, and press the hash key when you are done.",
        "missed": "Sorry we missed you. Reply CALL for another call, or answer here:",
        "cut_off": "We were cut off. Reply CALL for another call, or answer here:",
        "refused": "Thanks, no recording then. Please answer here:",
        "instead": "Sure, by text.",
        "unheard": "I could not hear you on the phone. Please answer here:",
        "spoken": "(spoken answer; it is in the recording)",
    },
    "es": {
        "announce": "Ahora te llamamos desde este número con unas preguntas cortas. "
        "Escribe LLAMAR para una llamada en otro momento, o TEXTO para responder por mensaje.",
        "announce_later": "El siguiente paso es una llamada corta desde este número, en un momento. "
        "Escribe LLAMAR para otro momento, o TEXTO para responder por mensaje.",
        "hello": "Hola {name}. Soy el asistente automático de {brand}, una voz de computadora, y te llamo por {job}. "
        "Tengo unas preguntas cortas. Con tu permiso esta llamada se graba, para que un reclutador pueda escucharla.",
        "hello_in": "Hola {name}, gracias por llamar. Soy el asistente automático de {brand}, una voz de computadora, para {job}. "
        "Tengo unas preguntas cortas. Con tu permiso esta llamada se graba, para que un reclutador pueda escucharla.",
        "consent": "¿Aceptas la grabación? Di sí o marca 1. Di no o marca 2, y seguimos por mensaje.",
        "consent_again": "Perdona, no te entendí. ¿Podemos grabar la llamada? Di sí o marca 1, di no o marca 2.",
        "thanks": "Gracias.",
        "by_text": "De acuerdo. Seguimos por mensaje, sin grabación. Adiós.",
        "not_heard": "No pude oírte. Te mando las preguntas por mensaje. Adiós.",
        "another": "Esta entrevista sigue en otra llamada. Adiós.",
        "next_step": "Gracias. El siguiente paso llega por mensaje. Adiós.",
        "goodbye": "Adiós.",
        "texted": "Seguimos por mensaje. Adiós.",
        "keys_yes_no": "O usa el teclado: 1 es sí, 2 es no.",
        "keys_choice": "O usa el teclado: {keys}.",
        "keys_number": "O marca el número y después la tecla numeral.",
        "record": "Responde después del tono y marca la tecla numeral al terminar.",
        "missed": "No te encontramos. Responde LLAMAR para otra llamada, o contesta aquí:",
        "cut_off": "Se cortó la llamada. Responde LLAMAR para otra, o contesta aquí:",
        "refused": "De acuerdo, sin grabación. Contesta aquí, por favor:",
        "instead": "Claro, por mensaje.",
        "unheard": "No pude oírte por teléfono. Contesta aquí, por favor:",
        "spoken": "(respuesta hablada; está en la grabación)",
    },
}
HINTS: Final = {"en": ("yes", "no"), "es": ("sí", "no")}
_CALL: Final = re.compile(
    r"(?:(?:ok|yes|please|pls)[ ,.!]*)?(?:(?:please|pls|you can|can you) )?call(?: me)?(?: now| back| again| please| pls| instead)*[ .!]*"
    r"|ll[aá]ma(?:r|me)(?: ahora| por favor)?[ .!]*",
    re.IGNORECASE,
)
_TEXT: Final = re.compile(
    r"(?:just |please |by )?(?:text|texting|sms)(?: me)?(?: instead| please)?[ .!]*|(?:por )?(?:texto|mensaje)[ .!]*",
    re.IGNORECASE,
)
_AGAIN: Final = re.compile(
    r"(?:(?:i'?m |i am )?sorry|excuse me|pardon(?: me)?|um+|uh+|hmm+|wait|hold on|hey)?[ ,.!?]*(?:"
    r"(?:what|huh|pardon|come again|hello|again)(?: was| did you say| is| were you saying)?(?: (?:that|the question|it))?(?: again)?"
    r"|(?:(?:can|could|would|will) you )?(?:please )?(?:repeat|say|ask)(?: that| it| the question| me)?(?: again| once more| one more time)?"
    r"|(?:one more time|once more)"
    r"|i (?:didn'?t|did not|couldn'?t|could not|can'?t|cannot) (?:hear|catch|get|understand)(?: you| that| it| the question| what you said)*"
    r"|(?:qu[eé]|c[oó]mo)(?: dijo| dijiste| dice| fue)?|(?:puede|puedes|podr[ií]as?) repetir(?:lo| la pregunta| eso)?|rep[ií]t[ae](?:lo|me)?(?: la pregunta)?"
    r"|otra vez|no (?:te |le |lo )?(?:o[ií]|escuch[eé]|entend[ií])(?: bien| la pregunta| eso)?|perd[oó]n|disculpa|mande"
    r")?[ ,]*(?:please|por favor)?[ .!?¿¡]*",
    re.IGNORECASE,
)
_LATER: Final = re.compile(
    r"\bcall(?:ing)?(?: me)?(?: back)? (?:later|another time|some other time|a bit later|in a (?:bit|while|few))\b"
    r"|\bll[aá]m[ae](?:me)? (?:m[aá]s tarde|luego|despu[eé]s|en otro momento)\b",
    re.IGNORECASE,
)
_FINE: Final = re.compile(
    r"(?:ok(?:ay)?|k|yes|yeah|yep|sure|thanks?|thank you|great|cool|fine|sounds good|i'?m ready|ready|s[ií]|claro|gracias|vale|listo)"
    r"(?:[ ,.!]+(?:thanks?|thank you|please|sounds good|great|gracias))*[ .!👍🙂😊]*|[👍🙂😊👌]+",
    re.IGNORECASE,
)


def spoken(name: str, s: Screening, **more: str) -> str:
    """One of these sentences, filled in."""
    table = WORDS.get(s.language, WORDS["en"])
    return table[name].format(brand=s.brand, job=s.job.title, name=s.candidate.first_name, **more)


def wants_call(text: str) -> bool:
    """Whether the text asks for a call, now."""
    return _CALL.fullmatch(text.strip()) is not None


def wants_text(text: str) -> bool:
    """Whether the text asks to go on by text."""
    return _TEXT.fullmatch(text.strip()) is not None


def wants_again(text: str) -> bool:
    """Whether somebody on the phone has not understood us and wants to hear it again."""
    words = text.strip().lstrip("¿¡ ")
    return bool(words) and _AGAIN.fullmatch(words) is not None


def wants_later(text: str) -> bool:
    """Whether somebody on the phone wants to be called at another time."""
    return _LATER.search(text) is not None


def is_fine(text: str) -> bool:
    """Whether the text only acknowledges what was said."""
    return _FINE.fullmatch(text.strip()) is not None


def keypad(q: Question, s: Screening) -> str:
    """How the keypad answers this question; empty where it cannot."""
    if q.kind is Kind.YES_NO:
        return spoken("keys_yes_no", s)
    if q.kind is Kind.CHOICE and len(q.options) <= 9:
        keys = ", ".join(f"{n} {o.value}" for n, o in enumerate(q.options, 1))
        return spoken("keys_choice", s, keys=keys)
    return spoken("keys_number", s) if q.kind is Kind.NUMBER else ""


def digits_of(q: Question) -> int:
    """How many keys answer it; 0: until the hash key."""
    return 1 if q.kind is Kind.YES_NO or (q.kind is Kind.CHOICE and len(q.options) <= 9 and not q.several) else 0


def keyed(q: Question, digits: str, language: str) -> str:
    """What the keys say, in words; empty where they mean nothing here."""
    if q.kind is Kind.YES_NO:
        return {"1": HINTS.get(language, HINTS["en"])[0], "2": HINTS.get(language, HINTS["en"])[1]}.get(digits, "")
    if q.kind is Kind.CHOICE:
        chosen = [q.options[int(d) - 1].value for d in digits if d.isdigit() and 1 <= int(d) <= len(q.options)]
        return ", ".join(chosen) if len(chosen) == len(digits) else ""
    return digits if digits.isdigit() else ""


def hints(q: Question, language: str) -> tuple[str, ...]:
    """Words that the recogniser should expect."""
    if q.kind is Kind.YES_NO:
        return HINTS.get(language, HINTS["en"])
    return tuple(word for o in q.options for word in (o.value, *o.also))[:40]
