"""A new page: both languages, every section, and a note on what belongs in each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kitaran.load.record import load
from kitaran.load.tree import FileKind, discover, entry
from kitaran.models.playbook import Front, Playbook, TopicFront, kind_of
from kitaran.models.skeleton import CHECKLIST, SKELETONS
from kitaran.skeletons.form import in_words, quoted
from kitaran.skeletons.guides import GUIDES

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from kitaran.models.playbook import Kind
    from kitaran.models.text import Locale

OBJECTIVES = ("first-objective", "second-objective")
"""The ids of the objectives of a new page."""
INDEX = "products/index"
_FAMILY = "first-family"


@dataclass(frozen=True, slots=True)
class _Draft:
    """One language's file of a new page."""

    id: str
    kind: Kind
    locale: Locale
    today: date
    order: int
    family: str
    is_twin: bool

    def say(self, ms: str, en: str) -> str:
        """Give a text in the language of the file."""
        return ms if self.locale == "ms" else en

    def line(self, key: str, ms: str, en: str) -> str:
        """Write a key and its text."""
        return f"{key}: {quoted(self.say(ms, en))}"

    def noted(self, line: str, ms: str, en: str) -> str:
        """Write a note behind a line."""
        return f"{line}  # {self.say(ms, en)}"


def pages(name: str, today: date, languages: tuple[Locale, ...], root: Path) -> dict[str, str]:
    """Write the files of a new page.

    A product belongs to a family, and the families are listed on `products/index`: where
    that page is not there yet, it is written too.
    """
    kind = kind_of(name)
    family, order = _FAMILY, _next_order(root, name)
    if kind == "product":
        family = _first_family(root) or _FAMILY
    files: dict[str, str] = {}
    for locale in languages:
        is_twin = locale != languages[0]
        suffix = ".en.md" if is_twin else ".md"
        draft = _Draft(name, kind, locale, today, order, family, is_twin)
        files[f"playbooks/{name}{suffix}"] = f"---\n{_front(draft)}---\n\n{_body(draft)}"
    if kind == "product" and not (root / f"playbooks/{INDEX}.md").exists():
        files.update(pages(INDEX, today, languages, root))
    return files


def _next_order(root: Path, name: str) -> int:
    """Give the place after the last page of the collection; an index comes first."""
    collection, _, slug = name.partition("/")
    if slug == "index":
        return 0
    found = [
        load(root, each).record
        for each in discover(root).of(FileKind.PLAYBOOK)
        if each.locale == "ms" and each.id.startswith(f"{collection}/")
    ]
    orders = [
        page.front.order
        for page in found
        if isinstance(page, Playbook) and isinstance(page.front, Front) and page.front.order < 1000
    ]
    return max(orders, default=0) + 1


def _first_family(root: Path) -> str:
    """Give the first family of products that the handbook lists; empty where it lists none."""
    path = f"playbooks/{INDEX}.md"
    if not (root / path).is_file():
        return ""
    record = load(root, entry(path)).record
    if isinstance(record, Playbook) and isinstance(record.front, TopicFront):
        return next((family.id for family in record.front.families), "")
    return ""


def _front(draft: _Draft) -> str:
    """Write the front matter."""
    collection, _, slug = draft.id.partition("/")
    title = in_words(collection if slug == "index" else slug)
    first, second = OBJECTIVES
    lines = [
        draft.noted(f"title: {quoted(title)}", "tajuk halaman", "the heading of the page"),
        draft.line(
            "summary",
            "Tulis satu ayat yang berguna dalam hasil carian.",
            "Write one sentence that is useful in a search result.",
        ),
        *(_twin_keys(draft) if draft.is_twin else _original_keys(draft)),
        *_kind_keys(draft),
        draft.noted(
            "objectives:",
            "apa yang pembaca boleh BUAT selepas ini",
            "what the reader can DO afterwards",
        ),
        f"  - id: {first}",
        draft.line("    text", "Melakukan perkara pertama", "Do a first thing"),
        f"  - id: {second}",
        draft.line("    text", "Melakukan perkara kedua", "Do a second thing"),
        draft.noted(
            "search: []", "apa yang ditaip apabila tergesa-gesa", "what people type in a hurry"
        ),
    ]
    return "".join(f"{line}\n" for line in lines)


def _original_keys(draft: _Draft) -> list[str]:
    """Write what an original says for every language."""
    return [
        draft.noted(f"order: {draft.order}", "tempatnya dalam koleksi", "its place"),
        draft.noted("owner: ketua-jualan", "yang bertanggungjawab", "the role that answers for it"),
        f"reviewed: {draft.today.isoformat()}",
        "review_every: 6 months",
        "audience: everyone  # everyone | manager | trainer",
        draft.noted("roles: []", "kosong bermakna semua jawatan", "none means every role"),
        draft.noted("minutes: 5", "masa membaca", "reading time"),
    ]


def _twin_keys(draft: _Draft) -> list[str]:
    """Write what a twin says of its original."""
    return [f"translates: {draft.today.isoformat()}  # the day of the original's last review"]


_OBJECTION_FAMILIES = "price | timing | need | authority | trust | delivery | terms | competition"


def _kind_keys(draft: _Draft) -> list[str]:
    """Write what only pages of this kind have."""
    if draft.id == INDEX:
        name = draft.line("    text", "Keluarga pertama", "First family")
        return ["families:", f"  - id: {_FAMILY}", name]
    if draft.kind == "objection" and not draft.is_twin:
        return [
            "family: price",
            f"# {_OBJECTION_FAMILIES}",
            draft.noted("stages: []", "tahap di mana ia timbul", "the stages where it is met"),
        ]
    if draft.kind == "battlecard" and not draft.is_twin:
        return [
            draft.noted("products: []", "produk yang bersaing dengannya", "the products it meets"),
            draft.noted("objections: []", "bantahan yang dibawanya", "the objections it brings"),
        ]
    if draft.kind != "product":
        return []
    ids = [f"family: {draft.family}", "goes_with: []", "objections: []"]
    need = draft.say("Tulis satu keperluan yang dijawabnya", "Write a need that it answers")
    return [
        *([] if draft.is_twin else ids),
        draft.line("who_for", "Tulis untuk siapa.", "Write whom it is for."),
        f"needs: [{quoted(need)}]",
        draft.line("price_model", "Tulis cara harganya dikira.", "Write how it is priced."),
        draft.line("availability", "Tulis dari stok atau ditempah.", "Write how soon it is there."),
        draft.line("min_order", "Tulis kuantiti pesanan minimum.", "Write the smallest order."),
        draft.noted("competes_with: []", "tanpa nama syarikat", "without names of companies"),
    ]


def _body(draft: _Draft) -> str:
    """Write every section, each with a note on what belongs there."""
    sections = []
    for section in SKELETONS[draft.kind]:
        guide = GUIDES[draft.kind][section.id].get(draft.locale)
        held = (
            _checklist(draft)
            if section.id == CHECKLIST
            else draft.say("*Belum ditulis.*", "*Not written yet.*")
        )
        heading = f"## {section.title(draft.locale)} {{#{section.id}}}"
        sections.append(f"{heading}\n\n<!-- {guide} -->\n\n{held}\n")
    return "\n".join(sections)


def _checklist(draft: _Draft) -> str:
    """Write a checklist with two phases."""
    say = draft.say
    act = say("Tulis tindakan yang boleh disemak", "Write an act that can be checked")
    return (
        f"### {say('Sebelum', 'Before')} {{#before}}\n\n"
        f"- [ ] {act} {{#first-item}}\n- [ ] {act} {{#second-item}}\n\n"
        f"### {say('Selepas', 'Afterwards')} {{#afterwards}}\n\n"
        f"- [ ] {act} {{#third-item}}"
    )
