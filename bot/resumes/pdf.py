"""The text of a PDF: page by page, column by column, without what is hidden."""

import io
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from pypdf import PageObject, PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import ContentStream, DictionaryObject
from pypdf.generic._font import Font

from bot.resumes.canvas import Canvas, matrix, number, times
from bot.resumes.found import LONGEST_TEXT, MOST_PAGES, Found, Unreadable, Why
from bot.resumes.layout import read_in_order

DEEPEST: Final = 5  # forms within forms
LARGEST_STREAM: Final = 4 << 20  # bytes of one page's drawing

BULLET: Final = "\x7f"  # as the standard encoding of PDF has it, and pypdf gives it


def read_pdf(data: bytes) -> Found:
    """The visible text of the first pages. Unreadable with its reason."""
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable(Why.ENCRYPTED)
        off = _layers_off(reader)
        pages = [_page(reader.pages[n], off) for n in range(min(len(reader.pages), MOST_PAGES))]
    except (PyPdfError, ValueError, KeyError, TypeError, IndexError, AttributeError, ArithmeticError, OSError) as error:
        raise Unreadable(Why.BOMB if "Limit" in type(error).__name__ else Why.BROKEN) from error
    joined = "\n\n".join(text for text, _ in pages).replace(BULLET, "•")
    text = re.sub(r"\n{3,}", "\n\n", joined).strip()[:LONGEST_TEXT]
    if sum(c.isalnum() for c in text) < 20:
        raise Unreadable(Why.SCANNED)
    return Found(text=text, hidden=tuple(words for _, hidden in pages for words in hidden)[:50])


def _page(page: PageObject, off: frozenset[int]) -> tuple[str, list[str]]:
    """The text and the hidden words of one page."""
    box = page.mediabox
    canvas = Canvas(box=(float(box.left), float(box.bottom), float(box.right), float(box.top)))
    contents = page.get_contents()
    if contents is None:
        return "", []
    _draw(canvas, contents, page.get("/Resources", DictionaryObject()).get_object(), page.pdf, off, 0)
    unseen = canvas.unseen
    if canvas.shown or not canvas.pictures:
        unseen = [*unseen, *canvas.under]
        shown = canvas.shown
    else:  # the words that a scanner's software laid under its picture
        shown = canvas.under
    lines = read_in_order(unseen).split("\n") if unseen else []
    return read_in_order(shown), [line.strip()[:200] for line in lines if re.search(r"\w{2}", line)]


def _draw(canvas: Canvas, stream: Any, resources: Any, pdf: Any, off: frozenset[int], depth: int) -> None:
    fonts = _fonts(resources)
    more = {"opacity": _opacities(resources), "off": _names_off(resources, off)}
    forms = resources.get("/XObject", DictionaryObject()).get_object()
    if len(stream.get_data()) > LARGEST_STREAM:
        raise Unreadable(Why.BOMB)
    for operands, operator in ContentStream(stream, pdf, "bytes").operations:
        if operator == b"Do" and operands:
            _object(canvas, forms.get(operands[0]), resources, pdf, off, depth)
        else:
            canvas.follow(operator, operands, fonts, more)


def _object(canvas: Canvas, found: Any, resources: Any, pdf: Any, off: frozenset[int], depth: int) -> None:
    thing = found.get_object() if found is not None else None
    if not isinstance(thing, DictionaryObject) or depth >= DEEPEST:
        return
    if thing.get("/Subtype") == "/Image":
        canvas.picture()
        return
    canvas.save([])
    canvas.state.ctm = times(matrix(list(thing.get("/Matrix", (1, 0, 0, 1, 0, 0)))), canvas.state.ctm)
    own = thing.get("/Resources")
    _draw(canvas, thing, own.get_object() if own is not None else resources, pdf, off, depth + 1)
    canvas.restore([])


def _entries(resources: Any, name: str) -> Iterator[tuple[str, Any]]:
    table = resources.get(name, DictionaryObject()).get_object()
    if isinstance(table, DictionaryObject):
        for key, value in table.items():
            yield str(key), value


def _fonts(resources: Any) -> Mapping[str, Any]:
    found = ((name, font.get_object()) for name, font in _entries(resources, "/Font"))
    return {name: Font.from_font_resource(font) for name, font in found if isinstance(font, DictionaryObject)}


def _opacities(resources: Any) -> Mapping[str, float]:
    states = ((name, state.get_object()) for name, state in _entries(resources, "/ExtGState"))
    return {name: number(s["/ca"]) for name, s in states if isinstance(s, DictionaryObject) and "/ca" in s}


def _names_off(resources: Any, off: frozenset[int]) -> frozenset[str]:
    return frozenset(name for name, layer in _entries(resources, "/Properties") if getattr(layer, "idnum", -1) in off)


def _layers_off(reader: PdfReader) -> frozenset[int]:
    """The object numbers of layers that are switched off when the file is opened."""
    layers = reader.root_object.get("/OCProperties")
    shown = layers.get_object().get("/D", DictionaryObject()).get_object() if layers is not None else {}
    return frozenset(getattr(layer, "idnum", -1) for layer in shown.get("/OFF", ()))
