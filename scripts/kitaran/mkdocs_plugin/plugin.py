"""Give MkDocs the pages of one language.

Each language is a build of its own, in a process of its own: MkDocs keeps much of its state
in one place. Everything that belongs to one build is set in `on_config`.
"""

from __future__ import annotations

import json
import os
import re
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import quote, urljoin

from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel

import kitaran
from kitaran.check.engine import check
from kitaran.check.reporters.text import report as as_text
from kitaran.check.switched import refuse_unknown_rules
from kitaran.documents.formats import FormatError
from kitaran.documents.forms.publish import addresses, downloads
from kitaran.documents.site import site_of
from kitaran.library import load_library
from kitaran.load.tree import FOLDERS
from kitaran.mkdocs_plugin import offline
from kitaran.mkdocs_plugin.config import KitaranConfig
from kitaran.mkdocs_plugin.names import with_names
from kitaran.mkdocs_plugin.policy import with_policy
from kitaran.mkdocs_plugin.scripts import slim
from kitaran.mkdocs_plugin.search import search_files, take_over
from kitaran.mkdocs_plugin.styles import SHARED, stylesheets
from kitaran.render import app
from kitaran.render.facts import handbook, sections
from kitaran.render.page import Context
from kitaran.render.site import assets, navigation, render_site
from kitaran.settings import SettingsError, load_settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.pages import Page

    from kitaran.diagnostics import Diagnostic
    from kitaran.documents.forms.publish import Download
    from kitaran.library import Library
    from kitaran.models.text import Locale
    from kitaran.settings import Settings

log = get_plugin_logger("kitaran")

ASSETS = Path(kitaran.__file__).parent / "render" / "assets"
THEME = Path(__file__).parent / "theme"


class KitaranPlugin(BasePlugin[KitaranConfig]):
    """Playbooks and quizzes in, pages out."""

    serving = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note whether the site is served while it is written."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Check and load the handbook, and set what depends on the language."""
        settings = self._settings(config)
        errors = self._errors(settings)
        self.locale: Locale = self.config.locale
        library = load_library(settings)
        self.forms = self._forms(library)
        self.context = Context(
            library, self.locale, errors, addresses(self.forms), self.config.offline
        )
        self.pages = {page.uri: page for page in render_site(self.context)}
        self.documents = self._documents(settings)
        self.roots = self._roots(settings)
        config.nav = navigation(self.context, self.pages.values())
        config.theme.dirs.insert(0, str(THEME))
        config.theme["language"] = self.locale
        config.theme["palette"] = self._palette(config.theme.get("palette"))
        config.extra["kitaran_locale"] = self.locale
        config.extra["kitaran_words"] = self.context.words.table
        config.extra["kitaran_lrs"] = self._lrs()
        self.searches = self.config.search == "kitaran" and take_over(config)
        config.extra["kitaran_search"] = self.searches
        # Who writes must never see an older page than the one just saved.
        self.keeps = self.config.offline and not (self.config.cards or self.serving)
        config.extra["kitaran_offline"] = self.keeps
        # MkDocs by itself builds one language: a switch would lead to pages that are not there.
        together = len(self.roots) > 1 and not self.config.check
        config.extra["alternate"] = [
            {"name": _NAMES[locale], "lang": locale, "link": root}
            for locale, root in self.roots.items()
            if together
        ]
        config.extra.setdefault("scope", "/")
        config.markdown_extensions.append("kitaran.render.markdown")
        config.extra_css.append(SHARED)
        return config

    def _settings(self, config: MkDocsConfig) -> Settings:
        """Load the settings of the handbook beside `mkdocs.yml`."""
        folder = self.config.handbook or os.path.dirname(config.config_file_path or "") or "."
        try:
            settings = load_settings(Path(folder).resolve())
            refuse_unknown_rules(settings)
        except SettingsError as error:
            raise PluginError(str(error)) from error
        return settings

    def _forms(self, library: Library) -> list[Download]:
        """Make the files of the forms, where they have changed."""
        settings = library.settings
        # What is printed names the address that readers use, also while it is being written.
        site = site_of(settings.root, settings.languages[0])
        try:
            return list(downloads(library, self.locale, site, settings.cache / "forms"))
        except FormatError as error:
            raise PluginError(str(error)) from error

    def _lrs(self) -> dict[str, Any] | None:
        """Say where results may be sent, where a store is named."""
        if not self.config.lrs_endpoint:
            return None
        names = ("lrs_failed", "lrs_off", "lrs_on", "lrs_start", "lrs_stop", "lrs_waiting")
        texts = {name: self.context.words(name) for name in names}
        return {"endpoint": self.config.lrs_endpoint, "key": self.config.lrs_key, "words": texts}

    def _errors(self, settings: Settings) -> dict[str, tuple[Diagnostic, ...]]:
        """Check the handbook: errors stop a build, and become cards under `serve`."""
        if not (self.config.check or self.config.cards):
            return {}
        report = check(settings)
        if report.errors and not self.config.cards:
            listed = as_text(report, root=settings.root, colour=False)
            message = f"the handbook has errors\n\n{listed}"
            raise PluginError(message)
        by_file: dict[str, tuple[Diagnostic, ...]] = {}
        for found in report.errors:
            log.warning(str(found))
            by_file[found.path] = (*by_file.get(found.path, ()), found)
        return by_file

    def _roots(self, settings: Settings) -> dict[str, str]:
        """Give the way from the root of this build to that of each language's."""
        original = settings.languages[0]
        up = "" if self.locale == original else "../"
        return {
            locale: (up or "./") if locale == original else f"{up}{locale}/"
            for locale in settings.languages
        }

    def _documents(self, settings: Settings) -> dict[str, frozenset[str]]:
        """List the documents of each language: a switch leads only to what is there."""
        return {
            locale: frozenset(
                f"{page_id}.md"
                for page_id, written in self.context.library.documents
                if written == locale
            )
            for locale in settings.languages
        }

    def _palette(self, palette: Any) -> Any:
        """Name the buttons for light and dark in the language of the build."""
        options = palette if isinstance(palette, list) else [palette]
        for option in options:
            if isinstance(option, dict) and "toggle" in option:
                dark = option.get("scheme") == "slate"
                option["toggle"]["name"] = self.context.words("light" if dark else "dark")
        return palette

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Put the rendered pages in the place of the files that MkDocs found."""
        for file in list(files):
            if file.is_documentation_page():
                files.remove(file)
        for page in self.pages.values():
            file = File.generated(config, page.uri, content=page.markdown)
            file.edit_uri = quote(page.source) if page.source else None
            file.inclusion = InclusionLevel.INCLUDED if page.menu else InclusionLevel.NOT_IN_NAV
            files.append(file)
        self._add_data(files, config)
        self._add_assets(files, config)
        return files

    def _add_data(self, files: Files, config: MkDocsConfig) -> None:
        """Add pictures, the facts that scripts ask for, and the files of the forms."""
        root = self.context.library.settings.root
        for path, target in assets(self.context):
            if path.startswith("playbooks/"):
                files.append(File.generated(config, target, abs_src_path=str(root / path)))
        for name, facts in (("handbook", handbook), ("sections", sections)):
            text = json.dumps(facts(self.context), ensure_ascii=False, separators=(",", ":"))
            files.append(File.generated(config, f"assets/kitaran/{name}.json", content=text))
        for download in self.forms:
            files.append(File.generated(config, download.uri, content=download.data))
        if self.searches:
            for uri, text in search_files(self.context, self.pages.values()).items():
                files.append(File.generated(config, uri, content=text))
        described = app.manifest(self.context, config.site_name, config.site_description or "")
        files.append(File.generated(config, app.URI, content=json.dumps(described, indent=1)))

    def _add_assets(self, files: Files, config: MkDocsConfig) -> None:
        """Add scripts, pictures and stylesheets of our own."""
        for source in sorted(ASSETS.rglob("*")):
            uri = f"assets/kitaran/{source.relative_to(ASSETS).as_posix()}"
            if source.suffix == ".js" and "vendor" not in source.parts:
                text = slim(source.read_text("utf-8"))
                files.append(File.generated(config, uri, content=text))
            elif source.suffix in (".js", ".png", ".svg"):
                files.append(File.generated(config, uri, abs_src_path=str(source)))
        for uri, text in stylesheets(ASSETS / "css").items():
            files.append(File.generated(config, uri, content=text))

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[[], None]
    ) -> None:
        """Let `mkdocs serve` watch the handbook too; by itself it watches `docs/` only."""
        root = self.context.library.settings.root
        for name in FOLDERS:
            if (root / name).is_dir():
                server.watch(str(root / name))

    def on_page_markdown(
        self, markdown: str, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Give a page the layout that it was rendered for."""
        rendered = self.pages.get(page.file.src_uri)
        if rendered is not None and rendered.layout:
            page.meta["template"] = rendered.layout
        return markdown

    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Escape what the theme puts between quotation marks as it is."""
        if "description" in page.meta:
            page.meta["description"] = escape(str(page.meta["description"]))
        return html

    def on_post_page(self, output: str, page: Page, config: MkDocsConfig) -> str:
        """Lead to the same page in each language, and say what the page may load."""
        return self._finished(self._alternates(output, page))

    def _alternates(self, html: str, page: Page) -> str:
        """Point the language switch, and the links for search engines, at the same page.

        Search engines ask for absolute addresses. The space in `alternate ` keeps Material's
        script from finding these links: it would fetch a site map beside each, where none is.
        """
        up = "../" * page.url.count("/")

        def address(match: re.Match[str]) -> str:
            target = up + self._address(page, match["locale"])
            if match["rel"] is None:
                return f'<a href="{target}" hreflang="{match["locale"]}"'
            full = urljoin(page.canonical_url or "", target)
            return f'<link rel="alternate " href="{full}" hreflang="{match["locale"]}"'

        return _ALTERNATE.sub(address, html)

    def _address(self, page: Page, locale: str) -> str:
        """Give the address of a page in a language, from the root of this build."""
        rendered = self.pages.get(page.file.src_uri)
        is_document = rendered is not None and (rendered.source or "").startswith("docs/")
        there = not is_document or page.file.src_uri in self.documents[locale]
        inner = page.url if there and page.url not in (".", "./") else ""
        return self.roots[locale] + inner

    def on_post_template(self, output: str, template_name: str, config: MkDocsConfig) -> str:
        """Finish the page for missing addresses too."""
        return self._finished(output) if template_name.endswith(".html") else output

    @event_priority(-100)
    def on_post_build(self, config: MkDocsConfig) -> None:
        """List what can be kept on a device, once every other plugin has written its files."""
        offline.write(Path(config.site_dir), on=self.keeps)

    def _finished(self, html: str) -> str:
        """Add what every page needs, whatever it was made of."""
        html = with_names(html, self.context.words("search"))
        lrs = self.config.lrs_endpoint or ""
        return with_policy(html, lrs) if self.config.security_policy else html


_NAMES: dict[str, str] = {"ms": "Bahasa Melayu", "en": "English"}
_ALTERNATE = re.compile(
    r'<(?:link (?P<rel>rel="alternate")|a) href="[^"]*" hreflang="(?P<locale>[a-z]+)"'
)
