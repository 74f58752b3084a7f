"""Build the fonts of the reports. A tool for whoever maintains them; the service never runs it.

In a fresh virtual environment: pip install what PINS names, then run this file with that Python. It writes
bot/reports/fonts/*.ttf (static, Latin whole, other scripts without shaping tables, Han and Hangul cut to the
common characters), their licences, and SOURCES.txt with a sha256 of each.
"""

import io
import sys
from collections.abc import Iterable
from hashlib import sha256
from importlib.metadata import distribution, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

PINS = {
    "fonttools": "4.68.0",
    "fontpkg-inter": "4.1.post1",
    "manimgx-fonts": "2026.9.26.post1",
    "pylopdf-fonts-zh-cn": "0.1.1",
    "pylopdf-fonts-ko": "0.1.1",
}
SCRIPTS = [
    "Arabic",
    "Hebrew",
    "Devanagari",
    "Bengali",
    "Gujarati",
    "Gurmukhi",
    "Tamil",
    "Telugu",
    "Kannada",
    "Malayalam",
    "Oriya",
    "Sinhala",
    "Thai",
    "Lao",
    "Khmer",
    "Myanmar",
    "Ethiopic",
    "Armenian",
    "Georgian",
    "Symbols",
]
ASCII = range(0x20, 0x7F)  # a space after a foreign word is drawn in that word's font
HEIGHT = {"ascent": 0.96875, "descent": -0.2412}  # of the em, as Inter has it: no script makes its line taller
OUT = Path(__file__).parent / "fonts"
DROPPED = ("GSUB", "GPOS", "GDEF", "STAT", "MVAR", "HVAR", "DSIG", "BASE", "VORG", "vhea", "vmtx")


def main() -> None:
    """Build every file; stop where a pin is not met."""
    wrong = [f"{name} {version(name)}" for name, want in PINS.items() if version(name) != want]
    if wrong:
        sys.exit(f"not as pinned: {', '.join(wrong)}")
    OUT.mkdir(exist_ok=True)
    for weight, name in ((400, "Regular"), (700, "Bold")):
        _save(_static("fontpkg_inter", "files/Inter[opsz,wght].ttf", wght=weight, opsz=14), "Inter", name)
    for script in SCRIPTS:
        _save(_static("manimgx_fonts", f"NotoSans{script}[wght].ttf", wght=400), f"Noto{script}")
    _save(_static("manimgx_fonts", "NotoEmoji[wght].ttf", wght=400), "NotoEmoji")
    _save(_outlined("pylopdf_fonts_zh_cn", "NotoSansSC-Regular.otf", han()), "NotoHan")
    _save(_outlined("pylopdf_fonts_ko", "NotoSansKR-Regular.otf", hangul()), "NotoHangul")
    _licences()
    _sources()


def han() -> set[int]:
    """The characters of GB 2312 and of Big5's first level, kana and full-width forms."""
    gb = _decoded("gb2312", range(0xA1, 0xF8), range(0xA1, 0xFF))
    big5 = _decoded("big5", range(0xA4, 0xC7), [*range(0x40, 0x7F), *range(0xA1, 0xFF)])
    return {*ASCII, *gb, *big5, *range(0x3000, 0x3100), *range(0xFF00, 0xFFF0)}


def hangul() -> set[int]:
    """The syllables of KS X 1001 and the letters they are made of."""
    return {*ASCII, *_decoded("euc_kr", range(0xB0, 0xC9), range(0xA1, 0xFF)), *range(0x3131, 0x318F)}


def _decoded(codec: str, leads: Iterable[int], trails: Iterable[int]) -> set[int]:
    texts = (bytes((a, b)).decode(codec, "ignore") for a in leads for b in trails)
    return {ord(t) for t in texts if len(t) == 1}


def _path(package: str, file: str) -> Path:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        sys.exit(f"{package} is not installed")
    return Path(spec.origin).parent / file


def _static(package: str, file: str, **axes: float) -> Any:
    from fontTools.ttLib import TTFont
    from fontTools.varLib.instancer import instantiateVariableFont

    font = TTFont(_path(package, file), recalcTimestamp=False)
    return _cut(instantiateVariableFont(font, axes), set(font.getBestCmap()))


def _outlined(package: str, file: str, codes: set[int]) -> Any:
    """Cut first, then turn cubic outlines into quadratic ones: the PDF engine takes no CFF."""
    from fontTools.pens.cu2quPen import Cu2QuPen
    from fontTools.pens.ttGlyphPen import TTGlyphPen
    from fontTools.ttLib import TTFont, newTable

    font = _cut(TTFont(_path(package, file), recalcTimestamp=False), codes)
    glyphs, drawn = font.getGlyphSet(), {}
    for name in font.getGlyphOrder():
        pen = TTGlyphPen(None)
        glyphs[name].draw(Cu2QuPen(pen, max_err=2.0, reverse_direction=True))
        drawn[name] = pen.glyph()
    font["loca"], font["glyf"] = newTable("loca"), newTable("glyf")
    font["glyf"].glyphOrder, font["glyf"].glyphs = font.getGlyphOrder(), drawn
    del font["CFF "]
    font["maxp"].tableVersion, font.sfntVersion = 0x00010000, "\x00\x01\x00\x00"
    for field in [
        "maxZones",
        "maxTwilightPoints",
        "maxStorage",
        "maxFunctionDefs",
        "maxInstructionDefs",
        "maxStackElements",
        "maxSizeOfInstructions",
        "maxComponentElements",
    ]:
        setattr(font["maxp"], field, 1 if field == "maxZones" else 0)
    font["post"].formatType = 3.0
    return font


def _cut(font: Any, codes: set[int]) -> Any:
    from fontTools.subset import Options, Subsetter

    options = Options(
        layout_features=[],
        hinting=False,
        notdef_outline=True,
        name_IDs=["*"],
        glyph_names=False,
        drop_tables=[*DROPPED],
    )
    cutter = Subsetter(options)
    cutter.populate(unicodes=codes)
    cutter.subset(font)
    return font


def _save(font: Any, family: str, style: str = "") -> None:
    """Every file gets names of its own: two with the same inner name would be drawn as one."""
    full = f"{family} {style}".strip()
    names = {1: family, 2: style or "Regular", 3: f"Greenroom {full}", 4: full, 6: full.replace(" ", "-")}
    for number in (16, 17, 21, 22, 25):
        font["name"].removeNames(nameID=number)
    em = font["head"].unitsPerEm
    font["hhea"].ascent, font["hhea"].descent, font["hhea"].lineGap = (
        round(HEIGHT["ascent"] * em),
        round(HEIGHT["descent"] * em),
        0,
    )
    font["OS/2"].sTypoAscender, font["OS/2"].sTypoDescender, font["OS/2"].sTypoLineGap = (
        font["hhea"].ascent,
        font["hhea"].descent,
        0,
    )
    font["OS/2"].usWinAscent, font["OS/2"].usWinDescent = font["hhea"].ascent, -font["hhea"].descent
    for number, text in names.items():
        font["name"].setName(text, number, 3, 1, 0x409)
    out = io.BytesIO()
    font.save(out)
    (OUT / f"{full.replace(' ', '-')}.ttf").write_bytes(out.getvalue())


def _licences() -> None:
    for package, name in (
        ("fontpkg-inter", "Inter"),
        ("manimgx-fonts", "Noto"),
        ("pylopdf-fonts-zh-cn", "NotoHan"),
        ("pylopdf-fonts-ko", "NotoHangul"),
    ):
        held = [f for f in distribution(package).files or () if f.name == "LICENSE" and "licenses" in f.parts]
        text = Path(str(held[0].locate())).read_text("utf-8")
        (OUT / f"OFL-{name}.txt").write_text(text, "utf-8")


def _sources() -> None:
    rows = [f"{sha256(f.read_bytes()).hexdigest()}  {f.name}" for f in sorted(OUT.glob("*.ttf"))]
    head = "Built by bot/reports/build_fonts.py from " + ", ".join(f"{n} {v}" for n, v in PINS.items()) + "."
    (OUT / "SOURCES.txt").write_text("\n".join([head, *rows, ""]), "utf-8")


if __name__ == "__main__":
    main()
