"""New learning paths, scorecards, forms and role-plays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitaran.skeletons.form import Form, in_words

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from kitaran.models.text import Locale


def path(name: str, today: date, languages: tuple[Locale, ...], root: Path) -> dict[str, str]:
    """Write the file of a new learning path: one week, one task, and how to go on."""
    form, title = Form(languages), in_words(name)
    has_role = (root / f"playbooks/roles/{name}.md").is_file()
    kinds = form.note(
        "Setiap langkah ada satu daripada: page, quiz, checklist, roleplay, task. Contoh:",
        "Each step has one of: page, quiz, checklist, roleplay, task. For example:",
    )
    lines = [
        form.head("path", 2),
        f"id: {name}",
        form.line("title", title, title),
        form.line("summary", "Tulis untuk siapa laluan ini.", "Write whom this path is for."),
        *([f"role: {name}"] if has_role else []),
        "days: 90",
        "owner: ketua-latihan",
        f"reviewed: {today.isoformat()}",
        "phases:",
        "  - id: week-1",
        form.line("    title", "Minggu pertama", "The first week"),
        "    days: 1-7",
        "    steps:",
        f"      # {kinds}",
        "      # - page: stages/closing",
        "      # - quiz: stages/closing",
        "      #   after: [page:stages/closing]",
        *([f"      - page: roles/{name}"] if has_role else []),
        "      - task: first-task",
        form.line("        text", "Tulis tugas di lapangan.", "Write a task in the field."),
        "        minutes: 60",
        "        sign_off: manager  # manager | trainer | self",
    ]
    return {f"playbooks/paths/{name}.yml": _joined(lines)}


def scorecard(name: str, today: date, languages: tuple[Locale, ...], root: Path) -> dict[str, str]:
    """Write the file of a new scorecard: one criterion, three bands."""
    form, title = Form(languages), in_words(name)
    has_page = (root / f"playbooks/topics/{name}.md").is_file()
    levels = [
        ("Apa yang dilihat pada aras paling rendah", "What one sees at the lowest level"),
        ("Apa yang dilihat di tengah-tengah", "What one sees in the middle"),
        ("Apa yang dilihat pada aras terbaik", "What one sees at the best level"),
    ]
    bands = [
        ("stop", 0, "Berhenti", "Stop"),
        ("caution", 45, "Berhati-hati", "Take care"),
        ("go", 75, "Teruskan", "Go on"),
    ]
    lines = [
        form.head("scorecard", 2),
        f"id: {name}",
        form.line("title", title, title),
        form.line("summary", "Tulis keputusan yang dibantunya.", "Write what it decides."),
        *([f"page: topics/{name}"] if has_page else []),
        "owner: ketua-jualan",
        f"reviewed: {today.isoformat()}",
        "criteria:",
        "  - id: first-criterion",
        form.line("    text", "Tulis perkara yang dinilai", "Write what is judged"),
        form.line(
            "    why",
            "Apa ertinya, dan bagaimana mengetahuinya.",
            "What it tells, and how to find out.",
        ),
        "    weight: 3",
        f"    levels:  # {form.note('bermula dengan yang paling rendah', 'from the worst')}",
    ]
    for points, (ms, en) in enumerate(levels):
        lines += [f"      - points: {points}", form.line("        text", ms, en)]
    note = form.note("mengikut peratus daripada markah penuh", "by percent of the weighted maximum")
    lines.append(f"bands:  # {note}")
    for band, start, ms, en in bands:
        lines += [
            f"  - id: {band}",
            f"    from: {start}",
            form.line("    title", ms, en),
            form.line("    action", "Tulis apa yang perlu dibuat.", "Write what to do."),
        ]
    return {f"playbooks/scorecards/{name}.yml": _joined(lines)}


def form(name: str, today: date, languages: tuple[Locale, ...], root: Path) -> dict[str, str]:
    """Write the file of a new form: two fields, and a table that is added up."""
    said, title = Form(languages), in_words(name)
    has_page = (root / f"playbooks/topics/{name}.md").is_file()
    types = "text | long | number | money | percent | date | choice | table"
    lines = [
        said.head("form", 2),
        f"id: {name}",
        said.line("title", title, title),
        said.line("summary", "Tulis bila borang ini diisi.", "Write when this form is filled in."),
        *([f"page: topics/{name}"] if has_page else []),
        "owner: ketua-jualan",
        f"reviewed: {today.isoformat()}",
        "sections:",
        "  - id: first-section",
        said.line("    title", "Bahagian pertama", "The first section"),
        "    fields:",
        "      - id: who",
        said.line("        label", "Diisi oleh", "Filled in by"),
        said.line("        example", "Aina", "Aina"),
        "      - id: day",
        said.line("        label", "Tarikh", "Date"),
        f"        type: date  # {types}",
        f"        example: {today.isoformat()}",
        "      - id: costs",
        said.line("        label", "Kos", "Costs"),
        "        type: table",
        "        rows: 5",
        "        columns:",
        "          - id: item",
        said.line("            label", "Perkara", "Item"),
        "          - id: quantity",
        said.line("            label", "Bilangan", "Quantity"),
        "            type: number",
        "          - id: price",
        said.line("            label", "Harga", "Price"),
        "            type: money",
        "          - id: amount",
        said.line("            label", "Jumlah", "Amount"),
        "            type: money",
        '            formula: "{quantity} * {price}"',
        "            total: sum",
        "        examples:",
        f"          - item: {said.text('Sampel', 'Samples')}",
        "            quantity: 4",
        "            price: 60",
    ]
    return {f"playbooks/forms/{name}.yml": _joined(lines)}


def roleplay(name: str, languages: tuple[Locale, ...], root: Path) -> dict[str, str]:
    """Write the file of a new role-play: two sheets, what to watch for, what to ask."""
    form, title = Form(languages), in_words(name)
    card = f"objections/{name}"
    has_card = (root / f"playbooks/{card}.md").is_file()
    lines = [
        form.head("roleplay", 2),
        f"id: {name}",
        form.line("title", title, title),
        *([f"objection: {card}"] if has_card else []),
        "minutes: 15",
        form.line(
            "situation", "Tulis apa yang diketahui oleh kedua-duanya.", "Write what both know."
        ),
        f"buyer:  # {form.note('tidak ditunjukkan kepada penjual', 'not shown to the seller')}",
        form.line(
            "  brief", "Siapa anda, dan apa yang difikirkan.", "Who you are and what you think."
        ),
        form.list("  knows", "Diberitahu apabila ditanya.", "Told when asked."),
        form.list("  says", "Ayat untuk disebut.", "A sentence to use."),
        form.list("  yields_when", "Apa yang melembutkan hati anda.", "What moves you."),
        "seller:",
        form.line("  brief", "Apa yang sudah berlaku.", "What has happened so far."),
        form.line("  goal", "Apa yang mahu dicapai.", "What to leave the room with."),
        form.list("  knows", "Fakta yang boleh dipakai.", "A fact that you may use."),
        form.list("observer", "Apa yang perlu diperhatikan.", "What to watch for."),
        form.list("debrief", "Apa yang ditanya selepas itu?", "What to ask afterwards?"),
    ]
    return {f"quizzes/roleplays/{name}.yml": _joined(lines)}


def _joined(lines: list[str]) -> str:
    """Put lines together."""
    return "".join(f"{line}\n" for line in lines)
