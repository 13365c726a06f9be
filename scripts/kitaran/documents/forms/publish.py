"""The files of every form, kept from one run to the next where nothing in them has changed."""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from kitaran.documents.forms import pdf, xlsx
from kitaran.documents.forms.paper import FormPaper, papers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from kitaran.documents.site import Site
    from kitaran.library import Library
    from kitaran.models.text import Locale

FORMATS: dict[str, Callable[[FormPaper], bytes]] = {
    xlsx.SUFFIX: xlsx.render,
    pdf.SUFFIX: pdf.render,
}
"""What a form can be downloaded as, by the suffix."""


class Download(NamedTuple):
    """A file of a form."""

    form: str
    """The form's id."""
    suffix: str
    uri: str
    """Where it stands on the site, such as `forms/event-plan.en.pdf`."""
    data: bytes


def downloads(
    library: Library, locale: Locale, site: Site, kept: Path | None = None
) -> Iterator[Download]:
    """Give every file of every form in a language.

    Args:
        library: The handbook.
        locale: The language.
        site: What is known of the handbook's site.
        kept: A folder that keeps files between runs, so that a change to one page does not
            cost the making of every form.

    Raises:
        FormatError: If a form cannot be written.
    """
    current: set[str] = set()
    for paper in papers(library, locale, site):
        for suffix, render in FORMATS.items():
            name = f"{paper.name}.{paper.hash}{_program()}.{suffix}"
            current.add(name)
            data = _made(paper, render, kept / name if kept else None)
            yield Download(paper.form.id, suffix, f"forms/{paper.name}.{suffix}", data)
    if kept is not None:
        _clear(kept, locale, current)


def addresses(files: list[Download]) -> dict[str, dict[str, str]]:
    """Give the addresses of files by form and suffix, as pages lead to them."""
    found: dict[str, dict[str, str]] = {}
    for file in files:
        found.setdefault(file.form, {})[file.suffix] = file.uri
    return found


def _made(paper: FormPaper, render: Callable[[FormPaper], bytes], kept: Path | None) -> bytes:
    """Take a file from the folder, or make it and put it there."""
    if kept is not None:
        with suppress(OSError):
            return kept.read_bytes()
    data = render(paper)
    if kept is not None:
        # A folder that cannot be written to costs time and nothing else.
        with suppress(OSError):
            kept.parent.mkdir(parents=True, exist_ok=True)
            half = kept.with_name(f".{kept.name}.part")
            half.write_bytes(data)
            half.replace(kept)
    return data


def _clear(folder: Path, locale: Locale, current: set[str]) -> None:
    """Remove what an earlier run has left in this language."""
    with suppress(OSError):
        for file in folder.glob(f"*.{locale}.*"):
            if file.name not in current:
                file.unlink()


@cache
def _program() -> str:
    """Hash what makes the files: another program makes other files of the same form."""
    digest = sha256()
    package = files("kitaran.documents")
    for folder in ("forms", "formats", "templates", "locales"):
        for file in sorted((package / folder).iterdir(), key=lambda each: each.name):
            if file.is_file():
                digest.update(file.read_bytes())
    return digest.hexdigest()[:8]
