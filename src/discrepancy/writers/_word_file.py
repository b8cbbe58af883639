"""The Word file around a report: page, styles, footer and properties, written the same each time.

python-docx brings the package and its template. The template's own styles are set to what a news desk would print, and
what tells of the template or of the hour is taken out.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from typing import Any, BinaryIO

from discrepancy.writers import _word

PAGE = (11906, 16838)
"""A4, in twentieths of a point."""
MARGIN = 1134
WIDTH = PAGE[0] - 2 * MARGIN
"""What is left for text."""

_BODY_PART = "word/document.xml"
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip archive knows."""
_LAYOUT = "15"  # of Word 2013 and later, which calls any other a compatibility mode
_GREY, _INK = "595959", "1F2933"
_FONT = "Calibri"

_SIZES = {
    # style: (half points, twentieths of a point before, and after)
    "Normal": (21, 0, 80),
    "Title": (44, 0, 60),
    "Heading 1": (30, 360, 120),
    "Heading 2": (25, 320, 40),
}

_OWN_STYLES = f"""
<w:style w:type="paragraph" w:customStyle="1" w:styleId="Facts"><w:name w:val="Facts"/><w:basedOn w:val="Normal"/>
  <w:qFormat/><w:pPr><w:spacing w:before="0" w:after="60"/></w:pPr>
  <w:rPr><w:color w:val="{_GREY}"/><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="Said"><w:name w:val="Said"/><w:basedOn w:val="Normal"/>
  <w:qFormat/><w:pPr><w:spacing w:before="0" w:after="30"/></w:pPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="SourceLine"><w:name w:val="Source Line"/>
  <w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:spacing w:before="0" w:after="40"/></w:pPr>
  <w:rPr><w:color w:val="{_GREY}"/><w:sz w:val="17"/><w:szCs w:val="17"/></w:rPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="FirstFacts"><w:name w:val="First Facts"/>
  <w:basedOn w:val="Facts"/><w:qFormat/><w:pPr><w:spacing w:before="100" w:after="60"/></w:pPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="Closing"><w:name w:val="Closing"/><w:basedOn w:val="Facts"/>
  <w:qFormat/><w:pPr><w:spacing w:before="480" w:after="0"/></w:pPr></w:style>
<w:style w:type="character" w:customStyle="1" w:styleId="Conflicting"><w:name w:val="Conflicting"/><w:qFormat/>
  <w:rPr><w:b/><w:bCs/><w:shd w:val="clear" w:color="auto" w:fill="FFE999"/></w:rPr></w:style>
<w:style w:type="character" w:customStyle="1" w:styleId="Label"><w:name w:val="Label"/><w:qFormat/>
  <w:rPr><w:b/><w:bCs/></w:rPr></w:style>
<w:style w:type="character" w:customStyle="1" w:styleId="Hash"><w:name w:val="Hash"/>
  <w:rPr><w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/><w:noProof/><w:sz w:val="13"/></w:rPr>
</w:style>
<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>
  <w:rPr><w:color w:val="0B5394"/><w:u w:val="single"/></w:rPr></w:style>
<w:style w:type="table" w:customStyle="1" w:styleId="Findings"><w:name w:val="Findings"/>
  <w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4" w:color="A6A6A6"/>
    <w:bottom w:val="single" w:sz="4" w:color="A6A6A6"/><w:insideH w:val="single" w:sz="4" w:color="D0D0D0"/>
    <w:insideV w:val="single" w:sz="4" w:color="D0D0D0"/></w:tblBorders>
    <w:tblCellMar><w:top w:w="50" w:type="dxa"/><w:left w:w="100" w:type="dxa"/><w:bottom w:w="30" w:type="dxa"/>
    <w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr>
  <w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr>
    <w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="EDEFF2"/></w:tcPr></w:tblStylePr></w:style>
"""


class WordFile:
    """A Word file that is being made."""

    def __init__(self, title: str) -> None:
        import docx
        from docx.oxml.ns import nsdecls
        from docx.oxml.parser import parse_xml

        self._document = docx.Document()
        self._namespaces = nsdecls("w", "r")
        self._parse = parse_xml
        self._relations: dict[str, str] = {}
        self._blocks: list[str] = []
        self._strip()
        self._style()
        self._lay_out(title)
        self._describe(title)

    def relation(self, address: str) -> str:
        """The name under which the document links to `address`."""
        from docx.opc.constants import RELATIONSHIP_TYPE

        if address not in self._relations:
            name = self._relations[address] = f"link{len(self._relations) + 1}"
            self._document.part.load_rel(RELATIONSHIP_TYPE.HYPERLINK, address, name, is_external=True)
        return self._relations[address]

    def add(self, blocks: Iterable[str]) -> None:
        """Put paragraphs and tables at the end."""
        self._blocks.extend(blocks)

    def save(self, stream: BinaryIO) -> None:
        """Write the file: the parts in their order, with no time of their own."""
        packed = io.BytesIO()
        self._document.save(packed)
        with zipfile.ZipFile(packed) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
            for name in old.namelist():
                entry = zipfile.ZipInfo(name, _EPOCH)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.create_system = 0  # else it tells Windows from Unix
                data = old.read(name)
                new.writestr(entry, self._filled(data) if name == _BODY_PART else data)

    def _filled(self, document: bytes) -> bytes:
        """The template’s empty body with the blocks in it: to move them there as elements took most of the time."""
        before, start, after = document.partition(b"<w:body>")
        return b"".join((before, start, "".join(self._blocks).encode(), after))

    def _parsed(self, name: str, xml: str) -> list[Any]:
        return list(self._parse(f"<w:{name} {self._namespaces}>{xml}</w:{name}>"))

    def _strip(self) -> None:
        """Take out the template's picture and application, and what only old versions of Word read."""
        for relations in (self._document.part.rels, self._document.part.package.rels):
            for name, relation in list(relations.items()):
                if relation.reltype.endswith(
                    ("/thumbnail", "/extended-properties", "/customXml", "/stylesWithEffects")
                ):
                    del relations[name]

    def _style(self) -> None:
        styles = self._document.styles
        for name, (size, before, after) in _SIZES.items():
            element = styles[name].element
            bold = "" if name == "Normal" else "<w:b/><w:bCs/>"
            fonts = f'<w:rFonts w:ascii="{_FONT}" w:hAnsi="{_FONT}" w:cs="{_FONT}"/>'
            look = f'{fonts}{bold}<w:color w:val="{_INK}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
            space = f'<w:spacing w:before="{before}" w:after="{after}" w:line="252" w:lineRule="auto"/>'
            kept = "" if name == "Normal" else "<w:keepNext/><w:keepLines/>"
            level = f'<w:outlineLvl w:val="{int(name[-1]) - 1}"/>' if name.startswith("Heading") else ""
            for old in (element.pPr, element.rPr):
                if old is not None:
                    element.remove(old)
            for new in self._parsed("style", f"<w:pPr>{kept}{space}{level}</w:pPr><w:rPr>{look}</w:rPr>"):
                element.append(new)
        for element in self._parsed("styles", _OWN_STYLES):
            styles.element.append(element)

    def _lay_out(self, title: str) -> None:
        section = self._document.sections[0]
        section.page_width, section.page_height = (side * 635 for side in PAGE)
        for edge in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
            setattr(section, edge, MARGIN * 635)
        footer = section.footer
        (old,) = footer.paragraphs
        tab = f'<w:pPr><w:pStyle w:val="SourceLine"/><w:tabs><w:tab w:val="right" w:pos="{WIDTH}"/></w:tabs></w:pPr>'
        pages = f"{_word.run('Page ')}{_field('PAGE')}{_word.run(' of ')}{_field('NUMPAGES')}"
        xml = f"<w:p>{tab}{_word.run(title)}<w:r><w:tab/></w:r>{pages}</w:p>"
        for element in self._parsed("ftr", xml):
            old._p.addprevious(element)
        old._p.getparent().remove(old._p)

    def _describe(self, title: str) -> None:
        properties = self._document.core_properties
        properties.title, properties.author, properties.comments = title, "discrepancy", ""
        element = properties._element
        for old in [one for one in element if one.tag.endswith(("}created", "}modified"))]:
            element.remove(old)
        (mode,) = self._document.settings.element.xpath(".//w:compatSetting[@w:name='compatibilityMode']")
        mode.attrib[next(name for name in mode.attrib if name.endswith("}val"))] = _LAYOUT


def _field(instruction: str) -> str:
    return f'<w:fldSimple w:instr="{instruction}">{_word.run("1")}</w:fldSimple>'
