"""Write the pages of a generated handbook: every kind, with its skeleton, in two languages."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from benchmarks.scene import Pair, Scene, quoted, texts

SKELETONS: dict[str, tuple[tuple[str, str, str], ...]] = {
    "stages": (
        ("purpose", "Tujuan", "Purpose"),
        ("entry-criteria", "Syarat masuk", "Entry criteria"),
        ("what-to-do", "Apa yang perlu dibuat", "What to do"),
        ("questions-to-ask", "Soalan untuk ditanya", "Questions to ask"),
        ("say-this", "Cakap begini, bukan begitu", "Say this, not that"),
        ("objections-here", "Bantahan yang timbul di sini", "Objections met here"),
        ("documents", "Dokumen", "Documents"),
        ("checklist", "Senarai semak", "Checklist"),
        ("exit-criteria", "Syarat keluar", "Exit criteria"),
        ("measures", "Ukuran", "Measures"),
        ("common-mistakes", "Kesilapan biasa", "Common mistakes"),
    ),
    "objections": (
        ("heard", "Apa yang pelanggan kata", "What the client says"),
        ("meaning", "Maksud di sebaliknya", "What is often meant"),
        ("questions", "Soalan untuk ditanya", "Questions to ask"),
        ("response", "Jawapan", "Response"),
        ("proof", "Bukti untuk dibawa", "Proof to bring"),
        ("next-step", "Langkah seterusnya", "Next step"),
        ("follow-up", "Susulan", "Follow-up"),
    ),
    "products": (
        ("what-it-is", "Apa produk ini", "What it is"),
        ("who-for", "Untuk siapa", "Who it is for"),
        ("advantages", "Kelebihan", "Advantages"),
        ("proof", "Bukti", "Proof"),
        ("how-to-offer", "Cara menawarkan", "How to offer it"),
    ),
    "roles": (
        ("purpose", "Tujuan jawatan", "Purpose of the job"),
        ("responsibilities", "Tanggungjawab", "Responsibilities"),
        ("a-week", "Seminggu dalam kerja ini", "A week in the job"),
        ("authority", "Kuasa membuat keputusan", "Authority"),
        ("works-with", "Bekerja dengan siapa", "Who you work with"),
        ("measures", "Ukuran prestasi", "Measures of success"),
        ("checklist", "Senarai semak", "Checklist"),
        ("growth", "Langkah kerjaya", "Where it leads"),
        ("common-mistakes", "Kesilapan biasa", "Common mistakes"),
    ),
    "topics": (
        ("in-short", "Ringkasnya", "In short"),
        ("how-to", "Cara melakukannya", "How to do it"),
        ("example", "Contoh", "Example"),
        ("checklist", "Senarai semak", "Checklist"),
        ("common-mistakes", "Kesilapan biasa", "Common mistakes"),
    ),
}
NAMES: dict[str, Pair] = {
    "stages": ("Tahap", "Stage"),
    "objections": ("Bantahan", "Objection"),
    "products": ("Produk", "Product"),
    "roles": ("Jawatan", "Job"),
    "topics": ("Topik", "Topic"),
}
SENTENCES = 66
"""About how many sentences a page has: they make a page of 6 KB or so."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page, before it is written."""

    id: str
    skeleton: str
    """Which skeleton it follows; `products/index` follows a topic's."""
    order: int
    objectives: int
    """How many objectives it has."""

    @property
    def title(self) -> Pair:
        """Its title in both languages."""
        names = NAMES[self.id.partition("/")[0]]
        return f"{names[0]} {self.order + 1}", f"{names[1]} {self.order + 1}"

    @property
    def objective_ids(self) -> list[str]:
        """The ids of its objectives."""
        return [f"objective-{index + 1}" for index in range(self.objectives)]


def lay_out(pages: int, objectives: dict[int, int]) -> list[Page]:
    """Decide which pages there are. The first five cover every kind that others refer to.

    Args:
        pages: How many.
        objectives: How many objectives a page has, by its place in the list; three otherwise.
    """
    laid = [Page("products/index", "topics", 0, objectives.get(0, 3))]
    turns = ("stages", "objections", "roles", "products", "topics")
    for index in range(1, pages):
        folder = turns[(index - 1) % len(turns)]
        number = (index - 1) // len(turns) + 1
        name = f"{folder}/{folder[:-1]}-{number:05d}"
        laid.append(Page(name, folder, number, objectives.get(index, 3)))
    return laid


def write_page(page: Page, pages: list[Page], seed: str) -> Pair:
    """Write a page in both languages.

    Args:
        page: Which.
        pages: All of them; some are linked to.
        seed: What decides everything that is left to chance.
    """
    dice = Random(f"{seed}/{page.id}")
    bodies: tuple[list[str], list[str]] = ([], [])
    for section, *titles in SKELETONS[page.skeleton]:
        parts = _section(section, page, pages, dice)
        for language in (0, 1):
            lines = [f"## {titles[language]} {{#{section}}}\n"]
            bodies[language].extend(lines + [part[language] + "\n" for part in parts])
    fronts = _front(page, pages, dice)
    return (
        fronts[0] + "\n" + "\n".join(bodies[0]).rstrip() + "\n",
        fronts[1] + "\n" + "\n".join(bodies[1]).rstrip() + "\n",
    )


def _section(section: str, page: Page, pages: list[Page], dice: Random) -> list[Pair]:
    """Write what stands in a section, as paragraphs, lists, tables and admonitions."""
    scene = Scene.draw(dice)
    count = SENTENCES // len(SKELETONS[page.skeleton])
    first, second, *said = (scene.both(pair) for pair in dice.sample(texts()["sentences"], count))
    if section == "checklist":
        return _checklist(scene, dice)
    parts = [_joined([first, second], " ")]
    if section in ("say-this", "response"):
        parts += _say_this(scene, dice)
    elif section in ("what-to-do", "how-to", "responsibilities", "how-to-offer"):
        parts.append(_joined([(f"1. {ms}", f"1. {en}") for ms, en in said], "\n"))
    elif section in ("documents", "measures", "meaning", "works-with"):
        head = ("| Perkara | Contoh |\n|---|---|", "| Item | Example |\n|---|---|")
        rows = [(f"| {n} | {ms} |", f"| {n} | {en} |") for n, (ms, en) in enumerate(said, 1)]
        parts.append(_joined([head, *rows], "\n"))
    else:
        parts.append(_joined([(f"- {ms}", f"- {en}") for ms, en in said], "\n"))
    parts.append(_link(page, dice.choice(pages), dice))
    return [part for part in parts if part[0]]


def _joined(pairs: list[Pair], by: str) -> Pair:
    """Join texts, each language for itself."""
    return by.join(ms for ms, _ in pairs), by.join(en for _, en in pairs)


def _say_this(scene: Scene, dice: Random) -> list[Pair]:
    """Write what to say and what not."""
    good = scene.both(dice.choice(texts()["said"]))
    bad = scene.both(dice.choice(texts()["unsaid"]))
    why = scene.both(dice.choice(texts()["sentences"]))
    return [
        (
            f'!!! success "Cakap"\n    > “{good[0]}”\n\n    {why[0]}',
            f'!!! success "Say"\n    > “{good[1]}”\n\n    {why[1]}',
        ),
        (
            f'!!! failure "Jangan cakap"\n    > “{bad[0]}”',
            f'!!! failure "Don’t say"\n    > “{bad[1]}”',
        ),
    ]


def _checklist(scene: Scene, dice: Random) -> list[Pair]:
    """Write a checklist of twelve items in three phases."""
    tasks = [scene.both(pair) for pair in dice.sample(texts()["tasks"], 12)]
    phases = (
        ("before", "Sebelum mesyuarat", "Before the meeting"),
        ("during", "Semasa mesyuarat", "During the meeting"),
        ("after", "Selepas mesyuarat", "After the meeting"),
    )
    parts: list[Pair] = []
    for turn, (phase, malay, english) in enumerate(phases):
        parts.append((f"### {malay} {{#{phase}}}", f"### {english} {{#{phase}}}"))
        items = [
            (f"- [ ] {ms} {{#{phase}-{n}}}", f"- [ ] {en} {{#{phase}-{n}}}")
            for n, (ms, en) in enumerate(tasks[turn * 4 : turn * 4 + 4], 1)
        ]
        parts.append(_joined(items, "\n"))
    return parts


def _link(page: Page, other: Page, dice: Random) -> Pair:
    """Write a link from one page to a section of another."""
    if other.id == page.id:
        return "", ""
    section = dice.choice(SKELETONS[other.skeleton])[0]
    target = f"../{other.id}.md#{section}"
    return (
        f"Lihat juga [{other.title[0]}]({target}).",
        f"See also [{other.title[1]}]({target}).",
    )


def _front(page: Page, pages: list[Page], dice: Random) -> Pair:
    """Write the front matter of a page and of its twin."""
    scene = Scene.draw(dice)
    summary = scene.both(dice.choice(texts()["sentences"]))
    malay = [f"title: {page.title[0]}", f"summary: {quoted(summary[0])}", f"order: {page.order}"]
    malay += ["owner: ketua-jualan", "reviewed: 2026-11-23", "review_every: 6 months", "minutes: 8"]
    english = [f"title: {page.title[1]}", f"summary: {quoted(summary[1])}"]
    english.append("translates: 2026-11-23")
    if page.objectives:
        malay.append("objectives:")
        english.append("objectives:")
        pairs = [scene.both(pair) for pair in texts()["objectives"]]
        for name, pair in zip(page.objective_ids, pairs, strict=False):
            malay += [f"  - id: {name}", f"    text: {pair[0]}"]
            english += [f"  - id: {name}", f"    text: {pair[1]}"]
    more = _FRONTS.get("families" if page.id == "products/index" else page.skeleton)
    if more is not None:
        own, theirs = more(scene, pages, dice)
        malay += own
        english += theirs
    return "---\n" + "\n".join(malay) + "\n---\n", "---\n" + "\n".join(english) + "\n---\n"


def _ids(pages: list[Page], skeleton: str, dice: Random) -> str:
    """Name one or two pages of a kind, as a YAML list."""
    known = [page.id for page in pages if page.skeleton == skeleton]
    return f"[{', '.join(dice.sample(known, min(2, len(known))))}]"


def _stage(_scene: Scene, _pages: list[Page], _dice: Random) -> tuple[list[str], list[str]]:
    """Write what a stage's front matter adds."""
    return ["roles: [role-00001]"], []


def _objection(_scene: Scene, pages: list[Page], dice: Random) -> tuple[list[str], list[str]]:
    """Write what an objection's front matter adds."""
    return ["family: price", f"stages: {_ids(pages, 'stages', dice)}"], []


def _product(scene: Scene, pages: list[Page], dice: Random) -> tuple[list[str], list[str]]:
    """Write what a product's front matter adds, in both languages."""
    facts: list[tuple[str, str, str]] = [
        ("who_for", "Pengilang makanan", "Food makers"),
        ("needs", "[Barang sampai dalam keadaan baik]", "[Goods arrive in good order]"),
        ("price_model", "Setiap 1,000 keping (contoh)", "Per 1,000 pieces (example)"),
        ("availability", *scene.both(["{days} hari bekerja", "{days} working days"])),
        ("min_order", "1,000 keping", "1,000 pieces"),
    ]
    malay = [f"{key}: {ms}" for key, ms, _ in facts]
    malay += ["family: cartons", f"objections: {_ids(pages, 'objections', dice)}"]
    return malay, [f"{key}: {en}" for key, _, en in facts]


def _families(_scene: Scene, _pages: list[Page], _dice: Random) -> tuple[list[str], list[str]]:
    """Write the product families, in both languages."""
    lines = ["kind: topic", "families:", "  - id: cartons"]
    return [*lines, "    text: Kotak"], [*lines, "    text: Cartons"]


_FRONTS = {
    "stages": _stage,
    "objections": _objection,
    "products": _product,
    "families": _families,
}
