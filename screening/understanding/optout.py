"""The wish to be left alone, in other words than a keyword: verb class x object class x negation."""

import re

from rapidfuzz.distance import OSA

from screening.understanding.words import tokens

_CONTACT = (
    r"(?:text(?:s|ing|ed|in)?|txt(?:s|ing|in)?|messag(?:e|es|ing|in|ed)|msg(?:s|ing)?|contact(?:ing|in|s|ed)?|call(?:s|ing|in)?|"
    r"email(?:s|ing)?|writ(?:e|es|ing)|bother(?:ing|in)?|bug(?:ging|gin)?|harass(?:ing|in|ment)?|spam(?:ming|min|med)?|hit(?:ting)? me up|"
    r"reach(?:ing)? out|send(?:ing|in)?|blow(?:ing|in)? up|hound(?:ing|in)?|pester(?:ing|in)?|annoy(?:ing|in)?|ping(?:ing)?|"
    r"solicit(?:ing)?|notif(?:y|ying)|messin(?:g)?(?: with)? me|remind(?:ing|ers?)?|disturb(?:ing)?|hitting my phone|talk(?:ing)? to me|"
    r"communicat(?:e|ing)|correspond(?:ing|ence)?|follow(?:ing)? up)"
)
_THINGS = (
    r"(?:texts?|txts?|messages?|msgs?|mssgs?|sms|spam|notifications?|reminders?|updates?|alerts?|communications?|solicitations?|contact|"
    r"recruit(?:er|ing|ment) (?:texts|messages|stuff)|job (?:texts|alerts|offers|messages|stuff|spam)|texting|messaging|stuff|crap|bs|shit|mail|emails?|"
    r"follow ?ups?|pings?|blasts?|automated \w+|calls?)"
)
_PLACE = (
    r"(?:(?:mailing|email|text|texting|call|calling|contact|contacts|marketing|phone|messaging|sms|your|ur|this|the|that|all|any|every|whatever|of|ya|yall|yalls)\s+){0,5}"
    r"(?:lists?|system|database|records?|roster|files?|contacts?|books?|phone|data ?base|crm|rolodex|directory|rotation|thread|chain|distribution|group|chat|campaign|app|platform|radar|queue|servers?|computers?)"
)
_ME = r"(?:me|my (?:number|phone|cell|info|information|contact|contacts|name|data|details|digits|profile|file|records?|line|mobile|no)|mine|this (?:number|phone|line|cell)|us|my (?:personal )?\w+ (?:number|info|information|data))"
_STOP = r"(?:stop|quit|cease|halt|discontinue|end|knock off|lay off|desist(?: from)?|refrain from|no more|enough(?: of| with)?|cut out|stop with|done with|quit with|drop|kill|pause|cancel|turn off|shut off|disable|deactivate|block|unsubscribe(?: me)?(?: from)?|opt me out of)"
_NOT = r"(?:dont|do not|donot|dnt|never|plz dont|please dont|wish you wouldnt|i didnt|should not|shouldnt|cant|cannot|not|no longer|nobody|dun|doan|can you not|could you not|would you not|id rather you not|id rather not be|rather you didnt|prefer you not|prefer not to be|not to be|i refuse to be)"

_PHRASES = [
    # stop + contact or its things
    rf"\b{_STOP}\s+(?:\w+\s+){{0,4}}?{_CONTACT}\b",
    rf"\b{_STOP}\s+(?:\w+\s+){{0,3}}?(?:these|those|the|your|ur|all|any|this|sending|getting|receiving|w|with)\s+(?:\w+\s+){{0,3}}?{_THINGS}\b",
    rf"\bno (?:more|further|mas)\s+(?:\w+\s+){{0,3}}?{_THINGS}\b",
    r"\b(?:knock|cut) (?:it|this|that) (?:off|out)\b|\bstop it\b|\bstop (?:this|that)\s*(?:now|please|pls|already|right now|asap)?\s*[.!]*$",
    # never / do not + contact
    rf"\b{_NOT}\s+(?:ever |please |you |want (?:you |to be |to get |to receive |yall )?(?:to )?|wanna (?:be |get )?|need (?:you )?(?:to )?|wish to (?:be )?|like (?:being |to be )?|ever |be |keep |u |any ?more |get |getting |receive |receiving |continue |have to be |have |)*(?:being |to be |to |getting )?{_CONTACT}\s+(?:me|this|us|my|any ?more|again|here|further|to me|at|ed|ever|with me|to this|messages?|texts?|more|anything|stuff|your)\b",
    rf"\b(?:dont|do not|dnt|never|no longer|not)\s+(?:\w+\s+){{0,3}}?(?:want|need|wish|care|like|wanna|looking|interested in|asked?|sign(?:ed)? up|agree[d]?|consent(?:ed|ing)?)\s+(?:\w+\s+){{0,4}}?(?:{_THINGS}|texted|contacted|messaged|called|bothered|hearing from|to hear from|hear from)\b",
    r"^\W*(?:please |pls |plz )?(?:do not|dont|dnt)\s+(?:ever )?(?:text|txt|message|msg|contact|write|bother|disturb|call or text|text or call|reply)\b(?!\s+(?:back )?(?:until|till|before|after|at|on|during|when|while))",
    # take me off
    rf"\b(?:take|get|tak|kick|pull|keep|strike|cross|leave|knock|boot|drop)\s+(?:\w+\s+){{0,2}}?{_ME}\s+(?:number |name |info )?(?:off|out|outta|out of|of|from)(?:\s+of|\s+from)?(?:\s+{_PLACE}|\s*$|\s*[.!,]|\s+(?:this|it|here|there|everything|now|please|pls|plz|asap))",
    rf"\b(?:remove|delete|erase|scrub|wipe|purge|unsubscribe|unenroll|unsuscribe|deregister|disenroll|withdraw|block|lose|forget|trash|toss|ditch|clear|eliminate|expunge|destroy|drop|discard|dump|exclude|shred)\s+(?:\w+\s+)?{_ME}\b(?!\s+(?:from|off) (?:consideration|the running|work|school|my (?:old |last |previous )?(?:job|employer))\b)",
    r"\b(?:remove|delete|erase|unsubscribe|unlist)\s+(?:please|pls|plz|now|asap)\b|^\W*(?:please |pls |plz )?(?:remove|unsubscribe)\b",
    r"\b(?:lose|forget|delete|erase|burn|trash|ditch) (?:my|this|the) (?:number|digits|contact|phone|info|existence)\b|\bforget (?:you (?:have|had|got)|i exist)\b",
    r"\b(?:opt|opting|opted|opts)[ -]*(?:me|my number|us)?[ -]*(?:out)\b(?! (?:of|for) (?:the )?(?:benefits|insurance|401|pto|coverage|overtime|nights))",
    r"\bun ?-?sub(?:s?cri?b(?:e|ed|ing)?)?\b|\bunsuscribe\b|\bunsubcribe\b",
    r"\b(?:leave|let|lemme|leav) (?:me|us) (?:the \w+ |tf |tfa |be |a)?(?:alone|be|in peace|lone)\b|\blet me be\b|\bleave me (?:out of (?:this|it)|tf alone)\b",
    # lists, consent, law
    r"\b(?:revoke|revoking|withdraw|withdrawing|rescind|retract|pull)\s+(?:\w+\s+){0,3}?(?:consent|permission|authorization|authorisation|agreement)\b",
    r"\b(?:i )?(?:never|didnt|did not|dont|do not|havent|have not|nor did i|no)\s+(?:\w+\s+){0,2}?(?:consent(?:ed)?|agree[d]?|sign(?:ed)? up|subscribe[d]?|opt(?:ed)? in|authorize[d]?|permission|ask(?:ed)? for this|give you (?:my )?permission|gave (?:you )?(?:my )?permission)\b(?:\s+(?:to|for)\s+(?:\w+\s+){0,3}?(?:texts?|messages?|this|these|sms|contact\w*|be|any))?(?! (?:to|for) (?:a |the )?(?:background|drug|credit|job|work|position|shift|overtime|pay|salary))",
    r"\bdo not (?:contact|call|text|disturb) (?:list|registry)\b|\b(?:dnc|tcpa|gdpr|can-?spam)\b",
    r"\b(?:i|im|ill|we|my lawyer|my attorney)\s+(?:\w+\s+){0,4}?(?:report(?:ing|ed)?|sue|suing|block(?:ing|ed)?|complain(?:ing)?|press charges)\s+(?:\w+\s+){0,3}?(?:you|u|this|the|your|ya|to|for|number|as|y all|yall|harassment|spam)\b(?! my (?:manager|supervisor|boss))",
    r"\b(?:blocked|blocking|reported|reporting)(?: (?:and|&|n) (?:blocked|blocking|reported|reporting))?\s*(?:you|u|this|number|as spam)?\s*[.!]*$",
    r"\b(?:go away|get lost|buzz off|piss off|bug off|back off|fuck ?off|f off|eff off|screw off|kick rocks|bugger off|naff off|sod off|get bent|take a hike|scram|beat it|shove off|get away from me|get out of my (?:phone|inbox))\b",
    r"\b(?:end|close|terminate|kill|discontinue|finish|quit) (?:this|the|our|all) (?:conversation|chat|convo|texts?|messages|messaging|communication|correspondence|contact|thread|sms|subscription|service)s?\b",
    r"\b(?:dont|do not|never|not)\s+(?:want to |wanna |wish to |care to |need to |ever want to )?(?:hear|hearing|receive|receiving|get|getting|see|seeing)\s+(?:\w+\s+){0,3}?(?:from (?:you|u|yall|ya|your|this|anyone|any)|anything|another|these|any ?more|more|your|any)\b(?! (?:money|hours|experience|benefits|calls? back|response|answer|reply))",
    r"\b(?:no|zero) (?:contact|texting|messaging|communication|more contact)\b(?! (?:info|number|lens))",
    r"\bcancel (?:my|the|this|these|all|any)?\s*(?:subscription|texts?|messages?|alerts?|application texts|notifications?|sms|service|enrollment)\b|\bcancel (?:everything|all of (?:it|this))\b",
    r"\bi (?:want|wanna|would like|need|wish|d like|asked|request) (?:to be )?(?:out|off|removed|off of|left alone|taken off|unsubscribed|opted out|deleted)\b(?! (?:of|on|for) (?:work|days|weekends|sundays|saturdays|my))",
    r"\b(?:make|want|need|have) (?:it|this|these|the texts|the messages|yall|you)\s+(?:to )?stop\b|\b(?:this|it|these|texts|messages|texting) (?:needs?|has|have|must|better|should) (?:to )?(?:stop|end|cease)\b",
    r"\bplease stop\b|\bstop (?:please|pls|plz|now|asap|immediately|already|right now|damn|ffs|man|bro|dude)\b|\b(?:i said|said|told you(?: to)?|just|please|pls|plz|damn|asked you to) (?:stop|quit|unsubscribe|cancel|remove|cease)\b(?! (?:working|by|in|smoking|drinking|at|my|a|the|it there|being|going|using|doing))",
    r"\b(?:reply(?:ing)?|text(?:ing)?|saying|sending|typed?|put(?:ting)?|answering)\s+(?:with |u |you )?stop\b",
    r"^\W*(?:stop|quit|unsubscribe|cancel|end)\W+(?:i|im|you|u|this|not|no|dont|who|wrong|ur|your|leave|and|all|these|thanks|thank|pls|please)\b(?! (?:there|by|at 5|was|am at))",
    r"[,.!?;]\s*(?:please |pls |plz |just |now )?(?:stop|unsubscribe|quit it|cancel)\s*(?:please|pls|plz|now|ok|it|this|already)?\W*$",
    # Spanish
    r"\b(?:dej(?:a|e|en|ar|ate|ense|ame|eme|enme)|par(?:a|e|en)|cesen|basta|suspend(?:an|e|er)|detenga(?:n)?|eviten?|evite|ya no|no mas)\s+(?:\w+\s+){0,2}?(?:de\s+)?(?:me\s+)?(?:mand|envi|escrib|molest|text|llam|contact|fastid|mensaj|acos|jod|hostig|estar mand|estar escrib|hinch)\w*",
    r"\b(?:no|nunca|jamas|ni|ya no|tampoco)\s+(?:me\s+)?(?:vuelv\w+ a\s+|sigan?\s+|anden?\s+|quiero\s+(?:que\s+)?(?:me\s+)?(?:sigan\s+)?|deseo\s+(?:que\s+)?(?:me\s+)?|quisiera\s+)*(?:me\s+)?(?:mand|envi|escrib|molest|text|contact|recib|fastid|saber (?:nada )?de ustedes|sigan|hostig)\w*",
    r"\b(?:no|nada de|sin)\s+(?:quiero\s+|deseo\s+|necesito\s+|me interesan?\s+)?(?:recibir\s+)?(?:mas|sus|tus|estos|esos|otro|otros|ningun)\s+(?:\w+\s+)?(?:mensaj|text|sms|msj|whats|correo|notific|aviso|llamad)\w*",
    r"\b(?:borr|elimin|quit|sac|sueltn|bor|remuev|retir|suprim|desuscri|desinscri|cancel)\w*\s+(?:\w+\s+){0,2}?(?:mi|mis|este|la|el)\s+(?:numero|telefono|celular|contacto|datos|nombre|info\w*|suscripcion|registro|cel)\b",
    r"\b(?:borr|elimin|quit|sac|retir)(?:a|e|en|an)?(?:me|nme|rme)\b|\bsaquenme\b|\bquitenme\b|\bborrenme\b|\beliminenme\b|\bsacame\b|\bquitame\b|\bborrame\b",
    r"\b(?:dar(?:me|nos)?|den(?:me)?|da(?:me)?|quiero|deme|solicito)\s+(?:de\s+|la\s+)?baja\b|\bde baja\b|\bdesuscri\w+|\bcancelar (?:mi )?suscripcion\b|\bquiero salir (?:de|del|ya)\b",
    r"\bdej(?:a|e|en|ame|eme|enme|ar|arme)\s*(?:me )?(?:en paz|tranquil[oa]|solo|sola|de joder|ya)\b|\bdejenme\b|\bno molest(?:e|en|es|ar)\b|\bya basta\b|\bbasta ya\b|\bvayanse\b|\blargate\b|\bno (?:me )?escrib(?:a|an|as)\b|\bno mas (?:mensajes|textos|sms|msj)\b|\bno (?:mas|vuelvan)\b\W*$",
    r"\barret(?:e|er|ez|ez de)\b|\bne (?:me|m) (?:contactez|ecrivez|textez)\b|\bplus de messages\b|\bdesabonner\b",
]
_OPT_OUT = re.compile("|".join(f"(?:{p})" for p in _PHRASES))
_HOSTILE_TAIL = re.compile(
    r"\bf+u+c+k+\s*(?:you|u|off|ya|yourself|yall|this)\b|\bscrew (?:you|off|u)\b|\bgo to hell\b|\beat shit\b|\bgo f\b|\bstfu\b|\bshut (?:the fuck )?up\b|\bchinga|\bvete a la\b|\bpudr\w+|\bhijos? de\b|\bvayanse a la\b"
)
_SUSPECT = re.compile(
    r"\b(?:lawyer|attorney|lawsuit|sue|suing|fcc|ftc|legal action|harass\w*|stalk\w*|privacy|my data|where did (?:you|u|yall) get (?:my|this)|how did (?:you|u|yall) get (?:my|this)|"
    r"who gave (?:you|u|yall) (?:my|this)|spam\w*|scam\w*|unsolicited|report(?:ing|ed)? (?:you|this|u)|block(?:ing|ed)? (?:you|this|u)|leave me|abogad\w+|demand(?:a|ar|are|o)|acoso|privacidad|quien (?:les|te|le) dio mi|consent)\b"
)
_STOP_WORD = re.compile(
    r"\b(?:stop|stops|stopp|quit|unsubscribe\w*|unsub|cancel|revoke|remove|delete|opt|cease|desist|baja|alto|parar|basta)\b"
)
_FRIEND = re.compile(
    r"\b(?:non ?-?stop|stop ?(?:&|and|n) ?shop|bus stop\w*|truck ?stop\w*|pit ?stop|one ?-?stop|stop sign\w*|full stop|last stop|stop ?watch|e-?stop|emergency stop|stop(?:ped|ping|s)? (?:by|in|at|for|over|working|smoking|drinking|"
    r"going|school|attending|there|here|driving)|(?:cant|cannot|couldnt|never|wont|dont|didnt|doesnt|not|without|will not|to)\s+(?:ever )?stop(?:ped|s|ping)?\b(?! (?:texting|messaging|contacting|calling|sending|txting|msging))|stop(?:ped)? (?:the|a) (?:line|machine|forklift|truck|work|job|belt|conveyor|press|saw|leak|bleed\w*|fight|car|vehicle|lift|equipment|production)|"
    r"(?:i|we|he|she|they|then|and|immediately|had to|just) stop(?:ped)?\b(?= (?:the|it|him|her|them|work|every|what|and))|year ?-?end|week ?-?end\w*|end(?:s|ed|ing)? (?:of|on|at|in|up)|high ?-?end|low ?-?end|front ?-?end|back ?-?end|tail end|loose ends|deep end|"
    r"(?:i|we|just|already|had to|recently|never|ever|didnt|wont|not|to|wanna|gonna|about to|if i|when i|before i|after i|that i|and|have|want to|planning to|going to)\s+(?:\w+ )?quit(?:ting)?\b(?! (?:text|messag|contact|send|call|bother))|quit (?:my|that|the|smoking|drinking|working|there|in|last|because|my last|due|school|after|over)|(?:i|they|we|he|had to|to|client|customer|boss|manager)\s+cancel(?:ed|led|s)?|cancel(?:ed|led)? (?:my|the|that|our) (?:lease|vacation|trip|appointment|plans|phone|interview|insurance|membership|other|flight|class|shift|car|old)|"
    r"(?:remov|delet)(?:e|ed|es|ing|al)? (?:snow|trash|debris|waste|mold|asbestos|junk|tree|trees|parts|pallets|stains|files|rows|old|the|tires|duplicates|paint|carpet|hazard\w*)|(?:snow|junk|tree|debris|waste|asbestos|trash|mold|stain|hair) remov(?:al|e|ing)|co-?opt|dead ?-?end|open ?-?end\w*|weekend)\b"
)


def _mended(plain: str) -> str:
    """Common slips of the stop words mended ("stpo", "txting", "unsubcribe")."""
    out, last = [], 0
    for token in tokens(plain):
        right = _SLIPS.get(token.text) or _near(token.text)
        if right and right != token.text:
            out.append(plain[last : token.start] + right)
            last = token.end
    return "".join([*out, plain[last:]])


_SLIPS = {
    "stoo": "stop",
    "stopo": "stop",
    "stp": "stop",
    "sotp": "stop",
    "stpo": "stop",
    "tsop": "stop",
    "stob": "stop",
    "st0p": "stop",
    "dtop": "stop",
    "stopt": "stop",
    "txting": "texting",
    "texing": "texting",
    "mesages": "messages",
    "rmove": "remove",
    "remve": "remove",
    "numer": "number",
    "nmber": "number",
    "numbr": "number",
    "num": "number",
    "alne": "alone",
    "alon": "alone",
    "laeve": "leave",
    "leve": "leave",
    "txtin": "texting",
    "pleez": "please",
    "pleas": "please",
    "pleasee": "please",
}
_LONG = (
    "unsubscribe",
    "texting",
    "messages",
    "messaging",
    "message",
    "remove",
    "contact",
    "contacting",
    "sending",
    "delete",
    "number",
    "harassing",
    "bothering",
    "mensajes",
    "borren",
    "molesten",
    "database",
    "numero",
)
_COMMON = frozenset(
    [
        "resting",
        "testing",
        "message",
        "massage",
        "massages",
        "removed",
        "removes",
        "remover",
        "contract",
        "contracts",
        "contracting",
        "contacts",
        "contacted",
        "lending",
        "spending",
        "mending",
        "ending",
        "bending",
        "vending",
        "fending",
        "deleted",
        "deletes",
        "numbers",
        "lumber",
        "numbered",
        "slumber",
        "deplete",
        "tasting",
        "tenting",
        "tempting",
        "texing",
        "passage",
        "passages",
        "mensaje",
        "databases",
        "rending",
        "tending",
        "pending",
        "seeding",
        "feeding",
        "setting",
        "selling",
        "send",
        "nesting",
        "vesting",
        "besting",
    ]
)


def _near(word: str) -> str | None:
    if len(word) < 6 or word in _COMMON or word in _LONG or not word.isascii():
        return None
    reach = 2 if len(word) >= 10 else 1
    return next(
        (
            right
            for right in _LONG
            if abs(len(right) - len(word)) <= reach and OSA.distance(word, right, score_cutoff=reach) <= reach
        ),
        None,
    )


def asks_to_stop(plain: str) -> bool:
    """Whether the phrase grammar hears a wish to be left alone."""
    text = _FRIEND.sub(" ~ ", _mended(plain))
    return bool(_OPT_OUT.search(text))


def sounds_hostile(plain: str) -> bool:
    """Whether the words curse us away."""
    return bool(_HOSTILE_TAIL.search(plain))


def suspicious(plain: str) -> bool:
    """Whether words about law, privacy or spam stand in it."""
    return bool(_SUSPECT.search(plain))


def stop_word_left(plain: str) -> bool:
    """Whether a stop-class word stands in it that no everyday phrase explains."""
    return bool(_STOP_WORD.search(_FRIEND.sub(" ~ ", _mended(plain))))
