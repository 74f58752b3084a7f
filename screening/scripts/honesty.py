"""A script may not hide or contradict that a machine writes, that STOP ends it, and that a person decides."""

import re
from collections.abc import Iterator
from typing import Final

from screening.errors import Problem
from screening.scripts.fields import cut
from screening.scripts.said import Lines, Place, Said, fold
from screening.scripts.script import Question, Script

# Words that a carrier or the engine answers before any question sees them (47 CFR 64.1200(a)(10), Twilio's list).
STOP_WORDS: Final = frozenset(
    ("stop", "stopall", "stop all", "quit", "end", "revoke", "opt out", "optout", "opt-out", "cancel", "unsubscribe", "alto", "parar", "baja", "arret")
)  # fmt: skip
KEYWORDS: Final = STOP_WORDS | {"help", "info", "start", "unstop", "human", "ayuda", "humano"}

_STOP: Final = r"[\"'*]?(?:stop|stopall|quit|end|revoke|opt[ -]?out|cancel|unsubscribe|alto|parar|baja)[\"'*]?"
_SEND: Final = r"(?:reply|text|answer|type|say|write|send|press|responde|escribe|manda|envia|contesta|di)(?: with| back| con| a)?"
_LEAVE: Final = (
    r"(?: ?/ ?\w+)* (?:(?:at any time|any time|anytime|en cualquier momento) )?(?:to|if you (?:do not|don't|no longer|want to)|para|si no|si ya no)"
    r" (?:opt|stop|unsubscribe|end (?:these|the texts|messages)|leave|quit|be removed|want|no|not|dejar|cancelar|salir|darte|terminar los|quieres|deseas)"
)
_OFFER: Final = re.compile(rf"\b{_SEND} {_STOP}\b(?P<leave>{_LEAVE})?")

_HIDES: Final = tuple(
    (re.compile(pattern), message)
    for pattern, message in (
        (
            r"\b(?:do not|don't|dont|never|please do not|no) (?:reply|text|write|send|say|respondas|escribas|envies|mandes)[^.?!]{0,20}\b(?:stop|unsubscribe|cancel|help|alto|baja)\b"
            r"|\bignore (?:the )?[^.?!]{0,20}\b(?:stop|help|opt)\b|\b(?:you )?(?:can ?not|can't|cannot|may not|unable to|no puedes) (?:opt[ -]?out|unsubscribe|stop (?:these|the|this|our)|cancel these|darte de baja|cancelar estos)"
            r"|\b(?:stop|opting out|unsubscribing)\b[^.?!]{0,30}\b(?:disqualif\w+|reject\w*|lose your|will not stop|won't stop|ends? your (?:application|chances)|removes? you from)"
            r"|\bif you (?:opt out|unsubscribe|reply stop)[^.?!]{0,40}\b(?:application|disqualif\w+|reject\w*|lose|removed from)|\bignora (?:el )?[^.?!]{0,20}\bstop\b",
            "contradicts STOP, which every candidate may use at any time without harm",
        ),
        (
            r"\b(?:i am|i'm|im|this is|you are (?:talking|chatting|texting) (?:to|with)|you're (?:talking|chatting|texting) (?:to|with)) (?:not (?:a|an) (?:bot|robot|machine|computer|automated|ai)|a (?:real|live|actual)? ?(?:human|person|human being))\b"
            r"|\b(?:not|never|isn't|aren't) (?:a |an )?(?:bot|robot|automated|chatbot|machine)\b|\bno (?:bots?|robots?|machines?|automation)\b|\b(?:real|live|actual) (?:human|person|recruiter) (?:is )?(?:here|texting|typing|writing)"
            r"|\b(?:a|one of our) (?:human|person|recruiter)s? (?:writes|wrote|types|sends|typed|sent) (?:these|this|every|each|all)"
            r"|\bno soy (?:un |una )?(?:bot|robot|maquina)|\bsoy una persona\b|\bno es (?:un )?(?:mensaje automatico|bot|robot)|\bhablas con una persona\b|\bno es automatic",
            "denies that a machine writes; the law and the first text say that it does",
        ),
        (
            r"\b(?:can ?not|can't|cannot|no way to|unable to|not possible to|don't|do not) (?:talk|speak|reach|ask for|write)(?: to| with)? (?:a |any |the )?(?:human|person|recruiter|anyone|somebody|someone)"
            r"|\b(?:no (?:human|person|recruiter)s? (?:is |are )?(?:available|will (?:read|see|look)))|\b(?:no|nunca) (?:puedes|podras) hablar con (?:una persona|un reclutador|nadie)|\bdo not reply human\b|\bdon't reply human\b",
            "takes away the way to a person, which HUMAN always opens",
        ),
        (
            r"\b(?:the |our )?(?:ai|computer|bot|system|machine|algorithm) (?:decides|will decide|makes the decision|rejects|hires|picks|chooses)|\b(?:la ia|el sistema|la maquina|el bot) (?:decide|decidira|elige|rechaza)",
            "says that a machine decides; a person does",
        ),
    )
)
_PERSONA: Final = re.compile(r"\b(?:my name is|me llamo|mi nombre es) \w+")
_DECIDES: Final = re.compile(
    r"\byou(?:'re| are| have been| were)(?: not)? (?:hired|rejected|disqualified|qualified|selected|accepted|turned down|not qualified)\b|\byou (?:got|have) the job\b|\byou (?:did not|didn't|do not|don't) (?:qualify|pass|meet|make)\b"
    r"|\byou (?:passed|failed)\b|\bguaranteed? (?:a |you )?(?:job|position|interview|hire)|\bnot (?:be )?moving forward\b|\bunfortunately\b"
    r"|\b(?:estas|has sido|fuiste|quedas?) (?:contratad|rechazad|descartad|aceptad|seleccionad|descalificad)\w*|\bno (?:calificas|pasaste|cumples)\b|\bobtuviste el (?:puesto|trabajo)\b|\blamentablemente\b"
)
_HURRY: Final = re.compile(
    r"\b(?:within|in the next|en menos de|dentro de) (?:\d+|one|five|ten|una?|cinco|diez) (?:minutes?|mins?|hours?|minutos?|horas?)\b[^.?!]{0,60}\b(?:or|otherwise|lose|rejected|disqualified|skipped|o|pierdes|perderas|descartad\w)\b"
    r"|\b(?:slow|late) (?:replies|answers|responses) (?:will|count|are|lower)|\bfast(?:er)? (?:replies|answers) (?:score|count|rank)"
)
_SHORT_LINK: Final = re.compile(r"\b(?:bit\.ly|tinyurl\.com|goo\.gl|t\.co|ow\.ly|is\.gd|rb\.gy|cutt\.ly|shorturl\.at|rebrand\.ly)/\S")
_BOT_QUESTION: Final = re.compile(r"\b(?:bot|robot|human|automated|machine|real person|ai|persona real|maquina|automatico|humano)\b")


def honest(said: Said) -> Iterator[Problem]:
    """What this text hides or contradicts."""
    words = fold(said.words)
    yield from (said.problem(message) for pattern, message in _HIDES if pattern.search(words))
    yield from stop_words_asked_for(said, words)
    if said.place is Place.CLOSING and _DECIDES.search(words):
        yield said.problem(f"'{found(_DECIDES, words)}' tells a decision; everybody gets the closing, and a person decides later")
    if said.place is not Place.ASK and _PERSONA.search(words):
        yield said.problem(f"'{found(_PERSONA, words)}' sounds like a person; the texts come from an assistant", error=False)
    if _HURRY.search(words):
        yield said.problem("puts the candidate under time pressure; how fast somebody answers never counts")
    if _SHORT_LINK.search(words):
        yield said.problem("carriers block texts with shortened links; write the whole address", error=False)


def found(pattern: re.Pattern[str], words: str) -> str:
    """The part that a pattern finds."""
    match = pattern.search(words)
    return match.group() if match else ""


def stop_words_asked_for(said: Said, words: str) -> Iterator[Problem]:
    """STOP and its kin mean one thing only."""
    for match in _OFFER.finditer(words):
        if match.group("leave"):
            yield said.problem("says how to opt out, which the engine adds by itself", error=False)
        else:
            yield said.problem(f"'{match.group()}' asks for a word that opts out; no question would hear it")


def keywords(script: Script, lines: Lines) -> Iterator[Problem]:
    """Answers and faqs that a keyword would swallow."""
    for question in script.questions:
        for key, words in answer_words(question):
            for word in words:
                if fold(word).strip(" .!\"'") in KEYWORDS:
                    line = lines.of(question, key)
                    yield Problem(line, f"question '{question.key}': '{cut(word)}' is a keyword that the engine answers itself")
    for n, faq in enumerate(script.faq):
        for ask in faq.ask:
            if fold(ask).strip(" .!?\"'") in KEYWORDS:
                yield Problem(lines.at("faq", n, "ask"), f"faq '{cut(ask)}' is a keyword that the engine answers itself")


def answer_words(question: Question) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The words by which an answer is known, by key."""
    yield "yes_examples", question.yes_examples
    yield "no_examples", question.no_examples
    yield "options", tuple(word for option in question.options for word in (option.value, *option.also))


def denials(script: Script, lines: Lines) -> Iterator[Problem]:
    """A faq that answers "are you a bot" with no."""
    for n, faq in enumerate(script.faq):
        asked = any(re.search(r"\b(?:you|this|eres|esto|es)\b", fold(a)) and _BOT_QUESTION.search(fold(a)) for a in faq.ask)
        human_asked = any(re.search(r"\b(?:human|real person|persona real|humano)\b", fold(a)) for a in faq.ask)
        for answer in faq.answer.values():
            start = fold(answer)
            lie = re.match(r"(?:yes|si)\b" if human_asked else r"(?:no|nope)\b", start)
            if asked and lie:
                message = f"faq '{cut(faq.ask[0])}' denies that a machine writes; leave it out, the engine answers"
                yield Problem(lines.at("faq", n, "answer"), message)
