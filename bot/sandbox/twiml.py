"""TwiML as the simulated telephone network obeys it: a document read into verbs, relative addresses resolved."""

from dataclasses import dataclass
from urllib.parse import urljoin
from xml.etree.ElementTree import Element, ParseError

from defusedxml.ElementTree import fromstring

KNOWN = frozenset({"Say", "Play", "Pause", "Gather", "Record", "Start", "Recording", "Redirect", "Hangup", "Reject"})


class BadTwiml(Exception):
    """What the bot answered is no TwiML; the caller would hear "application error"."""


@dataclass(frozen=True, slots=True)
class Verb:
    """One verb with its attributes, its words and the verbs inside."""

    name: str
    attributes: dict[str, str]
    words: str
    inner: tuple["Verb", ...] = ()

    def address(self, attribute: str, base: str) -> str:
        """An attribute as an absolute address; the document's own where it is missing."""
        return urljoin(base, self.attributes.get(attribute, "")) if self.attributes.get(attribute) else base

    def spoken(self) -> list[str]:
        """Everything said in it."""
        own = [self.words] if self.name == "Say" and self.words else []
        return [*own, *(words for verb in self.inner for words in verb.spoken())]


def read_twiml(document: str) -> tuple[Verb, ...]:
    """The verbs of a document."""
    try:
        root = fromstring(document)
    except (ParseError, ValueError) as error:
        raise BadTwiml(f"not XML: {error}") from error
    if root.tag != "Response":
        raise BadTwiml(f"the root is <{root.tag}>")
    return tuple(_verb(element) for element in root)


def _verb(element: Element) -> Verb:
    if element.tag not in KNOWN and element.tag not in ("break", "prosody", "emphasis", "s", "p", "say-as"):
        raise BadTwiml(f"<{element.tag}> is not played here")
    words = " ".join("".join(element.itertext()).split())
    return Verb(element.tag, dict(element.attrib), words, tuple(_verb(inner) for inner in element))
