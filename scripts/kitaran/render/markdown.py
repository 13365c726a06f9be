"""A Python-Markdown extension that makes checklists of task lists, and no unsafe link.

Each item gets a real box with a label, and each list an element whose script keeps the ticks.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from kitaran.check.links import UNSAFE, scheme

if TYPE_CHECKING:
    from markdown import Markdown

_BOX = re.compile(r"^\s*\[([ xX])\]\s+")


class _Checklists(Treeprocessor):
    """Find lists whose items begin with a box."""

    def run(self, root: ElementTree.Element) -> None:
        """Turn every such list into a checklist, wherever it stands."""
        for parent in list(root.iter()):
            for index, child in enumerate(list(parent)):
                if child.tag == "ul" and any(_box(item) is not None for item in child):
                    parent[index] = _checklist(child)


def _box(item: ElementTree.Element) -> ElementTree.Element | None:
    """Give the element of a list item that begins with a box: the item, or its paragraph."""
    holder = item[0] if len(item) and item[0].tag == "p" and not (item.text or "").strip() else item
    return holder if _BOX.match(holder.text or "") else None


def _checklist(items: ElementTree.Element) -> ElementTree.Element:
    """Wrap a list, and give each of its items a box and a label."""
    items.set("class", "kt-tasks")
    for item in items:
        holder = _box(item)
        if holder is not None:
            _item(item, holder)
    wrapper = ElementTree.Element("kt-checklist")
    wrapper.append(items)
    wrapper.tail, items.tail = items.tail, None
    return wrapper


def _item(item: ElementTree.Element, holder: ElementTree.Element) -> None:
    """Put what an item says into the label of its box; lists within it stay outside."""
    said, nested = list(holder), []
    if holder is item:
        nested = [child for child in said if child.tag in ("ul", "ol")]
        said = [child for child in said if child.tag not in ("ul", "ol")]
    text = _BOX.sub("", holder.text or "")
    for child in list(holder):
        holder.remove(child)
    holder.text = None
    item.set("class", "kt-task")
    label = ElementTree.SubElement(holder, "label")
    # Ticks are kept by the script; a browser that remembers the form would contradict it.
    box = ElementTree.SubElement(label, "input", {"type": "checkbox", "autocomplete": "off"})
    if item.get("id"):
        box.set("data-task", item.get("id", ""))
    span = ElementTree.SubElement(label, "span")
    span.text = text.lstrip() if said else text.strip()
    span.extend(said)
    item.extend(nested)


class _SafeLinks(Treeprocessor):
    """Take away the addresses that run code. The check refuses them where it can see them."""

    def run(self, root: ElementTree.Element) -> None:
        """Look at every address of the page."""
        for element in root.iter():
            for name in ("href", "src"):
                if scheme(element.get(name, "")) in UNSAFE:
                    del element.attrib[name]


class _Corners(Treeprocessor):
    """Make plain cells of the heads of tables that say nothing, such as an empty corner."""

    def run(self, root: ElementTree.Element) -> None:
        """Mend every table: those who hear a page would hear a column without a name."""
        for cell in root.iter("th"):
            if not len(cell) and not (cell.text or "").strip():
                cell.tag = "td"


class ChecklistExtension(Extension):
    """Register the tree processors: after inline text and attribute lists are done."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Add the processors to a parser."""
        md.treeprocessors.register(_Checklists(md), "kitaran-checklists", 5)
        md.treeprocessors.register(_Corners(md), "kitaran-corners", 4)
        md.treeprocessors.register(_SafeLinks(md), "kitaran-safe-links", 4)


def makeExtension(**kwargs: Any) -> ChecklistExtension:  # noqa: N802 - Python-Markdown's name
    """Make the extension; Python-Markdown finds it by this name."""
    return ChecklistExtension(**kwargs)
