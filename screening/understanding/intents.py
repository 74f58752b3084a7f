"""What a text wants besides answering: a person, help, later, the wrong number, no job, an accommodation, an answer to its own question."""

import re

from rapidfuzz import fuzz

from screening.understanding.reading import Context, Intent
from screening.understanding.words import flat

_WRONG = re.compile(
    r"\b(?:wrong (?:number|person|guy|girl|phone|contact|no|#|man|woman|dude|one|individual)|wrong num\w*|(?:im|i am|this is|its|this) (?:not|isnt|aint) (?:\w+ ){0,2}?(?:the )?(?:person|guy|[a-z]+s (?:phone|number|cell)|who you)|"
    r"(?:this|it) (?:is not|isnt|aint|is no longer) (?:\w+s? )?(?:him|her|them|phone|number)|i (?:just )?(?:got|have|changed to) (?:a |this )?(?:new )?(?:number|phone number)\b.{0,20}(?:recently|yesterday|last|week|month|belong)|(?:dont|do not|doesnt) know (?:any|anyone|who|a|an|this|that|him|her|them|what)\b.{0,30}(?:person|name|named|called|is|people|guy|sam)?|"
    r"(?:no|nobody|no one|not) (?:one )?(?:here )?(?:by|with) (?:that|this) name|no one (?:here )?(?:named|called)|nobody (?:here )?(?:named|called)|there is no \w+ here|you (?:have|got|texted|reached|must have|dialed|messaged) (?:the )?(?:wrong|somebody|someone else|the incorrect)|someone else(?:s)? (?:number|phone)|"
    r"number (?:used to )?belong(?:s|ed)? to|previous owner|(?:this|my) (?:number|phone) (?:isnt|is not|no longer)|not (?:my|the) (?:name|person you|right person|right number|correct)|never applied|didnt apply|did not apply|i (?:havent|have not) applied|dont remember applying|wasnt me|not me\b|"
    r"numero equivocado|se equivoc\w+|(?:no )?conozco a (?:esa|ese|esta|este|nadie)|no soy (?:esa|ese|sam|la persona|quien)|equivocad[oa]|no es (?:mi|su|el) (?:numero|telefono)|numero incorrecto|persona equivocada|yo no (?:aplique|solicite)|aqui no (?:vive|hay) |mistaken (?:identity|me)|(?:confused|mixed) (?:me|up) with|meant for someone else|who(?:s| is) (?:sam|kevin|that)\?)\b"
)
_WHO = re.compile(
    r"\b(?:who(?:s| is| r| are|se| the hell is| the heck is| tf is| dis| dis is| am i)? (?:this|dis|you|u|texting|messaging|speaking|contacting|yall|these people|sending|talking|is texting|it|am i (?:talking|speaking|texting|chatting)|texting me|with)|who dis|new phone who|who(?:m)? (?:am i|do i have)|are you (?:a |an )?(?:\w+ )?(?:real|bot|robot|human|person|ai|machine|computer|automated|scam|legit|chat ?bot|spam)|r u (?:a )?(?:real|bot|robot|human|ai|scam|legit)|"
    r"is (?:this|it|there) (?:a |an )?(?:\w+ )?(?:bot|robot|real|scam|legit|spam|automated|ai|computer|human|person|machine|phishing|recording|actual person|text bot)|(?:what|which) (?:company|agency|business|firm|organization|employer|outfit|recruiter) (?:is (?:this|it)|are you|r u|do you|you)|what is this (?:about|for|regarding|in reference|concerning|number)|whats this (?:about|for|regarding|in regards)|how did (?:you|u|yall) get (?:my|this)|where did (?:you|u|yall) get (?:my|this)|who gave (?:you|u) my|why (?:are|r) (?:you|u) (?:texting|contacting|messaging)|do i know (?:you|u)|am i (?:talking|speaking|texting|chatting) (?:to|with)|identify yourself|"
    r"quien (?:es|eres|habla|escribe|me escribe|son|manda)|de (?:que empresa|parte de quien|donde)|(?:eres|es) un (?:robot|bot)|de que (?:se trata|empresa|compania)|(?:what|who) do you (?:work for|represent)|whose number|what number is this|u a bot|you a bot|bot\?|robot\?|come again who|name\?|and you are)\b"
)
_HELP = re.compile(
    r"^\W*(?:help|i need help|help me|need help|can you help(?: me)?|how does this work|what do i do|necesito ayuda|what are my options|info please|more info on this (?:text|number|service)|help please|need assistance|please help)\W*$"
)
_NOT_INTERESTED = re.compile(
    r"\b(?:not (?:really |even |at all |currently |actually |personally )?(?:interested|intrested|intersted|intereste|interest|looking|lookin|in the market|seeking|available for work|job hunting|searching|for me|a (?:good )?(?:fit|match)|my thing|pursuing)|no longer (?:interested|looking|available|need|in need|seeking|want)|not (?:interested )?anymore|uninterested|"
    r"no interest|lost interest|(?:ill|i will|gonna|going to|have to|im going to|i think ill) (?:pass|decline|withdraw|skip|sit this)|hard pass|pass on (?:this|it|that)|withdraw(?:ing)?(?: my)?(?: application)?|take me out of (?:the running|consideration)|remove me from (?:consideration|the running)|changed my mind|(?:dont|do not|no longer) want (?:the|this|that|your|it|a) ?(?:job|position|role|work|anymore)?|decided (?:not to|against|to go|to stay|to pursue|on another|to take)|going (?:in )?(?:a |another )?different (?:direction|route)|"
    r"no thanks? (?:you )?(?:i|im|not|for)|staying (?:where|at|with|put)|happy (?:where|with my|at my)|(?:im|i am) (?:good|all set|set|ok where|fine where|good where)(?= (?:thanks|thank|thx|on|for now|where|rn|right now))|no me interesa|no estoy interesad[oa]|ya no (?:me interesa|busco|quiero|estoy)|no gracias|not for me|too far for me|found (?:something|another)|not a good (?:time|fit)|go with someone else|give it to someone else|count me out|(?:im|i am|ima|imma) out\b|rather not|maybe (?:next time|another time|in the future|later (?:in|this))|not at this time|not right now)\b"
)
_HIRED = re.compile(
    r"\b(?:(?:already|just|recently) (?:found|got|have|accepted|started|took|hired|working|landed|employed|been hired|signed|got hired)\b(?!.{0,10}(?:certif|licen|car|my|answered))|(?:found|got|accepted|landed|took|started|have|signed with|starting|start|begin) (?:a |an |my |another |the |at a )?(?:new |different |another |other |better |full ?time )?(?:job|position|offer|gig|role|work elsewhere|employment)\b|"
    r"got hired|been hired|was hired|hired (?:somewhere|elsewhere|already|at|by|on)|ya (?:tengo|encontre|consegui|estoy) (?:un )?(?:trabajo|trabajando|empleo|contratad)|position (?:is )?filled|working (?:somewhere|elsewhere)|im employed|found (?:work|employment|one already|something else|something already))\b"
)
_DEFER = re.compile(
    r"\b(?:(?:ill |will |imma |can i )?(?:text|txt|call|hit|message|msg|answer|reply)(?: to)? (?:u|you|ya|yall) (?:back )?(?:up )?(?:at \d|after|when|later|in|tomorrow|tonight|once|around|soon|this)\b|(?:text|txt|message|msg|contact|try|hit|ping|write|ask|call|ring|reach out|get back|check back|follow up|buzz|holla|hmu|hit me up|remind|resend|message me|shoot)\s*(?:to |with |at )?(?:me|us|back)?\s*(?:up|back|again|a text|a message)?\s*(?:again |back |up )?(?:in (?:the|an?|about|like|\d+|a few|a couple|two|three|half|30)|at \d{1,2}(?::\d\d)?\s*(?:am|pm|a\.m|p\.m)?|at (?:noon|lunch|like|around|about)|around|after|later|tomorrow|tonight|tmrw|tmr|on (?:mon|tue|wed|thu|fri|sat|sun)\w*|mon\w*day|tuesday|wednesday|thursday|friday|saturday|sunday|next week|this (?:evening|afternoon|weekend)|when|once|before|manana|mas tarde|luego|another time|some other|a bit|soon|sometime)|"
    r"(?:not|cant|cannot) (?:a good time|now|right now|talk|text|talk now|chat|at the moment|answer|do this|rn|respond|reply|do it)\b.{0,30}|(?:im|i am|currently|still|kinda|super|really|so|too|bit|little) (?:\w+ )?(?:busy|driving|at work|in a meeting|in class|at the (?:doctor\w*|dentist|hospital|gym|store|airport)|working|at church|on the road|at a funeral|swamped|slammed|tied up|occupied|at dinner|in the middle|on a call|sleeping|at school|on shift|behind the wheel)\b|"
    r"(?:gotta|got to|have to|need to|must) (?:run|go|head out|jet|dip|bounce|get back to work)\b|(?:ill|i will|let me|lemme|can i|could i|may i|i can|ima|imma|gonna|i|id rather) (?:get back|answer|respond|reply|do (?:this|it)|finish|text|txt|message|call|let you know|hit you|write|continue|fill|look|check|complete)\b.{0,25}(?:later|tomorrow|tonight|after|soon|when|in a (?:bit|few|minute|sec|while)|this (?:evening|afternoon|weekend)|back|another|asap|tmrw|in an hour|at \d)|"
    r"(?:can|could) (?:we|you|i|this) (?:do|talk|chat|finish|continue|text|wait|try|reschedule|pick|resume|push|move)\b.{0,30}(?:later|tomorrow|tonight|after|another|next|until|till|wait|monday|tuesday|wednesday|thursday|friday|weekend|evening|reschedule)|maybe later|talk later|later (?:please|pls|today|tonight|ok|on|this)|ttyl|bbl|brb|call (?:me )?later|"
    r"(?:tomorrow|later|tonight|another time|bad time|not now|manana|mas tarde|luego|ahorita no|ahora no)(?: (?:ok|okay|please|pls|works better|is better|instead|por favor|works|mejor|good))?\??\W*$|(?:estoy|ando) (?:ocupad[oa]|manejando|trabajando|en el trabajo|en una)|(?:escrib|llam|mand|habl)\w*(?:me)? (?:mas tarde|manana|luego|despues|al rato|el lunes|a las)|puedo (?:contestar|responder) (?:mas tarde|luego|manana|despues)|give me (?:a|an|some|like|\d+|until|till|a few|few) ?(?:few |couple )?(?:min\w*|hours?|hr|time|days?|till|until|to think|bit|moment|while|sec\w*)|hold on|one (?:sec|moment|minute)|busy (?:right now|rn|atm|now|at the moment|today|til|until)|swamped|slammed|snowed under|rain ?check|in (?:a|an) (?:hour|bit|while)\W*$)\b"
)
_PAUSE = re.compile(
    r"^\W*(?:(?:ok|okay|k|sure|yeah|yes|hey|sorry|um+|uh+|hmm+|well|oh)\W+)*(?:(?:let me|lemme) (?:think|see|check|look)(?: about (?:it|that))?|give me (?:a|one|1) (?:sec\w*|min\w*|moment)|(?:hold on|hang on|one sec\w*|one moment|one minute|1 sec\w*|1 min\w*|just a (?:sec\w*|min\w*|moment)|brb|wait|un momento|dejame (?:ver|pensar)|permitame|espere?|un segundo))\W*(?:please|pls|ok|plz)?\W*$"
)
_THANKS = re.compile(
    r"^\W*(?:(?:ok|okay|k|kk|great|cool|perfect|awesome|alright|sweet|nice|good|got it|gotcha|understood|noted|will do|sounds good|np|no problem|youre welcome|ur welcome|thanks?(?: you)?(?: so much| very much| a lot)?|thank u|thx|ty|tysm|tyvm|appreciate (?:it|you|that)|much appreciated|gracias|muchas gracias|ok gracias|de nada|bye|goodbye|have a (?:good|great|nice|blessed) (?:day|one|night|evening|weekend)|you too|u2|same to you|god bless(?: you)?|hi|hello|hey|hola|good (?:morning|afternoon|evening|night)|buen(?:os|as) (?:dias|tardes|noches)|yo|sup|whats up|lol|haha\w*|you too|looking forward(?: to it)?|talk soon|take care|cheers|bless)\W*)+$"
)
_HUMAN = re.compile(
    r"^\W*(?:una? )?(?:humano|persona|agente|operador|operadora|representante|reclutador|agent|recruiter|person|human)\W*(?:por favor|porfa|please|pls|now|real)?\W*$|\b(?:speak|talk|chat) (?:with|to) (?:the |a |your |my )?(?:hiring )?(?:manager|supervisor|recruiter|boss|team)\b|\b(?:(?:speak|talk|chat|spoke|connect|connected|transfer\w*|pass|put|patch|get|route|hand|forward|switch|escalate|text|deal|hear from|communicate)\s*(?:me|us|this|through)?\s*(?:directly |please |just |maybe |over |on the phone )?\s*(?:to|with|through to|through|on with|in touch with|thru to|a hold of|hold of|2|ahold of)?\s*(?:directly |please )?(?:a |an |the |one of |my |some |your |you |any |an actual )?(?:\w+ )?(?:real |live |actual |living |human |different )?(?:human(?: being)?|person|people|recruiters?|agents?|manager|representative|rep|someone|somebody|operator|supervisor|hiring (?:manager|team)|boss|hr|human resources|staff|team|advisor|receptionist|reception|assistant|one of your|cleaners?|employee|customer service|guy|lady|associate|specialist|coordinator|in person)|"
    r"(?:human|real person|live (?:person|agent)|actual person|representative|recruiter|operator|real human|customer service)\s*(?:please|pls|plz|now|only)?\W*$|(?:want|need|prefer|like|rather have|give me|get me|gimme)\s+(?:to (?:talk|speak) (?:to|with) )?(?:a |an |the )?(?:real |live |actual )?(?:human|person|recruiter|representative|live agent|agent|phone call|call back|callback|call)\b|(?:can|could|may|will|would) (?:someone|somebody|you|a person|the recruiter|i|we|anyone|a recruiter|yall|u) (?:please )?(?:call|phone|ring|give me a (?:call|ring)|get a call|talk on the phone|speak (?:by|on)|have a (?:phone )?call|discuss)\b|"
    r"(?:just )?(?:call|phone|ring) me\b(?! (?:crazy|back later|tomorrow|later|tonight|at \d|after|when|on|in))|rather (?:talk|speak|call|discuss|do this|do it)\b|prefer (?:a call|to talk|to speak|talking|calling|speaking|phone)|is there (?:a |any )?(?:real |live )?(?:person|human|someone|somebody|phone number|number)\b.{0,20}(?:i can|to|call|talk|speak)|(?:not|dont|hate|sick of|tired of|wont|refuse to|no)\s+(?:\w+ ){0,3}(?:talk\w*|text\w*|speak\w*|chat\w*|deal\w*|answer\w*|interview\w*)?\s*(?:to |with )?(?:a |this )?(?:bots?|robots?|machines?|computer|ai)\b|bot is (?:stupid|dumb|useless)|"
    r"(?:over|on) (?:the phone|a call)\b|by phone|hablar con (?:una|alguien|un|el|la)|(?:quiero|necesito|prefiero) (?:hablar|una persona|un humano|una llamada|que me llamen)|(?:me pueden?|puede|podrian?) (?:llamar|marcar)|una persona real|pasame con|what(?:s| is) (?:your|the) (?:phone )?number|number (?:i|to) (?:can )?call)\b"
)
_ACCOMMODATION = re.compile(
    r"\b(?:accommodat\w*|acommodat\w*|accomodat\w*|disab(?:led|ility|ilities)|wheel ?chair|deaf|hard of hearing|hearing (?:impair\w*|loss|aid)|blind|visually impaired|low vision|dyslexi\w*|autis\w*|adhd|ptsd|seizures?|epilep\w*|service (?:dog|animal)|sign language|asl|interpreter|screen reader|ada\b|special needs|medical condition|chronic (?:pain|illness)|prosthe\w*|amputee|cant (?:read|see|hear|type)|trouble (?:reading|seeing|typing|hearing)|pregnan\w*|discapacidad|silla de ruedas|sord[oa]|embarazada|light duty only|reasonable adjustment\w*|dialysis|cerebral palsy|stutter|large print|braille)\b"
)
_DISTRESS = re.compile(
    r"\b(?:kill (?:myself|my self|you|u|yourself)|suicid\w*|end my life|want to die|dont want to live|hurt (?:myself|you)|shoot (?:you|up)|ill find you|going to kill|gonna kill|beat your|threat\w*|self harm|cant go on|no reason to live|mat(?:o|ar)(?:te|los|me)|quiero morir|burn (?:it|your|the)|bomb|stab)\b"
)
_INSULT = re.compile(
    r"\b(?:fuck(?:ing|in|er|ers|ed)?|fck\w*|fuk\w*|f\*+k?|wtf|stfu|bitch\w*|asshole\w*|a-hole|dick(?:head)?|cunt|bastards?|idiots?|morons?|stupid|dumb(?:ass)?|pendej\w*|cabron\w*|puta|puto|mierda|imbecil\w*|retard\w*|racist|piece of (?:shit|crap)|pos\b|losers?|scum\w*|pathetic|trash|garbage|bullshit|screw you|suck(?:s|ers?)?|jerks?|go to hell|hate (?:you|yall|this company))\b"
)
_LANGUAGE = re.compile(
    r"^\W*(?:espanol|en espanol|spanish|in spanish|spanish please|espanol por favor|habla espanol|hablas espanol|english|in english|en ingles|english please|ingles)\W*(?:please|por favor|pls)?\W*$|\b(?:no (?:hablo|entiendo|se) (?:mucho |muy bien |el |bien )?ingles|(?:puede|pueden|podemos|podria|se puede)\s+(?:\w+ )?(?:hablar|escribir|ser|hacer\w*)?\s*en espanol|(?:hablan?|hablas) espanol|en espanol por favor|do you (?:speak|have|text|do) (?:this in )?spanish|(?:can|could) (?:we|you|i)\s+(?:\w+ ){0,3}in (?:spanish|english)|(?:prefer|rather) (?:\w+ )?(?:spanish|espanol)|no english|only (?:speak )?spanish|solo (?:hablo )?espanol|prefiero (?:en )?espanol|dont (?:speak|understand) (?:much |good )?english)\b"
)
_QUESTION_START = re.compile(
    r"^\W*(?:(?:hi|hello|hey|ok|okay|so|well|yes|yeah|wait|but|and|also|sorry|just|um|hmm|quick question|question|first|before i answer|one question|thanks|hola|oye|pero|y|disculpe|perdon|before that|actually|cool|great|oh|lol|excuse me)\W+)*"
    r"(?:what|whats|wats|wat|wut|when|whens|where|wheres|who|whos|why|how|hows|which|is (?:it|this|that|the|there|they|a|parking|training|overtime|lunch|my|your)|are (?:there|they|you|u|we|the|these|those|uniforms|breaks|benefits)|do (?:you|i|u|they|we|yall|the)|does (?:it|this|the|that|your)|did (?:you|i|they)|can (?:i|you|u|we|someone)|could (?:i|you|we)|will (?:i|you|it|there|the|they|this)|would (?:i|it|you|this|the|there|that)|should i|am i|have you|has the|may i|any (?:chance|idea|benefits|overtime|other|bonus|way)|wheres|cual|cuales|cuanto|cuanta|cuantas|cuantos|cuando|donde|como|que|quien|por que|a que|hay|es (?:por|de|un|una|temporal|tiempo|necesario)|tienen|ofrecen|dan|pagan|puedo|pueden|se puede|tengo que|necesito (?:llevar|tener))\b"
)
_ASKS = re.compile(
    r"\b(?:whats|what is|what are|what do|what does|what would|what kind|what time|what days|what hours|how much|how many|how long|how do|how does|how far|how often|when do|when does|when would|when is|where is|where are|wheres|where do|who do|why do|do you|do i|do they|is it|is there|are there|is this|does it|does the|can i|can you|could you|will i|would i|tell me (?:more )?about|curious (?:about|if|what)|wondering (?:if|what|how|about|when)|want to know|like to know|need to know|id like to know|cuanto pagan|cuanto es|cual es|donde es|donde esta|que horario|hay |tienen)\b"
)


def wrong_number(plain: str) -> bool:
    """Whether it says that this is somebody else."""
    return bool(_WRONG.search(plain)) and not re.search(
        r"\b(?:dont know (?:any|what|who) (?:yet|exactly|spanish|english)|what (?:id|i)|dont know what (?:time|day|my|to|the)|know a (?:lot|bit))\b",
        plain,
    )


def aside(plain: str) -> Intent | None:
    """What a text wants where it wants something else than to answer: the strong ones."""
    for pattern, intent in (
        (_DISTRESS, Intent.HOSTILE),
        (_LANGUAGE, Intent.LANGUAGE),
        (_HELP, Intent.HELP),
        (_WHO, Intent.WHO),
    ):
        if pattern.search(plain):
            return intent
    return None


def person(plain: str) -> bool:
    """Whether a person or a call is asked for."""
    match = _HUMAN.search(plain)
    return bool(match) and not re.search(
        r"\b(?:no need to|dont need to|you dont|do not need|no,? dont|experience|worked|used to|(?<!chance )(?<!if )(?<!way )(?<!possible )i (?:can|could|like to|love to|would|always|often|usually|did|then|also|just) (?:talk|speak|deal)|i (?:told|talked|spoke|called|reported|went|asked)|customers|helped|transferred to)\b",
        plain[: match.end()] if match else plain,
    )


def accommodation(plain: str) -> bool:
    """Whether help for a disability or the like is asked for."""
    return bool(_ACCOMMODATION.search(plain)) and not re.search(
        r"\b(?:worked with|care for|cared for|helped|helping|taught|clients?|patients?|residents?|customer|students|experience with|my (?:son|daughter|mom|mother|dad|father|brother|sister|grandma|wife|husband))\b",
        plain,
    )


def deferral(plain: str) -> bool:
    """Whether it puts the conversation off."""
    return bool(_DEFER.search(plain))


_PUTS_OFF = re.compile(
    r"\b(?:text|txt|call|write|message|msg|talk|try|hit|ping|ask|contact|busy|driving|gotta|got to|have to run|cant (?:talk|text)|not now|bad time|later|get back|work rn|at work|in class|meeting|swamped|slammed|hold on|finish this|continue|answer|ocupad\w+|escrib\w+|llam\w+|manejando|luego|ok\?|instead)\b|\?\s*$"
)


def puts_off(plain: str) -> bool:
    """Whether more than a day is named: something says that the talk waits until then."""
    return bool(_PUTS_OFF.search(plain))


def pause(plain: str) -> bool:
    """`let me think`, `one sec`: nothing to answer yet."""
    return bool(_PAUSE.match(plain))


def declined(plain: str) -> bool:
    """Whether it says no to the job."""
    if re.search(
        r"\bchanged my mind\b.*\b(?:interested|want|yes|sign me|still|do it)\b|\b(?:actually|now|still|i am|im) (?:very |still |really )?interested\b",
        plain,
    ) and not re.search(r"\b(?:not|no longer|isnt|never|aint|dont) (?:\w+ )?(?:interested|want)\b", plain):
        return False
    return bool(_NOT_INTERESTED.search(plain))


def hired(plain: str) -> bool:
    """Whether it says that another job was found."""
    return bool(_HIRED.search(plain))


def thanks(plain: str) -> bool:
    """A greeting, thanks or "ok" and nothing else."""
    return bool(_THANKS.match(plain))


def insulting(plain: str) -> bool:
    """Whether it insults."""
    return bool(_INSULT.search(plain))


_OTHER_NAME = re.compile(
    r"^\W*(?:(?:[Nn]ot|[Nn]o soy|[Tt]his (?:is not|isn.?t|aint)|(?:I.?m|[Ii]m|I am) not|[Tt]hat.?s not) [A-Z][a-z]+|[Nn]o (?!one|problem|issues?|car|bus|way|kids|jobs?|experience)\w+ (?:here|at this number|lives here))\W*$"
)


def other_name(raw: str) -> bool:
    """`Not Ann`, `no ann here`: somebody else was meant."""
    return bool(_OTHER_NAME.match(raw[:80]))


def asks(plain: str) -> bool:
    """Whether the text as a whole asks something."""
    first = re.split(r"(?<=[.!?\n])\s+", plain.strip())[0]
    if re.match(
        r"^\W*(?:como|que)\s+(?:\d|unos|unas|una?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|media|medio|mas|menos)\b",
        first,
    ):
        return False
    if re.match(
        r"^\W*(?:does|do|would|will|is|are|did)\b.{1,40}\b(?:count|ok(?:ay)?|matter|alright|included?|accept\w*|required|enough)\W*$",
        first,
    ):
        return True
    if _QUESTION_START.match(first):
        return "?" in plain or not re.match(r"^\W*(?:what|how|who|that|que|como)\s+(?:a|i|ever|about me)\b", plain)
    return plain.rstrip().endswith("?") and bool(_ASKS.search(plain))


def asked_beside(plain: str) -> tuple[int, int] | None:
    """Start and end of a question asked beside an answer."""
    for match in re.finditer(r"[^.!?\n]*\?|[^.!?\n,;]+$", plain):
        piece = match.group()
        if piece.endswith("?") and (_QUESTION_START.match(piece) or _ASKS.search(piece)) and len(piece.split()) >= 2:
            inner = re.search(
                r"(?:^|,|;|\bbut\b|\band\b|\bpero\b|\balso\b)\s*(?=(?:what|when|where|who|why|how|which|is|are|do|does|can|could|will|would|cuanto|cual|que|donde|cuando|hay|tienen)\b)",
                piece,
            )
            start = match.start() + (inner.end() if inner and inner.end() < len(piece) - 4 else 0)
            return start, match.end()
    return None


def faq_index(plain: str, context: Context) -> int | None:
    """The script's prepared question that this one is, if any."""
    best, which = 0.0, None
    for index, entry in enumerate(context.faq):
        for ask in entry.ask:
            score = _alike(flat(ask), plain)
            if score > best:
                best, which = score, index
    return which if best >= 0.68 else None


_SMALL = frozenset(
    [
        "the",
        "a",
        "an",
        "is",
        "it",
        "to",
        "of",
        "for",
        "do",
        "does",
        "how",
        "what",
        "whats",
        "much",
        "many",
        "i",
        "you",
        "u",
        "we",
        "be",
        "in",
        "on",
        "at",
        "this",
        "that",
        "there",
        "would",
        "will",
        "can",
        "my",
        "me",
        "so",
        "el",
        "la",
        "los",
        "las",
        "de",
        "es",
        "que",
        "un",
        "una",
        "se",
        "y",
        "en",
        "wait",
        "ok",
        "please",
        "by",
        "way",
        "also",
        "about",
        "if",
        "and",
        "or",
    ]
)
_SAME = (
    (r"pay|pays|paid|rate|salary|wage|wages|compensation|money|hourly|hr|pagan|pago|sueldo|salario|paga|pagas|paying|earn", "pay"),
    (r"where|address|location|located|place|site|donde|direccion|ubicacion|queda", "where"),
    (r"temp|temporary|permanent|perm|contract|hire|temporal|fijo", "temp"),
    (r"hours|schedule|shift|shifts|horario|horas", "hours"),
    (r"benefits|insurance|health|medical|dental|401k|pto|beneficios|seguro|vacation", "benefits"),
    (r"laptop|computer|equipment|computadora|equipo", "equipment"),
    (r"start|begin|empezar|inicio", "start"),
    (r"remote|home|remoto", "remote"),
)  # fmt: skip


def _alike(ask: str, plain: str) -> float:
    wanted, given = _content(ask), _content(plain)
    if not wanted or not given:
        return fuzz.partial_ratio(ask, plain) / 100 * 0.8
    shared = wanted & given
    return max(len(shared) / len(wanted), fuzz.token_set_ratio(ask, plain) / 100 * (0.95 if shared else 0.6))


def _content(text: str) -> frozenset[str]:
    return frozenset(_meaning(word) for word in re.findall(r"[a-z0-9]+", text) if word not in _SMALL)


def _meaning(word: str) -> str:
    return next((name for pattern, name in _SAME if re.fullmatch(pattern, word)), word)
