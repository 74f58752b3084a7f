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
OFFER: Final = re.compile(rf"\b{_SEND} {_STOP}\b(?P<leave>{_LEAVE}| (?:at )?any ?time\b| whenever you)?")

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
                r"|\b(?:no way|no need|impossible|not possible|not allowed|too late|don't bother|do not bother) (?:to|of|for) (?:opt|unsubscrib"
                r"|reply(?:ing)? stop|text(?:ing)? stop|stop(?:ping)? (?:these|the|this|our))\w*|\b(?:don't|do not|dont|never|before you can|not)"
                r" (?:bother (?:replying|texting|sending) )?(?:opt(?:ing)? out|unsubscrib\w+)\b"
                r"|\b(?:don't|do not|dont) bother (?:texting|replying|sending|writing) stop\b"
                r"|\b(?:opting out|unsubscribing|(?:text|reply|send|say|typ)ing stop) (?:is|does|will|means|ends?|cancels?)(?: not|n't)?"
                r" (?!(?:not )?(?:affect|hurt|harm|count|change|fine|ok|always|easy|free))\b"
                r"|\b(?:opting out|unsubscribing|(?:text|reply|send|say|typ)ing stop)\b[^.?!]{0,40}\b(?:cancels?|lose|loses|losing|forfeits?)\b"
                r"|\b(?:if|when|once) you (?:text|reply|send|say|opt|unsubscribe)[^.?!]{0,20}\b(?:lose|removed|cancel\w*|rejected|off the list)\b"
                r"|\bstop (?:is|has been) (?:disabled|ignored|switched off|turned off|not)\b|\bstop (?:does not|doesn't|will not|won't) (?:work|help|count)\b"
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
                r"|machine)\b(?! (?:resources|operator|shop|room|job|role|tool|learning|experience|warehouse|line|plant|factory))"
                r"|\bno (?:bots?|robots?|automation|ai|computers?) (?:here|at all|involved|is used)\b|\b(?:not|never) (?:a |an )?(?:computer|automat\w+)\b"
                r"(?! (?:skills?|experience|job|role|shop|science|operator|transmission|warehouse|line|plant|factory))"
                r"|\b(?:written|typed|sent|answered) (?:personally |by hand )?by (?:a |an |our |one of our )?(?:real |live |actual )?(?:human|person|people|recruiter|hand)"
                r"|\b(?:human being|human|real person)s? (?:sends|writes|types|texts)\b|\bi(?: am|'m) human\b(?! resources)"
                r"|\b(?:typing|writing|sending|texting) (?:this|these|you|to you) (?:myself|personally|by hand)\b|\bpersonally (?:texting|writing|typing)\b"
                r"|\b(?:i am|i'm|im|this is) (?:\w+, )?a (?:real|live|actual) (?:recruiter|person|human|employee)\b"
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
                r"|\bthere (?:is|are|'s) (?:no|not a|nobody|no one)(?: real| live)? ?(?:human|person|people|recruiter|staff)?s? (?:to talk|to speak|you can|who|for you|behind)"
                r"|\b(?:nobody|no one) (?:here )?(?:can|will|is going to) (?:call|talk|speak|answer|help|read|reply)"
                r"|\brecruiters? (?:will|can|do|does|are|is)(?: not|n't) (?:answer|reply|respond|call|talk|speak|read|be available|available|able)"
                r"|\b(?:asking|ask|asks|replying|reply|texting) (?:for )?(?:a )?human\b[^.?!]{0,25}\b(?:ends?|cancels?|not|disqualif\w+|loses?|reject\w*|delays?|remov\w+)"
                r"|\bhuman (?:is|does|will)(?: not|n't) (?:work|possible|available|help)|\b(?:not|never) be able to (?:talk|speak|reach)"
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
    r"|\b(?:decided|going|chosen|chose) not to (?:move|proceed|continue|hire|go)|\bnot (?:quite )?(?:a|the) (?:good |right )?(?:fit|match)\b"
    r"|\bwelcome (?:aboard|to the team)\b|\byou (?:will )?start (?:work )?(?:on )?(?:next )?(?:monday|tuesday|wednesday|thursday|friday|tomorrow)\b"
    r"|\bapplication (?:was|is|has been|were) (?:now )?(?:declined|rejected|denied|unsuccessful|approved|accepted|turned down)"
    r"|\b(?:pleased|happy|glad) to offer\b|\bregret to\b|\bwe (?:will|are going to|'ll) hire you\b"
    r"|\byou (?:passed|failed)\b|\bguaranteed? (?:a |you )?(?:job|position|interview|hire)"
    r"|\bnot (?:be )?moving forward\b|\bunfortunately\b"
    r"|\b(?:estas|has sido|fuiste|quedas?) (?:contratad|rechazad|descartad|aceptad|seleccionad|descalificad)\w*"
    r"|\bno (?:calificas|pasaste|cumples)\b|\bobtuviste el (?:puesto|trabajo)\b|\blamentablemente\b"
)
HURRY: Final = re.compile(
    r"\b(?:within|in the next|en menos de|dentro de) (?:\d+|one|five|ten|una?|cinco|diez) (?:minutes?|mins?|hours?"
    r"|minutos?|horas?)\b[^.?!]{0,60}\b(?:or|otherwise|lose|rejected|disqualified|skipped|o|pierdes|perderas"
    r"|descartad\w)\b"
    r"|\b(?:reply|answer|respond)\w*\b[^.?!]{0,20}\b(?:in|within) (?:the |an? |\d+ |one |two |five |ten )?(?:minutes?|mins?|hours?|day)\b"
    r"[^.?!]{0,40}\b(?:or|otherwise|to (?:stay|keep|remain|be considered|qualify))\b"
    r"|\byou (?:have|get|only have) (?:only )?(?:\d+|one|two|five|ten|an?) (?:minutes?|mins?|hours?) to (?:answer|reply|respond|finish)"
    r"|\b(?:quick|fast|rapid|prompt|speedy)\w* (?:replies|answers|responses|repliers) (?:score|count|rank|get|help|win|go|come)"
    r"|\bthe (?:faster|quicker|sooner) you (?:answer|reply|respond)[^.?!]*\b(?:score|chances?|better|rank|higher)\b"
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
