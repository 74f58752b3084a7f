"""Indirect answers to the questions agencies ask most: what counts as a yes, what as a no, per topic."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic: which questions it fits, and the words that lean yes, no, or on a condition."""

    asked: "re.Pattern[str]"
    no: "re.Pattern[str] | None"
    yes: "re.Pattern[str] | None"
    cond: "re.Pattern[str] | None" = None


def _topic(asked: str, no: str = "", yes: str = "", cond: str = "") -> Topic:
    return Topic(
        re.compile(asked),
        re.compile(no) if no else None,
        re.compile(yes) if yes else None,
        re.compile(cond) if cond else None,
    )


_TOPICS: tuple[Topic, ...] = (
    _topic(
        r"\b(?:reliable )?transport|\bown (?:a )?(?:car|vehicle)|\bget to (?:work|and from)|\bcommute\b|\bway to (?:get|work)",
        r"\b(?:no|without|dont (?:have|own)|lost my|sold (?:my|the)|totaled|wrecked|repo\w*|suspended|stranded)\b.{0,20}\b(?:car|vehicle|wheels|ride|license|transport\w*|way)\b|\bcar (?:broke|died|is dead|got repo|got stolen|was stolen|is broken)|\bon foot only\b|\bwheels fell\b|\bbus(?:es)? (?:dont|doesnt) (?:run|go|come)",
        r"\b(?:got|have|own|drive|driving|bought|leased|my (?:own )?)\b.{0,18}\b(?:car|truck|vehicle|van|suv|jeep|wheels|motorcycle|ride|whip|honda|civic|toyota|ford|chevy|nissan|bike|scooter|moped)\b|\b(?:i|we) drive\b|\b(?:bus|train|subway|metro|light rail)\b|\b(?:wife|husband|mom|dad|brother|sister|friend|buddy|roommate|cousin|girlfriend|boyfriend|neighbor|uncle|son|daughter)\b.{0,20}\b(?:drop\w*|drive\w*|take\w*|ride|pick\w*|car)\b|\bcar ?pool|\b(?:walk|walking distance|bike|live (?:close|right|next|across|down))\b|\btengo (?:carro|coche|auto|troca)\b|\bgas tank\b|\bno trouble (?:getting|there)",
    ),
    _topic(
        r"\b(?:convicted|felon\w*|criminal|arrest\w*|misdemeanor|record|offen[cs]e|conviction)\b(?!.*\bpass\b)",
        r"\bclean\b|\bspotless\b|\bnothing\b|\bsquare\b|\bnever\b|\bno (?:record|felon\w*|convictions?|charges?)\b|\bnone\b|\bclear\b|\blimpio\b|\bnot even a (?:parking |speeding )?ticket\b|\bcrystal\b|\bgood citizen\b",
        r"\b(?:i (?:have|had|got)|yes|got) (?:a |an |one |two )?(?:\w+ )?(?:dui|dwi|felony|misdemeanor|charge|conviction|record|assault|theft|possession)\b|\b(?:dui|dwi|did time|served|probation|parole|convicted|prison|jail|expunged|felony|misdemeanor|years ago|when i was (?:young|\d+)|locked up)\b",
    ),
    _topic(
        r"\b(?:pass|clear|take|submit|consent|undergo|complete|okay|ok|comfortable)\b.*\b(?:background|drug|screen\w*|check|test)\b|\bdrug (?:test|screen)\b|\bbackground check\b",
        r"\b(?:wont|cant|couldnt|would not|will not|not gonna) pass\b|\b(?:i smoke|weed|thc|positive|pot|medical card|marijuana|felony|record|dirty|fail\w*|edibles?|on probation|hot)\b",
        r"\bclean\b|\bpass (?:any|it|with|both|no)|\bnothing to hide\b|\bdont (?:do drugs|smoke|use|touch)\b|\bsober\b|\bgo ahead\b|\bwhenever\b|\bany ?time\b|\bno drugs\b|\bclear record\b|\bspotless\b|\bdrug free\b|\blimpio\b|\bbring it\b|\bsquare\b|\btest me\b|\bwith flying colors\b",
    ),
    _topic(
        r"\b(?:authori[sz]ed|eligible|legal\w*|right|permitted|allowed|permit)\b.*\bwork\b|\bwork (?:permit|authori[sz]ation|legally)\b|\bus citizen\b|\bpermiso (?:de|para) trabaj",
        r"\b(?:need|require|requires?|would need|looking for|no)\b.{0,15}\b(?:sponsor\w*|visa|papers|permit|status|papeles|documents)\b|\bundocumented\b|\bno papers\b|\bsin papeles\b|\bexpired\b|\btourist\b|\bnot (?:legal|authorized|eligible|allowed)",
        r"\bcitizen\w*\b|\bgreen ?card\b|\bborn (?:here|in|and raised)\b|\bpermanent resident\b|\bead\b|\bwork permit\b|\bwork visa\b|\bnaturali[sz]ed\b|\b(?:us|american|british|uk|canadian|eu|irish) (?:passport|national)\b|\bamerican\b|\bdaca\b|\bh-?4 ead\b|\bopt\b|\bpapeles\b|\bciudadan[oa]\b|\bresiden(?:t|te)\b|\bss(?:n| card)\b|\bsocial security\b|\bsettled status\b|\bilr\b|\btn visa\b|\brefugee\b|\basylum\b",
    ),
    _topic(
        r"\bsponsor\w*\b",
        r"\bcitizen\b|\bgreen ?card\b|\bborn\b|\bpermanent resident\b|\bead\b|\bdont need\b|\bno need\b|\bauthorized\b|\bnaturali[sz]ed\b",
        r"\bh-?1b?\b|\b(?:need|require|will need)\b.{0,20}\b(?:sponsor\w*|visa|one|it)\b|\bf-?1\b|\bopt\b|\bcpt\b|\bstudent visa\b|\btransfer\b",
    ),
    _topic(
        r"\b(?:1[68]|21|eighteen|sixteen|twenty[ -]one)\b.*\b(?:years?|or older|older|age|over|yrs)\b|\b(?:at least|over) (?:18|21|16)\b|\bmayor de edad\b|\blegal age\b",
        r"\b(?:im|i am|only|just|still|turned|tengo)\s+(?:only |just |still )?1[0-7]\b(?!\s*(?:years of|yrs of))|\bturn(?:ing)? 18\b|\bunder ?age\b|\bminor\b|\bhigh school(?:er)?\b|\bseventeen\b|\bsixteen\b|\b1[4-7]\b(?!\d)",
        r"\b(?:im|i am|turned|just turned|tengo|age|be)\s+(?:\w+ )?(?:1[89]|[2-7]\d)\b|^\W*(?:1[89]|[2-7]\d)\b|\bgrown\b|\bgrandm\w+\b|\bwell over\b|\bway over\b|\bplenty old\b|\bover (?:18|21|that)\b|\bborn in (?:19\d\d|200[0-5])\b|\bmiddle aged\b|\bold enough\b|\bgray hair\b|\bkids\b|\b(?:twenty|thirty|forty|fifty|sixty)\b|\beighteen\b|\bnineteen\b|\bof age\b|\bolder\b",
    ),
    _topic(
        r"\b(?:hold|have|got|possess|valid|current|active)\b.*\b(?:licen[cs]e|certif\w*|cdl|card|ticket|permit|registration|credential\w*|qualification)\b|\bcertified\b|\blicen[cs]ed\b|\blicencia\b|\bcertificad\w+\b",
        r"\b(?:expired|lapsed|suspended|revoked|lost (?:it|mine|my)|ran out|let it (?:go|lapse)|used to|no longer|never (?:had|got|took|been|bothered)|not yet|failed|need (?:to get|one)|dont have|havent|vencid[ao]|se me vencio|caduc\w+)\b",
        r"\b(?:got (?:it|mine|my|one|certified|licensed)|have (?:it|mine|my|one|had)|been (?:certified|licensed)|certified|licensed|renewed|up to date|current|active|good (?:till|until|through)|valid|in my (?:wallet|purse|pocket)|right here|since (?:19|20)\d\d|osha|passed|earned|vigente|class [abc]|just got|still good|certificado|on file|can send (?:a )?(?:pic|copy|photo))\b",
        r"\b(?:expires|getting it|in process|working on|next (?:week|month)|scheduled|in class|taking|studying|soon|waiting|mail|permit only|learners?|temporary|provisional)\b",
    ),
    _topic(
        r"\b(?:lift|carry|lifting|physical\w*|stand|standing|heavy|on your feet|bend|climb)\b",
        r"\bbad (?:back|knees?|shoulder)\b|\bback (?:problems?|issues?|injury|surgery|pain)\b|\bherni\w*|\blight duty\b|\bdoctor said\b|\brestriction\b|\bpregnant\b|\bsurgery\b|\btoo (?:heavy|much|old)\b|\bonly (?:up to )?\d+\b|\binjur\w+|\bdisab\w+|\bslipped dis[ck]",
        r"\b(?:strong|gym|lift(?:ed|ing)? (?:more|way|heavier|that|weights|daily|all|\d)|work ?out|bench|squat|crossfit|farm|moving (?:company|furniture)|former (?:marine|mover)|easy|easily|piece of cake|light ?work|all day|ox|used to it|every day|been (?:doing|lifting|on my feet)|in (?:good|great) shape|construction|marine|army|no restrictions|more than that|twice that|double|fuerte|fit)\b",
    ),
    _topic(
        r"\b(?:night|weekend|saturday|sunday|evening|overtime|shift|holiday|schedule|hours|rotating|flexible|early|overnight|fin de semana|noche)\w*\b",
        r"\b(?:church|kids?(?: at)? home|day ?care|childcare|babysit\w*|class(?:es)?|school|second job|other job|custody|sabbath|family time|too (?:late|early)|days only|only (?:days|mornings|weekdays)|mornings only|weekdays only|need (?:my )?weekends|gotta be home|have to be home|my kids|religio\w+|cant do)\b",
        r"\b(?:night owl|prefer (?:it|nights|them|that)|love (?:nights|overtime|weekends|ot|the)|need the (?:money|hours|overtime|ot)|more (?:money|hours) the better|any ?time|whenever|wide open|open availability|24/7|any (?:day|shift|schedule|hours)|all (?:the )?(?:hours|overtime)|flexible|no (?:kids|life)|been (?:doing|working) (?:nights|weekends|it|them)|thats (?:when|what) i|work (?:nights|weekends|them) now|already (?:work|do)|used to (?:it|nights|that)|bring (?:it|on)|the more the better|give me all|cuando sea|as (?:much|many) as|time and a half|my favorite|anything|disponible|empty nester|retired|single)\b",
        r"\b(?:some|occasional\w*|once in a while|every other|one (?:weekend|saturday)|few|sometimes|saturdays? (?:only|but)|certain|twice a month|emergenc\w+|ocasional\w*)\b",
    ),
    _topic(
        r"\binterested\b|\binteres\w+\b|\bstill (?:looking|open|available|want)\b|\bopen to\b|\blooking for (?:work|a job)\b|\bconsider\b",
        r"\b(?:found (?:a|another|something|one)|got (?:a|another|hired|one|the)|start(?:ed|ing)? (?:a |my |another )?(?:new )?(?:job|position|work)|happy where|already (?:working|hired|employed|have)|accepted|taken|all set|moved|not looking|no longer|lost interest|retir\w+|pass|ya (?:tengo|encontre|consegui)|too far|good where)\b",
        r"\b(?:tell me more|sounds (?:good|great|interesting|perfect|awesome|like)|more (?:info|details|information)|send (?:me )?(?:details|info|it|the)|love to|interested|very much|when (?:do|can) (?:we|i) start|whats next|sign me|lets (?:talk|go|do)|hear more|go on|ready|need a job|need work|looking|hire me|please|all ears|mas informacion|cuente\w*|digame|i want|want it|apply|keen|hit me|im listening|still here|available|hook me up|yall hiring|when do i)\b",
    ),
    _topic(
        r"\b(?:experience|worked|work(?:ed)? (?:in|with|as|at)|familiar|used|done|operated|driven|background in|knowledge|know how|ever|proficient|comfortable with|experiencia)\b",
        r"\b(?:never|first (?:time|job)|new to|no (?:\w+ )?experience|quick learner|fast learner|willing to learn|learn (?:fast|quick)|none|just (?:graduated|starting)|little to no|not (?:much|a lot|any)|nunca|sin experiencia|open to learning|can learn|beginner|rusty beginner|zero|only (?:seen|watched))\b",
        r"\b(?:\d+ ?\+? ?(?:years?|yrs?|months?|mos|anos)|years?|all my life|lots|plenty|tons|long time|every ?day|daily|my (?:last|current|old|previous) (?:job|role|position)|used to|did (?:that|it|this)|worked|since (?:19|20)\d\d|certified|expert|extensive|grew up|familiar|trained|been (?:doing|a|in|using)|currently (?:use|work|do)|second nature|blindfolded|know (?:it|my)|in my sleep|decades?|experienced|at (?:amazon|walmart|ups|fedex|target|home depot|costco|mcdonalds)|muchos|varios)\b",
    ),
    _topic(
        r"\b(?:diploma|ged|degree|graduat\w*|high school|education|college|school)\b",
        r"\b(?:dropped out|drop ?out|didnt (?:finish|graduate)|never (?:finished|graduated|went)|no (?:degree|diploma|ged)|still in (?:school|high school)|(?:9|10|11)th grade|left school|quit school|few credits short|working on)\b",
        r"\b(?:graduated|class of|diploma|ged|g\.e\.d|finished|bachelor\w*|degree|masters|associates?|college|university|got (?:it|mine|my)|alum\w*|walked|completed|hiset|hs grad|high school grad|graduate|prepa)\b",
    ),
    _topic(
        r"\b(?:vaccin\w*|vaxx?\w*|shots?|booster|immuni[sz]\w*|flu|covid)\b",
        r"\b(?:exempt\w*|religious|refuse|unvax\w*|unvaccinated|against|not (?:vax|vaccinated))\b",
        r"\b(?:vaxx?ed|vaccinated|boosted|both (?:shots|doses)|pfizer|moderna|j&j|jab\w*|all (?:my )?shots|up to date|fully|card)\b",
    ),
    _topic(
        r"\b(?:speak|fluent|bilingual|spanish|english|language|hablas?|ingles|espanol)\b",
        r"\b(?:only english|english only|just english|solo espanol|solo hablo|no (?:hablo|english|spanish|ingles)|a (?:little|few words)|poquito|un poco|barely|taco bell|basic|muy poco|rusty)\b",
        r"\b(?:native|fluent\w*|first language|mother tongue|bilingual|both|raised (?:speaking|in)|grew up|born in|mexican|my (?:mom|parents|family)|perfectly|hablo|puerto rican|conversational|lengua materna|bilingue|from (?:mexico|cuba|colombia|peru)|well)\b",
    ),
    _topic(
        r"\b(?:computer|laptop|internet|wifi|wi-fi|high[ -]speed|home office|quiet|phone|smartphone|equipment)\b",
        r"\b(?:no (?:wifi|internet|computer|laptop)|broken|only (?:my )?phone|just (?:my )?phone|hotspot|library|dial ?up|solo datos|datos del|prepaid|satellite only)\b",
        r"\b(?:fiber|fibra|xfinity|comcast|spectrum|cable|gig|mbps|macbook|dell|desktop|got (?:it|one|both|a)|have (?:it|one|both|a)|dedicated|own (?:laptop|computer|office)|fios|at&t|starlink|ethernet|wifi|iphone|setup|gaming|spare (?:room|bedroom))\b",
    ),
    _topic(
        r"\b(?:tools|boots|steel|uniform|ppe|non-?slip|shoes|gear|safety)\b",
        r"\b(?:no (?:boots|tools|shoes)|need (?:to (?:buy|get)|some|new)|dont own|sneakers only|stolen|will buy|sold)\b",
        r"\b(?:own (?:a )?(?:set|tools|boots|pair)|full set|got (?:em|them|mine|a|my|all)|have (?:them|em|mine|my|all)|red wings|timberlands?|timbs|snap-?on|craftsman|milwaukee|dewalt|wear them|pair|tool ?box|tool ?belt|in my (?:truck|trunk|closet)|size \d+)\b",
    ),
    _topic(
        r"\b(?:relocat\w*|travel|move to|willing to (?:drive|go))\b",
        r"\b(?:family (?:is )?here|own a (?:home|house)|not (?:moving|relocating)|just bought|local only|kids in school|rooted|settled|mortgage|hate (?:flying|travel)|stay(?:ing)? (?:put|here|local)|home every night)\b",
        r"\b(?:bags (?:are )?packed|love (?:to )?travel|single|anywhere|nothing (?:holding|keeping)|already (?:moving|moved|planning)|passport|wanted to move|up to \d+|road warrior|been wanting|already (?:live|here))\b",
    ),
    _topic(
        r"\b(?:currently (?:working|employed)|employed|have a job|working (?:now|right now|anywhere))\b",
        r"\b(?:laid off|unemployed|between jobs|not (?:working|employed)|fired|got let go|let go|looking|retired|quit|home with|stay at home|student|no job|jobless|furlough\w*|desemplead\w+)\b",
        r"\b(?:work(?:ing)? (?:at|for|in|part|full|as)|employed|at (?:amazon|walmart|ups|fedex|target)|my (?:current )?(?:job|boss)|full time|part time|self employed|trabajo en|still (?:at|with))\b",
    ),
)


def leaning(plain: str, asked: str) -> tuple[str, int, int, str] | None:
    """(`yes` or `no`, start, end, hedge) where the topic of the question makes an indirect answer plain."""
    for topic in _TOPICS:
        if not topic.asked.search(asked):
            continue
        hedge = "cond" if topic.cond and topic.cond.search(plain) else ""
        for pattern, value in ((topic.no, "no"), (topic.yes, "yes")):
            match = pattern.search(plain) if pattern else None
            if match:
                return value, match.start(), match.end(), hedge
    return None
