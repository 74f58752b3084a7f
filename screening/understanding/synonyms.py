"""Everyday other words for common options: shifts, days, schooling, jobs, employment."""

import re
from functools import lru_cache

_GROUPS: tuple[tuple[str, str], ...] = (
    (r"days?|mornings?|1st|first|dia|manana|early|am", r"days?|day ?time|daytimes?|dayz|mornings?|1st(?: shift)?|first(?: shift)?|first thing|early(?: shift| bird)?|earlies|am|a\.m\.?|before noon|manana|matutino|de dia|diurno|breakfast|opens?|opening|7 ?(?:am)?-3|8 ?(?:am)?-4|9 ?(?:am)?-5|9 to 5|6 ?(?:am)?-2|sunrise|while the kids are (?:at|in) school|school hours"),
    (r"evenings?|afternoons?|2nd|second|swing|tarde|pm|mid", r"evenings?|eves?|2nd(?: shift)?|second(?: shift)?|swings?|afternoons?|pm|p\.m\.?|after ?noon|3 ?(?:pm)?-11|2 ?(?:pm)?-10|4 ?(?:pm)?-12|tarde|vespertino|after work|after school|closing|close|closes|mids?|lates?|dinner"),
    (r"nights?|3rd|third|overnight|graveyard|noche", r"nights?|nite?s?|night ?time|3rd(?: shift)?|third(?: shift)?|graveyards?|over ?nights?|noct\w+|noche|11-7|10-6|midnights?|late nights?|dark hours|third trick|night owl|moonlight|vampire"),
    (r"weekends?|fin(?:es)? de semana", r"weekends?|wknds?|sat(?:urday)?s?(?: and| &| n|/)? ?sun(?:day)?s?|saturdays?|sundays?|sat|sun|fin(?:es)? de semana|sabados?|domingos?"),
    (r"weekdays?|entre semana", r"weekdays?|week days|mon(?:day)?s?\s*(?:-|to|thru|through)\s*fri(?:day)?s?|m-f|during the week|entre semana|lunes a viernes|monday"),
    (r"full[ -]?time|tiempo completo|full", r"full ?time|full-time|ft|f/t|40 ?(?:hours|hrs|\+)?|forty(?: hours)?|40 a week|tiempo completo|jornada completa|full|as many hours|max hours|35\+?|all week"),
    (r"part[ -]?time|medio tiempo|part", r"part ?time|part-time|pt|p/t|20 ?(?:hours|hrs)|twenty hours|few hours|medio tiempo|media jornada|part|half days?|some hours|couple (?:of )?days"),
    (r"temp(?:orary)?|contract(?:or)?|seasonal", r"temp(?:orary)?|contract(?:s|or|ing)?|1099|seasonal|short[ -]?term|gigs?|freelance|temporal"),
    (r"permanent|perm|direct[ -]hire|regular", r"perm(?:anent)?|direct[ -]hire|long[ -]?term|w-?2|something (?:steady|stable|lasting)|steady|stable|career|fijo|permanente|for good|regular"),
    (r"high ?school(?: diploma)?|ged|diploma|secondary|hs", r"high ?school|hs|h\.s\.?|ged|g\.e\.d\.?|diploma|12th(?: grade)?|graduated (?:hs|high)|secundaria|prepa(?:ratoria)?|bachillerato|secondary|equivalency|hiset"),
    (r"some college|associates?(?: degree)?|2[ -]year", r"some college|associates?|aa|a\.a\.?|aas|2[ -]year(?: degree)?|two[ -]year(?: degree)?|community college|juco|tecnico"),
    (r"bachelors?(?: degree)?|college degree|degree|university|4[ -]year", r"bachelors?|ba|b\.a\.?|bs|b\.s\.?|bsc|bba|undergrad\w*|4[ -]year(?: degree)?|four[ -]year(?: degree)?|college degree|university|licenciatura|college grad(?:uate)?|degree|uni"),
    (r"masters?(?: degree)?|graduate(?: degree)?|postgrad\w*|advanced", r"masters?|ma|m\.a\.?|ms|m\.s\.?|msc|mba|postgrad\w*|grad(?:uate)? (?:school|degree)|maestria"),
    (r"doctorate|phd|doctoral", r"doctorate|phd|ph\.d\.?|md|jd|doctoral|doctorado"),
    (r"no (?:degree|diploma|formal)[\w ]*|none|less than high school", r"no (?:degree|diploma|ged|school\w*)|dropped out|dropout|didnt finish|never finished|didnt graduate"),
    (r"remote|from home|wfh|work from home|virtual", r"remote(?:ly)?|wfh|from (?:home|my house)|at home|home|telework|telecommut\w+|virtual|desde casa|remoto|my couch|anywhere"),
    (r"on[ -]?site|in[ -]?(?:person|office)|office|presencial", r"on ?site|on-site|in[ -]?person|in[ -]?office|office|face to face|presencial|come in|in the building|go in"),
    (r"hybrid|mixed|hibrido", r"hybrid|mix(?:ed)?|bit of both|some of both|half and half|both|split|hibrido|few days (?:in|at|from)"),
    (r"driver|driving|delivery(?: driver)?|truck", r"driv(?:er|ing|e|ers)|truck(?:er|ing|s)?|chauffeur|cdl|haul\w*|deliver\w*|courier|chofer|conductor|repartidor|behind the wheel|otr|rig"),
    (r"dispatch(?:er)?|logistics", r"dispatch\w*|routing|scheduler|logistics|despach\w*"),
    (r"mechanic|maintenance|technician|tech|repair", r"mechanics?|fix(?:ing)? (?:cars|trucks|things|engines|stuff|machines)|wrench\w*|auto tech|technician|diesel|repair\w*|mecanico|maintenance|tech|turn(?:ing)? wrenches|under the hood|handyman"),
    (r"cook|chef|kitchen|line cook|back of (?:the )?house|boh", r"cook\w*|chef|kitchen|boh|back of (?:the )?house|prep|grill|fry|cocina|cocinero|culinary|stove"),
    (r"server|waiter|waitress|front of (?:the )?house|foh|wait(?:staff)?", r"serv(?:er|ing)|wait(?:er|ress|ing|staff)?|tables|foh|front of (?:the )?house|mesero|mesera|floor"),
    (r"dish ?washer|dishes|dishwashing", r"dish(?:es|washer|washing|pit|y)?|dish ?wash\w*|lavaplatos|pots"),
    (r"host(?:ess)?|greeter", r"host\w*|greet\w*|seating"),
    (r"bartender|bar|bartending", r"bar(?:tend\w*|back|keep)?|mixolog\w*|drinks|cantinero"),
    (r"cashier|register|checkout|front end", r"cash(?:ier|iering)?|register|ring\w* (?:people|customers)? ?up|till|checkout|check ?out|caja|cajer[oa]|pos"),
    (r"stock(?:er|ing|room)?|inventory|shelves", r"stock\w*|shel(?:f|ves|ving)|inventory|restock\w*|unload\w*|back ?room|freight|almacen"),
    (r"picker|picking|order picker|packer|packing|packaging", r"pick(?:er|ing|s)?|pack(?:er|ing|aging|s)?|boxes|orders|box(?:ing)?|empacador\w*|empaque"),
    (r"forklift(?: operator| driver)?|lift operator|equipment operator", r"fork ?lifts?|lift(?: operator| truck)?|reach truck|cherry picker|sit ?down|stand ?up|montacargas|operator|pallet jack|forks"),
    (r"warehouse|warehouse associate|bodega", r"warehouse|bodega|almacen|distribution|fulfillment"),
    (r"assembl(?:y|er)|production|manufacturing|line", r"assembl\w*|production|manufactur\w*|line|factory|fabrica|ensamble|put(?:ting)? (?:things|stuff) together"),
    (r"clean(?:er|ing)|janitor(?:ial)?|custodian|housekeep(?:er|ing)", r"clean\w*|janitor\w*|custod\w*|house ?keep\w*|mop\w*|sweep\w*|limpieza|maid"),
    (r"security(?: guard| officer)?|guard", r"security|guards?|patrol\w*|bouncer|watch ?man|seguridad|guardia|vigilante"),
    (r"sales|retail|associate|ventas", r"sales?\w*|sell\w*|retail|ventas|vendedor\w*|store|tienda"),
    (r"customer service|call cent(?:er|re)|support|csr", r"customer (?:service|support|care)|cust serv\w*|call cent(?:er|re)|phones?|csr|support|help ?desk|servicio al cliente|atencion al cliente|answering calls"),
    (r"admin(?:istrative)?(?: assistant)?|office|clerical|reception(?:ist)?|data entry|clerk", r"admin\w*|office|clerical|recep\w*|secretar\w*|front desk|data entry|filing|desk|paperwork|clerk|typing|assistant"),
    (r"nurse|rn|lpn|cna|nursing", r"nurs\w*|rn|lpn|cna|lvn|enfermer\w*"),
    (r"caregiver|home health(?: aide)?|hha|aide", r"care ?giv\w*|hha|home health|aide|cuidador\w*|elderly|pca|companion"),
    (r"weld(?:er|ing)", r"weld\w*|tig|mig|stick|soldador\w*|soldadura"),
    (r"electric(?:ian|al)", r"electric\w*|wiring|sparky|wires|electricista"),
    (r"plumb(?:er|ing)", r"plumb\w*|pipes?|plomer\w*|pipefitt\w*"),
    (r"carpent(?:er|ry)|framer|framing", r"carpent\w*|framing|framer|wood\w*|finish work|cabinets|carpinter\w*"),
    (r"paint(?:er|ing)", r"paint\w*|pintor\w*|pintura"),
    (r"landscap(?:er|ing)|grounds\w*|gardener", r"landscap\w*|lawn\w*|mow\w*|yard\w*|grounds\w*|garden\w*|jardin\w*"),
    (r"labou?r(?:er)?|general labou?r|construction", r"labou?r\w*|construction|construccion|general|demo|helper|obrero|grunt work|heavy lifting"),
    (r"own (?:car|vehicle)|car|personal vehicle|drive", r"car|my (?:own )?(?:car|truck|van|vehicle|ride|suv|jeep)|own (?:car|vehicle)|truck|vehicle|suv|van|drive|driving|i drive|carro|coche|auto|wheels|whip|motorcycle|ride"),
    (r"(?:public )?trans(?:it|port(?:ation)?)|bus|train|metro", r"bus(?:es)?|train|metro|subway|transit|public trans\w*|marta|bart|light rail|tram|tube|camion|autobus|transporte publico|rail|city bus"),
    (r"carpool|ride[ -]?share|ride|rides|uber|lyft|friend|family", r"car ?pool\w*|uber|lyft|ride ?shar\w*|rides?|friend|wife|husband|mom|dad|brother|sister|coworker|cousin|dropped off|drops? me|gets? a ride|roommate|taxi|cab|girlfriend|boyfriend"),
    (r"walk(?:ing)?|on foot|bike|bicycle|bik(?:e|ing)|scooter", r"walk\w*|on foot|bik\w*|bicycle|scooter|skateboard|cycle|cycling|a pie|bicicleta|caminando"),
    (r"text(?: message)?|sms", r"text(?:s|ing)?|sms|txt|msg|mensajes?|message"),
    (r"(?:phone )?call|phone", r"calls?|phone|ring me|llamadas?|telefono|voice"),
    (r"e-?mail", r"e-?mails?|correo|inbox|gmail"),
    (r"referral|referred|friend|word of mouth|employee", r"refer\w*|friend\w*|buddy|cousin|brother|sister|coworker|word of mouth|someone (?:i know|who works|that works)|knows? someone|my (?:wife|husband|mom|dad|uncle|aunt|neighbor|roommate)|told me|amigo|amiga"),
    (r"indeed|job board|online|website|internet|google|web", r"indeed|online|website|internet|google\w*|zip ?recruiter|craigslist|job (?:board|site)|monster|glassdoor|web|site|searched|ad online"),
    (r"facebook|social media|instagram|linkedin", r"face ?book|fb|insta(?:gram)?|ig|tik ?tok|social(?: media)?|linked ?in|twitter|snap\w*"),
    (r"beginner|entry[ -]?level|none|novice|basic|no experience", r"beginner|entry|novice|newbie|new to (?:it|this)|basic|just (?:starting|learning)|never|no experience|green|little|a bit|rookie|principiante|starter|noob"),
    (r"intermediate|some|moderate|mid[ -]?level|average", r"intermediate|moderate|decent|okay|average|pretty good|some|middle|so-?so|intermedio|mid|fair|medium|know my way around|conversational"),
    (r"expert|advanced|senior|fluent|extensive", r"expert|advanced|senior|pro|fluent\w*|very good|extensive|master|guru|highly|avanzado|power user|like the back of my hand|native|ninja|experto|a lot|really (?:good|well)|excellent"),
    (r"english|ingles", r"english|ingles|eng"),
    (r"spanish|espanol", r"spanish|espanol|espanish|castellano|spa"),
    (r"bilingual|both(?: languages)?", r"bilingual|both|two languages|bilingue|english and spanish|los dos|las dos"),
    (r"immediately|asap|now|right away|today", r"immediate\w*|asap|now|right (?:away|now)|today|straight ?away|ready|any ?time|inmediat\w*|ya|ahora|tomorrow|this week"),
    (r"(?:1|one)?[ -]?(?:2|two)[ -]?weeks?(?: notice)?|within 2 weeks", r"(?:2|two|couple(?: of)?)[ -]?(?:weeks?|wks?)(?: notice)?|fortnight|dos semanas|14 days"),
    (r"1 month|one month|a month|30 days|within a month", r"(?:1|one|a)[ -]?month|30 days|4 weeks|four weeks|un mes|next month"),
    (r"morning", r"mornings?|am|early|before noon|breakfast"),
    (r"afternoon", r"afternoons?|after lunch|pm|after ?noon|midday|lunch ?time"),
    (r"yes|si", r"yes|yep|yeah|yup|si|sure|ya|i do|i am"),
    (r"no", r"no|nope|nah|never|none"),
    (r"male|man", r"male|man|guy|hombre"),
    (r"class a(?: cdl)?|cdl a|a", r"class a|cdl[ -]?a|a class|commercial a"),
    (r"class b(?: cdl)?|cdl b|b", r"class b|cdl[ -]?b|b class"),
    (r"class c|regular|standard|c", r"class c|regular|normal|standard|just (?:a )?regular|personal"),
)  # fmt: skip
_SMALL = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "or",
        "and",
        "in",
        "on",
        "at",
        "to",
        "for",
        "with",
        "my",
        "de",
        "la",
        "el",
        "y",
        "o",
        "en",
        "con",
        "i",
        "no",
        "not",
        "is",
        "it",
        "job",
        "work",
        "position",
        "role",
        "shift",
        "time",
        "only",
        "shifts",
    ]
)


@lru_cache(maxsize=1024)
def synonyms_of(option: str, others: tuple[str, ...]) -> tuple[str, ...]:
    """The patterns of other words for an option, without groups that fit another option too."""
    return tuple(
        words for name, words in _GROUPS if _fits(name, option) and not any(_fits(name, other) for other in others)
    )


def _fits(name: str, option: str) -> bool:
    if re.fullmatch(rf"(?:{name})(?: shifts?| time| only| hours| turno)?", option):
        return True
    long_enough = re.search(rf"\b(?:{name})\b", option)
    return bool(long_enough and len(long_enough.group()) >= 4)


@lru_cache(maxsize=4096)
def stems(text: str) -> frozenset[str]:
    """The stems of the words that carry meaning."""
    return frozenset(_stem(word) for word in re.findall(r"[a-z0-9]+", text) if word not in _SMALL and len(word) > 1)


def _stem(word: str) -> str:
    for ending in (
        "ations",
        "ation",
        "ingly",
        "ments",
        "ment",
        "ings",
        "ing",
        "ers",
        "ies",
        "ied",
        "er",
        "ed",
        "es",
        "or",
        "al",
        "ly",
        "y",
        "s",
        "e",
    ):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word
