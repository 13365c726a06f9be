"""`kitaran serve`: see the site while the content is being written."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from kitaran.commands._handbook import handbook_option, settings_of

if TYPE_CHECKING:
    from pathlib import Path


@click.command(name="serve")
@handbook_option
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=8000,
    show_default=True,
    help="The port to listen on.",
)
@click.option("--open", "open_browser", is_flag=True, help="Open the site in a browser.")
def command(handbook: Path | None, host: str, port: int, open_browser: bool) -> None:
    """Serve the site, and build it again at every change.

    An error in the content shows as a card on its page, and never ends the server.
    """
    from kitaran.mkdocs_plugin.serve import serve_site

    settings = settings_of(handbook)
    try:
        serve_site(settings, host, port, click.echo, open_browser=open_browser)
    except OSError as error:
        reason = (error.strerror or str(error)).partition(" (")[0].lower()
        message = f"error: cannot serve at {host}, port {port}: {reason}; give another --port"
        click.echo(message, err=True)
        sys.exit(1)
