"""A phone's reactions and automatic replies: words no person typed."""

import re

_QUOTED = r"\s*(?:to|a)?\s*[\"“”«„'].*"
_LIKE = re.compile(r"^\s*(?:liked|loved|le gust[oó]|les? encant[oó]|me gusta|te gusta)" + _QUOTED, re.I | re.S)
_DISLIKE = re.compile(r"^\s*(?:disliked|no le gust[oó])" + _QUOTED, re.I | re.S)
_OTHER = re.compile(
    r"^\s*(?:laughed at|emphasized|emphasised|questioned|reacted|removed an?|removed a like|se ri[oó] de|enfatiz[oó]|pregunt[oó]|"
    r"cuestion[oó]|reaccion[oó]|destac[oó]|quit[oó] un|elimin[oó] un)(?=\W)[^\"“«„]{0,60}[\"“”«„'].*",
    re.I | re.S,
)
_EMOJI = re.compile(
    r"^\s*(?:reacted\s+|reaccion[oó]\s+(?:con\s+)?)?(?P<sign>[^\w\s\"“]{1,8})\s*(?:to|a|para)\s*[\"“”«„].*", re.I | re.S
)
_REACTED = re.compile(
    r"^\s*(?:reacted|reaccion[oó])\s+(?:with\s+|con\s+)?(?P<sign>[^\w\s\"“]{1,8})\s*(?:to|a)\b.*", re.I | re.S
)
_IMAGE = re.compile(
    r"^\s*(?:liked|loved|disliked|laughed at|emphasized|questioned) (?:an? (?:image|attachment|message|movie)|an audio message)\s*$",
    re.I,
)
LIKES = frozenset("👍❤♥💙💚💜🧡💛🖤🤍👌💯🙌✅😍🥰👏🔥🎉😊🙏")
DISLIKES = frozenset("👎❌🚫")

_AUTOMATIC = re.compile(
    r"^\W*(?:\[?auto(?:matic|mated)?[- ]?(?:reply|response|respuesta)|automatic reply|respuesta automatica|this is an auto|"
    r"(?:(?:hi|hello|sorry)?\W*i ?a?m (?:currently )?driving|(?:estoy|voy) (?:conduciendo|manejando))(?!.{0,80}\b(?:text|txt|call|hit|write|message|msg) me\b)(?=.{0,80}\b(?:i will|ill|get back|disturb|reply|respond|later|luego|contest\w+|respond\w+|mas tarde)\b)|"
    r"(?:sorry\W*)?i ?a?m (?:currently )?driving(?: right now| at the moment)?\W*$|(?:estoy|voy) (?:conduciendo|manejando)(?: ahora(?: mismo)?)?\W*$|"
    r"driving mode|(?:im|i am) (?:currently )?out of (?:the )?office|out of office|fuera de (?:la )?oficina|"
    r"ill get back to you (?:when|once) i|thank you for (?:contacting|your message|reaching out|calling)\b.{0,80}(?:get back|respond|reply|hours|business)|"
    r"(?:sorry|hi)?\W*i (?:cant|cannot) (?:talk|text|take your call|answer|come to the phone) right now|"
    r"the (?:person|number|customer|subscriber) you|your message (?:could not|was not|has been)|message (?:not delivered|blocked)|free msg|"
    r"i have (?:my )?(?:phone on )?do not disturb|im not receiving notifications|sent from my|delivery (?:failure|status)|"
    r"(?:im|i am) (?:in a meeting|busy) (?:right now )?(?:and )?(?:will|ill) (?:get back|call|text|reply))",
    re.S,
)


def reaction(text: str) -> str | None:
    """`like`, `dislike` or `other` where the text is a phone's reaction to one of ours; else None."""
    if _LIKE.match(text):
        return "like"
    if _DISLIKE.match(text):
        return "dislike"
    if (_OTHER.match(text) and not _REACTED.match(text)) or _IMAGE.match(text):
        return "other"
    match = _EMOJI.match(text) or _REACTED.match(text)
    return _by_sign(match.group("sign")) if match else None


def _by_sign(sign: str) -> str:
    if set(sign) & LIKES:
        return "like"
    return "dislike" if set(sign) & DISLIKES else "other"


def automatic(plain: str) -> bool:
    """Whether a telephone or mailbox wrote this by itself."""
    return bool(_AUTOMATIC.match(plain))
