"""Whether free text shows what a criterion describes in words: evidence of its kind, never a mark."""

import re

from screening.understanding.synonyms import stems
from screening.understanding.words import flat

_KINDS: tuple[tuple[str, str], ...] = (
    (r"measur|result|number|figure|quantif|metric|percent|outcome|statistic", r"\d|\b(?:percent|half|double\w*|triple\w*|dozens?|hundreds?|thousands?|record|zero|twice|cut|increased?|decreased?|reduced?|saved|improved)\b"),
    (r"apolog|sorry|empath|sympath|understand\w* of the customer|listen", r"\b(?:sorry|apolog\w*|listen\w*|understand|understood|hear(?:d)? (?:them|him|her|out)|empath\w*|sympath\w*|calm\w*|felt|patien\w*|acknowledg\w*)\b"),
    (r"safe|hazard|danger|unsafe|injur", r"\b(?:stop\w*|shut|report\w*|cones?|tape\w*|tag\w*|lock\w*|spill\w*|supervisor|osha|ppe|block\w*|clean\w*|warn\w*|hazard|safety|clear\w*|sign|barrier)\b"),
    (r"supervisor|manager|escalat|report|told|inform|notif", r"\b(?:supervisor|manager|boss|lead|foreman|told|report\w*|notif\w*|inform\w*|escalat\w*|called|radio\w*|let (?:my|the) \w+ know|flagged|hr|superintendent)\b"),
    (r"solution|solv|resol|fix|offer|remed|replace|refund", r"\b(?:fix\w*|solv\w*|resol\w*|replac\w*|refund\w*|offer\w*|remade|redid|gave|discount|comp\w*|made it right|exchange\w*|solution|credit|swap\w*|sorted|rebook\w*|found (?:a|the|them)|worked out|arranged|repair\w*|correct\w*)\b"),
    (r"team|cowork|colleague|collaborat|help\w* (?:others|someone|a)", r"\b(?:team\w*|cowork\w*|co-work\w*|colleague\w*|together|helped|we|crew|partner\w*|train\w*|each other|everyone|taught|shared|collaborat\w*)\b"),
    (r"specific|example|situation|achievement|project|instance|names? a|accomplish|event|incident", r"\b(?:once|one time|last (?:year|month|week|summer|job)|when (?:i|a|the|my|we)|at my|led|built|created|started|launched|reorgani\w*|set up|designed|trained|ran|managed|won|promoted|opened|a (?:customer|guy|lady|woman|man|client|guest|patient|driver|coworker)|promotion|award|employee of|implemented|developed|organized|wrote|earned|completed|finished|saved|increased|reduced|cut|fixed|installed)\b"),
    (r"clean|sanit|hygien|wash", r"\b(?:clean\w*|sanit\w*|wash\w*|wip(?:e|ed|ing)|gloves|bleach|disinfect\w*|scrub\w*|mop\w*|temps?|temperature)\b"),
    (r"calm|patien|de-?escalat|composure|pressure|stress", r"\b(?:calm\w*|patien\w*|breath\w*|listen\w*|cool|quiet\w*|polite\w*|soft\w*|de-?escalat\w*|didnt (?:argue|yell|react)|stayed|relax\w*|step back|composed)\b"),
    (r"priorit|organi|plan|schedul|list|deadline|time manage", r"\b(?:priorit\w*|list\w*|plan\w*|schedul\w*|calendar|urgent\w*|first|deadline\w*|order|due|organi\w*|sort\w*|most important|delegate\w*|to-?do|block\w*|step by step)\b"),
    (r"learn|improv|mistake|lesson|grow|change|differently|own(?:s|ed|ership)|responsib|admit|accept", r"\b(?:learn\w*|now i|since then|next time|improv\w*|never again|double[- ]?check\w*|my (?:fault|mistake|bad)|i (?:messed|screwed) up|owned|taught me|admit\w*|took responsib\w*|realiz\w*|changed|started (?:to|doing|using)|from then on|forgot|told)\b"),
    (r"why|motivat|reason|interest|attract|want", r"\b(?:because|bc|cuz|cause|love|enjoy|passion\w*|want|interest\w*|close to|grow\w*|opportunit\w*|like|company|reputation|stable|benefits|career|excited|always wanted|so that|since|help\w*)\b"),
    (r"customer|client|guest|patient|service", r"\b(?:customers?|clients?|guests?|patients?|shopper|lady|guy|woman|man|residents?|caller|people|member|buyer|diner|table)\b"),
    (r"experience|worked|background|previous|years|duties|role", r"\b(?:\d+ ?(?:years?|yrs?|months?)|worked|years|at [a-z]+|used to|experience\w*|my last job|since|did|trained|certified)\b"),
    (r"tool|software|system|equipment|machine|technolog|program", r"\b(?:excel|word|sap|quickbooks|salesforce|pos|forklift|pallet jack|scanner|rf|wms|software|system|outlook|google|crm|drill|saw|lathe|cnc|register|jack|zendesk|epic|python|sql|autocad|machine\w*|tools?)\b"),
    (r"check|inspect|verif|test|quality|confirm", r"\b(?:check\w*|inspect\w*|verif\w*|test\w*|confirm\w*|measur\w*|look(?:ed)? over|count\w*|walk ?around|double|review\w*|compare\w*)\b"),
    (r"document|record|log|wrote|writ|paper", r"\b(?:document\w*|log(?:ged|s)?|wrote|writ\w*|record\w*|note[sd]?|form|report|chart\w*|filed|photo\w*|ticket)\b"),
    (r"follow(?:s|ed)?[ -]?(?:up|through)|check(?:s|ed)? back", r"\b(?:follow\w*|check(?:ed)? back|called (?:them|her|him) back|next day|later|made sure|ensur\w*|afterwards?|came back)\b"),
    (r"lead|led|leadership|train|mentor|taught", r"\b(?:led|lead|train\w*|mentor\w*|taught|supervis\w*|manag\w*|coach\w*|showed|in charge|ran|delegat\w*|captain|shift lead|onboard\w*|new hires?)\b"),
    (r"action|step|did|response|respond|handle", r"\b(?:i|we) (?:\w+ )?(?:\w+ed|told|went|took|got|gave|made|did|ran|put|found|let|kept|spoke|brought|shut|called|stayed|taught|wrote|led|built|came|sent|bought|cut|held)\b"),
)  # fmt: skip
_RULES = tuple((re.compile(asked), re.compile(shown)) for asked, shown in _KINDS)
_WEAK = re.compile(
    r"^\W*(?:(?:idk|nothing|none|no|nope|n/?a|not really|dont know|cant think|good|fine|lots|everything|hard work\w*|being on time|nada|pass|skip|na)\b\W*(?:really|comes to mind|special|much|of (?:one|any)|i guess|tbh|lol)?\W*)+$"
)


def met(plain: str, criterion: str) -> bool:
    """Whether the text shows the criterion: words of its kind, or its own words."""
    if _WEAK.match(plain) or len(plain.split()) < 2:
        return False
    wanted = flat(criterion)
    fitting = [shown for asked, shown in _RULES if re.search(asked, wanted)]
    if any(shown.search(plain) for shown in fitting):
        return True
    own = stems(wanted) - _EMPTY
    shared = own & stems(plain)
    return bool(own) and len(shared) >= (1 if fitting else max(1, round(len(own) * 0.4)))


_EMPTY = frozenset(
    s
    for word in [
        "names",
        "gives",
        "shows",
        "mentions",
        "describes",
        "explains",
        "says",
        "tells",
        "candidate",
        "answer",
        "specific",
        "uses",
        "has",
        "takes",
        "how",
        "what",
        "they",
        "someone",
        "something",
        "any",
        "least",
        "one",
        "did",
        "does",
    ]
    for s in stems(word)
)
