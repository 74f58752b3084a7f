"""Of the options a text names, those it wants: without the refused, the taken back, the past and other people's."""

import re

from screening.understanding.choice_hits import Hit
from screening.understanding.choice_wished import alone, wished
from screening.understanding.deferred import deferred

_REFUSE = deferred(
    r"\b(?:neither|(?:stay|get|getting|keep|keeping|kept|got|moving|want|need|wanna be)(?: me| us)?(?: the (?:hell|heck))? (?:out of|outta|out|away from|far from)|not|no|cant|cannot|dont|never|except|but not|anything but|besides|rather not|instead of|rather than|over(?!\s+(?:the|a)\s+$)|excepto|menos|hate|wont|(?:closed|cancell?ed|froze|suspended|shut down|took away) (?:my|our)|n't|isnt|aint|other than|without|unsubscribed?|nunca|tampoco|ni|all but|any but|apart from|aside from|minus|none (?=(?:in|of|at|with) )|than (?:staring|stare|standing|stand|sit|sitting|be|being|do|doing|deal|run|drive|lift|go)|didnt|havent|wasnt|lost my|(?:always |just |only )?los(?:e|ing)|sin|avoid|skip|sick of|stop (?:with )?|quit (?:with )?|enough (?:with |of )?|tired of|fuera de|salvo|too \w+ for|(?:every ?(?:thing|day|one)|any ?(?:thing|day|one|time|shift|where)|any|whatever|both|either|all(?: of them)?|those)(?: (?:on|of|in) (?:there|the list|it|them|those|that))? but|nothing(?= (?:on|in|at|with))|(?:just|please|pls|but) (?:dont|not)|(?:not|never) (?:gonna|going to|trying to|tryna)|dont (?:make|let|put|have|stick) me|anywhere but|(?:sleep|sleeping|(?:sold|crashed|totaled|totalled|wrecked|gave up|got rid of|junked|scrapped|pawned|donated|vendi|choque|perdi) (?:my|the|our|mi|el)|(?:got|have|has|had|ive got|theres) (?:my |the |a )?(?:\w+ )?(?:court|class\w*|church|practice|surgery|kids|baby|custody|dialysis|treatment|therapy|(?:other|another|second) job|bible study|(?:aa|na) meetings?|night school|choir|an? (?:appointment|appt|meeting|thing)|something|work)))\s+(?:(?:do|the|a|an|any|want|work|like|really|el|la|un|una|be|on|able|to|into|in|for|at|as|puedo|quiero|interested|doing|working|have|got|had|my|have a|on the|de|los|las|that|en|por|trabajar|hacer|using|use|drive|driven|drove|pulled|hauled|ran|looking|handle|stand|take|deal|lift|find|put|stick|send|place|give|schedule|me|her|us|ever|back|again|with|worked|done|did|been|all|ur|your|u|of|those|these|this|from|make|let|near|around|anyones?|anybodys?|somebodys?|nobodys|check|read|answer|open|trust|gonna|going|gusta\w*|conviene\w*|quedan?|sirven?|interesan?|during|clean|cleaning|more|them|another|lose|give|up|spare|reach|whole|entire|bus|goes|train|transit|way|i|can|get|getting|make|afford|spend)\s+){0,5}$"
)
_REFUSED_AFTER = deferred(
    r"^\s*(?:shifts?|s|ones?)?\s*(?:(?:is|are) (?:even|way|a lot|much) (?:worse|farther|further|harder)|(?:is |are )?(?:dead to me|broke\b|broken|trash|garbage|the worst)|(?:and|&|n) me (?:are|is|were|dont|broke)|(?:is|are) (?:for|my) (?:vampires|owls|zombies|the birds|kids?|sons?|daughters?|baby\w*|family|church|other job|second job)\b|(?:dont|doesnt|wont|wouldnt|didnt|couldnt|cannot) (?:really |ever |quite )?work|(?:just )?fell (?:thru|through|apart)|quit on me|bailed|flaked|got (?:repo\w*|towed|stolen|impounded|wrecked|totaled|hit)|died|broke down|is (?:in the shop|dead|down|totaled|gone|toast|shot|not running)|wont start|in the shop|blew up|was (?:stolen|totaled|repo\w*|towed)|conked out|(?:me )?quedan? (?:muy |bien |re |demasiado )?(?:lejos|retirad[oa])|no (?=y\b)|se (?:me )?(?:descompuso|murio)|no (?:prende|arranca)|is (?:out|not(?! (?:far|bad|too (?:far|bad))\b)|no good|a no|too)|are (?:out|not(?! bad\b)|no good|too)|isnt|arent|not (?:good|possible|for me|an option|happening)|no good|no way|never|no puedo|no me (?:sirve|gusta|conviene|queda)|(?:n|and|but) (?:my|i) (?:\w+ )?(?:cant|wont|couldnt|hurts?|hated|hate)|(?:messed|screwed|killed|wrecked|ruined) (?:\w+ ){0,2}(?:up|me|my)|s? too (?:far|early|late|long|hot|cold|hard|heavy|much|dangerous|noisy|loud|boring)|is impossible|(?:is )?(?:no|not) (?:so|too|very|that) (?:good|great|hot)|(?:gets?|is getting|getting|is (?:about to|gonna) be|about to be|will be) (?:cut|shut|turned) off|expired|lapsed|ran out|cant|no\s*(?:$|[.,!;]))"
)
_FIX = deferred(
    r"\b(?:actually|i mean[t]?|no wait|wait|scratch that|correction|make (?:it|that)|oops|my bad|quise decir|mejor|jk|just kidding|on\s+(?:second )?thoughts?|changed my mind|nvm|nevermind|sorry|but (?:really|honestly|mainly))\b"
)
_BEST = deferred(
    r"\b(?:prefer|preferably|ideally|mostly|mainly|best|would rather|id rather|favorite|prefiero|preferiblemente|first choice|better|the most|number one|mejor)\b"
)
_OTHERS = deferred(
    r"\b(?:my (?:wife|husband|mom|mother|dad|father|kids?|son|daughter|boyfriend|girlfriend|partner|roommate|brother|sister|babysitter|boss|other job|second job|school|classes?)|i have (?:my )?(?:kids|class\w*|school|church|another job)|he|she|they|because|cuz|since|so i can|so that|porque|ya que|(?:got|have|has|work(?:ing)?) another job|till?|until|hasta que)\b[^.!?]*$"
)
_OTHERS_AFTER = deferred(
    r"^\s*(?:shift |timer )?(?:at|for|with) (?:my|the) (?:other|current|first|day|second|main|present) (?:job|gig|place|work)\b|^\s*(?:i have|im in|ive got) (?:school|class\w*|church|my kids|the kids|another job)\b"
)
_PAST = deferred(
    r"\b(?:was|were|used to|worked|been|done|did|had|had been|currently|right now im|use to|started as|started out|before that|formerly|era|fui|trabajaba|estaba)\b[^.,;]*$"
)
_NOW = deferred(
    r"\b(?:now|currently|today|these days|ahora|these|finally)\b(?:\s+\w+){0,3}\s*$|\b(?:now|got|im an?|i am an?|became|ahora soy|upgraded to|moved up to|went for)\s+(?:\w+\s+){0,3}$"
)
_NOT_YET = deferred(
    r"\b(?:signed up for|enrolled (?:in|for)|registered for|scheduled (?:for|to)|supposed to (?:get|take|do)|(?:class\w*|credits?|semesters?|tests?) (?:to|for|from|(?:away|short|shy|left|off) (?:to|for|on|of|from)|till?|until|before)(?: finish\w*| get\w*| complet\w*)?|studying (?:for|to)|working (?:on|towards?)|training (?:for|to)|sitting for|testing for|test for|exam for|school for|in school|classes for|getting|want to get|about to (?:get|take)|plan\w* to|hop\w* to|waiting on|pending|going for|almost|soon to be|want to be|estudiando(?: para)?|sacando|por sacar|estoy en|permit for)\s+(?:(?!(?:but|now|then|so|and)\b)\w+\s+){0,4}$"
)
_TURN = deferred(
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
        joined = last is not None and last.index in out and _joined(plain, last, hit)
        likened = last is not None and last.index != hit.index and _no_better(plain, last, hit)
        if refused(plain, hit) or joined or (likened and last is not None and last.index in out):
            out.add(hit.index)
        last = hit
    return out - {hit.index for hit in hits if hit.index not in out}


_NOR = deferred(r"\s*(?:or|nor|ni|o|/)\s*(?:the |el |la |be |do |at |in |on |near |any |anyones |work ){0,3}")
_AND = deferred(r"\s*(?:and|n|y|e|&)\s*(?:the |el |la |los |las )?")
_LISTED = deferred(r"\s*,\s*(?:and |n |y )?(?:the |el |la )?")
_EXCEPT = deferred(r"\b(?:but|except|besides|minus|menos|excepto|salvo)\b")
_SAID_OF = deferred(
    r"\s*(?:shifts? |turnos? )?(?:is|are|was|works?|would|will|good|fine|ok|okay|pls|please|only|i|im|id|ill|maybe|for|best|instead|sounds?|if|when|after|until|till?|son|esta|estan|si|puedo|solo|nomas)\b"
)


def _joined(plain: str, last: Hit, hit: Hit) -> bool:
    """Whether the no to one option stands for the next too (`no nights or weekends`, `all but monday and friday`)."""
    gap = plain[last.end : hit.start]
    if _NOR.fullmatch(gap):
        return True
    before = plain[max(0, last.start - 60) : last.start]
    excepted = _EXCEPT.search(before)
    if not (_AND.fullmatch(gap) or (excepted and _LISTED.fullmatch(gap))) or _SAID_OF.match(plain[hit.end :]):
        return False
    return bool(excepted or _REFUSE.search(before))


_SO_IS = deferred(r"\b(?:so (?:is|are|does|do)|same (?:with|for|goes for)|neither (?:is|does|do|are|can i do)|tampoco) (?:the |el |la )?$")  # fmt: skip
_WORSE = deferred(
    r"\W*(?:\w+ )?(?:(?:is|are|s|its|would be|esta|es) )?(?:(?:even|way|much|a lot|far|just as|no|not any|isnt any|aint any|queda|me|mas|aun|todavia|igual de) )*(?:worse|farther|further|harder|longer|bad|far|better|peor|mas lejos|lejos)\b|\W*(?:too|either|neither|tambien|tampoco)\b"
)


def _no_better(plain: str, last: Hit, hit: Hit) -> bool:
    """Whether an option is likened to the one before ("and the mall is even worse", "so is the mall")."""
    between, after = plain[last.end : hit.start], plain[hit.end : hit.end + 40]
    if re.search(r"[!?]|\b(?:but|pero|though)\b", between):
        return False
    return bool(_SO_IS.search(between) or (_WORSE.match(after) and not re.match(r".{0,12}?\bbetter\b", after)) or _NO_BETTER.match(after))  # fmt: skip


_NO_BETTER = deferred(r"\W*(?:\w+ )?(?:isnt|aint|is no|is not|s no|s not) (?:\w+ )?(?:better|closer)\b")


_ITS_OWN = deferred(r"^(?:my|our|the|mi|el|la) ")
_KEEP_OFF = deferred(
    r"\b(?:(?:please |pls |just )?(?:dont|do not|never) (?:make|put|let|have|stick|place|want) me|keep me (?:off|away from|out of)|no me (?:pongan?|manden?))\b(?:(?!\b(?:but|pero|just|only)\b)[^.;!?,])*$"
)


def refused(plain: str, hit: Hit) -> bool:
    """Whether the text says no to this one."""
    before = plain[: hit.start] + "".join(_ITS_OWN.findall(plain[hit.start : hit.end])[:1])
    if re.search(
        r"\b(?:cant|cannot|dont|wont) (?:wait|mind|stand) (?:\w+ ){0,2}$|\bno (?:problem|issues?) (?:with |on )?$",
        before,
    ):
        return "stand" in before[-14:]
    if _KEEP_OFF.search(before[-60:]) or _kept_free(plain, hit) or _DONE_WITH.match(plain[hit.end :]):
        return True
    return bool(_REFUSE.search(before[-60:])) or bool(_REFUSED_AFTER.match(plain[hit.end : hit.end + 40]))


_FOR_MYSELF = deferred(r"\b(?:have|keep|keeping|enjoy|get|save|protect|want|need|like)(?: all)? my $")
_FREE = deferred(r"\s*(?:free|off|open|back|clear|to (?:myself|my family|relax)|with my|for (?:my|the) (?:kids|family|wife|husband|son|daughter|self))\b|\s*$")  # fmt: skip
_PART_OF_DAY = deferred(r"(?:day|night|morning|afternoon|evening|weekend|sunday|saturday)s?")
_STILL = deferred(r"\b(?:still|keep|keeping|save|protect|enjoy)(?: (?:have|get|enjoy|all))* my $")
_DONE_WITH = deferred(
    r"s?(?: shifts?)?(?: (?:for )?(?:like |about |over |almost )?(?:\w+ ){1,2}(?:years?|yrs?|months?|anos|long|forever|ever))? (?:and|n|y|but) (?:(?:im|i am|my body is|were) (?:so |just |all |really |getting )*(?:done|over it|tired|burnt? ?out|sick of it|through|exhausted|too old for (?:it|that)|beat)\b|(?:i )?(?:hated|cant do it (?:any ?more|no more)|never again|ya me canse|estoy cansad[oa]))"
    r"|[^.;!?]{0,30}?\b(?:never again|(?:i )?(?:want|need|wanna get|trying to get|ready to get|would love) (?:off|out|away)\b|(?:want|need|ready for) (?:a |some )?change)"
)


def _kept_free(plain: str, hit: Hit) -> bool:
    """Whether a part of the day is to be one's own (`still have my evening`, `keep my weekends free`)."""
    before = plain[max(0, hit.start - 40) : hit.start]
    if not _PART_OF_DAY.fullmatch(plain[hit.start : hit.end].strip()):
        return False
    return bool(_STILL.search(before) or (_FOR_MYSELF.search(before) and _FREE.match(plain[hit.end :])))


def spent(plain: str, hits: list[Hit]) -> bool:
    """Whether all that is named is refused or past."""
    return all(refused(plain, hit) or _WAS.search(plain[max(0, hit.start - 60) : hit.start]) for hit in hits)


_LEARNS = deferred(r"^\s*(?:students?|school|class\w*|program|trainee|clinicals|in training|pending)\b")


_INSIDE = deferred(r"\b(?:in|still)\W*$")


def not_yet(plain: str, hit: Hit) -> bool:
    """Whether it is worked for, not had ("studying for my CNA", "an LPN student")."""
    return bool(
        _NOT_YET.search(plain[: hit.start])
        or (_LEARNS.match(plain[hit.end :]) and not _INSIDE.search(plain[: hit.end]))
    )


def _preferred(plain: str, hits: list[Hit]) -> list[Hit]:
    """The one liked best, where several are named."""
    first = [h for h in hits if re.match(r"\s*(?:first|primero)\b|\s*>+", plain[h.end :])]
    spare = (
        []
        if _ELSE.search(plain)
        else [h for h in hits if re.match(r"\s*(?:if|only if|si|as (?:a )?backup|second(?:ly)?\b)", plain[h.end :])]
    )
    if longest := [h for h in hits if _LONGER.match(plain[h.end :])]:
        return longest[-1:]
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


_LONGER = deferred(
    r"s?(?: \w+){0,3}?,? (?:which|and (?:that|its)|thats|that)(?: is|s| was| has been| been)*(?: (?:way|much|a lot|far|the|even|been))* (?:longer|longest|most|more)\b"
)
_ELSE = deferred(r"\b(?:otherwise|else|if not|the rest of the time|si no)\b")
_WAS = deferred(
    r"\b(?:(?:last|old|previous|other|first) (?:job|place|gig|boss|spot|one) (?:had|put|kept|stuck) me (?:on|in|at|doing|as)|(?:had|kept|stuck) me (?:on|in|at|doing|as)|flew (?:out of|into|from|to)|used? to(?: (?:be|do|have|work|wear|drive|ride|take|run|live|go))?|was (?:gonna|going to|about to) (?:do|be|take|go|get|join|be an?)|almost (?:did|became|took|went)|thought about|started school for|closed|been (?:on|in|at|doing)|use to (?:be|have|wear)|was|were|had|held|formerly|previously|antes|era|fui|tenia|(?:started|start) (?:out )?(?:as|with|on|in|at)|(?:up|down)graded from|(?:mov(?:ed?|ing)|switch(?:ed|ing)?|went|going|chang(?:ed?|ing)|came|coming|transition\w*) (?:up |over |away )?from|grew out of|outgrew|let go of|gave up|dropped|quit|stopped (?:doing|using|checking|working|riding|driving|wearing|taking|being|going|eating|running|having)|deleted|sold|traded in|lost|crashed|totaled)\s+(?:(?:an?|my|the|in|at|on|as|un|una|mi|wearing|doing|working|all|of|ur|your)\s+){0,4}$"
)
_WAS_AFTER = deferred(
    r"^\w*(?:'s)?\s*(?:shift |job |cdl |license |card )?(?:(?:was |got )?(?:downgraded|suspended|revoked)|(?:a )?(?:long )?(?:before|previously|till|until|back then|back in|years? ago|in the past|a while (?:ago|back)|last (?:year|yr|time|job|place|spring|summer|fall|winter)|hasta|antes)\b)"
)


_REACHED = deferred(
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


_SLIGHT = deferred(
    r"(?<!and )(?<!n )(?<!plus )(?<!y )\b(?:some|(?:took |had )?(?:one|a|1) class (?:of|in|on)|a (?:little|lil|bit|tad)(?: bit)?(?: of)?|weak (?:on|in|at|with)|(?:im )?(?:ok|okay|alright|so so|decent) (?:on|in|at|with)|not (?:great|good|the best|so good) (?:at|on|with|in)|barely|tried|messed (?:around|with)|dabbled in|only (?:touched|tried))\s+(?:(?:the|a|my|of|with|on|in)\s+){0,2}$"
)


_AT_HOME = deferred(
    r"^s?\s*(?:\w+ )?(?:at (?:home|my house)|for (?:fun|my family|my kids)|as a hobby|en (?:mi )?casa)\b|^'?s? (?:post|page|story|profile|link|car|house|job)\b"
)  # "cook at home", "a friends post"
_WHERE_LIVED = deferred(
    r"\b(?:i|we) (?:live|stay|grew up|used to live) (?:right )?(?:on|in|near|by|off|at|over by|next to|across from) (?:the )?$"
    r"|(?:^|[,.;] |\b(?:i|we|im|and|but|though|currently|rn) )(?:live|stay|living|staying|reside|crash|vivo|estoy viviendo|(?:my )?(?:house|apt|apartment|place|kids school) is) (?:right |way |out |over |all the way |clear )*(?:(?:on|in|near|by|off|at|next to|across from|en|cerca de) )?(?:the |el |la )?$"
)


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
    hits = [hit for hit in hits if not _SLIGHT.search(plain[: hit.start])] or hits
    hits = [
        hit for hit in hits if not _AT_HOME.match(plain[hit.end :]) and not _WHERE_LIVED.search(plain[: hit.start])
    ] or hits
    mine = [hit for hit in hits if not _OTHERS.search(plain[: hit.start]) and not _OTHERS_AFTER.match(plain[hit.end :])]
    return mine or hits
