"""Of the options a text names, those it wants: without the refused, the taken back, the past and other people's."""

import re

from screening.understanding.choice_hits import Hit
from screening.understanding.choice_wished import alone, wished

_REFUSE = re.compile(
    r"\b(?:not|no|cant|cannot|dont|never|except|but not|anything but|besides|rather not|instead of|rather than|over|excepto|menos|hate|wont|n't|isnt|aint|other than|without|unsubscribed?|nunca|tampoco|ni|all but|any but|apart from|aside from|minus|didnt|havent|wasnt|lost my|sin|avoid|skip|sick of|tired of|fuera de|salvo|too \w+ for|(?:every ?(?:thing|day|one)|any ?(?:thing|day|one|time|shift|where)|any|whatever|both|either|all(?: of them)?|those)(?: (?:on|of|in) (?:there|the list|it|them|those|that))? but|nothing(?= (?:on|in|at|with))|(?:just|please|pls|but) (?:dont|not)|anywhere but|(?:got|have|has|ive got|theres) (?:\w+ )?(?:court|class|church|practice|surgery|an? (?:appointment|appt|meeting|thing)|something|work))\s+(?:(?:do|the|a|an|any|want|work|like|really|el|la|un|una|be|on|able|to|into|in|for|at|as|puedo|quiero|interested|doing|working|have|got|had|my|have a|on the|de|los|las|that|en|por|trabajar|hacer|using|use|drive|driven|looking|handle|stand|take|deal|lift|find|put|stick|send|place|give|schedule|me|her|us|ever|back|again|with|worked|done|did|been|all|ur|your|u|of|those|these|this|from)\s+){0,4}$"
)
_REFUSED_AFTER = re.compile(
    r"^\s*(?:shifts?|s|ones?)?\s*(?:dont work|doesnt work|wont work|is (?:out|not|no good|a no|too)|are (?:out|not|no good|too)|isnt|arent|not (?:good|possible|for me|an option|happening)|no good|no way|never|no puedo|no me (?:sirve|gusta|conviene|queda)|(?:n|and|but) (?:my|i) (?:\w+ )?(?:cant|wont|couldnt|hurts?|hated|hate)|(?:messed|screwed|killed|wrecked|ruined) (?:\w+ ){0,2}(?:up|me|my)|s? too (?:far|early|late|long|hot|cold|hard|heavy|much|dangerous|noisy|loud|boring)|is impossible|expired|lapsed|ran out|cant|no\s*(?:$|[.,!;]))"
)
_FIX = re.compile(
    r"\b(?:actually|i mean[t]?|no wait|wait|scratch that|correction|make (?:it|that)|oops|quise decir|mejor|on second thought|changed my mind|nvm|nevermind|sorry)\b"
)
_BEST = re.compile(
    r"\b(?:prefer|preferably|ideally|mostly|mainly|best|would rather|id rather|favorite|prefiero|preferiblemente|first choice|better|the most|number one|mejor)\b"
)
_OTHERS = re.compile(
    r"\b(?:my (?:wife|husband|mom|mother|dad|father|kids?|son|daughter|boyfriend|girlfriend|partner|roommate|brother|sister|babysitter|boss|other job|second job|school|classes?)|i have (?:my )?(?:kids|class\w*|school|church|another job)|he|she|they|because|cuz|since|so i can|so that|porque|ya que|(?:got|have|has|work(?:ing)?) another job|till?|until|hasta que)\b[^.!?]*$"
)
_OTHERS_AFTER = re.compile(
    r"^\s*(?:shift )?(?:at|for|with) (?:my|the) (?:other|current|first|day|second|main|present) (?:job|gig|place|work)\b|^\s*(?:i have|im in|ive got) (?:school|class\w*|church|my kids|the kids|another job)\b"
)
_PAST = re.compile(
    r"\b(?:was|were|used to|worked|been|done|did|had|had been|currently|right now im|use to|started as|started out|before that|formerly|era|fui|trabajaba|estaba)\b[^.,;]*$"
)
_NOW = re.compile(
    r"\b(?:now|currently|today|these days|ahora|these|finally)\b(?:\s+\w+){0,3}\s*$|\b(?:now|got|im an?|i am an?|became|ahora soy|upgraded to|moved up to|went for)\s+(?:\w+\s+){0,3}$"
)
_NOT_YET = re.compile(
    r"\b(?:studying (?:for|to)|working (?:on|towards?)|training (?:for|to)|sitting for|testing for|test for|exam for|school for|in school|classes for|getting|want to get|about to (?:get|take)|plan\w* to|hop\w* to|waiting on|pending|going for|almost|soon to be|want to be|estudiando(?: para)?|sacando|por sacar|estoy en|permit for)\s+(?:\w+\s+){0,4}$"
)
_TURN = re.compile(
    r"\b(?:but|now|though|pero|want|looking)\b.{0,20}\b(?:want|prefer|like|looking|love|rather|interested|now|would|id|need|trying|move|switch|quiero|busco|prefiero|for)\b"
)


def kept(plain: str, hits: list[Hit]) -> list[Hit]:
    """Without those refused ("not driving") or taken back ("oops, I meant")."""
    hits = sorted(hits, key=lambda h: h.start)
    out = refused_of(plain, hits)
    left = [hit for hit in hits if hit.index not in out]
    left = _present(plain, _not_another(plain, left))
    left = _own(plain, left)
    if not _FIX.search(plain):
        left = alone(plain, wished(plain, left))
    for match in reversed(list(_FIX.finditer(plain))):
        late = [h for h in left if h.start >= match.end()]
        early = [h for h in left if h.end <= match.start()]
        if late and early:
            return late
    so = re.search(r"\b(?:so|asi que|entonces)\s+(?:\w+\s+){0,2}$", plain[: left[-1].start]) if left else None
    if so and any(h.end <= so.start() for h in left):
        return [h for h in left if h.start >= so.end()]
    return _preferred(plain, left)


def refused_of(plain: str, hits: list[Hit]) -> set[int]:
    """The options the text says no to, one no for several where "or" joins them."""
    out: set[int] = set()
    last: Hit | None = None
    for hit in sorted(hits, key=lambda h: h.start):
        joined = (
            last is not None
            and last.index in out
            and re.fullmatch(r"\s*(?:or|nor|ni|o|/)\s*(?:the |el |la )?", plain[last.end : hit.start])
        )
        if refused(plain, hit) or joined:
            out.add(hit.index)
        last = hit
    return out - {hit.index for hit in hits if hit.index not in out}


def refused(plain: str, hit: Hit) -> bool:
    """Whether the text says no to this one."""
    before = plain[: hit.start]
    if re.search(
        r"\b(?:cant|cannot|dont|wont) (?:wait|mind|stand) (?:\w+ ){0,2}$|\bno (?:problem|issues?) (?:with |on )?$",
        before,
    ):
        return "stand" in before[-14:]
    return bool(_REFUSE.search(before[-60:])) or bool(_REFUSED_AFTER.match(plain[hit.end : hit.end + 40]))


def spent(plain: str, hits: list[Hit]) -> bool:
    """Whether all that is named is refused or past."""
    return all(refused(plain, hit) or _WAS.search(plain[max(0, hit.start - 60) : hit.start]) for hit in hits)


def not_yet(plain: str, hit: Hit) -> bool:
    """Whether it is worked for, not had ("studying for my CNA")."""
    return bool(_NOT_YET.search(plain[: hit.start]))


def _preferred(plain: str, hits: list[Hit]) -> list[Hit]:
    """The one liked best, where several are named."""
    first = [h for h in hits if re.match(r"\s*(?:first|primero)\b", plain[h.end :])]
    spare = [h for h in hits if re.match(r"\s*(?:if|only if|si|as (?:a )?backup|second(?:ly)?\b)", plain[h.end :])]
    if first or (spare and len(spare) < len(hits)):
        return first[:1] or [h for h in hits if h not in spare]
    match = _BEST.search(plain)
    if match is None or len({h.index for h in hits}) < 2:
        return hits
    touching = [
        h for h in hits if 0 <= match.start() - h.end <= 2 and match.group() in ("mostly", "mainly", "the most")
    ]
    if touching:
        return touching[-1:]
    ahead = [h for h in hits if 0 <= h.start - match.end() < 25]
    behind = [h for h in hits if 0 <= match.start() - h.end < 22]
    if match.group() in ("better", "best", "mejor", "the most"):
        ahead, behind = behind, ahead
        return ahead[-1:] or behind[:1] or hits
    return ahead[:1] or behind[-1:] or hits


_WAS = re.compile(
    r"\b(?:used to \w+|closed|been (?:on|in|at|doing)|use to (?:be|have|wear)|was|were|had|held|formerly|previously|antes|era|fui|tenia|(?:started|start) (?:out )?(?:as|with|on)|(?:up|down)graded from|(?:moved|switched|went|changed|came) (?:up )?from|grew out of|outgrew|let go of|gave up|dropped|quit|stopped (?:doing|using|checking|working)|deleted|sold|traded in|lost|crashed|totaled)\s+(?:(?:an?|my|the|in|at|on|as|un|una|mi|wearing|doing|working|all|of|ur|your)\s+){0,4}$"
)
_WAS_AFTER = re.compile(
    r"^\w*(?:'s)?\s*(?:shift |job |cdl |license |card )?(?:(?:was |got )?(?:downgraded|suspended|revoked)|(?:a )?(?:long )?(?:before|previously|till|until|back then|back in|years? ago|in the past|a while (?:ago|back)|last (?:year|yr|time|job|place|spring|summer|fall|winter)|hasta|antes)\b)"
)


_REACHED = re.compile(
    r"\b(?:(?:down|up)graded to|(?:moved|switched|went|changed) (?:up )?to|got|passed|became|finished|earned)\s+(?:\w+\s+){0,2}$"
)


def _present(plain: str, hits: list[Hit]) -> list[Hit]:
    """Without what once was ("used to be XL", "an apprentice till last spring"), where something else is named that is not."""
    past: set[int] = set()
    last: Hit | None = None
    for hit in hits:
        joined = last is not None and last.start in past and re.fullmatch(r"\s*(?:,|and|&|y|/|or)+\s*(?:an? |the )?", plain[last.end : hit.start])  # fmt: skip
        before = plain[max(0, hit.start - 60) : hit.start]
        ended = _WAS_AFTER.match(plain[hit.end :]) and not _REACHED.search(before)
        if joined or _WAS.search(before) or ended:
            past.add(hit.start)
        last = hit
    gone = {hit.index for hit in hits if hit.start in past}
    left = [hit for hit in hits if hit.start not in past and (hit.index not in gone or hit.start > max(past))]
    return left or hits


def _not_another(plain: str, hits: list[Hit]) -> list[Hit]:
    """Without the option Other where the word only points ("the other guy") and an option is named."""
    pointing = [
        hit
        for hit in hits
        if re.fullmatch(r"others?|otr[oa]", plain[hit.start : hit.end])
        and re.search(r"\b(?:the|my|each|any|no|every|some|an|el|la|mi)\s*$", plain[max(0, hit.start - 12) : hit.start])
    ]
    return [hit for hit in hits if hit not in pointing] or hits


def _own(plain: str, hits: list[Hit]) -> list[Hit]:
    """Without those past, not yet had, about somebody else or a reason, where others remain."""
    turn = _TURN.search(plain)
    if turn:
        late = [hit for hit in hits if hit.start >= turn.start()]
        if late and all(_PAST.search(plain[: hit.start]) for hit in hits if hit not in late):
            return late
    present = [hit for hit in hits if not _PAST.search(plain[: hit.start]) or _NOW.search(plain[: hit.start])]
    if present and len(present) < len(hits) and any(_NOW.search(plain[: hit.start]) for hit in present):
        hits = present
    hits = [hit for hit in hits if not not_yet(plain, hit)] or hits
    mine = [hit for hit in hits if not _OTHERS.search(plain[: hit.start]) and not _OTHERS_AFTER.match(plain[hit.end :])]
    return mine or hits
