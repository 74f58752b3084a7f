"""Figures of pay that are named to be refused: not enough, turned down, a job left over it."""

from screening.understanding.amounts import Amount
from screening.understanding.deferred import deferred

LEFT_OVER = deferred(
    r"\b(?:quit|left|leaving|walk(?:ed)?(?: out| off)?|bounced|fired|argu(?:ed|ing)|fought|fight(?:ing)?|fuss(?:ed|ing)?|renuncie|me sali)\b(?: (?:of|my|the|a|that|this|last|old|job|one|place|gig|with|em|them|him|her|boss|mi|trabajo)){0,5} (?:over|por) (?:an? )?\$?$"
)  # "quit my last job over 14"
REFUSED = deferred(
    r"\b(?:wouldnt|wont|not|never|aint|cant)\s+(?:even )?(?:get(?:ting)? (?:out of|outta) bed|getting up|get up|work|working|do it|come in|leave|leaving|move)(?: \w+)? for\s+(?:less than |under )?\$?$"
)

_NOT_ENOUGH = deferred(
    r"^\s*(?:k|an hour|a week)?\s*(?:is|was|s)\s+(?:the (?:offer|one|job) |what )(?:that )?i (?:turned down|passed on|walked (?:away )?from|said no to|declined|refused|quit over)\b|^\s*(?:dollars?|bucks?|an hour|/hr|la hora)?\s*(?:is|s|es|was|just)?\s*(?:(?:hell|heck|fuck|aw) (?:no|nah)\b|no way\b|nah\b|nope\b|ni loco\b|an? (?:insult|joke|slap|pipe ?dream|fantasy)\b|dreaming\b|wishful\b|unrealistic\b|greedy\b|(?:probably |prolly |maybe )?(?:pushing it|asking too much|too much to ask)\b|insulting|eh+\b|meh+\b|trash|garbage|nothing\b|peanuts|isnt|aint|not|wont|no|doesnt|wouldnt|dont|cant|too low|way too low)\b(?! (?:less|lower|problem|under|negotiable|bad|counting|including))"
)


_TURNED_DOWN = deferred(
    r"\b(?:turned down|passed on|passed up|walked (?:away )?from|said no to|declined|refused|rechace)(?: an? (?:offer (?:of|at|for) )?)?\s*\$?$"
)


def unrefused(plain: str, found: list[Amount]) -> list[Amount]:
    """`17 no me alcanza, 19 si`: without what is refused, where another is left."""
    kept = [
        a for a in found if a.bound or not (_NOT_ENOUGH.match(plain[a.end :]) or _TURNED_DOWN.search(plain[: a.start]))
    ]
    return kept if kept and len(found) > 1 else found
