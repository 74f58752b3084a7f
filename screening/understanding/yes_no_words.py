"""A yes or no said in a word, a sign or a set phrase: at the head, late, softly, or as an echo of the question."""

import re
from functools import cache

from screening.understanding.deferred import deferred
from screening.understanding.openings import leads, no_head
from screening.understanding.polarity import Polarity
from screening.understanding.tables import any_of
from screening.understanding.topics import about, leaning
from screening.understanding.words import clauses

INVERSE = frozenset({"restrictions", "record", "sponsor"})  # topics in which a clean slate is a no
_EMOJI_YES = frozenset("👍👌✅✔☑💯🙋🙆🤝🫡🙌😁👏💪🆗🤙🤞😀😃😄🥳")
_EMOJI_NO = frozenset("👎❌🚫🙅✖⛔😢😞☹🙁😔")
_EMOJI_UNSURE = frozenset("🤷🤔😬😐😶🙄❓🫤")


def by_emoji(plain: str) -> Polarity | None:
    """What a text of signs alone says."""
    if re.sub(r"[\W\d_]", "", plain):
        return None
    for signs, value in ((_EMOJI_NO, "no"), (_EMOJI_YES, "yes")):
        if set(plain) & signs and not set(plain) & _EMOJI_UNSURE:
            return Polarity(value=value, sure=0.85, start=0, end=len(plain), rule="yes_no.emoji")
    return None


@cache
def head_of(section: str) -> "re.Pattern[str]":
    """The words of a section at the head of a text, after whatever only leads up to them."""
    lead = any_of("yes_no", "lead")
    return re.compile(rf"^(?:\W|\b{lead}\b)*+(?P<hit>{any_of('yes_no', section)})(?![a-z])")


@cache
def _anywhere(section: str) -> "re.Pattern[str]":
    return re.compile(rf"\b{any_of('yes_no', section)}\b")


@cache
def _as_written(section: str) -> "re.Pattern[str]":
    return re.compile(any_of("yes_no", section))


def matched(section: str, plain: str) -> "re.Match[str] | None":
    """Where a text has whole words of a section."""
    return _anywhere(section).search(plain)


def polarity_at(value: str, match: "re.Match[str]", sure: float, rule: str, hedge: str = "") -> Polarity:
    """What is said there; its quote is the group `hit` where the pattern has one."""
    start, end = (match.start("hit"), match.end("hit")) if "hit" in match.groupdict() else match.span()
    return Polarity(value=value, hedge=hedge, sure=sure, start=start, end=end, rule=rule)


def at_the_head(plain: str, asked: str) -> Polarity | None:
    """A yes or no at the head that stands whatever follows; of "yeah no" and "no yeah" the second counts."""
    inverse = bool(INVERSE & set(about(asked)[:1]))
    if not inverse and (match := _as_written("no_problem").search(plain)):
        return polarity_at("yes", match, 0.85, "yes_no.no_problem")
    no, yes = head_of("no_hard").search(plain), head_of("yes_hard").search(plain)
    if no and _phrase(plain, no, asked):
        return None
    match = no or yes
    if not match:
        return _at_the_end(plain)
    if not no and no_head(plain, match):
        return None
    value = "no" if no else "yes"
    rest = plain[match.end() :]
    other = "yes_hard" if no else "no_hard"
    if (then := re.match(rf"^ (?:{any_of('yes_no', other)})(?![a-z])", rest)) and not _of_another_thing(rest, asked):
        value = "yes" if no else "no"
        return Polarity(
            value=value, sure=0.85, start=match.start("hit"), end=match.end() + then.end(), rule="yes_no.word"
        )
    if no and re.match(r"\W+(?:doubt|problem)", rest):
        return polarity_at("yes", no, 0.85, "yes_no.no_problem")
    return headed(value, match, 0.93, plain, asked)


_NO_WHAT = deferred(
    r" no (?!(?:i|im|ive|id|wait|sorry|but|not|actually|thats|its|it|never|nope|nah|thank|thanks|gracias|sir|maam|the|my|we|he|she|they|you|to|way|lol|just|only|really|que|pero)\b)(?P<what>[a-z]+)"
)


def _of_another_thing(rest: str, asked: str) -> bool:
    """Whether the "no" after a yes belongs to something that was not asked ("yes no kids at home")."""
    found = _NO_WHAT.match(rest)
    return found is not None and not re.search(rf"\b{found['what'].rstrip('s')}", asked)


def headed(value: str, match: "re.Match[str]", sure: float, plain: str, asked: str) -> Polarity:
    """A yes or no at the head: as sure as a word, or less so where it is part of a phrase."""
    if leads(plain, match, asked):
        return polarity_at(value, match, 0.8, "yes_no.leads")
    return polarity_at(value, match, sure, "yes_no.word")


_AT_THE_END = deferred(r"[,.!;:]\s*(?P<hit>yes|yeah|yep|yup|si|absolutely|definitely|of course|no|nope|nah)\W*$")


def _at_the_end(plain: str) -> Polarity | None:
    """A yes or no set off at the very end ("cannot wait, yes!")."""
    match = _AT_THE_END.search(plain)
    return polarity_at("no" if match["hit"][0] == "n" else "yes", match, 0.86, "yes_no.late") if match else None


def _phrase(plain: str, no: "re.Match[str]", asked: str) -> bool:
    """Whether "no" only begins a phrase ("no restrictions") on which the topic has an opinion."""
    if not re.match(rf"^ {any_of('yes_no', 'no_of_something')}\b", plain[no.end("hit") :]):
        return False
    topical = leaning(plain, asked)
    return bool(topical and topical.value)


def softly(plain: str, asked: str) -> Polarity | None:
    """Softer words: a late "but yes", agreeing and declining, other heads, echoes of the question."""
    if match := matched("but_yes", plain):
        return polarity_at("yes", match, 0.76, "yes_no.but_yes")
    good = _as_written("negated_good").search(plain)
    if good:
        return polarity_at("yes", good, 0.82, "yes_no.no_problem")
    for section, value in (("agree", "yes"), ("decline", "no")):
        if match := matched(section, plain):
            return polarity_at(value, match, 0.8, f"yes_no.{section}")
    no, yes = head_of("no_word").search(plain), head_of("yes_word").search(plain)
    if no and (not yes or no.end("hit") >= yes.end("hit")):
        return headed("no", no, 0.85, plain, asked)
    if yes and not no_head(plain, yes):
        return headed("yes", yes, 0.85, plain, asked)
    return _echo(plain) or _late_word(plain)


_OF_THEM = deferred(
    r" ?(?:he|she|they) (?!(?:wont|wouldnt|dont|cant) work\b)"
)  # "they aint posted it": said of somebody else


_SAID_SO = deferred(r"\W*(?:yes|yeah|yep|si)\b")


def _echo(plain: str) -> Polarity | None:
    no = next((m for m in _as_written("echo_no").finditer(plain) if not _OF_THEM.match(m.group())), None)
    yes = _as_written("echo_yes").search(plain)
    if yes and (not no or yes.start() < no.start()):
        said_so = "yes_no.said_so" if _SAID_SO.match(yes.group()) else "yes_no.echo"
        return polarity_at("yes", yes, 0.85, said_so)
    return polarity_at("no", no, 0.8, "yes_no.echo") if no else None


_NO_MORE = deferred(
    r" (?:(?:\w+ )?(?:limits?|limitations?|restrictions?|problems?|issues?|trouble|accidents?|tickets?|points|complaints?|pain|conflicts?|kids|excuses|doubts?|worries|drama|record|felonies|fear|more (?!of\b)\w+))\b"
)  # "..., no more limits": no "no" to what is asked


def _late_word(plain: str) -> Polarity | None:
    """A yes or no at the head of a later clause, or at the very end."""
    for start, end in clauses(plain)[1:]:
        for section, value in (("no_word", "no"), ("yes_word", "yes")):
            match = head_of(section).search(plain[start:end])
            if match and len(match["hit"]) > 1 and not _NO_MORE.match(plain, start + match.end()):
                at = (start + match.start("hit"), start + match.end("hit"))
                return Polarity(value=value, sure=0.8, start=at[0], end=at[1], rule="yes_no.late")
    match = re.search(r"\b(?P<hit>yes|yeah|yep|yup|si|no|nope|nah|correct|definitely|absolutely|for sure)\W*$", plain)
    if match and len(plain) > 3:
        return polarity_at("no" if match["hit"].startswith("n") else "yes", match, 0.75, "yes_no.late")
    return None
