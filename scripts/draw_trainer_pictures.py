"""Draw the pictures of the trainer's page anew: pages of a pack, and the quiz on the screen.

It needs `pdftoppm` (poppler), and a browser for Playwright as the tests do. Run it from anywhere:
`python scripts/draw_trainer_pictures.py`; the pictures go to `docs/images/`.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from pathlib import Path

from PIL import Image, ImageOps
from playwright.sync_api import sync_playwright

from kitaran.documents.session.context import Pack
from kitaran.documents.session.pack import make
from kitaran.documents.site import site_of
from kitaran.library import load_library
from kitaran.sessions.material import gather
from kitaran.settings import load_settings

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
PLAN = "closing-refresher"
PAGES = (("01-", 1), ("04-", 1), ("05-", 1), ("08-", 1))
"""Which pages are shown: the agenda, the handout, paper A, and the buyer's sheet."""
COLOURS = 24
"""Few are enough for black letters on white paper, and keep the pictures small."""


def main() -> None:
    """Draw every picture, in both languages."""
    library = load_library(load_settings(ROOT))
    material = gather(library, library.sessions[PLAN])
    IMAGES.mkdir(parents=True, exist_ok=True)
    for locale in library.settings.languages:
        with tempfile.TemporaryDirectory() as folder:
            pack = Pack(material, locale, site_of(ROOT))
            for made in make([pack]):
                file = Path(folder) / Path(made.path).name
                file.write_bytes(made.data)
            _pages(Path(folder)).save(IMAGES / f"session-pack.{locale}.png", optimize=True)
            _screen(Path(folder)).save(IMAGES / f"session-screen.{locale}.png", optimize=True)


def _pages(folder: Path) -> Image.Image:
    """Put pages beside one another."""
    shown = []
    for start, number in PAGES:
        file = next(folder.glob(f"{start}*.pdf"))
        picture = folder / f"{start}page"
        command = ["pdftoppm", "-r", "52", "-png", "-singlefile", "-f", str(number)]
        subprocess.run([*command, str(file), str(picture)], check=True)
        with Image.open(f"{picture}.png") as opened:
            shown.append(ImageOps.expand(opened.convert("RGB"), border=1, fill="#8b9a9d"))
    width, height = shown[0].size
    sheet = Image.new("RGB", ((width + 14) * len(shown) - 14, height), "white")
    for place, page in enumerate(shown):
        sheet.paste(page, (place * (width + 14), 0))
    return sheet.quantize(COLOURS)


def _screen(folder: Path) -> Image.Image:
    """Photograph the first question of the quiz with its answer."""
    picture = folder / "screen.png"
    with sync_playwright() as tool:
        found = os.environ.get("KITARAN_BROWSER")
        browser = tool.chromium.launch(executable_path=found)
        page = browser.new_page(viewport={"width": 1120, "height": 630}, color_scheme="light")
        page.goto(next(folder.glob("10-*.html")).as_uri())
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Enter")
        page.screenshot(path=picture)
        browser.close()
    with Image.open(picture) as screen:
        return ImageOps.expand(screen.convert("RGB"), border=1, fill="#8b9a9d").quantize(COLOURS)


if __name__ == "__main__":
    main()
