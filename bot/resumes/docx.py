"""The text of a DOCX: body, tables, text boxes, headers and footers in reading order, without what is hidden."""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any, Final
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from bot.resumes.found import LONGEST_TEXT, Found, Unreadable, Why

MOST_PARTS: Final = 2_000
LARGEST_PART: Final = 12 << 20  # bytes of one part that we read
LARGEST_INSIDE: Final = 60 << 20  # bytes of all parts
DEEPEST: Final = 200  # elements within each other
SMALLEST: Final = 8  # half points: below 4 pt nobody reads
DARK: Final = 0.6  # of white
W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SKIPPED: Final = frozenset(
    {"Fallback", "del", "moveFrom", "instrText", "delText", "rPr", "pPr", "tblPr", "tcPr", "sectPr"}
)
_PARTS: Final = re.compile(r"word/(?:header|footer)\d*\.xml")


def read_docx(data: bytes) -> Found:
    """Headers, then the body, then footers. Unreadable with its reason."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _read(archive)
    except DefusedXmlException as error:
        raise Unreadable(Why.BOMB) from error
    except (zipfile.BadZipFile, ParseError, EOFError, OSError, KeyError, ValueError, NotImplementedError) as error:
        raise Unreadable(Why.BROKEN) from error
    except RuntimeError as error:  # zipfile's word for a password
        raise Unreadable(Why.ENCRYPTED) from error


def _read(archive: zipfile.ZipFile) -> Found:
    parts = archive.infolist()
    if len(parts) > MOST_PARTS or sum(p.file_size for p in parts) > LARGEST_INSIDE:
        raise Unreadable(Why.BOMB)
    names = [p.filename for p in parts]
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise Unreadable(Why.MACROS)
    edges = sorted(name for name in names if _PARTS.fullmatch(name))
    heads, feet = ([n for n in edges if n.startswith(f"word/{what}")] for what in ("header", "footer"))
    styles = _hiding_styles(_part(archive, "word/styles.xml")) if "word/styles.xml" in names else frozenset()
    reader = Reader(styles)
    for name in (*heads, "word/document.xml", *feet):
        reader.part(_part(archive, name))
    return reader.found()


def _part(archive: zipfile.ZipFile, name: str) -> Element:
    """One part as XML; what it says of its size is not believed."""
    with archive.open(name) as stream:
        data = stream.read(LARGEST_PART + 1)
    if len(data) > LARGEST_PART:
        raise Unreadable(Why.BOMB)
    root: Element = fromstring(data, forbid_dtd=True, forbid_entities=True, forbid_external=True)
    return root


def _tag(e: Element) -> str:
    return e.tag.rpartition("}")[2] if isinstance(e.tag, str) else ""


def _value(e: Element | None) -> str | None:
    return None if e is None else (e.get(f"{W}val") or "")


def _on(e: Element | None) -> bool:
    return e is not None and _value(e) not in ("0", "false", "off", "none")


def _light(colour: str) -> float:
    """How near to white, 0-1; what is no colour is black."""
    if not re.fullmatch(r"[0-9A-Fa-f]{6}", colour):
        return 0.0
    return min(int(colour[n : n + 2], 16) for n in (0, 2, 4)) / 255


def hides(properties: Element | None, *, dark: bool) -> bool:
    """Whether run properties make text that nobody sees. `dark`: the background is."""
    if properties is None:
        return False
    if _on(properties.find(f"{W}vanish")) or _on(properties.find(f"{W}webHidden")):
        return True
    size = _value(properties.find(f"{W}sz")) or ""
    if size.isdigit() and int(size) < SMALLEST:
        return True
    pale = _light(_value(properties.find(f"{W}color")) or "") > 0.93
    shaded = properties.find(f"{W}shd")
    own = shaded is not None and _light(shaded.get(f"{W}fill") or "") < DARK and shaded.get(f"{W}fill") != "auto"
    marked = _value(properties.find(f"{W}highlight")) not in (None, "none", "white")
    return pale and not dark and not own and not marked


def _hiding_styles(root: Element) -> frozenset[str]:
    styles = root.iter(f"{W}style")
    return frozenset(s.get(f"{W}styleId") or "" for s in styles if hides(s.find(f"{W}rPr"), dark=False))


class Reader:
    """Gathers lines and hidden words, part by part."""

    def __init__(self, hiding: frozenset[str]) -> None:
        self._hiding, self._lines, self._hidden, self._length = hiding, list[str](), list[str](), 0

    def part(self, root: Element) -> None:
        """Everything in one part."""
        self._add(self._blocks(root, dark=False, depth=0))

    def found(self) -> Found:
        """What was found; Unreadable where that is nothing."""
        text = re.sub(r"\n{3,}", "\n\n", "\n".join(self._lines)).strip()[:LONGEST_TEXT]
        if not text:
            raise Unreadable(Why.SCANNED)
        return Found(text=text, hidden=tuple(self._hidden))

    def _add(self, lines: Iterator[str]) -> None:
        for line in lines:
            self._length += len(line) + 1
            if self._length > LONGEST_TEXT * 2:
                return
            self._lines.append(line.strip())

    def _blocks(self, parent: Element, *, dark: bool, depth: int) -> Iterator[str]:
        """The lines of paragraphs and tables, in order."""
        if depth > DEEPEST:
            raise Unreadable(Why.BOMB)
        for e in parent:
            match _tag(e):
                case "p":
                    yield from self._paragraph(e, dark=dark or _shaded(e.find(f"{W}pPr")), depth=depth + 1)
                case "tr":
                    yield from self._row(e, dark=dark, depth=depth + 1)
                case tag if tag not in SKIPPED:
                    yield from self._blocks(e, dark=dark or _shaded(e.find(f"{W}tcPr")), depth=depth + 1)

    def _row(self, row: Element, *, dark: bool, depth: int) -> Iterator[str]:
        """A row of short cells is one line; a row that lays out columns is read cell by cell."""
        cells = []
        for cell in row.findall(f"{W}tc") or row.findall(f"{W}sdt/{W}sdtContent/{W}tc"):
            shaded = dark or _shaded(cell.find(f"{W}tcPr"))
            cells.append([line for line in self._blocks(cell, dark=shaded, depth=depth + 1) if line.strip()])
        if all(len(lines) <= 1 for lines in cells):
            yield "\t".join(lines[0] for lines in cells if lines)
        else:
            for lines in cells:
                yield from lines

    def _paragraph(self, p: Element, *, dark: bool, depth: int) -> Iterator[str]:
        boxes: list[Element] = []
        style = p.find(f"{W}pPr/{W}pStyle")
        line = "".join(self._runs(p, hidden=_value(style) in self._hiding, dark=dark, depth=depth, boxes=boxes))
        yield from line.split("\n")
        for box in boxes:
            yield from self._blocks(box, dark=dark, depth=depth + 1)

    def _runs(self, parent: Element, *, hidden: bool, dark: bool, depth: int, boxes: list[Element]) -> Iterator[str]:
        """The words of a paragraph; text boxes in it are put aside, for they stand on their own."""
        if depth > DEEPEST:
            raise Unreadable(Why.BOMB)
        for e in parent:
            match _tag(e):
                case "r":
                    yield from self._runs(
                        e, hidden=self._hides(e, hidden, dark), dark=dark, depth=depth + 1, boxes=boxes
                    )
                case "t":
                    yield self._words(e.text or "", hidden)
                case "tab":
                    yield "\t"
                case "br" | "cr":
                    yield "\n"
                case "noBreakHyphen":
                    yield "-"
                case "txbxContent":
                    boxes.append(e)
                case tag if tag not in SKIPPED:
                    yield from self._runs(e, hidden=hidden, dark=dark, depth=depth + 1, boxes=boxes)

    def _hides(self, run: Element, hidden: bool, dark: bool) -> bool:
        properties = run.find(f"{W}rPr")
        style = _value(properties.find(f"{W}rStyle")) if properties is not None else None
        return hidden or style in self._hiding or hides(properties, dark=dark)

    def _words(self, text: str, hidden: bool) -> str:
        if not hidden:
            return text
        if text.strip() and len(self._hidden) < 50:
            self._hidden.append(text.strip()[:200])
        return ""


def _shaded(properties: Any) -> bool:
    shade = properties.find(f"{W}shd") if properties is not None else None
    fill = (shade.get(f"{W}fill") or "") if shade is not None else ""
    return bool(re.fullmatch(r"[0-9A-Fa-f]{6}", fill)) and _light(fill) < DARK
