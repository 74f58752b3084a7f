"""The resume of a simulated nurse: a small Word document, as people send them."""

import io
import zipfile
from xml.sax.saxutils import escape

_CONTENT = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships '
    'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NURSE = (
    "{name}",
    "Summary",
    "Registered nurse with an active RN license, used to night shifts on busy wards.",
    "Experience",
    "Staff nurse, ICU, Hillcrest Medical Center",
    "March 2019 - June 2025",
    "Ventilated patients, rapid response, bedside handover, charting in Epic.",
    "Staff nurse, ER, St. Anne Hospital",
    "May 2016 - February 2019",
    "Triage, assessment, vitals, medication.",
    "Licenses",
    "RN license, active. BLS and ACLS certified.",
)


def a_nurses_resume(name: str) -> bytes:
    """A nurse's resume as a .docx."""
    paragraphs = "".join(
        f'<w:p><w:r><w:t xml:space="preserve">{escape(line.format(name=name))}</w:t></w:r></w:p>' for line in NURSE
    )
    document = f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{_WORD}"><w:body>{paragraphs}</w:body></w:document>'
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", _CONTENT)
        package.writestr("_rels/.rels", _RELATIONS)
        package.writestr("word/document.xml", document)
    return made.getvalue()
