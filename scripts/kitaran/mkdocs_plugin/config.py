"""The options of the plugin in `mkdocs.yml`."""

from __future__ import annotations

import os
import re

from mkdocs.config import base
from mkdocs.config import config_options as c

from kitaran.models.text import LOCALES

_ENDPOINT = re.compile(r"(https?://[^\s/;,'\"]+)?(/[^\s;,'\"]*)?")


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

    offline = c.Type(bool, default=True)
    """Whether readers can keep the site on their device. Without, what they kept goes at their
    next visit. A site that is being written is never kept, whatever this says."""

    search = c.Choice(("kitaran", "theme"), default="kitaran")
    """Whose search the box asks: the handbook's own, or the one that the theme brings."""

    # Settings for a learning record store

    lrs_endpoint = c.Optional(c.Type(str))
    """Where results go that learners agree to send: the address of an xAPI store without
    `/statements`, such as `https://lrs.example/xAPI`, or a path of this site, such as `/xAPI`."""
    lrs_key = c.Optional(c.Type(str))
    """`user:password` for that store. Everyone who can open the site can read it: let it be a key
    that may write statements and nothing else."""

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
        endpoint = self.lrs_endpoint
        if endpoint is not None and not _ENDPOINT.fullmatch(endpoint):
            message = (
                f"'{endpoint}' is no address of a store. Give one that begins with https://, "
                "or a path of this site that begins with /"
            )
            failed.append(("lrs_endpoint", base.ValidationError(message)))
        return failed, warnings
