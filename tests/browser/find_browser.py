"""Print the path of a Chromium or Chrome; get one where there is none.

In this order: what the system has, Playwright's own, the system's package manager where this
user may use it. Where nothing helps, one line says what to install.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
)
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
MANAGERS = {
    "apt-get": (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "chromium"]),
    "dnf": (["dnf", "install", "-y", "chromium"],),
    "pacman": (["pacman", "-Sy", "--noconfirm", "chromium"],),
    "apk": (["apk", "add", "chromium"],),
    "zypper": (["zypper", "--non-interactive", "install", "chromium"],),
}


def on_the_system() -> str | None:
    """Find a browser that is installed already."""
    named = os.environ.get("KITARAN_BROWSER")
    if named:
        return named
    found = (shutil.which(name) for name in NAMES)
    return next((path for path in found if path), None) or next(
        (place for place in PLACES if Path(place).exists()), None
    )


def of_playwright() -> str | None:
    """Find Playwright's own browser, fetching it if need be."""
    path = _playwright_path()
    if path is None:
        say("No Chromium or Chrome is installed. Fetching Playwright's own …")
        run([sys.executable, "-m", "playwright", "install", "chromium"], seconds=600)
        path = _playwright_path()
    return path if path and _starts(path) else None


def _playwright_path() -> str | None:
    """Ask Playwright where its browser is, if it is there."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def _starts(path: str) -> bool:
    """Tell whether a browser starts: Playwright's may lack libraries of the system."""
    return run([path, "--version"], seconds=30)


def of_the_package_manager() -> str | None:
    """Install a browser through the system's package manager, as root or by sudo unasked."""
    prefix = [] if os.name == "nt" or os.geteuid() == 0 else ["sudo", "-n"]
    if prefix and shutil.which("sudo") is None:
        return None
    for manager, commands in MANAGERS.items():
        if shutil.which(manager):
            say(f"Installing Chromium with {manager} …")
            if all(run([*prefix, *command], seconds=900) for command in commands):
                return on_the_system()
    return None


def run(command: list[str], seconds: int) -> bool:
    """Run a command with its output kept away from ours; tell whether it went well."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        done = subprocess.run(
            command, timeout=seconds, capture_output=True, env=environment, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def say(text: str) -> None:
    """Tell the user, without touching what is printed for the caller."""
    print(text, file=sys.stderr)


def main() -> int:
    """Print the path of a browser; exit code 1 where there is none."""
    path = on_the_system() or of_playwright() or of_the_package_manager()
    if path is None:
        say("error: no browser. Install Chromium or Google Chrome, or set KITARAN_BROWSER to one.")
        return 1
    print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
