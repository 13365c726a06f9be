"""How slides look: PowerPoint's plain layouts made wide, with the handbook's colour and footer."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

TITLE, CONTENT, SECTION = 0, 1, 2
"""The layouts, by their places in the template."""
NUMBER = 12
"""The placeholder for the number of a slide, by its index."""
ACCENT, INK, SOFT = "0F5C63", "1B2A2C", "4A5759"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WIDTH, HEIGHT = 12_192_000, 6_858_000
"""The size of a slide of 16:9, in English Metric Units."""
_PLACES: dict[str, tuple[float, float, float, float]] = {
    "title": (0.055, 0.06, 0.89, 0.17),
    "body": (0.055, 0.26, 0.89, 0.62),
    "date": (0.055, 0.93, 0.2, 0.05),
    "footer": (0.055, 0.93, 0.7, 0.05),
    "number": (0.845, 0.93, 0.1, 0.05),
    "cover-title": (0.075, 0.26, 0.85, 0.24),
    "cover-body": (0.075, 0.53, 0.85, 0.25),
}
"""Left, top, width and height of placeholders, as shares of the slide."""
_KINDS = {0: "title", 1: "body", 10: "date", 11: "footer", 12: "number"}
"""What placeholders are, by their indexes in the template."""
_COVERS = (TITLE, SECTION)
"""The layouts whose title stands in the middle."""


def dress(file: Any, footer: str) -> None:
    """Make a new presentation wide, and give it its look.

    Args:
        file: A presentation from python-pptx's own template, without slides.
        footer: What stands at the foot of every slide.
    """
    file.slide_width, file.slide_height = WIDTH, HEIGHT
    master = file.slide_master
    _colours(master)
    _place(master.placeholders, _master_kind, cover=False)
    for index, layout in enumerate(file.slide_layouts):
        _place(layout.placeholders, _layout_kind, cover=index in _COVERS)
        _foot(layout, footer)
        if index in _COVERS:
            _cover(layout)
    _bar(master)
    _text_styles(master)
    _only_used(file)


def _master_kind(shape: Any) -> str:
    """Say what a placeholder of the master is: its own indexes differ from those of layouts."""
    names = {1: "title", 2: "body", 16: "date", 15: "footer", 13: "number"}
    return names.get(int(shape.placeholder_format.type), "")


def _layout_kind(shape: Any) -> str:
    """Say what a placeholder of a layout is."""
    return _KINDS.get(shape.placeholder_format.idx, "")


def _place(shapes: Any, kind_of: Any, *, cover: bool) -> None:
    """Put placeholders where they belong on a wide slide."""
    for shape in shapes:
        kind = kind_of(shape)
        if cover and kind in ("title", "body"):
            kind = f"cover-{kind}"
        if kind in _PLACES:
            left, top, width, height = _PLACES[kind]
            shape.left, shape.top = round(left * WIDTH), round(top * HEIGHT)
            shape.width, shape.height = round(width * WIDTH), round(height * HEIGHT)


def _cover(layout: Any) -> None:
    """Let a title and what it says stand one below the other, in letters that all can read."""
    for shape in layout.placeholders:
        kind = _layout_kind(shape)
        body = shape._element.txBody.find(f"{_A}bodyPr")
        if kind in ("title", "body"):
            body.set("anchor", "b" if kind == "title" else "t")
        for style in shape._element.txBody.iter(f"{_A}defRPr"):
            style.attrib.pop("cap", None)
            style.set("sz", "4000" if kind == "title" else "2400")
        for style in shape._element.txBody.iter(f"{_A}lvl1pPr"):
            style.set("algn", "l")
        for colour in shape._element.txBody.iter(f"{_A}schemeClr"):
            colour.set("val", "accent1" if kind == "title" else "accent2")
            for tint in list(colour):
                colour.remove(tint)


def without_bullet(paragraph: Any) -> None:
    """Take the bullet from a paragraph, and what it is set in by."""
    from pptx.oxml import parse_xml

    properties = paragraph._p.get_or_add_pPr()
    properties.set("marL", "0")
    properties.set("indent", "0")
    properties.append(parse_xml(f'<a:buNone xmlns:a="{_A[1:-1]}"/>'))


def _foot(layout: Any, footer: str) -> None:
    """Write the footer on a layout; every slide of it shows it."""
    from pptx.enum.text import PP_ALIGN
    from pptx.util import Pt

    for shape in list(layout.placeholders):
        kind = _layout_kind(shape)
        if kind == "date":
            shape._element.getparent().remove(shape._element)
        elif kind == "footer":
            # A placeholder of a layout is not shown on its slides; a plain text is.
            box = layout.shapes._spTree
            plain = deepcopy(shape._element)
            marker = plain.nvSpPr.nvPr
            for child in list(marker):
                marker.remove(child)
            box.append(plain)
            added = layout.shapes[-1]
            added.text_frame.text = footer
            paragraph = added.text_frame.paragraphs[0]
            paragraph.alignment = PP_ALIGN.LEFT
            paragraph.runs[0].font.size = Pt(11)
            shape._element.getparent().remove(shape._element)


def _bar(master: Any) -> None:
    """Draw the thin line of the handbook's colour at the left edge of every slide."""
    from pptx.oxml import parse_xml

    tree = master.shapes._spTree
    a = "http://schemas.openxmlformats.org/drawingml/2006/main"
    p = "http://schemas.openxmlformats.org/presentationml/2006/main"
    bar = parse_xml(
        f'<p:sp xmlns:p="{p}" xmlns:a="{a}"><p:nvSpPr><p:cNvPr id="90" name="Bar"/>'
        f'<p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="150000" cy="{HEIGHT}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        '</a:prstGeom><a:solidFill><a:schemeClr val="accent1"/></a:solidFill><a:ln><a:noFill/>'
        "</a:ln></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr/></a:p></p:txBody>"
        "</p:sp>"
    )
    # Behind everything else, after the two elements that every tree of shapes begins with.
    tree.insert(2, bar)


def _colours(master: Any) -> None:
    """Set the colours and fonts of the theme."""
    import re

    from pptx.opc.constants import RELATIONSHIP_TYPE

    part = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme = part.blob.decode("utf-8")
    for name, colour in (("dk2", INK), ("accent1", ACCENT), ("accent2", SOFT)):
        theme = re.sub(
            rf"(<a:{name}>)<a:srgbClr val=\"[0-9A-F]+\"/>", rf'\1<a:srgbClr val="{colour}"/>', theme
        )
    part._blob = theme.encode("utf-8")


def _text_styles(master: Any) -> None:
    """Set the sizes and colours of titles and texts."""
    styles = master._element.find(
        "{http://schemas.openxmlformats.org/presentationml/2006/main}txStyles"
    )
    title = styles[0].find(f"{_A}lvl1pPr")
    title.set("algn", "l")
    run = title.find(f"{_A}defRPr")
    run.set("sz", "3200")
    run.set("b", "1")
    for colour in run.iter(f"{_A}schemeClr"):
        colour.set("val", "accent1")


def _only_used(file: Any) -> None:
    """Leave out the layouts that were not placed anew: they are for narrow slides."""
    layouts = file.slide_layouts
    for index in reversed(range(len(layouts))):
        if index not in (TITLE, CONTENT, SECTION):
            layouts.remove(layouts[index])
