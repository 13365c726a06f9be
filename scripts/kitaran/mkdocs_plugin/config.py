"""The options of the plugin in `mkdocs.yml`."""

from __future__ import annotations

import os

from mkdocs.config import base
from mkdocs.config import config_options as c

from kitaran.models.text import LOCALES


class KitaranConfig(base.Config):
    """Options under `plugins: - kitaran:`."""

    # Settings for the content

    handbook = c.Optional(c.Type(str))
    """The folder that holds `playbooks/` and `quizzes/`; that of `mkdocs.yml` when not set."""

    # Settings for the build

    locale = c.Choice(LOCALES, default=LOCALES[0])
    """The language that this build is in. `kitaran build` builds every language."""
    check = c.Type(bool, default=True)
    """Whether to check the content first, and to refuse to build where it has errors."""
    cards = c.Type(bool, default=False)
    """Whether to show errors on the pages and go on: for writing, under `kitaran serve`."""

    # Settings for the pages

    security_policy = c.Type(bool, default=True)
    """Whether pages carry a content security policy that allows this site's own host only."""

    def validate(self) -> tuple[base.ConfigErrors, base.ConfigWarnings]:
        """Check that the handbook is there."""
        failed, warnings = super().validate()
        folder = self.handbook
        if folder is not None and not os.path.isdir(folder):
            message = (
                f"no such folder: '{folder}'. Give the folder that holds 'playbooks/' and "
                "'quizzes/', relative to where MkDocs is started, or leave the option out"
            )
            failed.append(("handbook", base.ValidationError(message)))
        return failed, warnings
