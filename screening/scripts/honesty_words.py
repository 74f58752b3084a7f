"""The patterns behind honesty.py, written against folded text: small letters, no accents."""

import re
from typing import Final

# Words that a carrier or the engine answers before any question sees them (47 CFR 64.1200(a)(10), Twilio's list).
STOP_WORDS: Final = frozenset((
    "stop", "stopall", "stop all", "quit", "end", "revoke", "opt out", "optout", "opt-out", "cancel", "unsubscribe",
    "alto", "parar", "baja", "arret",
))  # fmt: skip
KEYWORDS: Final = STOP_WORDS | {"help", "info", "start", "unstop", "human", "ayuda", "humano"}

_STOP: Final = r"[\"'*]?(?:stop|stopall|quit|end|revoke|opt[ -]?out|cancel|unsubscribe|alto|parar|baja)[\"'*]?"
_SEND: Final = (
    r"(?:reply|text|answer|type|say|write|send|press|responde|escribe|manda|envia|contesta|di)(?: with"
    r"| back| con| a)?"
)
_LEAVE: Final = (
    r"(?: ?/ ?\w+)* (?:(?:at any time|any time|anytime|en cualquier momento) )?(?:to|if you (?:do not|don't"
    r"|no longer|want to)|para|si no|si ya no)"
    r" (?:opt|stop|unsubscribe|end (?:these|the texts|messages)|leave|quit|be removed|want|no|not|dejar|cancelar"
    r"|salir|darte|terminar los|quieres|deseas)"
)
OFFER: Final = re.compile(rf"\b{_SEND} {_STOP}\b(?P<leave>{_LEAVE})?")

HIDES: Final = tuple(
    (re.compile(pattern), message)
    for pattern, message in (
        (
            (
                r"\b(?:do not|don't|dont|never|please do not|no) (?:reply|text|write|send|say|respondas|escribas"
                r"|envies|mandes)[^.?!]{0,20}\b(?:stop|unsubscribe|cancel|help|alto|baja)\b"
                r"|\bignore (?:the )?[^.?!]{0,20}\b(?:stop|help|opt)\b|\b(?:you )?(?:can ?not|can't|cannot|may not"
                r"|unable to|no puedes) (?:opt[ -]?out|unsubscribe|stop (?:these|the|this|our)|cancel these"
                r"|darte de baja|cancelar estos)"
                r"|\b(?:stop|opting out|unsubscribing)\b[^.?!]{0,30}\b(?:disqualif\w+|reject\w*|lose your"
                r"|will not stop|won't stop|ends? your (?:application|chances)|removes? you from)"
                r"|\bif you (?:opt out|unsubscribe|reply stop)[^.?!]{0,40}\b(?:application|disqualif\w+|reject\w*"
                r"|lose|removed from)|\bignora (?:el )?[^.?!]{0,20}\bstop\b"
            ),
            "contradicts STOP, which every candidate may use at any time without harm",
        ),
        (
            (
                r"\b(?:i am|i'm|im|this is|you are (?:talking|chatting|texting) (?:to|with)|you're (?:talking"
                r"|chatting|texting) (?:to|with)) (?:not (?:a|an) (?:bot|robot|machine|computer|automated|ai)"
                r"|a (?:real|live|actual)? ?(?:human|person|human being))\b(?! (?:resources|operator|shop|room|job"
                r"|role|tool|learning|experience))"
                r"|\b(?:not|never|isn't|aren't) (?:a |an )?(?:bot|robot|automated|chatbot"
                r"|machine)\b(?! (?:resources|operator|shop|room|job|role|tool|learning|experience))"
                r"|\bno (?:bots?|robots?)\b|\b(?:real|live|actual) (?:human|person|recruiter) (?:is )?(?:here"
                r"|texting|typing|writing)"
                r"|\b(?:a|one of our) (?:human|person|recruiter)s? (?:writes|wrote|types|sends|typed|sent) (?:these"
                r"|this|every|each|all)"
                r"|\bno soy (?:un |una )?(?:bot|robot|maquina)|\bsoy una persona\b"
                r"|\bno es (?:un )?(?:mensaje automatico|bot|robot)|\bhablas con una persona\b|\bno es automatic"
            ),
            "denies that a machine writes; the law and the first text say that it does",
        ),
        (
            (
                r"(?<!if you )\b(?:can ?not|can't|cannot|no way to|unable to|not possible to|don't|do not) (?:talk"
                r"|speak|reach|ask for|write)(?: to| with)? (?:a |any |the )?(?:human|person|recruiter|anyone"
                r"|somebody|someone)"
                r"|\b(?:no (?:human|person|recruiter)s? (?:is |are )?(?:available|will (?:read|see|look)))|\b(?:no"
                r"|nunca) (?:puedes|podras) hablar con (?:una persona|un reclutador|nadie)|\bdo not reply human\b"
                r"|\bdon't reply human\b"
            ),
            "takes away the way to a person, which HUMAN always opens",
        ),
        (
            (
                r"\b(?:the |our )?(?:ai|computer|bot|system|machine|algorithm) (?:decides|will decide"
                r"|makes the decision|rejects|hires|picks|chooses)|\b(?:la ia|el sistema|la maquina"
                r"|el bot) (?:decide|decidira|elige|rechaza)"
            ),
            "says that a machine decides; a person does",
        ),
    )
)
PERSONA: Final = re.compile(r"\b(?:my name is|me llamo|mi nombre es) \w+")
DECIDES: Final = re.compile(
    r"\byou(?:'re| are| have been| were)(?: not)? (?:hired|rejected|disqualified|qualified|selected|accepted"
    r"|turned down|not qualified)\b|\byou (?:got|have) the job\b|\byou (?:did not|didn't|do not|don't) (?:qualify"
    r"|pass|meet|make)\b"
    r"|\byou (?:passed|failed)\b|\bguaranteed? (?:a |you )?(?:job|position|interview|hire)"
    r"|\bnot (?:be )?moving forward\b|\bunfortunately\b"
    r"|\b(?:estas|has sido|fuiste|quedas?) (?:contratad|rechazad|descartad|aceptad|seleccionad|descalificad)\w*"
    r"|\bno (?:calificas|pasaste|cumples)\b|\bobtuviste el (?:puesto|trabajo)\b|\blamentablemente\b"
)
HURRY: Final = re.compile(
    r"\b(?:within|in the next|en menos de|dentro de) (?:\d+|one|five|ten|una?|cinco|diez) (?:minutes?|mins?|hours?"
    r"|minutos?|horas?)\b[^.?!]{0,60}\b(?:or|otherwise|lose|rejected|disqualified|skipped|o|pierdes|perderas"
    r"|descartad\w)\b"
    r"|\b(?:slow|late) (?:replies|answers|responses) (?:will|count|are|lower)|\bfast(?:er)? (?:replies"
    r"|answers) (?:score|count|rank)"
)
SHORT_LINK: Final = re.compile(
    r"\b(?:bit\.ly|tinyurl\.com|goo\.gl|t\.co|ow\.ly|is\.gd|rb\.gy|cutt\.ly|shorturl\.at"
    r"|rebrand\.ly)/\S"
)
BOT_QUESTION: Final = re.compile(
    r"\b(?:bot|robot|human|automated|machine|real person|ai|persona real|maquina"
    r"|automatico|humano)\b"
)
