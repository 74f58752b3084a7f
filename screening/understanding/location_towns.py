"""Towns known by name, and which of those a text speaks of somebody lives in (or would work in)."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from screening.understanding.deferred import deferred
from screening.understanding.location_spelling import everyday, large, mistyped
from screening.understanding.reading import Reading
from screening.understanding.tables import table
from screening.understanding.words import Said

_LONGEST: Final = 5  # words of a name
_WORD: Final = deferred(r"[a-z0-9]+(?:\.[a-z0-9]+)*")
_STATE: Final = r"a[lkzr]|c[aot]|d[ce]|fl|ga|hi|i[dlna]|k[sy]|la|m[edainsot]|n[evhjmycd]|o[hkr]|pa|ri|s[cd]|t[nx]|ut|v[ta]|w[aviy]|alabama|alaska|arizona|arkansas|cali(?:fornia)?|colorado|connecticut|delaware|florida|georgia|hawaii|idaho|ill(?:inois)?|ind(?:iana)?|iowa|kansas|kentucky|louisiana|maine|maryland|mass(?:achusetts)?|mich(?:igan)?|minn(?:esota)?|mississippi|missouri|montana|nebraska|nevada|new (?:hampshire|jersey|mexico|york)|(?:north|south) (?:carolina|dakota)|n carolina|s carolina|ohio|oklahoma|oregon|penn(?:sylvania)?|tenn(?:essee)?|tex(?:as)?|utah|vermont|virginia|washington(?: state)?|west virginia|wisconsin|wisc?|wyo(?:ming)?|miss|fla|calif|colo|conn|ariz|okla|ore|ark|nev|nebr?|ontario|british columbia|alberta"
_IN_STATE: Final = deferred(rf"\W{{1,2}}(?:{_STATE})\b")
_SIDE: Final = deferred(r"\b(?:north|south|east|west|northeast|northwest|southeast|southwest|greater|old|downtown|uptown|midtown|n|s|e|w|ne|nw|se|sw)(?:ern|side)? $")  # fmt: skip
_STEADY: Final = deferred(r"\b(?:in|at|near|around|outside(?: of)?|by|from|to|of|live|stay|say|en|de|cerca de)(?: \w+ of)? (?:the )?$")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Town:
    """One town named: where in the plain text, under which name of its own where another was said, and how well it stands."""

    start: int
    end: int
    name: str
    stands: int


@cache
def _towns() -> frozenset[str]:
    return frozenset(_key(line) for section in ("towns", "words") for line in table("towns")[section])


@cache
def _wordy() -> frozenset[str]:
    return frozenset(_key(line) for line in table("towns")["words"])


@cache
def _called() -> dict[str, str]:
    """A town's own name by each other name of it."""
    pairs = (line.split(": ", 1) for line in table("towns")["called"])
    return {
        _key(other): "" if _key(name.casefold()) == _key(other) else name
        for name, others in pairs
        for other in others.split(";")
    }


def _key(words: str) -> str:
    return " ".join(_WORD.findall(words)).replace("st.", "st")


def town(said: Said, *, of_work: bool, bare: bool = False, part: bool = False) -> Reading | None:
    """The town a text says somebody lives in, or would work in; `bare`: only one named alone or after a word of place; `part`: a part of a town will do."""
    plain = said.plain
    if re.search(r"\?\W*$", plain):
        return None
    found = _found(plain, of_work=of_work)
    if bare:
        found = [t for t in found if _STEADY.search(plain[: t.start]) or not plain[: t.start].strip()]
    standing = [t for t in found if t.stands > _OUT]
    if not standing:
        return None
    best = max(standing, key=lambda t: (t.stands, -t.start))
    best = best if part else _whole(plain, best, standing)
    quote = said.quote(best.start, best.end)
    own = quote if quote.isascii() else plain[best.start : best.end].title()
    return Reading(value={"place": best.name or own}, quote=quote, confidence=0.86, rule="location.town")


def _found(plain: str, *, of_work: bool) -> list[Town]:
    spots = _named(plain)
    return [_stood(plain, spot, of_work=of_work) for spot in sorted([*spots, *_mistyped(plain, spots)])]


def elsewhere(said: Said, words: str, *, of_work: bool) -> bool:
    """Whether words hold a town that is told of, but not as the one lived in."""
    found = [t for t in _found(said.plain, of_work=of_work) if t.stands <= _OUT]
    return any(said.quote(t.start, t.end) in words for t in found)


_OF_IT: Final = deferred(r"(?:[\s,./-]|\bin\b|\bde\b)*")


def _whole(plain: str, best: Town, standing: list[Town]) -> Town:
    """The city told right behind a part of it (`bay view, milwaukee`)."""
    behind = next((t for t in standing if t.start >= best.end), None)
    if behind is None or behind.stands < best.stands or not _OF_IT.fullmatch(plain[best.end : behind.start]):
        return best
    named = [town.name or _key(plain[town.start : town.end]) for town in (best, behind)]
    return behind if large(named[1]) and not large(named[0]) else best


_SPELT: Final = 3  # words of a mistyped name


def _mistyped(plain: str, spots: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Towns misspelt where a place stands: at the head, after a word of place, before a state or a postcode."""
    words = [w for w in _WORD.finditer(plain) if not any(start <= w.start() < end for start, end, _ in spots)]
    found: list[tuple[int, int, str]] = []
    for index, word in enumerate(words[:40]):
        before = plain[: word.start()]
        if (found and word.start() < found[-1][1]) or everyday(word.group()):
            continue
        placed = bool(_STEADY.search(before)) or not _AHEAD.sub("", before)
        for last in reversed(words[index : index + _SPELT]):
            part, after = plain[word.start() : last.end()], plain[last.end() :]
            apart = re.search(r"[,.;(/]\s*$", before) and re.match(r"\s*(?:$|[,.;)/])", after)
            if re.search(r"[^a-z .]", part) or not (placed or apart or _IN_STATE.match(after) or _CODED.match(after)):
                continue
            if _key(part) not in _towns() and (name := mistyped(part)):
                found.append((word.start(), last.end(), name.title()))
                break
    return found


_AHEAD: Final = deferred(r"\b(?:im|i|am|its|it|is|the|city|of|yes|yeah|ok|hi|hey|in|here|en|vivo|soy|la|el)\b|[\W\d]+")
_CODED: Final = deferred(r"\W{1,2}(?:\w\w\W{1,2})?\d{5}\b")


def _named(plain: str) -> list[tuple[int, int, str]]:
    """Each town named, the longest name at each place; a state after a town is none."""
    words = list(_WORD.finditer(plain))
    found: list[tuple[int, int, str]] = []
    index = 0
    while index < len(words):
        taken = _at(plain, words, index)
        if taken is None:
            index += 1
            continue
        count, name = taken
        start, end = words[index].start(), words[index + count - 1].end()
        if not name and (whole := _UPPER.search(plain[:start])):
            start = whole.start()  # "upper darby" is no Darby
        if kind := _KIND.match(plain[end:]):
            name, end, count = "", end + kind.end(), count + 1
        found.append((start, end, name))
        index += count
        if state := _IN_STATE.match(plain[end:]):
            index += len(_WORD.findall(state.group()))
    return found


_KIND: Final = deferred(
    r" (?:hts|hgts|spgs|spngs|bch|twp|vlg|vly|fls|jct|ests|grv|township|heights)\b\.?"
)  # "dearborn hts" is no Dearborn


def _at(plain: str, words: "list[re.Match[str]]", index: int) -> tuple[int, str] | None:
    for count in range(min(_LONGEST, len(words) - index), 0, -1):
        part = plain[words[index].start() : words[index + count - 1].end()]
        key = _key(part)
        if _OF_STATE.match(plain[words[index + count - 1].end() :]) and count < 3:
            continue
        if key in _called() and _meant(plain, key, words[index].start(), words[index + count - 1].end()):
            return count, _called()[key]
        if key in _towns() and not re.search(r"[,.;!?] |\n", part.replace("st. ", "st ").replace("ft. ", "ft ")):
            after = plain[words[index + count - 1].end() :]
            before = plain[: words[index].start()]
            if (
                key not in _wordy()
                or _STEADY.search(before)
                or _IN_STATE.match(after)
                or plain.strip(" .!,") == key
                or _BRACKETED.search(before + "|" + after)
            ):
                return count, ""
    return None


_BRACKETED: Final = deferred(r"\(\|\)|\baka \||= ?\|")


_OF_STATE: Final = deferred(r"\W{1,2}(?:the )?state\b(?! (?:university|college|street|st|line))")  # "washington state"


def _meant(plain: str, key: str, start: int, end: int) -> bool:
    """Whether a short other name stands where a place does ("la" is Los Angeles only in the end)."""
    return (
        len(key) > 2
        or key == "dc"
        or bool(
            (not plain[:start].strip(" .,!") or _STEADY.search(plain[:start]))
            and re.match(r"\W*(?:$|[,.!]| \w+$)", plain[end:])
        )
    )


_UPPER: Final = deferred(r"\b(?:upper|lower|little|mount|mt\.?|port|glen) $")
_IN_STREET: Final = deferred(
    r"\W{1,2}(?:ave|avenue|street|rd|road|blvd|boulevard|drive|lane|hwy|highway|pkwy|parkway|pike|court|circle|turnpike)\b|\W{1,2}(?:st|dr|ln|ct)\b(?=\W*(?:$|,|\bin\b|\band\b))"
)
_OUT: Final = -5
_NOT: Final = deferred(r"\b(?:not|never|no longer|(?:ya )?no (?:vivo|estoy|ando|radico) en|isnt|aint|except|than|instead of|but not|(?:any|every)(?:where|place|thing) but|besides|dont (?:live|stay) in|cant do|no)\W+(?:the |in |in the |to |at )*$")  # fmt: skip
_ONCE: Final = deferred(
    r"\b(?:used to (?:be|live|stay|work)|use to (?:be|live)|lived|school in|was (?:staying|living|crashing|renting)|was(?: in| at| living)?(?= \w*\W*$)|(?<=[a-z] )were|leav(?:e|ing) for|head(?:ed|ing) (?:to|for)|off to|born|raised|grew up|moved (?:away |out |here |back )?(?:from|out of)|left|applied|originally|came (?:here |up )?from|leaving|native of|naci|antes|vivia|applied|priced out of|go back to|move to|moving to|relocat\w+ to|move back to|visit\w*|vacation\w*|heading to|trip to)\b[^,.;!?]*$"
)
_FROM: Final = deferred(r"\b(?:from|soy de|de)\W+$")
_JOB: Final = deferred(r"\b(?:work\w*|job|jobs|gig|shift|school|class\w*|trabaj\w*)\b[^,.;!?]*$")
_BESIDE: Final = deferred(r"\b(?:bridge|river|highway|road|mins?|minutes|miles|mi|hours?|hr|line) from\W+$|\bbetween (?:\w+ )?and\W+$")  # fmt: skip
_LIVING: Final = deferred(
    r"\b(?:live|living|lives|stay|staying|stays|reside|residing|based|located|settled|landed|moved to|moved into|relocated to|ended up|commut\w+ from|coming from|driv\w+ from|my (?:place|apartment|house|home|lease|room) (?:is )?|vivo|vivimos|estoy|me mude a|still)\b(?: \w+){0,5} $|\bim (?:\w+ )?in $"
)
_AFTER_NOW: Final = deferred(r"\W*(?:\w\w )?(?:is where (?:i|we) (?:live|stay|sleep|am)|(?:right )?now\b|currently|these days|at the moment|atm\b|ahora|rn\b|it is\b|for now|til+ then|until then|most (?:nights|days)|is (?:home|the nearest|the closest|nearest|closest))")  # fmt: skip
_AFTER_ONCE: Final = deferred(
    r"\W*(?:\w\w )?(?:originally|before|until|till last|til+ (?:my|the|i|next)\b(?! (?:\w+ )?(?:lease|rent|contract|sublease)\b)|(?:\w+ )?(?:years?|yrs?|months?) ago|was\b|anymore|no more|got cancel\w*|fell through|(?:is|s|es) (?:my|mi|her|his) (?:\w+ )?(?:name|nombre)|last (?:year|month|spring|summer|fall|winter)|born(?! (?:and|n|&) raised)|someday|next (?:month|year|week|spring|summer|fall)|is too|too far|the drive|(?:sub)?urbs|burbs|outskirts|metro\b)"
)
_WANTED: Final = deferred(r"\b(?:say|put (?:me )?(?:down )?(?:for |in )?|rather|prefer|want(?:ed)?|like|love|looking (?:at|in)|closest (?:is|to)|closer to|nearest (?:is|to))(?: \w+){0,2} $")  # fmt: skip
_AFTER_WANTED: Final = deferred(r"\W*(?:\w\w )?(?:is where (?:i|we) (?:wanna|want|would|need|work)|first\b|would be|works (?:best|for)|is best|preferred|ideally\b|preferably\b|if possible\b|side\b|is the nearest|is the closest)")  # fmt: skip


def _stood(plain: str, spot: tuple[int, int, str], *, of_work: bool) -> Town:
    """How well a town stands as the answer: refused, once, where the work is, only from there, or plainly lived in."""
    start, end, name = spot
    side = _SIDE.search(plain[:start])
    before = plain[: side.start() if side else start]
    clause = re.split(r"[,.;!?\n]|\b(?:but|pero)\b", before)[-1]
    after = re.split(r"[.;!?\n]", plain[end : end + 60])[0]
    if (
        _NO_TO.match(plain[end:])
        or _named_after().match(plain, end)
        or (_NOT.search(before[-30:]) and not _NO_TO_LAST.search(before))
        or _IN_STREET.match(plain[end:])
    ):
        return Town(start, end, name, _OUT)
    if _MOVED_TO.search(clause):
        return Town(start, end, name, 2)
    if _USED_TO.search(clause) and not _AFTER_NOW.match(after):
        return Town(start, end, name, _OUT)
    against = _against(clause, after) + (2 * bool(_LIVES.search(clause)) if of_work else 2 * bool(_JOB.search(clause)))
    speaks = (
        _WANTED.search(clause) or _AFTER_WANTED.match(after),
        _LIVING.search(clause) or _AFTER_NOW.match(after),
        _PUT_RIGHT.search(before),
    )
    return Town(start, end, name, 2 * sum(map(bool, speaks)) - against)


@cache
def _named_after() -> "re.Pattern[str]":
    """What bears the name of a town and is none: a team, a dish, a school."""
    return re.compile(r"\W{1,2}(?:" + "|".join(table("towns")["named_after"]) + r")\b")


_NO_TO: Final = deferred(
    r"\s*,?\s*(?:\w\w )?(?:is (?:a )?)?(?:no|nah|nope|no go|not for me|no me (?:conviene|queda|sirve))\s*(?:[.,;!]|$|\b(?:but|and|y|pero)\b)"
)  # "akron no, canton yes"
_NO_TO_LAST: Final = deferred(r"[a-z]{3} ?,? (?:no|nah|nope)\W+$")
_MOVED_TO: Final = deferred(
    r"\b(?:left|leaving) \w+(?: \w+)? for $|\b(?:get|go|come|be) home (?:to|in) $|\bmov\w+ (?:\w+ )?from\b[^,.;]* to $"
)
_USED_TO: Final = deferred(
    r"\buse(?:d)? to (?:live|stay|be) (?:over |out |up |down )?(?:in|at|near|around)\W+$|\b(?:heading to|headed to|trip to|visit\w*|vacation\w* in|university of|univ of|college of|mail goes to|(?:drive|driving|pass|passing|cut|go) (?:thru|through))\W+(?:the )?$"
)
_PUT_RIGHT: Final = deferred(
    r"\b(?:no wait|no|wait|well|i mean|scratch that|actually|technically|or really|more like|well i moved|sorry|other way around)\W+$"
)
_LIVES: Final = deferred(
    r"\b(?:i |im |we )?(?:live|living|stay|staying|based|located|(?<=im )in|(?<=i am )in|(?<=i live )over|(?<=im over )in)(?: in)?\W+$|^\W*in\W+$"
)
_CAME: Final = deferred(r"\b(?:born|raised|naci|used to|lived|left|grew up)\b[^,.;]*$")


_MAYBE: Final = deferred(
    r"\b(?:might|could|may|maybe|probably|prob|possibly|thinking|tal vez|quiza\w*|a lo mejor)\b(?: \w+){0,3} $"
)
_LATER: Final = deferred(r"\W*(?:\w\w )?(?:after|then|later|by|next|soon|come|luego|despues|mas tarde)\b")
_VISITS: Final = deferred(
    r"\W*(?:\w\w )?(?:(?:right now|rn|today|now|just|only|but|for|this|these|the|couple|few|days|days?|week|month|\d+|an?|its|thats|that is|that|is|to|some|ahora|ahorita|esta|este|semana|pero|es|nomas|por|para|un|una|el|la)\W+)*(?:funeral|wedding|training|conference|convention|vacation\w*|visit\w*|holidays?|surgery|trip|gig|boda|visita\w*|vacaciones|viaje|entrenamiento)\b|\W*(?:\w\w )?(?:just |only )?(?:this week(?:end)?|for the week(?:end)?|esta semana|este fin de semana)\b"
)  # no home, but where somebody happens to be


_NEAR: Final = deferred(
    r"\b(?:outside(?: of)?|near|past|beyond|next to|close to|across from|toward|(?:north|south|east|west) of|minutes? from|mins? from|miles? from|between(?: \w+){1,2} and)\W+(?:the )?$|\bbetween\W+$"
)  # told to say where another town is


def _against(clause: str, after: str) -> int:
    """What speaks against a town: lived in once or some day, only come from."""
    once = _ONCE.search(clause) or _AFTER_ONCE.match(after) or _BESIDE.search(clause)
    come = not once and _FROM.search(clause) and not _LIVING.search(clause + " ")
    left = _CAME.search(clause) and not _AFTER_NOW.match(after)
    near = _NEAR.search(clause)
    passing = _VISITS.match(after) or (_MAYBE.search(clause + " " * (not clause.endswith(" "))) and _LATER.match(after))
    return 3 * bool(once or passing) + bool(come) + bool(left) + bool(near)
