"""Whether words of a reply are meant: not denied, not hoped for, not somebody else's."""

import re

DENIED = re.compile(
    r"\b(?:never|havent|have not|hasnt|hadnt|no|not|without|didnt|did not|dont|do not|wasnt|werent|isnt|aint|arent|cant|cannot|doesnt|except|besides|other than|instead of|sin|nunca|ningun[oa]?|tampoco|ni|lost|stolen|nobody|no one|nadie|failed|expired|lapsed|minus|zero|(?:lapsed|expired|ran out) and so did)\s+(?:(?!only\b|just\b|but\b|because\b|so\b)[\w/'-]+\s+){0,5}$"
)


_ADJACENT = re.compile(r"\b(?:no|not|without|sin|zero)\s+(?:\w+\s+){0,2}$")


_STILL = re.compile(
    r"\b(?:no (?:problem|issue)s? (?:with )?|not only|not just|not bad at|never (?:had a problem|missed|late|minded|mind)|cant complain|no longer a problem|dont mind)\b[^,.;]*$"
)


_HOPED = re.compile(
    r"\b(?:studying|getting (?:my|a|the)|working (?:on|towards?)|going for|sitting for|test(?:ing)? for|signed up|enrolled|taking (?:the|a|my) (?:class|test|exam|course)|in school for|hop(?:e|ing) to|plan\w* (?:to|on)|willing to|will be|(?:i |ill )?want to (?:get|learn|be)|would (?:like|love) to|like to learn|love to learn|trying to (?:get|learn)|need to (?:get|renew)|about to|going to|gonna|looking to|interested in|learning|train(?:ing)? (?:to|for) (?:be|become|get|my)|waiting on|applied for|in process of|almost (?:got|have|done)|eventually|someday|fast learner|quick learner|used to have|had my|(?:only |just )?(?:read|heard|know|seen videos) (?:a (?:little|lot|bit) )?(?:about|of)|watched|seen (?:people|others)|next to|around|quiero|me gustaria|estudiando|sacando|voy a)\s*(?:[\w/'-]+\s+){0,5}$"
)


_NOT_AFTER = re.compile(
    r"^\w*,? (?:but|tho|though|pero) (?:i )?(?:havent|have not|have never|never|didnt|nunca|no) (?:\w+ )?(?:used|touched|done|worked|tried|run|driven|drove|operated|handled|lo he usado|la he usado)\b(?: (?:it|one|them|that|any))?|^\w*\s*(?:card|license|cert\w*|experience|work|is|was|has|though|tho)?\s*(?:no\b(?! (?:problem|issue|longer))|not (?:yet|so|really|much|me|at all|done)|never\b|nope|expired|lapsed|stolen|got stolen|ran out|is expired|i (?:dont|never|havent)|pending|in progress|(?:class|course|test|exam|training) (?:is |starts? )?(?:next|on|in|coming|this|tomorrow|scheduled|monday|tuesday|friday)|next (?:week|month|year)|coming up|nunca\b|yet\?|twice and failed)"
)


_OTHERS = re.compile(
    r"\b(?:my (?:wife|husband|brother|sister|dad|father|mom|mother|son|daughter|friend|cousin|boss|uncle|roommate|boyfriend|girlfriend|buddy|manager)|(?:he|she|they|others?|somebody|someone else)) (?:\w+ ){0,3}?(?:is|was|are|were|does|did|do|has|had|drives?|works?|worked|handled|ran|runs|took)\s+(?:\w+\s+){0,4}$"
)


_BREAK = re.compile(
    r"[.;!?\n]+|\s+-+\s+|\b(?:but|pero|though|tho|however|aunque|just|only|mostly|mainly|solo|sino)\b|,(?!\s*(?:\w+\s+){0,2}(?:or|nor|ni|o)\b)"
)


def affirmed(shown: "re.Pattern[str]", plain: str) -> bool:
    """Whether it stands in the reply as had or done."""
    return any(stands(plain, match.start(), match.end()) for match in shown.finditer(plain))


def stands(plain: str, start: int, end: int) -> bool:
    """Whether the words at a place are meant: not denied, not hoped for, not somebody else's."""
    near = plain[max(0, start - 70) : start]
    breaks = list(_BREAK.finditer(near))
    clause = near[breaks[-1].end() :] if breaks else near
    after = re.split(r"[,.;!?]", plain[end : end + 40])[0]
    if (DENIED.search(clause) and not _STILL.search(clause)) or _ADJACENT.search(near):
        return False
    if re.search(
        r"\b(?:next (?:week|month|year|spring|summer|fall)|soon|in (?:the )?(?:spring|fall|summer|january|may|june))\b",
        after,
    ) and re.search(r"\b(?:getting|taking|sitting|test|start\w*|gonna|will|going)\b", clause):
        return False
    return not (_HOPED.search(clause) or _NOT_AFTER.match(plain[end : end + 40]) or _OTHERS.search(clause))
