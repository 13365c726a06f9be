"""Build every language, each in a process of its own, and put them together."""

from __future__ import annotations

import logging
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from multiprocessing import get_all_start_methods, get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from kitaran.load.tree import FOLDERS

if TYPE_CHECKING:
    from multiprocessing.context import BaseContext

    from kitaran.models.text import Locale
    from kitaran.settings import Settings


class BuildError(Exception):
    """The site could not be built. The message says why."""


def build_site(
    settings: Settings, site: Path, *, cards: bool = False, url: str | None = None
) -> None:
    """Build the site in every language.

    The old site stays as it is until the new one is whole.

    Args:
        settings: The handbook, which has been checked.
        site: Where the site goes.
        cards: Whether pages show the errors of their content.
        url: The address that the site is served from; that of `mkdocs.yml` when not given.

    Raises:
        BuildError: If MkDocs refuses its configuration or a page.
    """
    site = site.resolve()
    site.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=site.parent, prefix=".kitaran-") as folder:
        work = Path(folder)
        build = partial(_build_one, root=settings.root, cards=cards, url=url)
        with ProcessPoolExecutor(len(settings.languages), mp_context=_context()) as pool:
            jobs = [
                pool.submit(build, locale, settings.languages[0], work / locale)
                for locale in settings.languages
            ]
            try:
                failures = [failure for job in jobs if (failure := job.result())]
            except BrokenProcessPool:
                failures = ["the building of a language was ended from outside: is memory short?"]
        if failures:
            raise BuildError("\n".join(dict.fromkeys(failures)))
        whole = work / settings.languages[0]
        for locale in settings.languages[1:]:
            (work / locale).rename(whole / locale)
        _replace(site, whole, work / "old")


def _context() -> BaseContext | None:
    """Say how processes begin.

    Setting a PDF leaves threads behind, which a process forked from this one would wait for in
    vain: it is forked from a clean one then, where that is possible.
    """
    if "typst" not in sys.modules:
        return None
    if "forkserver" not in get_all_start_methods():
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload(["kitaran.mkdocs_plugin.plugin"])
    return context


def refuse_loss(settings: Settings, site: Path) -> None:
    """Make sure that a site takes the place of nothing but an older one.

    Raises:
        BuildError: If the folder holds something else.
    """
    root, site = settings.root.resolve(), site.resolve()
    content = [root / name for name in FOLDERS]
    if root.is_relative_to(site) or any(site.is_relative_to(folder) for folder in content):
        message = f"{site} holds the handbook itself; give the site a folder of its own"
        raise BuildError(message)
    if not site.is_dir() or (site / "assets" / "kitaran").is_dir():
        return
    if any(not item.name.startswith(".") for item in site.iterdir()):
        message = f"{site} holds other files, which would be lost; empty it, or give another folder"
        raise BuildError(message)


def _replace(site: Path, new: Path, old: Path) -> None:
    """Put a new site in the place of the old one, which comes back if that fails.

    Hidden files stay, as they do with MkDocs: `.git` and `.nojekyll` are not the site's.
    """
    if not site.exists():
        new.rename(site)
        return
    site.rename(old)
    try:
        new.rename(site)
    except OSError:
        old.rename(site)
        raise
    for item in old.glob(".*"):
        if not (site / item.name).exists():
            item.rename(site / item.name)


def _build_one(
    locale: Locale, original: Locale, site: Path, *, root: Path, cards: bool, url: str | None
) -> str | None:
    """Build one language; runs in a process of its own.

    Returns:
        What went wrong, or `None`. Exceptions of MkDocs do not survive the way between
        processes.
    """
    told = _Told()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(told)
    try:
        config = _config(locale, original, site, root=root, cards=cards, url=url)
        mkdocs_build(config)
    except MkDocsException as error:
        # A warning in strict mode ends as "Aborted with 1 warnings": the log says which.
        return "\n".join([*told.messages, str(error)])
    except Exception as error:  # Of a theme or an extension: what MkDocs told names the page.
        return "\n".join(told.messages) or f"{type(error).__name__}: {error}"
    finally:
        logger.removeHandler(told)
    return None


class _Told(logging.Handler):
    """Keep what MkDocs warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one message."""
        self.messages.append(record.getMessage())


def _config(
    locale: Locale, original: Locale, site: Path, *, root: Path, cards: bool, url: str | None
) -> Any:
    """Load `mkdocs.yml` for one language."""
    file = root / "mkdocs.yml"
    if not file.is_file():
        message = f"{file} is missing: it names the site and its theme"
        raise MkDocsException(message)
    if not (root / "docs").is_dir():
        message = f"{root / 'docs'} is missing: make the folder, for the home page `docs/index.md`"
        raise MkDocsException(message)
    values: dict[str, Any] = {"site_dir": str(site), "strict": not cards}
    config = load_config(str(file), **values)
    base = url if url is not None else config.site_url
    if base and locale != original:
        base = base.rstrip("/") + f"/{locale}/"
    config.site_url = base
    plugin = config.plugins.get("kitaran")
    if plugin is None:
        message = f"{file}: add `- kitaran` under `plugins:`"
        raise MkDocsException(message)
    plugin.config.update({"locale": locale, "check": False, "cards": cards})
    return config
