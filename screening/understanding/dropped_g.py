"""Words said without their last g, written out: nothin, makin, lookin."""

from screening.understanding.deferred import deferred
from screening.understanding.tables import word_set
from screening.understanding.words import Said

_IN = deferred(r"\b[a-z]{2,14}in\b")


def with_their_g(said: Said) -> Said:
    """The same text with `nothin` as `nothing`; the g stands where the n was sent."""
    plain, at, done = "", list(said.at), 0
    short = word_set("word_sets", "dropped_g")
    for match in _IN.finditer(said.plain):
        if match.group() in short:
            at.insert(len(plain) + match.end() - done, said.at[match.end() - 1])
            plain += said.plain[done : match.end()] + "g"
            done = match.end()
    plain = plain.replace("nuthing", "nothing")
    return Said(said.raw, plain + said.plain[done:], tuple(at)) if done else said
